//! The activities as a class meets them: one name for each, cards in line, and news that wait behind the curtain.

use eframe::egui::{Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{
        Action, Command,
        activities::{Action as Do, Screen as Page},
        delegations,
        predict::Phase,
    },
    domain::PartyIx,
    wording::{DateStyle, activities as words},
};

use crate::support::{
    journey::{Journey, Start, case_of, name},
    screens::{self, Activity, Screen},
};

#[test]
fn each_activity_has_one_name_and_one_place_and_the_tab_leads_back_to_all_of_them() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    let chips: Vec<String> = journey.nodes(Role::RadioButton).iter().map(name).collect();
    let cards: Vec<String> = journey.nodes(Role::Button).iter().map(name).collect();
    let cards: Vec<&str> = cards.iter().filter_map(|name| name.strip_prefix("Begin: ")).collect();
    assert_eq!(chips[1..], cards, "the row of screens names them as the cards do, in the same order");
    journey.click(Role::Button, "Begin: Who has said no?");
    journey.click(Role::Button, words::START);
    // In the middle of a question: what it hides stays hidden.
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    assert_eq!(journey.state().activities.screen, Page::Start);
    assert!(journey.state().keeps_a_secret());
}

#[test]
fn the_cards_of_a_row_end_on_one_line_however_long_a_task_is() {
    let case = case_of("school-trip");
    let mut journey = Start { case, ..Start::default() }.go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    let buttons = journey.nodes(Role::Button);
    let begin = buttons.iter().filter(|button| name(button).starts_with("Begin: "));
    let bottoms: Vec<f32> = begin.map(|button| button.rect().bottom()).collect();
    assert_eq!(bottoms.len(), 4);
    assert!(bottoms.iter().all(|bottom| (bottom - bottoms[0]).abs() < 0.5), "{bottoms:?}");
}

/// The lines of the news that show, each with where it stands.
fn shown(journey: &Journey) -> Vec<(String, f32)> {
    let state = journey.state();
    let said = state.activities.delegations.news.as_ref().map_or(&[][..], |news| &news.said);
    let lines = said.iter().map(|ix| words::news_line(state.dossier(), *ix, DateStyle::Words));
    lines.filter_map(|line| journey.painted(&line).first().map(|rect| (line, rect.top()))).collect()
}

#[test]
fn hidden_news_take_the_room_of_what_may_be_seen_and_what_is_shown_comes_after_it() {
    let mut journey = Start { size: [1280.0, 1400.0], ..Start::at("reported-idea-full") }.go();
    Screen::Activity(Activity::News).open(&mut journey);
    journey.apply(Action::Run(Command::Hide));
    let top = |text: &str| journey.painted(text).first().map(|rect| rect.top());
    let (news, log) = (top(words::STEP_DATE), top(words::LOG));
    let apart = news.zip(log).map(|(news, log)| (log - news).abs());
    assert!(apart.is_some_and(|apart| apart < 120.0), "the log stands beside the news: {news:?}, {log:?}");
    let mut before = shown(&journey);
    assert!(before.is_empty());
    // Not in the order of the days.
    for party in PartyIx::all(journey.state().dossier().parties.len()).collect::<Vec<_>>().into_iter().rev() {
        journey.apply(Action::Activities(Do::Delegations(delegations::Action::Reveal(party))));
        let now = shown(&journey);
        assert!(before.iter().all(|line| now.contains(line)), "{before:#?} {now:#?}");
        before = now;
    }
    assert!(before.len() > 2, "{before:?}");
}

/// What a class writes is told where it is written, and nowhere else.
#[test]
fn the_bottom_line_tells_nothing_of_another_activity() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(Do::Show(Page::Predict)));
    screens::question(&mut journey, Phase::Vote);
    let answer = name(&journey.nodes(Role::RadioButton)[0]);
    journey.nodes(Role::RadioButton)[0].click();
    journey.harness.run();
    journey.click(Role::Button, words::STOP_ASKING);
    let written = |journey: &Journey| journey.status().starts_with("What we expect");
    assert!(!written(&journey), "{answer}: {}", journey.status());
    for screen in [Page::Start, Page::Way, Page::Delegations, Page::Debrief] {
        journey.apply(Action::Activities(Do::Show(screen)));
        assert!(!written(&journey), "{screen:?}: {}", journey.status());
    }
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(!written(&journey), "{}", journey.status());
    // Taken back, it is told: nothing else shows it.
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert!(journey.status().contains("expect"), "{}", journey.status());
}
