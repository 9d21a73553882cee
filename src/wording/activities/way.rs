//! The words of "Is there a way?".

use std::collections::BTreeSet;

use super::super::{DateStyle, and, clashes, count, date, met_if};
use crate::{
    app::way::{Answer, Firmness, Way},
    domain::{Dossier, PartyIx, Plan, PositionIx, Role, Term, TermIx, TermValue, ValueIx},
};

/// Title.
pub const WAY_TITLE: &str = "Is there a way?";
/// What to do on paper.
pub(crate) const WAY_ON_PAPER: &str = "These words are on file. Choose a value for every term below, so that your plan goes against none of \
     them. If that cannot be done, say which of them stand against each other. There are no points, and no plan is called \
     the right one.";
/// In their place where there are none.
pub(crate) const WAY_NOTHING: &str = "No words on file count here on this day. That is not consent.";
/// Head of the column of words.
pub(crate) const WAY_SAID: &str = "Whose words, what was said, by whom and when";
/// Head of the column of what keeps to them.
pub(crate) const WAY_KEPT: &str = "A plan keeps to it";
/// Head of the column of values.
pub(crate) const WAY_VALUES: &str = "What a plan may say";
/// Head of the column to write in.
pub(crate) const WAY_CHOICE: &str = "Our plan says";
/// The questions under the tables.
pub const WAY_QUESTIONS: [&str; 3] = [
    "Is there a way? If there is none: which of these words stand against each other?",
    "What would somebody have to say differently, so that a way opens? Who, and what?",
    "What does the file not tell us?",
];
/// What the exercise is.
pub(crate) const WAY_TEXT: &str = "Choose whose words count and how firm they must be. Change the terms and watch what still \
     stands against the plan. There are no points, and no plan is called the right one.";
/// Label of the parties.
pub(crate) const WHOSE_WORDS: &str = "Whose words count?";
/// Label of the firmness.
pub(crate) const HOW_FIRM: &str = "How firm must they be?";
/// Heading over the terms.
pub const TERMS: &str = "The plan";
/// Over the terms of which none of the words speak.
pub(crate) const OTHER_TERMS: &str = "None of the words that count here speak of these:";
/// Heading over what stands against it.
pub const AGAINST: &str = "What still stands against it";
/// Button.
pub const HINT: &str = "A hint";
/// Beside it: the first hint says little.
pub const HINTS: &str = "A hint says more each time it is pressed.";
/// In its place where all is said.
pub const NO_MORE_HINTS: &str = "There is no further hint.";
/// Button.
pub const PROVE: &str = "Prove it";
/// Button.
pub const SHOW_ONE: &str = "Go on with one such plan";
/// In the place of whether there is a way, once the plan is one.
pub const WAY_IS_FOUND: &str = "There is a way, and this plan is one: it contradicts none of these statements.";
/// While the proof is worked out.
pub(crate) const PROVING: &str = "Looking at all plans there are…";
/// What the proof is about.
pub(crate) const WHAT_IS_PROVEN: &str = "Proven by going through all plans with the values on file that keep the rules of the case. It is about \
     words on file, not about what anybody would agree to.";

/// The task in one line: whose words count, and how firm they must be.
#[must_use]
pub fn way_task(dossier: &Dossier, parties: &BTreeSet<PartyIx>, firmness: Firmness) -> String {
    let named: Vec<PartyIx> = parties.iter().copied().collect();
    let must_accept = |party: &PartyIx| dossier.party(*party).role == Role::MustAccept;
    let all_must = PartyIx::all(dossier.parties.len()).filter(must_accept).eq(named.iter().copied());
    // A long list of names is no line.
    let whose = match named.len() {
        0 | 4.. if all_must => "those who must accept".to_owned(),
        4.. => count(named.len(), "party", "parties"),
        _ => clashes::party_names(dossier, &named),
    };
    match firmness {
        Firmness::RedLines => format!("Find a plan that crosses no red line of {whose}."),
        Firmness::Opposed => format!("Find a plan that goes against nothing that {whose} opposed or demanded."),
        Firmness::Preferred => format!("Find a plan that goes against nothing that {whose} asked for."),
    }
}

/// Whose words are left out of the count, so that nobody takes a way for one that goes against nobody's words. `None` where
/// all parties count.
#[must_use]
pub fn way_not_counted(dossier: &Dossier, parties: &BTreeSet<PartyIx>) -> Option<String> {
    let others: Vec<PartyIx> = PartyIx::all(dossier.parties.len()).filter(|party| !parties.contains(party)).collect();
    (!others.is_empty()).then(|| {
        let names = clashes::party_names(dossier, &others);
        format!("Not counted: what {names} said. It may still go against your plan.")
    })
}

/// The values of a term, one after the other.
#[must_use]
pub(crate) fn way_values(term: &Term) -> String {
    let names: Vec<&str> = term.values.iter().map(TermValue::in_full).collect();
    match names.as_slice() {
        [first, .., last] if names.len() > MOST_VALUES => format!("{first} to {last}"),
        names => names.join("; "),
    }
}

/// More values than this are told by the first and the last.
const MOST_VALUES: usize = 8;

/// How firm a word must be.
#[must_use]
pub fn firmness(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::RedLines => "Red lines only",
        Firmness::Opposed => "Also what is opposed or demanded",
        Firmness::Preferred => "Also what is preferred",
    }
}

