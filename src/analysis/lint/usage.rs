//! What is on file and never used.

use super::note;
use crate::{
    analysis::{Index, Verdict},
    domain::{Dossier, Finding, LintKind, PartyIx, PositionIx, Scenario, StatementIx, Subject, TermIx},
};

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
