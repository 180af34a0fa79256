//! One paragraph, clause by clause.
//!
//! The reader walks over the tokens from left to right and keeps what the words so far have set up: who is named, which
//! stage of the budget, which comparison, which list. A number then says what these make of it, or is left unbound.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use rust_decimal::Decimal;

use crate::fact::scope::{Head, Scope, Thing, Wanted};
use crate::fact::token::{Path, Token, TokenKind};
use crate::fact::{List, Metric, Phase, Whole, project};
use crate::grammar::Grammar;
use crate::grammar::clauses::Role;
use crate::grammar::concepts::Meaning;
use crate::mention::{Kind, Mention};

/// What a paragraph is read in.
pub struct Context<'a> {
    /// The grammar.
    pub grammar: &'a Grammar,
    /// Its folded words.
    pub words: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token<'a>],
    /// Its numbers.
    pub mentions: &'a [Mention],
    /// The year of the section or the report.
    pub year: Option<i32>,
    /// The stage that a number has where nothing says it.
    pub default_phase: Phase,
    /// The frames of its sections.
    pub scope: Scope,
    /// Whether it is a heading, which only names.
    pub heading: bool,
    /// Where it begins in the canonical text.
    pub start: usize,
    /// The name of the publisher, whose words name nothing else.
    pub publisher: Option<&'a str>,
    /// Whether a score without a name is that of the department.
    pub department: bool,
}

/// What is carried on from one paragraph to the next of the same section.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    topic: Option<Named>,
    heads: Vec<Head>,
    category: String,
    project: Option<String>,
}

impl Memory {
    /// Forgets what a new section does not carry on; `project` is the one that it is about.
    pub fn enter(&mut self, project: Option<String>) {
        self.topic = None;
        self.heads.clear();
        self.project = project;
    }

    /// A paragraph that reviews one project speaks of it alone; gives what the section is about otherwise.
    pub fn review(&mut self, project: Option<String>, scope: &mut Scope) -> Option<String> {
        let outer = self.project.clone();
        if project.is_some() {
            self.project = project;
            scope.sections.insert(0, "project".to_owned());
        }
        outer
    }

    /// What the section is about, behind such a paragraph.
    pub fn resume(&mut self, project: Option<String>) {
        self.project = project;
    }
}

/// A statement as it was read, before it has its place in the document.
#[derive(Debug, Clone)]
pub struct Found {
    /// What it is about.
    pub thing: Thing,
    /// The words that name it.
    pub label: String,
    /// What the number says.
    pub metric: Metric,
    /// The stage of the budget.
    pub phase: Phase,
    /// The year.
    pub year: Option<i32>,
    /// The value, if there is one.
    pub value: Option<Decimal>,
    /// Its unit.
    pub unit: String,
    /// How precisely it is printed.
    pub decimals: Option<i32>,
    /// Whether it is approximate.
    pub approximate: bool,
    /// Of a share: the whole.
    pub whole: Option<Whole>,
    /// Of a completion rate: the base.
    pub base: Option<Phase>,
    /// The list that it is a part of.
    pub list: Option<List>,
    /// The bytes of the words that carry it.
    pub range: Range<usize>,
    /// The number, if it is one.
    pub mention: Option<usize>,
    /// The heads of the lists that were open, the last being the closest.
    pub heads: Vec<Head>,
}

/// Something that was named, its meaning being found when a number says what kind of thing is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    label: String,
    reference: Reference,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reference {
    Label(String),
    Category(String),
    Path(Path),
    Things(Vec<Thing>),
}

/// What the words before a number make of it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Predicate {
    Share(Option<Named>),
    Completion(Option<Phase>),
    Direction(i8),
    Variance(i8),
    VarianceRate,
    Score(usize),
}

/// What a comparison compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Versus {
    Year(i32),
    Budget,
}

/// Why the words that are being read state nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Silence {
    Cause,
    Purpose,
}

/// Reads a paragraph.
pub fn read(context: &Context, memory: &mut Memory) -> Vec<Found> {
    let mut reader = Reader::new(context, memory);
    let silent = reader.silent_ranges();
    for (index, token) in context.tokens.iter().enumerate() {
        if silent
            .iter()
            .any(|r| r.start <= token.range.start && token.range.end <= r.end)
        {
            continue;
        }
        reader.token(index, token);
    }
    reader.finish()
}

struct Reader<'a, 'm> {
    context: &'a Context<'a>,
    memory: &'m mut Memory,
    scope: Scope,
    found: Vec<Found>,
    /// What was named since the last number.
    pending: Vec<Named>,
    /// What the last number was about, or the head of the list that has ended.
    topic: Option<Named>,
    /// The stage of the last amount of the topic.
    topic_phase: Option<Phase>,
    /// Whether the list of the last head goes on.
    listing: bool,
    list_phase: Option<Phase>,
    /// The dimensions that the last 轿车, 行政 … added.
    added: BTreeMap<String, String>,
    counted: Option<Thing>,
    open_count: Option<usize>,
    /// What the clause has set up.
    phase: Option<Phase>,
    sign: i8,
    received: bool,
    predicate: Option<Predicate>,
    versus: Option<Versus>,
    awaiting: bool,
    compared: bool,
    budget_word: Option<Phase>,
    last_year: bool,
    year: Option<i32>,
    sentence_year: Option<i32>,
    paragraph_year: Option<i32>,
    each: bool,
    queue: VecDeque<Named>,
    silence: Option<Silence>,
    /// Whether unknown words stand between what was named and the number.
    foreign: bool,
    /// Whether the clause has begun to say something.
    begun: bool,
    limited: Option<String>,
    /// Whether the clause has unknown words and nothing named behind them.
    gapped: bool,
    /// What was spoken of before each bracket that is open.
    asides: Vec<Aside>,
    /// The project whose score the paragraph has given, where its section is about several.
    reviewed: Option<String>,
    /// Whether an amount of something unknown came last.
    lost: bool,
    /// Whether what is pending was named in an earlier clause.
    pending_is_old: bool,
    /// Whether the number that is being stated is a rate or a difference, which speaks of the topic where nothing is named.
    relative: bool,
    /// Whether the token before was an enumeration comma or 和 behind something named.
    joined: bool,
    /// The year whose own figure may follow: 较2022年决算数1220万元增加….
    base_year: Option<i32>,
    /// What the amounts of the sentence are about, in order: 分别占 speaks of them again.
    stated: Vec<Named>,
    /// Whether what was last named is a numbered item: what its sentence leaves open, the next one goes on with.
    numbered: bool,
}

impl<'a, 'm> Reader<'a, 'm> {
    fn new(context: &'a Context<'a>, memory: &'m mut Memory) -> Self {
        let mut scope = context.scope.clone();
        scope.heads = memory.heads.clone();
        Self {
            context,
            scope,
            found: Vec::new(),
            pending: Vec::new(),
            topic: memory.topic.clone(),
            topic_phase: None,
            listing: !memory.heads.is_empty(),
            list_phase: None,
            added: BTreeMap::new(),
            counted: None,
            open_count: None,
            phase: None,
            sign: 1,
            received: false,
            predicate: None,
            versus: None,
            awaiting: false,
            compared: false,
            budget_word: None,
            last_year: false,
            year: None,
            sentence_year: None,
            paragraph_year: None,
            each: false,
            queue: VecDeque::new(),
            silence: None,
            foreign: false,
            begun: false,
            limited: None,
            gapped: false,
            asides: Vec::new(),
            reviewed: None,
            lost: false,
            pending_is_old: true,
            relative: false,
            joined: false,
            base_year: None,
            stated: Vec::new(),
            numbered: false,
            memory,
        }
    }

