//! Which cells of a header the cells above them, that stand over several, belong to.

use std::ops::Range;

use super::super::page::Measure;
use super::column::Column;
use super::fit::Extent;
use super::header::{Cell, is_under};

/// How odd it is that a group stands beside a leaf that its words stand over.
const BESIDE: usize = 100;
/// How odd it is that a group takes a leaf that is as high as itself.
const AS_HIGH: usize = 400;
/// How odd it is that a group has one leaf alone.
const ALONE: usize = 30;
/// How odd it is that a group crosses the end of one above it.
const CROSSED: usize = 200;
/// How odd it is that a group does not begin as the first one, where something else does.
const AGAIN: usize = 60;
/// How odd it is that the height of a leaf says something else of it than the groups do.
const HEIGHT: usize = 40;
/// How odd it is that a group stands over names and numbers, but for that of a ledger beside others.
const MIXED: usize = 100;
/// How odd it is that a subtotal is not the first of what a group stands over.
const INNER: usize = 150;
/// What a subtotal of a group is called.
pub(super) const SUBTOTAL: &str = "小计";
/// How much odder it is that words begin where what they stand over begins than that they stand over its middle.
const FLUSH: usize = 20;

/// How much farther from its middle, doubled, other leaves may lie that a group may as well stand over: it is not known
/// how much room their columns have.
const SYMMETRIC: usize = 12;

/// The leaves that each group stands over: those under its middle, or else those from where it begins; `None` where it may
/// as well be others.
///
/// `wide` are the places that the leaves and their columns take, `texts` what the leaves say, and `holds` what is
/// in the columns that they stand over.
pub(super) fn ranges(
    leaves: &[Cell],
    wide: &[Extent],
    texts: &[String],
    holds: &[Holds],
    groups: &[Cell],
    measure: Measure,
) -> Option<Vec<Range<usize>>> {
    let over = |flush: bool| Groups {
        leaves,
        wide,
        texts,
        holds,
        groups,
        measure,
        flush,
    };
    let begins = |group: &Cell| {
        let lower = |leaf: &&Cell| leaf.top > group.bottom;
        let same = |leaf: &Cell| leaf.extent.from.abs_diff(group.extent.from) <= 1;
        leaves.iter().filter(lower).any(same)
    };
    let (middle, ranges) = over(false).ranges();
    if !groups.iter().all(begins) {
        return over(false).is_clear(&ranges).then_some(ranges);
    }
    let (begin, others) = over(true).ranges();
    let first = groups.iter().all(|group| group.top == groups[0].top);
    match begin.saturating_add(FLUSH) < middle {
        // Where words begin with what they stand over, nothing tells where that ends but the next of them.
        _ if !first && begin != middle && over(true).is_level() && others != ranges => None,
        true => Some(others),
        false => over(false).is_clear(&ranges).then_some(ranges),
    }
}

/// What is in the columns below a leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Words,
    Amounts,
    /// Codes, whole numbers, or nothing.
    Unknown,
}

impl Holds {
    /// What some columns hold.
    pub fn of(columns: &[Column]) -> Self {
        match columns {
            _ if columns.iter().all(|column| !column.numeric) => Self::Words,
            _ if columns.iter().any(|column| column.decimal) => Self::Amounts,
            _ => Self::Unknown,
        }
    }
}

struct Groups<'c> {
    leaves: &'c [Cell],
    wide: &'c [Extent],
    texts: &'c [String],
    holds: &'c [Holds],
    groups: &'c [Cell],
    measure: Measure,
    /// Whether words begin where what they stand over begins.
    flush: bool,
}

/// The groups that stand beside each other.
struct Tier {
    /// The last line that one of them begins on.
    top: usize,
    groups: Vec<usize>,
    /// Twice the middle height of the highest that one of them is right over: a leaf that stands higher has no group of
    /// this line above it. `None` where heights say nothing.
    next: Option<usize>,
    /// Where groups above begin and end.
    ends: Vec<usize>,
    /// Whether no groups stand below it.
    lowest: bool,
}

