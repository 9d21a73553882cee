//! What a class sees on the wall, played from the keyboard as a teacher would.

use eframe::egui::{Key, Modifiers, Rect, Role};
use peace_plan_explorer::{
    analysis::Mark,
    app::{
        Action, Command, Dialog, Edit, Effect, Focus, Notice, NoticeKind, Place, Settings, Tab, ThemeChoice, presenter,
    },
    domain::{Date, PartyIx, TermIx, ValueIx},
    ui::theme,
    wording::{self, presenter as texts, ui as names},
};

use crate::support::journey::{Journey, Start, case_of, name, plan_at};

const CTRL: Modifiers = Modifiers::COMMAND;
const NATO_DELAY: TermIx = TermIx(5);
const PEACEKEEPERS: TermIx = TermIx(7);

/// What is said once for all cards.
const WHOSE_WORDS: &str = "Statements in our words";

/// The windows in which a wall must be readable.
const WALLS: [[f32; 2]; 3] = [[1024.0, 768.0], [1280.0, 720.0], [1920.0, 1080.0]];

/// Terms with two values, with many, with a number, and with long statements.
const TERMS: [TermIx; 5] = [TermIx(0), NATO_DELAY, PEACEKEEPERS, TermIx(9), TermIx(14)];

/// What stands on the cards, one a line.
fn cards(journey: &Journey) -> Vec<String> {
    journey.nodes(Role::Article).iter().map(name).collect()
}

fn n_hidden(journey: &Journey) -> usize {
    cards(journey).iter().filter(|card| card.ends_with(texts::HIDDEN_CARD)).count()
}

fn headings(journey: &Journey) -> Vec<String> {
    journey.nodes(Role::Heading).iter().map(name).collect()
}

fn go_to(journey: &mut Journey, term: TermIx) {
    while journey.state().session.focus.term < term {
        journey.press(Key::ArrowDown);
    }
}

