//! The bar at the top: menus, the plan's title, the dossier, the as-of date, undo and redo.

use eframe::egui::{
    self, Align, Button, Layout, MenuBar, Popup, PopupCloseBehavior, Response, RichText, Ui,
    containers::menu::{MenuButton, MenuConfig},
};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Command, Dialog, Edit, Menu},
    domain::{Channel, Date, Reading},
    wording::{self, coding, drafts as drafts_texts, files, start_page, ui as words},
};

use super::{
    fonts, letters, menu_keys, theme,
    view::{View, follow_focus},
    widgets::{
        control::width,
        icon,
        pick::{self, Entry},
        tip::{Tip as _, one_line},
    },
};

/// Height of the bar, in points.
const HEIGHT: f32 = 36.0;

/// Width of what stands beside the words of the date at the right end, in points: two arrows, undo and redo, a line.
const RIGHT_PART: f32 = 200.0;

/// A name in less room than this, in points, says nothing any more.
const LEAST_NAME: f32 = 64.0;

/// In a narrower window, in points, menus stand close together, and leave room for the date.
const CLOSE_TOGETHER: f32 = 440.0;

/// An arrow beside the date is no narrower than this, in points.
const LEAST_ARROW: f32 = 24.0;

/// The number of drafts that the menu names.
const DRAFTS_IN_MENU: usize = 10;

/// Draws the bar.
pub(super) fn bar(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.set_height(HEIGHT);
    MenuBar::new().style(theme::menus as fn(&mut egui::Style)).ui(ui, |ui| {
        if ui.available_width() < CLOSE_TOGETHER {
            ui.spacing_mut().item_spacing.x = 2.0;
        }
        let mut titles: Vec<Response> = Vec::new();
        for menu in Menu::iter() {
            titles.push(ui.menu_button(words::menu(menu), |ui| self::menu(ui, view, menu, out)).response);
        }
        // Several channels are switched in one go.
        let stays = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let stays = stays.style(theme::menus as fn(&mut egui::Style));
        titles.push(MenuButton::new(words::COUNTING).config(stays).ui(ui, |ui| counting(ui, view, out)).0);
        for title in &titles {
            ui.ctx().accesskit_node_builder(title.id, |node| node.set_has_popup(egui::accesskit::HasPopup::Menu));
        }
        menu_keys::menu_keys(ui, view, &titles);
        let labelled = ui.available_width() >= right_part(ui, view) + LEAST_NAME;
        if labelled {
            ui.separator();
            title(ui, view, out);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            // Where there is no room for all, the menu and the keys have these two.
            if ui.available_width() >= least_right_part(ui, view) {
                let side = view.tokens.size.target;
                icon_command(ui, view, (Command::Redo, side), icon::Icon::Redo, out);
                icon_command(ui, view, (Command::Undo, side), icon::Icon::Undo, out);
            }
            if labelled {
                ui.separator();
            } else {
                ui.spacing_mut().item_spacing.x = 2.0;
            }
            as_of(ui, view, labelled, out);
        });
    });
}

/// Height of an entry of a menu, in points: lower than other buttons, so that the longest menu fits.
const ENTRY: f32 = 28.0;

fn menu(ui: &mut Ui, view: &View<'_>, menu: Menu, out: &mut Vec<Action>) {
    ui.set_min_width(260.0);
    ui.spacing_mut().interact_size.y = ENTRY;
    ui.spacing_mut().item_spacing.y = 1.0;
    // With large text in a small window a menu is longer than the window.
    let room = ui.ctx().content_rect().height() - HEIGHT - 32.0;
    egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        let n_before = out.len();
        entries(ui, view, menu, out);
        // A click closes the menu; a key that presses an entry does not.
        if out.len() > n_before {
            Popup::close_all(ui.ctx());
        }
        follow_focus(ui);
    });
}

