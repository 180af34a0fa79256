//! The folded view of a block: what a reader reads, with a map back to what is printed.
//!
//! | printed | folded |
//! |---|---|
//! | full-width digits, letters and signs, radicals and other compatibility characters (NFKC) | their plain form: `９％` → `9%`, `⾦` → `金` |
//! | traditional characters | simplified, one to one |
//! | `（` `）` | `(` `)` |
//! | quotation marks of every form | `“` `”` |
//! | `,` `;` `:` `?` `!` | `，` `；` `：` `？` `！`, but `1,055` and `8:30` keep theirs; `１，０５５` gets it |
//! | `.` after a Chinese character | `。` |
//! | line breaks, spaces | nothing, but one space between two Latin letters or digits on one line |
//! | zero-width and control characters, soft hyphens, skipped parts of the block | nothing |

mod characters;

use std::ops::Range;

use super::{Block, Document, Span};
use characters::{Folding, folding};
pub(crate) use characters::{is_ideograph, nfkc, plain, simplify};

/// The words of a block as the parsers read them: hard wraps joined, page numbers dropped, full-width, compatibility
/// and traditional characters folded, spaces beside Chinese characters removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded words.
    pub text: String,
    /// Where the words came from, in order and without gaps.
    pieces: Vec<Piece>,
}

/// A run of the folded words and the part of the canonical text that it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Its first byte in the folded words.
    at: usize,
    source: Span,
    /// Whether it was taken over byte for byte; else all of it stands for all of `source`.
    verbatim: bool,
}

/// How many characters a piece has at least, in most texts.
const PIECE: usize = 8;

/// A character on its way: folded by itself, not yet by what stands around it.
#[derive(Debug, Clone, Copy)]
struct Unit {
    c: char,
    /// As it is printed; of several that one character stands for, each has that one.
    printed: char,
    /// Where that stands.
    start: usize,
}

impl Unit {
    /// The part of the text that it comes from.
    fn source(&self) -> Span {
        Span::new(self.start, self.start + self.printed.len_utf8())
    }
}

/// The folded words of a text by itself: a cell, a title.
///
/// ```
/// assert_eq!(gongkai::document::fold::fold_text("１，０５５．４ 萬元"), "1,055.4万元");
/// ```
pub fn fold_text(text: &str) -> String {
    Folded::new(text, Span::new(0, text.len()), &[]).text
}

impl Folded {
    /// Folds a block of a document.
    pub fn block(document: &Document, block: &Block) -> Self {
        Self::new(&document.text, block.span, &block.skips)
    }

    /// Folds a span of a text, leaving out `skips`, which are in order.
    pub fn new(text: &str, span: Span, skips: &[Span]) -> Self {
        let units = close_up(text, span, skips);
        let mut folded = Self {
            text: String::with_capacity(span.len()),
            pieces: Vec::with_capacity(units.len() / PIECE + 1),
        };
        let mut quotes = Quotes::default();
        let mut group = None;
        // Most of a text is taken over as it is, run by run.
        let mut run = Span::default();
        for (index, unit) in units.iter().enumerate() {
            let c = match unit.c {
                '"' | '“' | '”' => quotes.pair(&units, index),
                ',' | '，' if separates_thousands(&units, index, group) => {
                    group = Some(index);
                    ','
                }
                ',' | '，' if lists_decimals(&units, index) => '、',
                ',' => '，',
                ';' => '；',
                ':' | '：' => colon(&units, index),
                '?' => '？',
                '!' => '！',
                '.' if ends_sentence(&units, index) => '。',
                c => c,
            };
            if c != unit.printed {
                folded.take_over(std::mem::take(&mut run), text);
                folded.push(c, unit.source());
            } else if run.end == unit.start && !run.is_empty() {
                run.end = unit.source().end;
            } else {
                folded.take_over(std::mem::replace(&mut run, unit.source()), text);
            }
        }
        folded.take_over(run, text);
        folded
    }

    /// Adds a run of the text as it is.
    fn take_over(&mut self, source: Span, text: &str) {
        if !source.is_empty() {
            let at = self.text.len();
            self.text.push_str(&text[source.start..source.end]);
            self.pieces.push(Piece {
                at,
                source,
                verbatim: true,
            });
        }
    }