#[test]
fn the_demonstration_of_five_minutes_needs_no_mouse() {
    let mut journey = Start::default().go();
    // 0:00 "This is an empty peace plan. Everything you will see is something somebody said, with a date."
    journey.take_effects();
    journey.press(Key::F5);
    assert_eq!(journey.take_effects(), [Effect::Fullscreen(true)]);
    assert_eq!(journey.nodes(Role::Row).len(), 15, "the whole table");
    assert!(journey.nodes(Role::MenuBar).is_empty() && journey.nodes(Role::Tab).is_empty());
    // 0:30 Front line: freeze. "Who has said something against this? Hands: Ukraine? Russia? US?"
    journey.type_key('h');
    journey.type_key('1');
    assert_eq!(journey.status(), "Front line: from not in the plan to Freeze now. Verdicts are hidden");
    journey.press(Key::Enter);
    assert!(headings(&journey).iter().any(|heading| heading.contains("Does the fighting stop along the present line")));
    let hidden = n_hidden(&journey);
    assert_eq!(hidden, cards(&journey).len());
    for revealed in 1..=3 {
        journey.press(Key::Space);
        assert_eq!(n_hidden(&journey), hidden - revealed, "one card for each press");
    }
    // 1:30 Read one card aloud. "What does the dash mean? Not yes. We do not know."
    let russia = cards(&journey).into_iter().find(|card| card.starts_with("Russia. ")).expect("it was revealed");
    assert_eq!(
        russia,
        "Russia. Red line. Met if Front line is No freeze. Rules out a freeze along the present line of contact. Dmitry Peskov, 18 Nov 2024"
    );
    assert!(
        cards(&journey)
            .contains(&"Germany. No stated position. Nothing on file up to this day. That is not consent".to_owned())
    );
    // 2:00 Down to the NATO delay; to 20 years. "Where do the bars overlap? Whose bar is missing?"
    go_to(&mut journey, NATO_DELAY);
    assert!(headings(&journey).iter().any(|heading| heading.contains("When may Ukraine join NATO?")));
    let values = &journey.state().dossier().term(NATO_DELAY).values;
    let twenty = values.iter().position(|value| value.name == "20 years").expect("it is one of the values");
    while journey.state().plan().get(NATO_DELAY) != Some(ValueIx::at(twenty)) {
        journey.type_key('+');
    }
    // The ranges of those who are revealed; each press brings the next one's.
    journey.type_key('s');
    assert!(cards(&journey).is_empty());
    let strip = |journey: &Journey| {
        let names: Vec<String> = journey.nodes(Role::Group).iter().map(name).collect();
        names
            .into_iter()
            .find(|name| name.contains("20 years") && name.contains(" parties have stated "))
            .expect("a strip")
    };
    assert!(strip(&journey).contains(" of 3 parties"), "{}", strip(&journey));
    let france = journey.state().dossier().parties.iter().position(|party| party.code == "FR").expect("it is a party");
    assert!(journey.state().hides(PartyIx::at(france)) && !journey.readable().contains("FR"), "{}", journey.readable());
    journey.press(Key::Space);
    assert!(strip(&journey).contains(" of 4 parties"), "{}", strip(&journey));
    journey.type_key('r');
    assert!(strip(&journey).contains(" of 15 parties"), "{}", strip(&journey));
    journey.type_key('s');
    assert!(!cards(&journey).is_empty());
    journey.type_key('s');
    // 3:00 The table again. Peacekeepers: European. "Which statement and which other can never both be met?"
    journey.press(Key::Enter);
    assert_eq!(journey.nodes(Role::Row).len(), 15);
    go_to(&mut journey, PEACEKEEPERS);
    journey.type_key('2');
    assert_eq!(journey.state().plan().get(PEACEKEEPERS), Some(ValueIx(1)));
    journey.type_key('r');
    journey.press_with(CTRL, Key::Num2);
    assert_eq!(journey.state().session.tab, Tab::Parties);
    assert!(!journey.readable().contains(texts::HIDDEN_TAB));
    journey.press_with(CTRL, Key::Num1);
    // 4:00 The date moves one event forward. "One new statement. What changed?"
    let before = journey.state().document.scenario.as_of;
    journey.press_with(CTRL, Key::ArrowRight);
    let after = journey.state().document.scenario.as_of;
    assert!(after.earliest() > before.earliest());
    assert!(journey.status().starts_with("Date: from 13 Jan 2025 to "), "{}", journey.status());
    // 4:40 "Your turn: build a plan you can defend."
    journey.press(Key::Escape);
    assert!(journey.take_effects().contains(&Effect::Fullscreen(false)));
    assert!(!journey.state().presenter.is_on);
    assert_eq!(journey.state().plan().n_set(), 3, "the plan stays as it was made");
    assert_eq!(journey.focused(), "Peacekeepers: European force, 2 of 6", "and so does the place");
}

#[test]
fn a_key_that_is_held_down_counts_once() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press(Key::F5);
    journey.type_key('h');
    journey.press(Key::Enter);
    // The arrow first: another plan begins hidden.
    for key in [Key::ArrowRight, Key::Space, Key::PageDown, Key::Enter, Key::B] {
        journey.harness.key_down(key);
        journey.harness.run();
        let after_the_press = journey.readable();
        for _ in 0..3 {
            journey.harness.key_down(key);
            journey.harness.run();
        }
        assert_eq!(journey.readable(), after_the_press, "{key:?}");
        journey.harness.key_up(key);
        journey.harness.run();
    }
    let shown = journey.state().columns().into_iter().filter(|column| !journey.state().hides(column.party)).count();
    assert_eq!(shown, 2, "Space and Page Down have revealed one each");
    assert!(journey.state().presenter.is_blank);
}

/// The least share of the window's height that the smallest painted text takes.
fn smallest(journey: &Journey, height: f32) -> (f32, String) {
    let zoom = journey.harness.ctx.zoom_factor();
    let shares = journey.texts().into_iter().map(|(text, size)| (size * zoom / height, text));
    shares.min_by(|a, b| a.0.total_cmp(&b.0)).expect("something is painted")
}

