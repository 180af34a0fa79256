//! Labels that are merged over several rows, printed once: beside the first of their rows, or in the middle of them.

use std::collections::HashMap;
use std::ops::Range;

/// The first and the last line that a label stands on, or that a row takes.
pub(super) type Extent = (usize, usize);

/// How labels stand beside the rows that they are merged over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Beside the first.
    Top,
    /// In the middle, or on the line above that where it is between two.
    Above,
    /// In the middle, or on the line below.
    Below,
}

/// A label, by its column and its place in it.
pub(super) type Place = (usize, usize);

/// The rows of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub label: Place,
    pub rows: Range<usize>,
}

impl Part {
    /// The first of its rows alone.
    pub fn first_row(self) -> Self {
        Self {
            rows: self.rows.start..self.rows.start + 1,
            ..self
        }
    }
}

/// The rows of all labels, and what speaks against their being so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Merged {
    pub parts: Vec<Part>,
    pub cost: usize,
}

/// The most rows that labels are divided over: the work grows fast with them.
const MOST: usize = 60;

/// Divides rows among the labels of columns, each label having one or more rows that follow each other and parting the rows
/// of a label on its left, so that the labels stand beside their rows as the style says. `is_strange` says of a label and
/// one of the column on its left that it is none of its parts.
pub(super) fn divide(
    columns: &[Vec<Extent>],
    rows: &[Extent],
    style: Style,
    is_strange: &dyn Fn(Place, Place) -> bool,
) -> Option<Merged> {
    let mut divider = Divider {
        columns,
        rows,
        style,
        is_strange,
        known: HashMap::new(),
    };
    (rows.len() <= MOST).then(|| divider.part(0, None, 0, rows.len()))?
}

/// Twice how many lines a label may stand from its rows.
const SLACK: usize = 2;

/// What a label in the part of one that it is none of costs, as lines that it stands astray.
const STRANGE: usize = 4;

struct Divider<'c> {
    columns: &'c [Vec<Extent>],
    rows: &'c [Extent],
    style: Style,
    is_strange: &'c dyn Fn(Place, Place) -> bool,
    known: HashMap<(usize, Option<Place>, usize, usize), Option<Merged>>,
}

