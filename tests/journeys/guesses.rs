//! What stands around a question: where its end leads, what turns and what reveals, and the way back to it.

use std::collections::BTreeSet;

use eframe::egui::{Key, Modifiers, Rect, Role, pos2, vec2};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    analysis::Mark,
    app::{
        Action, Command, Edit, Tab,
        activities::{ClassEdit, Screen as Page},
        predict,
        predict::Phase,
        predict::Stage,
    },
    domain::{Guess, PartyIx, TermIx, ValueIx},
    wording::{activities as words, presenter as texts, ui as names},
};

use crate::support::{
    journey::{Journey, Start, name},
    screens,
};

/// A question of the whole case at the desk, or on the wall.
fn asked(phase: Phase, on_the_wall: bool) -> Journey {
    asked_in([1280.0, 720.0], phase, on_the_wall)
}

fn asked_in(size: [f32; 2], phase: Phase, on_the_wall: bool) -> Journey {
    let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
    if on_the_wall {
        journey.press(Key::F5);
    }
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Show(Page::Predict)));
    screens::question(&mut journey, phase);
    journey
}

fn buttons(journey: &Journey) -> Vec<String> {
    journey.nodes(Role::Button).iter().map(name).collect()
}

#[test]
fn stop_asking_leads_to_the_guesses_where_there_are_any() {
    for phase in [Phase::Vote, Phase::Reveal] {
        let mut journey = asked(phase, false);
        journey.click(Role::Button, words::STOP_ASKING);
        assert_eq!(journey.state().activities.predict.stage, Stage::Setup, "nobody said anything");
        screens::question(&mut journey, Phase::Vote);
        journey.nodes(Role::RadioButton)[0].click();
        journey.harness.run();
        if phase == Phase::Reveal {
            journey.click(Role::Button, words::VOTES_IN);
        }
        journey.click(Role::Button, words::STOP_ASKING);
        assert_eq!(journey.state().activities.predict.stage, Stage::Table);
        assert!(!journey.painted(words::TABLE_TITLE).is_empty());
        journey.click(Role::Button, words::TO_SETUP);
        assert_eq!(journey.state().activities.predict.stage, Stage::Setup);
        assert!(!journey.state().keeps_a_secret());
    }
}

/// Whoever goes on from question to question does not meet another button where the last one was.
#[test]
fn what_stops_the_questions_stays_where_it_is() {
    let mut journey = asked(Phase::Vote, false);
    assert!(journey.state().activities.predict.questions.len() > 1);
    let place = |journey: &Journey| journey.node(Role::Button, words::STOP_ASKING).rect();
    let is_off = |journey: &Journey| journey.node(Role::Button, "Back one question").accesskit_node().is_disabled();
    let before = place(&journey);
    assert!(is_off(&journey), "there is no question before the first");
    journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Predict(predict::Action::Go(1))));
    assert_eq!(place(&journey), before);
    assert!(!is_off(&journey));
}

/// One press too many closes the answers: as long as no tile is turned they open again, by button and by remote.
#[test]
fn answers_open_again_until_a_tile_is_turned() {
    let mut journey = asked(Phase::Vote, false);
    let phase = |journey: &Journey| journey.state().activities.predict.open().expect("it is asked").phase;
    journey.click(Role::Button, words::VOTES_IN);
    assert_eq!(phase(&journey), Phase::Reveal);
    journey.click(Role::Button, words::BACK_TO_ANSWERS);
    assert_eq!(phase(&journey), Phase::Vote);
    for (key, then) in [(Key::PageDown, Phase::Reveal), (Key::PageUp, Phase::Vote), (Key::PageDown, Phase::Reveal)] {
        journey.press(key);
        assert_eq!(phase(&journey), then);
    }
    journey.click(Role::Button, words::REVEAL_NEXT);
    assert!(journey.painted(words::BACK_TO_ANSWERS).is_empty());
    assert!(journey.node(Role::Button, "Back one question").accesskit_node().is_disabled());
}

