//! The labels of a block that may be merged over rows.

use std::ops::Range;

use super::super::is_number;
use super::super::page::Piece;
use super::block::Form;
use super::merged::{self, Extent, Part, Place, Style};
use super::row::Says;
use super::wrap::{Anchor, Entry, Parted, Wraps};
use super::{Placed, Row};
use crate::grammar::forms::key;

/// A block whose labels are placed: its lines, and which of them have the numbers of its rows.
pub(super) struct Labels<'b, 'f, 'l> {
    pub form: &'b Form<'f, 'l>,
    pub rows: &'b [Row],
    pub parted: &'b [Parted],
    pub anchors: &'b [Anchor],
    /// The lines of the text that each row takes.
    pub extents: &'b [Extent],
}

impl Labels<'_, '_, '_> {
    /// Adds the labels of the columns that may be merged over rows, under and beside a heading that takes some rows.
    pub fn place(&self, says: &[Says], head: Range<usize>, placed: &mut Vec<Placed>) {
        // What stands beside totals is none of the labels.
        let (totals, data): (Vec<usize>, Vec<usize>) =
            (0..self.anchors.len()).partition(|&index| self.anchors[index].is_total);
        let mut columns: Vec<Vec<Entry>> = Vec::new();
        for column in (0..says.len()).filter(|&column| says[column].merges) {
            let entries = self.parted.iter().flat_map(|line| &line.entries);
            let own = entries.filter(|entry| entry.columns.start == column);
            let is_total = |entry: &Entry| {
                let line = entry.lines.0;
                totals.iter().any(|&index| self.anchors[index].at == line)
            };
            let (beside, labels): (Vec<Entry>, Vec<Entry>) = own.cloned().partition(is_total);
            placed.extend(beside.into_iter().map(|entry| {
                let row = head.end + self.nearest(entry.lines.0);
                Placed {
                    rows: row..row + 1,
                    columns: entry.columns,
                    pieces: entry.pieces,
                }
            }));
            if !says[column].whole {
                columns.push(self.wrapped(column, labels));
            } else if !labels.is_empty() {
                let end = head.end + data.last().map_or(0, |last| last + 1);
                placed.push(Placed {
                    rows: head.start..end,
                    columns: column..column + 1,
                    pieces: labels.into_iter().flat_map(|entry| entry.pieces).collect(),
                });
            }
        }
        for part in self.parts(&columns, &data) {
            let label = &columns[part.label.0][part.label.1];
            let row = |index: usize| head.end + data.get(index).copied().unwrap_or(0);
            placed.push(Placed {
                rows: row(part.rows.start)..row(part.rows.end - 1) + 1,
                columns: label.columns.start..label.columns.start + 1,
                pieces: label.pieces.clone(),
            });
        }
    }

    /// The rows of each label, by their places in `data`. Those that stand beside their first row have no more than that,
    /// for the rows below it are read with it.
    fn parts(&self, columns: &[Vec<Entry>], data: &[usize]) -> Vec<Part> {
        let extents: Vec<Extent> = data.iter().map(|&index| self.extents[index]).collect();
        let lines: Vec<Vec<Extent>> = columns
            .iter()
            .map(|labels| labels.iter().map(|label| self.extent(label)).collect())
            .collect();
        let names: Vec<Vec<String>> = columns
            .iter()
            .map(|labels| {
                let name = |label: &Entry| key(&self.form.joined(&label.pieces));
                labels.iter().map(name).collect()
            })
            .collect();
        let above = |name: &str| self.form.vocabulary.level_above(name);
        let has_parts = |name: &str| {
            names
                .iter()
                .flatten()
                .any(|other| above(other) == Some(name))
        };
        let is_strange = |of: Place, own: Place| {
            let of = names[of.0][of.1].as_str();
            let above = above(&names[own.0][own.1]);
            above.is_some_and(|above| above != of) && has_parts(of)
        };
        let merged = [Style::Top, Style::Above, Style::Below]
            .into_iter()
            .filter_map(|style| {
                let merged = merged::divide(&lines, &extents, style, &is_strange)?;
                Some((style, merged))
            })
            .min_by_key(|(_, merged)| merged.cost);
        match merged {
            Some((Style::Top, merged)) => {
                let parts = merged.parts.into_iter();
                parts.map(|part| part.first_row()).collect()
            }
            Some((_, merged)) => merged.parts,
            None => self.beside(columns, data),
        }
    }

    /// The lines of the text that a label stands on.
    fn extent(&self, label: &Entry) -> Extent {
        let (first, last) = label.lines;
        (self.rows[first].line, self.rows[last].line)
    }

    /// Each label with the row that it stands beside.
    fn beside(&self, columns: &[Vec<Entry>], data: &[usize]) -> Vec<Part> {
        let labels = columns.iter().enumerate().flat_map(|(column, labels)| {
            let labels = labels.iter().enumerate();
            labels.map(move |(index, label)| ((column, index), label))
        });
        labels
            .map(|(place, label)| {
                let nearest = self.nearest(label.lines.0);
                let row = data.partition_point(|&row| row < nearest);
                let row = row.min(data.len().saturating_sub(1));
                Part {
                    label: place,
                    rows: row..row + 1,
                }
            })
            .collect()
    }

    /// The row beside a line.
    fn nearest(&self, at: usize) -> usize {
        let next = self.anchors.partition_point(|anchor| anchor.at < at);
        let distance = |index: &usize| {
            let anchor = self.anchors.get(*index);
            anchor.map_or(usize::MAX, |anchor| anchor.at.abs_diff(at))
        };
        let near = [next.saturating_sub(1), next]
            .into_iter()
            .min_by_key(distance);
        near.unwrap_or(0)
    }

    /// Brings the lines of wrapped labels together.
    fn wrapped(&self, column: usize, entries: Vec<Entry>) -> Vec<Entry> {
        let wraps = Wraps::new(self.form.lines, self.parted, self.anchors, column, false);
        let mut labels: Vec<Entry> = Vec::new();
        for entry in entries {
            match labels.last_mut() {
                Some(last) if self.goes_on(&wraps, last, &entry) => {
                    last.lines.1 = entry.lines.1;
                    last.pieces.extend(entry.pieces);
                }
                _ => labels.push(entry),
            }
        }
        labels
    }

    /// Whether a label goes on with the words of a line.
    fn goes_on(&self, wraps: &Wraps, label: &Entry, next: &Entry) -> bool {
        let (before, at) = (label.lines.1, next.lines.0);
        let (words, rest) = (
            self.form.joined(&label.pieces),
            self.form.joined(&next.pieces),
        );
        let is_apart = (before + 1..=at).any(|at| self.parted[at].apart);
        if is_apart || at - before > 2 || is_number(&rest) {
            return false;
        }
        let endings = self.form.vocabulary.numbered();
        if is_open(&words) || rest.starts_with(['(', '（']) || endings.contains(&rest) {
            return true;
        }
        // Lines of two rows, or beside two weights, are two labels.
        let is_anchor = |at: usize| {
            let place = self.anchors.binary_search_by_key(&at, |anchor| anchor.at);
            place.is_ok()
        };
        let weighs = |at: usize| {
            let entry = self.parted[at].entry(label.columns.end);
            let is_number = |piece: &Piece| self.form.is_number(piece);
            entry.is_some_and(|entry| entry.pieces.iter().all(is_number))
        };
        let is_other =
            is_anchor(at) && (is_anchor(before) || at - before > 1) || weighs(before) && weighs(at);
        let is_whole =
            endings.iter().any(|end| words.ends_with(end.as_str())) || words.ends_with([')', '）']);
        !is_other && !is_whole && wraps.goes_on(before)
    }
}

/// Whether words leave a bracket open.
fn is_open(words: &str) -> bool {
    let last = words.rfind(['(', '（', ')', '）']);
    last.is_some_and(|at| words[at..].starts_with(['(', '（']))
}