fn entries(ui: &mut Ui, view: &View<'_>, menu: Menu, out: &mut Vec<Action>) {
    for command in Command::iter().filter(|command| command.menu() == menu) {
        if matches!(command, Command::Save | Command::Clear | Command::LargerText | Command::Settings | Command::Quit) {
            ui.separator();
        }
        if command == Command::Drafts {
            drafts(ui, view, out);
            continue;
        }
        let title = match command {
            Command::Undo => words::undo(view.dossier(), view.state.history.undo_label(), view.dates),
            Command::Redo => words::redo(view.dossier(), view.state.history.redo_label(), view.dates),
            other => words::command(other).to_owned(),
        };
        let mut button = Button::new(title);
        if let Some(shortcut) = command.shortcuts().first() {
            button = button.shortcut_text(words::shortcut(*shortcut));
        }
        if ui.add_enabled(command.is_enabled(view.state), button).clicked() {
            out.push(Action::Run(command));
        }
        if command == Command::Open {
            recent(ui, view, out);
        }
    }
}

/// The newest drafts, and the way to all of them.
fn drafts(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let drafts = &view.state.drafts;
    ui.add_enabled_ui(Command::Drafts.is_enabled(view.state), |ui| {
        ui.menu_button(drafts_texts::DRAFTS, |ui| {
            submenu(ui, |ui| {
                for entry in drafts.iter().filter(|entry| entry.problem.is_empty()).take(DRAFTS_IN_MENU) {
                    // Many are called alike: what is cut is the title, and not the time that tells them apart.
                    let written = drafts_texts::written(&entry.written, view.dates);
                    let button = ui.add(Button::new(drafts_texts::without_the_time(entry)).shortcut_text(written));
                    let name = || drafts_texts::in_menu(entry, view.dates);
                    button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name()));
                    if button.tip(drafts_texts::line(entry, view.dates)).clicked() {
                        out.push(Action::RestoreDraft(entry.id.clone()));
                    }
                }
                let named = drafts.iter().filter(|entry| entry.problem.is_empty()).take(DRAFTS_IN_MENU);
                let named = named.map(|entry| (drafts_texts::of_the_day(entry, view.dates), entry.title.clone()));
                letters::told_of(ui, view, named);
                if ui.add_enabled(!drafts.is_empty(), Button::new(drafts_texts::all(drafts.len()))).clicked() {
                    out.push(Action::Run(Command::Drafts));
                }
            })
        });
    });
}

/// What a menu in a menu holds: it is no higher than the window, and no name makes it wider.
fn submenu(ui: &mut Ui, entries: impl FnOnce(&mut Ui)) {
    let window = ui.ctx().content_rect();
    let height = window.height() - 48.0;
    ui.set_min_width(260.0_f32.min(window.width() / 2.0));
    ui.set_max_width((window.width() / 2.0 - 24.0).min(420.0));
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
    egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        entries(ui);
        follow_focus(ui);
    });
}

fn recent(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let paths = &view.state.settings.recent;
    ui.add_enabled_ui(!paths.is_empty(), |ui| {
        ui.menu_button(words::RECENT, |ui| {
            submenu(ui, |ui| {
                for path in paths {
                    let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
                    let is_missing = view.state.session.missing.contains(path);
                    let name = if is_missing { files::missing_name(&name) } else { name.into_owned() };
                    let opens = ui.add(Button::new(name)).tip(path.to_string_lossy());
                    if opens.clicked() {
                        out.push(Action::OpenPath(path.clone()));
                    }
                }
                let named = paths.iter().enumerate().map(|(place, path)| {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    (start_page::nth_recent(place), name)
                });
                letters::told_of(ui, view, named);
            })
        });
    });
}

/// Width of the menu of what counts, in points: its sentences are read in lines of a usual length.
const COUNTING: f32 = 440.0;

/// Which statements count, and how firmly.
pub(super) fn counting(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.set_min_width(280.0);
    ui.set_max_width(COUNTING);
    ui.spacing_mut().interact_size.y = ENTRY;
    ui.spacing_mut().item_spacing.y = 1.0;
    let room = ui.ctx().content_rect().height() - HEIGHT - 32.0;
    egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        choices(ui, view, out);
        follow_focus(ui);
    });
}

