//! Facts: one number that the report states about one thing (`concept, metric, phase, year, dimensions → value`).

pub mod dimensions;
pub(crate) mod items;
pub mod key;
pub mod merge;
pub mod narrative;
pub(crate) mod part;
pub mod project;
pub mod scope;
pub mod statement;
pub mod token;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::document::Quote;

pub use dimensions::Dimensions;
pub use merge::merge;

/// What a number says of its concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Yuan.
    Amount,
    /// Percent of a whole.
    Share,
    /// Percent of the budget (or of what was received) that was spent.
    CompletionRate,
    /// Signed yuan against the year before.
    Change,
    /// Signed percent against the year before.
    ChangeRate,
    /// Signed yuan, executed minus budget.
    Variance,
    /// Signed percent, executed against budget (预决算差异率).
    VarianceRate,
    /// A whole number in its own unit.
    Count,
    /// Points.
    Score,
}

/// The stage of the budget that a value belongs to (Fiscal Data Package: `phase`).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// 年初预算, 预算数.
    Approved,
    /// 调整预算, 全年预算.
    Adjusted,
    /// 调增, 调减 (signed).
    Adjustment,
    /// 决算, 执行, 支出, 使用.
    Executed,
    /// 到位: only as the base of a completion rate.
    Received,
}

/// The concept, and its dimensions, that a share is a share of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Whole {
    /// The concept id.
    pub concept: SmolStr,
    /// Its dimensions.
    pub dimensions: Dimensions,
}

/// One number that the report states about one thing, with every place where it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// `f1`, `f2` … in the order of their first statement.
    pub id: SmolStr,
    /// The concept id of the vocabulary; ids beginning with `x.` lie beyond it.
    pub concept: SmolStr,
    /// The words that name the concept where it is first stated.
    pub label: SmolStr,
    /// What the number says of the concept.
    pub metric: Metric,
    /// The stage of the budget.
    pub phase: Phase,
    /// The year that it is about.
    pub year: Option<i32>,
    /// `function`, `economic`, `project`, `vehicle_type`, `vehicle_use`, `staff_type`, `unit_type`, and beyond the
    /// vocabulary `fund`, `scope`, `versus`, `source`.
    pub dimensions: Dimensions,
    /// The value in base units; `null` where the report says that it cannot be computed.
    #[serde(serialize_with = "exact")]
    #[schemars(with = "Option<f64>")]
    pub value: Option<Decimal>,
    /// `CNY`, `%`, `points`, or the classifier of a count.
    pub unit: SmolStr,
    /// How precisely the number is printed, as in XBRL: 978.11万元 is −2, to the hundred yuan; `null` where there is no value.
    pub decimals: Option<i32>,
    /// Whether 余, 多, 近, 约 or the like makes it approximate.
    pub approximate: bool,
    /// Of a share: the whole that it is a share of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<Whole>,
    /// Of a completion rate: what it is a rate of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Phase>,
    /// The id of the section that it stands in.
    pub section: Option<SmolStr>,
    /// The id of the table that it stands in.
    pub table: Option<SmolStr>,
    /// Its first statement.
    pub span: Quote,
    /// All its statements, the first being `span`.
    pub spans: Vec<Quote>,
    /// Its statements one by one, as they are printed; for the stages that follow.
    #[serde(skip)]
    #[schemars(skip)]
    pub statements: Vec<Witness>,
}

/// One statement of a fact: what a [`Statement`] says beside what the fact is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// What the number says of the concept of the fact.
    pub metric: Metric,
    /// See [`Statement::value`].
    pub value: Option<Decimal>,
    /// See [`Statement::decimals`].
    pub decimals: Option<i32>,
    /// See [`Statement::place`].
    pub place: Option<i32>,
    /// Whether words make it approximate.
    pub approximate: bool,
    /// Of a share: its whole.
    pub whole: Option<Whole>,
    /// The id of the table that it stands in.
    pub table: Option<SmolStr>,
    /// The list or the row of a table that it is a part of.
    pub list: Option<List>,
    /// Where it stands.
    pub quote: Quote,
}

/// Writes a decimal as a raw JSON number with its scale.
pub(crate) fn exact<S: serde::Serializer>(
    value: &Option<Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    rust_decimal::serde::arbitrary_precision_option::serialize(value, serializer)
}

/// Why a number is the source of no fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No label of the vocabulary stands with it.
    NoLabel,
    /// Several concepts share its label and nothing decides between them.
    Ambiguous,
    /// What it is about is no part of the vocabulary.
    OutsideVocabulary,
}

/// What a number is, by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// Money.
    Amount,
    /// A percentage.
    Percent,
    /// A count with its classifier.
    Count,
}

/// A number of the text that became no fact and stands in no table: listed, never dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unbound {
    /// What it is, by its form.
    pub kind: MentionKind,
    /// Its value in base units.
    #[serde(serialize_with = "exact")]
    #[schemars(with = "Option<f64>")]
    pub value: Option<Decimal>,
    /// Why it became no fact.
    pub reason: Reason,
    /// Where it stands.
    pub span: Quote,
}

/// One statement of a fact, before statements of the same fact are brought together by [`merge()`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The concept id.
    pub concept: SmolStr,
    /// The words that name it here.
    pub label: SmolStr,
    /// What the number says of it.
    pub metric: Metric,
    /// The stage of the budget.
    pub phase: Phase,
    /// The year that it is about.
    pub year: Option<i32>,
    /// Its dimensions.
    pub dimensions: Dimensions,
    /// The value in base units; `None` where the report says that it cannot be computed.
    pub value: Option<Decimal>,
    /// `CNY`, `%`, `points`, or the classifier of a count.
    pub unit: SmolStr,
    /// How precisely it is printed, in base units: 978.11万元 is −2.
    pub decimals: Option<i32>,
    /// The same, but by the finest place used for its unit in the same list or paragraph: 98万元 beside 357.26万元 is −2.
    /// Its interval is half a unit of this place on either side (0 is exactly zero).
    pub place: Option<i32>,
    /// Whether words make it approximate.
    pub approximate: bool,
    /// Of a share: its whole.
    pub whole: Option<Whole>,
    /// Of a completion rate: its base.
    pub base: Option<Phase>,
    /// The id of the section that it stands in.
    pub section: Option<SmolStr>,
    /// The id of the table that it stands in.
    pub table: Option<SmolStr>,
    /// The list (其中：…) or the row of a table that it is a part of: statements with the same list are its parts.
    pub list: Option<List>,
    /// Where it stands.
    pub quote: Quote,
}

/// The list that a statement is a part of: the parts after 其中 or 主要用于以下方面, under the head that they are parts of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct List {
    /// The same for all parts of one list: the byte of the canonical text where it begins.
    pub id: usize,
    /// The concept that the list breaks down, where it has a head.
    pub head: Option<SmolStr>,
}
