//! `completion-rate-mismatch`: completion rate = executed ÷ its base.

use foldhash::{HashSet, HashSetExt};

use super::Severity;
use super::formula::{Formula, OVER_DIFFERENCE, SHARE};
use super::ledger::{Id, Key};
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use super::sentence::Operands;
use crate::fact::{Metric, Phase};

pub(super) const RULE: Rule = Rule {
    name: "completion-rate-mismatch",
    severity: Severity::Error,
    page: include_str!("completion_rate_mismatch.md"),
    run,
};

const RATE: Template = Template {
    zh: "{label}完成率为{stated}，按{formula}应为{expected}",
    en: "{label} is given as {stated} complete, but {formula} is {expected}",
};

const DIFFERENCE: Template = Template {
    zh: "{label}决算数为{stated}，按预算数与差额{formula}应为{expected}",
    en: "{label} came to {stated}, but the budget and the difference to it, {formula}, give {expected}",
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    // A rate and a 持平 that contradict the same budget are one statement.
    let mut failed = HashSet::new();
    for (index, fact) in ledger.context.facts.iter().enumerate() {
        // That of a self-assessment is checked there, against the numbers of its own row.
        if fact.metric == Metric::CompletionRate
            && !ledger.number(index).is_some_and(|id| ledger.is_in_form(id))
            && let Some(values) = ledger.values(index)
            && !rate(log, Key::of(fact), fact.base, Slot::new("stated", values))
        {
            failed.insert(Key::of(fact).metric(Metric::Variance));
        }
    }
    for found in &ledger.rates {
        if let Operands::Budget { executed, base } = found.operands {
            let slots = vec![
                Slot::one("stated", found.rate),
                Slot::one("executed", executed),
                Slot::one("base", base),
            ];
            log.check(Formula::rate(SHARE), slots, &RATE);
        }
    }
    for (key, variance) in ledger.identities() {
        if key.metric == Metric::Variance && !failed.contains(&key) {
            difference(log, key, Slot::new("difference", variance));
        }
    }
}

/// Checks a rate against its base, or, where that is not stated, against the difference to it.
fn rate<'a>(log: &mut Log<'a>, key: Key<'a>, base: Option<Phase>, stated: Slot<'a>) -> bool {
    let received = &log.ledger.context.grammar.checks.received;
    let executed = log.amount("executed", key.phase(Phase::Executed));
    let base = match base {
        Some(Phase::Received) => match received.iter().find(|r| r.concept == key.concept) {
            Some(received) => log.amount("base", key.concept(&received.base)),
            None => Slot::new("base", &[][..]),
        },
        Some(phase) => {
            let mut base = log.amount("base", key.phase(phase));
            if !names_budget(log, &stated) {
                base.values
                    .to_mut()
                    .extend(other_budget(log, key, phase).iter());
            }
            base
        }
        None => Slot::new("base", &[][..]),
    };
    if !base.values.is_empty() {
        return log.check(Formula::rate(SHARE), vec![stated, executed, base], &RATE);
    }
    let difference = log.slot("difference", &key.metric(Metric::Variance));
    let slots = vec![stated, executed, difference];
    log.check(Formula::rate(OVER_DIFFERENCE), slots, &RATE)
}

/// Whether the words before a rate say over which budget it is; 完成预算的 may be said of the approved or the adjusted one.
fn names_budget(log: &Log<'_>, rate: &Slot<'_>) -> bool {
    let base = &log.ledger.context.grammar.checks.scope.base;
    rate.values
        .iter()
        .flat_map(|&id| log.ledger.numbers[id].quotes)
        .all(|quote| {
            let paragraph = log.ledger.paragraph(quote);
            paragraph.is_none_or(|p| base.is_match(p.clause_before(quote)))
        })
}

/// The values of the budget that a rate may be over instead.
fn other_budget<'a>(log: &Log<'a>, key: Key<'_>, phase: Phase) -> &'a [Id] {
    let other = match phase {
        Phase::Approved => Phase::Adjusted,
        Phase::Adjusted => Phase::Approved,
        _ => return &[],
    };
    log.ledger.find(&key.metric(Metric::Amount).phase(other))
}

/// Checks the difference to the budget, be it the approved or the adjusted one; a wrong sign is a matter of direction.
fn difference<'a>(log: &mut Log<'a>, key: Key<'a>, difference: Slot<'a>) {
    let ledger = log.ledger;
    let mut base = log.amount("base", key.phase(Phase::Approved));
    let adjusted = ledger.find(&key.metric(Metric::Amount).phase(Phase::Adjusted));
    base.values.to_mut().extend(adjusted);
    let slots = vec![
        log.amount("stated", key.phase(Phase::Executed)),
        base,
        difference,
    ];
    if slots.iter().any(|slot| slot.values.is_empty()) {
        return log.unchecked();
    }
    if super::direction_mismatch::is_turned(log, &slots) {
        return;
    }
    log.check(Formula::Sum, slots, &DIFFERENCE);
}