fn choices(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut counted = view.state.document.scenario.counted;
    let before = counted;
    note(ui, RichText::new(words::COUNTING_NOTE).color(view.tokens.ink_weak));
    ui.separator();
    for channel in Channel::iter() {
        let mut on = counted.channel(channel);
        if ui.checkbox(&mut on, wording::channel(channel)).changed() {
            counted = counted.with(channel, on);
        }
        means(ui, view, wording::channel_means(channel));
    }
    ui.checkbox(&mut counted.unverified, words::UNVERIFIED);
    ui.separator();
    note(ui, RichText::new(coding::READING_NOTE).color(view.tokens.ink_weak));
    for reading in Reading::iter() {
        let tip = coding::reading_tip(reading);
        ui.radio_value(&mut counted.reading, reading, coding::reading(reading));
        means(ui, view, tip);
    }
    if view.dossier().positions.iter().all(|position| position.coding.coded.is_empty()) {
        note(ui, RichText::new(coding::NO_CODES).color(view.tokens.ink_weak));
    }
    if counted != before {
        out.push(Action::Edit(Edit::SetCounted(counted)));
    }
}

/// Where the name of a switch begins, in points.
const BESIDE_ICON: i8 = 26;

/// What a switch is about, under its name.
fn means(ui: &mut Ui, view: &View<'_>, text: &str) {
    let margin = egui::Margin { left: BESIDE_ICON, bottom: 4, ..egui::Margin::ZERO };
    ui.add_space(-4.0);
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        note(ui, RichText::new(text).small().color(view.tokens.ink_weak));
    });
}

/// A sentence in a menu. The entries of a menu are as wide as it is, and words would be drawn apart to fill their lines.
fn note(ui: &mut Ui, text: RichText) {
    ui.with_layout(Layout::top_down(Align::Min), |ui| ui.label(text));
}

/// Width of the date and of undo and redo at the right end, in points.
fn right_part(ui: &Ui, view: &View<'_>) -> f32 {
    let width = |text: String, font| ui.painter().layout_no_wrap(text, font, view.tokens.ink).size().x;
    let size = view.tokens.size.body;
    let day = wording::date(view.state.document.scenario.as_of, view.dates);
    RIGHT_PART + width(words::AS_OF.to_owned(), fonts::regular(size)) + width(day, fonts::semibold(size))
}

/// The same with the date alone, as close as it can stand.
fn least_right_part(ui: &Ui, view: &View<'_>) -> f32 {
    let day = wording::date(view.state.document.scenario.as_of, view.dates);
    let day = ui.painter().layout_no_wrap(day, fonts::semibold(view.tokens.size.body), view.tokens.ink).size().x;
    4.0 * (view.tokens.size.target + 2.0) + day + 2.0 * ui.spacing().button_padding.x
}

fn title(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let right_part = right_part(ui, view);
    let document = &view.state.document;
    let star = if document.is_unsaved() { " *" } else { "" };
    let name = wording::plan_name(&document.scenario);
    let text = RichText::new(format!("{name}{star}")).font(fonts::semibold(view.tokens.size.body));
    let room = ui.available_width() - right_part;
    if room < LEAST_NAME {
        // Large text in a small window: the window's own title names the plan.
        return;
    }
    // The name of the case takes what it needs, and no more than it must have: the title has the rest.
    let case = (width(ui, &view.dossier().title, fonts::regular(view.tokens.size.body)) + 24.0).min(140.0);
    let whole = width(ui, text.text(), fonts::semibold(view.tokens.size.body)) + 24.0;
    // A title that is whole says more than half of both names.
    let case = if (room - case..=room).contains(&whole) { 0.0 } else { case };
    let response = narrow(ui, (room - case).max(LEAST_NAME), Button::new(text));
    let unsaved = if document.is_unsaved() { words::UNSAVED } else { words::SAVED };
    if response.tip(format!("{name}\n{unsaved}\n{}", words::NOTES)).clicked() {
        out.push(Action::Show(Dialog::Notes));
    }
    file_name(ui, view, right_part);
    let room = ui.available_width() - right_part;
    if room < LEAST_NAME {
        return;
    }
    let dossier = Button::new(RichText::new(&view.dossier().title).color(view.tokens.ink_weak));
    let response = narrow(ui, room.min(240.0), dossier);
    if response.tip(words::BROWSER).clicked() {
        out.push(Action::Run(Command::Browse));
    }
}

