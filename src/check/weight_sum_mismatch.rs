//! `weight-sum-mismatch`: the weights of a self-assessment add up to the stated total.

use super::Severity;
use super::log::{Log, Template};
use super::rules::Rule;
use super::score_sum_mismatch::sums;

pub(super) const RULE: Rule = Rule {
    name: "weight-sum-mismatch",
    severity: Severity::Error,
    page: include_str!("weight_sum_mismatch.md"),
    run,
};

const TEMPLATE: Template = Template {
    zh: "总分权重为{stated}，各项权重之和{formula}为{expected}",
    en: "the total weight is {stated}, but the weights {formula} add up to {expected}",
};

fn run(log: &mut Log<'_>) {
    sums(log, "weight", "/total_weight", &TEMPLATE, |evaluation| {
        // A row with a score but no weight leaves the sum open.
        evaluation
            .indicators
            .iter()
            .any(|row| row.score.is_some() && row.weight.is_none())
    });
}
