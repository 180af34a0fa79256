//! Cells that are a line each: led by a tab, as word processors export tables, or ended by a `|`, with a blank line between
//! rows.

use super::{Attempt, Lines, is_number};
use crate::document::Span;
use crate::document::caption::is_title;
use crate::document::table::Places;

/// A row as it is read: its cells, and the line after its last.
struct Row {
    end: usize,
    cells: Vec<Span>,
}

/// Reads rows of tab-led lines. A line that is a title by itself stands above a table and is no row of it.
pub(super) fn led(lines: &Lines, start: usize) -> Option<Attempt> {
    if !lines.is_tabbed(start) {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut at = start;
    while let Some(row) = cell_row(lines, at) {
        if let [only] = row.cells[..]
            && is_title(lines.words(only))
        {
            break;
        }
        let end = row.end;
        rows.push(row);
        // One or two blank lines stand between rows; more end the table.
        at = (end..lines.len().min(end + 3))
            .find(|&line| !lines.is_blank(line))
            .unwrap_or(end);
        if at == end {
            break;
        }
    }
    Some(finish(lines, start, rows))
}

/// The row of tab-led lines that begins on a line.
fn cell_row(lines: &Lines, start: usize) -> Option<Row> {
    if start >= lines.len() || !lines.is_tabbed(start) {
        return None;
    }
    let mut cells: Vec<Span> = Vec::new();
    let mut at = start;
    while at < lines.len() {
        if lines.is_tabbed(at) {
            cells.push(lines.trimmed(lines.spans[at]));
        } else if lines.is_blank(at) {
            if !goes_on(lines, at) {
                break;
            }
        } else if cells
            .last()
            .is_some_and(|&cell| is_number(lines.words(cell)))
        {
            // A number does not go on: text behind the last cell of a table is none of it.
            break;
        } else if lines.inside[at] || !lines.is_blank(at - 1) {
            let part = lines.trimmed(lines.spans[at]);
            if let Some(cell) = cells.last_mut() {
                *cell = if cell.is_empty() {
                    part
                } else {
                    cell.join(part)
                };
            }
        } else {
            break;
        }
        at += 1;
    }
    Some(Row { end: at, cells })
}

/// Whether the row goes on after a blank line with a further paragraph of its last cell.
fn goes_on(lines: &Lines, blank: usize) -> bool {
    (blank + 1..lines.len().min(blank + 3))
        .find(|&line| !lines.is_blank(line))
        .is_some_and(|line| lines.told[line])
}

/// The table that rows of single lines make, if it is one: several rows of several cells, not all of them sentences,
/// some of them empty or numbers. Indented paragraphs and contents are none.
fn finish(lines: &Lines, start: usize, rows: Vec<Row>) -> Attempt {
    let range = start..rows.last().map_or(start + 1, |row| row.end);
    let broad = rows.iter().filter(|row| row.cells.len() > 1).count();
    let all = || {
        rows.iter()
            .flat_map(|row| &row.cells)
            .map(|&cell| lines.words(cell))
    };
    let sentences = all().filter(|words| words.contains('。')).count();
    let figures = all()
        .filter(|words| words.is_empty() || is_number(words))
        .count();
    let is_table = broad > 1 && figures > 0 && sentences * 2 <= all().count();
    let table = is_table.then(|| {
        let cells: Vec<Vec<Span>> = rows.into_iter().map(|row| row.cells).collect();
        let mut lengths = cells.iter().map(Vec::len).filter(|&length| length > 1);
        let first = lengths.next();
        let mut table = lines.table(range.clone(), &cells);
        if lengths.any(|length| Some(length) != first) {
            table.places = Places::Ragged;
        }
        table
    });
    Attempt { range, table }
}

/// Reads cells that are each a line ended by `|`, with a blank line between rows.
pub(super) fn closed(lines: &Lines, start: usize) -> Option<Attempt> {
    if !is_closed(lines.line(start)) {
        return None;
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut at = start;
    while at < lines.len() && is_closed(lines.line(at)) {
        let mut cells = Vec::new();
        while at < lines.len() && is_closed(lines.line(at)) {
            let words = lines.line(at).trim_end();
            let inner = words.len() - words.chars().next_back().map_or(0, char::len_utf8);
            let from = lines.spans[at].start;
            cells.push(lines.trimmed(Span::new(from, from + inner)));
            at += 1;
        }
        rows.push(Row { end: at, cells });
        if at < lines.len() && lines.is_blank(at) {
            at += 1;
        }
    }
    Some(finish(lines, start, rows))
}

/// Whether a line is one cell ended by `|`.
fn is_closed(line: &str) -> bool {
    line.trim_end()
        .strip_suffix(['|', '｜'])
        .is_some_and(|cell| !cell.contains(['|', '｜']))
}
