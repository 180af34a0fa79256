//! What stands beside a number: the lists of `grammars/mentions.toml`, and looking back over a clause.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// The lists of `grammars/mentions.toml`; what each is for is said there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub classifiers: BTreeMap<String, Vec<String>>,
    pub numerals: Numerals,
    pub money: Money,
    pub approximate: Approximate,
    pub incomputable: Incomputable,
    pub measures: Measures,
    pub points: Points,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numerals {
    pub classifiers: Vec<String>,
    pub idioms: Vec<String>,
    pub vague: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Money {
    pub labels: Vec<String>,
    pub links: Vec<String>,
    pub changes: Vec<String>,
    pub followers: Vec<String>,
    pub per: Vec<String>,
    pub per_time: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Approximate {
    pub before: Vec<String>,
    pub not_before: Vec<String>,
    pub after: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Incomputable {
    pub words: Vec<String>,
    pub rates: Vec<String>,
    pub expecting: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measures {
    pub words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Points {
    pub not_before: Vec<String>,
    pub after: Vec<String>,
    pub not_after: Vec<String>,
}

/// The embedded lists.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("../../grammars/mentions.toml"))
            .expect("the embedded grammars/mentions.toml is well formed")
    })
}

/// How many characters are looked at on either side of a number: no list has longer words, and a clause that is longer
/// says what its number is within that many.
const REACH: usize = 24;

/// Whether a character ends a clause.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '；' | '。' | '？' | '！' | '、' | '：' | '“' | '”'
    )
}

/// The end of the clause that `before` breaks off in: what stands after its last mark, at most [`REACH`] characters.
pub(super) fn clause(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take(REACH)
        .take_while(|&(_, c)| !is_mark(c))
        .last();
    start.map_or("", |(at, _)| &before[at..])
}

/// Whether `text` ends with one of the words.
pub(super) fn ends(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.ends_with(word.as_str()))
}

/// Whether `text` begins with one of the words.
pub(super) fn begins(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word.as_str()))
}

/// Whether `text` has one of the words.
pub(super) fn holds(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// Whether a number between the two texts is said to be approximate.
pub(super) fn approximate(before: &str, after: &str) -> bool {
    let words = &words().approximate;
    begins(after, &words.after) || ends(before, &words.before) && !ends(before, &words.not_before)
}
