//! The rows of a table: which lines are one row, and which column each word stands in.

use std::ops::Range;

use super::super::page::{Piece, is_wide, width};
use super::super::{Lines, is_number};
use super::column::{Column, EDGE};
use super::fit::Extent;
use super::region::Row;
use crate::document::caption::{squeeze, without_number};

/// What stands in a cell: its words, and the columns that they take.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub words: Vec<Piece>,
    pub columns: Range<usize>,
}

impl Entry {
    /// Whether it holds what no cell does: two numbers on a line, one that may be of two columns, or part of one.
    pub fn is_crowded(&self, lines: &Lines) -> bool {
        let numbers: Vec<&Piece> = self
            .words
            .iter()
            .filter(|word| is_number(lines.words(word.span)))
            .collect();
        let same_line = |pair: &[&Piece]| {
            let between = lines.text.get(pair[0].span.end..pair[1].span.start);
            between.is_some_and(|between| !between.contains('\n'))
        };
        numbers.windows(2).any(same_line)
            || !numbers.is_empty() && self.columns.len() > 1
            || matches!(numbers[..], [only] if is_part(lines.words(only.span)))
    }
}

/// Whether a number ends within a group of digits: `1,234,5`.
fn is_part(number: &str) -> bool {
    let whole = number.split(['.', '．']).next().unwrap_or(number);
    let group = whole.rsplit([',', '，']).next().unwrap_or(whole);
    group.len() < whole.len() && group.chars().filter(char::is_ascii_digit).count() != 3
}

/// What a line has in each column.
#[derive(Debug)]
struct Line {
    line: usize,
    entries: Vec<Entry>,
    /// Whether it has something in a column of numbers, so that it is of one row alone.
    anchor: bool,
}

impl Line {
    /// What it has in a column.
    fn at(&self, column: usize) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.columns.contains(&column))
    }
}

/// The rows of a body; `None` where numbers or codes are broken over lines so that they cannot be read.
pub(super) fn read(
    lines: &Lines,
    body: &[Row],
    columns: &[Column],
    found: &[usize],
) -> Option<Vec<Vec<Entry>>> {
    let mut printed: Vec<Line> = Vec::with_capacity(body.len());
    for row in body {
        let mut entries = placed(row, columns, found);
        in_order(lines, &mut entries, columns);
        gather(lines, &mut entries, columns, found);
        let in_numbers = |entry: &Entry| columns[entry.columns.start].numeric;
        printed.push(Line {
            line: row.line,
            anchor: entries.iter().any(in_numbers),
            entries,
        });
    }
    if is_broken(lines, &printed, columns) {
        return None;
    }
    let rows = rows(lines, printed, columns);
    let crowded = rows.iter().flatten().any(|entry| entry.is_crowded(lines));
    (!crowded).then_some(rows)
}

/// The words of a line in their columns, those in one column together.
pub(super) fn placed(row: &Row, columns: &[Column], found: &[usize]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for word in &row.words {
        let range = place(word, columns, found);
        match entries.last_mut() {
            // The next column is that of the next word.
            Some(last) if last.columns.end == range.start + 1 && last.columns.len() > 1 => {
                last.columns.end = range.start;
                entries.push(Entry {
                    words: vec![word.clone()],
                    columns: range,
                });
            }
            Some(last) if last.columns.end > range.start => {
                last.words.push(word.clone());
                last.columns.end = last.columns.end.max(range.end);
            }
            _ => entries.push(Entry {
                words: vec![word.clone()],
                columns: range,
            }),
        }
    }
    entries
}

