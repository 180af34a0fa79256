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

/// Fields of a record that are no words of its table.
const UNPRINTED: [&str; 7] = ["id", "kind", "form", "table", "year", "unit", "spans"];

#[test]
fn every_field_of_a_record_has_its_place() {
    let mut fields = 0;
    for name in common::names() {
        for record in &common::sample(&name).evaluations {
            let json = serde_json::to_value(record).expect("a record is JSON");
            for (pointer, value) in leaves(&json) {
                let quote = record.spans.get(&pointer).map(|quote| quote.exact.as_str());
                fields += 1;
                // What is said in words has no sign, and an amount beside its own label no source.
                let unsaid = value == "qualitative" || pointer.ends_with("/source");
                assert!(quote.is_some() || unsaid, "{name} {pointer} has no place");
                assert!(
                    quote.is_none_or(|quote| says(quote, &pointer, &value)),
                    "{name} {pointer}: {value} is not in {quote:?}"
                );
            }
            for pointer in record.spans.keys() {
                let value = json.pointer(pointer);
                assert!(
                    value.is_some_and(|value| !value.is_null()),
                    "{name} {pointer} has a place and no value"
                );
            }
        }
    }
    assert!(fields > 500, "{fields}");
}

/// The values of a record with their JSON Pointers.
fn leaves(record: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), record)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(fields) => open.extend(
                fields
                    .iter()
                    .filter(|(name, _)| !pointer.is_empty() || !UNPRINTED.contains(&name.as_str()))
                    .map(|(name, value)| (format!("{pointer}/{name}"), value)),
            ),
            Value::Array(rows) => open.extend(
                rows.iter()
                    .enumerate()
                    .map(|(index, row)| (format!("{pointer}/{index}"), row)),
            ),
            Value::Null => {}
            Value::String(text) => found.push((pointer, text.clone())),
            other => found.push((pointer, other.to_string())),
        }
    }
    found
}

/// A number without the zeros that a workbook prints behind it.
fn plain(value: &str) -> &str {
    match value.contains('.') && value.parse::<f64>().is_ok() {
        true => value.trim_end_matches('0').trim_end_matches('.'),
        false => value,
    }
}

/// Whether printed words say a value: the words themselves, a number without separators, a sign or its name, a source.
fn says(words: &str, pointer: &str, value: &str) -> bool {
    let bare = |text: &str| text.replace([' ', ','], "");
    match pointer.rsplit('/').next() {
        Some("operator") => signs(value).iter().any(|sign| words.contains(sign)),
        Some("source") => !words.is_empty(),
        _ => bare(words).contains(&bare(value)),
    }
}

/// How an operator is printed in the samples.
fn signs(operator: &str) -> &'static [&'static str] {
    match operator {
        "=" => &["=", "＝"],
        ">" => &[">", "＞"],
        ">=" => &["≥", "不低于"],
        "<" => &["<", "＜"],
        "<=" => &["≤", "不超过", "以内"],
        _ => &["定性"],
    }
}

#[test]
fn a_form_gives_the_same_records_in_every_format() {
    for (first, others) in [
        (
            "hengshan-water-projects-2022.html",
            &["hengshan-water-projects-2022.xlsx"],
        ),
        (
            "baima-library-projects-2023.txt",
            &["baima-library-projects-2023.html"],
        ),
        (
            "lanshan-archives-department-2023.html",
            &["lanshan-archives-department-2023.docx"],
        ),
        (
            "songyuan-department-2023.txt",
            &["songyuan-department-2023.html"],
        ),
        (
            "tingxi-river-projects-2022.txt",
            &["tingxi-river-projects-2022.html"],
        ),
    ] {
        let records = |name: &str| -> Vec<Vec<(String, String)>> {
            let values = |record| {
                leaves(&serde_json::to_value(record).expect("a record is JSON"))
                    .into_iter()
                    .map(|(pointer, value)| (pointer, plain(&value).to_owned()))
                    .collect()
            };
            common::sample(name)
                .evaluations
                .iter()
                .map(values)
                .collect()
        };
        let expected = records(first);
        assert!(!expected.is_empty(), "{first}");
        for other in others {
            assert_eq!(records(other), expected, "{other}");
        }
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
