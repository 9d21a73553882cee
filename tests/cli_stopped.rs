//! Searches on the command line that are stopped before they are certain. They are given a number of steps, so that they
//! end at the same place on every machine; what Ctrl+C and the time limit do is to set the same flag.

#[path = "support/program.rs"]
mod program;

#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};
use std::{fmt::Write as _, path::PathBuf};

use program::run;
use serde_json::Value;

/// So many terms of four values, each pair of neighbours and many others tied by demands: far beyond any proof in a second.
const TERMS: usize = 120;
const PARTIES: usize = 12;
const POSITIONS: usize = 900;

/// A dossier and a plan beside it that sets every term, in a folder of their own.
struct Case(tempfile::TempDir);

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("dossier.ron"), dossier()).unwrap();
        let mut plan = String::from(
            "(kind: Scenario, format: 1, title: \"Large\", dossier: (id: \"large\", version: 1), as_of: \"2031-05-10\", plan: {",
        );
        for term in 0..TERMS {
            write!(plan, "\"t{term}\": \"a\", ").unwrap();
        }
        std::fs::write(folder.path().join("plan.ron"), plan + "})").unwrap();
        Self(folder)
    }

    fn plan(&self) -> PathBuf {
        self.0.path().join("plan.ron")
    }
}

fn dossier() -> String {
    let mut text = String::from(
        "(kind: Dossier, format: 1, id: \"large\", version: 1, title: \"Large\", fictional: true, as_of: \"2031-05-10\", \
         covers: (\"2031-01-01\", \"2031-06-30\"), about: (purpose: \"A large case.\", author: \"Tests\", licence: \"MIT\"), parties: [",
    );
    for party in 0..PARTIES {
        write!(
            text,
            "(id: \"p{party}\", code: \"P{party}\", name: \"Party {party}\", body: \"Body\", role: MustAccept), "
        )
        .unwrap();
    }
    text += "], terms: [";
    for term in 0..TERMS {
        write!(
            text,
            "(id: \"t{term}\", name: \"Term {term}\", question: \"What?\", group: \"All\", glossary: \"A term.\", \
             values: Choice([(id: \"a\", name: \"A\"), (id: \"b\", name: \"B\"), (id: \"c\", name: \"C\"), (id: \"d\", name: \"D\")])), "
        )
        .unwrap();
    }
    text += "], sources: [(id: \"s\", publisher: \"Wire\", title: \"All\", date: \"2031-03-02\", url: \"https://example.org/1\", \
             kind: Press, read: InFull)], statements: [";
    for party in 0..PARTIES {
        write!(
            text,
            "(id: \"s{party}\", party: \"p{party}\", speaker: \"Speaker {party}\", office: \"speaker\", said: \"2031-03-02\", \
             short: \"What it wants\", channel: OnRecord, sources: [\"s\"]), "
        )
        .unwrap();
    }
    text += "], positions: [";
    // The same numbers in every run (a linear congruential generator).
    let mut state: u64 = 1;
    let mut below = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % n
    };
    let values = ["a", "b", "c", "d"];
    for position in 0..POSITIONS {
        let party = below(PARTIES);
        let about = below(TERMS);
        let other = (about + 1 + below(TERMS - 1)) % TERMS;
        let [one, two] = [values[below(4)], values[below(4)]];
        write!(
            text,
            "(id: \"x{position}\", party: \"p{party}\", statements: [\"s{party}\"], about: \"t{about}\", strength: RedLine, \
             demand: If(Is(\"t{other}\", \"{one}\"), Is(\"t{about}\", \"{two}\"))), "
        )
        .unwrap();
    }
    text + "])"
}

