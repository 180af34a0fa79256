//! Sums over codes: a 类 of its 款, a 款 of its 项, a total of its 类.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::{Sums, stated};
use crate::check::formula::Formula;
use crate::check::ledger::{Group, Key};
use crate::check::log::{Log, Slot};
use crate::document::Span;
use crate::fact::{Metric, Phase, Whole};
use crate::grammar::checks::Codes;

/// What the codes of one column or list are about: concept, year, and the dimensions other than the code.
type Subject<'a> = (&'a str, Option<i32>, BTreeMap<String, String>);

/// The amounts of one stage of the budget by their codes; `""` is the total.
type Amounts<'a> = BTreeMap<&'a str, Slot<'a>>;

pub(super) fn check(log: &mut Log<'_>, sums: &mut Sums) {
    let ledger = log.ledger;
    for codes in &ledger.context.grammar.checks.codes {
        for (table, group) in &ledger.tables {
            let complete = has_every_row(log, table, group);
            for phases in subjects(log, group, codes).into_values() {
                for amounts in phases.values() {
                    in_table(log, sums, codes, amounts, complete);
                }
            }
        }
        for group in ledger.lists.values() {
            for (subject, phases) in subjects(log, group, codes) {
                in_list(log, sums, codes, group, &subject, &phases);
            }
        }
    }
}

/// The amounts of a group by what they are about and the stage of the budget.
fn subjects<'a>(
    log: &Log<'a>,
    group: &Group<'a>,
    codes: &Codes,
) -> BTreeMap<Subject<'a>, BTreeMap<Phase, Amounts<'a>>> {
    let mut subjects: BTreeMap<Subject, BTreeMap<Phase, Amounts>> = BTreeMap::new();
    for &(id, statement) in &group.members {
        let Some(fact) = log.ledger.numbers[id]
            .fact
            .filter(|f| f.metric == Metric::Amount)
        else {
            continue;
        };
        let mut dimensions = fact.dimensions.clone();
        dimensions.remove(&codes.dimension);
        let code = fact.dimensions.get(&codes.dimension);
        subjects
            .entry((&fact.concept, fact.year, dimensions))
            .or_default()
            .entry(fact.phase)
            .or_default()
            .insert(
                code.map_or("", String::as_str),
                stated(log.ledger, "part", id, statement),
            );
    }
    subjects.retain(|_, phases| {
        phases
            .values()
            .any(|amounts| amounts.keys().any(|code| !code.is_empty()))
    });
    subjects
}

/// The codes right under each code, by the nearest code above that is there; `""` is above all.
fn children<'a>(
    amounts: &Amounts<'a>,
    codes: &Codes,
    is_there: impl Fn(&str) -> bool,
) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for &code in amounts.keys().filter(|code| !code.is_empty()) {
        let above = codes
            .levels
            .iter()
            .rev()
            .filter(|&&level| level < code.len());
        let parent = above
            .filter_map(|&level| code.get(..level))
            .find(|prefix| is_there(prefix));
        children.entry(parent.unwrap_or("")).or_default().push(code);
    }
    children
}

/// Whether every row of a table was understood: its codes are printed, or each of its amounts is some fact's, so that
/// no name was left without a code.
fn has_every_row(log: &Log<'_>, id: &str, group: &Group<'_>) -> bool {
    let context = log.ledger.context;
    let Some(index) = log.ledger.table(id) else {
        return false;
    };
    let is_code = |cell: &String| {
        let cell = cell.trim();
        matches!(cell.len(), 3 | 5 | 7) && cell.bytes().all(|b| b.is_ascii_digit())
    };
    let coded = |row: &&Vec<String>| row.iter().take(3).any(is_code);
    if context.tables[index].cells.iter().filter(coded).count() > 1 {
        return true;
    }
    let read: HashSet<Span> = group.members.iter().map(|(_, s)| s.quote.bytes).collect();
    context.document.tables.get(index).is_some_and(|table| {
        table.cells().iter().all(|cell| {
            // 行次 and counts have neither a point nor a comma.
            let is_amount = cell.text.contains(['.', ','])
                && cell.text.replace(',', "").parse::<Decimal>().is_ok();
            !is_amount || read.contains(&cell.span)
        })
    })
}

/// A table that was read as a whole has every row of its breakdown.
fn in_table<'a>(
    log: &mut Log<'a>,
    sums: &mut Sums,
    codes: &Codes,
    amounts: &Amounts<'a>,
    complete: bool,
) {
    for (parent, children) in children(amounts, codes, |code| amounts.contains_key(code)) {
        let Some(whole) = amounts.get(parent) else {
            log.unchecked();
            continue;
        };
        let mut whole = whole.clone();
        whole.role = "stated";
        let parts = children.iter().map(|code| amounts[code].clone()).collect();
        sums.check(log, complete, whole, parts);
    }
}

