//! Small hand-made dossiers for the tests of this folder.

use super::{Question, Space, Which, countable};
use crate::{
    analysis::{Index, Situation},
    domain::{
        Counted, Demand, Dossier, DossierParts, Party, PartyIx, Plan, PositionIx, Role, Rule, StatementIx, Strength,
        Term, TermIx, TermKind, TermValue, ValueIx, sample,
    },
};

/// A term has this value.
pub(super) fn is(term: u16, value: u16) -> Demand {
    Demand::Is(TermIx(term), ValueIx(value))
}

pub(super) fn not(demand: Demand) -> Demand {
    Demand::Not(Box::new(demand))
}

pub(super) fn implies(premise: Demand, consequence: Demand) -> Demand {
    Demand::If(Box::new(premise), Box::new(consequence))
}

/// A dossier of three parties whose terms have the given numbers of values; a position is a party, a strength and a demand.
pub(super) struct Case {
    parts: DossierParts,
}

impl Case {
    pub(super) fn new(n_values: &[usize]) -> Self {
        let party = |role| Party { role, ..sample::party("Party") };
        let said = |party| sample::statement("statement", PartyIx(party), sample::day("2024-01-01"));
        let parts = DossierParts {
            as_of: sample::day("2024-06-01"),
            covers: (sample::day("2024"), sample::day("2024-12-31")),
            parties: [Role::MustAccept, Role::MustAccept, Role::Outside].map(party).into(),
            terms: n_values.iter().map(|n_values| term(*n_values)).collect(),
            statements: (0..3).map(said).collect(),
            ..sample::parts("case")
        };
        Self { parts }
    }

    pub(super) fn position(mut self, party: u16, strength: Strength, demand: Demand) -> Self {
        let id = format!("position-{}", self.parts.positions.len());
        let about = demand.terms().first().copied().unwrap_or(TermIx(0));
        let said = (PartyIx(party), StatementIx(party));
        self.parts.positions.push(sample::position(&id, said, Some(about), Some(demand), strength));
        self
    }

    /// A red line.
    pub(super) fn red_line(self, party: u16, demand: Demand) -> Self {
        self.position(party, Strength::RedLine, demand)
    }

    pub(super) fn rule(mut self, demand: Demand) -> Self {
        let id = format!("rule-{}", self.parts.rules.len());
        self.parts.rules.push(Rule { id, demand, reason: String::new() });
        self
    }

    /// A value was put forward only on this day.
    pub(super) fn since(mut self, term: usize, value: usize, day: &str) -> Self {
        self.parts.terms[term].values[value].since = Some(day.parse().unwrap());
        self
    }

    pub(super) fn build(self) -> Asked {
        let dossier = Dossier::new(self.parts).unwrap();
        let index = Index::new(&dossier);
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        let positions = countable(&dossier, &index, &situation, Which::default());
        let space = Space::put_forward_by(&dossier, dossier.as_of);
        Asked { dossier, index, situation, space, positions }
    }
}

/// A dossier and a question about it.
pub(super) struct Asked {
    pub(super) dossier: Dossier,
    pub(super) index: Index,
    pub(super) situation: Situation,
    pub(super) space: Space,
    pub(super) positions: Vec<PositionIx>,
}

impl Asked {
    pub(super) fn question(&self) -> Question<'_> {
        Question { dossier: &self.dossier, index: &self.index, space: &self.space, positions: &self.positions }
    }

    pub(super) fn which(mut self, which: Which) -> Self {
        self.positions = countable(&self.dossier, &self.index, &self.situation, which);
        self
    }

    /// Asks only about plans with these values.
    pub(super) fn on_plan(mut self, values: &[(u16, u16)]) -> Self {
        let mut plan = Plan::empty(self.dossier.terms.len());
        values.iter().for_each(|(term, value)| plan.set(TermIx(*term), Some(ValueIx(*value))));
        self.space = self.space.on_plan(&plan);
        self
    }
}

fn term(n_values: usize) -> Term {
    let value = |n: usize| TermValue { number: i32::try_from(n).ok(), ..sample::value(&format!("v{n}")) };
    sample::term("Term", TermKind::Choice, (0..n_values).map(value).collect())
}
