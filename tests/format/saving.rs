//! Saving: at once or not at all, and never over what somebody else wrote.

use std::{
    fs,
    path::{Path, PathBuf},
};

use peace_plan_explorer::format::has_comments;
use peace_plan_explorer::storage::{Library, OpenedFile, SaveError, free_path, save, write_file};

use crate::support::{TRIAL, valley_text};

/// The names of a folder's files, A to Z.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The text of a file as the program opens it, in a folder with its dossier.
fn opened(path: &Path) -> String {
    match Library::shipped().open(path) {
        Ok(OpenedFile::Scenario(file)) => file.text,
        Ok(OpenedFile::Dossier(..)) => panic!("a dossier"),
        Err(problems) => panic!("{problems:?}"),
    }
}

/// A folder with the valley's dossier and a plan with these bytes.
fn folder_with(plan: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dossier.ron"), valley_text()).unwrap();
    let path = folder.path().join("plan.ron");
    fs::write(&path, plan).unwrap();
    (folder, path)
}

const CHANGED: &str = "(changed: true)\n";

fn backup_path(path: &Path) -> PathBuf {
    path.with_extension("ron.bak")
}

#[test]
fn comments_that_would_be_lost_stay_in_a_bak() {
    let commented = TRIAL.replace("    kind:", "    // Written in the library, on a rainy day.\n    kind:");
    let (folder, path) = folder_with(commented.as_bytes());
    let text = opened(&path);
    save(&path, CHANGED, Some(&text), false).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), CHANGED);
    assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), commented);
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron", "plan.ron.bak"]);

    // The next save has nothing to lose and leaves the copy alone.
    save(&path, "(changed: 2)", Some(CHANGED), false).unwrap();
    assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), commented);
}

#[test]
fn without_comments_there_is_no_bak() {
    // Two slashes in a text are no comment.
    let (folder, path) = folder_with(TRIAL.as_bytes());
    let text = opened(&path);
    save(&path, CHANGED, Some(&text), false).unwrap();
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
}

#[test]
fn comments_are_seen_behind_every_kind_of_text() {
    let with = [
        "(a: r\"C:\\\", // note\n)",
        "(a: r#\"one \" and \\\"#, /* note */)",
        "(a: '\"', b: 1, // note\n)",
        "(a: '\\'', b: '\\\\', // \"note\"\n)",
        "(a: \"\\\\\", // note\n)",
        "(a: b\"x\", // note\n)",
        "(r#type: 1, // note\n)",
        "// note",
    ];
    for text in with {
        assert!(has_comments(text), "{text}");
    }
    let without = [
        "(a: r\"// none\")",
        "(a: r##\"\"# // none\"##)",
        "(a: \"\\\" // none\")",
        "(url: \"https://x\")",
        "(a: '/', b: '/')",
        "",
    ];
    for text in without {
        assert!(!has_comments(text), "{text}");
    }
}

#[test]
fn a_change_by_someone_else_is_noticed_and_kept() {
    let (folder, path) = folder_with(TRIAL.as_bytes());
    let text = opened(&path);
    let theirs = TRIAL.replace("A class", "Another class");
    fs::write(&path, &theirs).unwrap();
    let refused = save(&path, CHANGED, Some(&text), false).unwrap_err();
    assert!(matches!(&refused, SaveError::ChangedOnDisk(file) if file.ends_with("plan.ron")), "{refused}");
    assert!(refused.to_string().ends_with("was changed by someone else since it was opened"), "{refused}");
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
    // Having been asked, the person may overwrite it: theirs is kept all the same.
    save(&path, CHANGED, Some(&text), true).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), CHANGED);
    assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), theirs);
}

#[test]
fn bytes_of_someone_else_that_are_no_text_are_noticed_too() {
    let (_folder, path) = folder_with(TRIAL.as_bytes());
    let text = opened(&path);
    fs::write(&path, b"caf\xe9").unwrap();
    let refused = save(&path, CHANGED, Some(&text), false);
    assert!(matches!(refused, Err(SaveError::ChangedOnDisk(_))), "{refused:?}");
    assert_eq!(fs::read(&path).unwrap(), b"caf\xe9");
    save(&path, CHANGED, Some(&text), true).unwrap();
    assert_eq!(fs::read(backup_path(&path)).unwrap(), b"caf\xe9");
}

#[test]
fn a_plan_that_was_deleted_meanwhile_is_written_again() {
    let (_folder, path) = folder_with(TRIAL.as_bytes());
    let text = opened(&path);
    fs::remove_file(&path).unwrap();
    save(&path, CHANGED, Some(&text), false).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), CHANGED);
}

/// The mark is no part of the text, so it is no change by anybody.
#[test]
fn a_file_with_a_byte_order_mark_is_saved_like_any_other() {
    let marked = format!("\u{feff}{TRIAL}");
    let (folder, path) = folder_with(marked.as_bytes());
    let text = opened(&path);
    save(&path, &text, Some(&text), false).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), marked, "nothing was changed, so nothing was written");
    save(&path, CHANGED, Some(&text), false).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), CHANGED);
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
}

#[test]
fn saving_what_is_there_already_does_not_touch_the_file() {
    let (folder, path) = folder_with(TRIAL.as_bytes());
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
    fs::File::options().append(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    save(&path, TRIAL, None, true).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), long_ago);
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
}

