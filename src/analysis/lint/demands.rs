//! Demands that decide nothing, or that no plan can meet.

use strum::IntoEnumIterator;

use super::{Finding, FindingKind, error, warning};
use crate::{
    analysis::{CompiledDemand, Index, Situation, Verdict},
    domain::{Channel, Counted, Demand, Dossier, PositionIx, Strength, Subject},
};

pub(super) fn check(dossier: &Dossier, index: &Index, findings: &mut Vec<Finding>) {
    for (place, rule) in index.rules().iter().enumerate() {
        findings.extend(empty_demand(rule, Subject::Rule(place)));
    }
    for (ix, position) in PositionIx::all(dossier.positions.len()).zip(&dossier.positions) {
        let subject = Subject::Position(ix);
        let Some((about, demand)) = position.about.zip(index.demand(ix)) else { continue };
        findings.extend(empty_demand(demand, subject));
        if demand.terms().len() > 0 && demand.terms().all(|term| term != about) {
            findings.push(warning(subject, FindingKind::AboutNotMentioned { about }));
        }
        if position.strength == Strength::Offers && demand.over_all_plans() != Verdict::Contradicted {
            let excluding = PositionIx::all(dossier.positions.len()).filter(|by| excludes(dossier, index, *by, ix));
            findings.extend(excluding.map(|by| warning(subject, FindingKind::OfferExcluded { by })));
        }
    }
}

fn empty_demand(demand: &CompiledDemand, subject: Subject) -> Option<Finding> {
    match demand.over_all_plans() {
        Verdict::Met => Some(warning(subject, FindingKind::MetByEveryPlan)),
        Verdict::Contradicted => Some(error(subject, FindingKind::MetByNoPlan)),
        Verdict::Undecided => None,
    }
}

/// True if the same voice holds both on some day, and no plan meets `by` that takes up `offer`. Who wishes for one thing
/// may still offer another, so only what is refused or demanded counts.
fn excludes(dossier: &Dossier, index: &Index, by: PositionIx, offer: PositionIx) -> bool {
    let (wanted, offered) = (dossier.position(by), dossier.position(offer));
    let same_voice = by != offer && wanted.party == offered.party && wanted.voice == offered.voice;
    let firm = matches!(wanted.strength, Strength::RedLine | Strength::Opposes);
    if !firm || !same_voice || !wanted.counts || !offered.counts {
        return false;
    }
    let (Some(one), Some(other)) = (index.demand(by), index.demand(offer)) else { return false };
    if one.over_all_plans() == Verdict::Contradicted || !one.terms().any(|term| other.terms().any(|own| own == term)) {
        return false;
    }
    let both = [by, offer];
    let overlap = both.iter().any(|ix| both.iter().all(|held| dossier.stands(*held, dossier.first_day(*ix))));
    if !overlap {
        return false;
    }
    // With every channel on: what replaces another where both count is not held with it.
    let mut all = Channel::iter().fold(Counted::default(), |all, one| all.with(one, true));
    all.unverified = true;
    let on_day = |ix: &PositionIx| Situation::new(dossier, dossier.first_day(*ix), all);
    let demands = both.iter().filter_map(|ix| dossier.position(*ix).demand.clone()).collect();
    CompiledDemand::new(dossier, &Demand::All(demands)).over_all_plans() == Verdict::Contradicted
        && both.iter().map(on_day).any(|day| both.iter().all(|held| day.in_force(*held)))
}
