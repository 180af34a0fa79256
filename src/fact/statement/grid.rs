//! The header of a statement: what each column holds, and which columns belong to one ledger.

use std::ops::Range;

use crate::document::Table;
use crate::document::caption::{Unit, squeeze, without_number};
use crate::fact::Phase;
use crate::grammar::statements::{ColumnMeaning, Header, Ledger, Statements, key};

use super::measure::{self, Compared, Measure};
use super::number;

/// A statement as its header divides it.
#[derive(Debug)]
pub(super) struct Grid<'g> {
    /// The rows with labels and numbers.
    pub rows: Range<usize>,
    /// Ledgers side by side.
    pub ledgers: Vec<Side<'g>>,
    /// All words of the header, for what they say of the whole.
    pub words: String,
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
    /// Those of both that are of a second classification.
    second: Vec<usize>,
    /// Columns of numbers.
    pub values: Vec<Value<'g>>,
    /// The words of its header.
    pub words: String,
}

impl Side<'_> {
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
    pub phase: Option<Phase>,
    pub year: Option<Year>,
    pub unit: Option<&'g Unit>,
    /// What its numbers say of that.
    pub measure: Measure,
}

/// A year as a header says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Named(i32),
    Before,
    This,
}

enum Role {
    Code,
    Name,
    Ignored,
    /// Numbers, as its header has it; whether most of its cells are such.
    Value(bool),
}

impl<'g> Grid<'g> {
    /// Reads the header of the body of a table.
    pub fn read(table: &Table, grammar: &'g Statements) -> Self {
        let top = table.body.start;
        let end = header_end(table, grammar);
        let paths = paths(table, top..end);
        let mut grid = Self {
            rows: end..table.body.end,
            ledgers: Vec::new(),
            words: String::new(),
        };
        let mut side = Side::default();
        let mut values = Vec::new();
        let second = |path: &Vec<String>| {
            let words = &grammar.header.second;
            path.iter()
                .any(|above| words.iter().any(|word| above.contains(word.as_str())))
        };
        for (column, path) in paths.iter().enumerate() {
            let role = match role(table, end, column, path, &grammar.header) {
                // Words before the first numbers name the rows, whatever is printed above them.
                Role::Value(false) if values.is_empty() => Role::Name,
                role => role,
            };
            let opens = matches!(role, Role::Code | Role::Name) && !values.is_empty();
            if opens {
                grid.close(&mut side, &mut values);
            }
            if second(path) && matches!(role, Role::Code | Role::Name) {
                side.second.push(column);
            }
            let last = path.last().map(|words| key(words));
            if last.is_some_and(|last| grammar.header.projects.contains(without_rank(&last)))
                && matches!(role, Role::Name)
            {
                side.project = Some(column);
            }
            match role {
                Role::Code => side.codes.push(column),
                Role::Name => side.names.push(column),
                Role::Ignored => {}
                Role::Value(_) => values.push(value(column, path, grammar)),
            }
            for words in path {
                side.words.push_str(words);
                side.words.push(' ');
            }
        }
        if !values.is_empty() {
            grid.close(&mut side, &mut values);
        }
        grid.words = grid
            .ledgers
            .iter()
            .map(|side| side.words.as_str())
            .collect();
        grid
    }

    /// Adds a side whose columns are all read.
    fn close(&mut self, side: &mut Side<'g>, values: &mut Vec<(Value<'g>, Compared)>) {
        measure::settle(values);
        side.values = values.drain(..).map(|(value, _)| value).collect();
        let second = std::mem::take(&mut side.second);
        if second.len() < side.codes.len() + side.names.len() {
            side.codes.retain(|column| !second.contains(column));
            side.names.retain(|column| !second.contains(column));
        }
        self.ledgers.push(std::mem::take(side));
    }
}

