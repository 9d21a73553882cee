//! What a demand asks for, apart from what it rules out.

use super::{Demand, Plan, Term};

impl Demand {
    /// What the demand names: a plan that meets this meets the demand, and by more than leaving undone what it rules out.
    /// `Not` asks for none of the values that are left, and a condition for its consequence alone, where it applies.
    /// `None` if nothing is asked for.
    #[must_use]
    pub fn asked(&self) -> Option<Self> {
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
    pub fn holds(&self, terms: &[Term], plan: &Plan) -> Option<bool> {
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
