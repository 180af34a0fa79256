//! Sums over codes: a 类 of its 款, a 款 of its 项, a total of its 类.

mod told;

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::{Sums, operands, stated};
use crate::check::formula::Formula;
use crate::check::interval::Interval;
use crate::check::ledger::{Group, Id, Key, Ledger};
use crate::check::log::{Log, Slot};
use crate::document::Span;
use crate::fact::{Dimensions, Fact, Metric, Phase, Whole};
use crate::grammar::checks::Codes;

/// What the codes of one column or list are about: concept, year, and the dimensions other than the code.
type Subject<'a> = (&'a str, Option<i32>, Others<'a>);

/// The amounts of one stage of the budget by their codes; `""` is the total.
type Amounts<'a> = BTreeMap<&'a str, Slot<'a>>;

/// Dimensions without that of a code.
#[derive(Debug, Clone, Copy)]
struct Others<'a> {
    all: &'a Dimensions,
    without: &'a str,
}

impl<'a> Others<'a> {
    fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.all
            .iter()
            .filter(move |(name, _)| *name != self.without)
    }
}

impl PartialEq for Others<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Others<'_> {}

impl PartialOrd for Others<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Others<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl std::hash::Hash for Others<'_> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.iter().for_each(|dimension| dimension.hash(state));
    }
}

pub(super) fn check(log: &mut Log<'_>, sums: &mut Sums) {
    let ledger = log.ledger;
    for codes in &ledger.context.grammar.checks.codes {
        for (table, group) in &ledger.tables {
            let subjects = subjects(ledger, group, codes);
            let complete = !subjects.is_empty() && has_every_row(log, table, group);
            for phases in subjects.into_values() {
                for amounts in phases.values() {
                    in_table(log, sums, codes, amounts, complete);
                }
            }
        }
        for group in ledger.lists.values() {
            for (subject, phases) in subjects(ledger, group, codes) {
                in_list(log, sums, codes, group, subject, &phases);
            }
        }
        in_report(log, sums, codes);
    }
}

/// Wherever they are stated, the parts of a code do not exceed it. Those that the text tells class by class are all.
fn in_report<'a>(log: &mut Log<'a>, sums: &mut Sums, codes: &'a Codes) {
    let ledger = log.ledger;
    let mut subjects: BTreeMap<(Subject, Phase), Amounts> = BTreeMap::new();
    let is_amount = |key: &Key| key.metric == Metric::Amount;
    for (key, ids) in ledger.identities().filter(|(key, _)| is_amount(key)) {
        let (subject, code) = of(&key, codes);
        if !code.is_empty() {
            let amounts = subjects.entry((subject, key.phase)).or_default();
            amounts.insert(code, Slot::new("part", ids));
        }
    }
    for amounts in subjects.into_values() {
        let children = children(&amounts, codes, |code| amounts.contains_key(code));
        let complete = told::complete(log, codes, &amounts, &children);
        for (parent, children) in children {
            if let (Some(whole), false) = (amounts.get(parent), parent.is_empty()) {
                let whole = Slot::new("stated", whole.values.clone());
                let parts = children.iter().map(|code| amounts[code].clone());
                sums.check(log, complete.contains(parent), whole, parts.collect());
            }
        }
    }
}

/// The amounts that the report states of a subject at a stage of the budget with a code, wherever.
fn known<'a>(
    ledger: &'a Ledger<'a>,
    codes: &Codes,
    (concept, year, others): Subject<'a>,
    phase: Phase,
    code: &str,
) -> &'a [Id] {
    let mut dimensions = others.all.clone();
    match code {
        "" => dimensions.remove(&codes.dimension),
        _ => dimensions.insert(codes.dimension.as_str(), code),
    };
    ledger.find(&Key {
        concept,
        metric: Metric::Amount,
        phase,
        year,
        dimensions: &dimensions,
    })
}

/// What an identity is about, and its code.
fn of<'a>(key: &Key<'a>, codes: &'a Codes) -> (Subject<'a>, &'a str) {
    let others = Others {
        all: key.dimensions,
        without: &codes.dimension,
    };
    let code = key.dimensions.get(&codes.dimension);
    (
        (key.concept, key.year, others),
        code.map_or("", SmolStr::as_str),
    )
}

