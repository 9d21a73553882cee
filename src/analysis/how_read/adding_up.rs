//! A plan with which each party that must accept has more cells in line than contradicted, though it crosses red lines of
//! two of them: a sum or an average would call it agreed.

use crate::{
    analysis::{Index, Matrix, Situation, Tally, matrix},
    domain::{Counted, Dossier, PartyIx, Plan, Role, Strength, TermIx, ValueIx},
};

/// Such a plan, on the dossier's own day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedUp {
    /// The plan; without any of its terms the sums would look less good.
    pub plan: Plan,
    /// The parties that must accept, in the dossier's order.
    pub parties: Vec<PartySum>,
}

/// What the plan does to a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartySum {
    /// The party.
    pub party: PartyIx,
    /// Its counts.
    pub tally: Tally,
    /// The terms on which a red line is crossed.
    pub red_lines: Vec<TermIx>,
}

/// Looks for such a plan by changing one term at a time, from no terms on: always the same answer, and `None` does not mean
/// that there is no such plan.
#[must_use]
pub fn adding_up(dossier: &Dossier, index: &Index) -> Option<AddedUp> {
    let search = Search::new(dossier, index);
    if search.parties.len() < 2 {
        return None;
    }
    let mut plan = search.climbed();
    if !search.worth(&plan).is_one {
        return None;
    }
    // What adds nothing to the sums goes out again.
    while let Some(without) = search.without_a_term(&plan) {
        plan = without;
    }
    let marks = search.marks(&plan);
    let of_party = |party: &PartyIx| {
        let crossed = |term: &TermIx| marks.cell(*party, *term).contradicted == Some(Strength::RedLine);
        let red_lines = TermIx::all(plan.n_terms()).filter(crossed).collect();
        PartySum { party: *party, tally: marks.tallies[party.get()], red_lines }
    };
    Some(AddedUp { parties: search.parties.iter().map(of_party).collect(), plan })
}

/// How near a plan is to being one; what is compared first stands first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Worth {
    is_one: bool,
    keeps_rules: bool,
    /// Parties whose red lines are crossed, up to two.
    n_crossed: usize,
    /// How far each party is from having more in line than contradicted, as a sum below nought.
    missing: i32,
    /// By how much the party with the least has more in line.
    least: i32,
}

struct Search<'a> {
    dossier: &'a Dossier,
    index: &'a Index,
    situation: Situation,
    parties: Vec<PartyIx>,
}

impl<'a> Search<'a> {
    fn new(dossier: &'a Dossier, index: &'a Index) -> Self {
        let must_accept = |party: &PartyIx| dossier.party(*party).role == Role::MustAccept;
        let situation = Situation::new(dossier, dossier.as_of, Counted::default());
        Self { dossier, index, situation, parties: PartyIx::all(dossier.parties.len()).filter(must_accept).collect() }
    }

    fn marks(&self, plan: &Plan) -> Matrix {
        matrix(self.dossier, self.index, &self.situation, plan)
    }

    fn worth(&self, plan: &Plan) -> Worth {
        let marks = self.marks(plan);
        let tallies = || self.parties.iter().map(|party| marks.tallies[party.get()]);
        let more = |tally: Tally| i32::from(tally.in_line) - i32::from(tally.contradicted());
        let n_crossed = tallies().filter(|tally| tally.red_lines > 0).count().min(2);
        let missing = tallies().map(|tally| (more(tally) - 1).min(0)).sum();
        let keeps_rules = marks.broken_rules.is_empty();
        let is_one = keeps_rules && n_crossed == 2 && missing == 0;
        Worth { is_one, keeps_rules, n_crossed, missing, least: tallies().map(more).min().unwrap_or(0) }
    }

    /// The plan that no change of one term improves.
    fn climbed(&self) -> Plan {
        let mut plan = Plan::empty(self.dossier.terms.len());
        let mut worth = self.worth(&plan);
        loop {
            let better = self
                .changes()
                .filter(|(term, value)| plan.get(*term) != *value)
                .map(|(term, value)| (self.worth(&plan.with(term, value)), term, value))
                .reduce(|one, other| if other.0 > one.0 { other } else { one })
                .filter(|(found, ..)| *found > worth);
            let Some((found, term, value)) = better else { return plan };
            plan.set(term, value);
            worth = found;
        }
    }

    fn without_a_term(&self, plan: &Plan) -> Option<Plan> {
        let worth = self.worth(plan);
        let set = plan.iter().filter(|(_, value)| value.is_some());
        set.map(|(term, _)| plan.with(term, None)).find(|without| self.worth(without) >= worth)
    }

    /// What a term may say: nothing, or what was put forward by then.
    fn changes(&self) -> impl Iterator<Item = (TermIx, Option<ValueIx>)> + '_ {
        TermIx::all(self.dossier.terms.len()).flat_map(move |ix| {
            let term = self.dossier.term(ix);
            let put_forward = move |value: &ValueIx| term.values[value.get()].is_put_forward(self.situation.as_of);
            let values = ValueIx::all(term.values.len()).filter(put_forward);
            std::iter::once(None).chain(values.map(Some)).map(move |value| (ix, value))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::plans::fixture::{A, B, C, Case, Draft, NORTH, SOUTH, WATCHER, is, not},
        domain::Strength::{Opposes, Prefers, RedLine},
    };

    /// On A and B each side rules out a value that the other wants; on C and D both want the same.
    fn case(strength: Strength) -> Case {
        let shared = [C, TermIx(3), TermIx(4)];
        let draft = Draft::new(&[2, 2, 2, 2, 2])
            .says(NORTH, strength, A, not(A, 1))
            .says(SOUTH, Prefers, A, is(A, 1))
            .says(SOUTH, strength, B, not(B, 1))
            .says(NORTH, Prefers, B, is(B, 1))
            .says(WATCHER, RedLine, C, is(C, 1));
        let says =
            |draft: Draft, term| draft.says(NORTH, Opposes, term, is(term, 0)).says(SOUTH, Opposes, term, is(term, 0));
        shared.into_iter().fold(draft, says).build()
    }

    #[test]
    fn a_plan_with_a_good_sum_may_cross_red_lines_of_both() {
        let case = case(RedLine);
        let found = adding_up(&case.dossier, &case.index).unwrap();
        assert_eq!(found.plan.n_set(), 5, "{:?}", found.plan);
        for (of, crossed) in found.parties.iter().zip([A, B]) {
            assert_eq!((of.tally.in_line, of.tally.contradicted(), of.tally.red_lines), (4, 1, 1));
            assert_eq!(of.red_lines, [crossed]);
        }
        assert_eq!(found.parties.len(), 2, "the watcher need not accept");
    }

    #[test]
    fn where_nobody_draws_a_red_line_there_is_none() {
        let case = case(Opposes);
        assert_eq!(adding_up(&case.dossier, &case.index), None);
    }
}
