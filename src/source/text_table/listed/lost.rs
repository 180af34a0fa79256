//! Which columns the numbers of rows stand in whose empty cells are lost.

use rust_decimal::Decimal;

use super::head::{Head, Sum};

/// A row: its code, empty for that of the total, and its numbers in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row<'a> {
    pub code: &'a str,
    pub numbers: Vec<Decimal>,
}

/// The columns of the numbers of a row, in their order.
type Way = Vec<usize>;

/// How many rows a row is divided into at most, if what they add up to is to tell their columns, and how many ways are
/// tried.
const MOST_PARTS: usize = 60;
const MOST_TRIED: usize = 4_000;

/// How many levels the codes of rows have, with that of the total.
const LEVELS: usize = 4;

/// The most columns of numbers of which some may be lost.
const WIDEST: usize = 10;

impl Sum {
    /// Whether what is printed adds up, as far as it is printed; a column without a number is nothing.
    pub fn holds(&self, numbers: &[Option<Decimal>]) -> bool {
        let value = |&at: &usize| numbers[at].unwrap_or_default();
        let parts: Decimal = self.parts.iter().map(value).sum();
        let difference = (parts - value(&self.whole)).abs();
        difference <= slack(self.parts.len(), numbers.iter().flatten())
    }
}

/// How far numbers that are printed so may be, so many of them together, from what they are parts of: each, and that, by half
/// a unit of its last place.
fn slack<'d>(parts: usize, numbers: impl Iterator<Item = &'d Decimal>) -> Decimal {
    let places = numbers.map(Decimal::scale).max().unwrap_or(0);
    Decimal::new(5, places.min(27) + 1) * Decimal::from(parts + 1)
}

/// The column of each number of each row; `None` where several are left.
pub(super) fn place(head: &Head, rows: &[Row]) -> Vec<Vec<Option<usize>>> {
    let width = head.columns.len();
    let mut ways: Vec<Vec<Way>> = rows.iter().map(|row| within(head, row)).collect();
    let parts: Vec<(usize, Vec<usize>)> = (0..rows.len())
        .map(|whole| (whole, divided_into(rows, whole)))
        .filter(|(_, parts)| (1..=MOST_PARTS).contains(&parts.len()))
        .collect();
    // What is known of a row tells more of those that it is divided into, and the other way round, level by level.
    let left = |ways: &[Vec<Way>]| ways.iter().map(Vec::len).sum::<usize>();
    for _ in 0..LEVELS {
        let before = left(&ways);
        for (whole, parts) in &parts {
            add_up(width, rows, &mut ways, *whole, parts);
        }
        if left(&ways) == before {
            break;
        }
    }
    let rows = rows.iter().zip(&ways);
    let column = |ways: &[Way], number: usize| {
        let mut columns = ways.iter().map(|way| way[number]);
        let first = columns.next()?;
        columns.all(|column| column == first).then_some(first)
    };
    rows.map(|(row, ways)| (0..row.numbers.len()).map(|at| column(ways, at)).collect())
        .collect()
}

/// The ways that the numbers of a row stand in columns so that its own sums hold.
fn within(head: &Head, row: &Row) -> Vec<Way> {
    let width = head.columns.len();
    let count = row.numbers.len();
    if count == width {
        return vec![(0..width).collect()];
    }
    if width > WIDEST {
        return Vec::new();
    }
    let chosen = (0..1u32 << width).filter(|chosen| chosen.count_ones() as usize == count);
    let way = |chosen: u32| -> Way { (0..width).filter(|at| chosen >> at & 1 == 1).collect() };
    let holds = |way: &Way| {
        let numbers = spread(width, row, way);
        head.sums.iter().all(|sum| sum.holds(&numbers))
    };
    chosen.map(way).filter(holds).collect()
}

