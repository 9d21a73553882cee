//! Cells: what the plan does to what a party said, in sentences that name the speaker and the day.

use super::{
    DateStyle, count, date,
    list::{capitalised, uncapitalised},
    mark_name,
    plan::term_names,
    statement::first_statement,
    ui, uncounted,
};
use crate::{
    analysis::{Cell, CellReport, Effect, Mark, PositionReport, Standing},
    domain::{Demand, Dossier, PartyIx, Plan, PositionIx, StatementIx, Strength, TermIx},
};

/// What the plan does to one position: "The plan contradicts a statement by Dmitry Peskov, 18 Nov 2024".
#[must_use]
pub fn effect_sentence(dossier: &Dossier, plan: &Plan, report: &PositionReport, style: DateStyle) -> String {
    let position = dossier.position(report.position);
    let statements = || spoken(dossier, &report.statements, style);
    match report.effect {
        Effect::Contradicts => format!("The plan contradicts {}", statements()),
        Effect::Supports => {
            let [one, several] = match report.strength {
                Strength::Prefers => ["asks for", "ask for"],
                Strength::Offers => ["offers or accepts", "offer or accept"],
                Strength::RedLine | Strength::Opposes => ["demands", "demand"],
            };
            let verb = if report.statements.len() == 1 { one } else { several };
            let comma = if report.statements.len() == 1 { "," } else { "" };
            // "Four nights at most" is no wish for three.
            if report.leaves_only {
                format!("{}{comma} {verb} this", capitalised(&statements()))
            } else {
                format!("The plan is within what {}{comma} {verb}", statements())
            }
        }
        // "In line" would be read as if the plan did what is asked.
        Effect::InLine if report.is_idle => {
            let comma = if report.statements.len() == 1 { "," } else { "" };
            format!("The \"if\" in {}{comma} does not apply to this plan: nothing there goes against it", statements())
        }
        Effect::InLine => format!("The plan is in line with {}", statements()),
        Effect::NotTakenUp => {
            "They offered something here that the plan does not use; that goes against nobody's words".to_owned()
        }
        Effect::Depends => {
            let mut open = position.demand.as_ref().map_or_else(Vec::new, Demand::terms);
            open.retain(|term| plan.get(*term).is_none());
            let is = if open.len() == 1 { "which is" } else { "which are" };
            match open.as_slice() {
                [] => "It depends on what the plan leaves open".to_owned(),
                open => format!("It depends on {}, {is} not in the plan", term_names(dossier, open)),
            }
        }
        Effect::NoDemand => "It asks nothing of a plan".to_owned(),
    }
}

/// "a statement by Ana Berg, 18 Nov 2024", "2 statements (Ana Berg, Jun 2024; Ion Dale, 3 Jan 2025)".
fn spoken(dossier: &Dossier, statements: &[StatementIx], style: DateStyle) -> String {
    let by = |ix: &StatementIx| {
        let statement = dossier.statement(*ix);
        format!("{}, {}", statement.speaker, date(statement.said, style))
    };
    match statements {
        [only] => format!("a statement by {}", by(only)),
        several => {
            let each: Vec<String> = several.iter().map(by).collect();
            format!("{} ({})", count(several.len(), "statement", "statements"), each.join("; "))
        }
    }
}

/// The one line over the statements of a cell: "Contradicts 1 statement", "No stated position on file".
#[must_use]
pub(crate) fn cell_headline(plan: &Plan, term: TermIx, report: &CellReport) -> String {
    let on_file = usize::from(report.cell.n_statements);
    let n = |effect| {
        let n = count_statements(&report.positions, |report| report.bears() && report.effect == effect);
        if n < on_file { format!("{n} of {on_file} statements on file") } else { count(n, "statement", "statements") }
    };
    let asked = how_asked(report);
    // The name of the mark comes first: it is the same wherever the mark stands.
    match report.cell.mark {
        Mark::RedLine => format!("Crosses a red line: contradicts {}", n(Effect::Contradicts)),
        Mark::Mixed => {
            format!("Mixed: contradicts {}; {asked} {}", n(Effect::Contradicts), n(Effect::Supports))
        }
        Mark::Opposed => format!("Opposed: contradicts {}", n(Effect::Contradicts)),
        Mark::Otherwise => format!("Prefers otherwise: contradicts {}", n(Effect::Contradicts)),
        Mark::Supported => format!("Supports: {asked} {}", n(Effect::Supports)),
        Mark::InLine => format!("In line with {}", n(Effect::InLine)),
        Mark::OnFile => idle_headline(report).to_owned(),
        Mark::Silent => IDLE_HEADLINES[usize::from(!report.cell.other_day)].to_owned(),
        Mark::Empty if plan.get(term).is_none() => "Not in the plan".to_owned(),
        Mark::Empty => DEPENDS.to_owned(),
    }
}

