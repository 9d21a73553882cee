//! What cannot be had together, in words: pairs, clash sets, ways out, and how far a list goes.

pub mod cli;

use super::{DateStyle, and, count, date, demand, list::capitalised, speaker_and_day, value_name};
use crate::{
    analysis::{Behind, Count, End, Ground, Listed, Which},
    domain::{Date, Dossier, PartyIx, Plan, PositionIx, TermIx, in_threes},
};

/// Under each clash set.
pub const DROP_ONE: &str = "No plan can meet all of these: drop any one.";
/// Under each way out.
pub const GIVE_WAY: &str = "If these give way, some plan meets all the others.";
/// Where nothing excludes anything.
pub(crate) const NO_PAIRS: &str = "No two statements on file exclude each other.";
/// The same for sets of any size.
pub(crate) const NO_SETS: &str = "There is a plan that keeps all of these statements: nothing clashes.";
/// Where nothing needs to give way.
pub(crate) const NOTHING_GIVES: &str = "Nothing would have to give: some plan can keep all of these statements.";
/// Where two parties exclude each other nowhere.
pub const NONE_BETWEEN: &str = "No two statements of these two exclude each other.";
/// The same within one party.
pub(crate) const NONE_WITHIN: &str = "No two statements of this party exclude each other.";
/// No plan can be asked about.
pub(crate) const RULES_EXCLUDE: &str = "No plan keeps all rules of this case, so there is nothing to look at.";
/// No plan that says what this plan says can be asked about.
pub(crate) const PLAN_BREAKS_RULES: &str =
    "This plan breaks a rule of the case, so no plan can say the same and keep the rules.";
/// All red lines can be met.
pub const RED_LINES_MET: &str = "There is a plan that meets all the red lines on file.";
/// The dossier has none.
pub(crate) const NO_RED_LINES: &str = "No red lines are on file.";
/// Heading over clash sets of statements, under parties that cannot all be met.
pub const MADE_OF: &str = "Groups of their statements that no plan can meet together";

/// "12 pairs of statements that no plan can meet together".
#[must_use]
pub fn pairs(n: usize, on_plan: bool) -> String {
    let pairs = count(n, "pair of statements", "pairs of statements");
    if on_plan {
        format!("{pairs} that cannot be met together on this plan")
    } else {
        format!("{pairs} that no plan can meet together")
    }
}

/// What is asked about: "99 statements of 13 parties, as of 13 Jan 2025".
#[must_use]
pub fn asked(n_asked: &[usize], which: Which, as_of: Date, style: DateStyle) -> String {
    let total = n_asked.iter().sum();
    let parties = n_asked.iter().filter(|n| **n > 0).count();
    let parties = if which.must_accept_only {
        count(parties, "party that must accept", "parties that must accept")
    } else {
        count(parties, "party", "parties")
    };
    let statements = if which.red_lines_only {
        count(total, "red line", "red lines")
    } else {
        count(total, "statement", "statements")
    };
    format!("{statements} of {parties}, as of {}", date(as_of, style))
}

/// Over which plans.
#[must_use]
pub fn space(on_plan: bool, as_of: Date, style: DateStyle) -> String {
    let day = date(as_of, style);
    if on_plan {
        format!(
            "Looked at: all plans that say what this plan says, filled in with values put forward by {day}, and keep the \
             rules of the case."
        )
    } else {
        format!("Looked at: all plans made of values put forward by {day} that keep the rules of the case.")
    }
}

/// Whether all red lines can be met: "No plan meets all the red lines on file. The smallest clash is 2 statements. 7 groups
/// of red lines prevent it."
#[must_use]
pub fn red_lines(list: &Listed<PositionIx>, n_red_lines: usize, on_plan: bool) -> String {
    if n_red_lines == 0 {
        return NO_RED_LINES.to_owned();
    }
    let Some(least) = list.least() else {
        let on_plan = if on_plan { " It says what this plan says." } else { "" };
        return format!("{RED_LINES_MET}{on_plan}");
    };
    let plan = if on_plan { "No plan that says what this plan says" } else { "No plan" };
    let groups = match &list.count {
        Some(n) if *n == 1 => "1 group of red lines prevents it.".to_owned(),
        Some(n) => format!("{} groups of red lines prevent it.", grouped(n)),
        None => format!("{} groups of red lines that prevent it were found.", list.sets.len()),
    };
    let smallest = count(least, "statement", "statements");
    format!("{plan} meets all the red lines on file. The smallest clash is {smallest}. {groups}")
}

