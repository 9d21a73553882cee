//! Work for a class: "Who has said no?", delegations, debrief, and what is kept of them.

use eframe::egui::{self, Color32, Key, Modifiers, Rect, Role, Shape};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    analysis::{Judged, Mark},
    app::{
        Action, Asked, Command, Edit, Effect, Filed, OnFile,
        activities::{Action as Do, ClassEdit, Screen},
        delegations::{Action as Delegations, Draft, Page},
        predict::{Action as Predict, Basis, EndRow, Mode, Phase, Stage},
    },
    domain::{ClassWork, Date, Guess, PartyIx, Scenario, Statement, TermIx, ValueIx},
    format::{WrittenFor, read_scenario, write_scenario},
    ui::theme,
    wording::{DateStyle, activities as words, ui as labels},
};
use strum::IntoEnumIterator as _;

use crate::support::journey::{DOSSIER, Journey, Start, case_of, name};

const UKRAINE: &str = "Ukraine";
const RUSSIA: &str = "Russia";

/// The tab, with a plan on file.
fn open(screen: Screen) -> Journey {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.click(Role::RadioButton, words::screen(screen));
    assert_eq!(journey.state().activities.screen, screen);
    journey
}

/// Rings around what has the focus, that are painted as a line, and what of each shows.
fn rings(journey: &Journey) -> Vec<(Rect, Rect)> {
    fn gather(shape: &Shape, clip: Rect, colour: Color32, found: &mut Vec<(Rect, Rect)>) {
        match shape {
            Shape::Rect(ring) if ring.stroke.color == colour && ring.stroke.width >= 2.0 => {
                found.push((ring.visual_bounding_rect(), clip));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, colour, found)),
            _ => {}
        }
    }
    let colour = theme::tokens(&journey.harness.ctx).focus;
    let mut found = Vec::new();
    for shape in &journey.harness.output().shapes {
        gather(&shape.shape, shape.clip_rect, colour, &mut found);
    }
    found
}

/// The first thing of a page stands at its edge, and its ring outside of it.
#[test]
fn the_ring_around_the_first_thing_of_a_page_is_not_cut() {
    let mut n = 0;
    for screen in Screen::iter() {
        let mut journey = Start::at("reported-idea-full").go();
        journey.press_with(Modifiers::COMMAND, Key::Num6);
        journey.apply(Action::Activities(Do::Show(screen)));
        for page in Page::iter() {
            if screen == Screen::Delegations {
                journey.apply(Action::Activities(Do::Delegations(Delegations::Page(page))));
            }
            journey.harness.run();
            for (ring, clip) in rings(&journey) {
                n += 1;
                assert!(clip.contains_rect(ring.shrink(1.0)), "{screen:?}, {page:?}: {ring:?} in {clip:?}");
            }
        }
    }
    assert!(n > 6, "{n} rings");
}

/// Everything that the window says to anybody, one piece a line.
fn tree(journey: &Journey) -> String {
    let nodes = journey.harness.root().children_recursive().map(|node| {
        let inner = node.accesskit_node();
        [inner.label(), inner.value(), inner.description()].into_iter().flatten().collect::<Vec<_>>().join("\n")
    });
    nodes.collect::<Vec<_>>().join("\n")
}

fn type_into(journey: &mut Journey, role: Role, field: &str, text: &str) {
    journey.node(role, field).focus();
    journey.harness.run();
    for letter in text.chars() {
        journey.harness.event(egui::Event::Text(letter.to_string()));
        journey.harness.run();
    }
    // Another place takes the focus: the step is closed.
    journey.press(Key::Tab);
}

fn press_button(journey: &mut Journey, text: &str) {
    journey.click(Role::Button, text);
}

fn party(journey: &Journey, name: &str) -> PartyIx {
    let parties = &journey.state().dossier().parties;
    PartyIx::at(parties.iter().position(|party| party.name == name).expect("the dossier has the party"))
}

fn expect_of(journey: &mut Journey, of: &str, guess: Guess) {
    let party = party(journey, of);
    let option = words::guess_name(journey.state().dossier(), party, guess);
    // With the focus comes the tile into view: what is below the edge cannot be clicked.
    journey.node(Role::RadioButton, &option).focus();
    journey.harness.run();
    journey.click(Role::RadioButton, &option);
}

