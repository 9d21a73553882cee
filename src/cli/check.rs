//! `check`: every problem of files, with place and hint.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Serialize, Serializer};

use super::{
    Done, coding,
    json::{self, Head},
    text,
};
use crate::{
    analysis,
    domain::{Dossier, Finding, Scenario, Severity, is_brought},
    format::RecordPlaces,
    storage::{self, Library, OpenedFile},
    wording::{DateStyle, ProblemText, cli as words, finding, problem_text, severity, workbook::cli as book_words},
    workbook::{self, CaseFile},
};

/// What `kind` says of a scenario and of a dossier.
const SCENARIO: &str = "scenario";
const DOSSIER: &str = "dossier";
/// The same of a workbook, or of a case as JSON.
const WORKBOOK: &str = "workbook";

/// What was found in one file.
#[derive(Debug, Serialize)]
struct FileReport {
    file: String,
    kind: Option<&'static str>,
    readable: bool,
    problems: Vec<ProblemReport>,
    /// The dossier, of which is told how each party is read.
    #[serde(rename = "parties", serialize_with = "by_party")]
    dossier: Option<Dossier>,
}

impl FileReport {
    fn new(path: &Path, kind: Option<&'static str>, problems: Vec<ProblemReport>) -> Self {
        let file = path.to_string_lossy().into_owned();
        Self { file, kind, readable: kind.is_some(), problems, dossier: None }
    }
}

fn by_party<S: Serializer>(dossier: &Option<Dossier>, to: S) -> Result<S::Ok, S::Error> {
    dossier.as_ref().map(json::read_by_party).serialize(to)
}

/// One problem. Lines and columns count from 1.
#[derive(Debug, Serialize)]
struct ProblemReport {
    severity: Severity,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    hint: String,
}

impl ProblemReport {
    /// A note alone is no reason to fail.
    fn matters(&self) -> bool {
        self.severity != Severity::Note
    }
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    head: Head,
    files: Vec<FileReport>,
}

/// Runs the subcommand.
///
/// # Errors
/// If the answer cannot be written.
pub(super) fn run(args: &CheckArgs) -> Result<Done, String> {
    if args.coding {
        return coding::run(&args.files, args.json);
    }
    let files: Vec<FileReport> = args.files.iter().map(|file| check(file)).collect();
    let done = if files.iter().any(|file| !file.readable) {
        Done::CannotRead
    } else if files.iter().any(|file| file.problems.iter().any(ProblemReport::matters)) {
        Done::Problems
    } else {
        Done::Clean
    };
    let text = if args.json {
        json::pretty(&Answer { head: Head::of("check"), files })?
    } else {
        let problems: String = files.iter().map(as_text).collect();
        // Of several files only what is wrong: their tables would bury it.
        let dossier = if let [file] = &files[..] { file.dossier.as_ref() } else { None };
        problems + &dossier.map_or_else(String::new, |dossier| format!("\n{}", coding::by_party(dossier)))
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
        text += &format!("{}{place}: {}: {}\n", report.file, severity(problem.severity), problem.message);
        if !problem.hint.is_empty() {
            text += &text::wrapped("    ", &problem.hint);
        }
    }
    let n_problems = report.problems.iter().filter(|problem| problem.matters()).count();
    text + &format!("{}: {}\n", report.file, words::problems_and_notes(n_problems, report.problems.len() - n_problems))
}

fn check(path: &Path) -> FileReport {
    if is_of_a_case(path) {
        return workbook(path);
    }
    let path = if path.is_dir() { path.join("dossier.ron") } else { path.to_path_buf() };
    let library = Library::new();
    match library.open(&path) {
        Ok(OpenedFile::Scenario(file)) => {
            FileReport::new(&path, Some(SCENARIO), file.warnings.iter().map(of_file).collect())
        }
        Ok(OpenedFile::Dossier(file, text)) => {
            let of_text = file.warnings.iter().map(of_file);
            let problems = of_text.chain(lint(&library, &file.dossier, &text, &path)).collect();
            FileReport { dossier: Some(file.dossier), ..FileReport::new(&path, Some(DOSSIER), problems) }
        }
        Err(problems) => FileReport {
            readable: problems.iter().any(|problem| problem.place.is_some()),
            ..FileReport::new(&path, None, problems.iter().map(of_file).collect())
        },
    }
}

/// True for a file out of which a case is made, and for a folder of CSV files.
fn is_of_a_case(path: &Path) -> bool {
    if path.is_dir() {
        let has_tables = || storage::read_tables(path, workbook::MAX_BYTES).is_ok();
        return !storage::dossier_path(path).is_file() && has_tables();
    }
    is_brought(path)
}

/// What is wrong with a workbook, by its cells, and with the case that it makes.
fn workbook(path: &Path) -> FileReport {
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let at = |severity, message, hint| ProblemReport { severity, line: None, column: None, message, hint };
    let unreadable = |why| FileReport::new(path, None, vec![at(Severity::Error, why, String::new())]);
    let imported = match workbook::open(path) {
        Ok(CaseFile::Book(book)) => workbook::import(&book, &name),
        Ok(CaseFile::Case { text, .. }) => workbook::of_text(text),
        Ok(CaseFile::Sources(_)) => return unreadable(book_words::SOURCES_NEED_A_CASE.to_owned()),
        Err(why) => return unreadable(why),
    };
    let told = imported.messages.into_iter().map(|told| {
        let place = told.at.map_or_else(String::new, |at| format!("{at}: "));
        at(told.severity, place + &told.message, told.hint)
    });
    let mut problems: Vec<ProblemReport> = told.collect();
    let Some(made) = imported.dossier else { return FileReport::new(path, Some(WORKBOOK), problems) };
    // Its lines are nobody's: the record has a name.
    let found = lint(&Library::shipped(), &made.dossier, &imported.text, Path::new(""));
    problems.extend(found.into_iter().map(|found| ProblemReport { line: None, column: None, ..found }));
    FileReport { dossier: Some(made.dossier), ..FileReport::new(path, Some(WORKBOOK), problems) }
}

fn of_file(problem: &Finding) -> ProblemReport {
    let ProblemText { message, hint } = problem_text(problem);
    ProblemReport {
        severity: problem.severity,
        line: problem.place.map(|place| place.line),
        column: problem.place.map(|place| place.column),
        message,
        hint,
    }
}

/// What an author should look at, with the scenarios that lie beside the dossier.
fn lint(library: &Library, dossier: &Dossier, text: &str, path: &Path) -> Vec<ProblemReport> {
    let files = library.scenarios_beside(path, &dossier.id);
    let scenarios: Vec<&Scenario> = files.iter().map(|file| &file.scenario).collect();
    let places = RecordPlaces::new(text);
    let report = |found: &Finding| {
        let place = places.of(found.subject);
        let words = finding(dossier, &scenarios, found, DateStyle::Iso);
        ProblemReport {
            severity: found.severity,
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            message: format!("{}: {}", words.subject, words.message),
            hint: words.hint,
        }
    };
    analysis::lint(dossier, &scenarios).iter().map(report).collect()
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The files.
    #[arg(value_name = "FILE", required = true, help = words::HELP_CHECK_FILES)]
    pub files: Vec<PathBuf>,
    /// How the positions were read instead of the problems.
    #[arg(long, help = crate::wording::coding::HELP)]
    pub coding: bool,
    /// JSON instead of text.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}