/// Positions that no plan meets even by themselves: "9 statements cannot be met on this plan even by themselves".
#[must_use]
pub fn alone(n: usize, on_plan: bool) -> String {
    let statements = count(n, "statement", "statements");
    let themselves = if n == 1 { "on its own, so it is in no pair" } else { "each on its own, so they are in no pair" };
    if on_plan {
        format!("{statements} cannot be met on this plan, even {themselves}")
    } else {
        format!("{statements} cannot be met by any plan, even {themselves}")
    }
}

/// Why two statements exclude each other; what they need besides themselves is told by [`behind`].
#[must_use]
pub(crate) fn exclusion(dossier: &Dossier, shared: &[TermIx], needed: &Behind, on_plan: bool) -> String {
    let none = if on_plan { "Not both can be met on this plan" } else { "No plan meets both" };
    if shared.is_empty() {
        format!("{none}, though they are about different terms.")
    } else if *needed == Behind::default() {
        format!("{none}: what they ask of {} differs.", term_names(dossier, shared))
    } else {
        format!("{none}.")
    }
}

/// What some statements need besides themselves to exclude each other, a line each.
#[must_use]
pub fn behind(dossier: &Dossier, plan: &Plan, behind: &Behind) -> Vec<String> {
    let mut lines = Vec::new();
    if !behind.fixed.is_empty() {
        let says =
            |term: &TermIx| format!("{}: {}", dossier.term(*term).name, value_name(dossier, *term, plan.get(*term)));
        lines.push(format!(
            "It comes about because this plan says {}.",
            and(&behind.fixed.iter().map(says).collect::<Vec<_>>())
        ));
    }
    for rule in behind.rules.iter().map(|place| &dossier.rules[*place]) {
        let reason = rule.reason.trim_end();
        lines.push(format!("It needs the rule: {}. {reason}", demand(dossier, &rule.demand)));
    }
    lines
}

/// The heading over terms on which two parties stand to each other in one way.
#[must_use]
pub fn ground(dossier: &Dossier, ground: Ground) -> String {
    match ground {
        Ground::Excluded => "Statements exclude each other on".to_owned(),
        Ground::Together => "Can be met together on".to_owned(),
        Ground::NotAll => {
            "No two of their statements exclude each other, and yet no plan meets all of them, on".to_owned()
        }
        Ground::Only(party) => format!("Only {} has a stated position on", dossier.party(party).name),
        Ground::Silent => "No stated position on file on".to_owned(),
        Ground::NotAsked => {
            "Something is on file that nothing can clash with (an offer, no demand, or not counted), on".to_owned()
        }
    }
}

/// The names of terms: "Front line and NATO delay".
#[must_use]
pub(crate) fn term_names(dossier: &Dossier, terms: &[TermIx]) -> String {
    and(&terms.iter().map(|term| dossier.term(*term).name.as_str()).collect::<Vec<_>>())
}

/// The names of parties.
#[must_use]
pub(crate) fn party_names(dossier: &Dossier, parties: &[PartyIx]) -> String {
    and(&parties.iter().map(|party| dossier.party(*party).name.as_str()).collect::<Vec<_>>())
}

/// Parties that cannot all be met.
#[must_use]
pub(crate) fn clashing_parties(dossier: &Dossier, parties: &[PartyIx]) -> String {
    match parties {
        [only] => {
            format!("No plan can do all that {} alone has said, of what is looked at here.", dossier.party(*only).name)
        }
        _ => format!("No plan can do all that {} have said, of what is looked at here.", party_names(dossier, parties)),
    }
}

