//! Statements whose merged cells are printed as one cell each, as word processors export them: a row has as many cells as
//! it shows, and nothing says how many columns each covers. Here they are given back their columns: those of a header in
//! all the ways that are the least odd, of which the rows below choose (see [`super::alike`]); those of a row of numbers
//! where there is but one way.

mod header;
mod share;

use std::ops::Range;

use crate::document::caption::{Unit, squeeze};
use crate::document::{Cell, Table};
use crate::grammar::statements::Statements;

use super::grid::{header_end, is_figure};
use header::{Head, Place};
use share::shares;

/// How many columns the widest statement has; the work of a row grows with their third power.
const WIDEST: usize = 32;
/// How odd it is that words cover a column of numbers.
const OVER_FIGURES: usize = 100;

/// The readings of a table that are as good as each other, each cell over its columns; none where no reading is any good.
pub(super) fn readings(table: &Table, grammar: &Statements) -> Vec<Table> {
    if table.width() > WIDEST {
        return Vec::new();
    }
    let units = grammar.captions.units();
    let end = header_end(table, table.body.clone(), grammar);
    let Some(contents) = contents(table, end..table.body.end, units) else {
        return Vec::new();
    };
    let heading: Vec<usize> = (table.body.start..end)
        .filter(|&row| table.row(row).count() > 1)
        .collect();
    let heads = |&row: &usize| {
        table
            .row(row)
            .map(|cell| Head::new(cell, grammar))
            .collect()
    };
    let rows: Vec<Vec<Head>> = heading.iter().map(heads).collect();
    let columns: Vec<Head> = contents.iter().copied().map(Head::column).collect();
    let ways = header::ways(&rows, &columns);
    let mut body = Vec::new();
    for row in (0..table.height()).filter(|row| !heading.contains(row)) {
        let printed: Vec<&Cell> = table.row(row).collect();
        let spans = if row < end || !table.body.contains(&row) || printed.len() < 2 {
            vec![1; printed.len()]
        } else {
            // A row that may be read in several ways says nothing.
            data_spans(&printed, &contents, units).unwrap_or_default()
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
    let mut shares = shares(cells.len(), contents.len(), 0, cost);
    match &mut shares.first_mut()?.ways[..] {
        [only] => Some(std::mem::take(only)),
        _ => None,
    }
}
