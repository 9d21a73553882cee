//! The words of "Who has said no?".

use std::collections::BTreeMap;

use crate::{
    analysis::Mark,
    app::{
        Filed, OnFile,
        predict::{Basis, EndQuestion, EndRow, Mode},
    },
    domain::{Answer, Date, Dossier, Guess, PartyIx, Strength},
    wording::{DateStyle, IN_OUR_WORDS, and, channel, date, list::capitalised, met_if},
};

/// Title of the screen.
pub(crate) const PREDICT_TITLE: &str = "Who has said no?";
/// Under it, before the questions begin.
pub(crate) const PREDICT_TEXT: &str = "You say what you expect to be on file from each party. Then the tiles are turned, one by one, and each shows the \
     statement. Nothing is counted against anybody.";
/// Label of the choice of a plan.
pub const PLAN: &str = "Plan";
/// Button that lists the plans on file.
pub const SAMPLE_PLAN: &str = "A plan on file…";
/// Label of the terms that are asked about.
pub(crate) const ASK_ABOUT: &str = "Ask about";
/// Button that adds a term.
pub const ADD_TERM: &str = "Add a term";
/// Button that proposes terms again.
pub(crate) const PROPOSE_TERMS: &str = "Propose terms";
/// Tool tip of that button.
pub(crate) const PROPOSE_TIP: &str = "Rows in which all three answers are on file, in the order of the table";
/// Takes a term out of the questions.
pub(crate) const REMOVE_TERM: &str = "Do not ask about it";
/// Label of who answers.
pub(crate) const WHO_ANSWERS: &str = "Who answers";
/// Button that begins.
pub const START: &str = "Start asking";
/// There is nothing to ask about.
pub(crate) const NOTHING_TO_ASK: &str = "Add a term to ask about.";
/// Button that opens the guesses against the file.
pub const OUR_GUESSES: &str = "Our guesses and the file";
/// The hands are counted, or nobody counts them.
pub const VOTES_IN: &str = "All have answered";
/// Turns the next tile.
pub const REVEAL_NEXT: &str = "Turn the next tile";
/// Turns all tiles.
pub const REVEAL_ALL: &str = "Turn all";
/// Goes back to the answers, or to the question before.
pub(crate) const BACK: &str = "Back";
/// Its accessible name where it leads to the question before: beside it tiles are turned back too.
pub(crate) const BACK_ONE_QUESTION: &str = "Back one question";
/// Its accessible name where it leads to the answers.
pub const BACK_TO_ANSWERS: &str = "Back to the answers";
/// Goes to the question after.
pub const NEXT_QUESTION: &str = "Next question";
/// Goes back to the choice of what to ask.
pub const TO_SETUP: &str = "Choose other questions";
/// Ends a question before its end.
pub const STOP_ASKING: &str = "Stop asking";
/// What the class is to do when hands are divided.
pub(crate) const DISCUSS: &str = "Discuss with your neighbour, then vote again.";
/// What the class is to do first.
pub(crate) const VOTE_CLASS: &str = "What do you expect to be on file? Hands up, or take the majority.";
/// Beside the answers: what else they take in.
pub const TAKEN_IN: &str = "A wish for something else counts as \"said no\". What is neither for nor against, or depends on \
     other terms, counts as \"no stated position\".";
/// What one person is to do first.
pub(crate) const VOTE_SINGLE: &str = "What do you expect to be on file? Choose for each party.";
/// While tiles are turned.
pub(crate) const LOOK: &str = "Turn the tiles. PageDown turns the next one, PageUp turns it back.";
/// All tiles are turned.
pub(crate) const LOOKED: &str = "All tiles are turned. What did you not expect?";
/// Label of the reason.
pub const REASON: &str = "Why do you expect this? (optional)";
/// On a tile that is not turned yet.
pub(crate) const COVERED: &str = "not turned yet";
/// Title of the table at the end.
pub const TABLE_TITLE: &str = "What we expected, and what is on file";
/// The table is empty. The button is the one above it.
pub const NO_GUESSES: &str = "No guesses in this file yet. \"Choose other questions\" leads to them: what is answered there \
     stands here, beside what is on file.";
/// Heads of the table.
pub(crate) const TABLE_HEADS: [&str; 4] = ["Party", "We expected", "On file", "Statement"];
/// Over the sentences under the table.
pub(crate) const TO_TALK_ABOUT: &str = "To talk about";
/// Copies the table as text.
pub const COPY_TEXT: &str = "Copy as text";
/// Copies the table as comma-separated values.
pub const COPY_TABLE: &str = "Copy as CSV";
/// Saves the table.
pub const SAVE_SHEET: &str = "Save the answer sheet…";
/// Tool tip of a field for hands.
pub(crate) const HANDS: &str = "Hands up for this answer (optional)";
/// In the field for their number while it is empty.
pub(crate) const HANDS_SHORT: &str = "hands";
/// No answer was given.
pub(crate) const NO_GUESS: &str = "no answer";

