//! The header of a statement: what each column holds, and which columns belong to one ledger.

use std::ops::Range;

use regex::Regex;

use crate::document::caption::{Unit, squeeze, without_number};
use crate::document::{Cell, Table};
use crate::fact::Phase;
use crate::grammar::statements::{ColumnMeaning, Header, Ledger, Statements, key};

use super::label::without_unit;
use super::measure::{self, Compared, Measure};
use super::number;
use super::when::When;

/// A statement as its header divides it.
#[derive(Debug)]
pub(super) struct Grid<'g> {
    /// The rows with labels and numbers.
    pub rows: Range<usize>,
    /// Ledgers side by side.
    pub ledgers: Vec<Side<'g>>,
}

/// The columns of one ledger.
#[derive(Debug, Default)]
pub(super) struct Side<'g> {
    /// Columns of classification codes.
    pub codes: Vec<usize>,
    /// Columns of names.
    pub names: Vec<usize>,
    /// The column of names that are those of projects.
    pub project: Option<usize>,
    /// The column of the codes of units, where units and projects stand in one column of names.
    pub units: Option<usize>,
    /// Columns of both kinds by the classification that their header says.
    classes: Classes,
    /// Whether it is by the second classification, and another side by the first.
    pub repeats: bool,
    /// Columns of numbers.
    pub values: Vec<Value<'g>>,
    /// The words of its header.
    pub words: String,
}

/// Columns of codes and names by their classification.
#[derive(Debug, Default)]
struct Classes {
    /// By function.
    functions: Vec<usize>,
    /// By economic item.
    items: Vec<usize>,
    /// Those of both that are of the second classification.
    second: Vec<usize>,
}

impl Side<'_> {
    /// Columns of economic items, where others are of functions: a row with an item is a part of a function, and no total
    /// of either.
    pub fn crossed(&self) -> &[usize] {
        match self.classes.functions.is_empty() {
            true => &[],
            false => &self.classes.items,
        }
    }

    /// Columns of the second classification, which are not read where the first is printed beside it.
    pub fn second(&self) -> &[usize] {
        &self.classes.second
    }

    /// Whether all that names its rows is of the second classification.
    fn is_second(&self) -> bool {
        let second = self.classes.second.len();
        second > 0 && second == self.codes.len() + self.names.len()
    }

    /// Takes over a column of codes or names by what its header says. `units` is the column of the codes of units.
    fn take_label(
        &mut self,
        column: usize,
        path: &[String],
        units: Option<usize>,
        header: &Header,
    ) {
        let words: Vec<String> = path.iter().map(|words| key(words)).collect();
        let says = |pattern: &Regex| words.iter().any(|words| pattern.is_match(words));
        let classes = &mut self.classes;
        match (says(&header.by_function), says(&header.by_nature)) {
            (true, false) => classes.functions.push(column),
            (false, true) => classes.items.push(column),
            _ => {}
        }
        if says(&header.second) {
            classes.second.push(column);
        }
        let last = words.last().map_or("", |last| without_rank(last));
        let is_mixed = header.mixed.contains(last) && units.is_some();
        if is_mixed || header.projects.contains(last) {
            self.project = Some(column);
            self.units = units.filter(|_| is_mixed);
        }
    }

    /// Columns that compare the same in two ways, 比上年预算数增减% beside 比上年执行数增减%, are not told apart and say nothing.
    fn drop_rivals(&mut self) {
        let said = |value: &Value| (value.measure, value.when, value.about.clone());
        let all: Vec<_> = self.values.iter().map(said).collect();
        for (value, own) in self.values.iter_mut().zip(&all) {
            let again = all.iter().filter(|other| *other == own).count();
            if value.measure != Measure::Amount && again > 1 {
                value.about.push(measure::UNKNOWN.to_owned());
            }
        }
    }

    /// The words that its header prints over all its columns of numbers, where there are several.
    pub fn shared(&self) -> Option<&str> {
        let [first, others @ ..] = self.values.as_slice() else {
            return None;
        };
        let words = first.about.first().filter(|_| !others.is_empty())?;
        let said = |value: &Value| value.about.first() == Some(words);
        (others.iter().all(said) && words != measure::UNKNOWN).then_some(words)
    }
}