#[test]
fn no_text_on_the_wall_is_smaller_than_the_back_row_can_read() {
    for size in WALLS {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        journey.press(Key::F5);
        for hidden in [false, true] {
            if hidden {
                journey.type_key('h');
            }
            for spotlight in [false, true] {
                for term in TERMS {
                    journey.apply(Action::Presenter(presenter::Action::ShowTerm { term, spotlight }));
                    let (share, text) = smallest(&journey, size[1]);
                    assert!(share >= 0.027, "{size:?}: \"{text}\" takes {share}");
                }
            }
        }
    }
}

#[test]
fn question_and_verdict_are_larger_still() {
    for size in WALLS {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        journey.press(Key::F5);
        journey.press(Key::Enter);
        let zoom = journey.harness.ctx.zoom_factor();
        let question = &journey.state().dossier().term(TermIx(0)).question;
        for wanted in [question.as_str(), "Red line", "No stated position"] {
            let found: Vec<f32> =
                journey.texts().iter().filter(|(text, _)| text == wanted).map(|(_, points)| *points).collect();
            assert!(!found.is_empty(), "{size:?}: {wanted}");
            assert!(found.iter().all(|points| points * zoom / size[1] >= 0.04), "{size:?}: {wanted}: {found:?}");
        }
    }
}

#[test]
fn every_term_and_every_party_can_be_read_whole() {
    for size in WALLS {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        journey.press(Key::F5);
        let dossier = journey.state().dossier();
        let names = dossier.terms.iter().map(|term| &term.name).chain(dossier.parties.iter().map(|party| &party.code));
        for wanted in names {
            assert!(!journey.painted(wanted).is_empty(), "{size:?}: {wanted} in {:?}", journey.texts());
        }
        let cells = journey.nodes(Role::GridCell);
        assert_eq!(cells.len(), dossier.terms.len() * dossier.parties.len());
        let window = journey.harness.ctx.content_rect();
        assert!(cells.iter().all(|cell| window.contains_rect(cell.rect())), "{size:?}");
    }
}

#[test]
fn every_statement_on_a_card_stands_on_it_whole() {
    for size in WALLS {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        journey.press(Key::F5);
        journey.press(Key::Enter);
        let mut seen = 0;
        for term in TERMS {
            journey.apply(Action::Presenter(presenter::Action::ShowTerm { term, spotlight: true }));
            for card in [0, 5, 10, 14] {
                journey.apply(Action::Presenter(presenter::Action::ShowCard(card)));
                for card in journey.nodes(Role::Article) {
                    let name = name(&card);
                    // What meets the statement stands before it where there is room for both.
                    let mut parts =
                        name.split(". ").filter(|part| !(part.starts_with("Met if ") || part.contains(": met if ")));
                    let said = parts.nth(2).map(str::to_owned);
                    let Some(said) = said else { continue };
                    let whole = journey.painted(&said);
                    let inside = whole.iter().any(|text| card.rect().contains_rect(*text));
                    assert!(inside, "{size:?}: \"{said}\" on {:?} at {whole:?}", card.rect());
                    seen += 1;
                }
            }
        }
        assert!(seen > 30, "{seen}");
    }
}

#[test]
fn a_card_says_what_meets_the_words_where_it_has_room() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press(Key::F5);
    journey.press(Key::Enter);
    let conditions = |journey: &Journey| -> Vec<String> {
        let names = journey.nodes(Role::Article).iter().map(name).collect::<Vec<_>>();
        names
            .iter()
            .filter_map(|name| name.split(". ").find(|part| part.starts_with("Met if ")))
            .map(str::to_owned)
            .collect()
    };
    let (mut n_said, mut n_painted) = (0, 0);
    for term in TERMS {
        journey.apply(Action::Presenter(presenter::Action::ShowTerm { term, spotlight: true }));
        let said = conditions(&journey);
        n_said += said.len();
        n_painted += said.iter().filter(|text| !journey.painted(text).is_empty()).count();
    }
    assert!(n_said > 10 && n_painted * 2 > n_said, "{n_painted} of {n_said}");
}

