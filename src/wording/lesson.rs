//! The words of the lesson page and of the site made of such pages.

use crate::{
    analysis::{Mark, Standing},
    domain::{Date, Dossier, Party, PositionIx, Role},
};

use super::{DateStyle, count, date, hand_outs::ANSWERS};

/// A case that is made up.
pub(crate) const INVENTED: &str = "Invented for practice";
/// Instead of controls where scripts are switched off.
pub(crate) const NO_SCRIPT: &str = "Scripts are switched off in this browser, so the plan cannot be changed here. \
     It stands below with its marks, and all statements on file stand under it.";
/// Name of the row of buttons.
pub(crate) const TOOLS: &str = "What you can do";
/// In front of the day.
pub(crate) const AS_OF: &str = "As of";
/// Button to the day before.
pub(crate) const EARLIER: &str = "Earlier day";
/// Button to the day after.
pub(crate) const LATER: &str = "Later day";
/// Hides all marks.
pub(crate) const HIDE: &str = "Hide marks";
/// Shows the marks of one more party.
pub(crate) const REVEAL_NEXT: &str = "Reveal next party";
/// Shows all that differs from the plan as it came.
pub(crate) const SHOW_CHANGES: &str = "Show me what changed";
/// Back to the plan as it came.
pub(crate) const RESET: &str = "Reset";
/// Shows the plan as a text.
pub(crate) const COPY: &str = "Copy my plan";
/// Prints the page.
pub(crate) const PRINT: &str = "Print";
/// Heading over the table.
pub(crate) const PLAN: &str = "The plan, and what is on file";
/// Head of the column of controls.
pub(crate) const THIS_PLAN_SAYS: &str = "This plan says";
/// The value of a term that is not in the plan.
pub(crate) const NOT_IN_PLAN: &str = "Not in the plan";
/// Heading over the statements behind a mark.
pub(crate) const WHY: &str = "Why";
/// Before a mark is chosen.
pub(crate) const CHOOSE: &str = "Choose a mark to read the statements behind it, a party to see how the plan stands with it, \
     or a term to read what it means.";
/// Closes the statements behind a mark.
pub(crate) const CLOSE: &str = "Close";
/// Heading over all statements.
pub(crate) const ON_FILE: &str = "Everything on file";
/// Heading over the terms.
pub(crate) const TERMS: &str = "The terms";
/// Heading over what the case is.
pub(crate) const ABOUT: &str = "About this case";
/// Heading of the text of the plan.
pub(crate) const MY_PLAN: &str = "My plan";
/// What to do with the text of the plan.
pub(crate) const COPY_HELP: &str = "Save this text as a file that ends in .ron: Peace Plan Explorer opens it. The link opens \
     this page with the plan in it.";
/// Label of the text.
pub(crate) const PLAN_TEXT: &str = "The plan as a text";
/// Label of the link.
pub(crate) const PLAN_LINK: &str = "The plan as a link";
/// Copies the text.
pub(crate) const COPY_TEXT: &str = "Copy text";
/// Copies the link.
pub(crate) const COPY_LINK: &str = "Copy link";
/// Writes the text into a file.
pub(crate) const SAVE: &str = "Save as a file";
/// The rows under the table.
pub(crate) const FEET: [&str; 3] = ["Contradicted", "Supports or in line", "No stated position"];
/// The plan that a page opens with if none is given.
pub(crate) const EMPTY_PLAN: &str = "Your plan";

/// Under the title of the start page of a site.
pub(crate) const SITE: &str = "Write a plan and see whose statements it contradicts, with speaker, day and source. Each case \
     opens with an empty plan; the plans that others put forward stand below it, A to Z.";
/// At the foot of the start page of a site.
pub(crate) const SITE_FOOT: &str = "These pages need no network and keep nothing. A mark shows what is on file, not what is \
     right; no stated position is not consent.";

