//! The plan sheet, the prediction sheet and its answer key: one table, with marks or with boxes.

use super::{plan_heading, short_heading};
use crate::{
    analysis::{Mark, PositionReport, Tally},
    app::Sheet as Kind,
    domain::{Party, Role, Strength, TermIx, ValueIx},
    export::{
        clean,
        material::{Material, ranges},
        model::{Block, Matrix, MatrixCell, MatrixRow, PartyHead, Rich, Sheet},
    },
    wording::{self, hand_outs as words, legend},
};

/// The plan with the marks of all parties.
pub(super) fn plan(material: &Material<'_>, with_sources: bool) -> Sheet {
    let mut blocks = plan_heading(material);
    blocks.extend(marked(material, with_sources));
    if rows(material).len() <= ROOMY {
        explain(&mut blocks);
    }
    blocks.extend([Block::Heading(words::GAVE_UP.to_owned()), Block::Lines(3)]);
    let title = clean::line(&wording::plan_title(material.scenario));
    Sheet {
        kind: Kind::Plan,
        id: "plan".to_owned(),
        label: words::sheet_title(material.dossier, Kind::Plan),
        title,
        blocks,
    }
}

/// The same without lines to write on; then with one number a cell, then with none: the sheet "Sources" has them by term.
pub(super) fn shorter(material: &Material<'_>, with_sources: bool, nth: usize) -> Vec<Block> {
    let mut blocks = plan_heading(material);
    blocks.extend(marked(material, with_sources));
    if nth > 0 {
        cite_at_most(&mut blocks, 2 - nth.min(2));
    }
    blocks
}

/// With no more rows than this there is room for a sentence about each mark.
const ROOMY: usize = 10;

/// Puts a sentence about each mark in the place of its name alone.
fn explain(blocks: &mut Vec<Block>) {
    let Some(place) = blocks.iter().position(|block| matches!(block, Block::Legend(..))) else { return };
    let Block::Legend(marks, numbers) = blocks.remove(place) else { return };
    let meaning = |(mark, name): (Mark, String)| {
        let text = Rich::default().and_small_strong(&words::named(&name));
        (mark, text.and_small(legend::sentence(mark)))
    };
    let meanings = marks.into_iter().map(meaning).collect();
    blocks.splice(place..place, [Block::Meanings(meanings), Block::Small(Rich::plain(&numbers))]);
}

/// Leaves so many numbers in each cell of the table.
fn cite_at_most(blocks: &mut [Block], most: usize) {
    let matrices = blocks.iter_mut().filter_map(|block| match block {
        Block::Matrix(matrix) => Some(matrix),
        _ => None,
    });
    for cell in matrices.flat_map(|matrix| &mut matrix.rows).flat_map(|row| &mut row.cells) {
        cell.cites = if most == 0 { Vec::new() } else { few(std::mem::take(&mut cell.cites), most) };
    }
}

/// The same table with empty boxes.
pub(super) fn prediction(material: &Material<'_>) -> Sheet {
    let mut blocks = vec![
        short_heading(material),
        Block::Field(words::NAME_OR_GROUP.to_owned()),
        Block::Paragraph(Rich::plain(words::PREDICT)),
        Block::Answers(words::ANSWERS.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()),
        Block::Matrix(matrix(material, false, false)),
    ];
    blocks.extend(party_key(material));
    blocks.push(Block::Small(Rich::plain(words::NOT_KNOWING)));
    Sheet {
        kind: Kind::Prediction,
        id: "prediction".to_owned(),
        label: words::sheet_title(material.dossier, Kind::Prediction),
        title: clean::line(&wording::plan_title(material.scenario)),
        blocks,
    }
}

/// What the boxes of the prediction sheet hold by what is on file.
pub(super) fn answer_key(material: &Material<'_>, with_sources: bool) -> Sheet {
    let mut blocks = plan_heading(material);
    blocks.push(Block::Paragraph(Rich::plain(words::COMPARE)));
    blocks.extend(marked(material, with_sources));
    cite_at_most(&mut blocks, 0);
    Sheet {
        kind: Kind::AnswerKey,
        id: "answer-key".to_owned(),
        label: words::sheet_title(material.dossier, Kind::AnswerKey),
        title: clean::line(&wording::plan_title(material.scenario)),
        blocks,
    }
}

/// The table with its marks and all that is needed to read it.
fn marked(material: &Material<'_>, with_sources: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    if material.n_in_plan() == 0 {
        blocks.push(Block::Paragraph(Rich::plain(words::EMPTY_PLAN)));
    }
    let matrix = matrix(material, true, with_sources);
    let mut cites = matrix.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.cites);
    let has_brackets = cites.any(|(text, _)| words::is_in_brackets(text));
    blocks.push(Block::Matrix(matrix));
    blocks.extend(party_key(material));
    let left_out: Vec<&str> = material
        .scenario
        .plan
        .iter()
        .filter(|(_, value)| value.is_none() && material.n_in_plan() > 0)
        .map(|(term, _)| material.dossier.term(term).name.as_str())
        .collect();
    if !left_out.is_empty() {
        blocks.push(Block::Small(Rich::plain(&words::left_out(&left_out))));
    }
    blocks.push(Block::Legend(key(material), words::NUMBERS.to_owned()));
    blocks.extend(has_brackets.then(|| Block::Small(Rich::plain(words::NUMBERS_IN_BRACKETS))));
    blocks
}

