//! The examples of a grammar, run.

use crate::document::{Block, BlockKind, Document, Format, Span};
use crate::fact::narrative;
use crate::grammar::example::{Example, written};
use crate::grammar::{Grammar, sections};
use crate::identity::{Identity, Kind};
use crate::outline::{Outline, Section};

/// The year of the reports that examples stand in.
const YEAR: i32 = 2023;

/// What an example gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The file that carries it.
    pub file: &'static str,
    /// Its words.
    pub text: String,
    /// What it must give.
    pub expected: Vec<String>,
    /// What it gives.
    pub given: Vec<String>,
}

impl Outcome {
    /// Whether it gives what it must.
    pub fn holds(&self) -> bool {
        self.expected == self.given
    }

    /// What is wrong, if anything is: no reading, another one, or more than one.
    pub fn mistake(&self) -> Option<String> {
        if self.holds() {
            return None;
        }
        let extra: Vec<&str> = difference(&self.given, &self.expected);
        let lacking: Vec<&str> = difference(&self.expected, &self.given);
        Some(match (self.given.is_empty(), lacking.is_empty()) {
            (true, _) => format!(
                "it has no reading, where it should give {}",
                lacking.join("; ")
            ),
            (_, true) => format!("it also gives {}", extra.join("; ")),
            _ => format!(
                "it should give {}, and gives {}",
                lacking.join("; "),
                if extra.is_empty() {
                    "it not".to_owned()
                } else {
                    extra.join("; ")
                }
            ),
        })
    }
}

fn difference<'a>(these: &'a [String], those: &[String]) -> Vec<&'a str> {
    these
        .iter()
        .filter(|x| !those.contains(x))
        .map(String::as_str)
        .collect()
}

/// Runs every example of the grammar.
pub fn run(grammar: &Grammar) -> Vec<Outcome> {
    let sentences = |file, examples: &[Example]| -> Vec<Outcome> {
        examples
            .iter()
            .map(|example| Outcome {
                file,
                text: example.text.get_ref().clone(),
                expected: example.gives.clone(),
                given: read(example, grammar),
            })
            .collect()
    };
    let headings = grammar.sections.examples.iter().map(|example| Outcome {
        file: "sections.toml",
        text: example.heading.clone(),
        expected: vec![example.kind.clone()],
        given: vec![kind(example, grammar)],
    });
    sentences("concepts.toml", &grammar.concepts.examples)
        .into_iter()
        .chain(sentences("clauses.toml", &grammar.clauses.examples))
        .chain(headings)
        .collect()
}

fn kind(example: &sections::Example, grammar: &Grammar) -> String {
    let above = [Some(example.under.as_str()).filter(|kind| !kind.is_empty())];
    let sections = &grammar.sections;
    let kind = sections.kind_of(&example.heading, &above, example.part);
    kind.map_or_else(String::new, |kind| kind.kind.clone())
}

/// What an example gives: its text as the only paragraph of a section of a report.
fn read(example: &Example, grammar: &Grammar) -> Vec<String> {
    let text = example.text.get_ref().clone();
    let span = Span {
        start: 0,
        end: text.len(),
    };
    let block = Block::new(span, BlockKind::Paragraph);
    let document = Document::new(
        Format::Text,
        "UTF-8",
        text,
        vec![block],
        Vec::new(),
        Vec::new(),
    );
    let outline = Outline {
        sections: example
            .section
            .iter()
            .map(|kind| section(kind, example.heading.as_deref(), &document))
            .collect(),
    };
    let identity = Identity {
        kind: example.kind.unwrap_or(Kind::DepartmentFinalAccounts),
        title: None,
        year: Some(YEAR),
        publisher: None,
        published: None,
    };
    let reading = narrative::read(
        &document,
        &document.fold(),
        &outline,
        &identity,
        grammar,
        &Default::default(),
        false,
    );
    reading.statements.iter().map(written).collect()
}

/// A section of some kind over the whole document, its heading not printed there.
fn section(kind: &str, heading: Option<&str>, document: &Document) -> Section {
    let bytes = Span {
        start: 0,
        end: document.text.len(),
    };
    Section {
        id: "s1".into(),
        kind: Some(kind.to_owned()),
        number: None,
        title: heading.unwrap_or_default().to_owned(),
        level: 1,
        parent: None,
        span: document.extent(bytes),
        heading: Span { start: 0, end: 0 },
        bytes,
    }
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::grammar::Grammar;

    #[test]
    fn every_embedded_example_holds() {
        let wrong: Vec<String> = run(Grammar::embedded())
            .into_iter()
            .filter_map(|o| Some(format!("{}: {}: {}", o.file, o.text, o.mistake()?)))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_concept_has_an_example() {
        let grammar = Grammar::embedded();
        for id in grammar
            .concepts
            .concepts
            .keys()
            .filter(|id| !id.starts_with("x."))
        {
            let line = |line: &String| line.split(' ').next() == Some(id);
            let examples = &grammar.concepts.examples;
            assert!(examples.iter().any(|e| e.gives.iter().any(line)), "{id}");
        }
    }

    #[test]
    fn an_example_tells_how_it_fails() {
        let failing = "[[example]]\ntext = \"机关运行经费3万元。\"\ngives = []\n\
            [[example]]\ntext = \"无名费用3万元。\"\ngives = [\"operating_cost amount executed 30000\"]\n";
        let grammar = Grammar::load(&[("concepts.toml", failing)]).unwrap();
        let wrong: Vec<String> = run(&grammar).iter().filter_map(|o| o.mistake()).collect();
        assert_eq!(
            wrong,
            [
                "it also gives operating_cost amount executed 30000",
                "it has no reading, where it should give operating_cost amount executed 30000"
            ]
        );
    }
}
