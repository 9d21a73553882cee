//! The person's own folder: dossiers beside the shipped ones.
//!
//! The folder is named by an environment variable, which belongs to a whole process: each of these tests runs itself
//! once more as a process with a folder of its own.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use peace_plan_explorer::format::{ScenarioFile, read_dossier};
use peace_plan_explorer::storage::{Library, OpenedFile, Shelf, own_folder};

use crate::support::{SHIPPED, TRIAL, changed, lines, shipped_dossier, valley, valley_text};

/// What names the folder of everything that the program keeps.
const DATA: &str = "PEACE_PLAN_EXPLORER_DATA";

/// Set in the process that runs the body of a test.
const INSIDE: &str = "PEACE_PLAN_EXPLORER_TEST";

/// Runs `body` in a process whose data folder is empty and all its own.
fn with_data_folder(test: &str, body: impl FnOnce(&Path)) {
    if std::env::var_os(INSIDE).is_some() {
        return body(&PathBuf::from(std::env::var_os(DATA).unwrap()));
    }
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args([&format!("own_folder::{test}"), "--exact", "--nocapture"])
        .env(DATA, folder.path())
        .env(INSIDE, "1")
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && out.contains("1 passed"), "{out}\n{err}");
}

/// Puts a dossier with scenarios into the person's own folder.
fn put(data: &Path, id: &str, dossier: &[u8], scenarios: &[(&str, &[u8])]) -> PathBuf {
    let folder = data.join("scenarios").join(id);
    assert_eq!(own_folder().unwrap(), data.join("scenarios"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("dossier.ron"), dossier).unwrap();
    for (name, bytes) in scenarios {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder
}

/// The dossiers behind those that are built in, and whether they are said to be built in too.
fn own(library: &Library) -> Vec<(&str, bool)> {
    let n_shipped = Library::shipped().shelves().len();
    let (shipped, own) = library.shelves().split_at(n_shipped);
    assert!(shipped.iter().all(|shelf| shelf.shipped));
    own.iter().map(|shelf| (shelf.id.as_str(), shelf.shipped)).collect()
}

/// What keeps a dossier or a scenario of the library from being read, as a user sees it.
fn problems(shelf: &Shelf, scenario: Option<&str>) -> Vec<String> {
    match scenario {
        None => lines(shelf.dossier().unwrap_err()),
        Some(name) => lines(&shelf.scenario(name).unwrap().unwrap_err()),
    }
}

fn open(path: &Path) -> Result<ScenarioFile, Vec<String>> {
    match Library::new().open(path).map_err(|problems| lines(&problems))? {
        OpenedFile::Scenario(file) => Ok(*file),
        OpenedFile::Dossier(..) => panic!("a dossier"),
    }
}

#[test]
fn own_dossiers_are_listed_behind_the_shipped_ones() {
    with_data_folder("own_dossiers_are_listed_behind_the_shipped_ones", |data| {
        assert_eq!(own(&Library::new()), [], "an empty folder, or none, is no problem");
        let marked = format!("\u{feff}{}", TRIAL.replace('\n', "\r\n"));
        let scenarios: [(&str, &[u8]); 4] = [
            ("trial.ron", TRIAL.as_bytes()),
            ("marked.ron", marked.as_bytes()),
            ("picture.ron", b"\x89PNG\xff"),
            ("notes.txt", b"not a plan"),
        ];
        let folder = put(data, "valley", valley_text().as_bytes(), &scenarios);
        fs::File::create(folder.join("vast.ron")).unwrap().set_len(60_000_000).unwrap();
        fs::write(data.join("scenarios/README.txt"), "mine").unwrap();

        let library = Library::new();
        assert_eq!(own(&library), [("valley", false)]);
        let shelf = library.shelf("valley").unwrap();
        assert_eq!(shelf.dossier().unwrap().dossier, valley().dossier);
        assert_eq!(shelf.scenario_names().collect::<Vec<_>>(), ["marked", "picture", "trial", "vast"]);
        let trial = shelf.scenario("trial").unwrap().unwrap();
        assert_eq!((trial.scenario.plan.n_set(), trial.warnings.len()), (3, 0));
        assert_eq!(shelf.scenario("marked").unwrap().unwrap().scenario, trial.scenario);
        // What cannot be read is listed with the true reason.
        assert!(
            problems(shelf, Some("picture"))[0].contains("it is not a text"),
            "{:?}",
            problems(shelf, Some("picture"))
        );
        assert!(problems(shelf, Some("vast"))[0].contains("has 60 MB"), "{:?}", problems(shelf, Some("vast")));
        assert!(shelf.scenario("none").is_none());
    });
}

#[test]
fn own_dossiers_that_cannot_be_read_are_listed_with_their_problems() {
    with_data_folder("own_dossiers_that_cannot_be_read_are_listed_with_their_problems", |data| {
        let broken = changed(&valley_text(), &[("role: Outside", "role: Outsider"), ("version: 1", "version: one")]);
        put(data, "broken", broken.as_bytes(), &[]);
        put(data, "newer", changed(&valley_text(), &[("format: 1", "format: 2")]).as_bytes(), &[]);
        put(data, "other-name", valley_text().as_bytes(), &[]);
        put(data, SHIPPED, shipped_dossier().as_bytes(), &[]);
        fs::create_dir(data.join("scenarios/without")).unwrap();

        let library = Library::new();
        let all = library.shelves();
        let at = |place: usize| problems(&all[all.len() - 5 + place], None);
        let names = ["broken", "newer", "other-name", SHIPPED, "without"];
        assert_eq!(own(&library), names.map(|name| (name, false)));
        assert!(library.shelf(SHIPPED).unwrap().shipped, "the name stands for the one built in");
        assert_eq!(at(0).len(), 2, "{:?}", at(0));
        assert!(at(1)[0].contains("was made with a newer version (format 2"), "{:?}", at(1));
        assert!(at(2)[0].contains("the dossier's id is \"valley\", its folder is \"other-name\""), "{:?}", at(2));
        assert!(at(3)[0].contains("is built in already"), "{:?}", at(3));
        assert!(at(4)[0].contains("cannot be read"), "{:?}", at(4));
    });
}

#[test]
fn a_scenario_finds_its_dossier_in_the_own_folder_beside_it_or_inside() {
    with_data_folder("a_scenario_finds_its_dossier_in_the_own_folder_beside_it_or_inside", |data| {
        let elsewhere = tempfile::tempdir().unwrap();
        let plan = elsewhere.path().join("plan.ron");
        fs::write(&plan, TRIAL).unwrap();
        let refused = open(&plan).unwrap_err();
        assert!(
            refused[0].starts_with("Line 10, column 14: the dossier \"valley\" is not here. Open the dossier first"),
            "{refused:?}"
        );

        // In the own folder: the library's, so the file brings none of its own.
        let own = put(data, "valley", valley_text().as_bytes(), &[]);
        let file = open(&plan).unwrap();
        assert!(file.embedded.is_none() && file.warnings.is_empty());

        // Beside the file, the very same.
        fs::write(elsewhere.path().join("dossier.ron"), valley_text()).unwrap();
        assert!(open(&plan).unwrap().embedded.is_none());

        // Beside the file, another state: it is used, and handed over, for the plan counts its terms.
        let freeze = "        (\n            id: \"freeze\",";
        let other = valley_text().replace(freeze, &format!("{}{freeze}", extra_term()));
        fs::write(elsewhere.path().join("dossier.ron"), &other).unwrap();
        let file = open(&plan).unwrap();
        let beside = file.embedded.as_ref().expect("the dossier beside the file differs from that of the library");
        assert_eq!(beside.dossier, read_dossier(&other).unwrap().dossier);
        assert_eq!(file.scenario.plan.n_terms(), 4);
        assert!(file.kept.embedded.is_none(), "the file itself holds none");

        // In the own folder alone a broken one is named.
        fs::remove_file(elsewhere.path().join("dossier.ron")).unwrap();
        fs::write(own.join("dossier.ron"), changed(&valley_text(), &[("role: Outside", "role: Outsider")])).unwrap();
        let refused = open(&plan).unwrap_err();
        assert!(
            refused[0].contains("the dossier \"valley\" cannot be read") && refused[0].contains("Outsider"),
            "{refused:?}"
        );

        // Inside the file, whatever lies elsewhere.
        fs::write(&plan, changed(TRIAL, &[("    guesses:", &format!("    embedded: {}, guesses:", valley_text()))]))
            .unwrap();
        assert_eq!(open(&plan).unwrap().embedded.unwrap().dossier, valley().dossier);
    });
}

/// A term before all others, so that every place in a plan moves.
fn extra_term() -> &'static str {
    "        (id: \"tolls\", name: \"Tolls\", question: \"Who pays?\", group: \"Line\", glossary: \"Fees.\", \
     values: Toggle(yes: (name: \"Yes\"), no: (name: \"No\"))),\n"
}

#[test]
fn a_dossier_that_changed_since_is_a_warning_and_no_refusal() {
    with_data_folder("a_dossier_that_changed_since_is_a_warning_and_no_refusal", |data| {
        let folder = put(data, "valley", valley_text().as_bytes(), &[]);
        let opened = |reference: &str| {
            fs::write(folder.join("plan.ron"), changed(TRIAL, &[("id: \"valley\", version: 1", reference)])).unwrap();
            let file = open(&folder.join("plan.ron")).unwrap();
            assert_eq!(file.scenario.plan.n_set(), 3);
            lines(&file.warnings)
        };
        let fingerprint = valley().fingerprint;
        assert_eq!(opened("id: \"valley\""), [""; 0]);
        assert_eq!(opened(&format!("id: \"valley\", version: 1, fingerprint: \"{fingerprint}\"")), [""; 0]);
        let hint = "Marks may differ from those its author saw";
        assert_eq!(
            opened("id: \"valley\", version: 1, fingerprint: \"0123456789ab\""),
            [format!("Line 10, column 14: \"valley\" has changed since this was written. {hint}")]
        );
        assert_eq!(
            opened("id: \"valley\", version: 4, fingerprint: \"0123456789ab\""),
            [format!("Line 10, column 14: written for version 4 of \"valley\"; here is version 1. {hint}")]
        );
    });
}