/// Gives amounts their columns by their order, where there are as many as columns of amounts side by side.
fn in_order(lines: &Lines, entries: &mut Vec<Entry>, columns: &[Column]) {
    let mut start = 0;
    for band in columns.chunk_by(|a, b| a.decimal && b.decimal) {
        let range = start..start + band.len();
        start = range.end;
        if !band[0].decimal || band.len() < 2 {
            continue;
        }
        let inside =
            |entry: &Entry| range.start <= entry.columns.start && entry.columns.end <= range.end;
        let first = entries.iter().position(inside).unwrap_or(entries.len());
        let count = entries[first..]
            .iter()
            .take_while(|entry| inside(entry))
            .count();
        let words: Vec<Piece> = entries[first..first + count]
            .iter()
            .flat_map(|entry| entry.words.iter().cloned())
            .collect();
        let all_numbers = words.iter().all(|word| is_number(lines.words(word.span)));
        if all_numbers && words.len() == band.len() {
            let ordered = words.into_iter().zip(range).map(|(word, column)| Entry {
                words: vec![word],
                columns: column..column + 1,
            });
            entries.splice(first..first + count, ordered);
        }
    }
}

/// The columns that a word takes: those that it stands over, or the nearest.
fn place(word: &Piece, columns: &[Column], found: &[usize]) -> Range<usize> {
    let own = Extent {
        from: word.from,
        to: word.to,
    };
    let shared = |at: usize| columns[at].extent().shared(own);
    let most = found.iter().map(|&at| shared(at)).max().unwrap_or(0);
    let over = |at: &usize| {
        let enough = (columns[*at].to - columns[*at].from).min(EDGE).min(most);
        shared(*at) >= enough.max(1)
    };
    let first = found.iter().copied().find(|at| over(at));
    let last = found.iter().rev().copied().find(|at| over(at));
    match (first, last) {
        (Some(first), Some(last)) => first..last + 1,
        // Beside all of them it may be in a column that has words on lines of their own alone.
        _ => {
            let nearest = (0..columns.len())
                .filter(|at| found.contains(at) || !columns[*at].numeric)
                .min_by_key(|&at| columns[at].distance(word));
            nearest.map_or(0..1, |at| at..at + 1)
        }
    }
}

/// Brings together what is one cell over several columns: a total whose characters are spread, or that stands among empty
/// columns of numbers.
fn gather(lines: &Lines, entries: &mut Vec<Entry>, columns: &[Column], found: &[usize]) {
    let single = |entry: &Entry| {
        let mut words = entry
            .words
            .iter()
            .flat_map(|word| lines.words(word.span).chars());
        matches!((words.next(), words.next()), (Some(c), None) if is_wide(c))
    };
    let has_numbers = entries.iter().any(|entry| {
        entry
            .words
            .iter()
            .any(|word| is_number(lines.words(word.span)))
    });
    if has_numbers && entries.len() > 2 && single(&entries[0]) && single(&entries[1]) {
        let second = entries.remove(1);
        entries[0].words.extend(second.words);
        entries[0].columns.end = second.columns.end;
    }
    for at in 0..entries.len() {
        let Range { start, end } = entries[at].columns;
        let is_label = !entries[at].words.iter().any(|word| {
            lines
                .words(word.span)
                .contains(|c: char| c.is_ascii_digit() || c == '-' || c == '—')
        });
        if !is_label || !columns[start].numeric && end - start == 1 {
            continue;
        }
        // Words among numbers are a label over the empty columns around.
        let before = at
            .checked_sub(1)
            .map_or(0, |before| entries[before].columns.end);
        let after = entries
            .get(at + 1)
            .map_or(columns.len(), |next| next.columns.start);
        // A total stands over codes and names, if no amounts stand left of it.
        let amounts = (end..after).find(|&at| columns[at].decimal || !found.contains(&at));
        let after = amounts.filter(|_| before == 0).unwrap_or(after);
        entries[at].columns = before.min(start)..after.max(end);
    }
}

/// How much narrower than the widest of its column words are that go on in the next line.
const SLACK: usize = 3;

