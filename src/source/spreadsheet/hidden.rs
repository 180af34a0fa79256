//! Rows and columns that a sheet does not show. What they hold is left out, and those that are shown close up, as on the
//! screen and in print; the addresses of the cells stay those of the file.

use std::collections::BTreeMap;

use super::{Region, Regions, Value};

/// What a sheet hides.
#[derive(Debug, Default)]
pub(in crate::source) struct Hidden {
    /// Its rows.
    pub rows: Runs,
    /// Its columns.
    pub columns: Runs,
}

/// Runs of hidden rows or columns, in order.
#[derive(Debug, Default)]
pub(in crate::source) struct Runs {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy)]
struct Run {
    first: u32,
    last: u32,
    /// How many are hidden before it.
    before: u32,
}

/// The addresses of the cells of a sheet whose rows and columns have closed up.
pub(super) struct Addresses<'a> {
    hidden: &'a Hidden,
    /// The corners of merged cells that show without them.
    corners: BTreeMap<(u32, u32), (u32, u32)>,
}

impl Hidden {
    /// Takes out of cells and merged regions what is hidden, and closes up the rest. A merged cell is shown where any of
    /// it is.
    pub(super) fn leave_out(&self, cells: &mut Vec<Value>, regions: &mut Regions) -> Addresses<'_> {
        let mut corners = BTreeMap::new();
        if self.rows.runs.is_empty() && self.columns.runs.is_empty() {
            return Addresses {
                hidden: self,
                corners,
            };
        }
        cells.retain_mut(|cell| {
            let corner = (cell.row, cell.column);
            let one = Region {
                top: cell.row,
                left: cell.column,
                bottom: cell.row,
                right: cell.column,
            };
            let region = regions.at(cell.row, cell.column).copied();
            let Some(shown) = self.shown(region.unwrap_or(one)) else {
                return false;
            };
            (cell.row, cell.column) = (shown.top, shown.left);
            if self.address(shown.top, shown.left) != corner {
                corners.insert((shown.top, shown.left), corner);
            }
            true
        });
        cells.sort_by_key(|cell| (cell.row, cell.column));
        let shown = regions
            .by_corner
            .values()
            .filter_map(|region| self.shown(*region));
        *regions = Regions::new(shown.collect());
        Addresses {
            hidden: self,
            corners,
        }
    }

    /// The part of a region that is shown, where it stands once the others close up.
    fn shown(&self, region: Region) -> Option<Region> {
        let (top, bottom) = self.rows.shown(region.top, region.bottom)?;
        let (left, right) = self.columns.shown(region.left, region.right)?;
        Some(Region {
            top,
            left,
            bottom,
            right,
        })
    }

    fn address(&self, row: u32, column: u32) -> (u32, u32) {
        (self.rows.number(row), self.columns.number(column))
    }
}

impl Addresses<'_> {
    /// The row and column that a cell has in the file.
    pub fn of(&self, cell: &Value) -> (u32, u32) {
        let place = (cell.row, cell.column);
        let corner = self.corners.get(&place).copied();
        corner.unwrap_or_else(|| self.hidden.address(place.0, place.1))
    }
}

impl Runs {
    /// Adds hidden rows or columns; those before the last are taken for known.
    pub fn add(&mut self, first: u32, last: u32) {
        let next = self.runs.last().map_or(0, |run| run.last.saturating_add(1));
        let first = first.max(next);
        if first > last {
            return;
        }
        match self.runs.last_mut() {
            Some(run) if first == next => run.last = last,
            before => {
                let before = before.map_or(0, |run| run.hidden());
                self.runs.push(Run {
                    first,
                    last,
                    before,
                });
            }
        }
    }

    /// The first and the last shown of some rows or columns, counted among those that are shown.
    fn shown(&self, first: u32, last: u32) -> Option<(u32, u32)> {
        let (from, end) = (u64::from(first), u64::from(last) + 1);
        let first = from - self.before(from);
        let last = (end - self.before(end)).checked_sub(1)?;
        let shown = |number: u64| u32::try_from(number).ok();
        (first <= last).then_some((shown(first)?, shown(last)?))
    }

