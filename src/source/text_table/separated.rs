//! A row a line, its cells separated by a mark.

use std::ops::Range;

use super::{Attempt, Lines, MARKS, WIDE_SPACE, is_number};
use crate::document::Span;
use crate::document::table::Places;
use crate::grammar::Grammar;
use crate::grammar::statements::key;

/// Reads rows whose cells are separated by `|` or by tabs, one a line, all or none of them followed by a blank line.
pub(super) fn rows(lines: &Lines, start: usize) -> Option<Attempt> {
    let parts =
        |&mark: &char| separates(lines.line(start), mark) || opens_frame(lines, start, mark);
    let mark = MARKS.into_iter().find(parts)?;
    let gap_of = |at: usize, header: bool| match mark {
        WIDE_SPACE => spacing(lines.line(at), header),
        _ => None,
    };
    let wide = gap_of(start, true);
    let mut rows = Vec::new();
    let mut end = start;
    let mut spaced = None;
    loop {
        if !is_rule(lines.line(end)) {
            rows.push(split(lines, end, mark));
        }
        end += 1;
        let gap = lines.is_blank(end) && end < lines.len();
        let next = end + usize::from(gap);
        if next >= lines.len() || !belongs(lines, next, mark) || *spaced.get_or_insert(gap) != gap {
            break;
        }
        if gap_of(next, false) != wide {
            break;
        }
        end = next;
    }
    if mark != '\t' {
        unframe(&mut rows);
    }
    let least = if mark == WIDE_SPACE { 3 } else { 2 };
    let is_table = rows.len() >= least && !is_contents(lines, &rows);
    let above = match mark {
        '\t' if is_table => phases_above(lines, start),
        _ => start..start,
    };
    if !above.is_empty() {
        let cells = above.clone().map(|at| lines.trimmed(lines.spans[at]));
        rows.insert(0, cells.collect());
    }
    let range = above.start..end;
    let table = is_table.then(|| {
        let mut table = lines.table(range.clone(), &rows);
        // A bar stands where a cell ends, even one that is empty or goes on; a tab may be left out with it.
        if mark == '\t' && has_lengths(&rows) {
            table.places = Places::Short;
        }
        table
    });
    Some(Attempt { range, table })
}

/// The lines right above rows of tabs that name two or more phases, each on a line of its own: the first row of the header,
/// whose merged cells were copied without the tabs between them.
fn phases_above(lines: &Lines, start: usize) -> Range<usize> {
    let phases = &Grammar::embedded().statements.header.phases;
    let is_phase = |at: &usize| phases.contains_key(&key(lines.line(*at)));
    let first = (0..start).rev().take_while(is_phase).last();
    match first {
        Some(first) if first + 1 < start => first..start,
        _ => start..start,
    }
}

/// How many wide spaces stand between each two of the three or more cells of a line, where those are as many everywhere, so
/// that no cell between them is left out; the first cell of a header may stand farther from the others.
fn spacing(line: &str, header: bool) -> Option<usize> {
    let mut cells: Vec<&str> = Vec::new();
    let mut gaps: Vec<usize> = Vec::new();
    let mut gap = 1;
    for part in line.trim_end().split(WIDE_SPACE) {
        match (part.is_empty(), cells.is_empty()) {
            (true, true) => return None,
            (true, false) => gap += 1,
            (false, first) => {
                if !first {
                    gaps.push(gap);
                }
                gap = 1;
                cells.push(part);
            }
        }
    }
    let (&first, others) = gaps.split_first()?;
    let &gap = others.first()?;
    let same = others.iter().all(|&other| other == gap);
    let fits = first == gap || header && first > gap && gap > 1;
    let is_cell = |cell: &&str| cell.trim() == *cell && !cell.contains(['。', '；']);
    // 其中：公务用车购置费 may head a row of numbers.
    let named = cells[1..].iter().all(|cell| is_number(cell)) || !line.contains('：');
    (same && fits && named && cells.iter().all(is_cell)).then_some(gap)
}

/// Whether a mark stands between two cells of a line; at its end it separates nothing.
fn separates(line: &str, mark: char) -> bool {
    if mark == WIDE_SPACE {
        return spacing(line, true).is_some();
    }
    let inner = line.trim_matches(|c: char| c.is_whitespace() || c == mark);
    inner.contains(mark) || is_rule(line) && line.contains(mark)
}

/// Whether a line is the only cell of the first row of a table whose rows are framed: |公开01表|.
fn opens_frame(lines: &Lines, at: usize, mark: char) -> bool {
    let bar = matches!(mark, '|' | '｜');
    let framed = |line: &str| line.starts_with(mark) && line.ends_with(mark) && line.len() > 2;
    let frames = |line: &str| bar && framed(line.trim());
    frames(lines.line(at)) && frames(lines.line(at + 1)) && separates(lines.line(at + 1), mark)
}

/// Whether a line goes on with the rows above it: there a mark may also stand before or behind the only cell, but one
/// tab alone is the indent of a paragraph.
fn belongs(lines: &Lines, at: usize, mark: char) -> bool {
    let marks = lines.line(at).matches(mark).count();
    match mark {
        WIDE_SPACE => spacing(lines.line(at), false).is_some(),
        '\t' if marks == 1 && lines.is_tabbed(at) && !lines.is_sentence(at) => {
            // A row whose empty last cells are not printed, if rows follow.
            lines.line(at + 1).matches(mark).count() > 1
        }
        '\t' => !lines.is_blank(at) && (marks > 1 || separates(lines.line(at), mark)),
        _ => marks > 0,
    }
}

/// A line that only draws: `|---|:--:|`, `+----+`.
fn is_rule(line: &str) -> bool {
    let drawn = line.trim();
    drawn.contains("--")
        && drawn.contains(['|', '+'])
        && drawn.chars().all(|c| "|+-:= ".contains(c))
}

/// Whether rows of several cells differ in how many.
fn has_lengths(rows: &[Vec<Span>]) -> bool {
    let mut lengths = rows.iter().map(Vec::len).filter(|&length| length > 1);
    let first = lengths.next();
    lengths.any(|length| Some(length) != first)
}

/// The cells of a line.
fn split(lines: &Lines, at: usize, mark: char) -> Vec<Span> {
    let mut from = lines.spans[at].start;
    let mut cells = Vec::new();
    for part in lines.line(at).split(mark) {
        if mark != WIDE_SPACE || !part.is_empty() {
            cells.push(lines.trimmed(Span::new(from, from + part.len())));
        }
        from += part.len() + mark.len_utf8();
    }
    cells
}

/// Takes the empty first and last cells of rows that all begin and end with a `|`: these are the frame of the table.
fn unframe(rows: &mut [Vec<Span>]) {
    let framed = |row: &Vec<Span>| matches!(row[..], [first, _, .., last] if first.is_empty() && last.is_empty());
    if rows.iter().all(framed) {
        for row in rows {
            row.pop();
            row.remove(0);
        }
    }
}

/// Whether rows are a table of contents: names, and pages that only grow.
pub(super) fn is_contents(lines: &Lines, rows: &[Vec<Span>]) -> bool {
    let mut page = 0;
    rows.iter().all(|row| {
        let cells: Vec<&str> = row
            .iter()
            .map(|&cell| lines.words(cell))
            .filter(|words| !words.is_empty())
            .collect();
        match cells[..] {
            [name] => !is_number(name),
            [name, number] => {
                let next = number
                    .parse::<u32>()
                    .ok()
                    .filter(|&n| n >= page && n < 1000);
                page = next.unwrap_or(page);
                next.is_some() && !is_number(name)
            }
            _ => false,
        }
    }) && page > 0
}
