//! What is refused whole, and what looks odd but is read all the same.

use std::fmt::Write as _;

use peace_plan_explorer::format::{ScenarioFile, read_dossier};
use peace_plan_explorer::storage::{Library, OpenedFile};

use crate::support::{
    TRIAL, changed, lines, not_opened, open, read_plan, refused_dossier, refused_plan, shipped_dossier,
    shipped_scenarios, valley_folder, valley_text,
};
use peace_plan_explorer::{
    domain::Severity,
    wording::{problem, problem_text},
};

/// A scenario of the shipped dossier.
fn plan_text() -> String {
    shipped_scenarios().remove(0).1
}

#[track_caller]
fn scenario(opened: OpenedFile) -> Box<ScenarioFile> {
    match opened {
        OpenedFile::Scenario(file) => file,
        OpenedFile::Dossier(..) => panic!("a dossier was opened"),
    }
}

#[test]
fn other_files_are_said_to_be_no_plan() {
    let folder = tempfile::tempdir().unwrap();
    let no_plan = ["\"other.ron\" is not a plan or dossier. \
                    Plans and dossiers are RON records that begin with `kind: Scenario` or `kind: Dossier`"];
    for text in
        ["(kind: Recipe, format: 1)", "(title: \"x\")", "()", "{\"kind\": \"Scenario\"}", "[1, 2]", "Scenario", "42"]
    {
        assert_eq!(not_opened(folder.path(), "other.ron", text.as_bytes()), no_plan, "{text}");
    }
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let problems = not_opened(folder.path(), "picture.ron", png);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("\"picture.ron\" is not a plan or dossier: it is not a text"), "{problems:?}");
    for text in ["", " \n\t\r\n", "\u{feff}", "// a comment alone\n"] {
        let problems = not_opened(folder.path(), "empty.ron", text.as_bytes());
        assert_eq!(problems, ["\"empty.ron\" is empty. Choose another file"], "{text:?}");
    }
    let missing = Library::shipped().open(&folder.path().join("missing.ron")).err().unwrap();
    let missing = problem(&missing[0]);
    assert!(missing.contains("missing.ron") && missing.ends_with(". Check the name"), "{missing}");
    let a_folder = Library::shipped().open(folder.path()).err().unwrap();
    assert!(problem_text(&a_folder[0]).message.ends_with("is a folder"), "{a_folder:?}");
}

#[test]
fn a_slip_in_the_kind_or_the_format_is_placed() {
    assert_eq!(
        refused_plan("(\n    kind: Scenaro,\n    format: 1,\n)"),
        ["Line 2, column 11: \"Scenaro\" is not a kind of file. Did you mean \"Scenario\"?"]
    );
    assert_eq!(
        refused_plan("(\n    kind: Scenario,\n)"),
        ["Line 1, column 1: the field \"format\" is missing. Add `format: 1`"]
    );
    for wrong in ["0", "-1", "1.5", "\"1\"", "one"] {
        let problems = refused_plan(&changed(TRIAL, &[("format: 1", &format!("format: {wrong}"))]));
        assert_eq!(problems, ["Line 3, column 13: \"format\" is not a format. Write 1"], "{wrong}");
    }
    let problems = refused_plan(&valley_text());
    assert_eq!(problems, ["\"plan.ron\" is a dossier, not a plan. Open it as a dossier"]);
    assert!(
        refused_dossier(TRIAL)[0].starts_with("Line 2, column 11: this is not a dossier"),
        "{:?}",
        refused_dossier(TRIAL)
    );
}

#[test]
fn a_newer_format_is_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    for (newer, what) in [(2_u64, "2"), (17, "17"), (u64::MAX, "18446744073709551615")] {
        let wanted = format!(
            "Line 3, column 13: \"new.ron\" was made with a newer version (format {what}; this app reads up to 1). \
             Nothing was changed. Use a newer version of this app"
        );
        for text in [TRIAL, &valley_text()] {
            // Nothing but this is said, though the newer file has much that this version does not know.
            let newer = format!("format: {newer}, future: Branches([(1, 2)]), title: 5");
            let text = text.replacen("format: 1", &newer, 1);
            assert_eq!(not_opened(folder.path(), "new.ron", text.as_bytes()), [wanted.as_str()]);
        }
    }
}

