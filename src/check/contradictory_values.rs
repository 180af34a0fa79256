//! `contradictory-values`: one fact has one value.

use super::Severity;
use super::apart::are_apart;
use super::ledger::{Id, Ledger, Number};
use super::log::Log;
use super::rules::Rule;
use super::unit_mismatch::mistaken;
use super::words::{Unit, call};

pub(super) const RULE: Rule = Rule {
    name: "contradictory-values",
    severity: Severity::Error,
    page: include_str!("contradictory_values.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    let agreed = ledger.identities().filter(|(_, ids)| ids.len() == 1);
    for (_, ids) in agreed {
        if ids.iter().all(|&id| ledger.numbers[id].quotes.len() > 1) {
            log.holds();
        }
    }
    for ids in disputed(ledger) {
        if mistaken(ledger, &ids).is_none() {
            report(log, &ids);
        }
    }
}

/// From how many values on a name is one of several things rather than of one that is contradicted.
const NAMESAKES: usize = 4;

/// The facts that have several values: of each the values, the best attested first.
pub(super) fn disputed<'l>(ledger: &'l Ledger<'_>) -> impl Iterator<Item = Vec<Id>> + 'l {
    ledger.identities().filter_map(|(_, ids)| {
        let (&best, rest) = ids.split_first().filter(|(_, rest)| !rest.is_empty())?;
        let against = rest.iter().filter(|&&id| contradict(ledger, best, id));
        let mut values = vec![best];
        values.extend(against);
        (2..NAMESAKES).contains(&values.len()).then_some(values)
    })
}

/// Whether two values of one fact cannot both be right: shares of different wholes and rates over different bases can.
fn contradict(ledger: &Ledger<'_>, a: Id, b: Id) -> bool {
    let (a, b) = (&ledger.numbers[a], &ledger.numbers[b]);
    let (Some(x), Some(y)) = (a.fact, b.fact) else {
        return false;
    };
    let same = x.whole == y.whole && x.base == y.base;
    // Of two numbers printed to one place neither is the rounding of the other, were they but a unit apart.
    same && a.value != b.value
        && (a.place == b.place || !a.interval.touches(b.interval))
        && !are_apart(ledger, a, b)
}

fn report(log: &mut Log<'_>, ids: &[Id]) {
    let ledger = log.ledger;
    let numbers: Vec<&Number> = ids.iter().map(|&id| &ledger.numbers[id]).collect();
    let Some((&best, others)) = numbers.split_first() else {
        return;
    };
    let words = |n: &Number| Unit::shared(n, &numbers).write(n.value);
    let stated: Vec<String> = others.iter().map(|n| words(n)).collect();
    let draft = log.report(
        format!(
            "{}前后不一：一处为{}，另一处为{}",
            call(best, false),
            words(best),
            stated.join("、")
        ),
        format!(
            "{} is {} in one place and {} in another",
            call(best, true),
            words(best),
            stated.join(", ")
        ),
    );
    draft.numbers = ids.to_vec();
    draft.expected = Some(best.value);
    draft.stated = others.first().map(|n| n.value);
    for other in others {
        let quotes = other.quotes.iter().map(|q| ("stated", q.clone()));
        draft.quotes.extend(quotes);
    }
    draft.quotes.push(("other", best.quote.clone()));
}
