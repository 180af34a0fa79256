//! `unexplained-low-execution`: a rate under 90% has a reason of its own.

use rust_decimal::Decimal;

use super::Severity;
use super::execution_rate_mismatch::total;
use super::ledger::Ledger;
use super::log::Log;
use super::rules::Rule;
use super::unfilled_placeholder::is_filled;
use super::words::Unit;
use crate::evaluation::Evaluation;

pub(super) const RULE: Rule = Rule {
    name: "unexplained-low-execution",
    severity: Severity::Warning,
    page: include_str!("unexplained_low_execution.md"),
    run,
};

/// The rate, in percent, under which the forms ask for a reason.
pub(super) const LOW: Decimal = Decimal::from_parts(90, 0, 0, false, 0);

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (index, evaluation) in ledger.context.evaluations.iter().enumerate() {
        let Some((row, budget, rate)) = total(log, index, evaluation) else {
            log.unchecked();
            continue;
        };
        let number = &ledger.numbers[rate];
        // Some forms ask for the reasons of all deviations at once, under the indicators.
        let explained = [&budget.reason, &evaluation.deviation_reason]
            .into_iter()
            .flatten()
            .any(|reason| is_filled(&ledger.context.grammar.checks.placeholder, reason));
        if number.value >= LOW || explained {
            log.holds();
            continue;
        }
        if !asks_for_reason(ledger, evaluation, row) {
            log.unchecked();
            continue;
        }
        let stated = Unit::of(number).write(number.value);
        let name = evaluation.project_name.as_deref().unwrap_or_default();
        let mut quotes = vec![("stated", number.quote.clone())];
        let reasons = [format!("/budget/{row}/reason"), DEVIATION.to_owned()];
        let given = reasons.iter().filter_map(|at| evaluation.spans.get(at));
        quotes.extend(given.map(|quote| ("reason", quote.clone())));
        let value = number.value;
        let draft = log.report(
            format!("{name}预算执行率{stated}，低于90%，未说明原因"),
            format!("the execution rate of {name} is {stated}, under 90%, and no reason is given"),
        );
        draft.stated = Some(value);
        draft.numbers.push(rate);
        draft.quotes = quotes;
    }
}

/// The reasons of all deviations, in a record.
const DEVIATION: &str = "/deviation_reason";

/// Whether the form has a place for the reason: the cell is there, or the row of column names over the money names it.
fn asks_for_reason(ledger: &Ledger<'_>, evaluation: &Evaluation, row: usize) -> bool {
    let reason = format!("/budget/{row}/reason");
    if [reason.as_str(), DEVIATION]
        .iter()
        .any(|&at| evaluation.spans.contains_key(at))
    {
        return true;
    }
    let names = &ledger.context.grammar.checks.execution;
    let id = evaluation.table.as_deref();
    let table = id.and_then(|id| ledger.context.tables.get(ledger.table(id)?));
    let header = table.and_then(|table| {
        let mut rows = table.cells.iter();
        rows.find(|row| row.iter().any(|cell| names.rate.is_match(cell)))
    });
    header.is_some_and(|row| row.iter().any(|cell| names.reason.is_match(cell)))
}
