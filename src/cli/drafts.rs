//! `drafts`: unsaved plans of the window, for where there is none.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use super::{
    Done,
    json::{self, Head},
    text,
};
use crate::{
    storage::{Draft, Drafts, Listed, SaveError, Unreadable, free_path, why, write_keeping},
    wording::{self, DateStyle, cli as cli_words, cli_drafts as words, drafts as draft_words},
};

/// Arguments of `drafts`.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct DraftsArgs {
    /// JSON instead of text.
    #[arg(long, help = cli_words::HELP_JSON)]
    pub json: bool,
    /// What to do with one of them.
    #[command(subcommand)]
    pub command: Option<DraftsCommand>,
}

/// What can be done with a draft.
#[derive(Debug, Subcommand)]
pub enum DraftsCommand {
    /// Writes a draft into a file.
    #[command(about = words::ABOUT_RESTORE)]
    Restore {
        /// The draft.
        #[arg(value_name = "DRAFT", help = words::HELP_DRAFT)]
        draft: String,
        /// The file to write.
        #[arg(long, value_name = "FILE", help = words::HELP_TO)]
        to: PathBuf,
        /// Replace a file.
        #[arg(long, help = words::HELP_FORCE)]
        force: bool,
    },
    /// Deletes drafts.
    #[command(about = words::ABOUT_DELETE)]
    Delete {
        /// The drafts.
        #[arg(value_name = "DRAFT", required = true, help = words::HELP_DRAFT)]
        drafts: Vec<String>,
    },
}

/// What `drafts --json` prints.
#[derive(Debug, Serialize)]
struct Answer {
    #[serde(flatten)]
    head: Head,
    folder: Option<String>,
    drafts: Vec<DraftEntry>,
}

/// A draft in the list. Of one that cannot be read only its name and the problem are known.
#[derive(Debug, Default, Serialize)]
struct DraftEntry {
    name: String,
    title: String,
    dossier: String,
    written: String,
    file: Option<String>,
    /// True while a window works on it.
    open: bool,
    problem: Option<String>,
}

/// Runs the subcommand.
///
/// # Errors
/// If a draft is not known or cannot be read, or a file cannot be written.
pub(super) fn run(args: &DraftsArgs) -> Result<Done, String> {
    let drafts = Drafts::shelf();
    match &args.command {
        None => {
            let answer = answer(&drafts);
            text::print(&if args.json { json::pretty(&answer)? } else { as_text(&answer) })?;
        }
        Some(DraftsCommand::Restore { draft, to, force }) => {
            let found = found(&drafts, draft)?;
            let file = to.to_string_lossy();
            write_keeping(to, found.scenario.as_bytes(), *force).map_err(|error| match error {
                SaveError::Exists(_) => words::exists(&file, &free_path(to).to_string_lossy()),
                other => other.to_string(),
            })?;
            text::print(&words::restored(&found.title, &file))?;
        }
        Some(DraftsCommand::Delete { drafts: names }) => {
            for name in names {
                delete(&drafts, name)?;
            }
        }
    }
    Ok(Done::Clean)
}

fn listed(drafts: &Drafts, name: &str) -> Result<Listed, String> {
    drafts.list().into_iter().find(|listed| listed.name == name).ok_or_else(|| words::unknown(name))
}

fn found(drafts: &Drafts, name: &str) -> Result<Draft, String> {
    listed(drafts, name)?.draft.map_err(|fault| words::cannot_read(name, &told(&fault)))
}

fn told(fault: &Unreadable) -> String {
    draft_words::unreadable(&wording::problem(&fault.problem), &fault.path)
}

fn delete(drafts: &Drafts, name: &str) -> Result<(), String> {
    let listed = listed(drafts, name)?;
    if listed.is_open {
        return Err(words::is_open(name));
    }
    drafts.remove(name).map_err(|error| words::cannot_delete(name, &why(&error)))?;
    text::print(&words::deleted(name))
}

fn answer(drafts: &Drafts) -> Answer {
    let entry = |listed: Listed| match listed.draft {
        Ok(draft) => DraftEntry {
            name: listed.name,
            title: draft.title,
            dossier: draft.dossier,
            written: draft.written,
            file: draft.path.map(|path| path.to_string_lossy().into_owned()),
            open: listed.is_open,
            problem: None,
        },
        Err(fault) => {
            DraftEntry { name: listed.name, open: listed.is_open, problem: Some(told(&fault)), ..DraftEntry::default() }
        }
    };
    Answer {
        head: Head::of("drafts"),
        folder: drafts.folder().map(|folder| folder.to_string_lossy().into_owned()),
        drafts: drafts.list().into_iter().map(entry).collect(),
    }
}

fn as_text(answer: &Answer) -> String {
    let mut text = String::new();
    if answer.drafts.is_empty() {
        text += &text::wrapped("", draft_words::NONE);
    }
    for draft in &answer.drafts {
        text += &text::wrapped("", &draft.name);
        let when = draft_words::written(&draft.written, DateStyle::Words);
        let line = match &draft.problem {
            None => words::line(&draft.title, &when, &draft.dossier, draft.open),
            Some(problem) => words::cannot_read(&draft.name, problem),
        };
        text += &text::wrapped("    ", &line);
        if let Some(file) = &draft.file {
            text += &text::wrapped("    ", &words::from_file(file));
        }
    }
    text + &text::wrapped("", &draft_words::folder(answer.folder.as_deref().unwrap_or_default()))
}
