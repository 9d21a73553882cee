//! The words of presenter mode, and of what is hidden and revealed.

use super::{
    DateStyle, changed_parties, count, date, list::capitalised, mark_name, plan::changed_codes, ui::label, value_name,
};
use crate::{
    analysis::{Change, Mark},
    app::{Label, Screen},
    domain::{Channel, Dossier, Party, PartyIx, Plan, Statement, TermIx},
};

/// In place of counts and marks that are hidden.
pub(crate) const HIDDEN_VERDICTS: &str = "verdicts hidden";
/// Heading of the notice in place of what is hidden.
pub(crate) const HIDDEN: &str = "Verdicts are hidden";
/// What to do about it, for a party.
pub(crate) const HIDDEN_MORE: &str = "What is on file here shows once the party is revealed.";
/// What to do about it, for a tab.
pub const HIDDEN_TAB: &str = "This tab is made from all of them. It shows once all verdicts are revealed.";
/// Heading of the notice in place of what an open question hides.
pub(crate) const QUESTION_OPEN: &str = "A question is open";
/// What to do about it.
pub(crate) const QUESTION_OPEN_MORE: &str = "What is on file shows once the tiles of all questions are turned.";
/// Button that leads to the question.
pub const TO_THE_QUESTION: &str = "Back to the question";
/// In a list of parties of which some are hidden.
pub(crate) const HIDDEN_PARTIES: &str = "Parties whose verdicts are hidden are left out here.";
/// Name of a card before its party is revealed.
pub const HIDDEN_CARD: &str = "Verdict hidden";
/// Name of all that is projected.
pub const WALL: &str = "Presenting";
/// Name of the buttons of a term.
pub(crate) const OPTIONS: &str = "What the plan says";
/// Button to the cards or rows before.
pub const PAGE_BACK: &str = "Back";
/// Button to the cards or rows after.
pub(crate) const PAGE_ON: &str = "Further";
/// Dialog with the plans to walk through.
pub(crate) const WALK: &str = "Plans to walk through";
/// What the dialog is for.
pub(crate) const WALK_MORE: &str = "While presenting, the left and right arrow keys step through the plans that are ticked. \
     Loading a plan can be undone.";
/// Order of the plans by title.
pub(crate) const BY_TITLE: &str = "A to Z";
/// Order of the plans by date.
pub const BY_DATE: &str = "By date";
/// A dossier without plans.
pub(crate) const NO_PLANS: &str = "No plans of this case are at hand.";
/// In place of a statement, where nothing is on file.
pub(crate) const SILENT: &str = "Nothing on file up to this day. That is not consent.";
/// The same where something on another term is tied to it.
pub(crate) const SILENT_ALONE: &str =
    "Nothing on this alone; what they said on another term is tied to it. That is not consent.";
/// After what is on file, where it says nothing about the plan.
pub const NOT_CONSENT: &str = "That is not consent.";

/// What the system is told of why the screen must not sleep.
pub(crate) const AWAKE: &str = "A plan is presented";
/// The screen to present on, where nothing else was chosen.
pub(crate) const SCREEN_OF_THE_WINDOW: &str = "The one with the window";

/// A screen: "2: HDMI-1, 1920 \u{d7} 1080"; counted from 1.
#[must_use]
pub fn screen(place: usize, screen: &Screen) -> String {
    let Screen { name, width, height } = screen;
    let name = if name.is_empty() { String::new() } else { format!("{name}, ") };
    format!("{place}: {name}{width} \u{d7} {height}")
}

/// A screen that was chosen and is not plugged in.
#[must_use]
pub(crate) fn missing_screen(name: &str) -> String {
    format!("{name} (not plugged in)")
}

/// The first time that an arrow key changed the plan.
pub const ARROWS_HINT: &str = "Arrows change the plan; see More";
/// Keys while presenting that are no commands: key and meaning.
pub(crate) const PRESENTER_KEYS: [(&str, &str); 10] = [
    ("Enter", "one term with a card for each party, or the whole table"),
    ("Up, Down", "previous or next term"),
    ("Left, Right", "previous or next plan of the walk; by a setting, hide and reveal"),
    ("1 to 9, 0, + and -", "choose an option of the term, take it out, step it"),
    ("S", "the ranges that have been stated for a number, or its cards again"),
    ("Space, Page Down", "reveal the next party; with nothing hidden, further cards or rows"),
    ("I, M, N, L", "about this plan; what the marks mean; what is new after a step of the date; the last change again"),
    ("B or .", "blank screen; again, or Esc, brings it back"),
    ("Esc", "leave"),
    ("F5", "fills the screen of the window, or the one chosen in Settings"),
];

