//! The least odd ways to share places in a row out among cells, in order.

use std::ops::Range;

/// How many ways are told from each other; where there are more, none is known.
const MOST_WAYS: usize = 16;
/// How many states a search may have; the work grows with it and with the number of places.
const MOST_STATES: usize = 1 << 12;

/// The least odd ways to share places out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shares {
    pub cost: usize,
    /// How many places each cell takes; none where there are too many ways.
    pub ways: Vec<Vec<usize>>,
}

/// Shares `places` out among `cells`, each at least one, but for `idle` cells at most, which take none. `cost` is what a
/// cell costs over a range of places, `None` where it cannot stand there. For each number of idle cells the ways of the
/// least cost; nothing where the search is too long.
pub(super) fn shares(
    cells: usize,
    places: usize,
    idle: usize,
    cost: impl Fn(usize, Range<usize>) -> Option<usize>,
) -> Vec<Shares> {
    let search = Search {
        places,
        idle: idle.min(cells.saturating_sub(1)),
        cost,
    };
    let states = (places + 1).saturating_mul(search.idle + 1);
    if states.saturating_mul(cells) > MOST_STATES {
        return Vec::new();
    }
    let least = search.least(cells);
    let ends = (0..=search.idle).map(|idle| State {
        taken: places,
        idle,
    });
    let shares = |end| {
        let cost = least.last()?[search.index(end)]?;
        let ways = search.ways(&least, end, cost).unwrap_or_default();
        Some(Shares { cost, ways })
    };
    ends.filter_map(shares).collect()
}

struct Search<C> {
    places: usize,
    idle: usize,
    cost: C,
}

/// How many places the cells so far have taken, and how many of these cells none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    taken: usize,
    idle: usize,
}

impl<C: Fn(usize, Range<usize>) -> Option<usize>> Search<C> {
    fn index(&self, state: State) -> usize {
        state.taken * (self.idle + 1) + state.idle
    }

    /// The states that a cell may have found which leaves another, with what it costs.
    fn before(&self, cell: usize, state: State) -> impl Iterator<Item = (State, usize)> {
        let taking = (0..state.taken).filter_map(move |taken| {
            let added = (self.cost)(cell, taken..state.taken)?;
            Some((State { taken, ..state }, added))
        });
        let idle = state.idle.checked_sub(1);
        taking.chain(idle.map(|idle| (State { idle, ..state }, 0)))
    }

    /// What each state costs at least, before the first cell and after each.
    fn least(&self, cells: usize) -> Vec<Vec<Option<usize>>> {
        let states = (self.places + 1) * (self.idle + 1);
        let mut first = vec![None; states];
        first[0] = Some(0);
        let mut all = vec![first];
        for cell in 0..cells {
            let known = &all[cell];
            let mut next = vec![None; states];
            for taken in 0..=self.places {
                for idle in 0..=self.idle {
                    let state = State { taken, idle };
                    let costs = self
                        .before(cell, state)
                        .filter_map(|(before, added)| Some(known[self.index(before)]? + added));
                    next[self.index(state)] = costs.min();
                }
            }
            all.push(next);
        }
        all
    }

    /// The ways to a state after the last cell at its least cost; `None` where they are too many.
    fn ways(
        &self,
        least: &[Vec<Option<usize>>],
        end: State,
        cost: usize,
    ) -> Option<Vec<Vec<usize>>> {
        let mut open = vec![(end, cost, Vec::new())];
        for (cell, known) in least[..least.len() - 1].iter().enumerate().rev() {
            let mut further = Vec::new();
            for (state, cost, taken) in open {
                for (before, added) in self.before(cell, state) {
                    if known[self.index(before)].is_some_and(|known| known + added == cost) {
                        let mut taken: Vec<usize> = taken.clone();
                        taken.push(state.taken - before.taken);
                        further.push((before, cost - added, taken));
                    }
                }
            }
            if further.len() > MOST_WAYS {
                return None;
            }
            open = further;
        }
        let taken = |(_, _, mut taken): (State, usize, Vec<usize>)| {
            taken.reverse();
            taken
        };
        Some(open.into_iter().map(taken).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_shared_at_the_least_cost() {
        let even = |_, range: Range<usize>| Some(range.len().abs_diff(2));
        let found = |cells, places, idle| -> Vec<(usize, Vec<Vec<usize>>)> {
            let shares = shares(cells, places, idle, even);
            let each = shares.into_iter();
            each.map(|shares| (shares.cost, shares.ways)).collect()
        };
        assert_eq!(found(2, 4, 0), [(0, vec![vec![2, 2]])]);
        assert_eq!(found(2, 3, 0), [(1, vec![vec![1, 2], vec![2, 1]])]);
        assert_eq!(found(1, 0, 0), []);
        assert_eq!(found(0, 0, 0), [(0, vec![vec![]])]);
        assert_eq!(found(3, 2, 0), []);
        // With one cell idle, either of two may take both places; with none, each takes one.
        assert_eq!(
            found(2, 2, 1),
            [(2, vec![vec![1, 1]]), (0, vec![vec![0, 2], vec![2, 0]])]
        );
    }

    #[test]
    fn what_cannot_stand_somewhere_does_not() {
        let apart = |cell: usize, range: Range<usize>| (range.start % 2 == cell % 2).then_some(0);
        let found = shares(3, 5, 0, apart);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].ways, [[1, 1, 3], [1, 3, 1], [3, 1, 1]]);
    }

    #[test]
    fn too_many_ways_are_none() {
        let many = shares(8, 20, 0, |_, _| Some(0));
        assert_eq!(
            many,
            [Shares {
                cost: 0,
                ways: vec![]
            }]
        );
        assert_eq!(shares(1000, 1000, 9, |_, _| Some(0)), []);
    }
}