    /// Brackets that hold no number, and the name of the project: what stands there names nothing.
    fn silent_ranges(&self) -> Vec<Range<usize>> {
        let words = self.context.words;
        let mut ranges = Vec::new();
        let mut open = None;
        for (at, c) in words.char_indices() {
            match c {
                '(' => open = Some(at),
                ')' => {
                    if let Some(start) = open.take() {
                        let inside = |m: &Mention| {
                            m.kind.is_value() && start < m.range.start && m.range.end <= at
                        };
                        let named = self.context.tokens.iter().any(|t| {
                            matches!(t.kind, TokenKind::Path(_))
                                && t.range.start <= start
                                && at < t.range.end
                        });
                        if !named && !self.context.mentions.iter().any(inside) {
                            ranges.push(start..at + 1);
                        }
                    }
                }
                _ => {}
            }
        }
        for name in self
            .memory
            .project
            .as_deref()
            .into_iter()
            .chain(self.context.publisher)
        {
            ranges.extend(
                words
                    .match_indices(name)
                    .map(|(at, name)| at..at + name.len()),
            );
        }
        ranges
    }

    fn token(&mut self, index: usize, token: &Token) {
        match &token.kind {
            TokenKind::Mark(mark) => self.mark(*mark),
            TokenKind::Gap => self.gap(&token.range),
            TokenKind::Label(label) if self.ends_unknown(index, label) => self.unknown(),
            TokenKind::Label(label) if self.is_bare(label) => {
                self.word(index, Role::Spent, &token.range)
            }
            TokenKind::Label(label) => {
                self.named(index, Reference::Label((*label).to_owned()), &token.range)
            }
            TokenKind::Category(name)
                if self.is_part_of_unknown(index) || self.is_loose(index, name) =>
            {
                self.gap(&token.range)
            }
            TokenKind::Category(name) => {
                self.named(index, Reference::Category((*name).to_owned()), &token.range)
            }
            TokenKind::Path(path) => self.named(index, Reference::Path(path.clone()), &token.range),
            TokenKind::Word(role) => self.word(index, *role, &token.range),
            TokenKind::Mention(mention) => self.mention(index, *mention),
        }
    }

    // --- marks -------------------------------------------------------------------------------------------------------

    fn mark(&mut self, mark: char) {
        match mark {
            '，' => self.end_clause(),
            '；' => {
                self.end_clause();
                self.silence = None;
                self.versus = None;
                self.lost = false;
            }
            '。' | '！' | '？' | '\n' => self.end_sentence(),
            '、' => self.joined = !self.pending.is_empty(),
            '：' => self.foreign = false,
            '(' => self.asides.push(Aside {
                stated: self.found.len(),
                topic: self.topic.clone(),
                topic_phase: self.topic_phase,
                heads: self.scope.heads.clone(),
                listing: self.listing,
                list_phase: self.list_phase,
            }),
            ')' => self.end_aside(),
            _ => {}
        }
    }

    /// Behind brackets that stated something of their own, the sentence goes on with what it spoke of before.
    fn end_aside(&mut self) {
        let Some(aside) = self
            .asides
            .pop()
            .filter(|aside| aside.stated < self.found.len())
        else {
            return;
        };
        self.end_clause();
        self.pending.clear();
        self.silence = None;
        self.topic = aside.topic;
        self.topic_phase = aside.topic_phase;
        self.scope.heads = aside.heads;
        self.listing = aside.listing;
        self.list_phase = aside.list_phase;
    }

    fn end_clause(&mut self) {
        if self.pending.len() > 1 && !self.each && self.queue.is_empty() {
            self.pending.clear();
        }
        self.phase = None;
        self.sign = 1;
        self.received = false;
        self.predicate = None;
        self.awaiting = false;
        self.budget_word = None;
        self.last_year = false;
        self.foreign = false;
        self.gapped = false;
        self.pending_is_old = true;
        self.begun = false;
        self.joined = false;
        self.base_year = None;
        self.leave_count();
        if self.versus == Some(Versus::Budget) {
            self.versus = None;
        }
        if self.year.is_some() {
            self.sentence_year = self.year.take();
        }
    }

    fn end_sentence(&mut self) {
        // A label on its own is what the sentences behind it are about.
        let alone = if self.pending.len() == 1 && self.silence.is_none() {
            self.pending.pop()
        } else {
            None
        };
        self.end_clause();
        self.pending.clear();
        self.queue.clear();
        self.each = false;
        self.silence = None;
        self.versus = None;
        self.sentence_year = None;
        self.limited = None;
        self.lost = false;
        self.added.clear();
        self.stated.clear();
        if let Some(named) = alone {
            self.topic = Some(named);
            self.topic_phase = None;
        } else if self.listing
            && !self.numbered
            && let Some(head) = self
                .scope
                .heads
                .get(self.memory.heads.len()..)
                .and_then(<[Head]>::last)
        {
            let label = self
                .context
                .grammar
                .concepts
                .concepts
                .get(&head.thing.concept)
                .map_or_else(String::new, |c| c.zh.clone());
            self.topic = Some(Named {
                label,
                reference: Reference::Things(vec![head.thing.clone()]),
            });
            self.topic_phase = None;
        }
        self.listing = false;
    }

    // --- names -------------------------------------------------------------------------------------------------------

    fn gap(&mut self, range: &Range<usize>) {
        if self.silence.is_some() {
            return;
        }
        self.awaiting = false;
        if matches!(
            self.predicate,
            Some(Predicate::Direction(_) | Predicate::Variance(_))
        ) {
            self.predicate = None;
        }
        if self.context.words[range.clone()].chars().count() > LONGEST_GAP {
            self.foreign = true;
        }
        self.begun = true;
        self.gapped |= self.pending_is_old;
    }

    fn named(&mut self, index: usize, reference: Reference, range: &Range<usize>) {
        let follows = matches!(&reference, Reference::Label(label) if self.follows(label));
        if let Some(count) = self
            .open_count
            .filter(|_| follows && self.silence.is_none())
        {
            let named = self.name(reference, range);
            self.bind_count(count, &named);
            self.open_count = None;
            return;
        }
        if !self.revived(index, false) {
            return;
        }
        if self.qualified(index) {
            self.pending.clear();
            self.foreign = true;
            return;
        }
        if let Reference::Path(path) = &reference
            && let Some(code) = crate::fact::scope::function(path, &self.memory.category)
        {
            self.memory.category = code;
        }
        if self.completes(index, &reference) {
            return;
        }
        if let Reference::Label(label) = &reference
            && let Some(phase) = self
                .scope
                .label(label, Wanted::Money, self.context.grammar)
                .and_then(|r| r.meaning.phase)
        {
            self.phase = Some(phase);
        }
        let named = self.name(reference, range);
        self.awaiting = false;
        self.base_year = None;
        if let Some(Predicate::Share(whole)) = &mut self.predicate {
            *whole = Some(named);
            return;
        }
        if !self.joined {
            self.pending.clear();
        }
        self.numbered = is_numbered(&self.context.words[..range.start]);
        self.pending.push(named);
        self.pending_is_old = false;
        self.lost = false;
        self.gapped = false;
        self.joined = false;
        self.foreign = false;
        self.begun = true;
    }

