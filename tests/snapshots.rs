//! Every sample against its expected JSON, `samples/expected/NAME.json`, and against the schema.
//!
//! `UPDATE_EXPECT=1 cargo test --test snapshots` rewrites the expected files: read each change against the sample.

mod common;

use std::{env, fs};

use serde_json::Value;

/// How many differing lines of one report are shown.
const SHOWN: usize = 40;

#[test]
fn samples_give_what_is_expected() {
    let update = env::var_os("UPDATE_EXPECT").is_some();
    let mut failures = String::new();
    for name in common::names() {
        let path = common::folder()
            .join("expected")
            .join(format!("{name}.json"));
        let found = gongkai::output::json(&common::sample(&name), true) + "\n";
        if update {
            fs::write(&path, found).expect("an expected file");
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected != found {
            failures += &format!("{name}:\n{}\n", difference(&expected, &found));
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// The first lines that differ, each with its place: JSON Pointer, expected, found.
fn difference(expected: &str, found: &str) -> String {
    let parse = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let mut lines = Vec::new();
    compare(String::new(), &parse(expected), &parse(found), &mut lines);
    lines.truncate(SHOWN);
    lines.join("\n")
}

fn compare(place: String, expected: &Value, found: &Value, lines: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let side = |map: &serde_json::Map<String, Value>| {
                    map.get(key).cloned().unwrap_or_default()
                };
                compare(format!("{place}/{key}"), &side(a), &side(b), lines);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            for n in 0..a.len().max(b.len()) {
                let side = |items: &[Value]| items.get(n).cloned().unwrap_or_default();
                compare(format!("{place}/{n}"), &side(a), &side(b), lines);
            }
        }
        _ if expected != found => {
            lines.push(format!("  {place}: expected {expected}, found {found}"));
        }
        _ => {}
    }
}

#[test]
fn every_output_validates_against_the_schema() {
    let schema: Value = serde_json::from_str(&gongkai::output::schema()).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    for name in common::names() {
        let printed = gongkai::output::json(&common::sample(&name), false);
        let output: Value = serde_json::from_str(&printed).expect("JSON");
        let errors: Vec<String> = validator
            .iter_errors(&output)
            .map(|error| format!("{name}: {error}"))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
    }
}

#[test]
fn one_report_gives_the_same_facts_in_every_format() {
    let expected = common::statements(&common::sample("qinghe-archives-2023.txt"));
    assert!(expected.len() > 100);
    for format in ["gb18030.txt", "html", "docx", "xlsx"] {
        let name = format!("qinghe-archives-2023.{format}");
        let found = common::statements(&common::sample(&name));
        assert!(
            expected == found,
            "{name}:\n{}",
            common::difference(&expected, &found)
        );
    }
}

#[test]
fn both_kinds_of_workbook_give_the_same_facts() {
    let expected = common::statements(&common::sample("shuiyun-culture-2023.xlsx"));
    let found = common::statements(&common::sample("shuiyun-culture-2023.xls"));
    assert!(!expected.is_empty());
    assert!(
        expected == found,
        "{}",
        common::difference(&expected, &found)
    );
}
