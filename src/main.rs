//! The command line: one command, one shell.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