/// Parties that give way.
#[must_use]
pub(crate) fn parties_give_way(dossier: &Dossier, parties: &[PartyIx]) -> String {
    let names = party_names(dossier, parties);
    format!("If all statements of {names} give way, some plan meets all the others.")
}

/// What all ways out have in common: "22 statements are in each of the 24 ways".
#[must_use]
pub(crate) fn in_each(n: usize, n_ways: usize, by_party: bool) -> String {
    let members =
        if by_party { count(n, "party is", "parties are") } else { count(n, "statement is", "statements are") };
    if n_ways == 1 { format!("{members} in the only way") } else { format!("{members} in each of the {n_ways} ways") }
}

/// Whose statement it is: "RU, Dmitry Peskov, 18 Nov 2024".
#[must_use]
pub(crate) fn holder(dossier: &Dossier, position: PositionIx, style: DateStyle) -> String {
    let party = &dossier.party(dossier.position(position).party).code;
    format!("{party}, {}", speaker_and_day(dossier, position, style))
}

/// What it says in short, by its first statement.
#[must_use]
pub fn short(dossier: &Dossier, position: PositionIx) -> &str {
    super::statement::first_statement(dossier, position).map_or("", |ix| &dossier.statement(ix).short)
}

/// What kind of sets a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Clash sets.
    ClashSets,
    /// Ways out.
    WaysOut,
}

/// Sets of one size: "pairs", "threes", "ways of 28 statements".
#[must_use]
pub(crate) fn of_size(kind: Kind, by_party: bool, size: usize, n: &Count) -> String {
    let (one, many) = if by_party { ("party", "parties") } else { ("statement", "statements") };
    let members = count(size, one, many);
    let number = grouped(n);
    let plural = *n != 1;
    match (kind, size) {
        (Kind::ClashSets, 1) => format!("{number} {}", if plural { "alone" } else { "on its own" }),
        (Kind::ClashSets, 2) => format!("{number} {}", if plural { "pairs" } else { "pair" }),
        (Kind::ClashSets, 3) => format!("{number} {}", if plural { "threes" } else { "three" }),
        (Kind::ClashSets, _) => format!("{number} {} of {members}", if plural { "sets" } else { "set" }),
        (Kind::WaysOut, _) => format!("{number} {} of {members}", if plural { "ways" } else { "way" }),
    }
}

/// How many sets there are and how far the list goes: "290 clash sets, all listed", "complete up to size 4".
#[must_use]
pub fn reach<T>(kind: Kind, list: &Listed<T>) -> String {
    let what = |n: &Count| match (kind, *n == 1) {
        (Kind::ClashSets, true) => "clash set",
        (Kind::ClashSets, false) => "clash sets",
        (Kind::WaysOut, true) => "way out",
        (Kind::WaysOut, false) => "ways out",
    };
    let found = Count::from(list.sets.len());
    let of_all = match &list.count {
        Some(n) if *n == found => format!("{} {} in all", grouped(n), what(n)),
        Some(n) => format!("{} {} in all; the first {} are listed", grouped(n), what(n), grouped(&found)),
        None => format!("{} {} found", grouped(&found), what(&found)),
    };
    let up_to = |largest: usize| if largest == 0 { String::new() } else { format!(", complete up to size {largest}") };
    match list.end {
        End::SoFar => format!("{of_all} so far"),
        End::All if list.count.as_ref() == Some(&found) => of_all,
        End::All if list.up_to == usize::MAX => format!("{of_all}: there are no others"),
        End::All | End::Enough => format!("{of_all}{}", up_to(list.up_to)),
        End::Stopped => format!("{of_all}; the search was stopped early{}; there may be others", up_to(list.up_to)),
        End::Limit => format!("{of_all}; the search reached its limit{}; there may be others", up_to(list.up_to)),
    }
}

/// A large number: "20,160".
#[must_use]
pub(crate) fn grouped(n: &Count) -> String {
    in_threes(&n.to_string())
}

