//! Ledgers of two sides whose rows bear numbers and whose empty cells are lost.
//!
//! ```text
//! 项目                          the header of either side: what it is, the number of the row, the amounts
//! 行次
//! 决算数
//! 项目
//! 行次
//! 决算数
//! 一、财政拨款收入              a row: both sides with what they have
//! 1
//! 500.00
//! 一、一般公共服务支出
//! 32
//! 二、上级补助收入              a row without an amount on either side
//! 2
//! 二、外交支出
//! 33
//! ```
//!
//! The numbers of the rows go on on the right where they end on the left, and so prove every row. A side with several amounts
//! of which some are lost has the first, where that is their sum (合计, then what it is of each fund); the others stand under the
//! funds that the left side has money of, if they are as many in every row. What could stand in several columns is in no
//! cell, and neither is what it would be a part of.

use std::ops::Range;

use super::super::form::{Placed, grid};
use super::{Region, Sort, WIDEST};
use crate::document::fold::fold_text;
use crate::document::{Table, numbering};
use crate::grammar::statements::key;

/// How many rows such a ledger has at least.
const FEWEST: usize = 3;

/// How many lines a name takes at most.
const LONGEST_NAME: usize = 4;

/// What a side has before its amounts: the name of a row and its number.
const LABELS: usize = 2;

/// One side of the header: the cells of the amounts behind those of the name and of the number.
struct Side {
    labels: [usize; LABELS],
    amounts: Vec<usize>,
    /// Its cells in the row that numbers the columns, where there is one.
    ruler: Vec<usize>,
}

/// One side of a row.
#[derive(Default)]
struct Half {
    name: Vec<usize>,
    ordinal: Option<usize>,
    amounts: Vec<usize>,
}

/// A ledger.
pub(super) struct Sided {
    /// What the sides are called above the header, if they are.
    titles: Vec<usize>,
    sides: [Side; 2],
    rows: Vec<[Half; 2]>,
    ends: (usize, usize),
}

impl Sided {
    /// The ledger that the cells of a region are.
    pub fn read(region: &Region) -> Option<Self> {
        let cells: Vec<usize> = (0..region.filled)
            .filter(|&at| region.sort(at) != Sort::Nothing)
            .collect();
        // 栏次 before numbers begins a row of them, 行次 in the header is behind a name.
        let is_numbered = |at: usize| {
            let next = cells.get(at + 1);
            next.is_some_and(|&next| region.sort(next) == Sort::Number)
        };
        let is_ruler = |at: usize| {
            is_numbered(at) && region.header.rulers.contains(&key(region.words(cells[at])))
        };
        let names_ordinals = |at: &usize| !is_numbered(*at) && region.names_ordinals(cells[*at]);
        let ordinals: Vec<usize> = (0..cells.len()).filter(names_ordinals).collect();
        let &[left, right] = ordinals.as_slice() else {
            return None;
        };
        let titles = cells[..left.checked_sub(1)?].to_vec();
        let opens = |at: &usize| {
            let is_name = region.sort(cells[*at]) == Sort::Words && !is_ruler(*at);
            is_name && region.words(cells[*at + 1]) == "1"
        };
        // The words before the first 1 that numbers no column.
        let last = (right + 1..cells.len().saturating_sub(1)).find(opens)?;
        let numbers = (right + 1..last).rev();
        let mut numbers = numbers.filter(|&at| region.sort(cells[at]) != Sort::Words);
        let body = numbers.next().map_or(last, |number| number + 1);
        let rulers: Vec<usize> = (right + 1..body).filter(|&at| is_ruler(at)).collect();
        let header = rulers.first().copied().unwrap_or(body);
        let mut sides = [
            Side::new(&cells, left, left + 1..right.checked_sub(1)?)?,
            Side::new(&cells, right, right + 1..header)?,
        ];
        if let [first, second] = rulers[..] {
            sides[0].ruler = cells[first..second].to_vec();
            sides[1].ruler = cells[second..body].to_vec();
        } else if !rulers.is_empty() {
            return None;
        }
        let is_header = titles
            .iter()
            .chain(sides.iter().flat_map(|side| &side.amounts));
        let is_whole = is_header.clone().all(|&at| region.sort(at) == Sort::Words)
            && matches!(titles.len(), 0 | 2)
            && sides.iter().all(Side::is_numbered);
        if !is_whole {
            return None;
        }
        let rows = Body {
            region,
            cells: &cells[body..],
            widths: [sides[0].amounts.len(), sides[1].amounts.len()],
        };
        Some(Self {
            titles,
            sides,
            rows: rows.read()?,
            ends: (*cells.first()?, *cells.last()?),
        })
    }

