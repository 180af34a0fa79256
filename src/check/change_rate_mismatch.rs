//! `change-rate-mismatch`: change rate = change ÷ (this year − change).

use super::Severity;
use super::change_mismatch::Compared;
use super::formula::{Formula, GROWTH, GROWTH_OVER_LAST};
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use super::sentence::{Operands, Rate};
use crate::fact::Metric;

pub(super) const RULE: Rule = Rule {
    name: "change-rate-mismatch",
    severity: Severity::Error,
    page: include_str!("change_rate_mismatch.md"),
    run,
};

const TEMPLATE: Template = Template {
    zh: "{label}增减率为{stated}，按{formula}应为{expected}",
    en: "{label} changed by {stated}, but {formula} is {expected}",
};

fn run(log: &mut Log<'_>) {
    for (key, rate) in log.ledger.identities() {
        if key.metric != Metric::ChangeRate || !log.ledger.is_of_report(&key) {
            continue;
        }
        let compared = Compared::of(&key);
        let rate = Slot::new("stated", rate);
        let this = log.slot("this", &compared.this(&key));
        let change = log.slot("change", &key.metric(Metric::Change));
        let last = compared.last_amounts(log, &key);
        if change.values.is_empty() && !last.values.is_empty() {
            log.check(
                Formula::rate(GROWTH_OVER_LAST),
                vec![rate, this, last],
                &TEMPLATE,
            );
        } else {
            log.check(Formula::rate(GROWTH), vec![rate, change, this], &TEMPLATE);
        }
    }
    let ledger = log.ledger;
    for &Rate { rate, operands } in &ledger.rates {
        let (formula, first, second) = match operands {
            Operands::Change { change, this } => {
                (GROWTH, Slot::one("change", change), Slot::one("this", this))
            }
            Operands::Last { this, last } => (
                GROWTH_OVER_LAST,
                Slot::one("this", this),
                Slot::one("last", last),
            ),
            Operands::Budget { .. } => continue,
        };
        let slots = vec![Slot::one("stated", rate), first, second];
        log.check(Formula::rate(formula), slots, &TEMPLATE);
    }
}
