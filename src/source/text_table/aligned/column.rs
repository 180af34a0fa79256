//! The columns of a table: the places that no row's words cover part them.

use std::ops::Range;

use super::super::page::Piece;
use super::super::{Lines, is_number};
use super::fit::{Body, Extent, Lean};
use super::region::Row;

/// The places that the words of a column cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub from: usize,
    pub to: usize,
    /// Whether it mostly holds numbers.
    pub numeric: bool,
    /// Whether all of them are whole numbers.
    pub whole: bool,
    /// Whether it holds amounts: numbers not all of which are whole.
    pub decimal: bool,
}

impl Column {
    pub fn over(from: usize, to: usize) -> Self {
        Self {
            from,
            to,
            numeric: false,
            whole: false,
            decimal: false,
        }
    }

    /// Whether the numbers found in it are amounts.
    pub fn is_amount(&self) -> bool {
        self.numeric && !self.whole
    }

    pub fn extent(&self) -> Extent {
        Extent {
            from: self.from,
            to: self.to,
        }
    }

    /// As its head is looked for; `bare` says how odd it is that it has none.
    pub fn body(&self, bare: usize) -> Body {
        Body {
            extent: self.extent(),
            decimal: self.decimal,
            bare,
        }
    }

    /// How far a word stands from it.
    pub fn distance(&self, word: &Piece) -> usize {
        self.from
            .saturating_sub(word.to)
            .max(word.from.saturating_sub(self.to))
    }
}

/// Of how many rows that part two columns one may have words over both.
const OVER: usize = 4;

/// How many places of a word may lie beyond the end of its column: programs that turn pages into text have to make room.
pub(super) const EDGE: usize = 2;

/// The columns of rows.
pub(super) fn find(lines: &Lines, rows: &[Row]) -> Vec<Column> {
    let rows: Vec<&Row> = rows.iter().filter(|row| row.words.len() > 1).collect();
    let mut columns: Vec<Column> = Vec::new();
    for run in runs(&rows) {
        part(run, &mut columns);
    }
    join_words(lines, &rows, &mut columns);
    for column in &mut columns {
        read_kind(lines, &rows, column);
    }
    let over: Vec<bool> = (0..columns.len())
        .map(|at| is_over(&rows, &columns, at))
        .collect();
    let mut over = over.into_iter();
    columns.retain(|_| over.next() != Some(true));
    while let Some(at) = (1..columns.len()).find(|&at| is_one(lines, &rows, &columns, at)) {
        join(&mut columns, at);
    }
    join_sides(lines, &rows, &mut columns);
    let mut columns = even(lines, &rows, columns);
    for column in &mut columns {
        column.decimal = column.is_amount();
    }
    columns
}

/// Of how many numbers one is zero where zeros are printed.
const ZEROS: usize = 20;

/// Whether a number is zero.
fn is_zero(number: &str) -> bool {
    number.contains('0') && number.chars().all(|c| "0.,%".contains(c))
}

/// Whether what stands for a number says that there is nothing: a zero, or a dash.
fn is_nothing(number: &str) -> bool {
    is_zero(number) || number.chars().all(|c| "-－—".contains(c))
}

/// How many of ten rows must have a number in each column.
const MOST_OF_TEN: usize = 8;

