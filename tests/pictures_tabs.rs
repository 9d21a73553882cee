//! What the tabs Timeline and Compare look like in a small window. The bars above and below are covered: they have nothing
//! to do with them and change for their own reasons.

mod support;

use eframe::egui::{Key, Modifiers, Rect, Role, Theme};
use egui_kittest::SnapshotResults;
use peace_plan_explorer::{
    app::{Action, Command, Edit, timeline},
    domain::{TermIx, ValueIx},
};
use support::journey::{Journey, Start, name};

const SIZE: [f32; 2] = [900.0, 430.0];
const NATO_DELAY: TermIx = TermIx(5);

fn start(theme: Theme) -> Journey {
    Start { size: SIZE, theme, ..Start::at("reported-idea-full") }.go()
}

fn picture(mut journey: Journey, picture: &str, results: &mut SnapshotResults) {
    journey.apply(Action::Run(Command::ToggleWhy));
    journey.harness.remove_cursor();
    journey.harness.run();
    let window = journey.harness.ctx.content_rect();
    let menu = journey.nodes(Role::Button).into_iter().find(|button| name(button) == "File").expect("the menu");
    let top = menu.rect().bottom() + 4.0;
    let legend = journey.nodes(Role::Button).into_iter().find(|mark| name(mark) == "red line").expect("the legend");
    let bottom = legend.rect().top() - 8.0;
    for bar in [window.with_max_y(top), window.with_min_y(bottom)] {
        journey.harness.mask(Rect::from_min_max(bar.min, bar.max));
    }
    journey.harness.snapshot(picture);
    results.extend(journey.harness.take_snapshot_results());
}

#[test]
fn the_marks_of_one_term_through_time() {
    let mut journey = start(Theme::Light);
    journey.press_with(Modifiers::COMMAND, Key::Num3);
    journey.apply(Action::Timeline(timeline::Action::Term(Some(NATO_DELAY))));
    journey.apply(Action::Timeline(timeline::Action::Second("2024-12-04".parse().ok())));
    picture(journey, "timeline_light", &mut SnapshotResults::new());
}

#[test]
fn two_plans_in_one_table() {
    let mut journey = start(Theme::Dark);
    journey.press_with(Modifiers::COMMAND, Key::D);
    for (term, value) in [(TermIx(0), Some(1)), (TermIx(4), None), (NATO_DELAY, Some(0))] {
        journey.apply(Action::Edit(Edit::SetTerm(term, value.map(ValueIx))));
    }
    for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowRight] {
        journey.press(key);
    }
    picture(journey, "compare_dark", &mut SnapshotResults::new());
}
