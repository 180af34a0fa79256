//! `gongkai check`.

use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::check::rules::RULES;
use crate::check::{Finding, Severity, Tally};
use crate::grammar::Grammar;
use crate::output::diagnostic::{Diagnostics, Language};
use crate::output::sarif;
use crate::{Options, report};

/// The width of a terminal that does not say its own.
const WIDTH: usize = 120;

/// What to check, and how to print what is found.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The reports; `-` is standard input.
    #[arg(default_value = "-")]
    files: Vec<PathBuf>,
    /// Drawn for a reader, one JSON object a finding, or SARIF 2.1.0.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// The language of the messages.
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    lang: Lang,
    /// Leave out what weighs less.
    #[arg(long, value_enum, default_value_t = Level::Note)]
    severity: Level,
    /// Only this rule; may be given several times.
    #[arg(long = "rule", value_name = "RULE", value_parser = rule_names())]
    rules: Vec<String>,
    /// Not this rule; may be given several times.
    #[arg(long = "ignore", value_name = "RULE", value_parser = rule_names())]
    ignored: Vec<String>,
    /// Print how often each rule held, failed, and lacked an operand.
    #[arg(long)]
    stats: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Lang {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Level {
    Error,
    Warning,
    Note,
}

fn rule_names() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(RULES.iter().map(|rule| rule.name))
}

impl Check {
    /// Checks the files: 0 where no finding is an error, 1 where one is, 2 where a file cannot be read.
    pub(super) fn run(&self, grammar: Option<&Grammar>) -> io::Result<ExitCode> {
        let mut out = io::stdout().lock();
        let mut tallies = vec![Tally::default(); RULES.len()];
        let mut results = Vec::new();
        let mut unreadable = false;
        let mut summary = Summary::default();
        for file in &self.files {
            let name = file.to_string_lossy();
            let options = Options {
                name: &name,
                grammar,
                ..Options::default()
            };
            let read = super::load(file)
                .and_then(|bytes| report::inspect(&bytes, &options).map_err(|e| e.to_string()));
            let mut examined = match read {
                Ok(examined) => examined,
                Err(reason) => {
                    eprintln!("gongkai: {name}: {reason}");
                    unreadable = true;
                    continue;
                }
            };
            for (sum, (_, tally)) in tallies.iter_mut().zip(&examined.tallies) {
                sum.held += tally.held;
                sum.failed += tally.failed;
                sum.unchecked += tally.unchecked;
            }
            super::warn(file, &examined.report);
            summary.reports += 1;
            summary.facts += examined.report.facts.len();
            let findings = &mut examined.report.findings;
            findings.retain(|finding| self.wants(finding));
            summary.count(findings);
            match self.format {
                Form::Sarif => results.extend(sarif::results(
                    &name,
                    &examined.document,
                    findings,
                    self.language(),
                )),
                Form::Json => {
                    for finding in findings {
                        writeln!(out, "{}", self.json(&name, finding))?;
                    }
                }
                Form::Text => {
                    let colour = out.is_terminal();
                    let diagnostics = Diagnostics::new(colour, WIDTH, self.language());
                    for finding in for_readers(findings, self.language()) {
                        writeln!(
                            out,
                            "{}\n",
                            diagnostics.draw(&name, &examined.document, &finding)
                        )?;
                    }
                }
            }
        }
        if self.format == Form::Sarif {
            writeln!(out, "{:#}", sarif::log(results))?;
        }
        if self.stats {
            print_stats(&tallies)?;
        }
        if self.format == Form::Text && summary.reports > 0 {
            out.flush()?;
            eprintln!("{summary}");
        }
        Ok(ExitCode::from(match (unreadable, summary.errors > 0) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => 0,
        }))
    }

    fn wants(&self, finding: &Finding) -> bool {
        let least = match self.severity {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
        };
        finding.severity >= least
            && (self.rules.is_empty() || self.rules.contains(&finding.rule))
            && !self.ignored.contains(&finding.rule)
    }

    fn language(&self) -> Language {
        match self.lang {
            Lang::Zh => Language::Chinese,
            Lang::En => Language::English,
        }
    }

    /// A finding on one line, led by the name of its file.
    fn json(&self, name: &str, finding: &Finding) -> serde_json::Value {
        let mut line = serde_json::json!({"source": name});
        if let (Some(line), Ok(serde_json::Value::Object(fields))) =
            (line.as_object_mut(), serde_json::to_value(finding))
        {
            line.extend(fields);
            line.insert(
                "message".to_owned(),
                self.language().message(finding).into(),
            );
        }
        line
    }
}

/// What was checked and what was found, in one line at the end: what is silent cannot be told from what is clean.
#[derive(Debug, Default)]
struct Summary {
    reports: usize,
    facts: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl Summary {
    fn count(&mut self, findings: &[Finding]) {
        for finding in findings {
            *match finding.severity {
                Severity::Error => &mut self.errors,
                Severity::Warning => &mut self.warnings,
                Severity::Note => &mut self.notes,
            } += 1;
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = super::counted;
        write!(
            f,
            "{}, {}: {}, {}, {}",
            counted(self.reports, "report"),
            counted(self.facts, "fact"),
            counted(self.errors, "error"),
            counted(self.warnings, "warning"),
            counted(self.notes, "note"),
        )
    }
}

/// The findings in the order in which a reader wants them: what weighs more first, else as they stand in the report;
/// and those of one rule that have no place in it as one.
fn for_readers(findings: &[Finding], language: Language) -> Vec<Finding> {
    let mut ordered: Vec<Finding> = Vec::new();
    for finding in findings {
        let joins = |f: &Finding| {
            f.is_placeless() && f.rule == finding.rule && f.severity == finding.severity
        };
        let first = ordered.iter().position(joins);
        let Some(first) = first.filter(|_| finding.is_placeless()) else {
            ordered.push(finding.clone());
            continue;
        };
        let (message, other, joint) = match language {
            Language::Chinese => (&mut ordered[first].message, &finding.message, "；"),
            Language::English => (&mut ordered[first].english, &finding.english, "; "),
        };
        message.push_str(joint);
        message.push_str(other);
    }
    ordered.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    ordered
}

/// The counts of each rule, on standard error beside the findings.
fn print_stats(tallies: &[Tally]) -> io::Result<()> {
    let mut err = io::stderr().lock();
    writeln!(
        err,
        "{:<28}{:>10}{:>10}{:>10}{:>12}",
        "rule", "applied", "held", "failed", "unchecked"
    )?;
    for (rule, tally) in RULES.iter().zip(tallies) {
        let applied = tally.held + tally.failed;
        writeln!(
            err,
            "{:<28}{applied:>10}{:>10}{:>10}{:>12}",
            rule.name, tally.held, tally.failed, tally.unchecked
        )?;
    }
    Ok(())
}
