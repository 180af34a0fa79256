//! Lists of projects: a row each, with its money by stages, its rate of execution and its score in columns
//! (项目支出绩效自评情况汇总表).

use std::collections::HashMap;

use crate::document::fold::fold_text;
use crate::document::{Cell, Document, Quote, Table, numbering};
use crate::fact::{Dimensions, Phase, Statement, project};
use crate::grammar::Grammar;
use crate::grammar::codes::{Economic, Functional};
use crate::grammar::forms::{BudgetColumn, Field, Vocabulary, key};

use rust_decimal::Decimal;
use smol_str::{SmolStr, format_smolstr};

use super::line::{Header, Line, Words, is_number, label};
use super::segment::{self, indicator_header};
use super::statements::{self, PROJECT_SCORE, Stated};
use super::value;

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    /// The names of the projects.
    Name,
    /// Their money, by stage, and what is said of it.
    Money(BudgetColumn),
    /// The part of an amount that comes from one source.
    Part,
}

/// The money of a list, by stage.
const AMOUNTS: [BudgetColumn; 4] = [
    BudgetColumn::Approved,
    BudgetColumn::Adjusted,
    BudgetColumn::Received,
    BudgetColumn::Executed,
];

/// What a table that is a list states of its projects; nothing for one that is none. `year` is that of the report.
pub(super) fn read(
    document: &Document,
    index: usize,
    year: Option<i32>,
    grammar: &Grammar,
) -> Vec<Statement> {
    let table = &document.tables[index];
    if table.width() < 3 {
        return Vec::new();
    }
    let vocabulary = grammar.forms.union();
    let year = table.caption.year.or(year);
    // Most tables have no column of projects, and their rows need not be laid out.
    let mut words = table.cells().iter().filter(|cell| !cell.text.is_ascii());
    if !words.any(|cell| project_name(&label(&cell.text), year, vocabulary).is_some()) {
        return Vec::new();
    }
    let lines = Line::all(document, table);
    let mut statements = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((header, height)) = Heading::read(&lines[at..], table, year, grammar) else {
            at += 1;
            continue;
        };
        let first = at + height;
        let end = (first..lines.len())
            .find(|&next| Heading::read(&lines[next..], table, year, grammar).is_some())
            .unwrap_or(lines.len());
        let list = List {
            document,
            vocabulary,
            header,
            year,
            table: format_smolstr!("t{}", index + 1),
        };
        list.projects(&lines[first..end], &mut statements, grammar);
        at = end;
    }
    statements
}

/// The heading of a list, of one row or two.
struct Heading<'a> {
    header: Header<'a, Column>,
    /// How much money the unit of each amount is.
    powers: HashMap<BudgetColumn, u32>,
    /// Whether the rates are percentages by their heading.
    in_percent: bool,
}

