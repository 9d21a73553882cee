//! What packages carry: manual pages, completions, and what is said of the program beside it.

#[path = "support/program.rs"]
mod program;

use std::{fs, path::Path};

use program::run;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_subcommand_has_a_manual_page_and_every_shell_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    let answer = run(&["manual", &folder.path().to_string_lossy()]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let page = fs::read_to_string(folder.path().join("man1/peace-plan-explorer.1")).unwrap();
    assert!(page.contains(".SH SYNOPSIS") && page.contains("software"), "{page}");
    assert!(!page.contains("manual"), "what is hidden stays hidden");
    let help = run(&["--help"]).out;
    let lines =
        help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1).take_while(|line| !line.is_empty());
    // What a command does goes on in lines that begin further to the right.
    let commands: Vec<&str> =
        lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|word| !word.is_empty())).collect();
    assert!(commands.len() > 8, "{help}");
    for command in &commands {
        let name = format!("man1/peace-plan-explorer-{command}.1");
        assert!(folder.path().join(&name).is_file(), "{name} is missing");
    }
    for name in
        ["peace-plan-explorer.bash", "_peace-plan-explorer", "peace-plan-explorer.fish", "_peace-plan-explorer.ps1"]
    {
        let completions = fs::read_to_string(folder.path().join("completions").join(name)).unwrap();
        for command in &commands {
            assert!(completions.contains(command), "{command} in {name}");
        }
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let answer = run(&["manual", &file.path().to_string_lossy()]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("cannot be written to"), "{}", answer.err);
}

#[test]
fn all_that_is_said_of_the_program_names_its_version() {
    let version = env!("CARGO_PKG_VERSION");
    let places = [
        ("packaging/linux/peace-plan-explorer.metainfo.xml", format!("<release version=\"{version}\"")),
        ("packaging/linux/changelog", format!("peace-plan-explorer ({version}-1)")),
        ("packaging/windows/README.txt", format!("peace-plan-explorer-{version}-windows")),
        ("docs/accessibility.md", format!("Version {version}.")),
    ];
    for (path, expected) in places {
        assert!(text(path).contains(&expected), "{expected} is missing in {path}");
    }
}

/// The workflow is run by others: what can be held here is that it proves what it builds where that is possible, and that no
/// step after the first has the key to the repository.
#[test]
fn a_release_is_tried_before_it_is_kept_and_leaves_no_key_about() {
    let workflow = text(".github/workflows/release.yml");
    let place = |what: &str| workflow.find(what).unwrap_or_else(|| panic!("{what} is missing"));
    assert!(place("run: packaging/linux/build out") < place("run: packaging/linux/try out"));
    assert!(place("run: packaging/linux/try out") < place("name: linux\n"));
    let n = |what: &str| workflow.matches(what).count();
    assert_eq!(n("actions/checkout@"), n("persist-credentials: false"));
}

#[test]
fn a_plan_is_known_by_its_first_words_and_no_ending_is_claimed() {
    let types = text("packaging/linux/peace-plan-explorer.mime.xml");
    assert!(!types.contains("<glob"), "*.ron belongs to many programs");
    let known = |start: &str| {
        ["kind: Scenario", "kind: Dossier"].iter().any(|words| types.contains(words) && start.contains(words))
    };
    for folder in fs::read_dir(root().join("scenarios")).unwrap().map(|entry| entry.unwrap().path()) {
        let files = folder.is_dir().then(|| fs::read_dir(&folder).unwrap()).into_iter().flatten();
        for file in
            files.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "ron"))
        {
            let bytes = fs::read(&file).unwrap();
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).into_owned();
            assert!(known(&start), "{} begins otherwise", file.display());
        }
    }
}