/// Under the keys, for whoever has another screen on the wall than was meant.
pub(crate) const ON_ANOTHER_SCREEN: &str = "If another screen is filled than the projector's: drag the window there before F5, or \
     take More, Present on the next screen. While presenting the screen does not go to sleep, and a pointer that rests for \
     three seconds goes away.";

/// A button at the bottom: its key and what it does.
#[derive(Clone, Copy, Debug)]
pub struct KeyCap {
    /// The key.
    pub key: &'static str,
    /// What it does now.
    pub meaning: &'static str,
    /// What it does at other times: there is room for each of them.
    pub meanings: &'static [&'static str],
}

const fn cap(key: &'static str, meaning: &'static str) -> KeyCap {
    KeyCap { key, meaning, meanings: &[] }
}

const REVEALS: [&str; 2] = ["reveal next", "turn next"];

/// The button that reveals the next party.
pub const CAP_REVEAL: KeyCap = KeyCap { key: "Space", meaning: REVEALS[0], meanings: &REVEALS };
/// The same while a question shows, whose tiles turn.
pub const CAP_TURN: KeyCap = KeyCap { key: "Space", meaning: REVEALS[1], meanings: &REVEALS };
/// The button that hides.
pub const CAP_HIDE: KeyCap = cap("H", "hide");
/// The button that makes the screen blank.
pub const CAP_BLANK: KeyCap = cap("B", "blank");
/// The button that leaves.
pub const CAP_LEAVE: KeyCap = cap("Esc", "leave");
/// The button of the list with everything else.
pub const CAP_MORE: KeyCap = cap("More", "");
/// The button that leads from another tab to the table.
pub const CAP_TABLE: KeyCap = cap("Ctrl+1", "table");

/// The button between the whole table and one term.
#[must_use]
pub fn cap_term(spotlight: bool) -> KeyCap {
    const MEANINGS: [&str; 2] = ["one term", "whole table"];
    KeyCap { key: "Enter", meaning: MEANINGS[usize::from(spotlight)], meanings: &MEANINGS }
}

/// What the plan says about the term that is shown, for screen readers: "The plan says: Freeze now".
#[must_use]
pub(crate) fn plan_says(value: &str) -> String {
    format!("The plan says: {value}")
}

/// Entry of the list: the plan before in the walk.
pub const PLAN_BACK: &str = "Previous plan";
/// Entry of the list: the plan after in the walk.
pub const PLAN_ON: &str = "Next plan";
/// Entry of the list: the term above.
pub(crate) const TERM_BACK: &str = "Previous term";
/// Entry of the list: the term below.
pub const TERM_ON: &str = "Next term";
/// Entry of the list, for remotes that send arrows: what the arrow keys would do then.
#[must_use]
pub fn arrows_switch(reveal: bool) -> &'static str {
    if reveal { "Let arrow keys change the plan" } else { "Let arrow keys reveal" }
}

/// How many plans there are to walk through, while none of them is open.
#[must_use]
pub(crate) fn plans_to_walk(n: usize) -> String {
    count(n, "plan", "plans")
}

/// The place in the walk of the plan that this one is changed from: "5, changed".
#[must_use]
pub fn changed_plan_place(place: usize) -> String {
    format!("{place}, changed")
}

/// "Plan 3 of 9".
#[must_use]
pub fn plan_place(place: usize, of: usize) -> String {
    format!("Plan {place} of {of}")
}

/// "Terms 1 to 10 of 20"; counted from 1.
#[must_use]
pub fn rows(first: usize, last: usize, of: usize) -> String {
    format!("Terms {first} to {last} of {of}")
}

/// The n-th page of so many, where there is little room.
#[must_use]
pub(crate) fn page_of(place: usize, of: usize) -> String {
    format!("{place}/{of}")
}

/// "Parties 1 to 8 of 15"; counted from 1.
#[must_use]
pub fn cards(first: usize, last: usize, of: usize) -> String {
    if first == last { format!("Party {first} of {of}") } else { format!("Parties {first} to {last} of {of}") }
}

