//! The indicators of a record: their heading, a row each or several in one cell, and the row of the totals.

use crate::grammar::forms::{Field, IndicatorColumn, Operator, Vocabulary, key};

use super::line::{Header, Line, Words, is_number, label};
use super::record::Draft;
use super::target::{self, Target};
use super::value::{self, Part};
use super::{Indicator, Scalar};

/// The indicators while they are read.
#[derive(Debug)]
pub(super) struct Indicators<'a> {
    header: Header<'a, IndicatorColumn>,
    /// Whether a row was read under the heading.
    begun: bool,
    /// The levels that stand for blanks below them.
    level1: Option<Level<'a>>,
    level2: Option<Level<'a>>,
    project: Option<&'a str>,
}

/// A level of indicators: its name, and its weight where that has a column.
#[derive(Debug, Clone)]
struct Level<'a> {
    name: Words<'a>,
    weight: Option<Words<'a>>,
}

impl<'a> Indicators<'a> {
    /// The indicators under a heading.
    pub fn new(header: Header<'a, IndicatorColumn>) -> Self {
        Self {
            header,
            begun: false,
            level1: None,
            level2: None,
            project: None,
        }
    }

    /// The same indicators under a heading that is printed again on the next page.
    pub fn again(&mut self, header: Header<'a, IndicatorColumn>) {
        self.header = header;
    }

    /// Takes a second row of the heading; `false` if the row is none.
    pub fn header_row(&mut self, line: &Line<'a>, vocabulary: &Vocabulary) -> bool {
        let under = || {
            self.header
                .under(line, |label| vocabulary.indicator_column(label))
        };
        match (!self.begun).then(under).flatten() {
            Some(header) => {
                self.header = header.renamed(IndicatorColumn::by_levels);
                true
            }
            None => false,
        }
    }

    /// Reads the row of the totals, or passes over one of subtotals; `false` if the row is neither.
    pub fn totals(
        &mut self,
        draft: &mut Draft<'a>,
        line: &Line<'a>,
        vocabulary: &Vocabulary,
    ) -> bool {
        use IndicatorColumn::{Score, Weight};
        let Some((_, label)) = line.own().next() else {
            return false;
        };
        let name = key(&label.text);
        if !vocabulary.is_total(&name) {
            return vocabulary.is_subtotal(&name);
        }
        let shift = self.shift(line, vocabulary);
        let under = |column| {
            self.header
                .cell(line, column, shift)
                .filter(|cell| is_number(&cell.text) && !std::ptr::eq(*cell, label))
        };
        let (mut weight, mut score) = (under(Weight), under(Score));
        let names_score =
            vocabulary.field(&name).map(|(field, _)| field) == Some(Field::TotalScore);
        if let (Some(w), Some(s)) = (weight, score)
            && std::ptr::eq(w, s)
        {
            weight = None;
        } else if score.is_none() && names_score && self.header.has(Score) {
            score = weight.take(); // 自评总分 | 96, whatever column it stands under.
        }
        // 总分 | 100 | 96 one column to the right of where they belong.
        if let (None, Some(first)) = (weight, score) {
            let numbers = line.own().map(|(_, cell)| cell);
            let mut numbers = numbers.filter(|cell| is_number(&cell.text));
            if let (Some(a), Some(b), None) = (numbers.next(), numbers.next(), numbers.next())
                && std::ptr::eq(a, first)
            {
                (weight, score) = (Some(a), Some(b));
            }
        }
        if weight.is_none() && score.is_none() {
            let mut numbers = line
                .own()
                .map(|(_, cell)| cell)
                .filter(|cell| is_number(&cell.text));
            (weight, score) = match (numbers.next(), numbers.next()) {
                (Some(weight), Some(score)) => (Some(weight), Some(score)),
                (only, _) => (None, only),
            };
        }
        if draft.evaluation.total_weight.is_none() {
            draft.evaluation.total_weight =
                draft.scalar("/total_weight", weight.map(Words::of), &["分", "%"]);
        }
        if draft.evaluation.total_score.is_none() {
            draft.evaluation.total_score =
                draft.scalar("/total_score", score.map(Words::of), &["分"]);
            draft.total_label = Words::of(label).text().to_owned();
        }
        true
    }

