//! The rows of a ledger: which item or classified row each is, and the statement that each of its numbers makes.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use rust_decimal::Decimal;
use smol_str::{SmolStr, format_smolstr};

use super::grid::{Side, Value};
use super::label::{Label, economic_below, function_below};
use super::measure::{self, Compared, Measure};
use super::number::{self, Number};
use super::projects::{self, Entry};
use super::reader::{Column, Reader};
use super::when::{When, Year};
use crate::document::Cell;
use crate::document::caption::{squeeze, without_number};
use crate::fact::{Dimensions, List, Metric, Phase, Statement, project};
use crate::grammar::codes::{Economic, Functional};
use crate::grammar::statements::{Classified, ColumnMeaning, Ledger, RowMeaning, key};

/// Reads the rows of one ledger.
pub(super) struct LedgerReader<'r, 'a, 'g> {
    reader: &'r Reader<'a, 'g>,
    side: &'r Side<'g>,
    /// The ledger to the left.
    left: Option<&'r Side<'g>>,
    /// Whether its rows are not classified by function though the form's are.
    by_nature: bool,
    /// The ledgers of the form that its rows may belong to, with its columns as each reads them.
    choices: Vec<(&'g Ledger, Vec<Column<'r, 'g>>)>,
    /// Of each column, the byte where its first number stands.
    firsts: BTreeMap<usize, usize>,
    /// The rows whose labels say but when, or compare, with what they say.
    dated: BTreeMap<usize, Dated>,
    /// Names that stand before numbers in several rows.
    repeated: HashSet<String>,
    /// The concepts that have rows of their own, whatever stands beside them.
    present: HashSet<&'g str>,
    /// The rows of projects, where they are told by more than their names.
    projects: Option<BTreeSet<usize>>,
    /// The rows that close a block, with the rows of the block.
    closed: Vec<(Range<usize>, &'g RowMeaning)>,
    /// The rows whose totals hold nothing that is beyond the ledger.
    before: Range<usize>,
    /// The rows with numbers, by their keys, where a ledger has one that says but that it is a total.
    filled: Vec<(usize, String)>,
}

/// What a row says of its numbers that names nothing: `2023年决算数`, `比上年增减`.
#[derive(Debug, Clone, Copy, Default)]
struct Dated {
    when: When,
    measure: Measure,
}

/// What a row is.
enum Meaning<'g> {
    /// The total of the ledger.
    Total,
    /// A row with a meaning of its own.
    Item(&'g RowMeaning),
    /// A row of the classification, with its code.
    Classified(String),
    /// A row that is no part of the ledger, which states nothing: the transfers and debts of a government.
    Beyond,
}

/// A row that is understood.
struct Row<'g> {
    index: usize,
    label: Label,
    meaning: Meaning<'g>,
    /// What its label says of all its numbers.
    dated: Dated,
}

/// What the rows above say of the rows below.
#[derive(Default)]
struct State<'g> {
    /// Which of the form's ledgers is read.
    ledger: usize,
    /// The last row that the rows of funds below are parts of.
    parts: Option<&'g RowMeaning>,
    /// The last row that heads a block.
    block: Option<&'g RowMeaning>,
    /// The last classification code.
    code: String,
    /// The codes printed in the columns of 类, 款 and 项.
    columns: Vec<String>,
    /// Whether the rows above are beyond the ledger, so that what has no code below them is so too.
    beyond: bool,
}

