//! The statements of a dossier as they stand on one day: what a time axis shows of each.

use crate::{
    analysis::{Situation, Uncounted, index::uncounted_statement},
    domain::{Date, Dossier, PartyIx, PositionIx, StatementIx, TermIx},
};

/// A statement on a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The statement.
    pub statement: StatementIx,
    /// Whose it is.
    pub party: PartyIx,
    /// The day it was said.
    pub said: Date,
    /// True if a position read from it is in force on the day of the situation.
    pub in_force: bool,
    /// True if it counts, in force or not: neither rhetoric nor of a channel that is switched off.
    pub counts: bool,
}

/// What the positions read from a statement add up to.
#[derive(Clone, Copy, Default)]
struct Readings {
    some: bool,
    in_force: bool,
    count: bool,
}

/// All statements in the order in which they were made; of those with positions about or touching `term` only, if one is
/// given.
#[must_use]
pub fn ticks(dossier: &Dossier, situation: &Situation, term: Option<TermIx>) -> Vec<Tick> {
    let n_statements = dossier.statements.len();
    let mut readings = vec![Readings::default(); n_statements];
    for ix in PositionIx::all(dossier.positions.len()) {
        let position = dossier.position(ix);
        let touches =
            |term| position.about == Some(term) || position.demand.iter().any(|demand| demand.terms().contains(&term));
        if !term.is_none_or(touches) {
            continue;
        }
        let is_set_aside = matches!(situation.uncounted(ix), Some(Uncounted::Rhetoric | Uncounted::NoDemand));
        for statement in &position.statements {
            let made = dossier.statement(*statement).said.earliest() <= situation.as_of.earliest();
            let readings = &mut readings[statement.get()];
            readings.some = true;
            readings.in_force |= made && situation.in_force(ix);
            readings.count |= !is_set_aside;
        }
    }
    let tick = |statement: StatementIx| {
        let (of, readings) = (dossier.statement(statement), readings[statement.get()]);
        let counts =
            uncounted_statement(dossier, statement, situation.counted).is_none() && (readings.count || !readings.some);
        Tick { statement, party: of.party, said: of.said, in_force: readings.in_force, counts }
    };
    let concerned = |ix: &StatementIx| term.is_none() || readings[ix.get()].some;
    let mut ticks: Vec<Tick> = StatementIx::all(n_statements).filter(concerned).map(tick).collect();
    ticks.sort_by_key(|tick| (tick.said, tick.statement));
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::plans::fixture::{A, B, Draft, NORTH, SOUTH, day, is, when},
        domain::{Channel, Counted, Strength},
    };

    #[test]
    fn a_tick_tells_whether_its_statement_is_in_force_and_counts() {
        let case = Draft::new(&[2, 2])
            .says_on("2024-03-05", NORTH, Strength::RedLine, A, is(A, 0))
            .says_on("2024-01-10", NORTH, Strength::Opposes, A, is(A, 1))
            .says_on("2024-02-01", SOUTH, Strength::Opposes, B, when(is(A, 0), is(B, 0)))
            .but(|position| position.counts = false)
            .says_on("2024-04-01", NORTH, Strength::Prefers, A, is(A, 0))
            .replacing(0)
            .build();
        let shown = |term, date: &str| -> Vec<(u16, bool, bool)> {
            let all = ticks(&case.dossier, &case.on(date), term);
            all.iter().map(|tick| (tick.statement.0, tick.in_force, tick.counts)).collect()
        };
        assert_eq!(shown(None, "2024-03-10"), [(1, true, true), (2, true, false), (0, true, true), (3, false, true)]);
        assert_eq!(shown(None, "2024-04-02"), [(1, true, true), (2, true, false), (0, false, true), (3, true, true)]);
        assert_eq!(shown(Some(B), "2024-04-02"), [(2, true, false)], "about B alone");
        assert_eq!(shown(Some(A), "2024-01-01").len(), 4, "what touches A through a condition belongs to it");
    }

    #[test]
    fn a_channel_that_is_switched_off_makes_a_tick_grey() {
        let mut draft = Draft::new(&[2]).says(NORTH, Strength::Opposes, A, is(A, 0));
        draft.0.statements[0].channel = Channel::Leaked;
        let case = draft.build();
        let on = |counted| ticks(&case.dossier, &Situation::new(&case.dossier, day("2024-06-01"), counted), None);
        assert!(on(Counted::default())[0].counts);
        let without = on(Counted::default().with(Channel::Leaked, false))[0];
        assert!(without.in_force && !without.counts);
    }
}
