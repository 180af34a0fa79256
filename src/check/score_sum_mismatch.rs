//! `score-sum-mismatch`: the scores of a self-assessment add up to the stated total.

use std::collections::HashSet;

use super::Severity;
use super::formula::Formula;
use super::log::{Log, Slot, Template};
use super::rules::Rule;
use crate::evaluation::Evaluation;
use crate::grammar::forms::{BudgetColumn, Vocabulary, key};

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
        // Points of the money without their weight: whether they count is not said.
        let is_unsaid = budget
            .map(|row| &evaluation.budget[row])
            .is_some_and(|row| row.score.is_some() && row.weight.is_none());
        let money = budget.and_then(|row| ledger.cell(index, &format!("/budget/{row}/{column}")));
        let rows = (0..evaluation.indicators.len()).map(|row| format!("/indicators/{row}"));
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
        let forms = &ledger.context.grammar.forms;
        if (is_unsaid || scores_execution_again(evaluation, forms.union()))
            && log.satisfied(&Formula::Sum, &slots).is_some()
        {
            log.holds();
            continue;
        }
        if is_unsaid {
            log.unchecked();
            continue;
        }
        if let Some(money) = money {
            slots.insert(1, Slot::new("part", &[money]));
        }
        log.check(Formula::Sum, slots, template);
    }
}

/// Whether an indicator scores what the row of the money scores: 预算执行率.
fn scores_execution_again(evaluation: &Evaluation, vocabulary: &Vocabulary) -> bool {
    let is_rate = |name: &String| {
        let column = vocabulary.budget_column(&key(name));
        column.is_some_and(|(column, _)| column == BudgetColumn::Rate)
    };
    evaluation
        .indicators
        .iter()
        .flat_map(|row| [&row.level1, &row.level2, &row.level3])
        .flatten()
        .any(is_rate)
}
