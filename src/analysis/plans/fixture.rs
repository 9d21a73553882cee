//! Small invented dossiers for the tests of this folder, built a line at a time.

pub(crate) use crate::domain::sample::day;
use crate::{
    analysis::{Basis, Index, Situation},
    domain::{
        Counted, Demand, Dossier, DossierParts, Party, PartyIx, Plan, Position, PositionIx, Role, StatementIx,
        Strength, Term, TermIx, TermKind, TermValue, ValueIx, sample,
    },
};

pub(crate) const A: TermIx = TermIx(0);
pub(crate) const B: TermIx = TermIx(1);
pub(crate) const C: TermIx = TermIx(2);
pub(crate) const NORTH: PartyIx = PartyIx(0);
pub(crate) const SOUTH: PartyIx = PartyIx(1);
pub(crate) const WATCHER: PartyIx = PartyIx(2);

pub(crate) fn is(term: TermIx, value: u16) -> Demand {
    Demand::Is(term, ValueIx(value))
}

pub(crate) fn not(term: TermIx, value: u16) -> Demand {
    Demand::Not(Box::new(is(term, value)))
}

pub(crate) fn when(premise: Demand, consequence: Demand) -> Demand {
    Demand::If(Box::new(premise), Box::new(consequence))
}

/// A plan with these values; `None` for a term that is not in the plan.
pub(crate) fn plan(values: &[Option<u16>]) -> Plan {
    let mut plan = Plan::empty(values.len());
    for (term, value) in TermIx::all(values.len()).zip(values) {
        plan.set(term, value.map(ValueIx));
    }
    plan
}

/// A dossier in the making: North and South must accept, the watcher stands outside.
pub(crate) struct Draft(pub DossierParts);

impl Draft {
    /// Terms with so many values each; a negative number makes a term of numbers from 0 on.
    pub(crate) fn new(n_values: &[i32]) -> Self {
        let watcher = Party { role: Role::Outside, ..sample::party("watcher") };
        Self(DossierParts {
            parties: vec![sample::party("north"), sample::party("south"), watcher],
            terms: n_values.iter().enumerate().map(|(place, n)| term(place, *n)).collect(),
            ..sample::parts("draft")
        })
    }

    /// Adds a position, said on 1 January 2024.
    pub(crate) fn says(self, party: PartyIx, strength: Strength, about: TermIx, demand: Demand) -> Self {
        self.says_on("2024-01-01", party, strength, about, demand)
    }

    pub(crate) fn says_on(
        mut self,
        said: &str,
        party: PartyIx,
        strength: Strength,
        about: TermIx,
        demand: Demand,
    ) -> Self {
        let place = self.0.positions.len();
        let statement = StatementIx::at(place);
        self.0.statements.push(sample::statement(&format!("statement-{place}"), party, day(said)));
        let id = format!("position-{place}");
        self.0.positions.push(sample::position(&id, (party, statement), Some(about), Some(demand), strength));
        self
    }

    /// Changes the last position.
    pub(crate) fn but(mut self, change: impl FnOnce(&mut Position)) -> Self {
        change(self.0.positions.last_mut().unwrap());
        self
    }

    pub(crate) fn replacing(self, old: u16) -> Self {
        self.but(|position| position.replaces = vec![PositionIx(old)])
    }

    pub(crate) fn build(self) -> Case {
        let dossier = Dossier::new(self.0).unwrap();
        let (index, situation) = (Index::new(&dossier), Situation::new(&dossier, dossier.as_of, Counted::default()));
        Case { dossier, index, situation }
    }
}

/// A dossier on its opening day.
pub(crate) struct Case {
    pub(crate) dossier: Dossier,
    pub(crate) index: Index,
    pub(crate) situation: Situation,
}

impl Case {
    pub(crate) fn basis<'a>(&'a self, situation: &'a Situation, plan: &'a Plan) -> Basis<'a> {
        Basis { dossier: &self.dossier, index: &self.index, situation, plan }
    }

    pub(crate) fn on(&self, date: &str) -> Situation {
        Situation::new(&self.dossier, day(date), Counted::default())
    }
}

fn term(place: usize, n_values: i32) -> Term {
    let value = |n: i32| TermValue { number: (n_values < 0).then_some(n), ..sample::value(&format!("v{n}")) };
    let kind = if n_values < 0 { sample::years() } else { TermKind::Choice };
    let values = (0..n_values.abs()).map(value).collect();
    Term { id: format!("term-{place}"), ..sample::term(&format!("Term {place}"), kind, values) }
}
