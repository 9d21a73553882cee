//! Plans: what changed, and how a plan stands with a party.

use super::{and, count, list::uncapitalised, value_name};
use crate::{
    analysis::{Change, Tally},
    domain::{Dossier, TermIx, ValueIx},
};

/// What something was and what it is now: "Place: from not in the plan to Island". Without the first word what was not in the
/// plan makes no sentence, and "5 years to 10 years" is a range.
pub(super) fn from_to(what: &str, from: &str, to: &str) -> String {
    format!("{what}: from {from} to {to}")
}

/// A change of a term: "Peacekeepers: from None to European".
pub(super) fn term_change(dossier: &Dossier, term: TermIx, from: Option<ValueIx>, to: Option<ValueIx>) -> String {
    from_to(&dossier.term(term).name, &value_name(dossier, term, from), &value_name(dossier, term, to))
}

/// "Peacekeepers: from None to European. 3 marks changed: FR, RU, UA".
#[must_use]
pub(crate) fn change_sentence(
    dossier: &Dossier,
    term: TermIx,
    from: Option<ValueIx>,
    to: Option<ValueIx>,
    cells: &[Change],
) -> String {
    let what = term_change(dossier, term, from, to);
    match cells.len() {
        0 => format!("{what}. No mark changed"),
        n => format!("{what}. {} changed: {}", count(n, "mark", "marks"), changed_parties(dossier, cells)),
    }
}

/// How many marks changed, where there is no room for whose; then in fewer words.
#[must_use]
pub(crate) fn changed_in_short(n: usize) -> [String; 2] {
    [format!("{} changed", count(n, "mark", "marks")), format!("{n} changed")]
}

const NOTHING_IN_PLAN: &str = "Nothing is in the plan";

/// More letters than this are no line beside what changed.
const MOST_NAMES: usize = 60;

/// The parties whose marks change, A to Z, each once: by their names, or, where these are many, by their codes. Empty if
/// none does.
#[must_use]
pub(crate) fn changed_parties(dossier: &Dossier, cells: &[Change]) -> String {
    let names = each_once(cells, |change| dossier.party(change.party).name.as_str());
    if names.chars().count() <= MOST_NAMES { names } else { changed_codes(dossier, cells) }
}

/// The same by their codes, for a wall: "RU, UA".
pub(super) fn changed_codes(dossier: &Dossier, cells: &[Change]) -> String {
    each_once(cells, |change| dossier.party(change.party).code.as_str())
}

fn each_once<'a>(cells: &[Change], name: impl Fn(&Change) -> &'a str) -> String {
    let mut names: Vec<&str> = cells.iter().map(name).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// How a plan stands with one party: "contradicts statements on 4 of 12 terms: 1 red line, 2 opposed, 1 preferred otherwise; 3 in
/// line; 5 without a stated position". What is silent is always said.
#[must_use]
pub fn tally(tally: &Tally, n_in_plan: usize) -> String {
    if n_in_plan == 0 {
        return uncapitalised(NOTHING_IN_PLAN);
    }
    let figures = [
        (tally.red_lines, "red line", "red lines"),
        (tally.opposed, "opposed", "opposed"),
        (tally.otherwise, "preferred otherwise", "preferred otherwise"),
    ];
    let some = figures.iter().filter(|(n, ..)| *n > 0);
    let parts: Vec<String> = some.map(|(n, one, many)| count(usize::from(*n), one, many)).collect();
    let strengths = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    let depends = match tally.depends {
        0 => String::new(),
        1 => "; 1 depends on terms that are not in the plan".to_owned(),
        n => format!("; {n} depend on terms that are not in the plan"),
    };
    let on_file = match tally.on_file {
        0 => String::new(),
        1 => "; 1 with something on file that is neither for nor against".to_owned(),
        n => format!("; {n} with something on file that is neither for nor against"),
    };
    format!(
        "contradicts statements on {} of {}{strengths}; {} supported or in line; {} without a stated position{on_file}{depends}",
        tally.contradicted(),
        count(n_in_plan, "term", "terms"),
        tally.in_line,
        tally.silent
    )
}

/// How many cells of a party a plan contradicts: "4/12"; a dash for a party that said nothing on any of its terms.
#[must_use]
pub fn contradicted_of(tally: &Tally, n_in_plan: usize) -> String {
    if tally.is_silent() { "\u{2013}".to_owned() } else { format!("{}/{n_in_plan}", tally.contradicted()) }
}

/// In how many cells a party has stated no position: "5/12".
#[must_use]
pub fn silent_of(tally: &Tally, n_in_plan: usize) -> String {
    format!("{}/{n_in_plan}", tally.silent)
}

/// The names of terms in a list: "Front line and NATO delay".
pub(super) fn term_names(dossier: &Dossier, terms: &[TermIx]) -> String {
    and(&terms.iter().map(|term| dossier.term(*term).name.as_str()).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;
    use crate::{analysis::Mark, domain::PartyIx};

    fn change(party: u16, term: u16) -> Change {
        Change { party: PartyIx(party), term: TermIx(term), before: Mark::Silent, after: Mark::Opposed }
    }

    #[test]
    fn a_change_names_the_parties_once_in_alphabetical_order() {
        let dossier = practice::dossier();
        let sentence =
            |cells: &[Change]| change_sentence(&dossier, TermIx(2), Some(ValueIx(0)), Some(ValueIx(1)), cells);
        assert_eq!(sentence(&[]), "Peacekeepers: from None to European. No mark changed");
        assert_eq!(sentence(&[change(1, 2)]), "Peacekeepers: from None to European. 1 mark changed: South");
        assert_eq!(
            sentence(&[change(1, 2), change(0, 2), change(1, 3)]),
            "Peacekeepers: from None to European. 3 marks changed: North, South"
        );
        assert_eq!(
            change_sentence(&dossier, TermIx(2), None, Some(ValueIx(1)), &[]),
            "Peacekeepers: from not in the plan to European. No mark changed"
        );
    }

    #[test]
    fn a_tally_gives_its_denominator_and_what_is_silent() {
        let some = Tally { red_lines: 1, opposed: 2, otherwise: 1, in_line: 3, silent: 5, on_file: 0, depends: 0 };
        assert_eq!(
            tally(&some, 12),
            "contradicts statements on 4 of 12 terms: 1 red line, 2 opposed, 1 preferred otherwise; 3 supported or in line; 5 without a stated \
             position"
        );
        let none = Tally { depends: 1, ..Tally::default() };
        assert_eq!(
            tally(&none, 1),
            "contradicts statements on 0 of 1 term; 0 supported or in line; 0 without a stated position; 1 depends on terms that are not in the plan"
        );
        assert_eq!(tally(&Tally::default(), 0), "nothing is in the plan");
    }
}
