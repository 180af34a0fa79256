//! Sentences → statements. Clauses are read by structure: what is named, which stage and which comparison the words
//! before a number set up, and what the number then says.

mod clause;
mod place;
mod reason;
mod rounding;

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use smol_str::SmolStr;

use super::part::{Parts, SCOPE};
use place::{Place, Places};

use super::project;
use super::scope::{Scope, Thing};
use super::token::{self, Token};
use super::{MentionKind, Metric, Statement, Unbound, Whole};
use crate::document::fold::fold_text;
use crate::document::numbering;
use crate::document::{Block, BlockKind, Document, Folded, Span};
use crate::grammar::Grammar;
use crate::identity::Identity;
use crate::mention::{self, Kind, Mention};
use crate::outline::{Outline, Section};

/// What the sentences of a report state, and the numbers that they leave unbound.
#[derive(Debug, Default)]
pub struct Reading {
    /// The statements, in reading order.
    pub statements: Vec<Statement>,
    /// The numbers that became none.
    pub unbound: Vec<Unbound>,
    /// What each statement was read in, in the order of the statements, where that was asked for.
    pub derivations: Vec<Derivation>,
}

/// What a statement was read in: with the words around it, all that decided what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derivation {
    /// The number that was read, or the words that stand for one (持平).
    pub at: Span,
    /// The concept that it was read as.
    pub concept: SmolStr,
    /// What it was read as saying of it.
    pub metric: Metric,
    /// The words that were read together: a paragraph, or what stands behind its heading.
    pub part: Span,
    /// The lists and sections that were open.
    pub scope: Scope,
}

/// What the ids of what is named, but is several things under one name, begin with: their numbers state nothing.
const OTHER: &str = "x.other.";

/// The project that the whole report is about, by its title.
fn titled(identity: &Identity, grammar: &Grammar) -> Option<String> {
    let title = identity.title.as_deref()?;
    let publisher = identity.publisher.as_ref()?;
    let name = project::in_title(
        &fold_text(title),
        &fold_text(&publisher.name),
        &grammar.projects,
    )?;
    Some(project::as_printed(&name, title))
}

/// Reads all paragraphs of a document; `words` are the folded words of its blocks, `known` the projects that its tables
/// name. `derives` asks for derivations.
pub fn read(
    document: &Document,
    words: &[Folded],
    outline: &Outline,
    identity: &Identity,
    grammar: &Grammar,
    known: &project::Known,
    derives: bool,
) -> Reading {
    let places = Places::new(document, words, outline, identity, grammar, known);
    let nowhere = Rc::new(places.of(None));
    let publisher = identity.publisher.as_ref();
    let publisher = publisher.map(|publisher| fold_text(&publisher.name));
    let mut reader = Reader {
        listed: None,
        document,
        words,
        outline,
        identity,
        grammar,
        derives,
        known,
        memory: clause::Memory::default(),
        place: nowhere.clone(),
        places,
        titled: titled(identity, grammar),
        publisher: publisher.as_deref(),
        reading: Reading::default(),
    };
    // Each step is taken for all paragraphs before the next one, since the steps together are more code than a processor
    // keeps at hand.
    let blocks = document.blocks.iter().zip(words);
    let mut declared = Declared::default();
    let paragraphs: Vec<_> = blocks
        .filter(|(block, _)| !matches!(block.kind, BlockKind::Table(_)))
        .map(|(block, folded)| {
            let unit = declared.unit_for(outline.at(block.span.start), &folded.text);
            (block, folded, mention::read_in(&folded.text, unit))
        })
        .collect();
    let mentions = paragraphs.iter().map(|(_, _, mentions)| mentions.len());
    reader.reading.statements.reserve(mentions.sum());
    let mut place = nowhere;
    let cut: Vec<Vec<Part>> = paragraphs
        .iter()
        .map(|(block, folded, mentions)| reader.parts(block, folded, mentions, &mut place))
        .collect();
    for ((_, folded, mentions), parts) in paragraphs.iter().zip(cut) {
        reader.paragraph(folded, mentions, parts);
    }
    reader.captions();
    rounding::settle(&mut reader.reading.statements);
    reader.reading
}

