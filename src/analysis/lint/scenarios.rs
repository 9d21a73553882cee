//! Scenarios that break a rule, run ahead of their day, or contradict their own author.

use super::{Finding, FindingKind, Subject, dates::is_outside, note, warning};
use crate::{
    analysis::{Index, Situation, Verdict},
    domain::{Dossier, PartyIx, Plan, PositionIx, Scenario},
};

pub(super) fn check(dossier: &Dossier, index: &Index, scenarios: &[&Scenario], findings: &mut Vec<Finding>) {
    for (place, scenario) in scenarios.iter().enumerate() {
        let subject = Subject::Scenario(place);
        if is_outside(dossier, scenario.as_of) {
            findings.push(warning(subject, FindingKind::OutsideCovers { day: scenario.as_of }));
        }
        for (term, value) in scenario.plan.iter() {
            let since = value.and_then(|value| dossier.term(term).values[value.get()].since);
            if let Some(since) = since.filter(|since| since.earliest() > scenario.as_of.earliest()) {
                findings.push(note(subject, FindingKind::NotYetPutForward { term, since }));
            }
        }
        for (rule, demand) in index.rules().iter().enumerate() {
            if demand.decide(&scenario.plan).verdict == Verdict::Contradicted {
                findings.push(warning(subject, FindingKind::BreaksRule { rule }));
            }
        }
        let day = scenario.date.unwrap_or(scenario.as_of);
        let situation = Situation::new(dossier, day, scenario.counted);
        for party in PartyIx::all(dossier.parties.len()).filter(|ix| speaks_for(dossier, *ix, &scenario.author)) {
            let is_own = |ix: &PositionIx| {
                let position = dossier.position(*ix);
                position.party == party && has_words(&scenario.author, &position.voice)
            };
            let own = contradicted(dossier, index, &situation, &scenario.plan).filter(is_own);
            let contradicts = |position| FindingKind::AuthorContradicted { party, position };
            findings.extend(own.map(|position| warning(subject, contradicts(position))));
        }
    }
}

fn contradicted<'a>(
    dossier: &'a Dossier,
    index: &'a Index,
    situation: &'a Situation,
    plan: &'a Plan,
) -> impl Iterator<Item = PositionIx> + 'a {
    situation.all_in_force().iter().copied().filter(move |ix| {
        let position = dossier.position(*ix);
        situation.uncounted(*ix).is_none()
            && position.strength.can_be_contradicted()
            && position.about.is_some_and(|about| plan.get(about).is_some())
            && index.demand(*ix).is_some_and(|demand| demand.decide(plan).verdict == Verdict::Contradicted)
    })
}

/// True if the author is named as the party, as the body that speaks for it, or by the full name of one of its speakers.
///
/// A party's name counts only where it stands alone ("Ukraine", "Ukraine and France"), because "Friends of Ukraine" is
/// somebody else; a speaker's name counts anywhere ("President Ana Berg, in parliament").
fn speaks_for(dossier: &Dossier, party: PartyIx, author: &str) -> bool {
    let author = author.trim().to_lowercase();
    let own = dossier.party(party);
    let names = [own.name.to_lowercase(), own.body.to_lowercase()];
    let is_named = |piece: &str| {
        let bare = |name: &str| name.trim().trim_start_matches("the ").to_owned();
        !piece.trim().is_empty() && names.iter().any(|name| bare(name) == bare(piece))
    };
    let is_speaker = |name: String| {
        let is_full_name = name.split_whitespace().count() > 1;
        if is_full_name { has_words(&author, &name) } else { !name.is_empty() && author == name }
    };
    let mut speakers = dossier.statements.iter().filter(|statement| statement.party == party);
    is_named(&author)
        || author.replace(" and ", ",").split([',', ';', '/', '&', '(', ')', '–']).any(is_named)
        || speakers.any(|statement| is_speaker(statement.speaker.to_lowercase()))
}

/// True if `part` stands in `text` with no letter before or after it. The empty part stands in every text: a position
/// without a voice is that of the party as a whole.
fn has_words(text: &str, part: &str) -> bool {
    part.is_empty()
        || text.match_indices(part).any(|(start, found)| {
            let (before, after) = (text[..start].chars().next_back(), text[start + found.len()..].chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
}
