//! Tables inside plain text, found by their layout, and forms by their headings.
//!
//! | layout | looks like |
//! |---|---|
//! | cell lines | a cell a line led by a tab, a blank line between rows (as word processors export tables) |
//! | separated rows | a row a line, its cells separated by `\|` or by tabs, or three or more of them by one wide space |
//! | closed cells | a cell a line ended by `\|`, a blank line between rows |
//! | listed cells | a cell a line, empty lines for empty cells, rows of equally many lines, each ended by one more or not; or rows with codes whose sums tell where empty cells were |
//! | listed forms | self-assessment forms a cell a line, with or without empty lines, told by the words of their labels |
//! | forms | aligned columns, other ones in each block of a self-assessment form, told by the words of its headings |
//! | aligned columns | a row a line, its cells in columns kept apart by spaces (as `pdftotext -layout` prints tables) |
//!
//! A line of prose is never a table, and neither is a single line.

mod aligned;
mod cell_lines;
mod form;
mod listed;
mod listed_form;
mod page;
mod separated;
#[cfg(test)]
mod tests;

use std::ops::Range;

use smol_str::SmolStr;

use crate::document::{Cell, Span, Table};

/// Finds the tables among the lines of a text (blank ones included): for each the lines that it takes and its grid.
/// `page` marks the lines that belong to the page and not to what it says; none where it is empty.
///
/// ```
/// use gongkai::document::Span;
/// use gongkai::source::text_table::find;
/// let text = "项目 | 金额\n甲 | 1.00";
/// let tables = find(text, &[Span::new(0, 15), Span::new(16, 26)], &[]);
/// assert_eq!(tables[0].0, 0..2);
/// assert_eq!(tables[0].1.text(1, 1), "1.00");
/// ```
pub fn find(text: &str, lines: &[Span], page: &[bool]) -> Vec<(Range<usize>, Table)> {
    let lines = Lines::new(text, lines);
    let mut found = Vec::new();
    let mut taken = vec![false; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        // Most lines have none of the marks that part cells.
        let attempt = match lines.line(at).contains(MARKS) {
            true => cell_lines::led(&lines, at)
                .or_else(|| separated::rows(&lines, at))
                .or_else(|| cell_lines::closed(&lines, at)),
            false => None,
        };
        let Some(Attempt { range, table }) = attempt else {
            at += 1;
            continue;
        };
        at = range.end.max(at + 1);
        if let Some(table) = table {
            taken[range.clone()].fill(true);
            found.push((range, table));
        }
    }
    for find in [listed::find, listed_form::find, form::find] {
        for (range, table) in find(&lines, &taken) {
            taken[range.clone()].fill(true);
            found.push((range, table));
        }
    }
    found.extend(aligned::find(&lines, &taken, page));
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Whether a text has lines whose words are kept apart by runs of spaces, as only those of aligned columns are.
pub fn has_parted_lines(text: &str, lines: &[Span]) -> bool {
    let words = |span: &Span| text.get(span.start..span.end);
    lines.iter().filter_map(words).any(page::is_parted)
}

/// Lines that have the look of a layout, and the table that they are, if they are one. What is none as a whole is none
/// in part, so that the search goes on behind it.
struct Attempt {
    range: Range<usize>,
    table: Option<Table>,
}

/// The lines of a text with what the layouts ask of them, found once.
struct Lines<'a> {
    text: &'a str,
    spans: Vec<Span>,
    /// Of a line that stands in a row of cell lines without a tab of its own: whether a tab-led line follows before the
    /// row ends, so that the line goes on with a cell.
    inside: Vec<bool>,
    /// Of such a line: whether it and all up to the tab-led one are sentences. A caption above the next table is none, nor
    /// is the text before it then a part of the last cell.
    told: Vec<bool>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str, spans: &[Span]) -> Self {
        let spans: Vec<Span> = spans
            .iter()
            .map(|span| match text.get(span.start..span.end) {
                Some(line) => Span::new(
                    span.start,
                    span.start + line.trim_end_matches(['\r', '\n']).len(),
                ),
                None => Span::new(0, 0),
            })
            .collect();
        let mut lines = Self {
            text,
            inside: vec![false; spans.len()],
            told: vec![false; spans.len()],
            spans,
        };
        for at in (0..lines.spans.len()).rev() {
            if lines.is_blank(at) || lines.is_tabbed(at) {
                continue;
            }
            lines.inside[at] = lines.leads_to_cell(at);
            lines.told[at] = lines.inside[at]
                && lines.is_sentence(at)
                && lines.line_behind(at).is_none_or(|next| lines.told[next]);
        }
        lines
    }

    fn line(&self, at: usize) -> &'a str {
        self.spans.get(at).map_or("", |&span| self.words(span))
    }

    fn len(&self) -> usize {
        self.spans.len()
    }

    fn is_blank(&self, at: usize) -> bool {
        self.line(at)
            .trim_matches(|c| c == ' ' || c == '\r')
            .is_empty()
    }

    /// Whether a page begins with a line.
    fn opens_page(&self, at: usize) -> bool {
        let start = self.spans.get(at).map_or(0, |span| span.start);
        self.text[..start].ends_with('\u{c}')
    }

    /// Whether a page ends with a line, but for empty ones.
    fn ends_page(&self, at: usize) -> bool {
        let next = (at + 1..self.len()).find(|&next| !self.is_blank(next));
        next.is_some_and(|next| (at + 1..=next).any(|line| self.opens_page(line)))
    }

    /// Whether a line is one cell led by a tab.
    fn is_tabbed(&self, at: usize) -> bool {
        self.line(at)
            .strip_prefix('\t')
            .is_some_and(|rest| !rest.trim_end_matches(['\t', ' ']).contains('\t'))
    }

    /// The line that goes on with the cell that a line stands in, unless the next is tab-led.
    fn line_behind(&self, at: usize) -> Option<usize> {
        let next = (at + 1..self.len()).find(|&line| !self.is_blank(line))?;
        (!self.is_tabbed(next)).then_some(next)
    }

    /// Whether a tab-led line follows an untabbed one before its row ends. Paragraphs of a cell that stand after a blank
    /// line must be sentences, so that a title above the next table is none.
    fn leads_to_cell(&self, at: usize) -> bool {
        let next = at + 1;
        if next >= self.len() {
            return false;
        }
        if !self.is_blank(next) {
            return self.is_tabbed(next) || self.inside[next];
        }
        (next + 1..self.len().min(next + 3))
            .find(|&line| !self.is_blank(line))
            .is_some_and(|line| self.told[line])
    }

    fn is_sentence(&self, at: usize) -> bool {
        self.line(at).contains(['。', '；', '，', ';'])
    }

    /// The span of what a part of a line says, without the white space around it; empty but in place where it says nothing.
    fn trimmed(&self, part: Span) -> Span {
        let words = self.words(part);
        let start = part.start + (words.len() - words.trim_start().len());
        let len = words.trim().len();
        if len == 0 {
            Span::new(part.start, part.start)
        } else {
            Span::new(start, start + len)
        }
    }

    /// The words of a span.
    fn words(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// A cell with the words of a span, its line breaks and tabs turned to spaces.
    fn cell(&self, span: Span, row: usize, column: usize) -> Cell {
        Cell {
            text: one_line(self.words(span)),
            span,
            row,
            column,
            rows: 1,
            columns: 1,
            header: false,
        }
    }

    /// A table of rows of spans.
    fn table(&self, range: Range<usize>, rows: &[Vec<Span>]) -> Table {
        let cells = rows
            .iter()
            .enumerate()
            .flat_map(|(row, cells)| {
                cells
                    .iter()
                    .enumerate()
                    .map(move |(column, &span)| self.cell(span, row, column))
            })
            .collect();
        Table::new(self.extent(range), cells)
    }

    /// The bytes of lines, without white space at either end.
    fn extent(&self, range: Range<usize>) -> Span {
        match (
            self.spans.get(range.start),
            self.spans.get(range.end.saturating_sub(1)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                self.trimmed(Span::new(first.start, last.end))
            }
            _ => Span::default(),
        }
    }
}

/// The words of a cell on one line. Most are short, and on one line already.
fn one_line(words: &str) -> SmolStr {
    let breaks = ['\n', '\t', '\r'];
    match words.contains(breaks) {
        true => words.replace(breaks, " ").into(),
        false => words.into(),
    }
}

/// The space of a Chinese character. One of them in a line is as often a part of a heading, several together are
/// layout.
const WIDE_SPACE: char = '\u{3000}';

/// The marks that part cells, the more telling first.
const MARKS: [char; 4] = ['|', '｜', '\t', WIDE_SPACE];

/// Whether the words of a cell are a number, a rate or a mark for none.
fn is_number(words: &str) -> bool {
    words
        .chars()
        .any(|c| c.is_numeric() || matches!(c, '-' | '—' | '/'))
        && words.chars().all(|c| {
            c.is_ascii_digit() || ('０'..='９').contains(&c) || ".,，．-－—()（）%％/ ".contains(c)
        })
}