/// Also where a file is not opened itself: beside a scenario, and inside one.
#[test]
fn a_newer_dossier_is_refused_beside_and_inside_a_scenario() {
    let newer = changed(&valley_text(), &[("format: 1", "format: 2")]);
    assert!(
        refused_dossier(&newer)[0].contains("was made with a newer version (format 2"),
        "{:?}",
        refused_dossier(&newer)
    );

    let inside = changed(TRIAL, &[("    guesses:", &format!("    embedded: {newer}, guesses:"))]);
    let problems = refused_plan(&inside);
    assert!(problems.len() == 1 && problems[0].contains("was made with a newer version (format 2"), "{problems:?}");

    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dossier.ron"), &newer).unwrap();
    let problems = not_opened(folder.path(), "plan.ron", TRIAL.as_bytes());
    assert!(problems.len() == 1 && problems[0].contains("newer version (format 2"), "{problems:?}");
}

/// A scenario whose dossier is there but broken says so, instead of asking for the dossier.
#[test]
fn a_broken_dossier_beside_a_scenario_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let broken = changed(&valley_text(), &[("role: Outside", "role: Outsider")]);
    std::fs::write(folder.path().join("dossier.ron"), broken).unwrap();
    let problems = not_opened(folder.path(), "plan.ron", TRIAL.as_bytes());
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0].starts_with("Line 10, column 14: the dossier \"valley\" cannot be read")
            && problems[0].contains("Outsider"),
        "{problems:?}"
    );
}

#[test]
fn a_file_over_five_megabytes_is_not_even_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("big.ron");
    // A file with a hole: its size is found without reading it.
    std::fs::File::create(&path).unwrap().set_len(11_400_000).unwrap();
    let problems = lines(&Library::shipped().open(&path).err().unwrap());
    let wanted = "\"big.ron\" has 11.4 MB; plans are usually under 1 MB (limit 5 MB). It was not opened";
    assert!(problems.len() == 1 && problems[0].starts_with(wanted), "{problems:?}");

    let mut text = plan_text();
    text.push_str(&" ".repeat(5_000_000 - text.len()));
    assert!(open(folder.path(), "full.ron", text.as_bytes()).is_ok(), "5,000,000 bytes are allowed");
    text.push(' ');
    let problems = not_opened(folder.path(), "full.ron", text.as_bytes());
    let wanted = "\"full.ron\" has 5.1 MB; plans are usually under 1 MB (limit 5 MB). It was not opened";
    assert!(problems.len() == 1 && problems[0].starts_with(wanted), "{problems:?}");
}

#[test]
fn brackets_nested_too_deeply_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for bracket in ["(", "[", "{", "Not(", "Some(", "All([", "/*", "x:(", "(a:", "{0:"] {
        let problems = not_opened(folder.path(), "deep.ron", bracket.repeat(10_000).as_bytes());
        assert_eq!(problems.len(), 1, "{bracket}");
        assert!(problems[0].len() < 500, "{}", problems[0]);
    }
    let nested = |levels: usize| {
        let demand = format!("{}Is(\"watch\", \"league\"){}", "Not(".repeat(levels), ")".repeat(levels));
        changed(&valley_text(), &[("demand: Not(Is(\"watch\", \"league\"))", &format!("demand: {demand}"))])
    };
    // A record in a list in a record: three levels stand around the demand, and the last bracket is its own.
    assert!(read_dossier(&nested(59)).is_ok(), "{:?}", read_dossier(&nested(59)).err());
    let problems = refused_dossier(&nested(10_000));
    assert!(problems.len() == 1 && problems[0].contains("nested too deeply"), "{problems:?}");
    // In a part that this program only keeps, too.
    let kept = changed(
        TRIAL,
        &[("    notes:", &format!("    future: {}{},\n    notes:", "[".repeat(10_000), "]".repeat(10_000)))],
    );
    let problems = refused_plan(&kept);
    assert!(problems.len() == 1 && problems[0].contains("nested too deeply"), "{problems:?}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("dossier.ron"), format!("\u{feff}{}", valley_text().replace('\n', "\r\n")))
        .unwrap();
    let plain = read_plan(TRIAL).unwrap();
    let windows = TRIAL.replace('\n', "\r\n");
    for text in [format!("\u{feff}{TRIAL}"), windows.clone(), format!("\u{feff}{windows}")] {
        let file = scenario(open(folder.path(), "plan.ron", text.as_bytes()).unwrap());
        assert_eq!(file.scenario, plain.scenario);
        assert_eq!(file.warnings, []);
    }
    // The same faults stand at the same places.
    let faults = changed(TRIAL, &[("form: Public", "form: Open"), ("\"delay\": 10,", "\"delay\": 10")]);
    assert_eq!(refused_plan(&faults), refused_plan(&faults.replace('\n', "\r\n")));
    let faults = changed(TRIAL, &[("form: Public", "form: Open"), ("unverified: true", "unverified: yes")]);
    assert_eq!(refused_plan(&faults), refused_plan(&faults.replace('\n', "\r\n")));
}

