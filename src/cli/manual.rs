//! `manual`: manual pages and the completions of shells, made of the arguments themselves so that they cannot fall behind.

use std::{fs, io, path::PathBuf};

use clap::{Args, CommandFactory as _};
use clap_complete::{Shell, generate_to};

use super::{CommandLine, Done};
use crate::wording::manual as words;

/// Shells that are written for.
const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell];

/// Arguments of `manual`.
#[derive(Args, Debug)]
pub struct ManualArgs {
    /// Where to.
    #[arg(value_name = "FOLDER", help = words::HELP_FOLDER)]
    pub folder: PathBuf,
}

/// Writes both.
///
/// # Errors
/// If the folder cannot be written to.
pub fn run(args: &ManualArgs) -> Result<Done, String> {
    write(args).map_err(|error| words::not_written(&args.folder.to_string_lossy(), &error.to_string()))?;
    Ok(Done::Clean)
}

fn write(args: &ManualArgs) -> io::Result<()> {
    let [pages, completions] = ["man1", "completions"].map(|name| args.folder.join(name));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    let mut command = CommandLine::command();
    let name = command.get_name().to_owned();
    for shell in SHELLS {
        generate_to(shell, &mut command, name.as_str(), &completions)?;
    }
    clap_mangen::generate_to(command, &pages)
}