/// Whether a line has codes alone, or amounts without words on it or beside it, so that the cells of rows are broken over
/// lines in other ways than names are.
fn is_broken(lines: &Lines, printed: &[Line], columns: &[Column]) -> bool {
    let Some(names) = columns.iter().position(|column| !column.numeric) else {
        return false;
    };
    let only_codes = |line: &Line| line.entries.iter().all(|entry| entry.columns.end <= names);
    let has_label = |line: &Line| {
        let is_label = |entry: &Entry| {
            let words = entry
                .words
                .iter()
                .any(|word| !is_number(lines.words(word.span)));
            words || entry.columns.end <= names
        };
        line.entries.iter().any(is_label)
    };
    let has_amount = |line: &Line| {
        line.entries
            .iter()
            .any(|entry| columns[entry.columns.start].decimal)
    };
    printed.iter().enumerate().any(|(at, line)| {
        let words = |beside: Option<usize>| {
            let beside = beside.and_then(|beside| printed.get(beside));
            beside.is_some_and(|beside| !beside.anchor && beside.line.abs_diff(line.line) == 1)
        };
        let alone = !has_label(line) && !words(at.checked_sub(1)) && !words(Some(at + 1));
        only_codes(line) || alone && has_amount(line)
    })
}

/// Brings the lines of a row together.
fn rows(lines: &Lines, printed: Vec<Line>, columns: &[Column]) -> Vec<Vec<Entry>> {
    let joined = broken(lines, &printed, columns);
    let mut owner: Vec<Vec<usize>> = printed
        .iter()
        .zip(&joined)
        .map(|(line, &row)| vec![row; line.entries.len()])
        .collect();
    for column in (0..columns.len()).filter(|&at| !columns[at].numeric) {
        let own = |entry: &Entry| entry.columns.start == column;
        let cell = |(at, line): (usize, &Line)| Some((at, line.entries.iter().position(own)?));
        let cells: Vec<(usize, usize)> = printed.iter().enumerate().filter_map(cell).collect();
        let column = Words {
            lines,
            printed: &printed,
            joined: &joined,
            column,
        };
        column.read(&cells, &mut owner);
    }
    let mut rows: Vec<Vec<Entry>> = vec![Vec::new(); printed.len()];
    for (line, owners) in printed.into_iter().zip(&owner) {
        for (entry, &row) in line.entries.into_iter().zip(owners) {
            let same = rows[row]
                .iter_mut()
                .find(|other| other.columns.start == entry.columns.start);
            match same {
                Some(other) => other.words.extend(entry.words),
                None => rows[row].push(entry),
            }
        }
    }
    rows.retain(|row| !row.is_empty());
    for row in &mut rows {
        row.sort_by_key(|entry| entry.columns.start);
    }
    rows
}

/// For each line the first of those that are one row with it, since a number is broken over them.
fn broken(lines: &Lines, printed: &[Line], columns: &[Column]) -> Vec<usize> {
    let mut joined: Vec<usize> = (0..printed.len()).collect();
    for column in (0..columns.len()).filter(|&at| columns[at].decimal) {
        let number = |at: usize| -> Option<&str> {
            let [word] = &printed.get(at)?.at(column)?.words[..] else {
                return None;
            };
            Some(lines.words(word.span))
        };
        let numbers = || (0..printed.len()).filter_map(number);
        let places = numbers().filter_map(decimals).max();
        let longest = numbers().map(str::len).max().unwrap_or(0);
        for at in 0..printed.len() {
            // A number is broken where it fills its column: 107.55 over 20 is none where 1449.3043 has room.
            let Some(first) = number(at).filter(|first| first.len() + 1 >= longest) else {
                continue;
            };
            let next = (at + 1..at + 3).find(|&next| number(next).is_some());
            let ends = next.filter(|&next| {
                let close = printed[next].line - printed[at].line == next - at;
                close
                    && number(next).is_some_and(|rest| completes(first, rest, places.unwrap_or(0)))
            });
            if let Some(next) = ends {
                let row = joined[at];
                joined[at..=next].fill(row);
            }
        }
    }
    joined
}

/// How many decimals a number has, if it has a point.
fn decimals(number: &str) -> Option<usize> {
    let (_, decimals) = number.split_once(['.', '．'])?;
    Some(decimals.chars().filter(char::is_ascii_digit).count())
}

