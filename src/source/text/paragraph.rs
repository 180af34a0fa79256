//! Lines → paragraphs: hard wraps undone, headings and items kept apart.
//!
//! Whether a line goes on in the next one is decided by, in this order:
//!
//! 1. what cannot stand at the end or the beginning of a line by itself (`（⏎项）`, `3.98万⏎元`, `⏎，`): it goes on;
//! 2. the number of a heading or an item: it begins anew;
//! 3. in a wrapped text, the width: a line to which the next word would still have fitted has ended; the first line of a
//!    paragraph is narrower where indents have been lost. A full line goes on, unless it is a whole heading, or a heading
//!    follows;
//! 4. in any other text, a sentence that breaks off inside a word that the text has elsewhere goes on.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

use super::line::{Line, is_digit};
use super::wrap::Wrap;
use crate::document::fold::fold_text;
use crate::document::{Block, BlockKind};
use crate::mention;

/// The lists of `grammars/layout.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    heading_endings: Vec<String>,
    openings: Vec<String>,
    continuations: Vec<String>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("../../../grammars/layout.toml"))
            .expect("the embedded grammars/layout.toml is well formed")
    })
}

/// What stands beside a line that ends where the next begins.
struct Joint<'a> {
    last: &'a Line<'a>,
    next: &'a Line<'a>,
    /// The index of the next line.
    index: usize,
    /// Whether the paragraph up to here has a mark that parts clauses.
    has_mark: bool,
    /// Whether the paragraph begins with the number of a section (一、, （一）), not of an item.
    is_section: bool,
    /// The paragraph up to here.
    draft: &'a Draft,
    /// Whether a page number or a running head stands between.
    over_page: bool,
}

/// Makes paragraphs of lines; `furniture` marks those that belong to the page.
pub(super) struct Paragraphs<'a> {
    lines: &'a [Line<'a>],
    furniture: &'a [bool],
    wrap: Option<Wrap>,
    /// Whether blank lines part paragraphs, and do not follow every line.
    blanks_part: bool,
    /// Whether paragraphs begin with an indent.
    indent: Option<usize>,
    pairs: OnceCell<HashSet<(char, char)>>,
}

/// How headings end that may be cut.
const HEADING_ENDS: [&str; 3] = [
    "财政拨款支出决算情况说明",
    "财政拨款支出预算情况说明",
    "收入支出决算总体情况说明",
];

/// A paragraph in the making: its first and its last line, and the page's lines between.
struct Draft {
    first: usize,
    last: usize,
    skipped: Vec<usize>,
    has_mark: bool,
}

