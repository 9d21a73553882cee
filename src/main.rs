//! The door: reads the command line, then opens the window or runs a subcommand.

use std::process::ExitCode;

use clap::Parser as _;
use peace_plan_explorer::cli::{self, CommandLine};

fn main() -> ExitCode {
    let line = CommandLine::parse();
    match &line.command {
        Some(command) => cli::run(command),
        None => cli::open_window(line.files, line.exit_after_first_frame),
    }
}