/// The row after the header: the first with a number, or with a label that is numbered itself.
pub(super) fn header_end(table: &Table, grammar: &Statements) -> usize {
    let units = grammar.captions.units();
    table
        .body
        .clone()
        .find(|&row| {
            table.row(row).any(|cell| is_figure(&cell.text, units))
                || table
                    .row(row)
                    .find(|cell| !cell.text.trim().is_empty())
                    .is_some_and(|first| {
                        let label = squeeze(&first.text);
                        without_number(&label).len() < label.len() && row > table.body.start
                    })
        })
        .unwrap_or(table.body.end)
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

/// What a column holds, by the last words above it, and by its cells.
fn role(table: &Table, body: usize, column: usize, path: &[String], header: &Header) -> Role {
    let last = path.last().map(|words| key(words)).unwrap_or_default();
    let bare = without_rank(&last);
    let figures = figures(table, body, column);
    if header.codes.contains(bare) {
        return Role::Code;
    }
    let names = [&header.names, &header.projects];
    if names.iter().any(|names| names.contains(bare)) && figures != Some(true) {
        return Role::Name;
    }
    if header.ignored.contains(bare) {
        return Role::Ignored;
    }
    match figures {
        None if path.is_empty() => Role::Ignored,
        Some(false) if path.is_empty() => Role::Name,
        figures => Role::Value(figures.unwrap_or(true)),
    }
}

/// A header word without the 栏 or number that some print in it: `1.科目编码`.
fn without_rank(words: &str) -> &str {
    words.trim_start_matches(|c: char| c.is_ascii_digit())
}

/// Whether most of what a column holds are numbers; `None` where it holds nothing.
fn figures(table: &Table, body: usize, column: usize) -> Option<bool> {
    let (mut numbers, mut words) = (0, 0);
    for row in body..table.body.end {
        let text = table.text(row, column);
        match () {
            _ if number::read(text, &[]).is_some() => numbers += 1,
            // What is printed for none (`--`, `/`, `—`) says nothing of the column.
            _ if text.contains(char::is_alphanumeric) => words += 1,
            _ => {}
        }
    }
    (numbers + words > 0).then_some(numbers > words)
}

/// Reads the header of a column of numbers.
fn value<'g>(column: usize, path: &[String], grammar: &'g Statements) -> (Value<'g>, Compared) {
    let header = &grammar.header;
    let mut value = Value {
        column,
        about: Vec::new(),
        phase: None,
        year: None,
        unit: None,
        measure: Measure::Amount,
    };
    let mut compared = Compared::default();
    for words in path {
        if let Some(unit) = grammar.captions.bracketed_unit(words) {
            value.unit = Some(unit);
        }
        if compared.take(without_number(words), &header.comparison) {
            continue;
        }
        let words = without_note(words);
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

/// Words without a closing bracket that holds a unit, a formula or a number: `小计（1=2+3）`, `金额（万元）`.
pub(super) fn without_note(words: &str) -> &str {
    let Some(open) = words.strip_suffix(')').and_then(|inner| inner.rfind('(')) else {
        return words;
    };
    let inner = &words[open + 1..words.len() - 1];
    let is_note = inner.ends_with('元') || inner.chars().all(|c| !c.is_alphabetic());
    if is_note && open > 0 {
        &words[..open]
    } else {
        words
    }
}

impl Value<'_> {
    /// Takes a word of the header: a phase, a year, or what the column is about.
    fn take(&mut self, word: &str, header: &Header) {
        if word.is_empty() || header.neutral.contains(word) {
            return;
        }
        if let Some(&phase) = header.phases.get(word) {
            self.phase = Some(phase);
            return;
        }
        if let Some((year, rest)) = named_year(word) {
            self.year = Some(Year::Named(year));
            return self.take(rest, header);
        }
        let relative = [
            (&header.last_year, Year::Before),
            (&header.this_year, Year::This),
        ];
        for (words, year) in relative {
            let rest = words
                .iter()
                .find_map(|prefix| word.strip_prefix(prefix.as_str()));
            let Some(rest) = rest else { continue };
            let plain = rest.is_empty()
                || header.neutral.contains(rest) && rest == "数"
                || header.phases.contains_key(rest);
            if plain {
                self.year = Some(year);
                return self.take(rest, header);
            }
        }
        // 三公经费预算数 is a thing and a phase.
        let phase = word.char_indices().skip(2).find_map(|(at, _)| {
            let phase = header.phases.get(word.get(at..)?)?;
            word.ends_with('数').then_some((at, *phase))
        });
        match phase {
            Some((at, phase)) => {
                self.phase = Some(phase);
                self.about.push(word[..at].to_owned());
            }
            None => self.about.push(word.to_owned()),
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

/// The meaning of a column by the whole of its words, or by the last where those above it are known and open.
fn find<'l>(ledger: &'l Ledger, about: &[String]) -> Option<&'l ColumnMeaning> {
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

/// `2023年` or `2023年度` at the front of words, and what follows.
fn named_year(words: &str) -> Option<(i32, &str)> {
    let digits = words.get(..4)?;
    let year: i32 = digits.parse().ok()?;
    let rest = words[4..].strip_prefix('年')?;
    let rest = rest.strip_prefix('度').unwrap_or(rest);
    (1990..=2099).contains(&year).then_some((year, rest))
}