    /// Adds a character that stands for another, or for one of several that another stands for.
    fn push(&mut self, c: char, source: Span) {
        let at = self.text.len();
        self.text.push(c);
        let goes_on = |last: &Piece| !last.verbatim && last.source == source;
        if !self.pieces.last().is_some_and(goes_on) {
            self.pieces.push(Piece {
                at,
                source,
                verbatim: false,
            });
        }
    }

    /// The byte of the folded words that comes from a byte of the canonical text, or from the next one after it.
    pub fn position(&self, byte: usize) -> usize {
        let index = self
            .pieces
            .partition_point(|piece| piece.source.end <= byte);
        match self.pieces.get(index) {
            Some(piece) if piece.verbatim => piece.at + byte.saturating_sub(piece.source.start),
            Some(piece) => piece.at,
            None => self.text.len(),
        }
    }

    /// Where a range of the folded words stands in the canonical text. An empty range stands before what follows it.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.source(range.start, |source, into| source.start + into, |s| s.start);
        if range.is_empty() {
            return Span::new(start, start);
        }
        // The last byte tells the piece; what follows it may come from elsewhere.
        let end = self.source(
            range.end - 1,
            |source, into| source.start + into + 1,
            |s| s.end,
        );
        Span::new(start, end.max(start))
    }

    fn source(
        &self,
        at: usize,
        verbatim: impl Fn(Span, usize) -> usize,
        whole: impl Fn(Span) -> usize,
    ) -> usize {
        let index = self.pieces.partition_point(|piece| piece.at <= at);
        match index
            .checked_sub(1)
            .and_then(|index| self.pieces.get(index))
        {
            Some(piece) if at >= self.text.len() => piece.source.end,
            Some(piece) if piece.verbatim => verbatim(piece.source, at - piece.at),
            Some(piece) => whole(piece.source),
            None => 0,
        }
    }
}

/// Folds character by character, and closes up what layout put between them.
fn close_up(text: &str, span: Span, skips: &[Span]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(span.len() / 2);
    let mut gap: Option<Gap> = None;
    for part in kept(span, skips) {
        let words = text.get(part.start..part.end).unwrap_or("");
        for (at, printed) in words.char_indices() {
            let start = part.start + at;
            let unit = |c| Unit { c, printed, start };
            match folding(printed) {
                Folding::Nothing => {}
                Folding::Space => {
                    let gap = gap.get_or_insert(Gap {
                        printed,
                        start,
                        breaks: false,
                    });
                    gap.breaks |= printed == '\n';
                }
                Folding::One(c) => {
                    if let Some(gap) = gap.take() {
                        close_gap(&mut units, gap, c, &text[start..span.end]);
                    }
                    units.push(unit(c));
                }
                Folding::Several(several) => {
                    if let (Some(gap), Some(&c)) = (gap.take(), several.first()) {
                        close_gap(&mut units, gap, c, &text[start..span.end]);
                    }
                    units.extend(several.into_iter().map(unit));
                }
            }
        }
    }
    units
}

/// The parts of a span between `skips`, which are in order.
fn kept(span: Span, skips: &[Span]) -> impl Iterator<Item = Span> {
    let ends = skips.iter().map(move |skip| skip.start.min(span.end));
    let starts = skips.iter().map(|skip| skip.end);
    let starts = std::iter::once(span.start).chain(starts);
    let ends = ends.chain(std::iter::once(span.end));
    starts
        .zip(ends)
        .map(move |(start, end)| Span::new(start.max(span.start), end))
        .filter(|part| part.start < part.end)
}

/// The most digits that one side of the point of a listed number has.
const LONGEST_NUMBER: usize = 12;

/// The longest quotation that is closed by a mark of the wrong side, in characters: ”三公”, “三公“.
const SHORT_QUOTATION: usize = 12;

/// The quotation marks of a block, paired as they are read: the straight ones have no side, and the others often stand
/// on the wrong one.
#[derive(Default)]
struct Quotes {
    /// Where the quotation that is open began.
    open: Option<usize>,
}

impl Quotes {
    /// The side of the mark at an index.
    fn pair(&mut self, units: &[Unit], index: usize) -> char {
        let opens = match (units[index].c, self.open) {
            ('“', Some(start)) => index - start > SHORT_QUOTATION,
            ('“', None) => true,
            ('”', None) => opens_short_quotation(units, index),
            ('”', Some(_)) => false,
            (_, open) => open.is_none(),
        };
        self.open = opens.then_some(index);
        if opens { '“' } else { '”' }
    }
}

