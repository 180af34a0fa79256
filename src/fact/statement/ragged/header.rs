//! Headers whose merged cells are printed once: which columns each cell covers, and down to which row it goes.
//!
//! A cell that goes on downwards is printed as an empty one in the rows below, or not at all. In the second way a row
//! has only the cells that divide some of those above, and the words say which.

use crate::document::Cell;
use crate::grammar::statements::{Statements, key};

use super::Content;
use super::share::{Shares, shares};

/// How many ways to read a header are followed at once.
const MOST_FOLLOWED: usize = 32;
/// How many rows a header has at most.
const DEEPEST: usize = 6;
/// A reading that is no odder than this is not looked for in another way.
const FAIR: usize = 4;

/// A cell of a header, or a column below it.
#[derive(Debug, Clone)]
pub(super) struct Head {
    words: String,
    /// Whether it heads codes or names.
    label: bool,
    /// Of a column: what it holds.
    column: Option<Content>,
}

/// Where a cell of a header stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
}

impl Head {
    pub fn new(cell: &Cell, grammar: &Statements) -> Self {
        let words = key(&cell.text);
        let header = &grammar.header;
        Self {
            label: header.codes.contains(&words) || header.names.contains(&words),
            words,
            column: None,
        }
    }

    /// A column.
    pub fn column(content: Content) -> Self {
        Self {
            words: String::new(),
            label: false,
            column: Some(content),
        }
    }

    /// An empty cell.
    pub fn nothing() -> Self {
        Self {
            words: String::new(),
            label: false,
            column: None,
        }
    }

    /// Whether it is a cell that says nothing.
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.column.is_none()
    }

    /// Whether half of what another says is its own words: 本年支出 and 项目支出.
    fn is_kin(&self, other: &Head) -> bool {
        let characters: Vec<char> = other.words.chars().collect();
        let half = characters.len().div_ceil(2).max(2);
        let mut runs = characters.windows(half);
        runs.any(|run| self.words.contains(&run.iter().collect::<String>()))
    }
}

/// The places of the cells of the rows of a header over some columns, in each of the ways that are the least odd.
pub(super) fn ways(rows: &[Vec<Head>], columns: &[Head]) -> Vec<Vec<Vec<Place>>> {
    if rows.len() > DEEPEST {
        return Vec::new();
    }
    let full = least_odd(rows, columns, Blanks::Printed);
    let odd = full.first().is_none_or(|way| way.cost > FAIR);
    let ways = match odd {
        true => {
            let left_out = least_odd(rows, columns, Blanks::LeftOut);
            let cost = |ways: &[Way]| ways.first().map_or(usize::MAX, |way| way.cost);
            if cost(&left_out) < cost(&full) {
                left_out
            } else {
                full
            }
        }
        false => full,
    };
    ways.into_iter().map(|way| way.places(rows)).collect()
}

/// What stands in a row for the cells above that go on in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blanks {
    Printed,
    LeftOut,
}

/// One way to read the rows of a header down to some row.
#[derive(Debug, Clone)]
struct Way {
    cost: usize,
    /// From left to right the cells that no other stands under yet.
    leaves: Vec<Leaf>,
}

/// A cell that no other stands under, or a group of columns.
#[derive(Debug, Clone)]
struct Leaf {
    /// The cells that stand over each other, by row and place in it; the last is the leaf.
    path: Vec<(usize, usize)>,
    columns: usize,
}

/// The least odd ways to read a header; none where there are too many.
fn least_odd(rows: &[Vec<Head>], columns: &[Head], blanks: Blanks) -> Vec<Way> {
    let Some(first) = rows.first() else {
        return Vec::new();
    };
    let mut ways = vec![Way::of_row(first)];
    // What the ways cost at least that are too many to follow.
    let mut lost = usize::MAX;
    for (row, cells) in rows.iter().enumerate().skip(1) {
        let left_out = blanks == Blanks::LeftOut && !cells.iter().any(Head::is_empty);
        let idle = match left_out {
            true => columns.len().saturating_sub(cells.len()),
            false => 0,
        };
        let divided = |way: &Way, taken: &[usize]| way.divided(taken, row);
        ways = grown(&ways, rows, (cells, idle), divided, &mut lost);
    }
    ways = grown(&ways, rows, (columns, 0), Way::over, &mut lost);
    let least = ways.iter().map(|way| way.cost).min();
    ways.retain(|way| Some(way.cost) == least && way.cost < lost);
    ways
}

/// The ways on to the next row, or to the columns, of which `idle` leaves at most have nothing; `take` gives each leaf
/// its part. What those cost that are too many goes into `lost`.
fn grown(
    ways: &[Way],
    rows: &[Vec<Head>],
    (below, idle): (&[Head], usize),
    take: impl Fn(&Way, &[usize]) -> Way,
    lost: &mut usize,
) -> Vec<Way> {
    let mut grown = Vec::new();
    for way in ways {
        for shares in share(&way.heads(rows), below, idle) {
            let cost = way.cost + shares.cost;
            if shares.ways.is_empty() || grown.len() + shares.ways.len() > MOST_FOLLOWED {
                *lost = cost.min(*lost);
                continue;
            }
            let next = shares.ways.iter().map(|taken| Way {
                cost,
                ..take(way, taken)
            });
            grown.extend(next);
        }
    }
    grown
}

