//! The tab of alternatives: one change, other plans, ways to lift a contradiction, and the ranges of a number term.

use std::sync::atomic::AtomicBool;

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use peace_plan_explorer::{
    analysis::{Mark, matrix},
    app::{Action, Answer, Command, Edit, Effect, Reply, Topic, WhySubject, alternatives::Part},
    domain::{Plan, TermIx, ValueIx},
    wording::{
        self,
        alternatives::{self as words, least, lift},
    },
};

use crate::support::journey::{Journey, Start, name};

const FRONT_LINE: TermIx = TermIx(0);
const NATO_DELAY: TermIx = TermIx(5);
const PEACEKEEPERS: TermIx = TermIx(7);

/// The tab, with the idea of November 2024 in three terms.
fn tab(part: Part) -> Journey {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, Key::Num5);
    journey.click(Role::Tab, words::part(part));
    journey
}

/// The names of all nodes of a role, in the order of the tree.
fn names(journey: &Journey, role: Role) -> Vec<String> {
    journey.nodes(role).iter().map(name).collect()
}

/// All that is written anywhere in the window.
fn written(journey: &Journey) -> String {
    let nodes = journey.harness.root().children_recursive();
    nodes.map(|node| name(&node)).collect::<Vec<_>>().join("\n")
}

/// The only node of a role whose name begins so.
fn begins(journey: &Journey, role: Role, start: &str) -> String {
    let mut found = names(journey, role).into_iter().filter(|name| name.starts_with(start));
    let first = found.next().unwrap_or_else(|| panic!("no {role:?} \"{start}\" among {:#?}", names(journey, role)));
    assert_eq!(found.next(), None, "only one {role:?} \"{start}\"");
    first
}

#[test]
fn a_value_tells_what_it_would_change_and_one_click_sets_it() {
    let mut journey = tab(Part::Singles);
    let name = begins(&journey, Role::Button, "Front line, No freeze. ");
    let before = journey.state().matrix().expect("nothing is hidden").clone();
    let told_newly = name.split("No longer contradicted: ").next().unwrap().to_owned();
    let told_lifted = name.split("No longer contradicted: ").nth(1).unwrap().to_owned();
    journey.click(Role::Button, &name);
    assert_eq!(journey.state().plan().get(FRONT_LINE), Some(ValueIx(1)));
    let (state, dossier) = (journey.state(), journey.state().dossier());
    for column in state.columns() {
        let marks = [&before, state.matrix().unwrap()].map(|matrix| matrix.cell(column.party, FRONT_LINE).mark);
        let party = &dossier.party(column.party).name;
        let [was, is] = marks.map(Mark::is_contradiction);
        assert_eq!(told_newly.contains(party.as_str()), !was && is, "{party}: {name}");
        assert_eq!(told_lifted.contains(party.as_str()) && was, was && !is, "{party}: {name}");
    }
    // What is shown is about the plan as it is now, and one step takes it back.
    begins(&journey, Role::Button, "Front line, Freeze now. Newly contradicted: ");
    assert_eq!(
        begins(&journey, Role::Button, "Front line, No freeze"),
        "Front line, No freeze. This is what your plan says"
    );
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().plan().get(FRONT_LINE), Some(ValueIx(0)));
}

