//! What is wrong with a file as a whole.

use super::{ProblemText, near, problem, text};
use crate::domain::{FileFault as Fault, limits::FORMAT};

/// What to do about a file whose letters are not in UTF-8.
const AS_UTF_8: &str = "Save it in a text editor with the encoding UTF-8";

pub(super) fn file(fault: &Fault) -> ProblemText {
    match fault {
        Fault::Empty(name) => text(format!("\"{name}\" is empty"), "Choose another file"),
        Fault::NotOurs(name) => text(
            format!("{} is not a plan or dossier", called(name.as_deref())),
            "Plans and dossiers are RON records that begin with `kind: Scenario` or `kind: Dossier`",
        ),
        Fault::NamesDropped(name) => names_dropped(name),
        Fault::NotText(name) => text(
            format!("\"{name}\" is not a plan or dossier: it is not a text"),
            "Plans and dossiers are text files that end in `.ron`",
        ),
        Fault::Utf16(name) => text(format!("\"{name}\" is written in UTF-16, not in UTF-8"), AS_UTF_8),
        Fault::OldLetters { letter, n_more } => {
            let more = match n_more {
                0 => String::new(),
                1 => " and 1 more letter".to_owned(),
                n => format!(" and {n} more letters"),
            };
            let are = if *n_more == 0 { "is" } else { "are" };
            text(format!("\"{letter}\"{more} {are} written in Latin-1 or Windows-1252, not in UTF-8"), AS_UTF_8)
        }
        Fault::TooLarge { name, bytes } => too_large(name, *bytes),
        Fault::UnknownKind(kind, known) => text(format!("\"{kind}\" is not a kind of file"), near(known)),
        Fault::NoFormat => text("the field \"format\" is missing", format!("Add `format: {FORMAT}`")),
        Fault::NotAFormat => text("\"format\" is not a format", format!("Write {FORMAT}")),
        Fault::Newer { name, format } => text(
            format!(
                "{} was made with a newer version (format {format}; this app reads up to {FORMAT}). Nothing was changed",
                called(name.as_deref())
            ),
            "Use a newer version of this app",
        ),
        Fault::DossierForPlan(name) => text(format!("\"{name}\" is a dossier, not a plan"), "Open it as a dossier"),
        Fault::NotADossier => text("this is not a dossier", "Write a record `(kind: Dossier, …)`"),
        Fault::PlanForDossier => text("this is not a dossier but a plan", "Write `kind: Dossier`, if it is one"),
        Fault::PlanInPlaceOfDossier => text("dossier.ron is a plan, not a dossier", ""),
        Fault::Folder(name) => text(format!("\"{name}\" is a folder"), "Choose a file in it"),
        Fault::CannotRead { path, why, is_missing } => {
            text(format!("\"{path}\" cannot be read ({why})"), if *is_missing { "Check the name" } else { "" })
        }
        Fault::System(why) => text(why, ""),
        Fault::OtherFolder { id, folder } => {
            text(format!("the dossier's id is \"{id}\", its folder is \"{folder}\""), "Give both the same name")
        }
        Fault::BuiltIn(id) => {
            text(format!("a dossier \"{id}\" is built in already"), "Rename the folder, and the id in its dossier.ron")
        }
        Fault::NotHere(id) => text(
            format!("the dossier \"{id}\" is not here"),
            "Open the dossier first, put it into your own folder, or ask for the file with the dossier inside",
        ),
        Fault::Broken { id, first } => {
            let first = first.as_ref().map_or_else(String::new, |first| format!(": {}", problem(first)));
            let message = format!("the dossier \"{id}\" cannot be read{first}");
            text(message, "Mend its dossier.ron; `check` lists all problems")
        }
    }
}

fn names_dropped(name: &str) -> ProblemText {
    let message = format!(
        "\"{name}\" was written by another program, which dropped the names of RON: `RedLine` and `Prefers` are the same in \
         it, and nothing can tell them apart"
    );
    text(
        message,
        "Take the file as it was before. For other programs write JSON, `export CASE --to case.json`, which `import` reads",
    )
}

fn called(name: Option<&str>) -> String {
    name.map_or_else(|| "this dossier".to_owned(), |name| format!("\"{name}\""))
}

fn too_large(name: &str, bytes: u64) -> ProblemText {
    // One decimal, rounded up: what is over the limit must not read as if it were not.
    let tenths = bytes.div_ceil(100_000);
    let megabytes = format!("{}.{}", tenths / 10, tenths % 10);
    let megabytes = megabytes.strip_suffix(".0").unwrap_or(&megabytes);
    let message =
        format!("\"{name}\" has {megabytes} MB; plans are usually under 1 MB (limit 5 MB). It was not opened");
    text(message, "Choose another file")
}
