//! The start page: every case as a card that opens to its plans. It lies beside the controls of the table, which stay
//! within reach: the first choice there closes it.

mod cards;
mod keys;
mod list;
mod picture;

use eframe::egui::{
    self, Align, Align2, Button, Frame, Label, Layout, Margin, Rect, RichText, ScrollArea, Sense, TextEdit, TextStyle,
    Ui, UiBuilder, accesskit,
};

use crate::{
    app::{Action, Command, Dialog, StartItem, StartPage, Tab},
    wording::{self, start_page as texts, ui as words},
};

use super::{
    fonts,
    theme::SPACE,
    view::{View, follow_focus, has_field, last_table_edge, table_edge},
    widgets::{control, icon},
};
use list::List;

/// A page narrower than this, in points, covers the controls of the table too.
const LEAST_WIDTH: f32 = 560.0;

/// Cards stand in two columns from this width on, in points.
const TWO_COLUMNS: f32 = 660.0;

/// A page lower than this, in points, has its head short and the rest of it below the cases.
const LOW: f32 = 360.0;

/// True if the page leaves nothing of the tab in sight: it lies beside the controls of the table alone, and where it has
/// room there. Until the table was drawn once nobody knows.
pub(super) fn covers_the_tab(ui: &Ui, view: &View<'_>, space: Rect) -> bool {
    view.state.session.tab != Tab::Explore || last_table_edge(ui).is_some_and(|edge| !has_room(space, edge))
}

/// True if the page has room beside controls of the table that end here.
fn has_room(space: Rect, edge: f32) -> bool {
    space.right() - edge >= LEAST_WIDTH
}

/// Draws the page over the part of the window under the bars; beside the controls of the table if it shows and there
/// is room.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, space: Rect, out: &mut Vec<Action>) {
    let Some(Dialog::Start(page)) = &view.state.session.dialog else { return };
    let edge = table_edge(ui).filter(|edge| has_room(space, *edge));
    let is_beside = edge.is_some();
    let rect = edge.map_or(space, |edge| space.with_min_x(edge));
    // What lies under the page is not within reach of the pointer.
    let region = egui::Id::unique("start_page");
    ui.interact(rect, region, Sense::click_and_drag());
    ui.ctx().accesskit_node_builder(region, |node| {
        node.set_role(accesskit::Role::Region);
        node.set_label(texts::START);
    });
    ui.painter().rect_filled(rect, 0.0, view.tokens.panel);
    ui.painter().vline(rect.left(), rect.y_range(), egui::Stroke::new(1.0, view.tokens.edge));
    let inner = rect.shrink2(egui::vec2(SPACE[3], SPACE[1]));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).accessibility_parent(region));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    contents(&mut child, view, page, is_beside, out);
}

fn contents(ui: &mut Ui, view: &View<'_>, page: &StartPage, is_beside: bool, out: &mut Vec<Action>) {
    let mut next = page.clone();
    let columns = if ui.available_width() >= TWO_COLUMNS { 2 } else { 1 };
    let list = List::new(view, page, columns);
    let pressed = keys::keys(ui, view, &list, &mut next, out);
    ui.spacing_mut().item_spacing.y = 6.0;
    let has_opened = has_just_opened(ui);
    let is_low = ui.available_height() < LOW;
    head(ui, view, is_low, out);
    if !is_low {
        more(ui, view, is_beside);
    }
    tools(ui, view, &mut next, (is_low, has_opened), out);
    let mut opened = pressed.then(|| list.chosen(&next)).flatten();
    // At once, as by hand: what glides is not yet where it is looked for and pointed at.
    let mut area = ScrollArea::vertical().id_salt("cases").auto_shrink(false).animated(false);
    if has_opened {
        // Where it was left is no place to begin.
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        if next.own_case {
            own_case(ui, view, out);
        }
        let clicked = cards::cards(ui, view, &list, &next, has_opened);
        opened = clicked.or(opened.take());
        if is_low {
            more(ui, view, is_beside);
        }
        follow_focus(ui);
    });
    match opened {
        Some(StartItem::Case(id)) => {
            next.unfold(&id);
            // The ring goes to the card whose plans show.
            next.chosen = List::new(view, &next, columns).place_of(&StartItem::Case(id.clone()));
            if pressed && next.unfolded.as_ref() == Some(&id) {
                // Who came by the keys goes on into the list: Enter once more opens what stands first in it.
                next.chosen = List::new(view, &next, columns).place_of(&StartItem::Empty(id));
            }
        }
        Some(item) => {
            out.push(open(item));
            return;
        }
        None => {}
    }
    if next != *page && !out.iter().any(closes) {
        out.push(Action::Show(Dialog::Start(next)));
    }
}

/// True if the action leaves the page: nothing may bring it back.
fn closes(action: &Action) -> bool {
    matches!(action, Action::CloseDialog | Action::Run(_))
}

