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

/// What is silent must be told from what is clean.
#[test]
fn check_says_how_much_it_read() {
    let note = "今天买了3个苹果，付了160元，找零40元，给孩子120元。".as_bytes();
    for (input, expected) in [
        (
            &b""[..],
            "gongkai: -: 0 facts read, kind of report unknown\n1 report, 0 facts: 0 errors, 0 warnings, 0 notes\n",
        ),
        (
            note,
            "gongkai: -: 0 facts read, 4 numbers not understood, kind of report unknown\n1 report, 0 facts: 0 errors, 0 warnings, 0 notes\n",
        ),
        (
            "2023年度机关运行经费支出3万元。".as_bytes(),
            "1 report, 1 fact: 0 errors, 0 warnings, 0 notes\n",
        ),
    ] {
        let output = gongkai(&["check"], input);
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).is_empty());
        assert_eq!(stderr(&output), expected);
    }
    let read = gongkai(&["check", SAMPLE], b"");
    assert_eq!(stderr(&read).lines().count(), 1, "{}", stderr(&read));
    // Other forms are for programs: only what is doubtful is said beside them.
    let json = gongkai(&["check", "--format", "json", SAMPLE], b"");
    assert!(stderr(&json).is_empty(), "{}", stderr(&json));
    let extracted = gongkai(&["extract"], b"");
    assert_eq!(
        stderr(&extracted),
        "gongkai: -: 0 facts read, kind of report unknown\n"
    );
}

#[test]
fn an_output_that_cannot_be_written_is_named() {
    for (arguments, words) in [
        (
            &["-o", "samples/absent/x/out.json"][..],
            "gongkai: samples/absent/x/out.json: ",
        ),
        (
            &["--format", "csv", "-o", "samples/absent/x.csv"],
            "gongkai: samples/absent/x.csv: ",
        ),
        (&["-o", "samples/"], "error: samples/ is a directory"),
        (&["--table", "indicators"], "error: --table is of CSV"),
        (&["--bom"], "error: --bom is of CSV"),
        (
            &[
                "--format",
                "csv",
                "--table",
                "facts",
                "-o",
                "samples/absent/",
            ],
            "error: a directory takes all tables",
        ),
    ] {
        let output = gongkai(&[&["extract", SAMPLE], arguments].concat(), b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stdout(&output).is_empty());
        assert!(stderr(&output).starts_with(words), "{}", stderr(&output));
    }
}

#[test]
fn a_name_that_is_meant_is_suggested() {
    let output = gongkai(&["explain", "revenue.totl"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("(did you mean revenue.total?)"));
}

/// What weighs most comes first, and what is missing as a whole is one note.
#[test]
fn errors_come_before_notes() {
    let report = "禾丰县档案馆2023年度部门决算\n\n收入支出决算总表\n单位：万元\n\
        收入\t金额\t支出\t金额\n一、一般公共预算财政拨款收入\t10.00\t一、基本支出\t10.00\n\
        本年收入合计\t10.00\t本年支出合计\t10.00\n总计\t10.00\t总计\t10.00\n\n\
        一、机关运行经费支出情况说明\n2023年度机关运行经费支出79.43万元，比2022年度增加17.15万元，增长37.54%。\n";
    let drawn = stdout(&gongkai(&["check"], report.as_bytes()));
    let notes: Vec<&str> = drawn
        .lines()
        .filter(|l| l.starts_with("note[missing-table]"))
        .collect();
    assert_eq!(notes.len(), 1, "{drawn}");
    assert!(notes[0].matches('《').count() > 3, "{drawn}");
    let at = |words: &str| {
        drawn
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {drawn}"))
    };
    assert!(at("error[change-rate-mismatch]") < at("note[missing-table]"));
}
