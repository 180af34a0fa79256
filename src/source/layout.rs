//! What a format with markup holds: lines and tables, of which some are there only to lay out the page. Here they become
//! a plain sequence of lines and of tables that say something.

use std::vec::IntoIter;

use smol_str::SmolStr;

use crate::document::{BlockKind, Cell, Origin, Span};
use crate::source::writer::{Grid, too_many_cells};
use crate::source::{Error, Limits};

/// The widest cell that HTML allows (`colspan` in the HTML Standard).
const WIDEST: usize = 1000;
/// From how many characters on the text of a cell counts as a page, not as an entry.
const RUNNING_TEXT: usize = 400;

/// How many rows of words a table within a table may have above it: title, number of the form, department and unit.
const CAPTION_ROWS: usize = 4;

/// A part of the flow of a page.
#[derive(Debug)]
pub(super) enum Piece {
    /// A line of text.
    Line(Line),
    /// A table as it is marked up.
    Table(Marked),
}

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its words.
    pub text: SmolStr,
    /// Heading or paragraph.
    pub kind: BlockKind,
    /// Which element of the source it stands in.
    pub place: usize,
    /// Whether it stands beside the article of a page.
    pub aside: bool,
}

/// A table as it is marked up: rows of cells that hold parts of the page.
#[derive(Debug, Default)]
pub(super) struct Marked {
    /// Its rows.
    pub rows: Vec<Vec<Entry>>,
}

/// A cell as it is marked up.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// What it holds.
    pub pieces: Vec<Piece>,
    /// How many rows it covers; 0 is all that are left.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether it is marked as a header.
    pub header: bool,
    /// Which element of the source it is.
    pub place: usize,
}

/// A part of the sequence.
#[derive(Debug)]
pub(super) enum Flat {
    /// A line of text and its address.
    Line(Line, Option<Origin>),
    /// A table of data.
    Table(Grid),
}

/// Puts the flow into a sequence. A table that only lays out the page gives way to what its cells hold; a table of data
/// becomes a grid, its merged cells resolved. `address` gives the address of an element.
///
/// # Errors
///
/// When a table has more positions than the limit allows.
pub(super) fn flatten(
    pieces: Vec<Piece>,
    limits: &Limits,
    mut address: impl FnMut(usize) -> Option<Origin>,
) -> Result<Vec<Flat>, Error> {
    let mut flats = Vec::new();
    let mut left = limits.cells;
    // A stack instead of recursion: how deep tables nest is up to the source.
    let mut open: Vec<IntoIter<Piece>> = vec![pieces.into_iter()];
    while let Some(top) = open.last_mut() {
        match top.next() {
            None => {
                open.pop();
            }
            Some(Piece::Line(line)) => {
                let origin = address(line.place);
                flats.push(Flat::Line(line, origin));
            }
            Some(Piece::Table(table)) => match table.resolve() {
                Resolved::Flow(pieces) => open.push(pieces.into_iter()),
                Resolved::Data(rows) => {
                    let grid = grid(rows, left, &mut address);
                    let grid = grid.ok_or_else(|| too_many_cells(limits))?;
                    left -= grid.width * grid.height;
                    flats.push(Flat::Table(grid));
                }
            },
        }
    }
    Ok(flats)
}

enum Resolved {
    Flow(Vec<Piece>),
    Data(Vec<Vec<Entry>>),
}

impl Marked {
    /// Whether it is data, or a sequence of what its cells hold.
    fn resolve(mut self) -> Resolved {
        self.rows.retain(|row| !row.is_empty());
        if self.is_page() {
            let entries = self.rows.into_iter().flatten();
            return Resolved::Flow(entries.flat_map(|entry| entry.pieces).collect());
        }
        if !self.rows.iter().flatten().any(Entry::holds_table) {
            return Resolved::Data(self.rows);
        }
        self.split()
    }

    /// Whether it lays out a page: one column, one row of words, or a cell that holds a whole text.
    fn is_page(&self) -> bool {
        let narrow = self.rows.iter().all(|row| row.len() <= 1);
        let caption = self.rows.len() == 1 && !self.rows.iter().flatten().any(Entry::is_number);
        let text = self.rows.len() <= 3 && self.rows.iter().flatten().any(Entry::is_running_text);
        narrow || caption || text
    }

    /// Tells rows that hold tables from rows that are one: a title and a unit over a table within a table.
    fn split(self) -> Resolved {
        let mut pieces = Vec::new();
        let mut data: Vec<Vec<Entry>> = Vec::new();
        for row in self.rows {
            if row.iter().any(Entry::holds_table) {
                pieces.extend(between(std::mem::take(&mut data)));
                pieces.extend(row.into_iter().flat_map(|entry| entry.pieces));
            } else {
                data.push(row);
            }
        }
        pieces.extend(between(data));
        Resolved::Flow(pieces)
    }
}

/// Rows between tables within a table: lines about these, unless they have numbers of their own.
fn between(rows: Vec<Vec<Entry>>) -> Vec<Piece> {
    if rows.len() <= CAPTION_ROWS && !rows.iter().flatten().any(Entry::is_number) {
        let entries = rows.into_iter().flatten();
        return entries.flat_map(|entry| entry.pieces).collect();
    }
    vec![Piece::Table(Marked { rows })]
}