/// How what supports the plan was put: what somebody would accept is not what they asked for.
fn how_asked(report: &CellReport) -> &'static str {
    let supporting = || report.positions.iter().filter(|one| one.bears() && one.effect == Effect::Supports);
    let is_offered = supporting().all(|one| one.strength == Strength::Offers);
    match (is_offered, supporting().any(|one| one.leaves_only)) {
        (true, true) => "offered or accepted in",
        (true, false) => "within what was offered or accepted in",
        (false, true) => "asked for in",
        (false, false) => "within what was asked for in",
    }
}

/// The headline of a cell whose mark depends on other terms.
pub(crate) const DEPENDS: &str = "Depends on terms that are not in the plan";

/// Every headline of a cell in which nothing speaks for or against the plan.
pub(crate) const IDLE_HEADLINES: [&str; 5] = [
    "Nothing in force on this day",
    "No stated position on file",
    "They offered something that the plan does not use",
    "What is on file asks nothing of a plan",
    "On file, but not counted",
];

fn idle_headline(report: &CellReport) -> &'static str {
    let bearing = |effect| report.positions.iter().any(|report| report.bears() && report.effect == effect);
    let [_, _, offer, no_demand, not_counted] = IDLE_HEADLINES;
    if bearing(Effect::NotTakenUp) {
        offer
    } else if bearing(Effect::NoDemand) {
        no_demand
    } else {
        not_counted
    }
}

fn count_statements(reports: &[PositionReport], keep: impl Fn(&PositionReport) -> bool) -> usize {
    let kept = reports.iter().filter(|report| keep(report));
    let mut statements: Vec<StatementIx> = kept.flat_map(|report| report.statements.iter().copied()).collect();
    statements.sort_unstable();
    statements.dedup();
    statements.len()
}

/// Why each thing on file marks nothing in this cell: "The offer of Ana Berg, 18 Nov 2024, is not used; that
/// goes against nobody's words." One sentence a position.
#[must_use]
pub(crate) fn why_idle(dossier: &Dossier, report: &CellReport, style: DateStyle) -> Vec<String> {
    let in_force = report.positions.iter().filter(|one| one.standing == Standing::InForce);
    let reason = |one: &PositionReport| {
        let said = spoken(dossier, &one.statements, style);
        match (one.uncounted, one.effect) {
            (Some(reason), _) => format!("{}: {}.", capitalised(&said), uncapitalised(&uncounted(reason))),
            (None, Effect::NotTakenUp) => {
                format!(
                    "{}: an offer that the plan does not use; that goes against nobody's words.",
                    capitalised(&said)
                )
            }
            (None, _) => format!("{}: it asks nothing of a plan.", capitalised(&said)),
        }
    };
    in_force.map(reason).collect()
}

/// The accessible name of a cell: "Russia, Peacekeepers. Plan: European. Contradicts, opposed. 1 statement. Enter to
/// read."
#[must_use]
pub fn cell_name(dossier: &Dossier, plan: &Plan, party: PartyIx, term: TermIx, cell: &Cell) -> String {
    format!("{} Enter to read.", cell_said(dossier, plan, party, term, cell))
}

/// The same under the pointer: whoever holds a mouse has no hand for Enter.
#[must_use]
pub(crate) fn cell_tip(dossier: &Dossier, plan: &Plan, party: PartyIx, term: TermIx, cell: &Cell) -> String {
    format!("{} Click to read.", cell_said(dossier, plan, party, term, cell))
}

