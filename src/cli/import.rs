//! `import`: a dossier out of a workbook.

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use serde::Serialize;

use super::{
    Done,
    json::{self, Head},
    text,
};
use crate::{
    domain::Severity,
    storage::{SaveError, why, write_file},
    wording::{self, cli as cli_words, workbook::cli as words},
    workbook::{self, Imported, Message, MessageJson},
};

/// Arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The workbook, or a folder of CSV files.
    #[arg(value_name = "FILE", help = words::HELP_FILE)]
    pub file: PathBuf,
    /// Where the dossier goes.
    #[arg(long, value_name = "FOLDER", help = words::HELP_TO)]
    pub to: Option<PathBuf>,
    /// Only look.
    #[arg(long, help = words::HELP_CHECK)]
    pub check: bool,
    /// Replace what is there.
    #[arg(long, help = words::HELP_FORCE)]
    pub force: bool,
    /// JSON instead of text.
    #[arg(long, help = cli_words::HELP_JSON)]
    pub json: bool,
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    head: Head,
    file: String,
    written: Option<String>,
    dossier: Option<String>,
    messages: Vec<MessageJson>,
}

/// Runs the subcommand.
///
/// # Errors
/// If a file cannot be read or written, or nothing says where to.
pub fn run(args: &ImportArgs) -> Result<Done, String> {
    if args.to.is_none() && !args.check {
        return Err(words::NOWHERE.to_owned());
    }
    let book = workbook::open(&args.file)?;
    let name = args.file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let imported = workbook::import(&book, &name);
    let target = args.to.as_ref().filter(|_| !args.check && imported.dossier.is_some());
    let written = target.map(|folder| put(folder, &imported.text, args.force)).transpose()?;
    text::print(&if args.json {
        json::pretty(&Answer {
            head: Head::of("import"),
            file: args.file.to_string_lossy().into_owned(),
            written: written.as_ref().map(|path| path.to_string_lossy().into_owned()),
            dossier: imported.dossier.as_ref().map(|file| file.dossier.id.clone()),
            messages: imported.messages.iter().map(Message::json).collect(),
        })?
    } else {
        as_text(&imported, written.as_deref())
    })?;
    Ok(if imported.dossier.is_some() { Done::Clean } else { Done::Problems })
}

fn put(folder: &Path, text: &str, force: bool) -> Result<PathBuf, String> {
    let file = folder.join("dossier.ron");
    let shown = file.to_string_lossy().into_owned();
    fs::create_dir_all(folder).map_err(|error| words::cannot_make(&folder.to_string_lossy(), &why(&error)))?;
    write_file(&file, text.as_bytes(), force).map_err(|error| match error {
        SaveError::Exists(_) => words::exists(&shown),
        other => other.to_string(),
    })?;
    Ok(file)
}

fn as_text(imported: &Imported, written: Option<&Path>) -> String {
    let mut answer = String::new();
    for message in &imported.messages {
        let severity = wording::severity(message.severity);
        let place = message.at.as_ref().map_or_else(String::new, |at| format!("{at}: "));
        answer += &format!("{place}{severity}: {}\n", message.message);
        if !message.hint.is_empty() {
            answer += &text::wrapped("    ", &message.hint);
        }
    }
    let n_errors = imported.messages.iter().filter(|message| message.severity == Severity::Error).count();
    let Some(file) = &imported.dossier else { return answer + &words::not_taken_over(n_errors) + "\n" };
    let dossier = &file.dossier;
    let figures =
        words::figures(dossier.parties.len(), dossier.terms.len(), dossier.statements.len(), dossier.positions.len());
    answer += &match written {
        Some(path) => words::made(&path.to_string_lossy(), &dossier.title, &figures),
        None => words::would_make(&dossier.title, &figures),
    };
    answer + "\n"
}
