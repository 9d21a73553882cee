//! The words of the start page.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{DateStyle, count, date, folded, form, party_text, scenario_kind};
use crate::{
    app::{DraftEntry, ScenarioEntry, Shelf},
    domain::{Date, Dossier, ScenarioKind},
};

/// Name of the page.
pub const START: &str = "Start page";
/// What the program is for.
pub const PURPOSE: &str = "Write a peace plan. See whose words it goes against.";
/// What it is like, in one line.
pub(crate) const PURPOSE_MORE: &str =
    "Like a voting-advice app turned round: you write the plan, and each mark leads to who said what, when and where.";
/// Label of the search field.
pub const SEARCH: &str = "Search cases and plans";
/// While the cases are being read.
pub(crate) const READING: &str = "Reading the cases…";
/// Heading over drafts and recent files.
pub const GO_ON: &str = "Go on with";
/// Button that opens an empty plan of a case.
pub const OPEN: &str = "Open";
/// Button for any file.
pub(crate) const OPEN_FILE: &str = "Open a file…";
/// Button for a case of one's own.
pub const OWN_CASE: &str = "My own case…";
/// The first line under a case.
pub const EMPTY: &str = "Empty plan: begin from nothing";
/// What the keys do.
pub const KEYS: &str = "Arrows choose, Enter opens, Esc closes.";
/// Copies the path of one's own folder.
pub const COPY_FOLDER: &str = "Copy the folder's path";

/// Where a newcomer may begin at once, beside the page.
#[must_use]
pub(crate) fn begin_at_once(case: &str) -> String {
    format!("Or begin at once with {case}: click any value in the table on the left.")
}

/// The same where the page covers the table.
#[must_use]
pub(crate) fn begin_behind(case: &str) -> String {
    format!("Esc closes this page: an empty plan for {case} lies behind it.")
}

/// How a case of one's own is made.
#[must_use]
pub fn own_case(folder: &str) -> [String; 3] {
    [
        "\"New case…\" begins one from a template, from nothing or as a copy; the tab Case has a form for everything in \
         it, and the table follows while you write."
            .to_owned(),
        format!(
            "It is kept in a folder of its own, in {folder}, and shows here, on top. A spreadsheet does as well: \
             open a case and \"Save as workbook…\" for one to write over, then drop it on the window; what would come of \
             it, and what is missing, is shown first."
        ),
        "Three parties, five terms and a dozen statements are enough for a lesson.".to_owned(),
    ]
}

/// The first sentence of a text.
#[must_use]
pub fn first_sentence(text: &str) -> String {
    let mut end = text.match_indices(". ").map(|(place, _)| place + 1);
    // "St. Mary" and "No. 3" end no sentence.
    let ends = |place: &usize| text[..*place].split(' ').next_back().is_some_and(|word| word.chars().count() > 3);
    end.find(ends).map_or_else(|| text.to_owned(), |place| text[..place].to_owned())
}

/// By what a case is found beside its title: what it is about, its parties, and who speaks for them with all spellings of
/// their names; a line each, folded.
#[must_use]
pub fn searched(dossier: &Dossier) -> String {
    let parties = dossier.parties.iter().map(party_text);
    let speakers: BTreeSet<&str> = dossier.statements.iter().map(|statement| statement.speaker.as_str()).collect();
    let speakers = speakers.into_iter().map(str::to_owned);
    let also = dossier.also.values().flatten().cloned();
    let texts: Vec<String> =
        std::iter::once(dossier.about.purpose.clone()).chain(parties).chain(speakers).chain(also).collect();
    folded(&texts.join("\n"))
}

/// "1997 to 1999 · 10 terms · 7 parties".
#[must_use]
pub(crate) fn case_line(shelf: &Shelf) -> String {
    let mut parts: Vec<String> = shelf.covers.map(years).into_iter().collect();
    let (terms, parties, _) = shelf.counts;
    if terms > 0 {
        parts.push(count(terms, "term", "terms"));
        parts.push(count(parties, "party", "parties"));
    }
    if shelf.fictional {
        parts.push(super::ui::FICTIONAL.to_owned());
    }
    if !shelf.shipped {
        parts.push(super::ui::OWN.to_owned());
    }
    parts.join(" \u{b7} ")
}

fn years((first, last): (Date, Date)) -> String {
    let (first, last) = (first.year(), last.year());
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// "Plans (7)".
#[must_use]
pub fn plans(n: usize) -> String {
    format!("Plans ({n})")
}

/// Heading over the plans of a case.
#[must_use]
pub fn plans_under(title: &str) -> String {
    format!("Plans of {title}, A to Z")
}

/// What a screen reader says of a case.
#[must_use]
pub fn case_name(shelf: &Shelf) -> String {
    let mut name = format!("{}. {}. {}", shelf.title, case_line(shelf), shelf.sentence);
    let n = shelf.scenarios.len();
    if n > 0 {
        // Writing into a string cannot fail.
        let _ = write!(name, " {} to open.", count(n, "plan", "plans"));
    }
    name
}

/// What a screen reader says of the button that opens a case.
#[must_use]
pub(crate) fn open_case(title: &str) -> String {
    format!("Open {title} with an empty plan")
}

/// What a screen reader says of the button that shows the plans of a case.
#[must_use]
pub fn plans_of(n: usize, title: &str) -> String {
    format!("{} of {title}", count(n, "plan", "plans"))
}

/// Tool tip of the small picture.
#[must_use]
pub fn picture(plan: &str) -> String {
    format!("Its table with the plan \"{plan}\": a row a term, a column a party")
}

/// The day of a plan in a list: "7 Apr 1998"; of one with the marks of another day "7 Apr 1998, shown as of 10 Apr 1998".
/// `None` if nobody knows it.
#[must_use]
pub fn plan_day(shelf: &Shelf, entry: &ScenarioEntry, style: DateStyle) -> Option<String> {
    let shown = shelf.shown_on_another_day(entry).map(|day| format!(", shown as of {}", date(day, style)));
    entry.date.map(|day| date(day, style) + &shown.unwrap_or_default())
}

/// When, by whom, how it became known and what became of it.
#[must_use]
pub(crate) fn plan_line(shelf: &Shelf, entry: &ScenarioEntry, style: DateStyle) -> String {
    let mut parts = Vec::new();
    parts.extend(plan_day(shelf, entry, style));
    parts.extend(Some(entry.author.clone()).filter(|author| !author.is_empty()));
    parts.extend(entry.form.map(|of| form(of).to_owned()));
    let is_known = !parts.is_empty() || entry.kind != ScenarioKind::default();
    parts.extend(is_known.then(|| scenario_kind(entry.kind).to_owned()));
    parts.push(count(entry.n_set, "term", "terms"));
    parts.join(" \u{b7} ")
}

/// A recent file whose name cannot be read, by its place in the list, counted from 0.
#[must_use]
pub(crate) fn nth_recent(place: usize) -> String {
    format!("recent file {}", place + 1)
}

/// A draft in the list of what can be gone on with.
#[must_use]
pub fn draft(entry: &DraftEntry, style: DateStyle) -> String {
    format!("Draft: {}", super::drafts::in_menu(entry, style))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_sentence_ends_with_its_full_stop() {
        assert_eq!(
            first_sentence("What was said on St. Mary's day. It predicts nothing."),
            "What was said on St. Mary's day."
        );
        assert_eq!(first_sentence("No end"), "No end");
    }
}
