//! What stands beside a number: the lists of `grammars/mentions.toml`, and looking back over a clause.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// The lists of `grammars/mentions.toml`; what each is for is said there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub classifiers: Classifiers,
    pub numerals: Numerals,
    pub money: Money,
    pub declared: Declared,
    pub approximate: Approximate,
    pub incomputable: Incomputable,
    pub measures: Measures,
    pub points: Points,
    pub negative: Negative,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Negative {
    pub words: List,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Numerals {
    pub classifiers: List,
    pub idioms: List,
    pub vague: List,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Money {
    pub labels: List,
    pub links: List,
    pub changes: List,
    pub followers: List,
    pub per: List,
    pub per_time: List,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Declared {
    pub labels: List,
    pub units: BTreeMap<String, u32>,
    pub rates: List,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Approximate {
    pub before: List,
    pub not_before: List,
    pub after: List,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Incomputable {
    pub words: List,
    pub rates: List,
    pub expecting: List,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measures {
    pub words: List,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Points {
    pub not_before: List,
    pub after: List,
    pub not_after: List,
}

/// The embedded lists.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        toml::from_str(include_str!("../../grammars/mentions.toml"))
            .expect("the embedded grammars/mentions.toml is well formed")
    })
}

/// The classifiers in their order, by the characters that they begin with; each with the beginnings of words that it is
/// only the first character of.
#[derive(Debug, Deserialize)]
#[serde(from = "BTreeMap<String, List>")]
pub(super) struct Classifiers(BTreeMap<char, Vec<(String, List)>>);

impl From<BTreeMap<String, List>> for Classifiers {
    fn from(words: BTreeMap<String, List>) -> Self {
        let mut classifiers = BTreeMap::<char, Vec<(String, List)>>::new();
        for (word, not_before) in words {
            if let Some(first) = word.chars().next() {
                classifiers
                    .entry(first)
                    .or_default()
                    .push((word, not_before));
            }
        }
        Self(classifiers)
    }
}

impl Classifiers {
    /// The classifiers that a text begins with, the longest last, each with what follows it.
    pub fn of<'a>(&self, text: &'a str) -> impl Iterator<Item = (&'a str, &'a str, &List)> {
        let first = text.chars().next();
        let alike = first.and_then(|first| self.0.get(&first));
        alike
            .into_iter()
            .flatten()
            .filter_map(|(word, not_before)| {
                let rest = text.strip_prefix(word.as_str())?;
                Some((&text[..word.len()], rest, not_before))
            })
    }
}

/// A list of words, with the characters that they begin and end with: most texts have none of these where one is asked
/// for, so that they need not be compared with every word.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct List {
    words: Vec<String>,
    firsts: Vec<char>,
    lasts: Vec<char>,
}

impl From<Vec<String>> for List {
    fn from(words: Vec<String>) -> Self {
        let sorted = |of: fn(&String) -> Option<char>| {
            let mut characters: Vec<char> = words.iter().filter_map(of).collect();
            characters.sort_unstable();
            characters.dedup();
            characters
        };
        Self {
            firsts: sorted(|word| word.chars().next()),
            lasts: sorted(|word| word.chars().next_back()),
            words,
        }
    }
}

impl List {
    /// The words.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Whether a text begins with one of the words.
    pub fn begins(&self, text: &str) -> bool {
        let first = |c| self.firsts.binary_search(&c).is_ok();
        text.starts_with(first) && self.iter().any(|word| text.starts_with(word))
    }

    /// Whether a text ends with one of the words.
    pub fn ends(&self, text: &str) -> bool {
        let last = |c| self.lasts.binary_search(&c).is_ok();
        text.ends_with(last) && self.iter().any(|word| text.ends_with(word))
    }

    /// The places of a text where one of the words may begin.
    pub fn starts(&self, text: &str) -> impl Iterator<Item = usize> {
        let first = |c: &char| self.firsts.binary_search(c).is_ok();
        let starts = text.char_indices().filter(move |(_, c)| first(c));
        starts.map(|(at, _)| at)
    }

    /// Whether a text has one of the words.
    pub fn is_in(&self, text: &str) -> bool {
        self.starts(text).any(|at| self.begins(&text[at..]))
    }
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

/// Whether a number between the two texts is said to be approximate.
pub(super) fn approximate(before: &str, after: &str) -> bool {
    let words = &words().approximate;
    words.after.begins(after) || words.before.ends(before) && !words.not_before.ends(before)
}
