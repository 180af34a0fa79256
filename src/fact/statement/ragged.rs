//! Statements whose merged cells are printed as one cell each, as word processors export them: a row has as many cells as
//! it shows, and nothing says how many columns each covers. Here they are given back their columns, from the rows of
//! numbers upwards, where there is but one way to do so.

use std::cmp::Ordering;
use std::ops::Range;

use crate::document::caption::{Unit, squeeze};
use crate::document::{Cell, Table};
use crate::grammar::statements::{Statements, key};

use super::grid::{header_end, is_figure};

/// How many columns the widest statement has; the work of a row grows with their third power.
const WIDEST: usize = 32;
/// How odd it is that words cover a column of numbers.
const OVER_FIGURES: usize = 100;

/// The table with each cell over its columns; `None` where several readings are as good.
pub(super) fn straighten(table: &Table, grammar: &Statements) -> Option<Table> {
    if table.width() > WIDEST {
        return None;
    }
    let units = grammar.captions.units();
    let end = header_end(table, table.body.clone(), grammar);
    let contents = contents(table, end..table.body.end, units)?;
    let mut cells: Vec<Cell> = Vec::new();
    let mut below = columns(&contents);
    for row in (0..table.height()).rev() {
        let printed: Vec<&Cell> = table.row(row).collect();
        let spans = if !table.body.contains(&row) || printed.len() < 2 {
            vec![1; printed.len()]
        } else if row >= end {
            // A row that may be read in several ways says nothing.
            data_spans(&printed, &contents, units).unwrap_or_default()
        } else {
            let groups: Vec<Group> = printed.iter().map(|c| Group::new(c, grammar)).collect();
            let spans = header_spans(&groups, &below)?;
            below = spread(groups, &spans);
            spans
        };
        let mut column = 0;
        for (cell, columns) in printed.into_iter().zip(spans) {
            cells.push(Cell {
                column,
                columns,
                ..cell.clone()
            });
            column += columns;
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let mut straight = Table::new(table.span, cells);
    straight.body = table.body.clone();
    Some(straight)
}

/// What a column holds in the rows of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Figures,
    Words,
    Nothing,
}

/// What the columns hold, by the longest rows, whose first cell covers what they lack.
fn contents(table: &Table, rows: Range<usize>, units: &[Unit]) -> Option<Vec<Content>> {
    let width = table.width();
    let longest = rows.clone().map(|row| table.row(row).count()).max()?;
    let mut votes: Vec<Vec<bool>> = vec![Vec::new(); width];
    for row in rows.filter(|&row| table.row(row).count() == longest) {
        for (at, cell) in table.row(row).enumerate() {
            if !cell.text.trim().is_empty() {
                let figure = is_figure(&cell.text, units) && !is_code(&cell.text);
                votes[at + width - longest].push(figure);
            }
        }
    }
    let content = |votes: Vec<bool>| match votes.iter().filter(|&&figure| figure).count() {
        _ if votes.is_empty() => Content::Nothing,
        figures if figures * 2 > votes.len() => Content::Figures,
        _ => Content::Words,
    };
    Some(votes.into_iter().map(content).collect())
}

/// Whether a number has the look of a classification code: `208`, `2080505`, `05`.
fn is_code(words: &str) -> bool {
    let words = squeeze(words);
    is_digits(&words)
        && (matches!(words.len(), 3 | 5 | 7) || words.len() == 2 && words.starts_with('0'))
}

fn is_digits(words: &str) -> bool {
    words.bytes().all(|byte| byte.is_ascii_digit())
}

/// How many columns each cell of a row of numbers covers: numbers one each, in columns of numbers; words as many as
/// there are, the first of several beside each other before the others.
fn data_spans(cells: &[&Cell], contents: &[Content], units: &[Unit]) -> Option<Vec<usize>> {
    let cost = |cell: usize, columns: Range<usize>| {
        let words = squeeze(&cells[cell].text);
        let content = contents[columns.start];
        let length = columns.len();
        let figure = length == 1 && content != Content::Words;
        let label = content != Content::Figures;
        let fits = match () {
            _ if words.is_empty() => length == 1,
            _ if !is_figure(&words, units) => label,
            // A code is a number too.
            _ if is_digits(&words) => figure || label,
            _ => figure,
        };
        let before = cell.checked_sub(1).map(|before| &cells[before].text);
        let follows = before.is_some_and(|words| is_code(words) || !is_figure(words, units));
        let over = columns
            .skip(1)
            .filter(|&at| contents[at] == Content::Figures);
        let extra = usize::from(follows) * (length - 1);
        fits.then(|| over.count() * OVER_FIGURES + extra)
    };
    best(cells.len(), contents.len(), cost)
}

/// A cell of a header, or a column below it.
#[derive(Clone)]
struct Group {
    words: String,
    /// Whether it heads codes or names.
    label: bool,
    columns: usize,
}

impl Group {
    fn new(cell: &Cell, grammar: &Statements) -> Self {
        let words = key(&cell.text);
        let header = &grammar.header;
        Self {
            label: header.codes.contains(&words) || header.names.contains(&words),
            words,
            columns: 1,
        }
    }

    /// Whether it is a column, not a cell.
    fn is_column(&self) -> bool {
        self.words == COLUMN
    }
}

/// Stands for the words of a column; no key of words has this character.
const COLUMN: &str = "|";

/// The columns below the last row of the header. One that holds nothing is as the one before it.
fn columns(contents: &[Content]) -> Vec<Group> {
    let mut label = true;
    let column = |content: &Content| {
        if *content != Content::Nothing {
            label = *content == Content::Words;
        }
        Group {
            words: COLUMN.to_owned(),
            label,
            columns: 1,
        }
    };
    contents.iter().map(column).collect()
}

/// The cells of a row with the columns that they cover.
fn spread(mut groups: Vec<Group>, spans: &[usize]) -> Vec<Group> {
    for (group, &columns) in groups.iter_mut().zip(spans) {
        group.columns = columns;
    }
    groups
}

/// How many columns each cell of a header covers, by the cells below.
fn header_spans(cells: &[Group], below: &[Group]) -> Option<Vec<usize>> {
    let cost = |cell: usize, range: Range<usize>| {
        let labels = cells[..cell].iter().filter(|cell| cell.label).count();
        Some(cost(&cells[cell], &below[range], labels))
    };
    let taken = best(cells.len(), below.len(), cost)?;
    let mut at = 0;
    let columns = taken.into_iter().map(|count| {
        let group = &below[at..at + count];
        at += count;
        group.iter().map(|below| below.columns).sum()
    });
    Some(columns.collect())
}

/// How odd it is that a cell stands over some cells: a cell goes on downwards as an empty one, or is divided into
/// several that belong together.
fn cost(cell: &Group, below: &[Group], labels: usize) -> usize {
    let empty = below.iter().filter(|cell| cell.words.is_empty()).count();
    if cell.words.is_empty() {
        return match below {
            [_] if empty == 1 => 0,
            [only] if only.is_column() => 0,
            [_] => 3,
            _ => 8 * below.len(),
        };
    }
    match (below, empty) {
        ([only], _) if only.is_column() => usize::from(only.label != cell.label) * 8,
        ([_], 1) => 0,
        ([_], _) => 2,
        (_, 0) if below[0].is_column() => columns_cost(cell, below, labels),
        (_, 0) => division_cost(below),
        _ => 10 * empty,
    }
}

/// A cell over several columns, which should be the codes and names that it heads; the first such cell takes them.
fn columns_cost(cell: &Group, below: &[Group], labels: usize) -> usize {
    match cell.label && below.iter().all(|column| column.label) {
        true => labels * (below.len() - 1),
        false => 8 * (below.len() - 1),
    }
}

/// A cell over several others: they should be of one ledger, of labels or of numbers, and not repeat themselves.
fn division_cost(below: &[Group]) -> usize {
    let opens = below
        .windows(2)
        .filter(|pair| pair[1].label && !pair[0].label);
    let mixed = below.iter().any(|cell| cell.label) && below.iter().any(|cell| !cell.label);
    let repeats = below[1..].iter().any(|cell| cell.words == below[0].words);
    opens.count() * 3 + usize::from(mixed) + usize::from(repeats) * 2
}

/// The best way to divide the first places among the first cells.
#[derive(Clone, Copy)]
struct Way {
    cost: usize,
    /// In how many ways it can be had.
    ways: usize,
    /// Where the last cell begins.
    start: usize,
}

/// Divides `places` in order among `cells`, each at least one, at the least cost; `None` where that can be done in
/// several ways or in none. `cost` is that of a cell over a range of places, `None` where it cannot stand there.
fn best(
    cells: usize,
    places: usize,
    cost: impl Fn(usize, Range<usize>) -> Option<usize>,
) -> Option<Vec<usize>> {
    // No cell can cover more than what the others leave.
    let most = places.checked_sub(cells)? + 1;
    let none = Way {
        cost: 0,
        ways: 1,
        start: 0,
    };
    let mut before: Vec<Option<Way>> = vec![None; places + 1];
    before[0] = Some(none);
    let mut rows = Vec::with_capacity(cells);
    for cell in 0..cells {
        let way = |end: usize| {
            let starts = end.saturating_sub(most).max(cell)..end;
            let ways = starts.filter_map(|start| {
                let way = before[start]?;
                let cost = way.cost + cost(cell, start..end)?;
                Some(Way { cost, start, ..way })
            });
            ways.reduce(|least, way| match least.cost.cmp(&way.cost) {
                Ordering::Less => least,
                Ordering::Greater => way,
                Ordering::Equal => Way {
                    ways: least.ways.saturating_add(way.ways),
                    ..least
                },
            })
        };
        let row: Vec<Option<Way>> = (0..=places).map(way).collect();
        before.clone_from(&row);
        rows.push(row);
    }
    if before[places]?.ways != 1 {
        return None;
    }
    let mut spans = Vec::with_capacity(cells);
    let mut end = places;
    for row in rows.iter().rev() {
        let start = row[end]?.start;
        spans.push(end - start);
        end = start;
    }
    spans.reverse();
    Some(spans)
}
