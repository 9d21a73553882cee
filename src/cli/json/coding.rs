//! The JSON of `check --coding`.

use serde::Serialize;
use strum::IntoEnumIterator as _;

use super::{
    Entries, Head,
    records::{ValueJson, plan_values, term_ids},
};
use crate::{
    analysis::{
        AddedUp, Agreement, Alpha, Decided, Index, N_CODES, OfParty, PartySum, Tally, adding_up, agreement, symmetry,
    },
    domain::{Channel, Code, Dossier},
};

/// What `check --coding --json` prints.
#[derive(Serialize)]
pub(crate) struct Answer<'a> {
    #[serde(flatten)]
    head: Head,
    dossiers: Vec<CodingJson<'a>>,
}

#[derive(Serialize)]
struct CodingJson<'a> {
    dossier: &'a str,
    positions: usize,
    read_twice: usize,
    read_differently: usize,
    nominal: Option<AlphaJson>,
    ordinal: Option<AlphaJson>,
    red_line: Option<AlphaJson>,
    codes: Vec<Code>,
    confusion: [[usize; N_CODES]; N_CODES],
    parties: Vec<PartyJson<'a>>,
    adding_up: Option<AddedUpJson<'a>>,
}

#[derive(Serialize)]
struct AddedUpJson<'a> {
    as_of: String,
    n_in_plan: usize,
    plan: Entries<'a, Option<ValueJson<'a>>>,
    parties: Vec<SumJson<'a>>,
}

#[derive(Serialize)]
struct SumJson<'a> {
    party: &'a str,
    tally: Tally,
    red_lines: Vec<&'a str>,
}

#[derive(Serialize)]
struct AlphaJson {
    alpha: f64,
    low: f64,
    high: f64,
    units: usize,
}

#[derive(Serialize)]
struct PartyJson<'a> {
    party: &'a str,
    read_twice: usize,
    harder: usize,
    softer: usize,
    otherwise: usize,
    against_both: usize,
    #[serde(flatten)]
    on_file: OnFileJson,
}

/// What is on file of a party, in `check` too.
#[derive(Debug, Serialize)]
struct OnFileJson {
    positions: Vec<CountJson>,
    statements: usize,
    without_demand: usize,
    poorly_sourced: usize,
    unfit_host: usize,
}

/// How a party is read, as `check` has it.
#[derive(Debug, Serialize)]
pub(crate) struct ReadJson {
    party: String,
    #[serde(flatten)]
    on_file: OnFileJson,
}

#[derive(Debug, Serialize)]
struct CountJson {
    code: Code,
    channel: Channel,
    n: usize,
}

/// The whole answer.
#[must_use]
pub(crate) fn coding(dossiers: &[Dossier]) -> Answer<'_> {
    Answer { head: Head::of("coding"), dossiers: dossiers.iter().map(of_dossier).collect() }
}

fn of_dossier(dossier: &Dossier) -> CodingJson<'_> {
    let found = agreement(dossier);
    let json = |of: Option<Alpha>| {
        of.map(|Alpha { value, interval: (low, high), n_units }| AlphaJson { alpha: value, low, high, units: n_units })
    };
    CodingJson {
        dossier: &dossier.id,
        positions: found.n_positions,
        read_twice: found.n_read,
        read_differently: found.n_differ,
        nominal: json(found.nominal),
        ordinal: json(found.ordinal),
        red_line: json(found.red_line),
        codes: Code::iter().collect(),
        confusion: found.confusion,
        parties: symmetry(dossier).iter().map(|of| party_json(dossier, &found, of)).collect(),
        adding_up: adding_up(dossier, &Index::new(dossier)).map(|found| added_up_json(dossier, &found)),
    }
}

fn added_up_json<'a>(dossier: &'a Dossier, found: &AddedUp) -> AddedUpJson<'a> {
    let of_party = |of: &PartySum| SumJson {
        party: &dossier.party(of.party).id,
        tally: of.tally,
        red_lines: term_ids(dossier, of.red_lines.iter().copied()),
    };
    AddedUpJson {
        as_of: dossier.as_of.to_string(),
        n_in_plan: found.plan.n_set(),
        plan: plan_values(dossier, &found.plan),
        parties: found.parties.iter().map(of_party).collect(),
    }
}

fn party_json<'a>(dossier: &'a Dossier, found: &Agreement, of: &OfParty) -> PartyJson<'a> {
    let Decided { n_read, harder, softer, otherwise, against_both } = found.of(of.party);
    PartyJson {
        party: &dossier.party(of.party).id,
        read_twice: n_read,
        harder,
        softer,
        otherwise,
        against_both,
        on_file: on_file(of),
    }
}

fn on_file(of: &OfParty) -> OnFileJson {
    let counts = Code::iter().flat_map(|code| {
        Channel::iter().zip(of.positions[code as usize]).map(move |(channel, n)| CountJson { code, channel, n })
    });
    OnFileJson {
        positions: counts.filter(|count| count.n > 0).collect(),
        statements: of.n_statements,
        without_demand: of.n_without_demand,
        poorly_sourced: of.n_poorly_sourced,
        unfit_host: of.n_on_unfit_hosts,
    }
}

/// How each party of a dossier is read.
#[must_use]
pub(crate) fn read_by_party(dossier: &Dossier) -> Vec<ReadJson> {
    let of_party = |of: &OfParty| ReadJson { party: dossier.party(of.party).id.clone(), on_file: on_file(of) };
    symmetry(dossier).iter().map(of_party).collect()
}
