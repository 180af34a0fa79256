//! What the report is: its kind, title, year, publisher with region, and publication date.

use schemars::JsonSchema;
use serde::Serialize;

use crate::document::Document;
use crate::grammar::Grammar;
use crate::outline::Outline;

/// The kinds of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 部门决算, 单位决算.
    DepartmentFinalAccounts,
    /// 部门预算.
    DepartmentBudget,
    /// 政府决算.
    GovernmentFinalAccounts,
    /// 政府预算.
    GovernmentBudget,
    /// 部门整体支出绩效自评.
    DepartmentSelfAssessment,
    /// 项目支出绩效自评.
    ProjectSelfAssessment,
    /// None of these.
    Unknown,
}

/// A region with its code (GB/T 2260).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Region {
    /// The name as the standard has it.
    pub name: String,
    /// The six-digit code; `null` where the name is not known or several regions bear it.
    pub code: Option<String>,
}

/// Who published the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Publisher {
    /// The unit as title or cover print it.
    pub name: String,
    /// Its region.
    pub region: Option<Region>,
}

/// What the report is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Identity {
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: Option<String>,
    /// The year that it is about.
    pub year: Option<i32>,
    /// The unit itself, not its parent.
    pub publisher: Option<Publisher>,
    /// `YYYY-MM-DD`, where stated.
    pub published: Option<String>,
}

/// Reads what the report says of itself.
pub fn read(_document: &Document, _outline: &Outline, _grammar: &Grammar) -> Identity {
    Identity {
        kind: Kind::Unknown,
        title: None,
        year: None,
        publisher: None,
        published: None,
    }
}
