//! The program explains itself: whose plan it is, what each mark means, what all parties say about a term.

use eframe::egui::{Key, Role};
use peace_plan_explorer::{
    analysis::{Effect, Judged, Mark},
    app::{Action, Command, Dialog, Edit, Focus, Place, Settings, WhySubject},
    domain::{PartyIx, TermIx, ValueIx},
    wording::{self, DateStyle, everyone, legend, plan_card},
};
use strum::IntoEnumIterator as _;

use crate::support::journey::{Journey, Start, case_of, name};

const IDEA: &str = "reported-idea";
const FRONT_LINE: TermIx = TermIx(0);

fn button_with(journey: &Journey, part: &str) -> Option<String> {
    journey.nodes(Role::Button).iter().map(name).find(|name| name.contains(part))
}

#[test]
fn a_plan_that_is_opened_says_whose_it_is_and_what_became_of_it() {
    let journey = Start::at(IDEA).go();
    let why = journey.why();
    let parts = [
        "Whose\nunnamed members of the incoming US team",
        "When\n6 Nov 2024",
        "How it became known\nDescribed by others.",
        "What became of it\nIt was put forward.",
        "Questions for a class",
    ];
    for part in parts {
        assert!(why.contains(part), "{part} in\n{why}");
    }
}

#[test]
fn the_card_of_the_plan_comes_back_by_its_key_and_stands_on_the_wall_without_the_notes() {
    let mut journey = Start::at(IDEA).go();
    journey.click_cell(PartyIx(1), FRONT_LINE);
    journey.type_key('i');
    assert_eq!(journey.state().session.why, WhySubject::Plan);
    journey.press(Key::F5);
    journey.type_key('i');
    assert_eq!(journey.state().session.dialog, Some(Dialog::Plan));
    let wall = journey.readable();
    assert!(wall.contains("unnamed members of the incoming US team"), "{wall}");
    assert!(!wall.contains("Questions for a class"), "the notes are the teacher's");
}

#[test]
fn the_legend_of_the_wall_explains_its_marks_and_gives_nothing_away_while_they_are_hidden() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press(Key::F5);
    journey.click(Role::Button, wording::presenter::mark_legend(Mark::Opposed));
    assert_eq!(journey.state().session.dialog, Some(Dialog::Marks));
    let wall = journey.readable();
    assert!(Mark::iter().all(|mark| wall.contains(legend::sentence(mark))) && wall.contains("Here: "), "{wall}");
    journey.press(Key::Escape);
    journey.type_key('h');
    journey.type_key('m');
    let wall = journey.readable();
    assert!(wall.contains(legend::sentence(Mark::Opposed)) && !wall.contains("Here: "), "{wall}");
}

#[test]
fn groups_of_terms_have_their_names_and_no_row_is_lost_for_them() {
    let journey = Start::at(IDEA).go();
    for group in ["Fighting", "Land", "Security", "Ukraine's forces", "Economy", "Process"] {
        assert!(!journey.painted(group).is_empty(), "{group}");
    }
    let dossier = journey.state().dossier();
    let last = dossier.terms.last().expect("there are terms");
    assert!(!journey.painted(&last.name).is_empty(), "all rows are in sight");
}

#[test]
fn hidden_verdicts_hide_the_notes_too() {
    let mut journey = Start::at(IDEA).go();
    journey.type_key('h');
    journey.apply(Action::Why(WhySubject::Plan));
    assert!(journey.why().contains(plan_card::NOTES_HIDDEN));
    assert!(!journey.why().contains("red line on the freeze"));
}

#[test]
fn a_click_on_the_legend_explains_the_mark_with_a_place_where_it_stands() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.click(Role::Button, wording::mark_legend(Mark::RedLine));
    let why = journey.why();
    assert!(why.contains(legend::sentence(Mark::RedLine)), "{why}");
    for mark in Mark::iter() {
        assert!(why.contains(legend::sentence(mark)), "{mark:?}");
    }
    for badge in [legend::COUNT, legend::LINKED, legend::DATED, legend::UNCOUNTED] {
        assert!(why.contains(badge), "{badge}");
    }
    let example = button_with(&journey, "Here: ").expect("an example of this plan");
    journey.click(Role::Button, &example);
    assert!(matches!(journey.state().session.why, WhySubject::Cell(..)));
}