impl Entry {
    /// Whether it holds a table of more than one cell; one of a single cell is only a frame.
    fn holds_table(&self) -> bool {
        if self
            .pieces
            .iter()
            .all(|piece| matches!(piece, Piece::Line(_)))
        {
            return false;
        }
        let mut open = vec![self];
        while let Some(entry) = open.pop() {
            for piece in &entry.pieces {
                let Piece::Table(table) = piece else { continue };
                let mut entries = table.rows.iter().flatten();
                match (entries.next(), entries.next()) {
                    (Some(_), Some(_)) => return true,
                    (Some(only), None) => open.push(only),
                    _ => {}
                }
            }
        }
        false
    }

    /// Whether it is nothing but a number.
    fn is_number(&self) -> bool {
        let text = self.text();
        text.contains(|c: char| c.is_ascii_digit())
            && text
                .trim()
                .chars()
                .all(|c| c.is_ascii_digit() || ",.-%".contains(c))
    }

    /// Whether it holds several paragraphs of a text.
    fn is_running_text(&self) -> bool {
        let lines = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Line(line) => Some(line.text.chars().count()),
            Piece::Table(_) => None,
        });
        let (lines, characters) = lines.fold((0, 0), |(n, sum), length| (n + 1, sum + length));
        lines >= 4 && characters > RUNNING_TEXT
    }

    /// Its words, at its end: of a cell with one line, that line.
    fn into_text(self) -> SmolStr {
        match self.pieces.as_slice() {
            [Piece::Line(line)] => line.text.clone(),
            _ => self.text().into(),
        }
    }

    /// Its words, line by line; those of a frame within it included.
    fn text(&self) -> String {
        let mut text = String::new();
        let mut open = vec![self.pieces.iter()];
        while let Some(top) = open.last_mut() {
            match top.next() {
                None => {
                    open.pop();
                }
                Some(Piece::Line(line)) => {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(&line.text);
                }
                Some(Piece::Table(table)) => {
                    let inner = table.rows.iter().flatten().rev();
                    open.extend(inner.map(|entry| entry.pieces.iter()));
                }
            }
        }
        text
    }
}

/// Places the cells of a table: each in the first position that no cell above it covers. `None` when the grid has more
/// than `left` positions.
fn grid(
    rows: Vec<Vec<Entry>>,
    left: usize,
    mut address: impl FnMut(usize) -> Option<Origin>,
) -> Option<Grid> {
    let height = rows.len();
    let mut grid = Grid::default();
    // How many more rows a cell from above covers each column.
    let mut covered: Vec<usize> = Vec::new();
    let mut tall: Vec<usize> = Vec::new();
    for (row, entries) in rows.into_iter().enumerate() {
        // A row that is covered from end to end has no place for cells of its own: what covers it is written too tall.
        if !covered.is_empty() && covered.iter().all(|&rows| rows > 0) {
            for index in tall.drain(..) {
                let cell = &mut grid.cells[index];
                cell.rows = cell.rows.min(row - cell.row);
            }
            covered.fill(0);
        }
        let mut column = 0;
        for entry in entries {
            while covered.get(column).is_some_and(|&rows| rows > 0) {
                column += 1;
            }
            let rest = height - row;
            let rows = if entry.rows == 0 {
                rest
            } else {
                entry.rows.min(rest)
            };
            let wanted = entry.columns.clamp(1, WIDEST);
            let free = (column..column + wanted)
                .take_while(|&c| covered.get(c).is_none_or(|&rows| rows == 0))
                .count();
            let columns = free.max(1);
            if covered.len() < column + columns {
                covered.resize(column + columns, 0);
            }
            if covered.len().saturating_mul(height) > left {
                return None;
            }
            covered[column..column + columns].fill(rows);
            if rows > 1 {
                tall.push(grid.cells.len());
            }
            let origin = address(entry.place);
            let cell = Cell {
                row,
                column,
                rows,
                columns,
                header: entry.header,
                text: entry.into_text(),
                span: Span::default(),
            };
            grid.push(cell, origin);
            column += columns;
        }
        for rows in &mut covered {
            *rows = rows.saturating_sub(1);
        }
    }
    grid.height = height;
    grid.width = covered.len();
    drop_doubled_columns(&mut grid);
    Some(grid)
}