impl Divider<'_> {
    /// Divides some rows, those of a label `of`, among the labels of a column that stand beside them, and of those on its
    /// right.
    fn part(
        &mut self,
        column: usize,
        of: Option<Place>,
        first: usize,
        end: usize,
    ) -> Option<Merged> {
        if column == self.columns.len() {
            return Some(Merged::default());
        }
        if let Some(known) = self.known.get(&(column, of, first, end)) {
            return known.clone();
        }
        let labels = self.beside(column, first, end);
        let merged = match labels.is_empty() {
            true => self.part(column + 1, of, first, end),
            false => self.among(column, of, &labels, first, end),
        };
        self.known.insert((column, of, first, end), merged.clone());
        merged
    }

    /// Divides some rows among labels of a column.
    fn among(
        &mut self,
        column: usize,
        of: Option<Place>,
        labels: &[usize],
        first: usize,
        end: usize,
    ) -> Option<Merged> {
        // The labels so far, over the rows up to each.
        let mut best: Vec<Option<Merged>> = vec![None; end - first + 1];
        best[0] = Some(Merged::default());
        for &label in labels {
            let own = (column, label);
            let strange = of.is_some_and(|of| (self.is_strange)(of, own));
            let mut next: Vec<Option<Merged>> = vec![None; best.len()];
            for (start, before) in best.iter().enumerate() {
                let Some(before) = before else {
                    continue;
                };
                for (stop, next) in next.iter_mut().enumerate().skip(start + 1) {
                    let rows = first + start..first + stop;
                    if !self.stands_beside(own, &rows) {
                        continue;
                    }
                    let away = self.away(own, &rows) + usize::from(strange) * STRANGE;
                    let cost = before.cost + away;
                    if next.as_ref().is_some_and(|other| other.cost <= cost) {
                        continue;
                    }
                    let Some(inner) = self.part(column + 1, Some(own), rows.start, rows.end) else {
                        continue;
                    };
                    let cost = cost + inner.cost;
                    if next.as_ref().is_none_or(|other| cost < other.cost) {
                        let mut parts = before.parts.clone();
                        parts.push(Part { label: own, rows });
                        parts.extend(inner.parts);
                        *next = Some(Merged { parts, cost });
                    }
                }
            }
            best = next;
        }
        best.pop()?
    }

    /// Twice the line that parts a row from the one above.
    fn above(&self, row: usize) -> usize {
        match row {
            0 => 0,
            row if row < self.rows.len() => self.rows[row - 1].1 + self.rows[row].0,
            _ => usize::MAX - SLACK,
        }
    }

    /// The labels of a column that stand beside some rows.
    fn beside(&self, column: usize, first: usize, end: usize) -> Vec<usize> {
        let (from, to) = (self.above(first), self.above(end));
        let labels = self.columns[column].iter().enumerate();
        labels
            .filter(|(_, label)| (from..to).contains(&(label.0 + label.1)))
            .map(|(label, _)| label)
            .collect()
    }

    /// Whether a label stands beside some rows or on the line next to them, and no other of its column stands beside them.
    fn stands_beside(&self, (column, label): Place, rows: &Range<usize>) -> bool {
        let labels = &self.columns[column];
        let (from, to) = (self.above(rows.start), self.above(rows.end));
        let place = |label: usize| labels[label].0 + labels[label].1;
        let other = |label: usize| (from + SLACK..to.saturating_sub(SLACK)).contains(&place(label));
        (from.saturating_sub(SLACK)..=to + SLACK).contains(&place(label))
            && !label.checked_sub(1).is_some_and(other)
            && !(label + 1 < labels.len() && other(label + 1))
    }

    /// How far a label stands from its place beside some rows.
    fn away(&self, (column, label): Place, rows: &Range<usize>) -> usize {
        let label = self.columns[column][label];
        let (top, bottom) = (self.rows[rows.start].0, self.rows[rows.end - 1].1);
        match self.style {
            Style::Top => 2 * top.abs_diff(label.0),
            Style::Above | Style::Below => {
                if label.1 - label.0 > bottom - top {
                    // Words on more lines than the rows have make these as high as they are.
                    let outside = label.0.saturating_sub(top) + bottom.saturating_sub(label.1);
                    return 2 * outside;
                }
                let (stands, middle) = (label.0 + label.1, top + bottom);
                let between = match self.style {
                    Style::Above => stands + 1 == middle,
                    _ => stands == middle + 1,
                };
                if between { 0 } else { stands.abs_diff(middle) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first rows of the labels of each column, over rows that take some lines.
    fn starts(columns: &[&[Extent]], rows: &[Extent], style: Style) -> (Vec<Vec<usize>>, usize) {
        let columns: Vec<Vec<Extent>> = columns.iter().map(|labels| labels.to_vec()).collect();
        let merged = divide(&columns, rows, style, &|_, _| false).unwrap();
        let mut starts = vec![Vec::new(); columns.len()];
        for part in merged.parts {
            starts[part.label.0].push(part.rows.start);
        }
        (starts, merged.cost)
    }

    #[test]
    fn labels_in_the_middle_of_their_rows() {
        let rows: Vec<Extent> = (0..6).map(|line| (2 * line, 2 * line)).collect();
        // Beside a row, and between two.
        for (labels, expected) in [
            (vec![(2, 2), (8, 8)], vec![0, 3]),
            (vec![(1, 1), (4, 4), (8, 8)], vec![0, 2, 3]),
            (vec![(5, 5)], vec![0]),
            (vec![(0, 0), (6, 6)], vec![0, 1]),
            (vec![(4, 6)], vec![0]),
        ] {
            for style in [Style::Above, Style::Below] {
                let found = starts(&[&labels], &rows, style);
                assert_eq!(found, (vec![expected.clone()], 0), "{labels:?}");
            }
        }
        // Rows of several lines are as high as they are.
        let uneven = [(0, 0), (1, 5), (6, 6), (7, 7)];
        let (first, _) = starts(&[&[(2, 3), (6, 7)]], &uneven, Style::Above);
        assert_eq!(first, [[0, 2]]);
        // Where no line is the middle, all labels stand on the same side of it.
        let close: Vec<Extent> = (0..5).map(|line| (line, line)).collect();
        for (labels, style, expected) in [
            (vec![(0, 0), (3, 3)], Style::Above, vec![0, 2]),
            (vec![(1, 1), (3, 3)], Style::Below, vec![0, 2]),
        ] {
            let found = starts(&[&labels], &close, style);
            assert_eq!(found, (vec![expected], 0), "{labels:?}");
        }
    }

    #[test]
    fn labels_beside_the_first_of_their_rows() {
        let rows: Vec<Extent> = (0..6).map(|line| (line, line)).collect();
        for labels in [vec![(0, 0), (3, 3)], vec![(0, 0), (1, 1), (5, 5)]] {
            let lines: Vec<usize> = labels.iter().map(|label| label.0).collect();
            assert_eq!(starts(&[&labels], &rows, Style::Top), (vec![lines], 0));
        }
        let many: Vec<Extent> = (0..7).map(|_| (0, 0)).collect();
        assert_eq!(divide(&[many], &rows, Style::Top, &|_, _| false), None);
    }

    #[test]
    fn labels_part_the_rows_of_those_on_their_left() {
        let rows: Vec<Extent> = (0..8).map(|line| (line, line)).collect();
        let columns: [&[Extent]; 2] = [&[(2, 2), (6, 6)], &[(0, 1), (3, 3), (5, 5), (6, 7)]];
        let (first, _) = starts(&columns, &rows, Style::Above);
        assert_eq!(first, [vec![0, 5], vec![0, 2, 5, 6]]);
        // A part without labels of its own has none.
        let columns: [&[Extent]; 2] = [&[(1, 2), (5, 6)], &[(1, 2)]];
        let found = starts(&columns, &rows, Style::Above);
        assert_eq!(found, (vec![vec![0, 4], vec![0]], 0));
    }

    #[test]
    fn labels_are_parts_of_what_they_belong_to() {
        // Over four rows the second label of the right column stands as well beside the third as beside both last.
        let rows: Vec<Extent> = (0..5).map(|line| (line, line)).collect();
        let columns = [vec![(1, 1), (3, 3)], vec![(0, 1), (2, 2), (3, 4)]];
        for (of_first, start) in [(2, 3), (1, 2)] {
            let is_strange = |of: Place, own: Place| (own.1 < of_first) != (of.1 == 0);
            let merged = divide(&columns, &rows, Style::Above, &is_strange).unwrap();
            let second = merged.parts.iter().find(|part| part.label == (0, 1));
            assert_eq!(second.map(|part| part.rows.start), Some(start));
        }
    }
}
