//! The snippet of `scenarios/README.md` that reads a case in another language, run as it stands there.

#[path = "support/program.rs"]
mod program;

use std::{fs, process::Command};

use peace_plan_explorer::{domain::Strength, storage::Library};
use program::run;

#[test]
fn the_snippet_of_the_format_counts_what_the_dossier_holds() {
    let readme = fs::read_to_string("scenarios/README.md").unwrap();
    let (_, rest) = readme.split_once("```python\n").expect("there is a snippet");
    let (snippet, _) = rest.split_once("```").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case.json");
    let answer = run(&["export", "school-trip", "--to", case.to_str().unwrap()]);
    assert!(answer.code == 0 && answer.out.contains("case.json"), "{}", answer.err);
    let python = if cfg!(windows) { "python" } else { "python3" };
    // Where there is no Python nobody reads it that way.
    let Ok(said) = Command::new(python).args(["-c", snippet]).current_dir(folder.path()).output() else { return };
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let library = Library::shipped();
    let dossier = &library.shelf("school-trip").unwrap().dossier().unwrap().dossier;
    let firm = |party: usize| {
        let is_its =
            |of: &&peace_plan_explorer::domain::Position| of.party.get() == party && of.strength == Strength::RedLine;
        dossier.positions.iter().filter(is_its).count()
    };
    let expected: Vec<String> =
        dossier.parties.iter().enumerate().map(|(nth, party)| format!("{} {}", party.id, firm(nth))).collect();
    let said = String::from_utf8(said.stdout).unwrap();
    assert_eq!(said.lines().collect::<Vec<_>>(), expected);
}
