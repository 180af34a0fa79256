//! The command line as its users meet it: exit statuses, error lines, several sources.

mod common;

use std::process::Output;

use common::gongkai;

const SAMPLE: &str = "samples/qinghe-archives-2023.txt";
const CONTRADICTORY: &str = "samples/linshui-grain-2023.txt";

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn one_report_is_one_object() {
    let output = gongkai(&["extract", SAMPLE], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stdout(&output).lines().count(), 1);
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(report["source"]["name"], "qinghe-archives-2023.txt");
}

#[test]
fn standard_input_is_a_source() {
    let output = gongkai(&["extract"], "2023年度机关运行经费支出3万元。".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("\"operating_cost\""));
}

#[test]
fn several_reports_are_one_object_a_line() {
    let output = gongkai(&["extract", SAMPLE, CONTRADICTORY, "--pretty"], b"");
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<serde_json::Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 2);
}

#[test]
fn an_unreadable_source_does_not_stop_the_others() {
    let output = gongkai(&["extract", "samples/absent.txt", SAMPLE], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output).lines().count(), 1);
    assert_eq!(stderr(&output).lines().count(), 1);
    assert!(stderr(&output).starts_with("gongkai: samples/absent.txt: "));
}

#[test]
fn what_is_no_report_is_named() {
    let output = gongkai(&["extract", "-"], b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).is_empty());
    assert!(stderr(&output).contains("PDF"), "{}", stderr(&output));
}

#[test]
fn check_says_by_its_status_what_it_found() {
    assert_eq!(
        gongkai(&["check", CONTRADICTORY], b"").status.code(),
        Some(1)
    );
    assert_eq!(gongkai(&["check", SAMPLE], b"").status.code(), Some(0));
    assert_eq!(
        gongkai(&["check", "samples/absent.txt"], b"").status.code(),
        Some(2)
    );
}