/// How the plan stands now.
#[must_use]
pub fn stands(dossier: &Dossier, way: &Way) -> String {
    let of = count(way.n_asked, "statement that counts", "statements that count");
    if way.n_asked == 0 {
        return "No statement on file counts here. That is not consent.".to_owned();
    }
    if !way.against.is_empty() {
        return format!("{} of {of}", way.against.len());
    }
    let names: Vec<&str> = way.open.iter().map(|term| dossier.term(*term).name.as_str()).collect();
    if names.is_empty() {
        format!("Nothing: the plan contradicts none of {of}, and says something about all they speak of.")
    } else {
        format!("Nothing so far. Still open: {}.", and(&names))
    }
}

/// A position in a sentence: who said it, when, what, and what would meet it.
#[must_use]
pub fn position(dossier: &Dossier, ix: PositionIx, style: DateStyle) -> String {
    let position = dossier.position(ix);
    let about = position.about.map_or_else(String::new, |term| format!(" on {}", dossier.term(term).name));
    let party = &dossier.party(position.party).name;
    let said = position.statements.first().map(|ix| dossier.statement(*ix));
    let said = said.map_or_else(String::new, |said| format!(" ({}, {})", said.speaker, date(said.said, style)));
    let condition = met_if(dossier, position).map_or_else(String::new, |text| format!(" {text}."));
    format!("{party}{about}: {}{said}.{condition}", clashes::short(dossier, ix).trim_end_matches('.'))
}

/// Whether there is a way.
#[must_use]
pub fn whether(answer: &Answer) -> String {
    if answer.plan.is_some() {
        return "There is a way: at least one plan contradicts none of these statements.".to_owned();
    }
    let at_least = if answer.is_whole { "" } else { "at least " };
    let groups = count(answer.groups.len(), "group of statements prevents", "groups of statements prevent");
    format!("There is no way: every plan contradicts at least one of these statements. {at_least}{groups} it.")
}

/// What the smallest group is about.
#[must_use]
pub fn which_terms(dossier: &Dossier, group: &[PositionIx]) -> String {
    let mut terms: Vec<TermIx> = group.iter().filter_map(|ix| dossier.position(*ix).about).collect();
    terms.sort_unstable();
    terms.dedup();
    let names: Vec<&str> = terms.into_iter().map(|term| dossier.term(term).name.as_str()).collect();
    format!("The smallest group has {}: look at {}.", count(group.len(), "statement", "statements"), and(&names))
}

/// On which terms one way differs from the plan. Where the plan is silent there is nothing that it differs from.
#[must_use]
pub fn way_differs(dossier: &Dossier, otherwise: &[(TermIx, ValueIx)], plan: &Plan) -> String {
    let (said, open): (Vec<TermIx>, Vec<TermIx>) =
        otherwise.iter().map(|(term, _)| *term).partition(|term| plan.get(*term).is_some());
    let names = |terms: &[TermIx]| and(&term_names(dossier, terms));
    match (said.is_empty(), open.is_empty()) {
        (_, true) => format!("Look at {}: one such plan says something else than yours there.", names(&said)),
        (true, false) => format!("Look at {}: yours is still open there.", names(&open)),
        (false, false) => format!(
            "Look at {}: one such plan says something else than yours there. Yours is still open on {}.",
            names(&said),
            names(&open)
        ),
    }
}

/// On paper, under the terms to choose for: those of which none of the words speak, as on the screen. `None` where there are
/// none.
#[must_use]
pub fn way_other_terms(dossier: &Dossier, others: &[TermIx]) -> Option<String> {
    (!others.is_empty()).then(|| format!("{OTHER_TERMS} {}.", term_names(dossier, others).join(", ")))
}

fn term_names<'a>(dossier: &'a Dossier, terms: &[TermIx]) -> Vec<&'a str> {
    terms.iter().map(|term| dossier.term(*term).name.as_str()).collect()
}

/// What a way says on the first of the terms.
#[must_use]
pub fn way_says(dossier: &Dossier, (term, value): (TermIx, ValueIx)) -> String {
    let term = dossier.term(term);
    format!("One way says {}: {}.", term.name, term.values[value.get()].in_full())
}

/// Over the groups.
#[must_use]
pub fn one_has_to_give(firmness: Firmness, is_whole: bool) -> String {
    let softer = match firmness {
        Firmness::RedLines => ", or said more softly: as a wish where it is a red line today",
        Firmness::Opposed => ", or said more softly: as a wish",
        Firmness::Preferred => "",
    };
    let (when, more) = if is_whole { ("once", "") } else { ("only once", " There may be more groups than these.") };
    format!("In each group one has to give. A way opens {when} one of each is taken back{softer}.{more}")
}

/// Whose words it is made of.
#[must_use]
pub fn whose(dossier: &Dossier, group: &[PositionIx]) -> String {
    let mut parties: Vec<PartyIx> = group.iter().map(|ix| dossier.position(*ix).party).collect();
    parties.sort_unstable();
    parties.dedup();
    let names = clashes::party_names(dossier, &parties);
    format!("They are words of {names}. One of these {} has to give.", group.len())
}

/// Heading of a group.
#[must_use]
pub fn group(place: usize) -> String {
    format!("Group {place}")
}

/// Name of the list of a term's values.
#[must_use]
pub(crate) fn term_list(term: &str, value: &str) -> String {
    format!("{term}: {value}")
}