#[test]
fn the_values_stand_in_the_order_of_the_table_and_numbers_that_do_the_same_stand_together() {
    let journey = tab(Part::Singles);
    let dossier = journey.state().dossier();
    let buttons = names(&journey, Role::Button);
    let first_of = |term: &str| buttons.iter().position(|name| name.starts_with(&format!("{term}, "))).unwrap();
    let places: Vec<usize> = dossier.terms.iter().map(|term| first_of(&term.name)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let delay: Vec<&String> = buttons.iter().filter(|name| name.starts_with("NATO delay, ")).collect();
    assert!(delay.len() < 10 && dossier.term(NATO_DELAY).values.len() > 30, "{delay:#?}");
    assert!(delay.last().unwrap().starts_with("NATO delay, Not in the plan"), "{delay:#?}");
}

#[test]
fn a_mark_leads_to_the_statements_behind_it() {
    let mut journey = tab(Part::Singles);
    assert_eq!(journey.why(), "");
    let russia = names(&journey, Role::Button).into_iter().find(|name| name.starts_with("Russia, ")).unwrap();
    journey.harness.get_all_by_role_and_label(Role::Button, &russia).next().unwrap().click();
    journey.harness.run();
    assert!(matches!(journey.state().session.why, WhySubject::Cell(_, FRONT_LINE)));
    assert!(journey.why().contains("Russia"));
}

#[test]
fn the_fewest_contradictions_are_counted_in_words_and_loaded_as_a_new_plan() {
    let mut journey = tab(Part::Least);
    let text = written(&journey);
    let (answer, _) = journey.state().alternatives.least.answer().expect("it is answered at once");
    assert!(answer.found.proven);
    for part in [least::least_cost(answer), least::own_cost(answer), least::NOT_ADVICE.to_owned()] {
        assert!(text.contains(&part), "{part:?} is missing in\n{text}");
    }
    assert!(
        least::least_cost(answer).ends_with(" of 45 places (each party on each term)."),
        "{}",
        least::least_cost(answer)
    );
    let (plan, n) = (answer.found.plans[0].plan.clone(), answer.found.plans[0].changed.len());
    journey.apply(Action::Edit(Edit::SetNotes("Ours".to_owned())));
    let button = begins(&journey, Role::Button, least::LOAD);
    journey.click(Role::Button, &button);
    let document = journey.state().document.clone();
    assert_eq!((&document.scenario.plan, document.scenario.notes.as_str()), (&plan, "Ours"));
    let title = "Reported idea: freeze, delay, European troops";
    assert_eq!(wording::plan_title(&document.scenario), format!("Changed from {title}: {n} terms"));
    assert!(document.file.is_none() && document.is_unsaved() && document.scenario.origin.is_empty());
    // It is now its own nearest: nothing left to load.
    assert!(names(&journey, Role::Button).iter().all(|name| !name.starts_with(least::LOAD)));
    assert!(names(&journey, Role::Row).iter().any(|name| name.starts_with(least::YOUR_PLAN)));
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().document.scenario.title, "Reported idea: freeze, delay, European troops");
}

#[test]
fn what_is_locked_stays_and_the_rule_can_be_changed() {
    let mut journey = tab(Part::Least);
    let all_free = journey.state().alternatives.least.answer().unwrap().0.found.clone();
    assert!(all_free.plans[0].changed.contains(&FRONT_LINE));
    journey.click(Role::CheckBox, "Keep Front line: Freeze now");
    let locked = journey.state().alternatives.least.answer().unwrap().0.found.clone();
    assert!(locked.plans.iter().all(|plan| !plan.changed.contains(&FRONT_LINE)));
    assert!(locked.upper >= all_free.upper);
    journey.click(Role::RadioButton, "Every party weighs the same");
    let (answer, _) = journey.state().alternatives.least.answer().unwrap();
    assert!(least::least_cost(answer).contains(" of 15 parties"), "{}", least::least_cost(answer));
    journey.click(Role::CheckBox, least::MUST_ACCEPT_ONLY);
    let (answer, _) = journey.state().alternatives.least.answer().unwrap();
    assert!(least::least_cost(answer).contains(" of 2 parties"), "{}", least::least_cost(answer));
    assert!(
        written(&journey).contains("the 2 parties that must accept") || written(&journey).contains("The 2 parties")
    );
}