/// A sentence out of a clause.
#[must_use]
pub fn sentence(clause: &str) -> String {
    format!("{}.", capitalised(clause))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;

    fn list(sizes: &[usize], count: Option<usize>, end: End, up_to: usize) -> Listed<u8> {
        let sets = sizes.iter().map(|size| vec![0; *size]).collect();
        Listed { sets, count: count.map(Count::from), by_size: None, up_to, end }
    }

    #[test]
    fn a_list_says_how_many_there_are_and_how_far_it_goes() {
        let said = |sizes: &[usize], count, end, up_to| reach(Kind::ClashSets, &list(sizes, count, end, up_to));
        assert_eq!(said(&[2, 2, 3], Some(3), End::All, usize::MAX), "3 clash sets in all");
        assert_eq!(
            said(&[2, 2], Some(20160), End::Enough, 1),
            "20,160 clash sets in all; the first 2 are listed, complete up to size 1"
        );
        assert_eq!(said(&[2], None, End::SoFar, 0), "1 clash set found so far");
        assert_eq!(
            said(&[2, 3], None, End::Limit, 4),
            "2 clash sets found; the search reached its limit, complete up to size 4; there may be others"
        );
        assert_eq!(
            said(&[2], None, End::Stopped, 0),
            "1 clash set found; the search was stopped early; there may be others"
        );
        assert_eq!(said(&[], Some(0), End::All, usize::MAX), "0 clash sets in all");
    }

    #[test]
    fn sizes_have_names() {
        assert_eq!(of_size(Kind::ClashSets, false, 2, &140_usize.into()), "140 pairs");
        assert_eq!(of_size(Kind::ClashSets, false, 4, &1_usize.into()), "1 set of 4 statements");
        assert_eq!(of_size(Kind::WaysOut, false, 28, &24_usize.into()), "24 ways of 28 statements");
        assert_eq!(of_size(Kind::WaysOut, true, 1, &1_usize.into()), "1 way of 1 party");
        assert_eq!(grouped(&1_234_567_usize.into()), "1,234,567");
    }

    #[test]
    fn red_lines_are_spoken_of_as_what_is_on_file() {
        let list = |sizes: &[usize]| {
            let sets: Vec<Vec<PositionIx>> = sizes.iter().map(|size| vec![PositionIx(0); *size]).collect();
            Listed { count: Some(sets.len().into()), sets, by_size: None, up_to: usize::MAX, end: End::All }
        };
        assert_eq!(
            red_lines(&list(&[2, 2]), 5, false),
            "No plan meets all the red lines on file. The smallest clash is 2 statements. 2 groups of red lines prevent it."
        );
        assert_eq!(red_lines(&list(&[]), 5, false), "There is a plan that meets all the red lines on file.");
        assert_eq!(red_lines(&list(&[]), 0, false), "No red lines are on file.");
    }

    #[test]
    fn what_a_clash_needs_is_said_with_its_reason() {
        let dossier = practice::dossier();
        let mut plan = Plan::empty(4);
        plan.set(practice::FREEZE, Some(crate::domain::ValueIx(0)));
        let needed = Behind { rules: vec![0], fixed: vec![practice::FREEZE] };
        let lines = behind(&dossier, &plan, &needed);
        assert_eq!(lines[0], "It comes about because this plan says Front line: Freeze now.");
        assert!(lines[1].starts_with("It needs the rule: if Front line is Freeze now, then "), "{lines:?}");
        assert!(lines[1].ends_with("A freeze is watched by someone."), "{lines:?}");
        assert_eq!(
            exclusion(&dossier, &[practice::TROOPS], &Behind::default(), false),
            "No plan meets both: what they ask of Peacekeepers differs."
        );
        assert_eq!(exclusion(&dossier, &[practice::TROOPS], &needed, true), "Not both can be met on this plan.");
        assert!(exclusion(&dossier, &[], &needed, false).ends_with("different terms."));
    }
}
