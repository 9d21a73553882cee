//! What the shipped dossiers show about what cannot be had together, and how fast.

use std::{cell::Cell, collections::BTreeSet, ops::ControlFlow};

use peace_plan_explorer::{
    analysis::{
        Behind, Conflicts, End, Index, Limits, Listed, PartyClashes, Question, Setting, Stop, Wanted, Which,
        party_clashes,
    },
    domain::{Dossier, PartyIx, PositionIx, Scenario, Strength},
    storage::Library,
    wording::clashes as words,
};

const GO: Stop<'static> = Stop::never();
const ALL: Wanted = Wanted { sets: usize::MAX, size: None };
const RED_LINES: Which = Which { red_lines_only: true, must_accept_only: false };

/// A dossier on its own day, whatever the plan.
struct Case {
    dossier: Dossier,
    index: Index,
    setting: Setting,
}

impl Case {
    fn new(id: &str, which: Which) -> Self {
        let dossier = Library::shipped().shelf(id).unwrap().dossier().unwrap().dossier.clone();
        let index = Index::new(&dossier);
        let scenario = Scenario::empty(&dossier, String::new());
        let setting = Setting::new(&dossier, &index, &scenario, false, which);
        Self { dossier, index, setting }
    }

    fn question(&self) -> Question<'_> {
        self.setting.question(&self.dossier, &self.index)
    }

    fn pairs(&self) -> PartyClashes {
        party_clashes(self.question(), GO).unwrap()
    }

    fn clash_sets(&self) -> Listed<PositionIx> {
        let conflicts = Conflicts::of_positions(self.question(), Limits::default(), GO).unwrap();
        conflicts.clash_sets(GO).unwrap().listed(ALL, GO, &mut |_| {})
    }

    fn ids(&self, positions: &[PositionIx]) -> BTreeSet<&str> {
        positions.iter().map(|ix| self.dossier.position(*ix).id.as_str()).collect()
    }

    fn about(&self, position: PositionIx) -> &str {
        &self.dossier.term(self.dossier.position(position).about.unwrap()).id
    }

    fn behind(&self, positions: &[PositionIx]) -> Behind {
        Question { positions, ..self.question() }.behind(&self.setting.whatever, GO).unwrap()
    }
}

/// The Ukraine dossier of January 2025.
fn ukraine(which: Which) -> Case {
    Case::new("ukraine-2025-01", which)
}

#[test]
fn seven_terms_of_january_2025_come_out_as_clashing_pairs() {
    let case = ukraine(Which::default());
    let pairs = case.pairs();
    let has = |one: &str, other: &str| {
        let pair = BTreeSet::from([one, other]);
        assert!(
            pairs.all().iter().any(|(left, right)| case.ids(&[*left, *right]) == pair),
            "{one} and {other} are no clashing pair"
        );
    };
    let of_position = |id: &str| case.dossier.positions.iter().find(|position| position.id == id).unwrap();
    // NATO: never against nothing else in its place; Russia demands the one, for Ukraine the other is a red line.
    assert_eq!(["ru-03a", "ua-02a"].map(|id| of_position(id).strength), [Strength::Opposes, Strength::RedLine]);
    has("ru-03a", "ua-02a");
    for (term, one, other) in [
        ("nato_delay", "ru", "ua"),
        ("sanctions", "ru", "ua"),
        ("draft_age", "ua", "us"),
        ("crimea", "ru", "ua"),
        ("territory", "ru", "ua"),
        ("arms", "ru", "ua"),
        ("order", "ru", "us"),
    ] {
        let party = |id: &str| PartyIx::at(case.dossier.parties.iter().position(|party| party.id == id).unwrap());
        let between = pairs.between(party(one), party(other));
        let on_term =
            |(left, right): &&(PositionIx, PositionIx)| [*left, *right].iter().all(|ix| case.about(*ix) == term);
        assert!(between.iter().any(|pair| on_term(&pair)), "{term}: {one} and {other}");
    }
}