/// What the open question keeps to itself: the statement of each party whose tile is not turned.
fn secrets(journey: &Journey) -> Vec<String> {
    let state = journey.state();
    let dossier = state.dossier();
    let question = state.activities.predict.open().expect("a question is asked");
    let covered = PartyIx::all(dossier.parties.len()).filter(|party| question.shown(*party).is_none());
    let statements = covered.filter_map(|party| question.on_file[party.get()].because).map(|(_, ix)| ix);
    let mut secrets: Vec<String> = statements.map(|ix| dossier.statement(ix).short.clone()).collect();
    if question.revealed.is_empty() {
        secrets.extend(["On file: ".to_owned(), "Nothing on file".to_owned(), "changed: ".to_owned()]);
    }
    secrets
}

#[track_caller]
fn nothing_leaks(journey: &Journey) {
    let (tree, secrets) = (tree(journey), secrets(journey));
    for secret in secrets {
        assert!(!tree.contains(&secret), "\"{secret}\" is said too early in\n{tree}");
        assert!(journey.painted(&secret).is_empty(), "\"{secret}\" is painted too early");
    }
}

#[track_caller]
fn marks_nobody(journey: &Journey) {
    let tree = tree(journey).to_lowercase();
    for word in ["wrong", "correct", "points", "score", "well done"] {
        assert!(!tree.contains(word), "{word} in\n{tree}");
    }
}

#[test]
fn a_class_votes_talks_votes_again_and_turns_the_tiles() {
    let mut journey = open(Screen::Predict);
    let proposed = journey.state().activities.predict.questions.clone();
    assert_eq!(proposed.len(), 3);
    press_button(&mut journey, words::START);
    nothing_leaks(&journey);
    // Half of the hands have what is on file for Russia, and nobody counts for the others.
    let russia = party(&journey, RUSSIA);
    let question = journey.state().activities.predict.open().unwrap().clone();
    assert_eq!(question.on_file[russia.get()].filed, Filed::No);
    for (guess, n) in [(Guess::No, "12"), (Guess::InLine, "11"), (Guess::Nothing, "1")] {
        let field = words::hands_name(journey.state().dossier(), russia, guess);
        type_into(&mut journey, Role::SpinButton, &field, n);
    }
    let class = &journey.state().document.scenario.class;
    let answer = class.predictions[0].answers.get("ru").unwrap();
    assert_eq!((answer.guess, answer.hands), (Some(Guess::No), [12, 11, 1]), "the majority is taken");
    // Said once more, it stays: twelve hands for no answer would contradict themselves.
    expect_of(&mut journey, RUSSIA, Guess::No);
    let class = &journey.state().document.scenario.class;
    assert_eq!(class.predictions[0].answers["ru"].guess, Some(Guess::No));
    press_button(&mut journey, words::VOTES_IN);
    assert_eq!(journey.state().activities.predict.open().unwrap().phase, Phase::Discuss);
    assert!(tree(&journey).contains("Discuss with your neighbour, then vote again."));
    nothing_leaks(&journey);
    expect_of(&mut journey, UKRAINE, Guess::InLine);
    press_button(&mut journey, words::VOTES_IN);
    assert_eq!(journey.state().activities.predict.open().unwrap().phase, Phase::Reveal);
    nothing_leaks(&journey);
    for turned in 1..=3 {
        journey.press(Key::PageDown);
        assert_eq!(journey.state().activities.predict.open().unwrap().revealed.len(), turned);
        nothing_leaks(&journey);
        let open = journey.state().activities.predict.open().unwrap();
        let shown = open.shown(open.spotlight.unwrap()).unwrap();
        let said = words::on_file(journey.state().dossier(), shown, DateStyle::Words);
        assert!(tree(&journey).contains(&said), "{said}");
    }
    journey.press(Key::PageUp);
    nothing_leaks(&journey);
    marks_nobody(&journey);
}

