//! `score-exceeds-weight`: no score above its weight.

use super::Severity;
use super::log::Log;
use super::rules::Rule;
use super::words::{Unit, call};

pub(super) const RULE: Rule = Rule {
    name: "score-exceeds-weight",
    severity: Severity::Error,
    page: include_str!("score_exceeds_weight.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (index, evaluation) in ledger.context.evaluations.iter().enumerate() {
        let indicators = (0..evaluation.indicators.len()).map(|row| format!("/indicators/{row}"));
        let budget = (0..evaluation.budget.len()).map(|row| format!("/budget/{row}"));
        // A merged cell is repeated down the rows that it covers, and is one cell.
        let mut last = None;
        for row in indicators.chain(budget) {
            let cell = |column: &str| ledger.cell(index, &format!("{row}/{column}"));
            let (Some(score), Some(weight)) = (cell("score"), cell("weight")) else {
                log.unchecked();
                continue;
            };
            let (s, w) = (&ledger.numbers[score], &ledger.numbers[weight]);
            let place = Some((s.quote.bytes, w.quote.bytes));
            if place == last {
                continue;
            }
            last = place;
            if s.value <= w.value {
                log.holds();
                continue;
            }
            let (stated, allowed) = (Unit::of(s).write(s.value), Unit::of(w).write(w.value));
            let draft = log.report(
                format!("{}为{stated}，超过其权重{allowed}", call(s, false)),
                format!(
                    "{} is {stated}, above its weight of {allowed}",
                    call(s, true)
                ),
            );
            draft.stated = Some(s.value);
            draft.expected = Some(w.value);
            draft.quotes = vec![("stated", s.quote.clone()), ("weight", w.quote.clone())];
            draft.numbers = vec![score, weight];
        }
    }
}
