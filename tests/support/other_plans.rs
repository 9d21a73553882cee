//! Every plan that a search may look at, one after the other, with what it contradicts.

use std::collections::BTreeSet;

use peace_plan_explorer::{
    analysis::{Basis, CountingRule, Goal, Matrix, Strengths, Toll, matrix},
    domain::{PartyIx, Plan, Role, Strength, TermIx, ValueIx},
};

/// A plan with its marks.
pub struct Tried {
    pub plan: Plan,
    pub matrix: Matrix,
}

/// All plans that set the terms of the user's plan, but for locked ones, to other values; with terms left out if allowed.
pub fn all_plans(basis: Basis<'_>, locked: &BTreeSet<TermIx>, later_values: bool, leaving_out: bool) -> Vec<Tried> {
    let mut plans = vec![basis.plan.clone()];
    for (term, own) in basis.plan.iter() {
        let Some(own) = own.filter(|_| !locked.contains(&term)) else { continue };
        let values = &basis.dossier.term(term).values;
        let may = |value: &ValueIx| {
            *value == own || later_values || values[value.get()].is_put_forward(basis.situation.as_of)
        };
        let values: Vec<ValueIx> = ValueIx::all(values.len()).filter(may).collect();
        let choices = leaving_out.then_some(None).into_iter().chain(values.into_iter().map(Some));
        let choices: Vec<Option<ValueIx>> = choices.collect();
        plans = plans.iter().flat_map(|plan| choices.iter().map(|choice| plan.with(term, *choice))).collect();
    }
    let marks = |plan: &Plan| matrix(basis.dossier, basis.index, basis.situation, plan);
    plans.into_iter().map(|plan| Tried { matrix: marks(&plan), plan }).collect()
}

impl Tried {
    pub fn keeps_rules(&self) -> bool {
        self.matrix.broken_rules.is_empty()
    }

    /// The contradicted cells of the parties that are counted.
    pub fn contradicted(&self, basis: Basis<'_>, must_accept_only: bool) -> Vec<(TermIx, PartyIx, Strength)> {
        let parties = PartyIx::all(basis.dossier.parties.len());
        let counts = |party: &PartyIx| !must_accept_only || basis.dossier.party(*party).role == Role::MustAccept;
        let parties: Vec<PartyIx> = parties.filter(counts).collect();
        let cells = TermIx::all(basis.dossier.terms.len()).flat_map(|term| parties.iter().map(move |p| (term, *p)));
        cells.filter_map(|(term, party)| Some((term, party, self.matrix.cell(party, term).contradicted?))).collect()
    }

    pub fn toll(&self, basis: Basis<'_>, rule: CountingRule, must_accept_only: bool) -> Toll {
        let cells = self.contradicted(basis, must_accept_only);
        let of = |strength| cells.iter().filter(|(.., own)| *own == strength).count() as u32;
        match rule {
            CountingRule::RedLinesFirst => Toll::Strengths(Strengths {
                red_lines: of(Strength::RedLine),
                opposed: of(Strength::Opposes),
                otherwise: of(Strength::Prefers),
            }),
            CountingRule::EachCell => Toll::Cells(cells.len() as u32),
            CountingRule::EachParty => {
                Toll::Parties(cells.iter().map(|(_, party, _)| party).collect::<BTreeSet<_>>().len() as u32)
            }
        }
    }

    pub fn reaches(&self, basis: Basis<'_>, goal: Goal) -> bool {
        let cells = self.contradicted(basis, matches!(goal, Goal::RedLines { must_accept_only: true }));
        !cells.iter().any(|(term, party, strength)| match goal {
            Goal::Cell(one, about) => (one, about) == (*party, *term),
            Goal::Party(one) => one == *party,
            Goal::RedLines { .. } => *strength == Strength::RedLine,
        })
    }

    pub fn n_changes(&self, from: &Plan) -> usize {
        self.plan.iter().filter(|(term, value)| *value != from.get(*term)).count()
    }
}
