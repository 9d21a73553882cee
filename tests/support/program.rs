//! The program run as a user runs it.

use assert_cmd::Command;

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
