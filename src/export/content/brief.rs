//! What one party has said, for the students who speak about it.

use super::short_heading;
use crate::{
    analysis::PositionReport,
    app::{Link, Sheet as Kind},
    domain::{PartyIx, TermIx},
    export::{
        clean,
        material::Material,
        model::{Block, Rich, Row, Sheet, Table},
    },
    wording::{self, hand_outs as words},
};

/// The brief of a party.
pub fn brief(material: &Material<'_>, party: PartyIx) -> Sheet {
    let of = material.dossier.party(party);
    let mut blocks = vec![short_heading(material)];
    let facts = [
        (words::WHO_SPEAKS, words::speaks(of)),
        (words::GIVEN_REASON, of.reason.clone()),
        (words::NOTE, of.note.clone()),
    ];
    for (head, text) in facts.iter().filter(|(_, text)| !text.is_empty()) {
        blocks.push(Block::Paragraph(Rich::strong(&format!("{head}:")).and(text)));
    }
    let reports = material.in_force(party);
    if reports.is_empty() {
        blocks.push(Block::Paragraph(Rich::plain(words::NOTHING_IN_FORCE)));
    } else {
        let columns = vec![
            (words::TERM.to_owned(), 0.16),
            (words::BRIEF_SAID.to_owned(), 0.56),
            (words::INTEREST.to_owned(), 0.28),
        ];
        let rows = reports.iter().map(|report| row(material, report)).collect();
        let caption = words::sheet_title(material.dossier, Kind::Brief(party));
        blocks.push(Block::Table(Table { caption, columns, rows, row_heads: true, min_height: 34.0 }));
    }
    let spoken =
        |term: &TermIx| reports.iter().any(|report| material.dossier.position(report.position).about == Some(*term));
    let silent = TermIx::all(material.dossier.terms.len()).filter(|term| !spoken(term));
    let silent: Vec<&str> = silent.map(|term| material.dossier.term(term).name.as_str()).collect();
    blocks.extend(words::no_stated_position_on(&silent).map(|text| Block::Paragraph(Rich::plain(&text))));
    blocks.push(Block::Small(Rich::plain(words::POSITIONS)));
    Sheet {
        kind: Kind::Brief(party),
        id: format!("party-{}", of.id),
        label: words::PARTY_BRIEF.to_owned(),
        title: format!("{} ({})", clean::line(&of.name), clean::line(&of.code)),
        blocks,
    }
}

fn row(material: &Material<'_>, report: &PositionReport) -> Row {
    let dossier = material.dossier;
    let position = dossier.position(report.position);
    let term = position.about.map_or(words::WHOLE_PLAN, |term| &dossier.term(term).name);
    let mut said = Vec::new();
    for ix in &report.statements {
        let statement = dossier.statement(*ix);
        said.push(Rich::plain(&statement.short));
        let day = wording::date(statement.said, material.style);
        let by = Rich::small(&format!("{}, {day}. {}.", statement.speaker, words::evidence(statement)));
        let number = material.number_of(*ix);
        said.push(
            number
                .into_iter()
                .fold(by, |by, number| by.and_link(&words::to_statement(number), Link::Statement(number))),
        );
    }
    let uncounted = report.uncounted.map(wording::uncounted);
    let held = words::held(position.strength, &position.voice, uncounted.as_deref());
    let met = wording::met_if(dossier, position).unwrap_or_else(|| words::NO_DEMAND.to_owned());
    said.push(Rich::default().and_small_strong(&format!("{held}.")).and_small(&format!("{met}.")));
    let guesses = report.statements.iter().filter_map(|ix| material.guess(*ix));
    let guesses = guesses.map(|guess| Rich::plain(&words::guess(guess))).collect();
    Row { anchor: None, cells: vec![vec![Rich::strong(term)], said, guesses] }
}
