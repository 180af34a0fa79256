//! Words that are wrapped over lines: which lines of a column are one row.

use std::ops::Range;

use super::super::Lines;
use super::super::page::{Piece, width};
use super::Row;
use super::column::Columns;

/// What stands in one cell: its pieces in the order of their lines.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub pieces: Vec<Piece>,
    pub columns: Range<usize>,
    /// The first and the last of the lines that it takes.
    pub lines: (usize, usize),
}

/// A line of a block as it is parted into columns.
#[derive(Debug)]
pub(super) struct Parted {
    pub entries: Vec<Entry>,
    /// Whether a blank line stands above it.
    pub apart: bool,
}

impl Parted {
    pub fn new(at: usize, row: &Row, columns: &Columns) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for (piece, range) in row.pieces.iter().zip(columns.of(&row.pieces)) {
            match entries.last_mut() {
                Some(last) if last.columns.end > range.start => {
                    last.pieces.push(piece.clone());
                    last.columns.end = last.columns.end.max(range.end);
                }
                _ => entries.push(Entry {
                    pieces: vec![piece.clone()],
                    columns: range,
                    lines: (at, at),
                }),
            }
        }
        Self {
            entries,
            apart: row.apart,
        }
    }

    /// What stands in a column.
    pub fn entry(&self, column: usize) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.columns.contains(&column))
    }
}

/// How the lines of wrapped words stand beside the numbers of their row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// From the line of the numbers down.
    Top,
    /// As many above it as below.
    Middle,
}

/// What speaks against a division of lines among rows.
mod cost {
    /// A line within a cell that goes on though it ends early.
    pub const BROKEN: usize = 10;
    /// A line that ends a cell though it has no room for more.
    pub const FULL: usize = 5;
    /// A blank line within a cell.
    pub const APART: usize = 20;
    /// A row that has nothing where every row has something.
    pub const EMPTY: usize = 20;
    /// A line that is not where the style has it.
    pub const ASTRAY: usize = 8;
    /// Words of a row of totals, which has none but its numbers and its label.
    pub const TOTAL: usize = 1000;
}

/// The most lines between two rows that are divided between them.
const MOST: usize = 40;

/// How much narrower than the widest of its column words are that go on on the next line: a character and a half.
const SLACK: usize = 3;

/// A line that has the numbers of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub at: usize,
    /// Whether they are totals.
    pub is_total: bool,
}

/// The lines of one column that have words in it, from the top down.
pub(super) struct Wraps<'p> {
    anchors: &'p [Anchor],
    /// Whether every row has something in the column.
    filled: bool,
    lines: Vec<usize>,
    /// Of each line whether its words may go on on the next: they have no room for more, and no sentence ends with them.
    goes_on: Vec<bool>,
    /// What speaks against each line and all above it going on with the next.
    cost: Vec<usize>,
}

/// The lines that stand between anchors, each with its row as its place among them, and what speaks against it.
#[derive(Debug, Clone, Default)]
pub(super) struct Division {
    pub rows: Vec<(usize, usize)>,
    pub cost: usize,
}

impl<'p> Wraps<'p> {
    pub fn new(
        lines: &Lines,
        parted: &[Parted],
        anchors: &'p [Anchor],
        column: usize,
        filled: bool,
    ) -> Self {
        let words = |piece: &Piece| lines.words(piece.span);
        let entries: Vec<(usize, &Entry)> = parted
            .iter()
            .enumerate()
            .flat_map(|(at, line)| line.entries.iter().map(move |entry| (at, entry)))
            .filter(|(_, entry)| entry.columns.start == column)
            .collect();
        let widths = |entry: &Entry| entry.pieces.iter().map(|piece| width(words(piece))).max();
        let single = entries.iter().filter(|(_, entry)| entry.columns.len() == 1);
        let widest = single.filter_map(|(_, entry)| widths(entry)).max();
        let full = widest.unwrap_or(0).saturating_sub(SLACK);
        let goes_on: Vec<bool> = entries
            .iter()
            .map(|(_, entry)| {
                let last = entry.pieces.last().map_or("", words);
                widths(entry) >= Some(full) && !last.ends_with(['。', '；', ';'])
            })
            .collect();
        let lines: Vec<usize> = entries.iter().map(|(at, _)| *at).collect();
        let mut sum = 0;
        let cost = lines
            .windows(2)
            .zip(&goes_on)
            .map(|(pair, goes_on)| {
                let apart = (pair[0] + 1..=pair[1]).any(|at| parted[at].apart);
                sum += usize::from(apart) * cost::APART + usize::from(!goes_on) * cost::BROKEN;
                sum
            })
            .collect();
        Self {
            anchors,
            filled,
            lines,
            goes_on,
            cost,
        }
    }

