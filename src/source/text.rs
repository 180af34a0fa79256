//! Plain text: the encoding is found from the bytes; lines become paragraphs.
//!
//! The canonical text is the decoded content with `\n` line ends and nothing else changed.

mod encoding;

use crate::document::{Block, BlockKind, Document, Format, Span};
use crate::source::{Error, Limits};

pub use encoding::decode;

/// Reads plain text.
///
/// # Errors
///
/// When the bytes are no text.
pub fn read(bytes: &[u8], _limits: &Limits) -> Result<Document, Error> {
    let (text, encoding) = decode(bytes)?;
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
        encoding,
        text,
        blocks,
        Vec::new(),
        Vec::new(),
    ))
}
