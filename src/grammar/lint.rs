//! What a grammar file may say but should not: labels claimed twice, names that nothing bears.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Grammar, Problem, concepts};

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
    for label in file.labels() {
        for concept in label.gives.iter().filter(|id| !is_known(id, grammar)) {
            let place = label.texts.first().map_or(0..0, toml::Spanned::span);
            problems.push(Problem::new(
                place,
                format!("no concept has the id {concept}"),
            ));
        }
        for text in &label.texts {
            for expanded in super::template::expand(text.get_ref()).unwrap_or_default() {
                if let Some(twice) = claim(&mut claims, &expanded, text.span(), label) {
                    problems.push(twice);
                    break;
                }
            }
        }
    }
    problems
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
    let meaning = format!("{:?} {:?}", label.gives, label.dimensions);
    let anywhere = [String::new()];
    let frames = match label.frames.as_slice() {
        [] => &anywhere[..],
        frames => frames,
    };
    for frame in frames {
        // One label may mean a number of things and their money.
        let key = (text.to_owned(), format!("{frame} {:?}", label.only));
        match claims.get(&key) {
            Some((_, other)) if *other != meaning => {
                let inside = match frame.as_str() {
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
                "\"丙\"",
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
    fn the_embedded_labels_are_claimed_once() {
        let problems = concepts(crate::grammar::CONCEPTS, Grammar::embedded());
        assert!(problems.is_empty(), "{problems:#?}");
    }
}
