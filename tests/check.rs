//! `gongkai check` and `gongkai explain` as a shell sees them.

mod common;

use std::process::Output;

const WHOLE: &str = "2023年度机关运行经费支出79.43万元，比2022年度增加17.15万元，增长27.54%。";
const BROKEN: &str = "2023年度机关运行经费支出79.43万元，比2022年度增加17.15万元，增长37.54%。";

fn gongkai(arguments: &[&str], input: &str) -> Output {
    common::gongkai(arguments, input.as_bytes())
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_status_says_whether_something_is_an_error() {
    for (arguments, input, status) in [
        (&["check", "-"][..], WHOLE, 0),
        (&["check", "-"], BROKEN, 1),
        (
            &["check", "-", "--ignore", "change-rate-mismatch"],
            BROKEN,
            0,
        ),
        (&["check", "-", "--rule", "share-mismatch"], BROKEN, 0),
        (&["check", "-", "--rule", "change-rate-mismatch"], BROKEN, 1),
        (&["check", "no such file.txt"], "", 2),
        (&["check", "-", "--rule", "no-such-rule"], WHOLE, 2),
        (&["explain", "share-mismatch"], "", 0),
        (&["explain", "no-such-rule"], "", 2),
    ] {
        let output = gongkai(arguments, input);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
    }
}

#[test]
fn each_form_says_the_same() {
    let text = words(&gongkai(&["check", "-"], BROKEN).stdout);
    assert!(
        text.contains("error[change-rate-mismatch]") && text.contains("应为27.54%"),
        "{text}"
    );

    let lines = words(&gongkai(&["check", "-", "--format", "json", "--lang", "en"], BROKEN).stdout);
    let finding: serde_json::Value = serde_json::from_str(lines.trim()).unwrap();
    assert_eq!(finding["rule"], "change-rate-mismatch");
    assert!(finding["message"].as_str().unwrap().contains("is 27.54%"));
    assert_eq!(finding["spans"][0]["exact"], "37.54%");

    let log = words(&gongkai(&["check", "-", "--format", "sarif"], BROKEN).stdout);
    let log: serde_json::Value = serde_json::from_str(&log).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let result = &log["runs"][0]["results"][0];
    let rule = result["ruleIndex"].as_u64().unwrap();
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    assert_eq!(
        rules[usize::try_from(rule).unwrap()]["id"],
        result["ruleId"]
    );
}

#[test]
fn counts_stand_beside_the_findings() {
    let output = gongkai(&["check", "-", "--stats"], WHOLE);
    let stats = words(&output.stderr);
    let line = stats
        .lines()
        .find(|l| l.starts_with("change-rate-mismatch"))
        .unwrap();
    let counts: Vec<&str> = line.split_whitespace().skip(1).collect();
    assert_eq!(counts, ["1", "1", "0", "0"], "{stats}");
}

#[test]
fn a_page_is_printed_whole() {
    let page = words(&gongkai(&["explain", "completion-rate-mismatch"], "").stdout);
    assert!(page.starts_with("# completion-rate-mismatch: "));
    assert!(page.contains("## When it does not apply"));
}