/// Every mark that speaks for or against the plan and the dash, and the others where they stand in the table.
fn key(material: &Material<'_>) -> Vec<(Mark, String)> {
    let stands = |mark: &Mark| {
        let has = |term| material.columns.iter().any(|column| material.mark(column.party, term) == *mark);
        !matches!(mark, Mark::OnFile | Mark::Empty) || material.in_plan().any(|(term, _)| has(term))
    };
    let marks = [
        Mark::RedLine,
        Mark::Opposed,
        Mark::Otherwise,
        Mark::Mixed,
        Mark::InLine,
        Mark::Supported,
        Mark::OnFile,
        Mark::Silent,
        Mark::Empty,
    ];
    marks.into_iter().filter(stands).map(|mark| (mark, wording::mark_legend(mark).to_owned())).collect()
}

/// What the codes over the columns stand for, group by group.
pub(super) fn party_key(material: &Material<'_>) -> Option<Block> {
    let of_role = |role: Role| {
        let parties = material.columns.iter().map(|column| material.dossier.party(column.party));
        let parties: Vec<&Party> = parties.filter(|party| party.role == role).collect();
        (!parties.is_empty()).then(|| words::party_key(role, &parties))
    };
    let keys: Vec<String> = [Role::MustAccept, Role::Affected, Role::Outside].into_iter().filter_map(of_role).collect();
    (!keys.is_empty()).then(|| Block::Small(Rich::plain(&keys.join(" "))))
}

/// The terms in the plan; all of them if it says nothing yet.
fn rows(material: &Material<'_>) -> Vec<(TermIx, Option<ValueIx>)> {
    let all = material.scenario.plan.iter();
    if material.n_in_plan() == 0 { all.collect() } else { all.filter(|(_, value)| value.is_some()).collect() }
}

fn matrix(material: &Material<'_>, marked: bool, with_sources: bool) -> Matrix {
    let dossier = material.dossier;
    let parties = material.columns.iter().map(|column| {
        let party = dossier.party(column.party);
        PartyHead { code: clean::line(&party.code), name: clean::line(&party.name), starts_group: column.starts_group }
    });
    let row = |(term, value): (TermIx, Option<ValueIx>)| MatrixRow {
        term: clean::line(&dossier.term(term).name),
        value: value.map_or_else(String::new, |value| clean::line(&dossier.term(term).values[value.get()].name)),
        cells: material.columns.iter().map(|column| cell(material, column.party, (term, value), marked)).collect(),
    };
    let counted = marked && material.n_in_plan() > 0;
    let foot = |count: fn(&Tally) -> String| {
        material.columns.iter().map(|column| count(material.tally(column.party))).collect::<Vec<_>>()
    };
    let [contradicted, silent] = words::feet(material.n_in_plan());
    let feet = vec![(contradicted, foot(words::n_contradicted)), (silent, foot(|tally| tally.silent.to_string()))];
    Matrix {
        caption: words::table_caption(marked).to_owned(),
        parties: parties.collect(),
        rows: rows(material).into_iter().map(row).collect(),
        feet: if counted { feet } else { Vec::new() },
        linked: with_sources,
    }
}

fn cell(
    material: &Material<'_>,
    party: crate::domain::PartyIx,
    (term, value): (TermIx, Option<ValueIx>),
    marked: bool,
) -> MatrixCell {
    let of = material.dossier.party(party);
    if !marked || material.n_in_plan() == 0 {
        return MatrixCell { mark: None, name: clean::line(&words::box_name(of)), cites: Vec::new() };
    }
    let mark = material.mark(party, term);
    // Of what is contradicted, the firmest alone: it makes the mark. The sheet "Sources" has the rest.
    let firmest = match mark {
        Mark::RedLine => Some(Strength::RedLine),
        Mark::Opposed => Some(Strength::Opposes),
        _ => None,
    };
    let makes_it = |of: Strength| firmest.is_none_or(|strength| of == strength);
    let (bearing, kept) = material.behind_mark(party, term);
    let numbers = |positions: Vec<PositionReport>| -> Vec<u16> {
        let statements = positions.into_iter().flat_map(|report| report.statements);
        statements.filter_map(|ix| material.number_of(ix)).collect()
    };
    let behind = numbers(bearing.into_iter().filter(|report| makes_it(report.strength)).collect());
    let mut beside = numbers(kept);
    beside.retain(|number| !behind.contains(number));
    let mut cites = few(ranges(behind), 3);
    let beside = ranges(beside).into_iter().map(|(text, first)| (words::in_brackets(&text), first));
    cites.extend(few(beside.collect(), 1));
    MatrixCell { mark: Some(mark), name: clean::line(&words::cell_name(of, mark, value.is_some())), cites }
}

/// A few numbers and a sign that there are more, so that a full table keeps to its page.
fn few(mut cites: Vec<(String, u16)>, most: usize) -> Vec<(String, u16)> {
    if let Some((_, next)) = cites.get(most).filter(|_| cites.len() > most + 1) {
        let more = ("\u{2026}".to_owned(), *next);
        cites.truncate(most);
        cites.push(more);
    }
    cites
}
