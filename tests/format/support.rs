//! What the tests of the files share.

use std::{fs, path::PathBuf};

use peace_plan_explorer::storage::{Place, Problem};

/// The id of the shipped dossier.
pub const SHIPPED: &str = "ukraine-2025-01";

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
    let mut paths: Vec<PathBuf> =
        fs::read_dir(shipped_folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.file_name().unwrap() != "dossier.ron");
    let read = |path: &PathBuf| {
        (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

/// True if a cursor can stand there: on a character, behind the last of a line, or behind the whole text.
pub fn is_inside(text: &str, place: Place) -> bool {
    let Some(line) = place.line.checked_sub(1).and_then(|line| text.split('\n').nth(line)) else { return false };
    (1..=line.chars().count() + 1).contains(&place.column)
}

/// Problems as a user reads them, one a line.
pub fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}
