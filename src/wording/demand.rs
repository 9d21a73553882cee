//! Demands in words. Nesting stays unambiguous: "either … or" and "both … and" for simple parts, parentheses for others.

use super::list::{and, joined, or, uncapitalised};
use crate::domain::{Demand, Dossier, Position, TermIx, TermKind, ValueIx, ValueSet, grouped};

/// What a plan says about a term: the value's name, or "not in the plan".
#[must_use]
pub fn value_name(dossier: &Dossier, term: TermIx, value: Option<ValueIx>) -> String {
    value.map_or("not in the plan", |value| dossier.term(term).values[value.get()].in_full()).to_owned()
}

/// Values by name, three and more that follow one another on a number's grid as one: "85,000 to 1,000,000 soldiers".
pub(super) fn value_names(dossier: &Dossier, term: TermIx, values: ValueSet) -> Vec<String> {
    let is_number = |value: ValueIx| dossier.term(term).values[value.get()].number.is_some();
    let name = |value| value_name(dossier, term, Some(value));
    let values: Vec<ValueIx> = values.iter().collect();
    let follows = |a: &ValueIx, b: &ValueIx| a.get() + 1 == b.get() && is_number(*a) && is_number(*b);
    let names = values.chunk_by(follows).flat_map(|run| match run {
        [first, _, .., last] => vec![format!("{} to {}", name(*first), name(*last))],
        few => few.iter().copied().map(name).collect(),
    });
    names.collect()
}

/// A demand as a clause: "Peacekeepers is None or UN", "if Front line is Freeze now, then NATO delay is Invite now".
#[must_use]
pub fn demand(dossier: &Dossier, demand: &Demand) -> String {
    clause(dossier, demand, false).text
}

/// When a plan meets a position: "Met if Peacekeepers is None or UN". `None` if no demand can be read from it.
#[must_use]
pub fn met_if(dossier: &Dossier, position: &Position) -> Option<String> {
    position.demand.as_ref().map(|wanted| met_if_demand(dossier, wanted))
}

fn met_if_demand(dossier: &Dossier, wanted: &Demand) -> String {
    match wanted {
        Demand::If(premise, consequence) => {
            let met = met_if_demand(dossier, consequence);
            format!("If {}: {}", demand(dossier, premise), uncapitalised(&met))
        }
        Demand::All(parts) if parts.is_empty() => "Met by every plan".to_owned(),
        Demand::Any(parts) if parts.is_empty() => "Met by no plan".to_owned(),
        other => format!("Met if {}", demand(dossier, other)),
    }
}

/// How a clause may stand inside another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// "X is A": stands anywhere.
    Plain,
    /// "X is A or B": a comma keeps it apart from what follows.
    WithOr,
    /// All of these simple clauses.
    And,
    /// One of these simple clauses.
    Or,
    /// Anything longer: goes into parentheses.
    Long,
}

struct Clause {
    text: String,
    shape: Shape,
}

/// A demand, or its opposite: "not" is carried down to the values, where it reads easily.
fn clause(dossier: &Dossier, wanted: &Demand, negated: bool) -> Clause {
    let value = |term: &TermIx, value: &ValueIx| dossier.term(*term).values[value.get()].in_full();
    match wanted {
        // Of a value that is a no itself, "is not No phones" would have to be read twice.
        Demand::Is(term, wanted) if negated && dossier.term(*term).values.len() > 2 => {
            anything_but(dossier, *term, value(term, wanted))
        }
        Demand::Is(term, wanted) => plain(dossier, *term, negated, value(term, wanted)),
        Demand::OneOf(term, values) => match all_but(dossier, *term, values) {
            Some(only) if !negated => anything_but(dossier, *term, value(term, &only)),
            _ => one_of(dossier, *term, negated, &values.iter().map(|one| value(term, one)).collect::<Vec<_>>()),
        },
        Demand::AtLeast(term, number) => {
            let included = dossier.term(*term).at_least(*number);
            bound(dossier, *term, negated, (*number, "or more"), included)
        }
        Demand::AtMost(term, number) => {
            let included = dossier.term(*term).at_most(*number);
            bound(dossier, *term, negated, (*number, "or less"), included)
        }
        Demand::Not(inner) => clause(dossier, inner, !negated),
        Demand::All(parts) => group(dossier, parts, negated, !negated),
        Demand::Any(parts) => group(dossier, parts, negated, negated),
        Demand::If(premise, consequence) => {
            let (premise, consequence) = (demand(dossier, premise), inside(clause(dossier, consequence, false), false));
            let text = format!("if {premise}, then {consequence}");
            Clause { text: if negated { format!("it is not so that {text}") } else { text }, shape: Shape::Long }
        }
    }
}

