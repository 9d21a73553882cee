//! The tab "Alternatives": one change, other plans, ways to lift a contradiction. Nothing is ranked.

mod by_rule;
mod cells;
mod least;
mod lift;
mod plans;
mod rule;
mod search;
mod singles;

use eframe::egui::{Align, Button, Layout, Margin, Rect, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};
use strum::IntoEnumIterator as _;

use super::{
    fonts,
    view::{View, follow_focus},
};
use crate::{
    app::{
        Action,
        alternatives::{self, Part},
    },
    wording::alternatives as words,
};

/// Height of the row of parts, in points.
const PARTS: f32 = 34.0;

/// Draws the tab.
pub(super) fn alternatives(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let shown = view.state.alternatives.part;
    parts(ui, view, shown, out);
    match shown {
        Part::Singles => page(ui, "singles", |ui| singles::singles(ui, view, out)),
        Part::ByRule => page(ui, "by_rule", |ui| by_rule::by_rule(ui, view, out)),
        Part::Least => page(ui, "least", |ui| least::least(ui, view, out)),
        Part::Lift => page(ui, "lift", |ui| lift::lift(ui, view, out)),
    }
}

/// A page that scrolls, with the same margins in every part.
fn page(ui: &mut Ui, salt: &str, add: impl FnOnce(&mut Ui)) {
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(width);
        let margin = Margin { left: 12, right: 8, top: 8, bottom: 16 };
        eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            add(ui);
            follow_focus(ui);
        });
    });
}

fn parts(ui: &mut Ui, view: &View<'_>, shown: Part, out: &mut Vec<Action>) {
    // With large text they are longer than the window is wide.
    ScrollArea::horizontal().id_salt("parts").auto_shrink([false, true]).show(ui, |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), PARTS), Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(8.0);
            ui.spacing_mut().item_spacing.x = 2.0;
            for part in Part::iter() {
                if self::part(ui, view, part, part == shown) {
                    out.push(Action::Alternatives(alternatives::Action::Show(part)));
                }
            }
        });
        follow_focus(ui);
    });
    let line = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 1.0));
    ui.painter().rect_filled(line, 0.0, view.tokens.line);
}

fn part(ui: &mut Ui, view: &View<'_>, part: Part, shown: bool) -> bool {
    let name = words::part(part);
    let size = view.tokens.size.body;
    let (font, ink) = match shown {
        true => (fonts::semibold(size), view.tokens.ink),
        false => (fonts::regular(size), view.tokens.ink_weak),
    };
    let button = Button::new(RichText::new(name).font(font).color(ink)).min_size(vec2(0.0, PARTS - 4.0));
    let response = ui.add(button.frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, name));
    if shown {
        let line = Rect::from_min_max(response.rect.left_bottom() - vec2(0.0, 2.0), response.rect.right_bottom());
        ui.painter().rect_filled(line.shrink2(vec2(8.0, 0.0)), 0.0, view.tokens.ink);
        // Who came here by a key goes on from here, and not from the first menu.
        if view.state.session.dialog.is_none() && ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
    }
    response.clicked()
}
