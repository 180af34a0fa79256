//! Columns kept apart by runs of spaces, found by where the words of several lines stand on the page.

use std::ops::Range;

use super::{Lines, WIDE_SPACE, is_contents, is_number};
use crate::document::table::Places;
use crate::document::{Cell, Span, Table};

/// How many rows with numbers make a table.
const ROWS: usize = 3;

/// Words of a line between runs of two or more spaces, and where they stand on the page. A Chinese character is two
/// places wide.
struct Piece {
    span: Span,
    from: usize,
    to: usize,
}

/// Finds the tables of aligned columns among the lines that are not `taken`.
pub(super) fn find(lines: &Lines, taken: &[bool]) -> Vec<(Range<usize>, Table)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let region = region(lines, taken, at);
        at = region.end.max(at + 1);
        if let Some(table) = table(lines, &region) {
            found.push((region.first..region.end, table));
        }
    }
    found
}

/// Lines that may be rows of one table, with their pieces.
struct Region {
    first: usize,
    /// The line after the last row.
    end: usize,
    rows: Vec<(usize, Vec<Piece>)>,
}

/// The run of lines from a line on that have the look of rows: several pieces, or a short one between such lines.
fn region(lines: &Lines, taken: &[bool], start: usize) -> Region {
    let mut rows: Vec<(usize, Vec<Piece>)> = Vec::new();
    let mut at = start;
    let mut last = start;
    while at < lines.len() && !taken[at] {
        if lines.line(at).trim().is_empty() {
            // One blank line may stand between rows.
            if rows.is_empty() || last + 1 < at {
                break;
            }
            at += 1;
            continue;
        }
        let several = is_parted(lines.line(at));
        if !several && (lines.is_sentence(at) || rows.is_empty()) {
            break;
        }
        last = at;
        rows.push((at, pieces(lines, at)));
        at += 1;
    }
    let end = at.max(start + 1);
    while rows.last().is_some_and(|(_, pieces)| pieces.len() < 2) {
        rows.pop();
    }
    Region {
        first: start,
        end: rows.last().map_or(end, |(line, _)| line + 1),
        rows,
    }
}

/// The grid of a region, if its numbers stand in columns.
fn table(lines: &Lines, region: &Region) -> Option<Table> {
    let has_number = |pieces: &[Piece]| pieces.iter().any(|p| is_number(lines.words(p.span)));
    let data: Vec<&Vec<Piece>> = region
        .rows
        .iter()
        .map(|(_, pieces)| pieces)
        .filter(|pieces| pieces.len() > 1 && has_number(pieces))
        .collect();
    if data.len() < ROWS || data.len() * 4 < region.rows.len() {
        return None;
    }
    let mut columns = columns(&data);
    let spans: Vec<Vec<Span>> = region
        .rows
        .iter()
        .map(|(_, pieces)| pieces.iter().map(|p| p.span).collect())
        .collect();
    // Where the pieces of a row share a column, the lines are not aligned at all.
    let shared = data
        .iter()
        .filter(|pieces| {
            let places: Vec<usize> = pieces.iter().map(|p| place(&columns, p).start).collect();
            places.windows(2).any(|pair| pair[0] == pair[1])
        })
        .count();
    if columns.len() < 2 || shared > 0 || is_contents(lines, &spans) {
        return None;
    }
    let first = region
        .rows
        .iter()
        .position(|(_, pieces)| has_number(pieces));
    let header = region.rows[..first?]
        .iter()
        .map(|(_, pieces)| pieces.as_slice());
    let places = match headed(&columns, &lowest(header)) {
        Some(headed) => {
            columns = headed;
            Places::Known
        }
        None => Places::Unclear,
    };
    let mut cells = Vec::new();
    for (row, (_, pieces)) in region.rows.iter().enumerate() {
        let mut next = 0;
        for piece in pieces {
            let at = place(&columns, piece);
            let column = at.start.max(next);
            if column >= columns.len() {
                continue;
            }
            next = at.end.max(column + 1);
            cells.push(Cell {
                columns: next - column,
                ..lines.cell(piece.span, row, column)
            });
        }
    }
    let mut table = Table::new(lines.extent(region.first..region.end), cells);
    table.places = places;
    Some(table)
}

/// The columns of rows: the places on the page that their pieces cover, each run a column.
fn columns(rows: &[&Vec<Piece>]) -> Vec<Range<usize>> {
    let mut covered: Vec<Range<usize>> = rows
        .iter()
        .flat_map(|row| row.iter().map(|p| p.from..p.to))
        .collect();
    covered.sort_by_key(|range| (range.start, range.end));
    let mut columns: Vec<Range<usize>> = Vec::new();
    for range in covered {
        match columns.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => columns.push(range),
        }
    }
    columns
}

/// The pieces of the rows of a header that have none below them, from left to right.
fn lowest<'p>(rows: impl DoubleEndedIterator<Item = &'p [Piece]>) -> Vec<&'p Piece> {
    let mut lowest: Vec<&Piece> = Vec::new();
    for row in rows.rev() {
        let mut free: Vec<&Piece> = Vec::new();
        for piece in row {
            let at = lowest.partition_point(|below| below.to <= piece.from);
            if lowest.get(at).is_none_or(|below| piece.to <= below.from) {
                free.push(piece);
            }
        }
        lowest.append(&mut free);
        lowest.sort_by_key(|piece| piece.from);
    }
    lowest
}

