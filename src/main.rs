//! The door: reads the command line, then opens the window or runs a subcommand.

use std::{path::PathBuf, process::ExitCode};

use clap::Parser as _;
use peace_plan_explorer::cli::{self, CommandLine};

fn main() -> ExitCode {
    let line = CommandLine::parse();
    match &line.command {
        Some(command) => cli::run(command),
        None => open_window(&line.files),
    }
}

/// The place where the window is opened.
fn open_window(_files: &[PathBuf]) -> ExitCode {
    cli::complain("the window is not built yet");
    ExitCode::from(2)
}