/// Columns of amounts side by side of which nearly all rows have as many: these are told by their order alone, wherever
/// they stand.
fn even(lines: &Lines, rows: &[&Row], columns: Vec<Column>) -> Vec<Column> {
    let mut all = Vec::with_capacity(columns.len());
    for band in columns.chunk_by(|a, b| a.is_amount() && b.is_amount()) {
        let range = band[0].from..band[band.len() - 1].to;
        let numbers: Vec<Vec<&Piece>> = rows
            .iter()
            .map(|row| {
                let words = within(row, &range).iter();
                words
                    .filter(|word| is_number(lines.words(word.span)))
                    .collect::<Vec<&Piece>>()
            })
            .filter(|words| !words.is_empty())
            .collect();
        let most = numbers.iter().map(Vec::len).max().unwrap_or(0);
        let full: Vec<&Vec<&Piece>> = numbers.iter().filter(|words| words.len() == most).collect();
        // Where no zeros are printed, rows may have as many numbers by chance.
        let zeros = numbers
            .iter()
            .flatten()
            .filter(|word| is_zero(lines.words(word.span)))
            .count();
        let is_even = band[0].is_amount()
            && zeros * ZEROS > numbers.iter().map(Vec::len).sum()
            && full.len() >= TIMES
            && full.len() * 10 >= numbers.len() * MOST_OF_TEN
            && most != band.len();
        match is_even {
            true => all.extend((0..most).filter_map(|at| {
                let column = hull(full.iter().map(|words| words[at]))?;
                Some(Column {
                    numeric: true,
                    ..column
                })
            })),
            false => all.extend(band.iter().cloned()),
        }
    }
    all
}

/// Joins a column to the one before.
fn join(columns: &mut Vec<Column>, at: usize) {
    let behind = columns.remove(at);
    let column = &mut columns[at - 1];
    column.from = column.from.min(behind.from);
    column.to = column.to.max(behind.to);
    column.whole &= behind.whole;
}

/// The numbers of rows within a column.
fn numbers<'r>(
    lines: &Lines,
    rows: impl IntoIterator<Item = &'r Row>,
    column: &Column,
) -> Vec<&'r Piece> {
    let words = rows
        .into_iter()
        .flat_map(|row| within(row, &(column.from..column.to)));
    words
        .filter(|word| is_number(lines.words(word.span)))
        .collect()
}

/// The first number of a row within a column.
fn number<'l>(lines: &Lines<'l>, row: &Row, column: &Column) -> Option<&'l str> {
    let words = within(row, &(column.from..column.to)).iter();
    words
        .map(|word| lines.words(word.span))
        .find(|words| is_number(words))
}

/// Whether two columns side by side that hold the same never have it in the same row. A zero or a dash may be one of amounts.
fn are_apart(lines: &Lines, rows: &[&Row], columns: &[Column], at: usize) -> bool {
    let (a, b) = (&columns[at - 1], &columns[at]);
    let has = |row: &Row, column: &Column| !within(row, &(column.from..column.to)).is_empty();
    let nothing = |column: &Column| {
        let mut numbers = rows.iter().filter_map(|row| number(lines, row, column));
        numbers.all(is_nothing)
    };
    a.numeric == b.numeric
        && (a.whole == b.whole || nothing(if a.whole { a } else { b }))
        && !rows.iter().any(|row| has(row, a) && has(row, b))
}

/// Whether two columns are one, whose longer and shorter numbers are printed beside each other: those of the rows, counted
/// up, or amounts of which each row has one, since none is left out.
fn is_one(lines: &Lines, rows: &[&Row], columns: &[Column], at: usize) -> bool {
    let (a, b) = (&columns[at - 1], &columns[at]);
    if !a.numeric || !are_apart(lines, rows, columns, at) {
        return false;
    }
    let either = |row: &&&Row| number(lines, row, a).or_else(|| number(lines, row, b));
    let numbers = || rows.iter().filter_map(|row| either(&row));
    if a.whole && b.whole {
        let counts: Vec<u32> = numbers().filter_map(|words| words.parse().ok()).collect();
        return counts.len() == numbers().count()
            && counts.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    }
    let beside = [at.checked_sub(2), Some(at + 1)]
        .into_iter()
        .flatten()
        .filter_map(|at| columns.get(at))
        .filter(|column| column.is_amount())
        .max_by_key(|column| {
            rows.iter()
                .filter(|row| number(lines, row, column).is_some())
                .count()
        });
    let complete = beside.is_none_or(|beside| {
        rows.iter()
            .all(|row| number(lines, row, beside).is_none() || either(&row).is_some())
    });
    complete && numbers().any(is_nothing)
}

