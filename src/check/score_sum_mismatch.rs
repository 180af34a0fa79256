//! `score-sum-mismatch`: the scores of a self-assessment add up to the stated total.

use std::collections::HashSet;

use super::Severity;
use super::formula::Formula;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::evaluation::Evaluation;

pub(super) const RULE: Rule = Rule {
    name: "score-sum-mismatch",
    severity: Severity::Error,
    page: include_str!("score_sum_mismatch.md"),
    run,
};

const TEMPLATE: Template = Template {
    zh: "总分得分为{stated}，各项得分之和{formula}为{expected}",
    en: "the total score is {stated}, but the scores {formula} add up to {expected}",
};

fn run(log: &mut Log<'_>) {
    sums(log, "score", "/total_score", &TEMPLATE, |evaluation| {
        // A row without a score leaves the sum open.
        evaluation
            .indicators
            .iter()
            .any(|row| row.weight.is_some() && row.score.is_none())
    });
}

/// Checks that a column of every self-assessment, with its 总额 row where that has the column, adds up to the total.
pub(super) fn sums(
    log: &mut Log<'_>,
    column: &str,
    total: &str,
    template: &'static Template,
    is_open: impl Fn(&Evaluation) -> bool,
) {
    let ledger = log.ledger;
    for (index, evaluation) in ledger.context.evaluations.iter().enumerate() {
        let whole = ledger.cell(index, total);
        let budget = evaluation
            .budget
            .iter()
            .position(|row| row.source == "total");
        let rows = (0..evaluation.indicators.len()).map(|row| format!("/indicators/{row}"));
        let rows = budget
            .map(|row| format!("/budget/{row}"))
            .into_iter()
            .chain(rows);
        // A merged cell is repeated down the rows that it covers, and counts once.
        let mut seen = HashSet::new();
        let parts: Vec<Slot> = rows
            .filter_map(|row| ledger.cell(index, &format!("{row}/{column}")))
            .filter(|&id| seen.insert(ledger.numbers[id].quote.bytes))
            .map(|id| Slot::new("part", &[id]))
            .collect();
        let (Some(whole), false) = (whole, parts.is_empty() || is_open(evaluation)) else {
            log.unchecked();
            continue;
        };
        let mut slots = vec![Slot::new("stated", &[whole])];
        slots.extend(parts);
        log.check(Formula::Sum, slots, template);
    }
}
