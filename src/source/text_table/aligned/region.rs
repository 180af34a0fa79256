//! Runs of lines on one page that may be the rows of one table.

use std::ops::Range;

use super::super::page::{Measure, Piece, is_parted};
use super::super::{Lines, is_number};
use super::caption::{self, Torn};
use crate::document::caption::{is_title, squeeze, without_number};
use crate::document::numbering::{number, ordinal};

/// Lines of one page that may be rows of one table.
#[derive(Debug)]
pub(super) struct Region {
    /// Rows above it that say something of the table, with the words of their cells.
    pub captions: Vec<Vec<Vec<Piece>>>,
    /// The first line of these, if there are any.
    captions_at: Option<usize>,
    pub rows: Vec<Row>,
    /// Whether nothing stands above it on its page.
    pub opens_page: bool,
    /// Whether nothing stands below it on its page.
    pub ends_page: bool,
    /// The number of its page.
    pub page: usize,
}

impl Region {
    /// The lines that it takes.
    pub fn lines(&self) -> Range<usize> {
        match (self.rows.first(), self.rows.last()) {
            (Some(first), Some(last)) => self.captions_at.unwrap_or(first.line)..last.line + 1,
            _ => 0..0,
        }
    }
}

/// A line and its words.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub line: usize,
    pub words: Vec<Piece>,
    /// Whether it has several pieces.
    pub parted: bool,
}

impl Row {
    fn from(&self) -> usize {
        self.words.first().map_or(0, |word| word.from)
    }

    fn to(&self) -> usize {
        self.words.last().map_or(0, |word| word.to)
    }
}

/// What a line is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Several pieces.
    Parted,
    /// A few words, as a cell has them that is alone on its line.
    Short,
    /// A sentence, or more words than a cell has.
    Prose,
    /// The title of a table.
    Title,
}

/// The widest line of one cell, in places.
const WIDEST_CELL: usize = 60;

/// The widest line that is looked at, in bytes.
const WIDEST: usize = 2000;

/// How many rows above the last one a cell may begin that ends below it.
const NEAR: usize = 3;

/// The longest words that may stand alone on the first line of a header, in bytes.
const LONGEST_HEAD: usize = 42;

/// How far right of the other lines words begin that are part of a table and no line of their own.
const INDENT: usize = 4;

/// Finds the regions of a text; `page` marks the lines that belong to the page.
pub(super) fn find(lines: &Lines, taken: &[bool], page: &[bool], measure: Measure) -> Vec<Region> {
    let mut finder = Finder {
        lines,
        measure,
        regions: Vec::new(),
        page: 0,
        above: None,
    };
    let is_page = |at: usize| page.get(at) == Some(&true);
    let mut on_page: Vec<usize> = Vec::new();
    for (at, &taken) in taken.iter().enumerate() {
        if lines.opens_page(at) || is_page(at) || taken {
            // What a table of another layout takes parts the others as a page does, but is not the end of one.
            finder.read(&std::mem::take(&mut on_page), !taken);
        }
        if !is_page(at) && !taken && !lines.line(at).trim().is_empty() {
            on_page.push(at);
        }
    }
    finder.read(&on_page, true);
    finder.regions
}

struct Finder<'a, 'l> {
    lines: &'a Lines<'l>,
    measure: Measure,
    regions: Vec<Region>,
    page: usize,
    /// The torn lines above, with the number of the first.
    above: Option<(usize, Torn)>,
}

impl Finder<'_, '_> {
    /// Reads the lines with words of a page, or of a part of it.
    fn read(&mut self, page: &[usize], whole: bool) {
        let first = self.regions.len();
        let looks: Vec<Look> = page.iter().map(|&at| self.look(at)).collect();
        if looks.contains(&Look::Parted) {
            self.parts(page, &looks);
        }
        for region in &mut self.regions[first..] {
            region.page = self.page;
            region.opens_page = Some(region.lines().start) == page.first().copied();
            region.ends_page =
                whole && region.rows.last().map(|row| row.line) == page.last().copied();
        }
        // Two parts of one page are not two pages.
        self.page += if whole {
            usize::from(!page.is_empty())
        } else {
            2
        };
    }

