//! What the tab of the parties looks like in a small window, light and dark: numbers on greys, columns of dots.

mod support;

use eframe::egui::{Key, Modifiers, Rect, Role, Theme};
use egui_kittest::{SnapshotResults, kittest::Queryable as _};
use peace_plan_explorer::{app::parties::Look, wording::ui::parties as words};
use support::journey::{Journey, Start};

/// The lower part of the window: what stands above it changes for its own reasons.
fn picture(mut journey: Journey, picture: &str, results: &mut SnapshotResults) {
    journey.harness.remove_cursor();
    journey.harness.run();
    let window = journey.harness.ctx.content_rect();
    let top = journey.harness.get_by_role_and_label(Role::RadioButton, words::look(Look::Pairs)).rect().top() - 4.0;
    let bottom = journey.harness.get_by_role(Role::Status).rect().top() - 4.0;
    for bar in [window.with_max_y(top), window.with_min_y(bottom)] {
        journey.harness.mask(Rect::from_min_max(bar.min, bar.max));
    }
    journey.harness.snapshot(picture);
    results.extend(journey.harness.take_snapshot_results());
}

fn at_parties(theme: Theme) -> Journey {
    let mut journey = Start { size: [1180.0, 500.0], theme, ..Start::at("reported-idea") }.go();
    journey.press_with(Modifiers::COMMAND, Key::Num2);
    journey.click(Role::RadioButton, words::ALL_STATEMENTS);
    journey
}

#[test]
fn numbers_and_statements_side_by_side() {
    let mut results = SnapshotResults::new();
    let mut journey = at_parties(Theme::Light);
    journey.press(Key::ArrowRight);
    journey.press(Key::Enter);
    picture(journey, "parties_pairs", &mut results);
}

#[test]
fn red_lines_as_columns_of_dots() {
    let mut results = SnapshotResults::new();
    let mut journey = at_parties(Theme::Dark);
    journey.click(Role::Button, words::SHOW_THEM);
    picture(journey, "parties_sets", &mut results);
}