#[test]
fn nothing_private_stands_on_the_wall() {
    let mut start = Start::at("reported-idea-full");
    start.settings.recent = vec!["/home/class/secret-plan.ron".into()];
    let mut journey = start.go();
    journey.apply(Action::Edit(Edit::SetNotes("secret notes".to_owned())));
    let statement = journey.state().dossier().statements[0].id.clone();
    journey.apply(Action::Edit(Edit::SetGuess(statement, "secret guess".to_owned())));
    let title = "secret notice".to_owned();
    journey.apply(Action::Notify(Notice {
        kind: NoticeKind::Info,
        title,
        lines: vec!["secret line".to_owned()],
        excerpt: None,
    }));
    journey.press(Key::F5);
    let private = [
        (CTRL, Key::O),
        (CTRL, Key::L),
        (CTRL, Key::S),
        (CTRL, Key::I),
        (CTRL, Key::Comma),
        (CTRL.plus(Modifiers::SHIFT), Key::S),
    ];
    for (modifiers, key) in private {
        journey.press_with(modifiers, key);
        assert_eq!(journey.state().session.dialog, None, "{key:?}");
        assert!(!journey.readable().contains("secret"), "{key:?}");
    }
    // What the world asks meanwhile waits until presenting is over.
    journey.apply(Action::Show(Dialog::ChangedOnDisk(plan_at("/home/class/secret-plan.ron"))));
    assert!(!journey.readable().contains("secret"));
    journey.press(Key::Escape);
    assert!(journey.readable().contains("secret-plan.ron"));
}

#[test]
fn a_blank_screen_is_blank_and_three_keys_bring_the_picture_back() {
    for (blanks, ends) in [('b', 'b'), ('.', 'b'), ('b', '.'), ('.', '\u{1b}')] {
        let mut journey = Start::at("reported-idea-full").go();
        journey.type_key(blanks);
        assert!(!journey.state().presenter.is_blank, "only while presenting");
        journey.press(Key::F5);
        let before = journey.readable();
        journey.type_key(blanks);
        assert_eq!(journey.texts(), []);
        assert!(journey.readable().lines().all(|line| line.trim() == "GenericContainer"), "{}", journey.readable());
        // Nothing happens behind it.
        journey.press(Key::ArrowRight);
        journey.press(Key::F5);
        assert_eq!(journey.texts(), []);
        if ends == '\u{1b}' {
            journey.press(Key::Escape)
        } else {
            journey.type_key(ends)
        }
        assert_eq!(journey.readable(), before);
        assert!(journey.state().presenter.is_on, "Esc ends the blank screen, not the presenting");
    }
}

#[test]
fn the_arrow_keys_walk_through_the_plans_that_were_chosen() {
    let mut journey = Start::default().go();
    let titles: Vec<String> = journey.state().walk().iter().map(|entry| entry.title.clone()).collect();
    assert!(titles.len() > 4 && titles.is_sorted(), "{titles:?}");
    // Without the second one.
    journey.apply(Action::Run(Command::Walk));
    journey.click(Role::CheckBox, &titles[1]);
    journey.press(Key::Escape);
    journey.press(Key::F5);
    let title = |journey: &Journey| journey.state().document.scenario.title.clone();
    for (key, wanted) in [(Key::ArrowRight, 0), (Key::ArrowRight, 2), (Key::ArrowRight, 3), (Key::ArrowLeft, 2)] {
        journey.press(key);
        assert_eq!(title(&journey), titles[wanted]);
        assert!(headings(&journey).contains(&titles[wanted]), "its title stands on the wall");
    }
    assert!(!journey.painted(&texts::plan_place(2, titles.len() - 1)).is_empty());
    // With a term changed it is not that plan any more, and the arrows beside it stay where they were.
    let arrows =
        |journey: &Journey| [texts::PLAN_BACK, texts::PLAN_ON].map(|name| journey.node(Role::Button, name).rect());
    let before = arrows(&journey);
    let term = TermIx(0);
    let set = Action::Edit(Edit::SetTerm(term, journey.state().plan().get(term).map_or(Some(ValueIx(0)), |_| None)));
    journey.apply(set);
    assert!(journey.painted(&texts::plan_place(2, titles.len() - 1)).is_empty());
    assert!(!journey.painted(&texts::changed_plan_place(2)).is_empty());
    assert_eq!(arrows(&journey), before);
    journey.press_with(CTRL, Key::Z);
    journey.press(Key::ArrowLeft);
    journey.press(Key::ArrowLeft);
    assert_eq!(title(&journey), titles[0], "it stops at the first");
    journey.press_with(CTRL, Key::Z);
    assert_eq!(title(&journey), titles[2], "loading can be undone");
    journey.press(Key::ArrowRight);
    assert_eq!(title(&journey), titles[3], "and the walk goes on from there");
}

