//! How positions were read, in words: the codes, agreement between readers, and whether parties are read alike.

use super::{and, channel, count, list::uncapitalised};
use crate::{
    analysis::{Agreement, Alpha, RELIABLE, SourcesOnFile, TENTATIVE},
    domain::{Channel, Code, Coding, Dossier, Position, Reading, RedLineBasis, Strength},
};

/// What `check --coding` does.
pub(crate) const HELP: &str =
    "Print how far the readers of a dossier's positions agree, and how each party is read, instead";
/// What `--reading` does.
pub(crate) const HELP_READING: &str =
    "Count the harder or the softer of what a position's readers read, instead of what the scenario says";
/// Over the readings in *What counts*.
pub(crate) const READING_NOTE: &str = "Where two readers of a statement disagreed how firm it is, count:";
/// Under the readings of a dossier without codes.
pub(crate) const NO_CODES: &str = "In this case nothing was read twice: all three are the same.";
/// Instead of figures where nobody read twice.
pub(crate) const NOBODY: &str = "No position was read by two readers.";
/// Heading over what the first reader's codes met.
pub(crate) const CONFUSION: &str = "First reader down, second across";
/// Heading over what became of the differences.
pub(crate) const DECIDED: &str = "Where readers differ, the dossier took";
/// Heads of that table.
pub(crate) const DECIDED_COLUMNS: [&str; 5] = ["read twice", "harder", "softer", "other", "against both"];
/// Heading over the codes of each party.
pub const SYMMETRY: &str = "Positions by party, reading and kind of evidence";
/// Heading over what is on file of each party.
pub const ON_FILE: &str = "Statements by party";
/// Heads of that table.
pub(crate) const ON_FILE_COLUMNS: [&str; 4] = ["on file", "without a demand", "poorly sourced", "unfit host"];
/// What the last two of these mean.
pub(crate) const POORLY_SOURCED: &str = "Poorly sourced: no source, or none with a date and a title of its own. Unfit host: the \
     first source is on a mirror, an aggregator, a shop or a blog.";

/// What is known of the sources.
#[must_use]
pub(crate) fn sources(of: &SourcesOnFile) -> String {
    let SourcesOnFile { n, n_devised, n_without_title, n_without_date } = of;
    format!(
        "Of {n} sources {n_devised} bear a title that was devised, in square brackets, and {n_without_title} bear none; \
         {n_without_date} bear no date."
    )
}

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

/// A reading, as *What counts* and the heading lines name it.
#[must_use]
pub fn reading(of: Reading) -> &'static str {
    match of {
        Reading::Harder => "Harder reading",
        Reading::AsDecided => "As decided",
        Reading::Softer => "Softer reading",
    }
}

/// What a reading does.
#[must_use]
pub(crate) fn reading_tip(of: Reading) -> &'static str {
    match of {
        Reading::Harder => "Where readers disagreed, a statement counts as firmly as the firmest reading",
        Reading::AsDecided => "Each statement counts as firmly as the author of this case decided",
        Reading::Softer => {
            "Where readers disagreed, a statement counts as softly as the softest reading; if that finds no demand, it is not \
             counted"
        }
    }
}

/// What undo takes back.
#[must_use]
pub(crate) fn reading_step(to: Reading) -> &'static str {
    match to {
        Reading::Harder => "the harder reading counts",
        Reading::AsDecided => "the reading counts as decided",
        Reading::Softer => "the softer reading counts",
    }
}

/// That another reading than usual counts, for the lines over a table.
#[must_use]
pub(crate) fn unusual_reading(of: Reading) -> Option<&'static str> {
    match of {
        Reading::AsDecided => None,
        Reading::Harder => Some("Harder reading where readers differ"),
        Reading::Softer => Some("Softer reading where readers differ"),
    }
}

