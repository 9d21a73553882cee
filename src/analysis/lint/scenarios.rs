//! Scenarios that break a rule, run ahead of their day, or contradict their own author.

use std::collections::BTreeSet;

use super::{dates::is_outside, note, warning};
use crate::{
    analysis::{Index, Situation, Verdict},
    domain::{Dossier, Finding, LintKind, PartyIx, Plan, PositionIx, Scenario, Strength, Subject},
};

pub(super) fn check(dossier: &Dossier, index: &Index, scenarios: &[&Scenario], findings: &mut Vec<Finding>) {
    if scenarios.is_empty() {
        return;
    }
    let all_names: Vec<(PartyIx, Names)> =
        PartyIx::all(dossier.parties.len()).map(|party| (party, Names::new(dossier, party))).collect();
    for (place, scenario) in scenarios.iter().enumerate() {
        let subject = Subject::Scenario(place);
        if is_outside(dossier, scenario.as_of) {
            findings.push(warning(subject, LintKind::OutsideCovers { day: scenario.as_of }));
        }
        for (term, value) in scenario.plan.iter() {
            let since = value.and_then(|value| dossier.term(term).values[value.get()].since);
            if let Some(since) = since.filter(|since| since.earliest() > scenario.as_of.earliest()) {
                findings.push(note(subject, LintKind::NotYetPutForward { term, since }));
            }
        }
        for (rule, demand) in index.rules().iter().enumerate() {
            if demand.decide(&scenario.plan).verdict == Verdict::Contradicted {
                findings.push(warning(subject, LintKind::BreaksRule { rule }));
            }
        }
        let author = scenario.author.to_lowercase();
        let author = maker(&author);
        for (party, _) in all_names.iter().filter(|(_, names)| names.speak_for(author)) {
            let is_own = |ix: &PositionIx| {
                let position = dossier.position(*ix);
                position.party == *party && has_words(&scenario.author, &position.voice)
            };
            let day = scenario.date.unwrap_or(scenario.as_of);
            let situation = Situation::new(dossier, day, scenario.counted);
            let own = contradicted(dossier, index, &situation, &scenario.plan).filter(is_own);
            let contradicts = |position| LintKind::AuthorContradicted { party: *party, position };
            // A compromise falls short of what its author has asked for; it does not cross what the author refuses.
            findings.extend(own.map(|position| match situation.strength(position) {
                Strength::Prefers => note(subject, contradicts(position)),
                _ => warning(subject, contradicts(position)),
            }));
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
            && situation.strength(*ix).can_be_contradicted()
            && position.about.is_some_and(|about| plan.get(about).is_some())
            && index.demand(*ix).is_some_and(|demand| demand.decide(plan).verdict == Verdict::Contradicted)
    })
}

/// The names under which a party may be the author of a plan, in small letters.
struct Names {
    /// Its own name, and that of the body that speaks for it.
    own: [String; 2],
    /// Of its speakers, those with more than one name, each once.
    speakers: BTreeSet<String>,
    /// Those with one name alone.
    single: BTreeSet<String>,
}

impl Names {
    fn new(dossier: &Dossier, party: PartyIx) -> Self {
        let own = dossier.party(party);
        let statements = dossier.statements.iter().filter(|statement| statement.party == party);
        let speakers: BTreeSet<&str> = statements.map(|statement| statement.speaker.as_str()).collect();
        let is_full_name = |name: &String| name.split_whitespace().count() > 1;
        let (speakers, single) = speakers.into_iter().map(str::to_lowercase).partition(is_full_name);
        Self { own: [&own.name, &own.body].map(|name| bare(&name.to_lowercase()).to_owned()), speakers, single }
    }

    /// True if the author, in small letters, is named as the party, as the body that speaks for it, or by the full name
    /// of one of its speakers.
    ///
    /// A party's name counts only where it stands alone ("Ukraine", "Ukraine and France"), because "Friends of Ukraine" is
    /// somebody else; a speaker's name counts anywhere ("President Ana Berg, in parliament").
    fn speak_for(&self, author: &str) -> bool {
        let is_named = |piece: &str| !piece.trim().is_empty() && self.own.iter().any(|name| name == bare(piece));
        is_named(author)
            || author.split(" and ").flat_map(|part| part.split([',', ';', '/', '&', '(', ')', '–'])).any(is_named)
            || (!author.is_empty() && self.single.contains(author))
            || self.speakers.iter().any(|name| has_words(author, name))
    }
}

/// Who made a plan: somebody who presents the draft of others, or tells of it, is not its author alone.
fn maker(author: &str) -> &str {
    let end = ["presented by", "as told by", "according to"].iter().filter_map(|word| author.find(word)).min();
    author[..end.unwrap_or(author.len())].trim_matches([' ', ','])
}

fn bare(name: &str) -> &str {
    name.trim().trim_start_matches("the ")
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
