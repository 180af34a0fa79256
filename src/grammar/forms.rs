//! The forms of self-assessment tables (绩效自评表) as data: which labels a form prints, and what they mean.
//!
//! One TOML file a family of forms, `grammars/tables/self_assessment_*.toml`. The file whose id is `headers` holds the
//! labels that all forms share; every other one adds its own, which come before the shared ones, and says by which
//! labels (`marks`) or words of the title it is recognised. A table that none of them fits is read by `headers` alone.

mod vocabulary;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Problem;
use crate::document::caption::{squeeze, without_number};

pub use vocabulary::{BudgetColumn, Field, FundSource, IndicatorColumn, Operator, Vocabulary};
use vocabulary::{BudgetEntries, IndicatorEntries, Labels, OperatorEntries};

/// The id of the form that holds what all forms share.
pub const GENERAL: &str = "headers";

/// The embedded files: name and text.
const EMBEDDED: &[(&str, &str)] = &[
    (
        "self_assessment_headers.toml",
        include_str!("../../grammars/tables/self_assessment_headers.toml"),
    ),
    (
        "self_assessment_project_sichuan.toml",
        include_str!("../../grammars/tables/self_assessment_project_sichuan.toml"),
    ),
    (
        "self_assessment_project_ministry.toml",
        include_str!("../../grammars/tables/self_assessment_project_ministry.toml"),
    ),
    (
        "self_assessment_department_levels.toml",
        include_str!("../../grammars/tables/self_assessment_department_levels.toml"),
    ),
    (
        "self_assessment_department_ministry.toml",
        include_str!("../../grammars/tables/self_assessment_department_ministry.toml"),
    ),
];

/// What a form assesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One project.
    Project,
    /// A department with all that it spends.
    Department,
}

/// One file as it is written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    id: String,
    subject: Option<Subject>,
    #[serde(default)]
    titles: Vec<String>,
    #[serde(default)]
    department_titles: Vec<String>,
    #[serde(default)]
    marks: Vec<String>,
    #[serde(default)]
    below: Vec<Field>,
    #[serde(default)]
    fields: Labels<Field>,
    #[serde(default)]
    budget: BudgetEntries,
    #[serde(default)]
    indicators: IndicatorEntries,
    #[serde(default)]
    operators: OperatorEntries,
    #[serde(default, rename = "example")]
    examples: Vec<Example>,
}

impl File {
    /// The first name that is no template, and why.
    fn bad_template(&self) -> Option<(&str, &'static str)> {
        let (fields, money) = (self.fields.values(), &self.budget);
        fields
            .chain(money.columns.values())
            .chain(money.sources.values())
            .chain(self.indicators.columns.values())
            .flatten()
            .find_map(|name| Some((name.as_str(), super::template::expand(name).err()?.1)))
    }
}

/// A table with what it must give: a test that a grammar file carries.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The line above the table.
    #[serde(default)]
    pub title: String,
    /// The table: a row a line, its cells parted by `|`; a cell that is merged into the one on its left or above is empty.
    pub rows: String,
    /// JSON Pointer → value, as they stand in the record; the word `null` where it must be absent.
    pub gives: BTreeMap<String, String>,
}

/// A form: how it is recognised and what its labels mean.
#[derive(Debug, Clone)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// What it assesses; `None` where title and fields tell.
    pub subject: Option<Subject>,
    /// What its labels mean.
    pub vocabulary: Vocabulary,
    /// Tables with what they must give.
    pub examples: Vec<Example>,
    titles: Vec<String>,
    marks: Vec<String>,
}

impl Form {
    /// How well it fits a table with this title (as squeezed words) and these labels, if all its marks are there and
    /// the title has one of its phrases: the number of its marks, a title counting as three.
    fn fit(&self, title: &str, has: &dyn Fn(&str) -> bool) -> Option<usize> {
        let titled = self
            .titles
            .iter()
            .any(|phrase| title.contains(phrase.as_str()));
        let fits = (titled || self.titles.is_empty()) && self.marks.iter().all(|mark| has(mark));
        fits.then_some(self.marks.len() + if titled { 3 } else { 0 })
    }
}

/// All forms.
#[derive(Debug, Clone)]
pub struct Forms {
    forms: Vec<Form>,
    general: Form,
    union: Vocabulary,
    titles: Vec<String>,
    department_titles: Vec<String>,
}

