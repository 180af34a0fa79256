//! Statements whose cells are a line each, without any mark: empty cells are empty lines.
//!
//! ```text
//! 支出决算表
//! 单位：元
//! 项目                          the header, its rows one behind the other
//! 本年支出合计
//! …
//! 栏次                          the numbers of the columns
//! 1
//! …
//! 合计                          the total, whose code and name are one cell
//! 1,500.00
//! …
//! 201                           rows of a code, a name and the amounts
//! 一般公共服务支出
//! 1,500.00
//!                               (nothing)
//! ```
//!
//! Nothing says where a row ends but that all are equally long, so the rows must prove it: each begins with a code, has the
//! next number of the row, or names on both sides, so many lines below the one before; every column holds one sort of cells;
//! the header has as many columns; and nothing is left below the last row. Where any of this fails, sums may tell the columns
//! of rows with codes ([`coded`]), the numbers of rows those of ledgers with two sides ([`sided`]), or the lines stay text.
//!
//! Some programs end each row with one more empty line. There these lines prove the rows, too, so that rows without codes
//! and numbers are told by them. A statement of one row of amounts, as that of the “三公” is, is proved by its header, which
//! has as many columns, whether that is printed row by row or column by column ([`deep`]).

mod coded;
mod deep;
mod head;
mod lost;
mod sided;

use std::collections::HashMap;
use std::ops::Range;

use super::page::Piece;
use super::{Lines, is_number};
use crate::document::caption::is_title;
use crate::document::fold::fold_text;
use crate::document::table::Places;
use crate::document::{Span, Table};
use crate::grammar::Grammar;
use crate::grammar::statements::{Header, key};
use crate::source::text::furniture::is_page_number;
use coded::Coded;
use sided::Sided;

/// How many lines a row has at most.
const WIDEST: usize = 24;

/// How many lines the numbers of columns take at most, with empty ones between.
const LONGEST_RULER: usize = 2 * WIDEST;

/// How many lines below a title the lines are that say more of the table.
const CAPTIONS: usize = 6;

/// How many lines a row has at least: what it is of, in two cells, and an amount.
const NARROWEST: usize = 3;

/// How many columns a statement of one row has at least.
const FEWEST_COLUMNS: usize = 6;

/// What the names of rows begin with that are parts of the one above.
const OF_WHICH: &str = "其中";

/// How many rows show that they are equally long.
const FEWEST: usize = 2;

/// Finds the tables below titles among the lines that are not `taken`.
pub(super) fn find(lines: &Lines, taken: &[bool]) -> Vec<(Range<usize>, Table)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if taken[at] || !is_title(lines.line(at)) {
            at += 1;
            continue;
        }
        let range = region(lines, taken, at);
        at = range.end.max(at + 1);
        let Some(region) = Region::new(lines, range) else {
            continue;
        };
        let coded = Coded::read(&region);
        // Where no cell is lost, sums tell what stands under what in the header, too.
        found.extend(match coded {
            Some(coded) if coded.is_whole() => Some(coded.table(&region)),
            coded => region
                .table()
                .or_else(|| Some(coded?.table(&region)))
                .or_else(|| Some(Sided::read(&region)?.table(&region)))
                .or_else(|| deep::read(&region)),
        });
    }
    found
}

/// The lines below a title that may be cells: up to the next title, to a line that is none, or to a sentence.
fn region(lines: &Lines, taken: &[bool], title: usize) -> Range<usize> {
    let start = (title + 1..lines.len().min(title + 1 + CAPTIONS))
        .take_while(|&at| !taken[at])
        .filter(|&at| is_caption(lines.line(at)))
        .last()
        .map_or(title + 1, |at| at + 1);
    let is_end = |&at: &usize| {
        let line = lines.line(at);
        // 其中：公务用车购置费 is the name of a row.
        let is_told = line.contains(['：', ':']) && !line.trim_start().starts_with(OF_WHICH);
        taken[at] || lines.is_sentence(at) || is_told || is_title(line)
    };
    let end = (start..lines.len()).find(is_end).unwrap_or(lines.len());
    // The number of the next table, and that of a page, are above its title. Empty lines may be the last cells.
    let is_apart = |&at: &usize| {
        is_caption(lines.line(at)) || is_page_number(&fold_text(lines.line(at).trim()))
    };
    let above = (start..end)
        .rev()
        .take_while(|at| lines.is_blank(*at) || is_apart(at));
    let first = above.filter(is_apart).last().unwrap_or(end);
    start..first
}

