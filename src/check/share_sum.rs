//! `share-sum`: the shares of one complete list add up to 100 within their rounding.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Severity;
use super::interval::Interval;
use super::ledger::{Group, Id, Key};
use super::log::Log;
use super::rules::Rule;
use crate::fact::{Metric, Statement};

pub(super) const RULE: Rule = Rule {
    name: "share-sum",
    severity: Severity::Error,
    page: include_str!("share_sum.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for group in ledger.lists.values() {
        let mut wholes: BTreeMap<_, Vec<(Id, &Statement)>> = BTreeMap::new();
        for &(id, statement) in &group.members {
            if statement.metric == Metric::Share
                && let Some(whole) = &statement.whole
            {
                let key = (whole, statement.phase, statement.year);
                wholes.entry(key).or_default().push((id, statement));
            }
        }
        for shares in wholes.into_values().filter(|shares| shares.len() > 1) {
            in_list(log, group, &shares);
        }
    }
}

fn in_list(log: &mut Log<'_>, group: &Group<'_>, shares: &[(Id, &Statement)]) {
    let ledger = log.ledger;
    let intervals = shares.iter().map(|(id, _)| ledger.numbers[*id].interval);
    let Some(sum) = intervals.reduce(Interval::plus) else {
        return;
    };
    let over = Interval::upto(Decimal::ONE_HUNDRED).touches(sum);
    if sum.holds(Decimal::ONE_HUNDRED) {
        return log.holds();
    }
    if over && !is_complete(log, group, shares) {
        return log.unchecked();
    }
    // A share that is wrong by itself is reported as that.
    let wrong = log.failed.iter().any(|check| {
        check.rule.name == super::share_mismatch::RULE.name
            && check
                .ids
                .first()
                .is_some_and(|id| shares.iter().any(|(share, _)| share == id))
    });
    if wrong {
        return;
    }
    let values: Vec<Decimal> = shares
        .iter()
        .map(|(id, _)| ledger.numbers[*id].value)
        .collect();
    let stated: Decimal = values
        .iter()
        .try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v))
        .unwrap_or_default();
    let written: Vec<String> = values.iter().map(Decimal::to_string).collect();
    let formula = written.join(" + ");
    let draft = log.report(
        format!("各项占比之和{formula}为{stated}%，不等于100%"),
        format!("the shares {formula} add up to {stated}%, not to 100%"),
    );
    draft.stated = Some(stated);
    draft.expected = Some(Decimal::ONE_HUNDRED);
    draft.formula = Some(formula);
    for (id, statement) in shares {
        draft.numbers.push(*id);
        draft.quotes.push(("part", statement.quote.clone()));
    }
}

/// Whether the parts of the list are all that there are: their amounts, where each is stated, add up to the whole.
fn is_complete(log: &Log<'_>, group: &Group<'_>, shares: &[(Id, &Statement)]) -> bool {
    let ledger = log.ledger;
    let Some(whole) = shares.first().and_then(|(_, s)| s.whole.as_ref()) else {
        return false;
    };
    let mut parts = Vec::new();
    let mut total = None;
    for (id, _) in shares {
        let Some(fact) = ledger.numbers[*id].fact else {
            return false;
        };
        let key = Key::of(fact).metric(Metric::Amount);
        let Some(&part) = ledger.find(&key).first() else {
            return false;
        };
        if !group.members.iter().any(|(member, _)| *member == part) {
            return false;
        }
        parts.push(ledger.numbers[part].interval);
        let of = key.concept(&whole.concept).dimensions(&whole.dimensions);
        total = ledger
            .find(&of)
            .first()
            .map(|&id| ledger.numbers[id].interval);
    }
    let sum = parts.into_iter().reduce(Interval::plus);
    matches!((sum, total), (Some(sum), Some(total)) if sum.touches(total))
}
