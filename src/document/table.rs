//! The one table model: a rectangular grid with merged cells resolved, whatever format the table came from.

use std::ops::Range;

use smol_str::SmolStr;

use super::Span;
use super::caption::Caption;

/// One printed cell. A merged cell is one `Cell` that covers several positions of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its text as the canonical text has it (line breaks and tabs turned to spaces, ends trimmed). Of words that are
    /// wrapped over lines which other cells stand between, all lines together.
    pub text: SmolStr,
    /// Where that text stands in the canonical text, of such words their first line; empty, but in place, for an empty
    /// cell.
    pub span: Span,
    /// Its first row, from 0.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether the source marks it as a header (`<th>`).
    pub header: bool,
}

impl Cell {
    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// How far it is known which columns the cells of a table cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Places {
    /// As the source has them.
    #[default]
    Known,
    /// Merged cells are printed as one cell each, so that rows differ in length.
    Ragged,
    /// Rows differ in length, be it that merged cells are printed as one cell each or that empty cells at the end of a row
    /// are left out.
    Short,
    /// The words of the header stand over no column of numbers in particular.
    Unclear,
}

/// A table: printed cells, and the grid that says which of them covers a position.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Where the whole table stands in the canonical text.
    pub span: Span,
    /// The name of its sheet, where it has one.
    pub sheet: Option<String>,
    /// How far the places of its cells are known.
    pub places: Places,
    /// Lines that stand above it and belong to it: title, 公开XX表, department, unit. In reading order.
    pub captions: Vec<Span>,
    /// Lines under it that belong to it (注：…).
    pub notes: Vec<Span>,
    /// Numbers among its lines that could stand in several of its columns, and so are in none of its cells.
    pub unplaced: Vec<Span>,
    /// What its captions say.
    pub caption: Caption,
    /// The rows of the grid that are neither caption nor notes.
    pub body: Range<usize>,
    cells: Vec<Cell>,
    /// Of every position, row by row, the index of the cell that covers it.
    grid: Vec<u32>,
    height: usize,
    width: usize,
}

/// In the place of an index where no cell covers a position.
const NONE: u32 = u32::MAX;

impl Table {
    /// Builds the grid of cells that are given in reading order. Where two cells claim a position the earlier one has
    /// it. Rows are filled up to the widest with empty positions.
    pub fn new(span: Span, cells: Vec<Cell>) -> Self {
        let height = cells.iter().map(|c| c.row + c.rows).max().unwrap_or(0);
        let width = cells
            .iter()
            .map(|c| c.column + c.columns)
            .max()
            .unwrap_or(0);
        let mut table = Self {
            span,
            body: 0..height,
            grid: vec![NONE; width * height],
            height,
            width,
            ..Self::default()
        };
        for (index, cell) in cells.iter().enumerate() {
            table.cover(index, cell);
        }
        table.cells = cells;
        table
    }

    /// Whether it says by itself what it is: by a title, a number or the name of its sheet.
    pub fn is_named(&self) -> bool {
        self.caption.title.is_some() || self.caption.number.is_some() || self.sheet.is_some()
    }

    /// Gives a cell the positions that it covers, as far as no other has them.
    fn cover(&mut self, index: usize, cell: &Cell) {
        // Tables have fewer cells than any limit on them that fits into memory.
        let index = u32::try_from(index).unwrap_or(NONE);
        let columns = cell.column.min(self.width)..(cell.column + cell.columns).min(self.width);
        for row in cell.row..(cell.row + cell.rows).min(self.height) {
            let start = row * self.width;
            for position in &mut self.grid[start + columns.start..start + columns.end] {
                if *position == NONE {
                    *position = index;
                }
            }
        }
    }

    /// How many rows the grid has.
    pub fn height(&self) -> usize {
        self.height
    }

    /// How many columns the grid has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The printed cells, in reading order.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The cell that covers a position, if any.
    pub fn get(&self, row: usize, column: usize) -> Option<&Cell> {
        if row >= self.height || column >= self.width {
            return None;
        }
        let index = self.grid[row * self.width + column];
        self.cells.get(index as usize)
    }

    /// The text at a position; a merged cell gives its text at every position that it covers.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.get(row, column).map_or("", |cell| cell.text.as_str())
    }

    /// The cells of a row from left to right, each once.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Cell> {
        let runs = self.indices(row).chunk_by(|a, b| a == b);
        runs.filter_map(|run| self.cells.get(*run.first()? as usize))
    }

    /// What covers each position of a row, from left to right.
    pub fn positions(&self, row: usize) -> impl Iterator<Item = Option<&Cell>> {
        let indices = self.indices(row).iter();
        indices.map(|&index| self.cells.get(index as usize))
    }

    fn indices(&self, row: usize) -> &[u32] {
        let start = row.min(self.height) * self.width;
        let end = (row + 1).min(self.height) * self.width;
        &self.grid[start..end]
    }

    /// Parts the table above each of some rows, given in order: the tables from the top down.
    pub(crate) fn parted(self, starts: &[usize]) -> Vec<Table> {
        let mut parts: Vec<Vec<Cell>> = vec![Vec::new(); starts.len() + 1];
        for mut cell in self.cells {
            let part = starts.partition_point(|&start| start <= cell.row);
            let first = part.checked_sub(1).map_or(0, |before| starts[before]);
            let end = starts.get(part).copied().unwrap_or(usize::MAX);
            cell.rows = cell.rows.min(end - cell.row);
            cell.row -= first;
            parts[part].push(cell);
        }
        let (mut captions, mut notes) = (self.captions, self.notes);
        let last = parts.len() - 1;
        let mut tables = Vec::with_capacity(parts.len());
        for (index, cells) in parts.into_iter().enumerate() {
            let said = || cells.iter().filter(|cell| !cell.span.is_empty());
            let span = match (said().next(), said().next_back()) {
                (Some(first), Some(last)) => first.span.join(last.span),
                _ => Span::new(self.span.start, self.span.start),
            };
            let mut table = Table::new(span, cells);
            table.sheet.clone_from(&self.sheet);
            table.places = self.places;
            if index == 0 {
                table.captions = std::mem::take(&mut captions);
            }
            if index == last {
                table.notes = std::mem::take(&mut notes);
            }
            tables.push(table);
        }
        tables
    }

    /// Adds the body of a table of the same width that goes on with this one, but for its first `skip` rows.
    pub(crate) fn append(&mut self, table: Table, skip: usize) {
        let first = table.body.start + skip;
        let offset = self.height();
        let kept = table.body.end.saturating_sub(first);
        self.height = offset + table.height().saturating_sub(first);
        self.grid.resize(self.height * self.width, NONE);
        for mut cell in table.cells {
            if cell.row < first {
                continue;
            }
            cell.row = cell.row - first + offset;
            self.cover(self.cells.len(), &cell);
            self.cells.push(cell);
        }
        self.span = self.span.join(table.span);
        self.notes.extend(table.notes);
        self.body.end = offset + kept;
    }
}
