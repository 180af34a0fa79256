//! The forms of output: JSON and NDJSON, [tidy tables](csv), findings drawn for a reader and as SARIF.

pub mod csv;
#[cfg(feature = "cli")]
pub mod diagnostic;
#[cfg(feature = "cli")]
pub mod sarif;

use crate::report::Report;

/// The JSON of a report, on one line or indented.
pub fn json(report: &Report, pretty: bool) -> String {
    let written = if pretty {
        serde_json::to_string_pretty(report)
    } else {
        serde_json::to_string(report)
    };
    written.expect("a report has only string keys and finite numbers")
}

/// The JSON Schema of [`json`], generated from the types.
pub fn schema() -> String {
    serde_json::to_string_pretty(&schemars::schema_for!(Report)).expect("a schema is JSON")
}
