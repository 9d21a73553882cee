//! What the documents say of the tests is so.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every test that a row of the table names is there; a name that ends in an ellipsis goes on.
#[test]
fn the_tests_that_hold_what_happens_to_files_are_there() {
    let table = fs::read_to_string("docs/files-and-recovery.md").unwrap();
    let code: String = ["src", "tests"].iter().flat_map(|folder| files(Path::new(folder))).map(read).collect();
    let is_there = |name: &str| match name.strip_suffix('\u{2026}') {
        Some(begins) => code.contains(&format!("fn {begins}")),
        None => code.contains(&format!("fn {name}(")) || Path::new("tests").join(format!("{name}.rs")).exists(),
    };
    let mut missing = Vec::new();
    let mut n_names = 0;
    for row in table.lines().filter(|line| line.starts_with("| ")) {
        let held_by = row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
        let names = held_by.split('`').skip(1).step_by(2).filter(|name| name.contains('_') && !name.contains('/'));
        for name in names {
            n_names += 1;
            if !is_there(name) {
                missing.push(format!("{name}, in: {row}"));
            }
        }
    }
    super::complain(&missing);
    assert!(n_names > 20, "the table is read");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn read(path: PathBuf) -> String {
    if path.extension().is_some_and(|ending| ending == "rs") {
        fs::read_to_string(path).unwrap()
    } else {
        String::new()
    }
}