/// Name of what the questions are about.
#[must_use]
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::ThisPlan => "This plan",
        Basis::OneByOne => "Empty plan, one term at a time",
    }
}

/// The plan that is open, by its name: "This plan: Day trip to the city".
#[must_use]
pub fn this_plan(name: &str) -> String {
    format!("{}: {name}", basis(Basis::ThisPlan))
}

/// Name of who answers.
#[must_use]
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Class => "Whole class",
        Mode::Single => "Each student",
    }
}

/// One of the three answers.
#[must_use]
pub fn guess(guess: Guess) -> &'static str {
    match guess {
        Guess::No => "said no",
        Guess::InLine => "said yes, or is in line",
        Guess::Nothing => "no stated position",
    }
}

/// Name of the button that gives an answer: "Russia: said no".
#[must_use]
pub fn guess_name(dossier: &Dossier, party: PartyIx, of: Guess) -> String {
    format!("{}: {}", dossier.party(party).name, guess(of))
}

/// Name of the field with the hands for an answer.
#[must_use]
pub fn hands_name(dossier: &Dossier, party: PartyIx, of: Guess) -> String {
    format!("Hands for {}", guess_name(dossier, party, of))
}

/// What was expected: "Most: said no".
#[must_use]
pub fn expected(of: Option<Guess>, mode: Mode) -> String {
    match (of, mode) {
        (Some(of), Mode::Class) => format!("Most: {}", guess(of)),
        (Some(of), Mode::Single) => format!("My guess: {}", guess(of)),
        (None, _) => NO_GUESS.to_owned(),
    }
}

/// An answer in the table: "said no (18, 4 and 6 hands)".
#[must_use]
pub fn answer(answer: &Answer) -> String {
    let words = answer.guess.map_or(NO_GUESS, guess);
    let [no, in_line, nothing] = answer.hands;
    if answer.hands == [0; 3] {
        words.to_owned()
    } else {
        format!("{words} (hands: {no} no, {in_line} yes or in line, {nothing} no position)")
    }
}

/// "Question 1 of 3".
#[must_use]
pub(crate) fn question_of(n: usize, of: usize) -> String {
    format!("Question {n} of {of}")
}

/// The day whose statements answer: "Statements on file on 13 Jan 2025".
#[must_use]
pub(crate) fn on_file_on(day: Date, style: DateStyle) -> String {
    format!("On file on {}", date(day, style))
}

/// The answer on file: "On file: opposed, 18 Nov 2024". Of what is none of the three answers in so many words it says which
/// it is taken for.
#[must_use]
pub fn on_file(dossier: &Dossier, on_file: OnFile, style: DateStyle) -> String {
    let day = on_file.because.map(|(_, statement)| date(dossier.statement(statement).said, style)).unwrap_or_default();
    match on_file.filed {
        Filed::Nothing => NOTHING_ON_FILE.to_owned(),
        Filed::OtherDay => format!("Nothing in force on this day. On file: a statement of {day}"),
        Filed::Tied => tied(dossier, on_file, &day),
        Filed::Unreadable => format!("No position: neither for nor against, {day}"),
        Filed::Depends => format!("On file: depends on other terms, {day}"),
        Filed::Both | Filed::No | Filed::InLine => format!("On file: {}, {day}", answer_on_file(on_file)),
    }
}

/// In the place of an answer.
const NOTHING_ON_FILE: &str = "Nothing on file. Not knowing is a result.";

/// One of the answers, in the words of the marks.
fn answer_on_file(on_file: OnFile) -> &'static str {
    match (on_file.filed, on_file.mark) {
        (Filed::Both, _) => "mixed, for and against",
        (Filed::No, Mark::RedLine) => "red line",
        (Filed::No, Mark::Otherwise) => "prefers otherwise",
        (Filed::No, _) => "opposed",
        (_, Mark::Supported) => "supports",
        _ => "in line",
    }
}

/// The answer on file on a turned tile, beside its mark: the same in fewer words.
#[must_use]
pub fn on_tile(dossier: &Dossier, on_file: OnFile, style: DateStyle) -> String {
    let day = on_file.because.map(|(_, statement)| date(dossier.statement(statement).said, style)).unwrap_or_default();
    match on_file.filed {
        Filed::Nothing => NOTHING_ON_FILE.to_owned(),
        Filed::OtherDay => format!("Not in force: {day}"),
        Filed::Tied => format!("Nothing on this alone, only with {}", tied_to(dossier, on_file)),
        Filed::Unreadable => format!("Neither for nor against, {day}"),
        Filed::Depends => format!("Depends on other terms, {day}"),
        // Turned all at once, tiles are all that a class reads: a limit that is kept is no wish for this value.
        Filed::InLine if is_within(on_file) => format!("Supports: within {}, {day}", wished(dossier, on_file)),
        Filed::Both | Filed::No | Filed::InLine => format!("{}, {day}", capitalised(answer_on_file(on_file))),
    }
}

