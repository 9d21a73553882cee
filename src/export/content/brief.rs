//! What one party has said, for the students who speak about it.

use super::short_heading;
use crate::{
    analysis::PositionReport,
    app::{Link, Sheet as Kind},
    domain::{PartyIx, TermIx},
    export::{
        clean,
        material::{Material, ranges},
        model::{Block, Rich, Row, Sheet, Table},
    },
    wording::{self, hand_outs as words},
};

/// The brief of a party.
pub(super) fn brief(material: &Material<'_>, party: PartyIx) -> Sheet {
    let of = material.dossier.party(party);
    let reports = material.in_force(party);
    let rows = reports.iter().map(|report| row(material, report)).collect();
    Sheet {
        kind: Kind::Brief(party),
        id: format!("party-{}", of.id),
        label: words::PARTY_BRIEF.to_owned(),
        title: format!("{} ({})", clean::line(&of.name), clean::line(&of.code)),
        blocks: blocks(material, party, &reports, table(material, party, FULL, rows)),
    }
}

/// Shares of the width of terms, statements and guesses, and the least height of a row in points.
type Measures = ([f32; 3], f32);
const FULL: Measures = ([0.16, 0.56, 0.28], 34.0);
const SHORT: Measures = ([0.16, 0.64, 0.2], 22.0);

fn table(material: &Material<'_>, party: PartyIx, (shares, min_height): Measures, rows: Vec<Row>) -> Table {
    let heads = [words::TERM, words::BRIEF_SAID, words::INTEREST].map(str::to_owned);
    let caption = words::sheet_title(material.dossier, Kind::Brief(party));
    Table { caption, columns: heads.into_iter().zip(shares).collect(), rows, row_heads: true, min_height }
}

/// What stands on the brief; `table` has the statements.
fn blocks(material: &Material<'_>, party: PartyIx, reports: &[PositionReport], table: Table) -> Vec<Block> {
    let of = material.dossier.party(party);
    let mut blocks = vec![short_heading(material)];
    let facts = [
        (words::WHO_SPEAKS, words::speaks(of)),
        (words::GIVEN_REASON, of.reason.clone()),
        (words::NOTE, of.note.clone()),
    ];
    for (head, text) in facts.iter().filter(|(_, text)| !text.is_empty()) {
        blocks.push(Block::Paragraph(Rich::strong(&format!("{head}:")).and(text).theirs()));
    }
    if reports.is_empty() {
        blocks.push(Block::Paragraph(Rich::plain(words::NOTHING_IN_FORCE)));
    } else {
        blocks.push(Block::Table(table));
    }
    let spoken =
        |term: &TermIx| reports.iter().any(|report| material.dossier.position(report.position).about == Some(*term));
    let silent = TermIx::all(material.dossier.terms.len()).filter(|term| !spoken(term));
    let silent: Vec<&str> = silent.map(|term| material.dossier.term(term).name.as_str()).collect();
    blocks.extend(words::no_stated_position_on(&silent).map(|text| Block::Paragraph(Rich::plain(&text))));
    blocks.push(Block::Small(Rich::plain(words::POSITIONS)));
    blocks
}

/// The brief in fewer words, without as many positions as that: what does not count goes first, then what is held less
/// firmly, then the older. What is left out is named.
pub(super) fn shorter(material: &Material<'_>, party: PartyIx, n_left_out: usize) -> Vec<Block> {
    let dossier = material.dossier;
    let reports = material.in_force(party);
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|place| {
        let report = &reports[*place];
        let newest = report.statements.iter().map(|ix| dossier.statement(*ix).said).max();
        (report.uncounted.is_some(), report.strength, std::cmp::Reverse(newest))
    });
    let left_out = order.split_off(reports.len() - n_left_out.min(reports.len()));
    order.sort_unstable();
    let shown: Vec<&PositionReport> = order.iter().map(|place| &reports[*place]).collect();
    let about = |report: &&PositionReport| dossier.position(report.position).about;
    let rows = shown.chunk_by(|one, other| about(one) == about(other)).map(|of_term| short_row(material, of_term));
    let mut blocks = blocks(material, party, &reports, table(material, party, SHORT, rows.collect()));
    if !left_out.is_empty() {
        let statements = left_out.iter().flat_map(|place| reports[*place].statements.iter().copied());
        let numbers = ranges(statements.filter_map(|ix| material.number_of(ix)).collect());
        let numbers: Vec<String> = numbers.into_iter().map(|(text, _)| text).collect();
        let place = blocks.iter().position(|block| matches!(block, Block::Table(_))).map_or(0, |place| place + 1);
        let text = words::no_room_for(left_out.len(), &numbers.join(", "));
        blocks.insert(place, Block::Paragraph(Rich::plain(&text)));
    }
    blocks
}

