//! The ledger: every number that the rules compare, entered once, and found by what it is about.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};
use indexmap::IndexMap;
use rust_decimal::Decimal;

use super::Context;
use super::account::Accounts;
use super::interval::Interval;
use super::prose::{self, Paragraph};
use super::sentence::{self, Rate};
use crate::document::{Quote, Span};
use crate::evaluation::{Evaluation, Scalar};
use crate::fact::{Fact, Metric, Phase, Witness};
use crate::identity::Kind as ReportKind;

pub use crate::fact::key::Key;

/// The place of a number in the ledger.
pub type Id = usize;

/// How many values of one fact are tried where the report contradicts itself; what has more is several things.
pub(super) const ALTERNATIVES: usize = 8;

/// A number of the report.
#[derive(Debug, Clone)]
pub struct Number<'a> {
    /// What it is called in the report.
    pub label: Cow<'a, str>,
    /// The concept id, or the field of a self-assessment.
    pub concept: &'a str,
    /// Its value in base units.
    pub value: Decimal,
    /// What it stands for.
    pub interval: Interval,
    /// What its least precise statement stands for: a sentence computes with the numbers that it prints itself.
    pub coarse: Interval,
    /// How precisely it is printed, in base units.
    pub decimals: i32,
    /// The place that its interval is half a unit of, in base units.
    pub place: Option<i32>,
    /// `CNY`, `%`, `points`, or the classifier of a count.
    pub unit: &'a str,
    /// Its most precise statement.
    pub quote: &'a Quote,
    /// All places where it is stated.
    pub quotes: &'a [Quote],
    /// The fact that it is the value of.
    pub fact: Option<&'a Fact>,
    /// The place of its identity among those of the ledger, where it is the value of a fact.
    identity: Option<usize>,
    /// Whether it stands in a self-assessment.
    is_in_form: bool,
}

/// What numbers are about, each with the places of its numbers.
type Identities<'a> = IndexMap<Key<'a>, Range<usize>, foldhash::fast::RandomState>;

/// Statements of amounts or counts that stand in one list or one table, with the numbers that they were entered as.
#[derive(Debug, Default)]
pub struct Group<'a> {
    /// The statements in reading order.
    pub members: Vec<(Id, &'a Witness)>,
}

