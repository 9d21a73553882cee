//! A case of one's own, made and corrected in the window.

use eframe::egui::{Key, Modifiers, Role};
use peace_plan_explorer::{
    app::{
        Action, Command, Edit, Effect, SaveForm, Tab, Told, WhySubject, alternatives,
        case::{self, At, Edit as CaseEdit, New, Page},
        timeline,
    },
    domain::{PartyIx, TermIx, ValueIx, WrittenDemand},
    wording::{case as words, ui as command_words},
};

use crate::support::journey::{Journey, Start, name};

/// The tab with a copy of the shipped case.
fn mine() -> Journey {
    let mut journey = Start::at("reported-idea").go();
    journey.press_with(Modifiers::COMMAND, Key::Num7);
    journey.click(Role::Button, words::MAKE_MINE);
    journey
}

fn text(at: &At, text: &str) -> Action {
    let edit = CaseEdit::Text { at: at.clone(), text: text.to_owned(), needed: true };
    Action::Case(case::Action::Edit(vec![edit]))
}

fn edit(edit: CaseEdit) -> Action {
    Action::Case(case::Action::Edit(vec![edit]))
}

fn own_text(journey: &Journey) -> String {
    journey.state().document.own.as_ref().expect("it is one's own").text.as_str().to_owned()
}

#[test]
fn a_shipped_case_is_made_mine_with_its_plan_and_can_be_given_back() {
    let mut journey = mine();
    assert_eq!(journey.state().session.tab, Tab::Case);
    assert_eq!(journey.state().dossier().id, "mine");
    let plan = journey.state().plan().clone();
    assert!(plan.n_set() > 0, "the plan that was open goes along");
    assert!(!journey.state().document.is_unsaved());
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert!(journey.state().document.own.is_none(), "also that can be undone");
    assert_eq!(journey.state().plan(), &plan);
}

#[test]
fn what_is_typed_is_in_the_table_at_once_and_one_step_of_undo() {
    let mut journey = mine();
    let before = own_text(&journey);
    journey.apply(Action::Case(case::Action::Page(Page::Parties)));
    journey.click(Role::TextInput, words::field("parties", "name"));
    journey.press_with(Modifiers::COMMAND, Key::A);
    for letter in ["N", "e", "w"] {
        journey.write(letter);
    }
    assert_eq!(journey.state().dossier().party(PartyIx(0)).name, "New");
    assert!(journey.state().document.is_unsaved());
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    let undo = command_words::undo(journey.state().dossier(), journey.state().history.undo_label(), Default::default());
    assert_eq!(undo, "Undo: \"Name\" of a party");
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(own_text(&journey), before, "every byte is back");
    assert!(!journey.state().document.is_unsaved());
    journey.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(journey.state().dossier().party(PartyIx(0)).name, "New");
}

#[test]
fn while_something_is_wrong_the_table_stays_and_the_problem_stands_at_its_field() {
    let mut journey = mine();
    let party = journey.state().dossier().party(PartyIx(0)).clone();
    journey.apply(Action::Case(case::Action::Page(Page::Parties)));
    journey.apply(text(&At::record("parties", 0).field("name"), ""));
    assert_eq!(journey.state().dossier().party(PartyIx(0)), &party, "the last that was sound");
    assert!(journey.readable().contains(words::STILL_OPEN), "{}", journey.readable());
    journey.click(Role::RadioButton, &words::page(Page::Problems, 1));
    assert!(journey.readable().contains("Parties, party 1, Name: still to be filled in"), "{}", journey.readable());
    // Something half typed elsewhere takes nothing along.
    journey.apply(edit(CaseEdit::Raw(At::record("statements", 3), "(id: \"half".to_owned())));
    journey.apply(text(&At::record("parties", 0).field("name"), "Again"));
    assert_eq!(journey.state().dossier().party(PartyIx(0)), &party, "the statement is still half typed");
    journey.press_with(Modifiers::COMMAND, Key::Z);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert!(journey.state().document.own.as_ref().unwrap().is_sound());
    assert!(!journey.state().document.is_unsaved());
}