/// All that a party holds on a term, each position in one paragraph by its newest statement.
fn short_row(material: &Material<'_>, reports: &[&PositionReport]) -> Row {
    let (mut said, mut guesses) = (Vec::new(), Vec::new());
    for report in reports {
        let dossier = material.dossier;
        let mut statements = report.statements.clone();
        statements.sort_by_key(|ix| std::cmp::Reverse(dossier.statement(*ix).said));
        let mut text = Rich::default();
        for (place, ix) in statements.iter().enumerate() {
            let statement = dossier.statement(*ix);
            let day = wording::date(statement.said, material.style);
            if place == 0 {
                text = text.and(&statement.short).theirs().and_small(&format!("{},", statement.speaker));
            }
            let number = material.number_of(*ix);
            let last = place + 1 == statements.len();
            let cited = words::cited_on(&day, number, last);
            text = match number {
                Some(number) => text.and_link(&cited, Link::Statement(number)),
                None => text.and_small(&cited),
            };
        }
        let evidence = statements.first().map_or_else(String::new, |ix| words::evidence(dossier.statement(*ix)));
        let (held, met) = held_and_met(material, report);
        said.push(text.and_small(&format!("{evidence}.")).and_small_strong(&held).and_small(&met));
        guesses.extend(statements.iter().filter_map(|ix| material.guess(*ix)));
    }
    let guesses = guesses.into_iter().map(|guess| Rich::plain(&words::guess(guess))).collect();
    Row { anchor: None, cells: vec![vec![Rich::strong(term_of(material, reports[0])).theirs()], said, guesses] }
}

fn term_of<'m>(material: &Material<'m>, report: &PositionReport) -> &'m str {
    let about = material.dossier.position(report.position).about;
    about.map_or(words::WHOLE_PLAN, |term| &material.dossier.term(term).name)
}

/// How firmly a position is held, and what would meet it, each as a sentence.
fn held_and_met(material: &Material<'_>, report: &PositionReport) -> (String, String) {
    let position = material.dossier.position(report.position);
    let uncounted = report.uncounted.map(wording::uncounted);
    let held = words::held(position, report.strength, uncounted.as_deref());
    let met = wording::met_if(material.dossier, position).unwrap_or_else(|| words::NO_DEMAND.to_owned());
    (format!("{held}."), format!("{met}."))
}

fn row(material: &Material<'_>, report: &PositionReport) -> Row {
    let mut said = Vec::new();
    for ix in &report.statements {
        let statement = material.dossier.statement(*ix);
        said.push(Rich::plain(&statement.short).theirs());
        let day = wording::date(statement.said, material.style);
        let by = Rich::small(&format!("{}, {day}. {}.", statement.speaker, words::evidence(statement)));
        let number = material.number_of(*ix);
        said.push(
            number
                .into_iter()
                .fold(by, |by, number| by.and_link(&words::to_statement(number), Link::Statement(number))),
        );
    }
    let (held, met) = held_and_met(material, report);
    let held = Rich::default().and_small_strong(&held).and_small(&met);
    let how = wording::coding::how_read_below(material.dossier, material.dossier.position(report.position));
    said.push(how.iter().fold(held, |text, how| text.and_small(how)));
    let guesses = report.statements.iter().filter_map(|ix| material.guess(*ix));
    let guesses = guesses.map(|guess| Rich::plain(&words::guess(guess))).collect();
    Row { anchor: None, cells: vec![vec![Rich::strong(term_of(material, report)).theirs()], said, guesses] }
}
