//! `import`: a dossier out of a workbook, or out of another file that holds a case.

mod sources;

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::{
    Done,
    json::{self, Head},
    text,
};
use crate::{
    domain::Severity,
    format::plan_for,
    storage::{Others, SaveError, plan_paths, write_together},
    wording::{self, cli as cli_words, workbook::cli as words},
    workbook::{self, CaseFile, Imported, Message, MessageJson},
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
pub(super) fn run(args: &ImportArgs) -> Result<Done, String> {
    if args.to.is_none() && !args.check {
        return Err(words::NOWHERE.to_owned());
    }
    let name = args.file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let (imported, plans) = match workbook::open(&args.file)? {
        CaseFile::Book(book) => (workbook::import(&book, &name), Vec::new()),
        CaseFile::Case { text, plans, is_as_written } => {
            let imported = workbook::of_text(text);
            let id = imported.dossier.as_ref().map_or_else(String::new, |file| file.dossier.id.clone());
            // The fingerprint told a text with comments, which JSON has not.
            let plan = |(name, text): (String, String)| match plan_for(&text, &id) {
                Some(of_this) if !is_as_written => (name, of_this),
                _ => (name, text),
            };
            (imported, plans.into_iter().map(plan).collect())
        }
        CaseFile::Sources(items) => return sources::run(args, &items),
    };
    let target = args.to.as_ref().filter(|_| !args.check && imported.dossier.is_some());
    let written = target.map(|folder| put(folder, &imported.text, &plans, args.force)).transpose()?;
    answer(args, &imported, written.as_deref(), as_text(&imported, written.as_deref(), plans.len()))?;
    Ok(if imported.dossier.is_some() { Done::Clean } else { Done::Problems })
}

/// Prints what came of it.
///
/// # Errors
/// If it cannot be written.
fn answer(args: &ImportArgs, imported: &Imported, written: Option<&Path>, text: String) -> Result<(), String> {
    text::print(&if args.json {
        json::pretty(&Answer {
            head: Head::of("import"),
            file: args.file.to_string_lossy().into_owned(),
            written: written.map(|path| path.to_string_lossy().into_owned()),
            dossier: imported.dossier.as_ref().map(|file| file.dossier.id.clone()),
            messages: imported.messages.iter().map(Message::json).collect(),
        })?
    } else {
        text
    })
}

fn put(folder: &Path, text: &str, plans: &[(String, String)], force: bool) -> Result<PathBuf, String> {
    let file = folder.join("dossier.ron");
    let paths = plan_paths(folder, plans.iter().map(|(name, _)| name.as_str()));
    let plans = paths.into_iter().zip(plans.iter().map(|(_, text)| text.as_bytes()));
    let files: Vec<(PathBuf, &[u8])> = plans.chain([(file.clone(), text.as_bytes())]).collect();
    let others = if force { Others::AreKept } else { Others::Stay };
    write_together(folder, &files, others).map_err(|error| match error {
        SaveError::Exists(path) => words::exists(&path.to_string_lossy()),
        other => other.to_string(),
    })?;
    Ok(file)
}

/// Everything that was found, a line each with its hint under it.
fn messages(imported: &Imported) -> String {
    let mut answer = String::new();
    for message in &imported.messages {
        let severity = wording::severity(message.severity);
        let place = message.at.as_ref().map_or_else(String::new, |at| format!("{at}: "));
        answer += &format!("{place}{severity}: {}\n", message.message);
        if !message.hint.is_empty() {
            answer += &text::wrapped("    ", &message.hint);
        }
    }
    answer
}

fn as_text(imported: &Imported, written: Option<&Path>, n_plans: usize) -> String {
    let mut answer = messages(imported);
    let n_errors = imported.messages.iter().filter(|message| message.severity == Severity::Error).count();
    let Some(file) = &imported.dossier else { return answer + &words::not_taken_over(n_errors) + "\n" };
    let dossier = &file.dossier;
    let figures =
        words::figures(dossier.parties.len(), dossier.terms.len(), dossier.statements.len(), dossier.positions.len());
    answer += &match written {
        Some(path) => words::made(&path.to_string_lossy(), &dossier.title, &figures),
        None => words::would_make(&dossier.title, &figures),
    };
    if n_plans > 0 {
        answer += &format!(" {}", words::with_plans(n_plans));
    }
    answer + "\n"
}
