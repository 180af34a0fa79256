//! `gongkai explain`: rules, concepts, facts, and numbers that were left.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::check::rules::{self, RULES};
use crate::grammar::Grammar;
use crate::grammar::nearest::suggestion;
use crate::report::{self, Inspection};
use crate::{Options, explain};

/// How many of the most frequent names without a concept are printed.
const MOST: usize = 30;

/// What to explain.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// A rule (share-mismatch), a concept (operating_cost), a report and the id of a fact of it, or with --unbound reports.
    #[arg(required = true, value_name = "SUBJECT")]
    subjects: Vec<String>,
    /// Print each number of the reports that became no fact, and the most frequent names without a concept.
    #[arg(long)]
    unbound: bool,
}

impl Explain {
    /// Explains: 0 where there was something to explain, 2 where not.
    pub(super) fn run(&self, grammar: Option<&Grammar>) -> io::Result<ExitCode> {
        let grammar = grammar.unwrap_or_else(|| Grammar::embedded());
        if self.unbound {
            return unbound(&self.subjects, grammar);
        }
        let page = match self.subjects.as_slice() {
            [name] => page(name, grammar),
            [file, id] => fact(file, id, grammar),
            _ => Err("one rule or concept, or a report and the id of a fact".to_owned()),
        };
        match page {
            Ok(page) => {
                io::stdout().lock().write_all(page.as_bytes())?;
                Ok(ExitCode::SUCCESS)
            }
            Err(reason) => {
                eprintln!("gongkai: {reason}");
                Ok(ExitCode::from(2))
            }
        }
    }
}

/// The page of a rule or a concept.
fn page(name: &str, grammar: &Grammar) -> Result<String, String> {
    if let Some(rule) = rules::find(name) {
        return Ok(rule.page.to_owned());
    }
    explain::concept(name, grammar).ok_or_else(|| {
        let rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        let concepts = grammar.concepts.concepts.keys().map(|id| id.as_str());
        let near = suggestion(name, rules.iter().copied().chain(concepts));
        format!(
            "no rule or concept is called {name}{near}; the rules are {}; `gongkai grammar list concepts` lists the concepts",
            rules.join(", ")
        )
    })
}

fn fact(file: &str, id: &str, grammar: &Grammar) -> Result<String, String> {
    let inspection = inspect(file, grammar)?;
    let fact = inspection.report.facts.iter().find(|fact| fact.id == id);
    fact.map(|fact| explain::fact(fact, &inspection, grammar))
        .ok_or_else(|| format!("{file} has no fact {id}"))
}

fn inspect(file: &str, grammar: &Grammar) -> Result<Inspection, String> {
    let options = Options {
        name: file,
        grammar: Some(grammar),
        ..Options::default()
    };
    super::load(&PathBuf::from(file))
        .and_then(|bytes| report::inspect(&bytes, &options).map_err(|e| e.to_string()))
        .map_err(|reason| format!("{file}: {reason}"))
}

/// Prints what was left in each file, then the names that stood before it, the most frequent first.
fn unbound(files: &[String], grammar: &Grammar) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let mut code = ExitCode::SUCCESS;
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let inspection = match inspect(file, grammar) {
            Ok(inspection) => inspection,
            Err(reason) => {
                eprintln!("gongkai: {reason}");
                code = ExitCode::from(2);
                continue;
            }
        };
        let text = &inspection.document.text;
        for unbound in &inspection.report.unbound {
            let reason = serde_json::to_value(unbound.reason)?;
            writeln!(
                out,
                "{file}:{} {}: {}[{}]",
                unbound.span.line,
                reason.as_str().unwrap_or_default(),
                explain::before(unbound, text),
                unbound.span.exact.trim()
            )?;
            if let Some(name) = explain::noun(unbound, text, grammar) {
                *names.entry(name).or_default() += 1;
            }
        }
    }
    let mut names: Vec<(String, usize)> = names.into_iter().collect();
    names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if !names.is_empty() {
        writeln!(out, "\nnames without a concept:")?;
    }
    for (name, count) in names.iter().take(MOST) {
        writeln!(out, "{count:>6}  {name}")?;
    }
    Ok(code)
}
