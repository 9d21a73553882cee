//! `alternatives` and `changes` on the command line.

#[path = "support/program.rs"]
mod program;

use program::{assert_has, json, run};
use serde_json::Value;

const TRIAL: &str = "tests/fixtures/valley/trial.ron";
const DRAFT: &str = "belfast-1998/mitchell-draft-10-april";
const FIFTH: &str = "cyprus-2004/fifth-version";

#[test]
fn alternatives_say_what_is_counted_who_pays_and_how_certain_that_is() {
    let answer = run(&["alternatives", DRAFT, "--must-accept"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_has(
        &answer.out,
        &[
            "Plans that contradict the fewest statements\n",
            "Counted: red lines first, then what is opposed, then what is preferred otherwise; only parties",
            "Counting statements is not advice. It cannot tell how much a statement weighs",
            "This plan: 0 red lines, 3 opposed, ",
            "Fewest: 0 red lines, ",
            "Proven: no plan that keeps the rules has",
            "\n1. ",
            "   Long lists: from Long lists to No long lists\n",
        ],
    );
    assert!(answer.out.lines().all(|line| line.chars().count() <= 100), "{}", answer.out);
}

#[test]
fn alternatives_answer_in_json() {
    let answer = json(&["alternatives", DRAFT, "--rule", "each-cell", "--lock", "policing", "--max", "2", "--json"]);
    assert_eq!((&answer["format"], &answer["kind"]), (&Value::from(1), &Value::from("alternatives")));
    assert_eq!((&answer["rule"], &answer["locked"][0]), (&Value::from("each_cell"), &Value::from("policing")));
    assert_eq!(answer["proven"], true);
    assert_eq!(answer["lower"], answer["upper"]);
    let plans = answer["plans"].as_array().unwrap();
    assert!(!plans.is_empty() && plans.len() <= 2);
    for plan in plans {
        assert_eq!(plan["plan"]["policing"], answer["plan"]["policing"]);
        let cells = plan["contradicts"]["cells"].as_array().unwrap();
        assert_eq!(Value::from(cells.len()), answer["upper"]["cells"]);
        for cell in cells {
            let named = answer["positions"].as_array().unwrap();
            assert!(named.iter().any(|position| position["position"] == cell["positions"][0]));
        }
    }
}

#[test]
fn changes_show_what_each_value_would_change() {
    let answer = run(&["changes", TRIAL]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_has(
        &answer.out,
        &["What would change if just one term were changed\n", "▬ red line   ", "\nWatch: League troops\n"],
    );
    let answer = json(&["changes", TRIAL, "--json"]);
    let joint = answer["changes"].as_array().unwrap().iter().find(|one| one["value"] == "joint").unwrap();
    assert_eq!(joint["cells"][0]["party"], "north");
    assert_eq!((&joint["cells"][0]["before"], &joint["cells"][0]["after"]), (&"opposed".into(), &"in_line".into()));
    let none = answer["changes"].as_array().unwrap().iter().find(|one| one["value"] == "none").unwrap();
    assert_eq!(none["breaks"][0], "freeze-is-watched");
}

#[test]
fn the_fewest_changes_come_with_their_proof() {
    let answer = run(&["changes", FIFTH, "--lift", "red-lines", "--must-accept"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_has(&answer.out, &["1 change. Proven: fewer will not do. There is one way.", "Way 1\n"]);
    let answer = json(&["changes", FIFTH, "--lift", "red-lines", "--must-accept", "--json"]);
    assert_eq!((&answer["upper"], &answer["proven"]), (&Value::from(1), &Value::from(true)));
    assert_eq!(answer["ways"][0]["changes"].as_array().unwrap().len(), 1);

    let locked = ["changes", FIFTH, "--lift", "red-lines", "--must-accept", "--lock", "state"];
    let answer = run(&locked);
    assert_eq!(answer.code, 0);
    assert_has(&answer.out, &["Proven: no change of these terms does it."]);
    let answer = json(&[&locked[..], &["--json"]].concat());
    assert_eq!(answer["upper"], Value::Null);
    assert_eq!(answer["blocked"]["minimal"], true);
    assert_eq!(answer["blocked"]["positions"].as_array().unwrap().len(), 1);
}

#[test]
fn parties_go_by_code_or_id() {
    let by_code = json(&["changes", TRIAL, "--lift", "no:watch", "--json"]);
    let by_id = json(&["changes", TRIAL, "--lift", "north:watch", "--json"]);
    assert_eq!(by_code, by_id);
    assert_eq!(by_code["goal"]["lift"], "cell");
    assert_eq!(by_code["upper"], 1);
}

#[test]
fn terms_and_parties_go_by_id_code_or_name_in_every_option() {
    const NAME: &str = "League Delay";
    let by_id = json(&["alternatives", TRIAL, "--lock", "delay", "--json"]);
    assert_eq!(json(&["alternatives", TRIAL, "--lock", NAME, "--json"]), by_id);
    let by_id = json(&["changes", TRIAL, "--lift", "south:delay", "--json"]);
    assert_eq!(json(&["changes", TRIAL, "--lift", &format!("SOUTH:{NAME}"), "--json"]), by_id);
    let by_id = json(&["verdicts", TRIAL, "--set", "delay=", "--json"]);
    assert_eq!(json(&["verdicts", TRIAL, "--set", &format!("{NAME}="), "--json"]), by_id);
}

#[test]
fn slips_say_what_to_do() {
    for (args, part) in [
        (vec!["alternatives", TRIAL, "--lock", "wach"], "--lock wach: this dossier has no term \"wach\"; did you mean"),
        (vec!["alternatives", TRIAL, "--rule", "some"], "red-lines-first"),
        (vec!["alternatives", TRIAL, "--time-limit", "soon"], "write a number of seconds"),
        (vec!["changes", TRIAL, "--lift", "nord"], "--lift nord: this dossier has no party \"nord\"; did you mean"),
        (vec!["changes", TRIAL, "--lift", "north:wach"], "has no term \"wach\""),
        (vec!["changes", TRIAL, "--leave-out"], "--lift"),
    ] {
        let answer = run(&args);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?}");
        assert_has(&answer.err, &[part]);
    }
}

#[test]
fn help_shows_examples() {
    for command in ["alternatives", "changes"] {
        let answer = run(&[command, "--help"]);
        assert_eq!(answer.code, 0);
        assert_has(&answer.out, &["Examples:\n  peace-plan-explorer", "Exit codes:"]);
    }
}