    /// The project that a row names in a column of its own, where it is another than that of the row above.
    pub fn other_project(&mut self, line: &Line<'a>, vocabulary: &Vocabulary) -> Option<Words<'a>> {
        let shift = self.shift(line, vocabulary);
        let project = self.header.words(line, IndicatorColumn::Project, shift)?;
        let other = self.project != Some(project.text());
        self.project = Some(project.text());
        other.then_some(project)
    }

    /// Reads a row: one indicator, several, or none.
    pub fn row(&mut self, draft: &mut Draft<'a>, line: &Line<'a>, vocabulary: &Vocabulary) {
        let shift = self.shift(line, vocabulary);
        if self.is_across(line, shift) || self.is_closing(line, vocabulary) {
            return;
        }
        if self.goes_on_over_page(line, shift) {
            self.append(draft, line, shift);
            return;
        }
        self.begun = true;
        self.remember(line, shift);
        let name = self.header.words(line, IndicatorColumn::Level3, shift);
        let parts = self.split(name.as_ref(), line, shift, vocabulary);
        for (index, part) in parts.iter().enumerate() {
            let value = |column| {
                nth(
                    self.header.words(line, column, shift),
                    index,
                    parts.len(),
                    vocabulary,
                )
            };
            self.indicator(draft, name.as_ref(), part, &value, vocabulary);
        }
    }

    /// Whether the row is the rest of the last one, which a page break cut in two: with neither levels nor values, at
    /// the head of a table or with a reason, which no indicator has that nobody filled in.
    fn goes_on_over_page(&self, line: &Line<'a>, shift: isize) -> bool {
        use IndicatorColumn::{Actual, Level1, Level2, Score, Target, Weight};
        let is_open = |column| self.header.words(line, column, shift).is_none();
        self.begun
            && (line.begins_table() || self.own_reason(line, shift))
            && self.header.has(Target)
            && [Level1, Level2, Target, Actual, Weight, Score]
                .into_iter()
                .all(is_open)
    }

    /// Whether the row has a reason that does not come down from a row above.
    fn own_reason(&self, line: &Line<'a>, shift: isize) -> bool {
        self.header
            .cell(line, IndicatorColumn::Reason, shift)
            .is_some_and(|reason| line.own().any(|(_, cell)| std::ptr::eq(cell, reason)))
    }

    /// Adds the words of a row to those of the last indicator.
    fn append(&self, draft: &mut Draft<'a>, line: &Line<'a>, shift: isize) {
        let words = |column| self.header.words(line, column, shift);
        let Some(last) = draft.evaluation.indicators.last_mut() else {
            return;
        };
        for (column, field) in [
            (IndicatorColumn::Level3, &mut last.level3),
            (IndicatorColumn::Reason, &mut last.reason),
        ] {
            if let (Some(rest), Some(text)) = (words(column), field) {
                text.push_str(rest.text());
            }
        }
    }

    /// Whether a cell of the row reaches over columns that say different things: words across the table.
    fn is_across(&self, line: &Line<'a>, shift: isize) -> bool {
        use IndicatorColumn::{Actual, Level1, Level2, Level3, Score, Target, Weight};
        let cells = |columns: &'static [IndicatorColumn]| {
            columns
                .iter()
                .filter_map(|&column| self.header.cell(line, column, shift))
        };
        let share = |a, b| cells(a).any(|a| cells(b).any(|b| std::ptr::eq(a, b)));
        let (names, values, points) = (
            &[Level1, Level2, Level3],
            &[Target, Actual],
            &[Weight, Score],
        );
        share(names, values) || share(names, points) || share(values, points)
    }

    /// Whether the row is none of the indicators but one of those that close a form: 填表人：林晓.
    fn is_closing(&self, line: &Line<'a>, vocabulary: &Vocabulary) -> bool {
        let first = line.own().next().map(|(_, cell)| cell.text.as_str());
        let words = first.map(|text| text.split([':', '：']).next().unwrap_or(text));
        words.is_some_and(|words| vocabulary.is_closing(&label(words)))
    }

    fn shift(&self, line: &Line<'a>, vocabulary: &Vocabulary) -> isize {
        self.header
            .shift(line, |column, words| fits(column, words, vocabulary))
    }

    /// Keeps the levels of a row for the rows below it. Another first level ends the second.
    fn remember(&mut self, line: &Line<'a>, shift: isize) {
        use IndicatorColumn::{Level1, Level1Weight, Level2, Level2Weight};
        let level = |name, weight| {
            let name = self
                .header
                .words(line, name, shift)
                .filter(|words| !value::is_filler(words.text()))?;
            let weight = self.header.words(line, weight, shift);
            Some(Level { name, weight })
        };
        let (level1, level2) = (level(Level1, Level1Weight), level(Level2, Level2Weight));
        if let Some(level1) = level1 {
            if self
                .level1
                .as_ref()
                .is_some_and(|last| last.name.text() != level1.name.text())
            {
                self.level2 = None;
            }
            self.level1 = Some(level1);
        }
        if level2.is_some() {
            self.level2 = level2;
        }
    }

