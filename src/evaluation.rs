//! Performance self-assessments (绩效自评表): typed records, read by the form templates of the grammar.

mod budget;
mod indicators;
mod line;
mod list;
mod record;
mod segment;
mod statements;
mod target;
#[cfg(test)]
mod tests;
mod value;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::{SmolStr, format_smolstr};

use crate::document::{Document, Quote};
use crate::fact::Statement;
use crate::grammar::Grammar;
use crate::identity::Identity;

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
    /// 到位数, where the form prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Scalar>,
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
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
    pub table: Option<SmolStr>,
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
    /// 偏差大或目标未完成原因分析, where the form asks for it under its indicators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deviation_reason: Option<String>,
    /// 改进措施.
    pub improvements: Option<String>,
    /// 项目负责人.
    pub project_lead: Option<String>,
    /// 财务负责人.
    pub finance_lead: Option<String>,
    /// Where each field stands, by its JSON Pointer in this record (`/budget/0/rate`).
    pub spans: BTreeMap<String, Quote>,
}

impl BudgetRow {
    /// A row without values.
    fn of(source: &str) -> Self {
        Self {
            source: source.to_owned(),
            approved: None,
            adjusted: None,
            received: None,
            executed: None,
            rate: None,
            weight: None,
            score: None,
            reason: None,
        }
    }
}

impl Evaluation {
    /// A record without values.
    fn empty(form: &str) -> Self {
        Self {
            id: String::new(),
            kind: EvaluationKind::ProjectSelfAssessment,
            form: form.to_owned(),
            table: None,
            year: None,
            unit: None,
            project_code: None,
            project_name: None,
            department: None,
            implementing_unit: None,
            annual_target: None,
            target_completion: None,
            summary: None,
            budget: Vec::new(),
            indicators: Vec::new(),
            total_weight: None,
            total_score: None,
            conclusion: None,
            problems: None,
            deviation_reason: None,
            improvements: None,
            project_lead: None,
            finance_lead: None,
            spans: BTreeMap::new(),
        }
    }
}

/// The self-assessments of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evaluations {
    /// The records in reading order.
    pub records: Vec<Evaluation>,
    /// The facts that their money and their totals state.
    pub statements: Vec<Statement>,
    /// The tables that they were read from, by their index in [`Document::tables`], with the kind of table
    /// (`self_assessment.project`, `self_assessment.department`), in reading order.
    pub tables: Vec<(usize, &'static str)>,
}

impl EvaluationKind {
    /// The kind of table that such a record is read from.
    pub const fn table(self) -> &'static str {
        match self {
            Self::ProjectSelfAssessment => "self_assessment.project",
            Self::DepartmentSelfAssessment => "self_assessment.department",
        }
    }
}

/// Reads the self-assessment tables of a document. The year of a record is that of its title, else that of the report.
///
/// ```
/// use gongkai::{evaluation, grammar::Grammar, identity, source};
/// let grammar = Grammar::embedded();
/// let document = source::read("本部门未开展自评。".as_bytes(), &Default::default()).unwrap();
/// let identity = identity::read(&document, &document.fold(), grammar);
/// assert!(evaluation::read(&document, &identity, grammar).records.is_empty());
/// ```
pub fn read(document: &Document, identity: &Identity, grammar: &Grammar) -> Evaluations {
    let forms = &grammar.forms;
    let mut read = Evaluations::default();
    for segment in segment::split(document, forms) {
        for mut draft in record::read(document, &segment, forms, identity) {
            let kind = draft.evaluation.kind.table();
            draft.evaluation.id = format!("e{}", read.records.len() + 1);
            draft.evaluation.table = segment
                .tables
                .first()
                .map(|index| format_smolstr!("t{}", index + 1));
            read.statements.extend(statements::of(&draft));
            read.records.push(draft.evaluation);
            for &index in &segment.tables {
                if read.tables.last().is_none_or(|&(last, _)| last < index) {
                    read.tables.push((index, kind));
                }
            }
        }
    }
    read
}

/// What lists of projects state of each, and which tables are such lists. Only tables are looked at that `is_open` lets
/// pass, by their index; the projects in the report of a government are assessed by others than those who spend.
///
/// ```
/// use gongkai::{evaluation, grammar::Grammar, identity, source};
/// let grammar = Grammar::embedded();
/// let text = "项目名称\t预算数\t自评得分\n山塘加固\t12\t95\n河道保洁\t8\t97\n";
/// let document = source::read(text.as_bytes(), &Default::default()).unwrap();
/// let identity = identity::read(&document, &document.fold(), grammar);
/// let lists = evaluation::lists(&document, &identity, grammar, |_| true);
/// assert_eq!(lists.statements[0].concept, "performance.project_score");
/// ```
pub fn lists(
    document: &Document,
    identity: &Identity,
    grammar: &Grammar,
    is_open: impl Fn(usize) -> bool,
) -> Evaluations {
    let mut read = Evaluations::default();
    if identity.kind.is_government() {
        return read;
    }
    for index in (0..document.tables.len()).filter(|&index| is_open(index)) {
        let statements = list::read(document, index, identity.year, grammar);
        if !statements.is_empty() {
            read.statements.extend(statements);
            read.tables.push((index, LIST));
        }
    }
    read
}

/// The kind of table that a list of projects is.
const LIST: &str = "self_assessment.list";
