//! Writes the canonical text: lines, and tables as rows of cells joined by tabs.

use smol_str::SmolStr;

use crate::document::{Block, BlockKind, Cell, Document, Format, Origin, Span, Table};
use crate::source::{Error, Limits};

/// A table as a reader found it: cells at their places in a rectangular grid.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    /// The name of its sheet, where it has one.
    pub sheet: Option<String>,
    /// Its cells, from top to bottom, then from left to right. They are no part of the text yet: line breaks and tabs in
    /// them become spaces when they are written, and only then they have a span.
    pub cells: Vec<Cell>,
    /// The address in the source of each.
    pub origins: Vec<Option<Origin>>,
    /// How many rows it has.
    pub height: usize,
    /// How many columns it has.
    pub width: usize,
}

impl Grid {
    /// Adds a cell behind the others, with its address in the source.
    pub fn push(&mut self, cell: Cell, origin: Option<Origin>) {
        self.cells.push(cell);
        self.origins.push(origin);
    }

    /// Whether it shows nothing.
    fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// The canonical text in the making.
pub(super) struct Writer<'a> {
    limits: &'a Limits,
    text: String,
    blocks: Vec<Block>,
    tables: Vec<Table>,
    origins: Vec<(Span, Origin)>,
    positions: usize,
}

impl<'a> Writer<'a> {
    /// An empty text.
    pub fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            text: String::new(),
            blocks: Vec::new(),
            tables: Vec::new(),
            origins: Vec::new(),
            positions: 0,
        }
    }

    /// Writes one line as a block of its own; a blank one is none.
    pub fn line(&mut self, words: &str, kind: BlockKind, origin: Option<Origin>) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let span = self.append(words);
        self.text.push('\n');
        self.blocks.push(Block::new(span, kind));
        self.origins.extend(origin.map(|origin| (span, origin)));
    }

    /// Writes a table, an empty line before and after it.
    ///
    /// # Errors
    ///
    /// When all tables together have more positions than the limit allows.
    pub fn table(&mut self, grid: Grid) -> Result<(), Error> {
        self.positions = self
            .positions
            .saturating_add(grid.width.saturating_mul(grid.height));
        if self.positions > self.limits.cells {
            return Err(too_many_cells(self.limits));
        }
        if grid.is_blank() {
            return Ok(());
        }
        self.separate();
        let start = self.text.len();
        let mut cells = grid.cells;
        self.origins.reserve(cells.len());
        let mut next = cells.iter_mut().zip(grid.origins).peekable();
        for row in 0..grid.height {
            for column in 0..grid.width {
                if column > 0 {
                    self.text.push('\t');
                }
                if let Some((cell, origin)) =
                    next.next_if(|(cell, _)| (cell.row, cell.column) == (row, column))
                {
                    self.cell(cell, origin);
                }
            }
            self.text.push('\n');
        }
        let span = Span::new(start, self.text.len().saturating_sub(1).max(start));
        self.text.push('\n');
        let mut table = Table::new(span, cells);
        table.sheet = grid.sheet;
        self.blocks
            .push(Block::new(span, BlockKind::Table(self.tables.len())));
        self.tables.push(table);
        Ok(())
    }

    /// The finished document.
    pub fn finish(self, format: Format, encoding: &'static str) -> Document {
        Document::new(
            format,
            encoding,
            self.text,
            self.blocks,
            self.tables,
            self.origins,
        )
    }

    fn cell(&mut self, cell: &mut Cell, origin: Option<Origin>) {
        if let Some(line) = one_line(&cell.text) {
            cell.text = line;
        }
        cell.span = self.append(&cell.text);
        if let Some(origin) = origin
            && !cell.text.is_empty()
        {
            self.origins.push((cell.span, origin));
        }
    }

    fn append(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    /// Ends the text so far by an empty line, unless it does so already.
    fn separate(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

/// The error of a source whose tables are larger than the limit.
pub(super) fn too_many_cells(limits: &Limits) -> Error {
    Error::new(format!(
        "its tables have more than {} cells: split it, or raise the limit",
        limits.cells
    ))
}

/// A cell's text on one line: every line break and tab is a space, the ends are trimmed. `None` where it is so already.
fn one_line(text: &str) -> Option<SmolStr> {
    let printable = |byte| matches!(byte, b' '..=b'~');
    let spaced = |byte: Option<&u8>| byte == Some(&b' ');
    let bytes = text.as_bytes();
    if !spaced(bytes.first()) && !spaced(bytes.last()) && bytes.iter().copied().all(printable) {
        return None;
    }
    let trimmed = text.trim();
    let changes = |c: char| !matches!(c, ' '..='~' | '\u{3000}'..) || c == '\u{feff}';
    if trimmed.len() == text.len() && !trimmed.contains(changes) {
        return None;
    }
    let mut line = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        match c {
            '\r' => {}
            '\n' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '\u{a0}' => line.push(' '),
            c if c.is_control() => {}
            c => line.push(c),
        }
    }
    Some(SmolStr::new(line.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(height: usize, width: usize, cells: Vec<Cell>) -> Grid {
        Grid {
            origins: vec![None; cells.len()],
            cells,
            height,
            width,
            ..Grid::default()
        }
    }

    fn cell(text: &str, row: usize, column: usize, rows: usize, columns: usize) -> Cell {
        Cell {
            text: text.into(),
            row,
            column,
            rows,
            columns,
            ..Cell::default()
        }
    }

    #[test]
    fn a_table_stands_between_empty_lines_and_a_merged_cell_is_written_once() {
        let limits = Limits::default();
        let mut writer = Writer::new(&limits);
        writer.line("单位：元", BlockKind::Paragraph, None);
        let cells = vec![
            cell("项目", 0, 0, 2, 1),
            cell("金额", 0, 1, 1, 2),
            cell("本年\n合计", 1, 1, 1, 1),
            cell("", 1, 2, 1, 1),
        ];
        writer.table(grid(2, 3, cells)).unwrap();
        writer.line("注：略", BlockKind::Paragraph, None);
        let document = writer.finish(Format::Html, "UTF-8");
        assert_eq!(
            document.text,
            "单位：元\n\n项目\t金额\t\n\t本年 合计\t\n\n注：略\n"
        );
        let table = &document.tables[0];
        assert_eq!(document.slice(table.span), "项目\t金额\t\n\t本年 合计\t");
        assert_eq!((table.text(1, 0), table.text(0, 2)), ("项目", "金额"));
        assert!(
            table
                .cells()
                .iter()
                .all(|c| document.slice(c.span) == c.text)
        );
    }

    #[test]
    fn the_positions_of_all_tables_are_limited() {
        let limits = Limits {
            cells: 5,
            ..Limits::default()
        };
        let mut writer = Writer::new(&limits);
        let grid = grid(2, 2, vec![cell("1", 0, 0, 1, 1)]);
        assert!(writer.table(grid.clone()).is_ok());
        assert!(writer.table(grid).is_err());
    }
}
