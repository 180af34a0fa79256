//! How a text is wrapped: the width of its lines, found from how often they come close to it.

use std::cmp::Reverse;

use super::line::{Line, columns};
use crate::document::fold::is_ideograph;

/// How the width of a line is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    /// In columns of print: a Chinese character has two.
    Columns,
    /// In characters.
    Characters,
}

/// The wrap of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrap {
    measure: Measure,
    width: usize,
    /// How far under the width a full line may stay beside what its next word explains.
    slack: usize,
    /// How much narrower than the others the first lines of paragraphs are, where their indents have been lost.
    lost_indent: usize,
    /// Whether spaces part numbers from the characters around them.
    spaced: bool,
    /// Whether lines break inside numbers and words.
    pub breaks_words: bool,
    /// Whether marks that close may begin a line.
    marks_begin_lines: bool,
}

/// Sentences are not indented more than this.
const DEEPEST: usize = 12;

/// Lines wider than this are not wrapped.
const WIDEST: usize = 240;

impl Wrap {
    /// The wrap of the lines of a text, if it is wrapped: if lines that end in the middle of a sentence are mostly of one
    /// width, and next to none is wider.
    pub fn find(lines: &[&Line]) -> Option<Self> {
        let columns = Self::by(lines, Measure::Columns);
        let characters = Self::by(lines, Measure::Characters);
        let best = [columns, characters]
            .into_iter()
            .flatten()
            .max_by_key(|(count, _)| *count);
        best.map(|(_, wrap)| wrap)
    }

    fn by(lines: &[&Line], measure: Measure) -> Option<(usize, Self)> {
        let mut all = vec![0usize; WIDEST + 2];
        let mut unfinished = vec![0usize; WIDEST + 2];
        let margin = lines.iter().map(|line| line.indent).min().unwrap_or(0);
        // Tables and what is printed over their middle may be wider than the sentences around them, and so may contents.
        let is_sentence =
            |line: &&&Line| !line.tabular && !line.entry && line.indent <= margin + DEEPEST;
        for line in lines.iter().filter(is_sentence) {
            let width = measure.of_bare(line).min(WIDEST + 1);
            all[width] += 1;
            if !line.closed {
                unfinished[width] += 1;
            }
        }
        let total = all.iter().sum::<usize>();
        let wider = suffix_sums(&all);
        let (count, width) = (8..=WIDEST)
            .filter(|&width| wider[(width + width / 6 + 3).min(WIDEST + 1)] * 25 <= total)
            .map(|width| {
                (
                    unfinished[width - window(width)..=width]
                        .iter()
                        .sum::<usize>(),
                    width,
                )
            })
            // Of several widths that take in the same lines, the one that some of them have.
            .max_by_key(|&(count, width)| (count, Reverse(width)))?;
        let full = |line: &&&Line| {
            let own = measure.of_bare(line);
            own <= width && own + window(width) >= width && !line.closed
        };
        let marked = lines
            .iter()
            .filter(full)
            .filter(|line| line.has_mark() || line.words.contains('、'))
            .count();
        if count < 3 || count * 6 < total || marked * 4 < count {
            return None;
        }
        let pairs = || lines.windows(2).filter(|pair| full(&&pair[0]));
        let split = pairs()
            .filter(|pair| pair[0].ends_with_digit() && pair[1].starts_with_digit())
            .count();
        let marks = pairs().filter(|pair| pair[1].continues()).count();
        let overhang = wider.get(width + 1).is_some_and(|&over| over * 33 > total);
        let wrap = Self {
            measure,
            width,
            slack: if overhang { width / 28 } else { 0 },
            lost_indent: lost_indent(lines, measure, width),
            spaced: spaces_numbers(lines),
            breaks_words: split >= 2 && split * 50 >= count,
            marks_begin_lines: marks * 50 >= count,
        };
        Some((count, wrap))
    }

    /// Whether the first word of the next line would not have fitted on a line, which may be the first of its paragraph.
    pub fn is_full(&self, line: &Line, next: &Line, opens: bool) -> bool {
        let indent = if opens { self.lost_indent } else { 0 };
        let ends = line.words.chars().next_back();
        let begins_number = next.words.starts_with(|c: char| c.is_ascii_digit());
        let space = self.spaced && begins_number && ends.is_some_and(is_ideograph);
        let end = self.measure.of(line) + indent + usize::from(space);
        end + self.first_word(next) > self.width - self.slack
    }