/// What is none of the three answers in so many words: beside the answers it says which it is taken for, and the turned
/// tile says it again. The words follow the rule by which a guess is compared with the file.
#[test]
fn what_a_wish_and_what_is_neither_yes_nor_no_are_taken_for_is_said() {
    let mut journey = open(Screen::Predict);
    journey.click(Role::Button, words::START);
    assert!(journey.painted(words::TAKEN_IN).len() == 1, "beside the answers");
    assert!(words::TAKEN_IN.contains(&format!("\"{}\"", words::guess(Guess::No))));
    assert!(words::TAKEN_IN.contains(&format!("\"{}\"", words::guess(Guess::Nothing))));
    assert!(Filed::No.is_expected_by(Guess::No) && Filed::Unreadable.is_expected_by(Guess::Nothing));
    assert!(Filed::Depends.is_expected_by(Guess::Nothing));
    let dossier = journey.state().dossier();
    let said = |filed, mark| {
        words::on_file(
            dossier,
            OnFile { filed, mark, because: None, leaves_only: false, is_idle: false },
            DateStyle::Words,
        )
    };
    assert!(said(Filed::No, Mark::Otherwise).starts_with("On file: prefers otherwise"));
    assert!(said(Filed::Unreadable, Mark::OnFile).starts_with("No position: neither for nor against"));
}

/// Tiles that are turned all at once are all that a class reads: a limit that is kept is no wish for the value.
#[test]
fn a_tile_tells_a_limit_that_is_kept_from_a_wish() {
    let case = case_of("school-trip");
    let mut scenario = Scenario::empty(&case.dossier, String::new());
    scenario.as_of = "2031-03-10".parse().expect("a day");
    let plan =
        [("nights", "0", "Supports: within what they asked for, 4 Nov 2030"), ("free_time", "true", "Supports, ")];
    for (term, value, told) in plan {
        let ix = TermIx::all(case.dossier.terms.len()).find(|ix| case.dossier.term(*ix).id == term).expect("a term");
        scenario.plan.set(ix, Some(case.dossier.term(ix).value_by_id(value).expect("a value")));
        let judged = Judged::new(&case.dossier, &scenario);
        let tile = |party| words::on_tile(&case.dossier, OnFile::from(&judged.report(party, ix)), DateStyle::Words);
        let tiles: Vec<String> = PartyIx::all(case.dossier.parties.len()).map(tile).collect();
        assert!(tiles.iter().any(|tile| tile.starts_with(told)), "{tiles:?}");
    }
}

#[test]
fn the_table_at_the_end_asks_about_what_nobody_expected_and_can_be_kept() {
    let mut journey = open(Screen::Predict);
    press_button(&mut journey, words::START);
    let n = journey.state().activities.predict.questions.len();
    for place in 0..n {
        // Everybody is expected to object.
        for ix in PartyIx::all(journey.state().dossier().parties.len()) {
            let name = journey.state().dossier().party(ix).name.clone();
            expect_of(&mut journey, &name, Guess::No);
        }
        press_button(&mut journey, words::VOTES_IN);
        press_button(&mut journey, words::REVEAL_ALL);
        marks_nobody(&journey);
        press_button(&mut journey, if place + 1 < n { words::NEXT_QUESTION } else { words::OUR_GUESSES });
    }
    assert_eq!(journey.state().activities.predict.stage, Stage::Table);
    let table = journey.state().activities.predict.table.clone();
    assert_eq!(table.len(), n);
    let tree = tree(&journey);
    let nothing = |row: &&EndRow| row.on_file.filed == Filed::Nothing;
    let silent = table[0].rows.iter().find(nothing).expect("somebody is silent on each proposed row");
    let silent = &journey.state().dossier().party(silent.party).name;
    let asked = tree.lines().any(|line| {
        line.starts_with("Most of us expected ")
            && line.contains(silent)
            && line.ends_with(" to object; no statement found. Where would we look?")
    });
    assert!(asked, "{silent} in\n{tree}");
    let agreed = table[0].rows.iter().filter(|row| row.on_file.filed == Filed::No);
    assert!(agreed.clone().count() > 0 && agreed.clone().all(|row| row.surprise().is_none()));
    marks_nobody(&journey);
    journey.take_effects();
    press_button(&mut journey, words::COPY_TEXT);
    let copied = journey.take_effects();
    let [Effect::Copy(text)] = &copied[..] else { panic!("{copied:?}") };
    for row in &table[0].rows {
        assert!(text.contains(&journey.state().dossier().party(row.party).name), "{text}");
    }
    press_button(&mut journey, words::COPY_TABLE);
    let copied = journey.take_effects();
    let [Effect::Copy(text)] = &copied[..] else { panic!("{copied:?}") };
    assert_eq!(text.lines().count(), 1 + table.iter().map(|question| question.rows.len()).sum::<usize>(), "{text}");
}