/// How firmly a position is held, and how it was decided where another reading counts: "Red line (decided: opposes or
/// demands)". One that asks nothing of a plan has no strength.
#[must_use]
pub fn held(position: &Position, strength: Strength) -> String {
    if position.demand.is_none() {
        return super::list::capitalised(code(Code::NoDemand));
    }
    let name = super::strength(strength);
    if strength == position.strength {
        return name.to_owned();
    }
    format!("{name} (decided: {})", uncapitalised(super::strength(position.strength)))
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

/// "The words that make it a red line: “never, under no circumstances” (absolute words)." Where they may be a retelling they are
/// not called words.
#[must_use]
pub fn because(coding: &Coding) -> Option<String> {
    let basis = coding.basis.map(basis);
    match (coding.because.as_str(), basis) {
        ("", None) => None,
        ("", Some(basis)) => Some(format!("Read as a red line: {basis}.")),
        (words, None) if is_quoted(words) => Some(format!("The words that say how firm it is: {words}.")),
        (words, None) => Some(format!("How firm it is was read from this: {words}.")),
        (words, Some(basis)) if is_quoted(words) => {
            Some(format!("The words that make it a red line: {words} ({basis})."))
        }
        (words, Some(basis)) => Some(format!("What makes it a red line: {words} ({basis}).")),
    }
}

/// True of words that are surely the speaker's: they stand in quotation marks.
pub(super) fn is_quoted(words: &str) -> bool {
    words.contains(['"', '\u{201c}'])
}

/// How the readers differed, and what was decided: "Two readers differed: red line and opposes. Decided: opposes. …"
#[must_use]
pub fn differed(position: &Position) -> Option<String> {
    let coding = &position.coding;
    let decided = Code::from(position);
    let codes: Vec<&str> = coding.coded.iter().map(|read| code(*read)).collect();
    let why = if coding.decided.is_empty() { String::new() } else { format!(" {}", coding.decided) };
    let readers = match codes.len() {
        2 => "Two readers".to_owned(),
        n => format!("{n} readers"),
    };
    if coding.differs() {
        return Some(format!("{readers} differed: {}. Decided: {}.{why}", and(&codes), code(decided)));
    }
    let first = *coding.coded.first()?;
    let read = if codes.len() == 1 { "One reader read".to_owned() } else { format!("{readers} read") };
    (first != decided).then(|| format!("{read} {}. Decided: {}.{why}", code(first), code(decided)))
}

/// All that is to be said of how the strength of a position was read, in sentences; often nothing.
#[must_use]
pub fn how_read(position: &Position) -> Vec<String> {
    [because(&position.coding), differed(position)].into_iter().flatten().collect()
}

/// The same under the statements in short, without what stands there word by word.
#[must_use]
pub fn how_read_below(dossier: &Dossier, position: &Position) -> Vec<String> {
    let repeats = position.coding.basis.is_none() && says_it_already(dossier, position);
    if repeats { differed(position).into_iter().collect() } else { how_read(position) }
}

/// True if what decides how firm it is stands word by word in one of its statements in short.
fn says_it_already(dossier: &Dossier, position: &Position) -> bool {
    let words = position.coding.because.to_lowercase();
    position.statements.iter().any(|ix| dossier.statement(*ix).short.to_lowercase().contains(&words))
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
pub(crate) fn of_code(of: Code, channels: &[(Channel, usize)]) -> String {
    let total: usize = channels.iter().map(|(_, n)| n).sum();
    let parts: Vec<String> = channels.iter().map(|(of, n)| format!("{n} {}", channel(*of).to_lowercase())).collect();
    format!("{total} {} ({})", code(of), parts.join(", "))
}

/// A file given to `check --coding` that is no dossier.
#[must_use]
pub(crate) fn no_dossier(file: &str) -> String {
    format!("{file} holds a plan; give the dossier whose positions were read")
}

/// A dossier that cannot be read.
#[must_use]
pub(crate) fn not_readable(file: &str) -> String {
    format!("{file} cannot be read as a dossier; \"check\" without --coding lists its problems")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_speakers_only_where_the_dossier_quotes_them() {
        let said = |words: &str, basis| because(&Coding { because: words.to_owned(), basis, ..Coding::default() });
        let bar = Some(RedLineBasis::Bar);
        assert_eq!(said("\"never\"", bar).unwrap(), "The words that make it a red line: \"never\" (absolute words).");
        assert_eq!(said("\"must\"", None).unwrap(), "The words that say how firm it is: \"must\".");
        let ours = "What makes it a red line: turned it down for good (absolute words).";
        assert_eq!(said("turned it down for good", bar).unwrap(), ours);
        assert_eq!(said("demands it", None).unwrap(), "How firm it is was read from this: demands it.");
        assert_eq!(said("", None), None);
    }
}
