//! Party against party: numbers to statements, sets as columns, what would have to give, by name and by key.

use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use peace_plan_explorer::{
    app::{
        Action, Edit, Effect, Tab, Topic, WhySubject,
        parties::{Detail, Look},
    },
    domain::{PartyIx, TermIx, ValueIx},
    wording::{
        clashes,
        ui::{self as words, parties as own},
    },
};

use crate::support::journey::{Journey, Start, case_of, name};

fn party(journey: &Journey, id: &str) -> PartyIx {
    PartyIx::at(journey.state().dossier().parties.iter().position(|party| party.id == id).unwrap())
}

fn term(journey: &Journey, id: &str) -> TermIx {
    TermIx::at(journey.state().dossier().terms.iter().position(|term| term.id == id).unwrap())
}

/// The window with the tab open.
fn at_parties(start: Start) -> Journey {
    let mut journey = start.go();
    journey.press_with(Modifiers::COMMAND, Key::Num2);
    journey.apply(Action::Parties(peace_plan_explorer::app::parties::Action::Look(Look::Pairs)));
    journey
}

/// Everything that is read beside the picture.
fn read(journey: &Journey) -> String {
    let region = journey.harness.get_by_role_and_label(Role::Region, own::DETAIL);
    let pieces = region.children_recursive().filter(|node| node.accesskit_node().role() != Role::TextRun);
    pieces.map(|node| name(&node)).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
}

fn labels(journey: &Journey) -> Vec<String> {
    journey.nodes(Role::Label).iter().map(name).collect()
}

/// The cell of two parties, by the beginning of its name.
fn pair(journey: &Journey, who: &str) -> String {
    let start = format!("{who}: ");
    let cells = journey.nodes(Role::GridCell);
    let cell = cells.iter().map(name).find(|name| name.starts_with(&start));
    cell.unwrap_or_else(|| panic!("no cell of {who}"))
}

#[test]
fn it_opens_on_the_red_lines_of_those_who_must_accept() {
    let mut journey = Start::default().go();
    journey.press_with(Modifiers::COMMAND, Key::Num2);
    let lines = std::sync::Arc::clone(&journey.state().parties.red_lines);
    assert!(lines.n_lines() > 3 && lines.parties.len() == 2, "{lines:?}");
    let dossier = journey.state().dossier();
    for position in lines.parties.iter().flat_map(|(_, lines)| lines) {
        assert_eq!(
            dossier.party(dossier.position(*position).party).role,
            peace_plan_explorer::domain::Role::MustAccept
        );
    }
    let shown = journey.readable();
    assert!(shown.contains(&own::red_lines(&lines)), "{}", own::red_lines(&lines));
    for group in lines.groups.as_ref().expect("they are worked out") {
        assert!(shown.contains(&own::group_of_red_lines(dossier, group)));
    }
    assert!(shown.contains(own::ALL_RED_LINES) && shown.contains("Met if"));
    assert_eq!(journey.nodes(Role::GridCell).len(), 0, "no counts at first sight");
    journey.click(Role::RadioButton, own::ALL_STATEMENTS);
    let cell = pair(&journey, "Russia and Ukraine");
    assert!(cell.contains("they clash on ") && cell.contains(" terms; 17 pairs of statements"), "{cell}");
    journey.click(Role::RadioButton, own::look(Look::WaysOut));
    assert!(labels(&journey).iter().any(|label| label.contains("Each of them has something that was said by ")));
}

/// A dash is silence everywhere in the program; here nothing is silent.
#[test]
fn where_no_two_exclude_each_other_stands_a_nought_with_what_it_is_out_of() {
    let case = case_of("school-trip");
    let journey = at_parties(Start { case, ..Start::default() });
    let none = journey.nodes(Role::GridCell).iter().map(name).filter(|name| name.contains("no two statements")).count();
    assert!(none > 2, "{none}");
    assert_eq!(journey.painted("0/").len(), none + 2, "in each of these cells, in the legend and in its words");
    assert!(!own::SLASH_MEANS.to_lowercase().contains("dash"));
}

