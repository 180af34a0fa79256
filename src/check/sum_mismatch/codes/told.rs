//! Classes that the text tells one by one, each with its parts in paragraphs behind it.
//!
//! 1、“教育支出”（类）决算21万元。其中：“进修及培训”（款）决算21万元。2、“卫生健康支出”（类）……

use std::collections::{BTreeMap, HashSet};

use super::{Amounts, Classes};
use crate::check::formula::Formula;
use crate::check::ledger::{Id, Ledger};
use crate::check::log::Log;
use crate::check::prose;
use crate::check::sum_mismatch::operands;
use crate::document::Span;
use crate::grammar::checks::Codes;

/// The classes that have all their parts: they are told one by one, every line of theirs begins with a number that was read, and all
/// others add up.
pub(super) fn complete<'a>(
    log: &Log<'a>,
    codes: &Codes,
    amounts: &Amounts<'a>,
    children: &BTreeMap<&'a str, Vec<&'a str>>,
) -> HashSet<&'a str> {
    let ledger = log.ledger;
    let is_class = |code: &str| Some(&code.len()) == codes.levels.first();
    let heads: Vec<(usize, &str)> = amounts
        .iter()
        .filter(|(code, _)| is_class(code))
        .flat_map(|(&code, slot)| told(ledger, &slot.values).map(move |at| (at.start, code)))
        .collect();
    let mut classes = Classes::default();
    let mut extents = Vec::new();
    for (&class, parts) in children.iter().filter(|(code, _)| is_class(code)) {
        let values = |code: &&str| told(ledger, &amounts[*code].values).next();
        let spans: Option<Vec<Span>> = parts.iter().map(values).collect();
        let Some(extent) = spans.and_then(|spans| extent(ledger, &heads, class, spans)) else {
            continue;
        };
        let Some(whole) = amounts.get(class) else {
            continue;
        };
        let slots = operands(
            whole.clone(),
            parts.iter().map(|code| amounts[code].clone()),
        );
        classes.count(log.satisfied(&Formula::Sum, &slots).is_some());
        extents.push((class, extent));
    }
    let extents = extents.into_iter().filter(|_| classes.cover());
    let read = extents.filter(|(_, extent)| prose::begins_each(ledger, *extent));
    read.map(|(class, _)| class).collect()
}

/// Where the text states some values.
fn told<'a>(ledger: &'a Ledger<'a>, values: &'a [Id]) -> impl Iterator<Item = Span> + 'a {
    let facts = values.iter().filter_map(|&id| ledger.numbers[id].fact);
    let statements = facts.flat_map(|fact| &fact.statements);
    statements
        .filter(|s| s.table.is_none())
        .map(|s| s.quote.bytes)
}

/// From the head of a class, all of whose parts stand before the head of another, to that head or the end of the section.
fn extent(
    ledger: &Ledger<'_>,
    heads: &[(usize, &str)],
    class: &str,
    parts: Vec<Span>,
) -> Option<Span> {
    let parts = parts.into_iter().reduce(Span::join)?;
    let own = heads.iter().filter(|(_, code)| *code == class);
    let start = own
        .map(|(at, _)| *at)
        .filter(|at| *at < parts.start)
        .max()?;
    let others = heads
        .iter()
        .filter(|(at, code)| *code != class && *at > start);
    let end = match others.map(|(at, _)| *at).min() {
        Some(next) if next < parts.end => return None,
        Some(next) => next,
        None => {
            let sections = ledger.context.sections.iter().map(|section| section.bytes);
            let around = sections.filter(|s| s.start <= start && parts.end <= s.end);
            around.map(|s| s.end).min().unwrap_or(parts.end)
        }
    };
    Some(Span::new(start, end))
}
