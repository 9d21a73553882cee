//! The JSON of `clashes`.

use serde::Serialize;

use super::{
    Entries,
    head::{OfDossier, PlanHead},
    records::{StatementJson, ValueJson, plan_values, position_ids, rule_ids, statement_ids, term_ids},
};
use crate::{
    analysis::{Behind, Count, End, Listed, Question},
    cli::clashes::found::{Found, Outcome, Sets},
    domain::{Dossier, PartyIx, PositionIx, Role, StatementIx, Strength, TermIx},
    wording,
};

/// What `clashes --json` prints.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    #[serde(flatten)]
    head: OfDossier<'a>,
    #[serde(flatten)]
    plan_head: PlanHead<'a>,
    plan: Entries<'a, Option<ValueJson<'a>>>,
    on_plan: bool,
    red_lines_only: bool,
    must_accept_only: bool,
    any_plan: Option<bool>,
    n_positions: usize,
    parties: Vec<PartyJson<'a>>,
    alone: Option<Vec<&'a str>>,
    pairs: Option<Vec<PairJson<'a>>>,
    red_lines: RedLines<'a>,
    clash_sets: Option<ListJson<'a>>,
    ways_out: Option<ListJson<'a>>,
    positions: Vec<PositionJson<'a>>,
    statements: Vec<StatementJson<'a>>,
}

#[derive(Serialize)]
struct PartyJson<'a> {
    party: &'a str,
    code: &'a str,
    name: &'a str,
    role: Role,
    n_positions: usize,
}

#[derive(Serialize)]
struct PairJson<'a> {
    parties: [&'a str; 2],
    positions: [&'a str; 2],
    shared_terms: Vec<&'a str>,
    #[serde(flatten)]
    behind: Option<BehindJson<'a>>,
}

#[derive(Serialize)]
struct BehindJson<'a> {
    rules: Vec<&'a str>,
    fixed_by_plan: Vec<&'a str>,
}

#[derive(Serialize)]
struct RedLines<'a> {
    n_positions: usize,
    can_all_be_met: Option<bool>,
    clash_sets: Option<ListJson<'a>>,
}

#[derive(Serialize)]
struct ListJson<'a> {
    of: &'static str,
    count: Option<String>,
    by_size: Option<Vec<SizeJson>>,
    complete_up_to: Option<usize>,
    end: &'static str,
    sets: Vec<SetJson<'a>>,
}

#[derive(Serialize)]
struct SizeJson {
    size: usize,
    count: String,
}

#[derive(Serialize)]
struct SetJson<'a> {
    members: Vec<&'a str>,
    #[serde(flatten)]
    behind: Option<BehindJson<'a>>,
}

#[derive(Serialize)]
struct PositionJson<'a> {
    position: &'a str,
    party: &'a str,
    about: Option<&'a str>,
    strength: Strength,
    decided_strength: Strength,
    voice: &'a str,
    first_day: String,
    met_if: Option<String>,
    terms: Vec<&'a str>,
    statements: Vec<&'a str>,
}

/// The whole answer.
pub(crate) fn clashes<'a>(found: &Found<'a>) -> Answer<'a> {
    let (dossier, scenario) = (found.dossier, found.scenario);
    let n_asked = found.setting.n_asked(dossier);
    let parties = dossier.parties.iter().zip(n_asked).map(|(party, n_positions)| PartyJson {
        party: &party.id,
        code: &party.code,
        name: &party.name,
        role: party.role,
        n_positions,
    });
    let (clash_sets, ways_out) = sets(found);
    let red_lines = found.red_lines.as_ref();
    let shown = found.setting.positions.iter().flat_map(|ix| statements(found, *ix)).collect();
    Answer {
        head: OfDossier::new("clashes", dossier),
        plan_head: PlanHead::new(dossier, scenario),
        plan: plan_values(dossier, &scenario.plan),
        on_plan: found.on_plan,
        red_lines_only: found.which.red_lines_only,
        must_accept_only: found.which.must_accept_only,
        any_plan: found.pairs.as_ref().map(|pairs| pairs.any_plan),
        n_positions: found.setting.positions.len(),
        parties: parties.collect(),
        alone: found.pairs.as_ref().map(|pairs| position_ids(dossier, &pairs.alone)),
        pairs: found.pairs.as_ref().map(|pairs| pairs.all().iter().map(|pair| pair_json(found, *pair)).collect()),
        red_lines: RedLines {
            n_positions: found.n_red_lines,
            can_all_be_met: red_lines.and_then(can_all_be_met),
            clash_sets: red_lines.map(|list| of_positions(found, list, true)),
        },
        clash_sets,
        ways_out,
        positions: found.setting.positions.iter().map(|ix| position(found, *ix)).collect(),
        statements: super::records::statements(dossier, shown),
    }
}

