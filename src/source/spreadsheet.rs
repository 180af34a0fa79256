//! Spreadsheets: each sheet is a line with its name, then its cells as tables. A reader per format finds the cells; what
//! they have in common is here.
//!
//! Hidden sheets are left out, unless all are hidden, and so are the hidden rows and columns of a sheet that is shown: what
//! the publisher hid (code lists, last year's figures, drafts) is no part of what the report states.
//!
//! Only cells that hold something count, so that a sheet that declares a million rows costs no more than one that does
//! not: of a run of empty rows or columns one is kept, to mark the gap.

mod hidden;
pub(super) mod number_format;
pub(super) mod ods;
pub(super) mod xls;
pub(super) mod xlsb;
pub(super) mod xlsx;

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use crate::document::{BlockKind, Cell, Document, Format, Origin, Span};
use crate::source::writer::{Grid, Writer, too_many_cells};
use crate::source::{Error, Limits};

use hidden::{Addresses, Hidden};

/// A sheet as a reader found it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Its cells that hold something, in any order; of two at one place the later one counts.
    pub cells: Vec<Value>,
    /// Its merged regions.
    pub merged: Vec<Region>,
    /// Its rows and columns that are hidden.
    pub unseen: Hidden,
}

/// A cell with its text as the file shows it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// Its row, from 0.
    pub row: u32,
    /// Its column, from 0.
    pub column: u32,
    /// Its text.
    pub text: SmolStr,
}

/// A merged region, its ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    /// Its first row.
    pub top: u32,
    /// Its first column.
    pub left: u32,
    /// Its last row.
    pub bottom: u32,
    /// Its last column.
    pub right: u32,
}

/// Writes the sheets as one document.
///
/// # Errors
///
/// When they have more cells than the limit allows.
pub(super) fn write(
    sheets: Vec<Sheet>,
    format: Format,
    encoding: &'static str,
    limits: &Limits,
) -> Result<Document, Error> {
    let all_hidden = sheets.iter().all(|sheet| sheet.hidden);
    let mut writer = Writer::new(limits);
    let mut names = Vec::new();
    for mut sheet in sheets.into_iter().filter(|s| all_hidden || !s.hidden) {
        let grids = grids(&mut sheet, names.len() as u32, limits)?;
        if !grids.is_empty() {
            writer.line(&sheet.name, BlockKind::Sheet, None);
        }
        for grid in grids {
            writer.table(grid)?;
        }
        names.push(sheet.name);
    }
    let mut document = writer.finish(format, encoding);
    document.sheets = names;
    Ok(document)
}

/// The tables of a sheet: one, or several where empty rows and then a title part them. `number` is the place of its name
/// among those of the document.
fn grids(sheet: &mut Sheet, number: u32, limits: &Limits) -> Result<Vec<Grid>, Error> {
    let mut regions = Regions::new(std::mem::take(&mut sheet.merged));
    let mut cells = visible(std::mem::take(&mut sheet.cells), &regions);
    let addresses = sheet.unseen.leave_out(&mut cells, &mut regions);
    let mut left = limits.cells;
    let mut grids = Vec::new();
    let mut rest = cells.as_mut_slice();
    for length in parts(rest) {
        let (part, behind) = rest.split_at_mut(length);
        rest = behind;
        let mut grid =
            grid(number, part, &regions, &addresses, left).ok_or_else(|| too_many_cells(limits))?;
        grid.sheet = Some(sheet.name.clone());
        left -= grid.height * grid.width;
        grids.push(grid);
    }
    Ok(grids)
}

/// The cells that show something, from top to bottom: neither blank, nor under a merged cell.
fn visible(mut cells: Vec<Value>, regions: &Regions) -> Vec<Value> {
    cells.retain(|cell| !cell.text.chars().all(char::is_whitespace));
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by(|later, earlier| {
        let same = (later.row, later.column) == (earlier.row, earlier.column);
        if same {
            std::mem::swap(later, earlier);
        }
        same
    });
    if !regions.by_corner.is_empty() {
        let mut covering = regions.sweep();
        cells.retain(|cell| !covering.covers(cell.row, cell.column));
    }
    cells
}

/// Parts a sheet where at least two rows are empty and a row with a single cell of words, a title, follows: how many
/// cells each part has.
fn parts(cells: &[Value]) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut start = 0;
    for at in 1..cells.len() {
        let gap = cells[at].row - cells[at - 1].row > 2;
        let alone = || {
            cells
                .get(at + 1)
                .is_none_or(|next| next.row > cells[at].row)
        };
        if gap && alone() && cells[at].text.chars().any(char::is_alphabetic) {
            lengths.push(at - start);
            start = at;
        }
    }
    if start < cells.len() {
        lengths.push(cells.len() - start);
    }
    lengths
}