impl Forms {
    /// The embedded forms, overlaid by those of the files, each of a name and a text, that [are forms](is_form): one
    /// with the id of an embedded form replaces it.
    ///
    /// # Errors
    ///
    /// The name of the file that is no TOML of this shape, or says too little to recognise its form, and where and why.
    pub fn read(overlays: &[(&str, &str)]) -> Result<Forms, (String, Problem)> {
        let mut files: Vec<File> = Vec::new();
        for (name, text) in EMBEDDED.iter().chain(overlays) {
            if is_form(name) {
                let file = parse_file(text).map_err(|problem| ((*name).to_owned(), problem))?;
                match files.iter_mut().find(|other| other.id == file.id) {
                    Some(other) => *other = file,
                    None => files.push(file),
                }
            }
        }
        let shared = files
            .iter()
            .position(|file| file.id == GENERAL)
            .map(|at| files.remove(at))
            .ok_or_else(|| {
                let missing = format!("no file has the id `{GENERAL}`");
                (String::new(), Problem::new(0..0, missing))
            })?;
        Ok(Self::assemble(shared, files))
    }

    fn assemble(shared: File, files: Vec<File>) -> Forms {
        let mut union = Vocabulary::default();
        union.extend(&shared);
        let titles = shared.titles.iter().map(|t| squeeze(t)).collect();
        let department_titles = shared
            .department_titles
            .iter()
            .map(|t| squeeze(t))
            .collect();
        let forms = files
            .into_iter()
            .map(|file| {
                let mut vocabulary = Vocabulary::default();
                vocabulary.extend(&file);
                vocabulary.extend(&shared);
                union.extend(&file);
                Form {
                    id: file.id,
                    subject: file.subject,
                    vocabulary,
                    examples: file.examples,
                    titles: file.titles.iter().map(|t| squeeze(t)).collect(),
                    marks: file.marks.iter().map(|m| key(m)).collect(),
                }
            })
            .collect();
        let mut vocabulary = Vocabulary::default();
        vocabulary.extend(&shared);
        Forms {
            forms,
            general: Form {
                id: shared.id,
                subject: shared.subject,
                vocabulary,
                examples: shared.examples,
                titles: Vec::new(),
                marks: Vec::new(),
            },
            union,
            titles,
            department_titles,
        }
    }

    /// Every form, the general one last.
    pub fn all(&self) -> impl Iterator<Item = &Form> {
        self.forms.iter().chain([&self.general])
    }

    /// What labels mean in any form, for what is asked before the form is known.
    pub fn union(&self) -> &Vocabulary {
        &self.union
    }

    /// Whether a line is the title of a self-assessment table.
    ///
    /// ```
    /// let forms = &gongkai::grammar::Grammar::embedded().forms;
    /// assert!(forms.is_title("部门预算项目支出绩效自评表（2023年度）"));
    /// ```
    pub fn is_title(&self, line: &str) -> bool {
        let words = squeeze(line);
        words.chars().count() <= 60
            && !words.contains(['。', '|'])
            && self
                .titles
                .iter()
                .chain(self.forms.iter().flat_map(|form| &form.titles))
                .any(|title| words.contains(title.as_str()))
    }

    /// Whether a title speaks of a department as a whole.
    pub fn is_department_title(&self, title: &str) -> bool {
        let words = squeeze(title);
        self.department_titles
            .iter()
            .any(|t| words.contains(t.as_str()))
    }

    /// The form of a table with this title, `has` telling which labels it prints: the one that fits best, else the
    /// general one.
    pub fn choose(&self, title: &str, has: impl Fn(&str) -> bool) -> &Form {
        let title = squeeze(title);
        self.forms
            .iter()
            .filter_map(|form| Some((form.fit(&title, &has)?, form)))
            // The first of equals: `max_by_key` would give the last.
            .rev()
            .max_by_key(|&(fit, _)| fit)
            .map_or(&self.general, |(_, form)| form)
    }
}

/// Whether a grammar file is a form, by its name: `self_assessment_….toml`, in whatever directory.
pub fn is_form(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.starts_with("self_assessment_")
}

fn parse_file(text: &str) -> Result<File, Problem> {
    let file: File = super::parse(text)?;
    if file.id != GENERAL && file.marks.is_empty() && file.titles.is_empty() {
        return Err(Problem::new(
            0..0,
            format!(
                "the form `{}` has neither `marks` nor `titles`: nothing would recognise it",
                file.id
            ),
        ));
    }
    match file.bad_template() {
        Some((template, reason)) => {
            // Where it stands: the names of a form are written as they are.
            let at = text.find(&format!("\"{template}\"")).unwrap_or(0);
            let span = at..(at + template.len() + 2).min(text.len());
            Err(Problem::new(span, format!("`{template}`: {reason}")))
        }
        None => Ok(file),
    }
}

