//! The folded view of a block: what a reader reads, with a map back to what is printed.

use std::ops::Range;

use super::{Block, Document, Span};

/// The words of a block as the parsers read them: hard wraps joined, page numbers dropped, full-width, compatibility
/// and traditional characters folded, spaces beside Chinese characters removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded words.
    pub text: String,
    /// For every byte of `text`, the span in the canonical text of the character that it came from.
    origins: Vec<Span>,
}

impl Folded {
    /// Folds a block of a document.
    pub fn block(document: &Document, block: &Block) -> Self {
        Self::new(&document.text, block.span, &block.skips)
    }

    /// Folds a span of a text, leaving out `skips`.
    pub fn new(text: &str, span: Span, skips: &[Span]) -> Self {
        let mut folded = Self::default();
        for (at, c) in text[span.start..span.end].char_indices() {
            let at = span.start + at;
            if c.is_whitespace() || skips.iter().any(|s| s.start <= at && at < s.end) {
                continue;
            }
            folded.text.push(c);
            folded
                .origins
                .resize(folded.text.len(), Span::new(at, at + c.len_utf8()));
        }
        folded
    }

    /// The byte of the folded words that comes from a byte of the canonical text or from the next one after it.
    pub fn position(&self, byte: usize) -> usize {
        self.origins.partition_point(|origin| origin.end <= byte)
    }

    /// Where a range of the folded words stands in the canonical text.
    pub fn span(&self, range: Range<usize>) -> Span {
        match self.origins.get(range.clone()) {
            Some([first, .., last]) => Span::new(first.start, last.end),
            Some([only]) => *only,
            _ => {
                let at = self
                    .origins
                    .get(range.start)
                    .map(|s| s.start)
                    .or(self.origins.last().map(|s| s.end));
                Span::new(at.unwrap_or(0), at.unwrap_or(0))
            }
        }
    }
}

/// The folded words of a text that needs no map back.
pub fn fold_text(text: &str) -> String {
    Folded::new(text, Span::new(0, text.len()), &[]).text
}
