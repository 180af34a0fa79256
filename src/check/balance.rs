//! Totals that balance by themselves, and those that balance with what is carried over: some call what was received and
//! spent in the year the totals, and state beside them what was left at its beginning and at its end.

use super::interval::Interval;
use super::ledger::{Id, Key, Ledger};
use crate::grammar::checks::Balance;

/// How many values of a number are looked at.
const MOST: usize = 8;

/// Whether both totals have a value in common, or one of them is not stated.
pub(super) fn is_even(ledger: &Ledger<'_>, balance: &Balance, left: &Key<'_>) -> bool {
    let right = ledger.find(&left.concept(&balance.right));
    let left = ledger.find(left);
    let (left, right) = (intervals(ledger, left), intervals(ledger, right));
    left.is_empty() || right.is_empty() || meet(&left, &right)
}

/// Whether the totals balance with what is stated beside them: with what is left at the end alone, or with what was brought
/// forward, too.
pub(super) fn holds_beside(ledger: &Ledger<'_>, balance: &Balance, left: &Key<'_>) -> bool {
    let find = |concept: &str| intervals(ledger, ledger.find(&left.concept(concept)));
    let beside = |concept: &Option<String>| concept.as_deref().map_or(Vec::new(), find);
    let received = find(&balance.left);
    let spent = sums(&find(&balance.right), &beside(&balance.rest));
    meet(&received, &spent) || meet(&sums(&received, &beside(&balance.brought)), &spent)
}

/// Whether what is carried over stands beside a total and is none of its parts.
pub(super) fn stands_beside(ledger: &Ledger<'_>, total: &Key<'_>, part: &str) -> bool {
    let balances = ledger.context.grammar.checks.balances.iter();
    let mut balances = balances.filter(|balance| {
        let is = |concept: &Option<String>| concept.as_deref() == Some(part);
        balance.left == total.concept && is(&balance.brought)
            || balance.right == total.concept && is(&balance.rest)
    });
    balances.any(|balance| {
        let left = total.concept(&balance.left);
        !is_even(ledger, balance, &left) && holds_beside(ledger, balance, &left)
    })
}

fn intervals(ledger: &Ledger<'_>, values: &[Id]) -> Vec<Interval> {
    let values = values.iter().take(MOST);
    values.map(|&id| ledger.numbers[id].coarse).collect()
}

/// Each of some values with each of others.
fn sums(totals: &[Interval], others: &[Interval]) -> Vec<Interval> {
    let with = |&total: &Interval| others.iter().map(move |&other| total.plus(other));
    totals.iter().flat_map(with).collect()
}

fn meet(left: &[Interval], right: &[Interval]) -> bool {
    left.iter().any(|a| right.iter().any(|b| a.touches(*b)))
}