/// Whether a line below a title, or above one, says more of the table: `单位：元`, `公开03表`, `部门公开表02`, `2023年度`.
fn is_caption(line: &str) -> bool {
    let line = line.trim();
    let number = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-');
    let is_year = line.ends_with(['年', '度']);
    line.contains(['：', ':'])
        || number.len() < line.len() && number.ends_with('表')
        || (is_year || line.ends_with('表')) && line.contains(|c: char| c.is_ascii_digit())
}

/// The cells of a header, with those joined that stand on two lines and are a name together: 公务用车 over 购置费.
fn join_header(lines: &Lines, at: Vec<usize>, cells: Vec<Span>) -> (Vec<usize>, Vec<Span>) {
    let grammar = Grammar::embedded();
    let header_words = &grammar.statements.header;
    let is_words = |cell: &Span| Sort::of(lines.words(*cell)) == Sort::Words;
    let header = cells
        .iter()
        .take_while(|cell| cell.is_empty() || is_words(cell))
        .count();
    let names_codes = |words: &str| {
        let words = key(words);
        header_words.codes.contains(&words) || header_words.coded.is_match(&words)
    };
    let is_name = |first: Span, second: Span| {
        let (first, second) = (lines.words(first), lines.words(second));
        let name = format!("{first}{second}");
        grammar
            .concepts
            .labels
            .contains_key(fold_text(&name).as_str())
            || names_codes(&name) && second.chars().count() <= LONGEST_END
    };
    let mut joined: (Vec<usize>, Vec<Span>) = (Vec::new(), Vec::new());
    for (index, (line, cell)) in at.into_iter().zip(cells).enumerate() {
        let goes_on = match (joined.0.last(), joined.1.last()) {
            (Some(above), Some(&before)) if index < header && above + 1 == line => {
                let is_open = !lines.words(before).ends_with(ENDS_OF_NAMES);
                is_open && is_words(&before) && is_words(&cell) && is_name(before, cell)
            }
            _ => false,
        };
        match joined.1.last_mut() {
            Some(before) if goes_on => *before = Span::new(before.start, cell.end),
            _ => {
                joined.0.push(line);
                joined.1.push(cell);
            }
        }
    }
    joined
}

/// How many characters the second line of a name of codes has at most: 功能分类科目 over 编码.
const LONGEST_END: usize = 2;

/// What the names of columns end with that are whole.
const ENDS_OF_NAMES: [char; 6] = ['费', '数', '计', '出', '入', '额'];

/// Whether a line is a number that may be that of a page.
fn is_bare(words: &str) -> bool {
    (1..=4).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a cell holds, as far as its look tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Nothing,
    /// A code of the classifications: `208`, `20805`, `2080501`.
    Code,
    Number,
    Words,
}

impl Sort {
    fn of(words: &str) -> Self {
        let is_digits = words.bytes().all(|byte| byte.is_ascii_digit());
        match () {
            () if words.is_empty() => Self::Nothing,
            () if is_digits && matches!(words.len(), 3 | 5 | 7) => Self::Code,
            () if is_number(words) => Self::Number,
            () => Self::Words,
        }
    }

    /// What a column holds that holds both. An amount may have the look of a code, but no column of names begins with one.
    fn join(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Nothing, sort) | (sort, Self::Nothing) => Some(sort),
            (Self::Number, Self::Code) | (Self::Code, Self::Number) => Some(Self::Number),
            _ => (self == other).then_some(self),
        }
    }
}

/// Cells one below the other.
struct Region<'a> {
    lines: &'a Lines<'a>,
    /// The line of each.
    at: Vec<usize>,
    cells: Vec<Span>,
    /// Where the last ends that says something.
    filled: usize,
    sorts: Vec<Sort>,
    header: &'static Header,
}