/// A column of numbers and what its header says.
#[derive(Debug)]
pub(super) struct Value<'g> {
    pub column: usize,
    /// What it is about, from the outer to the inner word.
    pub about: Vec<String>,
    pub when: When,
    pub unit: Option<&'g Unit>,
    /// What its numbers say of that.
    pub measure: Measure,
    /// Whether most of its cells are words.
    pub wordy: bool,
}

enum Role {
    Code,
    Name,
    /// Names of units, or units of measure.
    Holder,
    Ignored,
    /// Codes of units, which mean nothing but that a row is one of a unit.
    UnitCode,
    /// Numbers, as its header has it; whether most of its cells are such.
    Value(bool),
}

impl<'g> Grid<'g> {
    /// Reads the header of some rows of a table, which is one of a phase and a year.
    pub fn read(
        table: &Table,
        rows: Range<usize>,
        (phase, year): (Phase, Option<i32>),
        grammar: &'g Statements,
    ) -> Self {
        let body = header_end(table, rows.clone(), grammar)..rows.end;
        let paths = paths(table, rows.start..body.start);
        let mut grid = Self {
            rows: body.clone(),
            ledgers: Vec::new(),
        };
        let mut side = Side::default();
        let mut values = Vec::new();
        let mut units = None;
        for (column, path) in paths.iter().enumerate() {
            let unnamed = side.names.is_empty() && side.codes.is_empty();
            let role = match role(table, body.clone(), column, path, &grammar.header) {
                // Words before the first numbers name the rows, whatever is printed above them.
                Role::Value(false) if values.is_empty() => Role::Name,
                Role::Holder if values.is_empty() || unnamed => Role::Name,
                // Beside rows with names they are what is counted in, or who keeps it, and no ledger of their own.
                Role::Holder => Role::Ignored,
                role => role,
            };
            let opens = matches!(role, Role::Code | Role::Name) && !values.is_empty();
            if opens {
                grid.close(&mut side, &mut values, (phase, year));
            }
            if matches!(role, Role::Code | Role::Name) {
                side.take_label(column, path, units, &grammar.header);
            }
            match role {
                Role::Code => side.codes.push(column),
                Role::Name => side.names.push(column),
                Role::UnitCode => units = Some(column),
                Role::Ignored | Role::Holder => {}
                Role::Value(numbers) => {
                    let (mut value, compared) = value(column, path, grammar);
                    value.wordy = !numbers;
                    values.push((value, compared));
                }
            }
            for words in path {
                side.words.push_str(words);
                side.words.push(' ');
            }
        }
        if !values.is_empty() {
            grid.close(&mut side, &mut values, (phase, year));
        }
        let is_first = |side: &Side| !side.classes.items.is_empty() && !side.is_second();
        if grid.ledgers.iter().any(is_first) {
            for side in &mut grid.ledgers {
                side.repeats = side.is_second();
            }
        }
        grid
    }