/// A list of the text may leave rows out. It has them all where its shares add up to 100, where it adds up at another
/// stage of the budget, or, for a class, where all others of it add up.
fn in_list<'a>(
    log: &mut Log<'a>,
    sums: &mut Sums,
    codes: &Codes,
    group: &Group<'a>,
    subject: &Subject<'a>,
    phases: &BTreeMap<Phase, Amounts<'a>>,
) {
    let ledger = log.ledger;
    let whole = |phase: Phase, code: &str| {
        let mut dimensions = subject.2.clone();
        if !code.is_empty() {
            dimensions.insert(codes.dimension.clone(), code.to_owned());
        }
        Slot::new(
            "stated",
            ledger.find(&Key {
                concept: subject.0,
                metric: Metric::Amount,
                phase,
                year: subject.1,
                dimensions: &dimensions,
            }),
        )
    };
    let mut sets = BTreeMap::new();
    for (&phase, amounts) in phases {
        // Within the list first: a 款 of the list is above its 项. Then every class that the report states elsewhere.
        let listed = children(amounts, codes, |code| amounts.contains_key(code));
        let known = children(amounts, codes, |code| {
            amounts.contains_key(code) || !whole(phase, code).values.is_empty()
        });
        let classes = known.into_iter().filter(|(parent, _)| !parent.is_empty());
        for (parent, children) in listed.into_iter().chain(classes) {
            let slots: Vec<Slot> = children.iter().map(|code| amounts[code].clone()).collect();
            sets.insert((parent, phase), (children, slots));
        }
    }
    let adds_up = |log: &Log<'a>, parent: &str, phase: Phase, slots: &[Slot<'a>]| {
        let mut all = vec![whole(phase, parent)];
        all.extend_from_slice(slots);
        slots.len() > 1 && !all[0].values.is_empty() && log.satisfied(&Formula::Sum, &all).is_some()
    };
    let held: Vec<(&str, &Vec<&str>)> = sets
        .iter()
        .filter(|((parent, phase), (_, slots))| adds_up(log, parent, *phase, slots))
        .map(|((parent, _), (children, _))| (*parent, children))
        .collect();
    let shared = shares_are_complete(log, group, codes, subject);
    // Of each stage how many classes add up, and how many do not.
    let mut classes: BTreeMap<Phase, (usize, usize)> = BTreeMap::new();
    for ((parent, phase), (_, slots)) in &sets {
        let whole = whole(*phase, parent);
        if Some(&parent.len()) == codes.levels.first() && !whole.values.is_empty() {
            let mut all = vec![whole];
            all.extend_from_slice(slots);
            let (adds, fails) = classes.entry(*phase).or_default();
            match log.satisfied(&Formula::Sum, &all) {
                Some(_) => *adds += 1,
                None => *fails += 1,
            }
        }
    }
    for ((parent, phase), (children, slots)) in &sets {
        let whole = whole(*phase, parent);
        if whole.values.is_empty() {
            log.unchecked();
            continue;
        }
        let complete = held.contains(&(*parent, children))
            || parent.is_empty() && shared
            || !parent.is_empty() && is_covered(&classes, *phase);
        sums.check(log, complete, whole, slots.clone());
    }
}

/// Whether so many classes of a list add up that the one that does not lacks no row, but has a wrong one.
fn is_covered(classes: &BTreeMap<Phase, (usize, usize)>, phase: Phase) -> bool {
    let (adds, fails) = classes.get(&phase).copied().unwrap_or_default();
    adds >= 2 && fails <= 1
}

/// Whether every code of a list has a share of its subject, and these add up to 100.
fn shares_are_complete(
    log: &Log<'_>,
    group: &Group<'_>,
    codes: &Codes,
    subject: &Subject<'_>,
) -> bool {
    let numbers = &log.ledger.numbers;
    let coded = |metric: Metric| {
        group.members.iter().filter(move |(id, _)| {
            numbers[*id]
                .fact
                .is_some_and(|f| f.metric == metric && f.dimensions.contains_key(&codes.dimension))
        })
    };
    let of_subject = |w: &Whole| w.concept == subject.0 && w.dimensions == subject.2;
    let shares: Vec<_> = coded(Metric::Share)
        .filter(|(_, share)| share.whole.as_ref().is_none_or(of_subject))
        .map(|(id, _)| numbers[*id].interval)
        .collect();
    shares.len() > 1
        && shares.len() >= coded(Metric::Amount).count()
        && shares
            .into_iter()
            .reduce(super::super::interval::Interval::plus)
            .is_some_and(|sum| sum.holds(Decimal::ONE_HUNDRED))
}
