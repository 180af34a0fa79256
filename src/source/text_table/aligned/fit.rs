//! What stands over what: the heads of columns in order over the columns in order.

use std::ops::Range;

/// Places that something takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    pub from: usize,
    pub to: usize,
}

impl Extent {
    /// How many places part it from another.
    pub fn distance(self, other: Self) -> usize {
        let left = self.from.saturating_sub(other.to);
        let right = other.from.saturating_sub(self.to);
        match self.from < other.to && other.from < self.to {
            true => 0,
            false => 1 + left.max(right),
        }
    }

    /// How many places both take.
    pub fn shared(self, other: Self) -> usize {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        to.saturating_sub(from)
    }

    /// Twice the place of its middle.
    pub fn middle(self) -> usize {
        self.from + self.to
    }

    /// What both take, and what stands between them.
    pub fn join(self, other: Self) -> Self {
        Self {
            from: self.from.min(other.from),
            to: self.to.max(other.to),
        }
    }
}

/// What one head stands over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Over {
    /// These columns.
    Columns(Range<usize>),
    /// A column without words, before the one of this number.
    Nothing(usize),
}

/// A column as its head is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    pub extent: Extent,
    /// Whether it holds numbers with decimals, which stand on one side of the middles of their heads, as far in all.
    pub decimal: bool,
    /// How odd it is that it has no head.
    pub bare: usize,
}

/// How numbers stand in their columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lean {
    Left,
    Middle,
    Right,
    Unknown,
}

impl Lean {
    /// Whether the middles of numbers may stand so far, doubled, right of the middles of their heads.
    fn allows(self, offset: isize) -> bool {
        match self {
            Self::Left => offset <= UPRIGHT,
            Self::Middle => offset.abs() <= UPRIGHT,
            Self::Right => offset >= -UPRIGHT,
            Self::Unknown => true,
        }
    }
}

/// How far numbers may stand on the other side of their heads' middles, doubled.
const UPRIGHT: isize = 10;
/// How many places numbers may share with the head of another column: programs that turn pages into text make room.
const UNDER: usize = 2;
/// How odd it is that a place parts a head from its column.
const APART: usize = 20;
/// How odd it is, for each place, doubled, that numbers stand elsewhere under their head than those of other columns.
const UNLIKE: usize = 5;
/// How odd it is that a head stands over a column more.
const BROAD: usize = 200;
/// How odd it is that a head stands over no words.
const EMPTY: usize = 300;
/// How odd it is that a column of words or of numbers has no head.
pub(super) const BARE: usize = 1000;
/// How much odder anything else must be.
const CLEAR: usize = 60;

/// How odd a step is, and which step it is.
type Step = Option<(usize, Over)>;

/// Brings heads and columns together, both in order, so that numbers stand under all their heads alike. `strict` says
/// that heads stand over what they head. `None` where something else would be nearly as good.
pub(super) fn fit(
    heads: &[Extent],
    columns: &[Body],
    lean: Lean,
    strict: bool,
) -> Option<Vec<Over>> {
    let offset =
        |head: usize, column: Extent| column.middle() as isize - heads[head].middle() as isize;
    // As many heads as columns stand over one each, if those of words do not stand over what follows.
    let before_next = |at: usize| {
        let next = columns
            .get(at + 1)
            .map_or(usize::MAX, |next| next.extent.from);
        columns[at].decimal || heads[at].to <= next
    };
    // Numbers under the head of another column, not under their own, are of that one.
    let elsewhere = |at: usize| {
        let extent = columns[at].extent;
        let mut others = heads.iter().enumerate().filter(|(head, _)| *head != at);
        columns[at].decimal
            && extent.shared(heads[at]) == 0
            && others.any(|(_, head)| extent.shared(*head) > UNDER)
    };
    if heads.len() == columns.len() && (0..heads.len()).any(elsewhere) {
        return None;
    }
    if heads.len() == columns.len() && (0..heads.len()).all(before_next) {
        return Some(
            (0..heads.len())
                .map(|at| Over::Columns(at..at + 1))
                .collect(),
        );
    }
    let mut offsets: Vec<isize> = columns
        .iter()
        .filter(|column| column.decimal)
        .flat_map(|column| {
            let mut near: Vec<isize> = (0..heads.len())
                .map(|head| offset(head, column.extent))
                .collect();
            near.sort_by_key(|offset| offset.abs());
            near.truncate(NEAR);
            near
        })
        .filter(|&offset| lean.allows(offset))
        .collect();
    offsets.push(0);
    offsets.sort_unstable();
    offsets.dedup();
    let way = |but: Option<(usize, usize)>| {
        let ways = offsets.iter().filter_map(|&usual| {
            let over = |head: usize, range: Range<usize>| {
                let bodies = &columns[range.clone()];
                let all = bodies.iter().map(|body| body.extent).reduce(Extent::join)?;
                // Numbers have heads of their own.
                let alone = range.len() == 1 || !bodies.iter().any(|body| body.decimal);
                let distance = heads[head].distance(all);
                let broad = range.len() - 1;
                let off = offset(head, all);
                let cost = match columns[range.start].decimal {
                    true if !lean.allows(off) => return None,
                    true => off.abs_diff(usual) * UNLIKE + usual.unsigned_abs(),
                    false => distance * APART + off.unsigned_abs(),
                };
                let stands = distance == 0 || broad == 0 && !strict;
                (stands && alone && but != Some((head, range.start)))
                    .then_some(cost + broad * BROAD)
            };
            best(heads.len(), columns.len(), over, |column| {
                columns[column].bare
            })
        });
        ways.min_by_key(|(cost, _)| *cost)
    };
    let (cost, steps) = way(None)?;
    // Amounts have a head.
    let headed = |at: usize| {
        steps
            .iter()
            .any(|step| matches!(step, Over::Columns(range) if range.contains(&at)))
    };
    if (0..columns.len()).any(|at| columns[at].decimal && columns[at].bare == BARE && !headed(at)) {
        return None;
    }
    let matched = steps
        .iter()
        .enumerate()
        .filter_map(|(head, step)| match step {
            Over::Columns(range) if columns[range.start].decimal => Some((head, range.start)),
            _ => None,
        });
    let has_empty = steps.iter().any(|step| matches!(step, Over::Nothing(_)));
    let mut others = matched
        .filter(|_| has_empty)
        .filter_map(|pair| way(Some(pair)));
    let clear = others.all(|(other, _)| other >= cost + CLEAR);
    clear.then_some(steps)
}

