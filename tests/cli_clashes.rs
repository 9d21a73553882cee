//! `clashes` as a user meets it.

#[path = "support/program.rs"]
mod program;

use program::{Answer, assert_has};
use serde_json::Value;

const TRIAL: &str = "tests/fixtures/valley/trial.ron";

fn run(args: &[&str]) -> Answer {
    program::run(&[&["clashes"], args].concat())
}

fn json(args: &[&str]) -> Value {
    let answer = run(&[args, &["--json"]].concat());
    assert_eq!(answer.code, 0, "{}", answer.err);
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}\n{}", answer.out))
}

fn list<'a>(value: &'a Value, field: &str) -> &'a Vec<Value> {
    value[field].as_array().unwrap_or_else(|| panic!("no list {field} in {value}"))
}

#[test]
fn the_text_holds_matrix_groups_and_pairs_with_citations() {
    let answer = run(&["ukraine-2025-01", "--red-lines"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_has(
        &answer.out,
        &[
            "13 red lines of 4 parties, as of 13 Jan 2025: 3 pairs of statements that no plan can meet together.\n",
            "        RU   UA   DE   EU",
            "\nRU       0    1    /    /",
            "\nUA       1    0    /    /",
            "/ nothing of one of them is asked about (not consent)\n",
            "No plan meets all the red lines on file. The smallest clash is 2 statements. 3 groups of red lines\nprevent it.\n",
            "\nPairs\n  Russia and Ukraine (1)\n    [4] [5] Territory\n",
            "\nStatements\n[1]   UA: Ministry of Foreign Affairs, ",
            "      Red line. Met if NATO delay is Never.\n",
        ],
    );
    let longest = answer.out.lines().filter(|line| !line.contains("https://")).map(|line| line.chars().count()).max();
    assert!(longest <= Some(100), "{longest:?}");
}

#[test]
fn sets_and_ways_out_are_listed_with_how_many_there_are() {
    let sets = run(&["ukraine-2025-01", "--sets", "--max", "5"]).out;
    assert_has(
        &sets,
        &["Clash sets. No plan can meet all of a set: drop any one\n", "175 clash sets in all; the first 5 are listed"],
    );
    let threes = run(&["ukraine-2025-01", "--sets", "--max", "1000"]).out;
    assert_has(&threes, &["175 clash sets in all.\n", "It needs the rule: if Order of steps is Ceasefire first"]);
    let ways = run(&["school-trip", "--ways-out"]).out;
    assert_has(
        &ways,
        &["What would have to give. If all of a set give way, some plan meets all the others\n  3 ways out in all."],
    );
    let parties = run(&["school-trip", "--parties"]).out;
    assert_has(&parties, &["No plan can do all that ", "  If all statements of "]);
    let pairs = run(&["school-trip"]).out;
    assert_has(&pairs, &["\nNo two statements on file exclude each other.\n"]);
}

#[test]
fn the_json_carries_ids_reasons_and_how_far_lists_go() {
    let whole = json(&["ukraine-2025-01", "--sets", "--ways-out", "--max", "400"]);
    assert_eq!((&whole["format"], &whole["kind"]), (&Value::from(1), &Value::from("clashes")));
    assert_eq!(whole["on_plan"], false);
    assert_eq!(list(&whole, "pairs").len(), 91);
    let positions = list(&whole, "positions");
    let statements = list(&whole, "statements");
    let about = |id: &Value| &positions.iter().find(|position| position["position"] == *id).unwrap()["about"];
    let by_rule = list(&whole, "pairs").iter().find(|pair| !list(pair, "rules").is_empty()).unwrap();
    assert_ne!(about(&by_rule["positions"][0]), about(&by_rule["positions"][1]));
    for position in positions {
        let cited = list(position, "statements");
        assert!(!cited.is_empty());
        assert!(cited.iter().all(|id| statements.iter().any(|statement| statement["id"] == *id)), "{position}");
    }
    let sets = &whole["clash_sets"];
    assert_eq!((&sets["count"], &sets["end"], &sets["of"]), (&"175".into(), &"all".into(), &"positions".into()));
    assert_eq!(sets["complete_up_to"], Value::Null);
    assert_eq!(sets["by_size"][0]["size"], 2);
    assert_eq!(sets["by_size"][0]["count"], "91");
    let sizes: Vec<usize> = list(sets, "sets").iter().map(|set| list(set, "members").len()).collect();
    assert!(sizes.is_sorted() && sizes.len() == 175);
    let ways = &whole["ways_out"];
    assert_eq!((&ways["count"], &ways["end"], &ways["complete_up_to"]), (&"3360".into(), &"enough".into(), &26.into()));
    assert_eq!(whole["red_lines"]["can_all_be_met"], false);
    assert_eq!(list(&whole["red_lines"]["clash_sets"], "sets").len(), 3);
    let few = json(&["ukraine-2025-01", "--sets", "--max-size", "2"]);
    assert!(list(&few["clash_sets"], "sets").iter().all(|set| list(set, "members").len() == 2));
    let parties = json(&["ukraine-2025-01", "--parties"]);
    assert_eq!(parties["clash_sets"]["of"], "parties");
    assert_eq!(parties["clash_sets"]["count"], "26");
    assert_eq!(parties["ways_out"]["by_size"][0]["size"], 4);
}

#[test]
fn on_a_plan_what_it_fixes_is_said_and_what_it_contradicts_stands_alone() {
    let whatever = json(&[TRIAL]);
    let on_plan = json(&[TRIAL, "--on-plan"]);
    assert_eq!(on_plan["on_plan"], true);
    assert!(list(&whatever, "alone").is_empty());
    assert!(!list(&on_plan, "alone").is_empty(), "the plan contradicts statements");
    let empty = ["--set", "freeze=", "--set", "delay=", "--set", "watch="];
    let bare = json(&[&[TRIAL, "--on-plan"], &empty[..]].concat());
    assert_eq!(bare["pairs"], whatever["pairs"], "an empty plan fixes nothing");
    let broken = run(&[TRIAL, "--on-plan", "--set", "watch=none"]);
    assert_has(&broken.out, &["This plan breaks a rule of the case"]);
    assert_eq!(json(&[TRIAL, "--on-plan", "--set", "watch=none"])["any_plan"], false);
    // A plan can make two conditional statements exclude each other.
    let fixed = json(&["ukraine-2025-01", "--on-plan", "--set", "freeze=true", "--set", "peacekeepers=european"]);
    let needs = |pair: &&Value| list(pair, "fixed_by_plan").iter().any(|term| term == "freeze");
    assert!(list(&fixed, "pairs").iter().any(|pair| needs(&pair)), "{}", fixed["pairs"]);
}

#[test]
fn a_search_that_is_stopped_prints_what_it_has_and_ends_with_3() {
    for also in [&["--sets", "--ways-out"][..], &["--json"], &["--parties"]] {
        let answer = run(&[&["ukraine-2025-01", "--steps", "100"], also].concat());
        assert_eq!((answer.code, answer.err.as_str()), (3, ""), "{also:?} {}", answer.out);
        let whole = run(&[&["ukraine-2025-01", "--steps", "100000000"], also].concat());
        assert_eq!((whole.code, whole.out), (0, run(&[&["ukraine-2025-01"], also].concat()).out), "{also:?}");
    }
    let enough = run(&["ukraine-2025-01", "--sets", "--max", "1"]);
    assert_eq!(enough.code, 0, "a list that is as long as asked for is no search that was stopped");
    let usual = run(&["ukraine-2025-01", "--time-limit", "100000"]);
    assert_eq!(usual.out, run(&["ukraine-2025-01"]).out);
}

#[test]
fn slips_say_what_to_do() {
    for (args, part) in [
        (&["ukraine-2025-01", "--max", "0"][..], "is not a number from 1 on"),
        (&["ukraine-2025-01", "--max-size", "x"], "is not a number from 1 on"),
        (&["ukraine-2025-01", "--set", "freez=true"], "did you mean \"freeze\"?"),
        (&["no-such-dossier"], "peace-plan-explorer list"),
        (&["ukraine-2025-01", "--time-limit", "soon"], "soon"),
    ] {
        let answer = run(args);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?}");
        assert_has(&answer.err, &[part]);
    }
}
