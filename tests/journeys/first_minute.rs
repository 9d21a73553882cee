//! The first sixty seconds: an empty plan, two hints, a source, a few terms, and all of it taken back.

use eframe::egui::Role;
use egui_kittest::kittest::Queryable as _;
use peace_plan_explorer::{
    app::{Focus, Place},
    domain::TermIx,
    wording::ui as words,
};

use crate::support::journey::Start;

#[test]
fn it_opens_on_an_empty_plan_with_the_focus_on_the_first_control_and_a_hint() {
    let journey = Start::default().go();
    assert_eq!(journey.state().plan().n_set(), 0);
    assert!(journey.state().session.dialog.is_none());
    assert_eq!(journey.state().session.focus, Focus { term: TermIx(0), place: Place::Control });
    assert!(journey.harness.get_by_role(Role::Grid).is_focused());
    let (whole, shown) = journey.ring().expect("the focus shows");
    assert_eq!(whole, shown);
    assert!(whole.contains_rect(journey.harness.get_by_label("Front line, Freeze now, 1 of 2").rect()));
    assert!(journey.paints(words::HINT_CHOOSE));
    assert!(journey.status().ends_with("an empty plan"));
}
