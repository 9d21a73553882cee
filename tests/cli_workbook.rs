//! `new`, `import`, and `export` of a whole case, as a script sees them.

#[path = "support/program.rs"]
mod program;

use std::fs;

use program::run;

#[test]
fn a_case_goes_out_as_a_workbook_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (book, csv, case) = (path("trip.xlsx"), path("csv/"), path("trip"));
    for target in [&book, &csv] {
        let answer = run(&["export", "school-trip", "--to", target]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{target}");
        let answer = run(&["export", "school-trip", "--to", target]);
        assert!(answer.code == 2 && answer.err.contains("--force"), "{}", answer.err);
        let answer = run(&["import", target, "--check"]);
        assert!(answer.code == 0 && answer.out.contains("Nothing is wrong"), "{}{}", answer.out, answer.err);
    }
    assert!(!fs::exists(&case).unwrap());
    let answer = run(&["import", &book, "--to", &case]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(run(&["check", &case]).code, 0);
    let answer = run(&["import", &book, "--to", &case]);
    assert!(answer.code == 2 && answer.err.contains("--force"), "{}", answer.err);
    assert_eq!(run(&["import", &book, "--to", &case, "--force"]).code, 0);
}

#[test]
fn a_workbook_with_an_error_writes_nothing_and_names_the_cell() {
    let folder = tempfile::tempdir().unwrap();
    let (quick, case) = (folder.path().join("quick.csv"), folder.path().join("case"));
    let rows =
        "party;term;operator;values;strength;words;speaker;said\nNorth;Border;is;Open;redline!;Open it;Ann;2024-05\n";
    fs::write(&quick, rows).unwrap();
    let (quick, case) = (quick.to_str().unwrap(), case.to_str().unwrap());
    let answer = run(&["import", quick, "--to", case]);
    assert!(answer.code == 1 && answer.out.contains("quick E2: error"), "{}", answer.out);
    assert!(!fs::exists(case).unwrap());
    let answer = run(&["import", quick, "--check", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((&json["messages"][0]["cell"], &json["dossier"]), (&"E2".into(), &serde_json::Value::Null));
    assert_eq!(run(&["import", quick]).code, 2);
    assert_eq!(run(&["import", "nowhere.xlsx", "--check"]).code, 2);
}

#[test]
fn a_case_begins_from_a_template_from_nothing_or_as_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (template, empty, copy) = (path("Town pool"), path("empty"), path("my-trip"));
    let answer = run(&["new", &template, "--title", "The pool of our town"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let text = fs::read_to_string(format!("{template}/dossier.ron")).unwrap();
    assert!(text.contains("id: \"town-pool\"") && text.contains("title: \"The pool of our town\""), "{text}");
    assert!(text.starts_with("// A case of your own"), "explanations come along");
    assert_eq!(run(&["new", &empty, "--empty"]).code, 0);
    let answer = run(&["new", &copy, "--from", "school-trip"]);
    assert!(answer.code == 0 && answer.out.contains("and 6 plans"), "{}{}", answer.out, answer.err);
    for case in [&template, &empty, &copy] {
        let answer = run(&["check", case]);
        assert!(answer.code < 2 && !answer.out.contains("error"), "{}{}", answer.out, answer.err);
        let answer = run(&["new", case]);
        assert!(answer.code == 2 && answer.err.contains("is there already"), "{}", answer.err);
    }
    let plan = format!("{copy}/lake-plan.ron");
    let answer = run(&["verdicts", &plan]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "a plan of the copy belongs to the copy");
    assert!(fs::read_to_string(plan).unwrap().contains("dossier: (id: \"my-trip\""));
    let shipped = fs::read_to_string("scenarios/school-trip/dossier.ron").unwrap();
    let copied = fs::read_to_string(format!("{copy}/dossier.ron")).unwrap();
    assert_eq!(copied, shipped.replace("id: \"school-trip\"", "id: \"my-trip\""), "nothing else is changed");
    let answer = run(&["new", &path("other"), "--from", "school-tripp"]);
    assert!(answer.code == 2 && answer.err.contains("school-trip"), "{}", answer.err);
    assert!(!fs::exists(path("other")).unwrap());
}