/// How many heads that stand nearest to a column may be its own.
const NEAR: usize = 3;

/// The least odd way to bring heads and columns together.
fn best(
    rows: usize,
    width: usize,
    over: impl Fn(usize, Range<usize>) -> Option<usize>,
    bare: impl Fn(usize) -> usize,
) -> Option<(usize, Vec<Over>)> {
    // The least odd way for so many heads and columns, and its last step; a column without head is no step of its own.
    let mut best: Vec<Vec<Step>> = vec![vec![None; width + 1]; rows + 1];
    for head in 0..=rows {
        for column in 0..=width {
            let mut least: Step = (head == 0 && column == 0).then_some((0, Over::Nothing(0)));
            let mut offer = |cost: Option<usize>, over: Over| {
                if let Some(cost) = cost
                    && least.as_ref().is_none_or(|(least, _)| cost < *least)
                {
                    least = Some((cost, over));
                }
            };
            let reach = |head: usize, column: usize| best[head][column].as_ref().map(|step| step.0);
            if column > 0 {
                let before = reach(head, column - 1).map(|before| before + bare(column - 1));
                offer(before, Over::Columns(0..0));
            }
            if head > 0 {
                offer(
                    reach(head - 1, column).map(|before| before + EMPTY),
                    Over::Nothing(column),
                );
                for start in (0..column).rev().take(WIDEST) {
                    let cost = reach(head - 1, start)
                        .and_then(|before| Some(before + over(head - 1, start..column)?));
                    offer(cost, Over::Columns(start..column));
                }
            }
            best[head][column] = least;
        }
    }
    let (cost, _) = best[rows][width].clone()?;
    let mut steps = Vec::with_capacity(rows);
    let (mut head, mut column) = (rows, width);
    while head > 0 || column > 0 {
        let (_, step) = best[head][column].clone()?;
        match &step {
            Over::Columns(range) if range.is_empty() => {
                column -= 1;
                continue;
            }
            Over::Columns(range) => column = range.start,
            Over::Nothing(_) => {}
        }
        head = head.checked_sub(1)?;
        steps.push(step);
    }
    steps.reverse();
    Some((cost, steps))
}

/// How many columns one head stands over at most.
const WIDEST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_over_columns() {
        use Over::{Columns, Nothing};
        let extents = |places: &[(usize, usize)]| -> Vec<Extent> {
            places
                .iter()
                .map(|&(from, to)| Extent { from, to })
                .collect()
        };
        let all = |count: usize| {
            (0..count)
                .map(|at| Columns(at..at + 1))
                .collect::<Vec<Over>>()
        };
        for (heads, words, numbers, strict, expected) in [
            // As many as there are columns, wherever they stand.
            (
                &[(0, 4), (10, 14)][..],
                1,
                &[(0, 3), (18, 23)][..],
                false,
                Some(all(2)),
            ),
            // One without numbers between, before or behind.
            (
                &[(0, 4), (10, 14), (20, 24)],
                1,
                &[(0, 3), (21, 25)],
                true,
                Some(vec![Columns(0..1), Nothing(1), Columns(1..2)]),
            ),
            (
                &[(0, 4), (10, 14), (20, 24)],
                0,
                &[(9, 12), (19, 22)],
                true,
                Some(vec![Nothing(0), Columns(0..1), Columns(1..2)]),
            ),
            (
                &[(0, 4), (10, 14), (20, 24)],
                1,
                &[(0, 4), (9, 12)],
                true,
                Some(vec![Columns(0..1), Columns(1..2), Nothing(2)]),
            ),
            // Numbers at the right of their columns, nearer to the next head than to their own.
            (
                &[(0, 4), (10, 14), (20, 24), (30, 34)],
                1,
                &[(0, 3), (15, 19), (35, 39)],
                false,
                Some(vec![
                    Columns(0..1),
                    Columns(1..2),
                    Nothing(2),
                    Columns(2..3),
                ]),
            ),
            // One over two columns.
            (
                &[(3, 7), (20, 24)],
                2,
                &[(0, 3), (6, 12), (20, 24)],
                false,
                Some(vec![Columns(0..2), Columns(2..3)]),
            ),
            // As many, but numbers under the head of others.
            (
                &[(0, 8), (20, 32), (40, 54)],
                1,
                &[(0, 8), (18, 24), (26, 32)],
                false,
                None,
            ),
            // Numbers in the middle between two heads.
            (&[(0, 4), (20, 24)], 0, &[(10, 14)], false, None),
        ] {
            let columns: Vec<Body> = extents(numbers)
                .into_iter()
                .enumerate()
                .map(|(at, extent)| Body {
                    extent,
                    decimal: at >= words,
                    bare: BARE,
                })
                .collect();
            assert_eq!(
                fit(&extents(heads), &columns, Lean::Unknown, strict),
                expected,
                "{heads:?} {numbers:?}"
            );
        }
    }
}
