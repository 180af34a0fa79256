//! The command line: flags, exit statuses, files. The only module that touches files and the terminal.

mod check;
mod explain;
mod grammar;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::grammar::Grammar;
use crate::identity::Kind;
use crate::output::csv::Table;
use crate::{Options, Report, output, source};

/// What the exit statuses say, at the end of `--help`.
const STATUS: &str = "\
Exit status:
  0  all went well; of `check`: no finding is an error
  1  `check`: a finding is an error; `grammar check`, `grammar examples`: something is wrong
  2  a source cannot be read, a file not written, or the arguments are wrong";

/// Reads published Chinese fiscal disclosure reports into exact, normalised data.
#[derive(Debug, Parser)]
#[command(name = "gongkai", version, after_help = STATUS)]
struct Arguments {
    /// Lay the grammar files of this directory over the embedded ones (see grammars/README.md).
    #[arg(long, global = true, value_name = "DIR")]
    grammars: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print what reports state, as JSON.
    Extract {
        /// The reports; `-` is standard input.
        #[arg(default_value = "-")]
        files: Vec<PathBuf>,
        /// Write to this file instead of standard output; with `--format csv` also to a directory, all tables at once.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// One JSON object a line, or one for one report.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// Indent the JSON.
        #[arg(long)]
        pretty: bool,
        /// Of CSV: the table; facts where it is not said.
        #[arg(long, value_enum)]
        table: Option<Table>,
        /// Of CSV: begin with a byte order mark, by which Excel knows UTF-8.
        #[arg(long)]
        bom: bool,
    },
    /// Print the canonical text that all spans point into.
    Text {
        /// The report; `-` is standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
    },
    /// Print what reports contradict in themselves: status 1 where something is an error.
    Check(check::Check),
    /// Print the page of a rule or concept, how a fact came about, or why numbers were left.
    Explain(explain::Explain),
    /// Look at grammar files.
    #[command(subcommand)]
    Grammar(grammar::Command),
    /// Print the JSON Schema of the output.
    Schema,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object for one report, one a line for several.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// A tidy table.
    Csv,
}

/// Runs the command line: 0 when all went well, 2 when some source was not readable.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match execute(arguments) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gongkai: {error}");
            ExitCode::from(2)
        }
    }
}

fn execute(arguments: Arguments) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let over = match arguments.grammars.as_deref().map(grammar::load) {
        Some(Ok(grammar)) => Some(grammar),
        Some(Err(mistake)) => {
            eprintln!("{mistake}");
            return Ok(ExitCode::from(2));
        }
        None => None,
    };
    let grammar = over.as_ref();
    match arguments.command {
        Command::Extract {
            files,
            output,
            format,
            pretty,
            table,
            bom,
        } => {
            if format == Format::Csv {
                return tables(&files, output, table, bom, grammar);
            }
            if table.is_some() || bom {
                let option = if bom { "--bom" } else { "--table" };
                usage(&format!("{option} is of CSV: add --format csv"));
            }
            let mut out: Box<dyn Write> = match output {
                Some(path) if is_directory(&path) => usage(&format!(
                    "{} is a directory: JSON goes to one file; --format csv fills a directory",
                    path.display()
                )),
                Some(path) => create(&path)?,
                None => Box::new(io::stdout().lock()),
            };
            let lines = format == Format::Ndjson || files.len() > 1;
            for file in files {
                match extract(&file, grammar) {
                    Ok(report) => {
                        writeln!(out, "{}", output::json(&report, pretty && !lines))?;
                        warn(&file, &report);
                    }
                    Err(reason) => {
                        eprintln!("gongkai: {}: {reason}", file.display());
                        code = ExitCode::from(2);
                    }
                }
            }
            out.flush()?;
        }
        Command::Text { file } => {
            let read = load(&file).and_then(|bytes| {
                source::read(&bytes, &Default::default()).map_err(|e| e.to_string())
            });
            match read {
                Ok(document) => io::stdout().lock().write_all(document.text.as_bytes())?,
                Err(reason) => {
                    eprintln!("gongkai: {}: {reason}", file.display());
                    code = ExitCode::from(2);
                }
            }
        }
        Command::Check(check) => code = check.run(grammar)?,
        Command::Explain(explain) => code = explain.run(grammar)?,
        Command::Grammar(command) => code = command.run(grammar)?,
        Command::Schema => writeln!(io::stdout().lock(), "{}", output::schema())?,
    }
    Ok(code)
}

