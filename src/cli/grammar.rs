//! `gongkai grammar`, and the directories that `--grammars` names.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::Subcommand;

use crate::explain::example;
use crate::grammar::{Grammar, Problem, lint, schema};

/// What to do with grammar files.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the files of a directory as they lie over the embedded ones: status 1 where something is wrong.
    Check {
        /// The directory.
        dir: PathBuf,
    },
    /// Count the entries by file and kind.
    List,
    /// Run all examples: status 1 where one fails.
    Examples,
    /// Print the JSON Schema of the files, or of one of them.
    Schema {
        /// Such as concepts.toml.
        file: Option<String>,
    },
}

impl Command {
    /// Runs the command on the embedded grammar or one with a directory laid over it.
    pub(super) fn run(&self, grammar: Option<&Grammar>) -> io::Result<ExitCode> {
        let grammar = grammar.unwrap_or_else(|| Grammar::embedded());
        let mut out = io::stdout().lock();
        match self {
            Command::Check { dir } => return check(dir),
            Command::List => list(&mut out, grammar)?,
            Command::Examples => return examples(&mut out, grammar),
            Command::Schema { file: None } => {
                writeln!(out, "{:#}", serde_json::Value::Object(schema::schemas()))?
            }
            Command::Schema { file: Some(file) } => match schema::schemas().get(file) {
                Some(schema) => writeln!(out, "{schema:#}")?,
                None => {
                    eprintln!("gongkai: no grammar file with a schema is called {file}");
                    return Ok(ExitCode::from(2));
                }
            },
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The embedded grammar with the files of a directory laid over it, or its first mistake, drawn.
pub(super) fn load(dir: &Path) -> Result<Grammar, String> {
    let files = read(dir).map_err(|e| format!("gongkai: {}: {e}", dir.display()))?;
    over(&files).map_err(|(name, problem)| draw(dir, &name, text(&files, &name), &problem))
}

fn over(files: &[(String, String)]) -> Result<Grammar, (String, Problem)> {
    let overlays: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    Grammar::load(&overlays)
}

fn text<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
    let file = files.iter().find(|(own, _)| own == name);
    file.map_or("", |(_, text)| text.as_str())
}

/// The TOML files of a directory and of its directory `tables`, by name.
fn read(dir: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for (folder, prefix) in [(dir.to_owned(), ""), (dir.join("tables"), "tables/")] {
        if !prefix.is_empty() && !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "toml")
                && let Some(name) = path.file_name()
            {
                let name = format!("{prefix}{}", name.to_string_lossy());
                files.push((name, fs::read_to_string(&path)?));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Checks a directory: that its files can be read, what they claim, and the examples.
fn check(dir: &Path) -> io::Result<ExitCode> {
    let files = read(dir)?;
    // Each file on its own, so that a mistake in one does not hide those in the others.
    let mut problems: Vec<(String, Problem)> = files
        .iter()
        .filter_map(|file| over(std::slice::from_ref(file)).err())
        .collect();
    if problems.is_empty() {
        match over(&files) {
            Err(problem) => problems.push(problem),
            Ok(grammar) => problems.extend(beyond_syntax(&files, &grammar)),
        }
    }
    let mut out = io::stdout().lock();
    for (name, problem) in &problems {
        writeln!(out, "{}\n", draw(dir, name, text(&files, name), problem))?;
    }
    if problems.is_empty() {
        writeln!(out, "{} files, no problems", files.len())?;
    }
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}

/// What files that can be read have wrong: labels claimed twice, examples that fail.
fn beyond_syntax(files: &[(String, String)], grammar: &Grammar) -> Vec<(String, Problem)> {
    let mut problems: Vec<(String, Problem)> =
        lint::concepts(text(files, "concepts.toml"), grammar)
            .into_iter()
            .map(|problem| ("concepts.toml".to_owned(), problem))
            .collect();
    for outcome in example::run(grammar) {
        let Some(mistake) = outcome.mistake() else {
            continue;
        };
        let own = text(files, outcome.file);
        let place = own
            .find(&outcome.text)
            .map_or(0..0, |at| at..at + outcome.text.len());
        let message = match own.is_empty() || place.is_empty() {
            true => format!(
                "an embedded example no longer holds: {}: {mistake}",
                outcome.text
            ),
            false => format!("this example does not hold: {mistake}"),
        };
        problems.push((outcome.file.to_owned(), Problem::new(place, message)));
    }
    problems
}

/// A mistake as a compiler draws it: file, line, column, caret.
fn draw(dir: &Path, name: &str, text: &str, problem: &Problem) -> String {
    let path = dir.join(name).display().to_string();
    let title = Level::ERROR.primary_title(problem.message.as_str());
    let end = problem.span.end.min(text.len());
    let snippet = Snippet::source(text)
        .path(path.as_str())
        .annotation(AnnotationKind::Primary.span(problem.span.start.min(end)..end));
    let renderer = Renderer::plain().decor_style(DecorStyle::Unicode);
    renderer.render(&[title.element(snippet)])
}

fn list(out: &mut impl Write, grammar: &Grammar) -> io::Result<()> {
    let meanings: usize = grammar.concepts.labels.values().map(Vec::len).sum();
    let headings: usize = grammar
        .sections
        .kinds
        .iter()
        .map(|k| k.headings.len())
        .sum();
    for (file, kind, count) in [
        ("concepts.toml", "concepts", grammar.concepts.concepts.len()),
        ("concepts.toml", "labels", grammar.concepts.labels.len()),
        ("concepts.toml", "meanings of labels", meanings),
        ("concepts.toml", "examples", grammar.concepts.examples.len()),
        ("clauses.toml", "words", grammar.clauses.words().len()),
        ("clauses.toml", "examples", grammar.clauses.examples.len()),
        (
            "sections.toml",
            "kinds of sections",
            grammar.sections.kinds.len(),
        ),
        ("sections.toml", "headings", headings),
        ("sections.toml", "examples", grammar.sections.examples.len()),
        (
            "report.toml",
            "kinds of reports",
            grammar.reports.kinds.len(),
        ),
        ("checks.toml", "partitions", grammar.checks.partitions.len()),
        (
            "tables",
            "families of statements",
            grammar.statements.families.len(),
        ),
        (
            "tables",
            "self-assessment forms",
            grammar.forms.all().count(),
        ),
    ] {
        writeln!(out, "{file:<16}{kind:<26}{count:>8}")?;
    }
    Ok(())
}

fn examples(out: &mut impl Write, grammar: &Grammar) -> io::Result<ExitCode> {
    let mut failed = false;
    for outcome in example::run(grammar) {
        let mark = if outcome.holds() { "ok" } else { "FAILED" };
        writeln!(out, "{mark:<8}{:<16}{}", outcome.file, outcome.text)?;
        if let Some(mistake) = outcome.mistake() {
            failed = true;
            writeln!(out, "{:<24}{mistake}", "")?;
        }
    }
    Ok(ExitCode::from(u8::from(failed)))
}