/// All numbers of a report.
pub struct Ledger<'a> {
    /// What is checked.
    pub context: &'a Context<'a>,
    /// The numbers, each at its [`Id`].
    pub numbers: Vec<Number<'a>>,
    /// The lists of the text, by the byte where they begin.
    pub lists: BTreeMap<usize, Group<'a>>,
    /// The tables, in reading order of their first statement.
    pub tables: Vec<(&'a str, Group<'a>)>,
    /// The paragraphs and headings of the text, in reading order.
    pub paragraphs: Vec<Paragraph<'a>>,
    /// Every statement of a fact, in reading order, with its fact's place among the facts.
    stated: Vec<(usize, &'a Witness)>,
    /// The identities in the order of their first fact, each with the places of its numbers in `values`.
    identities: Identities<'a>,
    /// The numbers of facts by their identity, the best attested of each first.
    values: Vec<Id>,
    facts: Vec<Option<Id>>,
    /// The rates in a government's report that are of no known account, each that its sentence gives the operands of.
    pub rates: Vec<Rate>,
    cells: HashMap<(usize, &'a str), Id>,
    /// Of each number the first one that is printed in the same place.
    printed: Vec<Id>,
}

impl<'a> Ledger<'a> {
    /// Enters the facts and the self-assessments.
    pub fn new(context: &'a Context<'a>) -> Self {
        let mut ledger = Self {
            context,
            numbers: Vec::with_capacity(context.facts.len()),
            lists: BTreeMap::new(),
            tables: Vec::new(),
            paragraphs: prose::paragraphs(context),
            stated: Vec::with_capacity(context.facts.len()),
            identities: Identities::with_capacity_and_hasher(
                context.facts.len(),
                foldhash::fast::RandomState::default(),
            ),
            values: Vec::new(),
            facts: Vec::with_capacity(context.facts.len()),
            rates: Vec::new(),
            cells: HashMap::new(),
            printed: Vec::new(),
        };
        let accounts = Accounts::of(context);
        let mut tables: HashMap<&str, usize> = HashMap::new();
        for (index, fact) in context.facts.iter().enumerate() {
            let statements = fact.statements.iter().map(|s| (index, s));
            ledger.stated.extend(statements);
            let number = of_fact(fact).filter(|_| accounts.compares(index));
            let Some(number) = number.filter(|_| ledger.is_definite(fact)) else {
                ledger.facts.push(None);
                continue;
            };
            let id = ledger.enter_fact(Key::of(fact), number);
            ledger.facts.push(Some(id));
            for statement in &fact.statements {
                if let Some(list) = &statement.list {
                    let group = ledger.lists.entry(list.id).or_default();
                    group.members.push((id, statement));
                }
                if let Some(table) = &statement.table {
                    let at = *tables.entry(table).or_insert_with(|| {
                        ledger.tables.push((table, Group::default()));
                        ledger.tables.len() - 1
                    });
                    ledger.tables[at].1.members.push((id, statement));
                }
            }
        }
        ledger.stated.sort_by_key(|(_, s)| s.quote.bytes);
        for group in ledger.lists.values_mut() {
            group.members.sort_by_key(|(_, s)| s.quote.bytes.start);
        }
        ledger.index_values();
        if context.identity.kind.is_government() {
            let sentences = ledger.enter_sentences();
            let rates = sentences.iter();
            let rates = rates.flat_map(|stated| sentence::rates(&ledger, stated));
            ledger.rates = rates.collect();
        }
        for (index, evaluation) in context.evaluations.iter().enumerate() {
            ledger.enter(index, evaluation);
        }
        ledger.index_places();
        ledger
    }

    /// Enters what sentences state of facts that are of no known account: the numbers of each sentence.
    fn enter_sentences(&mut self) -> Vec<Vec<Id>> {
        let mut sentences: Vec<Vec<Id>> = Vec::new();
        let mut last = None;
        // A fact may have thousands of witnesses.
        let mut definite: Vec<Option<bool>> = vec![None; self.context.facts.len()];
        for (index, witness) in self.stated.clone() {
            let fact = &self.context.facts[index];
            if self.facts[index].is_some()
                || !*definite[index].get_or_insert_with(|| self.is_definite(fact))
            {
                continue;
            }
            let Some(paragraph) = self.paragraph(&witness.quote) else {
                continue;
            };
            let quote = &witness.quote;
            let begins = paragraph.before(quote).len() - paragraph.sentence_before(quote).len();
            let sentence = Some((paragraph.span.start, begins));
            let Some(number) = of_witness(fact, witness) else {
                continue;
            };
            self.numbers.push(number);
            let id = self.numbers.len() - 1;
            match sentences.last_mut() {
                Some(numbers) if last == sentence => numbers.push(id),
                _ => sentences.push(vec![id]),
            }
            last = sentence;
        }
        sentences
    }

    /// Enters the number of a fact.
    fn enter_fact(&mut self, key: Key<'a>, number: Number<'a>) -> Id {
        let entry = self.identities.entry(key);
        let identity = Some(entry.index());
        entry.or_default();
        self.numbers.push(Number { identity, ..number });
        self.numbers.len() - 1
    }

    /// Brings the numbers of each identity together; the value that most statements bear witness to comes first.
    fn index_values(&mut self) {
        let numbers = &self.numbers;
        self.values = (0..numbers.len()).collect();
        self.values.sort_by_key(|&id| {
            let number: &Number = &numbers[id];
            (number.identity, Reverse(number.quotes.len()))
        });
        let mut start = 0;
        let identity = |&id: &Id| numbers[id].identity;
        for values in self.values.chunk_by(|a, b| identity(a) == identity(b)) {
            let end = start + values.len();
            if let Some(at) = values.first().and_then(identity) {
                self.identities[at] = start..end;
            }
            start = end;
        }
    }

    /// Tells which numbers are printed in one place.
    fn index_places(&mut self) {
        let numbers = &self.numbers;
        self.printed = (0..numbers.len()).collect();
        let mut places = self.printed.clone();
        places.sort_by_key(|&id| numbers[id].quote.bytes);
        for ids in places.chunk_by(|&a, &b| numbers[a].quote.bytes == numbers[b].quote.bytes) {
            for &id in &ids[1..] {
                if numbers[id].value == numbers[ids[0]].value {
                    self.printed[id] = ids[0];
                }
            }
        }
    }

    /// Whether the words of a change say how much it was and which way it went: 基本持平 does not, nor does a leftover of
    /// the template (增加（减少）3万元).
    fn is_definite(&self, fact: &Fact) -> bool {
        if !matches!(
            fact.metric,
            Metric::Change | Metric::ChangeRate | Metric::Variance
        ) {
            return true;
        }
        let direction = &self.context.grammar.checks.direction;
        !fact.spans.iter().any(|quote| {
            let paragraph = self.paragraph(quote);
            direction.rough.is_match(&quote.exact)
                || paragraph.is_some_and(|p| direction.open.is_match(p.clause_before(quote)))
        })
    }

    /// Enters the numbers of a self-assessment; a cell that is a statement of a fact is that fact's number.
    fn enter(&mut self, index: usize, evaluation: &'a Evaluation) {
        let factor = match evaluation.unit.as_deref() {
            Some("万元") => Decimal::from(10_000),
            _ => Decimal::ONE,
        };
        for (pointer, quote) in &evaluation.spans {
            let Some((value, unit, label)) = field(evaluation, pointer) else {
                continue;
            };
            let id = self.stated_at(quote.bytes).unwrap_or_else(|| {
                let factor = if unit == "CNY" { factor } else { Decimal::ONE };
                let shift = if factor == Decimal::ONE { 0 } else { 4 };
                let decimals = i32::try_from(value.scale()).unwrap_or(0) - shift;
                let value = value.checked_mul(factor).unwrap_or(value);
                let interval = match unit {
                    "CNY" => Interval::printed(value, Some(decimals)),
                    "%" => Interval::rounded(value, decimals),
                    _ => Interval::exact(value),
                };
                self.numbers.push(Number {
                    label: label.into(),
                    concept: pointer,
                    value,
                    interval,
                    coarse: interval,
                    decimals,
                    place: Some(decimals),
                    unit,
                    quote,
                    quotes: std::slice::from_ref(quote),
                    fact: None,
                    identity: None,
                    is_in_form: true,
                });
                self.numbers.len() - 1
            });
            self.cells.insert((index, pointer), id);
            self.numbers[id].is_in_form = true;
        }
    }

    /// The number of the last fact that is stated at a span.
    fn stated_at(&self, span: Span) -> Option<Id> {
        let upto = self.stated.partition_point(|(_, s)| s.quote.bytes <= span);
        let before = self.stated[..upto].iter().rev();
        before
            .take_while(|(_, s)| s.quote.bytes == span)
            .find_map(|&(fact, _)| self.number(fact))
    }

    /// The first number that is printed in the same place: 收、支总计均为… is one number of two facts.
    pub fn printed(&self, id: Id) -> Id {
        self.printed[id]
    }

    /// The values of a fact, the best attested first; several where the report contradicts itself.
    pub fn find(&self, key: &Key<'_>) -> &[Id] {
        let places = self.identities.get(key);
        places.map_or(&[], |places| &self.values[places.clone()])
    }

    /// The values of what a number is a value of.
    fn beside(&self, id: Id) -> Option<&[Id]> {
        let places = &self.identities[self.numbers[id].identity?];
        Some(&self.values[places.clone()])
    }

    /// The place of a table of the output, by its id (`t1`, `t2` …).
    pub fn table(&self, id: &str) -> Option<usize> {
        let index: usize = id.strip_prefix('t')?.parse().ok()?;
        let index = index.checked_sub(1)?;
        let table = self.context.tables.get(index)?;
        (table.id == id).then_some(index)
    }

    /// The statements of facts that begin inside a span, in reading order, with their facts' places among the facts.
    pub fn stated(&self, span: Span) -> &[(usize, &'a Witness)] {
        let at = |byte: usize| {
            self.stated
                .partition_point(|(_, s)| s.quote.bytes.start < byte)
        };
        self.stated
            .get(at(span.start)..at(span.end))
            .unwrap_or_default()
    }

    /// Whether a number is about the report's own year. What is said of the changes of other years (2023年…，2021年…，比
    /// 2021年增加…) may be told of any of the years before it. A government's report on its budget is about two years.
    pub fn is_of_report(&self, key: &Key<'_>) -> bool {
        let identity = self.context.identity;
        let Some(own) = identity.year else {
            return true;
        };
        let carried_out = identity.kind == ReportKind::GovernmentBudget
            && key.phase == Phase::Executed
            && key.year == Some(own - 1);
        carried_out || key.year == Some(own)
    }

    /// The paragraph that a quote stands in; `None` in a table.
    pub fn paragraph(&self, quote: &Quote) -> Option<&Paragraph<'a>> {
        let start = quote.bytes.start;
        let upto = self.paragraphs.partition_point(|p| p.span.start <= start);
        let last = self.paragraphs.get(..upto)?.last()?;
        (start < last.span.end).then_some(last)
    }

    /// The number of a fact, by its place among the facts.
    pub fn number(&self, fact: usize) -> Option<Id> {
        self.facts.get(fact).copied().flatten()
    }

    /// The values that the report gives where a fact stands: its own and those that contradict it, being of the same
    /// whole and over the same base. `None` for all but the first of them, so that each is looked at once.
    pub fn values(&self, fact: usize) -> Option<Cow<'_, [Id]>> {
        let id = self.number(fact)?;
        let own = self.numbers[id].fact?;
        let values = self.beside(id)?;
        if values.len() > ALTERNATIVES {
            return None;
        }
        let is_one = |&other: &Id| {
            let other = self.numbers[other].fact;
            other.is_some_and(|f| f.whole == own.whole && f.base == own.base)
        };
        let values: Cow<[Id]> = match values {
            [_] => values.into(),
            _ => values.iter().copied().filter(is_one).collect(),
        };
        (values.iter().min() == Some(&id)).then_some(values)
    }

    /// A number with the other values that the report gives for its fact, if it is one's.
    pub fn alternatives(&self, id: Id) -> Cow<'_, [Id]> {
        match self.beside(id) {
            Some(values @ [_]) => values.into(),
            others => {
                let others = others.unwrap_or_default().iter().copied();
                std::iter::once(id)
                    .chain(others.filter(|&other| other != id))
                    .take(ALTERNATIVES)
                    .collect()
            }
        }
    }

    /// Whether a number stands in a self-assessment.
    pub fn is_in_form(&self, id: Id) -> bool {
        self.numbers[id].is_in_form
    }

    /// The number in a field of a self-assessment, by its JSON Pointer.
    pub fn cell(&self, evaluation: usize, pointer: &str) -> Option<Id> {
        self.cells.get(&(evaluation, pointer)).copied()
    }

    /// The identities in the order of their first fact, each with its values.
    pub fn identities(&self) -> impl Iterator<Item = (Key<'a>, &[Id])> {
        let identities = self.identities.iter();
        identities.map(|(key, places)| (*key, &self.values[places.clone()]))
    }
}