/// Writes one table, or with a directory (which is made if its name ends with a slash) all of them.
fn tables(
    files: &[PathBuf],
    output: Option<PathBuf>,
    table: Option<Table>,
    bom: bool,
    grammar: Option<&Grammar>,
) -> io::Result<ExitCode> {
    let mut sinks: Vec<(Table, Box<dyn Write>)> = Vec::new();
    let one = table.unwrap_or(Table::Facts);
    match output {
        Some(path) if is_directory(&path) => {
            if table.is_some() {
                usage("a directory takes all tables: leave --table out, or name a file");
            }
            fs::create_dir_all(&path).map_err(|e| named(&path, e))?;
            for table in Table::ALL {
                let file = path.join(table.name()).with_extension("csv");
                sinks.push((table, create(&file)?));
            }
        }
        Some(path) => sinks.push((one, create(&path)?)),
        None => sinks.push((one, Box::new(io::stdout().lock()))),
    }
    for (table, out) in &mut sinks {
        if bom {
            out.write_all(output::csv::BYTE_ORDER_MARK.as_bytes())?;
        }
        output::csv::write_header(out, *table)?;
    }
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match extract(file, grammar) {
            Ok(report) => {
                for (table, out) in &mut sinks {
                    output::csv::write_rows(out, *table, &report)?;
                }
                warn(file, &report);
            }
            Err(reason) => {
                eprintln!("gongkai: {}: {reason}", file.display());
                code = ExitCode::from(2);
            }
        }
    }
    Ok(code)
}

/// Ends with a mistake in the arguments, as the parser of arguments itself does: status 2.
fn usage(message: &str) -> ! {
    Arguments::command()
        .error(ErrorKind::ArgumentConflict, message)
        .exit()
}

/// Whether an output is meant to be a directory.
fn is_directory(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with('/')
}

fn create(path: &Path) -> io::Result<Box<dyn Write>> {
    let file = fs::File::create(path).map_err(|e| named(path, e))?;
    Ok(Box::new(io::BufWriter::new(file)))
}

/// An error with the name of the file that it is about.
fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Says on standard error of a report of which little was understood that it is so: its silence would look like that
/// of one without contradictions.
fn warn(file: &Path, report: &Report) {
    if let Some(doubt) = doubt(report) {
        eprintln!("gongkai: {}: {doubt}", file.display());
    }
}

/// How little was read of a report: nothing, or fewer numbers than were left. `None` where it was more.
fn doubt(report: &Report) -> Option<String> {
    let (facts, left) = (report.facts.len(), report.unbound.len());
    let assessed = !report.evaluations.is_empty();
    if facts > 0 && facts >= left || facts == 0 && assessed {
        return None;
    }
    let mut doubt = format!("{} read", counted(facts, "fact"));
    if left > 0 {
        doubt += &format!(", {} not understood", counted(left, "number"));
    }
    if report.report.kind == Kind::Unknown {
        doubt += ", kind of report unknown";
    }
    Some(doubt)
}

/// `1 fact`, `2 facts`.
fn counted(count: usize, thing: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{plural}")
}

fn extract(file: &PathBuf, grammar: Option<&Grammar>) -> Result<Report, String> {
    let name = file
        .file_name()
        .map_or_else(|| "-".into(), |n| n.to_string_lossy());
    let options = Options {
        name: &name,
        grammar,
        ..Options::default()
    };
    load(file).and_then(|bytes| crate::extract(&bytes, &options).map_err(|e| e.to_string()))
}

fn load(path: &PathBuf) -> Result<Vec<u8>, String> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|e| e.to_string())?;
        return Ok(bytes);
    }
    fs::read(path).map_err(|e| e.to_string())
}