    /// The indicators that a cell of names holds: by their numbers, or as many as it has scores.
    fn split(
        &self,
        name: Option<&Words<'a>>,
        line: &Line<'a>,
        shift: isize,
        vocabulary: &Vocabulary,
    ) -> Vec<Part> {
        let Some(name) = name else {
            return vec![Part {
                id: None,
                words: 0..0,
            }];
        };
        let parts = value::parts(name.text(), vocabulary.numbered());
        let scores = [IndicatorColumn::Score, IndicatorColumn::Weight]
            .into_iter()
            .filter_map(|column| self.header.words(line, column, shift))
            .map(|words| tokens(words.text()))
            .find(|tokens| tokens.len() > 1);
        let names = tokens(name.text());
        match (parts.as_slice(), scores) {
            ([Part { id: None, .. }], Some(scores)) if scores.len() == names.len() => names
                .into_iter()
                .map(|words| Part { id: None, words })
                .collect(),
            _ => parts,
        }
    }

    fn indicator(
        &self,
        draft: &mut Draft<'a>,
        name: Option<&Words<'a>>,
        part: &Part,
        value: &dyn Fn(IndicatorColumn) -> Option<Words<'a>>,
        vocabulary: &Vocabulary,
    ) {
        use IndicatorColumn::{
            Actual, AdjustedTarget, Criterion, Explanation, Level3, Reason, Score, Target, Weight,
        };
        let words = name.map(|name| name.part(part.words.clone()));
        let is_nothing = |words: &Words| vocabulary.is_nothing(&key(words.text()));
        let filled = [Target, AdjustedTarget, Actual, Explanation]
            .into_iter()
            .filter_map(value)
            .any(|said| !is_nothing(&said) || words.as_ref().is_none_or(|name| !is_nothing(name)));
        let scored = value(Weight).is_some() || value(Score).is_some();
        let counts = filled
            || match words
                .as_ref()
                .map(Words::text)
                .filter(|name| !value::is_filler(name))
            {
                Some(name) => scored || !vocabulary.is_nothing(&key(name)),
                // A row of a form without names is told by its points, one of a form with names is a filler.
                None => scored && !self.header.has(Level3),
            };
        if !counts {
            return;
        }
        let index = draft.evaluation.indicators.len();
        let at = |field: &str| format!("/indicators/{index}/{field}");
        let id = name.zip(part.id.clone()).map(|(name, id)| name.part(id));
        let words = words.filter(|words| !value::is_filler(words.text()));
        let id = draft.text(&at("id"), id);
        let (level1, level1_weight) = level(draft, &at("level1"), self.level1.as_ref());
        let (level2, level2_weight) = level(draft, &at("level2"), self.level2.as_ref());
        let (level3, own_weight) = named_points(draft, &at("level3"), words);
        let (operator, target, unit) = read_target(draft, &at, value, vocabulary);
        let weight = draft.scalar(&at("weight"), value(Weight), &["分", "%"]);
        let indicator = Indicator {
            id,
            level1,
            level1_weight,
            level2,
            level2_weight,
            level3,
            operator,
            target,
            unit,
            actual: draft.scalar(&at("actual"), value(Actual), &[]),
            weight: weight.or(own_weight),
            score: draft.scalar(&at("score"), value(Score), &["分"]),
            reason: draft.text(&at("reason"), value(Reason)),
            explanation: draft.text(&at("explanation"), value(Explanation)),
            criterion: draft.text(&at("criterion"), value(Criterion)),
        };
        draft.evaluation.indicators.push(indicator);
    }
}

/// How well words suit a column of the indicators.
fn fits(column: IndicatorColumn, words: &str, vocabulary: &Vocabulary) -> i32 {
    use IndicatorColumn::{
        Actual, AdjustedTarget, Criterion, Explanation, Level1, Level1Weight, Level2, Level2Weight,
        Level3, Operator, Project, Reason, Score, Target, Unit, Weight,
    };
    let is_sign =
        || matches!(target::before(words, vocabulary), Some((_, length)) if length == words.len());
    match column {
        Score | Weight | Level1Weight | Level2Weight if is_number(words) => 2,
        Score | Weight | Level1Weight | Level2Weight => -2,
        Operator if is_sign() => 2,
        Operator => -2,
        Project | Level1 | Level2 | Level3 | Unit if is_number(words) || is_sign() => -2,
        Project | Level1 | Level2 | Level3 | Unit => 0,
        Reason | Explanation | Criterion if is_number(words) => -1,
        Reason | Explanation | Criterion | Target | AdjustedTarget | Actual => 0,
    }
}