/// The name of the file, which may be another than the title; nothing where there is none, or no room.
fn file_name(ui: &mut Ui, view: &View<'_>, right_part: f32) {
    let path = view.state.document.path();
    let Some(name) = path.and_then(|path| path.file_name()).map(|name| name.to_string_lossy()) else { return };
    let room = ui.available_width() - right_part - LEAST_NAME;
    if room < LEAST_NAME {
        return;
    }
    ui.scope(|ui| {
        ui.set_max_width(room.min(200.0));
        let (label, _) = one_line(ui, RichText::new(name).small().color(view.tokens.ink_weak));
        label.tip(path.map_or_else(String::new, |path| path.to_string_lossy().into_owned()));
    });
}

/// A frameless button that takes no more than `width`.
fn narrow(ui: &mut Ui, width: f32, button: Button<'_>) -> egui::Response {
    ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(button.frame_when_inactive(false).truncate())
    })
    .inner
}

/// Steps through the dated events; the date itself opens a list of them. Where there is no room, a date needs no label.
fn as_of(ui: &mut Ui, view: &View<'_>, labelled: bool, out: &mut Vec<Action>) {
    let here = view.state.document.scenario.as_of;
    let text = wording::date(here, view.dates);
    let day = width(ui, &text, fonts::semibold(view.tokens.size.body)) + 2.0 * ui.spacing().button_padding.x;
    let arrow = ((ui.available_width() - day) / 2.0 - ui.spacing().item_spacing.x).min(view.tokens.size.target);
    // In less room than a target needs, the menu, the keys and the list of days step as well.
    let has_arrows = arrow >= LEAST_ARROW;
    if has_arrows {
        icon_command(ui, view, (Command::NextEvent, arrow), icon::Icon::Right, out);
    }
    let text = RichText::new(text).font(fonts::semibold(view.tokens.size.body));
    let name = format!("{} {}", words::AS_OF, wording::date(here, view.dates));
    let (events, texts) = events(view);
    let is_here = |day: &Date| day.earliest() == here.earliest();
    let entries: Vec<Entry<'_>> =
        (texts.iter().zip(&events)).map(|(text, day)| Entry::new(text, is_here(day))).collect();
    let (button, picked) = pick::button(ui, Button::new(text), &name, &entries);
    out.extend(picked.map(|place| Action::Edit(Edit::SetAsOf(events[place]))));
    button.tip(words::as_of_tip(view.dossier(), view.dates)).accessible_name(name);
    if labelled {
        ui.label(RichText::new(words::AS_OF).color(view.tokens.ink_weak));
    }
    if has_arrows {
        icon_command(ui, view, (Command::PreviousEvent, arrow), icon::Icon::Left, out);
    }
}

/// The dated events, the last one first, each with how many statements were made on it.
fn events(view: &View<'_>) -> (Vec<Date>, Vec<String>) {
    let (first, last) = view.dossier().covers;
    let is_covered = |day: &Date| (first.earliest()..=last.earliest()).contains(&day.earliest());
    let days: Vec<Date> = view.dossier().events().iter().rev().copied().filter(is_covered).collect();
    let text = |day: &Date| {
        let said = view.dossier().statements.iter().filter(|statement| statement.said.earliest() == day.earliest());
        words::event(wording::date(*day, view.dates), said.count())
    };
    let texts = days.iter().map(text).collect();
    (days, texts)
}

fn icon_command(
    ui: &mut Ui,
    view: &View<'_>,
    (command, width): (Command, f32),
    icon: icon::Icon,
    out: &mut Vec<Action>,
) {
    let tip = match command {
        Command::Undo => words::undo(view.dossier(), view.state.history.undo_label(), view.dates),
        Command::Redo => words::redo(view.dossier(), view.state.history.redo_label(), view.dates),
        other => words::command(other).to_owned(),
    };
    let shortcut = command.shortcuts().first().map(|shortcut| words::shortcut(*shortcut)).unwrap_or_default();
    let response = icon::narrow(ui, icon, (words::command(command), width), command.is_enabled(view.state));
    if response.tip(format!("{tip} ({shortcut})")).clicked() {
        out.push(Action::Run(command));
    }
}