/// The number of a fact that has an exact value.
fn of_fact(fact: &Fact) -> Option<Number<'_>> {
    let value = fact.value.filter(|_| !fact.approximate)?;
    let definite = || {
        let statements = fact.statements.iter();
        statements.filter(|s| s.value.is_some() && !s.approximate)
    };
    let finest = definite().max_by_key(|s| (s.place, std::cmp::Reverse(s.quote.bytes.start)));
    let place = finest.map_or(fact.decimals, |s| s.place.or(s.decimals));
    let interval = interval(fact.metric, value, place);
    let coarsest = definite().min_by_key(|s| s.place).filter(|s| {
        let money = matches!(fact.metric, Metric::Amount | Metric::Change);
        money && s.place.is_some() && s.place != place
    });
    Some(Number {
        label: fact.label.as_str().into(),
        concept: &fact.concept,
        value,
        interval,
        coarse: coarsest.map_or(interval, |s| {
            Interval::printed(s.value.unwrap_or(value), s.place)
        }),
        decimals: fact.decimals.unwrap_or(0),
        place,
        unit: &fact.unit,
        quote: finest.map_or(&fact.span, |s| &s.quote),
        quotes: &fact.spans,
        fact: Some(fact),
        identity: None,
        is_in_form: false,
    })
}

