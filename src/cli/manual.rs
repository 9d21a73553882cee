//! `manual`: manual pages and the completions of shells, made of the arguments themselves so that they cannot fall behind.

use std::{fs, io, path::PathBuf};

use clap::{Args, Command};
use clap_complete::{Shell, generate_to};

use super::Done;
use crate::{storage::why, wording::manual as words};

/// Shells that are written for.
const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell];

/// Arguments of `manual`.
#[derive(Args, Debug)]
pub struct ManualArgs {
    /// Where to.
    #[arg(value_name = "FOLDER", help = words::HELP_FOLDER)]
    pub folder: PathBuf,
}

/// Writes both, for the command line as clap knows it.
///
/// # Errors
/// If the folder cannot be written to.
pub(super) fn run(args: &ManualArgs, command: Command) -> Result<Done, String> {
    write(args, command).map_err(|error| words::not_written(&args.folder.to_string_lossy(), &why(&error)))?;
    Ok(Done::Clean)
}

fn write(args: &ManualArgs, mut command: Command) -> io::Result<()> {
    let [pages, completions] = ["man1", "completions"].map(|name| args.folder.join(name));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    let name = command.get_name().to_owned();
    for shell in SHELLS {
        generate_to(shell, &mut command, name.as_str(), &completions)?;
    }
    clap_mangen::generate_to(command, &pages)
}
