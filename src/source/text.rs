//! Plain text: the encoding is found from the bytes; lines become paragraphs.

use crate::document::{Block, BlockKind, Document, Format, Span};
use crate::source::{Error, Limits};

/// Reads plain text.
///
/// # Errors
///
/// When the bytes are no text.
pub fn read(bytes: &[u8], _limits: &Limits) -> Result<Document, Error> {
    let (text, encoding, _) = encoding_rs::UTF_8.decode(bytes);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() {
            let from = start + line.find(words).unwrap_or(0);
            blocks.push(Block::new(
                Span::new(from, from + words.len()),
                BlockKind::Paragraph,
            ));
        }
        start += line.len();
    }
    Ok(Document::new(
        Format::Text,
        encoding.name(),
        text,
        blocks,
        Vec::new(),
        Vec::new(),
    ))
}
