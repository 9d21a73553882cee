//! The row of tabs under the bar.

use eframe::egui::{self, Align, Button, Layout, RichText, Role, Ui, WidgetInfo, vec2};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Command, Tab},
    wording::ui as words,
};

use super::{
    activities, alternatives, case, compare, field, fonts, hidden,
    look::LOW,
    parties, table, timeline,
    view::{View, focus_first},
    widgets::{control, tip::Tip as _},
};

/// Height of the row, and where the window is low, in points.
const HEIGHTS: [f32; 2] = [32.0, 28.0];

/// Height of the row in this window.
pub(super) fn height(ui: &Ui) -> f32 {
    HEIGHTS[usize::from(ui.content_rect().height() < LOW)]
}

/// Width of the list that stands in the place of the tabs, in points.
const LIST: f32 = 132.0;

/// Space between what stands at the right end, in points.
const APART: f32 = 6.0;

/// Draws the row: the tabs side by side, or as a list where they have no room beside the commands at the right end.
pub(super) fn row(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let height = height(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().interact_size.y = height - 2.0;
        let room = ui.available_width();
        let width = |ui: &Ui, name: &str, font| control::width(ui, name, font) + 2.0 * ui.spacing().button_padding.x;
        let wide = fonts::semibold(view.tokens.size.body);
        let tabs: f32 = Tab::iter().map(|tab| width(ui, words::command(tab.command()), wide.clone()) + 2.0).sum();
        let offered = offered(view);
        let ends = |ui: &Ui, commands: &[Command]| -> f32 {
            let of = |command: &Command| width(ui, words::command(*command), fonts::regular(view.tokens.size.body));
            commands.iter().map(|command| of(command) + APART).sum()
        };
        let as_list = tabs + ends(ui, &offered) > room;
        let mut shown = offered.len();
        while as_list && shown > 0 && LIST + APART + ends(ui, &offered[..shown]) > room {
            shown -= 1;
        }
        if as_list {
            list(ui, view, &offered[shown..], room.min(LIST), out);
        } else {
            for tab in Tab::iter().filter(|tab| self::tab(ui, view, *tab, height).clicked()) {
                out.push(Action::Run(tab.command()));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = APART;
            for command in right_to_left(&offered[..shown]) {
                self::command(ui, view, command, height, out);
            }
        });
    });
}

/// The tabs as a list, and after them the commands that have no room beside it.
fn list(ui: &mut Ui, view: &View<'_>, commands: &[Command], width: f32, out: &mut Vec<Action>) {
    let all: Vec<Command> = Tab::iter().map(Tab::command).chain(commands.iter().copied()).collect();
    let here = view.state.session.tab.command();
    let enabled = |command: &Command| command.is_enabled(view.state);
    let all: Vec<Command> = all.into_iter().filter(enabled).collect();
    let names: Vec<(String, bool)> =
        all.iter().map(|command| (words::command(*command).to_owned(), *command == here)).collect();
    if let Some(place) = field::field(ui, (words::TABS, words::command(here)), width, &names) {
        out.push(Action::Run(all[place]));
    }
}

/// What stands at the right end, first what must not be missing there: presenting, and hiding or revealing.
fn offered(view: &View<'_>) -> Vec<Command> {
    if view.state.shows_question() {
        // Its own buttons turn its tiles; what reveals elsewhere beside them would be asked about.
        vec![Command::Present, Command::Hide]
    } else if view.state.curtain.is_drawn() || view.state.keeps_a_secret() {
        vec![Command::Present, Command::RevealNext, Command::RevealAll]
    } else {
        vec![Command::Present, Command::Hide]
    }
}

/// The commands as they are drawn from the right end: the next party stands before all of them.
fn right_to_left(shown: &[Command]) -> Vec<Command> {
    let mut order = shown.to_vec();
    if let [_, rest @ ..] = order.as_mut_slice() {
        rest.reverse();
    }
    order
}

fn command(ui: &mut Ui, view: &View<'_>, command: Command, height: f32, out: &mut Vec<Action>) {
    let name = words::command(command);
    let button = Button::new(RichText::new(name).font(fonts::regular(view.tokens.size.body)));
    let shortcut = command.shortcuts().first().map(|shortcut| words::shortcut(*shortcut)).unwrap_or_default();
    let response = ui.add_enabled(command.is_enabled(view.state), button.min_size(vec2(0.0, height - 4.0)));
    if response.tip(format!("{name} ({shortcut})")).clicked() {
        out.push(Action::Run(command));
    }
}

fn tab(ui: &mut Ui, view: &View<'_>, tab: Tab, height: f32) -> egui::Response {
    let shown = view.state.session.tab == tab;
    let name = words::command(tab.command());
    let font = if shown { fonts::semibold(view.tokens.size.body) } else { fonts::regular(view.tokens.size.body) };
    let ink = if shown { view.tokens.ink } else { view.tokens.ink_weak };
    let button = Button::new(RichText::new(name).font(font).color(ink)).min_size(vec2(0.0, height - 2.0));
    let response = ui.add(button.frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, name));
    if shown {
        let line = egui::Rect::from_min_max(response.rect.left_bottom() - vec2(0.0, 3.0), response.rect.right_bottom());
        ui.painter().rect_filled(line.shrink2(vec2(6.0, 0.0)), 0.0, view.tokens.ink);
    }
    let shortcut = tab.command().shortcuts().first().map(|shortcut| words::shortcut(*shortcut)).unwrap_or_default();
    response.tip(format!("{} ({shortcut})", words::tab_tip(tab)))
}

/// The tab that is shown. Those beside the table are made from the verdicts of all parties: while one is hidden, they
/// are not there.
pub(super) fn shown(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    // The other tabs have a picture that takes the focus.
    if view.state.session.tab == Tab::Alternatives && view.state.session.dialog.is_none() {
        focus_first(ui, "tab", Tab::Alternatives);
    }
    match view.state.session.tab {
        Tab::Explore => table::table(ui, view, out),
        // It looks behind the curtain for itself: delegations speak in front of it.
        Tab::Activities => activities::activities(ui, view, out),
        _ if view.state.hides_any() => hidden::tab(ui, view, out),
        Tab::Case => case::case(ui, view, out),
        Tab::Parties => parties::parties(ui, view, out),
        Tab::Timeline => timeline::timeline(ui, view, out),
        Tab::Compare => compare::compare(ui, view, out),
        Tab::Alternatives => alternatives::alternatives(ui, view, out),
    }
}