/// What the script says. `{}` and words in braces stand for what it puts in; of two or three sentences the first is for
/// the least number.
#[derive(Debug, serde::Serialize)]
pub(crate) struct ScriptWords {
    as_of: &'static str,
    not_in_plan: &'static str,
    of_terms: [&'static str; 2],
    cell: &'static str,
    statements: [&'static str; 2],
    not_counted: &'static str,
    change: &'static str,
    changed: [&'static str; 3],
    marks_hidden: &'static str,
    hidden: &'static str,
    revealed: &'static str,
    guess: &'static str,
    /// What is shown of each guess, and what it means.
    guesses: [[&'static str; 2]; 4],
    show_all: &'static str,
    hide: &'static str,
    /// In the order of the effects.
    effects: [&'static str; 6],
    by: [&'static str; 2],
    and: &'static str,
    nothing: [&'static str; 2],
    other_days: &'static str,
    not_in_force: &'static str,
    reveal_first: &'static str,
    /// In the order of the figures of a tally.
    tally: [&'static str; 7],
    tally_head: &'static str,
    lost: &'static str,
    same: &'static str,
    before_after: &'static str,
    changed_head: &'static str,
    reset: &'static str,
    copied: &'static str,
    not_copied: &'static str,
    link: LinkWords,
}

/// What came of a link.
#[derive(Debug, serde::Serialize)]
struct LinkWords {
    garbage: &'static str,
    long: &'static str,
    other: &'static str,
    parts: &'static str,
    version: &'static str,
    read: &'static str,
}

/// What the script says.
pub(crate) const SCRIPT: ScriptWords = ScriptWords {
    as_of: AS_OF,
    not_in_plan: "not in the plan",
    of_terms: ["of 1 term", "of {} terms"],
    cell: "{party}, {term}: {mark}",
    statements: ["1 statement on file", "{} statements on file"],
    not_counted: "with what is not counted: {}",
    change: "{what}: from {from} to {to}.",
    changed: ["No mark changed.", "1 mark changed: {parties}.", "{n} marks changed: {parties}."],
    marks_hidden: "Marks are hidden. Press a cell to note your guess, a party to show its marks.",
    hidden: "hidden",
    revealed: "{}: marks are shown.",
    guess: "your guess: {}",
    guesses: [
        ["", "none yet"],
        [ANSWERS[0].0, ANSWERS[0].1],
        [ANSWERS[1].0, ANSWERS[1].1],
        [ANSWERS[2].0, ANSWERS[2].1],
    ],
    show_all: "Show all marks",
    hide: HIDE,
    effects: [
        "The plan contradicts {by}",
        "This keeps to what is asked for in {by}",
        "The plan is in line with {by}",
        "The plan does not use what they offered; that goes against nobody's words: {by}",
        "Depends on {open}, not in the plan: {by}",
        "It asks nothing of a plan: {by}",
    ],
    by: ["a statement by {}", "{n} statements ({by})"],
    and: " and ",
    nothing: [
        "Nothing by {party} on \u{201c}{term}\u{201d} up to {day} is in this case. That is not consent.",
        "Nothing by {party} on \u{201c}{term}\u{201d} is in force on {day}. That is not consent.",
    ],
    other_days: "Earlier or later ({})",
    not_in_force: "Not in force on {}",
    reveal_first: "The marks of {party} are hidden. Press the name at the head of the table to show them.",
    tally: [
        "red lines crossed: {}",
        "opposed, or not met: {}",
        "preferred otherwise: {}",
        "supported or in line: {}",
        "no stated position: {}",
        "something on file that is neither for nor against: {}",
        "depends on terms that are not in the plan: {}",
    ],
    tally_head: "How the plan stands with {party}, {of}:",
    lost: "This page cannot follow what is demanded in {by}; open the plan in Peace Plan Explorer to see the mark.",
    same: "Plan and day are as they came; no mark differs.",
    before_after: "{before} \u{2192} {after}",
    changed_head: "What changed",
    reset: "The plan is as it came.",
    copied: "Copied.",
    not_copied: "This browser does not let a page copy. Select the text and copy it.",
    link: LinkWords {
        garbage: "The link holds no plan that can be read. Shown is the plan that this page came with.",
        long: "The link is longer than a plan can be. Shown is the plan that this page came with.",
        other: "The link holds a plan of another case. Shown is the plan that this page came with.",
        parts: "Parts of it that this page does not know were left out: {}.",
        version: "It was made with another version of this case; terms and marks may differ.",
        read: "Shown is the plan from the link.",
    },
};

/// What a page says of a cell whose mark it cannot work out.
pub(crate) const LOST: &str = "this page cannot follow a position here";

/// The denominator of the counts under the table: "of 5 terms".
#[must_use]
pub(crate) fn of_terms(n: usize) -> String {
    format!("of {}", count(n, "term", "terms"))
}

/// How large a case is and which days it covers.
#[must_use]
pub(crate) fn case_line(dossier: &Dossier, style: DateStyle) -> String {
    let (first, last) = dossier.covers;
    let parts = [
        count(dossier.parties.len(), "party", "parties"),
        count(dossier.terms.len(), "term", "terms"),
        count(dossier.statements.len(), "statement", "statements"),
        format!("{} to {}", date(first, style), date(last, style)),
    ];
    parts.join(" \u{b7} ")
}

/// How many statements are on file, and what they were read as: "121 statements, read as 150 positions".
#[must_use]
pub(crate) fn n_on_file(n_statements: usize, n_positions: usize) -> String {
    format!(
        "{}, read as {}",
        count(n_statements, "statement", "statements"),
        count(n_positions, "position", "positions")
    )
}

/// When a value was first put forward.
#[must_use]
pub(crate) fn put_forward(since: Date, style: DateStyle) -> String {
    format!("First put forward {}.", super::on_date(since, style))
}

/// The day of publication, behind the day it was said.
#[must_use]
pub(crate) fn published(day: Date, style: DateStyle) -> String {
    format!("published {}", date(day, style))
}

/// Since when a position stands, and what became of it.
#[must_use]
pub(crate) fn since(dossier: &Dossier, ix: PositionIx, style: DateStyle) -> String {
    let position = dossier.position(ix);
    let mut parts = vec![format!("In force since {}", date(dossier.first_day(ix), style))];
    let newer = dossier.replaced_by(ix).iter().map(|newer| Standing::Replaced(*newer));
    let ended = position.until.map(|_| Standing::Ended);
    parts.extend(newer.chain(ended).map(|standing| super::standing(dossier, standing, ix, style)));
    parts.join("; ") + "."
}

/// A mark of a term in the plan, in words.
#[must_use]
pub(crate) fn mark(mark: Mark) -> &'static str {
    super::hand_outs::cell_words(mark)
}

/// What part a party has, over its column.
#[must_use]
pub(crate) fn group(role: Role) -> &'static str {
    super::role(role)
}

/// Who speaks for a party, and why it says what it says.
#[must_use]
pub(crate) fn party(party: &Party) -> Vec<String> {
    let mut lines = vec![super::hand_outs::speaks(party)];
    let reason = Some(&party.reason).filter(|reason| !reason.is_empty());
    lines.extend(reason.map(|reason| format!("{}: {reason}", super::hand_outs::GIVEN_REASON)));
    lines.extend(Some(&party.note).filter(|note| !note.is_empty()).map(|note| format!("Note: {note}")));
    lines
}

/// The parts of what a reader must know of a case, each with its head.
#[must_use]
pub(crate) fn about(dossier: &Dossier) -> Vec<(&'static str, &str)> {
    let about = &dossier.about;
    let parts = [
        ("", about.purpose.as_str()),
        ("Author", &about.author),
        ("Read in full", &about.read_in_full),
        ("Read in part", &about.read_in_part),
        ("Not verified", &about.not_verified),
        ("Left out", &about.left_out),
        ("Licence", &about.licence),
    ];
    let notes = about.notes.iter().map(|note| ("Note", note.as_str()));
    parts.into_iter().chain(notes).filter(|(_, text)| !text.is_empty()).collect()
}
