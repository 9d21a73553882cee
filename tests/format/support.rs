//! What the tests of the files share.

use std::{
    fs,
    path::{Path, PathBuf},
};

use peace_plan_explorer::storage::{Library, OpenedFile};
use peace_plan_explorer::{
    domain::{Finding, Place},
    format::{DossierFile, ScenarioFile, read_dossier},
    wording,
};

/// The id of the shipped dossier.
pub const SHIPPED: &str = "ukraine-2025-01";

/// A scenario of the valley with all that the format knows, written as this program writes it.
pub const TRIAL: &str = r#"(
    kind: Scenario,
    format: 1,
    title: "Freeze and League troops",
    author: "A class",
    date: "2031-05-09",
    origin: "Invented for tests.",
    form: Public,
    status: Adopted,
    dossier: (id: "valley", version: 1),
    as_of: "2031-05-10",
    plan: {
        "freeze": true,
        "delay": 10,
        "watch": "league",
    },
    count: (on: [Unnamed], off: [Leaked], unverified: true),
    notes: "Two
lines with a \"quotation\" // and no comment",
    guesses: {
        "north-1": "They fear for the passes.",
    },
)
"#;

/// The folder of the shipped dossier.
pub fn shipped_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(SHIPPED)
}

/// The text of the shipped dossier.
pub fn shipped_dossier() -> String {
    fs::read_to_string(shipped_folder().join("dossier.ron")).unwrap()
}

/// Name and text of the shipped scenarios, A to Z.
pub fn shipped_scenarios() -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(shipped_folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "ron") && path.file_name().unwrap() != "dossier.ron");
    let read =
        |path: &PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap());
    paths.iter().map(read).collect()
}

/// Name and text of every dossier and scenario that is shipped, folder by folder, A to Z.
pub fn all_shipped() -> Vec<(String, String)> {
    let names = |folder: PathBuf| {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    let folders = names(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scenarios"));
    let files = folders.into_iter().filter(|path| path.is_dir()).flat_map(names);
    let is_ron = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
    let read =
        |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap());
    files.filter(is_ron).map(read).collect()
}

/// The folder of a small invented dossier.
pub fn valley_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valley")
}

/// The text of the small invented dossier.
pub fn valley_text() -> String {
    fs::read_to_string(valley_folder().join("dossier.ron")).unwrap()
}

/// The small invented dossier.
pub fn valley() -> DossierFile {
    read_dossier(&valley_text()).unwrap()
}

/// The text with some parts changed; each must stand in it exactly once, so that no test is about nothing.
#[track_caller]
pub fn changed(text: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(text.to_owned(), |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old} in\n{text}");
        text.replace(old, new)
    })
}

/// What a text is read as that lies in the valley's folder as `plan.ron`.
pub fn read_plan(text: &str) -> Result<ScenarioFile, Vec<Finding>> {
    Library::shipped().read_scenario(text, "plan.ron", Some(&valley_folder()))
}

/// What is wrong with a text that lies in the valley's folder as `plan.ron`.
#[track_caller]
pub fn refused_plan(text: &str) -> Vec<String> {
    lines(&read_plan(text).expect_err("the text has faults"))
}

/// What is wrong with the text of a dossier.
#[track_caller]
pub fn refused_dossier(text: &str) -> Vec<String> {
    lines(&read_dossier(text).expect_err("the text has faults"))
}

/// Writes bytes to a file and opens it as the program does.
pub fn open(folder: &Path, name: &str, bytes: &[u8]) -> Result<OpenedFile, Vec<Finding>> {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    Library::shipped().open(&path)
}

/// The problems of a file with these bytes.
#[track_caller]
pub fn not_opened(folder: &Path, name: &str, bytes: &[u8]) -> Vec<String> {
    lines(&open(folder, name, bytes).err().expect("the file has faults"))
}

/// True if a cursor can stand there: on a character, behind the last of a line, or behind the whole text.
pub fn is_inside(text: &str, place: Place) -> bool {
    let Some(line) = place.line.checked_sub(1).and_then(|line| text.split('\n').nth(line)) else { return false };
    (1..=line.chars().count() + 1).contains(&place.column)
}

/// Problems as a user reads them, one a line.
pub fn lines(problems: &[Finding]) -> Vec<String> {
    problems.iter().map(wording::problem).collect()
}
