//! Tidy tables (RFC 4180): one row a fact, an indicator, a budget row, an unbound number or a finding, each with the
//! identity of its report and of its project, so that pandas and a spreadsheet open them as they are.
//!
//! A cell that a spreadsheet would run as a formula is led by an apostrophe; numbers are never changed.

use std::io;

use serde::Serialize;
use serde_json::{Value, json};

use crate::evaluation::Evaluation;
use crate::report::Report;

/// The tables that a report can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Table {
    /// One row a fact.
    Facts,
    /// One row an indicator of a self-assessment.
    Indicators,
    /// One row a source of money of a self-assessment.
    Budget,
    /// One row a number that was not understood.
    Unbound,
    /// One row a finding.
    Findings,
}

/// What stands before the first cell where a spreadsheet is to see that the file is UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Where the value of a column comes from, by its JSON Pointer there.
#[derive(Debug, Clone, Copy)]
enum From {
    Report(&'static str),
    Record(&'static str),
    Row(&'static str),
}

/// The name of a column and its value.
type Column = (&'static str, From);

const REPORT: &[Column] = &[
    ("source", From::Report("/source/name")),
    ("report_kind", From::Report("/report/kind")),
    ("report_title", From::Report("/report/title")),
    ("report_year", From::Report("/report/year")),
    ("publisher", From::Report("/report/publisher/name")),
    ("region", From::Report("/report/publisher/region/name")),
    ("region_code", From::Report("/report/publisher/region/code")),
];

const RECORD: &[Column] = &[
    ("evaluation", From::Record("/id")),
    ("evaluation_kind", From::Record("/kind")),
    ("form", From::Record("/form")),
    ("table", From::Record("/table")),
    ("year", From::Record("/year")),
    ("project_code", From::Record("/project_code")),
    ("project_name", From::Record("/project_name")),
    ("department", From::Record("/department")),
    ("implementing_unit", From::Record("/implementing_unit")),
];

const FACT: &[Column] = &[
    ("id", From::Row("/id")),
    ("concept", From::Row("/concept")),
    ("label", From::Row("/label")),
    ("metric", From::Row("/metric")),
    ("phase", From::Row("/phase")),
    ("year", From::Row("/year")),
    ("function", From::Row("/dimensions/function")),
    ("economic", From::Row("/dimensions/economic")),
    ("project", From::Row("/dimensions/project")),
    ("vehicle_type", From::Row("/dimensions/vehicle_type")),
    ("vehicle_use", From::Row("/dimensions/vehicle_use")),
    ("staff_type", From::Row("/dimensions/staff_type")),
    ("unit_type", From::Row("/dimensions/unit_type")),
    ("fund", From::Row("/dimensions/fund")),
    ("scope", From::Row("/dimensions/scope")),
    ("versus", From::Row("/dimensions/versus")),
    ("fund_source", From::Row("/dimensions/source")),
    ("value", From::Row("/value")),
    ("unit", From::Row("/unit")),
    ("decimals", From::Row("/decimals")),
    ("approximate", From::Row("/approximate")),
    ("whole", From::Row("/whole/concept")),
    ("base", From::Row("/base")),
    ("section", From::Row("/section")),
    ("table", From::Row("/table")),
];

const INDICATOR: &[Column] = &[
    ("indicator", From::Row("/number")),
    ("id", From::Row("/id")),
    ("level1", From::Row("/level1")),
    ("level1_weight", From::Row("/level1_weight")),
    ("level2", From::Row("/level2")),
    ("level2_weight", From::Row("/level2_weight")),
    ("level3", From::Row("/level3")),
    ("operator", From::Row("/operator")),
    ("target", From::Row("/target")),
    ("unit", From::Row("/unit")),
    ("actual", From::Row("/actual")),
    ("weight", From::Row("/weight")),
    ("score", From::Row("/score")),
    ("reason", From::Row("/reason")),
    ("explanation", From::Row("/explanation")),
    ("criterion", From::Row("/criterion")),
];

const BUDGET: &[Column] = &[
    ("fund_source", From::Row("/source")),
    ("unit", From::Record("/unit")),
    ("approved", From::Row("/approved")),
    ("adjusted", From::Row("/adjusted")),
    ("received", From::Row("/received")),
    ("executed", From::Row("/executed")),
    ("rate", From::Row("/rate")),
    ("weight", From::Row("/weight")),
    ("score", From::Row("/score")),
    ("reason", From::Row("/reason")),
];

const UNBOUND: &[Column] = &[
    ("kind", From::Row("/kind")),
    ("value", From::Row("/value")),
    ("reason", From::Row("/reason")),
];

const FINDING: &[Column] = &[
    ("rule", From::Row("/rule")),
    ("severity", From::Row("/severity")),
    ("message", From::Row("/message")),
    ("facts", From::Row("/facts")),
    ("expected", From::Row("/expected")),
    ("stated", From::Row("/stated")),
    ("formula", From::Row("/formula")),
];

/// The place of the row; of a finding, that of the stated value.
const PLACE: &[Column] = &[
    ("start", From::Row("/span/start")),
    ("end", From::Row("/span/end")),
    ("line", From::Row("/span/line")),
    ("cell", From::Row("/span/cell")),
    ("path", From::Row("/span/path")),
    ("page", From::Row("/span/page")),
    ("exact", From::Row("/span/exact")),
];

impl Table {
    /// Every table.
    pub const ALL: [Table; 5] = [
        Self::Facts,
        Self::Indicators,
        Self::Budget,
        Self::Unbound,
        Self::Findings,
    ];

    /// Its name: that of the file without `.csv`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Indicators => "indicators",
            Self::Budget => "budget",
            Self::Unbound => "unbound",
            Self::Findings => "findings",
        }
    }

    fn columns(self) -> impl Iterator<Item = Column> {
        let (record, own): (&[Column], &[Column]) = match self {
            Self::Facts => (&[], FACT),
            Self::Indicators => (RECORD, INDICATOR),
            Self::Budget => (RECORD, BUDGET),
            Self::Unbound => (&[], UNBOUND),
            Self::Findings => (&[], FINDING),
        };
        [REPORT, record, own, PLACE].into_iter().flatten().copied()
    }

    /// The rows of a report, each with the record that it belongs to.
    fn rows(self, report: &Report) -> Vec<(Value, Value)> {
        match self {
            Self::Facts => alone(&report.facts),
            Self::Unbound => alone(&report.unbound),
            Self::Findings => alone(&report.findings)
                .into_iter()
                .map(|(record, mut row)| {
                    row["span"] = row.pointer("/spans/0").cloned().unwrap_or_default();
                    (record, row)
                })
                .collect(),
            Self::Indicators => parts(report, "indicators", |e| value(&e.indicators)),
            Self::Budget => parts(report, "budget", |e| value(&e.budget)),
        }
    }
}

/// Writes the names of the columns.
///
/// # Errors
///
/// When `out` cannot be written to.
pub fn write_header(out: impl io::Write, table: Table) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(table.columns().map(|(name, _)| name))?;
    writer.flush()
}

/// Writes the rows of a report.
///
/// # Errors
///
/// When `out` cannot be written to.
///
/// ```
/// use gongkai::output::csv::{Table, write_header, write_rows};
/// let report = gongkai::extract("支出3万元。".as_bytes(), &Default::default()).unwrap();
/// let mut out = Vec::new();
/// write_header(&mut out, Table::Facts).unwrap();
/// write_rows(&mut out, Table::Facts, &report).unwrap();
/// assert!(out.starts_with(b"source,report_kind,report_title,report_year,publisher,"));
/// ```
pub fn write_rows(out: impl io::Write, table: Table, report: &Report) -> io::Result<()> {
    let identity = json!({
        "source": { "name": report.source.name },
        "report": value(&report.report),
    });
    let mut writer = csv::Writer::from_writer(out);
    for (record, row) in table.rows(report) {
        writer.write_record(table.columns().map(|(_, from)| {
            let found = match from {
                From::Report(pointer) => identity.pointer(pointer),
                From::Record(pointer) => record.pointer(pointer),
                From::Row(pointer) => row.pointer(pointer),
            };
            found.map_or(String::new(), cell)
        }))?;
    }
    writer.flush()
}

fn value(item: impl Serialize) -> Value {
    serde_json::to_value(item).expect("the output has only string keys")
}

/// Rows that belong to no record.
fn alone<T: Serialize>(items: &[T]) -> Vec<(Value, Value)> {
    items
        .iter()
        .map(|item| (Value::Null, value(item)))
        .collect()
}

/// The rows of the records, numbered from 1, each with the place of its name, or else of its last value.
fn parts(report: &Report, name: &str, rows: impl Fn(&Evaluation) -> Value) -> Vec<(Value, Value)> {
    let mut all = Vec::new();
    for evaluation in &report.evaluations {
        let record = json!({
            "id": evaluation.id,
            "kind": evaluation.kind,
            "form": evaluation.form,
            "table": evaluation.table,
            "year": evaluation.year,
            "unit": evaluation.unit,
            "project_code": evaluation.project_code,
            "project_name": evaluation.project_name,
            "department": evaluation.department,
            "implementing_unit": evaluation.implementing_unit,
        });
        let Value::Array(rows) = rows(evaluation) else {
            continue;
        };
        for (index, mut row) in rows.into_iter().enumerate() {
            row["number"] = (index + 1).into();
            let of_row = format!("/{name}/{index}/");
            // The name of the row; levels above it are shared with other rows.
            let key = if name == "budget" { "source" } else { "level3" };
            let named = evaluation.spans.get(&format!("{of_row}{key}"));
            let place = named.or_else(|| {
                evaluation
                    .spans
                    .range(of_row.clone()..)
                    .take_while(|(pointer, _)| pointer.starts_with(&of_row))
                    .map(|(_, quote)| quote)
                    .max_by_key(|quote| quote.start)
            });
            row["span"] = value(place);
            all.push((record.clone(), row));
        }
    }
    all
}

/// A value as a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::String(text) => defused(text),
        Value::Array(items) => defused(&items.iter().map(cell).collect::<Vec<_>>().join(" ")),
        Value::Object(_) => defused(&value.to_string()),
    }
}

