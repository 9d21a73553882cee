//! How text is set: from the left, evenly; each heading once; and a word where letters cannot be shown.

use eframe::egui::{MissingGlyphPolicy, Role, Shape, epaint::ClippedShape};
use peace_plan_explorer::{
    app::{Action, Command, Dialog, DraftEntry, DraftId, Edit, FolderEntry, StartPage},
    domain::{PartyIx, TermIx},
    wording::news,
};

use crate::support::{
    journey::{Journey, Start, name},
    screens,
};

/// The texts of several lines whose words are drawn apart to fill them.
fn drawn_apart(journey: &Journey) -> Vec<String> {
    fn collect(shape: &Shape, out: &mut Vec<String>) {
        match shape {
            Shape::Text(text) if text.galley.job.justify && text.galley.rows.len() > 1 => {
                out.push(text.galley.text().to_owned());
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    journey.harness.output().shapes.iter().for_each(|ClippedShape { shape, .. }| collect(shape, &mut out));
    out
}

#[test]
fn no_words_are_drawn_apart_to_fill_a_line() {
    let mut journey = Start::at("reported-idea").go();
    for screen in screens::all() {
        screen.open(&mut journey);
        assert_eq!(drawn_apart(&journey), Vec::<String>::new(), "{screen:?}");
    }
    for menu in ["File", "Edit", "View", "Help", "What counts"] {
        let mut journey = Start::at("reported-idea").go();
        journey.click(Role::Button, menu);
        assert_eq!(drawn_apart(&journey), Vec::<String>::new(), "{menu}");
    }
}

#[test]
fn what_is_new_is_headed_once_beside_the_table_and_over_the_wall() {
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Run(Command::PreviousEvent));
    journey.apply(Action::Run(Command::News));
    assert_eq!(journey.painted(news::NEWS).len(), 1, "beside the table");
    journey.apply(Action::Run(Command::Present));
    journey.apply(Action::Show(Dialog::News));
    assert_eq!(journey.painted(news::NEWS).len(), 1, "over the wall");
}

/// Menus are set evenly; that nothing begins with what was typed is a sentence.
#[test]
fn what_a_list_says_of_a_search_without_a_hit_keeps_its_words_together() {
    let mut journey = Start::default().go();
    journey.click(Role::ComboBox, "NATO delay, all values");
    let typed = "town council, elected in 2029";
    typed.chars().for_each(|letter| journey.type_key(letter));
    let labels: Vec<String> = journey.nodes(Role::Label).iter().map(name).collect();
    assert!(labels.iter().any(|label| label.contains(typed)), "{labels:?}");
    assert_eq!(drawn_apart(&journey), Vec::<String>::new());
}

#[test]
fn chips_stand_level_with_the_button_that_says_what_decides_a_red_line() {
    let mut journey = Start::at("reported-idea").go();
    journey.click_cell(PartyIx(1), TermIx(0));
    let level = |text: &str| journey.painted(text).first().expect("it is painted").center().y;
    let apart = level("On record") - level("Red line");
    assert!(apart.abs() < 1.5, "{apart} points");
}

/// Arabic runs from right to left, which no font helps.
const UNSET: &str = "\u{62e}\u{637}\u{629}";

/// A window that draws boxes for letters in no font, as the program does; tests otherwise refuse them.
fn with_boxes() -> Journey {
    let journey = Start::default().go();
    journey.harness.ctx.set_missing_glyph_policy(MissingGlyphPolicy::Tofu);
    journey
}

fn says_so(journey: &Journey, what: &str) -> bool {
    let said = |text: &String| text.contains("run from right to left") && text.contains(what);
    journey.nodes(Role::Label).iter().map(name).any(|text| said(&text))
}

fn draft() -> DraftEntry {
    DraftEntry {
        id: DraftId("2025-01-13T104207-1".to_owned()),
        title: UNSET.to_owned(),
        dossier: "Ukraine, January 2025".to_owned(),
        n_set: Some(3),
        written: "2025-01-13T10:42:07".to_owned(),
        path: None,
        problem: String::new(),
    }
}

#[test]
fn a_list_says_which_of_its_names_cannot_be_shown() {
    let mut journey = with_boxes();
    journey.apply(Action::DraftsRead(vec![draft()]));
    assert!(says_so(&journey, "the draft of 13 Jan 2025, 10:42"), "beside an empty plan");
    journey.apply(Action::Run(Command::Drafts));
    assert!(says_so(&journey, "the draft of 13 Jan 2025, 10:42"), "drafts");
    let mut journey = with_boxes();
    journey.apply(Action::DraftsRead(vec![draft()]));
    journey.apply(Action::Show(Dialog::Start(StartPage::default())));
    assert!(says_so(&journey, "the draft of 13 Jan 2025, 10:42"), "start page");
    let mut catalog = journey.state().catalog.clone();
    UNSET.clone_into(&mut catalog.shelves[0].title);
    journey.apply(Action::DraftsRead(Vec::new()));
    journey.apply(Action::CatalogRead(catalog));
    assert!(says_so(&journey, "ukraine-2025-01"), "a case");
    let mut journey = with_boxes();
    journey.apply(Action::DraftsRead(vec![draft()]));
    journey.click(Role::Button, "File");
    let menu = journey.nodes(Role::Button).into_iter().map(|node| name(&node)).find(|name| name.starts_with("Drafts"));
    journey.click(Role::Button, &menu.expect("a menu of drafts"));
    assert!(says_so(&journey, "the draft of 13 Jan 2025, 10:42"), "the menu");
    assert_eq!(drawn_apart(&journey), Vec::<String>::new(), "the menu");
    let mut journey = with_boxes();
    journey.apply(Action::Run(Command::Open));
    let entries = vec![FolderEntry { name: format!("{UNSET}.ron"), is_folder: false }];
    let folder = "/home/class".into();
    journey.apply(Action::FolderListed { folder, entries, problem: String::new() });
    assert!(says_so(&journey, "line 1"), "the file box");
}

#[test]
fn plans_whose_titles_cannot_be_shown_are_told_beside_a_plan_too() {
    let mut journey = with_boxes();
    let mut catalog = journey.state().catalog.clone();
    let shelf = catalog.shelves.iter_mut().find(|shelf| shelf.id == "ukraine-2025-01").expect("the case");
    let id = shelf.scenarios[0].id.clone();
    UNSET.clone_into(&mut shelf.scenarios[0].title);
    journey.apply(Action::CatalogRead(catalog));
    assert!(says_so(&journey, &id), "beside an empty plan");
    journey.apply(Action::Run(Command::Compare));
    assert!(says_so(&journey, &id), "plans to compare with");
    let mut journey = with_boxes();
    journey.apply(Action::Edit(Edit::SetTitle(UNSET.to_owned())));
    assert!(says_so(&journey, "Title"), "plan A");
    journey.apply(Action::Run(Command::Duplicate));
    journey.apply(Action::Edit(Edit::SetTitle("Another".to_owned())));
    assert!(!says_so(&journey, "Title"), "plan A has another now");
    assert!(says_so(&journey, "the title of plan B"));
}

#[test]
fn a_list_of_names_that_can_be_shown_says_nothing_of_it() {
    let mut journey = with_boxes();
    journey.apply(Action::DraftsRead(vec![DraftEntry {
        title: "Гроші та мир \u{2013} Łódź".to_owned(), ..draft()
    }]));
    journey.apply(Action::Run(Command::Drafts));
    assert!(!says_so(&journey, ""), "Latin, Greek and Cyrillic are in the typeface");
}
