//! `projects.toml`: the words around the names of projects.

use schemars::JsonSchema;
use serde::Deserialize;

/// The words around the names of projects.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Projects {
    /// What follows a name in quotation marks that begins a sentence on the money of a project.
    pub subjects: Vec<String>,
    /// What stands before names whose number is said behind them: 反映河道清淤、堤防加固2个项目的绩效自评结果.
    pub lists: Vec<String>,
    /// How the first item below a heading begins that is the name of a project: 1.山塘加固 over （1）项目概述.
    pub describes: Vec<String>,
    /// What a line begins with that announces the name of a project: 项目名称：….
    pub announces: Vec<String>,
    /// What stands behind a name in quotation marks: “…”项目.
    pub behind_quotes: Vec<String>,
    /// How a heading, or the opening of a paragraph, announces the review of one project.
    pub reviews: Vec<String>,
    /// How the title of a report on one project ends.
    pub reports: Vec<String>,
    /// How headings that are the name of a project end.
    pub heading_ends: Vec<String>,
    /// What stands behind the name of a project in headings, where it ends in one of `kept`: …项目绩效自评情况.
    pub review_ends: Vec<String>,
    /// What stands directly before the points that a unit or a project was given: 整体支出绩效自评95分.
    pub assessments: Vec<String>,
    /// Those of `heading_ends` that are a part of the name, and what else names end in.
    pub kept: Vec<String>,
    /// What stands before a name in a sentence.
    pub openers: Vec<String>,
    /// What stands behind a name in a sentence and is no part of it.
    pub name_ends: Vec<String>,
    /// What looks like a name and is none.
    pub generic: Vec<String>,
    /// Words that say that a score is that of the department as a whole.
    pub department: Vec<String>,
    /// Who assesses, where a number stands before them and what they do behind them.
    pub assessors: Vec<String>,
    /// How the name of a project ends where no quotation marks tell it.
    pub nouns: Vec<String>,
    /// Words that begin a sentence on a project's money behind its name: 全年预算数为…, 年初预算安排….
    pub summaries: Vec<String>,
}
