//! Why the marks are as they are, for people: who said what, when, where it is published, and what would meet it.

use super::{case::Case, text::wrapped};
use crate::{
    analysis::{CellReport, Effect, Mark, PositionReport, Standing},
    domain::{PartyIx, PositionIx, TermIx},
    wording::{self, DateStyle, cli as words},
};

const STYLE: DateStyle = DateStyle::Words;

/// The reasons cell by cell, then what is undecided, what marks nothing, and what is silent.
#[must_use]
pub(super) fn reasons(case: &Case<'_>) -> String {
    let mut text = contradictions(case);
    let undecided = |report: &PositionReport| report.bears() && report.effect == Effect::Depends;
    text += &listed(case, words::DEPENDS, &undecided);
    text += &listed(case, words::MARKS_NOTHING, &marks_nothing);
    text += &silent(case, words::OTHER_DAY, true);
    text += &silent(case, words::SILENT, false);
    text
}

fn contradictions(case: &Case<'_>) -> String {
    let mut text = String::new();
    for (term, value) in case.in_plan() {
        let contradicted = |party: &PartyIx| case.matrix.cell(*party, term).mark.is_contradiction();
        let parties: Vec<PartyIx> = case.parties().into_iter().filter(contradicted).collect();
        if !parties.is_empty() {
            let value = wording::value_name(case.dossier, term, Some(value));
            text += &format!("\n{}: {value}\n", case.dossier.term(term).name);
        }
        for party in parties {
            text += &cell(case, party, term);
        }
    }
    if !text.is_empty() {
        return format!("\n{}\n", words::REASONS) + &text;
    }
    if case.matrix.n_in_plan == 0 {
        return String::new();
    }
    let notice = wording::no_contradictions(&case.matrix);
    format!("\n{}", wrapped("", &format!("{} {}", notice.head, notice.text)))
}

fn cell(case: &Case<'_>, party: PartyIx, term: TermIx) -> String {
    let report = case.cell_report(party, term);
    let headline = wording::cell_headline(&case.scenario.plan, term, &report);
    let symbol = wording::mark_symbol(report.cell.mark);
    let mut text = format!("  {symbol} {}: {headline}\n", case.dossier.party(party).name);
    for shown in contradicted_first(&report) {
        text += &position(case, shown);
    }
    text
}

/// The positions behind a contradicted cell: those contradicted, then, for a mixed cell, those supported.
fn contradicted_first(report: &CellReport) -> impl Iterator<Item = &PositionReport> {
    let with = |effect| report.positions.iter().filter(move |report| report.bears() && report.effect == effect);
    let supports = with(Effect::Supports).filter(|_| report.cell.mark == Mark::Mixed);
    with(Effect::Contradicts).chain(supports)
}

fn position(case: &Case<'_>, report: &PositionReport) -> String {
    let mut text = String::new();
    for statement in &report.statements {
        text += &wrapped("    - ", &words::said(case.dossier, *statement, STYLE));
        text += &wrapped("      ", &words::published(case.dossier, *statement, STYLE));
    }
    text + &wrapped("      ", &words::reading(case.dossier, report, STYLE))
}

/// In force, but not counted, not taken up, or without a demand.
fn marks_nothing(report: &PositionReport) -> bool {
    let idle = matches!(report.effect, Effect::NotTakenUp | Effect::NoDemand);
    report.standing == Standing::InForce && (idle || report.uncounted.is_some())
}

/// One line a position that passes.
fn listed(case: &Case<'_>, heading: &str, keep: &dyn Fn(&PositionReport) -> bool) -> String {
    let mut lines = String::new();
    for (term, _) in case.in_plan() {
        for party in case.parties() {
            let report = case.cell_report(party, term);
            for shown in report.positions.iter().filter(|report| keep(report)) {
                let why = match shown.uncounted {
                    Some(reason) => wording::uncounted(reason),
                    None => wording::effect_sentence(case.dossier, &case.scenario.plan, shown, STYLE),
                };
                lines += &wrapped("  ", &format!("{}: {why}", place(case, term, party, shown.position)));
            }
        }
    }
    if lines.is_empty() { lines } else { format!("\n{heading}\n{lines}") }
}

fn place(case: &Case<'_>, term: TermIx, party: PartyIx, position: PositionIx) -> String {
    let (term, party) = (&case.dossier.term(term).name, &case.dossier.party(party).code);
    format!("{term}, {party} ({})", wording::speaker_and_day(case.dossier, position, STYLE))
}

/// The parties of each term whose cell is a dash with nothing in force; with or without a statement of another day.
fn silent(case: &Case<'_>, heading: &str, other_day: bool) -> String {
    let mut lines = String::new();
    for (term, _) in case.in_plan() {
        let codes: Vec<&str> = case
            .parties()
            .into_iter()
            .filter(|party| {
                let cell = case.matrix.cell(*party, term);
                cell.mark == Mark::Silent && cell.n_statements == 0 && cell.other_day == other_day
            })
            .map(|party| case.dossier.party(party).code.as_str())
            .collect();
        if !codes.is_empty() {
            lines += &wrapped("  ", &format!("{}: {}", case.dossier.term(term).name, codes.join(", ")));
        }
    }
    if lines.is_empty() { lines } else { format!("\n{heading}\n{lines}") }
}