/// Whether what stands on the next line is the end of a number: `1,234.5` and `6`, `1,234` and `.56`.
fn completes(first: &str, rest: &str, places: usize) -> bool {
    let digits = rest.trim_start_matches(['.', '．']);
    let has_point = rest.len() > digits.len();
    let printed = decimals(first).filter(|_| !has_point);
    places > 0
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (has_point && decimals(first).is_none()
            || printed.is_some_and(|printed| printed < places))
        && printed.unwrap_or(0) + digits.len() == places
}

/// A column of words.
struct Words<'r, 'l> {
    lines: &'r Lines<'l>,
    printed: &'r [Line],
    joined: &'r [usize],
    column: usize,
}

impl Words<'_, '_> {
    /// Finds which of its lines are one cell, and which row that is of.
    fn read(&self, cells: &[(usize, usize)], owner: &mut [Vec<usize>]) {
        let widths: Vec<usize> = cells
            .iter()
            .map(|&(at, entry)| width(&self.text(at, entry)))
            .collect();
        let widest = widths.iter().copied().max().unwrap_or(0);
        let mut from = 0;
        while from < cells.len() {
            let first = cells[from].0;
            let mut row = self.row_of(first);
            let mut end = from + 1;
            while end < cells.len() && widths[end - 1] + SLACK > widest {
                let (last, next) = (cells[end - 1].0, cells[end]);
                let mut rows = row
                    .into_iter()
                    .chain((last + 1..=next.0).filter_map(|at| self.row_of(at)));
                let joined = rows.next();
                // The lines of one cell are of one row.
                if rows.any(|row| Some(row) != joined) || !self.goes_on(last, next) {
                    break;
                }
                row = joined;
                end += 1;
            }
            let last = cells[end - 1].0;
            let beside = || self.joined[self.beside(first, last).unwrap_or(first)];
            let row = row.unwrap_or_else(beside);
            for &(at, entry) in &cells[from..end] {
                owner[at][entry] = row;
            }
            from = end;
        }
    }

    /// The row whose numbers a line has.
    fn row_of(&self, at: usize) -> Option<usize> {
        self.is_anchor(at).then(|| self.joined[at])
    }

    fn is_anchor(&self, at: usize) -> bool {
        self.printed.get(at).is_some_and(|line| line.anchor)
    }

    fn text(&self, at: usize, entry: usize) -> String {
        let words = &self.printed[at].entries[entry].words;
        words
            .iter()
            .map(|word| self.lines.words(word.span))
            .collect()
    }

    fn is_empty_at(&self, at: usize) -> bool {
        self.printed
            .get(at)
            .is_some_and(|line| line.at(self.column).is_none())
    }

    /// Whether a cell may go on from a line to another.
    fn goes_on(&self, last: usize, (next, entry): (usize, usize)) -> bool {
        let label = squeeze(&self.text(next, entry));
        let is_numbered = without_number(&label).len() < label.len();
        let close = (last..next).all(|at| self.printed[at].line + 1 == self.printed[at + 1].line);
        // A line above a row that has nothing in this column, with a further line below, begins the cell of that row.
        let begins = self.is_anchor(last)
            && !self.is_anchor(next)
            && self.is_anchor(next + 1)
            && self.is_empty_at(next + 1)
            && !self.is_empty_at(next + 2);
        close && !is_numbered && !begins
    }

    /// The row beside lines without numbers that has nothing in this column.
    fn beside(&self, first: usize, last: usize) -> Option<usize> {
        let free = |at: usize, near: usize| {
            let line = self.printed.get(at).filter(|line| line.anchor)?;
            let close = line.line.abs_diff(self.printed[near].line) == 1;
            (close && first < last && self.is_empty_at(at)).then_some(at)
        };
        free(last + 1, last).or_else(|| free(first.checked_sub(1)?, first))
    }
}