/// Cells at their places, from top to bottom; of a run of empty rows or columns one is kept. `None` when the grid has more
/// than `left` positions.
fn grid(
    sheet: u32,
    cells: &mut [Value],
    regions: &Regions,
    addresses: &Addresses<'_>,
    left: usize,
) -> Option<Grid> {
    let rows = Axis::new(cells.chunk_by(|a, b| a.row == b.row).map(|row| row[0].row));
    // One by one: to collect them would sort all cells.
    let mut columns = BTreeSet::new();
    columns.extend(cells.iter().map(|cell| cell.column));
    let columns = Axis::new(columns.into_iter());
    if rows.length.saturating_mul(columns.length) > left {
        return None;
    }
    let mut grid = Grid {
        sheet: None,
        cells: Vec::with_capacity(cells.len()),
        origins: Vec::with_capacity(cells.len()),
        height: rows.length,
        width: columns.length,
    };
    for (row, &place) in cells.chunk_by_mut(|a, b| a.row == b.row).zip(&rows.places) {
        for cell in row {
            let region = regions.at(cell.row, cell.column);
            let covered = region.map_or((1, 1), |region| {
                let rows = rows.covered(cell.row, region.bottom);
                (rows, columns.covered(cell.column, region.right))
            });
            let (file_row, file_column) = addresses.of(cell);
            let origin = Origin::Cell {
                sheet: Some(sheet),
                row: file_row,
                column: file_column,
            };
            let cell = Cell {
                text: std::mem::take(&mut cell.text),
                span: Span::default(),
                row: place,
                column: columns.place(cell.column),
                rows: covered.0,
                columns: covered.1,
                header: false,
            };
            grid.push(cell, Some(origin));
        }
    }
    Some(grid)
}

/// The rows or the columns that a grid keeps: those with cells, and one for each gap between them.
struct Axis {
    used: Vec<u32>,
    places: Vec<usize>,
    length: usize,
}

impl Axis {
    /// Of the rows or columns that are used, in order.
    fn new(used: impl Iterator<Item = u32>) -> Self {
        let used: Vec<u32> = used.collect();
        let mut places = Vec::with_capacity(used.len());
        let mut length = 0;
        for (index, &number) in used.iter().enumerate() {
            length += usize::from(index > 0 && number - used[index - 1] > 1);
            places.push(length);
            length += 1;
        }
        Self {
            used,
            places,
            length,
        }
    }

    /// Where a used row or column is placed.
    fn place(&self, number: u32) -> usize {
        let index = self.used.partition_point(|&used| used < number);
        self.places.get(index).copied().unwrap_or(self.length)
    }

    /// How many of those that are kept lie between a used one and an end.
    fn covered(&self, first: u32, last: u32) -> usize {
        let after = self.used.partition_point(|&used| used <= last);
        let end = self
            .places
            .get(after.saturating_sub(1))
            .map_or(0, |place| place + 1);
        end.saturating_sub(self.place(first)).max(1)
    }
}

/// The merged regions of a sheet.
struct Regions {
    by_corner: BTreeMap<(u32, u32), Region>,
}

impl Regions {
    fn new(regions: Vec<Region>) -> Self {
        let sound = regions
            .into_iter()
            .filter(|r| r.top <= r.bottom && r.left <= r.right);
        Self {
            by_corner: sound
                .map(|region| ((region.top, region.left), region))
                .collect(),
        }
    }

    /// The region whose first cell is at a place.
    fn at(&self, row: u32, column: u32) -> Option<&Region> {
        self.by_corner.get(&(row, column))
    }

    /// Asks for one place after the other, from top to bottom.
    fn sweep(&self) -> Sweep<'_> {
        Sweep {
            coming: self.by_corner.values().peekable(),
            open: BTreeMap::new(),
        }
    }
}

/// The regions that cover the row that is asked for, by their first column.
struct Sweep<'a> {
    coming: std::iter::Peekable<std::collections::btree_map::Values<'a, (u32, u32), Region>>,
    open: BTreeMap<u32, &'a Region>,
}

