//! How positions were read, in words: the codes, agreement between readers, and whether parties are read alike.

use super::{channel, count};
use crate::{
    analysis::{Agreement, Alpha, RELIABLE, TENTATIVE},
    domain::{Channel, Code, Coding, RedLineBasis},
};

/// What `check --coding` does.
pub const HELP: &str = "Print how far the readers of a dossier's positions agree, and how each party is read, instead";
/// Instead of figures where nobody read twice.
pub const NOBODY: &str = "No position was read by two readers.";
/// Heading over what the first reader's codes met.
pub const CONFUSION: &str = "First reader down, second across";
/// Heading over what became of the differences.
pub const DECIDED: &str = "Where readers differ, the dossier took";
/// Heads of that table.
pub const DECIDED_COLUMNS: [&str; 5] = ["read twice", "harder", "softer", "other", "against both"];
/// Heading over the codes of each party.
pub const SYMMETRY: &str = "Positions by party, reading and kind of evidence";
/// Heading over what is on file of each party.
pub const ON_FILE: &str = "Statements by party";
/// Heads of that table.
pub const ON_FILE_COLUMNS: [&str; 3] = ["on file", "without a demand", "poorly sourced"];
/// What the last of these means.
pub const POORLY_SOURCED: &str = "Poorly sourced: no source, or none with a title and a date.";
/// Beside statements that two readers read differently.
pub const DIFFERED: &str = "Two readers differed.";

/// "red line", "no demand".
#[must_use]
pub fn code(of: Code) -> &'static str {
    match of {
        Code::RedLine => "red line",
        Code::Opposes => "opposes",
        Code::Prefers => "prefers",
        Code::Offers => "offers",
        Code::NoDemand => "no demand",
    }
}

/// What makes it a red line.
#[must_use]
pub fn basis(of: RedLineBasis) -> &'static str {
    match of {
        RedLineBasis::Condition => "a condition of their own agreement",
        RedLineBasis::Bar => "absolute words",
        RedLineBasis::Law => "a law that they name",
    }
}

/// "Red line because of “never, under no circumstances”: absolute words."
#[must_use]
pub fn because(coding: &Coding) -> Option<String> {
    let basis = coding.basis.map(basis);
    match (coding.because.as_str(), basis) {
        ("", None) => None,
        ("", Some(basis)) => Some(format!("Read as a red line: {basis}.")),
        (words, None) => Some(format!("Read so because of: {words}.")),
        (words, Some(basis)) => Some(format!("Read as a red line because of: {words} ({basis}).")),
    }
}

/// "Two readers differed: red line, opposes. …"
#[must_use]
pub fn differed(coding: &Coding) -> Option<String> {
    let codes: Vec<&str> = coding.coded.iter().map(|read| code(*read)).collect();
    let decided = if coding.decided.is_empty() { String::new() } else { format!(" {}", coding.decided) };
    match coding.differs() {
        true => Some(format!("Two readers differed: {}.{decided}", codes.join(", "))),
        false if !decided.is_empty() => Some(format!("Read as {}.{decided}", codes.first()?)),
        false => None,
    }
}

/// "176 positions, 170 read twice, 21 read differently".
#[must_use]
pub fn head(agreement: &Agreement) -> String {
    let positions = count(agreement.n_positions, "position", "positions");
    format!("{positions}, {} read twice, {} of these differently", agreement.n_read, agreement.n_differ)
}

/// The three figures, each with its name.
#[must_use]
pub fn figures(agreement: &Agreement) -> [(&'static str, String); 3] {
    [
        ("all five codes", alpha(agreement.nominal)),
        ("prefers, opposes, red line by rank", alpha(agreement.ordinal)),
        ("red line or not", alpha(agreement.red_line)),
    ]
}

/// "0.87 (0.81 to 0.92), reliable".
#[must_use]
pub fn alpha(of: Option<Alpha>) -> String {
    let Some(Alpha { value, interval: (low, high), n_units }) = of else {
        return "cannot be told: nothing to compare, or one code for all".to_owned();
    };
    let verdict = match value {
        value if value >= RELIABLE => "reliable",
        value if value >= TENTATIVE => "tentative",
        _ => "not reliable",
    };
    format!("Krippendorff's alpha {value:.2} ({low:.2} to {high:.2}), {verdict}, over {n_units} positions")
}

/// "5 red line (3 on the record, 2 reported)".
#[must_use]
pub fn of_code(of: Code, channels: &[(Channel, usize)]) -> String {
    let total: usize = channels.iter().map(|(_, n)| n).sum();
    let parts: Vec<String> = channels.iter().map(|(of, n)| format!("{n} {}", channel(*of).to_lowercase())).collect();
    format!("{total} {} ({})", code(of), parts.join(", "))
}

/// A file given to `check --coding` that is no dossier.
#[must_use]
pub fn no_dossier(file: &str) -> String {
    format!("{file} holds a plan; give the dossier whose positions were read")
}

/// A dossier that cannot be read.
#[must_use]
pub fn not_readable(file: &str) -> String {
    format!("{file} cannot be read as a dossier; \"check\" without --coding lists its problems")
}
