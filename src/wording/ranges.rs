//! Ranges that parties have stated for a number term.

use super::{DateStyle, and, cell::speaker_and_day, list::capitalised, value_name};
use crate::{
    analysis::{PositionRange, Ranges, runs},
    domain::{Dossier, PartyIx, PositionIx, Strength, TermIx, ValueIx, ValueSet},
};

/// Heading over a range strip.
pub const RANGES: &str = "Stated ranges";

/// In the legend, beside a grey bar.
pub(crate) const RANGE_NOT_COUNTED: &str = "not counted";

/// What stands over the line of the plan's value.
#[must_use]
pub(crate) fn plan_value(dossier: &Dossier, term: TermIx, value: Option<ValueIx>) -> String {
    match value {
        Some(value) => format!("Plan: {}", value_name(dossier, term, Some(value))),
        None => capitalised(&value_name(dossier, term, None)),
    }
}

/// Values of a number term in words: "Invite now", "25 years or more", "1 year to 30 years or No date".
#[must_use]
fn values_in_words(dossier: &Dossier, term: TermIx, range: &PositionRange) -> String {
    let values = &dossier.term(term).values;
    let is_number = |value: ValueIx| values[value.get()].number.is_some();
    let name = |value: ValueIx| values[value.get()].name.as_str();
    let (numbers, named): (ValueSet, ValueSet) = {
        let (numbers, named): (Vec<_>, Vec<_>) = range.meets.iter().partition(|value| is_number(*value));
        (numbers.into_iter().collect(), named.into_iter().collect())
    };
    let smallest = (0..values.len()).map(ValueIx::at).find(|value| is_number(*value));
    let largest = (0..values.len()).map(ValueIx::at).rfind(|value| is_number(*value));
    let run = |(first, last): (ValueIx, ValueIx)| {
        let open_below = range.open_below && Some(first) == smallest && first != last;
        let open_above = range.open_above && Some(last) == largest && first != last;
        match (open_below, open_above) {
            (true, true) => "any number".to_owned(),
            (true, false) => format!("{} or less", name(last)),
            (false, true) => format!("{} or more", name(first)),
            (false, false) if first == last => name(first).to_owned(),
            (false, false) => format!("{} to {}", name(first), name(last)),
        }
    };
    let mut parts: Vec<String> = runs(numbers).into_iter().map(run).collect();
    parts.extend(named.iter().map(|value| name(value).to_owned()));
    if parts.is_empty() { "none of the values".to_owned() } else { super::or(&parts) }
}

/// A bar: "Ukraine, red line: 25 years or more. Volodymyr Zelensky, 3 Jan 2025".
#[must_use]
pub(crate) fn range_name(dossier: &Dossier, term: TermIx, range: &PositionRange, style: DateStyle) -> String {
    let position = dossier.position(range.position);
    let party = &dossier.party(position.party).name;
    let firmness = super::list::uncapitalised(&super::held(position, range.strength));
    let counted = if range.counts { "" } else { ", not counted" };
    let depends =
        if range.depends.is_empty() { "" } else { "; for other values it depends on terms that are not in the plan" };
    let (values, who) = (values_in_words(dossier, term, range), speaker_and_day(dossier, range.position, style));
    format!("{party}, {firmness}{counted}: {values}{depends}. {who}")
}

/// The name of a bar that stands for one more position: its speaker and day are added.
#[must_use]
pub(crate) fn and_also(name: &str, dossier: &Dossier, position: PositionIx, style: DateStyle) -> String {
    format!("{name}; {}", speaker_and_day(dossier, position, style))
}

/// The strip in one sentence, with its denominators.
#[must_use]
pub(crate) fn ranges_summary(dossier: &Dossier, ranges: &Ranges, plan: Option<ValueIx>) -> String {
    let name = &dossier.term(ranges.term).name;
    let counts = |range: &PositionRange| range.counts && range.strength != Strength::Offers;
    let stated = || ranges.parties.iter().filter(|party| party.ranges.iter().any(counts));
    let (n_stated, n_parties) = (stated().count(), ranges.parties.len() + ranges.silent.len());
    let head = format!("{name}: {n_stated} of {n_parties} parties have stated a range that counts");
    match plan {
        Some(value) => {
            let inside = stated().filter(|party| party.left.contains(value)).count();
            let value = value_name(dossier, ranges.term, Some(value));
            format!("{head}; the plan's value, {value}, is inside of {inside} and outside of {}", n_stated - inside)
        }
        None => format!("{head}; the term is not in the plan"),
    }
}

