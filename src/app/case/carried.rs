//! What of a plan goes along when its dossier changes.

use std::sync::Arc;

use crate::domain::{Dossier, PartyIx, Plan, Scenario, TermIx};

/// A plan of a dossier as a plan of another that has much in common with it: by the ids of terms and values.
#[must_use]
pub(crate) fn carried(scenario: &Scenario, old: &Dossier, new: &Dossier) -> Scenario {
    let original = scenario.changed_from.as_ref().map(|original| {
        let mut original = (**original).clone();
        original.plan = carried_plan(&original.plan, old, new);
        Arc::new(original)
    });
    // A plan that stands on the day on which the case opens stays there.
    let as_of = if scenario.as_of == old.as_of { new.as_of } else { scenario.as_of };
    Scenario { plan: carried_plan(&scenario.plan, old, new), changed_from: original, as_of, ..scenario.clone() }
}

fn carried_plan(plan: &Plan, old: &Dossier, new: &Dossier) -> Plan {
    let mut carried = Plan::empty(new.terms.len());
    for (term, value) in plan.iter() {
        let Some(value) = value else { continue };
        let Some(there) = same_term(term, old, new) else { continue };
        let id = old.term(term).values.get(value.get()).map(|value| &value.id);
        carried.set(there, id.and_then(|id| new.term(there).value_by_id(id)));
    }
    carried
}

/// The term of the same id in another dossier.
#[must_use]
pub(in crate::app) fn same_term(term: TermIx, old: &Dossier, new: &Dossier) -> Option<TermIx> {
    let id = &old.terms.get(term.get())?.id;
    new.terms.iter().position(|other| other.id == *id).map(TermIx::at)
}

/// The party of the same id in another dossier.
#[must_use]
pub(super) fn same_party(party: PartyIx, old: &Dossier, new: &Dossier) -> Option<PartyIx> {
    let id = &old.parties.get(party.get())?.id;
    new.parties.iter().position(|other| other.id == *id).map(PartyIx::at)
}