/// The columns with those that only the header has: each column stands under a piece of the header, in order, and what
/// is left over heads a column without numbers. `None` where a column stands under none.
fn headed(columns: &[Range<usize>], header: &[&Piece]) -> Option<Vec<Range<usize>>> {
    if header.len() <= columns.len() {
        return Some(columns.to_vec());
    }
    let distance = |column: &Range<usize>, piece: &Piece| {
        let over = piece.from < column.end && column.start < piece.to;
        over.then(|| (piece.from + piece.to).abs_diff(column.start + column.end))
    };
    // Of so many columns and pieces: the least sum of distances, and whether the last piece heads the last column.
    let (rows, width) = (columns.len(), header.len());
    let mut table = vec![vec![(usize::MAX, false); width + 1]; rows + 1];
    table[0].fill((0, false));
    for row in 1..=rows {
        for piece in row..=width {
            let (before, _) = table[row - 1][piece - 1];
            let with = distance(&columns[row - 1], header[piece - 1])
                .map_or(usize::MAX, |distance| before.saturating_add(distance));
            let (without, _) = table[row][piece - 1];
            table[row][piece] = if with <= without {
                (with, true)
            } else {
                (without, false)
            };
        }
    }
    if table[rows][width].0 == usize::MAX {
        return None;
    }
    let mut all = Vec::with_capacity(width);
    let mut row = rows;
    for piece in (1..=width).rev() {
        let own = header[piece - 1].from..header[piece - 1].to;
        let heads = row > 0 && table[row][piece].1;
        // What stands over a column that another piece heads is the heading of a group.
        let over = |column: &Range<usize>| own.start < column.end && column.start < own.end;
        if heads {
            all.push(columns[row - 1].clone());
        } else if !columns.iter().any(over) {
            all.push(own);
        }
        row -= usize::from(heads);
    }
    all.reverse();
    let ordered = all.windows(2).all(|pair| pair[0].end <= pair[1].start);
    ordered.then_some(all)
}

/// The columns that a piece covers, or the nearest one.
fn place(columns: &[Range<usize>], piece: &Piece) -> Range<usize> {
    let first = columns.partition_point(|column| column.end <= piece.from);
    let end = columns.partition_point(|column| column.start < piece.to);
    if first < end {
        return first..end;
    }
    // It stands between two columns: the nearer one.
    let left = first
        .checked_sub(1)
        .and_then(|at| columns.get(at))
        .map(|c| piece.from - c.end.min(piece.from));
    let right = columns.get(first).map(|c| c.start.saturating_sub(piece.to));
    match (left, right) {
        (Some(left), Some(right)) if left <= right => first - 1..first,
        (Some(_), None) => first - 1..first,
        _ => first..first + 1,
    }
}

/// Whether a line has several pieces.
fn is_parted(line: &str) -> bool {
    let mut after_space = false;
    line.trim().chars().any(|c| {
        // No white space comes after the wide one.
        let is_space = c <= WIDE_SPACE && c.is_whitespace();
        let parts = is_space && (after_space || is_wide(c));
        after_space = is_space;
        parts
    })
}

fn is_wide(c: char) -> bool {
    c >= '\u{1100}'
}

/// The pieces of a line.
fn pieces(lines: &Lines, at: usize) -> Vec<Piece> {
    let line = lines.line(at);
    let start = lines.spans[at].start;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut column = 0;
    let mut spaces = 2;
    for (offset, c) in line.char_indices() {
        let wide = if is_wide(c) { 2 } else { 1 };
        if c.is_whitespace() {
            spaces += wide;
        } else {
            let end = start + offset + c.len_utf8();
            match pieces.last_mut() {
                Some(piece) if spaces < 2 => {
                    piece.span.end = end;
                    piece.to = column + wide;
                }
                _ => pieces.push(Piece {
                    span: Span::new(start + offset, end),
                    from: column,
                    to: column + wide,
                }),
            }
            spaces = 0;
        }
        column += wide;
    }
    close_up(lines, pieces)
}

/// A word of two characters that is spread over its column is one piece: `项        目`. Three such are columns of
/// their own (类, 款, 项).
fn close_up(lines: &Lines, pieces: Vec<Piece>) -> Vec<Piece> {
    let spread = |piece: &Piece| {
        let mut words = lines.words(piece.span).chars();
        matches!((words.next(), words.next()), (Some(c), None) if is_wide(c))
    };
    let mut closed: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut run = 0;
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        run = if spread(&piece) { run + 1 } else { 0 };
        let ends = pieces.peek().is_none_or(|next| !spread(next));
        match closed.last_mut() {
            Some(first) if run == 2 && ends => {
                first.span.end = piece.span.end;
                first.to = piece.to;
            }
            _ => closed.push(piece),
        }
    }
    closed
}
