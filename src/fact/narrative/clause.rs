//! One paragraph, clause by clause.
//!
//! The reader walks over the tokens from left to right and keeps what the words so far have set up: who is named, which
//! stage of the budget, which comparison, which list. A number then says what these make of it, or is left unbound.

mod bare;
mod compare;
mod counts;
mod each;
mod marks;
mod names;
mod numbers;
mod projects;
mod rates;
mod retract;
mod sides;
mod state;
mod subjects;
mod words;

use std::collections::VecDeque;
use std::ops::Range;

use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::fact::scope::{APPROPRIATION, Head, Scope, Thing, Wanted};
use crate::fact::token::{Path, Token, TokenKind};
use crate::fact::{Dimensions, List, Metric, Phase, Whole, project};
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
    /// In a government's report on its budget, the year that it plans.
    pub plans: Option<i32>,
    /// The frames of its sections.
    pub scope: Scope,
    /// Whether it is a heading, which only names.
    pub heading: bool,
    /// Whether its opening announces the review of a project.
    pub reviews: bool,
    /// Whether it is kept in which lists its statements stand.
    pub derives: bool,
    /// The projects that the tables of the report name.
    pub known: &'a project::Known,
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
    /// What the paragraph before spoke of last, with its stage, where it was no numbered item.
    last: Option<(Named, Option<Phase>)>,
    /// What a line that only names has named, with its last stage, as long as the lines below go on with it.
    item: Option<(Named, Option<Phase>)>,
    heads: Vec<Head>,
    category: String,
    project: Option<String>,
    /// Whether a line of the section has announced it for those below: 项目名称：….
    announced: bool,
    /// The year that a line has announced for those below it: 截至2024年12月，基本情况如下：.
    year: Option<i32>,
}

impl Memory {
    /// Forgets what a new section does not carry on; `project` is the one that it is about.
    pub fn enter(&mut self, project: Option<String>) {
        self.topic = None;
        self.last = None;
        self.item = None;
        self.heads.clear();
        self.project = project;
        self.announced = false;
        self.year = None;
    }

    /// Takes the project that a line announces, if it does: the line and those below it speak of that alone.
    pub fn announce(&mut self, project: Option<String>, scope: &mut Scope) {
        self.announced |= project.is_some();
        self.project = project.or(self.project.take());
        if self.announced {
            scope.open("project");
        }
    }