impl<'a> Paragraphs<'a> {
    pub fn new(lines: &'a [Line<'a>], furniture: &'a [bool]) -> Self {
        let words: Vec<&Line> = lines
            .iter()
            .zip(furniture)
            .filter(|(_, page)| !**page)
            .map(|(line, _)| line)
            .collect();
        let blanks = words.iter().filter(|line| line.after_blank).count();
        let wrap = Wrap::find(&words);
        Self {
            lines,
            furniture,
            indent: wrap.as_ref().and_then(|_| paragraph_indent(&words)),
            wrap,
            blanks_part: blanks * 10 < words.len() * 7,
            pairs: OnceCell::new(),
        }
    }

    /// The blocks of the lines from `range.start` to `range.end`, between which no table stands.
    pub fn blocks(&self, range: std::ops::Range<usize>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut draft: Option<Draft> = None;
        let mut page = Vec::new();
        for index in range {
            if self.furniture[index] {
                page.push(index);
                continue;
            }
            match &mut draft {
                Some(open) if self.joins(open, index, !page.is_empty()) => {
                    open.last = index;
                    open.skipped.append(&mut page);
                    open.has_mark |= self.lines[index].has_mark();
                }
                _ => {
                    blocks.extend(draft.take().map(|draft| self.block(&draft)));
                    page.clear();
                    draft = Some(Draft {
                        first: index,
                        last: index,
                        skipped: Vec::new(),
                        has_mark: self.lines[index].has_mark(),
                    });
                }
            }
        }
        blocks.extend(draft.map(|draft| self.block(&draft)));
        blocks
    }

    fn block(&self, draft: &Draft) -> Block {
        let span = self.lines[draft.first]
            .span
            .join(self.lines[draft.last].span);
        let skips = draft.skipped.iter().map(|&index| self.lines[index].span);
        Block {
            skips: skips.collect(),
            ..Block::new(span, BlockKind::Paragraph)
        }
    }

    /// Whether the paragraph goes on in the line at an index.
    fn joins(&self, draft: &Draft, next: usize, over_page: bool) -> bool {
        let first = &self.lines[draft.first];
        let joint = Joint {
            last: &self.lines[draft.last],
            next: &self.lines[next],
            index: next,
            has_mark: draft.has_mark,
            is_section: first.is_section(),
            draft,
            over_page,
        };
        if joint.last.entry || joint.next.entry || joint.last.tabular || joint.next.tabular {
            return false;
        }
        let full = self.wrap.as_ref().is_some_and(|wrap| {
            wrap.is_full(joint.last, joint.next, draft.first == draft.last)
                || self.runs_on(wrap, &joint)
        });
        if joint.next.is_numbered() {
            return full && self.number_goes_on(&joint);
        }
        if cannot_part(joint.last, joint.next)
            || self.is_cut_heading(&joint)
            || draft.first == draft.last && first.is_number_only()
        {
            return true;
        }
        match full {
            true => self.flows(&joint),
            false => self.breaks_off(&joint),
        }
    }

    /// 六、一般公共预算财政拨款基本支出决算情况 over 说明: whether a line is the end of the heading above, which is printed in larger letters
    /// than the text, and so cut before the lines of that are full.
    fn is_cut_heading(&self, joint: &Joint) -> bool {
        let end = joint.next.words;
        self.wrap.is_some()
            && joint.is_section
            && !joint.has_mark
            && !joint.next.after_blank
            && !joint.last.words.ends_with("说明")
            && HEADING_ENDS.iter().any(|whole| whole.ends_with(end))
    }

    /// Whether a line that is nearly full breaks off where the next one begins no paragraph: paragraphs are indented. What
    /// programs make of a page has not the width of the page.
    fn runs_on(&self, wrap: &Wrap, joint: &Joint) -> bool {
        let flush = self.indent.is_some_and(|indent| joint.next.indent < indent);
        flush && !joint.last.closed && wrap.is_nearly_full(joint.last)
    }

    /// The last characters of a paragraph, over its line breaks.
    fn tail(&self, draft: &Draft) -> String {
        let before = draft
            .last
            .checked_sub(1)
            .filter(|&index| index >= draft.first);
        let before = before.map_or("", |index| self.lines[index].words);
        let all = before.chars().chain(self.lines[draft.last].words.chars());
        let skip = all.clone().count().saturating_sub(8);
        all.skip(skip).collect()
    }

    /// Whether what looks like the number of an item is the rest of one, or stands in the middle of a sentence.
    fn number_goes_on(&self, joint: &Joint) -> bool {
        let split_number = self.wrap.as_ref().is_some_and(|wrap| wrap.breaks_words)
            && joint.last.ends_with_digit()
            && joint.next.starts_with_digit();
        joint.has_mark && (split_number || joint.last.is_open())
    }

    /// Whether a full line goes on in the next.
    fn flows(&self, joint: &Joint) -> bool {
        if self.indent.is_some_and(|indent| {
            joint.next.indent >= indent && joint.last.indent < joint.next.indent + 1
        }) && joint.last.closed
        {
            return false;
        }
        let parted = joint.next.after_blank && self.blanks_part && !joint.over_page;
        if joint.last.closed {
            return !parted && !opens_paragraph(joint.next) && !self.is_heading(joint.index);
        }
        if !joint.has_mark {
            return !parted && !self.is_whole_heading(joint);
        }
        true
    }

    /// Whether words of the full width are a whole heading, and what follows is its text.
    fn is_whole_heading(&self, joint: &Joint) -> bool {
        let next = joint.next;
        let amount = next.starts_with_digit() && !opens_paragraph(next);
        let rest = words()
            .continuations
            .iter()
            .any(|word| next.words.starts_with(word.as_str()))
            || self.is_heading(joint.index)
            || ends_heading(next.before_mark());
        ends_heading(&self.tail(joint.draft))
            && !amount
            && !rest
            && (opens_paragraph(next) || joint.is_section && !self.is_known_pair(joint))
    }

    /// Whether a heading without a number begins at a line: a few words without a mark, ending as headings do.
    fn is_heading(&self, from: usize) -> bool {
        for (offset, line) in self.lines[from..].iter().take(4).enumerate() {
            if line.has_mark() {
                return false;
            }
            let after = self.lines.get(from + offset + 1);
            let goes_on = self.wrap.as_ref().zip(after).is_some_and(|(wrap, after)| {
                wrap.is_full(line, after, offset == 0) && !after.is_numbered()
            });
            if !goes_on {
                return ends_heading(line.words);
            }
        }
        false
    }

    /// Whether a line that is not full breaks off all the same: a sentence of an unwrapped text, or of the foot of a page.
    fn breaks_off(&self, joint: &Joint) -> bool {
        let sentence = joint.has_mark && !joint.last.closed;
        let goes_on = joint.next.has_mark() || joint.next.closed;
        let begins = opens_paragraph(joint.next) || joint.next.is_remark();
        if !sentence || !goes_on || begins {
            return false;
        }
        let number = joint.last.ends_with_digit() && joint.next.starts_with_digit();
        // The rest of a sentence after a wrapped text's short line has been tried by its width; but what a sentence says
        // of an amount begins no paragraph.
        joint.over_page
            || starts_with_quantity(joint.next)
            || self.wrap.is_none() && (number || self.is_known_pair(joint))
    }

    /// Whether the characters on either side of a line break stand together elsewhere in the text.
    fn is_known_pair(&self, joint: &Joint) -> bool {
        let pairs = self.pairs.get_or_init(|| {
            let close = |line: &'a Line<'a>| line.words.chars().filter(|c| !c.is_whitespace());
            let within = |line| close(line).zip(close(line).skip(1));
            self.lines.iter().flat_map(within).collect()
        });
        let pair = joint
            .last
            .words
            .chars()
            .next_back()
            .zip(joint.next.words.chars().next());
        pair.is_some_and(|pair| pairs.contains(&pair))
    }
}