impl Groups<'_> {
    /// The ranges of all groups, and how odd they are.
    fn ranges(&self) -> (usize, Vec<Range<usize>>) {
        let level = self.is_level();
        let mut ranges: Vec<Range<usize>> = vec![0..0; self.groups.len()];
        let mut sum = 0usize;
        for tops in self.tops() {
            let Range { start, end } = tops;
            let of_line = |at: &usize| tops.contains(&self.groups[*at].top);
            let groups: Vec<usize> = (0..self.groups.len()).filter(of_line).collect();
            let next = groups
                .iter()
                .filter_map(|&at| self.height_under(&self.groups[at]))
                .min();
            let above = (0..self.groups.len()).filter(|&at| self.groups[at].top < start);
            let tier = Tier {
                top: end - 1,
                lowest: self.groups.iter().all(|group| group.top < end),
                next: next.filter(|_| !level),
                ends: above
                    .flat_map(|at| [ranges[at].start, ranges[at].end])
                    .collect(),
                groups,
            };
            let missing = match (level, self.measure) {
                (true, Measure::Columns) if !self.flush => 1,
                _ => HEIGHT,
            };
            let left_out = |leaf: usize| {
                let subtotal = tier.lowest && self.is_subtotal(leaf);
                usize::from(tier.is_below(&self.leaves[leaf])) * missing
                    + usize::from(subtotal) * INNER
            };
            let cost = |at: usize, range: Range<usize>| {
                self.cost(&tier, &self.groups[tier.groups[at]], range)
            };
            let (cost, found) = match self.repeated(&tier) {
                Some(found) => (0, found),
                None => divide(tier.groups.len(), self.leaves.len(), left_out, cost),
            };
            sum = sum.saturating_add(cost);
            for (&at, range) in tier.groups.iter().zip(found) {
                ranges[at] = range;
            }
        }
        (sum, ranges)
    }

    /// The lines on which the groups of each tier begin, from the highest: one, or the next as well where its groups stand
    /// beside those of the first, which are wrapped around it.
    fn tops(&self) -> Vec<Range<usize>> {
        let mut all: Vec<usize> = self.groups.iter().map(|group| group.top).collect();
        all.sort_unstable();
        all.dedup();
        let mut tops: Vec<Range<usize>> = Vec::with_capacity(all.len());
        for top in all {
            let beside = |last: &Range<usize>| {
                let mut above = self.groups.iter().filter(|g| last.contains(&g.top));
                above.all(|group| group.bottom > top)
            };
            match tops.last_mut() {
                Some(last) if beside(last) => last.end = top + 1,
                _ => tops.push(top..top + 1),
            }
        }
        tops
    }

    /// The leaves of ledgers side by side, each of which begins with the same words, where there are as many groups.
    fn repeated(&self, tier: &Tier) -> Option<Vec<Range<usize>>> {
        let first = self.texts.first().filter(|_| tier.ends.is_empty())?;
        let starts: Vec<usize> = (0..self.texts.len())
            .filter(|&at| self.texts[at].starts_with(first.as_str()))
            .collect();
        let below = self.leaves.iter().all(|leaf| leaf.top > tier.top);
        let ends = starts.iter().skip(1).copied().chain([self.texts.len()]);
        let ranges = || {
            starts
                .iter()
                .zip(ends)
                .map(|(&start, end)| start..end)
                .collect()
        };
        (starts.len() > 1 && starts.len() == tier.groups.len() && below).then(ranges)
    }

    /// Whether some leaves are of names and of numbers.
    fn is_mixed(&self, range: &Range<usize>) -> bool {
        let holds = &self.holds[range.clone()];
        holds.contains(&Holds::Words) && holds.contains(&Holds::Amounts)
    }

    fn is_subtotal(&self, leaf: usize) -> bool {
        self.texts[leaf] == SUBTOTAL
    }

    /// Whether all leaves begin or end on one line, so that their heights say nothing.
    fn is_level(&self) -> bool {
        let same = |of: fn(&Cell) -> usize| {
            self.leaves
                .windows(2)
                .all(|pair| of(&pair[0]) == of(&pair[1]))
        };
        same(|leaf| leaf.top) || same(|leaf| leaf.bottom)
    }

    /// Whether no group stands as well over a leaf more or less on both sides, where nothing but their middles tells.
    fn is_clear(&self, ranges: &[Range<usize>]) -> bool {
        if self.measure == Measure::Characters || !self.is_level() {
            return true;
        }
        let askew = |group: &Cell, range: Range<usize>| {
            let all = self.wide[range].iter().copied().reduce(Extent::join);
            all.map_or(0, |all| all.middle().abs_diff(group.extent.middle()))
        };
        let ledgers = |range: &Range<usize>| {
            range.len() < self.texts.len()
                && self.texts.get(range.start) == self.texts.first()
                && self
                    .texts
                    .get(range.end)
                    .is_none_or(|text| Some(text) == self.texts.first())
        };
        self.groups.iter().zip(ranges).all(|(group, range)| {
            if ledgers(range) {
                return true;
            }
            let best = askew(group, range.clone());
            let free = |at: usize| {
                let taken = |(other, range): (&Cell, &Range<usize>)| {
                    other.top == group.top && range.contains(&at)
                };
                at < self.leaves.len() && !self.groups.iter().zip(ranges).any(taken)
            };
            let more = range
                .start
                .checked_sub(1)
                .filter(|&at| free(at) && free(range.end));
            let more = more.map(|start| start..range.end + 1);
            let less = (range.len() > 3).then(|| range.start + 1..range.end - 1);
            let as_well = |other: Range<usize>| {
                let subtotal = (range.start..range.end).chain(other.clone());
                let mut subtotals = subtotal.filter(|&leaf| self.is_subtotal(leaf));
                let fits = subtotals.all(|leaf| leaf == other.start) && !self.is_mixed(&other);
                fits && askew(group, other) <= best + SYMMETRIC
            };
            !more.into_iter().chain(less).any(as_well)
        })
    }

    /// Twice the middle height of the highest cell right under a group, or else beside what is under it.
    fn height_under(&self, group: &Cell) -> Option<usize> {
        let all = || self.leaves.iter().chain(self.groups);
        let under = all()
            .filter(|cell| is_under(cell, group))
            .map(Cell::height)
            .min();
        under.or_else(|| {
            let lower = || all().filter(|cell| cell.top > group.bottom);
            let left = lower().filter(|cell| cell.extent.to <= group.extent.from);
            let right = lower().filter(|cell| cell.extent.from >= group.extent.to);
            let left = left.max_by_key(|cell| cell.extent.to);
            let right = right.min_by_key(|cell| cell.extent.from);
            left.into_iter().chain(right).map(Cell::height).min()
        })
    }

    /// How odd it is that a group stands over some leaves.
    fn cost(&self, tier: &Tier, group: &Cell, range: Range<usize>) -> usize {
        let (leaves, texts) = (self.leaves, self.texts);
        let all = self.wide[range.clone()]
            .iter()
            .copied()
            .reduce(Extent::join);
        let askew = all.map_or(0, |all| match self.flush {
            true => 2 * leaves[range.start].extent.from.abs_diff(group.extent.from),
            false => all.middle().abs_diff(group.extent.middle()),
        });
        let askew = match self.measure {
            Measure::Columns => askew * 2,
            Measure::Characters => askew,
        };
        let over = |at: &usize| leaves[*at].extent.distance(group.extent) == 0;
        let beside = (0..leaves.len()).filter(|at| !range.contains(at) && over(at));
        let inside = || leaves[range.clone()].iter();
        let high = inside().filter(|leaf| leaf.top <= tier.top);
        let unlike = inside().filter(|leaf| leaf.top > tier.top && !tier.is_below(leaf));
        // Where the first leaf comes again, a group of the first line begins with it.
        let again = texts.iter().skip(1).any(|text| *text == texts[0]);
        let restarts = texts[range.start] == texts[0] || !again || !tier.ends.is_empty();
        let inner = range.clone().skip(1).filter(|&leaf| self.is_subtotal(leaf));
        let inner = inner.count() * usize::from(tier.lowest);
        let mixed = !again && self.is_mixed(&range);
        let crossed = tier
            .ends
            .iter()
            .filter(|&&end| range.start < end && end < range.end);
        let alone = usize::from(range.len() == 1);
        askew
            + alone * ALONE
            + beside.count() * BESIDE
            + high.count() * AS_HIGH
            + unlike.count() * HEIGHT
            + usize::from(!restarts) * AGAIN
            + usize::from(mixed) * MIXED
            + inner * INNER
            + crossed.count() * CROSSED
    }
}

