//! Sentences in the cells of a workbook: rows of one cell that are the text of the report, not rows of a table.
//!
//! Runs of rows with no more than one cell stand above, between and below tables. What a table says of itself there
//! (title, unit, notes) stays with it; of the rest, what reads as a text is one.

use std::ops::Range;

use super::attach::{said, says_several};
use super::{Caption, Words, is_title};
use crate::document::numbering;
use crate::document::{Block, BlockKind, Span, Table};

/// From how many characters on words with a comma are a sentence.
const SENTENCE: usize = 15;
/// How many characters a heading in a cell with further lines has at most.
const HEADING: usize = 20;
/// How many characters a label before a colon has at most.
const LABEL: usize = 12;

/// A part of a sheet.
pub(super) enum Part {
    /// Rows of cells.
    Table(Box<Table>),
    /// A paragraph or a heading.
    Text(Block),
}

/// Parts a sheet into its tables and the paragraphs between them.
pub(super) fn part(table: Table, words: &Words) -> Vec<Part> {
    let text = text_rows(&table, words);
    if text.is_empty() {
        return vec![Part::Table(Box::new(table))];
    }
    let mut starts: Vec<usize> = text.iter().flat_map(|run| [run.start, run.end]).collect();
    starts.retain(|&start| start > 0 && start < table.height());
    starts.dedup();
    let mut parts = Vec::new();
    let mut top = 0;
    for part in table.parted(&starts) {
        let bottom = top + part.height();
        if text.iter().any(|run| run.contains(&top)) {
            parts.extend(paragraphs(&part).map(Part::Text));
        } else if part.cells().iter().any(|cell| !cell.span.is_empty()) {
            parts.push(Part::Table(Box::new(part)));
        }
        top = starts
            .iter()
            .copied()
            .find(|&start| start > top)
            .unwrap_or(bottom);
    }
    parts
}

/// The runs of rows that are text.
fn text_rows(table: &Table, words: &Words) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for row in 0..=table.height() {
        if row < table.height() && !says_several(table, row) {
            continue;
        }
        let run = Run {
            table,
            words,
            rows: start..row,
        };
        runs.extend(run.text());
        start = row + 1;
    }
    runs
}

/// Consecutive rows with no more than one cell, between rows with several or the ends of the sheet.
struct Run<'a> {
    table: &'a Table,
    words: &'a Words,
    rows: Range<usize>,
}

impl<'a> Run<'a> {
    /// The rows that are text.
    fn text(&self) -> Option<Range<usize>> {
        let Range { start, end } = self.rows;
        let (top, bottom) = (start == 0, end == self.table.height());
        let first = if top { start } else { self.notes_end() };
        let caption = if bottom { end } else { self.caption(first) };
        let text = first..caption;
        let is_text = match (top, bottom) {
            // All that stands above a caption, the title of the report, say, and a sheet of one column.
            (true, _) => true,
            // A form may end with the words of who filled it in.
            (false, true) => {
                self.sentences(&text) > 1 || self.sentences(&text) == 1 && !self.is_labelled(&text)
            }
            // Between tables, not between the rows of one.
            (false, false) => self.sentences(&text) > 0 && self.is_titled(caption..end),
        };
        (is_text && text.clone().any(|row| !self.row(row).is_empty())).then_some(text)
    }

    fn row(&self, row: usize) -> &'a str {
        said(self.table, row).next().unwrap_or("")
    }

    fn read(&self, row: usize) -> Option<Caption> {
        self.words.read_line([self.row(row)])
    }

    /// The row after the notes to the table above: from one that begins as a note to the next empty row or heading.
    fn notes_end(&self) -> usize {
        let mut rows = self.rows.clone();
        let first = rows.find(|&row| !self.row(row).is_empty());
        let Some(first) = first.filter(|&row| self.words.is_note(self.row(row))) else {
            return self.rows.start;
        };
        let ends = |&row: &usize| {
            let level = numbering::number(self.row(row)).map(|number| number.level);
            self.row(row).is_empty()
                || is_title(self.row(row))
                || level.is_some_and(|level| level < 4)
        };
        (first + 1..self.rows.end)
            .find(ends)
            .unwrap_or(self.rows.end)
    }

    /// The first row of the caption of the table below: nothing but short lines follow it.
    fn caption(&self, from: usize) -> usize {
        let mut caption = self.rows.end;
        for row in (from..self.rows.end).rev() {
            if is_sentence(self.row(row)) {
                break;
            }
            if self.read(row).is_some() {
                caption = row;
            }
        }
        caption
    }

    fn is_titled(&self, mut rows: Range<usize>) -> bool {
        rows.any(|row| {
            self.read(row)
                .is_some_and(|caption| caption.title.is_some())
        })
    }

    fn sentences(&self, rows: &Range<usize>) -> usize {
        rows.clone()
            .filter(|&row| is_sentence(self.row(row)))
            .count()
    }

    /// Whether the sentence of some rows is the value of a label: `评价结论：…`.
    fn is_labelled(&self, rows: &Range<usize>) -> bool {
        let mut sentences = rows
            .clone()
            .map(|row| self.row(row))
            .filter(|row| is_sentence(row));
        sentences.any(|row| row.chars().take(LABEL).any(|c| matches!(c, '：' | ':')))
    }
}

