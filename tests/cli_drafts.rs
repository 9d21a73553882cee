//! The shelf of drafts from the command line, and what saving there does when something is in the way.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use peace_plan_explorer::storage::{Draft, Drafts};
use serde_json::Value;

/// A folder for everything that the program keeps, and one for plans.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("plans")).unwrap();
        Self(folder)
    }

    fn plans(&self) -> PathBuf {
        self.0.path().join("plans")
    }

    /// A window that holds a draft; the draft is left over once it is dropped.
    fn draft(&self, title: &str, scenario: &str) -> (Drafts, String) {
        let mut drafts = Drafts::at(self.0.path().join("drafts"));
        let draft = Draft {
            title: title.to_owned(),
            dossier: "The valley".to_owned(),
            n_set: Some(1),
            written: "2025-01-13T10:42:07".to_owned(),
            path: Some(PathBuf::from("/a class/plan.ron")),
            entry: None,
            opened: None,
            scenario: scenario.to_owned(),
            case: None,
        };
        let name = drafts.write(None, &draft.written, &draft).unwrap();
        (drafts, name)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_peace-plan-explorer"));
        command.args(args).env("PEACE_PLAN_EXPLORER_DATA", self.0.path()).current_dir(self.plans());
        command
    }

    fn run(&self, args: &[&str]) -> (i32, String, String) {
        answer(&self.command(args).output().unwrap())
    }

    fn list(&self) -> Value {
        serde_json::from_str(&self.run(&["drafts", "--json"]).1).unwrap()
    }

    fn names(&self) -> Vec<String> {
        names(&self.plans())
    }
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}

fn answer(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn drafts_are_listed_as_text_and_as_json() {
    let desk = Desk::new();
    let (code, out, _) = desk.run(&["drafts"]);
    assert!(code == 0 && out.starts_with("There are none.\n"), "{out}");
    let (window, name) = desk.draft("Mine", "(title: \"Mine\")");
    assert_eq!(desk.list()["drafts"][0]["open"], true);
    drop(window);
    let list = desk.list();
    assert_eq!((&list["format"], &list["kind"]), (&Value::from(1), &Value::from("drafts")));
    let draft = &list["drafts"][0];
    assert_eq!((draft["name"].as_str(), draft["title"].as_str()), (Some(name.as_str()), Some("Mine")));
    assert_eq!((&draft["open"], &draft["problem"]), (&Value::from(false), &Value::Null));
    let (_, out, _) = desk.run(&["drafts"]);
    for part in
        [name.as_str(), "Mine, 13 Jan 2025, 10:42, The valley", "changes to /a class/plan.ron", "Drafts are kept in "]
    {
        assert!(out.contains(part), "{out}");
    }
}

#[test]
fn a_draft_is_written_out_and_deleted_by_its_name() {
    let desk = Desk::new();
    let (window, name) = desk.draft("Mine", "(title: \"Mine\")");
    let restore = ["drafts", "restore", &name, "--to", "plan.ron"];
    assert_eq!(desk.run(&restore).0, 0, "also while a window works on it");
    assert_eq!(fs::read_to_string(desk.plans().join("plan.ron")).unwrap(), "(title: \"Mine\")");
    let (code, _, err) = desk.run(&restore);
    assert!(code == 2 && err.contains("is there already") && err.contains("\"plan-2.ron\""), "{err}");
    let (code, _, err) = desk.run(&["drafts", "restore", "none", "--to", "other.ron"]);
    assert!(code == 2 && err.contains("there is no draft \"none\""), "{err}");
    let (code, _, err) = desk.run(&["drafts", "delete", &name]);
    assert!(code == 2 && err.contains("is open in a window"), "{err}");
    drop(window);
    assert_eq!(desk.run(&["drafts", "delete", &name]).0, 0);
    assert_eq!(desk.list()["drafts"], Value::Array(Vec::new()));
    assert_eq!(desk.names(), ["plan.ron"]);
}

#[test]
fn one_that_cannot_be_read_is_listed_with_its_problem() {
    let desk = Desk::new();
    fs::create_dir(desk.0.path().join("drafts")).unwrap();
    fs::write(desk.0.path().join("drafts/cut.ron"), "(title: \"cut o").unwrap();
    let problem = desk.list()["drafts"][0]["problem"].as_str().unwrap().to_owned();
    assert!(problem.starts_with("Line 1, column 9: a text is not closed. Add the closing quotation mark"), "{problem}");
    assert!(problem.contains("cut.ron"), "where it is: {problem}");
    let (code, _, err) = desk.run(&["drafts", "restore", "cut", "--to", "plan.ron"]);
    assert!(code == 2 && err.contains(&format!("\"cut\" cannot be read. {problem}")), "{err}");
    assert_eq!(desk.names(), [""; 0]);
}

/// `--force` replaces what is there, but not what is meant to stay.
#[test]
fn a_read_only_file_is_not_replaced_by_force() {
    let desk = Desk::new();
    let path = desk.plans().join("plan.csv");
    fs::write(&path, "mine").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let (code, _, err) = desk.run(&["export", "school-trip", "--to", "plan.csv", "--force"]);
    assert!(code == 2 && err.contains("write-protected") && err.contains("another name"), "{err}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(desk.names(), ["plan.csv"]);
}

#[test]
fn an_export_under_a_taken_name_proposes_a_free_one() {
    let desk = Desk::new();
    fs::write(desk.plans().join("plan.csv"), "mine").unwrap();
    let (code, _, err) = desk.run(&["export", "school-trip", "--to", "plan.csv"]);
    assert!(code == 2 && err.contains("--force") && err.contains("\"plan-2.csv\""), "{err}");
    assert_eq!(fs::read_to_string(desk.plans().join("plan.csv")).unwrap(), "mine");
}

/// A full disk, as far as a test can have one: no file may grow beyond a limit.
#[cfg(unix)]
#[test]
fn a_disk_without_room_costs_neither_the_old_file_nor_a_trace() {
    let desk = Desk::new();
    let path = desk.plans().join("plan.ron");
    fs::write(&path, "(old: 1)").unwrap();
    let (window, name) = desk.draft("Mine", &"x".repeat(100_000));
    drop(window);
    let program = env!("CARGO_BIN_EXE_peace-plan-explorer");
    let script = format!("trap '' XFSZ; ulimit -f 8; exec '{program}' drafts restore {name} --to plan.ron --force");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).env("PEACE_PLAN_EXPLORER_DATA", desk.0.path()).current_dir(desk.plans());
    let (code, _, err) = answer(&shell.output().unwrap());
    assert!(code == 2 && err.contains("cannot be written to and was not changed"), "{code} {err}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "(old: 1)");
    assert_eq!(desk.names(), ["plan.ron"]);
    assert_eq!(desk.list()["drafts"][0]["problem"], Value::Null, "the draft is still there");
}

/// Killed while it saves: what the next save finds, and what it leaves.
#[test]
fn what_a_killed_export_left_goes_with_the_next_one() {
    let desk = Desk::new();
    fs::write(desk.plans().join(".saving-k1LLed"), "cut o").unwrap();
    assert_eq!(desk.run(&["export", "school-trip", "--to", "plan.csv"]).0, 0);
    assert_eq!(desk.names(), ["plan.csv"]);
}