/// The amounts of a group by what they are about and the stage of the budget.
fn subjects<'a>(
    ledger: &'a Ledger<'a>,
    group: &Group<'a>,
    codes: &'a Codes,
) -> BTreeMap<Subject<'a>, BTreeMap<Phase, Amounts<'a>>> {
    let mut subjects: BTreeMap<Subject, BTreeMap<Phase, Amounts>> = BTreeMap::new();
    let amounts = group.members.iter().filter_map(|&(id, statement)| {
        let fact = ledger.numbers[id].fact?;
        (fact.metric == Metric::Amount).then_some((id, statement, fact))
    });
    let is_coded = |fact: &Fact| fact.dimensions.contains_key(&codes.dimension);
    if !amounts.clone().any(|(_, _, fact)| is_coded(fact)) {
        return subjects;
    }
    for (id, statement, fact) in amounts {
        let (subject, code) = of(&Key::of(fact), codes);
        subjects
            .entry(subject)
            .or_default()
            .entry(fact.phase)
            .or_default()
            .insert(code, stated(ledger, "part", id, statement));
    }
    subjects.retain(|_, phases| {
        phases
            .values()
            .any(|amounts| amounts.keys().any(|code| !code.is_empty()))
    });
    subjects
}

/// The codes right under each code, by the nearest code above that is there; `""` is above all.
fn children<'a>(
    amounts: &Amounts<'a>,
    codes: &Codes,
    is_there: impl Fn(&str) -> bool,
) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for &code in amounts.keys().filter(|code| !code.is_empty()) {
        let above = codes
            .levels
            .iter()
            .rev()
            .filter(|&&level| level < code.len());
        let parent = above
            .filter_map(|&level| code.get(..level))
            .find(|prefix| is_there(prefix));
        children.entry(parent.unwrap_or("")).or_default().push(code);
    }
    children
}

/// Whether every row of a table was understood: its codes are printed, or each of its amounts is some fact's, so that
/// no name was left without a code.
fn has_every_row(log: &Log<'_>, id: &str, group: &Group<'_>) -> bool {
    let context = log.ledger.context;
    let Some(index) = log.ledger.table(id) else {
        return false;
    };
    let is_code = |cell: &SmolStr| {
        let cell = cell.trim();
        matches!(cell.len(), 3 | 5 | 7) && cell.bytes().all(|b| b.is_ascii_digit())
    };
    let coded = |row: &&[SmolStr]| row.iter().take(3).any(is_code);
    if context.tables[index].cells.iter().filter(coded).count() > 1 {
        return true;
    }
    let read: HashSet<Span> = group.members.iter().map(|(_, s)| s.quote.bytes).collect();
    context.document.tables.get(index).is_some_and(|table| {
        table.cells().iter().all(|cell| {
            // 行次 and counts have neither a point nor a comma.
            let is_amount = cell.text.contains(['.', ','])
                && cell.text.replace(',', "").parse::<Decimal>().is_ok();
            !is_amount || read.contains(&cell.span)
        })
    })
}

/// A table that was read as a whole has every row of its breakdown.
fn in_table<'a>(
    log: &mut Log<'a>,
    sums: &mut Sums,
    codes: &Codes,
    amounts: &Amounts<'a>,
    complete: bool,
) {
    for (parent, children) in children(amounts, codes, |code| amounts.contains_key(code)) {
        let Some(whole) = amounts.get(parent) else {
            log.unchecked();
            continue;
        };
        let mut whole = whole.clone();
        whole.role = "stated";
        let parts = children.iter().map(|code| amounts[code].clone()).collect();
        sums.check(log, complete, whole, parts);
    }
}

/// Codes of a list with the one above them.
struct Set<'a> {
    parent: &'a str,
    phase: Phase,
    children: Vec<&'a str>,
    /// The whole, which may have no value, and the parts.
    slots: Vec<Slot<'a>>,
    /// The numbers that add up, if any do.
    adds_up: Option<Vec<Id>>,
}

impl Set<'_> {
    fn has_whole(&self) -> bool {
        self.slots
            .first()
            .is_some_and(|whole| !whole.values.is_empty())
    }
}