#[test]
fn alternatives_that_are_out_of_steps_print_what_they_found_and_end_with_3() {
    let case = Case::new();
    let plan = case.plan();
    let plan = plan.to_str().unwrap();
    let asked = ["alternatives", plan, "--rule", "each-cell", "--steps", "8192"];
    let answer = run(&asked);
    assert_eq!((answer.code, answer.err.as_str()), (3, ""), "{}", answer.out);
    assert!(answer.out.contains("Search stopped early"), "{}", answer.out);
    let json_of = || run(&[&asked[..], &["--json"]].concat());
    let answer = json_of();
    let json: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((answer.code, &json["proven"]), (3, &Value::Bool(false)));
    let [lower, upper] = [&json["lower"], &json["upper"]].map(|toll| toll["cells"].as_u64().expect("both are known"));
    assert!(lower < upper, "{lower} {upper}");
    assert_eq!(json["plans"].as_array().unwrap().len(), 1, "the plan that was found by then");
    assert_eq!(answer.out, json_of().out, "the same number of steps gives the same answer");
}

#[test]
fn the_fewest_changes_that_are_out_of_steps_say_how_far_they_came() {
    let case = Case::new();
    let plan = case.plan();
    let answer = run(&["changes", plan.to_str().unwrap(), "--lift", "red-lines", "--steps", "1"]);
    assert_eq!((answer.code, answer.err.as_str()), (3, ""), "{}", answer.out);
    assert!(answer.out.contains("Search stopped early"), "{}", answer.out);
}

#[test]
fn clash_sets_that_are_out_of_steps_say_up_to_which_size_they_are_complete() {
    let case = Case::new();
    let dossier = case.0.path().join("dossier.ron");
    let dossier = dossier.to_str().unwrap();
    let sets = |steps: &str| {
        let answer = run(&["clashes", dossier, "--sets", "--max", "1000000", "--steps", steps, "--json"]);
        assert_eq!((answer.code, answer.err.as_str()), (3, ""));
        serde_json::from_str::<Value>(&answer.out).unwrap()
    };
    let none = sets("1");
    assert_eq!((&none["red_lines"]["can_all_be_met"], &none["clash_sets"]), (&Value::Null, &Value::Null));
    let some = sets("6000000");
    let list = &some["red_lines"]["clash_sets"];
    assert_eq!(list["end"], "stopped", "{list}");
    assert!(list["complete_up_to"].as_u64() >= Some(2), "{list}");
    // Who wants only small ones has them soon, and knows that there are no others.
    let answer = run(&["clashes", dossier, "--sets", "--max-size", "3", "--json"]);
    let json: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((answer.code, &json["clash_sets"]["end"]), (0, &Value::from("all")), "{}", json["clash_sets"]);
}

/// How far a search comes in a time is for the machine to say; what the program says of it must agree.
#[test]
fn a_time_limit_is_kept_and_told() {
    let case = Case::new();
    let answer = run(&["alternatives", case.plan().to_str().unwrap(), "--time-limit", "0.01"]);
    assert_eq!(answer.code == 3, answer.out.contains("Search stopped early"), "{} {}", answer.code, answer.out);
}

#[test]
fn slips_in_limits_say_what_to_write() {
    for (option, text, part) in [
        ("--time-limit", "soon", "write a number of seconds"),
        ("--steps", "0", "is not a number from 1 on"),
        ("--max", "0", "is not a number from 1 on"),
    ] {
        for command in ["alternatives", "clashes"] {
            let answer = run(&[command, "school-trip", option, text]);
            assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{command} {option}");
            assert!(answer.err.contains(part), "{}", answer.err);
        }
    }
}

/// Ctrl+C is heard at every moment of a search that takes long, be it early or late.
#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_prints_what_was_found() {
    let case = Case::new();
    let program = assert_cmd::cargo::cargo_bin("peace-plan-explorer");
    let child = Command::new(program)
        .args(["alternatives", case.plan().to_str().unwrap(), "--rule", "each-cell"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    while !catches_interrupts(child.id()) {
        std::thread::yield_now();
    }
    let interrupted = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupted.success());
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(3), "{text}");
    assert!(text.contains("Search stopped early"), "{text}");
    assert!(
        text.contains("\n1. ") || text.contains("was found yet"),
        "what was found by then, or that nothing was: {text}"
    );
}

/// True once a process has said what is to happen at Ctrl+C.
#[cfg(target_os = "linux")]
fn catches_interrupts(process: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
    u64::from_str_radix(caught.trim(), 16).unwrap() >> 1 & 1 == 1
}
