//! The verdicts, marks and counts follow the law on random dossiers.

#[path = "support/naive.rs"]
mod naive;
#[path = "support/random.rs"]
mod random;
#[path = "support/reorder.rs"]
mod reorder;

use naive::Case;
use peace_plan_explorer::{
    analysis::{
        CompiledDemand, Effect, Index, Mark, Matrix, Situation, Standing, Tally, Verdict, cell_report, changes, matrix,
    },
    domain::{
        Counted, Date, Demand, Dossier, DossierParts, PartyIx, Plan, PositionIx, Strength, Term, TermIx, TermKind,
        TermValue, ValueIx,
    },
};
use proptest::{prelude::*, test_runner::RngSeed};
use random::{Random, Shape};
use reorder::Reordering;

/// The same cases in every run, so that a failure can be repeated.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(2025), ..ProptestConfig::default() }
}

/// A seed and a size; failures shrink towards small dossiers.
fn wild() -> impl Strategy<Value = (Random, Shape)> {
    (1..4_usize, 1..6_usize, 0..16_usize, any::<u64>()).prop_map(|(parties, terms, positions, seed)| {
        (Random::new(seed), Shape { parties, terms, positions, wild: true })
    })
}

/// A dossier at a day, with what its analysis needs.
struct Setting {
    dossier: Dossier,
    index: Index,
    situation: Situation,
}

impl Setting {
    fn new(dossier: Dossier, day: Date, counted: Counted) -> Self {
        let (index, situation) = (Index::new(&dossier), Situation::new(&dossier, day, counted));
        Self { dossier, index, situation }
    }

    fn random(random: &mut Random, parts: DossierParts) -> Self {
        let (day, counted) = (random::day(random), random::counted(random));
        Self::new(Dossier::new(parts).unwrap(), day, counted)
    }

    fn matrix(&self, plan: &Plan) -> Matrix {
        matrix(&self.dossier, &self.index, &self.situation, plan)
    }

    fn case<'a>(&'a self, plan: &'a Plan) -> Case<'a> {
        Case { dossier: &self.dossier, plan, day: self.situation.as_of, counted: self.situation.counted }
    }

    fn cells(&self) -> impl Iterator<Item = (PartyIx, TermIx)> {
        let n_parties = self.dossier.parties.len();
        TermIx::all(self.dossier.terms.len())
            .flat_map(move |term| PartyIx::all(n_parties).map(move |party| (party, term)))
    }

    /// Every value of every term, and each term left out.
    fn single_changes(&self) -> Vec<(TermIx, Option<ValueIx>)> {
        let values = |term: TermIx| {
            let values = ValueIx::all(self.dossier.term(term).values.len());
            std::iter::once(None).chain(values.map(Some)).map(move |value| (term, value))
        };
        TermIx::all(self.dossier.terms.len()).flat_map(values).collect()
    }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn a_verdict_is_that_of_all_completions((mut random, shape) in wild()) {
        let parts = random::parts(&mut random, shape);
        let setting = Setting::random(&mut random, parts);
        let dossier = &setting.dossier;
        let rules = dossier.rules.iter().map(|rule| &rule.demand);
        for demand in dossier.positions.iter().filter_map(|position| position.demand.as_ref()).chain(rules) {
            let plan = random::plan(&mut random, dossier, 60);
            let compiled = CompiledDemand::new(dossier, demand);
            let decision = compiled.decide(&plan);
            prop_assert_eq!(decision.verdict, naive::verdict(dossier, demand, &plan), "{:?} under {:?}", demand, plan);
            let any_plan = naive::over_all_plans(dossier, demand);
            prop_assert_eq!(compiled.over_all_plans(), any_plan, "{:?} over all plans", demand);
            prop_assert_eq!(decision.vacuous, naive::is_vacuous(dossier, demand, &plan), "{:?} under {:?}", demand, plan);
            for (term, value) in setting.single_changes() {
                let Some(value) = value else { continue };
                let changed = naive::verdict(dossier, demand, &plan.with(term, Some(value)));
                prop_assert_eq!(compiled.decide_changed(&plan, term, value).verdict, changed);
                if changed != Verdict::Met {
                    continue;
                }
                let only = naive::leaves_only(dossier, demand, &plan, term, value);
                prop_assert_eq!(compiled.leaves_only(&plan, term, value), only, "{:?} under {:?}", demand, plan);
            }
        }
    }