/// Whether words end as headings do.
fn ends_heading(text: &str) -> bool {
    words()
        .heading_endings
        .iter()
        .any(|end| text.ends_with(end.as_str()))
}

/// Whether a line begins as paragraphs do: with a year, or with one of the words for it.
fn opens_paragraph(line: &Line) -> bool {
    let chars = line.words.chars().filter(|c| !c.is_whitespace());
    let head: String = chars.take(6).collect();
    let digits = head.chars().take_while(|&c| is_digit(c)).count();
    digits == 4 && head.chars().nth(4) == Some('年')
        || words()
            .openings
            .iter()
            .any(|opening| head.starts_with(opening.as_str()))
}

/// Whether two lines can only be one: a mark or a unit begins the next, a comma or an open bracket ends the last.
fn cannot_part(last: &Line, next: &Line) -> bool {
    let unit = [
        "万元",
        "亿元",
        "元",
        "%",
        "％",
        "个百分点",
        "百分点",
        "萬元",
        "億元",
    ];
    let broken_amount = last
        .words
        .ends_with(|c| is_digit(c) || matches!(c, '万' | '亿' | '萬' | '億'))
        && (unit.iter().any(|unit| next.words.starts_with(unit)) || starts_with_fraction(next));
    let bracket = last.leaves_bracket_open() && next.closes_bracket();
    next.continues() || last.is_open() || broken_amount || bracket
}

/// Whether a line begins with a number and its unit: 1.50万元, 5.98%.
fn starts_with_quantity(line: &Line) -> bool {
    let starts = || {
        let head: String = line.words.chars().take(LONGEST_QUANTITY).collect();
        mention::read(&fold_text(&head))
            .first()
            .is_some_and(|first| first.range.start == 0 && first.kind.is_value())
    };
    line.starts_with_digit() && starts()
}

/// The longest amount with its unit, in characters.
const LONGEST_QUANTITY: usize = 20;

/// Whether a line begins with the point of a decimal.
fn starts_with_fraction(line: &Line) -> bool {
    let mut chars = line.words.chars();
    matches!(chars.next(), Some('.' | '．')) && chars.next().is_some_and(is_digit)
}

/// The indent that paragraphs begin with, where one line in ten or more has it and most have none.
fn paragraph_indent(lines: &[&Line]) -> Option<usize> {
    let base = lines.iter().map(|line| line.indent).min()?;
    let indented = lines
        .iter()
        .filter(|line| (2..=6).contains(&(line.indent - base)))
        .count();
    let flush = lines.iter().filter(|line| line.indent <= base + 1).count();
    (indented * 10 >= lines.len() && flush >= indented).then_some(base + 2)
}
