//! Plain text: the encoding is found from the bytes; lines become paragraphs.
//!
//! The canonical text is the decoded content with `\n` line ends and nothing else changed. Hard wraps are undone by the
//! folded view of a block; page numbers and running heads inside a paragraph are skipped by it, others stand in no block.

mod encoding;
mod furniture;
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
    // Rows of columns kept apart by spaces go on behind the lines of a page.
    let page = match text_table::has_parted_lines(&text, &spans) {
        true => page_lines(&text, &spans),
        false => vec![false; spans.len()],
    };
    let tables = text_table::find(&text, &spans, &page);
    let blocks = blocks(&text, &spans, &tables, &page);
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

/// Which lines are page numbers or running heads, as far as they can be told from rows of tables.
fn page_lines(text: &str, spans: &[Span]) -> Vec<bool> {
    let mut lines: Vec<Line> = Vec::new();
    add_lines(text, spans, 0..spans.len(), &mut lines);
    let furniture = furniture::find(&lines);
    let mut page = vec![false; spans.len()];
    for (line, furniture) in lines.iter().zip(furniture) {
        page[number(spans, line)] = furniture && !line.tabular;
    }
    page
}

/// The number of a line among all.
fn number(spans: &[Span], line: &Line) -> usize {
    spans.partition_point(|span| span.end < line.span.end)
}

/// The blocks of the text: its tables, and the paragraphs that the lines between them make. `page` marks lines that are
/// known to be those of the page.
fn blocks(
    text: &str,
    spans: &[Span],
    tables: &[(Range<usize>, Table)],
    page: &[bool],
) -> Vec<Block> {
    let mut lines: Vec<Line> = Vec::new();
    // How many lines with words stand before each table.
    let mut before = Vec::with_capacity(tables.len());
    let mut at = 0;
    for (range, _) in tables {
        add_lines(text, spans, at..range.start, &mut lines);
        before.push(lines.len());
        at = range.end;
    }
    add_lines(text, spans, at..spans.len(), &mut lines);

    let mut furniture = furniture::find(&lines);
    for (line, furniture) in lines.iter().zip(&mut furniture) {
        *furniture |= page[number(spans, line)];
    }
    let paragraphs = Paragraphs::new(&lines, &furniture);
    let mut blocks = Vec::new();
    let mut from = 0;
    for (index, ((_, table), &upto)) in tables.iter().zip(&before).enumerate() {
        blocks.append(&mut paragraphs.blocks(from..upto));
        blocks.push(Block::new(table.span, BlockKind::Table(index)));
        from = upto;
    }
    blocks.append(&mut paragraphs.blocks(from..lines.len()));
    blocks
}

/// Adds the lines with words of a range.
fn add_lines<'a>(text: &'a str, spans: &[Span], range: Range<usize>, lines: &mut Vec<Line<'a>>) {
    let mut blank = false;
    let mut page = false;
    for &span in spans.get(range).unwrap_or(&[]) {
        page |= text[..span.start].ends_with('\u{c}');
        match Line::new(text, span) {
            Some(line) => {
                lines.push(Line {
                    after_blank: blank,
                    opens_page: page,
                    ..line
                });
                (blank, page) = (false, false);
            }
            None => blank = true,
        }
    }
}
