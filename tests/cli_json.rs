//! The JSON of every subcommand, byte by byte, on a small dossier: scripts read it, so names, order and form of its fields
//! change on purpose or not at all.

#[path = "support/program.rs"]
mod program;

use program::run;

const PLAN: &str = "tests/fixtures/valley/trial.ron";
const DOSSIER: &str = "tests/fixtures/valley/dossier.ron";

/// The answers to these arguments, one below the other.
fn answers(asked: &[&[&str]]) -> String {
    let answer = |args: &&[&str]| {
        let answer = run(&[*args, &["--json"]].concat());
        assert!(answer.err.is_empty(), "{args:?}: {}", answer.err);
        format!("$ {} --json, exit code {}\n{}", args.join(" "), answer.code, answer.out)
    };
    asked.iter().map(answer).collect::<Vec<_>>().join("\n")
}

#[test]
fn verdicts() {
    insta::assert_snapshot!(answers(&[
        &["verdicts", PLAN],
        &["verdicts", PLAN, "--set", "watch=", "--reading", "softer"]
    ]));
}

#[test]
fn clashes() {
    insta::assert_snapshot!(answers(&[
        &["clashes", PLAN],
        &["clashes", PLAN, "--on-plan", "--must-accept", "--sets", "--ways-out"],
        &["clashes", PLAN, "--red-lines", "--parties", "--max-size", "2"],
    ]));
}

#[test]
fn alternatives() {
    insta::assert_snapshot!(answers(&[
        &["alternatives", PLAN],
        &["alternatives", PLAN, "--rule", "each-cell", "--must-accept", "--lock", "watch"],
        &["alternatives", PLAN, "--rule", "each-party", "--max", "1"],
    ]));
}

#[test]
fn changes() {
    insta::assert_snapshot!(answers(&[
        &["changes", PLAN],
        &["changes", PLAN, "--lift", "red-lines"],
        &["changes", PLAN, "--lift", "north:watch", "--lock", "watch"],
        &["changes", PLAN, "--lift", "north", "--leave-out"],
    ]));
}

#[test]
fn timeline() {
    insta::assert_snapshot!(answers(&[
        &["timeline", PLAN],
        &["timeline", PLAN, "--term", "watch", "--party", "north"],
        &["timeline", PLAN, "--from", "2031-01-01", "--to", "2031-06-30"],
    ]));
}

#[test]
fn compare() {
    insta::assert_snapshot!(answers(&[&["compare", PLAN, DOSSIER], &["compare", PLAN, PLAN, "--all"]]));
}

#[test]
fn check() {
    insta::assert_snapshot!(answers(&[
        &["check", PLAN, DOSSIER, "tests/fixtures/valley/broken.ron"],
        &["check", "--coding", DOSSIER],
    ]));
}