    /// Adds a side whose columns are all read.
    fn close(
        &mut self,
        side: &mut Side<'g>,
        values: &mut Vec<(Value<'g>, Compared)>,
        (phase, year): (Phase, Option<i32>),
    ) {
        let years = values
            .iter()
            .map(|(value, compared)| (&value.when, compared));
        let beside = measure::another_year(years, year);
        let mut amounts = Vec::new();
        let settled = values.drain(..).map(|(mut value, compared)| {
            value.settle(&compared, beside);
            match value.measure {
                Measure::Amount => amounts.push(value.when),
                _ => value.when = compared.compared(&amounts, phase, year),
            }
            value
        });
        side.values = settled.collect();
        side.drop_rivals();
        if !side.is_second() {
            let second = &side.classes.second;
            // Names that are said to be of neither are of the codes beside them.
            for columns in [&mut side.codes, &mut side.names] {
                if columns.iter().any(|column| !second.contains(column)) {
                    columns.retain(|column| !second.contains(column));
                }
            }
        }
        self.ledgers.push(std::mem::take(side));
    }
}

/// The row after the header: the first with a number, or with a label that is numbered itself.
pub(super) fn header_end(table: &Table, rows: Range<usize>, grammar: &Statements) -> usize {
    let units = grammar.captions.units();
    rows.clone()
        .find(|&row| {
            table.row(row).any(|cell| is_figure(&cell.text, units))
                || table
                    .row(row)
                    .find(|cell| !cell.text.trim().is_empty())
                    .is_some_and(|first| {
                        let label = squeeze(&first.text);
                        without_number(&label).len() < label.len() && row > rows.start
                    })
        })
        .unwrap_or(rows.end)
}

/// All words of the header of a table, for what they say of the whole.
pub(super) fn header_words(table: &Table, grammar: &Statements) -> String {
    let rows = table.body.start..header_end(table, table.body.clone(), grammar);
    let cells = rows.flat_map(|row| table.row(row));
    cells.map(|cell| squeeze(&cell.text)).collect()
}

/// Whether a cell holds a number that is no year.
pub(super) fn is_figure(words: &str, units: &[Unit]) -> bool {
    number::read(words, units).is_some() && {
        let words = squeeze(words);
        let is_year = words.len() == 4 && (words.starts_with("19") || words.starts_with("20"));
        !is_year
    }
}

/// The words above each column from the top down, each cell once. A group that is printed over its first column alone
/// reaches as far to the right as columns without words of their own at its height, but with words below, follow.
fn paths(table: &Table, rows: Range<usize>) -> Vec<Vec<String>> {
    let width = table.width();
    let lowest: Vec<Option<usize>> = (0..width)
        .map(|column| {
            rows.clone()
                .rev()
                .find(|&row| is_printed(table, row, column))
        })
        .collect();
    let mut paths: Vec<Vec<String>> = vec![Vec::new(); width];
    let mut last = vec![None; width];
    for row in rows {
        let mut group = None;
        for column in 0..width {
            let below = lowest[column].is_some_and(|lowest| lowest > row);
            let covered = is_covered(table, row, column);
            if !below {
                group = None;
            } else if is_printed(table, row, column) {
                group = Some(column);
            }
            let from = if covered || !below {
                Some(column)
            } else {
                group
            };
            let Some(cell) = from.and_then(|column| table.get(row, column)) else {
                continue;
            };
            let place = Some((cell.row, cell.column));
            let words = squeeze(&cell.text);
            if !words.is_empty() && last[column] != place && paths[column].last() != Some(&words) {
                paths[column].push(words);
            }
            last[column] = place;
        }
    }
    paths
}

/// Whether the cell at a position says something.
fn is_printed(table: &Table, row: usize, column: usize) -> bool {
    !table.text(row, column).trim().is_empty()
}

/// Whether a position has words, or is part of a cell that covers several positions or rows.
fn is_covered(table: &Table, row: usize, column: usize) -> bool {
    table
        .get(row, column)
        .is_some_and(|cell| !cell.text.trim().is_empty() || cell.rows > 1 || cell.columns > 1)
}

/// Whether each column below a header holds codes, names or what means nothing, as far as the header says it.
pub(super) fn label_columns(table: &Table, rows: Range<usize>, grammar: &Statements) -> Vec<bool> {
    let header = &grammar.header;
    let end = header_end(table, rows.clone(), grammar);
    let is_label = |path: Vec<String>| {
        let last = path.last().map(|words| key(words)).unwrap_or_default();
        let lists = [
            &header.codes,
            &header.names,
            &header.projects,
            &header.mixed,
            &header.unit_codes,
            &header.holders,
            &header.ignored,
        ];
        let last = without_rank(&last);
        lists.iter().any(|list| list.contains(last)) || header.coded.is_match(last)
    };
    let paths = paths(table, rows.start..end);
    paths.into_iter().map(is_label).collect()
}

/// What a column holds, by the last words above it, and by its cells.
fn role(
    table: &Table,
    body: Range<usize>,
    column: usize,
    path: &[String],
    header: &Header,
) -> Role {
    let last = path.last().map(|words| key(words)).unwrap_or_default();
    let bare = without_rank(&last);
    let figures = figures(table, body.clone(), column);
    if header.codes.contains(bare) || header.coded.is_match(bare) {
        return Role::Code;
    }
    if header.holders.contains(bare) && figures != Some(true) {
        return Role::Holder;
    }
    let names = [&header.names, &header.projects, &header.mixed];
    if names.iter().any(|names| names.contains(bare)) && figures != Some(true) {
        return Role::Name;
    }
    if header.unit_codes.contains(bare) {
        return Role::UnitCode;
    }
    if header.ignored.contains(bare) || counts(table, body, column, header) {
        return Role::Ignored;
    }
    match figures {
        None if path.is_empty() => Role::Ignored,
        Some(false) if path.is_empty() || header.named.is_match(bare) => Role::Name,
        figures => Role::Value(figures.unwrap_or(true)),
    }
}

/// A header word without the 栏 or number that some print in it: `1.科目编码`.
fn without_rank(words: &str) -> &str {
    words.trim_start_matches(|c: char| c.is_ascii_digit())
}

/// Whether most of the cells that begin in a column are numbers; `None` where none says anything but a year.
fn figures(table: &Table, body: Range<usize>, column: usize) -> Option<bool> {
    let (mut numbers, mut words) = (0, 0);
    for row in body {
        let begins = |cell: &&Cell| cell.column == column;
        let text = table.get(row, column).filter(begins);
        let text = text.map_or("", |cell| cell.text.as_str());
        match () {
            _ if is_figure(text, &[]) => numbers += 1,
            _ if number::read(text, &[]).is_some() => {}
            // What is printed for none (`--`, `/`, `—`) says nothing of the column.
            _ if text.contains(char::is_alphanumeric) => words += 1,
            _ => {}
        }
    }
    (numbers + words > 0).then_some(numbers > words)
}

/// From how many rows on a column may be one that counts them.
const COUNTED: usize = 5;

/// Of how many rows that a column counts the number of one may be lost.
const LOST: usize = 5;

/// Whether a column counts the rows, whatever is printed above it: each number in it is greater than the one above, few
/// are left out, and none has decimals.
fn counts(table: &Table, body: Range<usize>, column: usize, header: &Header) -> bool {
    let begins = |cell: &&Cell| cell.column == column && !cell.text.trim().is_empty();
    let mut numbers: Vec<usize> = Vec::new();
    for row in body {
        let Some(cell) = table.get(row, column).filter(begins) else {
            continue;
        };
        let Ok(number) = cell.text.trim().parse() else {
            return false;
        };
        // The row that numbers the columns is none of these.
        if begins_as_ruler(table, row, header) {
            continue;
        }
        if numbers.last().is_some_and(|&last| last >= number) {
            return false;
        }
        numbers.push(number);
    }
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
        return false;
    };
    let counted = numbers.len();
    counted >= COUNTED && last - first < counted + counted / LOST
}

