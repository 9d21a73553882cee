//! The row of tabs under the bar.

use eframe::egui::{self, Align, Button, Layout, RichText, Role, Ui, WidgetInfo, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Command, Tab},
    wording::ui as words,
};

use super::{
    activities, alternatives, compare, fonts, hidden, parties, table, timeline,
    view::{View, focus_first},
};

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
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for command in offered(view) {
                self::command(ui, view, command, out);
            }
        });
    });
}

/// What stands at the right end, the rightmost first: presenting, and hiding or revealing.
fn offered(view: &View<'_>) -> Vec<Command> {
    if view.state.curtain.is_drawn() || view.state.keeps_a_secret() {
        vec![Command::Present, Command::RevealAll, Command::RevealNext]
    } else {
        vec![Command::Present, Command::Hide]
    }
}

/// A button for a command, left out where the row has no room for it: the menu has it too.
fn command(ui: &mut Ui, view: &View<'_>, command: Command, out: &mut Vec<Action>) {
    let name = words::command(command);
    let font = fonts::regular(view.tokens.size.body);
    let width = ui.painter().layout_no_wrap(name.to_owned(), font.clone(), view.tokens.ink).size().x;
    if ui.available_width() < width + 2.0 * ui.spacing().button_padding.x {
        return;
    }
    let button = Button::new(RichText::new(name).font(font)).min_size(vec2(0.0, HEIGHT - 4.0));
    let shortcut = command.shortcuts().first().map(|shortcut| words::shortcut(*shortcut)).unwrap_or_default();
    let response = ui.add_enabled(command.is_enabled(view.state), button);
    if response.on_hover_text(format!("{name} ({shortcut})")).clicked() {
        out.push(Action::Run(command));
    }
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

/// The tab that is shown. Those beside the table are made from the verdicts of all parties: while one is hidden, they
/// are not there.
pub fn shown(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    // The other tabs have a picture that takes the focus.
    if view.state.session.tab == Tab::Alternatives && view.state.session.dialog.is_none() {
        focus_first(ui, "tab", Tab::Alternatives);
    }
    match view.state.session.tab {
        Tab::Explore => table::table(ui, view, out),
        // It looks behind the curtain for itself: delegations speak in front of it.
        Tab::Activities => activities::activities(ui, view, out),
        _ if view.state.hides_any() => hidden::tab(ui, view, out),
        Tab::Parties => parties::parties(ui, view, out),
        Tab::Timeline => timeline::timeline(ui, view, out),
        Tab::Compare => compare::compare(ui, view, out),
        Tab::Alternatives => alternatives::alternatives(ui, view, out),
    }
}