    /// Whether the words of a line may go on on the next.
    pub fn goes_on(&self, at: usize) -> bool {
        let place = self.lines.binary_search(&at);
        place.is_ok_and(|place| self.goes_on[place])
    }

    /// Divides the lines between anchors among the rows above and below them, as the style has it.
    pub fn divide(&self, style: Style) -> Division {
        let gaps = self.gaps();
        // Of each gap, by how many of its lines are of the row above: the least cost of all above it, and how the gap
        // before is divided there.
        let mut best: Vec<Vec<Option<(usize, usize)>>> = vec![vec![Some((0, 0))]];
        for (index, &anchor) in self.anchors.iter().enumerate() {
            let (before, after) = (gaps[index].clone(), gaps[index + 1].clone());
            let least = match after.len() {
                many if many > MOST || index + 1 == self.anchors.len() => many,
                _ => 0,
            };
            let mut next = vec![None; after.len() + 1];
            for (split, next) in next.iter_mut().enumerate().skip(least) {
                let costs = best[index].iter().enumerate().filter_map(|(taken, cost)| {
                    let rows = before.start + taken..after.start + split;
                    let row = self.row(rows, anchor, (before.len() - taken, split), style);
                    Some(((*cost)?.0 + row, taken))
                });
                *next = costs.min();
            }
            best.push(next);
        }
        let last = best.last().map_or(&[][..], Vec::as_slice);
        let ends = last.iter().enumerate();
        let ends = ends.filter_map(|(split, cost)| Some(((*cost)?.0, split)));
        let Some((cost, mut split)) = ends.min_by_key(|&(cost, split)| (cost, usize::MAX - split))
        else {
            return Division::default();
        };
        let mut rows = Vec::new();
        for index in (0..self.anchors.len()).rev() {
            let taken = best[index + 1][split].map_or(0, |(_, taken)| taken);
            let (before, after) = (&gaps[index], &gaps[index + 1]);
            let above = before.start + taken..before.end;
            let below = after.start..after.start + split;
            rows.extend(above.chain(below).map(|place| (self.lines[place], index)));
            split = taken;
        }
        Division { rows, cost }
    }

    /// The places of the lines above the first anchor, between each two, and below the last.
    fn gaps(&self) -> Vec<Range<usize>> {
        (0..=self.anchors.len())
            .map(|index| {
                let before = index.checked_sub(1).map(|before| self.anchors[before].at);
                let next = self.anchors.get(index);
                let upto = |at: usize| self.lines.partition_point(|&line| line < at);
                let from = before.map_or(0, |at| upto(at + 1));
                from..next.map_or(self.lines.len(), |next| upto(next.at))
            })
            .collect()
    }

    /// What speaks against a row that has some lines, so many above that of its numbers and below it.
    fn row(
        &self,
        lines: Range<usize>,
        anchor: Anchor,
        (above, below): (usize, usize),
        style: Style,
    ) -> usize {
        if anchor.is_total {
            return (above + below) * cost::TOTAL;
        }
        let Some(last) = lines.end.checked_sub(1).filter(|last| *last >= lines.start) else {
            return usize::from(self.filled) * cost::EMPTY;
        };
        let upto = |place: usize| place.checked_sub(1).map_or(0, |place| self.cost[place]);
        let astray = match style {
            Style::Top => above,
            Style::Middle => above.abs_diff(below).saturating_sub(1),
        };
        upto(last) - upto(lines.start)
            + usize::from(self.goes_on[last]) * cost::FULL
            + astray * cost::ASTRAY
    }
}
