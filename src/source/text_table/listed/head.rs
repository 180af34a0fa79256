//! The columns of a statement whose header is a cell a line: which of its cells stand under which.

use super::Region;
use super::lost::Row;

/// A column of numbers: a cell of the header alone, or one under the cell of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Alone(usize),
    Under(usize, usize),
}

impl Column {
    /// The cell that it stands under.
    pub fn group(self) -> Option<usize> {
        match self {
            Self::Alone(_) => None,
            Self::Under(group, _) => Some(group),
        }
    }

    fn name(self) -> usize {
        match self {
            Self::Alone(name) | Self::Under(_, name) => name,
        }
    }
}

/// That the numbers of a column are those of others together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    pub whole: usize,
    pub parts: Vec<usize>,
}

/// A reading of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// The cell above the labels of the codes and the names.
    pub above: Option<usize>,
    /// The labels of the codes and the names.
    pub labels: Vec<usize>,
    pub columns: Vec<Column>,
    pub sums: Vec<Sum>,
}

/// How many groups of columns a header has at most.
const MOST_GROUPS: usize = 3;

impl Head {
    /// All readings of the cells of a header: no cell stands over others, or some do, and those below them come right behind
    /// each, or behind all of the upper row.
    pub fn all(region: &Region, cells: &[usize]) -> Vec<Self> {
        let Some(codes) = (0..cells.len()).rfind(|&at| region.names_codes(cells[at])) else {
            return Vec::new();
        };
        // 功能分类科目 over 科目编码 and 科目名称, with the rest of the upper row behind it.
        let (upper, lower) = cells.split_at(codes);
        let (above, upper) = match upper.split_first() {
            Some((&above, upper)) => (Some(above), upper),
            None => (None, upper),
        };
        let Some((labels, lower)) = lower.split_at_checked(2) else {
            return Vec::new();
        };
        let head = |columns: Vec<Column>| Self {
            above,
            labels: labels.to_vec(),
            sums: sums(region, &columns),
            columns,
        };
        let ways = match upper {
            [] => ways(region, lower),
            _ => divided(region, upper, lower),
        };
        let mut heads: Vec<Self> = ways.into_iter().map(head).collect();
        heads.dedup();
        heads
    }

    /// Whether rows fit: none has more numbers than there are columns, one has as many, and the sums of those that have hold.
    pub fn holds(&self, rows: &[Row]) -> bool {
        let width = self.columns.len();
        let mut full = rows
            .iter()
            .filter(|row| row.numbers.len() == width)
            .peekable();
        width > 0
            && full.peek().is_some()
            && rows.iter().all(|row| row.numbers.len() <= width)
            && full.all(|row| {
                let numbers: Vec<_> = row.numbers.iter().copied().map(Some).collect();
                self.sums.iter().all(|sum| sum.holds(&numbers))
            })
    }
}

/// The ways that cells of one row of the header, or of two of which no cell tells where the lower one begins, are columns.
fn ways(region: &Region, cells: &[usize]) -> Vec<Vec<Column>> {
    let mut ways = vec![cells.iter().map(|&cell| Column::Alone(cell)).collect()];
    // 基本支出, 小计, 人员经费, 公用经费, 项目支出: a word for a sum stands under the cell before it.
    for sum in (1..cells.len()).filter(|&at| region.is_sum(cells[at])) {
        for end in sum + 2..=cells.len() {
            let group = cells[sum - 1];
            let before = cells[..sum - 1].iter().map(|&cell| Column::Alone(cell));
            let under = cells[sum..end]
                .iter()
                .map(|&cell| Column::Under(group, cell));
            let behind = cells[end..].iter().map(|&cell| Column::Alone(cell));
            ways.push(before.chain(under).chain(behind).collect());
        }
        let (upper, lower) = cells.split_at(sum);
        ways.extend(divided(region, upper, lower));
    }
    ways
}

/// The ways that the cells of a lower row stand under some of an upper one.
fn divided(region: &Region, upper: &[usize], lower: &[usize]) -> Vec<Vec<Column>> {
    let Some(&first) = lower.first() else {
        return Vec::new();
    };
    let begins = |&at: &usize| region.words(lower[at]) == region.words(first);
    let starts: Vec<usize> = (0..lower.len()).filter(begins).collect();
    let ends = starts[1..].iter().copied().chain([lower.len()]);
    let parts: Vec<&[usize]> = starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| &lower[start..end])
        .collect();
    if parts.len() > MOST_GROUPS || parts.iter().any(|part| part.len() < 2) {
        return Vec::new();
    }
    let chosen = (0..1u32 << upper.len().min(16))
        .filter(|chosen| chosen.count_ones() as usize == parts.len());
    let columns = |chosen: u32| {
        let mut parts = parts.iter();
        let mut columns = Vec::new();
        for (at, &cell) in upper.iter().enumerate() {
            let part = (chosen >> at & 1 == 1).then(|| parts.next()).flatten();
            match part {
                Some(part) => columns.extend(part.iter().map(|&name| Column::Under(cell, name))),
                None => columns.push(Column::Alone(cell)),
            }
        }
        columns
    };
    chosen.map(columns).collect()
}

/// What is the sum of what: the first column of a group, and the first of all, where a word for a sum heads it.
fn sums(region: &Region, columns: &[Column]) -> Vec<Sum> {
    let is_sum = |at: usize| region.is_sum(columns[at].name());
    let mut sums = Vec::new();
    let mut tops = Vec::new();
    let mut at = 0;
    while at < columns.len() {
        let length = match columns[at].group() {
            Some(group) => columns[at..]
                .iter()
                .take_while(|column| column.group() == Some(group))
                .count(),
            None => 1,
        };
        if length > 1 && is_sum(at) {
            sums.push(Sum {
                whole: at,
                parts: (at + 1..at + length).collect(),
            });
            tops.push(at);
        } else {
            tops.extend(at..at + length);
        }
        at += length;
    }
    if let [whole, parts @ ..] = tops.as_slice()
        && columns[*whole].group().is_none()
        && is_sum(*whole)
        && parts.len() > 1
    {
        sums.push(Sum {
            whole: *whole,
            parts: parts.to_vec(),
        });
    }
    sums
}