/// Whether words are a sentence, and not the name of something.
fn is_sentence(words: &str) -> bool {
    words.contains('。')
        || words.contains(['，', '；', ',', ';']) && words.chars().count() >= SENTENCE
}

/// The paragraphs of rows of text: each cell is one, or several where its lines were joined.
fn paragraphs(table: &Table) -> impl Iterator<Item = Block> {
    let cells = table.cells().iter().filter(|cell| !cell.text.is_empty());
    let lines = cells.flat_map(|cell| {
        lines(&cell.text).into_iter().map(|line| {
            let start = cell.span.start;
            Span::new(start + line.start, start + line.end)
        })
    });
    lines.map(|span| Block::new(span, BlockKind::Paragraph))
}

/// The lines of a cell, which its text joins by spaces: a space parts two lines behind a full stop, before a number, and
/// behind a numbered heading.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let ends = text.match_indices(' ').map(|(at, _)| at);
    for end in ends.chain([text.len()]) {
        let (line, next) = (text[start..end].trim(), text[end..].trim_start());
        if !line.is_empty() && (next.is_empty() || parts(line, next)) {
            let from = end - text[start..end].trim_start().len();
            lines.push(from..from + line.len());
            start = end;
        }
    }
    lines
}

/// Whether a line ends before what comes next.
fn parts(line: &str, next: &str) -> bool {
    let number = |words| numbering::number(words).filter(|number| number.level < 5);
    let is_heading = number(line).is_some_and(|number| {
        let title = line[number.text.len()..].chars().count();
        (2..=HEADING).contains(&title) && !is_sentence(line)
    });
    line.ends_with(['。', '；', '：']) || number(next).is_some() || is_heading
}

#[cfg(test)]
mod tests {
    use super::super::attach::tests::document;
    use super::super::{attach, words};
    use super::*;
    use crate::document::Format;

    /// The blocks of a sheet: text as it is, tables as their titles.
    fn blocks(sheet: &str) -> Vec<String> {
        let mut document = document(sheet);
        document.format = Format::Xlsx;
        attach(&mut document, &words());
        let shown = document.blocks.iter().map(|block| match block.kind {
            BlockKind::Table(index) => {
                let table = &document.tables[index];
                let title = table.caption.title.as_deref().unwrap_or("-");
                format!("[{title} {} notes {}]", table.body.len(), table.notes.len())
            }
            _ => document.slice(block.span).to_owned(),
        });
        shown.collect()
    }

    #[test]
    fn sentences_around_tables_are_text() {
        for (want, sheet) in [
            (
                &["甲局2023年度部门决算", "一、收入情况", "收入3万元。"][..],
                "甲局2023年度部门决算|\n一、收入情况|\n收入3万元。|\n",
            ),
            (
                &["甲局2023年度部门决算", "[收入决算表 2 notes 0]"],
                "甲局2023年度部门决算|\n收入决算表|\n单位：元|\n项目|金额\n合计|3.00\n",
            ),
            (
                &[
                    "[收入决算表 2 notes 2]",
                    "二、支出情况",
                    "支出3万元。",
                    "[支出决算表 2 notes 0]",
                ],
                "收入决算表|\n项目|金额\n合计|3.00\n注：略。|\n2.数据取整。|\n二、支出情况|\n支出3万元。|\n支出决算表|\n项目|金额\n合计|3.00\n",
            ),
            (
                &["[收入决算表 2 notes 1]", "收入增加，主要是人员增加。"],
                "收入决算表|\n项目|金额\n合计|3.00\n注：略。|\n|\n收入增加，主要是人员增加。|\n",
            ),
            (
                &["收入3万元。", "一、支出", "支出2万元， 均为基本支出。"],
                "收入3万元。 一、支出 支出2万元， 均为基本支出。|\n",
            ),
        ] {
            assert_eq!(blocks(sheet), want, "{sheet}");
        }
    }

    #[test]
    fn rows_of_one_cell_within_a_table_stay_rows() {
        for sheet in [
            "绩效自评表|\n项目|甲\n年度目标：建成三条水渠，惠及两个乡。|\n合计|3.00\n",
            "绩效自评表|\n项目|甲\n合计|3.00\n评价结论：本项目完成较好。|\n",
            "绩效自评表|\n项目|甲\n一、人员经费|\n工资|3.00\n二、公用经费|\n电费|3.00\n",
            "绩效自评表|\n项目|甲\n合计|3.00\n填表人：甲某|\n",
        ] {
            assert_eq!(blocks(sheet).len(), 1, "{sheet}");
        }
    }
}
