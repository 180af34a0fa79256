//! `missing-actual-value`: every indicator with a score has its actual value.

use super::Severity;
use super::log::Log;
use super::rules::Rule;
use crate::evaluation::EvaluationKind;

pub(super) const RULE: Rule = Rule {
    name: "missing-actual-value",
    severity: Severity::Warning,
    page: include_str!("missing_actual_value.md"),
    run,
};

fn run(log: &mut Log<'_>) {
    let ledger = log.ledger;
    for (index, evaluation) in ledger.context.evaluations.iter().enumerate() {
        // The form for whole departments has no column for actual values.
        if evaluation.kind != EvaluationKind::ProjectSelfAssessment {
            continue;
        }
        let rows = evaluation.indicators.iter().enumerate();
        let missing: Vec<usize> = rows
            .filter(|(_, row)| row.score.is_some() && row.actual.is_none())
            .map(|(row, _)| row)
            .collect();
        if missing.is_empty() {
            log.holds();
            continue;
        }
        let count = missing.len();
        let name = evaluation.project_name.as_deref().unwrap_or_default();
        let quotes: Vec<_> = missing
            .iter()
            .filter_map(|row| {
                let field = |column| evaluation.spans.get(&format!("/indicators/{row}/{column}"));
                let quote = field("level3").or_else(|| field("score"))?;
                Some(("stated", quote.clone()))
            })
            .collect();
        let numbers = missing
            .iter()
            .filter_map(|row| ledger.cell(index, &format!("/indicators/{row}/score")))
            .collect();
        let draft = log.report(
            format!("{name}有{count}项指标有得分而无完成值"),
            match count {
                1 => format!("1 indicator of {name} has a score but no actual value"),
                _ => format!("{count} indicators of {name} have a score but no actual value"),
            },
        );
        draft.quotes = quotes;
        draft.numbers = numbers;
    }
}
