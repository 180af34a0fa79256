//! What in the report of a government is one account. Such a report speaks in turn of the whole county, of its own level
//! and of its parts, often under one heading and in tables of one title. Numbers are compared within a table, and between
//! a table and another or a section only where these agree on so many numbers that both can but be of the same. What all is said
//! of in one section, each but once, is of one account as well: the “三公”.

use foldhash::{HashMap, HashMapExt};

use super::Context;
use super::ledger::{ALTERNATIVES, Key};
use crate::fact::{Fact, Metric};

/// On how many amounts two must agree to be of the same.
const AGREED: usize = 4;
/// On how many amounts they must agree for each on which they do not.
const AGREED_TO_ONE: usize = 5;

/// The facts of a report that are of an account known to be one.
pub(super) struct Accounts {
    /// Whether each of the facts may be compared.
    compared: Vec<bool>,
}

impl Accounts {
    /// Looks over the facts of a report.
    pub fn of(context: &Context<'_>) -> Self {
        let facts = context.facts;
        if !context.identity.kind.is_government() {
            return Self {
                compared: vec![true; facts.len()],
            };
        }
        let mut known = Known::default();
        let sources = facts.iter().map(|fact| known.sources(fact, context));
        let sources: Vec<Vec<usize>> = sources.collect();
        let mut same: HashMap<Key, Vec<usize>> = HashMap::new();
        for (index, fact) in facts.iter().enumerate() {
            same.entry(Key::of(fact)).or_default().push(index);
        }
        let classes = known.classes(facts, &sources, &same);
        // What several tables state is of the account of each.
        let own = |index: usize| sources[index].iter().filter_map(|&source| classes[source]);
        let share = |a: usize, b: usize| own(a).any(|class| own(b).any(|other| other == class));
        let family = &*context.grammar.checks.government.sums;
        let closed = closed(facts, family, &sources, &same);
        let is_compared = |(index, fact): (usize, &Fact)| {
            let values = &same[&Key::of(fact)];
            let is_one =
                values.len() <= ALTERNATIVES && values.iter().all(|&other| share(index, other));
            is_one || closed && is_of(family, fact)
        };
        Self {
            compared: facts.iter().enumerate().map(is_compared).collect(),
        }
    }

    /// Whether a fact, by its place among the facts, may be compared with others.
    pub fn compares(&self, fact: usize) -> bool {
        self.compared.get(fact).copied().unwrap_or_default()
    }
}

/// Whether what is said of a family of concepts is said in one place, and nothing of it twice with another value.
fn closed(
    facts: &[Fact],
    family: &str,
    sources: &[Vec<usize>],
    same: &HashMap<Key<'_>, Vec<usize>>,
) -> bool {
    let members = facts.iter().zip(sources);
    let mut members = members.filter(|(fact, _)| is_of(family, fact)).peekable();
    let first = members.peek().map(|(_, sources)| *sources);
    members.all(|(fact, sources)| {
        Some(sources) == first && sources.len() == 1 && same[&Key::of(fact)].len() == 1
    })
}

/// Whether a fact is an amount of a family of concepts.
fn is_of(family: &str, fact: &Fact) -> bool {
    fact.metric == Metric::Amount && fact.concept.starts_with(family)
}

/// What states something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Place<'a> {
    /// A table, by its id.
    Table(&'a str),
    /// A section of the text, by its place among the sections; the text before all of them.
    Section(Option<usize>),
}

/// The tables and the sections of the text that state something.
#[derive(Default)]
struct Known<'a> {
    places: HashMap<Place<'a>, usize>,
    /// Whether each is a table.
    tables: Vec<bool>,
}

impl<'a> Known<'a> {
    /// Where a fact is stated, each place once.
    fn sources(&mut self, fact: &'a Fact, context: &Context<'_>) -> Vec<usize> {
        let mut sources = Vec::new();
        for statement in &fact.statements {
            let place = match statement.table.as_deref() {
                Some(table) => Place::Table(table),
                None => {
                    let start = statement.quote.bytes.start;
                    let sections = context.sections;
                    let upto = sections.partition_point(|s| s.heading.start <= start);
                    Place::Section(upto.checked_sub(1))
                }
            };
            let next = self.tables.len();
            let source = *self.places.entry(place).or_insert(next);
            if source == next {
                self.tables.push(matches!(place, Place::Table(_)));
            }
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    /// The account of each place: that of a table, which others may share. A section that is of no table has none.
    fn classes(
        &self,
        facts: &[Fact],
        sources: &[Vec<usize>],
        same: &HashMap<Key<'_>, Vec<usize>>,
    ) -> Vec<Option<usize>> {
        let mut pairs: HashMap<(usize, usize), Agreement> = HashMap::new();
        for values in same.values().filter(|values| values.len() <= ALTERNATIVES) {
            let amounts = values.iter().filter(|&&index| {
                let fact = &facts[index];
                fact.metric == Metric::Amount && fact.value.is_some_and(|value| !value.is_zero())
            });
            let amounts: Vec<usize> = amounts.copied().collect();
            for (at, &index) in amounts.iter().enumerate() {
                for (a, b) in pairs_of(&sources[index], &sources[index]) {
                    pairs.entry((a, b)).or_default().agreed += 1;
                }
                for &other in &amounts[at + 1..] {
                    for (a, b) in pairs_of(&sources[index], &sources[other]) {
                        pairs.entry((a, b)).or_default().differed += 1;
                    }
                }
            }
        }
        let mut classes: Vec<Option<usize>> = (0..self.tables.len()).map(Some).collect();
        let mut agreed: Vec<_> = pairs
            .into_iter()
            .filter(|(_, pair)| pair.is_one())
            .collect();
        agreed.sort_unstable_by_key(|(pair, _)| *pair);
        for ((a, b), _) in agreed {
            let (one, other) = (classes[a], classes[b]);
            for class in classes.iter_mut().filter(|class| **class == other) {
                *class = one;
            }
        }
        let with_tables: Vec<Option<usize>> = classes
            .iter()
            .zip(&self.tables)
            .filter_map(|(class, is_table)| is_table.then_some(*class))
            .collect();
        for class in &mut classes {
            *class = class.filter(|_| with_tables.contains(class));
        }
        classes
    }
}

/// On how many amounts two places agree, and on how many they do not.
#[derive(Default)]
struct Agreement {
    agreed: usize,
    differed: usize,
}

impl Agreement {
    fn is_one(&self) -> bool {
        self.agreed >= AGREED && self.agreed >= AGREED_TO_ONE * self.differed
    }
}

/// Each of some places with each of others, the lesser first.
fn pairs_of(some: &[usize], others: &[usize]) -> Vec<(usize, usize)> {
    let pairs = some
        .iter()
        .flat_map(|&a| others.iter().map(move |&b| (a.min(b), a.max(b))));
    let mut pairs: Vec<_> = pairs.filter(|(a, b)| a != b).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
