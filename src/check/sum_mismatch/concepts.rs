//! Sums over concepts: 本年收入合计 = 财政拨款收入 + ….

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashSet, HashSetExt};
use rust_decimal::Decimal;

use super::{Sums, extent, stated};
use crate::check::balance;
use crate::check::interval::Interval;
use crate::check::ledger::{Group, Id, Key, Ledger};
use crate::check::log::{Log, Slot};
use crate::check::prose;
use crate::fact::{Metric, Witness};
use crate::grammar::checks::{Checks, Partition};

/// How deep partitions are climbed.
const DEPTH: usize = 8;

/// The amounts of a group by what they are about.
type Amounts<'a> = HashMap<Key<'a>, (Id, &'a Witness)>;

pub(super) fn check(log: &mut Log<'_>, sums: &mut Sums) {
    let mut done = HashSet::new();
    anywhere(log, sums, &mut done);
    if log.ledger.context.identity.kind.is_government() {
        return;
    }
    in_tables(log, sums, &done);
    in_lists(log, sums, &done);
    subsets(log, sums);
}

/// Wholes of which the report states every part, wherever.
fn anywhere<'a>(log: &mut Log<'a>, sums: &mut Sums, done: &mut HashSet<Key<'a>>) {
    let ledger = log.ledger;
    let checks = &ledger.context.grammar.checks;
    for (key, whole) in ledger
        .identities()
        .filter(|(k, _)| k.metric == Metric::Amount)
    {
        let Some(partition) = checks.partition(key.concept) else {
            continue;
        };
        let is_told = key.concept.starts_with(checks.government.sums.as_str());
        if ledger.context.identity.kind.is_government() && !is_told {
            continue;
        }
        let find = |concept: &str| {
            let ids = ledger.find(&key.concept(concept));
            let is_part = !ids.is_empty() && !balance::stands_beside(ledger, &key, concept);
            is_part.then(|| Slot::new("part", ids))
        };
        let (parts, complete) = cover(checks, partition, &find, DEPTH);
        if complete {
            done.insert(key);
        }
        sums.check(log, complete, Slot::new("stated", whole), parts);
    }
}

/// The parts of a partition that are found, one that is not by its own parts; and whether they are all.
fn cover<'a>(
    checks: &Checks,
    partition: &Partition,
    find: &impl Fn(&str) -> Option<Slot<'a>>,
    depth: usize,
) -> (Vec<Slot<'a>>, bool) {
    let mut slots = Vec::new();
    let mut complete = true;
    for part in &partition.parts {
        if let Some(slot) = find(part) {
            slots.push(slot);
            continue;
        }
        match checks.partition(part).filter(|_| depth > 0) {
            Some(partition) => {
                let (parts, all) = cover(checks, partition, find, depth - 1);
                slots.extend(parts);
                complete &= all;
            }
            None => complete = false,
        }
    }
    (slots, complete)
}

/// The amounts of a group, each with its statement there.
fn amounts<'a>(ledger: &'a Ledger<'a>, group: &Group<'a>) -> Amounts<'a> {
    let members = group.members.iter();
    let amounts = members.filter_map(|&(id, statement)| {
        let key = Key::of(ledger.numbers[id].fact?);
        (key.metric == Metric::Amount).then_some((key, (id, statement)))
    });
    amounts.collect()
}

/// The concepts that a concept is a part of, however deep.
fn above<'a>(checks: &'a Checks, concept: &str) -> impl Iterator<Item = &'a str> {
    let first = checks.parent(concept);
    let next = |below: &&'a Partition| checks.parent(&below.whole);
    std::iter::successors(first, next)
        .take(DEPTH)
        .map(|partition| partition.whole.as_str())
}

/// The operand that is the amount of a concept among those of a group.
fn part<'a>(
    ledger: &'a Ledger<'a>,
    amounts: &Amounts<'a>,
    whole: &Key<'_>,
    concept: &str,
) -> Option<Slot<'a>> {
    let &(id, statement) = amounts.get(&whole.concept(concept))?;
    Some(stated(ledger, "part", id, statement))
}