    /// Whether little is missing from a line to be full.
    pub fn is_nearly_full(&self, line: &Line) -> bool {
        self.measure.of(line) + self.width / 8 >= self.width
    }

    /// The width of what had to be kept together at the beginning of a line.
    fn first_word(&self, line: &Line) -> usize {
        let words = line.words;
        let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%');
        // An opening bracket stays with what it opens.
        let opened = words.len() - words.trim_start_matches(OPENING).len();
        let mut end = opened + words[opened..].chars().next().map_or(0, char::len_utf8);
        if !self.breaks_words && words[opened..].starts_with(latin) {
            let word = words[opened..].find(|c| !latin(c));
            end = word.map_or(words.len(), |word| opened + word);
        }
        if !self.marks_begin_lines {
            end += words[end..]
                .chars()
                .take_while(|&c| is_closing(c))
                .map(char::len_utf8)
                .sum::<usize>();
        }
        match self.measure {
            Measure::Columns => columns(&words[..end]),
            Measure::Characters => words[..end].chars().count(),
        }
    }
}

/// How many of the first lines of paragraphs show that their indents have been lost.
const FEWEST_LOST: usize = 3;

/// How much narrower than the width the first lines of paragraphs are: two characters where many end so far from it as a
/// full line does, and next to none comes closer.
fn lost_indent(lines: &[&Line], measure: Measure, width: usize) -> usize {
    // Of lines of wide characters none may have reached the width by a column.
    let (indent, slack) = match measure {
        Measure::Columns => (4, 1),
        Measure::Characters => (2, 0),
    };
    // A sentence that ends with a full line may be followed by the next of its paragraph.
    let ends = |line: &Line| line.closed && measure.of(line) + window(width) < width;
    let opens = |pair: &&[&Line]| ends(pair[0]) || pair[1].is_numbered();
    let first = lines.windows(2).filter(opens).map(|pair| pair[1]);
    let unfinished = first.filter(|line| !line.closed && !line.tabular && line.has_mark());
    let widths: Vec<usize> = unfinished.map(|line| measure.of_bare(line)).collect();
    let limit = (width + slack).saturating_sub(indent);
    let near = |own: &&usize| (limit.saturating_sub(window(width))..=limit).contains(*own);
    let (near, over) = (
        widths.iter().filter(near).count(),
        widths.iter().filter(|own| **own > limit).count(),
    );
    match near >= FEWEST_LOST && over * 5 <= near {
        true => indent,
        false => 0,
    }
}

/// Whether more numbers stand apart from the characters before them than not: 支出 5.00 万元.
fn spaces_numbers(lines: &[&Line]) -> bool {
    let (mut apart, mut close) = (0, 0);
    for line in lines {
        let mut before = [' '; 2];
        for c in line.words.chars() {
            if c.is_ascii_digit() {
                apart += usize::from(before[1] == ' ' && is_ideograph(before[0]));
                close += usize::from(is_ideograph(before[1]));
            }
            before = [before[1], c];
        }
    }
    apart > close
}

/// The marks that end no line where words are wrapped by the rules of Chinese typesetting.
const OPENING: [char; 9] = ['（', '(', '“', '《', '〔', '「', '『', '【', '['];

impl Measure {
    /// The width of a line without the mark at its end, which may hang over.
    fn of_bare(self, line: &Line) -> usize {
        let hung = line.words.chars().next_back().filter(|&c| is_closing(c));
        let mark = match (self, hung) {
            (_, None) => 0,
            (Self::Columns, Some(c)) => columns(c.encode_utf8(&mut [0; 4])),
            (Self::Characters, Some(_)) => 1,
        };
        self.of(line) - mark
    }

    fn of(self, line: &Line) -> usize {
        match self {
            Self::Columns => line.columns,
            Self::Characters => line.characters,
        }
    }
}

/// Whether a mark closes, and so does not begin a line where lines are broken with care.
fn is_closing(c: char) -> bool {
    "，。；：、）”》％！？)%".contains(c)
}

/// How much narrower than the width most full lines are at most: a wide character or a number that did not fit.
const fn window(width: usize) -> usize {
    1 + width / 20
}

/// For every width how many lines are at least as wide.
fn suffix_sums(counts: &[usize]) -> Vec<usize> {
    let mut sums = counts.to_vec();
    for index in (0..sums.len().saturating_sub(1)).rev() {
        sums[index] += sums[index + 1];
    }
    sums
}