/// The same where nothing more can be read.
#[must_use]
pub(crate) fn cell_said(dossier: &Dossier, plan: &Plan, party: PartyIx, term: TermIx, cell: &Cell) -> String {
    let (party, term_name) = (&dossier.party(party).name, &dossier.term(term).name);
    let value = plan.get(term).map(|value| dossier.term(term).values[value.get()].name.as_str());
    let mark = match (cell.mark, value) {
        (Mark::Empty, Some(_)) => "Depends on terms that are not in the plan".to_owned(),
        (Mark::Empty, None) => String::new(),
        (mark, _) => capitalised(mark_name(mark)),
    };
    let mut name = format!("{party}, {term_name}. Plan: {}.", value.unwrap_or("not in the plan"));
    let mut say = |text: &str| {
        name.push(' ');
        name.push_str(text);
        name.push('.');
    };
    if !mark.is_empty() {
        say(&mark);
    }
    match (cell.n_statements, cell.mark) {
        (0, _) => {}
        (n, _) => say(&count(usize::from(n), "statement", "statements")),
    }
    if cell.other_day {
        say("A statement of another day is on file");
    }
    if let Some(greyed) = cell.greyed {
        say(&format!("With what is not counted: {}", mark_name(greyed)));
    }
    if cell.linked {
        say("Tied to other terms");
    }
    name
}

/// The accessible name of a card: "Crosses a red line. No troops of any foreign state. Ana Berg, 18 Nov 2024. 1 of 3".
#[must_use]
pub(crate) fn card_name(
    dossier: &Dossier,
    verdict: &str,
    report: &PositionReport,
    (place, of): (usize, usize),
    style: DateStyle,
) -> String {
    let first = report.statements.first().map(|ix| dossier.statement(*ix));
    let said = first.map(|statement| {
        let who = format!("{}, {}", statement.speaker, date(statement.said, style));
        format!(" {}. {who}.", statement.short.trim_end_matches('.'))
    });
    let more = match report.statements.len() {
        0 | 1 => String::new(),
        n => format!(" {} more.", count(n - 1, "statement", "statements")),
    };
    format!(
        "{}.{}{more} {}",
        capitalised(verdict).trim_end_matches('.'),
        said.unwrap_or_default(),
        ui::place(place, of)
    )
}

