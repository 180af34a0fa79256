//! Findings as SARIF 2.1.0 (OASIS), which code-review tools open.

use serde_json::{Value, json};

use super::diagnostic::Language;
use crate::check::rules::RULES;
use crate::check::{Finding, Operand, Severity};
use crate::document::Document;

/// The findings of one report as SARIF results, for [`log`]; `name` is its path as it was given.
pub fn results(
    name: &str,
    document: &Document,
    findings: &[Finding],
    language: Language,
) -> Vec<Value> {
    findings
        .iter()
        .map(|finding| result(name, document, finding, language))
        .collect()
}

/// A whole SARIF log with one run.
pub fn log(results: Vec<Value>) -> Value {
    let rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            json!({
                "id": rule.name,
                "shortDescription": {"text": rule.title()},
                "help": {"text": rule.page, "markdown": rule.page},
                "defaultConfiguration": {"level": level(rule.severity)},
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(name: &str, document: &Document, finding: &Finding, language: Language) -> Value {
    let places = |operands: &[Operand]| -> Vec<Value> {
        operands
            .iter()
            .map(|operand| location(name, document, operand))
            .collect()
    };
    let (first, others) = finding.spans.split_at(finding.spans.len().min(1));
    let mut related = places(others);
    for (id, (place, operand)) in related.iter_mut().zip(others).enumerate() {
        place["id"] = json!(id + 1);
        place["message"] = json!({"text": operand.role});
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": language.message(finding)},
        "locations": places(first),
        "relatedLocations": related,
    });
    if let Some(index) = RULES.iter().position(|rule| rule.name == finding.rule) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(formula) = &finding.formula {
        result["properties"] = json!({"formula": formula});
    }
    result
}

fn location(name: &str, document: &Document, operand: &Operand) -> Value {
    let quote = &operand.quote;
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri(name)},
            "region": {
                "startLine": quote.line,
                "startColumn": document.column(quote.bytes.start),
                "endLine": document.line(quote.bytes.end),
                "endColumn": document.column(quote.bytes.end),
                "snippet": {"text": quote.exact},
            },
        },
    });
    if let Some(cell) = &quote.cell {
        location["logicalLocations"] = json!([{"fullyQualifiedName": cell}]);
    }
    location
}

/// A path as a URI reference (RFC 3986): what is not unreserved is percent-encoded.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Options, inspect};

    #[test]
    fn a_result_points_at_the_words_in_lines_and_columns() {
        let text = "禾丰县档案馆2023年度部门决算\n\n一、支出决算情况说明\n2023年度本年支出合计948.90万元，其中：基本支出620.00万元，占63.54%；项目支出328.90万元，占34.66%。\n";
        let examined = inspect(text.as_bytes(), &Options::default()).unwrap();
        let results = results(
            "报 告.txt",
            &examined.document,
            &examined.report.findings,
            Language::English,
        );
        let result = results
            .iter()
            .find(|r| r["ruleId"] == "share-mismatch")
            .unwrap();
        let place = &result["locations"][0]["physicalLocation"];
        let line = text.lines().nth(3).unwrap();
        let column = line.split("63.54%").next().unwrap().chars().count() + 1;
        assert_eq!(place["region"]["startLine"], 4);
        assert_eq!(place["region"]["startColumn"], column);
        assert_eq!(place["region"]["endColumn"], column + 6);
        assert_eq!(
            place["artifactLocation"]["uri"],
            "%E6%8A%A5%20%E5%91%8A.txt"
        );
        assert_eq!(result["relatedLocations"][0]["id"], 1);
    }

    #[test]
    fn every_result_names_a_rule_of_the_log() {
        let log = log(Vec::new());
        let rules = log["runs"][0]["tool"]["driver"]["rules"]
            .as_array()
            .unwrap();
        assert_eq!(rules.len(), RULES.len());
        assert!(rules.iter().all(|r| r["shortDescription"]["text"] != ""));
    }
}