/// A class that sees two pairs of buttons asks which of them is meant.
#[test]
fn where_tiles_turn_nothing_reveals_and_elsewhere_nothing_turns() {
    for hides in [false, true] {
        for phase in [Phase::Vote, Phase::Discuss, Phase::Reveal] {
            let mut journey = asked(phase, false);
            if hides {
                journey.press(Key::H);
            }
            let both = |journey: &Journey| {
                let buttons = buttons(journey);
                let has = |name: &str| buttons.iter().any(|button| button == name);
                let reveals = [Command::RevealNext, Command::RevealAll].map(|command| has(names::command(command)));
                [reveals.contains(&true), has(words::REVEAL_NEXT) || has(words::REVEAL_ALL)]
            };
            assert_eq!(both(&journey), [false, phase == Phase::Reveal], "{phase:?}, hidden by hand: {hides}");
            if phase == Phase::Reveal {
                journey.click(Role::Button, words::REVEAL_ALL);
                assert_eq!(both(&journey), [false, true], "all tiles are turned");
            }
            journey.press_with(Modifiers::COMMAND, Key::Num1);
            let now = both(&journey);
            assert!(!now[1] && (now[0] || !hides), "{phase:?}: {:?}", buttons(&journey));
        }
    }
    for phase in [Phase::Vote, Phase::Reveal] {
        let journey = asked(phase, true);
        assert!(buttons(&journey).contains(&"turn next, Space".to_owned()), "{:?}", buttons(&journey));
    }
    let mut journey = asked(Phase::Reveal, true);
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(buttons(&journey).contains(&"reveal next, Space".to_owned()), "{:?}", buttons(&journey));
}

/// The button for the table stands on every tab of the wall: whoever pressed it wants to know how to come back.
#[test]
fn who_is_led_from_a_tab_on_the_wall_to_the_table_is_told_the_way_back() {
    let whole = |journey: &Journey, text: &str| {
        let cut = journey.elided(journey.harness.ctx.content_rect());
        let is_cut = cut.iter().any(|cut| cut.contains(text));
        assert!(
            !is_cut && !journey.painted(text).is_empty(),
            "{text} in {:?}: {cut:?}",
            journey.harness.ctx.content_rect()
        );
    };
    let table = format!("{}, {}", texts::CAP_TABLE.meaning, texts::CAP_TABLE.key);
    for (key, shortcut, tab) in [(Key::Num2, "Ctrl+2", "Parties"), (Key::Num6, "Ctrl+6", "Activities")] {
        for size in [[1280.0, 720.0], [1024.0, 768.0]] {
            let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
            journey.press(Key::F5);
            journey.press_with(Modifiers::COMMAND, key);
            journey.click(Role::Button, &table);
            let said = format!("{shortcut} leads back to {tab}");
            assert_eq!(journey.status(), said);
            whole(&journey, &format!("{shortcut} leads back"));
        }
    }
    // From an open question: that is said until one is back, since nothing else shows a mark until then.
    for size in [[1280.0, 720.0], [1024.0, 768.0]] {
        let mut journey = asked_in(size, Phase::Reveal, true);
        assert!(journey.state().presenter.is_on);
        journey.click(Role::Button, &table);
        for _ in 0..2 {
            assert!(journey.status().ends_with("Ctrl+6 leads back to the question"), "{}", journey.status());
            whole(&journey, "Ctrl+6 leads back");
            journey.press(Key::ArrowDown);
        }
        journey.press_with(Modifiers::COMMAND, Key::Num6);
        assert!(journey.state().activities.predict.open().is_some());
        assert!(buttons(&journey).contains(&words::REVEAL_NEXT.to_owned()));
    }
}

#[test]
fn the_plan_that_is_asked_about_is_named() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Show(Page::Predict)));
    let choices = |journey: &Journey| journey.nodes(Role::RadioButton).iter().map(name).collect::<Vec<String>>();
    let title = journey.state().document.scenario.title.clone();
    assert!(choices(&journey).contains(&format!("This plan: {title}")), "{:?}", choices(&journey));
    let sample = predict::Action::Sample("first-contact".to_owned());
    journey.apply(Action::Activities(sample.into()));
    let now = journey.state().document.scenario.title.clone();
    assert_ne!(now, title);
    assert!(choices(&journey).contains(&format!("This plan: {now}")), "{:?}", choices(&journey));
    // Changed, it is nobody's plan but one's own.
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(0)))));
    let changed = format!("This plan: Changed from {now}: 1 term");
    assert!(choices(&journey).contains(&changed), "{:?}", choices(&journey));
}

