//! `score-sum-mismatch`: the scores of a self-assessment add up to the stated total.

use super::Severity;
use super::evaluation_sums::{self, Column};
use super::log::{Log, Template};
use super::rules::Rule;

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
    evaluation_sums::check(
        log,
        &Column {
            name: "score",
            total: "/total_score",
            cell: |row| &row.score,
            beside: |row| &row.weight,
            template: &TEMPLATE,
        },
    );
}
