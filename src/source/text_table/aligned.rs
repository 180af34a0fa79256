//! Columns kept apart by runs of spaces, found by where the words of several lines stand on the page.
//!
//! A table of numbers is read a page at a time: the places that no row covers part its columns ([`column`]), the lines of
//! a wrapped cell are brought together ([`body`]), and the words above are given the columns that they head
//! ([`header`], [`fit`], [`group`]). What goes on on the next page is joined ([`rest`]).

mod body;
mod caption;
mod column;
mod fit;
mod group;
mod header;
mod part;
mod region;
mod rest;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Lines;
use super::page::{self, Measure};
use crate::document::table::Places;
use crate::document::{Cell, Table};
use part::Part;

/// Finds the tables of aligned columns among the lines that are not `taken`; `page` marks those that belong to the page.
pub(super) fn find(lines: &Lines, taken: &[bool], page: &[bool]) -> Vec<(Range<usize>, Table)> {
    let measure = Measure::of(lines, 0..lines.len());
    let mut votes = column::Votes::default();
    let mut found = Vec::new();
    let mut open: Option<Part> = None;
    for region in region::find(lines, taken, page, measure) {
        let goes_on = open.as_ref().is_some_and(|part| {
            part.ends_page && region.opens_page && part.page + 1 == region.page
        });
        if goes_on
            && let Some(before) = &mut open
            && let Some(part) = Part::read(lines, &region, measure, &mut votes, true)
            && before.join(part)
        {
            continue;
        }
        found.extend(open.take().map(|part| table(lines, part)));
        open = Part::read(lines, &region, measure, &mut votes, false);
    }
    found.extend(open.map(|part| table(lines, part)));
    found
}

/// The grid of what the pages have of a table.
fn table(lines: &Lines, part: Part) -> (Range<usize>, Table) {
    let mut cells = Vec::new();
    let mut row = 0;
    for caption in &part.captions {
        for (column, words) in caption.iter().enumerate() {
            cells.push(Cell {
                row,
                column,
                ..page::cell(lines, words)
            });
        }
        row += 1;
    }
    if let Some(header) = &part.header {
        for head in &header.heads {
            cells.push(Cell {
                row: row + head.row,
                rows: head.rows,
                column: head.columns.start,
                columns: head.columns.len(),
                ..page::cell(lines, &head.words)
            });
        }
        row += header.height;
    }
    for entries in &part.rows {
        for entry in entries {
            cells.push(Cell {
                row,
                column: entry.columns.start,
                columns: entry.columns.len(),
                ..page::cell(lines, &entry.words)
            });
        }
        row += 1;
    }
    let mut table = Table::new(lines.extent(part.lines.clone()), cells);
    if !part.clear {
        table.places = Places::Unclear;
    }
    (part.lines, table)
}
