//! What can lie over the table. Esc closes each of them, and closing never loses work.

mod about;
mod columns;
mod drafts;
mod excerpt;
mod file;
mod finder;
mod hand_outs;
mod help;
mod how_read;
mod incoming;
mod marks;
mod new_case;
mod news;
mod notes;
mod plan;
mod questions;
mod red_lines;
mod settings;
mod walk;

use eframe::egui::{
    Align, EventFilter, Frame, Id, Layout, Margin, Modal, Response, RichText, Role, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo,
};

use crate::{
    app::{Action, Dialog, DialogKind, FileGoal},
    wording::{dialogs as texts, ui as words},
};

use super::{
    fonts,
    view::{View, focus_first, follow_focus, scroll_by_keys},
    widgets::icon,
};

/// Draws the open dialog, if there is one.
pub(super) fn show(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(dialog) = &view.state.session.dialog else { return };
    // What may not be projected waits until presenting is over.
    if (view.state.presenter.is_on && !dialog.may_be_projected()) || matches!(dialog, Dialog::Start(_)) {
        return;
    }
    note_the_opening(ui, dialog);
    let frame = Frame::popup(&ui.global_style()).inner_margin(Margin::same(16));
    let id = Id::unique("dialog");
    // A reader reads a dialog whole, a region as far as it is walked through.
    let role = if is_to_be_read(dialog) { Role::Region } else { Role::Dialog };
    let area = Modal::default_area(id).accessible_name(texts::title(dialog)).role(role);
    let modal = Modal::new(id).area(area).frame(frame).show(ui.ctx(), |ui| match dialog {
        // It lies beside the table, not over it.
        Dialog::Start(_) => {}
        Dialog::Incoming(incoming) => incoming::incoming(ui, view, incoming, out),
        Dialog::File(dialog) => file::file(ui, view, dialog, out),
        Dialog::Finder(finder) => finder::finder(ui, view, finder, out),
        Dialog::HandOuts => hand_outs::hand_outs(ui, view, out),
        Dialog::Help => help::help(ui, view, out),
        Dialog::Settings => settings::settings(ui, view, out),
        Dialog::About => about::about(ui, view, out),
        Dialog::RedLines => red_lines::red_lines(ui, view, out),
        Dialog::Notes => notes::notes(ui, view, out),
        Dialog::Marks => marks::marks(ui, view, out),
        Dialog::News => news::news(ui, view, out),
        Dialog::Plan => plan::plan(ui, view, out),
        Dialog::Walk => walk::walk(ui, view, out),
        Dialog::Link { url } => questions::link(ui, view, url, out),
        Dialog::Excerpt(excerpt) => excerpt::excerpt(ui, view, excerpt, out),
        Dialog::Drafts => drafts::drafts(ui, view, out),
        Dialog::ChangedOnDisk(job) => questions::changed_on_disk(ui, view, job, out),
        Dialog::NameTaken { job, free } => questions::name_taken(ui, view, (job, free), out),
        Dialog::NewCase(new) => new_case::new_case(ui, view, new, out),
        Dialog::CaseChanged { theirs } => questions::case_changed(ui, view, theirs, out),
        Dialog::CloseUnsaved => questions::close_unsaved(ui, view, out),
    });
    if modal.should_close() {
        out.push(Action::CloseStep);
        out.push(Action::CloseDialog);
    }
}

/// Notes when a dialog opens. One that takes the place of another begins with nothing focused: they share a layer, so that
/// the field of the one before would pass for one of this.
fn note_the_opening(ui: &Ui, dialog: &Dialog) {
    let id = Id::unique("dialog_kind");
    let goal = if let Dialog::File(file) = dialog { Some(file.goal) } else { None };
    let kind = (DialogKind::from(dialog), goal);
    let pass = ui.ctx().cumulative_pass_nr();
    let before: Option<((DialogKind, Option<FileGoal>), u64)> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, (kind, pass)));
    let is_there = |drawn: u64| drawn + 2 >= pass;
    if !before.is_some_and(|(known, drawn)| known == kind && is_there(drawn)) {
        ui.data_mut(|data| data.insert_temp(opening_id(), pass));
    }
    if before.is_some_and(|(known, drawn)| known != kind && is_there(drawn)) {
        ui.memory_mut(|memory| memory.focused().into_iter().for_each(|focused| memory.surrender_focus(focused)));
    }
}

fn opening_id() -> Id {
    Id::unique("dialog_opened")
}