#[test]
fn one_student_chooses_and_looks_at_once() {
    let mut journey = open(Screen::Predict);
    journey.click(Role::RadioButton, "Empty plan, one term at a time");
    journey.click(Role::RadioButton, "Each student");
    press_button(&mut journey, words::START);
    assert!(journey.nodes(Role::SpinButton).is_empty(), "nobody counts hands");
    expect_of(&mut journey, RUSSIA, Guess::Nothing);
    let reason = "Nobody asked them.";
    type_into(&mut journey, Role::TextInput, words::REASON, reason);
    let class = &journey.state().document.scenario.class;
    assert_eq!(class.predictions[0].reason, reason);
    assert!(class.predictions[0].question.alone);
    press_button(&mut journey, words::VOTES_IN);
    assert_eq!(journey.state().activities.predict.open().unwrap().phase, Phase::Reveal, "one person has no neighbour");
    nothing_leaks(&journey);
    journey.apply(Action::Run(Command::Undo));
    let class = &journey.state().document.scenario.class;
    assert_eq!(class.predictions[0].reason, "", "a text that was typed is one step");
    journey.apply(Action::Run(Command::Undo));
    assert_eq!(journey.state().document.scenario.class, ClassWork::default());
}

#[test]
fn delegations_propose_and_explain_and_the_log_keeps_it() {
    let mut journey = open(Screen::Delegations);
    let opening = tree(&journey);
    for text in [
        "This war is going on. Some of us may have family in it. You speak about a party's statements, not as its soldiers.",
        "You may choose mediator, press or fact-checker instead, without giving a reason.",
    ] {
        assert!(opening.contains(text), "{opening}");
    }
    press_button(&mut journey, words::GO_ON);
    for of in [UKRAINE, RUSSIA] {
        let party = party(&journey, of);
        let check = words::takes_part(journey.state().dossier().party(party));
        journey.click(Role::CheckBox, &check);
    }
    type_into(&mut journey, Role::TextInput, "Russia, Scribe", "Ana");
    journey.click(Role::RadioButton, words::page(Page::Cards));
    journey.click(Role::RadioButton, "Role card: Russia");
    let card = tree(&journey);
    assert!(card.contains("Scribe: Ana") && card.contains("Red line, 14 Jun 2024, Vladimir Putin"), "{card}");
    assert!(card.contains("met if") && card.contains(labels::NOT_CONSENT), "{card}");
    journey.click(Role::RadioButton, words::page(Page::Rounds));
    press_button(&mut journey, "Delegation: Choose…");
    journey.click(Role::MenuItemRadio, UKRAINE);
    press_button(&mut journey, "Term: Choose…");
    journey.click(Role::MenuItemRadio, "Peacekeepers");
    press_button(&mut journey, "New value: European force");
    journey.click(Role::MenuItemRadio, "None");
    let before = journey.state().document.scenario.clone();
    press_button(&mut journey, words::PROPOSE);
    let round = tree(&journey);
    assert!(round.contains("The delegation on Ukraine proposes: Peacekeepers: from European force to None"), "{round}");
    let touched: Vec<&str> = journey
        .state()
        .activities
        .delegations
        .touched
        .iter()
        .map(|one| journey.state().dossier().party(one.party).name.as_str())
        .collect();
    assert_eq!(touched, [RUSSIA, UKRAINE]);
    let field = words::explanation_name(journey.state().dossier(), party(&journey, RUSSIA), words::FITS);
    type_into(&mut journey, Role::MultilineTextInput, &field, "It is what was asked.");
    let log = &journey.state().document.scenario.class.log;
    assert_eq!((log.len(), log[0].by.as_str()), (1, "ua"));
    assert_eq!(log[0].explanations["ru"].fits, "It is what was asked.");
    press_button(&mut journey, words::NEXT_ROUND);
    assert!(tree(&journey).contains("1. The delegation on Ukraine proposes"), "{}", tree(&journey));
    marks_nobody(&journey);
    for _ in 0..2 {
        journey.apply(Action::Run(Command::Undo));
    }
    assert_eq!(journey.state().document.scenario, before, "proposal and plan are one step");
}

