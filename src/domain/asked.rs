//! What a demand asks for, apart from what it rules out.

use super::{Demand, Plan, Term};

impl Demand {
    /// What the demand names: a plan that meets this meets the demand, and by more than leaving undone what it rules out.
    /// `Not` asks for none of the values that are left, and a condition for its consequence alone, where it applies.
    /// `None` if nothing is asked for.
    #[must_use]
    pub(crate) fn asked(&self) -> Option<Self> {
        match self {
            Self::Not(_) => None,
            Self::All(parts) => {
                let asked = any_asked(parts)?;
                Some(Self::All(parts.iter().cloned().chain([asked]).collect()))
            }
            Self::Any(parts) => any_asked(parts),
            Self::If(premise, consequence) => Some(Self::All(vec![premise.as_ref().clone(), consequence.asked()?])),
            Self::Is(..) | Self::OneOf(..) | Self::AtLeast(..) | Self::AtMost(..) => Some(self.clone()),
        }
    }

    /// Whether a plan does what the demand says, part by part (Kleene's three values): `None` where a part is open and the
    /// others do not settle it. A verdict is more exact: it knows what every completion has in common.
    #[must_use]
    pub(crate) fn holds(&self, terms: &[Term], plan: &Plan) -> Option<bool> {
        let each = |parts: &[Self], settles: bool| {
            let mut answer = Some(!settles);
            for part in parts {
                match part.holds(terms, plan) {
                    Some(holds) if holds == settles => return Some(settles),
                    Some(_) => {}
                    None => answer = None,
                }
            }
            answer
        };
        match self {
            Self::Not(inner) => inner.holds(terms, plan).map(|holds| !holds),
            Self::All(parts) => each(parts, false),
            Self::Any(parts) => each(parts, true),
            Self::If(premise, consequence) => match premise.holds(terms, plan)? {
                true => consequence.holds(terms, plan),
                false => Some(true),
            },
            Self::Is(..) | Self::OneOf(..) | Self::AtLeast(..) | Self::AtMost(..) => {
                let (term, values) = self.leaf(terms)?;
                match plan.get(term) {
                    Some(value) => Some(values.contains(value)),
                    // What is so whatever the term says is so while it is open.
                    None if values.is_empty() => Some(false),
                    None => (values == terms[term.get()].all_values()).then_some(true),
                }
            }
        }
    }
}

fn any_asked(parts: &[Demand]) -> Option<Demand> {
    let mut asked: Vec<Demand> = parts.iter().filter_map(Demand::asked).collect();
    match asked.len() {
        0 | 1 => asked.pop(),
        _ => Some(Demand::Any(asked)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{TermIx, ValueIx, practice};

    const FREEZE: TermIx = TermIx(0);
    const TROOPS: TermIx = TermIx(2);

    fn is(term: TermIx, value: u16) -> Demand {
        Demand::Is(term, ValueIx(value))
    }

    fn not(inner: Demand) -> Demand {
        Demand::Not(Box::new(inner))
    }

    /// Whether a plan that stops the fighting now and says this about troops does what the demand names.
    fn is_asked(demand: &Demand, troops: Option<u16>) -> bool {
        let dossier = practice::dossier();
        let mut plan = Plan::empty(dossier.terms.len());
        plan.set(FREEZE, Some(ValueIx(0)));
        plan.set(TROOPS, troops.map(ValueIx));
        demand.asked().is_some_and(|asked| asked.holds(&dossier.terms, &plan) == Some(true))
    }

    #[test]
    fn what_is_ruled_out_asks_for_none_of_the_others() {
        let no_troops = is(TROOPS, 0);
        assert!(is_asked(&no_troops, Some(0)) && !is_asked(&no_troops, Some(1)) && !is_asked(&no_troops, None));
        assert_eq!(not(no_troops.clone()).asked(), None);
        let either = Demand::Any(vec![not(no_troops.clone()), is(FREEZE, 1)]);
        assert!(!is_asked(&either, Some(1)), "met by what it rules out alone");
        let both = Demand::All(vec![is(FREEZE, 0), not(no_troops.clone())]);
        assert!(is_asked(&both, Some(1)) && !is_asked(&both, Some(0)));
        let branch = Demand::Any(vec![Demand::All(vec![is(FREEZE, 0), is(TROOPS, 2)]), not(no_troops)]);
        assert!(is_asked(&branch, Some(2)) && !is_asked(&branch, Some(1)), "a part that is not met asks for nothing");
    }

    #[test]
    fn a_condition_asks_for_its_consequence_where_it_applies() {
        let bound = |premise, consequence| Demand::If(Box::new(premise), Box::new(consequence));
        assert!(is_asked(&bound(is(FREEZE, 0), is(TROOPS, 1)), Some(1)));
        assert!(!is_asked(&bound(is(FREEZE, 1), is(TROOPS, 1)), Some(1)), "it does not apply");
        assert_eq!(bound(is(FREEZE, 0), not(is(TROOPS, 0))).asked(), None);
    }
}
