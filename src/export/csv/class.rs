//! What a class wrote, one row a piece of writing.

use crate::{
    domain::{Answer, ClassWork},
    export::material::{Made, Material},
    wording::{activities, hand_outs as words, ui as why},
};

/// A row; what does not apply is empty.
#[derive(Default)]
struct Piece {
    kind: &'static str,
    day: String,
    party: String,
    term: String,
    before: String,
    value: String,
    statement: String,
    asked: String,
    text: String,
    on_file: String,
}

/// One row for each guess, reason, note, name in a delegation, proposal, explanation and answer in the debrief.
pub(super) fn rows(material: &Material<'_>) -> Vec<[String; words::CSV_CLASS.len()]> {
    let class = &material.scenario.class;
    let mut pieces = guesses(material);
    pieces.extend(material.scenario.guesses.iter().map(|(statement, text)| Piece {
        kind: "why",
        statement: statement.clone(),
        asked: why::GUESS.to_owned(),
        text: text.clone(),
        ..Piece::default()
    }));
    pieces.extend(taking_part(class));
    for proposal in &class.log {
        let piece = |kind, party: &str, asked: &str, text: &str| Piece {
            kind,
            day: proposal.as_of.to_string(),
            party: party.to_owned(),
            term: proposal.term.clone(),
            before: proposal.from.clone().unwrap_or_default(),
            value: proposal.to.clone().unwrap_or_default(),
            asked: asked.to_owned(),
            text: text.to_owned(),
            ..Piece::default()
        };
        pieces.push(piece("proposal", &proposal.by, "", ""));
        for (party, said) in &proposal.explanations {
            pieces.push(piece("explanation", party, activities::FITS, &said.fits));
            pieces.push(piece("explanation", party, activities::GIVES_WAY, &said.gives_way));
        }
    }
    let asked = words::QUESTIONS.iter().chain(&words::FIELDS);
    pieces.extend(asked.filter_map(|(field, asked)| {
        let (asked, text) = ((*asked).to_owned(), class.debrief.get(field)?.clone());
        Some(Piece { kind: "debrief", asked, text, ..Piece::default() })
    }));
    if material.made != Made::Shipped {
        pieces.push(Piece { kind: "notes", text: material.scenario.notes.clone(), ..Piece::default() });
    }
    let may_be_bare = ["guess", "delegation", "observer", "proposal"];
    let is_written = |piece: &Piece| may_be_bare.contains(&piece.kind) || !piece.text.trim().is_empty();
    pieces.into_iter().filter(is_written).map(|piece| row(piece, &class.group)).collect()
}

/// The delegations, a row a job, and those beside them; names may have been left out.
fn taking_part(class: &ClassWork) -> impl Iterator<Item = Piece> {
    let delegations = class.delegations.iter().flat_map(|(party, jobs)| {
        let bare = jobs.0.is_empty().then(|| (String::new(), String::new()));
        let named = jobs.0.iter().map(|(job, names)| (activities::job(*job).to_owned(), names.clone()));
        named.chain(bare).map(|(asked, text)| Piece {
            kind: "delegation",
            party: party.clone(),
            asked,
            text,
            ..Piece::default()
        })
    });
    let observers = class.observers.iter().map(|(part, names)| Piece {
        kind: "observer",
        asked: activities::observer(*part).to_owned(),
        text: names.clone(),
        ..Piece::default()
    });
    delegations.chain(observers)
}

/// What was expected of each party, beside what is on file.
fn guesses(material: &Material<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for question in material.end_table() {
        let asked = &question.question;
        let piece = |kind, party: &str, text: String| Piece {
            kind,
            day: asked.as_of.to_string(),
            party: party.to_owned(),
            term: asked.term.clone(),
            value: asked.value.clone(),
            text,
            ..Piece::default()
        };
        for one in question.rows.iter().filter(|one| one.answer != Answer::default()) {
            let party = &material.dossier.party(one.party).id;
            let statement = one.on_file.because.map(|(_, ix)| material.dossier.statement(ix).id.clone());
            pieces.push(Piece {
                statement: statement.unwrap_or_default(),
                on_file: activities::on_file(material.dossier, one.on_file, material.style),
                ..piece("guess", party, activities::answer(&one.answer))
            });
        }
        pieces.push(piece("reason", "", question.reason.clone()));
    }
    pieces
}

fn row(piece: Piece, group: &str) -> [String; words::CSV_CLASS.len()] {
    let Piece { kind, day, party, term, before, value, statement, asked, text, on_file } = piece;
    let (kind, who) = (kind.to_owned(), words::STUDENT.to_owned());
    [kind, group.to_owned(), day, party, term, before, value, statement, asked, text, on_file, who]
}