struct Reader<'a> {
    document: &'a Document,
    words: &'a [Folded],
    outline: &'a Outline,
    identity: &'a Identity,
    grammar: &'a Grammar,
    derives: bool,
    memory: clause::Memory,
    places: Places<'a>,
    /// The projects that its tables name.
    known: &'a project::Known,
    /// The project that the whole report is about, where its title names one.
    titled: Option<String>,
    /// The folded name of the publisher.
    publisher: Option<&'a str>,
    /// Where the paragraph before stood.
    place: Rc<Place<'a>>,
    /// The part of the place that the line above a list of numbered items speaks of.
    listed: Option<Option<String>>,
    reading: Reading,
}

impl<'a> Reader<'a> {
    /// A paragraph: its headings, and what stands between them.
    fn paragraph(&mut self, folded: &Folded, mentions: &[Mention], parts: Vec<Part<'a, '_>>) {
        let mut used = vec![false; mentions.len()];
        let mut tokens = None;
        for part in parts {
            tokens = self.part(part, folded, &mut used);
        }
        self.leave(folded, mentions, &used, tokens);
    }

    /// The parts of a paragraph that stand in one section each: heading and body, cut into tokens. `place` is where the
    /// part before stood.
    fn parts<'p>(
        &self,
        block: &Block,
        folded: &Folded,
        mentions: &'p [Mention],
        place: &mut Rc<Place<'a>>,
    ) -> Vec<Part<'a, 'p>> {
        let sections = &self.outline.sections;
        let first = sections.partition_point(|s| s.heading.start < block.span.start);
        let mut parts = Vec::new();
        let mut at = 0;
        let mut add = |heading: bool, range: Range<usize>| {
            if !range.is_empty() {
                parts.push(self.cut(heading, range, folded, mentions, place));
            }
        };
        for section in sections[first..]
            .iter()
            .take_while(|s| s.heading.start < block.span.end)
        {
            let start = folded.position(section.heading.start);
            let end = folded.position(section.heading.end);
            add(false, at..start);
            add(true, start..end);
            at = end;
        }
        add(false, at..folded.text.len());
        parts
    }

    /// Cuts a part of a paragraph into tokens.
    fn cut<'p>(
        &self,
        heading: bool,
        range: Range<usize>,
        folded: &Folded,
        mentions: &'p [Mention],
        place: &mut Rc<Place<'a>>,
    ) -> Part<'a, 'p> {
        let span = folded.span(range.clone());
        let section = self.outline.at(span.start);
        if start(section) != start(place.section) {
            *place = Rc::new(self.places.of(section));
        }
        let first = mentions.partition_point(|m| m.range.start < range.start);
        let last = mentions.partition_point(|m| m.range.end <= range.end);
        let local = within(&mentions[first..last.max(first)], range.start);
        Part {
            heading,
            span,
            first,
            tokens: match place.silent {
                true => Vec::new(),
                false => token::read(&folded.text[range.clone()], &local, self.grammar),
            },
            place: place.clone(),
            mentions: local,
            range,
        }
    }

    /// Reads a part; gives its tokens where it is the whole of the paragraph.
    fn part(
        &mut self,
        part: Part<'a, '_>,
        folded: &Folded,
        used: &mut [bool],
    ) -> Option<Vec<Token<'a>>> {
        self.enter(part.place);
        if self.place.silent {
            return None;
        }
        let Part {
            range,
            span,
            first,
            mentions: local,
            tokens,
            ..
        } = part;
        let words = &folded.text[range.clone()];
        let mut scope = self.place.scope.clone();
        let review = project::in_review(words, &self.grammar.projects);
        let reviews = review.is_some();
        let review = review.filter(|_| !part.heading);
        let review = review.map(|name| project::as_printed(&name, self.document.slice(span)));
        let announced = project::announced(words, &self.grammar.projects);
        let announced = announced.map(|name| project::as_printed(&name, self.document.slice(span)));
        self.memory.announce(announced, &mut scope);
        let outer = self.memory.review(review, &mut scope);
        let context = clause::Context {
            grammar: self.grammar,
            words,
            tokens: &tokens,
            mentions: &local,
            year: self.place.year,
            default_phase: self.place.phase,
            plans: self.places.plans(),
            scope,
            heading: part.heading,
            reviews,
            derives: self.derives,
            known: self.known,
            start: span.start,
            publisher: self.publisher,
            department: self.place.department,
        };
        let mut found = clause::read(&context, &mut self.memory);
        self.memory.resume(outer);
        self.settle(&mut found);
        let government = context.scope.is_government();
        let parts = government.then(|| Parts::of(words, self.identity, self.grammar));
        let is_item = numbering::number(words).is_some();
        self.listed = self.listed.take().filter(|_| is_item);
        let said = Said {
            folded,
            range: &range,
            span,
            mentions: &local,
            finest: rounding::finest_places(&local),
            parts,
            sections: &context.scope.sections,
            one_share: found.iter().filter(|f| f.metric == Metric::Share).count() == 1,
        };
        for found in found {
            if !self.is_stated(&found, &context.scope) {
                continue;
            }
            if let Some(mark) = found.mention.and_then(|i| used.get_mut(first + i)) {
                *mark = true;
            }
            self.state(found, &said);
        }
        if words.ends_with('：') {
            let parts = said.parts.as_ref();
            self.listed = parts.and_then(|parts| parts.at(words.len())).cloned();
        }
        let whole = range == (0..folded.text.len());
        whole.then_some(tokens)
    }

    /// 本年收入20万元。（一）收入20万元，比上年增加2万元: a total that is called by a word of several meanings, where the number is
    /// one that a part of it was said to have, is that part.
    fn settle(&self, found: &mut [clause::Found]) {
        let labels = &self.grammar.concepts.labels;
        let is_weak = |label: &str| labels.get(label).is_some_and(|m| m.iter().any(|m| m.weak));
        for at in 0..found.len() {
            let total = &found[at];
            if total.metric != Metric::Amount || !is_weak(&total.label) {
                continue;
            }
            let Some(partition) = self.grammar.checks.partition(&total.thing.concept) else {
                continue;
            };
            let same = |statement: &&Statement| {
                statement.metric == Metric::Amount
                    && (statement.phase, statement.year) == (total.phase, total.year)
                    && statement.value == total.value
                    && statement.dimensions == total.thing.dimensions
            };
            let said = self.reading.statements.iter().rev().take(STATED);
            let said: Vec<&SmolStr> = said.filter(same).map(|s| &s.concept).collect();
            if said.contains(&&total.thing.concept) {
                continue;
            }
            let is_part =
                |concept: &&&SmolStr| partition.parts.iter().any(|part| part == **concept);
            let Some(&part) = said.iter().find(is_part) else {
                continue;
            };
            let (thing, label, year) = (total.thing.clone(), total.label.clone(), total.year);
            for own in found.iter_mut() {
                if own.thing == thing && own.label == label && own.year == year {
                    own.thing.concept = part.clone();
                }
            }
        }
    }

    /// Whether what was found states something: what is several things under one name does not, and a report of a
    /// government speaks of the budget in words of which only some mean the same there.
    fn is_stated(&self, found: &clause::Found, scope: &Scope) -> bool {
        let Thing {
            concept,
            dimensions,
        } = &found.thing;
        let words = &self.grammar.reports.government;
        let head = found.list.as_ref().and_then(|list| list.head.as_deref());
        let may_state = || words.states(concept, dimensions, &found.label, &scope.sections, head);
        !concept.starts_with(OTHER) && (!scope.is_government() || may_state())
    }

    /// Adds what a part states, with its place in the source.
    fn state(&mut self, mut found: clause::Found, said: &Said<'_>) {
        let at = said.range.start;
        let dimensions = &mut found.thing.dimensions;
        if let Some(name) = dimensions.get_mut("project") {
            let near = before(&said.folded.text, at + found.range.end);
            *name = project::as_printed(name, self.document.slice(said.folded.span(near))).into();
        }
        if let Some(parts) = &said.parts
            && let Some(part) = parts
                .at(found.range.start)
                .or(self.listed.as_ref())
                .unwrap_or(&self.place.part)
        {
            dimensions.insert(SCOPE.to_owned(), part.clone());
        }
        if found.metric == Metric::Share && found.whole.is_none() {
            let whole = self.whole_above(&found);
            // 本年收入12万元。按来源分：财政拨款收入9万元，占75%；…: what the parts of a list without a head are of, directly.
            let is_listed = |whole: &Whole| {
                let parent = self.grammar.checks.parent(&found.thing.concept);
                parent.is_some_and(|parted| parted.whole == whole.concept.as_str())
            };
            found.whole = whole.filter(|whole| said.one_share || is_listed(whole));
        }
        let mention = found.mention.and_then(|i| said.mentions.get(i));
        let span = said
            .folded
            .span(at + found.range.start..at + found.range.end);
        let quote = self.document.quote(span);
        if self.derives {
            self.reading.derivations.push(Derivation {
                at: quote.bytes,
                concept: found.thing.concept.clone(),
                metric: found.metric,
                part: said.span,
                scope: Scope {
                    heads: found.heads,
                    fund: None,
                    spent: None,
                    sections: said.sections.clone(),
                },
            });
        }
        self.reading.statements.push(Statement {
            place: mention.and_then(|mention| rounding::finest_place(mention, &said.finest)),
            section: self.place.section.map(|s| s.id.clone()),
            table: None,
            quote,
            concept: found.thing.concept,
            dimensions: found.thing.dimensions,
            label: found.label,
            metric: found.metric,
            phase: found.phase,
            year: found.year,
            value: found.value,
            unit: found.unit,
            decimals: found.decimals,
            approximate: found.approximate,
            whole: found.whole,
            base: found.base,
            list: found.list,
        });
    }

    /// What a share is of, where no word says so and no list is headed: the one total of the thing that its section, or
    /// one around it, has stated so far. Where there are several (“三公”经费, 公务用车购置及运行维护费), none is certain.
    fn whole_above(&self, share: &clause::Found) -> Option<Whole> {
        let section = self.place.section?;
        let around: Vec<&str> = self.outline.ancestors(section).map(|s| &*s.id).collect();
        let part = |s: &Statement, concept: &str| {
            s.metric == Metric::Amount
                && (s.phase, s.year) == (share.phase, share.year)
                && s.concept == concept
                && s.dimensions == share.thing.dimensions
        };
        let near = self.reading.statements.iter().rev().take(NEAR);
        let near: Vec<&Statement> = near
            .filter(|s| s.section.as_deref().is_some_and(|id| around.contains(&id)))
            .collect();
        let amount = near.iter().find(|s| part(s, &share.thing.concept))?.value?;
        let parent = |concept: &&str| {
            let partition = self.grammar.checks.parent(concept)?;
            Some(partition.whole.as_str())
        };
        let totals = std::iter::successors(parent(&&*share.thing.concept), parent).take(DEEPEST);
        let mut stated = totals.filter(|total| near.iter().any(|s| part(s, total)));
        let total = stated.next().filter(|_| stated.next().is_none())?;
        let exceeds = |s: &&&Statement| part(s, total) && s.value < Some(amount);
        (!near.iter().any(|s| exceeds(&s))).then(|| Whole {
            concept: total.into(),
            dimensions: share.thing.dimensions.clone(),
        })
    }

    /// What a new section changes: its subject, its project, the category before.
    fn enter(&mut self, place: Rc<Place<'a>>) {
        let before = std::mem::replace(&mut self.place, place);
        let section = self.place.section;
        if start(section) != start(before.section) {
            let project = section.and_then(|section| self.project(section));
            self.memory.enter(project);
        }
    }

    /// The project that a section is about: named by its heading, by that of the report it is part of, or by the line
    /// in brackets under that heading.
    fn project(&self, section: &Section) -> Option<String> {
        let words = &self.grammar.projects;
        for section in self.outline.ancestors(section) {
            if let Some(name) = self.places.known(section) {
                return Some(name.to_string());
            }
            if let Some(name) = self.places.announced(section) {
                return Some(name);
            }
            if let Some(name) = project::in_folded(&self.places.heading(section).words, words) {
                return Some(project::as_printed(&name, &section.title));
            }
            if self.places.is_described(section) {
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
        self.titled.clone()
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
            self.leave(&folded, &mentions, &vec![false; mentions.len()], None);
        }
    }

    /// Lists the numbers of a paragraph that no statement used; `tokens` are those of the whole paragraph, if it was cut
    /// as a whole.
    fn leave(
        &mut self,
        folded: &Folded,
        mentions: &[Mention],
        used: &[bool],
        mut tokens: Option<Vec<Token<'a>>>,
    ) {
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
            let tokens =
                tokens.get_or_insert_with(|| token::read(&folded.text, mentions, self.grammar));
            let span = folded.span(mention.range.clone());
            let section = self.outline.at(span.start);
            let scope = match section == self.place.section {
                true => Cow::Borrowed(&self.place.scope),
                false => Cow::Owned(self.places.scope(section)),
            };
            self.reading.unbound.push(Unbound {
                kind,
                value: Some(mention.value),
                reason: reason::of(tokens, &mention.range, &scope, self.grammar),
                span: self.document.quote(span),
            });
        }
    }
}