    fn look(&self, at: usize) -> Look {
        let line = self.lines.line(at);
        match () {
            _ if line.len() > WIDEST => Look::Prose,
            // 第三部分  决算情况说明: no row, though spaces part it.
            _ if is_part(line) => Look::Title,
            _ if is_parted(line) => Look::Parted,
            _ if is_title(line) => Look::Title,
            _ if self.lines.is_sentence(at) => Look::Prose,
            _ if line
                .trim()
                .chars()
                .map(|c| self.measure.width(c))
                .sum::<usize>()
                > WIDEST_CELL =>
            {
                Look::Prose
            }
            _ => Look::Short,
        }
    }

    fn row(&self, at: usize, look: Look) -> Row {
        Row {
            line: at,
            words: self.measure.words(self.lines, at),
            parted: look == Look::Parted,
        }
    }

    fn parts(&mut self, page: &[usize], looks: &[Look]) {
        let most = most_blank(page, looks);
        let mut rows: Vec<Row> = Vec::new();
        let mut lead: Vec<usize> = Vec::new();
        let mut last = None;
        let mut torn = caption::torn(self.lines, page, self.measure)
            .into_iter()
            .peekable();
        self.above = None;
        for (number, (&at, &look)) in page.iter().zip(looks).enumerate() {
            if let Some(next) = torn.next_if(|torn| torn.lines.start == number) {
                self.close(&mut rows);
                lead.clear();
                self.above = Some((at, next));
            }
            if let Some((_, torn)) = &self.above
                && torn.lines.contains(&number)
            {
                last = Some(at);
                continue;
            }
            let near = last.is_some_and(|last: usize| at - last <= most + 1);
            last = Some(at);
            if !near {
                self.close(&mut rows);
                lead.clear();
            }
            match look {
                Look::Parted => {
                    if rows.is_empty() {
                        rows.extend(lead.drain(..).map(|at| self.row(at, Look::Short)));
                    }
                    rows.push(self.row(at, look));
                }
                Look::Short if rows.is_empty() => lead.push(at),
                Look::Short => rows.push(self.row(at, look)),
                Look::Prose if self.is_inside(&rows, at) => rows.push(self.row(at, look)),
                Look::Prose | Look::Title => {
                    self.close(&mut rows);
                    lead.clear();
                    self.above = None;
                }
            }
        }
        self.close(&mut rows);
    }

    /// Whether a line of prose goes on with a cell of the row above.
    fn is_inside(&self, rows: &[Row], at: usize) -> bool {
        let Some(above) = rows.last().filter(|above| above.line + 1 == at) else {
            return false;
        };
        let own = self.row(at, Look::Prose);
        let left = rows.iter().map(Row::from).min().unwrap_or(0);
        let under = above
            .words
            .iter()
            .any(|word| word.from <= own.from() && own.from() < word.to);
        own.from() >= left + INDENT && under
    }

    /// Ends a region: without short lines at its beginning and end that are no part of it.
    fn close(&mut self, rows: &mut Vec<Row>) {
        let mut rows = std::mem::take(rows);
        let Some(first) = rows.iter().position(|row| row.parted) else {
            return;
        };
        let left = rows
            .iter()
            .filter(|row| row.parted)
            .map(Row::from)
            .min()
            .unwrap_or(0);
        let kept = rows[..first]
            .iter()
            .rev()
            .take_while(|row| self.is_lead(row, left, &rows[first..]))
            .count();
        rows.drain(..first - kept);
        let Some(end) = rows.iter().rposition(|row| row.parted) else {
            return;
        };
        let tail = (end + 1..rows.len())
            .take_while(|&at| {
                let (above, row) = (&rows[..at], &rows[at]);
                self.counts_on(row, above) || self.is_tail(row, &above[at.saturating_sub(NEAR)..])
            })
            .count();
        rows.truncate(end + 1 + tail);
        let mut above = self.above.take();
        while !rows.is_empty() {
            let next = (1..rows.len()).find(|&at| self.heads_again(&rows, at));
            let rest = next.map_or_else(Vec::new, |at| rows.split_off(at));
            let above = above.take();
            self.regions.push(Region {
                captions_at: above.as_ref().map(|(line, _)| *line),
                captions: above.into_iter().map(|(_, torn)| torn.cells).collect(),
                rows: std::mem::replace(&mut rows, rest),
                opens_page: false,
                ends_page: false,
                page: 0,
            });
        }
    }

