//! How text is set: from the left, evenly and level.

use eframe::egui::{Role, Shape, epaint::ClippedShape};
use peace_plan_explorer::domain::{PartyIx, TermIx};

use crate::support::{
    journey::{Journey, Start},
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
fn chips_stand_level_with_the_button_that_says_what_decides_a_red_line() {
    let mut journey = Start::at("reported-idea").go();
    journey.click_cell(PartyIx(1), TermIx(0));
    let level = |text: &str| journey.painted(text).first().expect("it is painted").center().y;
    let apart = level("On record") - level("Red line");
    assert!(apart.abs() < 1.5, "{apart} points");
}