/// At which side of their columns a row's numbers stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Joins the two sides of columns: spreadsheets print numbers that were entered as text at the left of their column, all
/// others at its right. Where numbers of many lengths tell, the same rows have the same sides of other columns.
fn join_sides(lines: &Lines, rows: &[&Row], columns: &mut Vec<Column>) {
    let mut sides: Vec<Option<Side>> = vec![None; rows.len()];
    let mut at = 1;
    while at < columns.len() {
        if !are_sides(lines, rows, &columns[at - 1], &columns[at]) {
            at += 1;
            continue;
        }
        for (row, side) in rows.iter().zip(&mut sides) {
            if number(lines, row, &columns[at - 1]).is_some() {
                *side = Some(Side::Left);
            } else if number(lines, row, &columns[at]).is_some() {
                *side = Some(Side::Right);
            }
        }
        join(columns, at);
        at += 1;
    }
    let all = |column: &Column, side: Side| {
        let mut rows = rows.iter().zip(&sides);
        column.is_amount()
            && rows.all(|(row, &own)| number(lines, row, column).is_none() || own == Some(side))
    };
    let mut at = 1;
    while at < columns.len() {
        match all(&columns[at - 1], Side::Left) && all(&columns[at], Side::Right) {
            true => join(columns, at),
            false => at += 1,
        }
    }
}

/// Whether the numbers of two columns of amounts, never in the same row, begin at one place and end at another.
fn are_sides(lines: &Lines, rows: &[&Row], left: &Column, right: &Column) -> bool {
    if !left.is_amount() || !right.is_amount() {
        return false;
    }
    // How far apart the numbers of a column begin, and end.
    let spread = |column: &Column| {
        let numbers = numbers(lines, rows.iter().copied(), column);
        let over = |edge: fn(&Piece) -> usize| {
            let edges = || numbers.iter().map(|word| edge(word));
            edges().max().unwrap_or(0) - edges().min().unwrap_or(0)
        };
        (over(|word| word.from), over(|word| word.to))
    };
    let (begins, ends) = (spread(left), spread(right));
    let flush = |edge: usize, other: usize| edge < EDGE && edge + 1 < other;
    flush(begins.0, begins.1)
        && flush(ends.1, ends.0)
        && !rows
            .iter()
            .any(|row| number(lines, row, left).is_some() && number(lines, row, right).is_some())
}

/// Joins so many pairs of columns that seem to be one as there are too many; whether that could be done.
pub(super) fn join_most(
    lines: &Lines,
    rows: &[Row],
    columns: &mut Vec<Column>,
    too_many: usize,
) -> bool {
    let rows: Vec<&Row> = rows.iter().filter(|row| row.words.len() > 1).collect();
    let whole = columns.clone();
    for _ in 0..too_many {
        let pairs: Vec<usize> = (1..columns.len())
            .filter(|&at| are_apart(lines, &rows, columns, at))
            .collect();
        let gap = |at: &usize| columns[*at].from.saturating_sub(columns[*at - 1].to);
        let Some(&at) = pairs.iter().min_by_key(|at| gap(at)) else {
            return false;
        };
        // Another pair that stands as near may as well be meant.
        if pairs.len() > too_many
            && pairs
                .iter()
                .any(|other| *other != at && gap(other) <= gap(&at) + EDGE)
        {
            return false;
        }
        let both = [&columns[at - 1], &columns[at]];
        let amounts = both.iter().all(|column| column.is_amount());
        join(columns, at);
        if amounts && !is_dense(lines, &rows, columns, at - 1) {
            *columns = whole;
            return false;
        }
    }
    true
}

/// Whether all rows that have a number in one of the columns of amounts side by side have one in each of them, so that
/// their order tells the columns wherever the numbers stand.
fn is_dense(lines: &Lines, rows: &[&Row], columns: &[Column], at: usize) -> bool {
    let is_amount = |column: &&Column| column.is_amount();
    let before = columns[..at].iter().rev().take_while(is_amount).count();
    let after = columns[at..].iter().take_while(is_amount).count();
    let band = &columns[at - before..at + after];
    rows.iter().all(|row| {
        let count = band
            .iter()
            .filter(|column| number(lines, row, column).is_some())
            .count();
        count == 0 || count == band.len()
    })
}

