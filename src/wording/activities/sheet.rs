//! The answer sheet: what was expected against what is on file, as text and as comma-separated values.

use std::fmt::Write as _;

use super::{answer, asked, on_file, surprises};
use crate::{
    app::predict::{EndQuestion, EndRow, Mode},
    domain::{Dossier, Guess, Scenario},
    wording::{DateStyle, citation, date},
};

/// The sheet as text, to paste anywhere.
#[must_use]
pub(crate) fn answer_sheet(
    dossier: &Dossier,
    scenario: &Scenario,
    table: &[EndQuestion],
    mode: Mode,
    style: DateStyle,
) -> String {
    let mut text = format!("{}\n{}", super::TABLE_TITLE, dossier.title);
    if !scenario.class.group.is_empty() {
        line(&mut text, &scenario.class.group);
    }
    line(&mut text, super::STUDENT_WRITING);
    for question in table {
        line(&mut text, "");
        line(&mut text, &dossier.term(question.asked.term).question);
        let day = date(question.question.as_of, style);
        line(&mut text, &format!("{}, {day}", asked(dossier, question)));
        if !question.reason.is_empty() {
            line(&mut text, &format!("Why: {}", question.reason));
        }
        for row in &question.rows {
            let party = &dossier.party(row.party).name;
            let filed = on_file(dossier, row.on_file, style);
            line(&mut text, &format!("- {party}. We expected: {}. {filed}", answer(&row.answer)));
            if let Some((_, statement)) = row.on_file.because {
                line(&mut text, &format!("  {}", citation(dossier, statement, style)));
            }
        }
        for sentence in surprises(dossier, question, mode) {
            line(&mut text, &sentence);
        }
    }
    text.push('\n');
    text
}

fn line(text: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _: std::fmt::Result = write!(text, "\n{line}");
}

/// Heads of the table of values.
const COLUMNS: [&str; 12] = [
    "term",
    "value",
    "as_of",
    "party",
    "expected",
    "hands_said_no",
    "hands_in_line",
    "hands_no_stated_position",
    "on_file",
    "speaker",
    "statement",
    "citation",
];

/// The sheet as comma-separated values, one row a party and question.
#[must_use]
pub(crate) fn answer_table(dossier: &Dossier, table: &[EndQuestion]) -> String {
    let mut text = COLUMNS.join(",") + "\r\n";
    for question in table {
        for row in &question.rows {
            let cells = cells(dossier, question, row).map(|cell| quoted(&cell));
            text.push_str(&(cells.join(",") + "\r\n"));
        }
    }
    text
}

fn cells(dossier: &Dossier, question: &EndQuestion, row: &EndRow) -> [String; 12] {
    let term = dossier.term(question.asked.term);
    let statement = row.on_file.because.map(|(_, statement)| statement);
    let of = |read: &dyn Fn(&crate::domain::Statement) -> String| {
        statement.map(|ix| read(dossier.statement(ix))).unwrap_or_default()
    };
    let hands = |guess: Guess| row.answer.hands[guess.place()].to_string();
    [
        term.name.clone(),
        term.values[question.asked.value.get()].name.clone(),
        question.question.as_of.to_string(),
        dossier.party(row.party).name.clone(),
        row.answer.guess.map_or(super::NO_GUESS, super::guess).to_owned(),
        hands(Guess::No),
        hands(Guess::InLine),
        hands(Guess::Nothing),
        on_file(dossier, row.on_file, DateStyle::Iso),
        of(&|statement| statement.speaker.clone()),
        of(&|statement| statement.short.clone()),
        statement.map(|ix| citation(dossier, ix, DateStyle::Iso)).unwrap_or_default(),
    ]
}

/// A cell in quotation marks where it needs them.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