/// A text that no spreadsheet takes for a formula. A sign alone is none, and a number is a number.
fn defused(text: &str) -> String {
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let runs = text.starts_with(STARTS) && text.chars().count() > 1 && !is_number(text);
    if runs {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// `["-" | "+"] digits ["." digits]`
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Quote;
    use crate::evaluation::{BudgetRow, EvaluationKind, Indicator, Scalar};
    use crate::fact::{MentionKind, Reason, Unbound};

    #[test]
    fn what_a_spreadsheet_would_run_is_led_by_an_apostrophe() {
        for text in [
            "=1+1",
            "@SUM(A1)",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "\t=1",
            "\r=1",
            "＝A1",
            "=2座",
            "-3%",
            "--",
        ] {
            assert_eq!(defused(text), format!("'{text}"));
        }
        for text in [
            "", "=", "-", ">=", "-3", "+3.50", "-0.5", "12", "甲=乙", " 甲", "90%-100%", "'甲",
        ] {
            assert_eq!(defused(text), text);
        }
    }

    fn place(line: usize) -> Quote {
        Quote {
            start: 7,
            end: 9,
            line,
            exact: "甲,“乙”".into(),
            cell: Some("自评表!C7".into()),
            path: None,
            page: None,
            bytes: Default::default(),
        }
    }

    fn report() -> Report {
        let mut report = crate::extract("支出3万元。".as_bytes(), &Default::default()).unwrap();
        report.source.name = "甲.txt".to_owned();
        report.report.year = Some(2024);
        let number = |text: &str| Some(Scalar::Number(text.parse().unwrap()));
        let indicator = |name: &str, score: Option<Scalar>| Indicator {
            level3: Some(name.to_owned()),
            operator: Some("=".to_owned()),
            target: number("5"),
            actual: Some(Scalar::Text("=5口".to_owned())),
            score,
            ..Indicator::default()
        };
        let row = BudgetRow {
            source: "total".to_owned(),
            approved: number("54.00"),
            adjusted: None,
            received: None,
            executed: number("-1.50"),
            rate: None,
            weight: None,
            score: None,
            reason: Some("见附件\n第2页".to_owned()),
        };
        report.evaluations = vec![Evaluation {
            id: "e1".to_owned(),
            kind: EvaluationKind::ProjectSelfAssessment,
            form: "headers".to_owned(),
            table: Some("t1".into()),
            year: Some(2024),
            unit: Some("万元".to_owned()),
            project_name: Some("图书,流动车".to_owned()),
            budget: vec![row],
            indicators: vec![
                indicator("下乡次数", number("20.0")),
                indicator("@读者", None),
            ],
            spans: [
                ("/indicators/1/level1".to_owned(), place(9)),
                ("/indicators/1/level3".to_owned(), place(12)),
                ("/budget/0/executed".to_owned(), place(5)),
            ]
            .into(),
            project_code: None,
            department: None,
            implementing_unit: None,
            annual_target: None,
            target_completion: None,
            summary: None,
            total_weight: None,
            total_score: None,
            conclusion: None,
            problems: None,
            deviation_reason: None,
            improvements: None,
            project_lead: None,
            finance_lead: None,
        }];
        report.unbound = vec![Unbound {
            kind: MentionKind::Amount,
            value: Some("30000".parse().unwrap()),
            reason: Reason::NoLabel,
            span: place(1),
        }];
        report
    }

    /// The rows of a table as a reader of CSV sees them: column → cell.
    fn read(table: Table) -> Vec<std::collections::BTreeMap<String, String>> {
        let mut out = Vec::new();
        write_header(&mut out, table).unwrap();
        write_rows(&mut out, table, &report()).unwrap();
        csv::Reader::from_reader(&out[..])
            .deserialize()
            .map(Result::unwrap)
            .collect()
    }

    #[test]
    fn one_row_an_indicator_with_report_and_project() {
        let rows = read(Table::Indicators);
        assert_eq!(rows.len(), 2);
        for (column, value) in [
            ("source", "甲.txt"),
            ("report_year", "2024"),
            ("project_name", "图书,流动车"),
            ("evaluation_kind", "project_self_assessment"),
            ("indicator", "1"),
            ("level3", "下乡次数"),
            ("operator", "="),
            ("target", "5"),
            ("actual", "'=5口"),
            ("score", "20.0"),
            ("line", ""),
        ] {
            assert_eq!(rows[0][column], value, "{column}");
        }
        assert_eq!(
            (rows[1]["level3"].as_str(), rows[1]["score"].as_str()),
            ("'@读者", "")
        );
        assert_eq!(
            (rows[1]["line"].as_str(), rows[1]["cell"].as_str()),
            ("12", "自评表!C7")
        );
        assert_eq!(rows[1]["exact"], "甲,“乙”");
    }

    #[test]
    fn one_row_a_source_of_money() {
        let rows = read(Table::Budget);
        assert_eq!(rows.len(), 1);
        for (column, value) in [
            ("fund_source", "total"),
            ("unit", "万元"),
            ("approved", "54.00"),
            ("adjusted", ""),
            ("executed", "-1.50"),
            ("reason", "见附件\n第2页"),
            ("line", "5"),
        ] {
            assert_eq!(rows[0][column], value, "{column}");
        }
    }

    #[test]
    fn every_table_has_its_columns_once_and_only_its_own_rows() {
        for (table, rows) in [
            (Table::Facts, report().facts.len()),
            (Table::Unbound, 1),
            (Table::Findings, 0),
        ] {
            assert_eq!(read(table).len(), rows, "{}", table.name());
        }
        for table in Table::ALL {
            let mut names: Vec<_> = table.columns().map(|(name, _)| name).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{}", table.name());
        }
        let unbound = &read(Table::Unbound)[0];
        assert_eq!(
            (unbound["value"].as_str(), unbound["reason"].as_str()),
            ("30000", "no_label")
        );
    }
}