/// How often numbers of different lengths, one below the other, begin together, end together, or have one middle.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Votes {
    left: usize,
    right: usize,
    middle: usize,
}

impl Votes {
    /// Adds those of the columns of amounts of some rows.
    pub fn add(&mut self, lines: &Lines, rows: &[Row], columns: &[Column]) {
        for column in columns.iter().filter(|column| column.decimal) {
            for pair in numbers(lines, rows, column).windows(2) {
                let (a, b) = (pair[0], pair[1]);
                // Of lengths that are nearly the same the middles tell nothing.
                let apart = (a.to - a.from).abs_diff(b.to - b.from);
                match () {
                    _ if apart == 0 => {}
                    _ if a.to == b.to => self.right += 1,
                    _ if a.from == b.from => self.left += 1,
                    _ if apart <= EDGE => {}
                    _ if a.to.abs_diff(b.to) <= 1 => self.right += 1,
                    _ if a.from.abs_diff(b.from) <= 1 => self.left += 1,
                    _ if (a.from + a.to).abs_diff(b.from + b.to) <= 1 => self.middle += 1,
                    _ => {}
                }
            }
        }
    }

    /// How numbers stand in their columns, where most say the same.
    pub fn lean(self) -> Lean {
        let all = self.left + self.right + self.middle;
        let most = |votes: usize| votes >= TIMES && votes * TIMES >= all * 2;
        match () {
            _ if most(self.right) => Lean::Right,
            _ if most(self.left) => Lean::Left,
            _ if most(self.middle) => Lean::Middle,
            _ => Lean::Unknown,
        }
    }
}

/// How many times as many rows a column must have words in as one between it and the next that is none.
const TIMES: usize = 3;

/// Whether what seems to be a column are the words of a total, printed over the columns of codes and names: its rows have
/// nothing in these.
fn is_over(rows: &[&Row], columns: &[Column], at: usize) -> bool {
    let column = &columns[at];
    let Some(left) = at.checked_sub(1).map(|left| &columns[left]) else {
        return false;
    };
    let has = |row: &Row, column: &Column| !within(row, &(column.from..column.to)).is_empty();
    let label = |column: &Column| !column.numeric || column.whole;
    let own = rows.iter().filter(|row| has(row, column)).count();
    let apart = |other: &Column| {
        let rows = || rows.iter().filter(|row| has(row, other));
        rows().count() >= TIMES * own && !rows().any(|row| has(row, column))
    };
    let right = columns.get(at + 1);
    !column.numeric
        && label(left)
        && apart(left)
        && right.is_some_and(|right| !label(right) || apart(right))
}

/// A word and the number of its row.
type Placed<'r> = (usize, &'r Piece);

/// The words that stand over each other, by rows, for each run of places that they cover.
fn runs<'r>(rows: &[&'r Row]) -> Vec<Vec<Placed<'r>>> {
    let mut words: Vec<Placed> = rows
        .iter()
        .enumerate()
        .flat_map(|(row, line)| line.words.iter().map(move |word| (row, word)))
        .collect();
    words.sort_by_key(|(_, word)| (word.from, word.to));
    let mut runs: Vec<Vec<Placed>> = Vec::new();
    let mut end = 0;
    for (row, word) in words {
        match runs.last_mut() {
            Some(last) if word.from < end => last.push((row, word)),
            _ => runs.push(vec![(row, word)]),
        }
        end = end.max(word.to);
    }
    for run in &mut runs {
        run.sort_by_key(|(row, word)| (*row, word.from));
    }
    runs
}

/// The words of each row.
fn by_row<'w, 'r>(words: &'w [Placed<'r>]) -> impl Iterator<Item = &'w [Placed<'r>]> {
    words.chunk_by(|a, b| a.0 == b.0)
}

/// The places from the first to the last of some words.
fn hull<'r>(words: impl Iterator<Item = &'r Piece>) -> Option<Column> {
    words
        .map(|word| Column::over(word.from, word.to))
        .reduce(|all, word| Column::over(all.from.min(word.from), all.to.max(word.to)))
}

