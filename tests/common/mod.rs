//! The samples, the program, and what several tests say of facts.

#![allow(dead_code, reason = "each test binary uses its own part")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use gongkai::{Options, Report};
use serde_json::{Value, json};

/// The folder of the samples.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The names of all samples, in order.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .expect("the samples")
        .map(|entry| entry.expect("a sample"))
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.ends_with(".py"))
        .collect();
    names.sort();
    names
}

/// The bytes of a sample.
pub fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).expect("a sample")
}

/// The text of a UTF-8 sample.
pub fn text(name: &str) -> String {
    String::from_utf8(bytes(name)).expect("a sample in UTF-8")
}

/// What the program answers to arguments and an input; it runs where the samples are `samples/`.
pub fn gongkai(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gongkai"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut stdin = child.stdin.take().expect("its input");
    match stdin.write_all(input) {
        // A program that refuses its arguments ends before it reads.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        written => written.expect("it reads"),
    }
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// What is read from bytes.
pub fn extract(bytes: &[u8], name: &str) -> Report {
    let options = Options {
        name,
        ..Options::default()
    };
    gongkai::extract(bytes, &options).expect("a readable report")
}

/// What is read from a sample.
pub fn sample(name: &str) -> Report {
    extract(&bytes(name), name)
}

/// The identities of all facts with their values, trailing zeros left out.
pub fn statements(report: &Report) -> BTreeSet<String> {
    values(report)
        .into_iter()
        .map(|(identity, value)| format!("{identity} = {value}"))
        .collect()
}

/// The identity and the value of each fact.
pub fn values(report: &Report) -> Vec<(String, String)> {
    report
        .facts
        .iter()
        .map(|fact| {
            let fact = serde_json::to_value(fact).expect("a fact is JSON");
            let identity = json!([
                fact["concept"],
                fact["metric"],
                fact["phase"],
                fact["year"],
                fact["dimensions"]
            ]);
            (identity.to_string(), plain(&fact["value"]))
        })
        .collect()
}

fn plain(value: &Value) -> String {
    let printed = value.to_string();
    if printed.contains('.') {
        printed
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        printed
    }
}

/// What one set of statements has and another lacks.
pub fn difference(expected: &BTreeSet<String>, found: &BTreeSet<String>) -> String {
    let lost = expected.difference(found).map(|line| format!("- {line}\n"));
    let new = found.difference(expected).map(|line| format!("+ {line}\n"));
    lost.chain(new).collect()
}
