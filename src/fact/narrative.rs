//! Sentences → statements. Clauses are read by structure: what is named, which stage and which comparison the words
//! before a number set up, and what the number then says.

mod clause;
mod reason;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::project;
use super::scope::Scope;
use super::token;
use super::{MentionKind, Metric, Phase, Statement, Unbound};
use crate::document::fold::fold_text;
use crate::document::{Block, BlockKind, Document, Folded, Span};
use crate::grammar::Grammar;
use crate::identity::{Identity, Kind as ReportKind};
use crate::mention::{self, Kind, Mention};
use crate::outline::{Outline, Section};

/// What the sentences of a report state, and the numbers that they leave unbound.
#[derive(Debug, Default)]
pub struct Reading {
    /// The statements, in reading order.
    pub statements: Vec<Statement>,
    /// The numbers that became none.
    pub unbound: Vec<Unbound>,
    /// What each statement was read in, in the order of the statements.
    pub derivations: Vec<Derivation>,
}

/// What a statement was read in: with the words around it, all that decided what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derivation {
    /// The number that was read, or the words that stand for one (持平).
    pub at: Span,
    /// The concept that it was read as.
    pub concept: String,
    /// What it was read as saying of it.
    pub metric: Metric,
    /// The words that were read together: a paragraph, or what stands behind its heading.
    pub part: Span,
    /// The lists and sections that were open.
    pub scope: Scope,
}

/// Reads all paragraphs of a document; `words` are the folded words of its blocks.
pub fn read(
    document: &Document,
    words: &[Folded],
    outline: &Outline,
    identity: &Identity,
    grammar: &Grammar,
) -> Reading {
    let mut reader = Reader {
        document,
        words,
        outline,
        identity,
        grammar,
        memory: clause::Memory::default(),
        section: None,
        reading: Reading::default(),
    };
    for (block, folded) in document.blocks.iter().zip(words) {
        if !matches!(block.kind, BlockKind::Table(_)) {
            reader.block(block, folded);
        }
    }
    reader.captions();
    reader
        .reading
        .unbound
        .sort_by_key(|unbound| unbound.span.bytes);
    reader.reading
}

struct Reader<'a> {
    document: &'a Document,
    words: &'a [Folded],
    outline: &'a Outline,
    identity: &'a Identity,
    grammar: &'a Grammar,
    memory: clause::Memory,
    /// The section of the paragraph before.
    section: Option<String>,
    reading: Reading,
}

