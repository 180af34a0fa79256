//! Numbers that bear one name and are yet of different things: 同口径增长 beside 增长, 局机关 beside 执法大队, the batches
//! of one visit beside those of the year.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::ledger::{Ledger, Number};
use crate::document::Quote;
use crate::document::fold::fold_text;
use crate::fact::Metric;

/// How many statements of one number are looked at.
const QUOTES: usize = 16;

/// How many bytes of words before a number are looked at: longer sentences are none.
const FARTHEST: usize = 2_000;

/// The end of some words, as far as it is looked at.
fn near(words: &str) -> &str {
    let farthest = words.len().saturating_sub(FARTHEST);
    let start = (farthest..).find(|&at| words.is_char_boundary(at));
    &words[start.unwrap_or(farthest)..]
}

/// Whether no statement of one number speaks of what a statement of the other speaks of.
pub fn are_apart(ledger: &Ledger<'_>, a: &Number<'_>, b: &Number<'_>) -> bool {
    let scopes = |n: &Number<'_>, other: &Number<'_>| -> Vec<Scope> {
        let whole = n.quotes.iter().filter(|q| !is_detail(ledger, q, n, other));
        whole.take(QUOTES).map(|q| scope(ledger, q)).collect()
    };
    let (a, b) = (scopes(a, b), scopes(b, a));
    let one = |x: &Scope, y: &Scope| {
        // Nobody says one thing twice in one sentence: 优8个，占80%；良2个，占20%.
        let same_sentence = x.sentence.is_some() && x.sentence == y.sentence;
        x.words == y.words && !same_sentence
    };
    !a.iter().any(|x| b.iter().any(|y| one(x, y)))
}

/// What narrows the things that a number may be about.
struct Scope {
    /// The words of its sentence that do.
    words: BTreeSet<String>,
    /// The paragraph and the byte of its folded words where the sentence begins.
    sentence: Option<(usize, usize)>,
}

/// The words that narrow what a number is about, in its sentence before it or in the title of its table; those of the
/// publisher's own name do not.
fn scope(ledger: &Ledger<'_>, quote: &Quote) -> Scope {
    let context = ledger.context;
    let own = context.identity.publisher.as_ref().map(|p| p.name.as_str());
    let paragraph = ledger.paragraph(quote);
    let words = match paragraph {
        Some(paragraph) => Cow::Borrowed(paragraph.before(quote)),
        None => Cow::Owned(title(ledger, quote).map(fold_text).unwrap_or_default()),
    };
    let part = near(&words).rsplit(['。', '；']).next();
    let narrowed = &context.grammar.checks.scope.narrowed;
    Scope {
        words: narrowed
            .find_iter(part.unwrap_or_default())
            .map(|word| word.as_str())
            .filter(|word| !own.is_some_and(|name| name.contains(word)))
            .map(str::to_owned)
            .collect(),
        sentence: paragraph.map(|p| (p.span.start, words.rfind('。').map_or(0, |at| at + 1))),
    }
}

/// The title of the table that a number stands in.
fn title<'a>(ledger: &Ledger<'a>, quote: &Quote) -> Option<&'a str> {
    let context = ledger.context;
    let tables = &context.document.tables;
    let upto = tables.partition_point(|table| table.span.start <= quote.bytes.start);
    context.tables.get(upto.checked_sub(1)?)?.title.as_deref()
}

/// Whether a number is an item of what was said before it of the same name: 接待30批次，包括：接待检查组5批次….
fn is_detail(ledger: &Ledger<'_>, quote: &Quote, number: &Number<'_>, of: &Number<'_>) -> bool {
    let adds = number
        .fact
        .is_some_and(|f| matches!(f.metric, Metric::Amount | Metric::Count));
    if !adds || number.value.abs() >= of.value.abs() {
        return false;
    }
    let Some(paragraph) = ledger.paragraph(quote) else {
        return false;
    };
    let items = &ledger.context.grammar.checks.scope.items;
    let wholes = of.quotes.iter().filter(|whole| {
        paragraph.span.start <= whole.bytes.start && whole.bytes.start < quote.bytes.start
    });
    wholes.take(QUOTES).any(|whole| {
        let between = near(&paragraph.before(quote)[paragraph.before(whole).len()..]);
        let last = items.find_iter(between).last();
        last.is_some_and(|word| !between[word.end()..].contains('。'))
    })
}