/// A list of the text may leave rows out. It has them all where its shares add up to 100, where it adds up at another
/// stage of the budget, or, for a class, where all others of it add up.
fn in_list<'a>(
    log: &mut Log<'a>,
    sums: &mut Sums,
    codes: &Codes,
    group: &Group<'a>,
    subject: Subject<'a>,
    phases: &BTreeMap<Phase, Amounts<'a>>,
) {
    let mut sets = BTreeMap::new();
    for (&phase, amounts) in phases {
        // Within the list first: a 款 of the list is above its 项. Then every class that the report states elsewhere.
        let listed = children(amounts, codes, |code| amounts.contains_key(code));
        let classes = children(amounts, codes, |code| {
            amounts.contains_key(code) || !known(log.ledger, codes, subject, phase, code).is_empty()
        });
        let classes = classes.into_iter().filter(|(parent, _)| !parent.is_empty());
        for (parent, children) in listed.into_iter().chain(classes) {
            sets.insert((parent, phase), children);
        }
    }
    let sets: Vec<Set> = sets
        .into_iter()
        .map(|((parent, phase), children)| {
            let whole = known(log.ledger, codes, subject, phase, parent);
            let whole = Slot::new("stated", whole);
            let amounts = &phases[&phase];
            let slots = operands(whole, children.iter().map(|code| amounts[code].clone()));
            Set {
                parent,
                phase,
                children,
                adds_up: log.satisfied(&Formula::Sum, &slots),
                slots,
            }
        })
        .collect();
    let held: Vec<(&str, &Vec<&str>)> = sets
        .iter()
        .filter(|set| set.adds_up.is_some() && set.children.len() > 1)
        .map(|set| (set.parent, &set.children))
        .collect();
    let shared = shares_are_complete(log, group, codes, &subject);
    // Of each stage how many classes add up, and how many do not.
    let mut classes: BTreeMap<Phase, Classes> = BTreeMap::new();
    for set in &sets {
        if Some(&set.parent.len()) == codes.levels.first() && set.has_whole() {
            let classes = classes.entry(set.phase).or_default();
            classes.count(set.adds_up.is_some());
        }
    }
    let complete: Vec<bool> = sets
        .iter()
        .map(|set| {
            held.contains(&(set.parent, &set.children))
                || set.parent.is_empty() && shared
                || !set.parent.is_empty() && classes.get(&set.phase).is_some_and(Classes::cover)
        })
        .collect();
    for (mut set, complete) in sets.into_iter().zip(complete) {
        if !set.has_whole() {
            log.unchecked();
        } else if complete {
            sums.enter(log, set.slots, set.adds_up);
        } else {
            let whole = set.slots.remove(0);
            sums.check(log, false, whole, set.slots);
        }
    }
}

/// How many classes add up, and how many do not.
#[derive(Default)]
struct Classes {
    add: usize,
    fail: usize,
}

impl Classes {
    fn count(&mut self, adds_up: bool) {
        *if adds_up {
            &mut self.add
        } else {
            &mut self.fail
        } += 1;
    }

    /// Whether so many add up that the one that does not lacks no row, but has a wrong one.
    fn cover(&self) -> bool {
        self.add >= 2 && self.fail <= 1
    }
}

/// Whether every code of a list has a share of its subject, and these add up to 100.
fn shares_are_complete(
    log: &Log<'_>,
    group: &Group<'_>,
    codes: &Codes,
    subject: &Subject<'_>,
) -> bool {
    let numbers = &log.ledger.numbers;
    let coded = |metric: Metric| {
        group.members.iter().filter(move |(id, _)| {
            numbers[*id]
                .fact
                .is_some_and(|f| f.metric == metric && f.dimensions.contains_key(&codes.dimension))
        })
    };
    let of_subject = |w: &Whole| w.concept == subject.0 && subject.2.iter().eq(w.dimensions.iter());
    let shares: Vec<_> = coded(Metric::Share)
        .filter(|(_, share)| share.whole.as_ref().is_none_or(of_subject))
        .map(|(id, _)| numbers[*id].interval)
        .collect();
    shares.len() > 1
        && shares.len() >= coded(Metric::Amount).count()
        && shares
            .into_iter()
            .reduce(Interval::plus)
            .is_some_and(|sum| sum.holds(Decimal::ONE_HUNDRED))
}