    #[test]
    fn marks_and_counts_are_those_of_the_law((mut random, shape) in wild()) {
        let parts = random::parts(&mut random, shape);
        let setting = Setting::random(&mut random, parts);
        let plan = random::plan(&mut random, &setting.dossier, 70);
        let (matrix, case) = (setting.matrix(&plan), setting.case(&plan));
        for (party, term) in setting.cells() {
            prop_assert_eq!(*matrix.cell(party, term), naive::cell(case, party, term), "{:?} {:?}", party, term);
        }
        for (party, tally) in PartyIx::all(setting.dossier.parties.len()).zip(&matrix.tallies) {
            prop_assert_eq!(*tally, naive::tally(case, party));
            let sum = tally.contradicted() + tally.in_line + tally.silent + tally.on_file + tally.depends;
            prop_assert_eq!(usize::from(sum), matrix.n_in_plan);
        }
        prop_assert_eq!(matrix.n_in_plan, plan.iter().filter(|(_, value)| value.is_some()).count());
        let is_broken = |demand: &Demand| naive::verdict(&setting.dossier, demand, &plan) == Verdict::Contradicted;
        let rules = setting.dossier.rules.iter().enumerate();
        let broken: Vec<usize> = rules.filter(|(_, rule)| is_broken(&rule.demand)).map(|(place, _)| place).collect();
        prop_assert_eq!(&matrix.broken_rules, &broken);
    }

