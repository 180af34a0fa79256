//! What labels mean in a form.

use std::collections::BTreeMap;
use std::hash::Hash;

use foldhash::HashMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{File, key};
use crate::document::caption::squeeze;
use crate::grammar::template::expand;

/// A labelled field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The fields of `Evaluation` by their names.
pub enum Field {
    ProjectName,
    ProjectCode,
    Department,
    ImplementingUnit,
    AnnualTarget,
    /// The aim as changed during the year.
    AdjustedTarget,
    TargetCompletion,
    Summary,
    TotalWeight,
    TotalScore,
    Conclusion,
    Problems,
    DeviationReason,
    Improvements,
    ProjectLead,
    FinanceLead,
    Year,
}

/// A column of the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The fields of `BudgetRow` by their names.
pub enum BudgetColumn {
    Approved,
    Adjusted,
    Received,
    Executed,
    Rate,
    Weight,
    Score,
    Reason,
}

impl BudgetColumn {
    /// Its name in the output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Adjusted => "adjusted",
            Self::Received => "received",
            Self::Executed => "executed",
            Self::Rate => "rate",
            Self::Weight => "weight",
            Self::Score => "score",
            Self::Reason => "reason",
        }
    }
}

/// Where the money of a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The values of `BudgetRow::source`.
pub enum FundSource {
    Total,
    Fiscal,
    SpecialAccount,
    Own,
    Carryover,
    Other,
}

impl FundSource {
    /// Its name in the output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Fiscal => "fiscal",
            Self::SpecialAccount => "special_account",
            Self::Own => "own",
            Self::Carryover => "carryover",
            Self::Other => "other",
        }
    }
}

/// A column of the indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The fields of `Indicator` by their names; `Project` names the project of the row.
pub enum IndicatorColumn {
    Project,
    Level1,
    Level1Weight,
    Level2,
    Level2Weight,
    Level3,
    Operator,
    Target,
    /// The target as changed during the year.
    AdjustedTarget,
    Unit,
    Actual,
    Weight,
    Score,
    Reason,
    Explanation,
    Criterion,
}

impl IndicatorColumn {
    /// Whether it names the indicators on some level.
    pub const fn is_level(self) -> bool {
        matches!(self, Self::Level1 | Self::Level2 | Self::Level3)
    }

    /// Whether its cells may be merged over the rows that they are of.
    pub const fn merges(self) -> bool {
        matches!(
            self,
            Self::Level1 | Self::Level1Weight | Self::Level2 | Self::Level2Weight | Self::Project
        )
    }

    /// Names the columns of a heading anew as its levels tell them apart: 绩效指标 on the left of 一级指标 is the name of
    /// the block, and weights behind a level that is parted further are those of the level (一级指标 | 权重 | 二级指标 |
    /// 权重).
    pub fn by_levels(columns: &mut [Option<Self>]) {
        let first =
            |columns: &[Option<Self>], level| columns.iter().position(|c| *c == Some(level));
        for level in [Self::Level1, Self::Level2] {
            let end = first(columns, level).unwrap_or(0);
            let left = columns[..end].iter_mut();
            left.filter(|column| **column == Some(Self::Level3))
                .for_each(|column| *column = None);
        }
        let levels = [Self::Level1, Self::Level2, Self::Level3];
        let deepest = levels
            .into_iter()
            .rfind(|&level| first(columns, level).is_some());
        let mut last = None;
        for column in columns.iter_mut().flatten() {
            if levels.contains(column) {
                last = Some(*column);
            }
            *column = match (*column, last) {
                (Self::Weight, Some(Self::Level1)) if last != deepest => Self::Level1Weight,
                (Self::Weight, Some(Self::Level2)) if last != deepest => Self::Level2Weight,
                (column, _) => column,
            };
        }
    }
}

/// How the words of a target compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[allow(missing_docs)]
pub enum Operator {
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = ">")]
    Above,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "<")]
    Below,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = "qualitative")]
    Qualitative,
}

impl Operator {
    /// Its name in the output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Above => ">",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::AtMost => "<=",
            Self::Qualitative => "qualitative",
        }
    }
}

/// Names by what they mean, the preferred one first. A name is a template: `[a|b]` optional, `{a|b}` a choice.
pub(super) type Labels<T> = BTreeMap<T, Vec<String>>;

/// The labels of the money.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct BudgetEntries {
    pub(super) columns: Labels<BudgetColumn>,
    pub(super) sources: Labels<FundSource>,
    among: Vec<String>,
    units: BTreeMap<String, Vec<String>>,
}

/// The labels of the indicators.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct IndicatorEntries {
    pub(super) columns: Labels<IndicatorColumn>,
    totals: Vec<String>,
    subtotals: Vec<String>,
    numbered: Vec<String>,
    nothing: Vec<String>,
    closing: Vec<String>,
    levels: BTreeMap<String, Vec<String>>,
}

/// The words of comparison.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OperatorEntries {
    before: Labels<Operator>,
    after: Labels<Operator>,
}

/// What labels mean in one form. Labels are [keys](key); each has the place in its list, the first being preferred.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    fields: HashMap<String, (Field, usize)>,
    below: Vec<Field>,
    budget: HashMap<String, (BudgetColumn, usize)>,
    sources: HashMap<String, (FundSource, usize)>,
    indicators: HashMap<String, (IndicatorColumn, usize)>,
    totals: Vec<String>,
    subtotals: Vec<String>,
    numbered: Vec<String>,
    nothing: Vec<String>,
    closing: Vec<String>,
    levels: HashMap<String, String>,
    among: Vec<String>,
    units: Vec<(String, String)>,
    before: Vec<(String, Operator)>,
    after: Vec<(String, Operator)>,
}