/// The mentions of a part of a paragraph that begins at a byte, by the bytes of that part.
fn within(mentions: &[Mention], start: usize) -> Cow<'_, [Mention]> {
    if start == 0 {
        return Cow::Borrowed(mentions);
    }
    let local = mentions.iter().map(|m| Mention {
        range: m.range.start - start..m.range.end - start,
        ..m.clone()
    });
    Cow::Owned(local.collect())
}

/// How many statements back the amount of a part is looked for.
const STATED: usize = 100;

/// The folded words before a byte in which the name of a project is looked for as it is printed.
fn before(text: &str, end: usize) -> Range<usize> {
    const NEAR: usize = 600;
    let mut start = end.saturating_sub(NEAR);
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start..end
}

/// How many statements before a share its total is looked for in.
const NEAR: usize = 64;

/// How many totals one within the other are looked at.
const DEEPEST: usize = 8;

/// A part of a paragraph: a heading or a body.
struct Part<'a, 'p> {
    heading: bool,
    /// Its bytes in the folded words.
    range: Range<usize>,
    span: Span,
    /// Where it stands.
    place: Rc<Place<'a>>,
    /// Its numbers, by the bytes of the part, and which number of the paragraph is the first of them.
    mentions: Cow<'p, [Mention]>,
    first: usize,
    /// Its tokens; none where it states nothing.
    tokens: Vec<Token<'a>>,
}