    #[test]
    fn the_reasons_of_a_cell_fit_its_mark((mut random, shape) in wild()) {
        let parts = random::parts(&mut random, shape);
        let setting = Setting::random(&mut random, parts);
        let (dossier, situation) = (&setting.dossier, &setting.situation);
        let plan = random::plan(&mut random, dossier, 70);
        let (matrix, case) = (setting.matrix(&plan), setting.case(&plan));
        for (party, term) in setting.cells() {
            let report = cell_report(dossier, &setting.index, situation, &plan, (party, term));
            prop_assert_eq!(&report.cell, matrix.cell(party, term));
            for one in report.positions.iter().chain(&report.linked) {
                let position = dossier.position(one.position);
                prop_assert_eq!(one.effect, naive::effect(case, position));
                prop_assert_eq!(one.standing == Standing::InForce, naive::in_force(case, one.position));
            }
            let mut listed: Vec<PositionIx> = report.positions.iter().map(|one| one.position).collect();
            let keys: Vec<_> = report.positions.iter().map(|one| {
                let newest = std::cmp::Reverse(dossier.first_day(one.position));
                let contradicted = one.effect == Effect::Contradicts;
                let strength = contradicted.then_some(dossier.position(one.position).strength);
                (one.standing != Standing::InForce, one.effect, strength, newest)
            }).collect();
            prop_assert!(keys.is_sorted(), "in force first, then by effect and strength, then the newest first");
            listed.sort_unstable();
            let on_file = PositionIx::all(dossier.positions.len()).filter(|ix| {
                dossier.position(*ix).party == party && dossier.position(*ix).about == Some(term)
            });
            prop_assert_eq!(listed, on_file.collect::<Vec<_>>());
            let linked = PositionIx::all(dossier.positions.len()).filter(|ix| {
                let position = dossier.position(*ix);
                let (Some(about), Some(demand)) = (position.about, &position.demand) else { return false };
                position.party == party
                    && about != term
                    && plan.get(about).is_some()
                    && demand.terms().contains(&term)
                    && naive::in_force(case, *ix)
                    && naive::verdict(dossier, demand, &plan) != Verdict::Undecided
            });
            prop_assert_eq!(report.linked.iter().map(|one| one.position).collect::<Vec<_>>(), linked.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_position_is_in_force_as_the_law_says((mut random, shape) in wild()) {
        let dossier = random::dossier(&mut random, shape);
        for day in (0..6).map(|_| random::day(&mut random)) {
            let situation = Situation::new(&dossier, day, Counted::default());
            let plan = Plan::empty(dossier.terms.len());
            let case = naive::Case { dossier: &dossier, plan: &plan, day, counted: Counted::default() };
            for ix in PositionIx::all(dossier.positions.len()) {
                let (position, standing) = (dossier.position(ix), situation.standing(ix));
                prop_assert_eq!(standing == Standing::InForce, naive::in_force(case, ix));
                match standing {
                    Standing::Replaced(newer) => {
                        let newer = dossier.position(newer);
                        prop_assert!(newer.replaces.contains(&ix));
                        prop_assert!(naive::stands(&dossier, newer, day), "the successor stands itself");
                        prop_assert!(naive::stands(&dossier, position, day));
                    }
                    Standing::NotYet => prop_assert!(dossier.first_day(ix).earliest() > day.earliest()),
                    Standing::Ended => prop_assert!(position.until.unwrap().earliest() <= day.earliest()),
                    Standing::InForce => {}
                }
            }
        }
    }

    #[test]
    fn single_changes_move_the_marks_that_differ_one_by_one((mut random, shape) in wild()) {
        let parts = random::parts(&mut random, shape);
        let setting = Setting::random(&mut random, parts);
        let plan = random::plan(&mut random, &setting.dossier, 60);
        let now = setting.matrix(&plan);
        for change in setting.single_changes() {
            let changed = plan.with(change.0, change.1);
            let ahead = setting.matrix(&changed);
            let mut expected = Vec::new();
            for (party, term) in setting.cells() {
                let marks = [&plan, &changed].map(|plan| naive::cell(setting.case(plan), party, term).mark);
                // A term that enters the plan where nothing is on file changes no mark that a user could read.
                if marks[0] != marks[1] && !marks.iter().all(|mark| mark.is_blank()) {
                    expected.push((party, term, marks));
                }
            }
            let found = changes(&now, &ahead).into_iter();
            let found: Vec<_> = found.map(|one| (one.party, one.term, [one.before, one.after])).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn names_and_order_change_nothing_but_places((mut random, shape) in wild()) {
        let parts = random::parts(&mut random, shape);
        let reordering = Reordering::random(&mut random, &parts);
        let new_parts = reordering.parts(&parts);
        let old = Setting::random(&mut random, parts);
        let new = Setting::new(Dossier::new(new_parts).unwrap(), old.situation.as_of, old.situation.counted);
        let plan = random::plan(&mut random, &old.dossier, 70);
        let (before, after) = (old.matrix(&plan), new.matrix(&reordering.plan(&plan)));
        for (party, term) in old.cells() {
            prop_assert_eq!(before.cell(party, term), after.cell(reordering.party(party), reordering.term(term)));
        }
        for party in PartyIx::all(old.dossier.parties.len()) {
            prop_assert_eq!(before.tallies[party.get()], after.tallies[reordering.party(party).get()]);
        }
        prop_assert_eq!(before.n_in_plan, after.n_in_plan);
        prop_assert_eq!(before.broken_rules, after.broken_rules);
    }

    #[test]
    fn a_term_that_nobody_mentions_changes_no_mark((mut random, shape) in wild()) {
        let parts = random::parts(&mut random, shape);
        let mut more = parts.clone();
        let added = TermIx::at(more.terms.len());
        more.terms.push(more.terms[0].clone());
        let old = Setting::random(&mut random, parts);
        let new = Setting::new(Dossier::new(more).unwrap(), old.situation.as_of, old.situation.counted);
        let plan = random::plan(&mut random, &old.dossier, 70);
        for set in [None, Some(ValueIx(0))] {
            let mut longer = Plan::empty(added.get() + 1);
            plan.iter().for_each(|(term, value)| longer.set(term, value));
            longer.set(added, set);
            let (before, after) = (old.matrix(&plan), new.matrix(&longer));
            for (party, term) in old.cells() {
                prop_assert_eq!(before.cell(party, term), after.cell(party, term));
            }
            for party in PartyIx::all(old.dossier.parties.len()) {
                let expected = if set.is_some() { Mark::Silent } else { Mark::Empty };
                prop_assert_eq!(after.cell(party, added).mark, expected);
            }
        }
    }

    #[test]
    fn an_offer_is_never_contradicted((mut random, shape) in wild()) {
        let mut parts = random::parts(&mut random, shape);
        parts.positions.iter_mut().for_each(|position| position.strength = Strength::Offers);
        let setting = Setting::random(&mut random, parts);
        let plan = random::plan(&mut random, &setting.dossier, 80);
        let matrix = setting.matrix(&plan);
        for (party, term) in setting.cells() {
            prop_assert!(!matrix.cell(party, term).mark.is_contradiction());
            prop_assert_eq!(matrix.cell(party, term).contradicted, None);
            let at = (party, term);
            let report = cell_report(&setting.dossier, &setting.index, &setting.situation, &plan, at);
            prop_assert!(report.positions.iter().all(|one| one.effect != Effect::Contradicts));
        }
    }

    #[test]
    fn what_does_not_count_marks_like_what_demands_nothing_and_replaces_nothing((mut random, shape) in wild()) {
        let mut rhetoric = random::parts(&mut random, shape);
        let mut mute = rhetoric.clone();
        for place in 0..shape.positions {
            if random.chance(50) {
                rhetoric.positions[place].counts = false;
                mute.positions[place].demand = None;
                mute.positions[place].replaces.clear();
            }
        }
        let rhetoric = Setting::random(&mut random, rhetoric);
        let mute = Setting::new(Dossier::new(mute).unwrap(), rhetoric.situation.as_of, rhetoric.situation.counted);
        let plan = random::plan(&mut random, &rhetoric.dossier, 80);
        let (with, without) = (rhetoric.matrix(&plan), mute.matrix(&plan));
        for (party, term) in rhetoric.cells() {
            // What does not count may replace what does not count either: then nothing is on file instead of something.
            let told = |mark| if mark == Mark::OnFile { Mark::Silent } else { mark };
            prop_assert_eq!(told(with.cell(party, term).mark), told(without.cell(party, term).mark));
            prop_assert_eq!(with.cell(party, term).contradicted, without.cell(party, term).contradicted);
        }
        let blank = |tally: &Tally| Tally { silent: tally.silent + tally.on_file, on_file: 0, ..*tally };
        let blank = |matrix: &Matrix| matrix.tallies.iter().map(blank).collect::<Vec<Tally>>();
        prop_assert_eq!(blank(&with), blank(&without));
    }
}

/// A demand whose table would be too large is decided by branching instead, with the same answers.
#[test]
fn a_demand_too_large_for_a_table_gets_the_same_verdicts() {
    let n_values = 17;
    let mut parts = random::parts(&mut Random::new(1), Shape { parties: 1, terms: 4, positions: 0, wild: true });
    parts.rules.clear();
    let value = |n: usize| TermValue {
        id: format!("v{n}"),
        name: format!("v{n}"),
        long_name: String::new(),
        meaning: String::new(),
        number: None,
        since: None,
    };
    for term in &mut parts.terms {
        let values = (0..n_values).map(value).collect();
        *term = Term { kind: TermKind::Choice, values, ..term.clone() };
    }
    let dossier = Dossier::new(parts).unwrap();
    let all_have = |value| Demand::All(TermIx::all(4).map(|term| Demand::Is(term, value)).collect());
    let all_the_same = Demand::Any(ValueIx::all(n_values).map(all_have).collect());
    let differ = Demand::Not(Box::new(all_the_same.clone()));
    let mut random = Random::new(7);
    for demand in [all_the_same, differ] {
        let compiled = CompiledDemand::new(&dossier, &demand);
        for _ in 0..40 {
            let value = ValueIx::at(random.below(n_values));
            let mut plan = Plan::empty(4);
            for term in TermIx::all(4).filter(|term| term.get() != 1) {
                plan.set(term, Some(if random.chance(85) { value } else { ValueIx(0) }));
            }
            plan.set(TermIx(1), random.chance(60).then_some(value));
            assert_eq!(compiled.decide(&plan).verdict, naive::verdict(&dossier, &demand, &plan), "{plan:?}");
            let only = naive::leaves_only(&dossier, &demand, &plan, TermIx(1), value);
            assert_eq!(compiled.leaves_only(&plan, TermIx(1), value), only, "{plan:?}");
        }
    }
}
