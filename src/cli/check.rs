//! `check`: every problem of files, with place and hint.

use std::path::Path;

use serde::Serialize;

use super::{Done, args::CheckArgs, json, text};
use crate::{
    storage::{Library, OpenedFile, Problem},
    wording::cli as words,
};

/// What `kind` says of a scenario and of a dossier.
const SCENARIO: &str = "scenario";
const DOSSIER: &str = "dossier";

/// What was found in one file.
#[derive(Debug, Serialize)]
struct FileReport {
    file: String,
    kind: Option<&'static str>,
    readable: bool,
    problems: Vec<ProblemReport>,
}

/// One problem. Lines and columns count from 1.
#[derive(Debug, Serialize)]
struct ProblemReport {
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    hint: String,
}

#[derive(Serialize)]
struct Answer {
    format: u32,
    kind: &'static str,
    files: Vec<FileReport>,
}

/// Runs the subcommand.
///
/// # Errors
/// If the answer cannot be written.
pub fn run(args: &CheckArgs) -> Result<Done, String> {
    let files: Vec<FileReport> = args.files.iter().map(|file| check(file)).collect();
    let done = if files.iter().any(|file| !file.readable) {
        Done::CannotRead
    } else if files.iter().any(|file| !file.problems.is_empty()) {
        Done::Problems
    } else {
        Done::Clean
    };
    let text = if args.json {
        json::pretty(&Answer { format: json::FORMAT, kind: "check", files })?
    } else {
        files.iter().map(as_text).collect()
    };
    text::print(&text)?;
    Ok(done)
}

/// In the form that editors understand: `file:line:column: message`.
fn as_text(report: &FileReport) -> String {
    if report.problems.is_empty() {
        return format!("{}: {}\n", report.file, words::NO_PROBLEMS);
    }
    let mut text = String::new();
    for problem in &report.problems {
        let place = [problem.line, problem.column].into_iter().flatten().map(|n| format!(":{n}")).collect::<String>();
        text += &format!("{}{place}: {}\n", report.file, problem.message);
        if !problem.hint.is_empty() {
            text += &text::wrapped("    ", &problem.hint);
        }
    }
    text + &format!("{}: {}\n", report.file, words::problems(report.problems.len()))
}

fn check(path: &Path) -> FileReport {
    let (kind, readable, problems) = match Library::new().open(path) {
        Ok(OpenedFile::Scenario(file)) => (Some(SCENARIO), true, file.warnings),
        Ok(OpenedFile::Dossier(..)) => (Some(DOSSIER), true, Vec::new()),
        Err(problems) => (None, problems.iter().any(|problem| problem.place.is_some()), problems),
    };
    let report = |problem: Problem| ProblemReport {
        line: problem.place.map(|place| place.line),
        column: problem.place.map(|place| place.column),
        message: problem.message,
        hint: problem.hint,
    };
    FileReport {
        file: path.to_string_lossy().into_owned(),
        kind,
        readable,
        problems: problems.into_iter().map(report).collect(),
    }
}
