//! `zero-denominator`: no positive rate over a base of zero.

use std::collections::BTreeSet;

use super::Severity;
use super::change_mismatch::Compared;
use super::ledger::{Id, Key};
use super::log::Log;
use super::rules::Rule;
use super::words::{Unit, call};
use crate::fact::{Fact, Metric, Phase};

pub(super) const RULE: Rule = Rule {
    name: "zero-denominator",
    severity: Severity::Warning,
    page: include_str!("zero_denominator.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (index, fact) in ledger.context.facts.iter().enumerate() {
        let Some(id) = ledger.number(index) else {
            continue;
        };
        let zero = match fact.metric {
            Metric::Share => share(log, fact),
            Metric::CompletionRate => completion(log, fact),
            Metric::ChangeRate => change(log, fact),
            _ => continue,
        };
        match zero {
            Some(zero) if ledger.numbers[id].value > rust_decimal::Decimal::ZERO => {
                report(log, id, zero)
            }
            Some(_) => log.holds(),
            None => {}
        }
    }
}

/// The value of an amount, if the report gives it as zero and nothing else.
fn zero(log: &Log<'_>, key: &Key<'_>) -> Option<Vec<Id>> {
    let ids = log.ledger.find(key);
    let all = ids.iter().all(|&id| log.ledger.numbers[id].value.is_zero());
    (all && !ids.is_empty()).then(|| ids.to_vec())
}

fn share(log: &Log<'_>, fact: &Fact) -> Option<Vec<Id>> {
    let key = Key::of(fact).metric(Metric::Amount);
    let wholes: BTreeSet<_> = fact
        .statements
        .iter()
        .filter_map(|s| s.whole.as_ref())
        .collect();
    wholes
        .iter()
        .find_map(|w| zero(log, &key.concept(&w.concept).dimensions(&w.dimensions)))
}

fn completion(log: &Log<'_>, fact: &Fact) -> Option<Vec<Id>> {
    let key = Key::of(fact).metric(Metric::Amount);
    match fact.base? {
        Phase::Received => {
            let received = &log.ledger.context.grammar.checks.received;
            let base = received.iter().find(|r| r.concept == key.concept)?;
            zero(log, &key.concept(&base.base))
        }
        phase => zero(log, &key.phase(phase)),
    }
}

/// Last year stated as zero, or zero because the change is all there is this year.
fn change(log: &Log<'_>, fact: &Fact) -> Option<Vec<Id>> {
    let key = Key::of(fact);
    let compared = Compared::of(&key);
    if let Some(last) = zero(log, &compared.last(&key)) {
        return Some(last);
    }
    let ledger = log.ledger;
    let change = *ledger.find(&key.metric(Metric::Change)).first()?;
    let this = *ledger.find(&compared.this(&key)).first()?;
    let same = ledger.numbers[this].value == ledger.numbers[change].value;
    (same && !ledger.numbers[this].value.is_zero()).then(|| vec![change, this])
}

fn report(log: &mut Log<'_>, id: Id, zero: Vec<Id>) {
    let number = &log.ledger.numbers[id];
    let stated = Unit::of(number).write(number.value);
    let (rate_zh, rate_en) = match number.fact.map(|fact| fact.metric) {
        Some(Metric::Share) => ("所占比例", "share"),
        Some(Metric::CompletionRate) => ("完成率", "completion rate"),
        _ => ("增减率", "change rate"),
    };
    let (zh, en) = (
        format!(
            "{}{rate_zh}为{stated}，但其基数为0，比率无从计算",
            call(number, false)
        ),
        format!(
            "the {rate_en} of {} is {stated}, but its base is 0 and there is no such rate",
            call(number, true)
        ),
    );
    let quotes = zero
        .iter()
        .map(|&id| ("base", log.ledger.numbers[id].quote.clone()));
    let mut quotes: Vec<_> = quotes.collect();
    quotes.insert(0, ("stated", number.quote.clone()));
    let value = number.value;
    let draft = log.report(zh, en);
    draft.stated = Some(value);
    draft.numbers.push(id);
    draft.numbers.extend(zero);
    draft.quotes = quotes;
}
