//! Reads the rows of one record: labelled fields, the money, the indicators.

use std::collections::{BTreeMap, HashSet};

use crate::document::{Cell, Document};
use crate::grammar::forms::{Field, Form, Forms, Subject, Vocabulary};
use crate::identity::Identity;

use super::budget::Budget;
use super::indicators::Indicators;
use super::line::{Line, Words};
use super::segment::{
    FieldLabel, Segment, indicator_header, labelled, labelled_at, labelled_parts, year,
};
use super::value;
use super::{Evaluation, EvaluationKind, Scalar};

/// A record while it is read, with the words that its facts are labelled by.
#[derive(Debug, Clone)]
pub(super) struct Draft<'a> {
    document: &'a Document,
    /// What was read so far.
    pub evaluation: Evaluation,
    /// The label of the row of the totals.
    pub total_label: String,
    /// How much the label of a field was preferred that has its value, 0 most.
    places: BTreeMap<Field, usize>,
}

impl<'a> Draft<'a> {
    fn new(document: &'a Document, form: &Form) -> Self {
        Self {
            document,
            evaluation: Evaluation::empty(&form.id),
            total_label: String::new(),
            places: BTreeMap::new(),
        }
    }

    /// The words of a field, its place noted; `None` for what says nothing.
    pub fn text(&mut self, pointer: &str, words: Option<Words<'a>>) -> Option<String> {
        let words = words.filter(|words| !value::is_blank(words.text()))?;
        let quote = words.quote(self.document);
        self.evaluation.spans.insert(pointer.to_owned(), quote);
        Some(words.text().to_owned())
    }

    /// The number of a field, or its words where it is none, its place noted.
    pub fn scalar(
        &mut self,
        pointer: &str,
        words: Option<Words<'a>>,
        units: &[&str],
    ) -> Option<Scalar> {
        let text = self.text(pointer, words)?;
        Some(value::number_with(&text, units).map_or(Scalar::Text(text), Scalar::Number))
    }

    /// Sets a labelled field that has no value yet, or one of a label that is less preferred.
    fn set(&mut self, field: Field, place: usize, words: Words<'a>) {
        match field {
            Field::Year => {
                self.evaluation.year = self.evaluation.year.or(year(words.text()));
                return;
            }
            Field::ProjectName => return self.set_project(words),
            Field::TotalScore if self.evaluation.total_score.is_none() => {
                if value::number_with(words.text(), &["分"]).is_some() {
                    self.evaluation.total_score = self.scalar("/total_score", Some(words), &["分"]);
                }
                return;
            }
            Field::TotalWeight if self.evaluation.total_weight.is_none() => {
                self.evaluation.total_weight = self.scalar("/total_weight", Some(words), &["分"]);
                return;
            }
            // What was set before the year is the aim of it.
            Field::AdjustedTarget if self.evaluation.annual_target.is_none() => {
                return self.set(Field::AnnualTarget, usize::MAX, words);
            }
            _ => {}
        }
        let Some((slot, pointer)) = text_field(&mut self.evaluation, field) else {
            return;
        };
        let preferred = self.places.get(&field).is_some_and(|&last| place < last);
        if (slot.is_none() || preferred)
            && let Some(text) = self.text(pointer, Some(words))
            && let Some((slot, _)) = text_field(&mut self.evaluation, field)
        {
            *slot = Some(text);
            self.places.insert(field, place);
        }
    }

    /// Sets the fields of words that hold labels with their values: 主管部门：甲局　实施单位：乙站.
    fn set_labelled(&mut self, words: Words<'a>, vocabulary: &Vocabulary) {
        for part in labelled_parts(words.text(), vocabulary) {
            let part = words.part(part);
            if let Some(label) = labelled(part.text(), vocabulary)
                && let Some(start) = label.value
            {
                let value = value::trim(part.text(), start..part.text().len());
                self.set(label.field, label.place, part.part(value));
            }
        }
    }

    /// Sets the project's name, and its code where that stands before it.
    pub fn set_project(&mut self, words: Words<'a>) {
        if self.evaluation.project_name.is_some() {
            return;
        }
        let (code, name) = value::code_and_name(words.text());
        if self.evaluation.project_code.is_none() {
            let code = code.map(|range| words.part(range));
            self.evaluation.project_code = self.text("/project_code", code);
        }
        self.evaluation.project_name = self.text("/project_name", Some(words.part(name)));
    }

    /// Adds words that stand below a label to those that are there.
    fn append(&mut self, field: Field, words: Words<'a>) {
        match text_field(&mut self.evaluation, field) {
            Some((Some(text), _)) if !value::is_blank(words.text()) => {
                text.push(' ');
                text.push_str(words.text());
            }
            Some((Some(_), _)) => {}
            _ => self.set(field, 0, words),
        }
    }
}