impl Reader<'_> {
    /// A paragraph: its headings, and what stands between them.
    fn block(&mut self, block: &Block, folded: &Folded) {
        let mentions = mention::read(&folded.text);
        let mut used = vec![false; mentions.len()];
        for part in self.parts(block, folded) {
            self.part(part, folded, &mentions, &mut used);
        }
        self.leave(folded, &mentions, &used);
    }

    /// The parts of a paragraph that stand in one section each: heading and body by their bytes in the folded words.
    fn parts(&self, block: &Block, folded: &Folded) -> Vec<Part> {
        let sections = &self.outline.sections;
        let first = sections.partition_point(|s| s.heading.start < block.span.start);
        let mut parts = Vec::new();
        let mut at = 0;
        for section in sections[first..]
            .iter()
            .take_while(|s| s.heading.start < block.span.end)
        {
            let start = folded.position(section.heading.start);
            let end = folded.position(section.heading.end);
            parts.push(Part {
                heading: at..at,
                body: at..start,
            });
            parts.push(Part {
                heading: start..end,
                body: end..end,
            });
            at = end;
        }
        parts.push(Part {
            heading: at..at,
            body: at..folded.text.len(),
        });
        parts.retain(|part| !part.body.is_empty() || !part.heading.is_empty());
        parts
    }

    fn part(&mut self, part: Part, folded: &Folded, mentions: &[Mention], used: &mut [bool]) {
        let range = if part.heading.is_empty() {
            part.body
        } else {
            part.heading.clone()
        };
        let span = folded.span(range.clone());
        let section = self.outline.at(span.start);
        self.enter(section);
        if self.is_silent(section) {
            return;
        }
        let (first, last) = (
            mentions.partition_point(|m| m.range.start < range.start),
            mentions.partition_point(|m| m.range.end <= range.end),
        );
        let words = &folded.text[range.clone()];
        let local: Vec<Mention> = mentions[first..last.max(first)]
            .iter()
            .map(|m| Mention {
                range: m.range.start - range.start..m.range.end - range.start,
                ..m.clone()
            })
            .collect();
        let tokens = token::read(words, &local, self.grammar);
        let mut scope = self.scope(section);
        let review =
            project::in_review(words, &self.grammar.projects).filter(|_| part.heading.is_empty());
        let review = review.map(|name| project::as_printed(&name, self.document.slice(span)));
        let outer = self.memory.review(review, &mut scope);
        let context = clause::Context {
            grammar: self.grammar,
            words,
            tokens: &tokens,
            mentions: &local,
            year: self.year(section),
            default_phase: self.default_phase(section),
            scope,
            heading: !part.heading.is_empty(),
            start: span.start,
            publisher: self
                .identity
                .publisher
                .as_ref()
                .map(|publisher| publisher.name.as_str()),
            department: self.department(section),
        };
        let found = clause::read(&context, &mut self.memory);
        self.memory.resume(outer);
        let finest = finest_places(&local);
        let government = context
            .scope
            .sections
            .iter()
            .any(|frame| frame == "government");
        let states = |s: &clause::Found| {
            !government || self.grammar.reports.government.states(&s.thing.concept)
        };
        for mut statement in found.into_iter().filter(states) {
            if let Some(name) = statement.thing.dimensions.get_mut("project") {
                let near = before(&folded.text, range.start + statement.range.end);
                *name = project::as_printed(name, self.document.slice(folded.span(near)));
            }
            if let Some(mark) = statement.mention.and_then(|i| used.get_mut(first + i)) {
                *mark = true;
            }
            let place = |s: &clause::Found| {
                let mention = &local[s.mention?];
                let finest = *finest.get(&unit_key(mention))?;
                // More zeros than money has are not dropped: the number is rounded.
                let dropped = finest - mention.decimals;
                Some(if dropped > DROPPED {
                    mention.decimals
                } else {
                    finest
                })
            };
            let quote = self.document.quote(
                folded.span(range.start + statement.range.start..range.start + statement.range.end),
            );
            self.reading.derivations.push(Derivation {
                at: quote.bytes,
                concept: statement.thing.concept.clone(),
                metric: statement.metric,
                part: span,
                scope: Scope {
                    heads: statement.heads.clone(),
                    fund: None,
                    sections: context.scope.sections.clone(),
                },
            });
            self.reading.statements.push(Statement {
                place: place(&statement),
                section: section.map(|s| s.id.clone()),
                table: None,
                quote,
                concept: statement.thing.concept,
                dimensions: statement.thing.dimensions,
                label: statement.label,
                metric: statement.metric,
                phase: statement.phase,
                year: statement.year,
                value: statement.value,
                unit: statement.unit,
                decimals: statement.decimals,
                approximate: statement.approximate,
                whole: statement.whole,
                base: statement.base,
                list: statement.list,
            });
        }
    }

    /// What a new section changes: its subject, its project, the category before.
    fn enter(&mut self, section: Option<&Section>) {
        let id = section.map(|s| s.id.clone());
        if id == self.section {
            return;
        }
        self.section = id;
        let project = section.and_then(|section| self.project(section));
        self.memory.enter(project);
    }

    /// The project that a section is about: named by its heading, by that of the report it is part of, or by the line
    /// in brackets under that heading.
    fn project(&self, section: &Section) -> Option<String> {
        let words = &self.grammar.projects;
        for section in self.outline.ancestors(section) {
            if let Some(name) = project::in_heading(&section.title, words) {
                return Some(project::as_printed(&name, &section.title));
            }
            if self.is_described(section) {
                return Some(project::tidy(&section.title));
            }
            if section.kind.as_deref() == Some("project_evaluation") {
                let at = self
                    .document
                    .blocks
                    .partition_point(|b| b.span.end <= section.heading.start);
                let lines = self.document.blocks.iter().zip(self.words).skip(at + 1);
                return lines
                    .take(2)
                    .take_while(|(b, _)| !matches!(b.kind, BlockKind::Table(_)))
                    .find_map(|(_, words)| project::in_brackets(&words.text));
            }
        }
        None
    }

    /// Whether a heading is the name of a project that the lines below describe: 1.山塘加固 over （1）项目概述.
    fn is_described(&self, section: &Section) -> bool {
        if section.kind.is_some() || section.number.is_none() {
            return false;
        }
        let blocks = &self.document.blocks;
        let at = blocks.partition_point(|b| b.span.end <= section.heading.start);
        let below = self.words.get(at + 1).map_or("", |words| &words.text);
        let number = crate::document::numbering::number(below);
        let item = number.map(|number| &below[number.text.len()..]);
        let words = &self.grammar.projects.describes;
        item.is_some_and(|item| words.iter().any(|word| item.starts_with(word.as_str())))
    }

    /// Glossaries, and what stands there under other headings, state no facts; nor do tables of contents.
    fn is_silent(&self, section: Option<&Section>) -> bool {
        section.is_some_and(|s| {
            let kind = self.outline.ancestors(s).find_map(|s| s.kind.as_deref());
            self.grammar.sections.silent(kind)
        })
    }

    /// The frames of a section, innermost first.
    fn scope(&self, section: Option<&Section>) -> Scope {
        let root = match self.identity.kind {
            ReportKind::ProjectSelfAssessment => Some("project".to_owned()),
            ReportKind::DepartmentSelfAssessment => Some("self_assessment".to_owned()),
            ReportKind::GovernmentBudget | ReportKind::GovernmentFinalAccounts => {
                Some("government".to_owned())
            }
            _ => None,
        };
        let sections = section
            .map(|s| self.outline.ancestors(s).collect::<Vec<_>>())
            .unwrap_or_default();
        let review = section
            .filter(|s| {
                self.is_described(s)
                    || project::in_review(&fold_text(&s.title), &self.grammar.projects).is_some()
            })
            .map(|_| "project".to_owned());
        let frames = sections
            .iter()
            .enumerate()
            .filter_map(|(at, s)| {
                let above = sections[at + 1..].iter().filter_map(|s| s.kind.as_deref());
                self.grammar.sections.frame(s.kind.as_deref()?, above)
            })
            .map(str::to_owned);
        Scope {
            heads: Vec::new(),
            fund: None,
            sections: review.into_iter().chain(frames).chain(root).collect(),
        }
    }

    /// The stage that a number has where nothing says it: that of the report, but in the report of a government on two
    /// years that of the closest heading which speaks of one.
    fn default_phase(&self, section: Option<&Section>) -> Phase {
        let words = &self.grammar.reports.phase;
        let headed = section
            .filter(|_| self.identity.kind == ReportKind::GovernmentBudget)
            .and_then(|section| {
                self.outline.ancestors(section).find_map(|s| {
                    if words.approved.is_match(&s.title) {
                        Some(Phase::Approved)
                    } else {
                        words.executed.is_match(&s.title).then_some(Phase::Executed)
                    }
                })
            });
        headed.unwrap_or(if self.identity.kind.is_budget() {
            Phase::Approved
        } else {
            Phase::Executed
        })
    }

    /// Whether a score without a name is that of the department: everywhere but in reports on single projects.
    fn department(&self, section: Option<&Section>) -> bool {
        section.is_some_and(|s| {
            self.outline.ancestors(s).any(|s| {
                s.kind
                    .as_deref()
                    .is_some_and(|k| k.starts_with("self_assessment"))
            })
        }) || self.identity.kind == ReportKind::DepartmentSelfAssessment
    }

    /// Whether a heading is that of a part which is about the report's own year whatever it says: another year there was
    /// left from last year's report.
    fn is_of_own_year(&self, section: &Section) -> bool {
        let kind = section.kind.as_deref().unwrap_or_default();
        match self.identity.kind {
            ReportKind::DepartmentFinalAccounts => kind.starts_with("notes"),
            ReportKind::DepartmentBudget => kind == "notes",
            _ => false,
        }
    }

    /// The year of the closest heading that has one, else of the report.
    fn year(&self, section: Option<&Section>) -> Option<i32> {
        let headed = section.and_then(|s| {
            self.outline
                .ancestors(s)
                .filter(|s| s.kind.as_deref() != Some("self_assessment.table"))
                .filter(|s| self.identity.year.is_none() || !self.is_of_own_year(s))
                .find_map(|s| {
                    mention::read(&fold_text(&s.title))
                        .iter()
                        .find(|m| m.kind == Kind::Year)
                        .and_then(|m| i32::try_from(m.value).ok())
                })
        });
        headed.or(self.identity.year)
    }

    /// The numbers of lines that belong to tables but stand outside of their cells.
    fn captions(&mut self) {
        let spans: Vec<Span> = self
            .document
            .tables
            .iter()
            .flat_map(|t| t.captions.iter().chain(&t.notes))
            .copied()
            .collect();
        let blocks = &self.document.blocks;
        for span in spans {
            // Blocks stand in reading order, so the first that ends behind the caption's start is the only one to ask.
            let at = blocks.partition_point(|b| b.span.end <= span.start);
            if blocks.get(at).is_some_and(|b| b.span.overlaps(span)) {
                continue;
            }
            let folded = Folded::new(&self.document.text, span, &[]);
            let mentions = mention::read(&folded.text);
            self.leave(&folded, &mentions, &vec![false; mentions.len()]);
        }
    }

    /// Lists the numbers of a paragraph that no statement used.
    fn leave(&mut self, folded: &Folded, mentions: &[Mention], used: &[bool]) {
        if used.iter().all(|used| *used) {
            return;
        }
        let tokens = token::read(&folded.text, mentions, self.grammar);
        for (mention, _) in mentions.iter().zip(used).filter(|(_, used)| !**used) {
            let kind = match mention.kind {
                Kind::Amount { .. } | Kind::Price => MentionKind::Amount,
                Kind::Percent | Kind::PercentagePoints => MentionKind::Percent,
                Kind::Range if folded.text[mention.range.clone()].ends_with('%') => {
                    MentionKind::Percent
                }
                Kind::Range => MentionKind::Amount,
                Kind::Count { .. } => MentionKind::Count,
                _ => continue,
            };
            let span = folded.span(mention.range.clone());
            let scope = self.scope(self.outline.at(span.start));
            self.reading.unbound.push(Unbound {
                kind,
                value: Some(mention.value),
                reason: reason::of(&tokens, &mention.range, &scope, self.grammar),
                span: self.document.quote(span),
            });
        }
    }
}

