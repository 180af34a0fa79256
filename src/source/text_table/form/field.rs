//! Labels with their values, and the aims of a form.

use std::ops::Range;

use super::super::page::{Piece, overlap, width};
use super::block::Form;
use super::column::Columns;
use super::heading::{self, Heading};
use super::{Placed, Row};
use crate::grammar::forms::key;

/// From how many places on words may be too long for one line.
const LONG: usize = 24;

impl Form<'_, '_> {
    /// Adds labels with their values from a row on; gives how many rows they take. The lines of a row part into cells where
    /// no words of any of them stand.
    pub fn place_fields(&self, rows: Range<usize>, row: usize, placed: &mut Vec<Placed>) -> usize {
        let groups = self.field_rows(rows);
        let height = groups.len();
        for (row, group) in (row..).zip(groups) {
            let cells = heading::stacks(&self.rows[group]);
            placed.extend(
                cells
                    .into_iter()
                    .enumerate()
                    .map(|(column, pieces)| Placed {
                        rows: row..row + 1,
                        columns: column..column + 1,
                        pieces: pieces.into_iter().map(|(_, piece)| piece).collect(),
                    }),
            );
        }
        height
    }

    /// The lines of each row. A row begins with a label or has a number; words above a label in the place of its value are
    /// the first line of that.
    fn field_rows(&self, rows: Range<usize>) -> Vec<Range<usize>> {
        let mut groups: Vec<Range<usize>> = Vec::new();
        // How far the lines of the last label reach.
        let mut labelled = rows.start;
        for at in rows {
            let begins = self.begins_row(at);
            let is_of = |group: &Range<usize>| {
                if at < labelled {
                    return true;
                }
                match begins {
                    true => group.len() == 1 && self.leads(group.start, None),
                    false => self.goes_on(group, at) && !self.leads(at, Some(group)),
                }
            };
            match groups.last_mut().filter(|group| is_of(group)) {
                Some(group) => group.end = at + 1,
                None => groups.push(at..at + 1),
            }
            labelled = self.label(at).map_or(labelled, |label| at + label.lines);
        }
        groups
    }

    /// Whether a row has a label or a number.
    fn begins_row(&self, at: usize) -> bool {
        let is_named = |piece: &Piece| {
            let label = key(self.words(piece));
            self.is_number(piece)
                || self.vocabulary.field(&label).is_some()
                || self.vocabulary.source(&label).is_some()
                || self.vocabulary.budget_column(&label).is_some()
        };
        self.label(at).is_some() || self.rows[at].pieces.iter().any(is_named)
    }

    /// Whether a line goes on with cells of the lines above: words alone on it stand under some of theirs, several words
    /// under some that are too long for one line.
    fn goes_on(&self, above: &Range<usize>, at: usize) -> bool {
        let pieces = &self.rows[at].pieces;
        let mut over = self.rows[above.clone()].iter().flat_map(|row| &row.pieces);
        over.any(|over| {
            let words = self.words(over);
            let is_long = width(words) >= LONG && !words.ends_with('。');
            let stands_over = |piece: &Piece| overlap(&piece.places(), &over.places());
            (pieces.len() == 1 || is_long) && pieces.iter().any(stands_over)
        })
    }

    /// Whether a line without a label is the first line of a value of the next, and of none of the row above.
    fn leads(&self, at: usize, above: Option<&Range<usize>>) -> bool {
        let (row, Some(next)) = (&self.rows[at], self.rows.get(at + 1)) else {
            return false;
        };
        let from = row.pieces.first().map(|piece| piece.from);
        let has_value = |other: &Row| {
            let values = &mut other.pieces.iter().skip(1);
            values.any(|piece| Some(piece.from) == from)
        };
        let above = above.map_or(&[][..], |above| &self.rows[above.clone()]);
        !next.apart
            && !self.begins_row(at)
            && self.begins_row(at + 1)
            && has_value(next)
            && (row.apart || !above.iter().any(has_value))
    }

    /// Adds the aims from a row on; gives how many rows they take. All lines under the heading are one row.
    pub fn place_aims(
        &self,
        heading: &Heading,
        rows: Range<usize>,
        row: usize,
        placed: &mut Vec<Placed>,
    ) -> usize {
        let lines = self.led(heading, rows);
        let columns = Columns::find(&heading.columns, &lines, |_| &[]);
        let mut cells: Vec<Vec<Piece>> = vec![Vec::new(); columns.len()];
        for line in &lines {
            for (piece, range) in line.pieces.iter().zip(columns.of(&line.pieces)) {
                cells[range.start].push(piece.clone());
            }
        }
        let head = self.place_heads(heading, &columns, row, placed);
        let below = head.end..head.end + 1;
        for (column, pieces) in cells.into_iter().enumerate() {
            // The label of the block stands beside its heading, too.
            let rows = match column < columns.margins {
                true => head.start..below.end,
                false => below.clone(),
            };
            if !pieces.is_empty() {
                placed.push(Placed {
                    rows,
                    columns: column..column + 1,
                    pieces,
                });
            }
        }
        below.end - row
    }
}