impl Way {
    /// The cells of the first row.
    fn of_row(cells: &[Head]) -> Self {
        let leaf = |cell| Leaf {
            path: vec![(0, cell)],
            columns: 1,
        };
        Self {
            cost: 0,
            leaves: (0..cells.len()).map(leaf).collect(),
        }
    }

    /// The leaves as the cells that they are.
    fn heads<'h>(&self, rows: &'h [Vec<Head>]) -> Vec<&'h Head> {
        let own = |leaf: &Leaf| {
            leaf.path
                .last()
                .and_then(|&(row, cell)| rows[row].get(cell))
        };
        self.leaves.iter().filter_map(own).collect()
    }

    /// The same with the cells of the next row, of which each leaf takes some.
    fn divided(&self, taken: &[usize], row: usize) -> Self {
        let mut leaves = Vec::new();
        let mut cell = 0;
        for (leaf, &count) in self.leaves.iter().zip(taken) {
            if count == 0 {
                leaves.push(leaf.clone());
            }
            for below in cell..cell + count {
                let mut leaf = leaf.clone();
                leaf.path.push((row, below));
                leaves.push(leaf);
            }
            cell += count;
        }
        Self { leaves, ..*self }
    }

    /// The same over the columns, of which each leaf takes some.
    fn over(&self, taken: &[usize]) -> Self {
        let mut way = self.clone();
        for (leaf, &columns) in way.leaves.iter_mut().zip(taken) {
            leaf.columns = columns;
        }
        way
    }

    /// The places of all cells.
    fn places(&self, rows: &[Vec<Head>]) -> Vec<Vec<Place>> {
        let none = Place {
            column: 0,
            columns: 0,
            rows: 1,
        };
        let mut places: Vec<Vec<Place>> = rows.iter().map(|row| vec![none; row.len()]).collect();
        let mut column = 0;
        for leaf in &self.leaves {
            let next = leaf.path.iter().skip(1).map(|&(row, _)| row);
            for (&(row, cell), below) in leaf.path.iter().zip(next.chain([rows.len()])) {
                let place = &mut places[row][cell];
                if place.columns == 0 {
                    place.column = column;
                }
                place.columns += leaf.columns;
                place.rows = below - row;
            }
            column += leaf.columns;
        }
        places
    }
}

/// How many of the cells below each cell takes, `idle` of them at most none.
fn share(heads: &[&Head], below: &[Head], idle: usize) -> Vec<Shares> {
    let labels = |cell: usize| heads[..cell].iter().filter(|head| head.label).count();
    let cost = |cell: usize, range| Some(cost(heads[cell], &below[range], labels(cell)));
    shares(heads.len(), below.len(), idle, cost)
}

/// How odd it is that a cell stands over some cells: a cell goes on downwards as an empty one, or is divided into
/// several that belong together. `labels` is the number of labels to its left.
fn cost(cell: &Head, below: &[Head], labels: usize) -> usize {
    let empty = below.iter().filter(|cell| cell.is_empty()).count();
    if let Some(first) = below.first().and_then(|first| first.column) {
        return columns_cost(cell, first, below, labels);
    }
    match (below, empty) {
        ([_], 1) => 0,
        ([_], _) if cell.is_empty() => 3,
        (_, _) if cell.is_empty() => 8 * below.len(),
        ([_], _) => 2,
        (_, 0) => division_cost(cell, below),
        _ => 10 * empty,
    }
}

/// A cell over columns, which should be the codes and names that it heads; the first such cell takes them.
fn columns_cost(cell: &Head, first: Content, columns: &[Head], labels: usize) -> usize {
    let further = columns.len() - 1;
    let may_be_labels = |column: &Head| column.column.is_some_and(|c| c != Content::Figures);
    let other = match cell.label {
        true => Content::Figures,
        false => Content::Words,
    };
    match further {
        0 if cell.is_empty() => 0,
        0 => 8 * usize::from(first == other),
        _ if cell.is_empty() => 8 * columns.len(),
        _ if cell.label && columns.iter().all(may_be_labels) => labels * further,
        _ => 8 * further,
    }
}

/// A cell over several others: they should be of one ledger, of labels or of numbers as it is, share a word with it, and
/// not repeat themselves.
fn division_cost(cell: &Head, below: &[Head]) -> usize {
    let opens = below
        .windows(2)
        .filter(|pair| pair[1].label && !pair[0].label);
    let mixed = below.iter().any(|cell| cell.label) && below.iter().any(|cell| !cell.label);
    let repeats = below[1..].iter().any(|cell| cell.words == below[0].words);
    let akin = match cell.label && below[0].label {
        true => true,
        false => !cell.label && !below[0].label && below.iter().any(|below| cell.is_kin(below)),
    };
    opens.count() * 3 + usize::from(mixed) + usize::from(repeats) * 2 + usize::from(!akin)
}