/// The accessible name of a cell that is hidden.
#[must_use]
pub fn hidden_cell(dossier: &Dossier, plan: &Plan, party: PartyIx, term: TermIx) -> String {
    let value = value_name(dossier, term, plan.get(term));
    let hidden = if plan.get(term).is_some() { " Verdict hidden." } else { "" };
    format!("{}, {}. Plan: {value}.{hidden}", dossier.party(party).name, dossier.term(term).name)
}

/// The accessible name of a cell on the wall.
#[must_use]
pub fn cell(dossier: &Dossier, plan: &Plan, party: PartyIx, term: TermIx, mark: Mark) -> String {
    let value = plan.get(term);
    // A term that is not in the plan has no verdict beside that.
    let verdict = if value.is_some() { format!(" {}.", verdict(mark, true)) } else { String::new() };
    let said = value_name(dossier, term, value);
    format!("{}, {}. Plan: {said}.{verdict}", dossier.party(party).name, dossier.term(term).name)
}

/// The verdict in large letters.
#[must_use]
pub fn verdict(mark: Mark, in_plan: bool) -> String {
    match mark {
        Mark::RedLine => "Red line".to_owned(),
        Mark::Opposed => "Opposed".to_owned(),
        // Its whole name would not fit a card.
        Mark::OnFile => "Not for or against".to_owned(),
        Mark::Empty if in_plan => "Depends".to_owned(),
        other => capitalised(mark_name(other)),
    }
}

/// A mark in the legend of the wall: all of them have room under the largest table.
#[must_use]
pub fn mark_legend(mark: Mark) -> &'static str {
    match mark {
        Mark::Silent => "no stated position (not consent)",
        Mark::Empty => "not in the plan, or depends",
        other => super::mark_legend(other),
    }
}

/// What is on file and does not count, in the legend of the wall.
pub const UNCOUNTED_LEGEND: &str = "not counted";

/// The party over its card: code and name, unless they are the same.
#[must_use]
pub fn party(party: &Party) -> (String, String) {
    let name = if party.name == party.code { String::new() } else { party.name.clone() };
    (party.code.clone(), name)
}

/// What a code stands for, to whoever listens: "STU is Students' council".
#[must_use]
pub fn code(party: &Party) -> String {
    format!("{} is {}", party.code, party.name)
}

/// The same for all whose code is not their name: "STU is Students' council, TEA is Teachers' conference."
pub fn codes<'a>(parties: impl Iterator<Item = &'a Party>) -> String {
    let each: Vec<String> = parties.filter(|one| one.name != one.code).map(code).collect();
    if each.is_empty() { String::new() } else { format!("{}.", each.join(", ")) }
}

/// Everything that may stand on a card in the place of a statement, for which there must be room.
pub(crate) fn instead_of_a_statement() -> impl Iterator<Item = String> {
    let headlines = super::IDLE_HEADLINES.into_iter().chain([super::DEPENDS]);
    headlines.map(said_nothing).chain([SILENT.to_owned(), SILENT_ALONE.to_owned()])
}

/// A headline where what is on file says nothing about the plan.
#[must_use]
pub(crate) fn said_nothing(headline: &str) -> String {
    format!("{headline}. {NOT_CONSENT}")
}

/// Who spoke and when; how it became known, where that is not in public or in a document.
#[must_use]
pub(crate) fn who_and_when(statement: &Statement, style: DateStyle) -> String {
    let who = format!("{}, {}", statement.speaker, date(statement.said, style));
    match statement.channel {
        Channel::OnRecord | Channel::Document => who,
        other => format!("{who} ({})", super::channel(other).to_lowercase()),
    }
}

/// The status line after all verdicts were hidden.
pub const ALL_HIDDEN: &str = "All verdicts are hidden";
/// The same beside the keys of the wall.
pub const ALL_HIDDEN_SHORT: &str = "All hidden";
/// What an open question is called in the way back to it.
pub const THE_QUESTION: &str = "the question";

/// The way back: "Ctrl+2 leads back to Parties".
#[must_use]
pub fn leads_back_to(shortcut: &str, place: &str) -> String {
    format!("{} to {place}", leads_back(shortcut))
}

/// The same beside the keys of the wall.
#[must_use]
pub fn leads_back(shortcut: &str) -> String {
    format!("{shortcut} leads back")
}

