//! Faults of texts and files in words: what is wrong, and what to do about it.

mod dossier;
mod field;
mod file;
mod plan;
mod syntax;

use crate::domain::{Fault, Finding, FindingKind, Flaw, MAX_VALUES, Near, Place, SettingsFault};

/// The largest number of characters of a message, and of a hint: what is quoted in them may be of any length.
const MAX_MESSAGE: usize = 300;

/// A fault in words. Neither ends with a full stop, for they may stand behind one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemText {
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub hint: String,
}

fn text(message: impl Into<String>, hint: impl Into<String>) -> ProblemText {
    ProblemText { message: message.into(), hint: hint.into() }
}

/// A fault in words. What the lint finds is told by `finding`, which knows the dossier.
#[must_use]
pub fn problem_text(problem: &Finding) -> ProblemText {
    let ProblemText { message, hint } = match &problem.kind {
        FindingKind::Fault(fault) => self::fault(fault),
        FindingKind::Flaw(flaw) => self::flaw(flaw),
        FindingKind::Lint(_) => text("", ""),
    };
    ProblemText { message: shortened(&message, MAX_MESSAGE), hint: shortened(&hint, MAX_MESSAGE) }
}

/// "Line 14, column 9: expected a comma. Write one after the field before"
#[must_use]
pub fn problem(problem: &Finding) -> String {
    let ProblemText { message, hint } = problem_text(problem);
    let place =
        problem.place.map_or_else(String::new, |Place { line, column }| format!("Line {line}, column {column}: "));
    let hint = if hint.is_empty() { hint } else { format!(". {hint}") };
    format!("{place}{message}{hint}")
}

/// "Did you mean \"x\"?", or a list of what there is.
#[must_use]
pub fn near(near: &Near) -> String {
    match near {
        Near::Unknown => String::new(),
        Near::Written(meant) => format!("Write {meant}"),
        Near::Nearest(name) => format!("Did you mean \"{name}\"?"),
        Near::Known(all) => format!("Known are: {}", all.join(", ")),
    }
}

fn fault(fault: &Fault) -> ProblemText {
    match fault {
        Fault::File(fault) => file::file(fault),
        Fault::Syntax(found, wanted) => syntax::syntax(found, *wanted),
        Fault::Field(fault) => field::field(fault),
        Fault::Dossier(fault) => dossier::dossier(fault),
        Fault::Plan(fault) => plan::plan(fault),
        Fault::Settings(fault) => settings(fault),
    }
}

/// What only the whole dossier can tell.
fn flaw(flaw: &Flaw) -> ProblemText {
    let hint = match flaw {
        Flaw::TooHard(_) => {
            "Take the demand apart into several, each about fewer terms, or write parts that belong together side by side"
        }
        Flaw::Replaces(_) => "A position replaces older ones, never itself, nor in a circle",
        Flaw::NoStatement(_) => "Name at least one statement",
        Flaw::DemandWithoutTerm(_) => "Name the term whose cell it marks",
        Flaw::Nothing(_) | Flaw::TooMany(_) | Flaw::Values(..) | Flaw::Dangling(_) => "Compare it with the format",
    };
    let message = match flaw {
        Flaw::TooHard(id) => {
            format!("the demand of \"{id}\" is too hard to decide: its parts depend on each other in too many ways")
        }
        Flaw::Replaces(id) => format!("position \"{id}\" replaces a position of another party, or itself"),
        Flaw::NoStatement(id) => format!("position \"{id}\" cites no statement"),
        Flaw::DemandWithoutTerm(id) => format!("position \"{id}\" has a demand but no `about`"),
        Flaw::Nothing(list) => format!("the dossier has no {list}"),
        Flaw::TooMany(list) => format!("the dossier has more than 65,535 {list}"),
        Flaw::Values(id, n) => format!("term \"{id}\" needs 1 to {MAX_VALUES} values and has {n}"),
        Flaw::Dangling(id) => format!("\"{id}\" refers to something that is not in the dossier"),
    };
    text(message, hint)
}

fn settings(SettingsFault { why, kept }: &SettingsFault) -> ProblemText {
    let hint = match kept {
        Ok(path) => format!("The old file is kept as \"{path}\""),
        Err(why) => format!("The old file could not be kept ({why})"),
    };
    let why: Vec<String> = why.iter().map(problem).collect();
    text(format!("the settings could not be read ({})", why.join("; ")), hint)
}

/// The beginning of a text.
fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
