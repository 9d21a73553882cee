//! Party against party: which positions no plan can meet together, in pairs and in larger sets, and what would have to give.

mod bar;
mod card;
mod cell;
mod detail;
mod dots;
mod legend;
mod matrix;
mod red_lines;
mod roving;

use eframe::egui::{Frame, Id, Margin, Panel, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::{
    look::LOW,
    view::{View, follow_focus},
};
use crate::{
    app::{Action, parties::Look},
    domain::{Date, Dossier, Plan, Reading},
};

/// With less width than this, in points, what is read stands below and not beside.
const NARROW: f32 = 1120.0;

/// What is read never gets less than this beside the matrix.
const LEAST_DETAIL: f32 = 480.0;

/// Height of the switches where the window is low, in points.
const LOW_BAR: f32 = 58.0;

/// Draws the tab.
pub(super) fn parties(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let bar = Frame::new().fill(view.tokens.surface).inner_margin(Margin::symmetric(12, 6));
    let low = ui.content_rect().height() < LOW;
    Panel::top("parties_bar").frame(bar).show_separator_line(false).show(ui, |ui| {
        if low {
            // All of it would leave no room for the picture.
            ScrollArea::vertical().id_salt("parties_bar").max_height(LOW_BAR).auto_shrink([false, true]).show(
                ui,
                |ui| {
                    bar::bar(ui, view, out);
                    follow_focus(ui);
                },
            );
        } else {
            bar::bar(ui, view, out);
        }
    });
    if view.state.reads_pair_on_the_wall() {
        let frame = Frame::new().fill(view.tokens.panel).inner_margin(Margin { left: 12, right: 4, top: 8, bottom: 4 });
        frame.show(ui, |ui| detail::on_the_wall(ui, view, out));
        return;
    }
    if view.state.parties.look == Look::RedLines {
        red_lines::red_lines(ui, view, out);
        return;
    }
    let detail = detail_space(ui, view);
    match view.state.parties.look {
        Look::RedLines | Look::Pairs => matrix::matrix(ui, view, out),
        Look::Sets | Look::WaysOut => dots::dots(ui, view, out),
    }
    // Drawn after the picture although its space is taken before: Tab goes from the picture to what is read in it.
    let mut panel = ui.new_child(UiBuilder::new().id_salt("parties_detail").max_rect(detail));
    panel.set_clip_rect(detail.expand(4.0).intersect(ui.clip_rect()));
    detail::detail(&mut panel, view, out);
}

/// Takes the space of what is read.
fn detail_space(ui: &mut Ui, view: &View<'_>) -> Rect {
    let size = ui.available_size();
    let frame = Frame::new().fill(view.tokens.panel).inner_margin(Margin { left: 12, right: 4, top: 8, bottom: 4 });
    let take = |ui: &mut Ui| ui.allocate_exact_size(ui.available_size(), Sense::hover()).0;
    if size.x >= NARROW {
        let picture = match view.state.parties.look {
            Look::RedLines | Look::Pairs => matrix::width(ui, view),
            Look::Sets | Look::WaysOut => size.x * 0.56,
        };
        let width = (size.x - picture).clamp(LEAST_DETAIL, (size.x * 0.5).max(LEAST_DETAIL));
        let panel = Panel::right("parties_detail").frame(frame).resizable(false).exact_size(width);
        panel.show(ui, take).inner
    } else {
        let panel = Panel::bottom("parties_detail_below").frame(frame).resizable(true).default_size(size.y * 0.42);
        panel.size_range(96.0_f32.min(size.y * 0.4)..=(size.y * 0.75).max(97.0)).show(ui, take).inner
    }
}

/// The free space around the pictures.
const MARGIN: eframe::egui::Vec2 = vec2(12.0, 4.0);

/// What the parts of the panel share: the document that the answer is about, which may be older than the one shown.
struct Read<'a> {
    /// Colours, dates.
    view: &'a View<'a>,
    /// Its dossier.
    dossier: &'a Dossier,
    plan: &'a Plan,
    /// Its day.
    as_of: Date,
    /// Its reading.
    reading: Reading,
    on_plan: bool,
}

/// Text that stands back.
fn weak(ui: &mut Ui, read: &Read<'_>, text: impl Into<String>) {
    ui.label(RichText::new(text).color(read.view.tokens.ink_weak));
}

/// The matrix: the one tab stop for all its cells.
fn matrix_id() -> Id {
    Id::unique("parties_matrix")
}