/// Tables that have a column or row for the whole and for two of its parts: a blank cell is nothing.
fn in_tables<'a>(log: &mut Log<'a>, sums: &mut Sums, done: &HashSet<Key<'a>>) {
    let ledger = log.ledger;
    let checks = &ledger.context.grammar.checks;
    for (_, group) in &ledger.tables {
        let amounts = amounts(ledger, group);
        let concepts: BTreeSet<&str> = amounts.keys().map(|key| key.concept).collect();
        let mut parts: BTreeMap<&str, usize> = BTreeMap::new();
        for whole in concepts.iter().flat_map(|concept| above(checks, concept)) {
            *parts.entry(whole).or_default() += 1;
        }
        for &(id, statement) in &group.members {
            let Some(key) = ledger.numbers[id].fact.map(Key::of) else {
                continue;
            };
            let Some(partition) = checks.partition(key.concept) else {
                continue;
            };
            let is_divided = parts.get(key.concept).is_some_and(|&parts| parts > 1);
            if key.metric == Metric::Amount && is_divided && !done.contains(&key) {
                let find = |concept: &str| part(ledger, &amounts, &key, concept);
                let (slots, _) = cover(checks, partition, &find, DEPTH);
                sums.check(log, true, stated(ledger, "stated", id, statement), slots);
            }
        }
    }
}

/// Lists of the text: all parts where the list names every one, or the residual and leaves no number unread.
fn in_lists<'a>(log: &mut Log<'a>, sums: &mut Sums, done: &HashSet<Key<'a>>) {
    let ledger = log.ledger;
    let checks = &ledger.context.grammar.checks;
    for group in ledger.lists.values() {
        let amounts = amounts(ledger, group);
        for key in wholes(checks, &amounts, done) {
            let Some(partition) = checks.partition(key.concept) else {
                continue;
            };
            let whole = ledger.find(&key);
            if whole.is_empty() {
                log.unchecked();
                continue;
            }
            let find = |concept: &str| {
                let part = part(ledger, &amounts, &key, concept);
                part.filter(|_| !balance::stands_beside(ledger, &key, concept))
            };
            let (slots, all) = cover(checks, partition, &find, DEPTH);
            // 其他收入35万元，上年为51万元: of the year before, the list says one part only.
            let says_each = || {
                let said = |part: &&String| amounts.keys().any(|key| key.concept == part.as_str());
                let named = partition.parts.iter().filter(said);
                named.clone().all(|part| find(part).is_some())
            };
            let closed = || {
                let residual = partition.residual.as_deref();
                residual.is_some_and(|concept| find(concept).is_some())
                    && says_each()
                    && extent(&group.members).is_some_and(|span| !prose::has_unread(ledger, span))
            };
            let complete = all || closed() || shares_are_complete(ledger, &key, &amounts);
            sums.check(log, complete, Slot::new("stated", whole), slots);
        }
    }
}

/// What the amounts of a list are parts of, each once, but for what is done.
fn wholes<'a>(checks: &'a Checks, amounts: &Amounts<'a>, done: &HashSet<Key<'a>>) -> Vec<Key<'a>> {
    let mut wholes: Vec<Key> = Vec::new();
    for part in amounts.keys() {
        for whole in above(checks, part.concept).map(|whole| part.concept(whole)) {
            if !wholes.contains(&whole) {
                wholes.push(whole);
            }
        }
    }
    wholes.retain(|whole| !done.contains(whole));
    wholes.sort_unstable();
    wholes
}

/// Whether every part of a whole in a list has a share of it, and these add up to 100.
fn shares_are_complete(ledger: &Ledger<'_>, whole: &Key<'_>, amounts: &Amounts<'_>) -> bool {
    let checks = &ledger.context.grammar.checks;
    let parts = amounts.keys().filter(|part| {
        part.concept(whole.concept) == *whole
            && above(checks, part.concept).any(|above| above == whole.concept)
    });
    let share = |part: &Key| {
        let &[id] = ledger.find(&part.metric(Metric::Share)) else {
            return None;
        };
        let of = ledger.numbers[id].fact?.whole.as_ref()?;
        let same = of.concept == whole.concept && of.dimensions == *whole.dimensions;
        same.then_some(ledger.numbers[id].interval)
    };
    let shares: Option<Vec<Interval>> = parts.map(share).collect();
    shares.is_some_and(|shares| {
        let sum = shares.iter().copied().reduce(Interval::plus);
        shares.len() > 1 && sum.is_some_and(|sum| sum.holds(Decimal::ONE_HUNDRED))
    })
}

/// What may not exceed something that it is no part of a sum of.
fn subsets<'a>(log: &mut Log<'a>, sums: &mut Sums) {
    let ledger = log.ledger;
    for subset in &ledger.context.grammar.checks.subsets {
        for (key, whole) in ledger.identities() {
            if key.concept == subset.whole && key.metric == Metric::Amount {
                let part = log.slot("part", &key.concept(&subset.part));
                if !part.values.is_empty() {
                    sums.check(log, false, Slot::new("stated", whole), vec![part]);
                }
            }
        }
    }
}
