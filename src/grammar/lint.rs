//! What a grammar file may say but should not: labels claimed twice, names that nothing bears.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::nearest::suggestion;
use super::{Grammar, Problem, clauses, concepts, sections, template};
use crate::document::fold::fold_text;

/// A label in one frame, and who claims it there: where, and with which meaning.
type Claims = BTreeMap<(String, String), (Range<usize>, String)>;

/// The mistakes of a `concepts.toml` that is a part of a grammar. A file that cannot be read has none: reading it
/// tells what is wrong.
pub fn concepts(text: &str, grammar: &Grammar) -> Vec<Problem> {
    let Ok(file) = super::parse::<concepts::File>(text) else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    let mut claims = Claims::new();
    let opened = grammar.frames_opened();
    for label in file.labels() {
        for given in &label.gives {
            let id = given.get_ref();
            if !is_known(id, grammar) {
                let ids = grammar.concepts.concepts.keys().map(|id| id.as_str());
                let near = suggestion(id, ids);
                let message = format!("no concept has the id {id}{near}");
                problems.push(Problem::new(given.span(), message));
            }
        }
        for frame in &label.frames {
            let name = frame.get_ref();
            if !opened.contains(name.as_str()) {
                let near = suggestion(name, opened.iter().copied());
                let message = format!("no section, list or fund opens the frame {name}{near}");
                problems.push(Problem::new(frame.span(), message));
            }
        }
        for text in &label.texts {
            for expanded in template::expand(text.get_ref()).unwrap_or_default() {
                if let Some(twice) = claim(&mut claims, &expanded, text.span(), label) {
                    problems.push(twice);
                    break;
                }
            }
        }
    }
    problems
}

/// The mistakes of a `sections.toml` that is a part of a grammar: kinds that the vocabulary lacks, and frames in which
/// nothing has a meaning of its own.
pub fn sections(text: &str, grammar: &Grammar) -> Vec<Problem> {
    let Ok(file) = super::parse::<sections::File>(text) else {
        return Vec::new();
    };
    let embedded = Grammar::embedded();
    let kinds: BTreeSet<&str> = embedded
        .sections
        .kinds
        .iter()
        .map(|k| k.kind.as_str())
        .collect();
    let opened = embedded.frames_opened();
    let frames: BTreeSet<&str> = &opened | &grammar.frames_asked_for();
    let mut problems = Vec::new();
    for entry in file.sections() {
        let kind = entry.kind.get_ref().as_str();
        if !kind.starts_with("x.") && !kinds.contains(kind) {
            let near = suggestion(kind, kinds.iter().copied());
            let message = format!("no section is of the kind {kind}{near}");
            problems.push(Problem::new(entry.kind.span(), message));
        }
        if let Some(frame) = &entry.frame
            && !frames.contains(frame.get_ref().as_str())
        {
            let name = frame.get_ref();
            let near = suggestion(name, frames.iter().copied());
            let message = format!("no label has a meaning in the frame {name}{near}");
            problems.push(Problem::new(frame.span(), message));
        }
    }
    problems
}

/// The labels of a `concepts.toml` that no example has, neither there nor in the `clauses.toml` beside it.
pub fn without_example(concepts: &str, clauses: &str) -> Vec<Problem> {
    let Ok(file) = super::parse::<concepts::File>(concepts) else {
        return Vec::new();
    };
    let beside = super::parse::<clauses::File>(clauses).ok();
    let beside = beside.iter().flat_map(clauses::File::examples);
    let examples = file.examples().iter().chain(beside);
    let examples: Vec<String> = examples.map(|e| fold_text(e.text.get_ref())).collect();
    let shown = |text: &toml::Spanned<String>| {
        let texts = template::expand(text.get_ref()).unwrap_or_default();
        texts
            .iter()
            .any(|t| examples.iter().any(|e| e.contains(t.as_str())))
    };
    let labels = file
        .labels()
        .iter()
        .filter(|label| !label.texts.iter().any(shown));
    labels
        .filter_map(|label| label.texts.first())
        .map(|text| Problem::new(text.span(), "no [[example]] shows what this label gives"))
        .collect()
}

/// The entry of some files that has to do with the words of an example: the longest label, connecting word or heading
/// among those of the files that stands in it. The file and the place in it.
pub fn entry_in<'f>(
    words: &str,
    files: impl IntoIterator<Item = (&'f str, &'f str)>,
) -> Option<(&'f str, Range<usize>)> {
    let folded = fold_text(words);
    let mut best: Option<(usize, &str, Range<usize>)> = None;
    for (name, text) in files {
        for (length, place) in found_in(&folded, name, text) {
            if best
                .as_ref()
                .is_none_or(|(longest, _, _)| length > *longest)
            {
                best = Some((length, name, place));
            }
        }
    }
    best.map(|(_, name, place)| (name, place))
}

