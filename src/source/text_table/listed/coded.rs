//! Rows with a code and a name whose empty cells are lost, and whose names may take several lines.
//!
//! ```text
//! 科目编码                      the header
//! 科目名称
//! 合计
//! 基本支出
//! 项目支出
//! 合计                          the total
//! 500.00
//! 300.00
//! 200.00
//! 208                           a row without a cell for 项目支出
//! 社会保障和就业支出
//! 300.00
//! 300.00
//! ```
//!
//! A row begins at its code. Where it has fewer numbers than the table has columns, sums tell which they stand in: its own
//! (合计 is what basic and project expenditure are together), and that of the rows that it is divided into ([`lost`]). A
//! number that could stand in several columns is in no cell.

use std::ops::Range;

use super::super::form::{Placed, grid};
use super::head::{Column, Head};
use super::lost::{Row, place};
use super::{Region, Sort};
use crate::document::Table;
use crate::grammar::statements::key;

/// How many rows such a table has at least, and at most: ways to place so many are looked at.
const FEWEST: usize = 2;
const MOST: usize = 1_000;

/// How many lines a name takes at most.
const LONGEST_NAME: usize = 4;

/// A statement whose rows have codes.
pub(super) struct Coded<'r> {
    head: Head,
    lines: Vec<Line>,
    rows: Vec<Row<'r>>,
    /// Its first cell and its last.
    ends: (usize, usize),
}

impl<'r> Coded<'r> {
    /// The statement that the cells of a region are: a header, of which one reading fits, a total or none, and rows.
    pub fn read(region: &Region<'r>) -> Option<Self> {
        let cells: Vec<usize> = (0..region.filled)
            .filter(|&at| region.sort(at) != Sort::Nothing)
            .collect();
        let is_row = |pair: &[usize]| {
            region.sort(pair[0]) == Sort::Code && region.sort(pair[1]) == Sort::Words
        };
        let first = cells.windows(2).position(is_row)?;
        let is_number = |&at: &usize| matches!(region.sort(at), Sort::Number | Sort::Code);
        // A row that numbers the columns parts the header from the total.
        let ruler = region.ruler(0..cells[first]);
        let (head, total) = match (ruler, cells[..first].iter().position(is_number)) {
            (Some(ruler), _) => {
                let upto = |end: usize| cells[..first].partition_point(|&at| at < end);
                (&cells[..upto(ruler.start)], &cells[upto(ruler.end)..first])
            }
            (None, Some(number)) => cells[..first].split_at(number.checked_sub(1)?),
            (None, None) => cells[..first].split_at(first),
        };
        let mut lines = Vec::new();
        if let Some((&name, numbers)) = total.split_first() {
            let is_total = region.header.totals.contains(&key(region.words(name)));
            if !is_total || !numbers.iter().all(is_number) {
                return None;
            }
            lines.push(Line {
                code: None,
                name: vec![name],
                numbers: numbers.to_vec(),
            });
        }
        let mut rest = &cells[first..];
        while let Some((line, behind)) = Line::take(region, rest).filter(|_| lines.len() < MOST) {
            lines.push(line);
            rest = behind;
        }
        let rows = lines.iter().map(|line| line.row(region));
        let rows: Vec<Row> = rows.collect::<Option<_>>()?;
        if !rest.is_empty() || rows.iter().filter(|row| !row.code.is_empty()).count() < FEWEST {
            return None;
        }
        let heads = Head::all(region, head).into_iter();
        let mut heads = heads.filter(|head| head.holds(&rows));
        let head = heads.next().filter(|_| heads.next().is_none())?;
        Some(Self {
            head,
            lines,
            rows,
            ends: (*cells.first()?, *cells.last()?),
        })
    }

    /// Whether every row has a number in every column.
    pub fn is_whole(&self) -> bool {
        let width = self.head.columns.len();
        self.rows.iter().all(|row| row.numbers.len() == width)
    }

    /// The lines that it takes, and its grid.
    pub fn table(&self, region: &Region) -> (Range<usize>, Table) {
        let (first, last) = self.ends;
        let range = region.at[first]..region.at[last] + 1;
        let places = place(&self.head, &self.rows);
        let placed = lay(region, &self.head, &self.lines, &places);
        let numbers = self.lines.iter().flat_map(|line| &line.numbers);
        let unplaced = numbers.zip(places.iter().flatten());
        let unplaced = unplaced.filter(|(_, place)| place.is_none());
        let mut table = grid(region.lines, range.clone(), placed);
        table.unplaced = unplaced.map(|(&at, _)| region.cells[at]).collect();
        (range, table)
    }
}

