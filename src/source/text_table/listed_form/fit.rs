//! Cells one behind the other → rows of columns: of all ways to cut them the one that fits best.
//!
//! Nothing but its sort tells which column a cell is of, and empty cells are not printed. So each column says what it costs
//! to leave it empty, and what each cell in it costs; the rows are those that cost least together.

use std::ops::Range;

/// What a column takes, and at which cost.
pub(super) trait Column {
    /// What it costs to leave it empty; `None` where every row has it.
    fn empty(&self) -> Option<u32>;

    /// What it costs that a cell is its own; `None` where it cannot be.
    fn takes(&self, cell: usize) -> Option<u32>;

    /// What it costs that its words go on in a further cell; `None` where they are one line.
    fn goes_on(&self, cell: usize) -> Option<u32>;
}

/// How many lines the words of one cell are wrapped over at most.
const WRAPPED: usize = 12;

/// How much a row may cost.
const WORST: u32 = 5;

/// How cells were cut: the cells of each column of each row, and where the last row ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// For each row the cells of each of its columns.
    pub rows: Vec<Vec<Range<usize>>>,
    /// The cell behind the last row.
    pub end: usize,
}

/// The best way found to come to a place: what it costs, what it cost before the row that is open, and how many cells its
/// last column took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Way {
    cost: u32,
    before: u32,
    took: usize,
}

impl Way {
    /// Whether the row that is open may end.
    fn may_end(self) -> bool {
        self.cost - self.before <= WORST
    }
}

/// Cuts cells from the first on into rows, as many of them as make rows; `None` where none do.
pub(super) fn fit(cells: Range<usize>, columns: &[impl Column]) -> Option<Fit> {
    let width = columns.len();
    let count = cells.len();
    // The ways that end before each cell with each number of columns of a row done.
    let mut ways: Vec<Option<Way>> = vec![None; (count + 1) * (width + 1)];
    let place = |cell: usize, column: usize| cell * (width + 1) + column;
    ways[place(0, 0)] = Some(Way {
        cost: 0,
        before: 0,
        took: 0,
    });
    let better = |slot: &mut Option<Way>, way: Way| {
        if slot.is_none_or(|other| way.cost < other.cost) {
            *slot = Some(way);
        }
    };
    for at in 0..=count {
        // What comes with the cell before ends a row here or leaves columns empty; then a row begins.
        for pass in 0..2 {
            if pass == 1
                && at > 0
                && let Some(way) = ways[place(at, width)].filter(|way| way.may_end())
            {
                let next = Way {
                    before: way.cost,
                    took: 0,
                    ..way
                };
                better(&mut ways[place(at, 0)], next);
            }
            for (column, says) in columns.iter().enumerate() {
                if let (Some(way), Some(empty)) = (ways[place(at, column)], says.empty()) {
                    let next = Way {
                        cost: way.cost + empty,
                        took: 0,
                        ..way
                    };
                    better(&mut ways[place(at, column + 1)], next);
                }
            }
        }
        for (column, says) in columns.iter().enumerate() {
            let Some(way) = ways[place(at, column)] else {
                continue;
            };
            let mut cost = way.cost;
            for took in 1..=WRAPPED.min(count - at) {
                let cell = cells.start + at + took - 1;
                let more = match took {
                    1 => says.takes(cell),
                    _ => says.goes_on(cell),
                };
                let Some(more) = more else { break };
                cost += more;
                let next = Way { cost, took, ..way };
                better(&mut ways[place(at + took, column + 1)], next);
            }
        }
    }
    let ends = |&at: &usize| ways[place(at, width)].is_some_and(Way::may_end);
    let end = (1..=count).rev().find(ends)?;
    let mut rows = Vec::new();
    let mut at = end;
    while at > 0 {
        let mut row = Vec::with_capacity(width);
        for column in (0..width).rev() {
            let took = ways[place(at, column + 1)]?.took;
            row.push(cells.start + at - took..cells.start + at);
            at -= took;
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    Some(Fit {
        rows,
        end: cells.start + end,
    })
}