    /// Whether behind rows of numbers the heads of ledgers begin another table, or what stands alone above them:
    /// `项目  统计数  项目  统计数`.
    fn heads_again(&self, rows: &[Row], at: usize) -> bool {
        let words = |row: &Row| -> Vec<&str> {
            let words = row.words.iter();
            words.map(|word| self.lines.words(word.span)).collect()
        };
        let numbers = |row: &Row| words(row).into_iter().filter(|w| is_number(w)).count();
        let heads = |row: &Row| {
            let words = words(row);
            let (left, right) = words.split_at(words.len() / 2);
            words.len() >= 4
                && left.len() == right.len()
                && left.iter().zip(right).all(|(a, b)| b.starts_with(a))
        };
        let is_row = |row: &Row| numbers(row) > 1 && numbers(row) < row.words.len();
        let leads = rows[at].words.len() == 1 && rows.get(at + 1).is_some_and(heads);
        numbers(&rows[at]) == 0
            && (leads || heads(&rows[at]))
            && rows[..at].last().is_some_and(is_row)
    }

    /// Whether words alone on a line above the first row of several pieces are part of the table: a cell of its header,
    /// or a row whose other cells are empty.
    fn is_lead(&self, row: &Row, left: usize, below: &[Row]) -> bool {
        let line = squeeze(self.lines.line(row.line));
        let begins = |other: &Row| other.words.iter().any(|word| word.from == row.from());
        if without_number(&line).len() < line.len() {
            return row.from() > left && below.iter().take(3).any(begins);
        }
        line.len() <= LONGEST_HEAD
            && row.from() >= left + INDENT
            && !caption::is_labelled(&line)
            && !below
                .first()
                .is_some_and(|row| caption::is_labelled(self.lines.line(row.line)))
    }

    /// Whether words alone on a line below the last rows go on with a cell of them.
    fn is_tail(&self, row: &Row, near: &[Row]) -> bool {
        let close = near.last().is_some_and(|above| above.line + 1 == row.line);
        let under = |other: &Row| {
            let mut over = other
                .words
                .iter()
                .filter(|word| word.from < row.to() && row.from() < word.to);
            over.next()
                .is_some_and(|word| row.to() - row.from() <= word.to - word.from)
        };
        close && self.number(row, 0).is_none() && near.iter().any(under)
    }

    /// Whether words alone on a line are the label of the next row: their number is the next to that of the last label
    /// that begins at the same place.
    fn counts_on(&self, row: &Row, above: &[Row]) -> bool {
        let same = |other: &Row| {
            let at = other
                .words
                .iter()
                .position(|word| word.from == row.from())?;
            Some(self.number(other, at))
        };
        let last = above.iter().rev().take(NEAR + 1).find_map(same).flatten();
        last.is_some_and(|last| self.number(row, 0) == Some(last + 1))
    }

    /// The number that a word of a row begins with.
    fn number(&self, row: &Row, at: usize) -> Option<usize> {
        let words = squeeze(self.lines.words(row.words.get(at)?.span));
        let rest = without_number(&words);
        ordinal(
            words
                .strip_suffix(rest)
                .filter(|number| !number.is_empty())?,
        )
    }
}

/// Whether a line is the heading of a part of a report: 第三部分.
fn is_part(line: &str) -> bool {
    number(line.trim_start()).is_some_and(|number| number.level == 1)
}

/// How many blank lines may stand between rows: one more than there mostly are.
fn most_blank(page: &[usize], looks: &[Look]) -> usize {
    let mut counts = [0usize; 4];
    for (lines, looks) in page.windows(2).zip(looks.windows(2)) {
        let blank = lines[1] - lines[0] - 1;
        if looks == [Look::Parted; 2] && blank < counts.len() {
            counts[blank] += 1;
        }
    }
    let usual = (0..counts.len()).rev().max_by_key(|&blank| counts[blank]);
    usual.unwrap_or(0) + 1
}
