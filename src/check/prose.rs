//! The running text as the rules of words read it: paragraphs by their section, and numbers that nothing was made of.

use super::Context;
use super::ledger::Ledger;
use crate::document::{BlockKind, Folded, Quote, Span};
use crate::grammar::checks::Signs;
use crate::outline::Section;

/// A paragraph or heading of the text.
pub struct Paragraph<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its words, folded.
    pub words: &'a Folded,
    /// The innermost section that it stands in.
    pub section: Option<&'a Section>,
    /// The kind of that section, or of the nearest one above it that has a kind.
    pub kind: Option<&'a str>,
    /// What the rules look for that is in it.
    pub signs: Signs,
}

impl Paragraph<'_> {
    /// Whether it stands in a section of a kind or below it.
    pub fn is_in(&self, kind: &str) -> bool {
        self.kind.is_some_and(|k| {
            k.strip_prefix(kind)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// Whether it holds the heading of its section.
    pub fn is_heading(&self) -> bool {
        self.section
            .is_some_and(|s| self.span.overlaps(s.heading) || self.span == s.heading)
    }

    /// Its words before a quote.
    pub fn before(&self, quote: &Quote) -> &str {
        let at = self.words.position(quote.bytes.start);
        self.words.text.get(..at).unwrap_or_default()
    }

    /// The words of its sentence before a quote, or of what a semicolon parts.
    pub fn sentence_before(&self, quote: &Quote) -> &str {
        let before = self.before(quote);
        before.rsplit(['。', '；']).next().unwrap_or_default()
    }

    /// The words of its clause before a quote.
    pub fn clause_before(&self, quote: &Quote) -> &str {
        let before = self.before(quote);
        before.rsplit(['，', '；', '。']).next().unwrap_or_default()
    }

    /// The quote of some of its words.
    pub fn quote(&self, context: &Context<'_>, words: std::ops::Range<usize>) -> Quote {
        context.document.quote(self.words.span(words))
    }
}

/// The paragraphs and headings of a document, in reading order.
pub fn paragraphs<'a>(context: &Context<'a>) -> Vec<Paragraph<'a>> {
    let blocks = context.document.blocks.iter().zip(context.words);
    blocks
        .filter(|(block, _)| !matches!(block.kind, BlockKind::Table(_)))
        .map(|(block, words)| {
            let section = section_at(context.sections, block.span.start);
            Paragraph {
                span: block.span,
                words,
                section,
                kind: section.and_then(|s| kind_of(context.sections, s)),
                signs: context.grammar.checks.signs(&words.text),
            }
        })
        .collect()
}

/// The innermost section that holds a byte.
fn section_at(sections: &[Section], byte: usize) -> Option<&Section> {
    let upto = sections.partition_point(|section| section.heading.start <= byte);
    sections.get(..upto)?.last()
}

/// The kind of a section, or of the nearest one above it that has one.
fn kind_of<'a>(sections: &'a [Section], section: &'a Section) -> Option<&'a str> {
    let above = |s: &&'a Section| {
        let index: usize = s.parent.as_deref()?.strip_prefix('s')?.parse().ok()?;
        sections.get(index.checked_sub(1)?)
    };
    std::iter::successors(Some(section), above)
        .take(16)
        .find_map(|s| s.kind.as_deref())
}

/// Whether a list, from its first part to the end of its sentence, has a number with a unit that is no statement.
/// The threshold in the name of what is counted (单价100万元以上设备) is none.
pub fn has_unread(ledger: &Ledger<'_>, list: Span) -> bool {
    let text = &ledger.context.document.text;
    let rest = &text[list.end..];
    let end = rest
        .find(['。', '\n'])
        .map_or(text.len(), |at| list.end + at);
    let span = Span::new(list.start, end);
    numbers(ledger, span).any(|number| is_unread(ledger, span, number))
}

/// Whether each line of a span begins with a statement: its first number with a unit, if it has one, is read.
pub fn begins_each(ledger: &Ledger<'_>, span: Span) -> bool {
    let text = &ledger.context.document.text[span.start..span.end];
    let mut lines = text.split_inclusive('\n');
    let mut start = span.start;
    lines.all(|line| {
        let span = Span::new(start, start + line.len());
        start = span.end;
        let mut numbers = numbers(ledger, span);
        !numbers
            .next()
            .is_some_and(|first| is_unread(ledger, span, first))
    })
}

/// The numbers with units in a span.
fn numbers<'a>(ledger: &'a Ledger<'_>, span: Span) -> impl Iterator<Item = Span> + 'a {
    let text = &ledger.context.document.text[span.start..span.end];
    let found = ledger.context.grammar.checks.list.number.find_iter(text);
    found.map(move |found| Span::new(span.start + found.start(), span.start + found.end()))
}

/// Whether one of the numbers in a span is no statement.
fn is_unread(ledger: &Ledger<'_>, span: Span, number: Span) -> bool {
    let stated = ledger.stated(span);
    let before = stated.partition_point(|(_, s)| s.quote.bytes.start <= number.start);
    let around = stated[..before]
        .last()
        .into_iter()
        .chain(stated.get(before));
    let mut quotes = around.map(|(_, s)| s.quote.bytes);
    let is_stated = quotes.any(|quote| quote.overlaps(number));
    let behind = &ledger.context.document.text[number.end..];
    let threshold = &ledger.context.grammar.checks.list.threshold;
    !is_stated && !threshold.is_match(behind)
}