/// Adds the columns of words that stand over each other: several where rows have several of them, though not all part at
/// the same place, and where few have one word over two columns.
fn part(words: Vec<Placed>, columns: &mut Vec<Column>) {
    let Some(at) = most_gaps(&words) else {
        columns.extend(hull(words.iter().map(|(_, word)| *word)));
        return;
    };
    let is_left = |word: &Piece| word.from + word.to <= 2 * at;
    let several = || by_row(&words).filter(|row| row.len() > 1).flatten();
    let left = hull(
        several()
            .map(|(_, word)| *word)
            .filter(|word| is_left(word)),
    );
    let right = hull(
        several()
            .map(|(_, word)| *word)
            .filter(|word| !is_left(word)),
    );
    let (Some(left), Some(right)) = (left, right) else {
        columns.extend(hull(words.iter().map(|(_, word)| *word)));
        return;
    };
    let crosses = |word: &Piece| word.from + EDGE < left.to && right.from + EDGE < word.to;
    let parted = by_row(&words)
        .filter(|row| {
            row.windows(2)
                .any(|pair| is_left(pair[0].1) && !is_left(pair[1].1))
        })
        .count();
    let crossed = by_row(&words)
        .filter(|row| matches!(row, [(_, only)] if crosses(only)))
        .count();
    if parted < 2 || crossed * OVER > parted {
        columns.extend(hull(words.iter().map(|(_, word)| *word)));
        return;
    }
    let (before, behind) = words
        .into_iter()
        .filter(|(_, word)| !crosses(word))
        .partition(|(_, word)| is_left(word));
    part(before, columns);
    part(behind, columns);
}

/// The place where most rows have a gap between two words.
fn most_gaps(words: &[Placed]) -> Option<usize> {
    let mut ends: Vec<(usize, isize)> = by_row(words)
        .flat_map(|row| row.windows(2))
        .flat_map(|pair| [(pair[0].1.to, 1), (pair[1].1.from, -1)])
        .collect();
    ends.sort_unstable_by_key(|&(place, step)| (place, -step));
    let mut open = 0;
    let mut most = (0, None);
    for (place, step) in ends {
        open += step;
        if open > most.0 {
            most = (open, Some(place));
        }
    }
    most.1
}

/// The words of a row within a range of places.
fn within<'r>(row: &'r Row, range: &Range<usize>) -> &'r [Piece] {
    let start = row.words.partition_point(|word| word.to <= range.start);
    let end = row.words.partition_point(|word| word.from < range.end);
    row.words.get(start..end).unwrap_or(&[])
}

/// Joins columns that only ever are one space apart and hold words: they are one, with spaces in its words.
fn join_words(lines: &Lines, rows: &[&Row], columns: &mut Vec<Column>) {
    let mut at = 0;
    while at + 1 < columns.len() {
        let pair = columns[at].from..columns[at + 1].to;
        let mut both = rows
            .iter()
            .map(|row| within(row, &pair))
            .filter(|words| words.len() > 1)
            .peekable();
        let close = |words: &[Piece]| {
            words.windows(2).all(|pair| pair[1].from - pair[0].to == 1)
                && !words.iter().any(|word| is_number(lines.words(word.span)))
        };
        if both.peek().is_some() && both.all(close) {
            columns[at].to = columns[at + 1].to;
            columns.remove(at + 1);
        } else {
            at += 1;
        }
    }
}

/// Finds what stands in a column.
fn read_kind(lines: &Lines, rows: &[&Row], column: &mut Column) {
    let range = column.from..column.to;
    let (mut numbers, mut words, mut whole) = (0, 0, true);
    for row in rows {
        let mut is_words = false;
        for text in within(row, &range)
            .iter()
            .map(|word| lines.words(word.span))
        {
            match is_number(text) {
                true => numbers += 1,
                // The characters of one word may stand apart: 合    计.
                false => is_words = true,
            }
            whole &= !text.contains(['.', '．']);
        }
        words += usize::from(is_words);
    }
    column.numeric = numbers > words;
    column.whole = whole && column.numeric;
}