/// True if the value is merely among those asked for.
fn is_within(on_file: OnFile) -> bool {
    on_file.filed == Filed::InLine && on_file.mark == Mark::Supported && !on_file.leaves_only
}

/// What a party did about the values among which the plan's is.
fn wished(dossier: &Dossier, on_file: OnFile) -> &'static str {
    let strength = on_file.because.map(|(position, _)| dossier.position(position).strength);
    if strength == Some(Strength::Offers) { "what they accept" } else { "what they asked for" }
}

/// "Nothing on this alone, only with Nights, 3 Dec 2030".
fn tied(dossier: &Dossier, on_file: OnFile, day: &str) -> String {
    format!("Nothing on this alone, only with {}, {day}", tied_to(dossier, on_file))
}

/// The term to which what is on file is tied.
fn tied_to(dossier: &Dossier, on_file: OnFile) -> &str {
    let about = on_file.because.and_then(|(position, _)| dossier.position(position).about);
    about.map_or("other terms", |term| dossier.term(term).name.as_str())
}

/// The statement behind an answer in one line: what, who, on what evidence, in whose words.
#[must_use]
pub(crate) fn statement_line(dossier: &Dossier, on_file: OnFile) -> Option<String> {
    let (_, statement) = on_file.because?;
    let statement = dossier.statement(statement);
    let kind = channel(statement.channel).to_lowercase();
    Some(format!("{} ({}, {kind}, {IN_OUR_WORDS})", statement.short, statement.speaker))
}

/// What the name of the mark does not say by itself: a wish that counts as a no, a value that is merely among those asked for.
fn in_plain_words(on_file: OnFile) -> Option<&'static str> {
    match (on_file.filed, on_file.mark) {
        (Filed::No, Mark::Otherwise) => Some("A wish for something else; it counts as \"said no\"."),
        _ if is_within(on_file) => Some("Within what they asked for or accept."),
        (Filed::InLine, _) if on_file.is_idle => Some("Their \"if\" does not apply here."),
        _ => None,
    }
}

/// What meets the statement behind an answer, and that statement: its words may sound like the contrary of the answer.
/// Nothing where there is none.
#[must_use]
pub fn met_and_said(dossier: &Dossier, on_file: OnFile) -> [String; 2] {
    let met = on_file.because.and_then(|(position, _)| met_if(dossier, dossier.position(position)));
    let plain = in_plain_words(on_file).map(str::to_owned);
    let met: Vec<String> = plain.into_iter().chain(met).collect();
    [met.join(" "), statement_line(dossier, on_file).unwrap_or_default()]
}

/// Name of a tile that is not turned: nothing of what is on file.
#[must_use]
pub(crate) fn covered_tile(dossier: &Dossier, party: PartyIx, expected: &str) -> String {
    format!("{}. {expected}. {COVERED}. Enter to turn it", dossier.party(party).name)
}

/// What the class did not expect, as questions. Where it expected what is on file there is nothing to ask.
#[must_use]
pub(crate) fn surprises(dossier: &Dossier, question: &EndQuestion, mode: Mode) -> Vec<String> {
    let who = if mode == Mode::Class { "Most of us" } else { "I" };
    let mut sentences = Vec::new();
    for expected in [Guess::No, Guess::InLine, Guess::Nothing] {
        let rows = question.rows.iter().filter(|row| row.surprise() == Some(expected));
        // What stands beside its mark is told by it: a wish that is met is another thing than a red line that is kept to.
        let mut found: BTreeMap<(Filed, Mark), Vec<&EndRow>> = BTreeMap::new();
        rows.for_each(|row| found.entry((row.on_file.filed, row.on_file.mark)).or_default().push(row));
        for rows in found.into_values() {
            let parties: Vec<&str> = rows.iter().map(|row| dossier.party(row.party).name.as_str()).collect();
            sentences.push(surprise(who, expected, rows[0].on_file, &and(&parties)));
        }
    }
    sentences
}

fn surprise(who: &str, guess: Guess, found: OnFile, parties: &str) -> String {
    let to = match guess {
        Guess::No => format!("{who} expected {parties} to object"),
        Guess::InLine => format!("{who} expected {parties} to agree"),
        Guess::Nothing => format!("{who} expected nothing from {parties}"),
    };
    match found.filed {
        Filed::Nothing => format!("{to}; no statement found. Where would we look?"),
        Filed::OtherDay => format!("{to}; no statement in force on this day, only one of another. What changed?"),
        Filed::Unreadable => {
            format!("{to}; a statement is on file, but it is neither for nor against. What would we ask?")
        }
        Filed::Tied => {
            format!("{to}; nothing is on file on this alone, only what is tied to it. What does that ask for?")
        }
        Filed::Depends => format!("{to}; what is on file depends on other terms. On which?"),
        Filed::No | Filed::InLine => format!("{to}; on file: {}. What may lie behind it?", answer_on_file(found)),
        Filed::Both => format!("{to}; statements for and against it are on file. Who speaks in each?"),
    }
}
