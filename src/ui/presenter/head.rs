//! The line at the top: the plan, its place in the walk, and the day.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::{Action, Command, presenter},
    ui::{fonts, view::View, widgets::icon::Icon},
    wording::{self, presenter as texts, ui as words},
};

use super::{caps, text, wall_id};

/// Height of the line, in points.
pub(super) const HEIGHT: f32 = 34.0;

/// Draws the line.
pub(super) fn head(ui: &Ui, view: &View<'_>, rect: Rect, out: &mut Vec<Action>) {
    let tokens = view.tokens;
    let (large, small) = (fonts::semibold(tokens.size.title), fonts::regular(tokens.size.body));
    let base = rect.center().y - 2.0;
    let day = wording::date(view.state.document.scenario.as_of, view.dates);
    let mut right = rect.right();
    let pieces = [(day.as_str(), large.clone(), 8.0), (words::AS_OF, small, 24.0)];
    for (piece, font, gap) in pieces {
        let galley = text::wrapped(ui, piece, font, tokens.ink, f32::INFINITY);
        right -= galley.size().x;
        ui.painter().galley(pos2(right, base - galley.size().y / 2.0), galley, tokens.ink);
        right -= gap;
    }
    let day_rect = Rect::from_min_max(pos2(right, rect.top()), rect.max);
    text::name(ui, day_rect, wall_id().with("day"), Role::Label, format!("{} {day}", words::AS_OF));
    right = walk(ui, view, rect, right, out);
    if let Some(unusual) = wording::cli::counting(view.state.document.scenario.counted) {
        let width = (right - rect.left()) * 0.5;
        let galley = text::on_one_line(ui, &unusual, fonts::regular(tokens.size.body), tokens.warn, width);
        let size = galley.size();
        right -= size.x;
        let at = pos2(right, base - size.y / 2.0);
        ui.painter().galley(at, galley, tokens.warn);
        text::name(ui, Rect::from_min_size(at, size), wall_id().with("counting"), Role::Label, unusual);
        right -= 20.0;
    }
    let title = wording::plan_name(&view.state.document.scenario);
    // A long title is set smaller before anything of it is left out.
    let sizes = [large.size, large.size * 0.85, tokens.size.body];
    let fits = |size: &f32| text::width(ui, &title, fonts::semibold(*size)) <= right - rect.left();
    let size = sizes.into_iter().find(fits).unwrap_or(large.size);
    let galley = text::on_one_line(ui, &title, fonts::semibold(size), tokens.ink, right - rect.left());
    let at = pos2(rect.left(), base - galley.size().y / 2.0);
    let title_rect = Rect::from_min_size(at, galley.size() + vec2(0.0, 2.0));
    ui.painter().galley(at, galley, tokens.ink);
    let response = ui.interact(title_rect, wall_id().with("title"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    if response.clicked() {
        out.push(Action::Run(Command::PlanCard));
    }
    whose(ui, view, title_rect, right);
}

/// Whose plan it is and from when, behind its title, in as many words as there is room for.
fn whose(ui: &Ui, view: &View<'_>, title: Rect, right: f32) {
    let tokens = view.tokens;
    let room = right - title.right() - 36.0;
    let wanted = wording::plan_card::whose_and_when(view.scenario(), view.dates);
    let line = |text: &String| text::wrapped(ui, text, fonts::regular(tokens.size.body), tokens.ink, f32::INFINITY);
    let fitting = wanted.iter().map(|text| (text, line(text))).find(|(_, galley)| galley.size().x <= room);
    let Some((text, galley)) = fitting else { return };
    let at = pos2(title.right() + 16.0, title.center().y - galley.size().y / 2.0);
    let rect = Rect::from_min_size(at, galley.size());
    ui.painter().galley(at, galley, tokens.ink);
    text::name(ui, rect, wall_id().with("whose"), Role::Label, text);
}

/// The place in the walk between the arrows that walk on; returns what is left of it. Room is for the longest place.
fn walk(ui: &Ui, view: &View<'_>, rect: Rect, right: f32, out: &mut Vec<Action>) -> f32 {
    let n = view.state.walk().len();
    if n == 0 {
        return right;
    }
    let line =
        |text: &str| text::wrapped(ui, text, fonts::regular(view.tokens.size.body), view.tokens.ink, f32::INFINITY);
    let place = view.state.place_in_walk();
    let is_changed = view.scenario().changed_from.is_some();
    let (plain, changed) = match place {
        None => (texts::plans_to_walk(n), String::new()),
        Some(place) => (texts::plan_place(place + 1, n), texts::changed_plan_place(place + 1)),
    };
    // As wide with either, so that a change moves nothing.
    let widest = [&texts::plan_place(n, n), &plain, &changed].map(|text| line(text).size().x);
    let room = widest.into_iter().fold(0.0, f32::max);
    let place = if is_changed && !changed.is_empty() { changed } else { plain };
    let galley = line(&place);
    let left = right - room - 2.0 * caps::HEIGHT;
    let line = rect.with_max_y(rect.max.y - 4.0);
    let at = pos2(left + caps::HEIGHT + (room - galley.size().x) / 2.0, line.center().y - galley.size().y / 2.0);
    let place_rect = Rect::from_min_size(at, galley.size());
    ui.painter().galley(at, galley, view.tokens.ink);
    text::name(ui, place_rect, wall_id().with("place"), Role::Label, place);
    let arrows = [(left, Icon::Left, texts::PLAN_BACK, -1), (right - caps::HEIGHT, Icon::Right, texts::PLAN_ON, 1)];
    for (left, icon, name, steps) in arrows {
        if caps::arrow(ui, view, (left, line), icon, name, view.state.can_walk(steps)) {
            out.push(Action::Presenter(presenter::Action::Walk(steps)));
        }
    }
    left - 20.0
}
