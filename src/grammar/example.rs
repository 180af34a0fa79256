//! Examples that grammar files carry: words, and the statements that they must give.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::fact::{Metric, Phase, Statement};
use crate::identity::Kind;

/// Words with what they must give: a test that `concepts.toml` and `clauses.toml` carry.
///
/// ```toml
/// [[example]]
/// text = "2023年度机关运行经费支出3.2万元，比上年减少0.8万元。"
/// gives = ["operating_cost amount executed 32000", "operating_cost change executed -8000"]
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A paragraph of a report on 2023.
    #[schemars(with = "String")]
    pub text: toml::Spanned<String>,
    /// The kind of the section that it stands in (see `sections.toml`); none where it is not said.
    #[serde(default)]
    pub section: Option<String>,
    /// The heading of that section, where it names a project.
    #[serde(default)]
    pub heading: Option<String>,
    /// The kind of the report; final accounts of a department where it is not said.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Every statement in reading order as [`written`]; empty where there must be none.
    pub gives: Vec<String>,
}

/// A statement on one line: `concept metric phase {dimension=value, …} value`, the braces only where there are dimensions.
pub fn written(statement: &Statement) -> String {
    let dimensions: Vec<String> = statement
        .dimensions
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    let mut line = format!(
        "{} {} {}",
        statement.concept,
        metric(statement.metric),
        phase(statement.phase)
    );
    if !dimensions.is_empty() {
        line.push_str(&format!(" {{{}}}", dimensions.join(", ")));
    }
    match statement.value {
        Some(value) => line.push_str(&format!(" {}", value.normalize())),
        None => line.push_str(" null"),
    }
    line
}

/// The name of a metric as it is printed in facts.
pub fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Amount => "amount",
        Metric::Share => "share",
        Metric::CompletionRate => "completion_rate",
        Metric::Change => "change",
        Metric::ChangeRate => "change_rate",
        Metric::Variance => "variance",
        Metric::VarianceRate => "variance_rate",
        Metric::Count => "count",
        Metric::Score => "score",
    }
}

/// The name of a phase as it is printed in facts.
pub fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Approved => "approved",
        Phase::Adjusted => "adjusted",
        Phase::Adjustment => "adjustment",
        Phase::Executed => "executed",
        Phase::Received => "received",
    }
}
