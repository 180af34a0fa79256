//! The command line: flags, exit statuses, files. The only module that touches files and the terminal.

use std::fs;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::{Options, output, source};

/// Reads published Chinese fiscal disclosure reports into exact, normalised data.
#[derive(Debug, Parser)]
#[command(name = "gongkai", version)]
struct Arguments {
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
        /// Write to this file instead of standard output.
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// One JSON object a line, or one for one report.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// Indent the JSON.
        #[arg(long)]
        pretty: bool,
    },
    /// Print the canonical text that all spans point into.
    Text {
        /// The report; `-` is standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
    },
    /// Print the JSON Schema of the output.
    Schema,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object for one report, one a line for several.
    Json,
    /// One JSON object a line.
    Ndjson,
}

/// Runs the command line: 0 when all went well, 2 when some source was not readable.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match execute(arguments.command) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("gongkai: {error}");
            ExitCode::from(2)
        }
    }
}

fn execute(command: Command) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    match command {
        Command::Extract {
            files,
            output,
            format,
            pretty,
        } => {
            let mut out: Box<dyn Write> = match output {
                Some(path) => Box::new(io::BufWriter::new(fs::File::create(path)?)),
                None => Box::new(io::stdout().lock()),
            };
            let lines = format == Format::Ndjson || files.len() > 1;
            for file in files {
                let name = file
                    .file_name()
                    .map_or_else(|| "-".into(), |n| n.to_string_lossy());
                let options = Options {
                    name: &name,
                    ..Options::default()
                };
                let read = load(&file)
                    .and_then(|bytes| crate::extract(&bytes, &options).map_err(|e| e.to_string()));
                match read {
                    Ok(report) => writeln!(out, "{}", output::json(&report, pretty && !lines))?,
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
        Command::Schema => writeln!(io::stdout().lock(), "{}", output::schema())?,
    }
    Ok(code)
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
