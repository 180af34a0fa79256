//! Statements whose merged cells are printed as one cell each, as word processors export them: a row has as many cells as
//! it shows, and nothing says how many columns each covers. Here they are given back their columns: those of a header in
//! all the ways that are the least odd, of which the rows below choose (see [`super::alike`]); those of a row of numbers
//! where there is but one way. Rows of cells between tabs may also lack the empty cells at their ends: which of the two
//! a header does is told by the cells where its merged ones go on, a row by the columns that its numbers can stand in.

mod header;
mod share;

use std::ops::Range;

use crate::document::caption::{Unit, squeeze};
use crate::document::table::Places;
use crate::document::{Cell, Table};
use crate::grammar::statements::Statements;

use super::grid::{header_end, is_figure};
use header::{Head, Place};
use share::{Shares, shares};

/// How many columns the widest statement has; the work of a row grows with their third power.
const WIDEST: usize = 32;
/// How odd it is that words cover a column of numbers.
const OVER_FIGURES: usize = 100;

/// The readings of a table that are as good as each other, each cell over its columns; none where no reading is any good.
pub(super) fn readings(table: &Table, grammar: &Statements) -> Vec<Table> {
    let is_short = table.places == Places::Short;
    let lengths = table.body.clone().map(|row| table.row(row).count());
    let width = match is_short {
        // A caption above the table may be longer.
        true => lengths.max().unwrap_or(0),
        false => table.width(),
    };
    if width > WIDEST {
        return Vec::new();
    }
    let units = grammar.captions.units();
    let end = header_end(table, table.body.clone(), grammar);
    let Some(contents) = contents(table, end..table.body.end, width, units) else {
        return Vec::new();
    };
    let heading: Vec<usize> = (table.body.start..end)
        .filter(|&row| table.row(row).count() > 1)
        .collect();
    let ways = match is_short && is_printed_out(table, &heading, width) {
        true => vec![as_printed(table, &heading)],
        false => heads_over(table, &heading, &contents, grammar),
    };
    let mut body = Vec::new();
    for row in (0..table.height()).filter(|row| !heading.contains(row)) {
        let printed: Vec<&Cell> = table.row(row).collect();
        let is_data = row >= end && table.body.contains(&row) && printed.len() > 1;
        let spans = match is_data {
            true if is_short && printed.len() >= width => vec![1; printed.len()],
            // A row that may be read in several ways says nothing.
            true => data_spans(&printed, &contents, is_short, units).unwrap_or_default(),
            false => vec![1; printed.len()],
        };
        let mut column = 0;
        for (cell, columns) in printed.into_iter().zip(spans) {
            body.push(Cell {
                column,
                columns,
                ..cell.clone()
            });
            column += columns;
        }
    }
    let reading = |way: Vec<Vec<Place>>| {
        let mut cells = body.clone();
        for (places, &row) in way.iter().zip(&heading) {
            let printed = table.row(row).zip(places);
            cells.extend(printed.map(|(cell, place)| Cell {
                column: place.column,
                columns: place.columns,
                rows: place.rows,
                ..cell.clone()
            }));
        }
        cells.sort_by_key(|cell| (cell.row, cell.column));
        let mut straight = Table::new(table.span, cells);
        straight.body = table.body.clone();
        straight
    };
    ways.into_iter().map(reading).collect()
}

/// Whether the header has a cell for every column but those left out at the ends of its rows: its first row is as long as
/// the table, or has an empty cell where a merged one goes on.
fn is_printed_out(table: &Table, heading: &[usize], width: usize) -> bool {
    heading.first().is_none_or(|&row| {
        table.row(row).count() >= width || has_gap(table.row(row).map(|cell| &*cell.text))
    })
}

/// Whether an empty cell stands before the last that is none.
fn has_gap<'c>(mut cells: impl Iterator<Item = &'c str>) -> bool {
    let is_empty = |words: &str| words.trim().is_empty();
    cells.by_ref().any(is_empty) && cells.any(|words| !is_empty(words))
}

/// The places of a header that has a cell for every column.
fn as_printed(table: &Table, heading: &[usize]) -> Vec<Vec<Place>> {
    let place = |cell: &Cell| Place {
        column: cell.column,
        columns: 1,
        rows: 1,
    };
    heading
        .iter()
        .map(|&row| table.row(row).map(place).collect())
        .collect()
}

/// The places of a header whose merged cells are printed once, in the ways that are the least odd.
fn heads_over(
    table: &Table,
    heading: &[usize],
    contents: &[Content],
    grammar: &Statements,
) -> Vec<Vec<Vec<Place>>> {
    let heads = |&row: &usize| {
        let mut heads: Vec<Head> = table
            .row(row)
            .map(|cell| Head::new(cell, grammar))
            .collect();
        // A row that prints cells which go on downwards prints them to its end, where they may be left out.
        let goes_on = has_gap(table.row(row).map(|cell| &*cell.text));
        if table.places == Places::Short && goes_on && heads.len() < contents.len() {
            heads.resize(contents.len(), Head::nothing());
        }
        heads
    };
    let rows: Vec<Vec<Head>> = heading.iter().map(heads).collect();
    let columns: Vec<Head> = contents.iter().copied().map(Head::column).collect();
    header::ways(&rows, &columns)
}

/// What a column holds in the rows of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Figures,
    Words,
    Nothing,
}

/// What the columns hold, by the longest rows, whose first cell covers what they lack, unless they lack their last ones.
fn contents(
    table: &Table,
    rows: Range<usize>,
    width: usize,
    units: &[Unit],
) -> Option<Vec<Content>> {
    let longest = rows.clone().map(|row| table.row(row).count()).max()?;
    let lacking = match table.places {
        Places::Short => 0,
        _ => width - longest,
    };
    let mut votes: Vec<Vec<bool>> = vec![Vec::new(); width];
    for row in rows.filter(|&row| table.row(row).count() == longest) {
        for (at, cell) in table.row(row).enumerate() {
            if !cell.text.trim().is_empty() {
                let figure = is_figure(&cell.text, units) && !is_code(&cell.text);
                votes[at + lacking].push(figure);
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
/// there are, the first of several beside each other before the others. Of a row that may lack its last cells words cover
/// no numbers.
fn data_spans(
    cells: &[&Cell],
    contents: &[Content],
    is_short: bool,
    units: &[Unit],
) -> Option<Vec<usize>> {
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
    let (least_width, bound) = match is_short {
        true => (cells.len(), OVER_FIGURES),
        false => (contents.len(), usize::MAX),
    };
    let mut found: Vec<Shares> = (least_width..=contents.len())
        .filter_map(|width| shares(cells.len(), width, 0, cost).into_iter().next())
        .filter(|shares| shares.cost < bound)
        .collect();
    let least = found.iter().map(|shares| shares.cost).min()?;
    found.retain(|shares| shares.cost == least);
    let [Shares { ways, .. }] = &mut found[..] else {
        return None;
    };
    match ways.len() {
        1 => ways.pop(),
        // 人员经费合计 1.20 公用经费合计 0.30: of totals side by side each closes the first ledger that it can.
        _ if are_totals(cells, units) => std::mem::take(ways).into_iter().min(),
        _ => None,
    }
}

/// Whether a row has several totals alone: names that a number each follows.
fn are_totals(cells: &[&Cell], units: &[Unit]) -> bool {
    let is_number = |cell: &Cell| is_figure(&squeeze(&cell.text), units);
    let is_total = |pair: &[&Cell]| matches!(pair, [name, number] if !is_number(name) && !name.is_blank() && is_number(number));
    cells.len() > 2 && cells.chunks(2).all(is_total)
}
