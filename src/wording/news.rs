//! What is new on a day, in one sentence a statement, and which marks it moved.

use super::{DateStyle, channel, count, date, list::uncapitalised, marks::mark_in_short};
use crate::{
    analysis::Change,
    app::News,
    domain::{Dossier, StatementIx},
};

/// Name of the page.
pub const NEWS: &str = "What is new";
/// Heading over the marks.
pub const MARKS: &str = "Which marks moved";
/// If none did.
pub const NO_MARK: &str = "No mark moved.";
/// If nothing was said in between.
pub const NOTHING_SAID: &str = "Nothing that is on file was said in between.";
/// While verdicts are hidden.
pub const SOME_HIDDEN: &str = "Only of parties that are revealed.";
/// Plays the last change.
pub const REPLAY: &str = "Show the last change again";

/// Between which days.
#[must_use]
pub fn days(news: News, style: DateStyle) -> String {
    let (from, to) = (date(news.from, style), date(news.to, style));
    if news.from.earliest() <= news.to.earliest() {
        format!("From {from} to {to}")
    } else {
        format!("Back from {from} to {to}: what follows is not yet said")
    }
}

/// Over what stays open after a step of the date.
#[must_use]
pub fn new_day(news: News, style: DateStyle) -> String {
    format!("The day is now {}.", date(news.to, style))
}

/// The button to what is new, with its key: "What is new: 1 statement, 2 marks moved (N)"; without numbers while some are
/// hidden.
#[must_use]
pub fn new_since(counted: Option<(usize, usize)>) -> String {
    let Some((said, moved)) = counted else { return format!("{NEWS} (N)") };
    let said = count(said, "statement", "statements");
    let marks = if moved == 0 { "no mark".to_owned() } else { count(moved, "mark", "marks") };
    format!("{NEWS}: {said}, {marks} moved (N)")
}

/// Who said what, when, and how it is known: "18 Nov 2024: Dmitry Peskov, spokesman: … (on record)".
#[must_use]
pub fn statement(dossier: &Dossier, ix: StatementIx, style: DateStyle) -> String {
    let said = dossier.statement(ix);
    let party = &dossier.party(said.party).name;
    let by = if said.office.is_empty() { said.speaker.clone() } else { format!("{}, {}", said.speaker, said.office) };
    let known = uncapitalised(channel(said.channel));
    // A party that speaks as a whole, or is named in the office, is named once.
    let who = if by.contains(party.as_str()) { by } else { format!("{party}, {by}") };
    format!("{}: {who}: {} ({known})", date(said.said, style), said.short.trim_end_matches('.'))
}

/// A mark that moved: "Russia on Front line: from no stated position to crosses a red line".
#[must_use]
pub fn moved(dossier: &Dossier, change: &Change) -> String {
    let (party, term) = (&dossier.party(change.party).name, &dossier.term(change.term).name);
    format!("{party} on {term}: {}, now {}", mark_in_short(change.before), mark_in_short(change.after))
}