#[test]
fn behind_the_curtain_only_the_proposing_delegation_is_seen() {
    let mut journey = open(Screen::Delegations);
    for id in ["ru", "ua"] {
        journey.apply(Action::Edit(Edit::Class(ClassEdit::Delegation(id.to_owned(), true))));
    }
    journey.click(Role::RadioButton, words::page(Page::Rounds));
    journey.click(Role::RadioButton, "Curtain: On");
    let (ukraine, peacekeepers) = (party(&journey, UKRAINE), TermIx(7));
    assert_eq!(journey.state().dossier().term(peacekeepers).name, "Peacekeepers");
    let draft = Draft { by: Some(ukraine), term: Some(peacekeepers), to: None };
    journey.apply(Action::Activities(Do::Delegations(Delegations::Draft(draft))));
    press_button(&mut journey, words::PROPOSE);
    let of_russia = "Not satisfied with a peacekeeping contingent of British and European forces";
    let of_ukraine = "Contingents of partner states are one of the tools to bring Russia to peace";
    assert!(tree(&journey).contains(of_ukraine) && !tree(&journey).contains(of_russia), "{}", tree(&journey));
    press_button(&mut journey, "Russia: Show what is on record");
    assert!(tree(&journey).contains(of_russia));
    // The button stands below the cards, out of reach of the pointer.
    journey.apply(Action::Activities(Do::Delegations(Delegations::Table(None))));
    assert!(!journey.state().hides_any(), "the next round begins in the open");
}

#[test]
fn a_step_of_the_date_is_news() {
    let mut journey = open(Screen::Delegations);
    let part = |id: &str| Action::Edit(Edit::Class(ClassEdit::Delegation(id.to_owned(), true)));
    journey.apply(part("ua"));
    journey.apply(Action::Edit(Edit::SetAsOf("2024-06-01".parse().unwrap())));
    journey.click(Role::RadioButton, words::page(Page::Rounds));
    assert!(tree(&journey).contains("It is 1 Jun 2024. Step the date for news."));
    for _ in 0..40 {
        journey.press_with(Modifiers::COMMAND, Key::ArrowRight);
        let news = journey.state().activities.delegations.news.clone().unwrap();
        assert_eq!(news.to, journey.state().document.scenario.as_of);
        // Whoever spoke since then stands here, each statement once, whatever was read from it.
        let (dossier, text) = (journey.state().dossier(), tree(&journey));
        let from = news.from.earliest();
        let is_new = |day: Date| from < day.earliest() && day.earliest() <= news.to.earliest();
        let made: Vec<&Statement> = dossier.statements.iter().filter(|statement| is_new(statement.said)).collect();
        assert_eq!(news.said.len(), made.len());
        if made.len() > 4 {
            for ix in &news.said {
                let line = words::news_line(dossier, *ix, DateStyle::Words);
                let same =
                    news.said.iter().filter(|other| words::news_line(dossier, **other, DateStyle::Words) == line);
                let shown = journey.nodes(Role::Label).into_iter().filter(|label| name(label) == line);
                assert_eq!(shown.count(), same.count(), "{line}");
            }
            assert!(text.contains(&format!("{} statements were made after 1 Jun 2024", made.len())), "{text}");
            return;
        }
    }
    panic!("nobody spoke");
}

/// One question about one value of the plan.
fn ask_one(mode: Mode) -> Journey {
    let mut journey = open(Screen::Predict);
    journey.apply(Action::OpenEntry { shelf: DOSSIER.to_owned(), scenario: Some("reported-idea".to_owned()) });
    for action in [
        Predict::Mode(mode),
        Predict::Basis(Basis::ThisPlan),
        Predict::Ask(vec![Asked { term: TermIx(5), value: ValueIx(20) }]),
        Predict::Start,
    ] {
        journey.apply(Action::Activities(Do::Predict(action)));
    }
    journey
}

fn guess(journey: &mut Journey, of: &str, guess: Guess) {
    let state = journey.state();
    let predict = &state.activities.predict;
    let asked = predict.open().expect("a question is open").asked;
    let question = asked.question(&state.document, predict.is_alone(), predict.student);
    journey.apply(Action::Edit(Edit::Class(ClassEdit::Guess(question, of.to_owned(), Some(guess)))));
}

#[test]
fn what_was_shown_stays_with_the_guess_when_the_plan_changes() {
    let mut journey = ask_one(Mode::Class);
    guess(&mut journey, "ru", Guess::No);
    let table = |journey: &mut Journey| {
        journey.apply(Action::Activities(Do::Predict(Predict::Table)));
        journey.state().activities.predict.table.iter().flat_map(|one| one.rows.clone()).collect::<Vec<_>>()
    };
    let shown = table(&mut journey);
    assert!(!shown.is_empty());
    for term in TermIx::all(journey.state().dossier().terms.len()) {
        if term != TermIx(5) {
            journey.apply(Action::Edit(Edit::SetTerm(term, None)));
        }
    }
    assert_eq!(table(&mut journey), shown);
}

