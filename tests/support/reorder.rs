//! The same dossier with other names and in another order.

use peace_plan_explorer::domain::{
    Demand, DossierParts, PartyIx, Plan, Position, PositionIx, Rule, Statement, StatementIx, Term, TermIx, ValueIx,
};

use super::random::Random;

/// Where each thing went: the new place of the thing at an old place.
pub struct Reordering {
    parties: Vec<usize>,
    terms: Vec<usize>,
    values: Vec<Vec<usize>>,
    statements: Vec<usize>,
    positions: Vec<usize>,
}

impl Reordering {
    pub fn random(random: &mut Random, parts: &DossierParts) -> Self {
        Self {
            parties: random.order(parts.parties.len()),
            terms: random.order(parts.terms.len()),
            values: parts.terms.iter().map(|term| value_order(random, term)).collect(),
            statements: random.order(parts.statements.len()),
            positions: random.order(parts.positions.len()),
        }
    }

    pub fn party(&self, ix: PartyIx) -> PartyIx {
        PartyIx::at(self.parties[ix.get()])
    }

    pub fn term(&self, ix: TermIx) -> TermIx {
        TermIx::at(self.terms[ix.get()])
    }

    pub fn value(&self, term: TermIx, ix: ValueIx) -> ValueIx {
        ValueIx::at(self.values[term.get()][ix.get()])
    }

    pub fn position(&self, ix: PositionIx) -> PositionIx {
        PositionIx::at(self.positions[ix.get()])
    }

    pub fn plan(&self, plan: &Plan) -> Plan {
        let mut new = Plan::empty(plan.n_terms());
        for (term, value) in plan.iter() {
            new.set(self.term(term), value.map(|value| self.value(term, value)));
        }
        new
    }

    pub fn parts(&self, old: &DossierParts) -> DossierParts {
        let terms = old.terms.iter().zip(&self.values).map(|(term, order)| Term {
            id: format!("t-{}", term.id),
            name: format!("{} renamed", term.name),
            values: placed(term.values.clone(), order),
            ..term.clone()
        });
        let statements = old.statements.iter().map(|old| Statement { party: self.party(old.party), ..old.clone() });
        let positions = old.positions.iter().map(|old| Position {
            id: format!("p-{}", old.id),
            party: self.party(old.party),
            statements: old.statements.iter().rev().map(|ix| StatementIx::at(self.statements[ix.get()])).collect(),
            about: old.about.map(|term| self.term(term)),
            demand: old.demand.as_ref().map(|demand| self.demand(demand)),
            replaces: old.replaces.iter().map(|ix| self.position(*ix)).collect(),
            ..old.clone()
        });
        DossierParts {
            parties: placed(old.parties.clone(), &self.parties),
            terms: placed(terms.collect(), &self.terms),
            statements: placed(statements.collect(), &self.statements),
            positions: placed(positions.collect(), &self.positions),
            rules: old.rules.iter().map(|r| Rule { demand: self.demand(&r.demand), ..r.clone() }).collect(),
            ..old.clone()
        }
    }

    fn demand(&self, demand: &Demand) -> Demand {
        let each = |parts: &[Demand]| parts.iter().rev().map(|part| self.demand(part)).collect();
        match demand {
            Demand::Is(term, value) => Demand::Is(self.term(*term), self.value(*term, *value)),
            Demand::OneOf(term, values) => {
                Demand::OneOf(self.term(*term), values.iter().map(|value| self.value(*term, *value)).collect())
            }
            Demand::AtLeast(term, number) => Demand::AtLeast(self.term(*term), *number),
            Demand::AtMost(term, number) => Demand::AtMost(self.term(*term), *number),
            Demand::Not(inner) => Demand::Not(Box::new(self.demand(inner))),
            Demand::All(parts) => Demand::All(each(parts)),
            Demand::Any(parts) => Demand::Any(each(parts)),
            Demand::If(premise, consequence) => {
                Demand::If(Box::new(self.demand(premise)), Box::new(self.demand(consequence)))
            }
        }
    }
}

/// Named values keep their side of the grid, on which "or more" depends; else any order will do.
fn value_order(random: &mut Random, term: &Term) -> Vec<usize> {
    let is_number = |place: &usize| term.values[*place].number.is_some();
    let places = 0..term.values.len();
    let Some(first) = places.clone().find(is_number) else { return random.order(term.values.len()) };
    let after = places.clone().rfind(is_number).map_or(0, |last| last + 1);
    let mut order = Vec::new();
    for (from, to) in [(0, first), (first, after), (after, term.values.len())] {
        order.extend(random.order(to - from).into_iter().map(|place| from + place));
    }
    order
}

fn placed<T>(items: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut pairs: Vec<(usize, T)> = order.iter().copied().zip(items).collect();
    pairs.sort_by_key(|(place, _)| *place);
    pairs.into_iter().map(|(_, item)| item).collect()
}
