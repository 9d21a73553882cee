//! The row of tabs under the bar.

use eframe::egui::{self, Align, Button, Layout, RichText, Role, Ui, WidgetInfo, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Tab},
    wording::ui as words,
};

use super::{fonts, view::View};

/// Height of the row, in points.
const HEIGHT: f32 = 32.0;

/// Draws the row.
pub fn row(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HEIGHT), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for tab in Tab::iter() {
            if self::tab(ui, view, tab).clicked() {
                out.push(Action::Run(tab.command()));
            }
        }
    });
}

fn tab(ui: &mut Ui, view: &View<'_>, tab: Tab) -> egui::Response {
    let shown = view.state.session.tab == tab;
    let name = words::command(tab.command());
    let font = if shown { fonts::semibold(view.tokens.size.body) } else { fonts::regular(view.tokens.size.body) };
    let ink = if shown { view.tokens.ink } else { view.tokens.ink_weak };
    let button = Button::new(RichText::new(name).font(font).color(ink)).min_size(vec2(0.0, HEIGHT - 2.0));
    let response = ui.add(button.frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, name));
    if shown {
        let line = egui::Rect::from_min_max(response.rect.left_bottom() - vec2(0.0, 3.0), response.rect.right_bottom());
        ui.painter().rect_filled(line.shrink2(vec2(6.0, 0.0)), 0.0, view.tokens.ink);
    }
    let shortcut = tab.command().shortcuts().first().map(|shortcut| words::shortcut(*shortcut)).unwrap_or_default();
    response.on_hover_text(format!("{} ({shortcut})", words::tab_tip(tab)))
}