/// A scroll area that stands at its head when its dialog opens, wherever it was left.
fn from_its_head(ui: &Ui, area: ScrollArea) -> ScrollArea {
    let opened: Option<u64> = ui.data(|data| data.get_temp(opening_id()));
    let opens = opened == Some(ui.ctx().cumulative_pass_nr());
    if opens { area.vertical_scroll_offset(0.0) } else { area }
}

/// True for a page of text, which the keys scroll.
fn is_to_be_read(dialog: &Dialog) -> bool {
    match dialog {
        Dialog::Help | Dialog::Marks | Dialog::About | Dialog::RedLines | Dialog::Excerpt(_) => true,
        Dialog::Start(_)
        | Dialog::Plan
        | Dialog::News
        | Dialog::File(_)
        | Dialog::Finder(_)
        | Dialog::HandOuts
        | Dialog::Settings
        | Dialog::Notes
        | Dialog::Walk
        | Dialog::Link { .. }
        | Dialog::Drafts
        | Dialog::ChangedOnDisk(_)
        | Dialog::NameTaken { .. }
        | Dialog::NewCase(_)
        | Dialog::Incoming(_)
        | Dialog::CaseChanged { .. }
        | Dialog::CloseUnsaved => false,
    }
}

/// A page of a dialog: a title with a cross, and a body that scrolls.
fn page(ui: &mut Ui, view: &View<'_>, title: &str, width: f32, out: &mut Vec<Action>, body: impl FnOnce(&mut Ui)) {
    scrolled(ui, view, (title, width, 0.0), out, body);
}

/// The same with something below that is always in sight, however much stands above it.
fn page_with_foot(
    ui: &mut Ui,
    view: &View<'_>,
    (title, width): (&str, f32),
    out: &mut Vec<Action>,
    body: impl FnOnce(&mut Ui),
    foot: impl FnOnce(&mut Ui),
) {
    let id = Id::unique("dialog_foot").with(title);
    let before: Option<f32> = ui.data(|data| data.get_temp(id));
    // One line, until it is known how many there are.
    let height = before.unwrap_or(ui.spacing().interact_size.y + 8.0);
    scrolled(ui, view, (title, width, height), out, body);
    ui.add_space(8.0);
    // What had the keyboard before it showed something else is another button now.
    let shown = incoming::shown_now(view.state.session.dialog.as_ref());
    let now = ui.push_id(("foot", shown), foot).response.rect.height() + 8.0;
    if before != Some(now) {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx().request_repaint();
    }
}

fn scrolled(
    ui: &mut Ui,
    view: &View<'_>,
    (title, width, foot): (&str, f32, f32),
    out: &mut Vec<Action>,
    body: impl FnOnce(&mut Ui),
) {
    let space = ui.ctx().content_rect().size();
    ui.set_width(width.min(space.x - 80.0));
    ui.set_max_height(space.y - 100.0);
    head(ui, view, title, out);
    let is_text = view.state.session.dialog.as_ref().is_some_and(|dialog| {
        // The keyboard does not begin on what deletes.
        is_to_be_read(dialog) || *dialog == Dialog::Drafts && drafts::begins_with_delete(view)
    });
    focus_first(ui, "dialog", (title, incoming::shown_now(view.state.session.dialog.as_ref())));
    if is_text {
        text_stop(ui, view, title);
    }
    let room = (space.y - 150.0 - foot).max(60.0);
    let area = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
    from_its_head(ui, area).show(ui, |ui| {
        scroll_by_keys(ui, is_text);
        body(ui);
        follow_focus(ui);
    });
}

/// A text has the keyboard focus as a whole, so that the arrows scroll it and a reader begins with its title.
fn text_stop(ui: &Ui, view: &View<'_>, title: &str) {
    let id = Id::unique("dialog_text");
    let response = ui.interact(ui.available_rect_before_wrap(), id, Sense::FOCUSABLE);
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, title));
    if response.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let ring = Stroke::new(2.0, view.tokens.focus);
        let line = ui.available_rect_before_wrap().expand(6.0);
        ui.painter().hline(line.x_range(), line.top() + 2.0, ring);
    }
}

fn head(ui: &mut Ui, view: &View<'_>, title: &str, out: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(fonts::semibold(view.tokens.size.title)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon::button(ui, icon::Icon::Close, words::CLOSE, true).clicked() {
                out.push(Action::CloseDialog);
            }
        });
    });
    ui.add_space(4.0);
}

/// A heading; a field below it can be labelled by it.
fn section(ui: &mut Ui, view: &View<'_>, text: &str) -> Response {
    ui.add_space(8.0);
    ui.label(RichText::new(text).font(fonts::semibold(view.tokens.size.header)))
}
