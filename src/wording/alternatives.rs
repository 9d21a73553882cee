//! Other plans. Nothing here says which of them is to be preferred.

pub mod by_rule;
pub mod least;
pub mod lift;

use super::{DateStyle, date, list::capitalised, mark_name, term_change, value_name};
use crate::{
    analysis::Change,
    app::alternatives::{Part, Single},
    domain::{Dossier, TermIx, ValueIx},
};

/// Name of a part of the tab.
#[must_use]
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Singles => "Change one thing",
        Part::ByRule => "Three ways of counting",
        Part::Least => "Fewest contradictions",
        Part::Lift => "What would have to change",
    }
}

/// Under the head of the first part.
pub(crate) const SINGLES_NOTE: &str = "For each term, what each value would change in your plan, the rest left as it is. In the \
                                order of the table. A dash means nothing on file, not consent.";
/// Head of a column.
pub const NEWLY: &str = "Newly contradicted";
/// Head of a column.
pub(crate) const NO_LONGER: &str = "No longer contradicted";
/// Head of a column: a mark that changes and is neither.
pub(crate) const MARKED_OTHERWISE: &str = "Marked differently";
/// Beside the value that the plan has.
pub(crate) const IN_YOUR_PLAN: &str = "This is what your plan says";
/// Where a value would change no mark.
pub(crate) const NO_MARK_WOULD_CHANGE: &str = "No mark would change";
/// In an empty column.
pub const NONE: &str = "none";

/// One value or neighbouring ones: "20 years", "3 years to 9 years"; without a value the term is taken out.
#[must_use]
pub fn values(dossier: &Dossier, term: TermIx, single: &Single) -> String {
    let name = |value| value_name(dossier, term, value);
    match (single.first, single.last) {
        (None, _) => capitalised(&name(None)),
        (first, last) if first == last => name(first),
        (first, last) => format!("{} to {}", name(first), name(last)),
    }
}

/// Tool tip of neighbouring values that change the same.
#[must_use]
pub fn sets(dossier: &Dossier, term: TermIx, value: Option<ValueIx>) -> String {
    format!("Sets {}", value_name(dossier, term, value))
}

/// Beside a value that had not been put forward on the as-of date.
#[must_use]
pub(crate) fn first_put_forward(dossier: &Dossier, term: TermIx, single: &Single, style: DateStyle) -> Option<String> {
    let since = dossier.term(term).values[single.first?.get()].since?;
    (!single.is_put_forward).then(|| format!("Not yet put forward; first on {}", date(since, style)))
}

/// What happens to the rules of the dossier: "The plan would contradict itself: a freeze needs a line".
#[must_use]
pub fn rules(dossier: &Dossier, single: &Single) -> Option<String> {
    let reasons = |rules: &[usize]| {
        rules.iter().map(|rule| dossier.rules[*rule].reason.trim_end_matches('.')).collect::<Vec<_>>().join("; ")
    };
    match (&single.breaks[..], &single.mends[..]) {
        ([], []) => None,
        ([], mends) => Some(format!("The plan would no longer break the rule: {}", reasons(mends))),
        (breaks, _) => Some(format!("The plan would contradict itself: {}", reasons(breaks))),
    }
}

/// A row as a screen reader says it: "NATO delay, 20 years. Newly contradicted: Ukraine, crosses a red line. No longer
/// contradicted: none".
#[must_use]
pub(crate) fn single_name(dossier: &Dossier, term: TermIx, single: &Single, style: DateStyle) -> String {
    let mut parts = vec![format!("{}, {}", dossier.term(term).name, values(dossier, term, single))];
    if single.is_current {
        parts.push(IN_YOUR_PLAN.to_owned());
        return parts.join(". ");
    }
    parts.extend(first_put_forward(dossier, term, single, style));
    parts.push(consequences(dossier, term, &single.cells));
    parts.extend(rules(dossier, single));
    parts.join(". ")
}

/// What changes, in full: newly contradicted, no longer contradicted, marked differently.
fn consequences(dossier: &Dossier, term: TermIx, lists: &[Vec<Change>; 3]) -> String {
    if lists.iter().all(Vec::is_empty) {
        return NO_MARK_WOULD_CHANGE.to_owned();
    }
    let say = |(head, list): (&str, &Vec<Change>)| {
        let cells: Vec<String> = list.iter().map(|change| changed_cell(dossier, Some(term), change)).collect();
        format!("{head}: {}", if cells.is_empty() { NONE.to_owned() } else { cells.join("; ") })
    };
    let heads = [NEWLY, NO_LONGER, MARKED_OTHERWISE];
    let shown = heads.into_iter().zip(lists).filter(|(head, list)| *head != MARKED_OTHERWISE || !list.is_empty());
    shown.map(say).collect::<Vec<_>>().join(". ")
}

/// A changed cell in full: "Ukraine, crosses a red line"; with its term, unless that is `here`.
#[must_use]
pub(crate) fn changed_cell(dossier: &Dossier, here: Option<TermIx>, change: &Change) -> String {
    let party = &dossier.party(change.party).name;
    let mark = mark_name(change.after);
    if Some(change.term) == here {
        format!("{party}, {mark}")
    } else {
        format!("{party} on {}, {mark}", dossier.term(change.term).name)
    }
}

/// The same beside its mark: "UA", "UA: NATO delay".
#[must_use]
pub(crate) fn changed_cell_short(dossier: &Dossier, here: Option<TermIx>, change: &Change) -> String {
    let code = &dossier.party(change.party).code;
    if Some(change.term) == here { code.clone() } else { format!("{code}: {}", dossier.term(change.term).name) }
}

/// A list of changes of terms: "Front line: from Freeze now to No freeze; Peacekeepers: from None to UN".
#[must_use]
pub(crate) fn change_list(dossier: &Dossier, changes: &[(TermIx, Option<ValueIx>, Option<ValueIx>)]) -> String {
    let each = changes.iter().map(|(term, from, to)| term_change(dossier, *term, *from, *to));
    each.collect::<Vec<_>>().join("; ")
}