/// Rows that are equally long: where they begin, how many cells each has, and how many there are.
#[derive(Debug, Clone, Copy)]
struct Rows {
    start: usize,
    width: usize,
    count: usize,
    /// How many empty lines end each.
    gap: usize,
}

impl Rows {
    /// How many lines each takes.
    fn height(self) -> usize {
        self.width + self.gap
    }

    /// Where they end.
    fn end(self) -> usize {
        self.start + self.count * self.height()
    }

    /// The cells of each.
    fn each(self) -> impl Iterator<Item = Range<usize>> {
        (0..self.count).map(move |row| {
            let start = self.start + row * self.height();
            start..start + self.width
        })
    }
}

/// By what each of the rows is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The code in its first cell, or in that of a block beside it.
    Code,
    /// Its own number in its second cell.
    Ordinal,
    /// The empty line behind it.
    Gap,
    /// Its name in the first cell, where all of them fill the cells up to the last one: names on both sides, or on one
    /// under a header that says so.
    Name,
}

impl<'a> Region<'a> {
    fn new(lines: &'a Lines<'a>, range: Range<usize>) -> Option<Self> {
        // White space above the first cell is none of it.
        let first = range.clone().find(|&at| !lines.is_blank(at))?;
        let is_cell = |&at: &usize| {
            let words = fold_text(lines.line(at).trim());
            !(is_page_number(&words) || is_bare(&words) && lines.ends_page(at))
        };
        let at: Vec<usize> = (first..range.end).filter(is_cell).collect();
        let cells: Vec<Span> = at
            .iter()
            .map(|&at| lines.trimmed(lines.spans[at]))
            .collect();
        let (at, cells) = join_header(lines, at, cells);
        let last = cells.iter().rposition(|cell| !cell.is_empty())?;
        let sorts = cells.iter().map(|&cell| Sort::of(lines.words(cell)));
        Some(Self {
            sorts: sorts.collect(),
            lines,
            at,
            filled: last + 1,
            cells,
            header: &Grammar::embedded().statements.header,
        })
    }

    /// The pieces of a cell, one for each of its lines.
    fn pieces(&self, at: usize) -> Vec<Piece> {
        let cell = self.cells[at];
        let mut start = cell.start;
        let lines = self.lines.words(cell).split('\n').map(|line| {
            let from = start;
            start += line.len() + 1;
            Piece {
                span: self.lines.trimmed(Span::new(from, from + line.len())),
                from: 0,
                to: 0,
            }
        });
        lines.collect()
    }

