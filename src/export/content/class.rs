//! What a class wrote, on paper: its answers in the debrief, its guesses against the file, its proposals.

use super::short_heading;
use crate::{
    app::{
        Sheet as Kind,
        delegations::Change,
        predict::{EndQuestion, EndRow},
    },
    domain::{ClassWork, DebriefField, Proposal},
    export::{
        clean,
        material::Material,
        model::{Block, Rich, Row, Sheet, Table},
    },
    wording::{self, activities, hand_outs as words},
};

/// Columns of the table of guesses: their shares of the width, in the order of their heads.
const SHARES: [f32; 4] = [0.17, 0.2, 0.22, 0.41];

/// Who wrote it: the group's name, or a line for it.
pub(super) fn group(class: &ClassWork) -> Block {
    match class.group.trim() {
        "" => Block::Field(words::NAME_OR_GROUP.to_owned()),
        name => Block::Paragraph(Rich::strong(&format!("{}:", words::GROUP)).and(name).theirs()),
    }
}

/// What was written into a field of the debrief, paragraph by paragraph, marked as student writing.
pub(super) fn debrief_answer(class: &ClassWork, field: DebriefField) -> Option<Vec<Rich>> {
    class.debrief.get(&field).and_then(|text| written(text))
}

/// Guesses, delegations and proposals; nothing if there are none.
pub(super) fn class_work(material: &Material<'_>) -> Option<Sheet> {
    let class = &material.scenario.class;
    let table = material.end_table();
    let mut parts: Vec<Block> = table.iter().flat_map(|question| guesses(material, question)).collect();
    if !parts.is_empty() {
        parts.insert(0, Block::Heading(activities::TABLE_TITLE.to_owned()));
    }
    let who = taking_part(material, class);
    if !who.is_empty() {
        parts.push(Block::Heading(activities::DELEGATIONS_TITLE.to_owned()));
        parts.extend(who.iter().map(|line| Block::Paragraph(Rich::plain(line))));
    }
    if !class.log.is_empty() {
        parts.push(Block::Heading(activities::LOG.to_owned()));
        parts.extend(class.log.iter().enumerate().map(|(place, proposal)| self::proposal(material, place, proposal)));
    }
    if parts.is_empty() {
        return None;
    }
    let mut blocks = vec![short_heading(material), Block::Small(Rich::plain(activities::STUDENT_WRITING))];
    blocks.push(group(class));
    blocks.extend(parts);
    let (id, label, title) = ("class-work".to_owned(), words::STUDENT.to_owned(), words::CLASS_WORK.to_owned());
    Some(Sheet { kind: Kind::Debrief, id, label, title, blocks })
}

fn written(text: &str) -> Option<Vec<Rich>> {
    let mut paragraphs = clean::paragraphs(text);
    let first = Rich::plain(&words::guess(&paragraphs.next()?));
    Some(std::iter::once(first).chain(paragraphs.map(|text| Rich::plain(&text).theirs())).collect())
}

fn guesses(material: &Material<'_>, question: &EndQuestion) -> Vec<Block> {
    let dossier = material.dossier;
    let what = activities::asked(dossier, question);
    let day = activities::on_file_on(question.question.as_of, material.style);
    let mut blocks = vec![Block::Paragraph(Rich::strong(&what).and(&format!("\u{b7} {day}")))];
    if let Some(reason) = written(&question.reason) {
        blocks.extend(reason.into_iter().map(Block::Paragraph));
    }
    let heads = activities::TABLE_HEADS.iter().map(|head| (*head).to_owned());
    let rows = question.rows.iter().map(|row| guess(material, row)).collect();
    let columns = heads.zip(SHARES).collect();
    blocks.push(Block::Table(Table { caption: what, columns, rows, row_heads: true, min_height: 0.0 }));
    blocks
}

fn guess(material: &Material<'_>, row: &EndRow) -> Row {
    let dossier = material.dossier;
    let statement = row.on_file.because.map(|(_, statement)| wording::citation(dossier, statement, material.style));
    let cells = vec![
        vec![Rich::strong(&dossier.party(row.party).name).theirs()],
        vec![Rich::plain(&activities::answer(&row.answer))],
        vec![Rich::plain(&activities::on_file(dossier, row.on_file, material.style))],
        statement.iter().map(|text| Rich::small(text)).collect(),
    ];
    Row { anchor: None, cells }
}

/// The delegations and those beside them, a line each: "Russia: Speaker Ana; Scribe Ben".
fn taking_part(material: &Material<'_>, class: &ClassWork) -> Vec<String> {
    let delegations = class.delegations.iter().map(|(party, jobs)| {
        let named = jobs.0.iter().filter(|(_, names)| !names.trim().is_empty());
        let jobs: Vec<String> = named.map(|(job, names)| format!("{} {names}", activities::job(*job))).collect();
        words::taking_part(&party_name(material, party), &jobs.join("; "))
    });
    let observers =
        class.observers.iter().map(|(part, names)| words::taking_part(activities::observer(*part), names.trim()));
    delegations.chain(observers).collect()
}

/// A proposal with what the delegations said to it.
fn proposal(material: &Material<'_>, place: usize, proposal: &Proposal) -> Block {
    let what = match Change::of(proposal, material.dossier) {
        Some(change) => activities::proposal(material.dossier, change),
        None => activities::unknown_proposal(proposal),
    };
    let said = proposal.explanations.iter().flat_map(|(party, said)| {
        let of = [(activities::FITS, &said.fits), (activities::GIVES_WAY, &said.gives_way)];
        let by = party_name(material, party);
        of.into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(move |(asked, text)| Rich::plain(&words::explanation(&by, asked, text)))
            .collect::<Vec<_>>()
    });
    let day = wording::date(proposal.as_of, material.style);
    Block::Answered(format!("{}. {what}, {day}", place + 1), said.collect())
}

/// A party's name, or the id of one that is not in the dossier.
fn party_name(material: &Material<'_>, id: &str) -> String {
    let party = material.dossier.parties.iter().find(|party| party.id == *id);
    party.map_or_else(|| id.to_owned(), |party| party.name.clone())
}