impl<'r, 'a, 'g> LedgerReader<'r, 'a, 'g> {
    /// A reader of one side of a statement.
    pub fn new(
        reader: &'r Reader<'a, 'g>,
        side: &'r Side<'g>,
        left: Option<&'r Side<'g>>,
        choices: Vec<(&'g Ledger, Vec<Column<'r, 'g>>)>,
    ) -> Self {
        let by_nature = reader.header().by_nature.is_match(&key(&side.words));
        Self {
            reader,
            side,
            left,
            by_nature,
            choices,
            firsts: BTreeMap::new(),
            dated: BTreeMap::new(),
            repeated: HashSet::new(),
            present: HashSet::new(),
            projects: None,
            closed: Vec::new(),
            before: 0..0,
            filled: Vec::new(),
        }
    }

    /// Adds the statements of the rows, and returns how many rows with numbers are not understood.
    pub fn read(mut self, rows: &[usize], statements: &mut Vec<Statement>) -> usize {
        for value in &self.side.values {
            let number = |&row: &usize| self.number(row, value, value.measure);
            let first = rows.iter().find_map(number);
            if let Some((cell, _)) = first {
                let start = cell.span.start;
                self.firsts.insert(value.column, start);
            }
        }
        if self.choices.iter().any(|(ledger, _)| ledger.single) {
            self.survey(rows);
        }
        if self
            .choices
            .iter()
            .any(|(ledger, _)| ledger.subtotal.is_some())
        {
            self.filled = self.filled(rows);
        }
        self.by_nature |= self.has_rows_by_nature(rows);
        self.projects = self.side.units.map(|units| self.below_units(rows, units));
        self.closed = self.closed_blocks(rows);
        self.before = self.rows_before_beyond(rows);
        let mut unread = 0;
        let mut state = State::default();
        let single = self.single_row(rows);
        for &index in rows {
            let label = self.label(index, &mut state.columns);
            let dated = self.dated.get(&index).copied();
            let meaning = match single {
                Some(only) if only == index || dated.is_some() => Some(Meaning::Total),
                _ => self
                    .project(index)
                    .or_else(|| self.meaning(&label, &mut state)),
            };
            let Some(meaning) = meaning else {
                unread += usize::from(self.has_number(index));
                continue;
            };
            let row = Row {
                index,
                label,
                meaning,
                dated: dated.unwrap_or_default(),
            };
            self.state(&row, &state, statements);
            state.pass(&row);
        }
        unread
    }

    /// Whether rows of a ledger beside others bear names of the economic classification and none that only the functional
    /// one has: their header may say less of what they are (`项目`) than of the side that they are on.
    fn has_rows_by_nature(&self, rows: &[usize]) -> bool {
        if self.choices.iter().all(|(ledger, _)| ledger.side.is_none()) {
            return false;
        }
        let (functions, items) = (Functional::embedded(), Economic::embedded());
        let mut known = false;
        for &row in rows {
            let Label { words, .. } = self.label(row, &mut Vec::new());
            let by_nature = items.class_by_name(&words).is_some();
            if functions.class_by_name(&words).is_some() {
                // 其他支出 is a name of both.
                if !by_nature {
                    return false;
                }
            } else {
                known |= by_nature;
            }
        }
        known
    }

    /// Looks over the labels of all rows, for what a row means may depend on the others.
    fn survey(&mut self, rows: &[usize]) {
        self.dated = self.dated_rows(rows);
        let keys: Vec<String> = self.filled(rows).into_iter().map(|(_, key)| key).collect();
        self.present = self.present(&keys);
        self.repeated = repeated(keys);
    }

    /// The rows that have numbers, by their keys.
    fn filled(&self, rows: &[usize]) -> Vec<(usize, String)> {
        let rows = rows.iter().filter(|&&row| self.has_number(row));
        let keyed = rows.map(|&row| (row, self.label(row, &mut Vec::new()).key));
        keyed.collect()
    }

    /// The key of the row that one is which says but that it is a total.
    fn subtotal<'l>(&self, ledger: &'l Ledger, label: &Label) -> Option<&'l str> {
        let subtotal = ledger
            .subtotal
            .as_ref()
            .filter(|s| s.is_named(&label.key))?;
        let mut named = self.filled.iter().filter(|(_, key)| subtotal.is_named(key));
        let is_only = named.all(|&(row, _)| row == label.row);
        let below = self.filled.iter().filter(|&&(row, _)| row > label.row);
        let below = below.map(|(_, key)| ledger.row(key)?.concept.as_deref());
        subtotal.means(below).filter(|_| is_only)
    }

    /// Of a ledger whose numbers need no label: the only row that has numbers, or the row of their phase, or the total.
    fn single_row(&self, rows: &[usize]) -> Option<usize> {
        let (ledger, columns) = self.choices.first()?;
        if !ledger.single || columns.iter().all(|column| column.plain) {
            return None;
        }
        let header = self.reader.header();
        let filled: Vec<usize> = rows
            .iter()
            .copied()
            .filter(|&row| self.has_number(row))
            .collect();
        if let [only] = filled[..] {
            let label = self.label(only, &mut Vec::new());
            let is_own = matches!(
                self.meaning_in(0, &label, ""),
                Some(Meaning::Item(_) | Meaning::Classified(_))
            );
            return (!is_own).then_some(only);
        }
        let is_total = |row: usize| ledger.is_total(&self.label(row, &mut Vec::new()).key, header);
        let mut totals = filled.iter().copied().filter(|&row| is_total(row));
        totals.next().or_else(|| {
            filled
                .iter()
                .copied()
                .find(|row| self.dated.contains_key(row))
        })
    }

    fn has_number(&self, row: usize) -> bool {
        let mut values = self.side.values.iter();
        values.any(|value| self.number(row, value, value.measure).is_some())
    }

    /// The rows whose labels say nothing but when, or that they compare.
    fn dated_rows(&self, rows: &[usize]) -> BTreeMap<usize, Dated> {
        let header = self.reader.header();
        let said = rows.iter().filter_map(|&row| {
            let label = self.label(row, &mut Vec::new());
            let mut compared = Compared::default();
            let compares = compared.take(&label.words, header);
            let when = When::of(&label.key, header).filter(|_| !compares);
            (compares || when.is_some()).then(|| (row, when.unwrap_or_default(), compared))
        });
        let said: Vec<(usize, When, Compared)> = said.collect();
        let years = said.iter().map(|(_, when, compared)| (when, compared));
        let beside = measure::another_year(years, self.reader.year);
        let dated = said.into_iter().filter_map(|(row, when, compared)| {
            let measure = compared.measure(beside)?;
            Some((row, Dated { when, measure }))
        });
        dated.collect()
    }

    /// The blocks that a row behind them closes: 人员经费合计 below its items. Where any has no items of its own, the totals
    /// stand together at the end and close nothing.
    fn closed_blocks(&self, rows: &[usize]) -> Vec<(Range<usize>, &'g RowMeaning)> {
        let ledgers = self.choices.iter().map(|(ledger, _)| *ledger);
        let Some(ledger) = ledgers.into_iter().find(|ledger| ledger.closes()) else {
            return Vec::new();
        };
        let mut blocks = Vec::new();
        let (mut start, mut items) = (0, 0);
        let mut above = Vec::new();
        for &row in rows {
            let label = self.label(row, &mut above);
            match ledger.row(&label.key).filter(|_| label.code.is_none()) {
                Some(item) if item.closes && items == 0 => return Vec::new(),
                Some(item) if item.closes => {
                    blocks.push((start..row, item));
                    (start, items) = (row, 0);
                }
                _ => items += usize::from(label.code.is_some() && self.has_number(row)),
            }
        }
        blocks
    }

    /// The block of a row: that which a row above heads, or one below closes.
    fn block(&self, row: usize, state: &State<'g>) -> Option<&'g RowMeaning> {
        state.block.or_else(|| {
            let mut closed = self.closed.iter();
            Some(closed.find(|(rows, _)| rows.contains(&row))?.1)
        })
    }

    /// The concepts of the rows with some names that depend on no other row.
    fn present(&self, keys: &[String]) -> HashSet<&'g str> {
        let ledgers = self.choices.iter().map(|(ledger, _)| *ledger);
        let items = ledgers.flat_map(|ledger| keys.iter().filter_map(|key| ledger.row(key)));
        items
            .filter(|item| item.beside.is_none())
            .filter_map(|item| item.concept.as_deref())
            .collect()
    }

    /// The label of a row. Where a total is printed over several ledgers, its words stand in the first of them and its
    /// number in the last.
    fn label(&self, row: usize, above: &mut Vec<String>) -> Label {
        let (table, header) = (self.reader.table, self.reader.header());
        let label = Label::read(table, self.side, row, header, above);
        let left = self.left.filter(|left| {
            label.words.is_empty()
                && label.code.is_none()
                && left
                    .values
                    .iter()
                    .all(|value| self.number(row, value, value.measure).is_none())
        });
        let columns = left
            .into_iter()
            .flat_map(|left| left.names.iter().chain(&left.codes));
        let mut words = columns.map(|&column| squeeze(table.text(row, column)));
        match words.find(|text| !text.is_empty()) {
            Some(words) => Label::new(row, &words, None, header),
            None => label,
        }
    }

    /// The rows of projects below those of units, which have codes in a column of their own.
    fn below_units(&self, rows: &[usize], units: usize) -> BTreeSet<usize> {
        let header = self.reader.header();
        let columns = self.choices.first().map(|(_, columns)| columns.as_slice());
        let (Some(value), Some(names)) = (
            columns.and_then(|columns| Some(columns.first()?.value)),
            self.side.project,
        ) else {
            return BTreeSet::new();
        };
        let table = self.reader.table;
        let entry = |&row: &usize| {
            let name = key(without_number(&squeeze(table.text(row, names))));
            let (_, number) = self.number(row, value, value.measure)?;
            (!header.totals.contains(&name)).then(|| Entry {
                row,
                amount: number.value,
                is_unit: !table.text(row, units).trim().is_empty(),
                is_group: header.groups.contains(&name),
            })
        };
        let entries: Vec<Entry> = rows.iter().filter_map(entry).collect();
        projects::rows(&entries)
    }

    /// The project of a row, where rows are those of projects: named by a cell of its own, once in the table.
    fn project(&self, row: usize) -> Option<Meaning<'g>> {
        let (ledger, _) = self.choices.first()?;
        let column = self
            .side
            .project
            .filter(|_| ledger.classified == Some(Classified::Project))?;
        if self
            .projects
            .as_ref()
            .is_some_and(|projects| !projects.contains(&row))
        {
            return None;
        }
        let table = self.reader.table;
        let cell = table.get(row, column).filter(|cell| cell.rows == 1)?;
        let name = squeeze(&cell.text);
        let is_total = ledger.is_total(&key(&name), self.reader.header());
        let again = |other: usize| other != row && squeeze(table.text(other, column)) == name;
        let named = name.chars().any(char::is_alphabetic) && !is_total;
        (named && !table.body.clone().any(again))
            .then(|| Meaning::Classified(project::tidy(cell.text.trim())))
    }

    /// What a row is, in the ledger that the rows above are of, or else in another of the form.
    fn meaning(&self, label: &Label, state: &mut State<'g>) -> Option<Meaning<'g>> {
        let others = 0..self.choices.len();
        let mut ledgers = std::iter::once(state.ledger).chain(others);
        let (ledger, meaning) =
            ledgers.find_map(|at| Some((at, self.meaning_in(at, label, &state.code)?)))?;
        state.ledger = ledger;
        if let Meaning::Classified(code) = &meaning {
            state.code.clone_from(code);
        }
        Some(self.within(meaning, label, state))
    }

    /// What a row is where the ledger has rows beyond it: what is beyond states nothing, nor does what has no code below
    /// it, but for a total.
    fn within(&self, meaning: Meaning<'g>, label: &Label, state: &mut State<'g>) -> Meaning<'g> {
        if !self.choices[state.ledger].0.has_beyond() {
            return meaning;
        }
        match &meaning {
            Meaning::Beyond => state.beyond |= !self.choices[state.ledger].0.sums(&label.key),
            Meaning::Classified(code) if self.is_beyond(code) => state.beyond = true,
            Meaning::Classified(_) if label.code.is_none() => {}
            _ => state.beyond = false,
        }
        match state.beyond {
            true => Meaning::Beyond,
            false => meaning,
        }
    }

    /// Whether a function is none of what the budget of a government is spent for.
    fn is_beyond(&self, code: &str) -> bool {
        self.reader.grammar.reports.government.is_beyond(code)
    }

    /// The rows whose totals hold nothing that is beyond the ledger: those before all that is, but for the first.
    fn rows_before_beyond(&self, rows: &[usize]) -> Range<usize> {
        let [(ledger, _)] = self.choices[..] else {
            return 0..0;
        };
        let mut filled = rows.iter().copied().filter(|&row| self.has_number(row));
        let Some(first) = filled.next() else {
            return 0..0;
        };
        let is_beyond = |label: Label| match label.code {
            Some(code) if ledger.classified.is_some() => self.is_beyond(&code),
            _ => ledger.is_beyond(&label.words),
        };
        let beyond = rows.iter().copied();
        let mut beyond = beyond.filter(|&row| is_beyond(self.label(row, &mut Vec::new())));
        match beyond.next() {
            // The first of all rows totals what stands below it, with what is beyond.
            Some(at) => first + 1..at,
            None => first..usize::MAX,
        }
    }

    /// What a row is in one ledger, by its code or its name.
    fn meaning_in(&self, at: usize, label: &Label, last: &str) -> Option<Meaning<'g>> {
        let (ledger, _) = self.choices.get(at)?;
        let own = self.subtotal(ledger, label).unwrap_or(&label.key);
        let repeated = ledger.once && self.repeated.contains(own);
        if repeated || ledger.classified == Some(Classified::Project) {
            return None;
        }
        let classified = self.classified(ledger, label);
        if let Some(code) = &label.code {
            let first = match classified? {
                Classified::Function => ['2', '2'],
                // 5 is the economic classification of governments.
                Classified::Economic => ['3', '5'],
                Classified::Project => return None,
            };
            let is_code = code.starts_with(first) && matches!(code.len(), 3 | 5 | 7);
            let is_unit = || self.is_of_unit(code, &label.words, classified);
            return (is_code && !is_unit()).then(|| Meaning::Classified(code.clone()));
        }
        if let Some(item) = ledger.row(own) {
            return Some(Meaning::Item(item));
        }
        if ledger.is_total(own, self.reader.header()) {
            return Some(Meaning::Total);
        }
        if ledger.sums(own) {
            let is_whole = self.before.contains(&label.row);
            return Some(if is_whole {
                Meaning::Total
            } else {
                Meaning::Beyond
            });
        }
        if ledger.is_beyond(&label.words) {
            return Some(Meaning::Beyond);
        }
        if label.key.is_empty() {
            return None;
        }
        let code = match classified? {
            Classified::Function if self.by_nature => None,
            // 01 and 04 have rows of 类 alone.
            Classified::Function if ledger.side.is_some() => {
                let codes = Functional::embedded();
                codes.class_by_name(&label.words).map(str::to_owned)
            }
            Classified::Function => function_below(&label.words, last),
            Classified::Economic => economic_below(&label.words, last),
            Classified::Project => None,
        };
        code.map(Meaning::Classified)
    }

    /// By what a row is classified in a ledger, if it can be.
    fn classified(&self, ledger: &Ledger, label: &Label) -> Option<Classified> {
        let is_part = match ledger.classified? {
            // Items within functions are none of the whole; governments' beside those of departments say the same again.
            Classified::Economic => !self.side.crossed().is_empty() || self.side.repeats,
            Classified::Function => label.crossed,
            Classified::Project => false,
        };
        ledger.classified.filter(|_| !is_part)
    }

    /// 203 | 云溪县文化馆: whether a code is that of the unit that stands beside it, not of the classification.
    fn is_of_unit(&self, code: &str, name: &str, classified: Option<Classified>) -> bool {
        let (functions, items) = (Functional::embedded(), Economic::embedded());
        let is_of_list = match classified {
            Some(Classified::Economic) => {
                items.bears(code, name) != Some(false) || items.knows(name)
            }
            _ => functions.bears(code, name) != Some(false) || functions.knows(name),
        };
        let suffix = &self.reader.grammar.reports.publisher.suffix;
        let ends = |found: regex::Match| found.end() == name.len();
        !is_of_list && suffix.find_iter(name).last().is_some_and(ends)
    }

    /// Adds the statements of a row.
    fn state(&self, row: &Row<'g>, state: &State<'g>, statements: &mut Vec<Statement>) {
        let Some((ledger, columns)) = self.choices.get(state.ledger) else {
            return;
        };
        let broad = columns.iter().any(|column| !column.plain);
        for column in columns {
            let statement = self.statement(row, column, ledger, state);
            let Some(mut statement) = statement else {
                continue;
            };
            // Columns that break a row down make a list of the row, others one of the column.
            let own = statement.quote.bytes.start;
            let id = match broad {
                true => self.row_start(row.index).unwrap_or(own),
                false => self
                    .firsts
                    .get(&column.value.column)
                    .copied()
                    .unwrap_or(own),
            };
            statement.list = Some(List { id, head: None });
            statements.push(statement);
        }
    }

    /// The statement of the number in a row and column.
    fn statement(
        &self,
        row: &Row<'g>,
        column: &Column<'_, 'g>,
        ledger: &Ledger,
        state: &State<'g>,
    ) -> Option<Statement> {
        let (concept, fund) = self.concept(row, column, state)?;
        let measure = match row.dated.measure {
            Measure::Amount => column.value.measure,
            measure => measure,
        };
        let (cell, number) = self.number(row.index, column.value, measure)?;
        let (phase, year) = self.when(column, row)?;
        let count = match &row.meaning {
            Meaning::Item(item) => item.count.as_deref(),
            _ => column.meaning.count.as_deref(),
        };
        let quantity = match (count, measure) {
            (Some(count), Measure::Amount) => Quantity::count(&number, count)?,
            // A difference of counts is no change of the vocabulary.
            (Some(_), _) => return None,
            (None, rate) if rate.is_rate() => Quantity::rate(&number, rate),
            (None, measure) => Quantity {
                metric: measure.metric(),
                ..Quantity::amount(&number, self.scale(&row.label, column, &number)?)?
            },
        };
        let words = match (&row.meaning, column.value.about.last()) {
            (Meaning::Total, Some(words)) => words.clone(),
            _ => row.label.words.clone(),
        };
        Some(Statement {
            concept: concept.clone(),
            label: words.into(),
            metric: quantity.metric,
            phase,
            year,
            dimensions: dimensions(&row.meaning, column.meaning, fund, ledger),
            value: Some(quantity.value),
            unit: quantity.unit,
            decimals: Some(quantity.decimals),
            place: Some(quantity.decimals),
            approximate: false,
            whole: None,
            base: measure.base(),
            section: None,
            table: Some(format_smolstr!("t{}", self.reader.index + 1)),
            list: None,
            quote: self.reader.document.quote(cell.span),
        })
    }

    /// The concept of a number by its row and column, and the fund where a named row is broken down by funds.
    fn concept(
        &self,
        row: &Row<'g>,
        column: &Column<'_, 'g>,
        state: &State<'g>,
    ) -> Option<(&'g SmolStr, Option<&'g str>)> {
        let item = match row.meaning {
            Meaning::Total => return Some((column.concept?, None)),
            Meaning::Classified(_) => {
                let block = self.block(row.index, state).filter(|_| column.plain);
                let concept = block.and_then(|block| block.concept.as_ref());
                return Some((concept.or(column.concept)?, None));
            }
            Meaning::Item(item) => item,
            Meaning::Beyond => return None,
        };
        let (concept, fund) = match (item.fund.as_deref(), state.parts) {
            (Some(fund), Some(whole)) => (whole.concept.as_ref()?, Some(fund)),
            _ => (self.item_concept(item)?, None),
        };
        match column.concept {
            _ if column.open || column.meaning.fund.is_some() => {
                Some((concept, column.meaning.fund.as_deref().or(fund)))
            }
            // 合计 under 人员经费 is the total of 人员经费.
            Some(inner) if inner.starts_with(concept.as_str()) => Some((inner, None)),
            Some(inner) if concept.starts_with(inner.as_str()) => Some((concept, None)),
            _ => None,
        }
    }

    /// The concept of a row, which may depend on the other rows.
    fn item_concept(&self, item: &'g RowMeaning) -> Option<&'g SmolStr> {
        let beside = item.beside.as_deref();
        match beside.is_some_and(|other| self.present.contains(other)) {
            true => item.otherwise.as_ref(),
            false => item.concept.as_ref(),
        }
    }

    /// The phase and year of a number by its row, its column and its statement; `None` where the year is not known.
    fn when(&self, column: &Column<'_, 'g>, row: &Row) -> Option<(Phase, Option<i32>)> {
        let family = self.reader.family.phase;
        let (across, down) = (row.dated.when, column.value.when);
        let said = across.phase.or(down.phase);
        let year = across.year.or(down.year);
        let exists = match &row.meaning {
            Meaning::Item(item) => item.exists,
            _ => column.meaning.exists,
        };
        let phase = match said.unwrap_or(family) {
            // What exists is so in a budget too.
            _ if exists && family == Phase::Approved => Phase::Executed,
            // What a budget shows as executed is of an earlier year, and must say of which.
            Phase::Executed if family == Phase::Approved && year.is_none() => return None,
            phase => phase,
        };
        let year = match year {
            Some(Year::Named(year)) => Some(year),
            Some(Year::Before) => Some(self.reader.year? - 1),
            Some(Year::This) | None => self.reader.year,
        };
        Some((phase, year))
    }

    /// How many yuan the unit of an amount has: that of its cell, else of its row, its column or the table.
    fn scale(&self, label: &Label, column: &Column, number: &Number) -> Option<u32> {
        let captions = &self.reader.grammar.statements.captions;
        let unit = number
            .unit
            .or_else(|| {
                let words = label.words.contains('(').then_some(&label.words)?;
                captions.bracketed_unit(words)
            })
            .or(column.value.unit)
            .or(self.reader.unit)?;
        Some(unit.scale)
    }

    /// The number at a row and column, where a cell begins there and has it in one piece: one that is broken over lines
    /// which other cells stand between cannot be quoted.
    fn number(
        &self,
        row: usize,
        value: &Value,
        measure: Measure,
    ) -> Option<(&'a Cell, Number<'g>)> {
        let cell = self.reader.table.get(row, value.column)?;
        let starts = cell.row == row && cell.column == value.column;
        let printed = || self.reader.document.slice(cell.span).len() >= cell.text.len();
        let units = self.reader.grammar.statements.captions.units();
        let text = match measure {
            rate if rate.is_rate() => cell.text.trim_end().trim_end_matches(['%', '％']),
            _ => cell.text.as_str(),
        };
        let number = starts.then(|| number::read(text, units))??;
        printed().then_some((cell, number))
    }

    /// The byte where the ledger's part of a row begins.
    fn row_start(&self, row: usize) -> Option<usize> {
        let values = self.side.values.iter().map(|value| &value.column);
        let columns = self.side.codes.iter().chain(&self.side.names).chain(values);
        let cells = columns.filter_map(|column| self.reader.table.get(row, *column));
        cells.map(|cell| cell.span.start).min()
    }
}

