//! Sums over the values of a dimension: 车辆 = 机要通信用车 + 应急保障用车 + ….

use std::collections::BTreeMap;

use super::{Sums, extent, stated};
use crate::check::ledger::{Group, Id, Key};
use crate::check::log::{Log, Slot};
use crate::check::prose;
use crate::fact::Witness;
use crate::grammar::checks::Types;

pub(super) fn check(log: &mut Log<'_>, sums: &mut Sums) {
    let ledger = log.ledger;
    for types in &ledger.context.grammar.checks.types {
        if !ledger.identities().any(|(key, _)| is_typed(types, &key)) {
            continue;
        }
        for group in ledger.lists.values() {
            in_list(log, sums, types, group);
        }
    }
}

/// Whether a number is about what has types.
fn is_typed(types: &Types, key: &Key<'_>) -> bool {
    types.concepts.iter().any(|concept| concept == key.concept)
}

fn in_list<'a>(log: &mut Log<'a>, sums: &mut Sums, types: &Types, group: &Group<'a>) {
    let ledger = log.ledger;
    if counts_besides(log, types, group) {
        return log.unchecked();
    }
    let mut wholes: BTreeMap<_, BTreeMap<&str, Slot>> = BTreeMap::new();
    for &(id, statement) in &group.members {
        let Some(key) = ledger.numbers[id].fact.map(Key::of) else {
            continue;
        };
        if is_typed(types, &key)
            && let Some(value) = key.dimensions.get(&types.dimension)
        {
            let mut dimensions = key.dimensions.clone();
            dimensions.remove(&types.dimension);
            let whole = (key.concept, key.metric, key.phase, key.year, dimensions);
            let part = stated(ledger, "part", id, statement);
            wholes.entry(whole).or_default().insert(value, part);
        }
    }
    for ((concept, metric, phase, year, dimensions), parts) in wholes {
        let whole = ledger.find(&Key {
            concept,
            metric,
            phase,
            year,
            dimensions: &dimensions,
        });
        if whole.is_empty() {
            log.unchecked();
            continue;
        }
        let named = types
            .residual
            .iter()
            .any(|v| parts.contains_key(v.as_str()))
            || types.complete;
        // One type alone may be the rest of a list that was not read as one.
        let complete = named
            && parts.len() > 1
            && !names_another(log, concept, group)
            && extent(&group.members).is_some_and(|span| !prose::has_unread(ledger, span));
        let whole = Slot::new("stated", whole);
        sums.check(log, complete, whole, parts.into_values().collect());
    }
}

/// Whether a list counts more than its whole: 局本级和所属5家单位，其中行政单位1家 may be the office itself.
fn counts_besides(log: &Log<'_>, types: &Types, group: &Group<'_>) -> bool {
    let Some(besides) = &types.besides else {
        return false;
    };
    let typed = |(id, witness): &(Id, &Witness)| {
        let key = log.ledger.numbers[*id].fact.map(Key::of)?;
        let is_part = is_typed(types, &key) && key.dimensions.contains_key(&types.dimension);
        is_part.then(|| {
            log.ledger
                .paragraph(&witness.quote)
                .map(|p| p.before(&witness.quote))
        })?
    };
    let words = group.members.iter().find_map(typed).unwrap_or_default();
    let sentence = words.rsplit('。').next().unwrap_or_default();
    besides.is_match(sentence)
}

/// Whether a list counts a type that the vocabulary lacks: 一般公务用车2辆 beside 执法执勤用车3辆.
fn names_another(log: &Log<'_>, concept: &str, group: &Group<'_>) -> bool {
    let facts = group
        .members
        .iter()
        .map(|(id, _)| log.ledger.numbers[*id].fact);
    facts.flatten().any(|fact| {
        let beyond = fact.concept.strip_prefix("x.");
        beyond.is_some_and(|name| name.starts_with(concept))
    })
}