#[test]
fn an_example_is_of_this_case_even_where_the_plan_is_empty_and_there_is_none_while_verdicts_are_hidden() {
    let mut journey = Start::default().go();
    let example = journey.state().example(Mark::Supported).expect("somebody asked for something");
    assert!(!example.is_here && example.statement.is_some());
    journey.apply(Action::Edit(Edit::SetTerm(FRONT_LINE, Some(ValueIx(0)))));
    journey.type_key('h');
    assert!(Mark::iter().all(|mark| journey.state().example(mark).is_none()));
}

#[test]
fn enter_on_a_row_shows_what_all_parties_say_grouped_by_mark_and_names_the_silent_ones() {
    let mut journey = Start::at(IDEA).go();
    journey.apply(Action::Focus(Focus { term: FRONT_LINE, place: Place::Term }));
    journey.press(Key::Enter);
    let why = journey.why();
    assert!(why.contains(everyone::WHAT_THEY_SAY), "{why}");
    let state = journey.state();
    for column in state.columns() {
        let cell = state.cell(column.party, FRONT_LINE).expect("nothing is hidden");
        assert!(why.contains(everyone::group(cell.mark, true)), "{:?}", cell.mark);
        assert!(why.contains(&state.dossier().party(column.party).name));
    }
    let words = button_with(&journey, "Russia: ").expect("its words");
    journey.click(Role::Button, &words);
    assert_eq!(journey.state().session.why, WhySubject::Cell(PartyIx(1), FRONT_LINE));
}

#[test]
fn what_depends_on_another_term_leads_to_its_row() {
    let mut journey = Start::default().go();
    let dossier = journey.state().dossier();
    let spanning = dossier.positions.iter().find_map(|position| {
        let terms = position.demand.as_ref()?.terms();
        let other = terms.iter().find(|term| Some(**term) != position.about)?;
        Some((position.party, position.about?, *other))
    });
    let (party, term, other) = spanning.expect("a position that spans terms");
    let name = everyone::go_to_row(&dossier.term(other).name);
    for value in 0..dossier.term(term).values.len() {
        journey.apply(Action::Edit(Edit::SetTerm(term, Some(ValueIx::at(value)))));
        journey.apply(Action::Why(WhySubject::Cell(party, term)));
        if let Some(button) = button_with(&journey, &name) {
            journey.node(Role::Button, &button).click_accesskit();
            journey.harness.run();
            assert_eq!(journey.state().session.focus.term, other);
            assert_eq!(journey.state().session.why, WhySubject::Term(other));
            return;
        }
    }
    panic!("nothing depends on {other:?}");
}

#[test]
fn the_why_panel_follows_the_keyboard_after_a_pause_and_leaves_alone_what_was_opened() {
    let mut journey = Start::at(IDEA).go();
    journey.click_cell(PartyIx(1), FRONT_LINE);
    journey.press(Key::ArrowDown);
    let below = WhySubject::Cell(PartyIx(1), TermIx(1));
    for _ in 0..6 {
        journey.harness.step();
    }
    assert_eq!(journey.state().session.why, below);
    journey.apply(Action::Run(Command::PlanCard));
    journey.press(Key::ArrowDown);
    for _ in 0..6 {
        journey.harness.step();
    }
    assert_eq!(journey.state().session.why, WhySubject::Plan);
}

#[test]
fn a_step_of_the_date_is_news_who_said_what_and_which_marks_moved() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.apply(Action::Run(Command::PreviousEvent));
    journey.apply(Action::Run(Command::NextEvent));
    assert_eq!(journey.state().session.why, WhySubject::News);
    let why = journey.why();
    let state = journey.state();
    let news = state.news().expect("the last step was one of the date");
    let said = state.said_between(news);
    assert!(!said.is_empty());
    for ix in said {
        let sentence = peace_plan_explorer::wording::news::statement(state.dossier(), ix, DateStyle::Words);
        assert!(why.contains(&sentence), "{sentence} in\n{why}");
    }
    let moved: Vec<_> = state.changed_cells().copied().collect();
    for change in &moved {
        assert!(why.contains(&peace_plan_explorer::wording::news::moved(state.dossier(), change)));
    }
    journey.press(Key::F5);
    journey.apply(Action::Run(Command::PreviousEvent));
    journey.type_key('n');
    assert_eq!(journey.state().session.dialog, Some(Dialog::News), "on the wall over it");
}

