//! `share-mismatch`: share = part ÷ the whole that it names.

use std::collections::BTreeSet;

use super::Severity;
use super::formula::{Formula, SHARE};
use super::ledger::Key;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::fact::Metric;

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
            let slots = vec![
                Slot::new("stated", stated.clone()),
                log.amount("part", key),
                log.amount("whole", of),
            ];
            log.check(Formula::rate(SHARE), slots, &TEMPLATE);
        }
    }
}