impl Vocabulary {
    /// The field that a label names, and its place in the list.
    pub fn field(&self, key: &str) -> Option<(Field, usize)> {
        self.fields.get(key).copied()
    }

    /// Whether the value of a field may stand in the row below its label.
    pub fn below(&self, field: Field) -> bool {
        self.below.contains(&field)
    }

    /// The column of the money that a heading names, and its place in the list.
    pub fn budget_column(&self, key: &str) -> Option<(BudgetColumn, usize)> {
        self.budget.get(key).copied()
    }

    /// The source of money that a label names.
    pub fn source(&self, key: &str) -> Option<FundSource> {
        self.sources.get(key).map(|&(source, _)| source)
    }

    /// The source of money that the label of a row names, which may say that it is a part: 其中：财政拨款.
    pub fn source_of(&self, label: &str) -> Option<FundSource> {
        let label = key(label);
        self.source(&label).or_else(|| {
            let mut among = self.among.iter();
            let part = among.find_map(|word| label.strip_prefix(word.as_str()))?;
            self.source(&key(part.trim_start_matches(':')))
        })
    }

    /// The column of the indicators that a heading names, and its place in the list.
    pub fn indicator_column(&self, key: &str) -> Option<(IndicatorColumn, usize)> {
        self.indicators.get(key).copied()
    }

    /// Whether a label heads the row of the totals.
    pub fn is_total(&self, key: &str) -> bool {
        self.totals.iter().any(|total| total == key)
    }

    /// Whether a label heads a row that only adds up those above it.
    pub fn is_subtotal(&self, key: &str) -> bool {
        self.subtotals.iter().any(|end| key.ends_with(end.as_str()))
    }

    /// Whether a label is the name of a first level that is known: 产出指标.
    pub fn is_level1(&self, key: &str) -> bool {
        self.levels.values().any(|above| above == key)
    }

    /// The words that number indicators: 指标 in 指标1.
    pub fn numbered(&self) -> &[String] {
        &self.numbered
    }

    /// Whether a name says that there is no such indicator.
    pub fn is_nothing(&self, key: &str) -> bool {
        self.nothing.iter().any(|word| word == key)
    }

    /// Whether a label begins the rows that close a form, which are none of its indicators: 填表人.
    pub fn is_closing(&self, key: &str) -> bool {
        self.closing.iter().any(|word| word == key)
    }

    /// The first level that a second one is of: 产出指标 for 数量指标.
    pub fn level_above(&self, key: &str) -> Option<&str> {
        self.levels.get(key).map(String::as_str)
    }

    /// The words before the parts of a whole: 其中.
    pub fn among(&self) -> &[String] {
        &self.among
    }

    /// The unit of money that words declare.
    pub fn unit(&self, words: &str) -> Option<String> {
        let words = squeeze(words);
        self.units
            .iter()
            .find(|(said, _)| words.contains(said.as_str()))
            .map(|(_, unit)| unit.clone())
    }

    /// The signs and words that stand before what they compare with, the longest first.
    pub fn operators_before(&self) -> &[(String, Operator)] {
        &self.before
    }

    /// The words that stand behind what they compare with, the longest first.
    pub fn operators_after(&self) -> &[(String, Operator)] {
        &self.after
    }

    /// Adds the entries of a file behind those that are there: a label keeps its first meaning.
    pub(super) fn extend(&mut self, file: &File) {
        insert(&mut self.fields, &file.fields);
        insert(&mut self.budget, &file.budget.columns);
        insert(&mut self.sources, &file.budget.sources);
        insert(&mut self.indicators, &file.indicators.columns);
        self.below.extend(&file.below);
        self.totals
            .extend(file.indicators.totals.iter().map(|t| key(t)));
        self.subtotals
            .extend(file.indicators.subtotals.iter().map(|t| key(t)));
        self.numbered
            .extend(file.indicators.numbered.iter().cloned());
        self.nothing
            .extend(file.indicators.nothing.iter().map(|word| key(word)));
        self.closing
            .extend(file.indicators.closing.iter().map(|word| key(word)));
        for (above, names) in &file.indicators.levels {
            let above = key(above);
            let names = names.iter().map(|name| (key(name), above.clone()));
            self.levels.extend(names);
        }
        self.among.extend(file.budget.among.iter().cloned());
        for (unit, said) in &file.budget.units {
            self.units
                .extend(said.iter().map(|said| (squeeze(said), unit.clone())));
        }
        longest_first(&mut self.before, &file.operators.before);
        longest_first(&mut self.after, &file.operators.after);
    }
}

fn insert<T: Copy + Ord + Hash>(labels: &mut HashMap<String, (T, usize)>, entries: &Labels<T>) {
    let behind = labels.len();
    for (&meaning, names) in entries {
        for (place, name) in names.iter().enumerate() {
            for label in expand(name).unwrap_or_else(|_| vec![name.clone()]) {
                labels
                    .entry(key(&label))
                    .or_insert((meaning, behind + place));
            }
        }
    }
}

fn longest_first(words: &mut Vec<(String, Operator)>, entries: &Labels<Operator>) {
    for (&operator, names) in entries {
        words.extend(names.iter().map(|name| (name.clone(), operator)));
    }
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
}