/// Known as soon as there is one clash set, or surely none.
fn can_all_be_met(list: &Listed<PositionIx>) -> Option<bool> {
    match (&list.count, list.end) {
        (Some(count), _) => Some(*count == 0),
        (None, _) if !list.sets.is_empty() => Some(false),
        (None, End::All) if list.up_to == usize::MAX => Some(true),
        (None, _) => None,
    }
}

fn demanded(dossier: &Dossier, position: PositionIx) -> Vec<TermIx> {
    dossier.position(position).demand.as_ref().map(|demand| demand.terms()).unwrap_or_default()
}

fn statements(found: &Found<'_>, position: PositionIx) -> Vec<StatementIx> {
    found.dossier.statements_by(position, found.scenario.as_of)
}

fn behind<'a>(found: &Found<'a>, positions: &[PositionIx]) -> Option<BehindJson<'a>> {
    let question = Question { positions, ..found.question() };
    let Behind { rules, fixed } = question.behind_soon(&found.setting.whatever)?;
    Some(BehindJson { rules: rule_ids(found.dossier, &rules), fixed_by_plan: term_ids(found.dossier, fixed) })
}

fn pair_json<'a>(found: &Found<'a>, (one, other): (PositionIx, PositionIx)) -> PairJson<'a> {
    let dossier = found.dossier;
    let mut shared = demanded(dossier, one);
    let theirs = demanded(dossier, other);
    shared.retain(|term| theirs.contains(term));
    PairJson {
        parties: [one, other].map(|ix| dossier.party(dossier.position(ix).party).id.as_str()),
        positions: [one, other].map(|ix| &*dossier.position(ix).id),
        shared_terms: term_ids(dossier, shared),
        behind: behind(found, &[one, other]),
    }
}

fn sets<'a>(found: &Found<'a>) -> (Option<ListJson<'a>>, Option<ListJson<'a>>) {
    fn known<T>(list: Option<&Outcome<T>>) -> Option<&Listed<T>> {
        list.and_then(|list| list.as_ref().ok())
    }
    match &found.sets {
        Sets::None => (None, None),
        Sets::OfPositions(lists) => (
            known(lists.clash_sets.as_ref()).map(|list| of_positions(found, list, true)),
            known(lists.ways_out.as_ref()).map(|list| of_positions(found, list, false)),
        ),
        Sets::OfParties(lists) => (
            known(lists.clash_sets.as_ref()).map(|list| of_parties(found, list)),
            known(lists.ways_out.as_ref()).map(|list| of_parties(found, list)),
        ),
    }
}

fn of_positions<'a>(found: &Found<'a>, list: &Listed<PositionIx>, with_reasons: bool) -> ListJson<'a> {
    let set = |set: &[PositionIx]| SetJson {
        members: position_ids(found.dossier, set),
        behind: if with_reasons { behind(found, set) } else { None },
    };
    self::list("positions", list, set)
}

fn of_parties<'a>(found: &Found<'a>, list: &Listed<PartyIx>) -> ListJson<'a> {
    let dossier = found.dossier;
    let set = |set: &[PartyIx]| SetJson {
        members: set.iter().map(|ix| dossier.party(*ix).id.as_str()).collect(),
        behind: None,
    };
    self::list("parties", list, set)
}

fn list<'a, T>(of: &'static str, list: &Listed<T>, set: impl Fn(&[T]) -> SetJson<'a>) -> ListJson<'a> {
    let sizes = |counts: &Vec<Count>| {
        let sizes = counts.iter().enumerate().filter(|(_, count)| **count > 0_usize);
        sizes.map(|(size, count)| SizeJson { size, count: count.to_string() }).collect()
    };
    ListJson {
        of,
        count: list.count.as_ref().map(Count::to_string),
        by_size: list.by_size.as_ref().map(sizes),
        complete_up_to: (list.up_to < usize::MAX).then_some(list.up_to),
        end: match list.end {
            End::All => "all",
            End::Enough => "enough",
            End::Stopped | End::SoFar => "stopped",
            End::Limit => "limit",
        },
        sets: list.sets.iter().map(|members| set(members)).collect(),
    }
}

fn position<'a>(found: &Found<'a>, ix: PositionIx) -> PositionJson<'a> {
    let dossier = found.dossier;
    let position = dossier.position(ix);
    PositionJson {
        position: &position.id,
        party: &dossier.party(position.party).id,
        about: position.about.map(|term| dossier.term(term).id.as_str()),
        strength: found.setting.situation.strength(ix),
        decided_strength: position.strength,
        voice: &position.voice,
        first_day: dossier.first_day(ix).to_string(),
        met_if: wording::met_if(dossier, position),
        terms: term_ids(dossier, demanded(dossier, ix)),
        statements: statement_ids(dossier, &statements(found, ix)),
    }
}