    /// Whether the token before is a name or a stage of the budget that ends where this one begins.
    fn stands_behind_name(&self, index: usize) -> bool {
        let before = index
            .checked_sub(1)
            .and_then(|i| self.context.tokens.get(i));
        before.is_some_and(|t| {
            let names = matches!(
                t.kind,
                TokenKind::Label(_)
                    | TokenKind::Category(_)
                    | TokenKind::Path(_)
                    | TokenKind::Word(
                        Role::Executed | Role::Approved | Role::Adjusted | Role::Spent
                    )
            );
            names && t.range.end == self.context.tokens[index].range.start
        })
    }

    /// Whether the name of a category only begins a longer unknown name (水利和湖泊局), a fund (社会保险基金) or an
    /// income (税收收入).
    fn is_part_of_unknown(&self, index: usize) -> bool {
        let tokens = self.context.tokens;
        let mut end = tokens[index].range.end;
        let mut joined = false;
        for token in &tokens[index + 1..] {
            match &token.kind {
                _ if token.range.start != end => return false,
                TokenKind::Word(Role::And) => {
                    joined = true;
                    end = token.range.end;
                }
                TokenKind::Gap => return true,
                TokenKind::Word(Role::Noun) => return !joined,
                TokenKind::Label(label) => return !joined && self.is_income(label),
                _ => return false,
            }
        }
        false
    }

    /// Whether a label is a bare word of income.
    fn is_income(&self, label: &str) -> bool {
        self.weak(label)
            .any(|m| m.concepts.iter().any(|concept| concept.contains("revenue")))
    }