    /// The lines that it takes, and its grid.
    pub fn table(&self, region: &Region) -> (Range<usize>, Table) {
        let range = region.at[self.ends.0]..region.at[self.ends.1] + 1;
        let columns = [0, 1].map(|index| self.columns(region, index));
        let halves = self
            .rows
            .iter()
            .flat_map(|halves| halves.iter().zip(&columns));
        let unplaced = halves.flat_map(|(half, columns)| half.amounts.iter().skip(columns.len()));
        let mut table = grid(region.lines, range.clone(), self.lay(region, &columns));
        table.unplaced = unplaced.map(|&at| region.cells[at]).collect();
        (range, table)
    }

    /// The columns that amounts of a side may stand in where some are lost: its first, and the funds that the left side has
    /// money of.
    fn columns(&self, region: &Region, index: usize) -> Vec<usize> {
        let side = &self.sides[index];
        let width = side.amounts.len();
        let lengths = || self.rows.iter().map(|halves| halves[index].amounts.len());
        if lengths().all(|amounts| amounts == 0 || amounts == width) {
            return (0..width).collect();
        }
        if !region.is_sum(side.amounts[0]) {
            return Vec::new();
        }
        let funds =
            (1..width).filter(|&at| self.has_money(region, side.amounts[at]) != Some(false));
        let mut columns: Vec<usize> = std::iter::once(0).chain(funds).collect();
        if !lengths().all(|amounts| amounts == 0 || amounts == columns.len()) {
            columns.truncate(1);
        }
        columns
    }

    /// Whether the left side has money of the fund that a cell of the header names, if it says so.
    fn has_money(&self, region: &Region, fund: usize) -> Option<bool> {
        let fund = key(region.words(fund));
        let named = |left: &&Half| {
            let words: String = left.name.iter().map(|&at| region.words(at)).collect();
            key(numbering::behind(&fold_text(&words))) == fund
        };
        let rows = self.rows.iter().map(|[left, _]| left).filter(named);
        let money = |left: &Half| {
            let amount = left.amounts.first().map(|&at| region.words(at));
            amount.is_some_and(|words| words.contains(|c: char| ('1'..='9').contains(&c)))
        };
        rows.map(money).reduce(|any, own| any || own)
    }

    fn lay(&self, region: &Region, columns: &[Vec<usize>; 2]) -> Vec<Placed> {
        let mut placed = Vec::new();
        let mut put = |row: usize, columns: Range<usize>, at: usize| {
            placed.push(Placed {
                rows: row..row + 1,
                columns,
                pieces: region.pieces(at),
            });
        };
        let top = usize::from(!self.titles.is_empty());
        let ruled = usize::from(!self.sides[0].ruler.is_empty());
        let mut first = 0;
        for (index, side) in self.sides.iter().enumerate() {
            let amounts = first + LABELS;
            let end = amounts + side.amounts.len();
            if let Some(&title) = self.titles.get(index) {
                put(0, first..end, title);
            }
            for (column, &at) in (first..).zip(side.labels.iter().chain(&side.amounts)) {
                put(top, column..column + 1, at);
            }
            if let Some((&name, numbers)) = side.ruler.split_first() {
                put(top + 1, first..amounts, name);
                for (column, &at) in (amounts..).zip(numbers) {
                    put(top + 1, column..column + 1, at);
                }
            }
            for (row, halves) in (top + ruled + 1..).zip(&self.rows) {
                let half = &halves[index];
                for &at in &half.name {
                    put(row, first..first + 1, at);
                }
                if let Some(at) = half.ordinal {
                    put(row, first + 1..first + 2, at);
                }
                for (column, &at) in columns[index].iter().zip(&half.amounts) {
                    put(row, amounts + column..amounts + column + 1, at);
                }
            }
            first = end;
        }
        placed
    }
}

