//! Sums over concepts: 本年收入合计 = 财政拨款收入 + ….

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::{Sums, extent, stated};
use crate::check::interval::Interval;
use crate::check::ledger::{Group, Key};
use crate::check::log::{Log, Slot};
use crate::check::prose;
use crate::fact::Metric;
use crate::grammar::checks::{Checks, Partition};

/// How deep partitions are climbed.
const DEPTH: usize = 8;

/// Parts of one whole by their concepts.
type Parts<'a> = BTreeMap<&'a str, Slot<'a>>;

pub(super) fn check(log: &mut Log<'_>, sums: &mut Sums) {
    let mut done = HashSet::new();
    anywhere(log, sums, &mut done);
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
        let find = |concept: &str| {
            let ids = ledger.find(&key.concept(concept));
            (!ids.is_empty()).then(|| Slot::new("part", ids))
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

/// The parts of every whole that statements of a group belong to, however deep.
fn by_whole<'a>(log: &Log<'a>, group: &Group<'a>) -> BTreeMap<Key<'a>, Parts<'a>> {
    let ledger = log.ledger;
    let checks = &ledger.context.grammar.checks;
    let mut wholes: BTreeMap<Key<'a>, Parts<'a>> = BTreeMap::new();
    for &(id, statement) in &group.members {
        let Some(fact) = ledger.numbers[id].fact else {
            continue;
        };
        let key = Key::of(fact);
        if key.metric != Metric::Amount {
            continue;
        }
        let mut at = key.concept;
        for _ in 0..DEPTH {
            let Some(partition) = checks.parent(at) else {
                break;
            };
            at = &partition.whole;
            wholes
                .entry(key.concept(at))
                .or_default()
                .insert(key.concept, stated(ledger, "part", id, statement));
        }
    }
    wholes
}

/// Tables that have a column or row for the whole and for two of its parts: a blank cell is nothing.
fn in_tables<'a>(log: &mut Log<'a>, sums: &mut Sums, done: &HashSet<Key<'a>>) {
    let ledger = log.ledger;
    let checks = &ledger.context.grammar.checks;
    for (_, group) in &ledger.tables {
        let wholes = by_whole(log, group);
        let mut columns: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
        for (key, parts) in &wholes {
            columns.entry(key.concept).or_default().extend(parts.keys());
        }
        for &(id, statement) in &group.members {
            let Some(key) = ledger.numbers[id].fact.map(Key::of) else {
                continue;
            };
            let (Some(partition), Some(parts)) = (checks.partition(key.concept), wholes.get(&key))
            else {
                continue;
            };
            let find = |concept: &str| parts.get(concept).cloned();
            let (slots, _) = cover(checks, partition, &find, DEPTH);
            if columns[key.concept].len() > 1 && !done.contains(&key) {
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
        for (key, parts) in by_whole(log, group) {
            let whole = ledger.find(&key);
            let Some(partition) = checks
                .partition(key.concept)
                .filter(|_| !done.contains(&key))
            else {
                continue;
            };
            if whole.is_empty() {
                log.unchecked();
                continue;
            }
            let find = |concept: &str| parts.get(concept).cloned();
            let (slots, all) = cover(checks, partition, &find, DEPTH);
            let residual = partition.residual.as_deref();
            let closed = residual.is_some_and(|concept| parts.contains_key(concept))
                && extent(&group.members).is_some_and(|span| !prose::has_unread(ledger, span));
            let complete = all || closed || shares_are_complete(log, &key, &parts);
            sums.check(log, complete, Slot::new("stated", whole), slots);
        }
    }
}

/// Whether every part of a list has a share of the whole, and these add up to 100.
fn shares_are_complete(log: &Log<'_>, whole: &Key<'_>, parts: &Parts<'_>) -> bool {
    let ledger = log.ledger;
    let share = |concept: &&str| {
        let &[id] = ledger.find(&whole.concept(concept).metric(Metric::Share)) else {
            return None;
        };
        let of = ledger.numbers[id].fact?.whole.as_ref()?;
        let same = of.concept == whole.concept && of.dimensions == *whole.dimensions;
        same.then_some(ledger.numbers[id].interval)
    };
    let shares: Option<Vec<Interval>> = parts.keys().map(share).collect();
    let sum = shares.and_then(|shares| shares.into_iter().reduce(Interval::plus));
    parts.len() > 1 && sum.is_some_and(|sum| sum.holds(Decimal::ONE_HUNDRED))
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
