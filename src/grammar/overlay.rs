//! How one grammar file is laid over another of the same name.
//!
//! | in the file that is laid over | does |
//! |---|---|
//! | a list of words | adds them before those that are there |
//! | an entry `[[…]]` whose key ([`KEYS`]) names one that is there | is laid over that entry |
//! | another entry | goes before those that are there |
//! | a table `[…]` | is laid over the table |
//! | anything else | takes the place of what is there |
//!
//! The places of mistakes are those of the file that is laid over: the one below is known to be right.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use super::Problem;

/// The keys by which entries are told apart; the first that an entry has is its key.
pub const KEYS: [&str; 7] = [
    "id",
    "kind",
    "part",
    "whole",
    "dimension",
    "concept",
    "left",
];

/// Reads a file with others laid over it, each over those before.
pub(super) fn read<T: DeserializeOwned>(
    embedded: &str,
    overlays: impl Iterator<Item = impl AsRef<str>>,
) -> Result<T, Problem> {
    let overlays: Vec<_> = overlays.collect();
    let mut whole = DeTable::parse(embedded).map_err(|e| Problem::of(&e))?;
    for text in &overlays {
        let over = DeTable::parse(text.as_ref()).map_err(|e| Problem::of(&e))?;
        lay_table(whole.get_mut(), over.into_inner());
    }
    T::deserialize(Deserializer::from(whole)).map_err(|e| Problem::of(&e))
}

fn lay_table<'a>(below: &mut DeTable<'a>, over: DeTable<'a>) {
    for (key, value) in over {
        let value = match below.remove(&key) {
            Some(old) => lay(old, value),
            None => value,
        };
        below.insert(key, value);
    }
}

fn lay<'a>(below: Spanned<DeValue<'a>>, over: Spanned<DeValue<'a>>) -> Spanned<DeValue<'a>> {
    let place = over.span();
    let value = match (below.into_inner(), over.into_inner()) {
        (DeValue::Table(mut below), DeValue::Table(over)) => {
            lay_table(&mut below, over);
            DeValue::Table(below)
        }
        (DeValue::Array(below), DeValue::Array(over)) => DeValue::Array(lay_list(below, over)),
        (_, over) => over,
    };
    Spanned::new(place, value)
}

fn lay_list<'a>(below: DeArray<'a>, over: DeArray<'a>) -> DeArray<'a> {
    let mut old: Vec<Option<Spanned<DeValue>>> = below.into_iter().map(Some).collect();
    let mut list = DeArray::new();
    for value in over {
        let same = key(value.get_ref()).and_then(|own| {
            old.iter_mut()
                .find(|entry| entry.as_ref().and_then(|e| key(e.get_ref())) == Some(own))
        });
        match same {
            Some(entry) => *entry = entry.take().map(|entry| lay(entry, value)),
            None => list.push(value),
        }
    }
    for value in old.into_iter().flatten() {
        list.push(value);
    }
    list
}

/// What an entry is told by: its first key, and the value of that.
fn key<'v>(value: &'v DeValue) -> Option<(&'static str, &'v str)> {
    let entry = value.as_table()?;
    KEYS.iter()
        .find_map(|&key| Some((key, entry.get(key)?.get_ref().as_str()?)))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn files_are_laid_over_entry_by_entry() {
        let below = "words = ['b']\nsize = 1\n[t]\nx = 1\n[[e]]\nid = 'p'\ntexts = ['q']\n[[e]]\nid = 'r'\ntexts = []\n";
        for (over, expected) in [
            ("", below),
            ("words = ['a']", &below.replace("['b']", "['a', 'b']")),
            ("size = 2", &below.replace("size = 1", "size = 2")),
            ("[t]\ny = 2", &below.replace("x = 1", "x = 1\ny = 2")),
            (
                "[[e]]\nid = 'p'\ntexts = ['o']",
                &below.replace("['q']", "['o', 'q']"),
            ),
            (
                "[[e]]\nid = 'n'\ntexts = []",
                &below.replacen("[[e]]", "[[e]]\nid = 'n'\ntexts = []\n[[e]]", 1),
            ),
        ] {
            let laid: toml::Table = read(below, [over].iter()).unwrap();
            assert_eq!(laid, toml::from_str(expected).unwrap(), "{over}");
        }
    }

    #[test]
    fn a_mistake_has_its_place_in_the_file_that_is_laid_over() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            #[serde(rename = "words")]
            _words: Vec<String>,
        }
        let over = "# a comment\nword = ['a']\n";
        let problem = read::<File>("words = []", [over].iter()).unwrap_err();
        assert_eq!(&over[problem.span], "word");
    }
}
