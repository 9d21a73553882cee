//! `timeline` and `compare` as a user meets them: arguments in, text, JSON and exit code out.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;

use program::{assert_has, run};
use serde_json::Value;

const TRIAL: &str = "tests/fixtures/valley/trial.ron";
const DOSSIER: &str = "tests/fixtures/valley/dossier.ron";
const IDEA: &str = "ukraine-2025-01/reported-idea-full";
const UMBRELLA: &str = "ukraine-2025-01/freeze-nato-umbrella";

fn json(args: &[&str]) -> Value {
    let answer = run(args);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&answer.out).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// The marks of a plan on a day, by party and term, as `verdicts` gives them.
fn verdicts(scenario: &str, day: &str) -> BTreeMap<(String, String), String> {
    let answer = json(&["verdicts", scenario, "--as-of", day, "--json"]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let cell = |cell: &Value| ((text(&cell["party"]), text(&cell["term"])), text(&cell["mark"]));
    list(&answer["cells"]).iter().map(cell).collect()
}

#[test]
fn a_timeline_tells_counts_changes_and_reasons() {
    let answer = run(&["timeline", TRIAL]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_has(
        &answer.out,
        &[
            "The valley (invented for practice)\nFreeze and League troops (proposed, 9 May 2031, A class)\n",
            "3 of 3 terms in the plan\n",
            "Contradictions in the table (depends on which statements are on file)\n",
            "\nWhat changed\n",
            "  - SO, League delay: no stated position, now crosses a red line\n      New: Ion Dale, 5 Apr 2031: ",
        ],
    );
    assert!(answer.out.lines().all(|line| line.chars().count() <= 100), "{}", answer.out);
}

#[test]
fn each_step_has_the_marks_and_counts_of_that_day() {
    let answer = json(&["timeline", TRIAL, "--json"]);
    assert_eq!((&answer["format"], &answer["kind"]), (&Value::from(1), &Value::from("timeline")));
    let steps = list(&answer["steps"]);
    assert!(steps.len() > 2);
    let mut marks: BTreeMap<(String, String), String> = BTreeMap::new();
    for step in steps {
        let text = |cell: &Value, field: &str| cell[field].as_str().unwrap().to_owned();
        for cell in list(&step["cells"]) {
            let before = marks.insert((text(cell, "party"), text(cell, "term")), text(cell, "after"));
            assert_eq!(before.unwrap_or_else(|| "silent".to_owned()), text(cell, "before"), "{step}");
        }
        let day = step["day"].as_str().unwrap();
        let then = verdicts(TRIAL, day);
        let blank = |mark: &str| matches!(mark, "silent" | "on_file" | "empty");
        for (place, mark) in &then {
            let followed = marks.get(place).map_or("silent", String::as_str);
            assert!(followed == mark || (blank(followed) && blank(mark)), "{day} {place:?}: {followed}, not {mark}");
        }
        let contradicted = list(&step["tallies"]).iter().map(|tally| tally["contradicted"].as_u64().unwrap());
        assert_eq!(contradicted.sum::<u64>(), step["n_contradicted"].as_u64().unwrap(), "{day}");
    }
}

#[test]
fn one_term_one_party_and_two_days_can_be_asked_for() {
    let text = run(&["timeline", IDEA, "--term", "NATO delay", "--party", "RU"]).out;
    assert_has(
        &text,
        &["NATO delay: 20 years\n                     RU\n  24 Feb 2023        –\n  14 Jun 2024        ▲\n"],
    );
    assert!(!text.contains("UA"), "{text}");
    let answer = json(&["timeline", IDEA, "--term", "nato_delay", "--party", "ru", "--json"]);
    let all = list(&answer["steps"]).iter().flat_map(|step| list(&step["cells"]));
    assert!(all.clone().count() > 0);
    assert!(all.clone().all(|cell| cell["party"] == "ru" && cell["term"] == "nato_delay"), "{answer}");
    let days = ["timeline", IDEA, "--from", "2024-12-20", "--to", "2025-01-13"];
    assert_has(&run(&days).out, &["What changed: 20 Dec 2024 to 13 Jan 2025\n", "New: Sergey Lavrov, 29 Dec 2024: "]);
    let answer = json(&[&days[..], &["--json"]].concat());
    assert_eq!((list(&answer["steps"]).len(), &answer["between"]["from"]), (0, &Value::from("2024-12-20")));
    let (before, after) = (verdicts(IDEA, "2024-12-20"), verdicts(IDEA, "2025-01-13"));
    let changed = list(&answer["between"]["cells"]);
    assert_eq!(changed.len(), before.iter().filter(|(place, mark)| after[*place] != **mark).count());
    for position in list(&answer["between"]["positions"]) {
        for statement in list(&position["statements"]) {
            assert!(list(&answer["statements"]).iter().any(|known| known["id"] == *statement), "{statement}");
        }
    }
}

#[test]
fn two_plans_stand_in_one_table_with_a_sentence_a_party() {
    let answer = run(&["compare", IDEA, UMBRELLA]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_has(
        &answer.out,
        &[
            "A: Reported idea in its longer form, as of 13 Jan 2025; 5 of 15 terms in the plan\n",
            "B: Freeze under a NATO umbrella, as of 13 Jan 2025; 2 of 15 terms in the plan\n",
            "5 of 15 rows differ\n",
            "NATO delay     20 years        Invite now       ▲▲ △● ○△ ",
            "In each cell: the mark under A, then the mark under B.\n",
            "  UA: 0 newly contradicted, 2 no longer contradicted, 0 unchanged.\n      No longer: Front line and NATO delay\n",
        ],
    );
    assert!(!answer.out.contains("Draft age"), "{}", answer.out);
    assert!(run(&["compare", IDEA, UMBRELLA, "--all"]).out.contains("Draft age"));
}

#[test]
fn comparing_a_plan_with_itself_finds_no_difference() {
    let answer = json(&["compare", IDEA, IDEA, "--json"]);
    assert_eq!((list(&answer["rows"]).len(), &answer["n_differing"]), (0, &Value::from(0)));
    assert_has(&run(&["compare", IDEA, IDEA]).out, &["0 of 15 rows differ\nThe two plans say the same"]);
}

#[test]
fn the_json_of_two_plans_is_that_of_each_by_itself() {
    let answer = json(&["compare", IDEA, UMBRELLA, "--all", "--as-of", "2024-12-01", "--json"]);
    assert_eq!((&answer["kind"], &answer["days_differ"]), (&Value::from("compare"), &Value::from(false)));
    let sides = [("a", verdicts(IDEA, "2024-12-01")), ("b", verdicts(UMBRELLA, "2024-12-01"))];
    let rows = list(&answer["rows"]);
    assert_eq!(rows.len(), 15);
    for (side, then) in &sides {
        for row in rows {
            for cell in list(&row["cells"]) {
                let place = (cell["party"].as_str().unwrap().to_owned(), row["term"].as_str().unwrap().to_owned());
                let mark = cell[*side]["mark"].as_str().unwrap();
                assert_eq!(then.get(&place).map_or("empty", String::as_str), mark, "{side} {place:?}");
                let contradicts = !list(&cell[*side]["contradicts"]).is_empty();
                assert_eq!(contradicts, !cell[*side]["contradicted"].is_null(), "{side} {place:?}");
            }
        }
    }
}

#[test]
fn what_cannot_be_used_ends_with_2_and_a_sentence() {
    let cases: [(&[&str], &str); 5] = [
        (&["compare", IDEA, "belfast-1998/agreement"], "belongs to another case, \"Belfast, 1998\""),
        (&["compare", IDEA, "nowhere.ron"], "nowhere.ron"),
        (&["timeline", IDEA, "--term", "nato"], "did you mean \"nato_delay\"?"),
        (&["timeline", IDEA, "--party", "XX"], "choose one of: "),
        (&["timeline", IDEA, "--from", "soon"], "is not a date"),
    ];
    for (args, says) in cases {
        let answer = run(args);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?}");
        assert_has(&answer.err, &[says]);
    }
    assert_has(&run(&["timeline", DOSSIER]).out, &["Nothing is in the plan, so nothing changes through time."]);
}