/// What the statements of a part have in common.
struct Said<'a> {
    /// The words of the paragraph, and which of them are the part.
    folded: &'a Folded,
    range: &'a Range<usize>,
    span: Span,
    /// The numbers of the part, by its bytes, and the finest places that each unit is printed with.
    mentions: &'a [Mention],
    finest: Vec<(&'a Kind, i32)>,
    /// Which part of a place each of its words is about, in a report of a government.
    parts: Option<Parts>,
    /// The sections that the part stands in.
    sections: &'a Arc<[SmolStr]>,
    /// Whether it states one share alone: 公务接待费2万元，占20%. Several are a list, whose head names their whole.
    one_share: bool,
}

/// The unit that a line of a section has declared for the lines below it: 支出情况如下（单位：万元）：.
#[derive(Default)]
struct Declared {
    section: Option<usize>,
    unit: Option<u32>,
}

impl Declared {
    /// The unit of the bare numbers of a paragraph, which may itself declare that of those behind it.
    fn unit_for(&mut self, section: Option<&Section>, words: &str) -> Option<u32> {
        let section = start(section);
        if section != self.section {
            *self = Self {
                section,
                unit: None,
            };
        }
        let unit = self.unit;
        self.unit = mention::declared_unit(words).or(unit);
        unit
    }
}

/// What tells one section from another.
fn start(section: Option<&Section>) -> Option<usize> {
    section.map(|section| section.heading.start)
}

#[cfg(test)]
mod tests;