impl Sweep<'_> {
    /// Whether a place lies in a region, other than at its first cell.
    fn covers(&mut self, row: u32, column: u32) -> bool {
        while let Some(region) = self.coming.next_if(|region| region.top <= row) {
            self.open.insert(region.left, region);
        }
        while let Some((&left, &region)) = self.open.range(..=column).next_back() {
            if region.bottom < row {
                self.open.remove(&left);
                continue;
            }
            return region.right >= column && (region.top, region.left) != (row, column);
        }
        false
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A sheet of rows of cells; an empty string is no cell.
    pub fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
        let mut sheet = Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        };
        for (row, texts) in rows.iter().enumerate() {
            for (column, text) in texts.iter().enumerate() {
                sheet.cells.push(Value {
                    row: row as u32,
                    column: column as u32,
                    text: (*text).into(),
                });
            }
        }
        sheet
    }

    fn text(sheets: Vec<Sheet>) -> Document {
        write(sheets, Format::Xlsx, "UTF-8", &Limits::default()).unwrap()
    }

    #[test]
    fn a_sheet_is_led_by_its_name_and_hidden_ones_are_left_out() {
        let mut hidden = sheet("字典", &[&["201", "一般公共服务支出"]]);
        hidden.hidden = true;
        let empty = sheet("空表", &[&["", " "]]);
        let shown = sheet("收入表", &[&["项目", "金额"], &["合计", "3.00"]]);
        assert_eq!(
            text(vec![hidden, empty, shown]).text,
            "收入表\n\n项目\t金额\n合计\t3.00\n\n"
        );
    }

    #[test]
    fn all_sheets_are_read_where_all_are_hidden() {
        let mut hidden = sheet("表", &[&["合计", "3"]]);
        hidden.hidden = true;
        assert_eq!(text(vec![hidden]).text, "表\n\n合计\t3\n\n");
    }

    #[test]
    fn merged_cells_cover_their_region_and_hide_what_is_under_them() {
        let mut merged = sheet(
            "表",
            &[
                &["项目", "金额", "旧"],
                &["", "本年", "上年"],
                &["合计", "3", "2"],
            ],
        );
        merged.merged = vec![
            Region {
                top: 0,
                left: 0,
                bottom: 1,
                right: 0,
            },
            Region {
                top: 0,
                left: 1,
                bottom: 0,
                right: 9,
            },
        ];
        let document = text(vec![merged]);
        assert_eq!(
            document.text,
            "表\n\n项目\t金额\t\n\t本年\t上年\n合计\t3\t2\n\n"
        );
        let table = &document.tables[0];
        assert_eq!((table.text(1, 0), table.text(0, 2)), ("项目", "金额"));
        assert_eq!((table.width(), table.height()), (3, 3));
        let quote = document.quote(table.get(2, 1).unwrap().span);
        assert_eq!(quote.cell.as_deref(), Some("表!B3"));
    }

    #[test]
    fn of_a_gap_one_row_and_one_column_are_kept() {
        let mut wide = Sheet {
            name: "表".to_owned(),
            ..Sheet::default()
        };
        for (row, column, text) in [
            (0, 0, "项目"),
            (0, 16_000, "金额"),
            (1_000_000, 0, "3"),
            (1_000_000, 16_000, "4"),
        ] {
            wide.cells.push(Value {
                row,
                column,
                text: text.into(),
            });
        }
        let document = text(vec![wide]);
        assert_eq!(document.text, "表\n\n项目\t\t金额\n\t\t\n3\t\t4\n\n");
        let quote = document.quote(document.tables[0].get(2, 2).unwrap().span);
        assert_eq!(quote.cell.as_deref(), Some("表!WQK1000001"));
    }

    #[test]
    fn a_title_after_empty_rows_begins_a_new_table() {
        let rows: &[&[&str]] = &[
            &["收入表"],
            &["合计", "3"],
            &[],
            &[],
            &["支出表"],
            &["合计", "3"],
        ];
        assert_eq!(text(vec![sheet("表", rows)]).tables.len(), 2);
        let numbers: &[&[&str]] = &[&["甲", "3"], &[], &[], &["4"], &["乙", "5"]];
        assert_eq!(text(vec![sheet("表", numbers)]).tables.len(), 1);
    }

    #[test]
    fn a_grid_beyond_the_limit_is_an_error() {
        let cell = |n| Value {
            row: n,
            column: n,
            text: "1".into(),
        };
        let diagonal = Sheet {
            cells: (0..2500).map(cell).collect(),
            ..Sheet::default()
        };
        assert!(write(vec![diagonal], Format::Xls, "UTF-8", &Limits::default()).is_err());
    }
}
