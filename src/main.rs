//! The door: reads the command line, then opens the window or runs a subcommand.

// A double click opens the window alone; from a console, answers go there.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser as _;
use peace_plan_explorer::{
    cli::{self, CommandLine},
    gui,
};

fn main() -> ExitCode {
    gui::attach();
    let line = CommandLine::parse();
    match &line.command {
        Some(command) => cli::run(command),
        None => {
            let painter = line.painter();
            cli::open_window(line.files, painter, line.exit_after_first_frame)
        }
    }
}