    /// How many are hidden before a number.
    fn before(&self, number: u64) -> u64 {
        let after = self
            .runs
            .partition_point(|run| u64::from(run.first) < number);
        let Some(run) = after.checked_sub(1).map(|at| self.runs[at]) else {
            return 0;
        };
        let (first, end) = (u64::from(run.first), u64::from(run.last) + 1);
        u64::from(run.before) + end.min(number) - first
    }

    /// The number of one that is counted among those that are shown.
    fn number(&self, shown: u32) -> u32 {
        let after = self
            .runs
            .partition_point(|run| run.first - run.before <= shown);
        let hidden = after.checked_sub(1).map_or(0, |at| self.runs[at].hidden());
        shown.saturating_add(hidden)
    }
}

impl Run {
    /// How many are hidden up to its end.
    fn hidden(self) -> u32 {
        self.before + (self.last - self.first).saturating_add(1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::sheet;
    use super::super::write;
    use super::*;
    use crate::document::{Document, Format};
    use crate::source::Limits;

    fn hidden(rows: &[(u32, u32)], columns: &[(u32, u32)]) -> Hidden {
        let mut hidden = Hidden::default();
        rows.iter()
            .for_each(|&(first, last)| hidden.rows.add(first, last));
        columns
            .iter()
            .for_each(|&(first, last)| hidden.columns.add(first, last));
        hidden
    }

    fn read(hidden: Hidden, merged: Vec<Region>) -> Document {
        let rows: &[&[&str]] = &[
            &["支出表", "", "", ""],
            &["id", "科目", "旧", "金额"],
            &["x1", "办公费", "9", "1"],
            &["x2", "印刷费", "9", "2"],
            &["x3", "合计", "9", "3"],
        ];
        let mut sheet = sheet("表", rows);
        sheet.unseen = hidden;
        sheet.merged = merged;
        write(vec![sheet], Format::Xlsx, "UTF-8", &Limits::default()).unwrap()
    }

    #[test]
    fn what_is_hidden_is_left_out_and_the_rest_closes_up() {
        let title = Region {
            top: 0,
            left: 0,
            bottom: 0,
            right: 3,
        };
        let document = read(hidden(&[(3, 3)], &[(0, 0), (2, 2)]), vec![title]);
        assert_eq!(
            document.text,
            "表\n\n支出表\t\n科目\t金额\n办公费\t1\n合计\t3\n\n"
        );
        let table = &document.tables[0];
        let address = |row, column| {
            let cell = table.get(row, column).unwrap();
            document.quote(cell.span).cell.unwrap()
        };
        assert_eq!(table.text(0, 1), "支出表");
        assert_eq!(address(0, 0), "表!A1");
        assert_eq!(address(1, 0), "表!B2");
        assert_eq!(address(3, 1), "表!D5");
    }

    #[test]
    fn a_sheet_that_shows_nothing_says_nothing() {
        assert_eq!(read(hidden(&[(0, 9)], &[]), Vec::new()).text, "");
        assert_eq!(read(hidden(&[], &[(0, u32::MAX)]), Vec::new()).text, "");
    }

    #[test]
    fn runs_count_what_is_shown() {
        let runs = hidden(&[(1, 1), (2, 2), (5, 7), (5, 6), (u32::MAX, u32::MAX)], &[]).rows;
        assert_eq!(runs.runs.len(), 3);
        for (first, last, shown) in [
            (0, 0, Some((0, 0))),
            (1, 2, None),
            (1, 3, Some((1, 1))),
            (0, 9, Some((0, 4))),
            (6, 8, Some((3, 3))),
            (u32::MAX, u32::MAX, None),
        ] {
            assert_eq!(runs.shown(first, last), shown, "{first} {last}");
        }
        for (shown, number) in [(0, 0), (1, 3), (2, 4), (3, 8), (4, 9)] {
            assert_eq!(runs.number(shown), number);
        }
    }
}