/// Reads operator, target and unit, which a form prints in one, two or three columns.
fn read_target<'a>(
    draft: &mut Draft<'a>,
    at: &dyn Fn(&str) -> String,
    value: &dyn Fn(IndicatorColumn) -> Option<Words<'a>>,
    vocabulary: &Vocabulary,
) -> (Option<String>, Option<Scalar>, Option<String>) {
    let sign = value(IndicatorColumn::Operator)
        .and_then(|words| Some((target::before(words.text(), vocabulary)?.0, words)));
    let target = value(IndicatorColumn::Target);
    let Some(words) = target.or_else(|| value(IndicatorColumn::AdjustedTarget)) else {
        let operator = sign
            .as_ref()
            .map(|(operator, _)| operator.name().to_owned());
        draft.text(&at("operator"), sign.map(|(_, words)| words));
        return (
            operator,
            None,
            draft.text(&at("unit"), value(IndicatorColumn::Unit)),
        );
    };
    let read = match sign {
        // 定性 in its own column: the words are the target as they stand.
        Some((Operator::Qualitative, _)) => Target::words(words.text()),
        _ => target::read(words.text(), vocabulary),
    };
    // A form that offers signs alone has one beside words, too: `＝ | 有效改善` compares nothing.
    let is_words =
        || read.operator == Some(Operator::Qualitative) && !words.text().contains(char::is_numeric);
    let (operator, printed) = match sign {
        Some((Operator::Qualitative, words)) => (Some(Operator::Qualitative), Some(words)),
        Some(_) if is_words() => (read.operator, None),
        Some((operator, words)) => (Some(operator), Some(words)),
        None => (read.operator, read.sign.map(|range| words.part(range))),
    };
    draft.text(&at("operator"), printed);
    let unit = value(IndicatorColumn::Unit).or_else(|| read.unit.map(|range| words.part(range)));
    (
        operator.map(|operator| operator.name().to_owned()),
        draft.scalar(&at("target"), Some(words.part(read.value)), &[]),
        draft.text(&at("unit"), unit),
    )
}

/// The name of a level, and its weight: of a column of weights, else the points in brackets behind the name.
fn level<'a>(
    draft: &mut Draft<'a>,
    pointer: &str,
    level: Option<&Level<'a>>,
) -> (Option<String>, Option<Scalar>) {
    let (name, points) = named_points(draft, pointer, level.map(|level| level.name.clone()));
    let printed = level.and_then(|level| level.weight.clone());
    let weight = draft.scalar(&format!("{pointer}_weight"), printed, &["分", "%"]);
    (name, weight.or(points))
}

/// A name without the points in brackets behind it, and the points.
fn named_points<'a>(
    draft: &mut Draft<'a>,
    pointer: &str,
    words: Option<Words<'a>>,
) -> (Option<String>, Option<Scalar>) {
    let Some(words) = words else {
        return (None, None);
    };
    let (name, points) = value::points(words.text());
    let weight = points.and_then(|(_, at)| {
        let pointer = match pointer.strip_suffix("level3") {
            Some(row) => format!("{row}weight"),
            None => format!("{pointer}_weight"),
        };
        draft.scalar(&pointer, Some(words.part(at)), &[])
    });
    let name = draft.text(pointer, Some(words.part(name)));
    (name.map(|name| unspaced(&name)), weight)
}

/// A name written downwards or broken over lines (产 出 指 标) without the spaces between its characters.
fn unspaced(name: &str) -> String {
    let mut joined = String::with_capacity(name.len());
    let mut characters = name.chars().peekable();
    while let Some(c) = characters.next() {
        let wide = |c: char| !c.is_ascii() && !c.is_whitespace();
        let before = joined.chars().last().is_some_and(wide);
        let after = characters
            .clone()
            .find(|c| !c.is_whitespace())
            .is_some_and(wide);
        if !(c.is_whitespace() && before && after) {
            joined.push(c);
        }
    }
    joined
}

/// The words between white space, without the dots for more.
fn tokens(text: &str) -> Vec<std::ops::Range<usize>> {
    let start = text.as_ptr() as usize;
    text.split_whitespace()
        .filter(|word| !value::is_filler(word) || value::is_blank(word))
        .map(|word| {
            let at = word.as_ptr() as usize - start;
            at..at + word.len()
        })
        .collect()
}

/// What a cell says of the indicator with this index where the row has several: by numbers as in the names, or one word
/// each. What cannot be parted is said of the first.
fn nth<'a>(
    words: Option<Words<'a>>,
    index: usize,
    count: usize,
    vocabulary: &Vocabulary,
) -> Option<Words<'a>> {
    let words = words?;
    if count == 1 {
        // A number before a value alone (指标1：≥5次) is no part of it.
        return match value::parts(words.text(), vocabulary.numbered()).as_slice() {
            [
                Part {
                    id: Some(_),
                    words: part,
                },
            ] => Some(words.part(part.clone())),
            _ => Some(words),
        };
    }
    let marked = value::parts(words.text(), vocabulary.numbered());
    let ranges = match marked.len() == count {
        true => marked.into_iter().map(|part| part.words).collect(),
        false => tokens(words.text()),
    };
    if ranges.len() == count {
        ranges.get(index).map(|range| words.part(range.clone()))
    } else {
        (index == 0).then_some(words)
    }
    .filter(|words| !value::is_blank(words.text()))
}