#[test]
fn a_freeze_only_with_an_invitation_stands_in_threes_of_which_no_two_clash() {
    let case = ukraine(Which::default());
    let pairs: BTreeSet<(PositionIx, PositionIx)> =
        case.pairs().all().iter().map(|(one, other)| (*one.min(other), *one.max(other))).collect();
    let sets = case.clash_sets();
    // A plan that freezes now, an invitation not now, and: if it freezes, then with an invitation now.
    let with =
        |id: &str| sets.sets.iter().filter(|set| set.len() == 3 && case.ids(set).contains(id)).collect::<Vec<_>>();
    let threes = with("ua-01a");
    assert!(threes.len() > 20, "{}", threes.len());
    assert!(threes.iter().any(|set| case.ids(set) == BTreeSet::from(["ua-01a", "sk-01c", "de-01"])));
    for set in threes {
        for (place, one) in set.iter().enumerate() {
            for other in &set[place + 1..] {
                assert!(!pairs.contains(&(*one, *other)), "{:?}", case.ids(&[*one, *other]));
            }
        }
    }
    // "A ceasefire first" needs the rule that a ceasefire stops the fighting where the armies stand.
    let ordered = sets.sets.iter().find(|set| case.ids(set) == BTreeSet::from(["ua-01a", "t-01", "de-01"])).unwrap();
    let rules: Vec<&str> =
        case.behind(ordered).rules.iter().map(|rule| case.dossier.rules[*rule].id.as_str()).collect();
    assert_eq!(rules, ["ceasefire-stops-fighting"]);
}

#[test]
fn red_lines_alone_cannot_all_be_met_and_the_groups_that_prevent_it_are_named() {
    let case = ukraine(RED_LINES);
    assert_eq!(case.question().plan_meeting_all(GO), Ok(None), "no plan meets all red lines");
    let list = case.clash_sets();
    let named: BTreeSet<BTreeSet<&str>> = list.sets.iter().map(|set| case.ids(set)).collect();
    let expected = [["ru-02a", "ua-11a"], ["sk-01b", "ua-02a"], ["sk-01b", "ua-02b"]].map(BTreeSet::from);
    assert_eq!(named, BTreeSet::from(expected));
    assert_eq!((list.end, list.count.clone(), list.sets.len()), (End::All, Some(3_usize.into()), 3));
    let sentence = words::red_lines(&list, case.setting.positions.len(), false);
    assert!(sentence.starts_with("No plan meets all the red lines on file. The smallest clash is 2 statements."));
    // Dropping one red line of each group lets the rest be met.
    let dropped: BTreeSet<PositionIx> = list.sets.iter().map(|set| set[0]).collect();
    let rest: Vec<PositionIx> = case.setting.positions.iter().copied().filter(|ix| !dropped.contains(ix)).collect();
    assert!(Question { positions: &rest, ..case.question() }.plan_meeting_all(GO).unwrap().is_some());
    for other in ["belfast-1998", "camp-david-1978", "school-trip"] {
        let case = Case::new(other, RED_LINES);
        let sentence = words::red_lines(&case.clash_sets(), case.setting.positions.len(), false);
        assert_eq!(sentence, words::RED_LINES_MET, "{other}");
    }
}

#[test]
fn the_practice_dossier_has_no_pair_and_one_three() {
    let case = Case::new("school-trip", Which::default());
    assert_eq!(case.pairs().all(), []);
    let list = case.clash_sets();
    assert_eq!(list.sets.iter().map(Vec::len).collect::<Vec<_>>(), [3]);
}

/// What a class sees of a dossier in each of the tab's four choices of positions, all of it.
fn answer(case: &Case, stop: Stop<'_>) -> usize {
    let question = case.question();
    let mut n = party_clashes(question, stop).unwrap().all().len();
    let conflicts = Conflicts::of_positions(question, Limits::default(), stop).unwrap();
    for sets in [conflicts.clash_sets(stop).unwrap(), conflicts.ways_out(stop).unwrap()] {
        // Ways out are many: they are counted, and as many are listed as the window shows.
        let mut left = 1000;
        sets.each(stop, &mut |_| {
            n += 1;
            left -= 1;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(sets.count().is_some());
    }
    let parties = Conflicts::of_parties(question, Limits::default(), stop).unwrap();
    n += parties.clash_sets(stop).unwrap().listed(ALL, stop, &mut |_| {}).sets.len();
    n + parties.ways_out(stop).unwrap().listed(ALL, stop, &mut |_| {}).sets.len()
}

/// The bar is a frame; a step takes some tens of nanoseconds, so that so many fit in.
#[test]
fn every_shipped_dossier_is_answered_whole_in_few_steps() {
    for shelf in Library::shipped().shelves() {
        for which in [Which::default(), RED_LINES] {
            let steps = Cell::new(u64::MAX);
            assert!(answer(&Case::new(&shelf.id, which), Stop::never().or_after(&steps)) > 0);
            let taken = u64::MAX - steps.get();
            assert!(taken < 1 << 20, "{}: {taken}", shelf.id);
        }
    }
}