/// The folded words before a byte in which the name of a project is looked for as it is printed.
fn before(text: &str, end: usize) -> std::ops::Range<usize> {
    const NEAR: usize = 600;
    let mut start = end.saturating_sub(NEAR);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start..end
}

/// How many zeros behind the point prose drops at most: 98万元 beside 357.26万元 is 98.00.
const DROPPED: i32 = 2;

/// A part of a paragraph: a heading or a body, the other being empty.
struct Part {
    heading: std::ops::Range<usize>,
    body: std::ops::Range<usize>,
}

/// The finest printed place of each unit in a paragraph: prose drops trailing zeros, so 98万元 beside 357.26万元 is 98.00.
fn finest_places(mentions: &[Mention]) -> BTreeMap<String, i32> {
    let mut finest = BTreeMap::new();
    for mention in mentions
        .iter()
        .filter(|m| m.kind.is_value() && m.value != Decimal::ZERO)
    {
        let place: &mut i32 = finest.entry(unit_key(mention)).or_insert(mention.decimals);
        *place = (*place).max(mention.decimals);
    }
    finest
}

fn unit_key(mention: &Mention) -> String {
    match &mention.kind {
        Kind::Amount { unit } => unit.to_string(),
        Kind::Count { classifier } => classifier.clone(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests;
