//! Demands that decide nothing, or that no plan can meet.

use strum::IntoEnumIterator;

use super::{error, note, warning};
use crate::{
    analysis::{CompiledDemand, Index, Situation, Verdict},
    domain::{Channel, Counted, Demand, Dossier, Finding, LintKind, PositionIx, Strength, Subject},
};

pub(super) fn check(dossier: &Dossier, index: &Index, findings: &mut Vec<Finding>) {
    for (place, rule) in index.rules().iter().enumerate() {
        findings.extend(empty_demand(rule, Subject::Rule(place)));
        off_grid(dossier, &dossier.rules[place].demand, Subject::Rule(place), findings);
    }
    for (ix, position) in PositionIx::all(dossier.positions.len()).zip(&dossier.positions) {
        let subject = Subject::Position(ix);
        let Some((about, demand)) = position.about.zip(index.demand(ix)) else { continue };
        findings.extend(empty_demand(demand, subject));
        position.demand.iter().for_each(|demand| off_grid(dossier, demand, subject, findings));
        if demand.terms().len() > 0 && demand.terms().all(|term| term != about) {
            findings.push(warning(subject, LintKind::AboutNotMentioned { about }));
        }
        if position.strength == Strength::Offers && demand.over_all_plans() != Verdict::Contradicted {
            let excluding = PositionIx::all(dossier.positions.len()).filter(|by| excludes(dossier, index, *by, ix));
            findings.extend(excluding.map(|by| warning(subject, LintKind::OfferExcluded { by })));
        }
    }
}

/// Notes thresholds that are none of the term's numbers.
fn off_grid(dossier: &Dossier, demand: &Demand, subject: Subject, findings: &mut Vec<Finding>) {
    match demand {
        Demand::AtLeast(term, threshold) | Demand::AtMost(term, threshold) => {
            let (term, threshold) = (*term, *threshold);
            if dossier.term(term).values.iter().all(|value| value.number != Some(threshold)) {
                findings.push(note(subject, LintKind::ThresholdOffGrid { term, threshold }));
            }
        }
        Demand::Not(inner) => off_grid(dossier, inner, subject, findings),
        Demand::All(parts) | Demand::Any(parts) => {
            parts.iter().for_each(|part| off_grid(dossier, part, subject, findings));
        }
        Demand::If(premise, consequence) => {
            off_grid(dossier, premise, subject, findings);
            off_grid(dossier, consequence, subject, findings);
        }
        Demand::Is(..) | Demand::OneOf(..) => {}
    }
}

fn empty_demand(demand: &CompiledDemand, subject: Subject) -> Option<Finding> {
    match demand.over_all_plans() {
        Verdict::Met => Some(warning(subject, LintKind::MetByEveryPlan)),
        Verdict::Contradicted => Some(error(subject, LintKind::MetByNoPlan)),
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
    let exclude = |both: CompiledDemand| both.over_all_plans() == Verdict::Contradicted;
    CompiledDemand::of_any(dossier, &Demand::All(demands)).is_ok_and(exclude)
        && both.iter().map(on_day).any(|day| both.iter().all(|held| day.in_force(*held)))
}