/// A plan of one's own is a stop of the walk, and so is a plan of the dossier that was changed on the way.
#[test]
fn the_walk_leads_back_to_what_it_left() {
    let mut journey = Start::default().go();
    journey.press(Key::F5);
    let mine = Edit::SetTerm(TermIx(0), Some(ValueIx(0)));
    journey.apply(Action::Edit(mine.clone()));
    journey.take_effects();
    let own = journey.state().document.clone();
    journey.press(Key::ArrowRight);
    let shelved = journey.take_effects().into_iter().find(|effect| matches!(effect, Effect::Shelve(_)));
    assert_eq!(shelved, Some(Effect::Shelve(own.clone())), "it is on the shelf all the same");
    let first = journey.state().document.scenario.clone();
    assert_ne!(first.title, own.scenario.title);
    journey.press(Key::ArrowLeft);
    assert_eq!(journey.state().document, own);
    journey.press(Key::ArrowLeft);
    assert_eq!(journey.state().document, own, "it is the first stop");
    journey.press(Key::ArrowRight);
    assert_eq!(journey.state().document.scenario, first);
    // The first plan of the dossier is changed before the class, and left.
    journey.apply(Action::Edit(Edit::SetTitle("Changed".to_owned())));
    let changed = journey.state().document.clone();
    journey.press(Key::ArrowRight);
    journey.press(Key::ArrowLeft);
    assert_eq!(journey.state().document, changed);
    journey.press(Key::ArrowLeft);
    assert_eq!(journey.state().document, own);
}

#[test]
fn the_walk_can_follow_the_dates() {
    let mut journey = Start::default().go();
    journey.apply(Action::Run(Command::Walk));
    journey.click(Role::Button, texts::BY_DATE);
    let mut dates: Vec<Option<Date>> = journey.state().walk().iter().map(|entry| entry.date).collect();
    while dates.last() == Some(&None) {
        dates.pop();
    }
    assert!(dates.windows(2).all(|pair| pair[0].map(Date::earliest) <= pair[1].map(Date::earliest)), "{dates:?}");
    assert!(dates.len() > 4 && !dates.contains(&None), "those without a date come last");
}

#[test]
fn the_plan_is_changed_from_the_wall_by_digits_and_clicks() {
    let mut journey = Start::default().go();
    journey.press(Key::F5);
    go_to(&mut journey, PEACEKEEPERS);
    journey.press(Key::Enter);
    for (key, wanted) in [('2', Some(ValueIx(1))), ('6', Some(ValueIx(5))), ('0', None)] {
        journey.type_key(key);
        assert_eq!(journey.state().plan().get(PEACEKEEPERS), wanted);
    }
    journey.click(Role::RadioButton, "Peacekeepers, UN, 3 of 6");
    assert_eq!(journey.state().plan().get(PEACEKEEPERS), Some(ValueIx(2)));
    assert!(cards(&journey)[0].starts_with("Russia. "), "and the cards follow: {:?}", cards(&journey));
}

#[test]
fn the_page_of_cards_follows_what_is_revealed() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.type_key('h');
    journey.press(Key::F5);
    journey.press(Key::Enter);
    let order: Vec<String> = journey
        .state()
        .columns()
        .iter()
        .map(|column| journey.state().dossier().party(column.party).name.clone())
        .collect();
    for party in &order {
        journey.press(Key::PageDown);
        let card = cards(&journey).into_iter().find(|card| card.starts_with(&format!("{party}. ")));
        assert!(card.as_ref().is_some_and(|card| !card.ends_with(texts::HIDDEN_CARD)), "{party}: {card:?}");
    }
    journey.press(Key::PageUp);
    let last = order.last().expect("there are parties");
    assert!(cards(&journey).contains(&format!("{last}. {}", texts::HIDDEN_CARD)));
}