/// What can be chosen stands in its lines, however long the title of the plan is and however large the letters.
#[test]
fn no_choice_of_what_to_ask_is_a_column_of_words() {
    for (size, text_size) in
        [([1024.0, 768.0], 100), ([1280.0, 720.0], 100), ([1024.0, 768.0], 150), ([1280.0, 720.0], 200)]
    {
        for on_the_wall in [false, true] {
            let mut start = Start { size, ..Start::at("reported-idea-full") };
            start.settings.text_size = text_size;
            let mut journey = start.go();
            journey.apply(Action::Edit(Edit::SetTitle("The chairman's draft of 6 and 7 April 1998".to_owned())));
            journey.apply(Action::Run(Command::Activities));
            journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Show(Page::Predict)));
            if on_the_wall {
                journey.press(Key::F5);
            }
            let of_the_plan = [predict::Basis::ThisPlan, predict::Basis::OneByOne].map(words::basis);
            let choices = journey.nodes(Role::RadioButton).into_iter();
            let choices: Vec<(String, Rect)> = choices.map(|node| (name(&node), node.rect())).collect();
            let choices = choices.iter().filter(|(said, _)| of_the_plan.iter().any(|known| said.starts_with(known)));
            let choices: Vec<&(String, Rect)> = choices.collect();
            assert_eq!(choices.len(), 2);
            for (said, rect) in choices {
                let what = format!("{said} at {rect:?}, {size:?}, {text_size} %, on the wall: {on_the_wall}");
                assert!(rect.height() <= 64.0 && rect.width() >= 200.0, "{what}");
            }
        }
    }
}

/// Whoever counts hands goes from one number to the next.
#[test]
fn tab_goes_from_hands_to_hands_within_a_tile() {
    let mut journey = asked(Phase::Vote, false);
    let party = journey.state().columns()[0].party;
    let dossier = journey.state().dossier().clone();
    let first = words::hands_name(&dossier, party, Guess::No);
    journey.node(Role::SpinButton, &first).focus();
    journey.harness.run();
    for guess in [Guess::InLine, Guess::Nothing] {
        journey.press(Key::Tab);
        assert_eq!(journey.focused(), words::hands_name(&dossier, party, guess));
    }
    journey.press(Key::Tab);
    let next = journey.state().columns()[1].party;
    assert_eq!(journey.focused(), words::guess_name(&dossier, next, Guess::No));
}

/// What the class expected and what is on file is what the lesson is about: whoever sits at the back reads all of it.
#[test]
fn what_was_expected_and_what_is_on_file_are_never_cut_on_a_tile() {
    for (size, on_the_wall) in [
        ([1280.0, 720.0], true),
        ([1024.0, 768.0], true),
        ([1366.0, 768.0], true),
        ([1920.0, 1080.0], true),
        ([1280.0, 720.0], false),
        ([1024.0, 768.0], false),
    ] {
        let mut journey = asked_in(size, Phase::Vote, on_the_wall);
        let document = &journey.state().document;
        let open = journey.state().activities.predict.open().expect("it is asked");
        let question = open.asked.question(document, true, 0);
        let parties: Vec<String> = document.case.dossier.parties.iter().map(|party| party.id.clone()).collect();
        for (party, guess) in parties.into_iter().zip([Guess::No, Guess::InLine, Guess::Nothing]) {
            journey.apply(Action::Edit(ClassEdit::Guess(question.clone(), party, Some(guess)).into()));
        }
        journey.apply(Action::Activities(predict::Action::VotesIn.into()));
        journey.click(Role::Button, words::REVEAL_ALL);
        let window = journey.harness.ctx.content_rect();
        // The bars above and below have tips for what they lack.
        let bar = if on_the_wall { 0.0 } else { 80.0 };
        let tiles = Rect::from_min_max(pos2(window.left(), bar), window.max - vec2(0.0, 30.0));
        // A party's name stands behind its code, and whole in its tip.
        let parties = &journey.state().dossier().parties;
        let named: Vec<&str> = parties.iter().map(|party| party.name.as_str()).collect();
        let cut: Vec<String> = journey.elided(tiles).into_iter().filter(|cut| !named.contains(&cut.as_str())).collect();
        assert!(cut.is_empty(), "{size:?}, on the wall: {on_the_wall}: {cut:?}");
    }
}

