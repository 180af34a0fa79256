//! `share-mismatch`: share = part ÷ the whole that it names.

use std::collections::BTreeSet;

use super::Severity;
use super::formula::{Formula, SHARE};
use super::ledger::Key;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::fact::{Dimensions, Fact, Metric};

pub(super) const RULE: Rule = Rule {
    name: "share-mismatch",
    severity: Severity::Error,
    page: include_str!("share_mismatch.md"),
    run,
};

const TEMPLATE: Template = Template {
    zh: "{label}占{2}的{stated}，按{formula}应为{expected}",
    en: "{label} is given as {stated} of {2}, but {formula} is {expected}",
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (index, fact) in ledger.context.facts.iter().enumerate() {
        if fact.metric != Metric::Share {
            continue;
        }
        let Some(stated) = ledger.values(index) else {
            continue;
        };
        let key = Key::of(fact);
        let wholes: BTreeSet<_> = fact
            .statements
            .iter()
            .filter_map(|s| s.whole.as_ref())
            .collect();
        if wholes.is_empty() {
            log.unchecked();
        }
        for whole in wholes {
            let of = key.concept(&whole.concept).dimensions(&whole.dimensions);
            if of == key {
                continue;
            }
            let mut all = log.amount("whole", of);
            if all.values.is_empty()
                && let Some(head) = divided(log, index)
            {
                all = head;
            }
            let slots = vec![
                Slot::new("stated", stated.clone()),
                log.amount("part", key),
                all,
            ];
            log.check(Formula::rate(SHARE), slots, &TEMPLATE);
        }
    }
}

/// How many other shares in a list must be of what it divides, for all of them to be.
const AGREEING: usize = 2;

/// How many facts away the others in a list may stand.
const NEAR: usize = 60;

static NONE: Dimensions = Dimensions::new();

/// What the list of a share divides, where the whole that the share names has no amount, but the others in the list are shares
/// of that: 一般公共预算财政拨款支出300万元，主要用于：教育支出3万元，占本年财政拨款支出1%；….
fn divided<'a>(log: &Log<'a>, index: usize) -> Option<Slot<'a>> {
    let facts = &log.ledger.context.facts;
    let list_of = |fact: &'a Fact| fact.statements.iter().find_map(|s| s.list.as_ref());
    let list = list_of(&facts[index])?;
    let head = list.head.as_ref()?;
    let whole =
        |at: usize| log.amount("whole", Key::of(&facts[at]).concept(head).dimensions(&NONE));
    let is_share = |at: &usize| {
        let slots = vec![
            Slot::new("stated", log.ledger.values(*at).unwrap_or_default()),
            log.amount("part", Key::of(&facts[*at])),
            whole(*at),
        ];
        let known = slots.iter().all(|slot| !slot.values.is_empty());
        known && log.satisfied(&Formula::rate(SHARE), &slots).is_some()
    };
    let near = index.saturating_sub(NEAR)..facts.len().min(index + NEAR);
    let others = near.filter(|&at| {
        let fact = &facts[at];
        at != index
            && fact.metric == Metric::Share
            && list_of(fact).is_some_and(|own| own.id == list.id)
    });
    let (agree, differ): (Vec<usize>, Vec<usize>) = others.partition(is_share);
    (agree.len() >= AGREEING && agree.len() > differ.len()).then(|| whole(index))
}