/// The only value that a longer list leaves out: it says in a word what the list says in many.
fn all_but(dossier: &Dossier, term: TermIx, values: &[ValueIx]) -> Option<ValueIx> {
    let mut others = ValueIx::all(dossier.term(term).values.len()).filter(|value| !values.contains(value));
    let only = others.next().filter(|_| values.len() > 2)?;
    others.next().is_none().then_some(only)
}

fn is(negated: bool) -> &'static str {
    if negated { "is not" } else { "is" }
}

fn plain(dossier: &Dossier, term: TermIx, negated: bool, value: &str) -> Clause {
    Clause { text: format!("{} {} {value}", dossier.term(term).name, is(negated)), shape: Shape::Plain }
}

fn anything_but(dossier: &Dossier, term: TermIx, value: &str) -> Clause {
    Clause { text: format!("{} is anything but {value}", dossier.term(term).name), shape: Shape::Plain }
}

fn one_of(dossier: &Dossier, term: TermIx, negated: bool, values: &[&str]) -> Clause {
    let name = &dossier.term(term).name;
    let text = match (negated, values) {
        (false, []) => format!("{name} is none of its values"),
        (true, []) => format!("{name} is any of its values"),
        (_, [only]) => return plain(dossier, term, negated, only),
        (false, _) => format!("{name} is {}", or(values)),
        (true, [first, second]) => format!("{name} is neither {first} nor {second}"),
        (true, _) => format!("{name} is none of {}", and(values)),
    };
    Clause { text, shape: Shape::WithOr }
}

fn bound(
    dossier: &Dossier,
    term: TermIx,
    negated: bool,
    (number, direction): (i32, &str),
    included: ValueSet,
) -> Clause {
    let values = &dossier.term(term).values;
    let named: Vec<&str> = included
        .iter()
        .map(|value| &values[value.get()])
        .filter(|value| value.number.is_none())
        .map(|value| value.in_full())
        .collect();
    let unit = match &dossier.term(term).kind {
        TermKind::Number { unit_one, .. } if number == 1 => format!(" {unit_one}"),
        TermKind::Number { unit_many, .. } => format!(" {unit_many}"),
        TermKind::Toggle | TermKind::Choice => String::new(),
    };
    let named = if named.is_empty() { String::new() } else { format!(" ({} included)", and(&named)) };
    let name = &dossier.term(term).name;
    let text = format!("{name} {} {}{} {direction}{named}", is(negated), grouped(number), unit.trim_end());
    Clause { text, shape: Shape::WithOr }
}

/// Parts joined by "and" or "or". The opposite of "all" is "one is not", hence `all` is given apart from `negated`.
fn group(dossier: &Dossier, parts: &[Demand], negated: bool, all: bool) -> Clause {
    let mut clauses: Vec<Clause> = parts.iter().map(|part| clause(dossier, part, negated)).collect();
    if clauses.is_empty() {
        let text = if all { "(no condition)" } else { "(a condition that no plan meets)" };
        return Clause { text: text.to_owned(), shape: Shape::Plain };
    }
    if clauses.len() == 1 {
        return clauses.remove(0);
    }
    let simple = clauses.iter().all(|clause| matches!(clause.shape, Shape::Plain | Shape::WithOr));
    let commas = clauses.iter().any(|clause| clause.shape != Shape::Plain);
    let parts: Vec<String> = clauses.into_iter().map(|clause| inside(clause, true)).collect();
    let joint = match (all, commas) {
        (true, false) => " and ",
        (true, true) => ", and ",
        (false, false) => " or ",
        (false, true) => ", or ",
    };
    let shape = match (simple && !commas && parts.len() == 2, all) {
        (false, _) => Shape::Long,
        (true, true) => Shape::And,
        (true, false) => Shape::Or,
    };
    Clause { text: joined(&parts, joint), shape }
}

