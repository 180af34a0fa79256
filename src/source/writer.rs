//! Writes the canonical text: lines, and tables as rows of cells joined by tabs.

use smol_str::SmolStr;

use crate::document::{Block, BlockKind, Cell, Document, Format, Origin, Span, Table};
use crate::source::{Error, Limits};

/// A table as a reader found it: printed cells at their places in a rectangular grid.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    /// The name of its sheet, where it has one.
    pub sheet: Option<String>,
    /// Its cells, from top to bottom, then from left to right.
    pub cells: Vec<Printed>,
    /// How many rows it has.
    pub height: usize,
    /// How many columns it has.
    pub width: usize,
}

/// One printed cell of a [`Grid`].
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Printed {
    /// Its text; line breaks and tabs in it become spaces when it is written.
    pub text: SmolStr,
    /// Its first row, from 0.
    pub row: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether the source marks it as a header.
    pub header: bool,
    /// Its address in the source.
    pub origin: Option<Origin>,
}

impl Printed {
    /// Whether it shows nothing.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
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
        if grid.cells.iter().all(Printed::is_blank) {
            return Ok(());
        }
        self.separate();
        let start = self.text.len();
        let mut cells = Vec::with_capacity(grid.cells.len());
        self.origins.reserve(grid.cells.len());
        let mut printed = grid.cells.into_iter().peekable();
        for row in 0..grid.height {
            for column in 0..grid.width {
                if column > 0 {
                    self.text.push('\t');
                }
                if let Some(cell) = printed.next_if(|c| (c.row, c.column) == (row, column)) {
                    cells.push(self.cell(cell));
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

    fn cell(&mut self, printed: Printed) -> Cell {
        let text = one_line(printed.text);
        let span = self.append(&text);
        if !text.is_empty() {
            self.origins.extend(printed.origin.map(|o| (span, o)));
        }
        Cell {
            text,
            span,
            row: printed.row,
            column: printed.column,
            rows: printed.rows,
            columns: printed.columns,
            header: printed.header,
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

/// A cell's text on one line: every line break and tab is a space, the ends are trimmed. Most are so already.
fn one_line(text: SmolStr) -> SmolStr {
    let printable = |byte| matches!(byte, b' '..=b'~');
    let spaced = |byte: Option<&u8>| byte == Some(&b' ');
    let bytes = text.as_bytes();
    if !spaced(bytes.first()) && !spaced(bytes.last()) && bytes.iter().copied().all(printable) {
        return text;
    }
    let trimmed = text.trim();
    let changes = |c: char| !matches!(c, ' '..='~' | '\u{3000}'..) || c == '\u{feff}';
    if trimmed.len() == text.len() && !trimmed.contains(changes) {
        return text;
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
    SmolStr::new(line.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str, row: usize, column: usize, rows: usize, columns: usize) -> Printed {
        Printed {
            text: text.into(),
            row,
            column,
            rows,
            columns,
            ..Printed::default()
        }
    }

    #[test]
    fn a_table_stands_between_empty_lines_and_a_merged_cell_is_written_once() {
        let limits = Limits::default();
        let mut writer = Writer::new(&limits);
        writer.line("单位：元", BlockKind::Paragraph, None);
        let grid = Grid {
            cells: vec![
                printed("项目", 0, 0, 2, 1),
                printed("金额", 0, 1, 1, 2),
                printed("本年\n合计", 1, 1, 1, 1),
                printed("", 1, 2, 1, 1),
            ],
            height: 2,
            width: 3,
            ..Grid::default()
        };
        writer.table(grid).unwrap();
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
        let grid = Grid {
            cells: vec![printed("1", 0, 0, 1, 1)],
            height: 2,
            width: 2,
            ..Grid::default()
        };
        assert!(writer.table(grid.clone()).is_ok());
        assert!(writer.table(grid).is_err());
    }
}
