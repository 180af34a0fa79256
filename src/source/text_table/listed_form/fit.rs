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

/// The best ways that end before each cell with each number of columns of a row done.
struct Ways {
    width: usize,
    best: Vec<Option<Way>>,
}

impl Ways {
    fn new(count: usize, width: usize) -> Self {
        let begin = Way {
            cost: 0,
            before: 0,
            took: 0,
        };
        let mut ways = Self {
            width,
            best: vec![None; (count + 1) * (width + 1)],
        };
        ways.offer(0, 0, begin);
        ways
    }

    fn get(&self, cell: usize, done: usize) -> Option<Way> {
        self.best[cell * (self.width + 1) + done]
    }

    /// The way to the end of a row before a cell, if the row may end.
    fn ended(&self, cell: usize) -> Option<Way> {
        self.get(cell, self.width).filter(|way| way.may_end())
    }

    /// Takes a way to a place if it is better than those before.
    fn offer(&mut self, cell: usize, done: usize, way: Way) {
        let slot = &mut self.best[cell * (self.width + 1) + done];
        if slot.is_none_or(|other| way.cost < other.cost) {
            *slot = Some(way);
        }
    }

    /// Leaves columns empty before a cell.
    fn leave_empty(&mut self, cell: usize, columns: &[impl Column]) {
        for (column, says) in columns.iter().enumerate() {
            if let (Some(way), Some(empty)) = (self.get(cell, column), says.empty()) {
                let next = Way {
                    cost: way.cost + empty,
                    took: 0,
                    ..way
                };
                self.offer(cell, column + 1, next);
            }
        }
    }
}

/// Cuts cells from the first on into rows, as many of them as make rows; `None` where none do.
pub(super) fn fit(cells: Range<usize>, columns: &[impl Column]) -> Option<Fit> {
    let width = columns.len();
    let count = cells.len();
    let mut ways = Ways::new(count, width);
    for at in 0..=count {
        // The columns that are left empty at the end of a row, and those at the beginning of the next.
        ways.leave_empty(at, columns);
        if let Some(way) = ways.ended(at) {
            let next = Way {
                before: way.cost,
                took: 0,
                ..way
            };
            ways.offer(at, 0, next);
            ways.leave_empty(at, columns);
        }
        for (column, says) in columns.iter().enumerate() {
            let Some(way) = ways.get(at, column) else {
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
                ways.offer(at + took, column + 1, Way { cost, took, ..way });
            }
        }
    }
    let end = (1..=count).rev().find(|&at| ways.ended(at).is_some())?;
    let mut rows = Vec::new();
    let mut at = end;
    while at > 0 {
        let mut row = Vec::with_capacity(width);
        for column in (0..width).rev() {
            let took = ways.get(at, column + 1)?.took;
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
