//! Pipes, devices and folders where a file is wanted: nothing waits for them, and they stay what they are.

#![cfg(unix)]

#[path = "support/program.rs"]
mod program;

use std::{
    fs::{self, File, OpenOptions},
    os::unix::fs::{FileTypeExt as _, symlink},
    path::{Path, PathBuf},
    process::Command,
};

use peace_plan_explorer::storage::{self, SaveError};
use program::run;
use tempfile::TempDir;

const TRIAL: &str = "tests/fixtures/valley/trial.ron";

/// A pipe of that name, held open at both ends, so that a program that does write to it is found out and waits for nobody.
fn pipe(folder: &TempDir, name: &str) -> (PathBuf, File) {
    let path = folder.path().join(name);
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    let held = OpenOptions::new().read(true).write(true).open(&path).unwrap();
    (path, held)
}

fn is_pipe(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[test]
fn a_pipe_is_refused_at_once_and_stays_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.pdf", "a.html", "a.png", "a.csv", "a.xlsx"] {
        let (path, _held) = pipe(&folder, name);
        for force in [false, true] {
            let mut args = vec!["export", TRIAL, "--to", path.to_str().unwrap()];
            args.extend(force.then_some("--force"));
            let answer = run(&args);
            assert_eq!(answer.code, 2, "{name}: {}{}", answer.out, answer.err);
            assert!(answer.err.contains("no file, but a pipe or a device"), "{name}: {}", answer.err);
            assert!(is_pipe(&path), "{name}");
        }
    }
}

#[test]
fn a_device_and_a_folder_are_refused_and_stay() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    symlink("/dev/full", at("full.pdf")).unwrap();
    fs::create_dir(at("folder.pdf")).unwrap();
    for force in [false, true] {
        let path = at("full.pdf");
        let mut args = vec!["export", TRIAL, "--to", path.to_str().unwrap()];
        args.extend(force.then_some("--force"));
        let answer = run(&args);
        assert_eq!(answer.code, 2, "{}{}", answer.out, answer.err);
        assert!(answer.err.contains("a pipe or a device"), "{}", answer.err);
        let error = storage::write_file(&at("folder.pdf"), b"pdf", force).unwrap_err().to_string();
        assert!(error.contains("it is a folder"), "{error}");
    }
    assert!(fs::metadata("/dev/full").unwrap().file_type().is_char_device());
    assert!(at("folder.pdf").is_dir());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left behind");
}

#[test]
fn plans_and_cases_are_saved_to_no_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _held) = pipe(&folder, "plan.ron");
    let refused = |result: Result<(), SaveError>| matches!(result, Err(SaveError::Cannot { .. }));
    for overwrite in [false, true] {
        assert!(refused(storage::save(&path, "(a: 1)", None, overwrite)));
        assert!(refused(storage::save_edited(&path, "(a: 1)", "(a: 2)", overwrite)));
        assert!(refused(storage::write_keeping(&path, b"a", overwrite)));
    }
    assert!(is_pipe(&path));
}

#[test]
fn a_plan_is_read_from_a_pipe_but_a_folder_of_cases_waits_for_none() {
    let text = fs::read_to_string(TRIAL).unwrap();
    let whole = run(&["verdicts", TRIAL]);
    let folder = tempfile::tempdir().unwrap();
    let beside = folder.path().join("dossier.ron");
    fs::copy("tests/fixtures/valley/dossier.ron", &beside).unwrap();
    let path = folder.path().join("piped.ron");
    assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
    // The plan is read by who asks for it; the case beside it is checked without it.
    let writer = {
        let path = path.clone();
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || fs::write(path, text))
    };
    let piped = run(&["verdicts", path.to_str().unwrap()]);
    writer.unwrap().join().unwrap().unwrap();
    assert_eq!((piped.code, piped.out), (whole.code, whole.out), "{}", piped.err);
    let case = run(&["check", beside.to_str().unwrap()]);
    assert_eq!(case.code, 0, "{}", case.out);
}