/// What a number may be that is printed to a place.
fn interval(metric: Metric, value: Decimal, place: Option<i32>) -> Interval {
    match metric {
        // What is counted is whole, and points are given.
        Metric::Count | Metric::Score => Interval::exact(value),
        Metric::Amount | Metric::Change | Metric::Variance => Interval::printed(value, place),
        // 0.00% is what a small share rounds to.
        _ => place.map_or(Interval::exact(value), |p| Interval::rounded(value, p)),
    }
}

/// The number of one statement of a fact, as that prints it.
fn of_witness<'a>(fact: &'a Fact, witness: &'a Witness) -> Option<Number<'a>> {
    let value = witness.value.filter(|_| !witness.approximate)?;
    let interval = interval(fact.metric, value, witness.decimals);
    Some(Number {
        label: fact.label.as_str().into(),
        concept: &fact.concept,
        value,
        interval,
        coarse: interval,
        decimals: witness.decimals.unwrap_or(0),
        place: witness.decimals,
        unit: &fact.unit,
        quote: &witness.quote,
        quotes: std::slice::from_ref(&witness.quote),
        fact: Some(fact),
        identity: None,
        is_in_form: false,
    })
}

/// A number of a self-assessment, its unit, and what it is called.
fn field(evaluation: &Evaluation, pointer: &str) -> Option<(Decimal, &'static str, String)> {
    let mut steps = pointer.split('/').skip(1);
    let (first, row, column) = (steps.next()?, steps.next(), steps.next());
    let row = |length: usize| row?.parse::<usize>().ok().filter(|&i| i < length);
    let (scalar, unit, label) = match first {
        "total_weight" => (&evaluation.total_weight, "points", "总分权重".to_owned()),
        "total_score" => (&evaluation.total_score, "points", "总分得分".to_owned()),
        "budget" => {
            let budget = &evaluation.budget[row(evaluation.budget.len())?];
            match column? {
                "approved" => (&budget.approved, "CNY", "年初预算".to_owned()),
                "adjusted" => (&budget.adjusted, "CNY", "全年预算".to_owned()),
                "executed" => (&budget.executed, "CNY", "预算执行数".to_owned()),
                "rate" => (&budget.rate, "%", "预算执行率".to_owned()),
                "weight" => (&budget.weight, "points", "预算执行权重".to_owned()),
                "score" => (&budget.score, "points", "预算执行得分".to_owned()),
                _ => return None,
            }
        }
        "indicators" => {
            let indicator = &evaluation.indicators[row(evaluation.indicators.len())?];
            let name = indicator.level3.as_deref().unwrap_or("指标");
            match column? {
                "weight" => (&indicator.weight, "points", format!("“{name}”权重")),
                "score" => (&indicator.score, "points", format!("“{name}”得分")),
                _ => return None,
            }
        }
        _ => return None,
    };
    match scalar {
        Some(Scalar::Number(value)) => Some((*value, unit, label)),
        _ => None,
    }
}