/// The numbers of a row, each in its column.
fn spread(width: usize, row: &Row, way: &Way) -> Vec<Option<Decimal>> {
    let mut numbers = vec![None; width];
    for (&column, &number) in way.iter().zip(&row.numbers) {
        numbers[column] = Some(number);
    }
    numbers
}

/// The rows that a row is divided into: those whose codes begin with its own, but for those that are parts of them.
fn divided_into(rows: &[Row], whole: usize) -> Vec<usize> {
    let code = rows[whole].code;
    let is_under = |row: &Row| row.code.len() > code.len() && row.code.starts_with(code);
    let under: Vec<usize> = (0..rows.len()).filter(|&at| is_under(&rows[at])).collect();
    let shortest = under.iter().map(|&at| rows[at].code.len()).min();
    under
        .into_iter()
        .filter(|&at| Some(rows[at].code.len()) == shortest)
        .collect()
}

/// Leaves of a row and its parts the ways that are in a combination in which every column adds up.
fn add_up(width: usize, rows: &[Row], ways: &mut [Vec<Way>], whole: usize, parts: &[usize]) {
    let all: Vec<usize> = std::iter::once(whole)
        .chain(parts.iter().copied())
        .collect();
    // Nothing is left to tell, or a row fits in no way.
    let open = all.iter().any(|&at| ways[at].len() > 1);
    if !open || all.iter().any(|&at| ways[at].is_empty()) {
        return;
    }
    let numbers: Vec<Vec<Vec<Decimal>>> = all
        .iter()
        .map(|&at| {
            let values = |way| spread(width, &rows[at], way).into_iter();
            let values = |way| values(way).map(Option::unwrap_or_default).collect();
            ways[at].iter().map(values).collect()
        })
        .collect();
    let mut search = Search {
        signed: numbers
            .iter()
            .flatten()
            .flatten()
            .any(|n| n.is_sign_negative()),
        slack: slack(parts.len(), rows.iter().flat_map(|row| &row.numbers)),
        seen: numbers.iter().map(|ways| vec![false; ways.len()]).collect(),
        numbers: &numbers,
        chosen: vec![0; all.len()],
        tried: 0,
    };
    for (way, of_whole) in numbers[0].iter().enumerate() {
        search.chosen[0] = way;
        if !search.go(1, of_whole) {
            return;
        }
    }
    // Where nothing adds up, rows are left out or wrong, and tell nothing.
    if search.seen[0].iter().any(|&seen| seen) {
        for (at, seen) in all.into_iter().zip(search.seen) {
            let mut seen = seen.into_iter();
            ways[at].retain(|_| seen.next().unwrap_or(true));
        }
    }
}

/// The combinations of the ways of a row and its parts.
struct Search<'n> {
    /// The numbers of each row, the whole first, in each of its ways, by column.
    numbers: &'n [Vec<Vec<Decimal>>],
    /// Whether some of them are negative.
    signed: bool,
    /// How far a sum may be from the whole.
    slack: Decimal,
    /// The ways that are in some combination.
    seen: Vec<Vec<bool>>,
    chosen: Vec<usize>,
    tried: usize,
}

impl Search<'_> {
    /// Tries the rows from one on, where so much is left of each column of the whole; `false` if there are too many ways.
    fn go(&mut self, row: usize, left: &[Decimal]) -> bool {
        self.tried += 1;
        if self.tried > MOST_TRIED {
            return false;
        }
        let Some(ways) = self.numbers.get(row) else {
            if left.iter().all(|left| left.abs() <= self.slack) {
                for (seen, &way) in self.seen.iter_mut().zip(&self.chosen) {
                    seen[way] = true;
                }
            }
            return true;
        };
        for (way, numbers) in ways.iter().enumerate() {
            let left: Vec<Decimal> = left.iter().zip(numbers).map(|(l, n)| l - n).collect();
            if !self.signed && left.iter().any(|left| *left < -self.slack) {
                continue;
            }
            self.chosen[row] = way;
            if !self.go(row + 1, &left) {
                return false;
            }
        }
        true
    }
}
