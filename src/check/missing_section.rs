//! `missing-section`: the parts that final accounts must have are there, or the report says why not.

use super::Severity;
use super::log::Log;
use super::rules::Rule;
use crate::document::{Format, Quote, Span};
use crate::grammar::checks::Section;
use crate::identity::Kind;

pub(super) const RULE: Rule = Rule {
    name: "missing-section",
    severity: Severity::Warning,
    page: include_str!("missing_section.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let context = log.ledger.context;
    let has_text = matches!(
        context.document.format,
        Format::Text | Format::Html | Format::Docx
    );
    if context.identity.kind != Kind::DepartmentFinalAccounts || !has_text {
        return;
    }
    // An outline without any notes was not read as one, and says nothing of what is missing.
    let mut kinds = context.sections.iter().filter_map(|s| s.kind.as_deref());
    if !kinds.any(|kind| kind.starts_with("notes.")) {
        return;
    }
    let sections = &context.grammar.checks.sections;
    let (there, missing): (Vec<_>, Vec<_>) = sections.iter().partition(|s| is_there(log, s));
    // What lacks most of them is an excerpt.
    if missing.len() * 2 >= sections.len() {
        return log.unchecked();
    }
    there.iter().for_each(|_| log.holds());
    for section in missing {
        let quote = last_notes(log);
        let draft = log.report(
            format!("缺少“{}”", section.zh),
            format!("there is no section “{}” ({})", section.zh, section.en),
        );
        draft.quotes.push(("stated", quote));
    }
}

/// Whether a section is there by its kind, by a heading, by numbers of the text, or by the reason that it is not.
fn is_there(log: &Log<'_>, section: &Section) -> bool {
    let context = log.ledger.context;
    let below = |kind: &str| {
        kind.strip_prefix(section.kind.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    context.sections.iter().any(|s| match s.kind.as_deref() {
        Some(kind) => below(kind),
        None => section.heading.is_match(&s.title),
    }) || context
        .facts
        .iter()
        .any(|fact| fact.table.is_none() && section.facts.iter().any(|id| *id == fact.concept))
        || says_why(log, section)
}

fn says_why(log: &Log<'_>, section: &Section) -> bool {
    !section.none.as_str().is_empty()
        && log.ledger.paragraphs.iter().any(|paragraph| {
            !paragraph.is_in("glossary") && section.none.is_match(&paragraph.words.text)
        })
}

/// The heading of the notes, as the place where a part of them is missing.
fn last_notes(log: &Log<'_>) -> Quote {
    let context = log.ledger.context;
    let notes = context
        .sections
        .iter()
        .find(|s| s.kind.as_deref() == Some("notes"));
    let section = notes.or(context.sections.first());
    context
        .document
        .quote(section.map_or(Span::new(0, 0), |s| s.heading))
}
