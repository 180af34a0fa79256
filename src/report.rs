//! The whole, assembled.

mod table;

use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::check::Finding;
use crate::document::{Document, Extent, Format};
use crate::evaluation::Evaluation;
use crate::fact::{Fact, Unbound};
use crate::grammar::Grammar;
use crate::identity::Identity;
use crate::outline::Section;
use crate::source::{self, Limits};

/// How a report is to be read.
#[derive(Debug, Clone, Default)]
pub struct Options<'a> {
    /// What the source is called: a file name, for `source.name`.
    pub name: &'a str,
    /// Limits on what the source may ask for.
    pub limits: Limits,
    /// The grammar; `None` for the embedded one.
    pub grammar: Option<&'a Grammar>,
}

/// Where a report came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Source {
    /// Its name as given.
    pub name: String,
    /// Its format, found from the content.
    pub format: Format,
    /// Its character encoding.
    pub encoding: String,
    /// How many bytes it has.
    pub bytes: usize,
    /// Their SHA-256 (FIPS 180-4), in hexadecimal.
    pub sha256: String,
}

/// A table with its cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Table {
    /// `t1`, `t2` … in reading order.
    pub id: String,
    /// The form that it was recognised as, such as `final_accounts.05`; `null` where it is none.
    pub kind: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// `元`, `万元` … as it declares.
    pub unit: Option<String>,
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
    /// Where it stands.
    pub span: Extent,
    /// The text of every position; a merged cell is repeated.
    pub cells: Vec<Vec<String>>,
}

/// Everything that was read from one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Report {
    /// The version of this shape: `gongkai/1`.
    pub schema: String,
    /// Where it came from.
    pub source: Source,
    /// What it is.
    pub report: Identity,
    /// Its sections.
    pub sections: Vec<Section>,
    /// What it states.
    pub facts: Vec<Fact>,
    /// Its tables.
    pub tables: Vec<Table>,
    /// Its self-assessments.
    pub evaluations: Vec<Evaluation>,
    /// What it contradicts.
    pub findings: Vec<Finding>,
    /// The numbers that were not understood.
    pub unbound: Vec<Unbound>,
}

/// Reads a report.
///
/// # Errors
///
/// When the bytes cannot be read as a document of a known format.
///
/// ```
/// let report = gongkai::extract("2023年度本部门机关运行经费支出3万元。".as_bytes(), &Default::default()).unwrap();
/// assert_eq!(report.schema, "gongkai/1");
/// ```
pub fn extract(bytes: &[u8], options: &Options) -> Result<Report, source::Error> {
    let mut document = source::read(bytes, &options.limits)?;
    let grammar = options.grammar.unwrap_or_else(|| Grammar::embedded());
    crate::document::caption::attach(&mut document, &grammar.statements.captions);
    Ok(read(&document, bytes, options))
}

/// Reads a document that was read before; `bytes` are those that it was read from.
fn read(document: &Document, bytes: &[u8], options: &Options) -> Report {
    let grammar = options.grammar.unwrap_or_else(|| Grammar::embedded());
    let identity = crate::identity::read(document, grammar);
    let outline = crate::outline::read(document, &identity, grammar);
    let narrative = crate::fact::narrative::read(document, &outline, &identity, grammar);
    let stated = crate::fact::statement::read(document, &identity, grammar);
    let evaluated = crate::evaluation::read(document, &identity, grammar);
    let mut statements = narrative.statements;
    statements.extend(stated.statements);
    statements.extend(evaluated.statements);
    let facts = crate::fact::merge(statements);
    Report {
        schema: "gongkai/1".to_owned(),
        source: Source {
            name: options.name.to_owned(),
            format: document.format,
            encoding: document.encoding.to_owned(),
            bytes: bytes.len(),
            sha256: Sha256::digest(bytes)
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect(),
        },
        report: identity,
        sections: outline.sections,
        facts,
        tables: table::tables(document, &stated.kinds),
        evaluations: evaluated.records,
        findings: Vec::new(),
        unbound: narrative.unbound,
    }
}