impl<'g> State<'g> {
    /// Takes over what a row says of those below.
    fn pass(&mut self, row: &Row<'g>) {
        let Meaning::Item(item) = row.meaning else {
            return;
        };
        if item.fund.is_none() || self.parts.is_none() {
            self.parts = item.parts.then_some(item);
        }
        if item.block && row.label.code.is_none() {
            self.block = Some(item);
        }
    }
}

/// Names that are there twice: what is called by one of them is not one thing.
fn repeated(mut keys: Vec<String>) -> HashSet<String> {
    keys.sort_unstable();
    let twice = keys.windows(2).filter(|pair| pair[0] == pair[1]);
    twice.map(|pair| pair[0].clone()).collect()
}

/// The dimensions of a number by its row, or by its column where the row only totals it.
fn dimensions(
    row: &Meaning,
    column: &ColumnMeaning,
    fund: Option<&str>,
    ledger: &Ledger,
) -> Dimensions {
    let mut dimensions = Dimensions::new();
    let mut add = |name: &'static str, value: &str| {
        dimensions.insert(SmolStr::new_static(name), value);
    };
    match row {
        Meaning::Beyond => {}
        Meaning::Total => {
            if let Some(used) = &column.vehicle_use {
                add("vehicle_use", used);
            }
        }
        Meaning::Item(item) => {
            if let Some(used) = &item.vehicle_use {
                add("vehicle_use", used);
            }
            if let Some(fund) = fund {
                add("fund", fund);
            }
        }
        Meaning::Classified(code) => {
            let name = match ledger.classified {
                Some(Classified::Economic) => "economic",
                Some(Classified::Project) => "project",
                _ => "function",
            };
            add(name, code);
        }
    }
    dimensions
}