    /// The meanings of a label that only complete a name.
    fn weak(&self, label: &str) -> impl Iterator<Item = &'a Meaning> {
        let labels = &self.context.grammar.concepts.labels;
        labels.get(label).into_iter().flatten().filter(|m| m.weak)
    }

    /// Whether the short name of a category (财政, 教育) is a word like any other: neither money nor a mark stands behind.
    fn is_loose(&self, index: usize, name: &str) -> bool {
        let behind = self.context.tokens.get(index + 1).map(|t| &t.kind);
        name.chars().count() <= SHORT_NAME
            && !matches!(
                behind,
                Some(
                    TokenKind::Mention(_)
                        | TokenKind::Label(_)
                        | TokenKind::Mark('(' | '：' | '、')
                        | TokenKind::Word(Role::Spent | Role::Approved | Role::Executed)
                )
            )
    }

    /// Whether a bare 收入 or 支出 only ends the name of something unknown (旅游收入), not of the unit (我馆收入).
    fn ends_unknown(&self, index: usize, label: &str) -> bool {
        let start = self.context.tokens[index].range.start;
        let before = index
            .checked_sub(1)
            .and_then(|i| self.context.tokens.get(i))
            .filter(|t| t.kind == TokenKind::Gap && t.range.end == start);
        self.silence.is_none()
            && self.project().is_none()
            && self.weak(label).next().is_some()
            && before.is_some_and(|t| !self.is_unit(&self.context.words[t.range.clone()]))
    }

    /// Whether words end in the name of a unit.
    fn is_unit(&self, words: &str) -> bool {
        let suffix = &self.context.grammar.reports.publisher.suffix;
        suffix
            .find_iter(words)
            .last()
            .is_some_and(|m| m.end() == words.len())
    }

    /// Something is named that the grammar does not know: its numbers are of nothing named before.
    fn unknown(&mut self) {
        self.pending.clear();
        self.foreign = true;
        self.begun = true;
    }

    fn name(&self, reference: Reference, range: &Range<usize>) -> Named {
        Named {
            label: self.context.words[range.clone()].to_owned(),
            reference,
        }
    }

    /// Whether a weak label (支出) names nothing in the open frames.
    fn is_bare(&self, label: &str) -> bool {
        let grammar = self.context.grammar;
        let weak = grammar.concepts.labels.get(label);
        weak.is_some_and(|meanings| meanings.iter().all(|m| m.weak))
            && self.scope.label(label, Wanted::Money, grammar).is_none()
    }

    /// Whether a weak label directly behind a name only completes it: 教育(类)支出.
    fn completes(&self, index: usize, reference: &Reference) -> bool {
        let Reference::Label(label) = reference else {
            return false;
        };
        let weak = self
            .context
            .grammar
            .concepts
            .labels
            .get(label)
            .is_some_and(|meanings| meanings.iter().any(|m| m.weak));
        let before = index
            .checked_sub(1)
            .and_then(|i| self.context.tokens.get(i));
        weak && before.is_some_and(|t| {
            let name = matches!(
                t.kind,
                TokenKind::Label(_) | TokenKind::Category(_) | TokenKind::Path(_)
            );
            name && t.range.end == self.context.tokens[index].range.start
        })
    }

    fn follows(&self, label: &str) -> bool {
        self.context
            .grammar
            .concepts
            .labels
            .get(label)
            .is_some_and(|meanings| meanings.iter().any(|m| m.follows))
    }

    /// Whether a word of money directly before a label makes it another thing (专项公务接待费).
    fn qualified(&self, index: usize) -> bool {
        let Some(before) = index
            .checked_sub(1)
            .and_then(|i| self.context.tokens.get(i))
        else {
            return false;
        };
        before.kind == TokenKind::Word(Role::Noun)
            && before.range.end == self.context.tokens[index].range.start
    }

    /// Whether words at a place state something: always, but in a reason or purpose only what a new clause begins with.
    fn revived(&mut self, index: usize, predicate: bool) -> bool {
        match self.silence {
            None => true,
            Some(_) if self.begun => false,
            Some(Silence::Cause) if !predicate => {
                self.begun = true;
                false
            }
            Some(_) => {
                let live = self.clause_has_value(index);
                if live {
                    self.silence = None;
                } else {
                    self.begun = true;
                }
                live
            }
        }
    }

    /// Whether a number follows before the clause ends.
    fn clause_has_value(&self, index: usize) -> bool {
        self.rest_of_clause(index).any(|t| match t.kind {
            TokenKind::Mention(m) => {
                self.context.mentions[m].kind.is_value()
                    || self.context.mentions[m].kind == Kind::Incomputable
            }
            TokenKind::Word(Role::Equal) => true,
            _ => false,
        })
    }

    fn rest_of_clause(&self, index: usize) -> impl Iterator<Item = &'a Token<'a>> {
        self.context.tokens[index..]
            .iter()
            .take_while(|t| !matches!(t.kind, TokenKind::Mark('，' | '。' | '；' | '\n')))
    }

    // --- words -------------------------------------------------------------------------------------------------------

    fn word(&mut self, index: usize, role: Role, range: &Range<usize>) {
        if role == Role::Filler || (role == Role::Spent && self.silence.is_some()) {
            return;
        }
        let resumes = matches!(
            role,
            Role::Share
                | Role::Completion
                | Role::Versus
                | Role::OnYear
                | Role::Parts
                | Role::Executed
                | Role::Score
                | Role::Involves
        );
        if matches!(self.silence, Some(_)) {
            if !resumes || !self.revived(index, true) {
                self.begun = true;
                return;
            }
        }
        self.begun = true;
        let awaiting = std::mem::take(&mut self.awaiting);
        match role {
            Role::Share => self.predicate = Some(Predicate::Share(None)),
            Role::Completion => {
                self.predicate = Some(Predicate::Completion(
                    self.budget_word
                        .filter(|_| self.phase != Some(Phase::Executed)),
                ))
            }
            Role::Approved => self.budget(Phase::Approved, awaiting),
            Role::Adjusted => self.budget(Phase::Adjusted, awaiting),
            Role::Executed => self.executed(awaiting),
            Role::Spent if self.project().is_some() && self.phase.is_none() => {
                self.phase = Some(Phase::Executed)
            }
            Role::Spent => {}
            Role::Received => self.received = true,
            Role::AdjustedUp => self.adjustment(1),
            Role::AdjustedDown => self.adjustment(-1),
            Role::Versus => self.awaiting = true,
            Role::LastYear if awaiting => self.compare(self.current_year().map(|y| y - 1)),
            Role::LastYear => self.last_year = true,
            Role::OnYear => self.compare(self.current_year().map(|y| y - 1)),
            Role::Increase => self.direction(1),
            Role::Decrease => self.direction(-1),
            Role::Greater => self.differ(1),
            Role::Less => self.differ(-1),
            Role::Equal => self.equal(range),
            Role::VarianceRate => self.predicate = Some(Predicate::VarianceRate),
            Role::Within if self.stands_behind_name(index) => self.parts(range, false),
            Role::Within => {}
            Role::Parts | Role::List => self.parts(range, role == Role::List),
            Role::Cause => self.silence = Some(Silence::Cause),
            Role::Purpose => self.silence = Some(Silence::Purpose),
            Role::Each => self.each = true,
            Role::Respectively => self.queue = self.singles(),
            Role::Scope => self.limit(index, range),
            Role::Unlimited => self.limited = None,
            Role::Score => self.predicate = Some(Predicate::Score(range.start)),
            Role::And => self.joined = !self.pending.is_empty(),
            Role::Rest => {
                self.pending.clear();
                self.foreign = true;
            }
            Role::Involves => self.involved(range),
            Role::Noun => self.foreign |= !self.qualifies(index),
            Role::Filler => {}
        }
    }

    /// Whether a word of money is only the beginning of a name that follows.
    fn qualifies(&self, index: usize) -> bool {
        self.pending.is_empty()
            && !self
                .context
                .tokens
                .get(index + 1)
                .is_some_and(|t| matches!(t.kind, TokenKind::Mention(_)))
    }

    fn budget(&mut self, phase: Phase, awaiting: bool) {
        self.budget_word = Some(phase);
        if awaiting {
            self.compare_budget();
        } else if let Some(Predicate::Completion(base)) = &mut self.predicate {
            *base = Some(phase);
        } else if !matches!(self.predicate, Some(Predicate::Variance(_))) {
            self.phase = Some(phase);
        }
    }

    fn executed(&mut self, awaiting: bool) {
        if awaiting && self.budget_word.is_some() {
            self.compare_budget();
        } else if !matches!(self.predicate, Some(Predicate::Completion(_))) {
            self.phase = Some(Phase::Executed);
        }
    }

    fn adjustment(&mut self, sign: i8) {
        self.phase = Some(Phase::Adjustment);
        self.sign = sign;
    }

    fn compare(&mut self, year: Option<i32>) {
        self.versus = year.map(Versus::Year);
        self.base_year = year;
        self.compared = true;
    }

    /// What follows is against the budget, no longer against the year before.
    fn compare_budget(&mut self) {
        self.versus = Some(Versus::Budget);
        self.compared = false;
    }

    fn differ(&mut self, sign: i8) {
        self.predicate = Some(Predicate::Variance(sign));
        if self.budget_word.is_some() {
            self.compared = false;
        }
    }

    /// 涉及资金: the money of what was counted last, else of something unknown.
    fn involved(&mut self, range: &Range<usize>) {
        let Some(thing) = self.counted.clone() else {
            return self.unknown();
        };
        self.pending = vec![Named {
            label: self.context.words[range.clone()].to_owned(),
            reference: Reference::Things(vec![thing]),
        }];
    }

    /// What is pending, one thing each: 收入总计、支出总计 is one label of two.
    fn singles(&mut self) -> VecDeque<Named> {
        let pending: Vec<Named> = self.pending.drain(..).collect();
        let mut singles = VecDeque::new();
        for named in pending {
            match self.resolve(&named, Wanted::Money) {
                Some((things, _)) if things.len() > 1 => {
                    singles.extend(things.into_iter().map(|thing| Named {
                        label: named.label.clone(),
                        reference: Reference::Things(vec![thing]),
                    }));
                }
                _ => singles.push_back(named),
            }
        }
        singles
    }

    fn direction(&mut self, sign: i8) {
        let variance = self.versus == Some(Versus::Budget);
        self.predicate = Some(if variance {
            Predicate::Variance(sign)
        } else {
            Predicate::Direction(sign)
        });
    }

    /// 持平: no change against the year or the budget that the clause compares with.
    fn equal(&mut self, range: &Range<usize>) {
        self.relative = true;
        let zero = Number {
            value: Some(Decimal::ZERO),
            decimals: Some(0),
            approximate: false,
            range: range.clone(),
            mention: None,
            unit: "CNY".to_owned(),
        };
        match self.versus {
            Some(Versus::Year(_)) => self.state(Metric::Change, zero),
            Some(Versus::Budget) => self.state(Metric::Variance, zero),
            None if self.budget_word.is_some() && self.phase == Some(Phase::Executed) => {
                self.state(Metric::Variance, zero)
            }
            None => {}
        }
    }

    /// 其中: what was last stated or named becomes the head of a list.
    fn parts(&mut self, range: &Range<usize>, list: bool) {
        self.silence = None;
        self.foreign = false;
        let named = match self.pending.as_slice() {
            [named] => Some(named.clone()),
            [] => self.topic.clone(),
            _ => None,
        };
        let Some(named) = named else { return };
        let wanted = if self.counts(&named) {
            Wanted::Count
        } else {
            Wanted::Money
        };
        let Some((things, _)) = self.resolve(&named, wanted) else {
            return;
        };
        let Some(thing) = things.into_iter().next() else {
            return;
        };
        let id = self.context.start + range.start;
        if list
            || self
                .scope
                .heads
                .last()
                .is_none_or(|head| head.thing != thing)
        {
            self.scope.heads.push(Head { thing, id });
        }
        self.list_phase = self.phase.or(self.topic_phase);
        self.listing = true;
        self.topic = Some(named);
        self.pending.clear();
        self.added.clear();
    }

    /// Whether something that was stated is a count.
    fn counts(&self, named: &Named) -> bool {
        match &named.reference {
            Reference::Things(things) => things.iter().all(|t| self.is_count(&t.concept)),
            _ => self.resolve(named, Wanted::Money).is_none(),
        }
    }

    fn is_count(&self, concept: &str) -> bool {
        self.context
            .grammar
            .concepts
            .concepts
            .get(concept)
            .is_some_and(|c| !c.classifiers.is_empty())
    }

    /// 下属单位公务接待费: not of the whole department; but 机关及所属单位 is the whole.
    fn limit(&mut self, index: usize, range: &Range<usize>) {
        let tokens = self.context.tokens;
        let joins = |t: Option<&Token>| {
            t.is_some_and(|t| {
                matches!(
                    t.kind,
                    TokenKind::Word(Role::And) | TokenKind::Mark('、' | '(' | ')')
                )
            })
        };
        let named = tokens[index + 1..]
            .iter()
            .find(|t| !matches!(t.kind, TokenKind::Word(Role::Filler)))
            .is_some_and(|t| matches!(t.kind, TokenKind::Label(_) | TokenKind::Category(_)));
        if named
            && !joins(index.checked_sub(1).and_then(|i| tokens.get(i)))
            && !joins(tokens.get(index + 1))
        {
            self.limited = Some(self.context.words[range.clone()].to_owned());
        }
    }

    // --- numbers -----------------------------------------------------------------------------------------------------

    fn mention(&mut self, index: usize, at: usize) {
        let mention = &self.context.mentions[at];
        match &mention.kind {
            Kind::Year | Kind::Date => return self.year_said(mention),
            Kind::Code(_)
            | Kind::YearRange
            | Kind::Other
            | Kind::Price
            | Kind::Range
            | Kind::PercentagePoints => {
                self.predicate = None;
                self.awaiting = false;
                return;
            }
            _ => {}
        }
        self.awaiting = false;
        self.begun = true;
        if self.silence.is_some() {
            return;
        }
        let number = |unit: &str| Number {
            value: (mention.kind != Kind::Incomputable).then_some(mention.value),
            decimals: (mention.kind != Kind::Incomputable).then_some(mention.decimals),
            approximate: mention.approximate,
            range: mention.range.clone(),
            mention: Some(at),
            unit: unit.to_owned(),
        };
        let stated = self.found.len();
        self.distribute(index, &mention.kind);
        match &mention.kind {
            Kind::Amount { .. } => self.amount(number("CNY")),
            Kind::Percent => self.percent(number("%")),
            Kind::Incomputable => self.incomputable(number("%")),
            Kind::Count { .. } => self.count(index, at),
            Kind::Points => self.points(number("points")),
            _ => {}
        }
        // What follows an amount of something unknown speaks of that, not of the topic before.
        self.lost |= matches!(mention.kind, Kind::Amount { .. }) && self.found.len() == stated;
    }

    /// 分别占88%、12%: several rates or differences in a row speak in order of as many things, named or stated before.
    fn distribute(&mut self, index: usize, kind: &Kind) {
        if self.predicate.is_none() || !self.queue.is_empty() {
            return;
        }
        let run = self.run(index, kind);
        if run < 2 {
            return;
        }
        let named = if self.pending.is_empty() {
            self.stated.clone()
        } else {
            self.singles().into()
        };
        match named.len().checked_sub(run) {
            Some(skip) => self.queue = named.into_iter().skip(skip).collect(),
            None => {
                self.predicate = None;
                self.unknown();
            }
        }
    }

    /// How many numbers of a kind stand in a row, with nothing but 、 and 和 between them.
    fn run(&self, index: usize, kind: &Kind) -> usize {
        let same = |at: usize| {
            std::mem::discriminant(&self.context.mentions[at].kind) == std::mem::discriminant(kind)
        };
        self.context.tokens[index..]
            .iter()
            .map_while(|t| match t.kind {
                TokenKind::Mention(at) if same(at) => Some(1),
                TokenKind::Mark('、') | TokenKind::Word(Role::And) => Some(0),
                _ => None,
            })
            .sum()
    }

    /// What the number is by the words before it; of several in a row, all are the same.
    fn take_predicate(&mut self) -> Option<Predicate> {
        if self.queue.len() > 1 {
            self.predicate.clone()
        } else {
            self.predicate.take()
        }
    }

    fn year_said(&mut self, mention: &Mention) {
        let Ok(year) = i32::try_from(mention.value) else {
            return;
        };
        if std::mem::take(&mut self.awaiting) {
            self.compare(Some(year));
        } else if self.silence.is_none() {
            self.year = Some(year);
        }
    }

    fn amount(&mut self, number: Number) {
        self.relative = self.predicate.is_some();
        match self.take_predicate() {
            Some(Predicate::Direction(sign)) if self.compared => {
                self.state(Metric::Change, number.signed(sign))
            }
            Some(Predicate::Variance(sign)) => self.state(Metric::Variance, number.signed(sign)),
            // 完成2.3亿元 is what was spent; 完成预算16万元的92.8% names the budget.
            Some(Predicate::Completion(None)) => {
                self.state_phase(Metric::Amount, Phase::Executed, number);
            }
            Some(Predicate::Completion(Some(phase))) => {
                let stated = self.topic_phase;
                self.state_phase(Metric::Amount, phase, number);
                self.topic_phase = stated;
                self.predicate = Some(Predicate::Completion(Some(phase)));
            }
            Some(Predicate::Share(whole)) => self.predicate = Some(Predicate::Share(whole)),
            Some(Predicate::Direction(_) | Predicate::VarianceRate | Predicate::Score(_)) => {}
            None => self.figure(number),
        }
    }

    /// An amount that nothing relates to another: of the stage and year that the words say.
    fn figure(&mut self, number: Number) {
        let phase = self
            .phase
            .or(self.list_phase.filter(|_| self.listing))
            .unwrap_or(self.context.default_phase);
        let number = number.signed(self.sign);
        if let Some(year) = self.base_year.take() {
            return self.base_figure(phase, year, number);
        }
        let stated = self.found.len();
        self.state_phase(Metric::Amount, phase, number);
        // The figure of the year before on its own: what then is said to grow, grows from it.
        let year = self.found.get(stated).and_then(|found| found.year);
        if let (Some(year), Some(current)) = (year, self.context.year)
            && year == current - 1
        {
            self.versus = Some(Versus::Year(year));
            self.compared = true;
        }
    }

    /// The figure that a comparison starts from: 较2022年决算数1220万元增加….
    fn base_figure(&mut self, phase: Phase, year: i32, number: Number) {
        let (said, paragraph) = (self.year.replace(year), self.paragraph_year);
        let stage = self.topic_phase;
        self.state_phase(Metric::Amount, phase, number);
        self.topic_phase = stage;
        self.year = said;
        self.paragraph_year = paragraph;
    }

    fn percent(&mut self, number: Number) {
        self.relative = self.predicate.is_some();
        match self.take_predicate() {
            Some(Predicate::Share(whole)) => self.share(whole, number),
            Some(Predicate::Completion(base)) => self.completion(base, number),
            Some(Predicate::Direction(sign)) if self.compared => {
                self.state(Metric::ChangeRate, number.signed(sign))
            }
            Some(Predicate::Variance(sign)) if self.versus == Some(Versus::Budget) => {
                self.state(Metric::VarianceRate, number.signed(sign))
            }
            Some(Predicate::VarianceRate) => self.state(Metric::VarianceRate, number),
            // 为预算的95.4%
            None if self.budget_word.is_some()
                && self.phase == self.budget_word
                && self.pending.is_empty() =>
            {
                self.relative = true;
                self.completion(self.budget_word, number);
            }
            _ => {}
        }
    }

    /// `--`, 不可比: a rate without a value, of the kind that is expected.
    fn incomputable(&mut self, number: Number) {
        self.relative = self.predicate.is_some();
        match self.take_predicate() {
            Some(Predicate::Share(whole)) => self.share(whole, number),
            Some(Predicate::Completion(base)) => self.completion(base, number),
            Some(Predicate::Direction(_)) if self.compared => {
                self.state(Metric::ChangeRate, number)
            }
            _ => {}
        }
    }

    fn share(&mut self, whole: Option<Named>, number: Number) {
        // 占 and 完成 say by themselves that they go on with what was named before.
        self.gapped = false;
        let subject = self.subject(Wanted::Money);
        let Some((_, things, _)) = &subject else {
            return;
        };
        let named = whole.and_then(|named| {
            let (found, _) = self.resolve(&named, Wanted::Money)?;
            let whole = found.into_iter().next()?;
            // Nothing is a share of itself: under 一般公共预算, too, 本年支出合计 is that of the whole report.
            match (things.contains(&whole), &named.reference) {
                (true, Reference::Label(label)) => Scope::default()
                    .label(label, Wanted::Money, self.context.grammar)
                    .and_then(|r| r.meaning.concepts.first())
                    .map(|concept| Thing::plain(concept)),
                (true, _) => None,
                _ => Some(whole),
            }
        });
        let whole = named
            .or_else(|| {
                self.scope
                    .heads
                    .last()
                    .filter(|_| self.listing)
                    .map(|head| head.thing.clone())
            })
            .or_else(|| things.first().and_then(total_of));
        let first = self.found.len();
        let phase = self
            .topic_phase
            .or(self.phase)
            .unwrap_or(self.context.default_phase);
        self.say(Metric::Share, phase, number, subject);
        for found in &mut self.found[first..] {
            found.whole = whole.clone().map(|thing| Whole {
                concept: thing.concept,
                dimensions: thing.dimensions,
            });
        }
    }

    fn completion(&mut self, base: Option<Phase>, number: Number) {
        self.gapped = false;
        let first = self.found.len();
        let base = base.or(if self.project().is_some() {
            Some(Phase::Received)
        } else {
            Some(Phase::Approved)
        });
        self.state_phase(Metric::CompletionRate, Phase::Executed, number);
        for found in &mut self.found[first..] {
            found.base = base;
        }
    }

    /// States a number of the current subject, with the stage that a comparison takes.
    fn state(&mut self, metric: Metric, number: Number) {
        let phase = match metric {
            Metric::Variance | Metric::VarianceRate => Phase::Executed,
            _ => self
                .phase
                .or(self.topic_phase)
                .unwrap_or(self.context.default_phase),
        };
        self.state_phase(metric, phase, number);
    }

    fn state_phase(&mut self, metric: Metric, phase: Phase, number: Number) {
        let subject = self.subject(Wanted::Money);
        self.say(metric, phase, number, subject);
    }

    fn say(
        &mut self,
        metric: Metric,
        phase: Phase,
        number: Number,
        subject: Option<(Named, Vec<Thing>, Option<usize>)>,
    ) {
        let Some((named, things, heads)) = subject else {
            return;
        };
        if things.is_empty() {
            return;
        }
        let open = self.scope.heads.clone();
        if let Some(heads) = heads {
            self.scope.heads.truncate(heads);
            self.listing = true;
        }
        let list = self.list(heads);
        let things: Vec<Thing> = things.into_iter().map(|t| self.limit_thing(t)).collect();
        for thing in &things {
            let mut thing = thing.clone();
            let year = self.stated_year(metric, &mut thing);
            self.found.push(Found {
                thing,
                label: named.label.clone(),
                metric,
                phase,
                year,
                value: number.value,
                unit: number.unit.clone(),
                decimals: number.decimals,
                approximate: number.approximate,
                whole: None,
                base: None,
                list: list.clone(),
                range: number.range.clone(),
                mention: number.mention,
                heads: open.clone(),
            });
        }
        self.remember(metric, phase, named, things);
    }

    /// A thing of a part of the department, where the clause says so.
    fn limit_thing(&self, mut thing: Thing) -> Thing {
        if let Some(scope) = &self.limited {
            thing.dimensions.insert("scope".to_owned(), scope.clone());
        }
        thing
    }

    /// What was stated is what the next words go on with.
    fn remember(&mut self, metric: Metric, phase: Phase, named: Named, things: Vec<Thing>) {
        let year = self.current_year();
        self.paragraph_year = self.paragraph_year.or(year);
        // A comparison with last year is one of what was spent, where both stages are stated.
        let same = self
            .topic
            .as_ref()
            .is_some_and(|t| t.reference == Reference::Things(things.clone()));
        match metric {
            Metric::Amount if same && self.topic_phase == Some(Phase::Executed) => {}
            Metric::Amount => self.topic_phase = Some(phase),
            Metric::CompletionRate | Metric::Variance => self.topic_phase = Some(Phase::Executed),
            _ => {}
        }
        let concepts = &self.context.grammar.concepts.concepts;
        if let Some(fund) = things
            .first()
            .and_then(|t| concepts.get(&t.concept)?.fund.clone())
        {
            self.scope.fund = Some(fund);
        }
        let topic = Named {
            reference: Reference::Things(things),
            ..named
        };
        if metric == Metric::Amount {
            self.stated.push(topic.clone());
        }
        self.topic = Some(topic);
        self.pending.clear();
    }

    fn list(&self, heads: Option<usize>) -> Option<List> {
        let head = match heads {
            Some(heads) => self.scope.heads.get(heads.checked_sub(1)?),
            None => self.scope.heads.last().filter(|_| self.listing),
        }?;
        Some(List {
            id: head.id,
            head: Some(head.thing.concept.clone()),
        })
    }

    /// The year of a statement; a comparison with another year than the one before adds a dimension.
    fn stated_year(&self, metric: Metric, thing: &mut Thing) -> Option<i32> {
        let mut year = self.current_year();
        if self.last_year {
            year = year.map(|y| y - 1);
        }
        if matches!(metric, Metric::Change | Metric::ChangeRate)
            && let Some(Versus::Year(versus)) = self.versus
        {
            if year == Some(versus) {
                year = Some(versus + 1);
            }
            if year.is_some_and(|y| y - 1 != versus) {
                thing
                    .dimensions
                    .insert("versus".to_owned(), versus.to_string());
            }
        }
        year
    }

    fn current_year(&self) -> Option<i32> {
        self.year
            .or(self.sentence_year)
            .or(self.paragraph_year)
            .or(self.context.year)
    }

    // --- subjects ----------------------------------------------------------------------------------------------------

    /// What the next number is about.
    fn subject(&mut self, wanted: Wanted) -> Option<(Named, Vec<Thing>, Option<usize>)> {
        if let Some(named) = self.queue.pop_front() {
            let (things, heads) = self.resolve(&named, wanted)?;
            return Some((named, things, heads));
        }
        if self.foreign && self.predicate_free() {
            return None;
        }
        if let Some(thing) = self.project_thing().filter(|_| self.pending.is_empty()) {
            let label = self.memory.project.clone().unwrap_or_default();
            return Some((
                Named {
                    label,
                    reference: Reference::Things(vec![thing.clone()]),
                },
                vec![thing],
                None,
            ));
        }
        match self.pending.len() {
            0 => {
                let said = self.phase.is_some() || !self.predicate_free() || self.begun_by_topic();
                let named = self.topic.clone().filter(|topic| {
                    said && !self.lost
                        && (!self.gapped || self.compares())
                        && !self.is_residual(topic)
                })?;
                let (things, heads) = self.resolve(&named, wanted)?;
                Some((named, things, heads))
            }
            1 => {
                if self.gapped && !self.compares() {
                    return None;
                }
                let named = self.pending[0].clone();
                let (things, heads) = self.resolve(&named, wanted)?;
                Some((named, things, heads))
            }
            _ if self.each => {
                let mut all = Vec::new();
                let mut heads = None;
                for named in &self.pending {
                    let (things, open) = self.resolve(named, wanted)?;
                    all.extend(things);
                    heads = heads.or(open);
                }
                Some((self.pending[0].clone(), all, heads))
            }
            _ => None,
        }
    }

    /// Whether the clause says by its own words what it compares or which stage it speaks of.
    fn compares(&self) -> bool {
        self.phase.is_some()
            || matches!(self.versus, Some(Versus::Year(_)))
            || self.budget_word.is_some()
    }

    fn is_residual(&self, named: &Named) -> bool {
        let concepts = &self.context.grammar.concepts.concepts;
        let residual = |thing: &Thing| concepts.get(&thing.concept).is_some_and(|c| c.residual);
        (self.predicate_free() || self.phase.is_some())
            && matches!(&named.reference, Reference::Things(things) if things.iter().any(residual))
    }

    /// Whether the number says nothing of a comparison or rate.
    fn predicate_free(&self) -> bool {
        !self.relative && self.versus != Some(Versus::Budget)
    }

    /// Whether the clause goes on with the topic: 共计支出3.25万元 behind 国内公务接待20批次.
    fn begun_by_topic(&self) -> bool {
        !self.foreign && (self.counted.is_some() || self.compared || self.topic_phase.is_none())
    }

    fn resolve(&self, named: &Named, wanted: Wanted) -> Option<(Vec<Thing>, Option<usize>)> {
        let grammar = self.context.grammar;
        match &named.reference {
            Reference::Things(things) => {
                let things = things
                    .iter()
                    .map(|thing| self.counterpart(thing, wanted))
                    .collect::<Option<Vec<_>>>()?;
                Some((things, None))
            }
            Reference::Category(name) => {
                let (thing, heads) = self
                    .scope
                    .category(name, None, &self.memory.category, grammar)
                    .filter(|_| wanted == Wanted::Money)?;
                Some((vec![thing], heads))
            }
            Reference::Path(path) => {
                let (thing, heads) = self
                    .scope
                    .category("", Some(path), &self.memory.category, grammar)
                    .filter(|_| wanted == Wanted::Money)?;
                Some((vec![thing], heads))
            }
            Reference::Label(label) => {
                let resolved = self.scope.label(label, wanted, grammar)?;
                let meaning = resolved.meaning;
                // What is also an item of the economic classification is one in a list of such: 公务接待费 among 公用经费.
                if meaning.frames.is_empty()
                    && wanted == Wanted::Money
                    && let Some(item) = self.scope.economic(label, grammar)
                {
                    return Some((vec![item.0], item.1));
                }
                if meaning.adds {
                    let head = self.scope.heads.last()?;
                    let mut thing = head.thing.clone();
                    thing.dimensions.extend(meaning.dimensions.clone());
                    return Some((vec![thing], Some(self.scope.heads.len())));
                }
                let mut dimensions = meaning.dimensions.clone();
                if meaning.inherits {
                    dimensions.extend(self.added.clone());
                }
                let things = meaning
                    .concepts
                    .iter()
                    .map(|c| Thing {
                        concept: c.clone(),
                        dimensions: dimensions.clone(),
                    })
                    .collect();
                Some((things, resolved.heads))
            }
        }
    }

    /// What stands for a thing when another kind of number is wanted: the money of what was counted.
    fn counterpart(&self, thing: &Thing, wanted: Wanted) -> Option<Thing> {
        let concept = self.context.grammar.concepts.concepts.get(&thing.concept);
        match wanted {
            Wanted::Money if self.is_count(&thing.concept) => Some(Thing {
                concept: concept?.money.clone()?,
                dimensions: thing.dimensions.clone(),
            }),
            _ => Some(thing.clone()),
        }
    }

    // --- counts ------------------------------------------------------------------------------------------------------

    fn count(&mut self, index: usize, at: usize) {
        // 比上年减少1辆 is no count of what there is.
        if matches!(self.predicate, Some(Predicate::Direction(_)))
            && matches!(self.versus, Some(Versus::Year(_)))
        {
            self.predicate = None;
            return;
        }
        let followed = self
            .rest_of_clause(index)
            .any(|t| matches!(&t.kind, TokenKind::Label(label) if self.follows(label)));
        if followed
            && self
                .pending
                .iter()
                .all(|named| self.resolve(named, Wanted::Count).is_none())
        {
            self.open_count = Some(at);
            return;
        }
        let named = match self.queue.pop_front() {
            Some(named) => Some(named),
            None if self.foreign => None,
            None => match self.pending.as_slice() {
                [named] => Some(named.clone()),
                [] => self.topic.clone(),
                [.., last] if self.each => Some(last.clone()),
                _ => None,
            },
        };
        match named {
            Some(named) => self.bind_count(at, &named),
            None => self.open_count = Some(at),
        }
    }

    /// A count of something unknown ends what was counted before, and what the heading is about.
    fn leave_count(&mut self) {
        if self.open_count.take().is_some() {
            self.counted = None;
            if self.found.is_empty() {
                self.topic = None;
            }
        }
    }

    /// Binds a count to what was named: a count itself, or something whose counts have concepts of their own.
    fn bind_count(&mut self, at: usize, named: &Named) {
        let mention = &self.context.mentions[at];
        let Kind::Count { classifier } = &mention.kind else {
            return;
        };
        let Some((things, heads)) = self
            .resolve(named, Wanted::Count)
            .or_else(|| self.resolve(named, Wanted::Money))
        else {
            self.open_count = Some(at);
            return;
        };
        let concepts = &self.context.grammar.concepts;
        let mut direct = true;
        let mut counted = Vec::new();
        for thing in things {
            let fits = concepts
                .concepts
                .get(&thing.concept)
                .is_some_and(|c| c.classifiers.iter().any(|c| c == classifier));
            if fits || (thing.concept.starts_with("x.") && !self.is_count(&thing.concept)) {
                counted.push(thing);
            } else if let Some(concept) = concepts.counted(&thing.concept, classifier) {
                direct = fits;
                counted.push(Thing {
                    concept: concept.to_owned(),
                    dimensions: thing.dimensions,
                });
            }
        }
        if counted.is_empty() {
            self.open_count = Some(at);
            return;
        }
        let topic = if direct {
            None
        } else {
            Some((named.clone(), self.topic_phase))
        };
        let number = Number {
            value: Some(mention.value),
            decimals: Some(mention.decimals),
            approximate: mention.approximate,
            range: mention.range.clone(),
            mention: Some(at),
            unit: classifier.clone(),
        };
        if let Some(added) = self.adds(named) {
            self.added = added;
        }
        self.counted = counted.first().cloned();
        self.say(
            Metric::Count,
            Phase::Executed,
            number,
            Some((named.clone(), counted, heads)),
        );
        if let Some((topic, phase)) = topic {
            self.topic = Some(topic);
            self.topic_phase = phase;
        }
    }

    /// The dimensions that a label like 轿车 adds.
    fn adds(&self, named: &Named) -> Option<BTreeMap<String, String>> {
        let Reference::Label(label) = &named.reference else {
            return None;
        };
        let resolved = self
            .scope
            .label(label, Wanted::Count, self.context.grammar)?;
        resolved
            .meaning
            .adds
            .then(|| resolved.meaning.dimensions.clone())
    }

    // --- projects and scores -----------------------------------------------------------------------------------------

    /// The project that the paragraph is about, where sentences on money are about projects.
    fn project(&self) -> Option<&str> {
        let about = |frame: &str| self.scope.sections.iter().any(|f| f == frame);
        let section = self.memory.project.as_deref().filter(|_| about("project"));
        section.or(self.reviewed.as_deref())
    }

    /// The money of the project, as the words of the clause say: 年初预算安排, 到位, 使用.
    fn project_thing(&self) -> Option<Thing> {
        let project = self.project()?;
        if self.phase.is_none() && !self.received && !self.relative && self.budget_word.is_none() {
            return None;
        }
        let concept = if self.received && self.phase.is_none() && !self.relative {
            "project.received"
        } else {
            "project.funds"
        };
        let mut thing = Thing::plain(concept);
        thing
            .dimensions
            .insert("project".to_owned(), project.to_owned());
        Some(thing)
    }

    fn points(&mut self, number: Number) {
        let Some(Predicate::Score(start)) = self.predicate.take() else {
            return;
        };
        let words = &self.context.words[..start];
        let projects = &self.context.grammar.projects;
        let name = if project::is_department(words, projects) {
            None
        } else {
            let inside = self.project().filter(|_| self.reviewed.is_none());
            let inside = inside.map(str::to_owned);
            inside
                .or_else(|| project::before(words, projects))
                .or_else(|| self.memory.project.clone())
        };
        // What follows the score of a project speaks of its money: 全年预算数为500万元，执行数为490万元.
        self.reviewed = name.clone().filter(|_| self.memory.project.is_none());
        let thing = match name {
            Some(name) => {
                let mut thing = Thing::plain("performance.project_score");
                thing.dimensions.insert("project".to_owned(), name);
                thing
            }
            None if project::is_department(words, projects) || self.context.department => {
                Thing::plain("performance.department_score")
            }
            None => return,
        };
        let named = Named {
            label: self.context.words[start..number.range.start].to_owned(),
            reference: Reference::Things(vec![thing.clone()]),
        };
        let topic = self.topic.take();
        self.say(
            Metric::Score,
            Phase::Executed,
            number,
            Some((named, vec![thing], None)),
        );
        self.topic = topic;
    }

    // --- the end -----------------------------------------------------------------------------------------------------

    fn finish(mut self) -> Vec<Found> {
        if self.context.heading {
            self.memory.topic = match self.pending.as_slice() {
                [named] if named.label.chars().count() >= 3 => Some(named.clone()),
                _ => None,
            };
            return Vec::new();
        }
        let open = self.context.words.ends_with('：');
        let listing = self.listing || open;
        self.memory.heads = if listing && (open || self.found.is_empty()) {
            self.scope.heads.clone()
        } else {
            self.memory.heads.clone()
        };
        if open && let Some(named) = self.topic.clone().filter(|_| self.scope.heads.is_empty()) {
            if let Some((things, _)) = self.resolve(&named, Wanted::Money) {
                self.memory.heads = things
                    .into_iter()
                    .take(1)
                    .map(|thing| Head {
                        thing,
                        id: self.context.start,
                    })
                    .collect();
            }
        }
        let alone = self.found.is_empty();
        self.end_sentence();
        self.memory.topic = self.topic.take().filter(|_| alone);
        retract_sums(&mut self.found);
        retract_parts(&mut self.found);
        self.found
    }
}