#[test]
fn an_empty_plan_and_a_search_that_runs_say_so() {
    let mut journey = Start::default().go();
    journey.press_with(Modifiers::COMMAND, Key::Num5);
    for part in [Part::Least, Part::Lift] {
        journey.click(Role::Tab, words::part(part));
        assert!(written(&journey).contains(&wording::empty_plan().text));
    }
    let mut journey = tab(Part::Least);
    // The world does not answer: the last answer stays, marked as out of date.
    let world = &mut journey.harness.state_mut().state;
    let effects = world.apply(Action::Edit(Edit::SetTerm(FRONT_LINE, Some(ValueIx(1)))));
    let work = effects.into_iter().find_map(|effect| match effect {
        Effect::Work(work) if work.topic == Topic::Alternatives => Some(work),
        _ => None,
    });
    let mut replies: Vec<Reply> = Vec::new();
    work.expect("a search is asked for").run(&AtomicBool::new(false), &mut |reply| replies.push(reply));
    journey.harness.run_steps(4);
    assert!(written(&journey).contains(least::OUT_OF_DATE), "{}", written(&journey));
    // A part of the answer: it stands there as such, and stays when the search is stopped.
    let whole = replies.pop().expect("a search ends with an answer");
    let mut part = whole.clone();
    let Some(Answer::Alternatives(answer)) = &mut part.answer else { panic!("an answer about other plans") };
    (answer.found.proven, answer.found.n_plans, answer.found.are_all) = (false, None, None);
    answer.found.plans.truncate(2);
    let n_found = answer.found.plans.len();
    assert!(n_found > 0);
    journey.harness.state_mut().state.apply(Action::Worked(Reply { is_last: false, ..part.clone() }));
    journey.harness.run_steps(2);
    let text = written(&journey);
    assert!(
        text.contains(&format!("Searching\u{2026} {n_found} found so far")) && text.contains("Not proven yet"),
        "{text}"
    );
    assert!(!text.contains(least::OUT_OF_DATE) && !text.contains("stopped early"), "{text}");
    journey.harness.get_by_role_and_label(Role::Button, least::STOP).click();
    journey.harness.run_steps(2);
    assert!(journey.take_effects().contains(&Effect::StopWork(Topic::Alternatives)));
    journey.harness.state_mut().state.apply(Action::Worked(part));
    journey.harness.run_steps(2);
    let text = written(&journey);
    assert!(
        text.contains(&format!("Search stopped early. {n_found} plan")) && text.contains(least::SEARCH_AGAIN),
        "{text}"
    );
    assert_eq!(journey.nodes(Role::Button).iter().filter(|node| name(node).starts_with(least::LOAD)).count(), n_found);
}

#[test]
fn the_fewest_changes_are_applied_in_one_step_and_proven() {
    let mut journey = tab(Part::Lift);
    journey.click(Role::RadioButton, "Russia on Peacekeepers, contradicts, opposed");
    let text = written(&journey);
    assert!(text.contains("Proven: 1 change does it"), "{text}");
    let (answer, _) = journey.state().alternatives.lift.answer().unwrap();
    let n_ways = answer.found.ways.len();
    let apply: Vec<String> =
        names(&journey, Role::Button).into_iter().filter(|name| name.starts_with(lift::APPLY)).collect();
    assert_eq!(apply.len(), n_ways);
    let russia = peace_plan_explorer::domain::PartyIx(1);
    journey.click(Role::Button, &apply[0]);
    assert_eq!(journey.state().cell(russia, PEACEKEEPERS).unwrap().contradicted, None);
    assert!(written(&journey).contains("It is so already"));
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().plan().get(PEACEKEEPERS), Some(ValueIx(1)));
}

#[test]
fn where_nothing_helps_the_clash_stands_there_with_its_sources() {
    let mut journey = tab(Part::Lift);
    journey.click(Role::RadioButton, "All red lines: 2 contradictions");
    let text = written(&journey);
    assert!(text.contains("No plan keeps all red lines on file."), "{text}");
    let (answer, _) = journey.state().alternatives.lift.answer().unwrap();
    let blocked = answer.found.blocked.as_ref().expect("no plan does it");
    let dossier = journey.state().dossier();
    for position in &blocked.positions {
        let statement = dossier.position(*position).statements[0];
        let citation = wording::citation(dossier, statement, wording::DateStyle::Words);
        assert!(text.contains(&citation), "{citation}");
    }
    // A plan that leaves terms out can always do it.
    journey.click(Role::CheckBox, lift::LEAVING_OUT);
    assert!(written(&journey).contains("Proven: "), "{}", written(&journey));
    assert!(journey.state().alternatives.lift.answer().unwrap().0.found.upper.is_some());
}