/// Whether a row begins with a word for the numbers of the columns: 栏次, 行次.
pub(super) fn begins_as_ruler(table: &Table, row: usize, header: &Header) -> bool {
    // Columns of codes and names are numbered `**`.
    let mut cells = table.row(row);
    let first = cells.find(|cell| cell.text.contains(char::is_alphanumeric));
    first.is_some_and(|first| header.rulers.contains(&key(&first.text)))
}

/// Reads the header of a column of numbers.
fn value<'g>(column: usize, path: &[String], grammar: &'g Statements) -> (Value<'g>, Compared) {
    let header = &grammar.header;
    let mut value = Value {
        column,
        about: Vec::new(),
        when: When::default(),
        unit: None,
        measure: Measure::Amount,
        wordy: false,
    };
    let mut compared = Compared::default();
    for words in path {
        if let Some(unit) = grammar.captions.bracketed_unit(words) {
            value.unit = Some(unit);
        }
        if compared.take(without_number(words), header) {
            continue;
        }
        let words = without_unit(words);
        let mut word = key(without_number(words));
        // 其中 is printed before the parts of a group, or over them.
        for mark in &header.of_which {
            if let Some(rest) = word.strip_prefix(mark.as_str()) {
                word = rest.to_owned();
            }
        }
        value.take(&word, header);
    }
    (value, compared)
}

