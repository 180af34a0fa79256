//! Performance self-assessments (绩效自评表): typed records, read by the form templates of the grammar.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;

use crate::document::Quote;

/// A field of a record: a number with its printed scale, or the words as printed. Absent values are `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Scalar {
    /// A number.
    Number(
        #[serde(with = "rust_decimal::serde::arbitrary_precision")]
        #[schemars(with = "f64")]
        Decimal,
    ),
    /// Anything else.
    Text(String),
}

/// Which kind of table a record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationKind {
    /// 项目支出绩效自评表.
    ProjectSelfAssessment,
    /// 部门整体支出绩效评价.
    DepartmentSelfAssessment,
}

/// A row of the money of a project, in the unit that the table declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BudgetRow {
    /// `total`, `fiscal`, `special_account`, `own`, `carryover` or `other`.
    pub source: String,
    /// 年初预算.
    pub approved: Option<Scalar>,
    /// 调整后预算, 全年预算.
    pub adjusted: Option<Scalar>,
    /// 执行数.
    pub executed: Option<Scalar>,
    /// 执行率, in percent.
    pub rate: Option<Scalar>,
    /// 权重, 分值.
    pub weight: Option<Scalar>,
    /// 得分.
    pub score: Option<Scalar>,
    /// 原因.
    pub reason: Option<String>,
}

/// A row of the indicators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Indicator {
    /// `指标1` where the form numbers them.
    pub id: Option<String>,
    /// 一级指标.
    pub level1: Option<String>,
    /// The weight printed behind the first level (部门预算管理（80分）).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level1_weight: Option<Scalar>,
    /// 二级指标.
    pub level2: Option<String>,
    /// The weight printed behind the second level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level2_weight: Option<Scalar>,
    /// 三级指标.
    pub level3: Option<String>,
    /// `=`, `>`, `>=`, `<`, `<=`, `qualitative`, or null for a range or a date.
    pub operator: Option<String>,
    /// 指标值, without operator and unit.
    pub target: Option<Scalar>,
    /// 度量单位.
    pub unit: Option<String>,
    /// 完成值, with its unit as printed.
    pub actual: Option<Scalar>,
    /// 权重, 分值.
    pub weight: Option<Scalar>,
    /// 得分.
    pub score: Option<Scalar>,
    /// 偏差原因.
    pub reason: Option<String>,
    /// 指标解释 (department tables).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
    /// 计分标准 (department tables).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
}

/// One self-assessment: what was promised, what it cost, what was delivered, and the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evaluation {
    /// `e1`, `e2` … in reading order.
    pub id: String,
    /// Which kind of table it is.
    pub kind: EvaluationKind,
    /// The id of the form template that read it, or `headers` where none fits.
    pub form: String,
    /// The id of the table in `tables` that it was read from.
    pub table: Option<String>,
    /// The year of the table's title, else of the report.
    pub year: Option<i32>,
    /// `万元` or `元`, as the table declares.
    pub unit: Option<String>,
    /// The code printed before the name.
    pub project_code: Option<String>,
    /// The name as printed, without its code.
    pub project_name: Option<String>,
    /// 主管部门.
    pub department: Option<String>,
    /// 实施单位.
    pub implementing_unit: Option<String>,
    /// 年度目标.
    pub annual_target: Option<String>,
    /// 目标完成情况.
    pub target_completion: Option<String>,
    /// 项目实施内容及过程概述.
    pub summary: Option<String>,
    /// The money.
    pub budget: Vec<BudgetRow>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// The printed total of the weights.
    pub total_weight: Option<Scalar>,
    /// The printed total of the scores.
    pub total_score: Option<Scalar>,
    /// 评价结论.
    pub conclusion: Option<String>,
    /// 存在问题.
    pub problems: Option<String>,
    /// 改进措施.
    pub improvements: Option<String>,
    /// 项目负责人.
    pub project_lead: Option<String>,
    /// 财务负责人.
    pub finance_lead: Option<String>,
    /// Where each field stands, by its JSON Pointer in this record (`/budget/0/rate`).
    pub spans: BTreeMap<String, Quote>,
}
