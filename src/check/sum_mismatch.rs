//! `sum-mismatch`: a whole equals the sum of its stated parts, and no part exceeds its whole.

mod codes;
mod concepts;
mod types;

use foldhash::HashSet;

use super::Severity;
use super::formula::Formula;
use super::ledger::{Id, Ledger};
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::document::Span;
use crate::fact::Witness;

pub(super) const RULE: Rule = Rule {
    name: "sum-mismatch",
    severity: Severity::Error,
    page: include_str!("sum_mismatch.md"),
    run,
};

const SUM: Template = Template {
    zh: "{label}为{stated}，各项之和{formula}为{expected}",
    en: "{label} is {stated}, but its parts add up to {expected} ({formula})",
};

const EXCEEDS: Template = Template {
    zh: "{label}为{stated}，其中各项{formula}已达{expected}，超过总数",
    en: "{label} is {stated}, but parts of it already come to {expected} ({formula})",
};

const SOURCES: Template = Template {
    zh: "资金总额的{label}为{stated}，各来源之和{formula}为{expected}",
    en: "the total {label} is {stated}, but its sources add up to {expected} ({formula})",
};

fn run(log: &mut Log<'_>) {
    let mut sums = Sums::default();
    concepts::check(log, &mut sums);
    // The rows and the sections of a government's report are no parts of one another.
    if log.ledger.context.identity.kind.is_government() {
        return;
    }
    types::check(log, &mut sums);
    codes::check(log, &mut sums);
    sources(log);
}

/// The sums that were checked, so that one that stands in a list and in the whole report is checked once.
#[derive(Default)]
struct Sums {
    seen: HashSet<(bool, Vec<Id>)>,
}

impl Sums {
    /// Checks that a whole is the sum of parts, or, where they are not known to be all, that they do not exceed it.
    fn check<'a>(
        &mut self,
        log: &mut Log<'a>,
        complete: bool,
        whole: Slot<'a>,
        parts: Vec<Slot<'a>>,
    ) {
        let negative = |slot: &Slot| {
            slot.values
                .first()
                .is_some_and(|&id| log.ledger.numbers[id].value.is_sign_negative())
        };
        // Beside a negative part another may well exceed the whole.
        if parts.is_empty() || !complete && parts.iter().any(negative) {
            return;
        }
        let slots = operands(whole, parts);
        if !self.is_new(complete, &slots) {
            return;
        }
        let (formula, template) = if complete {
            (Formula::Sum, &SUM)
        } else {
            (Formula::AtMost, &EXCEEDS)
        };
        log.check(formula, slots, template);
    }

    /// Enters the sum of a whole and all its parts, with the numbers that satisfy it.
    fn enter<'a>(&mut self, log: &mut Log<'a>, slots: Vec<Slot<'a>>, satisfied: Option<Vec<Id>>) {
        if self.is_new(true, &slots) {
            log.enter(Formula::Sum, slots, satisfied, &SUM);
        }
    }

    /// Whether a sum was not checked yet; it then counts as one that was.
    fn is_new(&mut self, complete: bool, slots: &[Slot<'_>]) -> bool {
        let mut ids: Vec<Id> = Vec::with_capacity(slots.len());
        ids.extend(slots.iter().filter_map(|s| s.values.first()));
        ids.get_mut(1..).unwrap_or_default().sort_unstable();
        self.seen.insert((complete, ids))
    }
}

/// A whole and its parts as the operands of a sum.
fn operands<'a>(whole: Slot<'a>, parts: impl IntoIterator<Item = Slot<'a>>) -> Vec<Slot<'a>> {
    std::iter::once(whole).chain(parts).collect()
}

/// The span from the first to the last of some statements.
fn extent(members: &[(Id, &Witness)]) -> Option<Span> {
    let spans = members.iter().map(|(_, s)| s.quote.bytes);
    spans.reduce(Span::join)
}

/// An operand that is one statement of a number, with the other values that the report gives for its fact.
fn stated<'a>(
    ledger: &'a Ledger<'a>,
    role: &'static str,
    id: Id,
    statement: &'a Witness,
) -> Slot<'a> {
    Slot {
        role,
        values: ledger.alternatives(id),
        quote: Some(&statement.quote),
    }
}

/// The money of a self-assessment: the total of all its sources, where the form has a row for others.
fn sources(log: &mut Log<'_>) {
    for (index, evaluation) in log.ledger.context.evaluations.iter().enumerate() {
        let rows = &evaluation.budget;
        let Some(total) = rows.iter().position(|row| row.source == "total") else {
            continue;
        };
        let mut names: Vec<&str> = rows.iter().map(|row| row.source.as_str()).collect();
        names.sort_unstable();
        let repeated = names.windows(2).any(|pair| pair[0] == pair[1]);
        if repeated || !names.contains(&"other") {
            log.unchecked();
            continue;
        }
        for column in ["approved", "adjusted", "executed"] {
            let cell = |row: usize| log.ledger.cell(index, &format!("/budget/{row}/{column}"));
            let parts: Vec<Slot> = (0..rows.len())
                .filter(|&row| row != total)
                .filter_map(cell)
                .map(|id| Slot::new("part", log.ledger.alternatives(id)))
                .collect();
            if let (Some(whole), false) = (cell(total), parts.is_empty()) {
                let whole = Slot::new("stated", log.ledger.alternatives(whole));
                log.check(Formula::Sum, operands(whole, parts), &SOURCES);
            }
        }
    }
}