/// How much of some words each entry of a file covers, and where the entry stands.
fn found_in(words: &str, name: &str, text: &str) -> Vec<(usize, Range<usize>)> {
    let by_template = |text: &toml::Spanned<String>| {
        let texts = template::expand(text.get_ref()).unwrap_or_default();
        let longest = texts
            .iter()
            .filter(|t| words.contains(t.as_str()))
            .map(String::len)
            .max();
        Some((longest?, text.span()))
    };
    let by_pattern = |heading: &toml::Spanned<String>| {
        let found = regex::Regex::new(heading.get_ref()).ok()?;
        Some((found.find(words)?.len(), heading.span()))
    };
    match name {
        "concepts.toml" => super::parse::<concepts::File>(text).map_or_else(
            |_| Vec::new(),
            |file| {
                let texts = file.labels().iter().flat_map(|label| &label.texts);
                texts.filter_map(by_template).collect()
            },
        ),
        "clauses.toml" => super::parse::<clauses::File>(text).map_or_else(
            |_| Vec::new(),
            |file| file.texts().filter_map(by_template).collect(),
        ),
        "sections.toml" => super::parse::<sections::File>(text).map_or_else(
            |_| Vec::new(),
            |file| {
                let headings = file.sections().iter().flat_map(|entry| &entry.headings);
                headings.filter_map(by_pattern).collect()
            },
        ),
        _ => Vec::new(),
    }
}

/// Ids that begin with `x.` lie beyond the vocabulary and need no entry.
fn is_known(concept: &str, grammar: &Grammar) -> bool {
    concept.starts_with("x.") || grammar.concepts.concepts.contains_key(concept)
}

/// Claims a text for a label in its frames; a mistake where another meaning has it there.
fn claim(
    claims: &mut Claims,
    text: &str,
    place: Range<usize>,
    label: &concepts::LabelEntry,
) -> Option<Problem> {
    let gives: Vec<&str> = label.gives.iter().map(|id| id.get_ref().as_str()).collect();
    let meaning = format!("{gives:?} {:?}", label.dimensions);
    let mut frames: Vec<&str> = label.frames.iter().map(|f| f.get_ref().as_str()).collect();
    if frames.is_empty() {
        frames.push("");
    }
    for frame in frames {
        // One label may mean a number of things and their money.
        let key = (text.to_owned(), format!("{frame} {:?}", label.only));
        match claims.get(&key) {
            Some((_, other)) if *other != meaning => {
                let inside = match frame {
                    "" => "outside of all frames".to_owned(),
                    frame => format!("in the frame {frame}"),
                };
                let message =
                    format!("{text} is claimed twice {inside}: {other}, and here {meaning}");
                return Some(Problem::new(place, message));
            }
            Some(_) => {}
            None => {
                claims.insert(key, (place.clone(), meaning.clone()));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_claimed_once_in_a_frame() {
        let head = "[[label]]\ntexts = [\"甲[乙]费\"]\ngives = [\"meeting_cost\"]\n";
        for (place, rest) in [
            (
                "\"甲费\"",
                "[[label]]\ntexts = [\"甲费\"]\ngives = [\"training_cost\"]",
            ),
            (
                "",
                "[[label]]\ntexts = [\"甲费\"]\ngives = [\"meeting_cost\"]",
            ),
            (
                "",
                "[[label]]\ntexts = [\"甲费\"]\ngives = [\"training_cost\"]\nframes = [\"revenue\"]",
            ),
            (
                "\"no_such_cost\"",
                "[[label]]\ntexts = [\"丙\"]\ngives = [\"no_such_cost\"]",
            ),
            ("", "[[label]]\ntexts = [\"丙\"]\ngives = [\"x.beyond\"]"),
        ] {
            let text = format!("{head}{rest}");
            let problems = concepts(&text, Grammar::embedded());
            let places: Vec<&str> = problems.iter().map(|p| &text[p.span.clone()]).collect();
            let expected: Vec<&str> = [place].into_iter().filter(|p| !p.is_empty()).collect();
            assert_eq!(places, expected, "{rest}");
        }
    }

    #[test]
    fn frames_and_kinds_are_those_that_are_there() {
        let label = |frame: &str| {
            let text =
                format!("[[label]]\ntexts = [\"丙\"]\ngives = [\"x.c\"]\nframes = [\"{frame}\"]");
            let problems = concepts(&text, Grammar::embedded());
            problems.into_iter().map(|p| p.message).collect::<String>()
        };
        assert_eq!(label("three_public"), "");
        assert!(label("threepublic").ends_with("threepublic (did you mean three_public?)"));
        let section = |kind: &str, frame: &str| {
            let text =
                format!("[[section]]\nkind = \"{kind}\"\nheadings = []\nframe = \"{frame}\"");
            let problems = sections(&text, Grammar::embedded());
            problems.into_iter().map(|p| p.message).collect::<String>()
        };
        assert_eq!(section("notes.revenue", "revenue"), "");
        assert_eq!(section("x.mine", "revenue"), "");
        assert!(section("notes.revenue", "revenu").contains("(did you mean revenue?)"));
        assert!(section("notes.revenues", "revenue").contains("(did you mean notes.revenue?)"));
    }

    #[test]
    fn a_label_bears_an_example() {
        let label = "[[label]]\ntexts = [\"丙[类]费\"]\ngives = [\"x.c\"]\n";
        let example = "[[example]]\ntext = \"丙类费1万元。\"\ngives = []\n";
        assert_eq!(without_example(label, "").len(), 1);
        assert_eq!(
            without_example(label, &example.replace("丙", "丁")).len(),
            1
        );
        assert!(without_example(&format!("{label}{example}"), "").is_empty());
        assert!(without_example(label, example).is_empty());
    }

    #[test]
    fn the_embedded_sections_are_known() {
        let problems = sections(crate::grammar::SECTIONS, Grammar::embedded());
        assert!(problems.is_empty(), "{problems:#?}");
    }

    #[test]
    fn the_embedded_labels_are_claimed_once() {
        let problems = concepts(crate::grammar::CONCEPTS, Grammar::embedded());
        assert!(problems.is_empty(), "{problems:#?}");
    }
}