/// The speaker and the day of a position's first statement: "Ana Berg, 18 Nov 2024".
#[must_use]
pub(crate) fn speaker_and_day(dossier: &Dossier, position: PositionIx, style: DateStyle) -> String {
    first_statement(dossier, position).map_or_else(String::new, |ix| {
        let statement = dossier.statement(ix);
        format!("{}, {}", statement.speaker, date(statement.said, style))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::{self, DELAY, FREEZE, NORTH, SOUTH, TROOPS};
    use crate::{
        analysis::{Index, Situation, cell_report},
        domain::{Counted, ValueIx},
    };

    const WORDS: DateStyle = DateStyle::Words;

    fn report(dossier: &Dossier, plan: &Plan, party: PartyIx, term: TermIx) -> CellReport {
        let situation = Situation::new(dossier, dossier.as_of, Counted::default());
        cell_report(dossier, &Index::new(dossier), &situation, plan, (party, term))
    }

    fn plan(values: &[(TermIx, u16)]) -> Plan {
        let mut plan = Plan::empty(4);
        values.iter().for_each(|(term, value)| plan.set(*term, Some(ValueIx(*value))));
        plan
    }

    /// Headline, accessible name and the sentence of the first position of a cell.
    fn said(plan: &Plan, party: PartyIx, term: TermIx) -> [String; 3] {
        let dossier = practice::dossier();
        let report = report(&dossier, plan, party, term);
        let sentence = report.positions.first().map(|first| effect_sentence(&dossier, plan, first, WORDS));
        [
            cell_headline(plan, term, &report),
            cell_name(&dossier, plan, party, term, &report.cell),
            sentence.unwrap_or_default(),
        ]
    }

    #[test]
    fn a_contradiction_names_speaker_and_day_and_not_the_party() {
        let european = plan(&[(TROOPS, 1)]);
        assert_eq!(
            said(&european, NORTH, TROOPS),
            [
                "Opposed: contradicts 1 statement",
                "North, Peacekeepers. Plan: European. Contradicts, opposed. 1 statement. Enter to read.",
                "The plan contradicts a statement by Ana Berg, 18 Nov 2024",
            ]
        );
        assert_eq!(
            said(&european, SOUTH, TROOPS),
            [
                "Supports: asked for in 1 statement",
                "South, Peacekeepers. Plan: European. Supports. 1 statement. Enter to read.",
                "A statement by Ion Dale, 3 Jan 2025, asks for this",
            ]
        );
    }

    #[test]
    fn a_red_line_and_what_hangs_on_it_are_told() {
        let both = plan(&[(FREEZE, 0), (DELAY, 2)]);
        assert_eq!(
            said(&both, SOUTH, DELAY),
            [
                "Crosses a red line: contradicts 1 statement",
                "South, NATO delay. Plan: 20 years. Crosses a red line. 1 statement. Tied to other terms. Enter to read.",
                "The plan contradicts a statement by Ion Dale, 3 Jan 2025",
            ]
        );
        let without_freeze = plan(&[(DELAY, 2)]);
        assert_eq!(
            said(&without_freeze, SOUTH, DELAY),
            [
                "Depends on terms that are not in the plan",
                "South, NATO delay. Plan: 20 years. Depends on terms that are not in the plan. 1 statement. Enter to read.",
                "It depends on Front line, which is not in the plan",
            ]
        );
    }

    #[test]
    fn demands_met_and_choices_left_open_are_told_apart() {
        assert_eq!(said(&plan(&[(FREEZE, 1), (DELAY, 2)]), SOUTH, DELAY)[0], "In line with 1 statement");
        let [headline, _, sentence] = said(&plan(&[(TROOPS, 0)]), NORTH, TROOPS);
        assert_eq!(headline, "Supports: asked for in 1 statement");
        assert_eq!(sentence, "A statement by Ana Berg, 18 Nov 2024, demands this");
        let [headline, _, sentence] = said(&plan(&[(TROOPS, 2)]), SOUTH, TROOPS);
        assert_eq!(headline, "Prefers otherwise: contradicts 1 statement");
        assert_eq!(sentence, "The plan contradicts a statement by Ion Dale, 3 Jan 2025");
    }

    #[test]
    fn silence_and_absence_are_told_apart() {
        let frozen = plan(&[(FREEZE, 0)]);
        let [headline, name, _] = said(&frozen, SOUTH, FREEZE);
        assert_eq!(headline, "No stated position on file");
        assert_eq!(name, "South, Front line. Plan: Freeze now. No stated position. Enter to read.");
        let [headline, name, sentence] = said(&frozen, NORTH, FREEZE);
        assert_eq!(headline, "What is on file asks nothing of a plan");
        assert_eq!(
            name,
            "North, Front line. Plan: Freeze now. On file, neither for nor against. 1 statement. Enter to read."
        );
        assert_eq!(sentence, "It asks nothing of a plan");
        let [headline, name, _] = said(&Plan::empty(4), NORTH, TROOPS);
        assert_eq!(headline, "Not in the plan");
        assert_eq!(name, "North, Peacekeepers. Plan: not in the plan. 1 statement. Enter to read.");
    }

    #[test]
    fn statements_of_another_day_are_announced() {
        let mut parts = practice::parts();
        parts.as_of = practice::day("2024-11-10");
        let dossier = Dossier::new(parts).unwrap();
        let european = plan(&[(TROOPS, 1)]);
        let report = report(&dossier, &european, NORTH, TROOPS);
        assert_eq!(cell_headline(&european, TROOPS, &report), "Nothing in force on this day");
        assert!(cell_name(&dossier, &european, NORTH, TROOPS, &report.cell).contains("A statement of another day"));
    }

    #[test]
    fn several_statements_are_each_named() {
        let mut parts = practice::parts();
        parts.positions[0].statements = vec![StatementIx(1), StatementIx(0)];
        let dossier = Dossier::new(parts).unwrap();
        let european = plan(&[(TROOPS, 1)]);
        let report = report(&dossier, &european, NORTH, TROOPS);
        assert_eq!(
            effect_sentence(&dossier, &european, &report.positions[0], WORDS),
            "The plan contradicts 2 statements (Ana Berg, Jun 2024; Ana Berg, 18 Nov 2024)"
        );
        assert_eq!(speaker_and_day(&dossier, PositionIx(0), WORDS), "Ana Berg, Jun 2024");
    }

    #[test]
    fn an_offer_is_never_called_contradicted() {
        let mut parts = practice::parts();
        parts.positions[0].strength = Strength::Offers;
        let dossier = Dossier::new(parts).unwrap();
        let european = plan(&[(TROOPS, 1)]);
        let report = report(&dossier, &european, NORTH, TROOPS);
        assert_eq!(cell_headline(&european, TROOPS, &report), "They offered something that the plan does not use");
        assert_eq!(
            effect_sentence(&dossier, &european, &report.positions[0], WORDS),
            "They offered something here that the plan does not use; that goes against nobody's words"
        );
    }
}