#[test]
fn a_number_leads_to_both_statements_side_by_side_and_on_to_the_table() {
    let mut journey = at_parties(Start::default());
    assert!(labels(&journey).contains(&"91 pairs of statements that no plan can meet together.".to_owned()));
    assert!(read(&journey).contains(own::CHOOSE_PAIR));
    journey.click(Role::GridCell, &pair(&journey, "Russia and Ukraine"));
    let text = read(&journey);
    for part in
        ["Russia and Ukraine", "17 pairs of statements", "No plan meets both: what they ask of NATO delay differs."]
    {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // Each of the two: what, who, when and where, how firmly, on what evidence, what would meet it.
    for part in [
        "Putting off Ukraine's NATO membership makes no difference to Russia",
        "Vladimir Putin, President",
        "26 Dec 2024 \u{b7} A News (Anadolu)",
        "Met if NATO delay is Never",
        "The only real guarantee is full NATO membership; substitutes are refused",
        "Red line",
        "On record",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(text.contains("It needs the rule: if Territory is"), "a rule stands behind Crimea\n{text}");
    assert!(text.contains(own::COMMON_GROUND) && text.contains("Can be met together on "), "{text}");
    assert!(text.contains(words::NOT_CONSENT), "{text}");
    let buttons: Vec<_> =
        journey.nodes(Role::Button).into_iter().filter(|node| name(node) == own::IN_THE_TABLE).collect();
    assert_eq!(buttons.len(), 34);
    buttons[0].click();
    journey.harness.run();
    assert_eq!(journey.state().session.tab, Tab::Explore);
    let WhySubject::Cell(of, about) = journey.state().session.why else { panic!("no cell is shown") };
    assert_eq!(of, party(&journey, "ru"));
    assert!(journey.why().contains(&journey.state().dossier().term(about).name));
}

#[test]
fn the_matrix_is_one_tab_stop_and_the_arrows_move_in_it() {
    let mut journey = at_parties(Start::default());
    assert!(journey.focused().starts_with("Within Russia: "), "{}", journey.focused());
    let (whole, shown) = journey.ring().expect("a ring");
    assert!(shown.contains_rect(whole), "{shown:?} cuts {whole:?}");
    journey.press(Key::ArrowRight);
    journey.press(Key::Enter);
    assert!(read(&journey).starts_with("Russia and Ukraine"));
    journey.press(Key::End);
    journey.press(Key::ArrowDown);
    journey.press(Key::Enter);
    assert!(read(&journey).starts_with("Ukraine and T\u{fc}rkiye"), "{}", read(&journey));
    assert!(read(&journey).contains(clashes::NONE_BETWEEN));
    journey.press(Key::Tab);
    assert!(!journey.focused().ends_with("Enter to read."), "Tab leaves the matrix: {}", journey.focused());
}

#[test]
fn silence_differs_from_no_clash_in_words_and_on_the_screen() {
    let mut journey = at_parties(Start::default());
    let silent =
        "Russia and Switzerland: Switzerland said nothing that is looked at here. That is not consent. Enter to read.";
    let none = "Russia and China: no two statements exclude each other. Enter to read.";
    journey.node(Role::GridCell, silent);
    journey.node(Role::GridCell, none);
    journey.click(Role::GridCell, silent);
    assert!(read(&journey).contains("Only Russia has a stated position on "), "{}", read(&journey));
    let one = pair(&journey, "Russia and Germany");
    assert!(one.ends_with("1 pair of statements that no plan can meet together. Enter to read."), "{one}");
    journey.click(Role::GridCell, &one);
    assert!(read(&journey).starts_with("Russia and Germany\n1 pair"), "{}", read(&journey));
}

#[test]
fn a_plan_and_filters_change_what_is_asked() {
    let mut journey = at_parties(Start::at("reported-idea"));
    let n = |journey: &Journey| journey.state().parties.desk.answer().unwrap().0.clashes.all().len();
    assert_eq!(n(&journey), 91);
    journey.click(Role::RadioButton, own::ON_THIS_PLAN);
    let alone = journey.state().parties.desk.answer().unwrap().0.clashes.alone.len();
    assert!(alone > 0 && n(&journey) < 100);
    assert!(labels(&journey).iter().any(|label| label.contains("cannot be met on this plan, even each on its own")));
    journey.click(Role::Button, own::READ_THEM);
    assert_eq!(read(&journey).matches(own::IN_THE_TABLE).count(), alone, "each is said once");
    journey.click(Role::RadioButton, own::WHATEVER_THE_PLAN);
    journey.click(Role::CheckBox, own::MUST_ACCEPT_ONLY);
    assert_eq!(n(&journey), 17);
    journey.click(Role::CheckBox, own::RED_LINES_ONLY);
    assert_eq!(n(&journey), 1);
    let effects = journey.take_effects();
    assert!(effects.iter().all(|effect| matches!(effect, Effect::Work(_))), "{effects:?}");
    assert!(!journey.state().document.is_unsaved(), "looking changes no plan");
}

#[test]
fn red_lines_alone_cannot_all_be_met_and_their_groups_are_one_click_away() {
    let mut journey = at_parties(Start::default());
    let said = "No plan meets all the red lines on file. The smallest clash is 2 statements. 3 groups of red lines \
                prevent it.";
    assert!(labels(&journey).contains(&said.to_owned()), "{:#?}", labels(&journey));
    journey.click(Role::Button, own::SHOW_THEM);
    assert_eq!(journey.nodes(Role::ListBoxOption).len(), 3);
    let text = read(&journey);
    assert!(text.contains(clashes::DROP_ONE) && text.contains("Red line"), "{text}");
}

#[test]
fn clash_sets_are_columns_that_the_arrows_step_through() {
    let mut journey = at_parties(Start::default());
    journey.click(Role::RadioButton, own::look(Look::Sets));
    assert!(labels(&journey).contains(&"175 clash sets in all.".to_owned()), "{:#?}", labels(&journey));
    journey.apply(Action::Parties(peace_plan_explorer::app::parties::Action::Size(Some(3))));
    let freeze = term(&journey, "freeze");
    journey.apply(Action::Parties(peace_plan_explorer::app::parties::Action::About(Some(freeze))));
    let picture = std::sync::Arc::clone(&journey.state().parties.picture);
    assert!(picture.columns.len() > 20 && picture.columns.iter().all(|set| set.len() == 3));
    let first = journey.nodes(Role::ListBoxOption).into_iter().map(|node| name(&node)).next().unwrap();
    assert!(first.starts_with(&format!("Set 1 of {}: ", picture.columns.len())), "{first}");
    let before = read(&journey);
    while !journey.focused().starts_with("Set 1 of ") {
        journey.press(Key::Tab);
    }
    journey.press(Key::ArrowRight);
    assert_eq!(journey.state().parties.column, 1);
    assert_ne!(read(&journey), before);
    // Step on to one that needs a rule.
    let needs_rule = |journey: &Journey| matches!(&*journey.state().parties.detail, Detail::ClashSet { behind, .. } if !behind.rules.is_empty());
    while !needs_rule(&journey) && journey.state().parties.column + 1 < picture.columns.len() {
        journey.press(Key::ArrowRight);
    }
    assert!(read(&journey).contains("It needs the rule: "), "{}", read(&journey));
    let (whole, shown) = journey.ring().expect("a ring");
    assert!(shown.contains_rect(whole), "the chosen column is scrolled to: {shown:?} of {whole:?}");
}

#[test]
fn sets_of_parties_say_who_cannot_all_be_met_and_by_which_statements() {
    let mut journey = at_parties(Start::default());
    journey.click(Role::RadioButton, own::look(Look::Sets));
    journey.click(Role::RadioButton, own::PARTIES);
    journey.apply(Action::Parties(peace_plan_explorer::app::parties::Action::Size(Some(2))));
    let text = read(&journey);
    assert!(text.contains(" have said, of what is looked at here."), "{text}");
    assert!(text.contains(clashes::MADE_OF) && text.contains("Met if"), "{text}");
}

#[test]
fn what_would_have_to_give_is_counted_and_what_all_ways_share_is_said_once() {
    let mut journey = at_parties(Start::default());
    journey.click(Role::RadioButton, own::look(Look::WaysOut));
    let said = "3,360 ways out in all; the first 1,000 are listed, complete up to size 30.";
    assert!(labels(&journey).contains(&said.to_owned()), "{:#?}", labels(&journey));
    let text = read(&journey);
    assert!(text.contains(clashes::GIVE_WAY) && text.contains("17 statements are in each of the 4 ways"), "{text}");
    journey.click(Role::RadioButton, own::PARTIES);
    assert!(read(&journey).contains("give way, some plan meets all the others."), "{}", read(&journey));
}

#[test]
fn the_last_answer_stays_and_is_marked_until_the_new_one_is_there() {
    let mut journey = at_parties(Start::default());
    let answered = journey.state().parties.desk.answer().unwrap().0.clone();
    // A world that does not answer: the effect is not carried out.
    let state = &mut journey.harness.state_mut().state;
    let effects = state.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(0)))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Work(_))));
    journey.harness.run();
    assert!(labels(&journey).contains(&own::OUT_OF_DATE.to_owned()));
    assert!(labels(&journey).contains(&own::WORKING.to_owned()));
    assert_eq!(journey.state().parties.desk.answer().unwrap().0.clashes, answered.clashes);
    pair(&journey, "Russia and Ukraine");
    journey.click(Role::Button, own::STOP);
    assert!(journey.take_effects().contains(&Effect::StopWork(Topic::Parties)));
}

