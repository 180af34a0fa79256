//! `unbalanced-totals`: total revenue = total expenditure.

use super::Severity;
use super::formula::Formula;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::fact::Metric;

pub(super) const RULE: Rule = Rule {
    name: "unbalanced-totals",
    severity: Severity::Error,
    page: include_str!("unbalanced_totals.md"),
    run,
};

const TEMPLATE: Template = Template {
    zh: "{label}为{stated}，{1}为{1=}，两者应当相等",
    en: "{label} is {stated} and {1} is {1=}, but the two are equal by definition",
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for balance in &ledger.context.grammar.checks.balances {
        for (key, left) in ledger.identities() {
            if key.concept == balance.left && matches!(key.metric, Metric::Amount | Metric::Change)
            {
                let slots = vec![
                    Slot::new("stated", left),
                    log.slot("other", &key.concept(&balance.right)),
                ];
                // Some call what was spent this year the total, and name what is left beside it.
                let rest = balance.rest.as_deref();
                let rest = rest.map(|concept| log.slot("other", &key.concept(concept)));
                let with_rest = [slots.clone(), rest.into_iter().collect()].concat();
                let with_rest = with_rest.iter().all(|slot| !slot.values.is_empty())
                    && log.satisfied(&Formula::Sum, &with_rest).is_some();
                if with_rest {
                    log.holds();
                } else {
                    log.check(Formula::Sum, slots, &TEMPLATE);
                }
            }
        }
    }
}