/// A number in its base unit.
struct Quantity {
    value: Decimal,
    decimals: i32,
    metric: Metric,
    unit: SmolStr,
}

impl Quantity {
    /// A whole number with its classifier.
    fn count(number: &Number, classifier: &str) -> Option<Self> {
        number.value.fract().is_zero().then(|| Self {
            value: number.value.normalize(),
            decimals: 0,
            metric: Metric::Count,
            unit: classifier.into(),
        })
    }

    /// A percentage.
    fn rate(number: &Number, measure: Measure) -> Self {
        Self {
            value: number.value,
            decimals: number.value.scale() as i32,
            metric: measure.metric(),
            unit: SmolStr::new_static("%"),
        }
    }

    /// An amount in yuan, of a number in a unit of so many yuan.
    fn amount(number: &Number, scale: u32) -> Option<Self> {
        let decimals = number.value.scale() as i32 - scale.checked_ilog10()? as i32;
        let mut value = number.value;
        if scale != 1 {
            value = value.checked_mul(Decimal::from(scale))?;
            let keep = decimals.max(0) as u32;
            if value.scale() > keep {
                value.rescale(keep);
            }
        }
        Some(Self {
            value,
            decimals,
            metric: Metric::Amount,
            unit: SmolStr::new_static("CNY"),
        })
    }
}