/// What a sentence spoke of when brackets opened.
struct Aside {
    stated: usize,
    topic: Option<Named>,
    topic_phase: Option<Phase>,
    heads: Vec<Head>,
    listing: bool,
    list_phase: Option<Phase>,
}

/// The longest run of unknown words, in characters, that may stand between a label and its number.
const LONGEST_GAP: usize = 14;

/// The longest name of a category, in characters, that is also a word of its own.
const SHORT_NAME: usize = 2;

/// Whether words end with the number of an item: （一）, 2., 3、.
fn is_numbered(words: &str) -> bool {
    let ends = words.char_indices().rev().take(LONGEST_NUMBER);
    ends.map(|(at, _)| &words[at..]).any(|end| {
        crate::outline::numbering::number(end).is_some_and(|number| number.text.len() == end.len())
    })
}

/// The longest number of an item, in characters.
const LONGEST_NUMBER: usize = 5;

/// A number that is being stated.
#[derive(Debug, Clone)]
struct Number {
    value: Option<Decimal>,
    decimals: Option<i32>,
    approximate: bool,
    range: Range<usize>,
    mention: Option<usize>,
    unit: String,
}

impl Number {
    fn signed(mut self, sign: i8) -> Self {
        self.value = self.value.map(|value| value * Decimal::from(sign));
        self
    }
}

