//! The program run as a user runs it.

#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses its own part")]

use assert_cmd::Command;
use serde_json::Value;

/// How a run ended and what it printed.
pub struct Answer {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs the program in the repository's folder.
pub fn run(args: &[&str]) -> Answer {
    let output = Command::cargo_bin("peace-plan-explorer").unwrap().args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// What it prints, read as JSON, however it ends.
#[track_caller]
pub fn json(args: &[&str]) -> Value {
    let answer = run(args);
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}\n{}\n{}", answer.out, answer.err))
}

/// Each of these stands in the text.
#[track_caller]
pub fn assert_has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\nis missing in\n{text}");
    }
}
