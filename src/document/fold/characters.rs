//! What a single character is read as.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

/// What a character folds to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Folding {
    /// It is no part of the words.
    Nothing,
    /// White space.
    Space,
    /// One character.
    One(char),
    /// Several: ⑴ is (1).
    Several(Vec<char>),
}

/// What a character folds to by itself.
#[inline]
pub(super) fn folding(c: char) -> Folding {
    match c {
        '!'..='~' => Folding::One(c),
        ' ' | '\n' | '\t' | '\u{b}' | '\u{c}' | '\r' => Folding::Space,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => Folding::One(simplified(c)),
        '、' | '。' | '《' | '》' | '，' | '；' | '：' | '？' | '！' | '“' | '”' => {
            Folding::One(c)
        }
        _ if c.is_whitespace() => Folding::Space,
        _ if is_invisible(c) => Folding::Nothing,
        _ => compatible(c),
    }
}

/// The single character that a character folds to, or itself.
pub(crate) fn plain(c: char) -> char {
    match folding(c) {
        Folding::One(plain) => plain,
        _ => c,
    }
}

/// Whether a character is one of the CJK Unified Ideographs, as nearly all Chinese characters are.
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// A text in compatibility characters (Unicode normalisation form KC, UAX #15), which ideographs and ASCII are already.
pub(crate) fn nfkc(text: &str) -> Cow<'_, str> {
    match text.chars().all(|c| c.is_ascii() || is_ideograph(c)) {
        true => text.into(),
        false => text.nfkc().collect::<String>().into(),
    }
}

/// Controls, zero-width characters, soft hyphens, directional marks and variation selectors.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{e0100}'..='\u{e01ef}'
        )
}

/// The lists of `grammars/characters.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    radicals: Vec<String>,
    variants: Vec<String>,
    marks: Vec<String>,
    kept: String,
}

/// What characters stand for by those lists.
fn listed() -> &'static HashMap<char, char, FixedState> {
    static LISTED: OnceLock<HashMap<char, char, FixedState>> = OnceLock::new();
    LISTED.get_or_init(|| {
        let lists: Lists = toml::from_str(include_str!("../../../grammars/characters.toml"))
            .expect("the embedded grammars/characters.toml is well formed");
        let pairs = lists
            .radicals
            .iter()
            .chain(&lists.variants)
            .chain(&lists.marks);
        let pairs = pairs.filter_map(|pair| {
            let mut pair = pair.chars();
            Some((pair.next()?, pair.next()?))
        });
        pairs.chain(lists.kept.chars().map(|c| (c, c))).collect()
    })
}

/// Folds by the lists, else by the compatibility decomposition of Unicode.
fn compatible(c: char) -> Folding {
    if let Some(&listed) = listed().get(&c) {
        return Folding::One(listed);
    }
    let one = |c: char| listed().get(&c).copied().unwrap_or_else(|| simplified(c));
    let mut folded = std::iter::once(c)
        .nfkc()
        .filter(|c| !c.is_whitespace())
        .map(one);
    match (folded.next(), folded.next()) {
        (Some(one), None) => Folding::One(one),
        (Some(first), Some(second)) => {
            Folding::Several([first, second].into_iter().chain(folded).collect())
        }
        (None, _) => Folding::Nothing,
    }
}

const FIRST: char = '\u{3400}';
const LAST: char = '\u{9fff}';

/// What the ideographs stand for, in their order.
struct Ideographs {
    /// Each by itself.
    simplified: Vec<char>,
    /// Whether it stands for itself, whatever stands beside it.
    settled: Vec<bool>,
}

/// Characters that are converted in some words alone: 看著, 苧麻.
const IN_WORDS: [char; 2] = ['著', '苧'];

impl Ideographs {
    fn all() -> &'static Self {
        static ALL: OnceLock<Ideographs> = OnceLock::new();
        ALL.get_or_init(|| {
            // The table looks at neighbours; a digit on either side keeps each character by itself.
            let all: String = (FIRST..=LAST).flat_map(|c| [c, '0']).collect();
            let general = fast2s::convert(&all);
            let pairs = || (FIRST..=LAST).zip(general.chars().step_by(2));
            Self {
                simplified: pairs()
                    .map(|(c, simplified)| listed().get(&c).copied().unwrap_or(simplified))
                    .collect(),
                settled: pairs()
                    .map(|(c, simplified)| simplified == c && !IN_WORDS.contains(&c))
                    .collect(),
            }
        })
    }

    /// What a list says of a character, if it is one of them.
    fn of<T: Copy>(list: &[T], c: char) -> Option<T> {
        let index = u32::from(c).checked_sub(u32::from(FIRST))?;
        list.get(index as usize).copied()
    }
}

/// The simplified form of a traditional character, by itself.
fn simplified(c: char) -> char {
    Ideographs::of(&Ideographs::all().simplified, c).unwrap_or(c)
}

/// A text in simplified characters, converted word by word.
pub(crate) fn simplify(text: String) -> String {
    let settled = &Ideographs::all().settled;
    let is_settled = |c: char| c.is_ascii() || Ideographs::of(settled, c) == Some(true);
    match text.chars().all(is_settled) {
        true => text,
        false => fast2s::convert(&text),
    }
}