/// A checkout on Windows has other line ends; nobody changed the dossier for that.
#[test]
fn line_ends_do_not_change_a_fingerprint_and_everything_else_does() {
    let text = shipped_dossier();
    let fingerprint = |text: &str| read_dossier(text).unwrap().fingerprint;
    assert_eq!(fingerprint(&text), fingerprint(&text.replace('\n', "\r\n")));
    assert_ne!(fingerprint(&text), fingerprint(&text.replacen("version: ", "version: 1", 1)));
    assert_eq!(fingerprint(&text).len(), 12);
}

/// What would take minutes is not done: every one of these was found by the quadratic work it caused.
#[test]
fn huge_files_full_of_faults_are_answered() {
    let many = |count: usize, part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
    let unknown_terms = many(10_000, &|n| format!("\"t{n}\": {n},\n"));
    let plan = changed(TRIAL, &[("        \"delay\": 10,\n", &unknown_terms)]);
    let unknown_fields = many(10_000, &|n| format!("f{n}: {n},\n"));
    let fields = changed(TRIAL, &[("    notes:", &format!("{unknown_fields}    notes:"))]);
    let wrong_demands = many(5_000, &|n| format!("Is(\"t{n}\", true),\n"));
    let demands = changed(
        &valley_text(),
        &[("demand: Not(Is(\"watch\", \"league\"))", &format!("demand: All([{wrong_demands}])"))],
    );
    let long_id = changed(TRIAL, &[("\"delay\": 10", &format!("\"{}\": 10", "delay".repeat(400_000)))]);
    let references = changed(
        &valley_text(),
        &[("statements: [\"south-1\"]", &format!("statements: [{}]", "\"south-9\",".repeat(10_000)))],
    );
    for (name, text) in
        [("plan", plan), ("fields", fields), ("demands", demands), ("id", long_id), ("references", references)]
    {
        assert!(text.len() < 5_000_000);
        let folder = valley_folder();
        let problems = match read_dossier(&text) {
            Err(problems) if !text.contains("kind: Scenario") => problems,
            _ => match Library::shipped().read_scenario(&text, "plan.ron", Some(&folder)) {
                Ok(file) => file.warnings,
                Err(problems) => problems,
            },
        };
        assert!((1..=1_001).contains(&problems.len()), "{name}: {} problems", problems.len());
        let longest = problems.iter().map(|found| problem(found).chars().count()).max();
        assert!(longest < Some(600), "{name}: a problem of {longest:?} characters");
    }
}

/// A list of problems without end helps nobody, but that there are more is said, and the file stays refused.
#[test]
fn of_very_many_problems_the_first_thousand_are_listed() {
    let mut sources = String::new();
    for n in 0..1_500 {
        writeln!(sources, "(id: \"s{n}\", publisher: \"\", url: \"https://x\", kind: Press, read: InFull),").unwrap();
    }
    let text =
        changed(&valley_text(), &[("    sources: [\n        (id", &format!("    sources: [\n{sources}        (id"))]);
    let problems = read_dossier(&text).unwrap_err();
    assert_eq!(problems.len(), 1_001);
    let last = problems.last().unwrap();
    assert_eq!((last.severity, last.place), (Severity::Error, None));
    assert!(problem(last).contains("500 more problems"), "{last:?}");
}
