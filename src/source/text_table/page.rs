//! What stands on the lines of a page, and where: pieces kept apart by runs of spaces.

use std::ops::Range;

use super::{Lines, WIDE_SPACE};
use crate::document::{Cell, Span};

/// Words of a line that stand together, and the places that they take.
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

/// How the places of a line are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// A Chinese character is two places wide, as on a screen and in what is typed there.
    Columns,
    /// Every character is one place wide, as some programs that turn pages into text count them.
    Characters,
}

/// How many spaces part two pieces.
const APART: usize = 2;

/// How many lines below a row the next one is looked for.
const AHEAD: usize = 6;

impl Measure {
    /// That by which more pieces of rows near each other begin or end at one place.
    pub fn of(lines: &Lines, range: impl Iterator<Item = usize>) -> Self {
        let measures = [Self::Columns, Self::Characters];
        let mut votes = [0usize; 2];
        let mut above: Option<(usize, [Vec<Piece>; 2])> = None;
        for at in range.filter(|&at| is_parted(lines.line(at))) {
            let pieces = measures.map(|measure| measure.pieces(lines, at));
            if let Some((_, above)) = above.filter(|(line, _)| line + AHEAD >= at) {
                for (vote, (above, below)) in votes.iter_mut().zip(above.iter().zip(&pieces)) {
                    *vote += flush(above, below);
                }
            }
            above = Some((at, pieces));
        }
        match votes[1] > votes[0] {
            true => Self::Characters,
            false => Self::Columns,
        }
    }

    /// How many places a character takes.
    pub fn width(self, c: char) -> usize {
        match self {
            Self::Columns if is_wide(c) => 2,
            _ => 1,
        }
    }

    /// The pieces of a line.
    pub fn pieces(self, lines: &Lines, at: usize) -> Vec<Piece> {
        self.split(lines.line(at), lines.spans[at].start, 0, APART)
    }

    /// The words of a line, each of them a piece.
    pub fn words(self, lines: &Lines, at: usize) -> Vec<Piece> {
        self.split(lines.line(at), lines.spans[at].start, 0, 1)
    }

    /// The words of a piece, kept apart by single spaces.
    pub fn words_of(self, lines: &Lines, piece: &Piece) -> Vec<Piece> {
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

/// How many pieces of a row but the first begin or end where one of the row above does.
fn flush(above: &[Piece], below: &[Piece]) -> usize {
    let mut next = 0;
    let meets = |piece: &&Piece| {
        while above.get(next).is_some_and(|other| other.to < piece.from) {
            next += 1;
        }
        above[next..]
            .iter()
            .take_while(|other| other.from <= piece.to)
            .any(|other| other.from == piece.from || other.to == piece.to)
    };
    below.iter().skip(1).filter(meets).count()
}

/// Whether a character is two places wide on a screen.
pub(super) fn is_wide(c: char) -> bool {
    c >= '\u{1100}'
}

/// How wide words are on paper: a Chinese character is as wide as two others.
pub(super) fn width(words: &str) -> usize {
    words.chars().map(|c| Measure::Columns.width(c)).sum()
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

/// A cell of words on one line or on several, at the first row and column of a grid. Where other cells stand between its
/// lines, the first of them stands for all.
pub(super) fn cell(lines: &Lines, pieces: &[Piece]) -> Cell {
    let mut text = String::new();
    let mut span: Option<Span> = None;
    let mut last = Span::default();
    let mut apart = false;
    for piece in pieces {
        let words = lines.words(piece.span);
        if let Some(first) = &mut span {
            // None where the pieces do not follow each other in the text.
            let between = lines.text.get(last.end..piece.span.start);
            apart |= between.is_none_or(|between| !between.trim().is_empty());
            let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            match between {
                Some(spaces) if spaces.chars().all(|c| c.is_whitespace() && !is_break(c)) => {
                    text.push_str(spaces);
                }
                _ if is_latin(text.chars().next_back()) && is_latin(words.chars().next()) => {
                    text.push(' ');
                }
                _ => {}
            }
            if !apart {
                *first = first.join(piece.span);
            }
        }
        text.push_str(words);
        span.get_or_insert(piece.span);
        last = piece.span;
    }
    Cell {
        text: text.into(),
        span: span.unwrap_or_default(),
        row: 0,
        column: 0,
        rows: 1,
        columns: 1,
        header: false,
    }
}

/// Whether a line or a page ends with a character.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{c}')
}
