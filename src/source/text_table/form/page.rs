//! Lines of a page: the pieces that stand on them, and where.

use std::ops::Range;

use super::super::{Lines, WIDE_SPACE};
use crate::document::Span;

/// Words between runs of two or more spaces, and the places that they take on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub span: Span,
    pub from: usize,
    pub to: usize,
}

impl Piece {
    /// The places that it takes.
    pub fn places(&self) -> Range<usize> {
        self.from..self.to
    }
}

/// Whether two ranges of places overlap.
pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// How many places lie between two ranges.
pub(super) fn gap(a: &Range<usize>, b: &Range<usize>) -> usize {
    b.start
        .saturating_sub(a.end)
        .max(a.start.saturating_sub(b.end))
}

/// A line with words.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Its number in the text.
    pub line: usize,
    pub pieces: Vec<Piece>,
    /// Whether a blank line stands above it.
    pub apart: bool,
}

/// How the places of a line are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// A Chinese character is two places wide, as on a screen.
    Columns,
    /// Every character is one place wide, as some programs that turn pages into text count them.
    Characters,
}

impl Measure {
    /// That by which more pieces of neighbouring lines begin or end at one place.
    pub fn of(lines: &Lines, region: &[usize]) -> Self {
        let flush = |measure: Self| -> usize {
            let rows: Vec<Vec<Piece>> = region
                .iter()
                .map(|&at| measure.pieces(lines, at))
                .filter(|pieces| pieces.len() > 1)
                .collect();
            rows.windows(2)
                .map(|pair| {
                    let meets = |piece: &&Piece| {
                        pair[0]
                            .iter()
                            .any(|above| above.from == piece.from || above.to == piece.to)
                    };
                    pair[1].iter().skip(1).filter(meets).count()
                })
                .sum()
        };
        match flush(Self::Characters) > flush(Self::Columns) {
            true => Self::Characters,
            false => Self::Columns,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Columns if is_wide(c) => 2,
            _ => 1,
        }
    }

    /// The pieces of a line.
    pub fn pieces(self, lines: &Lines, at: usize) -> Vec<Piece> {
        let start = lines.spans[at].start;
        self.split(lines.line(at), start, 0, APART)
    }

    /// The words of a piece, kept apart by single spaces.
    pub fn words(self, lines: &Lines, piece: &Piece) -> Vec<Piece> {
        self.split(lines.words(piece.span), piece.span.start, piece.from, 1)
    }

    /// What stands between so many spaces in words that begin at a byte and a place.
    fn split(self, words: &str, start: usize, from: usize, apart: usize) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut place, mut spaces) = (from, apart);
        for (offset, c) in words.char_indices() {
            let width = self.width(c);
            if c.is_whitespace() {
                spaces += if is_wide(c) { 2 } else { 1 };
            } else {
                let end = start + offset + c.len_utf8();
                match pieces.last_mut() {
                    Some(piece) if spaces < apart => {
                        piece.span.end = end;
                        piece.to = place + width;
                    }
                    _ => pieces.push(Piece {
                        span: Span::new(start + offset, end),
                        from: place,
                        to: place + width,
                    }),
                }
                spaces = 0;
            }
            place += width;
        }
        pieces
    }
}

/// How many spaces part two pieces.
const APART: usize = 2;

/// How wide words are on paper: a Chinese character is as wide as two others.
pub(super) fn width(words: &str) -> usize {
    words.chars().map(|c| Measure::Columns.width(c)).sum()
}

fn is_wide(c: char) -> bool {
    c >= '\u{1100}'
}

/// Whether a line has several pieces.
pub(super) fn is_parted(line: &str) -> bool {
    let mut after_space = false;
    line.trim().chars().any(|c| {
        // No white space comes after the wide one.
        let is_space = c <= WIDE_SPACE && c.is_whitespace();
        let parts = is_space && (after_space || is_wide(c));
        after_space = is_space;
        parts
    })
}

/// Whether a line is the number of its page: — 3 —, 第3页, 3/12.
pub(super) fn is_page_number(line: &str) -> bool {
    let words = line.trim();
    // Several numbers apart are the points of a row.
    (words.contains('页') || !is_parted(line))
        && words.chars().any(char::is_numeric)
        && words
            .chars()
            .all(|c| c.is_whitespace() || c.is_numeric() || "-—–－─第页共/".contains(c))
}
