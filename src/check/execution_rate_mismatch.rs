//! `execution-rate-mismatch`: in a self-assessment, rate = executed ÷ adjusted.

use super::Severity;
use super::formula::{Formula, SHARE};
use super::ledger::Id;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::evaluation::{BudgetRow, Evaluation};

pub(super) const RULE: Rule = Rule {
    name: "execution-rate-mismatch",
    severity: Severity::Error,
    page: include_str!("execution_rate_mismatch.md"),
    run,
};

const TEMPLATE: Template = Template {
    zh: "预算执行率为{stated}，按{formula}应为{expected}",
    en: "the execution rate is given as {stated}, but {formula} is {expected}",
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (index, evaluation) in ledger.context.evaluations.iter().enumerate() {
        for row in 0..evaluation.budget.len() {
            let slot = |role, column| {
                let id = ledger.cell(index, &format!("/budget/{row}/{column}"));
                Slot::new(role, Vec::from_iter(id))
            };
            let slots = vec![
                slot("stated", "rate"),
                slot("executed", "executed"),
                slot("base", "adjusted"),
            ];
            log.check(Formula::rate(SHARE), slots, &TEMPLATE);
        }
    }
}

/// The 总额 row of a self-assessment with the number of its execution rate: the printed one, where the budget is not 0.
pub(super) fn total<'e>(
    log: &Log<'_>,
    index: usize,
    evaluation: &'e Evaluation,
) -> Option<(usize, &'e BudgetRow, Id)> {
    let (row, total) = evaluation
        .budget
        .iter()
        .enumerate()
        .find(|(_, row)| row.source == "total")?;
    let cell = |column: &str| log.ledger.cell(index, &format!("/budget/{row}/{column}"));
    let rate = cell("rate")?;
    let empty = cell("adjusted")
        .or_else(|| cell("approved"))
        .is_some_and(|id| log.ledger.numbers[id].value.is_zero());
    (!empty).then_some((row, total, rate))
}