/// Takes out the columns in which no cell begins: they exist only because `colspan` was written larger than needed.
fn drop_doubled_columns(grid: &mut Grid) {
    let mut begins = vec![false; grid.width];
    for cell in &grid.cells {
        begins[cell.column] = true;
    }
    // At each old column: how many columns that stay lie to the left of it.
    let mut place = Vec::with_capacity(grid.width + 1);
    let mut kept = 0;
    for begins in begins {
        place.push(kept);
        kept += usize::from(begins);
    }
    place.push(kept);
    for cell in &mut grid.cells {
        let end = place[cell.column + cell.columns];
        cell.column = place[cell.column];
        cell.columns = end - cell.column;
    }
    grid.width = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Piece {
        Piece::Line(Line {
            text: text.into(),
            kind: BlockKind::Paragraph,
            place: 0,
            aside: false,
        })
    }

    fn entry(text: &str, rows: usize, columns: usize) -> Entry {
        Entry {
            pieces: text.split('\n').map(line).collect(),
            rows,
            columns,
            ..Entry::default()
        }
    }

    fn marked(rows: Vec<Vec<Entry>>) -> Piece {
        Piece::Table(Marked { rows })
    }

    /// Lines as they are, tables as rows of `|`-joined cells.
    fn show(pieces: Vec<Piece>) -> Vec<String> {
        let mut shown = Vec::new();
        for flat in flatten(pieces, &Limits::default(), |_| None).unwrap() {
            match flat {
                Flat::Line(line, _) => shown.push(line.text.to_string()),
                Flat::Table(grid) => {
                    for row in 0..grid.height {
                        let cells = grid.cells.iter().filter(|c| c.row == row);
                        let cells = cells.map(|c| format!("{}@{}", c.text, c.column));
                        shown.push(cells.collect::<Vec<_>>().join("|"));
                    }
                }
            }
        }
        shown
    }

    #[test]
    fn merged_cells_push_their_neighbours_to_the_free_positions() {
        let rows = vec![
            vec![entry("项目", 2, 1), entry("金额", 1, 2)],
            vec![entry("本年", 1, 1), entry("上年", 1, 1)],
            vec![
                entry("合计", 1, 1),
                entry("3.00", 1, 1),
                entry("2.00", 1, 1),
            ],
        ];
        assert_eq!(
            show(vec![marked(rows)]),
            ["项目@0|金额@1", "本年@1|上年@2", "合计@0|3.00@1|2.00@2"]
        );
    }

    #[test]
    fn a_rowspan_of_zero_or_beyond_the_table_ends_with_it() {
        for rowspan in [0, 65534] {
            let rows = vec![
                vec![entry("甲", rowspan, 1), entry("1", 1, 1)],
                vec![entry("2", 1, 1)],
            ];
            assert_eq!(show(vec![marked(rows)]), ["甲@0|1@1", "2@1"]);
        }
    }

    #[test]
    fn a_row_that_is_covered_from_end_to_end_keeps_its_cells() {
        let rows = vec![
            vec![entry("科目", 2, 1), entry("金额", 2, 1)],
            vec![entry("栏次", 1, 1), entry("1", 1, 1)],
        ];
        assert_eq!(show(vec![marked(rows)]), ["科目@0|金额@1", "栏次@0|1@1"]);
    }

    #[test]
    fn columns_that_no_cell_begins_in_are_dropped() {
        let rows = vec![
            vec![entry("标题", 1, 9)],
            vec![entry("项目", 1, 4), entry("金额", 1, 5)],
        ];
        assert_eq!(show(vec![marked(rows)]), ["标题@0", "项目@0|金额@1"]);
    }

    #[test]
    fn a_table_that_lays_out_the_page_gives_way_to_its_cells() {
        let data = || {
            marked(vec![
                vec![entry("项目", 1, 1), entry("金额", 1, 1)],
                vec![entry("合计", 1, 1), entry("3", 1, 1)],
            ])
        };
        let mut holder = entry("", 1, 1);
        holder.pieces = vec![data()];
        let rows = vec![
            vec![entry("收入决算表", 1, 1)],
            vec![entry("部门：甲局", 1, 1), entry("单位：元", 1, 1)],
            vec![holder],
            vec![entry("注：略", 1, 2)],
        ];
        assert_eq!(
            show(vec![marked(rows)]),
            [
                "收入决算表",
                "部门：甲局",
                "单位：元",
                "项目@0|金额@1",
                "合计@0|3@1",
                "注：略"
            ]
        );
        let caption = vec![vec![entry("部门：甲局", 1, 1), entry("单位：元", 1, 1)]];
        assert_eq!(show(vec![marked(caption)]), ["部门：甲局", "单位：元"]);
        let total = vec![vec![entry("合计", 1, 1), entry("3.00", 1, 1)]];
        assert_eq!(show(vec![marked(total)]), ["合计@0|3.00@1"]);
    }

    #[test]
    fn a_frame_of_one_cell_within_a_cell_is_only_a_frame() {
        let mut framed = entry("", 1, 1);
        framed.pieces = vec![marked(vec![vec![entry("5.00\n6.00", 1, 1)]])];
        let rows = vec![
            vec![entry("甲", 1, 1), framed],
            vec![entry("乙", 1, 1), entry("7.00", 1, 1)],
        ];
        assert_eq!(
            show(vec![marked(rows)]),
            ["甲@0|5.00\n6.00@1", "乙@0|7.00@1"]
        );
    }

    #[test]
    fn a_grid_beyond_the_limit_is_an_error() {
        let limits = Limits {
            cells: 500,
            ..Limits::default()
        };
        let rows = vec![
            vec![entry("1", 1, 100_000), entry("2", 1, 1)],
            vec![entry("3", 1, 1), entry("4", 1, 1)],
        ];
        assert!(flatten(vec![marked(rows)], &limits, |_| None).is_err());
    }
}