impl Side {
    /// The side of a header whose cell for the numbers of rows is known, and those of its amounts.
    fn new(cells: &[usize], ordinal: usize, amounts: Range<usize>) -> Option<Self> {
        let name = *cells.get(ordinal.checked_sub(1)?)?;
        let amounts = cells.get(amounts)?.to_vec();
        (1..=WIDEST).contains(&amounts.len()).then_some(Self {
            labels: [name, cells[ordinal]],
            amounts,
            ruler: Vec::new(),
        })
    }

    /// Whether the row that numbers the columns has one for each amount, if there is one.
    fn is_numbered(&self) -> bool {
        self.ruler.is_empty() || self.ruler.len() == self.amounts.len() + 1
    }
}

/// The cells below the header.
struct Body<'r, 'a> {
    region: &'r Region<'a>,
    cells: &'r [usize],
    /// How many amounts either side has at most.
    widths: [usize; 2],
}

impl Body<'_, '_> {
    /// All rows, if they take all cells.
    fn read(&self) -> Option<Vec<[Half; 2]>> {
        let mut rows = Vec::new();
        let (mut at, mut offset) = (0, None);
        while at < self.cells.len() {
            let number = rows.len() + 1;
            let (left, behind) = self.half(at, number, offset.map(|offset| number + offset), 0)?;
            let numbered = (behind..self.cells.len().min(behind + LONGEST_NAME + 1))
                .find_map(|at| self.region.words(self.cells[at]).parse::<usize>().ok())?;
            let offset = *offset.get_or_insert(numbered.checked_sub(1)?);
            let (right, behind) = self.half(behind, number + offset, Some(number + 1), 1)?;
            rows.push([left, right]);
            at = behind;
            if number == offset {
                break;
            }
        }
        let is_whole = at == self.cells.len() && Some(rows.len()) == offset;
        (is_whole && rows.len() >= FEWEST).then_some(rows)
    }

    /// One side of a row, by its number, and where what follows begins; `next` is the number that may follow its amounts
    /// directly.
    fn half(
        &self,
        start: usize,
        number: usize,
        next: Option<usize>,
        side: usize,
    ) -> Option<(Half, usize)> {
        let sort = |at: usize| self.cells.get(at).map(|&cell| self.region.sort(cell));
        let is = |at: usize, number: usize| {
            let cell = self.cells.get(at);
            cell.is_some_and(|&cell| self.region.words(cell).parse() == Ok(number))
        };
        let name = (start..start + LONGEST_NAME)
            .take_while(|&at| sort(at) == Some(Sort::Words))
            .count();
        let ordinal = start + name;
        if !is(ordinal, number) {
            return None;
        }
        let is_amount = |at: &usize| matches!(sort(*at), Some(Sort::Number | Sort::Code));
        // An amount may happen to be the number that follows it.
        let is_next = |at: usize| next.is_some_and(|next| is(at, next) && !is(at + 1, next));
        let amounts = (ordinal + 1..)
            .take(self.widths[side])
            .take_while(|at| is_amount(at) && !is_next(*at))
            .count();
        let end = ordinal + 1 + amounts;
        let half = Half {
            name: self.cells[start..ordinal].to_vec(),
            ordinal: Some(self.cells[ordinal]),
            amounts: self.cells[ordinal + 1..end].to_vec(),
        };
        Some((half, end))
    }
}