#[test]
fn the_wall_is_light_whatever_the_theme_and_gives_it_back() {
    let mut journey = Start { theme: eframe::egui::Theme::Dark, ..Start::at("reported-idea-full") }.go();
    let is_dark = |journey: &Journey| journey.harness.ctx.theme() == eframe::egui::Theme::Dark;
    assert!(is_dark(&journey));
    journey.press(Key::F5);
    assert!(!is_dark(&journey));
    journey.press(Key::Escape);
    assert!(is_dark(&journey) && !journey.state().presenter.is_on);
}

#[test]
fn two_presses_in_one_slow_frame_are_two() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press(Key::F5);
    journey.type_key('h');
    let n_hidden = |journey: &Journey| {
        let state = journey.state();
        PartyIx::all(state.dossier().parties.len()).filter(|party| state.hides(*party)).count()
    };
    let before = n_hidden(&journey);
    journey.press_at_once(Modifiers::NONE, &[Key::PageDown, Key::PageDown]);
    assert_eq!(n_hidden(&journey), before - 2);
}

#[test]
fn the_projectors_theme_at_the_desk_is_that_of_the_wall_and_goes_away() {
    let mut journey = Start::at("reported-idea-full").go();
    let weak_ink = |journey: &Journey| theme::tokens(&journey.harness.ctx).ink_weak;
    let usual = weak_ink(&journey);
    for (choice, is_the_walls) in [(ThemeChoice::Projector, true), (ThemeChoice::System, false)] {
        let settings = Settings { theme: choice, ..journey.state().settings.clone() };
        journey.apply(Action::Settings(settings));
        journey.harness.run();
        assert_eq!(weak_ink(&journey) == theme::PROJECTOR.ink_weak, is_the_walls, "{choice:?}");
    }
    assert_eq!(weak_ink(&journey), usual);
}

/// What meets a statement belongs to its card whether or not it has room there; where it is painted, nobody takes it for
/// the speaker's own words.
#[test]
fn a_card_tells_what_meets_its_statement_apart_from_its_words() {
    let mut n_painted = 0;
    for size in [[1280.0, 720.0], [800.0, 600.0]] {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        journey.press(Key::F5);
        for term in TERMS {
            journey.apply(Action::Presenter(presenter::Action::ShowTerm { term, spotlight: true }));
            for place in 0..journey.state().columns().len() {
                journey.apply(Action::Presenter(presenter::Action::ShowCard(place)));
                let (dossier, party) = (journey.state().dossier(), journey.state().columns()[place].party);
                let report = journey.state().report(party, term).expect("nothing is hidden");
                if matches!(report.cell.mark, Mark::Empty | Mark::Silent | Mark::OnFile) {
                    continue;
                }
                let first = report.positions.iter().find(|position| position.bears()).expect("it has a mark");
                let Some(met) = wording::met_if(dossier, dossier.position(first.position)) else { continue };
                let name = &dossier.party(party).name;
                let cards: Vec<String> = journey.nodes(Role::Article).iter().map(self::name).collect();
                let card = cards.iter().find(|card| card.starts_with(&format!("{name}. "))).expect("it shows");
                assert!(card.contains(&met), "{size:?}: {card} lacks {met}");
                let words = &dossier.statement(first.statements[0]).short;
                let under = |met: &Rect| {
                    let words =
                        journey.painted(words).into_iter().filter(|rect| (rect.left() - met.left()).abs() < 1.0);
                    words
                        .map(|rect| rect.top() - met.bottom())
                        .filter(|apart| *apart > -1.0)
                        .fold(f32::INFINITY, f32::min)
                };
                for apart in journey.painted(&met).iter().map(under) {
                    assert!(apart >= 7.0, "{size:?}: {apart} points between {met} and {words}");
                    n_painted += 1;
                }
            }
        }
    }
    assert!(n_painted > 20, "{n_painted}");
}

