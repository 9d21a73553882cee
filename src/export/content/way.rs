//! "Is there a way?" on paper: the words that no plan may go against, and room for a plan that does not.

use crate::{
    app::{Sheet as Kind, way},
    domain::{Demand, PositionIx, TermIx},
    export::{
        material::Material,
        model::{Block, Rich, Row, Sheet, Table},
    },
    wording::{self, activities, hand_outs as words},
};

/// Lines under each question.
const LINES: usize = 2;

/// The words, the terms with their values, and three questions.
pub(super) fn way(material: &Material<'_>) -> Sheet {
    Sheet {
        kind: Kind::Way,
        id: "way".to_owned(),
        label: words::LESSON.to_owned(),
        title: words::sheet_title(material.dossier, Kind::Way),
        blocks: blocks(material, LINES),
    }
}

/// The same with less room to write.
pub(super) fn shorter(material: &Material<'_>) -> Vec<Block> {
    blocks(material, 1)
}

fn blocks(material: &Material<'_>, n_lines: usize) -> Vec<Block> {
    let task = way::Task::of(material.basis());
    let mut blocks = vec![
        super::short_heading(material),
        Block::Field(words::NAME_OR_GROUP.to_owned()),
        Block::Paragraph(Rich::strong(&activities::way_task(material.dossier, &task.parties, task.firmness))),
        Block::Paragraph(Rich::plain(activities::WAY_ON_PAPER)),
    ];
    let left_out = activities::way_not_counted(material.dossier, &task.parties);
    blocks.extend(left_out.map(|text| Block::Paragraph(Rich::plain(&text))));
    if task.positions.is_empty() {
        blocks.push(Block::Paragraph(Rich::plain(activities::WAY_NOTHING)));
        return blocks;
    }
    blocks.push(Block::Table(said(material, &task.positions)));
    let terms = spoken_of(material, &task.positions);
    blocks.push(Block::Table(choices(material, &terms)));
    let others: Vec<TermIx> = TermIx::all(material.dossier.terms.len()).filter(|term| !terms.contains(term)).collect();
    let others = activities::way_other_terms(material.dossier, &others);
    blocks.extend(others.map(|text| Block::Small(Rich::plain(&text))));
    let questions = activities::WAY_QUESTIONS;
    blocks.extend(questions.iter().map(|question| Block::Question((*question).to_owned(), n_lines)));
    blocks
}

/// The words, each with what would keep to it.
fn said(material: &Material<'_>, positions: &[PositionIx]) -> Table {
    let row = |(place, ix): (usize, &PositionIx)| {
        let position = material.dossier.position(*ix);
        let party = &material.dossier.party(position.party).name;
        let short = wording::clashes::short(material.dossier, *ix);
        let said = wording::speaker_and_day(material.dossier, *ix, material.style);
        let met = wording::met_if(material.dossier, position).unwrap_or_default();
        Row {
            anchor: None,
            cells: vec![
                vec![Rich::strong(&(place + 1).to_string())],
                vec![Rich::strong(&format!("{party}:")).theirs().and(short).theirs().and_small(&format!("({said})"))],
                vec![Rich::plain(&format!("{met}."))],
            ],
        }
    };
    let heads = [(words::NUMBER, 0.06), (activities::WAY_SAID, 0.56), (activities::WAY_KEPT, 0.38)];
    table(activities::WAY_SAID, &heads, positions.iter().enumerate().map(row).collect(), 0.0)
}

/// The terms of which the words speak.
fn spoken_of(material: &Material<'_>, positions: &[PositionIx]) -> Vec<TermIx> {
    let demands = positions.iter().filter_map(|ix| material.dossier.position(*ix).demand.as_ref());
    let mut terms: Vec<TermIx> = demands.flat_map(Demand::terms).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// These terms with their values, and room for what the class chooses.
fn choices(material: &Material<'_>, terms: &[TermIx]) -> Table {
    let row = |term: &TermIx| {
        let term = material.dossier.term(*term);
        Row {
            anchor: None,
            cells: vec![
                vec![Rich::strong(&term.name).theirs()],
                vec![Rich::plain(&activities::way_values(term)).theirs()],
                Vec::new(),
            ],
        }
    };
    let heads = [(words::TERM, 0.2), (activities::WAY_VALUES, 0.52), (activities::WAY_CHOICE, 0.28)];
    table(activities::TERMS, &heads, terms.iter().map(row).collect(), 22.0)
}

fn table(caption: &str, heads: &[(&str, f32)], rows: Vec<Row>, min_height: f32) -> Table {
    let columns = heads.iter().map(|(head, share)| ((*head).to_owned(), *share)).collect();
    Table { caption: caption.to_owned(), columns, rows, row_heads: true, min_height }
}
