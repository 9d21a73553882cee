//! The tab before there is a plan B: how one is had.

use eframe::egui::{Align, Button, Frame, Layout, Margin, RichText, ScrollArea, Ui, vec2};

use crate::{
    app::{
        Action, Command, Dialog, FileDialog, FileGoal, ScenarioEntry, Shelf,
        compare::{self, Source},
    },
    ui::{fonts, letters, view::View, widgets::tip::Tip as _},
    wording::{self, compare as texts, ui as words},
};

/// Draws the page.
pub(super) fn empty(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ScrollArea::vertical().id_salt("no_second").auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width().min(620.0);
        let margin = (ui.available_width() - width) / 2.0;
        ui.horizontal(|ui| {
            ui.add_space(margin.max(12.0));
            ui.allocate_ui_with_layout(vec2(width - 24.0, 0.0), Layout::top_down(Align::Min), |ui| page(ui, view, out));
        });
    });
}

fn page(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.add_space(32.0);
    let text = match &view.state.compare.second {
        Some(second) => {
            texts::out_of_place(&wording::plan_title(&second.document.scenario), &second.document.case.dossier.title)
        }
        None => texts::NO_SECOND.to_owned(),
    };
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.title - 2.0)));
    ui.add_space(12.0);
    ui.horizontal_wrapped(|ui| {
        let shortcut = Command::Duplicate.shortcuts().first().map(|shortcut| words::shortcut(*shortcut));
        let copy = Button::new(texts::COPY_THIS).shortcut_text(shortcut.unwrap_or_default());
        let copy = ui.add(copy);
        // Who came here by a key goes on from here, and not from the first menu.
        if view.state.session.dialog.is_none() && ui.memory(|memory| memory.focused().is_none()) {
            copy.request_focus();
        }
        if copy.clicked() {
            out.push(Action::Run(Command::Duplicate));
        }
        if ui.button(texts::OPEN_SECOND).clicked() {
            out.push(open_file());
        }
    });
    let Some(shelf) = shelf(view) else { return };
    ui.add_space(20.0);
    ui.label(RichText::new(texts::OR_ON_FILE).font(fonts::semibold(view.tokens.size.body)));
    ui.add_space(2.0);
    for scenario in plans(shelf) {
        let title = RichText::new(&scenario.title).color(view.tokens.link);
        let response = ui.add(Button::new(title).frame_when_inactive(false).wrap());
        if response.tip(&scenario.origin).clicked() {
            out.push(open(shelf, scenario));
        }
        let day = wording::start_page::plan_day(shelf, scenario, view.dates);
        let about = [day.unwrap_or_default(), scenario.author.clone()];
        let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
        if !about.is_empty() {
            // Close to the title that it belongs to.
            ui.add_space(-ui.spacing().item_spacing.y - 4.0);
            Frame::new().inner_margin(Margin { left: 12, bottom: 6, ..Margin::ZERO }).show(ui, |ui| {
                ui.label(RichText::new(about.join(" \u{b7} ")).small().color(view.tokens.ink_weak));
            });
        }
    }
    letters::told_of(ui, view, plans(shelf).map(|plan| (plan.id.clone(), plan.title.clone())));
    ui.add_space(16.0);
}

/// Opens the file dialog for a second plan.
pub(super) fn open_file() -> Action {
    Action::Show(Dialog::File(FileDialog::new(FileGoal::Compare, String::new())))
}

/// The shelf of the dossier, if it has plans.
pub(super) fn shelf<'a>(view: &View<'a>) -> Option<&'a Shelf> {
    let shelf = view.state.catalog.shelves.iter().find(|shelf| shelf.id == view.dossier().id);
    shelf.filter(|shelf| !shelf.scenarios.is_empty())
}

/// The plans of a shelf that can be opened, A to Z.
pub(super) fn plans(shelf: &Shelf) -> impl Iterator<Item = &ScenarioEntry> {
    shelf.scenarios_by_title().into_iter().filter(|scenario| scenario.problems.is_empty())
}

/// Opens a plan of a shelf as plan B.
pub(super) fn open(shelf: &Shelf, scenario: &ScenarioEntry) -> Action {
    let source = Source::Entry { shelf: shelf.id.clone(), scenario: Some(scenario.id.clone()) };
    Action::Compare(compare::Action::Open(source))
}