#[test]
fn plan_locks_curtain_and_focus_go_along_by_ids() {
    let mut journey = mine();
    let (third, value) = (TermIx(2), Some(ValueIx(1)));
    journey.apply(Action::Edit(Edit::SetTerm(third, value)));
    journey.apply(Action::Alternatives(alternatives::Action::ToggleLock(third)));
    journey.apply(Action::Why(WhySubject::Cell(PartyIx(1), third)));
    let id = journey.state().dossier().term(third).id.clone();
    let n_set = journey.state().plan().n_set();
    journey.apply(Action::Timeline(timeline::Action::Term(Some(third))));
    journey.apply(Action::Run(Command::Duplicate));
    let second = journey.state().dossier().party(PartyIx(1)).id.clone();
    journey.apply(edit(CaseEdit::Exchange(At::record("terms", 1))));
    journey.apply(edit(CaseEdit::Exchange(At::record("parties", 0))));
    let state = journey.state();
    assert_eq!(state.dossier().term(TermIx(1)).id, id, "it moved up");
    assert_eq!(state.plan().get(TermIx(1)), value);
    assert_eq!(state.plan().n_set(), n_set);
    assert!(state.alternatives.wishes.locked.contains(&TermIx(1)));
    assert_eq!(state.dossier().party(PartyIx(0)).id, second);
    assert_eq!(state.session.why, WhySubject::Cell(PartyIx(0), TermIx(1)));
    assert_eq!(state.session.focus.term, TermIx(1));
    let plan_b = &state.compare.second.as_ref().expect("plan B is a copy").document;
    assert!(std::sync::Arc::ptr_eq(&plan_b.case, &state.document.case), "it is a plan of the case as it is now");
    assert_eq!(plan_b.scenario.plan, *state.plan());
    assert_eq!(state.timeline.term, None, "what was asked about a term that may be another");
    // A value that goes takes its place in the plan along, and brings it back.
    journey.apply(edit(CaseEdit::Add(New::Term("Choice"))));
    for (nth, name) in ["Left", "Right"].iter().enumerate() {
        let list = At::record("terms", journey.state().document.own.as_ref().unwrap().count("terms") - 1);
        journey.apply(text(&list.field("values").item(0).item(nth).field("name"), name));
        journey.apply(Action::CloseStep);
    }
    let list = At::record("terms", journey.state().document.own.as_ref().unwrap().count("terms") - 1);
    journey.apply(text(&list.field("name"), "A side"));
    journey.apply(Action::CloseStep);
    journey.apply(text(&list.field("question"), "Which side?"));
    journey.apply(Action::CloseStep);
    let last = TermIx::at(journey.state().dossier().terms.len() - 1);
    assert_eq!(
        journey.state().dossier().term(last).id,
        "a-side",
        "{:?}",
        journey.state().document.own.as_ref().unwrap().problems
    );
    assert_eq!(journey.state().dossier().term(last).values[1].id, "right");
    journey.apply(Action::Edit(Edit::SetTerm(last, Some(ValueIx(1)))));
    journey.apply(edit(CaseEdit::Remove(list.field("values").item(0).item(1))));
    assert_eq!(journey.state().plan().get(last), None);
    // The field that was added has the keyboard, and an undo of its own.
    journey.apply(Action::Run(Command::Undo));
    assert_eq!(journey.state().plan().get(last), Some(ValueIx(1)));
}

#[test]
fn what_is_used_is_not_removed_and_it_is_said_by_what() {
    let mut journey = mine();
    let n = journey.state().dossier().parties.len();
    journey.apply(Action::Case(case::Action::Open(Page::Parties, 0)));
    journey.click(Role::Button, words::REMOVE);
    assert_eq!(journey.state().dossier().parties.len(), n);
    assert!(journey.readable().contains("Not removed: it is used by statement"), "{}", journey.readable());
    // What nothing refers to goes, and comes back.
    journey.apply(Action::Case(case::Action::Open(Page::Rules, 0)));
    let rules = journey.state().dossier().rules.len();
    journey.click(Role::Button, words::REMOVE);
    assert_eq!(journey.state().dossier().rules.len(), rules - 1);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().dossier().rules.len(), rules);
}

#[test]
fn a_dash_on_the_table_offers_a_statement_with_party_and_term() {
    let mut journey = mine();
    journey.press_with(Modifiers::COMMAND, Key::Num1);
    let state = journey.state();
    let is_silent = |(party, term): &(PartyIx, TermIx)| state.dossier().positions_about(*party, *term).is_empty();
    let mut all = PartyIx::all(state.dossier().parties.len())
        .flat_map(|party| TermIx::all(state.dossier().terms.len()).map(move |term| (party, term)));
    let (party, term) = all.find(is_silent).expect("nobody speaks about everything");
    let ids = (state.dossier().party(party).id.clone(), state.dossier().term(term).id.clone());
    journey.click_cell(party, term);
    journey.click(Role::Button, words::ADD_FROM_CELL);
    assert_eq!(journey.state().case.page, Page::Statements);
    let own = journey.state().document.own.as_ref().unwrap();
    let (statements, positions) = (own.count("statements"), own.count("positions"));
    let of = |list, item: usize, field| own.string(&At::record(list, item - 1).field(field)).unwrap();
    assert_eq!(of("statements", statements, "party"), ids.0);
    assert_eq!((of("positions", positions, "party"), of("positions", positions, "about")), ids);
    assert_eq!(of("positions", positions, "id"), of("statements", statements, "id"));
    assert_eq!(journey.focused(), words::field("statements", "speaker"), "the first empty field");
}

