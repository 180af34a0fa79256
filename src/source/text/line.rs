//! The lines of a plain text, and what each shows by itself.

use crate::document::Span;
use crate::document::fold::{fold_text, is_ideograph, plain};
use crate::document::numbering;

/// A line with words on it.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Its words, without the white space around them.
    pub words: &'a str,
    /// Where they stand.
    pub span: Span,
    /// Which line of the text it is, blank ones counted too.
    pub number: usize,
    /// Columns from the margin to the end of the words; a Chinese character has two.
    pub columns: usize,
    /// The same in characters.
    pub characters: usize,
    /// Columns of white space before the words.
    pub indent: usize,
    /// The level of the number of a heading or an item that it begins with.
    pub level: Option<usize>,
    /// Whether white space parts its words into columns.
    pub tabular: bool,
    /// Whether it is a line of a table of contents: leaders and a page number at its end.
    pub entry: bool,
    /// Whether its words end where a sentence or its head may end.
    pub closed: bool,
    /// Whether a blank line stands before it.
    pub after_blank: bool,
    /// Whether a page begins with it.
    pub opens_page: bool,
}

/// Whether a character is two columns wide in print.
fn is_wide(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..='\u{3fffd}'
        | '“' | '”' | '‘' | '’' | '…' | '—' | '①'..='⑳')
}

/// The width of words in columns.
pub(super) fn columns(words: &str) -> usize {
    words.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

/// Where the physical lines of a text stand, without what ends them: `\n`, a form feed, and Unicode's own separators.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if is_line_end(c) {
            spans.push(Span::new(start, at));
            start = at + c.len_utf8();
        }
    }
    spans.push(Span::new(start, text.len()));
    spans
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether a character is white space, or takes no place at all.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

impl<'a> Line<'a> {
    /// The line at a span, if it has words.
    pub fn new(text: &'a str, span: Span) -> Option<Self> {
        let whole = text.get(span.start..span.end)?;
        let words = whole.trim_matches(is_blank);
        let start = whole.find(|c| !is_blank(c))?;
        let margin = &whole[..start];
        let entry = is_entry(words);
        Some(Self {
            words,
            span: Span::new(span.start + start, span.start + start + words.len()),
            number: 0,
            columns: columns(margin) + columns(words),
            characters: margin.chars().count() + words.chars().count(),
            indent: columns(margin),
            level: level(words),
            tabular: is_tabular(words),
            entry,
            closed: entry || is_closed(words),
            after_blank: false,
            opens_page: false,
        })
    }

    /// Whether it begins with the number of a heading or an item.
    pub fn is_numbered(&self) -> bool {
        self.level.is_some()
    }

    /// Whether it begins with a number that only sections have: 第一部分, 一、, （一）.
    pub fn is_section(&self) -> bool {
        self.level.is_some_and(|level| level <= 4)
    }

    /// Whether it has nothing but the number of a heading, whose words then stand on the next line.
    pub fn is_number_only(&self) -> bool {
        self.words.chars().count() <= 12 && {
            let folded = fold_text(self.words);
            numbering::number(&folded).is_some_and(|number| number.text == folded)
        }
    }

    /// Whether its words have a mark that parts clauses.
    pub fn has_mark(&self) -> bool {
        self.words
            .contains(['，', '。', '；', '：', '！', '？', ',', ';', ':'])
    }

    /// The few words before its first mark: 情况 of 情况。2023年度…; none where there are many or there is no mark.
    pub fn before_mark(&self) -> &str {
        let mut chars = self.words.char_indices().take(8);
        let mark = chars.find(|(_, c)| matches!(c, '。' | '：' | ':'));
        mark.map_or("", |(at, _)| &self.words[..at])
    }

    /// Whether it breaks off where no line ends by itself: after a comma or an opening bracket.
    pub fn is_open(&self) -> bool {
        self.words
            .ends_with(['，', '、', '（', '(', '“', '《', ',', '〔', '「'])
    }

    /// Whether it begins with what no line begins with: the end of a sentence, a bracket or an amount.
    pub fn continues(&self) -> bool {
        let end = [
            '，', '。', '；', '、', '）', ')', '”', '》', '％', '%', '：', '」', '〕', '！', '？',
        ];
        self.words.starts_with(end)
    }

    /// Whether a bracket that it opens is not closed on it.
    pub fn leaves_bracket_open(&self) -> bool {
        let last = self
            .words
            .char_indices()
            .rev()
            .take(16)
            .find(|(_, c)| matches!(c, '（' | '(' | '）' | ')'));
        last.is_some_and(|(_, c)| matches!(c, '（' | '('))
    }

    /// Whether it closes a bracket that it does not open.
    pub fn closes_bracket(&self) -> bool {
        let first = self
            .words
            .chars()
            .take(24)
            .find(|c| matches!(c, '（' | '(' | '）' | ')'));
        first.is_some_and(|c| matches!(c, '）' | ')'))
    }

    /// Whether it is nothing but a remark in brackets.
    pub fn is_remark(&self) -> bool {
        is_remark(self.words)
    }

    /// Whether it ends with a digit.
    pub fn ends_with_digit(&self) -> bool {
        self.words.ends_with(is_digit)
    }

    /// Whether it begins with a digit.
    pub fn starts_with_digit(&self) -> bool {
        self.words.starts_with(is_digit)
    }
}

/// The level of the number that words begin with.
fn level(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    if is_ideograph(first) && !numbering::may_begin(plain(first)) {
        return None;
    }
    // A number of a heading has two digits at most; most paragraphs begin with a year.
    if words.len() > 2 && words.bytes().take(3).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let end = words
        .char_indices()
        .nth(12)
        .map_or(words.len(), |(at, _)| at);
    numbering::number(&fold_text(&words[..end])).map(|number| number.level)
}

/// Whether words end where a sentence or its head may end.
fn is_closed(words: &str) -> bool {
    let before_point = || words.chars().rev().nth(1);
    let ends = words.ends_with(['。', '；', '：', '！', '？', ';', ':', '!', '?', '｡'])
        || words.ends_with('.') && !before_point().is_some_and(|c| c.is_ascii_alphanumeric());
    let quoted = words.strip_suffix(['”', '"', '」', '）', ')']);
    ends || quoted.is_some_and(|words| words.ends_with(['。', '！', '？'])) || is_remark(words)
}

/// A remark in brackets that takes the whole line: （图1：收入决算结构图）.
fn is_remark(words: &str) -> bool {
    let inner = words.strip_prefix(['（', '(', '[', '【']);
    let inner = inner.and_then(|words| words.strip_suffix(['）', ')', ']', '】']));
    inner.is_some_and(|words| words.chars().count() > 4)
}

/// A line of a table of contents: leaders and a page number at its end.
fn is_entry(words: &str) -> bool {
    let leaders = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-');
    let leader = |c: char| matches!(c, '.' | '…' | '·' | '．' | '⋯' | '-' | '—');
    leaders.len() < words.len() && leaders.chars().rev().take_while(|&c| leader(c)).count() >= 2
}

/// Whether white space or a line parts words into columns: a tab, four spaces, three wide ones, `|`.
fn is_tabular(words: &str) -> bool {
    let (mut spaces, mut wide) = (0, 0);
    words.chars().any(|c| {
        spaces = if c == ' ' { spaces + 1 } else { 0 };
        wide = if c == '\u{3000}' { wide + 1 } else { 0 };
        spaces == 4 || wide == 3 || matches!(c, '\t' | '|')
    })
}

/// Whether a character is a digit, of full width too.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}
