//! What is new on a day, in one sentence a statement, what ended and why, and which marks moved.

use super::{
    DateStyle, IN_OUR_WORDS, channel, count, date,
    list::{capitalised, uncapitalised},
    marks::mark_in_short,
    standing,
    statement::first_statement,
};
use crate::{
    analysis::{Change, Ended},
    app::News,
    domain::{Dossier, StatementIx},
};

/// Name of the page.
pub const NEWS: &str = "What is new";
/// Heading over the marks.
pub(crate) const MARKS: &str = "Which marks moved";
/// If none did.
pub const NO_MARK: &str = "No mark moved.";
/// If nothing was said in between.
pub const NOTHING_SAID: &str = "Nothing that is on file was said in between.";
/// While verdicts are hidden.
pub(crate) const SOME_HIDDEN: &str = "Only of parties that are revealed.";
/// Plays the last change.
pub(crate) const REPLAY: &str = "Show the last change again";

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

/// The button to what is new, with its key: "What is new: 1 statement, 1 ended, 2 marks moved (N)"; without numbers while
/// some are hidden.
#[must_use]
pub fn new_since(counted: Option<[usize; 3]>) -> String {
    let Some([said, ended, moved]) = counted else { return format!("{NEWS} (N)") };
    let said = count(said, "statement", "statements");
    let ended = if ended == 0 { String::new() } else { format!(", {ended} ended") };
    let marks = if moved == 0 { "no mark".to_owned() } else { count(moved, "mark", "marks") };
    format!("{NEWS}: {said}{ended}, {marks} moved (N)")
}

/// Heading over what ended; on the way back it had not ended yet.
#[must_use]
pub fn ended_heading(news: News) -> &'static str {
    if news.from.earliest() <= news.to.earliest() { ENDED } else { "What had not yet ended" }
}

/// Heading over what ended.
pub const ENDED: &str = "What no longer holds";

/// What ended, whose words they were, and why: "Ulster Unionist Party on Northern bodies: David Trimble, 7 Apr 1998: …
/// Ended on 9 Apr 1998: …".
#[must_use]
pub fn ended(dossier: &Dossier, ended: Ended, style: DateStyle) -> String {
    let position = dossier.position(ended.position);
    let party = &dossier.party(position.party).name;
    let on = position.about.map_or_else(String::new, |term| format!(" on {}", dossier.term(term).name));
    let said = first_statement(dossier, ended.position).map_or_else(String::new, |ix| {
        let said = dossier.statement(ix);
        format!(": {}, {}: {}", said.speaker, date(said.said, style), said.short.trim_end_matches('.'))
    });
    let how = capitalised(&standing(dossier, ended.standing, ended.position, style));
    format!("{party}{on}{said}. {how}.")
}

/// Who said what, when, and how it is known: "18 Nov 2024: Dmitry Peskov, spokesman: … (on record, in our words)".
#[must_use]
pub fn statement(dossier: &Dossier, ix: StatementIx, style: DateStyle) -> String {
    let said = dossier.statement(ix);
    let party = &dossier.party(said.party).name;
    let by = if said.office.is_empty() { said.speaker.clone() } else { format!("{}, {}", said.speaker, said.office) };
    let known = uncapitalised(channel(said.channel));
    // A party that speaks as a whole, or is named in the office, is named once.
    let who = if by.contains(party.as_str()) { by } else { format!("{party}, {by}") };
    format!("{}: {who}: {} ({known}, {IN_OUR_WORDS})", date(said.said, style), said.short.trim_end_matches('.'))
}

/// A mark that moved: "Russia on Front line: from no stated position to crosses a red line".
#[must_use]
pub fn moved(dossier: &Dossier, change: &Change) -> String {
    let (party, term) = (&dossier.party(change.party).name, &dossier.term(change.term).name);
    format!("{party} on {term}: {}, now {}", mark_in_short(change.before), mark_in_short(change.after))
}