/// The place in a record of a field that is text, and its JSON Pointer.
fn text_field(e: &mut Evaluation, field: Field) -> Option<(&mut Option<String>, &'static str)> {
    Some(match field {
        Field::ProjectName => (&mut e.project_name, "/project_name"),
        Field::ProjectCode => (&mut e.project_code, "/project_code"),
        Field::Department => (&mut e.department, "/department"),
        Field::ImplementingUnit => (&mut e.implementing_unit, "/implementing_unit"),
        Field::AnnualTarget => (&mut e.annual_target, "/annual_target"),
        Field::TargetCompletion => (&mut e.target_completion, "/target_completion"),
        Field::Summary => (&mut e.summary, "/summary"),
        Field::Conclusion => (&mut e.conclusion, "/conclusion"),
        Field::Problems => (&mut e.problems, "/problems"),
        Field::DeviationReason => (&mut e.deviation_reason, "/deviation_reason"),
        Field::Improvements => (&mut e.improvements, "/improvements"),
        Field::ProjectLead => (&mut e.project_lead, "/project_lead"),
        Field::FinanceLead => (&mut e.finance_lead, "/finance_lead"),
        Field::TotalWeight | Field::TotalScore | Field::Year | Field::AdjustedTarget => {
            return None;
        }
    })
}

/// The part of a form that the reader is in.
enum Block<'a> {
    /// Labels with their values.
    Fields,
    /// Labels whose values stand in the rows below: field, position and cell of the label, length of its row.
    Below(Vec<(Field, usize, &'a Cell)>, usize),
    /// The money.
    Budget(Budget<'a>),
    /// The indicators.
    Indicators(Indicators<'a>),
}

impl<'a> Block<'a> {
    /// How the money is laid out, where its rows are being read.
    fn budget(&self) -> Option<&Budget<'a>> {
        match self {
            Block::Budget(budget) => Some(budget),
            _ => None,
        }
    }
}

/// Reads the records of a segment: one, or one a project where a column names the project of each indicator.
pub(super) fn read<'a>(
    document: &'a Document,
    segment: &Segment<'a>,
    forms: &Forms,
    identity: &Identity,
) -> Vec<Draft<'a>> {
    let title = segment.title(forms);
    // Without a title and a heading of indicators no form is a record.
    if title.is_empty() && !segment.may_have_indicators {
        return Vec::new();
    }
    let labels: HashSet<&str> = segment
        .lines
        .iter()
        .flat_map(|line| line.own().map(|(position, _)| line.label(position)))
        .collect();
    let form = forms.choose(title, |label| labels.contains(label));
    let mut reader = Reader {
        form,
        drafts: vec![Draft::new(document, form)],
        block: Block::Fields,
    };
    for line in &segment.lines {
        reader.line(line);
    }
    let year = segment.year(forms);
    let is_department = forms.is_department_title(title);
    let mut drafts = reader.drafts;
    for draft in &mut drafts {
        for &(line, span) in &segment.above {
            draft.set_labelled(Words::new(line, span), &form.vocabulary);
        }
        let evaluation = &mut draft.evaluation;
        evaluation.year = year.or(evaluation.year).or(identity.year);
        evaluation.kind = kind(form, is_department, evaluation.project_name.is_some());
        if evaluation.unit.is_none() {
            evaluation.unit = segment
                .above
                .iter()
                .rev()
                .find_map(|(line, _)| form.vocabulary.unit(line));
        }
    }
    drafts.retain(|draft| is_record(&draft.evaluation, title));
    drafts
}

/// Whether what was read is a record and no empty form: it has indicators, or under a title a project and its money.
fn is_record(e: &Evaluation, title: &str) -> bool {
    !e.indicators.is_empty()
        || (!title.is_empty() && e.project_name.is_some() && !e.budget.is_empty())
}

fn kind(form: &Form, department_title: bool, names_project: bool) -> EvaluationKind {
    let department = match form.subject {
        Some(subject) => subject == Subject::Department,
        None => department_title || !names_project,
    };
    if department {
        EvaluationKind::DepartmentSelfAssessment
    } else {
        EvaluationKind::ProjectSelfAssessment
    }
}

struct Reader<'a, 'f> {
    form: &'f Form,
    drafts: Vec<Draft<'a>>,
    block: Block<'a>,
}

