//! Settings on one page; each acts at once.

use std::path::PathBuf;

use eframe::egui::{Align2, Button, Label, Response, RichText, TextEdit, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Command, MarkColours, PartyOrder, Screen, Settings, TEXT_SIZES, ThemeChoice},
    ui::view::{View, is_left},
    wording::{dialogs as texts, hand_out_dialog as hand_outs, presenter, ui as words},
};

use super::{page, section};

/// Draws the page.
pub(super) fn settings(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut changed = view.state.settings.clone();
    let mut again = false;
    page(ui, view, words::SETTINGS, 520.0, out, |ui| {
        section(ui, view, texts::TEXT_SIZE);
        choose(ui, TEXT_SIZES.into_iter(), &mut changed.text_size, |size| format!("{size} %"));
        section(ui, view, texts::THEME);
        choose(ui, ThemeChoice::iter(), &mut changed.theme, |theme| words::theme(theme).to_owned());
        section(ui, view, texts::MARK_COLOURS);
        choose(ui, MarkColours::iter(), &mut changed.marks, |marks| words::mark_colours(marks).to_owned());
        section(ui, view, texts::LANGUAGE);
        ui.add(Label::new(texts::LANGUAGE_NOTE).wrap());
        section(ui, view, texts::DATES);
        choose(ui, [false, true].into_iter(), &mut changed.iso_dates, |iso| texts::date_format(iso).to_owned());
        section(ui, view, texts::PARTY_ORDER);
        choose(ui, PartyOrder::iter(), &mut changed.party_order, |order| words::party_order(order).to_owned());
        if changed.party_order == PartyOrder::Shuffled && ui.add(Button::new(texts::SHUFFLE)).clicked() {
            changed.shuffle = changed.shuffle.wrapping_add(1);
        }
        present_on(ui, view, &mut changed);
        let label = section(ui, view, hand_outs::FOLDER_SETTING);
        folder(ui, &label, &mut changed);
        section(ui, view, texts::ALSO);
        ui.checkbox(&mut changed.show_counts, texts::SHOW_COUNTS);
        ui.checkbox(&mut changed.single_key_shortcuts, texts::SINGLE_KEYS);
        ui.checkbox(&mut changed.arrows_reveal, texts::ARROWS_REVEAL);
        ui.checkbox(&mut changed.reduce_motion, texts::REDUCE_MOTION);
        ui.add_space(12.0);
        // Stays where it is when there is nothing to show again: a button that goes away takes the focus with it.
        if ui.add(Button::new(texts::HINTS_AGAIN)).clicked() {
            again = true;
        }
        if ui.add(Button::new(words::RESET_ALL)).clicked() {
            let kept = view.state.settings.clone();
            changed = Settings {
                recent: kept.recent,
                hand_out_folder: kept.hand_out_folder,
                hints_seen: kept.hints_seen,
                window_size: kept.window_size,
                ..Settings::default()
            };
        }
        ui.label(RichText::new(texts::SETTINGS_KEPT).small().color(view.tokens.ink_weak));
    });
    if again {
        out.push(Action::Run(Command::ShowHints));
    } else if changed != view.state.settings {
        out.push(Action::Settings(changed));
    }
}

/// The screen to present on, where there are several, or one was chosen that is gone.
fn present_on(ui: &mut Ui, view: &View<'_>, settings: &mut Settings) {
    let screens = &view.state.session.screens;
    if screens.len() < 2 && settings.present_on.is_none() {
        return;
    }
    section(ui, view, texts::PRESENT_ON);
    let named = |(place, screen): (usize, &Screen)| (Some(screen.name.clone()), presenter::screen(place + 1, screen));
    let missing = settings.present_on.as_ref().filter(|name| screens.iter().all(|screen| screen.name != **name));
    let missing = missing.map(|name| (Some(name.clone()), presenter::missing_screen(name)));
    let all = std::iter::once((None, presenter::SCREEN_OF_THE_WINDOW.to_owned()));
    let all: Vec<_> = all.chain(screens.iter().enumerate().map(named)).chain(missing).collect();
    ui.horizontal_wrapped(|ui| {
        for (screen, text) in all {
            if ui.add(Button::selectable(settings.present_on == screen, text)).clicked() {
                settings.present_on = screen;
            }
        }
    });
}

/// The folder for hand-outs; empty to have one proposed.
fn folder(ui: &mut Ui, label: &Response, settings: &mut Settings) {
    let shown =
        settings.hand_out_folder.as_ref().map_or_else(String::new, |folder| folder.to_string_lossy().into_owned());
    let mut text = shown.clone();
    let field = TextEdit::singleline(&mut text)
        .align(Align2::LEFT_CENTER)
        .hint_text(hand_outs::FOLDER_PROPOSED)
        .desired_width(f32::INFINITY);
    let field = ui.add(field).labelled_by(label.id);
    is_left(ui, &field);
    if text != shown {
        settings.hand_out_folder = Some(PathBuf::from(text)).filter(|folder| !folder.as_os_str().is_empty());
    }
}

fn choose<T: Copy + PartialEq>(
    ui: &mut Ui,
    values: impl Iterator<Item = T>,
    chosen: &mut T,
    name: impl Fn(T) -> String,
) {
    ui.horizontal_wrapped(|ui| {
        for value in values {
            if ui.add(Button::selectable(*chosen == value, name(value))).clicked() {
                *chosen = value;
            }
        }
    });
}