/// The status line where news were asked for and there are none.
pub const NOTHING_NEW: &str = "Nothing is new: first step the date (Ctrl+Right)";
/// The same beside the keys of the wall.
pub const NOTHING_NEW_SHORT: &str = "First step the date";
/// The status line where the last change was to be shown again and there is none in sight.
pub const NOTHING_TO_REPLAY: &str = "Nothing to show again: no mark in sight changed last";
/// The same beside the keys of the wall.
pub const NOTHING_TO_REPLAY_SHORT: &str = "Nothing to show again";
/// The status line after all were revealed.
pub const ALL_REVEALED: &str = "All verdicts are revealed";

/// The status line after a party was revealed.
#[must_use]
pub fn revealed(party: &str) -> String {
    format!("Revealed: {party}")
}

/// The status line after a party was hidden again.
#[must_use]
pub(crate) fn hidden_again(party: &str) -> String {
    format!("Hidden again: {party}")
}

/// The status line after a step, while verdicts are hidden: it tells of the parties revealed alone.
#[must_use]
pub fn step(dossier: &Dossier, of: &Label, undone: bool, cells: &[Change], style: DateStyle) -> String {
    let what = label(dossier, of, style);
    let what = if undone { format!("Taken back: {what}") } else { capitalised(&what) };
    if of.is_writing() {
        return what;
    }
    if cells.is_empty() {
        return format!("{what}. {HIDDEN}");
    }
    format!("{what}. Changed, of the parties revealed: {}", changed_parties(dossier, cells))
}

/// What a step changed, where the step itself can be seen: "3 marks changed: FR, RU, UA".
#[must_use]
pub fn changed(dossier: &Dossier, cells: &[Change], hidden: bool) -> String {
    match (cells.len(), hidden) {
        (0, true) => HIDDEN.to_owned(),
        (0, false) => "No mark changed".to_owned(),
        (n, _) => format!("{} changed: {}", count(n, "mark", "marks"), changed_codes(dossier, cells)),
    }
}

/// What an option would change, while verdicts are hidden.
#[must_use]
pub(crate) fn would_change(term: &str, value: &str, parties: &str) -> String {
    if parties.is_empty() {
        format!("{term}, {value}. {HIDDEN}")
    } else {
        format!("{term}, {value}: would change, of the parties revealed, {parties}")
    }
}

/// The button that shows the stated ranges of a number instead of the cards, or the cards again, with its key.
#[must_use]
pub(crate) fn ranges_switch(shown: bool) -> &'static str {
    if shown { "S  Statements" } else { "S  Stated ranges" }
}

#[cfg(test)]
mod tests {
    use strum::IntoEnumIterator as _;

    use super::*;
    use crate::domain::ValueIx;
    use crate::domain::practice::{self, SOUTH, TROOPS};

    #[test]
    fn a_hidden_cell_says_nothing_but_that() {
        let dossier = practice::dossier();
        let mut plan = Plan::empty(4);
        assert_eq!(hidden_cell(&dossier, &plan, SOUTH, TROOPS), "South, Peacekeepers. Plan: not in the plan.");
        plan.set(TROOPS, Some(ValueIx(1)));
        assert_eq!(hidden_cell(&dossier, &plan, SOUTH, TROOPS), "South, Peacekeepers. Plan: European. Verdict hidden.");
    }

    #[test]
    fn a_step_tells_of_the_parties_revealed_alone() {
        let dossier = practice::dossier();
        let of = Label::Term { term: TROOPS, from: None, to: Some(ValueIx(1)) };
        let change = Change { party: SOUTH, term: TROOPS, before: Mark::Empty, after: Mark::Opposed };
        let sentence = |undone, cells: &[Change]| step(&dossier, &of, undone, cells, DateStyle::Words);
        let what = "Peacekeepers: from not in the plan to European.";
        assert_eq!(sentence(false, &[]), format!("{what} Verdicts are hidden"));
        assert_eq!(sentence(true, &[change]), format!("Taken back: {what} Changed, of the parties revealed: South"));
    }

    #[test]
    fn every_verdict_has_a_word_of_its_own_that_fits_a_card() {
        let mut words: Vec<String> = Mark::iter().map(|mark| verdict(mark, true)).collect();
        words.push(verdict(Mark::Empty, false));
        assert!(words.iter().all(|word| word.len() <= 18), "{words:?}");
        let n_words = words.len();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), n_words);
    }
}
