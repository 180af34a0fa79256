//! `gongkai grammar`, and the directories that `--grammars` names.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::{Subcommand, ValueEnum};

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
    /// Count the entries by file and kind, or list the names that entries go by.
    List {
        /// The names to list.
        #[arg(value_enum)]
        names: Option<Names>,
    },
    /// Run all examples: status 1 where one fails.
    Examples,
    /// Print the JSON Schema of the files, or of one of them.
    Schema {
        /// Such as concepts.toml.
        file: Option<String>,
    },
}

/// Names that entries of grammar files go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Names {
    /// The ids of concepts, each with its name.
    Concepts,
    /// The frames, each with what opens it.
    Frames,
    /// The kinds of sections.
    Sections,
}

impl Command {
    /// Runs the command on the embedded grammar or one with a directory laid over it.
    pub(super) fn run(&self, grammar: Option<&Grammar>) -> io::Result<ExitCode> {
        let grammar = grammar.unwrap_or_else(|| Grammar::embedded());
        let mut out = io::stdout().lock();
        match self {
            Command::Check { dir } => return check(dir),
            Command::List { names: None } => list(&mut out, grammar)?,
            Command::List { names: Some(names) } => {
                out.write_all(named(*names, grammar).as_bytes())?;
            }
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
    let files = read(dir).map_err(|e| format!("gongkai: {e}"))?;
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
        for entry in fs::read_dir(&folder).map_err(|e| super::named(&folder, e))? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "toml")
                && let Some(name) = path.file_name()
            {
                let name = format!("{prefix}{}", name.to_string_lossy());
                let text = fs::read_to_string(&path).map_err(|e| super::named(&path, e))?;
                files.push((name, text));
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
        let files = super::counted(files.len(), "file");
        writeln!(out, "{files}, no problems")?;
    }
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}

/// What files that can be read have wrong: names that nothing bears, labels claimed twice or without an example, and
/// only where the names are right, from which the rest would follow, examples that fail.
fn beyond_syntax(files: &[(String, String)], grammar: &Grammar) -> Vec<(String, Problem)> {
    let (concepts, clauses) = (text(files, "concepts.toml"), text(files, "clauses.toml"));
    let in_file = |name: &'static str| move |problem: Problem| (name.to_owned(), problem);
    let of_concepts = lint::concepts(concepts, grammar).into_iter();
    let of_sections = lint::sections(text(files, "sections.toml"), grammar).into_iter();
    let mut problems: Vec<(String, Problem)> = of_concepts
        .map(in_file("concepts.toml"))
        .chain(of_sections.map(in_file("sections.toml")))
        .collect();
    if problems.is_empty() {
        problems.extend(failing_examples(files, grammar));
    }
    let without = lint::without_example(concepts, clauses).into_iter();
    problems.extend(without.map(in_file("concepts.toml")));
    problems
}

/// The examples that fail, where they stand; those of the embedded files at the entries that break them, one mistake
/// an entry.
fn failing_examples(files: &[(String, String)], grammar: &Grammar) -> Vec<(String, Problem)> {
    let mut problems: Vec<(String, Problem)> = Vec::new();
    let mut broken: Vec<(String, Problem, usize)> = Vec::new();
    for outcome in example::run(grammar) {
        let Some(mistake) = outcome.mistake() else {
            continue;
        };
        let words = &outcome.text;
        if let Some(at) = text(files, outcome.file).find(words) {
            let message = format!("this example does not hold: {mistake}");
            let problem = Problem::new(at..at + words.len(), message);
            problems.push((outcome.file.to_owned(), problem));
            continue;
        }
        let all = || {
            files
                .iter()
                .map(|(name, text)| (name.as_str(), text.as_str()))
        };
        let (name, place) = lint::entry_in(words, all())
            .or_else(|| Some((all().next()?.0, 0..0)))
            .unwrap_or((outcome.file, 0..0));
        let same = |(own, problem, _): &&mut (String, Problem, usize)| {
            own == name && problem.span == place
        };
        match broken.iter_mut().find(same) {
            Some((_, _, more)) => *more += 1,
            None => {
                let message = format!("an embedded example no longer holds: {words}: {mistake}");
                broken.push((name.to_owned(), Problem::new(place, message), 0));
            }
        }
    }
    problems.extend(broken.into_iter().map(|(name, mut problem, more)| {
        if more > 0 {
            problem.message += &format!(" (and {more} more)");
        }
        (name, problem)
    }));
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

/// Names that entries go by, one a line.
fn named(names: Names, grammar: &Grammar) -> String {
    let mut lines = String::new();
    match names {
        Names::Concepts => {
            for (id, concept) in &grammar.concepts.concepts {
                lines += &format!("{id}  {}\n", concept.zh);
            }
        }
        Names::Frames => {
            let mut frames = grammar.frames_opened();
            frames.extend(grammar.frames_asked_for());
            for frame in frames {
                lines += &format!("{frame}{}\n", openers(frame, grammar));
            }
        }
        Names::Sections => {
            let kinds = grammar.sections.kinds.iter().map(|k| k.kind.as_str());
            for kind in kinds.collect::<BTreeSet<_>>() {
                lines += &format!("{kind}\n");
            }
        }
    }
    lines
}

/// The sections, lists and funds that open a frame.
fn openers(frame: &str, grammar: &Grammar) -> String {
    let mut openers = BTreeSet::new();
    for kind in &grammar.sections.kinds {
        if kind.frame.as_deref() == Some(frame) {
            openers.insert(format!("section {}", kind.kind));
        }
    }
    for (id, concept) in &grammar.concepts.concepts {
        for (opened, what) in [(&concept.opens, "list"), (&concept.fund, "fund")] {
            if opened.as_deref() == Some(frame) {
                openers.insert(format!("{what} {id}"));
            }
        }
    }
    match openers.is_empty() {
        true => String::new(),
        false => format!("  {}", openers.into_iter().collect::<Vec<_>>().join(", ")),
    }
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
