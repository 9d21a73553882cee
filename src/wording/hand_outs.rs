//! The words of the hand-outs.

mod debrief;
mod spreadsheet;
mod statements;

use super::{DateStyle, count, role};
use crate::{
    analysis::{Mark, Tally},
    app::{Format, Paper, Sheet, SheetKind},
    domain::{Date, Dossier, Party, Role, Scenario},
};

pub(crate) use super::cli::{BROKEN_RULES, broken_rule, counting, outside_coverage};
pub(crate) use debrief::{
    CRITERIA, CRITERION, FIELDS, FIELDS_HEAD, GRADES_THE_WORK, LEVELS, QUESTIONS, QUESTIONS_HEAD,
};
pub(crate) use spreadsheet::{CSV_CELLS, CSV_CLASS, CSV_SOURCES, NOT_IN_CSV};
pub(crate) use statements::{
    caveat, cited_on, evidence, guess, guess_why, held, how_read, no_room_for, publication, quote, shortened_sources,
    speaker,
};

/// Over the title of a page.
pub(crate) const LESSON_PAGE: &str = "Lesson page";

/// Head of the column of terms.
pub(crate) const TERM: &str = "Term";
/// Head of the column of values.
pub(crate) const PLAN_SAYS: &str = "The plan says";
/// Heading over three lines to write on.
pub(crate) const GAVE_UP: &str = "What we gave up";
/// Over what the marks mean.
pub(crate) const MARKS_COMPARE: &str = "A mark compares one row of the plan with what one party has said. It is about words on file, \
     not about what anybody would do.";
/// Heading over the groups of columns.
pub(crate) const WHO_STANDS_THERE: &str = "Who stands over the columns";
/// Beside the numbers of a plan sheet.
pub(crate) const NUMBERS: &str =
    "A number beside a mark is no count: it is that of a statement on the sheet \"Sources\".";
/// Under that, where some numbers stand in brackets.
pub(crate) const NUMBERS_IN_BRACKETS: &str =
    "In brackets: a statement with a red line that the plan keeps; the mark is about other words of theirs.";
/// The number of a statement with a red line that the plan keeps.
#[must_use]
pub(crate) fn in_brackets(number: &str) -> String {
    format!("({number})")
}

/// True of such a number.
#[must_use]
pub(crate) fn is_in_brackets(number: &str) -> bool {
    number.starts_with('(')
}

/// Under a statement with a red line that the plan keeps, where another mark stands: "A red line that this plan keeps, on Police."
#[must_use]
pub(crate) fn kept_on(terms: &[&str]) -> String {
    format!("A red line that this plan keeps, on {}.", super::and(terms))
}

/// Over a plan that says nothing.
pub(crate) const EMPTY_PLAN: &str = "Nothing is in the plan yet. Write your plan into the table.";
/// Head of the column of numbers.
pub(crate) const NUMBER: &str = "No.";
/// Head of the column of statements.
pub(crate) const SAID: &str = "What was said (in our words unless quoted), by whom and when, and where it is published";
/// Instead of a publication.
pub(crate) const NO_SOURCE: &str = "No source given";
/// In front of a student's own words.
pub(crate) const STUDENT: &str = "Student writing";
/// Heading over the notes of a plan that somebody made with the program.
pub(crate) const OWN_NOTES: &str = "Notes (student writing, not part of the case)";
/// Heading over notes that may be anybody's.
pub(crate) const NOTES: &str = "Notes saved with this plan";
/// Heading over the notes of a plan that comes with a dossier.
pub(crate) const PLAN_NOTES: &str = "Notes that come with this plan";
/// Nothing to list.
pub(crate) const NOTHING_CITED: &str = "The marks of this plan rest on no statement: there is nothing to list.";
/// An empty box below the head of its column, for those who cannot see it.
pub(crate) const EMPTY_BOX: &str = "box to write in";
/// An empty cell of a table to write in, for those who cannot see it.
pub(crate) const TO_FILL_IN: &str = "to fill in";
/// A line for a name.
pub(crate) const NAME_OR_GROUP: &str = "Name or group (optional)";
/// What to do on a prediction sheet.
pub(crate) const PREDICT: &str = "Before you see the marks: what is on file for each party? Write into every box";
/// The three answers of a prediction sheet, as letter and meaning.
pub(crate) const ANSWERS: [(&str, &str); 3] = [
    ("N", "has said no, or would rather have something else"),
    ("Y", "has said yes, or is in line"),
    ("\u{2013}", "no stated position on file, or neither for nor against"),
];
/// Under the boxes.
pub(crate) const NOT_KNOWING: &str = "Not knowing is a result. A dash is an answer: no stated position is not consent.";
/// Under an answer key.
pub(crate) const COMPARE: &str = "Compare box by box. Where a guess and the file differ, read the statement: who said it, when, \
     and what exactly?";
