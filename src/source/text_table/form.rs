//! Self-assessment forms in aligned columns, as programs print them that turn pages into text.
//!
//! Such a form is several tables one under the other, each with columns of its own: labels with their values, the money,
//! the aims, the indicators. The words of its headings tell where each begins ([`block`]). Words of a cell are wrapped over
//! lines that other cells stand between ([`wrap`]), and labels that are merged over rows are printed once, beside the first
//! row or in the middle of them all ([`merged`]). Here they become one grid in which every row is one line.

mod block;
mod column;
mod field;
mod heading;
mod label;
mod merged;
mod region;
mod row;
#[cfg(test)]
mod tests;
mod wrap;

use std::ops::Range;

use smol_str::SmolStr;

use super::Lines;
use super::page::{self, Piece};
use crate::document::{Cell, Span, Table};
use crate::grammar::Grammar;
use crate::grammar::forms::Vocabulary;
use block::Form;
pub(super) use heading::{heads_indicators, heads_money};

/// Finds the forms among the lines that are not `taken`.
pub(super) fn find(lines: &Lines, taken: &[bool]) -> Vec<(Range<usize>, Table)> {
    let mut found = Vec::new();
    let (mut at, mut least) = (0, 0);
    while at < lines.len() {
        if taken[at] || !region::names_level(lines, at) {
            at += 1;
            continue;
        }
        let region = region::around(lines, taken, least, at);
        let range = region[0]..region[region.len() - 1] + 1;
        (at, least) = (range.end, range.end);
        if let Some(table) = table(lines, &region, range.clone()) {
            found.push((range, table));
        }
    }
    found
}

/// What the labels of forms mean.
pub(super) fn vocabulary() -> &'static Vocabulary {
    Grammar::embedded().forms.union()
}

/// A line with words.
#[derive(Debug, Clone)]
struct Row {
    /// Its number in the text.
    line: usize,
    pieces: Vec<Piece>,
    /// Whether a blank line stands above it.
    apart: bool,
}

/// A cell of the grid: the rows and columns that it takes, and its pieces in the order of their lines.
#[derive(Debug)]
pub(super) struct Placed {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
    pub pieces: Vec<Piece>,
}

/// The most lines of a form.
const LONGEST: usize = 1000;

/// The grid of a form, if it has indicators.
fn table(lines: &Lines, region: &[usize], range: Range<usize>) -> Option<Table> {
    let form = (region.len() <= LONGEST).then(|| Form::new(lines, region))?;
    let placed = form.place()?;
    Some(grid(lines, range, placed))
}

/// The table of placed cells, with empty ones where none stands.
pub(super) fn grid(lines: &Lines, range: Range<usize>, placed: Vec<Placed>) -> Table {
    let width = placed.iter().map(|cell| cell.columns.end).max();
    let height = placed.iter().map(|cell| cell.rows.end).max();
    let (width, height) = (width.unwrap_or(0), height.unwrap_or(0));
    let mut covered: Vec<Option<usize>> = vec![None; width * height];
    let mut kept: Vec<Placed> = Vec::with_capacity(placed.len());
    for cell in placed {
        // Words in the place of others are of their cell.
        if let Some(other) = covered[cell.rows.start * width + cell.columns.start] {
            kept[other].pieces.extend(cell.pieces);
            continue;
        }
        for row in cell.rows.clone() {
            covered[row * width..][cell.columns.clone()].fill(Some(kept.len()));
        }
        kept.push(cell);
    }
    let extent = lines.extent(range);
    let mut cells: Vec<Cell> = kept
        .iter()
        .map(|placed| Cell {
            row: placed.rows.start,
            column: placed.columns.start,
            rows: placed.rows.len(),
            columns: placed.columns.len(),
            ..page::cell(lines, &placed.pieces)
        })
        .collect();
    let empty = (0..width * height).filter(|&position| covered[position].is_none());
    cells.extend(empty.map(|position| Cell {
        text: SmolStr::default(),
        span: Span::new(extent.start, extent.start),
        row: position / width,
        column: position % width,
        rows: 1,
        columns: 1,
        header: false,
    }));
    cells.sort_by_key(|cell| (cell.row, cell.column));
    Table::new(extent, cells)
}