impl Value<'_> {
    /// Takes a word of the header: a phase, a year, or what the column is about.
    fn take(&mut self, word: &str, header: &Header) {
        let rest = self.when.take(word, header);
        if !rest.is_empty() {
            self.about.push(rest.to_owned());
        }
    }

    /// Settles what the numbers say, where the words of the header compare.
    fn settle(&mut self, compared: &Compared, beside: bool) {
        match compared.measure(beside) {
            Some(Measure::Amount) => {}
            Some(measure) => self.measure = measure,
            // A difference from the budget, or one that is not said to be any.
            None => self.about.push(measure::UNKNOWN.to_owned()),
        }
    }

    /// What the column means in a ledger, and whether it only repeats what the ledger is about. `shared` are the words
    /// over all columns of its side, which may only be the title once more.
    pub fn meaning<'l>(
        &self,
        shared: Option<&str>,
        ledger: &'l Ledger,
        header: &Header,
    ) -> Option<(&'l ColumnMeaning, bool)> {
        let about = self.about.as_slice();
        meaning(about, ledger, header).or_else(|| {
            let (first, rest) = about.split_first()?;
            // 财政拨款支出 over all of a side says which side it is.
            let is_side = ledger
                .side
                .as_ref()
                .is_some_and(|side| first.contains(side.as_str()));
            (is_side || shared == Some(first)).then(|| meaning(rest, ledger, header))?
        })
    }
}

fn meaning<'l>(
    about: &[String],
    ledger: &'l Ledger,
    header: &Header,
) -> Option<(&'l ColumnMeaning, bool)> {
    let mut about = about;
    while let [above @ .., last] = about {
        if above.is_empty() || !header.sums.contains(last) {
            break;
        }
        about = above;
    }
    match about {
        [] => Some((ledger.column("")?, true)),
        [only] if header.sums.contains(only) => Some((ledger.column("合计")?, true)),
        _ => Some((find(ledger, about)?, false)),
    }
}

/// How many words stand above each other over a column at most.
const DEEPEST: usize = 8;

/// The meaning of a column by the whole of its words, or by the last where those above it are known and open.
fn find<'l>(ledger: &'l Ledger, about: &[String]) -> Option<&'l ColumnMeaning> {
    // Each word more doubles the ways to read them.
    if about.len() > DEEPEST {
        return None;
    }
    if let Some(meaning) = ledger.column(&about.join("/")) {
        return Some(meaning);
    }
    // Words that are broken into the lines of a header: 因公出国 over （境）费.
    if let [outer @ .., first, second] = about {
        let mut joined = outer.to_vec();
        joined.push(format!("{first}{second}"));
        if let Some(meaning) = find(ledger, &joined) {
            return Some(meaning);
        }
    }
    let (last, above) = about.split_last()?;
    let above = find(ledger, above)?;
    if above.closed {
        None
    } else {
        ledger.column(last)
    }
}