#[test]
fn a_plan_that_contradicts_nothing_is_not_called_agreed() {
    let mut journey = tab(Part::Lift);
    let sentence = "This plan contradicts no statement on file.";
    assert!(!written(&journey).contains(sentence), "the reported idea contradicts some");
    let state = journey.state();
    let (dossier, n_terms) = (state.dossier(), state.dossier().terms.len());
    let alone = |(term, value): &(TermIx, ValueIx)| {
        let plan = Plan::empty(n_terms).with(*term, Some(*value));
        let marks = matrix(dossier, &state.document.case.index, &state.results.situation, &plan);
        marks.tallies.iter().all(|tally| tally.contradicted() == 0)
    };
    let values =
        TermIx::all(n_terms).flat_map(|term| dossier.term(term).all_values().iter().map(move |value| (term, value)));
    let (term, value) = values.into_iter().find(alone).expect("some value contradicts nobody");
    let changes = Plan::empty(n_terms).with(term, Some(value)).iter().collect();
    journey.apply(Action::Edit(Edit::SetTerms(changes)));
    let text = written(&journey);
    assert!(text.contains(sentence) && text.contains("not the same as agreement"), "{text}");
}

#[test]
fn everything_can_be_reached_with_the_keyboard() {
    for (part, wanted) in
        [(Part::Singles, "Front line, No freeze. "), (Part::Least, least::LOAD), (Part::Lift, "Russia on ")]
    {
        let mut journey = tab(part);
        let reached = (0..60).any(|_| {
            journey.press(Key::Tab);
            journey.focused().starts_with(wanted)
        });
        assert!(reached, "{wanted}");
    }
}

#[test]
fn the_why_panel_shows_the_ranges_of_a_number_term_and_a_bar_leads_to_its_statement() {
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Why(WhySubject::Term(FRONT_LINE)));
    assert!(!journey.why().contains(wording::RANGES), "two values have no distances");
    journey.apply(Action::Why(WhySubject::Term(NATO_DELAY)));
    let why = journey.why();
    let group = names(&journey, Role::Group).into_iter().find(|name| name.contains(" have stated ")).expect("a strip");
    assert!(group.contains(" of 15 parties have stated a range that counts"), "{group}");
    assert!(group.contains("20 years, is inside of "), "{group}");
    assert!(why.contains("No stated position on file (not consent): "), "{why}");
    let bar = names(&journey, Role::Button).into_iter().find(|name| name.starts_with("Germany, ")).expect("a bar");
    assert!(bar.contains("1 year or more, No date or Never"), "{bar}");
    journey.click(Role::Button, &bar);
    assert!(matches!(journey.state().session.why, WhySubject::Cell(_, NATO_DELAY)));
}

#[test]
fn hidden_verdicts_stay_hidden_here_too() {
    let mut journey = tab(Part::Singles);
    journey.apply(Action::Run(Command::Hide));
    let shown = written(&journey);
    assert!(!shown.contains(words::NEWLY) && !shown.contains(words::part(Part::Least)), "{shown}");
    journey.apply(Action::Run(Command::Explore));
    journey.apply(Action::Why(WhySubject::Term(NATO_DELAY)));
    assert!(!written(&journey).contains(wording::RANGES));
}

#[test]
fn the_answer_depends_on_how_one_counts_and_all_three_ways_stand_side_by_side() {
    use peace_plan_explorer::wording::alternatives::by_rule;
    for size in [[1280.0, 720.0], [1024.0, 768.0]] {
        let mut journey = Start { size, ..Start::at("reported-idea") }.go();
        journey.press_with(Modifiers::COMMAND, Key::Num5);
        journey.click(Role::Tab, words::part(Part::ByRule));
        let text = written(&journey);
        let (found, document) = journey.state().alternatives.by_rule.answer().expect("it is worked out");
        assert!(found.is_whole());
        for answer in &found.answers {
            assert!(text.contains(by_rule::rule(answer.wishes.rule)));
            for plan in answer.found.plans.iter().take(1) {
                for party in &plan.account.parties {
                    assert!(text.contains(&by_rule::against(&document.case.dossier, plan, *party)));
                }
            }
        }
        assert!(text.contains(&by_rule::what_separates(&document.case.dossier, found)));
        let window = journey.harness.ctx.content_rect();
        let loads: Vec<_> = journey.nodes(Role::Button).into_iter().filter(|node| name(node) == least::LOAD).collect();
        assert!(loads.len() >= 3);
        assert!(loads.iter().all(|load| window.x_range().contains(load.rect().right())), "{size:?}");
        let plan = found.answers[0].found.plans[0].plan.clone();
        journey.apply(Action::Alternatives(peace_plan_explorer::app::alternatives::Action::Load(plan.clone())));
        assert_eq!(*journey.state().plan(), plan);
    }
}
