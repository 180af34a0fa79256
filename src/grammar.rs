//! The grammar: what provinces call things, as data. Embedded in the binary, overlaid by a directory.

pub mod checks;
pub mod clauses;
pub mod codes;
pub mod concepts;
pub mod example;
pub mod forms;
pub mod lint;
pub mod nearest;
pub mod overlay;
pub mod projects;
pub mod regions;
pub mod reports;
pub mod schema;
pub mod sections;
pub mod statements;
pub mod template;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use crate::fact::scope;

use checks::Checks;
use clauses::Clauses;
use concepts::Concepts;
use forms::Forms;
use projects::Projects;
use regex::{Regex, RegexSet, RegexSetBuilder};
use regions::Regions;
use reports::Reports;
use sections::Sections;
use statements::Statements;

/// The embedded files.
pub(crate) const CONCEPTS: &str = include_str!("../grammars/concepts.toml");
const SECTIONS: &str = include_str!("../grammars/sections.toml");
const CLAUSES: &str = include_str!("../grammars/clauses.toml");
const CHECKS: &str = include_str!("../grammars/checks.toml");
const REPORT: &str = include_str!("../grammars/report.toml");
const PROJECTS: &str = include_str!("../grammars/projects.toml");
const REGIONS: &str = include_str!("../grammars/codes/regions.csv");

/// A mistake in a grammar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The bytes of the file that are wrong.
    pub span: Range<usize>,
    /// What is wrong, in one sentence.
    pub message: String,
}

impl Problem {
    /// A mistake at some bytes of a file.
    pub fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
        }
    }

    fn of(error: &toml::de::Error) -> Self {
        Self::new(error.span().unwrap_or(0..0), error.message())
    }
}

/// All entries of the grammar files, compiled.
#[derive(Debug)]
pub struct Grammar {
    /// What can be stated, and what it is called.
    pub concepts: Concepts,
    /// The kinds of sections.
    pub sections: Sections,
    /// Connecting words, compiled with the labels into one automaton.
    pub clauses: Clauses,
    /// How a report says what it is.
    pub reports: Reports,
    /// The words around the names of projects.
    pub projects: Projects,
    /// The regions.
    pub regions: Regions,
    /// The public statements, and what stands around tables.
    pub statements: Statements,
    /// The forms of self-assessment tables.
    pub forms: Forms,
    /// What holds in every report.
    pub checks: Checks,
}

impl Grammar {
    /// The grammar that is embedded in the binary.
    pub fn embedded() -> &'static Grammar {
        static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
        GRAMMAR.get_or_init(|| Grammar::load(&[]).expect("the embedded grammar is tested"))
    }

    /// The embedded grammar with files laid over it, each by its name and text.
    ///
    /// # Errors
    ///
    /// The name of the file that is wrong, and where and why.
    pub fn load(overlays: &[(&str, &str)]) -> Result<Grammar, (String, Problem)> {
        let named = |name: &'static str| {
            overlays
                .iter()
                .filter(move |(own, _)| *own == name)
                .map(|(_, text)| text)
        };
        let mut grammar = Grammar {
            concepts: Concepts::default(),
            sections: Sections::default(),
            clauses: Clauses::default(),
            reports: Reports::read(REPORT, named("report.toml"))
                .map_err(|problem| ("report.toml".to_owned(), problem))?,
            projects: overlay::read(PROJECTS, named("projects.toml"))
                .map_err(|problem| ("projects.toml".to_owned(), problem))?,
            regions: Regions::parse(REGIONS),
            statements: Statements::load(overlays)?,
            forms: Forms::read(overlays)?,
            checks: overlay::read(CHECKS, named("checks.toml"))
                .map_err(|problem| ("checks.toml".to_owned(), problem))?,
        };
        let embedded = [
            ("sections.toml", SECTIONS),
            ("clauses.toml", CLAUSES),
            ("concepts.toml", CONCEPTS),
        ];
        for (name, text) in embedded.iter().chain(overlays) {
            grammar
                .overlay(name, text)
                .map_err(|problem| ((*name).to_owned(), problem))?;
        }
        grammar.concepts.compile();
        grammar.clauses.compile(&grammar.concepts);
        Ok(grammar)
    }

    /// The frames that something opens: a kind of section, the head of a list, the name of a fund.
    pub fn frames_opened(&self) -> BTreeSet<&str> {
        let sections = self
            .sections
            .kinds
            .iter()
            .filter_map(|k| k.frame.as_deref());
        let concepts = self.concepts.concepts.values();
        let concepts = concepts.flat_map(|c| [&c.opens, &c.fund]);
        let concepts = concepts.flatten().map(|frame| frame.as_str());
        let always = scope::FRAMES.into_iter();
        sections.chain(concepts).chain(always).collect()
    }

    /// The frames that decide something: labels, names of code lists or counts mean something of their own in them.
    pub fn frames_asked_for(&self) -> BTreeSet<&str> {
        let labels = self.concepts.labels.values().flatten();
        let labels = labels.flat_map(|meaning| &meaning.frames);
        let categories = self.concepts.categories.iter().flat_map(|c| &c.frames);
        labels.chain(categories).map(String::as_str).collect()
    }

    fn overlay(&mut self, name: &str, text: &str) -> Result<(), Problem> {
        match name {
            "sections.toml" => self.sections.overlay(parse(text)?),
            "clauses.toml" => self.clauses.overlay(parse(text)?),
            "report.toml" | "projects.toml" | "checks.toml" => Ok(()),
            "concepts.toml" => self.concepts.overlay(parse(text)?),
            name if forms::is_form(name) => Ok(()),
            name if statements::is_statement_file(name) => Ok(()),
            _ => Err(Problem::new(
                0..0,
                format!("no grammar file that can be laid over is called {name}"),
            )),
        }
    }
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|e| Problem::of(&e))
}

/// Several patterns as one automaton. Each of them has been compiled by itself, so that together they can only be too
/// many, which is no limit here.
fn together<'p>(patterns: impl IntoIterator<Item = &'p Regex>) -> RegexSet {
    RegexSetBuilder::new(patterns.into_iter().map(Regex::as_str))
        .size_limit(usize::MAX)
        .build()
        .expect("patterns that have been compiled before")
}

#[cfg(test)]
mod tests {
    use super::Grammar;

    #[test]
    fn the_embedded_grammar_is_whole() {
        if let Err((file, problem)) = Grammar::load(&[]) {
            panic!("{file} {problem:?}");
        }
    }
}
