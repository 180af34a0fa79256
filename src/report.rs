//! The whole, assembled.

mod rows;
mod table;

use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};
use smol_str::SmolStr;

use crate::check::{self, Finding, Tally};
use crate::document::{Document, Extent, Folded, Format};
use crate::evaluation::Evaluation;
use crate::fact::narrative::{self, Derivation};
use crate::fact::{Fact, Unbound, items, part, project};
use crate::grammar::Grammar;
use crate::identity::Identity;
use crate::outline::Section;
use crate::source::{self, Limits};

pub use rows::Rows;

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
    pub id: SmolStr,
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
    #[schemars(with = "Vec<Vec<SmolStr>>")]
    pub cells: Rows,
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
/// let text = "2023年度本部门机关运行经费支出3万元。";
/// let report = gongkai::extract(text.as_bytes(), &Default::default()).unwrap();
/// assert_eq!(report.facts[0].concept, "operating_cost");
/// ```
pub fn extract(bytes: &[u8], options: &Options) -> Result<Report, source::Error> {
    examine(bytes, options, false).map(|inspection| inspection.report)
}

/// A report together with what it was read from and what its checks did.
#[derive(Debug)]
pub struct Inspection {
    /// The document.
    pub document: Document,
    /// The report.
    pub report: Report,
    /// Every rule, with how often it applied, held and failed.
    pub tallies: Vec<(&'static str, Tally)>,
    /// What the statements of its text were read in.
    pub derivations: Vec<Derivation>,
}

impl Inspection {
    /// What its checks looked at; `words` are the folded words of its document, and `grammar` is the one that it was
    /// read with.
    pub fn context<'a>(&'a self, words: &'a [Folded], grammar: &'a Grammar) -> check::Context<'a> {
        check::Context {
            document: &self.document,
            words,
            sections: &self.report.sections,
            identity: &self.report.report,
            facts: &self.report.facts,
            tables: &self.report.tables,
            evaluations: &self.report.evaluations,
            grammar,
        }
    }
}

/// Reads a report, and keeps its document and the counts of its checks.
///
/// # Errors
///
/// As [`extract`].
pub fn inspect(bytes: &[u8], options: &Options) -> Result<Inspection, source::Error> {
    examine(bytes, options, true)
}

/// Reads a report; `derives` says whether it is kept what each statement was read in.
fn examine(bytes: &[u8], options: &Options, derives: bool) -> Result<Inspection, source::Error> {
    let grammar = options.grammar.unwrap_or_else(|| Grammar::embedded());
    let mut document = source::read(bytes, &options.limits)?;
    crate::document::caption::attach(&mut document, &grammar.statements.captions);
    let words = document.fold();
    let identity = crate::identity::read(&document, &words, grammar);
    let outline = crate::outline::read(&document, &words, &identity, grammar);
    let mut stated = crate::fact::statement::read(&document, &outline, &identity, grammar);
    let evaluated = crate::evaluation::read(&document, &identity, grammar);
    let is_open = |index| stated.names_projects(index);
    let listed = crate::evaluation::lists(&document, &identity, grammar, is_open);
    for &(index, _) in &listed.tables {
        stated.forget(index);
    }
    let of_tables = [stated.statements, evaluated.statements, listed.statements].concat();
    let known = project::Known::of(&of_tables);
    let narrative = narrative::read(
        &document, &words, &outline, &identity, grammar, &known, derives,
    );
    let mut unbound = narrative.unbound;
    unbound.extend(crate::fact::statement::unplaced(&document));
    unbound.sort_by_key(|unbound| unbound.span.bytes);
    let mut statements = narrative.statements;
    statements.extend(of_tables);
    let told: Vec<String> = words
        .iter()
        .flat_map(|words| project::listed(&words.text, &grammar.projects))
        .collect();
    project::agree(&mut statements, &told, &grammar.projects);
    items::divide(&mut statements);
    part::of_one_level(&mut statements, &identity, grammar);
    let facts = crate::fact::merge(statements);
    let assessed = [evaluated.tables, listed.tables].concat();
    let tables = table::tables(&document, &stated.kinds, &assessed);
    let checked = check::run(&check::Context {
        document: &document,
        words: &words,
        sections: &outline.sections,
        identity: &identity,
        facts: &facts,
        tables: &tables,
        evaluations: &evaluated.records,
        grammar,
    });
    let report = Report {
        schema: "gongkai/1".to_owned(),
        source: Source::of(&document, bytes, options.name),
        report: identity,
        sections: outline.sections,
        facts,
        tables,
        evaluations: evaluated.records,
        findings: checked.findings,
        unbound,
    };
    Ok(Inspection {
        document,
        report,
        tallies: checked.stats,
        derivations: narrative.derivations,
    })
}

impl Source {
    /// Where a document came from.
    fn of(document: &Document, bytes: &[u8], name: &str) -> Self {
        Self {
            name: name.to_owned(),
            format: document.format,
            encoding: document.encoding.to_owned(),
            bytes: bytes.len(),
            sha256: Sha256::digest(bytes)
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect(),
        }
    }
}
