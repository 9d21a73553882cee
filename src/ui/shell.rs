//! The whole window as one function: bars, table, Why panel, dialogs.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Rect, Sense, Ui, UiBuilder, accesskit_root_id, pos2};

use crate::{
    app::{Action, State, Tab},
    wording::{self, ui as words},
};

use super::{
    bottom, by_keys, dialogs, drop, keys, layouts,
    look::{NARROW, why_shows},
    presenter, replay, start_page, table, tabs, theme, timeline, top,
    view::View,
    why,
};

/// Height of the Why drawer, and its least height, in points.
const DRAWER: f32 = 220.0;
const LEAST_DRAWER: f32 = 90.0;

/// Room for the names of groups between the rows that stay, in points.
const GROUPS: f32 = 40.0;

/// Space around what stands in a bar.
const BAR: Margin = Margin { left: 8, right: 8, top: 2, bottom: 2 };

/// Draws the window for `state` and returns what the user did.
#[must_use]
pub fn shell(ui: &mut Ui, state: &State) -> Vec<Action> {
    theme::set_mark_colours(ui, state.settings.marks);
    layouts::translate(ui);
    by_keys::note(ui);
    ui.ctx().accesskit_node_builder(accesskit_root_id(), |node| node.set_label(title(state)));
    let view = View::new(ui, state);
    let mut out = Vec::new();
    drop::take(ui, &view, &mut out);
    replay::tick(ui, &view, &mut out);
    if state.presenter.is_on {
        presenter::presenter(ui, &view, &mut out);
        return out;
    }
    keys::commands(ui, &view, &mut out);
    keys::close_notice(ui, &view, &mut out);
    // Bars and panels have the colour that a frame begins with: painting it once more is dear without a graphics card.
    let bar = Frame::new().inner_margin(BAR);
    Panel::top("top").frame(bar).show_separator_line(false).show(ui, |ui| top::bar(ui, &view, &mut out));
    Panel::bottom("bottom").frame(bar).show_separator_line(false).show(ui, |ui| bottom::lines(ui, &view, &mut out));
    let space = ui.available_rect_before_wrap();
    let why = why_space(ui, &view);
    // Beside the Why panel, not above it: the panel keeps its height.
    Panel::top("tabs").frame(bar).show_separator_line(false).show(ui, |ui| tabs::row(ui, &view, &mut out));
    let surface = Frame::new().fill(view.tokens.surface);
    let start = ui.available_rect_before_wrap().with_max_x(space.right()).with_max_y(space.bottom());
    // What the start page covers is not there: keys would reach it, and screen readers read it.
    let is_covered = state.shows_start_page() && start_page::covers_the_tab(ui, &view, start);
    let tab = CentralPanel::default().frame(surface).show(ui, |ui| {
        if !is_covered {
            tabs::shown(ui, &view, &mut out);
        }
    });
    let table = tab.response.rect;
    if state.shows_start_page() {
        // The strip beside the tabs is the Why panel's, which the page covers.
        let strip = Rect::from_min_max(pos2(table.right(), space.top()), pos2(space.right(), start.top()));
        ui.painter().rect_filled(strip, 0.0, view.tokens.panel);
        // Unless a notice stands between the two.
        let below = bottom::legend_room(ui).filter(|room| room.top() - start.bottom() < 2.0 * f32::from(BAR.top) + 4.0);
        let start = below.map_or(start, |room| start.with_max_y(room.bottom()));
        start_page::show(ui, &view, start, &mut out);
        dialogs::show(ui, &view, &mut out);
        drop::overlay(ui, &view);
        return out;
    }
    if let Some(space) = why {
        // Drawn after the table although its space is taken before: Tab goes from a cell to its reasons.
        let mut panel = ui.new_child(UiBuilder::new().id_salt("why").max_rect(space));
        panel.set_clip_rect(space.expand(4.0));
        why::panel(&mut panel, &view, &mut out);
    }
    dialogs::show(ui, &view, &mut out);
    drop::overlay(ui, &view);
    out
}

/// What the window is called: by its frame, and by screen readers.
#[must_use]
pub fn title(state: &State) -> String {
    let star = if state.document.is_unsaved() { "*" } else { "" };
    let path = state.document.path().filter(|_| !state.presenter.is_on);
    let file = path.and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
    words::window_title(&wording::plan_name(&state.document.scenario), file.as_deref(), star)
}

/// Takes the space of the Why panel; `None` if it is closed.
fn why_space(ui: &mut Ui, view: &View<'_>) -> Option<Rect> {
    if !why_shows(ui, view) {
        return None;
    }
    let (size, tab) = (ui.content_rect().size(), view.state.session.tab);
    let take = |ui: &mut Ui| ui.allocate_exact_size(ui.available_size(), Sense::hover()).0;
    let frame = Frame::new().inner_margin(Margin { left: 12, right: 4, top: 8, bottom: 4 });
    if size.x >= NARROW {
        let width = if size.x >= 1340.0 { 320.0 } else { 290.0 };
        let panel = Panel::right("why").frame(frame).resizable(true).default_size(width).size_range(260.0..=560.0);
        Some(panel.show(ui, take).inner)
    } else {
        // Above it the row of tabs stays, and of the table the row that it is about.
        let least = if tab == Tab::Timeline { timeline::LEAST_HEIGHT } else { table::LEAST_HEIGHT };
        let room = ui.available_height() - tabs::height(ui) - 2.0 * f32::from(BAR.top) - least;
        let has_notice = !view.state.session.notices.is_empty();
        let room = if has_notice { room - GROUPS } else { room };
        if has_notice && room < LEAST_DRAWER {
            // The drawer is there again when the notice was read.
            return None;
        }
        let most = (size.y * 0.5).min(room).max(LEAST_DRAWER);
        let panel = Panel::bottom("why_drawer").frame(frame).resizable(true).default_size(DRAWER.min(size.y * 0.4));
        Some(panel.size_range(LEAST_DRAWER..=most).show(ui, take).inner)
    }
}
