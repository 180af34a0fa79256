//! `unbalanced-totals`: total revenue = total expenditure.

use super::Severity;
use super::balance;
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
            if key.concept != balance.left {
                continue;
            }
            match key.metric {
                Metric::Amount => {}
                // Where the totals differ, so do their changes.
                Metric::Change
                    if balance::is_even(ledger, balance, &key.metric(Metric::Amount)) => {}
                _ => continue,
            }
            if balance::holds_beside(ledger, balance, &key) {
                log.holds();
            } else {
                let right = log.slot("other", &key.concept(&balance.right));
                let slots = vec![Slot::new("stated", left), right];
                log.check(Formula::Sum, slots, &TEMPLATE);
            }
        }
    }
}