/// The parties without a position, in words: they are not drawn.
#[must_use]
pub(crate) fn ranges_silent(dossier: &Dossier, parties: &[PartyIx]) -> Option<String> {
    (!parties.is_empty()).then(|| format!("No stated position on file (not consent): {}", names(dossier, parties)))
}

/// The parties with a position that tells no values apart.
#[must_use]
pub(crate) fn ranges_without(dossier: &Dossier, parties: &[PartyIx]) -> Option<String> {
    let whose = names(dossier, parties);
    (!parties.is_empty()).then(|| format!("On file, but beside the rest of this plan it names no range: {whose}"))
}

fn names(dossier: &Dossier, parties: &[PartyIx]) -> String {
    and(&parties.iter().map(|party| dossier.party(*party).name.as_str()).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::{self, DELAY, NORTH, SOUTH};
    use crate::{
        analysis::{Basis, Index, Situation, ranges},
        domain::{Counted, Demand, Plan},
    };

    /// The ranges of the delay where south has said `wanted`.
    fn found(wanted: Demand, strength: Strength, plan: Option<u16>) -> (Dossier, Ranges) {
        let mut parts = practice::parts();
        parts.positions[2].demand = Some(wanted);
        parts.positions[2].strength = strength;
        let dossier = Dossier::new(parts).unwrap();
        let index = Index::new(&dossier);
        let situation = Situation::new(&dossier, dossier.as_of, Counted::default());
        let plan = Plan::empty(4).with(DELAY, plan.map(ValueIx));
        let found = ranges(Basis { dossier: &dossier, index: &index, situation: &situation, plan: &plan }, DELAY);
        (dossier, found)
    }

    fn words(wanted: Demand) -> String {
        let (dossier, found) = found(wanted, Strength::RedLine, None);
        values_in_words(&dossier, DELAY, &found.parties[0].ranges[0])
    }

    #[test]
    fn ranges_read_as_one_would_say_them() {
        let not = |demand| Demand::Not(Box::new(demand));
        assert_eq!(words(Demand::AtLeast(DELAY, 10)), "10 years or more or Never");
        assert_eq!(words(Demand::AtMost(DELAY, 10)), "10 years or less");
        assert_eq!(words(Demand::Is(DELAY, ValueIx(0))), "Invite now");
        assert_eq!(words(Demand::Is(DELAY, ValueIx(2))), "20 years", "one number is no open range");
        assert_eq!(words(not(Demand::Is(DELAY, ValueIx(1)))), "Invite now, 20 years or Never");
        assert_eq!(words(not(Demand::Is(DELAY, ValueIx(3)))), "any number");
    }

    #[test]
    fn a_strip_is_summed_up_with_its_denominators() {
        let (dossier, inside) = found(Demand::AtLeast(DELAY, 10), Strength::Opposes, Some(2));
        assert_eq!(
            ranges_summary(&dossier, &inside, Some(ValueIx(2))),
            "NATO delay: 1 of 2 parties have stated a range that counts; the plan's value, 20 years, is inside of 1 and \
             outside of 0"
        );
        let (dossier, offered) = found(Demand::AtLeast(DELAY, 10), Strength::Offers, None);
        assert_eq!(
            ranges_summary(&dossier, &offered, None),
            "NATO delay: 0 of 2 parties have stated a range that counts; the term is not in the plan"
        );
        assert_eq!(ranges_silent(&dossier, &[NORTH]).unwrap(), "No stated position on file (not consent): North");
        assert_eq!(ranges_silent(&dossier, &[]), None);
        assert!(ranges_without(&dossier, &[NORTH, SOUTH]).unwrap().ends_with("North and South"));
    }

    #[test]
    fn a_bar_names_the_speaker_and_how_firmly_it_is_held() {
        let (dossier, found) = found(Demand::AtLeast(DELAY, 10), Strength::RedLine, None);
        assert_eq!(
            range_name(&dossier, DELAY, &found.parties[0].ranges[0], DateStyle::Words),
            "South, red line: 10 years or more or Never. Ion Dale, 3 Jan 2025"
        );
    }
}