/// What a label is compared by: its squeezed words without anything in brackets, without a number before and a
/// colon behind it.
///
/// ```
/// use gongkai::grammar::forms::key;
/// assert_eq!(key("1.项目年度 目标"), "项目年度目标");
/// assert_eq!(key("全年预算数（A）"), "全年预算数");
/// assert_eq!(key("年度资金总额："), "年度资金总额");
/// ```
pub fn key(text: &str) -> String {
    let words = squeeze(text);
    let mut depth = 0_usize;
    let mut outside = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let bare = without_number(&outside);
    bare.trim_end_matches([':', ',', '、']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::Grammar;

    #[test]
    fn labels_are_compared_without_what_layout_and_forms_add() {
        for (expected, labels) in [
            (
                "实施单位",
                &[
                    "实施单位 （盖章）",
                    "实施单位(公章)",
                    "实 施 单 位：",
                    "實施單位",
                ][..],
            ),
            (
                "绩效指标",
                &[
                    "绩 效 指 标",
                    "绩效指标（90分）",
                    "三、绩效指标",
                    "3.绩效指标",
                ],
            ),
            ("执行率", &["执行率 （B/A）", "执行率(B/A)", "执行率："]),
            ("2023年预算", &["2023年预算"]),
            ("1.5倍", &["1.5倍"]),
            ("", &["", "　", "（一）", "："]),
        ] {
            for label in labels {
                assert_eq!(key(label), expected, "{label}");
            }
        }
    }

    #[test]
    fn titles_are_told_from_sentences() {
        let forms = &Grammar::embedded().forms;
        for title in [
            "部门预算项目支出绩效自评表（2023年度）",
            "项目支出绩效自评表",
            "2024年区级部门整体支出绩效评价指标体系",
            "附件2：部门整体支出绩效自评表",
        ] {
            assert!(forms.is_title(title), "{title}");
        }
        for line in [
            "项目名称",
            "三、绩效自评工作开展情况",
            "我局对2个项目填报了绩效自评表。",
            "收入支出决算总表",
            "部门预算项目支出绩效目标表",
        ] {
            assert!(!forms.is_title(line), "{line}");
        }
        assert!(forms.is_department_title("部门整体支出绩效自评表"));
        assert!(!forms.is_department_title("部门预算项目支出绩效自评表"));
    }

    #[test]
    fn a_form_is_chosen_by_all_its_marks() {
        let forms = &Grammar::embedded().forms;
        let choose = |title: &str, labels: &[&str]| {
            forms.choose(title, |key| labels.contains(&key)).id.clone()
        };
        assert_eq!(
            choose("", &["指标性质", "度量单位", "完成值"]),
            "project.sichuan"
        );
        assert_eq!(choose("", &["指标性质", "完成值"]), "headers");
        assert_eq!(
            choose("", &["年度指标值", "实际完成值", "三级指标"]),
            "project.ministry"
        );
        assert_eq!(
            choose(
                "部门整体支出绩效自评表",
                &["年度指标值", "实际完成值", "三级指标"]
            ),
            "department.ministry"
        );
        let levels = ["一级指标", "三级指标", "指标解释", "计分标准", "自评得分"];
        assert_eq!(choose("", &levels), "department.levels");
        assert_eq!(
            choose("部门整体支出绩效评价指标体系", &levels),
            "department.levels"
        );
    }

    #[test]
    fn a_file_with_a_mistake_is_refused_with_its_place() {
        for (text, place, words) in [
            ("id = \"x\"\nmark = [\"甲\"]", "mark", "mark"),
            (
                "id = \"x\"\n[fields]\nproject = [\"甲\"]",
                "project",
                "project",
            ),
            ("id = \"x\"", "", "`x` has neither"),
            ("id = ", "", ""),
            (
                "id = \"x\"\nmarks = [\"甲\"]\n[fields]\nsummary = [\"乙[丙\"]",
                "\"乙[丙\"",
                "乙[丙",
            ),
        ] {
            let (name, problem) =
                Forms::read(&[("tables/self_assessment_x.toml", text)]).unwrap_err();
            assert_eq!(name, "tables/self_assessment_x.toml");
            assert_eq!(&text[problem.span], place, "{text}");
            assert!(problem.message.contains(words), "{}", problem.message);
        }
    }

    #[test]
    fn a_file_of_the_same_id_replaces_the_embedded_one() {
        let overlay = "id = \"project.sichuan\"\nsubject = \"project\"\nmarks = [\"考核要点\"]";
        let forms = Forms::read(&[("self_assessment_mine.toml", overlay)]).unwrap();
        let id = |labels: &[&str]| forms.choose("", |key| labels.contains(&key)).id.clone();
        assert_eq!(id(&["考核要点"]), "project.sichuan");
        assert_eq!(id(&["指标性质", "度量单位", "完成值"]), "headers");
    }
}