#[test]
fn the_last_change_plays_back_and_forth_three_times_and_by_the_key_alone_where_nothing_may_move() {
    let mut journey = Start::at(IDEA).go();
    journey.apply(Action::Edit(Edit::SetTerm(FRONT_LINE, Some(ValueIx(1)))));
    let change = *journey.state().changed_cells().next().expect("a mark changed");
    // Not by the key: the harness would let time pass after it.
    journey.harness.state_mut().state.apply(Action::Run(Command::Replay));
    let mut seen = vec![journey.state().replayed(change.party, change.term)];
    for _ in 0..40 {
        journey.harness.step();
        seen.push(journey.state().replayed(change.party, change.term));
    }
    seen.dedup();
    let (before, now) = (Some(change.before), None);
    assert_eq!(seen, [before, now, before, now, before, now], "three times back and forth, and it ends as it is");
    let settings = Settings { reduce_motion: true, ..journey.state().settings.clone() };
    journey.apply(Action::Settings(settings));
    journey.type_key('l');
    for _ in 0..10 {
        journey.harness.step();
    }
    assert_eq!(journey.state().replayed(change.party, change.term), before, "nothing moves by itself");
    journey.type_key('l');
    assert_eq!(journey.state().replayed(change.party, change.term), now);
}

#[test]
fn where_there_is_no_panel_beside_it_what_is_asked_for_opens_over_the_tab() {
    for tab in [Command::Parties, Command::Activities, Command::Case] {
        for (key, dialog) in [('i', Dialog::Plan), ('n', Dialog::News), ('m', Dialog::Marks)] {
            let mut journey = Start::at(IDEA).go();
            journey.apply(Action::Run(Command::NextEvent));
            journey.apply(Action::Run(tab));
            journey.type_key(key);
            assert_eq!(journey.state().session.dialog, Some(dialog), "{tab:?}");
        }
    }
}

#[test]
fn a_value_that_nobody_has_put_forward_says_so_when_it_is_chosen() {
    let case = case_of("belfast-1998");
    let mut journey = Start { case, ..Start::default() }.go();
    journey.apply(Action::Edit(Edit::SetAsOf("1998-04-07".parse().expect("it is a day"))));
    let told = "Letter on office: Letter. Not yet put forward on this day; first put forward on 10 Apr 1998";
    journey.click(Role::RadioButton, "Letter on office, Letter, 1 of 2");
    assert_eq!(journey.status(), told);
    assert_eq!(journey.state().plan().n_set(), 0);
    // By its key as well.
    journey.apply(Action::Run(Command::PreviousEvent));
    journey.type_key('1');
    assert!(journey.status().starts_with("Letter on office: Letter. Not yet put forward"), "{}", journey.status());
}

/// Words on both sides make no mixed mark where the plan only keeps to some of them, or crosses a red line.
#[test]
fn why_a_cell_is_not_mixed_is_said_where_words_stand_on_both_sides() {
    let texts = ["Not \"mixed\": the plan also keeps to words of theirs", "Not \"mixed\": a red line that is crossed"];
    let mut n_said = [0; 2];
    for (id, day) in [("belfast-1998", "1998-04-07"), ("ukraine-2025-01", "2025-01-13")] {
        let case = case_of(id);
        let mut journey = Start { case: case.clone(), ..Start::default() }.go();
        journey.apply(Action::Edit(Edit::SetAsOf(day.parse().unwrap())));
        for nth in 0..3 {
            for (place, term) in case.dossier.terms.iter().enumerate() {
                let value = ValueIx::at(nth.min(term.values.len() - 1));
                journey.apply(Action::Edit(Edit::SetTerm(TermIx::at(place), Some(value))));
            }
            let scenario = journey.state().document.scenario.clone();
            let judged = Judged::new(&case.dossier, &scenario);
            let cells = TermIx::all(case.dossier.terms.len())
                .flat_map(|term| PartyIx::all(case.dossier.parties.len()).map(move |party| (party, term)));
            for (party, term) in cells {
                let report = judged.report(party, term);
                let has =
                    |effect| report.positions.iter().any(|one| one.bears() && one.effect == effect && !one.is_idle);
                let wanted = match report.cell.mark {
                    Mark::Opposed | Mark::Otherwise => [has(Effect::InLine), false],
                    Mark::RedLine => [false, has(Effect::InLine) || has(Effect::Supports)],
                    _ => continue,
                };
                // A few of each are enough.
                if wanted.iter().zip(n_said).any(|(is_wanted, n)| *is_wanted && n < 4) || n_said == [0; 2] {
                    journey.apply(Action::Why(WhySubject::Cell(party, term)));
                    let why = journey.why();
                    assert_eq!(texts.map(|text| why.contains(text)), wanted, "{why}");
                    n_said = [0, 1].map(|nth| n_said[nth] + usize::from(wanted[nth]));
                }
            }
        }
    }
    assert!(n_said.iter().all(|n| *n > 0), "{n_said:?}");
}
