//! `import`, and `export` of a whole case, as a script sees them.

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