/// What there is to talk about has the words of the mark beside which it stands.
#[test]
fn what_there_is_to_talk_about_names_the_mark_that_stands() {
    let mut journey = asked(Phase::Vote, false);
    let parties: Vec<_> = journey.state().dossier().parties.iter().enumerate().map(|(ix, _)| PartyIx::at(ix)).collect();
    for party in parties {
        let no = words::guess_name(journey.state().dossier(), party, Guess::No);
        journey.node(Role::RadioButton, &no).click();
    }
    journey.harness.run();
    journey.click(Role::Button, words::VOTES_IN);
    journey.click(Role::Button, words::STOP_ASKING);
    let text = journey.readable();
    let rows = journey.state().activities.predict.table.iter().flat_map(|question| &question.rows);
    let marks: BTreeSet<Mark> = rows.filter(|row| row.surprise().is_some()).map(|row| row.on_file.mark).collect();
    for (mark, said) in [(Mark::Supported, "on file: supports."), (Mark::InLine, "on file: in line.")] {
        assert_eq!(text.contains(said), marks.contains(&mark), "{said} in {text}");
    }
    assert!(marks.contains(&Mark::Supported), "{marks:?}");
}

#[test]
fn a_file_without_guesses_says_where_they_come_from() {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Show(Page::Predict)));
    journey.apply(Action::Activities(predict::Action::Table.into()));
    assert!(!journey.painted(words::NO_GUESSES).is_empty());
    assert!(words::NO_GUESSES.contains(words::TO_SETUP), "the button is called by its name");
}

/// The guesses went with the plan that they were about: an empty table says nothing to whoever begins anew.
#[test]
fn a_new_plan_after_the_guesses_is_begun_in_the_table() {
    let mut journey = asked(Phase::Vote, false);
    journey.nodes(Role::RadioButton)[0].click();
    journey.harness.run();
    journey.click(Role::Button, words::STOP_ASKING);
    assert_eq!(journey.state().activities.predict.stage, Stage::Table);
    journey.press_with(Modifiers::COMMAND, Key::N);
    assert_eq!(journey.state().session.tab, Tab::Explore);
    assert!(journey.painted(words::NO_GUESSES).is_empty());
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    assert!(buttons(&journey).contains(&words::begin(Page::Way)), "{:?}", buttons(&journey));
    // In the midst of another exercise whoever begins anew stays in it.
    journey.click(Role::Button, &words::begin(Page::Way));
    journey.press_with(Modifiers::COMMAND, Key::N);
    assert_eq!(journey.state().session.tab, Tab::Activities);
    // The guesses of no plan are nowhere.
    journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Show(Page::Predict)));
    assert_eq!(journey.state().activities.predict.stage, Stage::Setup);
}

/// Where statement and tiles scroll, what is turned is read: that is what the tile was turned for.
#[test]
fn the_statement_of_a_tile_comes_into_view_when_it_is_turned() {
    let mut start = Start { size: [1280.0, 720.0], ..Start::at("reported-idea-full") };
    start.settings.text_size = 200;
    let mut journey = start.go();
    journey.press(Key::F5);
    journey.apply(Action::Run(Command::Activities));
    journey.apply(Action::Activities(peace_plan_explorer::app::activities::Action::Show(Page::Predict)));
    screens::question(&mut journey, Phase::Reveal);
    let foot = journey.node(Role::Button, words::REVEAL_NEXT).rect();
    for n in 0..3 {
        let tiles = journey.nodes(Role::Button).into_iter();
        let shown: Vec<_> = tiles.filter(|tile| tile.rect().height() > 60.0).collect();
        shown.last().expect("a page has tiles").focus();
        journey.harness.run();
        journey.press(Key::PageDown);
        let open = journey.state().activities.predict.open().expect("it is asked");
        let turned = &journey.state().dossier().party(open.spotlight.expect("one was turned")).name;
        let headings = journey.nodes(Role::Heading);
        let question = headings[0].rect();
        let of = |name: &str| name.starts_with(&format!("{turned}. "));
        let said = headings.iter().find(|heading| of(&name(heading))).expect("its statement").rect();
        assert!(said.top() >= question.bottom() && said.bottom() <= foot.top(), "{n}: {turned} at {said:?}");
    }
}