    fn words(&self, at: usize) -> &'a str {
        self.cells
            .get(at)
            .map_or("", |&cell| self.lines.words(cell))
    }

    fn sort(&self, at: usize) -> Sort {
        self.sorts.get(at).copied().unwrap_or(Sort::Nothing)
    }

    fn table(&self) -> Option<(Range<usize>, Table)> {
        let several = [0, 1].into_iter().find_map(|gap| {
            self.rows(gap)
                .find_map(|(mark, rows)| self.grid(mark, rows))
        });
        let grid = several.or_else(|| self.only_row())?;
        let end = grid.last()?.last()? + 1;
        let nothing = Span::new(self.lines.text.len(), self.lines.text.len());
        let cell = |at| self.cells.get(at).copied().unwrap_or(nothing);
        let cells: Vec<Vec<Span>> = grid
            .into_iter()
            .map(|row| row.into_iter().map(cell).collect())
            .collect();
        let range = self.at[0]..self.at[end.min(self.at.len()) - 1] + 1;
        let mut table = self.lines.table(range.clone(), &cells);
        table.places = Places::Ragged;
        Some((range, table))
    }

    /// The ways that cells are rows that so many empty lines end, the narrower first.
    fn rows(&self, gap: usize) -> impl Iterator<Item = (Mark, Rows)> {
        let is_named = |at: usize| self.sort(at) == Sort::Code && self.sort(at + 1) == Sort::Words;
        let coded = (1..self.filled).find(|&at| is_named(at));
        let counted = || (2..self.filled).filter(|&at| self.words(at) == "1");
        let ruler = (gap > 0).then(|| self.ruler(0..self.filled)).flatten();
        // The name before the first amount, behind a header of at least as many cells as a row has.
        let amount = (0..self.filled).find(|&at| self.sort(at) == Sort::Number);
        let first = amount.filter(|_| gap == 0).and_then(|at| at.checked_sub(1));
        (NARROWEST..=WIDEST).filter_map(move |width| {
            let rows = |mark, start| Some((mark, self.rows_of(mark, start, width, gap)?));
            let is_header = || gap > 0 && (0..width).all(|at| self.sort(at) == Sort::Words);
            let behind = match &ruler {
                Some(ruler) => Some(ruler.end + gap),
                None => is_header().then_some(width + gap),
            };
            let ordinal = || counted().find_map(|at| rows(Mark::Ordinal, at - 1));
            let named = || rows(Mark::Name, first?).filter(|(_, rows)| rows.end() >= self.filled);
            coded
                .and_then(|start| rows(Mark::Code, start))
                .or_else(ordinal)
                .or_else(|| rows(Mark::Gap, behind?))
                .or_else(named)
        })
    }

    /// All rows of the table, if its header has as many columns and nothing is left below.
    fn grid(&self, mark: Mark, rows: Rows) -> Option<Vec<Vec<usize>>> {
        let mut grid = self.heading(mark, rows)?;
        grid.extend(rows.each().map(Iterator::collect::<Vec<usize>>));
        if rows.end() < self.filled {
            grid.push(self.foot(rows)?.collect());
        }
        // Below the end of the text empty cells are not printed; above a line that is none of the table they are.
        let end = grid.last()?.last()? + 1;
        let is_last = self.at.last() == self.lines.len().checked_sub(1).as_ref();
        (end <= self.cells.len() || is_last).then_some(grid)
    }

    /// The rows of a width from a cell on, if each has its mark and every column holds one sort of cells.
    fn rows_of(&self, mark: Mark, start: usize, width: usize, gap: usize) -> Option<Rows> {
        let mut columns = vec![Sort::Nothing; width];
        let mut count = 0;
        while start + count * (width + gap) < self.filled {
            let at = start + count * (width + gap);
            let is_marked = match mark {
                Mark::Code => (at..at + width).any(|at| self.sort(at) == Sort::Code),
                Mark::Ordinal => self.words(at + 1).parse() == Ok(count + 1),
                Mark::Gap | Mark::Name => (at..at + width).any(|at| self.sort(at) == Sort::Words),
            };
            let is_ended = (at + width..at + width + gap).all(|at| self.sort(at) == Sort::Nothing);
            let mut joined = columns
                .iter()
                .enumerate()
                .map(|(column, sort)| sort.join(self.sort(at + column)));
            match joined.by_ref().collect::<Option<Vec<Sort>>>() {
                Some(joined) if is_marked && is_ended => columns = joined,
                _ => break,
            }
            count += 1;
        }
        let fits = match mark {
            Mark::Code => columns.starts_with(&[Sort::Code, Sort::Words]),
            Mark::Ordinal => columns.starts_with(&[Sort::Words, Sort::Number]),
            Mark::Gap => columns.starts_with(&[Sort::Words]),
            Mark::Name => columns[0] == Sort::Words,
        };
        let labels = match mark {
            Mark::Gap | Mark::Name => 1,
            Mark::Code | Mark::Ordinal => 2,
        };
        let has_amounts = columns[labels..].contains(&Sort::Number);
        (fits && has_amounts && count >= FEWEST).then_some(Rows {
            start,
            width,
            count,
            gap,
        })
    }

    /// The rows of the header, of the numbers of its columns, and the only one of amounts.
    fn only_row(&self) -> Option<Vec<Vec<usize>>> {
        let is_words = |&at: &usize| self.sort(at) == Sort::Words;
        let end = (0..self.filled).find(|&at| self.sort(at) == Sort::Number)?;
        let mut grid = self.rows_by_sums((0..end).filter(is_words));
        let [.., upper, lower] = grid.as_slice() else {
            return None;
        };
        // A name stands once under each of the cells above all others.
        let stages = match grid.as_slice() {
            [stages, _, _] => stages.len(),
            _ => 1,
        };
        let mut times: HashMap<&str, usize> = HashMap::new();
        for &at in upper.iter().chain(lower).filter(|&&at| !self.is_sum(at)) {
            *times.entry(self.words(at)).or_default() += 1;
        }
        if times.values().any(|&times| times > stages) {
            return None;
        }
        let divided = lower.iter().filter(|&&at| self.is_sum(at)).count();
        let width = (upper.len() + lower.len()).checked_sub(divided)?;
        let counts = |at: &usize| self.words(end + at).parse() == Ok(at + 1);
        let numbered = (0..).take_while(counts).count();
        let first = match numbered {
            0 | 1 => end,
            _ => (end + numbered..self.filled).find(|&at| self.sort(at) != Sort::Nothing)?,
        };
        let row = first..first + width;
        let is_amount = |at: usize| matches!(self.sort(at), Sort::Number | Sort::Nothing);
        let is_whole = numbered <= 1 || numbered == width;
        // Where empty cells are left out, empty lines below would stand for the last ones.
        let fits = is_whole && row.end == self.filled && row.clone().all(is_amount);
        if numbered == width {
            grid.push((end..end + width).collect());
        }
        grid.push(row.collect());
        (fits && width >= FEWEST_COLUMNS).then_some(grid)
    }

    /// The rows of a header, each of which begins with a word for a sum (合计, 小计) but the first, which may name what is
    /// divided; those of the same word are one row.
    fn rows_by_sums(&self, cells: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
        let mut rows: Vec<(Option<&str>, Vec<usize>)> = Vec::new();
        let mut open = 0;
        for at in cells {
            let sum = self.is_sum(at).then(|| self.words(at));
            if rows.is_empty() || sum.is_some() {
                let same = rows.iter().position(|(first, _)| *first == sum);
                open = same.unwrap_or(rows.len());
                if same.is_none() {
                    rows.push((sum, Vec::new()));
                }
            }
            rows[open].1.push(at);
        }
        rows.into_iter().map(|(_, row)| row).collect()
    }

    /// Whether a cell is a word for a sum.
    fn is_sum(&self, at: usize) -> bool {
        self.header.sums.contains(&key(self.words(at)))
    }

    /// The row below the others, if it holds their totals: each a name and an amount, or a name and an amount for each
    /// column.
    fn foot(&self, rows: Rows) -> Option<Range<usize>> {
        let foot = rows.end()..self.filled;
        let is_total = |at: usize| match (at - foot.start) % 2 {
            0 => self.sort(at) == Sort::Words,
            _ => self.sort(at) == Sort::Number,
        };
        let pairs = foot.len() % 2 == 0 && foot.len() < rows.width && foot.clone().all(is_total);
        // Code and name are one cell; behind the last amount columns may be empty.
        let figures = |at| matches!(self.sort(at), Sort::Number | Sort::Nothing);
        let whole = foot.start..foot.start + rows.width - 1;
        let is_whole = rows.gap > 0
            && foot.end <= whole.end
            && self.sort(foot.start) == Sort::Words
            && whole.clone().skip(1).all(figures);
        match () {
            () if pairs => Some(foot),
            () if is_whole => Some(whole),
            () => None,
        }
    }

    /// The rows above: those of the header, of the numbers of the columns, and of the total.
    fn heading(&self, mark: Mark, rows: Rows) -> Option<Vec<Vec<usize>>> {
        let above = 0..rows.start;
        let ruler = self.ruler(above.clone());
        let total = match &ruler {
            Some(ruler) => (ruler.end + rows.gap).min(above.end)..above.end,
            None => self.total(above.clone()),
        };
        let end = ruler.as_ref().map_or(total.start, |ruler| ruler.start);
        let mut heading = self.header_rows(mark, 0..end, rows)?;
        heading.extend(ruler.map(Iterator::collect::<Vec<usize>>));
        if !total.is_empty() {
            // Code and name may be one cell.
            let length = total.len() - rows.gap.min(total.len());
            let is_long = length == rows.width || length + 1 == rows.width;
            let names = total.clone().take(2).any(|at| self.sort(at) == Sort::Words);
            let figures = |at| matches!(self.sort(at), Sort::Number | Sort::Code | Sort::Nothing);
            let fits = mark == Mark::Code && is_long && names && total.clone().skip(2).all(figures);
            heading.push(fits.then(|| total.take(length).collect())?);
        }
        Some(heading)
    }

    /// The row that numbers the columns: 栏次, 1, 2, …
    fn ruler(&self, above: Range<usize>) -> Option<Range<usize>> {
        let is_name = |at: usize| self.header.rulers.contains(&key(self.words(at)));
        let numbered = |start: usize| {
            let (mut number, mut end) = (0, start);
            for at in start..above.end.min(start + LONGEST_RULER) {
                if self.words(at).parse() == Ok(number + 1) {
                    (number, end) = (number + 1, at + 1);
                } else if self.sort(at) != Sort::Nothing && !is_name(at) {
                    break;
                }
            }
            (number > 0).then_some(start..end)
        };
        above.clone().filter(|&at| is_name(at)).find_map(numbered)
    }

    /// The row of the total where no row numbers the columns: from the words before the first number.
    fn total(&self, above: Range<usize>) -> Range<usize> {
        let number = above.clone().find(|&at| self.sort(at) == Sort::Number);
        let name = number.and_then(|number| {
            (above.start..number)
                .rev()
                .find(|&at| self.sort(at) == Sort::Words)
        });
        name.unwrap_or(above.end)..above.end
    }

    /// The rows of the header: one of as many cells as the rows below, or two, the second of which begins where the codes
    /// are named, or where it has a cell for every column. Where empty lines end rows, the lower one has them under the
    /// cells of the upper one that are not divided.
    fn header_rows(&self, mark: Mark, cells: Range<usize>, rows: Rows) -> Option<Vec<Vec<usize>>> {
        let width = rows.width;
        let is_nothing = |at: usize| self.sort(at) == Sort::Nothing;
        let end = cells.clone().rev().find(|&at| !is_nothing(at))? + 1;
        let cells = cells.start..end;
        let is_header = |at| self.sort(at) == Sort::Words || rows.gap > 0 && is_nothing(at);
        if !cells.clone().all(is_header) {
            return None;
        }
        let is_parted = |at: usize| rows.gap == 0 || at == cells.start || is_nothing(at - 1);
        let is_lower = |at: usize| match mark {
            Mark::Code => self.names_codes(at),
            Mark::Ordinal => self.names_ordinals(at + 1) && at + width == cells.end,
            Mark::Gap | Mark::Name => at + width == cells.end,
        };
        let filled =
            |range: Range<usize>| -> Vec<usize> { range.filter(|&at| !is_nothing(at)).collect() };
        // Names on both sides are of nothing else. Where they stand on one alone, the header must say that they are names.
        let is_sided = |at: usize| self.sort(at) == Sort::Words;
        let is_sided = (rows.start + 1..rows.start + width).any(is_sided);
        let is_named = || self.header.names.contains(&key(self.words(cells.start)));
        if mark == Mark::Name && !is_sided && !(cells.len() == width && is_named()) {
            return None;
        }
        let parted = |second: usize| {
            if second == cells.start {
                return (cells.len() == width).then(|| vec![filled(cells.clone())]);
            }
            let upper = cells.start..second - rows.gap;
            let is_whole = upper.clone().all(|at| !is_nothing(at));
            let (upper, lower) = (filled(upper), filled(second..cells.end));
            // What the upper row has over the lower one: its cells that are divided there, into two or more.
            let divided = (upper.len() + lower.len()).checked_sub(width)?;
            let fits = match mark {
                // The sides, over all columns.
                Mark::Name => divided == upper.len() && divided > 1,
                _ => (1..=upper.len()).contains(&divided),
            };
            let fits = fits && divided * 2 <= lower.len();
            (fits && is_whole).then(|| vec![upper, lower])
        };
        // 功能分类科目 may head the codes, and stand over 科目编码 as well.
        let seconds = cells.clone().filter(|&at| is_lower(at) && is_parted(at));
        seconds.take(WIDEST).find_map(parted)
    }

    fn names_codes(&self, at: usize) -> bool {
        let words = key(self.words(at));
        self.header.codes.contains(&words) || self.header.coded.is_match(&words)
    }

    fn names_ordinals(&self, at: usize) -> bool {
        self.header.ignored.contains(&key(self.words(at)))
    }
}