/// Head of a party brief: who speaks.
pub(crate) const WHO_SPEAKS: &str = "Who speaks";
/// Head of a party brief, and of a party's page: why it says so.
pub(crate) const GIVEN_REASON: &str = "Reason, as the author of the case puts it";
/// Head of a party brief: what a reader must know.
pub(crate) const NOTE: &str = "Note";
/// Head of the column of statements in a party brief.
pub(crate) const BRIEF_SAID: &str = "Statement (in our words), how firmly it is held, and what would meet it";
/// Head of the column of guesses.
pub(crate) const INTEREST: &str = "Interest behind it? (our guess)";
/// A position on no single term.
pub(crate) const WHOLE_PLAN: &str = "Whole plan, or the talks";
/// A position without a demand.
pub(crate) const NO_DEMAND: &str = "It asks nothing of a plan";
/// A party of whom nothing is in force.
pub(crate) const NOTHING_IN_FORCE: &str = "No statement of this party is in force on this day. That is not consent.";
/// Under a party brief.
pub(crate) const POSITIONS: &str = "Statements are positions, not interests: what somebody asks for, not yet why. Guesses are \
     yours; mark them as such.";
/// In front of a group's name.
pub(crate) const GROUP: &str = "Group";
/// Title of the sheet with guesses, delegations and proposals.
pub(crate) const CLASS_WORK: &str = "What we expected and proposed";
/// Name of the list of sheets in a file.
pub(crate) const CONTENTS: &str = "Sheets in this file";

/// The title of a sheet.
#[must_use]
pub(crate) fn sheet_title(dossier: &Dossier, sheet: Sheet) -> String {
    match sheet {
        Sheet::Brief(party) => format!("{PARTY_BRIEF}: {}", dossier.party(party).name),
        Sheet::Plan => sheet_kind(SheetKind::Plan).to_owned(),
        Sheet::Sources => sheet_kind(SheetKind::Sources).to_owned(),
        Sheet::Marks => sheet_kind(SheetKind::Marks).to_owned(),
        Sheet::Way => sheet_kind(SheetKind::Way).to_owned(),
        Sheet::Prediction => sheet_kind(SheetKind::Prediction).to_owned(),
        Sheet::AnswerKey => sheet_kind(SheetKind::AnswerKey).to_owned(),
        Sheet::Debrief => sheet_kind(SheetKind::Debrief).to_owned(),
        Sheet::Grading => sheet_kind(SheetKind::Grading).to_owned(),
    }
}

/// The name of a kind of sheet.
#[must_use]
pub(crate) fn sheet_kind(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Plan => "Plan sheet",
        SheetKind::Sources => "Sources",
        SheetKind::Marks => super::legend::WHAT_MARKS_MEAN,
        SheetKind::Way => super::activities::WAY_TITLE,
        SheetKind::Prediction => "Prediction sheet",
        SheetKind::AnswerKey => "Answer key",
        SheetKind::Briefs => "Party briefs",
        SheetKind::Debrief => "Debrief sheet",
        SheetKind::Grading => "Grading grid",
    }
}

/// Over the title of sheets that are not about one plan.
pub(crate) const LESSON: &str = "For the lesson";
/// Over the name of a party.
pub(crate) const PARTY_BRIEF: &str = "Party brief";

/// The name of a format, with what it is for.
#[must_use]
pub(crate) fn format(format: Format) -> &'static str {
    match format {
        Format::Pdf => "PDF",
        Format::Html => "HTML",
        Format::Png => "PNG",
        Format::Csv => "CSV",
        Format::LessonPage => LESSON_PAGE,
    }
}

/// The name of a paper size.
#[must_use]
pub(crate) fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "A4",
        Paper::Letter => "US Letter",
    }
}

/// Why a party says what it says, and whose words that is: no statement stands behind it. Empty if nothing is given.
#[must_use]
pub(crate) fn reason(party: &Party) -> String {
    if party.reason.is_empty() { String::new() } else { format!("{GIVEN_REASON}: {}", party.reason) }
}

/// "Statements in force on 13 Jan 2025".
#[must_use]
pub(crate) fn as_of(day: Date, style: DateStyle) -> String {
    format!("Statements in force {}", super::on_date(day, style))
}

/// The name of a mark before its sentence: "red line:".
#[must_use]
pub(crate) fn named(mark: &str) -> String {
    format!("{mark}:")
}

/// "3 of 15 terms in the plan".
#[must_use]
pub(crate) fn terms_in_plan(n_in_plan: usize, n_terms: usize) -> String {
    format!("{n_in_plan} of {} in the plan", count(n_terms, "term", "terms"))
}

/// Which dossier: "Ukraine, January 2025, version 1 (0a1b2c3d4e5f)".
#[must_use]
pub(crate) fn dossier_line(dossier: &Dossier, fingerprint: &str) -> String {
    let invented = if dossier.fictional { ", invented for practice" } else { "" };
    format!("Case: {}{invented}, version {}, fingerprint {fingerprint}.", dossier.title, dossier.version)
}

/// "Not in the plan: Crimea, Draft age."
#[must_use]
pub(crate) fn left_out(terms: &[&str]) -> String {
    format!("Not in the plan: {}.", terms.join(", "))
}

