//! `weight-sum-mismatch`: the weights of a self-assessment add up to the stated total.

use super::Severity;
use super::evaluation_sums::{self, Column};
use super::log::{Log, Template};
use super::rules::Rule;

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
    evaluation_sums::check(
        log,
        &Column {
            name: "weight",
            total: "/total_weight",
            cell: |row| &row.weight,
            beside: |row| &row.score,
            template: &TEMPLATE,
        },
    );
}