/// What opens something of the list.
fn open(item: StartItem) -> Action {
    match item {
        StartItem::Case(shelf) | StartItem::Empty(shelf) => Action::OpenEntry { shelf, scenario: None },
        StartItem::Plan(shelf, scenario) => Action::OpenEntry { shelf, scenario: Some(scenario) },
        StartItem::Draft(draft) => Action::RestoreDraft(draft),
        StartItem::Recent(path) => Action::OpenPath(path),
    }
}

/// What the program is for.
fn head(ui: &mut Ui, view: &View<'_>, is_low: bool, out: &mut Vec<Action>) {
    let tokens = view.tokens;
    ui.horizontal(|ui| {
        let room = ui.available_width() - tokens.size.target - SPACE[1];
        // On two lines it would cost the room of a card.
        let fits = |size: &f32| control::width(ui, texts::PURPOSE, fonts::semibold(*size)) <= room;
        let large = Some(tokens.size.title + 8.0).filter(|size| !is_low && fits(size));
        let size = large.unwrap_or(if is_low { tokens.size.header } else { tokens.size.title });
        ui.scope(|ui| {
            ui.set_max_width(room);
            let purpose = RichText::new(texts::PURPOSE).font(fonts::semibold(size));
            ui.add(Label::new(purpose).wrap());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon::button(ui, icon::Icon::Close, words::CLOSE, true).clicked() {
                out.push(Action::CloseDialog);
            }
        });
    });
}

/// What the program does, and how to begin without choosing.
fn more(ui: &mut Ui, view: &View<'_>, is_beside: bool) {
    let tokens = view.tokens;
    ui.add(Label::new(RichText::new(texts::PURPOSE_MORE).color(tokens.ink_weak)).wrap());
    if view.state.plan().n_set() == 0 {
        let case = &view.dossier().title;
        let begin = if is_beside { texts::begin_at_once(case) } else { texts::begin_behind(case) };
        ui.add(Label::new(RichText::new(begin).color(tokens.ink)).wrap());
    }
}

/// The search field, a case of one's own, and any other file.
fn tools(
    ui: &mut Ui,
    view: &View<'_>,
    next: &mut StartPage,
    (is_low, has_opened): (bool, bool),
    out: &mut Vec<Action>,
) {
    ui.horizontal_wrapped(|ui| {
        let field = TextEdit::singleline(&mut next.search)
            .align(Align2::LEFT_CENTER)
            .hint_text(texts::SEARCH)
            .desired_width((ui.available_width() - 540.0).clamp(180.0, 340.0));
        // Asked before the field is drawn: on its way to the next thing, as by Tab, the keyboard is nowhere.
        let is_free = ui.memory(|memory| memory.focused().is_none_or(|focused| focused == super::view::table_id()));
        let field = ui.add(field);
        // A page that is being left takes nothing of what comes in the next frame.
        let is_left = out.iter().any(closes);
        if !is_left {
            has_field(ui);
        }
        let id = field.id;
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(texts::SEARCH));
        // Whatever was left for the page, letters search in it from the first one on.
        if (is_free || has_opened) && !is_left {
            field.request_focus();
        }
        if field.changed() {
            (next.chosen, next.unfolded) = (None, None);
        }
        if ui.add(Button::selectable(next.own_case, texts::OWN_CASE).frame_when_inactive(true)).clicked() {
            next.own_case = !next.own_case;
        }
        if ui.button(texts::OPEN_FILE).clicked() {
            out.push(Action::Run(Command::Open));
        }
        // A line of its own would cost a card, and half of it beside the buttons is no line.
        let keys = control::width(ui, texts::KEYS, TextStyle::Small.resolve(ui.style()));
        if !is_low && keys <= ui.available_size_before_wrap().x {
            ui.add(Label::new(RichText::new(texts::KEYS).small().color(view.tokens.ink_weak)).extend());
        }
    });
}

/// True in the first frame in which the page stands there.
fn has_just_opened(ui: &Ui) -> bool {
    let (id, frame) = (egui::Id::unique("start_page_frame"), ui.cumulative_frame_nr());
    let before = ui.data(|data| data.get_temp::<u64>(id));
    ui.data_mut(|data| data.insert_temp(id, frame));
    before.is_none_or(|before| before + 1 < frame)
}

/// How a case of one's own comes about.
fn own_case(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let folder = &view.state.catalog.own_folder;
    let frame = Frame::new()
        .fill(view.tokens.surface)
        .stroke(egui::Stroke::new(1.0, view.tokens.line))
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        for line in texts::own_case(folder) {
            ui.add(Label::new(line).wrap());
        }
        ui.horizontal_wrapped(|ui| {
            for command in [Command::NewCase, Command::NewCaseFromWorkbook] {
                if ui.button(words::command(command)).clicked() {
                    out.push(Action::Run(command));
                }
            }
            if !folder.is_empty() && ui.button(texts::COPY_FOLDER).clicked() {
                out.push(Action::Copy(folder.clone()));
            }
        });
    });
}

/// A line for a search without a result, or while nothing was read yet.
fn nothing(ui: &mut Ui, view: &View<'_>, search: &str) {
    let is_read = !view.state.catalog.shelves.is_empty();
    ui.label(if is_read { wording::dialogs::no_search_hit(search) } else { texts::READING.to_owned() });
}