impl<'a> Heading<'a> {
    /// The heading that the first rows are, and how many these are.
    fn read(
        lines: &[Line<'a>],
        table: &Table,
        year: Option<i32>,
        grammar: &Grammar,
    ) -> Option<(Self, usize)> {
        let vocabulary = grammar.forms.union();
        let column = |label: &str| column(label, year, vocabulary);
        let line = lines.first()?;
        let names = |at| project_name(line.label(at), year, vocabulary).is_some();
        if !(0..line.len()).any(names) || line.has_number() {
            return None;
        }
        if indicator_header(line, vocabulary).is_some() {
            return None;
        }
        let first = Header::read(line, column);
        let second = lines
            .get(1)
            .filter(|below| !below.has_number())
            .and_then(|below| first.under(below, column));
        let (header, height) = match second {
            Some(header) => (header, 2),
            None => (first, 1),
        };
        is_list(&header, table, grammar).then(|| {
            let unit = |cell: &Cell| vocabulary.unit(&cell.text);
            let common = || {
                let declared = table.caption.unit.as_ref().map(|unit| unit.name.clone());
                let above = lines[..height].iter().flat_map(Line::own);
                declared.or_else(|| above.map(|(_, cell)| cell).find_map(unit))
            };
            let powers = AMOUNTS.into_iter().filter_map(|amount| {
                let heading = header.heading(Column::Money(amount))?;
                let unit = unit(heading).or_else(common)?;
                Some((amount, statements::power(&unit)?))
            });
            let rate = header.heading(Column::Money(BudgetColumn::Rate));
            let heading = Self {
                powers: powers.collect(),
                in_percent: rate.is_some_and(|cell| cell.text.contains(['%', '％'])),
                header,
            };
            (heading, height)
        })
    }
}

/// Whether a heading is that of a list of what became of projects: with their score, their rate of execution, or, in a
/// table on projects, what they spent, beside another amount.
fn is_list(header: &Header<Column>, table: &Table, grammar: &Grammar) -> bool {
    let has = |column| header.has(Column::Money(column));
    let amounts = AMOUNTS.into_iter().filter(|&amount| has(amount)).count();
    let title = table.caption.title.as_deref().unwrap_or_default();
    let subjects = &grammar.projects.subjects;
    let on_projects = subjects.iter().any(|word| title.contains(word.as_str()));
    header.has(Column::Name)
        && (scored(header)
            || has(BudgetColumn::Rate) && amounts > 0
            || has(BudgetColumn::Executed) && amounts > 1 && on_projects)
}

/// Whether the scores are those of the projects: beside a weight they are points of their money.
fn scored(header: &Header<Column>) -> bool {
    header.has(Column::Money(BudgetColumn::Score))
        && !header.has(Column::Money(BudgetColumn::Weight))
}

/// The column that a label names: by itself, as the whole of an amount (预算数 over 小计), or as a part of one (预算数 over
/// 财政资金). A column of another year than the list is none of it.
fn column(label: &str, year: Option<i32>, vocabulary: &Vocabulary) -> Option<(Column, usize)> {
    if let Some(place) = project_name(label, year, vocabulary) {
        return Some((Column::Name, place));
    }
    let label = of_year(label, year)?;
    if let Some((Field::TotalScore, place)) = vocabulary.field(label) {
        return Some((Column::Money(BudgetColumn::Score), place));
    }
    let money = |label: &str| {
        let (column, place) = vocabulary.budget_column(label)?;
        // A score of its own name is preferred.
        Some((Column::Money(column), place + PLACES))
    };
    money(label).or_else(|| {
        let ends = label.char_indices().map(|(at, _)| at).skip(1);
        ends.filter_map(|end| {
            let (over, part) = label.split_at(end);
            let (column, place) = money(over)?;
            let part = vocabulary.among().iter().fold(part, |part, word| {
                part.strip_prefix(word.as_str()).unwrap_or(part)
            });
            let part = part.trim_start_matches(':');
            if vocabulary.is_total(part) || vocabulary.is_subtotal(part) {
                Some((column, place))
            } else {
                vocabulary.source(part).map(|_| (Column::Part, 0))
            }
        })
        .next()
    })
}

/// How much a label is preferred as the heading of the names of projects, if it is one.
fn project_name(label: &str, year: Option<i32>, vocabulary: &Vocabulary) -> Option<usize> {
    let label = of_year(label, year).filter(|label| !label.is_empty())?;
    match vocabulary.field(label)? {
        (Field::ProjectName, place) => Some(place),
        _ => None,
    }
}

/// More than any label has before it in its list.
const PLACES: usize = 1 << 20;

/// A label without the year before it (2023年预算数); `None` where that is another.
fn of_year(label: &str, year: Option<i32>) -> Option<&str> {
    let is_dated = label.starts_with(|c: char| c.is_ascii_digit());
    match is_dated.then(|| segment::year(label)).flatten() {
        Some(said) if year == Some(said) => {
            let (_, label) = label.split_once('年')?;
            Some(label.trim_start_matches('度'))
        }
        Some(_) => None,
        None => Some(label),
    }
}

/// A list while it is read.
struct List<'a> {
    document: &'a Document,
    vocabulary: &'a Vocabulary,
    header: Heading<'a>,
    year: Option<i32>,
    table: SmolStr,
}

/// A row of a list that may be a project.
struct Row<'l, 'a> {
    line: &'l Line<'a>,
    shift: isize,
    name: String,
    /// Whether it has a number in Chinese numerals, as groups of projects have.
    is_lettered: bool,
}

impl<'a> List<'a> {
    /// What the rows state of their projects.
    fn projects(&self, lines: &[Line<'a>], statements: &mut Vec<Statement>, grammar: &Grammar) {
        let rows: Vec<Row> = lines.iter().filter_map(|line| self.row(line)).collect();
        // 一、 over 1. is a group.
        let has_groups = rows.iter().any(|row| !row.is_lettered);
        let mut times: HashMap<&str, usize> = HashMap::new();
        for row in &rows {
            *times.entry(row.name.as_str()).or_default() += 1;
        }
        // Where most names are those of concepts or categories, and none has a score, the rows are of a statement.
        let others = rows.iter().filter(|row| is_item(&row.name, grammar));
        if !scored(&self.header.header) && 2 * others.count() > rows.len() {
            return;
        }
        let is_generic = |name: &String| grammar.projects.generic.contains(name);
        for row in &rows {
            // What is called by one name twice is not one thing.
            let is_one = times.get(row.name.as_str()) == Some(&1);
            if is_one && !(has_groups && row.is_lettered) && !is_generic(&row.name) {
                self.project(row, statements);
            }
        }
    }

    /// The project that a row may be: it has a name of its own and numbers, and is no sum.
    fn row<'l>(&self, line: &'l Line<'a>) -> Option<Row<'l, 'a>> {
        let header = &self.header.header;
        let shift = header.shift(line, fits);
        let first = line.own().next().map(|(_, cell)| cell)?;
        let sums = |cell: &Cell| {
            let label = label(&cell.text);
            self.vocabulary.is_total(&label) || self.vocabulary.is_subtotal(&label)
        };
        let cell = header.cell(line, Column::Name, shift)?;
        let words = header.words(line, Column::Name, shift)?;
        if sums(first) || sums(cell) || !line.own().any(|(_, own)| std::ptr::eq(own, cell)) {
            return None;
        }
        let (_, range) = value::code_and_name(words.text());
        let name = words.part(range);
        let number = numbering::number(name.text());
        let bare = number.as_ref().map_or(0, |number| number.text.len());
        let name = project::tidy(name.text().get(bare..).unwrap_or_default());
        let among = self.vocabulary.among();
        let is_part = among.iter().any(|word| name.starts_with(word.as_str()));
        let says = AMOUNTS
            .into_iter()
            .chain([BudgetColumn::Score])
            .any(|column| self.number(line, column, shift).is_some());
        let is_name = !is_number(&name) && !key(&name).is_empty() && !is_part;
        (says && is_name).then(|| Row {
            line,
            shift,
            name,
            is_lettered: is_lettered(words.text()) || is_lettered(&first.text),
        })
    }

