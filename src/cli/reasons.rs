//! Why the marks are as they are, for people: who said what, when, where it is published, and what would meet it.

use super::{parties::parties, text::wrapped};
use crate::{
    analysis::{CellReport, Effect, Judged, Mark, PositionReport, Standing},
    domain::{PartyIx, PositionIx, TermIx},
    wording::{self, DateStyle, cli as words},
};

const STYLE: DateStyle = DateStyle::Words;

/// The reasons cell by cell, then what is undecided, what marks nothing, and what is silent.
#[must_use]
pub(super) fn reasons(judged: &Judged<'_>) -> String {
    let mut text = contradictions(judged);
    let undecided = |report: &PositionReport| report.bears() && report.effect == Effect::Depends;
    text += &listed(judged, words::DEPENDS, &undecided);
    text += &listed(judged, words::MARKS_NOTHING, &marks_nothing);
    text += &silent(judged, words::OTHER_DAY, true);
    text += &silent(judged, words::SILENT, false);
    text
}

fn contradictions(judged: &Judged<'_>) -> String {
    let mut text = String::new();
    for (term, value) in judged.in_plan() {
        let contradicted = |party: &PartyIx| judged.matrix.cell(*party, term).mark.is_contradiction();
        let parties: Vec<PartyIx> = parties(judged.dossier).into_iter().filter(contradicted).collect();
        if !parties.is_empty() {
            let value = wording::value_name(judged.dossier, term, Some(value));
            text += &format!("\n{}: {value}\n", judged.dossier.term(term).name);
        }
        for party in parties {
            text += &cell(judged, party, term);
        }
    }
    if !text.is_empty() {
        return format!("\n{}\n", words::REASONS) + &text;
    }
    if judged.matrix.n_in_plan == 0 {
        return String::new();
    }
    let notice = wording::no_contradictions(&judged.matrix);
    format!("\n{}", wrapped("", &format!("{} {}", notice.head, notice.text)))
}

fn cell(judged: &Judged<'_>, party: PartyIx, term: TermIx) -> String {
    let report = judged.report(party, term);
    let headline = wording::cell_headline(&judged.scenario.plan, term, &report);
    let symbol = wording::mark_symbol(report.cell.mark);
    let mut text = format!("  {symbol} {}: {headline}\n", judged.dossier.party(party).name);
    for shown in contradicted_first(&report) {
        text += &position(judged, shown);
    }
    text
}

/// The positions behind a contradicted cell: those contradicted, then, for a mixed cell, those supported.
fn contradicted_first(report: &CellReport) -> impl Iterator<Item = &PositionReport> {
    let with = |effect| report.positions.iter().filter(move |report| report.bears() && report.effect == effect);
    let supports = with(Effect::Supports).filter(|_| report.cell.mark == Mark::Mixed);
    with(Effect::Contradicts).chain(supports)
}

fn position(judged: &Judged<'_>, report: &PositionReport) -> String {
    let mut text = String::new();
    for statement in &report.statements {
        text += &wrapped("    - ", &words::said(judged.dossier, *statement, STYLE));
        text += &wrapped("      ", &words::published(judged.dossier, *statement, STYLE));
    }
    text + &wrapped("      ", &words::reading(judged.dossier, report, STYLE))
}

/// In force, but not counted, not taken up, or without a demand.
fn marks_nothing(report: &PositionReport) -> bool {
    let idle = matches!(report.effect, Effect::NotTakenUp | Effect::NoDemand);
    report.standing == Standing::InForce && (idle || report.uncounted.is_some())
}

/// One line a position that passes.
fn listed(judged: &Judged<'_>, heading: &str, keep: &dyn Fn(&PositionReport) -> bool) -> String {
    let mut lines = String::new();
    for (term, _) in judged.in_plan() {
        for party in parties(judged.dossier) {
            let report = judged.report(party, term);
            for shown in report.positions.iter().filter(|report| keep(report)) {
                let why = match shown.uncounted {
                    Some(reason) => wording::uncounted(reason),
                    None => wording::effect_sentence(judged.dossier, &judged.scenario.plan, shown, STYLE),
                };
                lines += &wrapped("  ", &format!("{}: {why}", place(judged, term, party, shown.position)));
            }
        }
    }
    if lines.is_empty() { lines } else { format!("\n{heading}\n{lines}") }
}

fn place(judged: &Judged<'_>, term: TermIx, party: PartyIx, position: PositionIx) -> String {
    let (term, party) = (&judged.dossier.term(term).name, &judged.dossier.party(party).code);
    format!("{term}, {party} ({})", wording::speaker_and_day(judged.dossier, position, STYLE))
}

/// The parties of each term whose cell is a dash with nothing in force; with or without a statement of another day.
fn silent(judged: &Judged<'_>, heading: &str, other_day: bool) -> String {
    let mut lines = String::new();
    for (term, _) in judged.in_plan() {
        let codes: Vec<&str> = parties(judged.dossier)
            .into_iter()
            .filter(|party| {
                let cell = judged.matrix.cell(*party, term);
                cell.mark == Mark::Silent && cell.n_statements == 0 && cell.other_day == other_day
            })
            .map(|party| judged.dossier.party(party).code.as_str())
            .collect();
        if !codes.is_empty() {
            lines += &wrapped("  ", &format!("{}: {}", judged.dossier.term(term).name, codes.join(", ")));
        }
    }
    if lines.is_empty() { lines } else { format!("\n{heading}\n{lines}") }
}
