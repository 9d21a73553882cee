//! What stands on each sheet.

mod brief;
mod class;
mod marks;
mod plan;
mod sources;
mod way;
mod work;

use super::{
    clean,
    material::{Beside, Material},
    model::{Block, Rich, Sheet},
};
use crate::{
    app::{self, Format, Sheet as Kind},
    domain::{Dossier, Scenario},
    wording::{self, hand_outs as words},
};

/// The longest part of a file name that comes from a title.
const MAX_NAME: usize = 60;

/// The sheets with all that is on them; a debrief sheet brings what the class did.
#[must_use]
pub(super) fn sheets(material: &Material<'_>, kinds: &[Kind]) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    for kind in kinds {
        match kind {
            Kind::Plan => sheets.push(plan::plan(material, kinds.contains(&Kind::Sources))),
            Kind::Sources => sheets.push(sources::sources(material, kinds)),
            Kind::Marks => {
                let is_told = kinds.iter().any(|kind| matches!(kind, Kind::Plan | Kind::AnswerKey));
                let is_guessed = kinds.contains(&Kind::Prediction);
                let guessed = if is_guessed { Beside::Boxes } else { Beside::Nothing };
                sheets.push(marks::marks(material, if is_told { Beside::Marks } else { guessed }));
            }
            Kind::Way => sheets.push(way::way(material)),
            Kind::Prediction => sheets.push(plan::prediction(material)),
            Kind::AnswerKey => sheets.push(plan::answer_key(material, kinds.contains(&Kind::Sources))),
            Kind::Brief(party) => sheets.push(brief::brief(material, *party)),
            Kind::Debrief => {
                sheets.push(work::debrief(material));
                sheets.extend(class::class_work(material));
            }
            Kind::Grading => sheets.push(work::grading(material)),
        }
    }
    sheets
}

/// How many shorter forms a sheet has for paper, each shorter than the one before.
#[must_use]
pub(super) fn n_shorter(material: &Material<'_>, kind: Kind) -> usize {
    match kind {
        Kind::Brief(party) => material.in_force(party).len(),
        Kind::Sources => 2,
        Kind::Plan => 3,
        Kind::Way => 1,
        Kind::Marks | Kind::Prediction | Kind::AnswerKey | Kind::Debrief | Kind::Grading => 0,
    }
}

/// What stands on the `nth` shorter form of a sheet, counted from 0; `kinds` are all sheets of the file.
#[must_use]
pub(super) fn shorter(material: &Material<'_>, kinds: &[Kind], kind: Kind, nth: usize) -> Vec<Block> {
    match kind {
        Kind::Brief(party) => brief::shorter(material, party, nth),
        Kind::Sources => sources::shorter(material, kinds, nth == 0),
        Kind::Plan => plan::shorter(material, kinds.contains(&Kind::Sources), nth),
        Kind::Way => way::shorter(material),
        Kind::Marks | Kind::Prediction | Kind::AnswerKey | Kind::Debrief | Kind::Grading => Vec::new(),
    }
}

/// Every sheet that goes into one file, a brief for each party: all but the answer key, which goes with no prediction sheet.
#[must_use]
pub fn all_sheets(material: &Material<'_>) -> Vec<Kind> {
    let mut sheets = vec![Kind::Plan, Kind::Sources, Kind::Marks, Kind::Prediction];
    sheets.extend(material.columns.iter().map(|column| Kind::Brief(column.party)));
    sheets.extend([Kind::Way, Kind::Debrief, Kind::Grading]);
    sheets
}

/// The usual name of the file: `plan-sheet_my-plan_2025-01-13.pdf`; of several sheets `hand-outs_…`.
#[must_use]
pub fn file_name(dossier: &Dossier, scenario: &Scenario, sheets: &[Kind], format: Format) -> String {
    let what = match sheets {
        _ if format == Format::LessonPage => "lesson-page".to_owned(),
        [Kind::Plan] => "plan-sheet".to_owned(),
        [Kind::Sources] => "sources".to_owned(),
        [Kind::Marks] => "marks".to_owned(),
        [Kind::Way] => "is-there-a-way".to_owned(),
        [Kind::Prediction] => "prediction-sheet".to_owned(),
        [Kind::AnswerKey] => "answer-key".to_owned(),
        [Kind::Brief(party)] => format!("party-{}", dossier.party(*party).id),
        [Kind::Debrief] => "debrief-sheet".to_owned(),
        [Kind::Grading] => "grading-grid".to_owned(),
        _ => "hand-outs".to_owned(),
    };
    let plan = app::slug(&wording::plan_title(scenario), MAX_NAME);
    let day = scenario.as_of.to_string();
    format!("{what}_{plan}_{}.{}", day.trim_start_matches('~'), format.ending())
}

/// The lines over a sheet about the plan: what plan, which day, which dossier, and what is unusual.
fn plan_heading(material: &Material<'_>) -> Vec<Block> {
    let (dossier, scenario, style) = (material.dossier, material.scenario, material.style);
    let day = words::as_of(scenario.as_of, style);
    let terms = words::terms_in_plan(material.n_in_plan(), dossier.terms.len());
    let case = words::dossier_line(dossier, material.fingerprint);
    let whose = wording::plan_card::in_short(scenario, style);
    let whose = whose.map_or_else(|| Rich::plain(&case), |whose| Rich::plain(&whose).and(&case));
    let mut blocks = vec![Block::Paragraph(Rich::strong(&day).and(&format!("\u{b7} {terms}"))), Block::Small(whose)];
    let unusual = [words::counting(scenario.counted), words::outside_coverage(dossier, scenario.as_of, style)];
    blocks.extend(unusual.into_iter().flatten().map(|text| Block::Small(Rich::plain(&text))));
    for place in material.broken_rules() {
        let text = words::broken_rule(dossier, &dossier.rules[*place]);
        let head = format!("{}:", words::BROKEN_RULES);
        blocks.push(Block::Paragraph(Rich::strong(&head).and(&text)));
    }
    blocks
}

/// The one line over a sheet that is not about the marks: which plan, which day.
fn short_heading(material: &Material<'_>) -> Block {
    let day = words::as_of(material.scenario.as_of, material.style);
    Block::Small(Rich::plain(&format!("{} \u{b7} {day}", clean::line(&wording::plan_title(material.scenario)))))
}