impl Tier {
    /// Whether a leaf stands so low that one of the groups must be above it.
    fn is_below(&self, leaf: &Cell) -> bool {
        leaf.top > self.top && self.next.is_none_or(|next| leaf.height() + 1 >= next)
    }
}

/// The least odd way to give so many groups so many leaves.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: usize,
    /// The leaf where the last group begins; none where the last leaf has no group.
    start: Option<usize>,
}

/// Gives groups leaves, both in order, at the least cost.
fn divide(
    groups: usize,
    leaves: usize,
    left_out: impl Fn(usize) -> usize,
    cost: impl Fn(usize, Range<usize>) -> usize,
) -> (usize, Vec<Range<usize>>) {
    let mut best: Vec<Vec<Option<Way>>> = vec![vec![None; leaves + 1]; groups + 1];
    best[0][0] = Some(Way {
        cost: 0,
        start: None,
    });
    for group in 0..=groups {
        for leaf in 1..=leaves {
            let without = best[group][leaf - 1].map(|before| Way {
                cost: before.cost + left_out(leaf - 1),
                start: None,
            });
            let starts = group.checked_sub(1).map(|before| &best[before][..leaf]);
            let starts = starts.unwrap_or_default().iter().enumerate();
            let with = starts.filter_map(|(start, before)| {
                Some(Way {
                    cost: (*before)?.cost + cost(group - 1, start..leaf),
                    start: Some(start),
                })
            });
            best[group][leaf] = without.into_iter().chain(with).min_by_key(|way| way.cost);
        }
    }
    let cost = best[groups][leaves].map_or(usize::MAX, |way| way.cost);
    let mut ranges = Vec::with_capacity(groups);
    let (mut group, mut leaf) = (groups, leaves);
    while let Some(way) = best[group][leaf].filter(|_| group > 0) {
        match way.start {
            Some(start) => {
                ranges.push(start..leaf);
                (group, leaf) = (group - 1, start);
            }
            None => leaf -= 1,
        }
    }
    ranges.resize(groups, 0..0);
    ranges.reverse();
    (cost, ranges)
}
