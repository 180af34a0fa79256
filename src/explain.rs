//! Explanations: what a concept is called, how a fact came about, why a number was left.

pub mod example;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::document::{Folded, Quote, Span};
use crate::fact::narrative::Derivation;
use crate::fact::token::{self, TokenKind};
use crate::fact::{Fact, Unbound};
use crate::grammar::Grammar;
use crate::grammar::clauses::Role;
use crate::grammar::concepts::Meaning;
use crate::grammar::example::{metric, phase};
use crate::mention;
use crate::report::Inspection;

/// How many characters are shown before a number that was left.
const BEFORE: usize = 24;

/// The page of a concept: its name, its labels by frame as templates, what it is counted in, its examples. `None` where
/// there is none.
pub fn concept(id: &str, grammar: &Grammar) -> Option<String> {
    let concept = grammar.concepts.concepts.get(id)?;
    let mut page = format!("{id}  {}\n", concept.zh);
    if let Some(frame) = &concept.opens {
        let _ = writeln!(page, "opens the frame {frame} for its parts");
    }
    if !concept.classifiers.is_empty() {
        let _ = writeln!(page, "counted in {}", concept.classifiers.join("、"));
    }
    let mut groups: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let meanings = grammar.concepts.labels.values().flatten();
    for meaning in meanings.filter(|m| m.concepts.iter().any(|c| c == id)) {
        groups
            .entry(place(meaning))
            .or_default()
            .insert(&meaning.template);
    }
    for (place, templates) in groups {
        let _ = writeln!(page, "\n{place}:");
        for template in templates {
            let _ = writeln!(page, "  {template}");
        }
    }
    let examples: Vec<_> = grammar
        .concepts
        .examples
        .iter()
        .filter(|e| {
            e.gives
                .iter()
                .any(|line| line.split(' ').next() == Some(id))
        })
        .collect();
    if !examples.is_empty() {
        page.push_str("\nexamples:\n");
    }
    for example in examples {
        let _ = writeln!(page, "  {}", example.text.get_ref());
        for line in &example.gives {
            let _ = writeln!(page, "    → {line}");
        }
    }
    Some(page)
}

/// Where a label has a meaning.
fn place(meaning: &Meaning) -> String {
    let mut place = match meaning.frames.as_slice() {
        [] => "labels anywhere".to_owned(),
        frames => format!("labels in the frames {}", frames.join(", ")),
    };
    for (key, value) in meaning.dimensions.iter() {
        let _ = write!(place, ", {key}={value}");
    }
    place
}

/// How a fact of the text came about, as a tree; of a fact of a table, where it stands.
pub fn fact(fact: &Fact, inspection: &Inspection, grammar: &Grammar) -> String {
    let mut tree = format!(
        "{} {} {} {} = {} {}\n",
        fact.id,
        fact.concept,
        metric(fact.metric),
        phase(fact.phase),
        fact.value
            .map_or_else(|| "null".to_owned(), |v| v.to_string()),
        fact.unit,
    );
    for statement in &fact.spans {
        let derivation = inspection.derivations.iter().find(|d| {
            d.at == statement.bytes && d.concept == fact.concept && d.metric == fact.metric
        });
        let _ = writeln!(
            tree,
            "├ line {}: {}",
            statement.line,
            statement.exact.trim()
        );
        match derivation {
            Some(derivation) => derive(&mut tree, derivation, fact, inspection, grammar),
            None => {
                let place = table(statement, inspection);
                let _ = writeln!(tree, "│ └ read from {place}, by its row and column");
            }
        }
    }
    tree
}

/// The table that a phrase stands in, in words.
fn table(quote: &Quote, inspection: &Inspection) -> String {
    let mut tables = inspection.report.tables.iter();
    let table = tables.find(|t| t.span.start <= quote.start && quote.end <= t.span.end);
    match table.map(|table| (&table.id, &table.title)) {
        Some((id, Some(title))) => format!("the table {id} ({title})"),
        Some((id, None)) => format!("the table {id}"),
        None => "a form".to_owned(),
    }
}

/// The branches of one statement.
fn derive(
    tree: &mut String,
    derivation: &Derivation,
    fact: &Fact,
    inspection: &Inspection,
    grammar: &Grammar,
) {
    let folded = Folded::new(&inspection.document.text, derivation.part, &[]);
    let at = folded.position(derivation.at.start);
    let start = folded.text[..at]
        .rfind(['。', '；'])
        .map_or(0, |at| at + '。'.len_utf8());
    let _ = writeln!(tree, "│ ├ sentence: {}", &folded.text[start..at]);
    let meanings = grammar.concepts.labels.get(fact.label.as_str());
    let entry = meanings.and_then(|m| m.iter().find(|m| m.concepts.contains(&fact.concept)));
    let _ = match entry {
        Some(meaning) => writeln!(
            tree,
            "│ ├ label: {} (concepts.toml, {})",
            fact.label,
            place(meaning)
        ),
        None => writeln!(
            tree,
            "│ ├ label: {} (a code list, a project, or the head of the list)",
            fact.label
        ),
    };
    for head in derivation.scope.heads.iter().rev() {
        if let Some(frame) = grammar.concepts.opens(&head.thing.concept) {
            let _ = writeln!(
                tree,
                "│ ├ frame: {frame}, opened by a list of {}",
                head.thing.concept
            );
        }
    }
    for frame in derivation.scope.sections.iter() {
        let _ = writeln!(
            tree,
            "│ ├ frame: {frame}, opened by the section (sections.toml)"
        );
    }
    let mentions = mention::read(&folded.text);
    for token in token::read(&folded.text, &mentions, grammar) {
        if let TokenKind::Word(role) = token.kind
            && start <= token.range.start
            && token.range.end <= at
            && !(role.says_nothing() || role == Role::Noun)
        {
            let _ = writeln!(
                tree,
                "│ ├ word: {} is {role:?} (clauses.toml)",
                &folded.text[token.range]
            );
        }
    }
    let end = folded.position(derivation.at.end);
    let _ = writeln!(
        tree,
        "│ └ number: {}",
        folded.text.get(at..end).unwrap_or("")
    );
}

/// The words before a number that was left, on one line.
pub fn before(unbound: &Unbound, text: &str) -> String {
    let start = unbound.span.bytes.start;
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let words: Vec<char> = text[line..start].chars().collect();
    words[words.len().saturating_sub(BEFORE)..].iter().collect()
}

/// The words directly before a number that was left that name something: the last run of Chinese characters of the
/// clause that are no connecting words. `None` where there are none.
pub fn noun(unbound: &Unbound, text: &str, grammar: &Grammar) -> Option<String> {
    let start = unbound.span.bytes.start;
    let from = text[..start]
        .rfind(['。', '，', '；', '\n', ',', '、', '：'])
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(0, char::len_utf8)
        });
    let folded = Folded::new(
        text,
        Span {
            start: from,
            end: start,
        },
        &[],
    );
    let tokens = token::read(&folded.text, &mention::read(&folded.text), grammar);
    let noun = tokens
        .iter()
        .rev()
        .find(|token| token.kind == TokenKind::Gap)
        .map(|token| folded.text[token.range.clone()].trim().to_owned())?;
    (noun.chars().count() > 1).then_some(noun)
}
