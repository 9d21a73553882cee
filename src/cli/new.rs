//! `new`: a case of one's own to begin with.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Done, look_up, text};
use crate::{
    domain::{Date, id_from},
    format::{Pattern, new_case},
    storage::{self, Library, OpenedFile, SaveError, write_case},
    wording::{self, case::cli as words, cli as cli_words},
};

/// Arguments of `new`.
#[derive(Args, Debug)]
pub struct NewArgs {
    /// Where the case goes.
    #[arg(value_name = "FOLDER", help = words::HELP_FOLDER)]
    pub folder: PathBuf,
    /// Its title.
    #[arg(long, value_name = "TITLE", help = words::HELP_TITLE)]
    pub title: Option<String>,
    /// What is copied.
    #[arg(long, value_name = "CASE", help = words::HELP_FROM)]
    pub from: Option<String>,
    /// As little as can be.
    #[arg(long, conflicts_with = "from", help = words::HELP_EMPTY)]
    pub empty: bool,
}

/// The text of what is copied, and its plans for the copy.
type Copied = (String, Vec<(String, String)>);

/// Runs the subcommand.
///
/// # Errors
/// If there is such a case already, what is copied cannot be read, or a file cannot be written.
pub(super) fn run(args: &NewArgs) -> Result<Done, String> {
    let name = args.folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let id = id_from(&name);
    let copied = args.from.as_deref().map(|from| copied(from, &id)).transpose()?;
    let (pattern, plans) = match &copied {
        Some((text, plans)) => (Pattern::Copy(text), plans.as_slice()),
        None if args.empty => (Pattern::Empty, &[][..]),
        None => (Pattern::Template, &[][..]),
    };
    let title = args.title.as_deref().or_else(|| copied.is_none().then_some(&*name));
    let case = new_case(pattern, &id, title, today()).ok_or_else(|| words::NOT_TO_BE_COPIED.to_owned())?;
    if let Err(problems) = case.read() {
        return Err(problems.iter().map(|found| wording::problem(&found.problem)).collect::<Vec<_>>().join("\n"));
    }
    let path = write_case(&args.folder, &case, plans).map_err(|error| match error {
        SaveError::Exists(path) => words::is_there(&path.to_string_lossy()),
        other => other.to_string(),
    })?;
    text::print(&words::made(&path.to_string_lossy(), plans.len()))?;
    Ok(Done::Clean)
}

#[expect(clippy::disallowed_methods, reason = "the command line reads the clock")]
fn today() -> Date {
    let day = jiff::Zoned::now().strftime("%Y-%m-%d").to_string();
    day.parse().expect("a day of the calendar is a date")
}

fn copied(from: &str, id: &str) -> Result<Copied, String> {
    let library = Library::new();
    let path = Path::new(from);
    let file = if path.is_dir() { storage::dossier_path(path) } else { path.to_path_buf() };
    if file.is_file() {
        return match library.open(&file) {
            Ok(OpenedFile::Dossier(_, text)) => Ok((text, Vec::new())),
            Ok(OpenedFile::Scenario(_)) => Err(words::NOT_TO_BE_COPIED.to_owned()),
            Err(problems) => Err(problems.iter().map(wording::problem).collect::<Vec<_>>().join("\n")),
        };
    }
    let ids: Vec<&str> = library.shelves().iter().map(|shelf| shelf.id.as_str()).collect();
    let shelf = library.shelf(from).ok_or_else(|| cli_words::unknown_scenario(from, look_up::nearest(from, &ids)))?;
    Ok((shelf.text.to_string(), shelf.plans_for(id)))
}
