//! `execution-score-mismatch`: a rate under 90% does not get the full score of the row.

use super::Severity;
use super::execution_rate_mismatch::total;
use super::log::Log;
use super::rules::Rule;
use super::unexplained_low_execution::LOW;
use super::words::Unit;

pub(super) const RULE: Rule = Rule {
    name: "execution-score-mismatch",
    severity: Severity::Warning,
    page: include_str!("execution_score_mismatch.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (index, evaluation) in ledger.context.evaluations.iter().enumerate() {
        let Some((row, _, rate)) = total(log, index, evaluation) else {
            log.unchecked();
            continue;
        };
        let cell = |column: &str| ledger.cell(index, &format!("/budget/{row}/{column}"));
        let (Some(score), Some(weight)) = (cell("score"), cell("weight")) else {
            log.unchecked();
            continue;
        };
        let [r, s, w] = [rate, score, weight].map(|id| &ledger.numbers[id]);
        if r.value >= LOW || s.value < w.value || w.value.is_zero() {
            log.holds();
            continue;
        }
        let name = evaluation.project_name.as_deref().unwrap_or_default();
        let [rate_words, score_words] = [r, s].map(|n| Unit::of(n).write(n.value));
        let draft = log.report(
            format!("{name}预算执行率{rate_words}，低于90%，执行情况却得满分{score_words}"),
            format!(
                "the execution rate of {name} is {rate_words}, under 90%, but its row has the full score of {score_words}"
            ),
        );
        draft.stated = Some(s.value);
        draft.numbers = vec![score, rate];
        draft.quotes = vec![("stated", s.quote.clone()), ("rate", r.quote.clone())];
    }
}
