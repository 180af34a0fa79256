//! `change-mismatch`: change = this year − last year, where last year is stated.

use super::Severity;
use super::formula::Formula;
use super::ledger::Key;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::fact::{Dimensions, Metric, Phase};

pub(super) const RULE: Rule = Rule {
    name: "change-mismatch",
    severity: Severity::Error,
    page: include_str!("change_mismatch.md"),
    run,
};

const EXCEEDS: Template = Template {
    zh: "{label}本年为{stated}，不可能比上年增加{1=}",
    en: "{label} is {stated} this year and cannot have grown by {1=}",
};

const TEMPLATE: Template = Template {
    zh: "{label}本年为{stated}，按上年数与增减额{formula}应为{expected}",
    en: "{label} is {stated} this year, but last year and the change, {formula}, give {expected}",
};

fn run(log: &mut Log<'_>) {
    for (key, change) in log.ledger.identities() {
        if key.metric == Metric::Change && log.ledger.is_of_report(&key) {
            let compared = Compared::of(&key);
            let this = log.slot("stated", &compared.this(&key));
            let last = compared.last_amounts(log, &key);
            let change = Slot::new("change", change);
            if last.values.is_empty()
                && log
                    .ledger
                    .context
                    .grammar
                    .checks
                    .may_be_negative(key.concept)
            {
                log.unchecked();
            } else if last.values.is_empty() {
                // Where last year is not stated, it was not below zero.
                log.check(Formula::AtMost, vec![this, change], &EXCEEDS);
            } else {
                let slots = vec![this, last, change];
                // A wrong sign alone is a matter of direction.
                if !super::direction_mismatch::is_turned(log, &slots) {
                    log.check(Formula::Sum, slots, &TEMPLATE);
                }
            }
        }
    }
}

/// What a change compares: the dimensions of both amounts, and the year of the earlier one.
pub(super) struct Compared {
    dimensions: Dimensions,
    last: Option<i32>,
}

impl Compared {
    /// What the change of an identity compares: the year before, or the one that it names (`versus`).
    pub(super) fn of(key: &Key<'_>) -> Self {
        let mut dimensions = key.dimensions.clone();
        let versus = dimensions.remove("versus");
        let last = match versus {
            Some(year) => year.parse().ok(),
            None => key.year.map(|year| year - 1),
        };
        Self { dimensions, last }
    }

    /// The amount of this year.
    pub(super) fn this<'k>(&'k self, key: &Key<'k>) -> Key<'k> {
        key.metric(Metric::Amount).dimensions(&self.dimensions)
    }

    /// The amount that it is compared with; one of no year, which nothing states, where the year is not known.
    pub(super) fn last<'k>(&'k self, key: &Key<'k>) -> Key<'k> {
        self.this(key).year(self.last.or(Some(i32::MIN)))
    }

    /// The amounts that it may be compared with. What a government's budget grows from is what was executed in the year before,
    /// more often than its budget; so it is compared with either, and with none where the report does not state the former.
    pub(super) fn last_amounts<'a>(&self, log: &Log<'a>, key: &Key<'_>) -> Slot<'a> {
        let last = self.last(key);
        let budget = log.slot("last", &last);
        if !log.ledger.context.identity.kind.is_government() || key.phase != Phase::Approved {
            return budget;
        }
        let mut bases = log.slot("last", &last.phase(Phase::Executed));
        if !bases.values.is_empty() {
            let adjusted = log.ledger.find(&last.phase(Phase::Adjusted));
            let others = budget.values.iter().chain(adjusted);
            bases.values.to_mut().extend(others);
        }
        bases
    }
}