/// Whether the next quotation mark behind a closing one closes as well, and stands near.
fn opens_short_quotation(units: &[Unit], index: usize) -> bool {
    let behind = units[index + 1..].iter().take(SHORT_QUOTATION);
    let mark = behind.map(|u| u.c).find(|c| matches!(c, '“' | '”' | '"'));
    mark.is_some_and(|c| c != '“')
}

/// White space between two characters.
struct Gap {
    /// Its first character.
    printed: char,
    start: usize,
    /// Whether a line ends in it.
    breaks: bool,
}

/// Puts one space for a gap where it parts two numbers or Latin words, and nothing where layout made it.
fn close_gap(units: &mut Vec<Unit>, gap: Gap, next: char, rest: &str) {
    let Some(last) = units.last() else { return };
    let following = || rest.chars().skip(1).map(characters::plain);
    let parts = match last.c {
        // The number of an item, not the point of a decimal.
        '.' if gap.breaks => {
            next.is_ascii_digit()
                && following().nth(3) == Some('年')
                && following().take(3).all(|c| c.is_ascii_digit())
        }
        '.' => next.is_ascii_digit(),
        _ if gap.breaks => false,
        '%' => next.is_ascii_digit(),
        c if c.is_ascii_alphanumeric() => {
            next.is_ascii_alphanumeric()
                || next == '-' && following().next().is_some_and(|c| c.is_ascii_digit())
        }
        _ => false,
    };
    if parts {
        units.push(Unit {
            c: ' ',
            printed: gap.printed,
            start: gap.start,
        });
    }
}

fn char_at(units: &[Unit], index: Option<usize>) -> Option<char> {
    units.get(index?).map(|unit| unit.c)
}

/// How many digits stand right before an index, counted up to four.
fn digits_before(units: &[Unit], index: usize) -> usize {
    let before = units[..index].iter().rev();
    before
        .take(4)
        .take_while(|unit| unit.c.is_ascii_digit())
        .count()
}

/// How many digits stand right after an index, counted up to four.
fn digits_after(units: &[Unit], index: usize) -> usize {
    let after = units[index + 1..].iter();
    after
        .take(4)
        .take_while(|unit| unit.c.is_ascii_digit())
        .count()
}

/// Whether the comma at an index stands between groups of three digits; `group` is the last one that does.
fn separates_thousands(units: &[Unit], index: usize, group: Option<usize>) -> bool {
    let digits = digits_before(units, index);
    if !(1..=3).contains(&digits) || digits_after(units, index) != 3 {
        return false;
    }
    let head = index - digits;
    let before = head.checked_sub(1);
    if before.is_some() && before == group {
        return digits == 3;
    }
    let joined =
        char_at(units, before).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ','));
    !joined && units[head].c != '0'
}

/// Whether the comma at an index stands directly between two decimal numbers: 4125.49,4143.91万元.
fn lists_decimals(units: &[Unit], index: usize) -> bool {
    let is_digit = |unit: &&Unit| unit.c.is_ascii_digit();
    let (before, after) = (&units[..index], &units[index + 1..]);
    let decimals = before.iter().rev().take_while(is_digit).count();
    let whole = after.iter().take_while(is_digit).count();
    let point = |unit: Option<&Unit>| unit.is_some_and(|unit| unit.c == '.');
    (1..=LONGEST_NUMBER).contains(&decimals)
        && (1..=LONGEST_NUMBER).contains(&whole)
        && point(before.get(before.len().wrapping_sub(decimals + 1)))
        && point(after.get(whole))
        && after.get(whole + 1).as_ref().is_some_and(is_digit)
}

/// The colon of a time stays (8:30); every other one is a mark.
fn colon(units: &[Unit], index: usize) -> char {
    let time = matches!(digits_before(units, index), 1..=2) && digits_after(units, index) == 2;
    if time { ':' } else { '：' }
}

/// Whether the point at an index ends a sentence: after a Chinese word, but not after the number of a heading (一.).
fn ends_sentence(units: &[Unit], index: usize) -> bool {
    let before = char_at(units, index.checked_sub(1));
    let after = char_at(units, Some(index + 1));
    let word = |c: char| c == '%' || is_ideograph(c) && !"一二三四五六七八九十".contains(c);
    before.is_some_and(word) && !after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.')
}

#[cfg(test)]
mod tests;
