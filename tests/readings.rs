//! Another reading of the strength of positions is a dossier with other strengths, in every analysis.

#[path = "support/random.rs"]
mod random;

use peace_plan_explorer::{
    analysis::{
        Basis, CountingRule, Goal, Index, Mark, Matrix, Permitted, Question, Situation, Space, Stop, Which, Wishes,
        alternatives, between, cell_report, compare, countable, fewest_changes, matrix, party_clashes, ranges,
        single_changes, ticks, timeline,
    },
    domain::{Code, Counted, Date, Dossier, DossierParts, PartyIx, Plan, PositionIx, Reading, TermIx},
};
use proptest::{prelude::*, test_runner::RngSeed};
use random::{Random, Shape};
use strum::IntoEnumIterator as _;

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(1789), ..ProptestConfig::default() }
}

fn wild() -> impl Strategy<Value = (Random, Shape)> {
    (1..4_usize, 1..5_usize, 0..14_usize, any::<u64>()).prop_map(|(parties, terms, positions, seed)| {
        (Random::new(seed), Shape { parties, terms, positions, wild: true })
    })
}

/// Random positions, most of them read by one to three readers.
fn read_parts(random: &mut Random, shape: Shape) -> DossierParts {
    let mut parts = random::parts(random, shape);
    let codes: Vec<Code> = Code::iter().collect();
    for position in &mut parts.positions {
        position.coding.coded = (0..random.below(4)).map(|_| *random.pick(&codes)).collect();
    }
    parts
}

/// The same dossier with what a reading finds written into it by hand, and no codes.
fn by_hand(parts: &DossierParts, reading: Reading) -> Dossier {
    let mut parts = parts.clone();
    for position in &mut parts.positions {
        let own = Code::from(&*position);
        let mut codes = std::mem::take(&mut position.coding.coded);
        codes.push(own);
        codes.sort_unstable();
        let found = match reading {
            Reading::Harder => codes[0],
            Reading::AsDecided => own,
            Reading::Softer => codes[codes.len() - 1],
        };
        match found.strength() {
            _ if own == Code::NoDemand => {}
            Some(strength) => position.strength = strength,
            None => position.counts = false,
        }
    }
    Dossier::new(parts).unwrap()
}

fn with(mut counted: Counted, reading: Reading) -> Counted {
    counted.reading = reading;
    counted
}

fn marks(dossier: &Dossier, day: Date, counted: Counted, plan: &Plan) -> Matrix {
    matrix(dossier, &Index::new(dossier), &Situation::new(dossier, day, counted), plan)
}

/// What every analysis says of a plan, by name. Why a position does not count is left out: it differs.
fn all_analyses(dossier: &Dossier, days: (Date, Date), counted: Counted, plan: &Plan) -> Vec<(&'static str, String)> {
    let (index, situation) = (Index::new(dossier), Situation::new(dossier, days.0, counted));
    let basis = Basis { dossier, index: &index, situation: &situation, plan };
    let mut all = vec![("marks", format!("{:?}", matrix(dossier, &index, &situation, plan)))];
    for term in TermIx::all(dossier.terms.len()) {
        all.push(("ranges", format!("{:?}", ranges(basis, term))));
        all.push(("ticks", format!("{:?}", ticks(dossier, &situation, Some(term)))));
        for party in PartyIx::all(dossier.parties.len()) {
            let mut report = cell_report(dossier, &index, &situation, plan, (party, term));
            let bears: Vec<bool> = report.positions.iter().map(|one| one.bears()).collect();
            report.positions.iter_mut().chain(&mut report.linked).for_each(|one| one.uncounted = None);
            all.push(("reasons", format!("{report:?} {bears:?}")));
            let goal = Goal::Cell(party, term);
            all.push(("changes", format!("{:?}", fewest_changes(basis, goal, &Permitted::default(), Stop::never()))));
        }
    }
    for rule in CountingRule::iter() {
        let wishes = Wishes { rule, ..Wishes::default() };
        all.push(("alternatives", format!("{:?}", alternatives(basis, &wishes, Stop::never()))));
    }
    for must_accept_only in [true, false] {
        let goal = Goal::RedLines { must_accept_only };
        all.push(("red lines", format!("{:?}", fewest_changes(basis, goal, &Permitted::default(), Stop::never()))));
    }
    all.push(("single changes", format!("{:?}", single_changes(basis))));
    all.push(("timeline", format!("{:?}", timeline(dossier, &index, counted, plan, Stop::never()))));
    all.push(("between", format!("{:?}", between(dossier, &index, counted, plan, days))));
    let later = Situation::new(dossier, days.1, counted);
    let on = |situation| Basis { dossier, index: &index, situation, plan };
    all.push(("compare", format!("{:?}", compare(on(&situation), on(&later)))));
    let space = Space::put_forward_by(dossier, days.0);
    for red_lines_only in [true, false] {
        let which = Which { red_lines_only, must_accept_only: false };
        let positions: Vec<PositionIx> = countable(dossier, &index, &situation, which);
        let question = Question { dossier, index: &index, space: &space, positions: &positions };
        all.push(("clashes", format!("{positions:?} {:?}", party_clashes(question, Stop::never()))));
    }
    all
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_reading_is_a_dossier_with_these_strengths((mut random, shape) in wild()) {
        let parts = read_parts(&mut random, shape);
        let read = Dossier::new(parts.clone()).unwrap();
        let (plan, counted) = (random::plan(&mut random, &read, 80), random::counted(&mut random));
        let days = (random::day(&mut random), random::day(&mut random));
        for reading in Reading::iter() {
            let here = all_analyses(&read, days, with(counted, reading), &plan);
            let by_hand = all_analyses(&by_hand(&parts, reading), days, counted, &plan);
            for ((name, here), (_, by_hand)) in here.into_iter().zip(by_hand) {
                prop_assert_eq!(here, by_hand, "{}, {:?}", name, reading);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn without_codes_all_readings_are_the_same((mut random, shape) in wild()) {
        let dossier = random::dossier(&mut random, shape);
        let (plan, counted) = (random::plan(&mut random, &dossier, 80), random::counted(&mut random));
        let day = random::day(&mut random);
        let of = |reading| marks(&dossier, day, with(counted, reading), &plan);
        prop_assert_eq!(of(Reading::Harder), of(Reading::AsDecided));
        prop_assert_eq!(of(Reading::Softer), of(Reading::AsDecided));
    }

    #[test]
    fn a_harder_reading_crosses_no_fewer_red_lines((mut random, shape) in wild()) {
        let dossier = Dossier::new(read_parts(&mut random, shape)).unwrap();
        let (plan, counted) = (random::plan(&mut random, &dossier, 80), random::counted(&mut random));
        let day = random::day(&mut random);
        let of = |reading| marks(&dossier, day, with(counted, reading), &plan);
        let (harder, decided) = (of(Reading::Harder), of(Reading::AsDecided));
        let parties = || PartyIx::all(dossier.parties.len());
        for (party, term) in TermIx::all(dossier.terms.len()).flat_map(|term| parties().map(move |party| (party, term))) {
            let (harder, decided) = (harder.cell(party, term), decided.cell(party, term));
            prop_assert!(decided.mark != Mark::RedLine || harder.mark == Mark::RedLine);
            prop_assert!(decided.contradicted.is_none() || harder.contradicted <= decided.contradicted);
            prop_assert!(decided.contradicted.is_none() || harder.contradicted.is_some());
        }
    }
}