#[test]
fn each_student_starts_empty_and_overwrites_nobody() {
    let mut journey = ask_one(Mode::Single);
    guess(&mut journey, "ru", Guess::No);
    journey.apply(Action::Activities(Do::Predict(Predict::Start)));
    assert!(!tree(&journey).contains("My guess"), "{}", tree(&journey));
    guess(&mut journey, "ru", Guess::Nothing);
    let predictions = &journey.state().document.scenario.class.predictions;
    let given: Vec<_> = predictions.iter().map(|one| (one.question.student, one.answers["ru"].guess)).collect();
    assert_eq!(given, [(1, Some(Guess::No)), (2, Some(Guess::Nothing))]);
}

#[test]
fn what_a_class_wrote_is_in_the_file_and_comes_back() {
    let mut journey = open(Screen::Debrief);
    type_into(&mut journey, Role::MultilineTextInput, "What did we change in the plan, and why?", "The line.");
    type_into(&mut journey, Role::MultilineTextInput, "Actors: who took part, and who spoke for whom?", "All of us");
    journey.click(Role::RadioButton, words::screen(Screen::Start));
    type_into(&mut journey, Role::TextInput, words::GROUP, "Group A");
    assert!(tree(&journey).contains(words::STUDENT_WRITING));
    let state = journey.state();
    let case = &state.document.case;
    let written_for = WrittenFor { dossier: &case.dossier, fingerprint: &case.fingerprint, embedded: None };
    let text = write_scenario(&state.document.scenario, written_for, None);
    let file = read_scenario(&text, "class.ron", |_| Ok((&case.dossier, &case.fingerprint))).unwrap();
    assert_eq!(file.scenario, state.document.scenario);
    assert!(text.contains("group: \"Group A\"") && text.contains("changed: \"The line.\""), "{text}");
    let steps = std::iter::from_fn(|| {
        let some = Command::Undo.is_enabled(journey.state());
        some.then(|| journey.apply(Action::Run(Command::Undo)))
    });
    assert_eq!(steps.count(), 4, "three texts and the opening of the plan");
}

#[test]
fn the_practice_case_is_one_click_away() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    journey.take_effects();
    press_button(&mut journey, words::OPEN_PRACTICE);
    let practice = Effect::OpenEntry { shelf: "school-trip".to_owned(), scenario: None };
    assert_eq!(journey.take_effects(), [practice]);
}

#[test]
fn the_keyboard_alone_asks_answers_and_turns() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press_with(Modifiers::COMMAND, Key::Num6);
    let reach = |journey: &mut Journey, wanted: &str| {
        let mut passed = Vec::new();
        while passed.len() < 120 {
            passed.push(journey.focused());
            if passed.last().is_some_and(|name| name == wanted) {
                return;
            }
            journey.press(Key::Tab);
        }
        panic!("Tab does not reach \"{wanted}\" but {passed:#?}");
    };
    reach(&mut journey, "Begin: Who has said no?");
    journey.press(Key::Enter);
    reach(&mut journey, words::START);
    journey.press(Key::Enter);
    reach(&mut journey, "Russia: said no");
    journey.press(Key::Space);
    let class = &journey.state().document.scenario.class;
    assert_eq!(class.predictions[0].answers["ru"].guess, Some(Guess::No));
    reach(&mut journey, words::VOTES_IN);
    journey.press(Key::Enter);
    reach(&mut journey, words::REVEAL_NEXT);
    journey.press(Key::Enter);
    assert_eq!(journey.state().activities.predict.open().unwrap().revealed.len(), 1);
}

#[test]
fn another_dossier_begins_anew_and_the_same_plan_goes_on() {
    let mut journey = open(Screen::Predict);
    press_button(&mut journey, words::START);
    let term = TermIx(0);
    journey.apply(Action::Edit(Edit::SetTerm(term, None)));
    assert_eq!(journey.state().activities.predict.stage, Stage::Asking(0), "the question stands");
    journey.apply(Action::Activities(Do::Show(Screen::Start)));
    journey.apply(Action::Run(Command::NewPlan));
    assert_eq!(journey.state().activities.screen, Screen::Start);
    assert_eq!(name(&journey.node(Role::RadioButton, words::screen(Screen::Start))), "Start");
}