/// Saving under the name of a file that was not opened: what is lost is kept.
#[test]
fn another_file_that_is_saved_over_is_kept() {
    let (_folder, path) = folder_with(TRIAL.as_bytes());
    save(&path, CHANGED, None, true).unwrap();
    assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), TRIAL);
}

/// The copy cannot be made, because its name would be longer than names can be. Works for every user.
#[test]
fn a_failing_save_leaves_the_old_file_and_nothing_else() {
    let commented = format!("// mine\n{TRIAL}");
    let folder = tempfile::tempdir().unwrap();
    let name = format!("{}.ron", "x".repeat(248));
    let path = folder.path().join(&name);
    fs::write(&path, &commented).unwrap();
    let error = save(&path, CHANGED, Some(&commented), false).unwrap_err();
    assert!(matches!(&error, SaveError::Cannot { path, .. } if path.ends_with(format!("{name}.bak"))), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), commented);
    assert_eq!(names(folder.path()), [name.as_str()]);

    // A folder in the place of the file itself, and a folder that is not there.
    fs::create_dir(folder.path().join("sub")).unwrap();
    let error = save(&folder.path().join("sub"), CHANGED, None, false).unwrap_err();
    assert!(matches!(error, SaveError::Cannot { .. }), "{error}");
    let error = save(&folder.path().join("none/plan.ron"), CHANGED, None, false).unwrap_err();
    assert!(matches!(error, SaveError::Cannot { .. }), "{error}");
    assert_eq!(names(folder.path()), ["sub", name.as_str()]);
}

/// Saved over three times, nothing of it is gone: the third `.bak` does not take the place of the first.
#[test]
fn every_version_that_is_replaced_is_kept() {
    let (folder, path) = folder_with(b"(first: 1)");
    for text in ["(second: 2)", "(third: 3)", "(fourth: 4)"] {
        save(&path, text, None, true).unwrap();
    }
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let kept = ["plan.ron.bak", "plan.ron.bak-2", "plan.ron.bak-3", "plan.ron"].map(read);
    assert_eq!(kept, ["(first: 1)", "(second: 2)", "(third: 3)", "(fourth: 4)"]);
    // What is kept already is not kept twice.
    fs::write(&path, "(second: 2)").unwrap();
    save(&path, "(fifth: 5)", None, true).unwrap();
    assert_eq!(names(folder.path()).len(), 5);
}

/// It was not opened, so nobody knows what would be lost.
#[test]
fn a_name_that_is_taken_is_asked_about() {
    let (folder, path) = folder_with(TRIAL.as_bytes());
    let refused = save(&path, CHANGED, None, false).unwrap_err();
    assert!(matches!(&refused, SaveError::Exists(taken) if taken.ends_with("plan.ron")), "{refused}");
    assert_eq!(fs::read_to_string(&path).unwrap(), TRIAL);
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
    assert!(free_path(&path).ends_with("plan-2.ron"));
}

/// A rename would pass by the permissions of the file, so they are asked first; by whatever way, also when told to replace.
#[test]
fn a_file_that_is_read_only_stays_as_it_is() {
    let (folder, path) = folder_with(TRIAL.as_bytes());
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    for (opened, overwrite) in [(Some(TRIAL), false), (Some("(old: 1)"), true), (None, true)] {
        let error = save(&path, CHANGED, opened, overwrite).unwrap_err();
        assert!(matches!(error, SaveError::Protected(_)), "{error}");
        assert!(error.to_string().contains("write-protected") && error.to_string().contains("another name"), "{error}");
    }
    let error = write_file(&path, b"pdf", true).unwrap_err();
    assert!(matches!(error, SaveError::Protected(_)), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), TRIAL);
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
}

/// What a program that was killed while it saved leaves: its temporary file, whole or in part. The next save takes it away.
#[test]
fn what_a_killed_save_left_goes_with_the_next_one() {
    let (folder, path) = folder_with(TRIAL.as_bytes());
    fs::write(folder.path().join(".saving-k1LLed"), "(cut o").unwrap();
    fs::write(folder.path().join(".saving-0Ther1"), CHANGED).unwrap();
    save(&path, CHANGED, Some(TRIAL), false).unwrap();
    assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_keeps_its_file() {
    use std::os::unix::fs::PermissionsExt as _;

    let (folder, path) = folder_with(TRIAL.as_bytes());
    let allow = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    allow(0o555);
    // Root may write everywhere; there is nothing to see then.
    let is_root = fs::write(folder.path().join("probe"), "").is_ok();
    if !is_root {
        let error = save(&path, CHANGED, Some(TRIAL), false).unwrap_err();
        let told = error.to_string();
        assert!(told.contains("cannot be written to and was not changed"), "{told}");
        assert!(told.ends_with("you have no permission to write in its folder"), "not of the file: {told}");
    }
    allow(0o755);
    if !is_root {
        assert_eq!(fs::read_to_string(&path).unwrap(), TRIAL);
        assert_eq!(names(folder.path()), ["dossier.ron", "plan.ron"]);
    }
}

/// A shared plan stays as readable, or as private, as its owner made it.
#[cfg(unix)]
#[test]
fn permissions_of_a_file_stay() {
    use std::os::unix::fs::PermissionsExt as _;

    let (_folder, path) = folder_with(TRIAL.as_bytes());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    save(&path, CHANGED, None, true).unwrap();
    assert_eq!((mode(&path), mode(&backup_path(&path))), (0o600, 0o600), "the copy is no more readable than the plan");
}
