//! The tab in which a case of one's own is made and edited: pages above, the list on the left, the form on the right.

mod about;
mod demand;
mod field;
mod keyboard;
mod list;
mod live;
mod not_yours;
mod opening;
mod part;
mod problems;
mod reading;
mod record;
mod values;

use eframe::egui::{
    Align, Button, Frame, Key, Layout, Margin, Modifiers, RichText, Role, ScrollArea, Ui, UiBuilder, WidgetInfo, vec2,
};
use strum::IntoEnumIterator as _;

use crate::{
    app::{
        Action,
        case::{self, At, Edit, OwnCase, Page},
    },
    ui::{
        fonts,
        keys::is_covered,
        view::{View, follow_focus, scroll_by_keys},
    },
    wording::case as words,
};

/// A form is at most this wide, in points.
const FORM: f32 = 720.0;

/// Room between list and form, in points.
const GAP: f32 = 16.0;

/// Draws the tab.
pub(super) fn case(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let above = if view.state.presenter.is_on { 2 } else { 6 };
    Frame::new().inner_margin(Margin::symmetric(12, above)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        let Some(own) = view.state.document.own.as_deref() else {
            not_yours::not_yours(ui, view, out);
            return;
        };
        pages(ui, view, own, out);
        ui.add_space(6.0);
        match view.state.case.page {
            Page::About => scrolled(ui, "about", |ui| about::about(ui, view, own, out)),
            Page::Problems => scrolled(ui, "problems", |ui| problems::problems(ui, view, own, out)),
            page => columns(ui, view, own, page, out),
        }
    });
    keyboard::keep(ui, view.state.session.dialog.is_some());
}

/// What is done here, as an action of the program.
fn act(action: case::Action) -> Action {
    Action::Case(action)
}

/// One change of the case, as an action of the program.
fn edit(edit: Edit) -> Action {
    act(case::Action::Edit(vec![edit]))
}

/// Ctrl with the page keys goes to the page before or after, into its first field.
fn page_keys(ui: &Ui, view: &View<'_>, own: &OwnCase, out: &mut Vec<Action>) {
    if is_covered(ui, view) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
    let pages: Vec<Page> = Page::iter().collect();
    let here = pages.iter().position(|page| *page == view.state.case.page).unwrap_or(0);
    let there = match (pressed(Key::PageUp), pressed(Key::PageDown)) {
        (true, false) => here.checked_sub(1),
        (false, true) => Some(here + 1),
        _ => None,
    };
    let Some(page) = there.and_then(|there| pages.get(there)) else { return };
    let first = view.state.case.shown(*page, own).and_then(|place| page.first_of(place));
    out.push(act(match (page, first) {
        (Page::About, _) => case::Action::Seek(At::list("title")),
        (_, Some(first)) => case::Action::Seek(first),
        (page, None) => case::Action::Page(*page),
    }));
}

/// The row of pages, each with the number of its records.
fn pages(ui: &mut Ui, view: &View<'_>, own: &OwnCase, out: &mut Vec<Action>) {
    page_keys(ui, view, own, out);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for page in Page::iter() {
            let n = match page.list() {
                Some(list) => own.count(list),
                None if page == Page::Problems => own.problems.len(),
                None => 0,
            };
            let (name, on) = (words::page(page, n), page == view.state.case.page);
            let is_wrong = page == Page::Problems && n > 0;
            let ink = if is_wrong { view.tokens.warn } else { view.tokens.ink };
            let font = if on { fonts::semibold } else { fonts::regular }(view.tokens.size.body);
            let button = Button::selectable(on, RichText::new(&name).font(font).color(ink));
            let response = ui.add(button.frame_when_inactive(true).min_size(vec2(0.0, 30.0)));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, &name));
            if response.clicked() {
                out.push(act(case::Action::Page(page)));
            }
        }
    });
}

/// A page that scrolls as a whole.
fn scrolled(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(("case", name)).auto_shrink(false).show(ui, |ui| {
        scroll_by_keys(ui, false);
        ui.set_max_width((ui.available_width() - 12.0).min(FORM));
        add(ui);
        part::keep_what_was_handed_on(ui);
        ui.add_space(16.0);
        follow_focus(ui);
    });
}

/// The list and the form of the record that is chosen in it.
fn columns(ui: &mut Ui, view: &View<'_>, own: &OwnCase, page: Page, out: &mut Vec<Action>) {
    let Some(name) = page.list() else { return };
    let space = ui.available_rect_before_wrap();
    let width = (space.width() * 0.32).clamp(180.0, 380.0);
    let (left, right) = space.split_left_right_at_x(space.left() + width);
    let column = |ui: &mut Ui, rect, add: &mut dyn FnMut(&mut Ui)| {
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
        child.set_clip_rect(rect.intersect(ui.clip_rect()).expand(4.0));
        add(&mut child);
    };
    let shown = view.state.case.shown(page, own);
    column(ui, left, &mut |ui| list::list(ui, view, own, (page, name, shown), out));
    let Some(item) = shown else { return };
    let terms = live::terms(view, own, (name, item));
    let right = live::foot(ui, view, &terms, right.with_min_x(right.left() + GAP));
    column(ui, right, &mut |ui| {
        scrolled(ui, name, |ui| record::record(ui, view, own, (page, name, item), out));
    });
    ui.advance_cursor_after_rect(space);
}

/// Text of less weight.
fn weak(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.label(RichText::new(text).color(view.tokens.ink_weak));
}