/// The cells of a row.
struct Line {
    code: Option<usize>,
    name: Vec<usize>,
    numbers: Vec<usize>,
}

impl Line {
    /// The row that cells begin with, and those behind it.
    fn take<'c>(region: &Region, cells: &'c [usize]) -> Option<(Self, &'c [usize])> {
        let (&code, rest) = cells.split_first()?;
        let names = rest
            .iter()
            .take_while(|&&at| region.sort(at) == Sort::Words)
            .count();
        let (name, rest) = rest.split_at(names);
        // An amount may have the look of a code; what words follow is none.
        let ends = (0..rest.len()).find(|&at| {
            let next = rest.get(at + 1).map(|&next| region.sort(next));
            region.sort(rest[at]) == Sort::Words
                || region.sort(rest[at]) == Sort::Code && next == Some(Sort::Words)
        });
        let (numbers, rest) = rest.split_at(ends.unwrap_or(rest.len()));
        let fits = region.sort(code) == Sort::Code
            && (1..=LONGEST_NAME).contains(&names)
            && !numbers.is_empty();
        let line = Self {
            code: Some(code),
            name: name.to_vec(),
            numbers: numbers.to_vec(),
        };
        fits.then_some((line, rest))
    }

    fn row<'a>(&self, region: &Region<'a>) -> Option<Row<'a>> {
        let numbers = self.numbers.iter().map(|&at| number(region.words(at)));
        Some(Row {
            code: self.code.map_or("", |code| region.words(code)),
            numbers: numbers.collect::<Option<_>>()?,
        })
    }
}

/// The value of a printed number; a dash is nothing.
fn number(words: &str) -> Option<rust_decimal::Decimal> {
    let words: String = crate::document::fold::fold_text(words)
        .chars()
        .filter(|c| !matches!(c, ',' | ' '))
        .collect();
    match words.trim_matches(['-', '—']).is_empty() {
        true => Some(rust_decimal::Decimal::ZERO),
        false => words.parse().ok(),
    }
}

/// How many columns stand before those of the numbers: the code and the name.
const LABELS: usize = 2;

/// The cells of the table: the header in two rows, and each number in its column.
fn lay(region: &Region, head: &Head, lines: &[Line], places: &[Vec<Option<usize>>]) -> Vec<Placed> {
    let cell = |rows: Range<usize>, columns: Range<usize>, cells: &[usize]| Placed {
        rows,
        columns,
        pieces: cells.iter().flat_map(|&at| region.pieces(at)).collect(),
    };
    let mut placed = Vec::new();
    if let Some(above) = head.above {
        placed.push(cell(0..1, 0..LABELS, &[above]));
    }
    let top = usize::from(head.above.is_some());
    for (column, &label) in head.labels.iter().enumerate() {
        placed.push(cell(top..2, column..column + 1, &[label]));
    }
    for (at, column) in head.columns.iter().enumerate() {
        let here = LABELS + at..LABELS + at + 1;
        match column {
            Column::Alone(name) => placed.push(cell(0..2, here, &[*name])),
            Column::Under(group, name) => {
                let begins = at == 0 || head.columns[at - 1].group() != Some(*group);
                let length = head.columns[at..]
                    .iter()
                    .take_while(|column| column.group() == Some(*group))
                    .count();
                if begins {
                    placed.push(cell(0..1, here.start..here.start + length, &[*group]));
                }
                placed.push(cell(1..2, here, &[*name]));
            }
        }
    }
    for (at, (line, places)) in lines.iter().zip(places).enumerate() {
        let row = at + 2..at + 3;
        match line.code {
            Some(code) => {
                placed.push(cell(row.clone(), 0..1, &[code]));
                placed.push(cell(row.clone(), 1..2, &line.name));
            }
            None => placed.push(cell(row.clone(), 0..LABELS, &line.name)),
        }
        for (&number, place) in line.numbers.iter().zip(places) {
            if let Some(column) = place.map(|place| LABELS + place) {
                placed.push(cell(row.clone(), column..column + 1, &[number]));
            }
        }
    }
    placed
}
