//! What the table looks like in a small window, with the idea that was reported in November 2024. The bars above and
//! below it are covered: they have nothing to do with it and change for their own reasons.

mod support;

use eframe::egui::{Rect, Role, Theme};
use egui_kittest::{SnapshotResults, kittest::Queryable as _};
use peace_plan_explorer::{
    app::{Action, Edit, Focus, Place, Settings},
    domain::{PartyIx, TermIx, ValueIx},
};
use support::journey::{Journey, Start, name};

const SIZE: [f32; 2] = [900.0, 400.0];
const BUFFER_ZONE: TermIx = TermIx(4);
const NATO_DELAY: TermIx = TermIx(5);
const RUSSIA: PartyIx = PartyIx(1);

fn picture(mut journey: Journey, picture: &str, results: &mut SnapshotResults) {
    journey.harness.remove_cursor();
    journey.harness.run();
    let window = journey.harness.ctx.content_rect();
    let heads = journey.nodes(Role::ColumnHeader);
    let top = heads.iter().map(|head| head.rect().top()).fold(f32::INFINITY, f32::min);
    // In a low window the drawer takes the place of the legend.
    let legend = journey.nodes(Role::Button).into_iter().find(|mark| name(mark) == "red line");
    let bottom = legend.map_or(window.bottom() - 32.0, |legend| legend.rect().top() - 8.0);
    for bar in [window.with_max_y(top), window.with_min_y(bottom)] {
        journey.harness.mask(Rect::from_min_max(bar.min, bar.max));
    }
    journey.harness.snapshot(picture);
    results.extend(journey.harness.take_snapshot_results());
}

#[test]
fn the_table_light_and_dark() {
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "table_light"), (Theme::Dark, "table_dark")] {
        let mut journey = Start { size: SIZE, theme, ..Start::at("reported-idea-full") }.go();
        // One cell just changed, another has the focus, and a later date for NATO is tried.
        journey.apply(Action::Edit(Edit::SetTerm(BUFFER_ZONE, Some(ValueIx(1)))));
        journey.apply(Action::Focus(Focus { term: NATO_DELAY, place: Place::Party(RUSSIA) }));
        let never = journey.state().dossier().term(NATO_DELAY).values.len() - 1;
        journey.apply(Action::Preview(Some((NATO_DELAY, Some(ValueIx::at(never))))));
        picture(journey, name, &mut results);
    }
}

#[test]
fn an_empty_plan_with_its_hint() {
    let mut results = SnapshotResults::new();
    let settings = Settings { show_counts: false, ..Settings::default() };
    picture(Start { size: SIZE, settings, ..Start::default() }.go(), "table_empty", &mut results);
}

#[test]
fn the_drawer_under_the_table() {
    let mut results = SnapshotResults::new();
    let mut journey = Start { size: SIZE, ..Start::at("reported-idea-full") }.go();
    journey.click_cell(RUSSIA, TermIx(0));
    assert!(journey.harness.query_by_role(Role::Region).is_some());
    picture(journey, "table_drawer", &mut results);
}
