//! Findings: what the report itself contradicts.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use crate::document::Quote;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing, no defect in itself.
    Note,
    /// A gap.
    Warning,
    /// A contradiction.
    Error,
}

/// A phrase that a finding compares, and the part that it plays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Operand {
    /// `stated`, `part`, `whole`, `base`, `change` …
    pub role: String,
    /// Where it stands.
    #[serde(flatten)]
    pub quote: Quote,
}

/// A contradiction or a gap that the report itself shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule, such as `share-mismatch`.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The ids of the facts compared.
    pub facts: Vec<String>,
    /// What the other numbers give.
    #[serde(serialize_with = "crate::fact::exact")]
    #[schemars(with = "Option<f64>")]
    pub expected: Option<Decimal>,
    /// What the report states.
    #[serde(serialize_with = "crate::fact::exact")]
    #[schemars(with = "Option<f64>")]
    pub stated: Option<Decimal>,
    /// The computation, in printed numbers.
    pub formula: Option<String>,
    /// The phrases compared, the stated one first.
    pub spans: Vec<Operand>,
}