#[test]
fn another_plan_of_the_dossier_keeps_the_pair_that_is_read() {
    let mut journey = at_parties(Start::default());
    journey.click(Role::GridCell, &pair(&journey, "Russia and Ukraine"));
    assert!(matches!(&*journey.state().parties.detail, Detail::Pair { .. }));
    journey.press_with(Modifiers::COMMAND, Key::N);
    assert!(matches!(&*journey.state().parties.detail, Detail::Pair { .. }));
}

#[test]
fn small_windows_and_large_text_lose_nothing() {
    for (size, percent) in [([1024.0, 768.0], 100), ([1280.0, 720.0], 150), ([800.0, 560.0], 100)] {
        let settings = peace_plan_explorer::app::Settings { text_size: percent, ..Default::default() };
        let mut journey = at_parties(Start { size, settings, ..Start::default() });
        journey.press(Key::ArrowRight);
        journey.press(Key::Enter);
        assert!(read(&journey).starts_with("Russia and Ukraine"), "{size:?}");
        journey.press(Key::End);
        for _ in 0..20 {
            journey.press(Key::ArrowDown);
        }
        let (whole, shown) = journey.ring().expect("a ring");
        assert!(shown.expand(1.0).contains_rect(whole), "{size:?} {percent}: {shown:?} of {whole:?}");
        for look in [Look::Sets, Look::WaysOut] {
            journey.click(Role::RadioButton, own::look(look));
            assert!(!journey.nodes(Role::ListBoxOption).is_empty(), "{size:?} {look:?}");
        }
    }
}