    /// A paragraph that reviews one project speaks of it alone; gives what the section is about otherwise.
    pub fn review(&mut self, project: Option<String>, scope: &mut Scope) -> Option<String> {
        let outer = self.project.clone();
        if project.is_some() {
            self.project = project;
            scope.open("project");
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
    pub label: SmolStr,
    /// What the number says.
    pub metric: Metric,
    /// The stage of the budget.
    pub phase: Phase,
    /// The year.
    pub year: Option<i32>,
    /// The value, if there is one.
    pub value: Option<Decimal>,
    /// Its unit.
    pub unit: SmolStr,
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
    /// The heads of the lists that were open, the last being the closest, where that is kept.
    pub heads: Vec<Head>,
}

/// Something that was named, its meaning being found when a number says what kind of thing is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    label: SmolStr,
    reference: Reference,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Reference {
    Label(SmolStr),
    Category(SmolStr),
    Path(Path),
    Things(Vec<Thing>),
}

/// The sign of a direction that a template leaves open: 增加（减少）.
const UNCHOSEN: i8 = 0;

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

impl Versus {
    /// What a difference from it is.
    fn difference(self) -> Metric {
        match self {
            Versus::Year(_) => Metric::Change,
            Versus::Budget => Metric::Variance,
        }
    }
}

/// Why the words that are being read state nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Silence {
    Cause,
    Plan,
    Purpose,
}

/// Reads a paragraph.
pub fn read(context: &Context, memory: &mut Memory) -> Vec<Found> {
    let mut reader = Reader::new(context, memory);
    if reader.memory.topic.is_some() {
        reader.divide_by_items();
    }
    let silent = reader.silent_ranges();
    for (index, token) in context.tokens.iter().enumerate() {
        reader.announce(token.range.start);
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
    added: Dimensions,
    counted: Option<Thing>,
    open_count: Option<usize>,
    /// What the clause has set up.
    phase: Option<Phase>,
    sign: i8,
    received: bool,
    predicate: Option<Predicate>,
    versus: Option<Versus>,
    /// What it compares with as well: 与年初预算数、上年决算数均持平.
    also: Option<Versus>,
    awaiting: bool,
    /// Whether what was named last is all that the topic consists of: 全部为财政拨款收入. What compares is of the topic.
    all_named: bool,
    compared: bool,
    budget_word: Option<Phase>,
    last_year: bool,
    year: Option<i32>,
    sentence_year: Option<i32>,
    paragraph_year: Option<i32>,
    /// How many statements there were before the sentence.
    before_sentence: usize,
    each: bool,
    queue: VecDeque<Named>,
    /// Years that were listed: 2021年、2022年和2023年.
    years: Vec<i32>,
    /// Those whose amounts follow in order.
    year_queue: VecDeque<i32>,
    /// The stages whose amounts follow in order.
    phase_queue: VecDeque<Phase>,
    /// The projects whose scores come next, in order, and the words that say so: 自评得分分别为96分、94.5分.
    scored: VecDeque<(String, Range<usize>)>,
    silence: Option<Silence>,
    /// Whether the reason stands before what it is a reason for: 因疫情未召开会议，会议费支出1万元.
    reason_leads: bool,
    /// Whether the sentence has said how much was spent on some purpose.
    purposes: bool,
    /// Whether the reasons that are given bear numbers.
    numbers_reasons: bool,
    /// Whether unknown words stand behind what was named last.
    trailed: bool,
    /// Whether unknown words stand between what was named and the number.
    foreign: bool,
    /// Whether the clause has begun to say something.
    begun: bool,
    limited: Option<String>,
    /// Whether the clause has unknown words and nothing named behind them.
    gapped: bool,
    /// What was spoken of before each bracket that is open.
    asides: Vec<marks::Aside>,
    /// The project whose score the paragraph has given, where its section is about several.
    reviewed: Option<String>,
    /// The projects that the sentence names together: “河道清淤”和“堤防加固”项目.
    together: Vec<String>,
    /// The projects that begin a sentence or an item of a list, with the bytes of their names.
    announced: VecDeque<(Range<usize>, String)>,
    /// Where the last of them that was reached begins.
    announced_at: Option<usize>,
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
    /// Its stage, where the words say it.
    base_phase: Option<Phase>,
    /// A figure of an earlier year that stands before what it is of.
    waiting: Option<compare::Waiting>,
    /// Whether the clause before compared with the budget.
    against_budget: bool,
    /// Whether the clause speaks of averages: 人均, 车均.
    averaged: bool,
    /// Whether the sentence compares with what was reported before: 与人大会议报告的执行数相比.
    on_report: bool,
    /// Whether its amounts are marks that something has passed: 突破100亿元.
    passes: bool,
    /// Whether the clause speaks of a standard: 限额标准.
    standard: bool,
    /// Whether the clause compares on a basis of its own: 同口径.
    comparable: bool,
    /// Whether the sentence speaks of several years together (“十四五”期间, 2021-2023年), or of standards.
    spanning: bool,
    /// What the rates of a list are shares of, where its head says that they are: 占总支出的比重分别为：教育支出8%、农林水支出6%.
    shares: Option<Option<Named>>,
    /// Whether the sentence tells which funds pay for what was counted.
    involving: bool,
    /// What the amounts of the sentence are about, in order: 分别占 speaks of them again.
    stated: Vec<Named>,
    /// Those of the sentence before.
    stated_before: Vec<Named>,
    /// What the differences that follow in a row are against, in order: 比预算数和上年数分别多3万元和5万元.
    against: VecDeque<Versus>,
    /// What a clause without numbers has compared with: 与预算和上年相比，分别….
    both: Option<[Versus; 2]>,
    /// The stages that the next amount is of, all of them: 年初预算和支出决算均为12万元.
    stages_of_all: Vec<Phase>,
    /// What the sentence has named together, without a number: 由甲收入、乙收入两项组成，分别为….
    named_together: Vec<Named>,
    /// Whether what was last named is a numbered item: what its sentence leaves open, the next one goes on with.
    numbered: bool,
    /// Whether the paragraph goes on with what a line above only names.
    itemised: bool,
}

impl<'a, 'm> Reader<'a, 'm> {
    fn new(context: &'a Context<'a>, memory: &'m mut Memory) -> Self {
        let mut scope = context.scope.clone();
        scope.heads = memory.heads.clone();
        let first = first_word(context);
        let last = memory.last.take().filter(|_| first.is_some_and(goes_on));
        let item = memory.item.take();
        let item = item.filter(|_| first.is_some_and(|role| goes_on(role) || is_stage(role)));
        let itemised = item.is_some();
        let (topic, topic_phase) = match (&memory.topic, last.or(item)) {
            (None, Some((topic, phase))) => (Some(topic), phase),
            (topic, _) => (topic.clone(), None),
        };
        Self {
            context,
            scope,
            found: Vec::with_capacity(context.mentions.len()),
            pending: Vec::new(),
            topic,
            topic_phase,
            listing: !memory.heads.is_empty(),
            list_phase: None,
            added: Dimensions::new(),
            counted: None,
            open_count: None,
            phase: None,
            sign: 1,
            received: false,
            predicate: None,
            versus: None,
            also: None,
            awaiting: false,
            all_named: false,
            compared: false,
            budget_word: None,
            last_year: false,
            year: None,
            sentence_year: None,
            paragraph_year: memory.year,
            before_sentence: 0,
            each: false,
            queue: VecDeque::new(),
            years: Vec::new(),
            year_queue: VecDeque::new(),
            phase_queue: VecDeque::new(),
            scored: VecDeque::new(),
            silence: None,
            reason_leads: false,
            purposes: false,
            numbers_reasons: false,
            trailed: false,
            foreign: false,
            begun: false,
            limited: None,
            gapped: false,
            asides: Vec::new(),
            reviewed: None,
            together: Vec::new(),
            announced: projects::announced(context),
            announced_at: None,
            lost: false,
            pending_is_old: true,
            relative: false,
            joined: false,
            base_year: None,
            base_phase: None,
            waiting: None,
            against_budget: false,
            averaged: false,
            on_report: false,
            passes: false,
            standard: false,
            comparable: false,
            spanning: false,
            shares: None,
            involving: false,
            stated: Vec::new(),
            stated_before: Vec::new(),
            against: VecDeque::new(),
            both: None,
            stages_of_all: Vec::new(),
            named_together: Vec::new(),
            numbered: false,
            itemised,
            memory,
        }
    }

    /// Brackets that hold no number, and the name of the project: what stands there names nothing.
    fn silent_ranges(&self) -> Vec<Range<usize>> {
        let words = self.context.words;
        let mut ranges = Vec::new();
        if self.context.reviews {
            ranges.extend(words.find('：').map(|end| 0..end));
        }
        ranges.extend(self.announced.iter().map(|(range, _)| range.clone()));
        let mut open = None;
        for (at, c) in words.char_indices() {
            match c {
                '(' => open = Some(at),
                ')' => {
                    if let Some(start) = open.take() {
                        let (mentions, tokens) = (self.context.mentions, self.context.tokens);
                        let first = mentions.partition_point(|m| m.range.start <= start);
                        let mut inside = mentions[first..].iter().take_while(|m| m.range.end <= at);
                        let behind = tokens.partition_point(|t| t.range.start <= start);
                        let around = behind.checked_sub(1).map(|before| &tokens[before]);
                        let named = around.is_some_and(|t| {
                            matches!(t.kind, TokenKind::Path(_)) && at < t.range.end
                        });
                        let again = repeats(words, mentions, first, start..at + 1);
                        let again = again.is_some_and(|(before, inner)| !is_finer(inner, before));
                        if !named && (again || !inside.any(|m| m.kind.is_value())) {
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
            TokenKind::Mark(mark) => {
                self.mark(index, *mark);
                if *mark == '(' && self.opens_types(index) {
                    self.parts(&token.range, false);
                }
            }
            TokenKind::Gap | TokenKind::Word(Role::Holds) => self.gap(&token.range),
            TokenKind::Word(role) if self.is_part_of_word(index, *role) => self.gap(&token.range),
            TokenKind::Label(label) if self.is_silent(index, label) => {}
            TokenKind::Label(label) if self.points_back(index, label) => {}
            TokenKind::Label(label) if self.is_balance(index, label) => {}
            TokenKind::Label(label) if self.is_owner(index, label) => {
                self.word(index, Role::Scope, &token.range)
            }
            TokenKind::Label(label)
                if self.is_drawn_up(index, label)
                    || self.introduces(index, label)
                    || self.ends_kind(index, label) =>
            {
                self.gap(&token.range)
            }
            TokenKind::Label(label) if self.ends_unknown(index, label) => {
                match self.lists_names(index) {
                    true => self.gap(&token.range),
                    false => self.unknown(),
                }
            }
            TokenKind::Label(label)
                if self.is_bare(label)
                    || self.lists_side(index, label)
                    || self.spends_of_category(index, label) =>
            {
                match self.whole_side(index, label) {
                    Some(whole) => self.named(index, whole, &token.range),
                    None if self.is_other_side(label) => self.unknown(),
                    None => self.word(index, Role::Spent, &token.range),
                }
            }
            TokenKind::Label(label) => {
                if self.divides_pending(index, label) || self.divides_counted(label) {
                    self.parts(&token.range, false);
                }
                let facing = self.facing_side(index, label).map(Reference::Label);
                let other = facing.or_else(|| self.both_near(label));
                let reference = other.unwrap_or_else(|| Reference::Label((*label).into()));
                self.part(index, reference, &token.range)
            }
            TokenKind::Category(_) if self.is_rest_by_nature(&token.range) => self.unknown(),
            TokenKind::Category(_) if self.is_part_of_unknown(index) || self.is_loose(index) => {
                self.gap(&token.range)
            }
            TokenKind::Category(name) => {
                self.part(index, Reference::Category((*name).into()), &token.range)
            }
            TokenKind::Path(path) => {
                self.named(index, Reference::Path((**path).clone()), &token.range)
            }
            TokenKind::Word(Role::Versus) if self.joins_names(index) => {
                self.word(index, Role::And, &token.range)
            }
            TokenKind::Word(role) => self.word(index, *role, &token.range),
            TokenKind::Mention(mention) => self.mention(index, *mention),
        }
    }

    /// What is named, and may be a part of the amount right before it.
    fn part(&mut self, index: usize, reference: Reference, range: &Range<usize>) {
        if self.divides_amount(index, &reference) {
            self.parts(range, false);
        }
        self.named(index, reference, range);
    }

    /// 教育支出年初预算90万元，调整预算100万元，支出98万元: whether a bare side of the budget says how much was spent of that of a category.
    fn spends_of_category(&self, index: usize, label: &str) -> bool {
        let next = self.context.tokens.get(index + 1);
        let of_category = self
            .topic
            .as_ref()
            .is_some_and(|topic| match &topic.reference {
                Reference::Things(things) => things.iter().all(|thing| total_of(thing).is_some()),
                _ => false,
            });
        of_category
            && self.weak(label).next().is_some()
            && next.is_some_and(|next| self.is_amount(&next.kind))
            && self.spends(index)
    }

    /// 收入包括：…；支出包括：…: whether a bare side of the budget only opens a list, of no fund that was named before.
    fn lists_side(&self, index: usize, label: &str) -> bool {
        let lists = self
            .context
            .tokens
            .get(index + 1)
            .is_some_and(|t| t.kind == TokenKind::Word(Role::Parts));
        let grammar = self.context.grammar;
        let found = self.scope.label(label, Wanted::Money, grammar);
        // In a section on the appropriation it is not that of all money, which a section around is about.
        let sections = &self.scope.sections;
        let of_all = sections.first().is_some_and(|frame| frame == APPROPRIATION);
        lists && found.is_some_and(|found| found.meaning.weak && (found.heads.is_none() || of_all))
    }

    /// 绩效目标完成情况：清运垃圾的村16个: whether what follows a count elsewhere only introduces what the line is about.
    fn introduces(&self, index: usize, label: &str) -> bool {
        let mut behind = self.context.tokens[index + 1..].iter().map(|t| &t.kind);
        let next =
            behind.find(|kind| !kind.says_nothing() && **kind != TokenKind::Word(Role::Completion));
        self.open_count.is_none() && next == Some(&TokenKind::Mark('：')) && self.follows(label)
    }

    /// 我部门编制2024年部门预算, 编制规划3个: 编制 before a year, a budget or unknown words is what is done,
    /// not what is counted.
    fn is_drawn_up(&self, index: usize, label: &str) -> bool {
        let end = self.context.tokens[index].range.end;
        label.ends_with("编制")
            && self
                .context
                .tokens
                .get(index + 1)
                .is_some_and(|next| match next.kind {
                    TokenKind::Mention(at) => self.context.mentions[at].kind == Kind::Year,
                    TokenKind::Gap
                    | TokenKind::Label(_)
                    | TokenKind::Word(Role::Approved | Role::Adjusted | Role::Executed) => {
                        next.range.start == end
                    }
                    _ => false,
                })
    }

    fn finish(mut self) -> Vec<Found> {
        if self.context.heading {
            // 绩效目标 over what is to be reached does not say of how many projects.
            let follows = |named: &Named| matches!(&named.reference, Reference::Label(label) if self.follows(label));
            // 人员经费主要包括 over a list of names is about the first.
            let named = match self.pending.as_slice() {
                [named] => Some(named),
                [] => self.topic.as_ref().filter(|_| self.listing),
                _ => None,
            };
            let named = named.filter(|named| named.label.chars().count() >= 3 && !follows(named));
            self.memory.topic = named.cloned();
            self.memory.item = self.memory.topic.clone().map(|named| (named, None));
            return Vec::new();
        }
        let open = self.context.words.ends_with('：');
        let listing = self.listing || open;
        self.memory.heads = if listing && (open || self.found.is_empty()) {
            self.scope.heads.clone()
        } else {
            self.memory.heads.clone()
        };
        if open
            && self.scope.heads.is_empty()
            && let Some(named) = &self.topic
            && let Some((things, _)) = self.resolve(named, Wanted::Money)
        {
            let id = self.context.start;
            let head = |thing| Head::new(thing, id, self.context.grammar);
            self.memory.heads = things.into_iter().take(1).map(head).collect();
        }
        // 截至2024年底，资产总体情况为 over a list.
        let unfinished = self.found.is_empty() && !self.context.words.ends_with(['。', '；', '，']);
        if open || unfinished {
            self.memory.year = self.paragraph_year;
        }
        let alone = self.found.is_empty();
        let named = self.only_names().then(|| (self.pending[0].clone(), None));
        self.end_sentence();
        self.memory.last = (!alone && !self.numbered)
            .then(|| Some((self.topic.clone()?, self.topic_phase)))
            .flatten();
        self.memory.item = match &self.topic {
            Some(topic) if self.itemised && !alone => Some((topic.clone(), self.topic_phase)),
            _ => named,
        };
        self.memory.topic = self.topic.take().filter(|_| alone);
        retract::sums(&mut self.found);
        retract::parts(&mut self.found);
        retract::staff(&mut self.found);
        self.found
    }

    /// Whether the paragraph is a line that names one thing and says nothing of it: 1.208（类）02（款）01（项）行政运行.
    fn only_names(&self) -> bool {
        let names = |t: &Token| match &t.kind {
            TokenKind::Mark(mark) => *mark != '：',
            TokenKind::Mention(at) => !self.context.mentions[*at].kind.is_value(),
            TokenKind::Gap => !self.context.words[t.range.clone()].contains(char::is_alphabetic),
            kind => !matches!(kind, TokenKind::Word(role) if !role.says_nothing()),
        };
        matches!(self.pending.as_slice(), [named] if named.label.chars().count() >= 3)
            && self.found.is_empty()
            && self.context.tokens.iter().all(names)
    }
}

/// 365040万元（36.50亿元）, 0.52亿元（即5200.50万元）: the number right before brackets, and that in them, where they hold nothing but
/// the first once more; `first` is the first number behind their beginning.
fn repeats<'m>(
    words: &str,
    mentions: &'m [Mention],
    first: usize,
    brackets: Range<usize>,
) -> Option<(&'m Mention, &'m Mention)> {
    let before = mentions.get(first.checked_sub(1)?)?;
    let inner = mentions.get(first)?;
    let link = words.get(brackets.start + 1..inner.range.start)?;
    let is_alone = before.range.end == brackets.start && inner.range.end == brackets.end - 1;
    let says_again = link.is_empty() || AGAIN.contains(&link);
    (is_alone && says_again && inner.repeats(before)).then_some((before, inner))
}

/// Whether an amount is printed more precisely than another.
fn is_finer(amount: &Mention, other: &Mention) -> bool {
    matches!(amount.kind, Kind::Amount { .. }) && amount.decimals > other.decimals
}

/// What says in brackets that the amount before them comes once more.
const AGAIN: [&str; 5] = ["即", "折合", "合", "约合", "折合人民币"];

/// The connecting word that a paragraph begins with, behind marks, years and words that say nothing.
fn first_word(context: &Context) -> Option<Role> {
    let year = |at: usize| matches!(context.mentions[at].kind, Kind::Year | Kind::Date);
    let first = context.tokens.iter().find(|t| match t.kind {
        TokenKind::Word(role) => !role.says_nothing(),
        TokenKind::Mark(_) => false,
        TokenKind::Mention(at) => !year(at),
        _ => true,
    })?;
    match first.kind {
        TokenKind::Word(role) => Some(role),
        _ => None,
    }
}

/// Whether a paragraph that begins so only goes on with what the one before spoke of: 比上年增加, 2023年占…的.
fn goes_on(role: Role) -> bool {
    matches!(
        role,
        Role::Versus
            | Role::OnYear
            | Role::Comparable
            | Role::Increase
            | Role::Decrease
            | Role::Undirected
            | Role::Completion
            | Role::Share
    )
}

/// Whether a word names a stage of the budget: below a line that only names, it is that of what the line names.
fn is_stage(role: Role) -> bool {
    matches!(role, Role::Approved | Role::Adjusted | Role::Executed)
}

/// How many statements back a number may go on with one.
const FARTHEST: usize = 100;

/// How many tokens of a clause are looked at before and behind one of them: longer clauses are none.
const LONGEST_CLAUSE: usize = 500;

/// The longest run of unknown words, in characters, that may stand between a label and its number.
const LONGEST_GAP: usize = 14;

/// The longest name of a category, or of what is counted, in characters, that is also a word of its own.
const SHORT_NAME: usize = 2;

/// How many characters the name of a side of the budget has: 收入, 支出.
const SIDE: usize = 2;

/// The characters of words that would be the name of a side.
fn side(words: &str) -> &str {
    let end = words.char_indices().nth(SIDE);
    end.map_or(words, |(at, _)| &words[..at])
}

/// Whether the number of an item ends at a byte of words: （一）, 2., 3、.
fn is_numbered(words: &str, end: usize) -> bool {
    if !words[..end].ends_with(crate::document::numbering::may_end) {
        return false;
    }
    let starts = words[..end].char_indices().rev().take(LONGEST_NUMBER);
    starts.map(|(at, _)| at).any(|at| {
        crate::document::numbering::number(&words[at..])
            .is_some_and(|number| at + number.text.len() == end)
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
    unit: SmolStr,
}

impl Number {
    /// No money, as some words say it.
    fn nothing(range: Range<usize>, mention: Option<usize>) -> Self {
        Self {
            value: Some(Decimal::ZERO),
            decimals: Some(0),
            approximate: false,
            range,
            mention,
            unit: SmolStr::new_static("CNY"),
        }
    }

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
