//! The command line of `gongkai`; see [`gongkai::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    gongkai::cli::run()
}
