//! Plain text: the encoding is found from the bytes; lines become paragraphs.
//!
//! The canonical text is the decoded content with `\n` line ends and nothing else changed. Hard wraps are undone by the
//! folded view of a block; page numbers and running heads inside a paragraph are skipped by it, others stand in no block.

mod encoding;
pub(super) mod furniture;
mod line;
mod paragraph;
#[cfg(test)]
mod tests;
mod wrap;

use std::ops::Range;

use crate::document::{Block, BlockKind, Document, Format, Span, Table};
use crate::source::{Error, Limits, text_table};

pub use encoding::decode;
use line::Line;
use paragraph::Paragraphs;

/// Reads plain text.
///
/// # Errors
///
/// When the bytes are no text.
///
/// ```
/// let text = "机关运行经费支出3.98万\n—7—\n元，增长5%。";
/// let document = gongkai::source::text::read(text.as_bytes(), &Default::default()).unwrap();
/// let words = gongkai::document::Folded::block(&document, &document.blocks[0]);
/// assert_eq!(words.text, "机关运行经费支出3.98万元，增长5%。");
/// ```
pub fn read(bytes: &[u8], _limits: &Limits) -> Result<Document, Error> {
    let (text, encoding) = decode(bytes)?;
    let text = match text.contains('\r') {
        true => text.replace("\r\n", "\n").replace('\r', "\n"),
        false => text,
    };
    let spans = line::spans(&text);
    let lines = lines(&text, &spans);
    // Rows of columns kept apart by spaces go on behind the lines of a page.
    let page = match text_table::has_parted_lines(&text, &spans) {
        true => page_lines(&lines, spans.len()),
        false => vec![false; spans.len()],
    };
    let tables = text_table::find(&text, &spans, &page);
    let blocks = blocks(lines, &tables, &page);
    let tables = tables.into_iter().map(|(_, table)| table).collect();
    Ok(Document::new(
        Format::Text,
        encoding,
        text,
        blocks,
        tables,
        Vec::new(),
    ))
}

/// Which of so many lines are page numbers or running heads, as far as they can be told from rows of tables.
fn page_lines(lines: &[Line], count: usize) -> Vec<bool> {
    let mut page = vec![false; count];
    for (line, furniture) in lines.iter().zip(furniture::find(lines)) {
        page[line.number] = furniture && !line.tabular;
    }
    page
}

/// The blocks of a text: its tables, and the paragraphs that the lines between them make. `page` marks lines that are
/// known to be those of the page.
fn blocks(mut lines: Vec<Line>, tables: &[(Range<usize>, Table)], page: &[bool]) -> Vec<Block> {
    lines.retain(|line| {
        let begun = tables.partition_point(|(range, _)| range.start <= line.number);
        let last = begun.checked_sub(1).map(|last| &tables[last].0);
        last.is_none_or(|range| !range.contains(&line.number))
    });

    let mut furniture = furniture::find(&lines);
    for (line, furniture) in lines.iter().zip(&mut furniture) {
        *furniture |= page[line.number];
    }
    let paragraphs = Paragraphs::new(&lines, &furniture);
    let mut blocks = Vec::new();
    let mut from = 0;
    for (index, (range, table)) in tables.iter().enumerate() {
        let upto = lines.partition_point(|line| line.number < range.start);
        blocks.append(&mut paragraphs.blocks(from..upto));
        blocks.push(Block::new(table.span, BlockKind::Table(index)));
        from = upto;
    }
    blocks.append(&mut paragraphs.blocks(from..lines.len()));
    blocks
}

/// The lines with words.
fn lines<'a>(text: &'a str, spans: &[Span]) -> Vec<Line<'a>> {
    let mut lines = Vec::with_capacity(spans.len());
    let mut blank = false;
    let mut page = false;
    for (number, &span) in spans.iter().enumerate() {
        page |= text[..span.start].ends_with('\u{c}');
        match Line::new(text, span) {
            Some(line) => {
                lines.push(Line {
                    number,
                    after_blank: blank,
                    opens_page: page,
                    ..line
                });
                (blank, page) = (false, false);
            }
            None => blank = true,
        }
    }
    lines
}
