//! One defect, one finding: the formulas that one wrong number breaks are reported as one.
//!
//! A failed formula accuses every number in it. Those that fail together for one reason have a number in common, and
//! one other value of it satisfies them all without breaking a formula that holds. So for every number the interval
//! of values that would mend each of its failed formulas is computed; the number that mends most of them at once
//! explains those, and so on until nothing is left to explain. Two independent defects that share a number need two
//! different values for it, and stay two.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};

use super::interval::Interval;
use super::ledger::{Id, Ledger};
use super::log::Check;

/// How many formulas of one number are looked at, so that the work stays linear whatever the report holds.
const LOOKED_AT: usize = 32;

/// Failed formulas that one defect explains.
#[derive(Debug)]
pub struct Defect<'c, 'a> {
    /// The one to report.
    pub check: &'c Check<'a>,
    /// The position of the wrong number among its operands, where it is known.
    pub suspect: Option<usize>,
    /// Those that only follow from it.
    pub consequences: Vec<&'c Check<'a>>,
}

/// Brings failed formulas together; `rank` says which of them is reported, the lowest first.
pub fn fold<'c, 'a>(
    ledger: &Ledger<'_>,
    failed: &'c [Check<'a>],
    held: &'c [Check<'a>],
    rank: impl Fn(&Check<'a>) -> usize,
) -> Vec<Defect<'c, 'a>> {
    if failed.is_empty() {
        return Vec::new();
    }
    let mends: Vec<Vec<Interval>> = failed
        .iter()
        .map(|check| check.formula.mends(&check.intervals(ledger)))
        .collect();
    let accused = by_number(ledger, failed, |_| true);
    let trusted = by_number(ledger, held, |id| accused.contains_key(&id));
    let mut open: BTreeSet<usize> = (0..failed.len()).collect();
    let mut defects: BTreeMap<usize, Defect> = BTreeMap::new();

    // What a number explains only shrinks as others explain more, so each is looked at again only when it comes up.
    let mut queue: BTreeSet<(usize, std::cmp::Reverse<Id>)> = accused
        .iter()
        .filter(|(_, checks)| checks.len() > 1)
        .map(|(&id, checks)| (checks.len(), std::cmp::Reverse(id)))
        .collect();
    while let Some((promised, std::cmp::Reverse(id))) = queue.pop_last() {
        let left: Vec<_> = accused[&id]
            .iter()
            .copied()
            .filter(|(check, _)| open.contains(check))
            .take(LOOKED_AT)
            .collect();
        let explained = explained(&left, &mends, || {
            let checks = trusted.get(&id).map_or(&[][..], Vec::as_slice);
            checks.iter().take(LOOKED_AT).map(|&(check, slot)| {
                let check = &held[check];
                check.formula.mends(&check.intervals(ledger))[slot]
            })
        });
        if explained.len() < 2 {
            continue;
        }
        if explained.len() < promised {
            queue.insert((explained.len(), std::cmp::Reverse(id)));
            continue;
        }
        let Some(&(main, slot)) = explained
            .iter()
            .min_by_key(|(check, _)| (rank(&failed[*check]), failed[*check].ids.len(), *check))
        else {
            continue;
        };
        let consequences = explained.iter().filter(|(check, _)| *check != main);
        for (check, _) in &explained {
            open.remove(check);
        }
        defects.insert(
            main,
            Defect {
                check: &failed[main],
                suspect: Some(slot),
                consequences: consequences.map(|(check, _)| &failed[*check]).collect(),
            },
        );
    }
    for check in open {
        defects.insert(
            check,
            Defect {
                check: &failed[check],
                suspect: None,
                consequences: Vec::new(),
            },
        );
    }
    defects.into_values().collect()
}

/// The formulas that each number stands in, with its position among their operands.
fn by_number(
    ledger: &Ledger<'_>,
    checks: &[Check<'_>],
    wanted: impl Fn(Id) -> bool,
) -> HashMap<Id, Vec<(usize, usize)>> {
    let mut found: HashMap<Id, Vec<(usize, usize)>> = HashMap::new();
    for (index, check) in checks.iter().enumerate() {
        let printed: Vec<Id> = check.ids.iter().map(|&id| ledger.printed(id)).collect();
        // A number that is compared with itself says nothing: 收、支总计均为….
        let itself = printed.len() == 2 && printed.first() == printed.last();
        for (slot, &id) in printed.iter().enumerate() {
            if !itself && wanted(id) {
                found.entry(id).or_default().push((index, slot));
            }
        }
    }
    found
}

/// The most of some failed formulas that one value mends, which no formula that holds forbids.
fn explained<I: Iterator<Item = Interval>>(
    failed: &[(usize, usize)],
    mends: &[Vec<Interval>],
    trusted: impl Fn() -> I,
) -> Vec<(usize, usize)> {
    let mut best = Vec::new();
    for (i, &(check, slot)) in failed.iter().enumerate() {
        let mut value = mends[check][slot];
        let mut together = vec![failed[i]];
        for &(other, slot) in failed[..i].iter().chain(&failed[i + 1..]) {
            if let Some(met) = value.meet(mends[other][slot]) {
                value = met;
                together.push((other, slot));
            }
        }
        let allowed = || trusted().try_fold(value, |value, held| value.meet(held));
        if together.len() > best.len() && together.len() > 1 && allowed().is_some() {
            best = together;
        }
    }
    best
}
