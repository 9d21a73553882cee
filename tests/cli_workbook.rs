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

#[test]
fn a_case_goes_out_as_json_and_as_one_file_with_its_plans_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    for (file, is_as_written) in [(path("trip.json"), false), (path("trip.ron"), true)] {
        let case = path(if is_as_written { "of-ron" } else { "of-json" });
        assert_eq!(run(&["export", "school-trip", "--to", &file]).code, 0);
        let answer = run(&["import", &file, "--check"]);
        assert!(answer.code == 0 && answer.out.contains("6 plans beside it"), "{}{}", answer.out, answer.err);
        assert_eq!(run(&["import", &file, "--to", &case]).code, 0);
        let answer = run(&["check", &case]);
        assert_eq!(answer.code, 0, "{}", answer.out);
        let plan = format!("{case}/lake-plan.ron");
        let answer = run(&["verdicts", &plan]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        let [shipped, here] = ["scenarios/school-trip".to_owned(), case.clone()]
            .map(|folder| fs::read_to_string(format!("{folder}/dossier.ron")).unwrap());
        assert_eq!(shipped == here, is_as_written);
        // The folder itself can be sent on.
        let again = path("again.json");
        assert_eq!(run(&["export", &case, "--to", &again, "--force"]).code, 0);
        assert!(fs::read_to_string(again).unwrap().contains("\"lake-plan\""));
        let answer = run(&["import", &file, "--to", &case]);
        assert!(answer.code == 2 && answer.err.contains("--force"), "{}", answer.err);
    }
    let json = fs::read_to_string(path("trip.json")).unwrap().replacen("\"RedLine\"", "\"Redline\"", 1);
    fs::write(path("wrong.json"), json).unwrap();
    let answer = run(&["import", &path("wrong.json"), "--check"]);
    assert!(answer.code == 1 && answer.out.contains("Position ") && answer.out.contains("RedLine"), "{}", answer.out);
}

#[test]
fn sources_go_out_for_a_reference_manager_and_into_a_case() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (list, case) = (path("sources.csl.json"), path("trip"));
    assert_eq!(run(&["export", "school-trip", "--to", &list]).code, 0);
    assert_eq!(run(&["new", &case, "--from", "school-trip"]).code, 0);
    let before = fs::read_to_string(format!("{case}/dossier.ron")).unwrap();
    let answer = run(&["import", &list, "--to", &case]);
    assert!(answer.code == 0 && answer.out.contains("0 new sources, 0 changed"), "{}{}", answer.out, answer.err);
    assert_eq!(fs::read_to_string(format!("{case}/dossier.ron")).unwrap(), before, "not a byte");
    let more = r#"[{"id": "radio", "type": "broadcast", "title": "Morning", "publisher": "Radio", "URL": "https://example.org/r"}]"#;
    fs::write(&list, more).unwrap();
    let answer = run(&["import", &list, "--to", &case, "--check"]);
    assert!(answer.code == 0 && answer.out.contains("1 new source, 0 changed"), "{}", answer.out);
    assert_eq!(run(&["import", &list, "--to", &case]).code, 0);
    let after = fs::read_to_string(format!("{case}/dossier.ron")).unwrap();
    assert!(after.contains("id: \"radio\"") && after.len() > before.len());
    assert_eq!(fs::read_to_string(format!("{case}/dossier.ron.bak")).unwrap(), before, "what was there is kept");
    let answer = run(&["import", &list, "--check"]);
    assert!(answer.code == 2 && answer.err.contains("--to FOLDER"), "{}", answer.err);
}

#[test]
fn a_file_that_another_program_wrote_without_names_is_recognised() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dossier.ron");
    // What python-ron 0.2.7 makes of a dossier, in each of its three ways.
    for kind in ["{}", "Dossier()", "{\"!__name__\": \"Dossier\"}"] {
        fs::write(&file, format!("{{\"kind\": {kind}, \"format\": 1, \"id\": \"trip\", \"strength\": {{}}}}")).unwrap();
        let answer = run(&["check", file.to_str().unwrap()]);
        assert!(answer.code == 2 && answer.out.contains("dropped the names"), "{}", answer.out);
        assert!(answer.out.contains("case.json"), "{}", answer.out);
    }
}

#[test]
fn check_speaks_of_the_cells_of_a_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let (quick, book) = (folder.path().join("quick.csv"), folder.path().join("trip.xlsx"));
    let rows =
        "party,term,operator,values,strength,words,speaker,said\nNorth,Border,is,Open,firm,Open it,Ann,2024-05\n";
    fs::write(&quick, rows).unwrap();
    let answer = run(&["check", quick.to_str().unwrap()]);
    assert!(answer.code == 1 && answer.out.contains("quick E2: strength: \"firm\""), "{}", answer.out);
    let answer = run(&["check", folder.path().to_str().unwrap(), "--json"]);
    let json: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((&json["files"][0]["kind"], answer.code), (&"workbook".into(), 1));
    assert_eq!(run(&["export", "school-trip", "--to", book.to_str().unwrap()]).code, 0);
    let answer = run(&["check", book.to_str().unwrap()]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
    fs::write(&book, "%PDF-1.7").unwrap();
    let answer = run(&["check", book.to_str().unwrap()]);
    assert!(answer.code == 2 && answer.out.contains("This is a PDF"), "{}", answer.out);
    // A folder with neither is what it was.
    let empty = tempfile::tempdir().unwrap();
    let answer = run(&["check", empty.path().to_str().unwrap()]);
    assert!(answer.code == 2 && answer.out.contains("dossier.ron"), "{}", answer.out);
}
