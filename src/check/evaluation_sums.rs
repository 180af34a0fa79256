//! Sums of a column of a self-assessment: what `score-sum-mismatch` and `weight-sum-mismatch` share.

use std::collections::HashSet;

use super::formula::Formula;
use super::interval::Interval;
use super::ledger::{Id, Ledger};
use super::log::{Log, Slot, Template};
use crate::evaluation::{Evaluation, Indicator, Scalar};
use crate::grammar::forms::{BudgetColumn, Vocabulary, key};

/// A column of a self-assessment that has a total.
pub(super) struct Column {
    /// Its name in a row: `score`, `weight`.
    pub name: &'static str,
    /// The pointer of its total.
    pub total: &'static str,
    /// The cell of an indicator.
    pub cell: fn(&Indicator) -> &Option<Scalar>,
    /// The cell without which an indicator has no part in the column.
    pub beside: fn(&Indicator) -> &Option<Scalar>,
    /// What a sum that fails says.
    pub template: &'static Template,
}

/// Checks that a column of every self-assessment, with its 总额 row where that has the column, adds up to the total.
pub(super) fn check(log: &mut Log<'_>, column: &Column) {
    let ledger = log.ledger;
    for (index, evaluation) in ledger.context.evaluations.iter().enumerate() {
        let whole = ledger.cell(index, column.total);
        let rows = rows(ledger, index, evaluation, column.name);
        // A row that has the one but not the other leaves the sum open.
        let open = |row: &Indicator| (column.beside)(row).is_some() && (column.cell)(row).is_none();
        let (Some(whole), false) = (
            whole,
            rows.is_empty() || evaluation.indicators.iter().any(open),
        ) else {
            log.unchecked();
            continue;
        };
        let slots = |rows: &[(String, Id)]| -> Vec<Slot<'_>> {
            let parts = rows.iter().map(|(_, id)| Slot::one("part", *id));
            std::iter::once(Slot::one("stated", whole))
                .chain(parts)
                .collect()
        };
        // Points of the money count where their weight is stated and no indicator scores the same again.
        let total = evaluation.budget.iter().find(|row| row.source == "total");
        let is_unsaid = total.is_some_and(|row| row.score.is_some() && row.weight.is_none());
        let forms = &ledger.context.grammar.forms;
        if is_unsaid || scores_execution_again(evaluation, forms.union()) {
            let indicators = rows.iter().position(|(row, _)| row.starts_with(INDICATORS));
            let indicators = &rows[indicators.unwrap_or(rows.len())..];
            if log.satisfied(&Formula::Sum, &slots(indicators)).is_some() {
                log.holds();
                continue;
            }
        }
        if is_unsaid {
            log.unchecked();
            continue;
        }
        let slots = slots(&rows);
        if log.satisfied(&Formula::Sum, &slots).is_some() || !follows(ledger, index, &rows, &slots)
        {
            log.check(Formula::Sum, slots, column.template);
        }
    }
}

/// What the pointers of indicators begin with.
const INDICATORS: &str = "/indicators/";

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

/// The rows of a column with their numbers, the 总额 row first. A merged cell is repeated down the rows that it covers,
/// and counts once.
fn rows(
    ledger: &Ledger<'_>,
    index: usize,
    evaluation: &Evaluation,
    name: &str,
) -> Vec<(String, Id)> {
    let mut budget = evaluation.budget.iter();
    let budget = budget.position(|row| row.source == "total");
    let budget = budget.map(|row| format!("/budget/{row}"));
    let indicators = (0..evaluation.indicators.len()).map(|row| format!("{INDICATORS}{row}"));
    let mut seen = HashSet::new();
    budget
        .into_iter()
        .chain(indicators)
        .filter_map(|row| {
            let id = ledger.cell(index, &format!("{row}/{name}"))?;
            seen.insert(ledger.numbers[id].quote.bytes)
                .then_some((row, id))
        })
        .collect()
}

/// Whether a sum of scores only fails because one of them is above its weight, which is reported by itself: a score up
/// to the weight would mend it.
fn follows(ledger: &Ledger<'_>, index: usize, rows: &[(String, Id)], slots: &[Slot<'_>]) -> bool {
    let intervals: Vec<Interval> = slots
        .iter()
        .map(|slot| ledger.numbers[slot.values[0]].interval)
        .collect();
    let mends = Formula::Sum.mends(&intervals);
    rows.iter()
        .zip(mends.iter().skip(1))
        .any(|((row, score), mend)| {
            let Some(weight) = ledger.cell(index, &format!("{row}/weight")) else {
                return false;
            };
            let [score, weight] = [*score, weight].map(|id| ledger.numbers[id].value);
            score > weight && mend.touches(Interval::between(rust_decimal::Decimal::ZERO, weight))
        })
}
