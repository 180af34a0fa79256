//! `adjustment-mismatch`: adjusted = approved + adjustment.

use super::Severity;
use super::formula::Formula;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::fact::{Metric, Phase};

pub(super) const RULE: Rule = Rule {
    name: "adjustment-mismatch",
    severity: Severity::Error,
    page: include_str!("adjustment_mismatch.md"),
    run,
};

const TEMPLATE: Template = Template {
    zh: "{label}调整后预算为{stated}，年初预算与调整数之和{formula}为{expected}",
    en: "{label}: the adjusted budget is {stated}, but approved plus adjustment, {formula}, is {expected}",
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    let adjustments = &ledger.context.grammar.checks.adjustments;
    for (key, adjustment) in ledger.identities() {
        if key.phase != Phase::Adjustment || key.metric != Metric::Amount {
            continue;
        }
        let own = adjustments.iter().find(|a| a.concept == key.concept);
        let adjusted = own.map_or(vec![key.concept], |a| {
            a.of.iter().map(String::as_str).collect()
        });
        // The report does not say which total was adjusted: one that fits is enough.
        let mut slots: Vec<Vec<Slot>> = Vec::new();
        for concept in adjusted {
            let key = key.concept(concept);
            let parts = vec![
                log.slot("stated", &key.phase(Phase::Adjusted)),
                log.slot("approved", &key.phase(Phase::Approved)),
                Slot::new("adjustment", adjustment),
            ];
            if parts.iter().all(|slot| !slot.values.is_empty()) {
                slots.push(parts);
            }
        }
        let fits = slots
            .iter()
            .position(|s| log.satisfied(&Formula::Sum, s).is_some());
        if slots.is_empty() {
            log.unchecked();
            continue;
        }
        log.check(
            Formula::Sum,
            slots.swap_remove(fits.unwrap_or(0)),
            &TEMPLATE,
        );
    }
}