/// A clause as a part of another one.
fn inside(clause: Clause, in_group: bool) -> String {
    match clause.shape {
        Shape::And if in_group => format!("both {}", clause.text),
        Shape::Or if in_group => format!("either {}", clause.text),
        Shape::Plain | Shape::WithOr | Shape::And | Shape::Or => clause.text,
        Shape::Long => format!("({})", clause.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;

    fn text(wanted: &Demand) -> String {
        demand(&practice::dossier(), wanted)
    }

    fn met(wanted: Demand) -> String {
        let dossier = practice::dossier();
        let position = Position { demand: Some(wanted), ..dossier.positions[0].clone() };
        met_if(&dossier, &position).unwrap()
    }

    const FREEZE: TermIx = TermIx(0);
    const DELAY: TermIx = TermIx(1);
    const TROOPS: TermIx = TermIx(2);
    const AGE: TermIx = TermIx(3);

    fn frozen() -> Demand {
        Demand::Is(FREEZE, ValueIx(0))
    }

    fn no_troops() -> Demand {
        Demand::Is(TROOPS, ValueIx(0))
    }

    fn un_or_none() -> Demand {
        Demand::OneOf(TROOPS, vec![ValueIx(0), ValueIx(2)])
    }

    fn not(wanted: Demand) -> Demand {
        Demand::Not(Box::new(wanted))
    }

    #[test]
    fn single_conditions_read_as_one_clause() {
        assert_eq!(text(&un_or_none()), "Peacekeepers is None or UN");
        assert_eq!(text(&not(frozen())), "Front line is not Freeze now");
        let n_delays = practice::dossier().term(DELAY).values.len();
        let some = Demand::OneOf(DELAY, ValueIx::all(n_delays - 1).collect());
        assert_eq!(text(&some), "NATO delay is anything but Never");
        assert_eq!(text(&not(un_or_none())), "Peacekeepers is neither None nor UN");
        assert_eq!(text(&Demand::AtLeast(AGE, 25)), "Draft age is 25 years or more");
        assert_eq!(text(&not(Demand::AtLeast(AGE, 25))), "Draft age is not 25 years or more");
        assert_eq!(text(&Demand::AtMost(DELAY, 1)), "NATO delay is 1 year or less");
    }

    #[test]
    fn values_that_follow_one_another_on_the_grid_are_one_range() {
        let dossier = practice::dossier();
        let names = |values: &[u16]| value_names(&dossier, DELAY, values.iter().copied().map(ValueIx).collect());
        assert_eq!(names(&[0, 1, 2, 3]), ["Invite now to 20 years", "Never"]);
        assert_eq!(names(&[1, 2, 3]), ["10 years", "20 years", "Never"]);
    }

    #[test]
    fn named_values_beyond_the_grid_are_said_to_be_included() {
        assert_eq!(text(&Demand::AtLeast(DELAY, 20)), "NATO delay is 20 years or more (Never included)");
    }

    #[test]
    fn conditions_say_what_follows_from_what() {
        let invite = Demand::Is(DELAY, ValueIx(0));
        let wanted = Demand::If(Box::new(frozen()), Box::new(invite));
        assert_eq!(text(&wanted), "if Front line is Freeze now, then NATO delay is Invite now");
        assert_eq!(met(wanted.clone()), "If Front line is Freeze now: met if NATO delay is Invite now");
        let deeper = Demand::If(Box::new(no_troops()), Box::new(wanted));
        assert_eq!(
            met(deeper),
            "If Peacekeepers is None: if Front line is Freeze now: met if NATO delay is Invite now"
        );
    }

    #[test]
    fn nesting_is_never_ambiguous() {
        let age = || Demand::Is(AGE, ValueIx(0));
        assert_eq!(
            text(&Demand::All(vec![frozen(), no_troops(), age()])),
            "Front line is Freeze now, Peacekeepers is None and Draft age is 18 years"
        );
        assert_eq!(
            text(&Demand::All(vec![frozen(), un_or_none()])),
            "Front line is Freeze now, and Peacekeepers is None or UN"
        );
        assert_eq!(
            text(&Demand::All(vec![age(), Demand::Any(vec![frozen(), no_troops()])])),
            "Draft age is 18 years, and either Front line is Freeze now or Peacekeepers is None"
        );
        assert_eq!(
            text(&Demand::Any(vec![age(), Demand::All(vec![frozen(), no_troops()])])),
            "Draft age is 18 years, or both Front line is Freeze now and Peacekeepers is None"
        );
        assert_eq!(
            text(&Demand::Any(vec![age(), Demand::All(vec![frozen(), un_or_none()])])),
            "Draft age is 18 years, or (Front line is Freeze now, and Peacekeepers is None or UN)"
        );
    }

    #[test]
    fn the_opposite_of_a_group_is_said_of_its_parts() {
        let both = Demand::All(vec![frozen(), no_troops()]);
        assert_eq!(text(&not(both)), "Front line is not Freeze now or Peacekeepers is anything but None");
        let one = Demand::Any(vec![frozen(), no_troops()]);
        assert_eq!(text(&not(one)), "Front line is not Freeze now and Peacekeepers is anything but None");
        assert_eq!(text(&not(not(frozen()))), "Front line is Freeze now");
    }

    #[test]
    fn demands_that_every_or_no_plan_meets_say_so() {
        assert_eq!(met(Demand::All(Vec::new())), "Met by every plan");
        assert_eq!(met(Demand::Any(Vec::new())), "Met by no plan");
        assert_eq!(met(un_or_none()), "Met if Peacekeepers is None or UN");
    }

    #[test]
    fn a_position_without_a_demand_is_met_by_nothing_in_particular() {
        let dossier = practice::dossier();
        let position = Position { demand: None, ..dossier.positions[0].clone() };
        assert_eq!(met_if(&dossier, &position), None);
    }

    #[test]
    fn a_term_outside_the_plan_is_named_so() {
        let dossier = practice::dossier();
        assert_eq!(value_name(&dossier, TROOPS, Some(ValueIx(1))), "European");
        assert_eq!(value_name(&dossier, TROOPS, None), "not in the plan");
    }
}