impl<'a> Reader<'a, '_> {
    fn line(&mut self, line: &Line<'a>) {
        let vocabulary = &self.form.vocabulary;
        let Some(mut draft) = self.drafts.pop() else {
            return;
        };
        if draft.evaluation.unit.is_none() && draft.evaluation.indicators.is_empty() {
            draft.evaluation.unit = line
                .own()
                .filter(|(_, cell)| cell.text.chars().count() <= 20)
                .find_map(|(_, cell)| vocabulary.unit(&cell.text));
        }
        let in_indicators = matches!(self.block, Block::Indicators(_));
        if let Block::Indicators(indicators) = &mut self.block
            && indicators.header_row(line, vocabulary)
        {
            // A second row of the heading may look like a whole one: 一级指标 | 二级指标 | 得分 under 指标 and 得分.
        } else if let Some(header) = indicator_header(line, vocabulary) {
            match &mut self.block {
                Block::Indicators(indicators) => indicators.again(header),
                block => *block = Block::Indicators(Indicators::new(header)),
            }
        } else if let Some(budget) =
            Budget::begin(line, self.block.budget(), vocabulary).filter(|_| !in_indicators)
        {
            budget.first_row(&mut draft, line, vocabulary);
            self.block = Block::Budget(budget);
        } else {
            draft = self.content(draft, line);
        }
        self.drafts.push(draft);
    }

    /// Reads a row that heads no block.
    fn content(&mut self, mut draft: Draft<'a>, line: &Line<'a>) -> Draft<'a> {
        let vocabulary = &self.form.vocabulary;
        match &mut self.block {
            Block::Indicators(indicators) => {
                if indicators.totals(&mut draft, line, vocabulary) {
                    return draft;
                }
                if !begins_with_label(line, self.form) {
                    if let Some(project) = indicators.other_project(line, vocabulary) {
                        if !draft.evaluation.indicators.is_empty() {
                            let next = Draft::new(draft.document, self.form);
                            self.drafts.push(std::mem::replace(&mut draft, next));
                        }
                        draft.set_project(project);
                    }
                    indicators.row(&mut draft, line, vocabulary);
                    return draft;
                }
            }
            Block::Budget(budget) => {
                if budget.row(&mut draft, line, vocabulary) {
                    return draft;
                }
            }
            Block::Below(labels, length) if !has_label(line, self.form) => {
                for (field, cell) in under(labels, *length, line) {
                    draft.append(field, Words::of(cell));
                }
                return draft;
            }
            Block::Below(..) | Block::Fields => {}
        }
        self.fields(&mut draft, line);
        draft
    }

    /// Reads the labels of a row and what stands behind them.
    fn fields(&mut self, draft: &mut Draft<'a>, line: &Line<'a>) {
        let vocabulary = &self.form.vocabulary;
        let mut below: Vec<(Field, usize, &Cell)> = Vec::new();
        let mut labelled_any = false;
        let mut cells = line.own().peekable();
        while let Some((position, cell)) = cells.next() {
            let Some(FieldLabel {
                field,
                place,
                value,
                is_numbered,
            }) = labelled_at(line, position, vocabulary)
            else {
                continue;
            };
            labelled_any = true;
            if value.is_some() {
                draft.set_labelled(Words::of(cell), vocabulary);
                continue;
            }
            // Beside a label whose value stands below, so do those of the others: 年度预期目标 | 具体完成情况 | 总体完成率.
            // 年度总体目标 | 预期目标 | 新建山塘2座: but the name of a block has the label of its first row beside it.
            let value_below =
                below.iter().any(|&(other, ..)| other != field) && vocabulary.below(field);
            let beside = |&(next, _): &(usize, &Cell)| {
                !value_below && labelled_at(line, next, vocabulary).is_none()
            };
            match cells.next_if(beside) {
                Some((_, value)) if is_numbered => draft.append(field, Words::of(value)),
                Some((_, value)) => {
                    below.retain(|&(other, ..)| other != field);
                    draft.set(field, place, Words::of(value));
                }
                None if vocabulary.below(field) => {
                    // 年度总体目标 beside 预期目标 is the name of the block.
                    below.retain(|&(other, ..)| other != field);
                    below.push((field, position, cell));
                }
                None => {}
            }
        }
        // 任务名称 | 主要内容 | 完成情况 heads a list of tasks, no aim.
        let has_aim = below
            .iter()
            .any(|&(field, ..)| matches!(field, Field::AnnualTarget | Field::AdjustedTarget));
        if !has_aim && line.own().count() > below.len() + 1 {
            below.retain(|&(field, ..)| field != Field::TargetCompletion);
        }
        if labelled_any {
            self.block = if below.is_empty() {
                Block::Fields
            } else {
                Block::Below(below, line.len())
            };
        }
    }
}

/// The cells of a row that stand under labels of a row with `length` positions. Where not every label has one, but the
/// row has as many cells as there are labels, they are in the order of the labels.
fn under<'a>(
    labels: &[(Field, usize, &'a Cell)],
    length: usize,
    line: &Line<'a>,
) -> Vec<(Field, &'a Cell)> {
    let shift = line.shift(length);
    let placed: Vec<(Field, &Cell)> = labels
        .iter()
        .filter_map(|&(field, position, label)| {
            let position = usize::try_from(position as isize + shift).ok()?;
            let cell = line.cell(position)?;
            let is_value = !std::ptr::eq(cell, label) && !cell.text.trim().is_empty();
            is_value.then_some((field, cell))
        })
        .collect();
    let own: Vec<&Cell> = line.own().map(|(_, cell)| cell).collect();
    let twice = placed
        .windows(2)
        .any(|pair| std::ptr::eq(pair[0].1, pair[1].1));
    if own.len() == labels.len() && (placed.len() < labels.len() || twice) {
        let fields = labels.iter().map(|&(field, ..)| field);
        return fields.zip(own).collect();
    }
    placed
}

/// Whether the first cell of a row is a label.
fn begins_with_label(line: &Line, form: &Form) -> bool {
    line.own()
        .next()
        .is_some_and(|(position, _)| labelled_at(line, position, &form.vocabulary).is_some())
}

fn has_label(line: &Line, form: &Form) -> bool {
    line.own()
        .any(|(position, _)| labelled_at(line, position, &form.vocabulary).is_some())
}