    /// States what a row says of its project.
    fn project(&self, row: &Row<'_, 'a>, statements: &mut Vec<Statement>) {
        let dimensions = Dimensions::from([("project", row.name.as_str())]);
        let number = |column| self.number(row.line, column, row.shift);
        let stated = |column| Stated {
            label: self.label(column),
            year: self.year,
            table: Some(&self.table),
            dimensions: &dimensions,
        };
        for column in AMOUNTS {
            if let (Some((value, quote)), Some(&power)) =
                (number(column), self.header.powers.get(&column))
            {
                statements.extend(stated(column).amount(column, value, power, &quote));
            }
        }
        let base = [
            (BudgetColumn::Adjusted, Phase::Adjusted),
            (BudgetColumn::Approved, Phase::Approved),
            (BudgetColumn::Received, Phase::Received),
        ];
        let base = base
            .into_iter()
            .find_map(|(column, phase)| number(column).map(|_| phase));
        if let (Some((value, quote)), Some(base)) = (number(BudgetColumn::Rate), base) {
            statements.push(stated(BudgetColumn::Rate).rate(value, base, &quote));
        }
        if scored(&self.header.header)
            && let Some((value, quote)) = number(BudgetColumn::Score)
        {
            statements.push(stated(BudgetColumn::Score).score(PROJECT_SCORE, value, &quote));
        }
    }

    /// The number of a row under a column, with its place.
    fn number(
        &self,
        line: &Line<'a>,
        column: BudgetColumn,
        shift: isize,
    ) -> Option<(Decimal, Quote)> {
        let units: &[&str] = match column {
            BudgetColumn::Rate => &["%"],
            BudgetColumn::Score => &["分"],
            _ => &["元", "万元"],
        };
        let words = self
            .header
            .header
            .words(line, Column::Money(column), shift)?;
        let value = value::number_with(words.text(), units)?;
        let signed = words.text().contains(['%', '％']) || self.header.in_percent;
        // 0.95 is a rate, but no percentage.
        let is_read = column != BudgetColumn::Rate || signed || value > Decimal::TWO;
        is_read.then(|| (value, words.quote(self.document)))
    }

    /// What a column is called.
    fn label(&self, column: BudgetColumn) -> &'a str {
        let heading = self.header.header.heading(Column::Money(column));
        heading.map_or("", |cell| Words::of(cell).text())
    }
}

/// Whether a name is one of what statements have in their rows: 公务接待费, 教育支出.
fn is_item(name: &str, grammar: &Grammar) -> bool {
    let folded = fold_text(name);
    grammar.concepts.labels.contains_key(folded.as_str())
        || Functional::embedded().knows(&folded)
        || Economic::embedded().knows(&folded)
}

/// Whether words begin with a number in Chinese numerals, or are one: 一、 and （一）.
fn is_lettered(words: &str) -> bool {
    let words = words.trim();
    let brackets = ['(', ')', '（', '）'];
    let bare = words.trim_matches(brackets);
    let alone = !bare.is_empty() && bare.chars().all(numbering::is_numeral);
    let first = words.trim_start_matches(brackets);
    alone || numbering::number(words).is_some() && first.starts_with(numbering::is_numeral)
}

/// How well words suit a column.
fn fits(column: Column, words: &str) -> i32 {
    match (column, is_number(words)) {
        (Column::Name, true) => -2,
        (Column::Name, false) => 1,
        (Column::Money(BudgetColumn::Reason), _) => 0,
        (_, true) => 2,
        (_, false) => -2,
    }
}