/// The key to the codes of one group of parties: "Must accept: RU Russia, UA Ukraine."
#[must_use]
pub(crate) fn party_key(of: Role, parties: &[&Party]) -> String {
    let one = |party: &&Party| {
        if party.code == party.name { party.name.clone() } else { format!("{}\u{a0}{}", party.code, party.name) }
    };
    let each: Vec<String> = parties.iter().map(one).collect();
    format!("{}: {}.", role(of), each.join("; "))
}

/// The feet of the table: what is counted in a row, with its denominator.
#[must_use]
pub(crate) fn feet(n_in_plan: usize) -> [String; 2] {
    [format!("Contradicted, of {n_in_plan}"), format!("No stated position, of {n_in_plan}")]
}

/// The number of contradicted cells of a party; a dash if it said nothing on any term of the plan.
#[must_use]
pub(crate) fn n_contradicted(tally: &Tally) -> String {
    if tally.is_silent() { "\u{2013}".to_owned() } else { tally.contradicted().to_string() }
}

/// The name of a cell for those who cannot see it: "Russia: contradicts, opposed", "Russia: no stated position".
#[must_use]
pub(crate) fn cell_name(party: &Party, mark: Mark, in_plan: bool) -> String {
    let what = if in_plan { cell_words(mark) } else { super::mark_name(mark) };
    format!("{}: {what}", party.name)
}

/// A mark in words, inside the plan.
#[must_use]
pub(crate) fn cell_words(mark: Mark) -> &'static str {
    if mark == Mark::Empty { "depends on terms that are not in the plan" } else { super::mark_name(mark) }
}

/// The name of an empty box: "Russia: box to write in".
#[must_use]
pub(crate) fn box_name(party: &Party) -> String {
    format!("{}: {EMPTY_BOX}", party.name)
}

/// A mark in words below the head of its column, in front of the numbers of its statements: "supports, statements".
#[must_use]
pub(crate) fn mark_in_words(mark: Mark, numbers: &[(String, u16)]) -> String {
    let words = cell_words(mark);
    match numbers {
        [] => words.to_owned(),
        [(only, number)] if *only == number.to_string() => format!("{words}, statement"),
        _ => format!("{words}, statements"),
    }
}

/// What the table of terms and parties is.
#[must_use]
pub(crate) fn table_caption(marked: bool) -> &'static str {
    if marked {
        "What the plan says, and what the parties have said"
    } else {
        "What the plan says, and boxes to fill in"
    }
}

/// What a link to a statement is called.
#[must_use]
pub(crate) fn to_statement(number: impl std::fmt::Display) -> String {
    format!("Source {number}")
}

/// The same of a number in the table, which may stand in brackets.
#[must_use]
pub(crate) fn to_cited(number: &str) -> String {
    match number.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(number) => format!("{}, red line that the plan keeps", to_statement(number)),
        None => to_statement(number),
    }
}

/// What a link to the web is called.
#[must_use]
pub(crate) fn to_web_page(url: &str) -> String {
    format!("Web page {url}")
}

/// Who takes part in a class: "Russia: Speaker Ana; Scribe Ben", or the name alone.
#[must_use]
pub(crate) fn taking_part(part: &str, names: &str) -> String {
    if names.is_empty() { part.to_owned() } else { format!("{part}: {names}") }
}

/// What a delegation said to a proposal: "Student writing, Russia. How does it fit ...? Not at all".
#[must_use]
pub(crate) fn explanation(by: &str, asked: &str, text: &str) -> String {
    format!("{STUDENT}, {by}. {asked} {text}")
}

/// Who speaks for a party: "Government of the North. Must accept an agreement".
#[must_use]
pub(crate) fn speaks(party: &Party) -> String {
    let part = match party.role {
        Role::MustAccept => "No agreement without it.",
        Role::Affected => "An agreement binds it or touches it.",
        Role::Outside => "Speaks from outside.",
    };
    if party.body.is_empty() { part.to_owned() } else { format!("{}. {part}", party.body.trim_end_matches('.')) }
}

/// The terms on which a party has not spoken.
#[must_use]
pub(crate) fn no_stated_position_on(terms: &[&str]) -> Option<String> {
    (!terms.is_empty()).then(|| format!("No stated position on (not consent): {}.", terms.join(", ")))
}

/// "Sources, page 1 of 2"; of a single page its sheet alone.
#[must_use]
pub(crate) fn page_name(sheet: &str, page: usize, n_pages: usize) -> String {
    match page_number(page, n_pages) {
        Some(number) => format!("{sheet}, page {number}"),
        None => sheet.to_owned(),
    }
}

/// The foot of a page: which plan and which dossier.
#[must_use]
pub(crate) fn foot(dossier: &Dossier, scenario: &Scenario, fingerprint: &str) -> String {
    let plan = super::plan_title(scenario);
    format!("{plan} \u{b7} {}, version {} ({fingerprint})", dossier.title, dossier.version)
}

/// The foot of a page: which page of its sheet, which is handed out alone. Of a single page there is nothing to say; beside
/// others in one file it would be wrong.
#[must_use]
pub(crate) fn page_number(page: usize, n_pages: usize) -> Option<String> {
    (n_pages > 1).then(|| format!("{page} of {n_pages}"))
}
