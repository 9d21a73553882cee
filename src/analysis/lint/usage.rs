//! What is on file and never used, and how much is on file for each party.

use super::note;
use crate::{
    analysis::{Index, Situation, Verdict},
    domain::{Counted, Dossier, Finding, LintKind, PartyIx, PositionIx, Scenario, StatementIx, Subject, TermIx},
};

/// How much is on file for a party. A well-documented party looks more obstinate than it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Coverage {
    /// The number of its statements.
    pub statements: usize,
    /// The number of its positions.
    pub positions: usize,
    /// The number of its positions that count when no channel is switched, on one day or another.
    pub counted: usize,
}

/// How much is on file for each party, in the dossier's order.
#[must_use]
pub fn coverage(dossier: &Dossier) -> Vec<Coverage> {
    let situation = Situation::new(dossier, dossier.as_of, Counted::default());
    let of = |party: PartyIx| {
        let own = PositionIx::all(dossier.positions.len()).filter(move |ix| dossier.position(*ix).party == party);
        let counts = |ix: &PositionIx| dossier.position(*ix).demand.is_some() && situation.uncounted(*ix).is_none();
        Coverage {
            statements: dossier.statements.iter().filter(|statement| statement.party == party).count(),
            positions: own.clone().count(),
            counted: own.filter(counts).count(),
        }
    };
    PartyIx::all(dossier.parties.len()).map(of).collect()
}

pub(super) fn check(dossier: &Dossier, index: &Index, scenarios: &[&Scenario], findings: &mut Vec<Finding>) {
    let positions = &dossier.positions;
    let mute = PartyIx::all(dossier.parties.len()).filter(|ix| positions.iter().all(|one| one.party != *ix));
    findings.extend(mute.map(|ix| note(Subject::Party(ix), LintKind::NoPosition)));
    let unspoken = TermIx::all(dossier.terms.len()).filter(|ix| positions.iter().all(|one| one.about != Some(*ix)));
    findings.extend(unspoken.map(|ix| note(Subject::Term(ix), LintKind::NobodySpeaksAbout)));
    let mut used = vec![false; dossier.statements.len()];
    positions.iter().flat_map(|position| &position.statements).for_each(|ix| used[ix.get()] = true);
    let unused = StatementIx::all(used.len()).filter(|ix| !used[ix.get()]);
    findings.extend(unused.map(|ix| note(Subject::Statement(ix), LintKind::UnusedStatement)));
    if scenarios.is_empty() {
        return;
    }
    let is_decided = |ix: PositionIx, scenario: &Scenario| {
        let about_in_plan = dossier.position(ix).about.is_some_and(|about| scenario.plan.get(about).is_some());
        let verdict = index.demand(ix).map(|demand| demand.decide(&scenario.plan).verdict);
        about_in_plan && verdict != Some(Verdict::Undecided)
    };
    let undecided = PositionIx::all(positions.len())
        .filter(|ix| index.demand(*ix).is_some() && !scenarios.iter().any(|scenario| is_decided(*ix, scenario)));
    findings.extend(undecided.map(|ix| note(Subject::Position(ix), LintKind::NeverDecided)));
}