#[test]
fn a_demand_is_a_sentence_of_choices_with_its_words_beneath() {
    let mut journey = mine();
    let place = journey.state().dossier().positions.iter().position(|position| position.demand.is_some()).unwrap();
    journey.apply(Action::Case(case::Action::Open(Page::Positions, place)));
    let at = At::record("positions", place).field("demand");
    let is = |term: &str, value: &str| WrittenDemand::Is(term.to_owned(), value.to_owned());
    let (one, other) =
        (journey.state().dossier().term(TermIx(0)).clone(), journey.state().dossier().term(TermIx(1)).clone());
    let demand = WrittenDemand::If(
        Box::new(is(&one.id, &one.values[0].id)),
        Box::new(WrittenDemand::All(vec![is(&other.id, &other.values[0].id), is(&one.id, &one.values[0].id)])),
    );
    journey.apply(edit(CaseEdit::Demand(at.clone(), Some(demand.clone()))));
    assert!(own_text(&journey).contains("demand: If(Is("));
    let read = journey.state().document.own.as_ref().unwrap().demand(&at);
    assert_eq!(read, Some(demand));
    let readable = journey.readable();
    assert!(readable.contains(&format!("if {} is", one.name)), "its words: {readable}");
    for part in ["Demand, part 1: term", "Demand, part 2.1: value", "Demand, part 2: joined", "Demand: joined"] {
        assert!(readable.contains(part), "{part} is missing in {readable}");
    }
    assert!(readable.contains("With this plan:"), "{readable}");
}

#[test]
fn a_published_statement_that_is_changed_raises_the_version_once() {
    let mut journey = mine();
    let version = journey.state().dossier().version;
    journey.apply(text(&At::record("statements", 0).field("short"), "Something else was said"));
    assert_eq!(journey.state().dossier().version, version + 1);
    assert_eq!(journey.state().session.told, Some(Told::VersionRaised(version + 1)));
    journey.apply(text(&At::record("statements", 1).field("short"), "And here, too"));
    assert_eq!(journey.state().dossier().version, version + 1);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().dossier().version, version);
}

#[test]
fn saving_writes_the_case_and_a_draft_has_what_is_not_saved() {
    let mut journey = mine();
    journey.take_effects();
    journey.apply(text(&At::list("title"), "Our case"));
    assert!(journey.take_effects().contains(&Effect::DocumentChanged), "the draft is brought up to date");
    journey.apply(Action::Run(Command::Save));
    let jobs: Vec<SaveForm> = journey
        .take_effects()
        .into_iter()
        .filter_map(|effect| if let Effect::Save(job) = effect { Some(job.form) } else { None })
        .collect();
    assert_eq!(jobs, [SaveForm::Case]);
    let text = own_text(&journey);
    journey.apply(Action::Case(case::Action::Saved(text.as_str().into())));
    assert!(!journey.state().document.is_case_unsaved());
    // Another program writes the file.
    let theirs = text.replace("Our case", "Their case");
    journey.apply(Action::Case(case::Action::FileChanged(theirs.as_str().into())));
    assert_eq!(journey.state().dossier().title, "Their case");
    journey.apply(self::text(&At::list("title"), "Mine again"));
    journey.apply(Action::Case(case::Action::FileChanged(text.as_str().into())));
    assert_eq!(journey.state().dossier().title, "Mine again", "it is asked first");
    journey.click(Role::Button, words::TAKE_FILE);
    assert_eq!(journey.state().dossier().title, "Our case");
    journey.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(journey.state().dossier().title, "Mine again");
}

#[test]
fn every_page_can_be_read_and_every_record_as_text() {
    let mut journey = mine();
    for page in <Page as strum::IntoEnumIterator>::iter() {
        journey.apply(Action::Case(case::Action::Page(page)));
        assert!(!journey.nodes(Role::RadioButton).is_empty());
        if page.list().is_some() {
            journey.click(Role::Button, words::AS_TEXT);
            assert!(journey.readable().contains(words::AS_TEXT_NOTE), "{page:?}");
            journey.click(Role::Button, words::AS_TEXT);
        }
    }
    // Alt and the arrows walk through the list.
    journey.apply(Action::Case(case::Action::Page(Page::Parties)));
    let first = journey.state().document.own.as_ref().unwrap().names("parties")[1].1.clone();
    journey.press_with(Modifiers::ALT, Key::ArrowDown);
    let field = journey.node(Role::TextInput, words::field("parties", "name"));
    assert_eq!(egui_kittest::kittest::NodeT::accesskit_node(&field).value(), Some(first));
    assert!(journey.nodes(Role::Button).iter().any(|node| name(node) == words::ADD_PARTY));
}