/// A name under a sentence makes a quotation of it, unless it is said that it is none.
#[test]
fn the_wall_says_whose_words_stand_on_its_cards() {
    for size in WALLS {
        let mut journey = Start { size, ..Start::at("reported-idea") }.go();
        journey.press(Key::F5);
        assert!(journey.painted(WHOSE_WORDS).is_empty(), "the table has none");
        for term in TermIx::all(journey.state().dossier().terms.len()) {
            journey.apply(Action::Presenter(presenter::Action::ShowTerm { term, spotlight: true }));
            let said = journey.painted(WHOSE_WORDS);
            let question = &journey.state().dossier().term(term).question;
            assert_eq!(said.len(), 1, "{size:?}, {question}: {said:?}");
            let options = journey.nodes(Role::RadioButton);
            assert!(!options.iter().any(|option| option.rect().intersects(said[0])), "{size:?}: {question}");
            assert_eq!(journey.nodes(Role::Label).iter().filter(|label| name(label) == WHOSE_WORDS).count(), 1);
        }
    }
}

/// A class that sees none of the marks that moved would take it that none did.
#[test]
fn one_term_opens_with_a_card_on_which_something_changed() {
    let mut journey = Start { case: case_of("belfast-1998"), size: [1366.0, 768.0], ..Start::default() }.go();
    let terms = &journey.state().dossier().terms;
    let term = TermIx::all(terms.len()).find(|term| terms[term.get()].id == "ns_annexes").expect("the long lists");
    journey.press(Key::F5);
    go_to(&mut journey, term);
    journey.apply(Action::Edit(Edit::SetTerm(term, Some(ValueIx(0)))));
    let changed: Vec<PartyIx> = journey.state().changed_cells().map(|change| change.party).collect();
    let first = journey.state().columns().iter().position(|column| changed.contains(&column.party)).expect("a mark");
    journey.press(Key::Enter);
    let party = &journey.state().dossier().party(journey.state().columns()[first].party).name;
    let cards = cards(&journey);
    assert!(cards.len() <= first, "it stands on a later page: {cards:?}");
    assert!(cards.iter().any(|card| card.starts_with(&format!("{party}."))), "{party} is not among {cards:?}");
}

/// Who changes a term at the desk and presents it then, shows the class what came of it.
#[test]
fn what_a_term_changed_before_presenting_is_so_on_the_wall() {
    let mut journey = Start { case: case_of("belfast-1998"), size: [1366.0, 768.0], ..Start::default() }.go();
    let terms = &journey.state().dossier().terms;
    let term = TermIx::all(terms.len()).find(|term| terms[term.get()].id == "ns_annexes").expect("the long lists");
    journey.apply(Action::Focus(Focus { term, place: Place::Control }));
    journey.apply(Action::Edit(Edit::SetTerm(term, Some(ValueIx(0)))));
    let changed: Vec<PartyIx> = journey.state().changed_cells().map(|change| change.party).collect();
    let first = journey.state().columns().iter().position(|column| changed.contains(&column.party)).expect("a mark");
    journey.press(Key::F5);
    journey.press(Key::Enter);
    // With the cards there is little room beside the keys.
    let cut =
        journey.texts().into_iter().find(|(text, _)| text.ends_with("mark\u{2026}") || text.ends_with("marks\u{2026}"));
    assert_eq!(cut, None);
    let party = &journey.state().dossier().party(journey.state().columns()[first].party).name;
    let cards = cards(&journey);
    assert!(cards.iter().any(|card| card.starts_with(&format!("{party}."))), "{party} is not among {cards:?}");
}

/// A remote has one key that goes on: where there is nothing to go on with, it says so, and no sooner.
#[test]
fn a_remote_is_told_what_it_could_do_where_nothing_is_hidden() {
    let mut journey = Start::at("reported-idea-full").go();
    journey.press(Key::F5);
    let told = "Nothing is hidden: H hides all verdicts, then PageDown reveals them one by one";
    let before = journey.status();
    assert!(!before.contains(told), "{before}");
    journey.press(Key::PageDown);
    assert_eq!(journey.status(), told);
    assert!(!journey.painted(names::NOTHING_TO_REVEAL_SHORT).is_empty());
    // What it says is so.
    journey.type_key('h');
    assert!(journey.state().hides_all());
    journey.press(Key::PageDown);
    assert!(!journey.state().hides_all());
    assert!(!journey.status().contains(told));
}