/// The whole that a category is a part of: the same concept without its code.
fn total_of(thing: &Thing) -> Option<Thing> {
    let coded =
        thing.dimensions.contains_key("function") || thing.dimensions.contains_key("economic");
    coded.then(|| Thing::plain(&thing.concept))
}

/// 实有人数50人（其中：在职39人，退休11人）: the sum that includes retirees is no number of staff.
fn retract_sums(found: &mut Vec<Found>) {
    let actual = |f: &Found| f.thing.concept == "staff.actual" && f.thing.dimensions.is_empty();
    let Some(sum) = found.iter().position(actual) else {
        return;
    };
    let parts: Vec<&Found> = found[sum + 1..]
        .iter()
        .filter(|f| {
            f.list
                .as_ref()
                .is_some_and(|l| l.head.as_deref() == Some("staff.actual"))
        })
        .collect();
    let working = parts.iter().find(|f| actual(f)).and_then(|f| f.value);
    let retired = parts
        .iter()
        .find(|f| f.thing.concept == "staff.retired")
        .and_then(|f| f.value);
    if let (Some(working), Some(retired), Some(whole)) = (working, retired, found[sum].value)
        && working + retired <= whole
        && working != whole
    {
        found.remove(sum);
    }
}

/// 车辆5辆，其中：一般公务用车3辆: a part that bears the name of its whole, but not its number, is of something unknown.
fn retract_parts(found: &mut Vec<Found>) {
    let same = |a: &Found, b: &Found| {
        (&a.thing, a.metric, a.phase, a.year) == (&b.thing, b.metric, b.phase, b.year)
    };
    let heads: Vec<usize> = (0..found.len())
        .filter(|&i| is_own_part(&found[i]))
        .collect();
    for part in heads.into_iter().rev() {
        let whole = found[..part].iter().rfind(|f| same(f, &found[part]));
        if whole.is_some_and(|whole| whole.value != found[part].value) {
            found.remove(part);
        }
    }
}

/// Whether a number stands in a list that its own concept heads.
fn is_own_part(found: &Found) -> bool {
    let head = found.list.as_ref().and_then(|list| list.head.as_deref());
    matches!(found.metric, Metric::Amount | Metric::Count)
        && head == Some(found.thing.concept.as_str())
}
