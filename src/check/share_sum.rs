//! `share-sum`: the shares of one complete list add up to 100 within their rounding.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::Severity;
use super::interval::Interval;
use super::ledger::{Id, Key};
use super::log::Log;
use super::rules::Rule;
use crate::fact::{Fact, Metric, Whole, Witness};

pub(super) const RULE: Rule = Rule {
    name: "share-sum",
    severity: Severity::Error,
    page: include_str!("share_sum.md"),
    run,
};

/// How many shares each is compared with.
const PARTS: usize = 64;

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for paragraph in &ledger.paragraphs {
        let stated = ledger.stated(paragraph.span);
        let is_share = |(_, s): &&(usize, &Witness)| s.metric == Metric::Share;
        if stated.iter().filter(is_share).count() < 2 {
            continue;
        }
        let mut wholes: BTreeMap<_, Shares> = BTreeMap::new();
        for &(index, statement) in stated {
            let fact = &ledger.context.facts[index];
            if let (Metric::Share, Some(whole), Some(id)) =
                (statement.metric, &statement.whole, ledger.number(index))
                && is_part(log, fact, whole)
            {
                let key = (whole, fact.phase, fact.year);
                wholes.entry(key).or_default().push((id, fact, statement));
            }
        }
        for (_, shares) in wholes {
            let shares = outermost(log, shares);
            if shares.len() > 1 {
                check(log, &shares);
            }
        }
    }
}

/// Shares of one whole in one paragraph.
type Shares<'a> = Vec<(Id, &'a Fact, &'a Witness)>;

/// Whether what a share is about is a part of the whole's breakdown, and not of it as seen from another side.
fn is_part(log: &Log<'_>, share: &Fact, whole: &Whole) -> bool {
    share.concept == whole.concept && share.dimensions.len() > whole.dimensions.len()
        || share.dimensions == whole.dimensions && is_below(log, &share.concept, &whole.concept)
}

/// Whether a concept is a part of another, or a part of its part.
fn is_below(log: &Log<'_>, concept: &str, whole: &str) -> bool {
    let checks = &log.ledger.context.grammar.checks;
    let above = |at: &&str| checks.parent(at).map(|p| p.whole.as_str());
    std::iter::successors(above(&concept), above)
        .take(8)
        .any(|at| at == whole)
}

/// The shares without those of parts of the others: 财政拨款收入占99%, 其中一般公共预算占97%. Each thing once.
fn outermost<'a>(log: &Log<'_>, shares: Shares<'a>) -> Shares<'a> {
    let inside = |a: &Fact, b: &Fact| {
        is_below(log, &a.concept, &b.concept)
            || a.concept == b.concept
                && b.dimensions.len() == a.dimensions.len()
                && b.dimensions
                    .iter()
                    .all(|(k, v)| a.dimensions.get(k).is_some_and(|code| code.starts_with(v)))
                && a.dimensions != b.dimensions
    };
    let mut seen = HashSet::new();
    let kept: Vec<bool> = shares
        .iter()
        .map(|(_, a, _)| {
            !shares.iter().take(PARTS).any(|(_, b, _)| inside(a, b))
                && seen.insert((&a.concept, &a.dimensions))
        })
        .collect();
    let mut kept = kept.into_iter();
    let mut shares = shares;
    shares.retain(|_| kept.next() == Some(true));
    shares
}

fn check(log: &mut Log<'_>, shares: &[(Id, &Fact, &Witness)]) {
    let ledger = log.ledger;
    let intervals = shares.iter().map(|(id, ..)| ledger.numbers[*id].interval);
    let Some(sum) = intervals.reduce(Interval::plus) else {
        return;
    };
    let over = Interval::upto(Decimal::ONE_HUNDRED).touches(sum);
    if sum.holds(Decimal::ONE_HUNDRED) {
        return log.holds();
    }
    if over && !is_complete(log, shares) {
        return log.unchecked();
    }
    // A share that is wrong by itself is reported as that.
    let wrong = log.failed.iter().any(|check| {
        check.rule.name == super::share_mismatch::RULE.name
            && check
                .ids
                .first()
                .is_some_and(|id| shares.iter().any(|(share, ..)| share == id))
    });
    if wrong {
        return;
    }
    let values: Vec<Decimal> = shares
        .iter()
        .map(|(id, ..)| ledger.numbers[*id].value)
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
    for (id, _, statement) in shares {
        draft.numbers.push(*id);
        draft.quotes.push(("part", statement.quote.clone()));
    }
}

/// Whether the parts are all that there are: the partition names no other, or their amounts add up to the whole.
fn is_complete(log: &Log<'_>, shares: &[(Id, &Fact, &Witness)]) -> bool {
    let ledger = log.ledger;
    let Some(whole) = shares.first().and_then(|(_, _, s)| s.whole.as_ref()) else {
        return false;
    };
    let named = |part: &String| shares.iter().any(|(_, share, _)| share.concept == *part);
    let partition = ledger.context.grammar.checks.partition(&whole.concept);
    if partition.is_some_and(|p| p.parts.iter().all(named)) {
        return true;
    }
    let mut parts = Vec::new();
    let mut total = None;
    for (id, ..) in shares {
        let Some(fact) = ledger.numbers[*id].fact else {
            return false;
        };
        let key = Key::of(fact).metric(Metric::Amount);
        let Some(&part) = ledger.find(&key).first() else {
            return false;
        };
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
