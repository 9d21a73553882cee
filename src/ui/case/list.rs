//! The records of a page: a search field, a button for a new one, and one row for each.

use eframe::egui::{
    Align, Align2, Button, Key, Modifiers, Popup, Role, ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

use super::{act, edit, keyboard, weak};
use crate::{
    app::{
        Action,
        case::{self, At, Edit, New, OwnCase, Page, ValuesKind},
    },
    ui::{
        fonts,
        keys::is_covered,
        view::{View, follow_focus, has_field, is_left},
        widgets::{
            control::line,
            pick::{self, Entry},
            tip::Tip as _,
        },
    },
    wording::{self, case as words},
};

/// Height of a row, in points.
const ROW: f32 = 44.0;

/// Draws the list of a page.
pub(super) fn list(
    ui: &mut Ui,
    view: &View<'_>,
    own: &OwnCase,
    (page, name, shown): (Page, &'static str, Option<usize>),
    out: &mut Vec<Action>,
) {
    search(ui, view, out);
    // Before the shorter key, which fits as well.
    let again = Modifiers::COMMAND | Modifiers::SHIFT;
    let again = !is_covered(ui, view) && ui.input_mut(|input| input.consume_key(again, Key::Enter));
    add(ui, view, own, page, out);
    if let (Page::Statements, Some(item)) = (page, shown) {
        alike(ui, own, (item, again), out);
    }
    let rows: Vec<(usize, (String, String))> =
        (0..own.count(name)).map(|item| (item, words::row(own, view.dossier(), name, item))).collect();
    let listed: Vec<_> = rows.iter().filter(|(_, row)| words::is_found(&view.state.case.filter, row)).collect();
    walk(ui, (page, name, shown), &listed.iter().map(|(item, _)| *item).collect::<Vec<_>>(), out);
    if listed.is_empty() {
        let filter = &view.state.case.filter;
        let text =
            if rows.is_empty() { words::NOTHING_YET.to_owned() } else { wording::dialogs::no_search_hit(filter) };
        weak(ui, view, &text);
    }
    ScrollArea::vertical().id_salt(("case_list", name)).auto_shrink(false).show_rows(
        ui,
        ROW,
        listed.len(),
        |ui, range| {
            for (item, row) in &listed[range] {
                if self::row(ui, view, (own.has_problem(name, *item), shown == Some(*item)), row) {
                    out.push(act(case::Action::Open(page, *item)));
                }
            }
            follow_focus(ui);
        },
    );
}

fn search(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut filter = view.state.case.filter.clone();
    let field = TextEdit::singleline(&mut filter).align(Align2::LEFT_CENTER).hint_text(words::SEARCH);
    let response = ui.add(field.id_salt("case_search").desired_width(f32::INFINITY)).accessible_name(words::SEARCH);
    has_field(ui);
    is_left(ui, &response);
    if response.changed() {
        out.push(act(case::Action::Filter(filter)));
    }
}

/// The button for a new record; where something must be known of it first, it is picked.
fn add(ui: &mut Ui, view: &View<'_>, own: &OwnCase, page: Page, out: &mut Vec<Action>) {
    // Before a text takes the key for itself.
    let by_key = !is_covered(ui, view) && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let mut plain = |ui: &mut Ui, text: &str, new: New| {
        let button = ui.button(text);
        if button.clicked() || by_key {
            out.push(edit(Edit::Add(new)));
        }
        keyboard::note(ui, &button);
        button.tip(words::ADD_KEY);
    };
    match page {
        Page::Parties => plain(ui, words::ADD_PARTY, New::Party),
        Page::Rules => plain(ui, words::ADD_RULE, New::Rule),
        Page::Sources => plain(ui, words::ADD_SOURCE, New::Source(None)),
        Page::Terms => {
            let kinds = [ValuesKind::Toggle, ValuesKind::Choice, ValuesKind::Number];
            let names: Vec<String> = kinds.map(|kind| words::kind_of_values(kind).to_owned()).to_vec();
            let new = |place: usize| New::Term(kinds[place].name());
            picked(ui, (words::ADD_TERM, by_key), &names, new, out);
        }
        Page::Statements => {
            let parties = own.names("parties");
            let names: Vec<String> = parties.iter().map(|(_, name)| name.clone()).collect();
            let new = |place: usize| New::Statement { party: parties[place].0.clone(), term: None };
            picked(ui, (words::ADD_STATEMENT, by_key), &names, new, out);
        }
        Page::Positions => {
            let statements = own.names("statements");
            let names: Vec<String> = statements.iter().map(|(id, short)| format!("{id}: {short}")).collect();
            let new = |place: usize| New::Position { statement: statements[place].0.clone(), term: None };
            picked(ui, (words::ADD_POSITION, by_key), &names, new, out);
        }
        Page::About | Page::Problems => weak(ui, view, ""),
    }
}

/// One more statement by who speaks in the one that is shown, on the same day.
fn alike(ui: &mut Ui, own: &OwnCase, (item, by_key): (usize, bool), out: &mut Vec<Action>) {
    let speaker = own.string(&At::record("statements", item).field("speaker")).unwrap_or_default();
    if speaker.trim().is_empty() {
        return;
    }
    let name = words::add_alike(speaker.trim());
    let response = ui.add(Button::new(&name).truncate());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let clicked = response.clicked();
    response.tip(words::ADD_ALIKE_TIP);
    if clicked || by_key {
        out.push(edit(Edit::Add(New::Alike(item))));
    }
}

fn picked(
    ui: &mut Ui,
    (text, by_key): (&str, bool),
    names: &[String],
    new: impl Fn(usize) -> New,
    out: &mut Vec<Action>,
) {
    let entries: Vec<Entry<'_>> = names.iter().map(|name| Entry::new(name, false)).collect();
    let (button, chosen) = pick::button(ui, Button::new(text), text, &entries);
    if by_key {
        pick::open(ui, Popup::default_response_id(&button), "");
    }
    keyboard::note(ui, &button);
    button.tip(words::ADD_KEY);
    out.extend(chosen.map(|place| edit(Edit::Add(new(place)))));
}

/// Alt with the arrows goes to the record above or below, with Shift it takes the record along.
fn walk(ui: &Ui, (page, name, shown): (Page, &'static str, Option<usize>), listed: &[usize], out: &mut Vec<Action>) {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let Some(item) = shown else { return };
    let moving = Modifiers::ALT | Modifiers::SHIFT;
    if pressed(moving, Key::ArrowUp) && item > 0 {
        out.push(edit(Edit::Exchange(At::record(name, item - 1))));
    }
    if pressed(moving, Key::ArrowDown) {
        out.push(edit(Edit::Exchange(At::record(name, item))));
    }
    for (key, steps) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
        if pressed(Modifiers::ALT, key) && page.list() == Some(name) {
            out.push(act(case::Action::Walk(listed.to_vec(), steps)));
        }
    }
}

/// A row: what the record is called, and something to tell it by. Returns whether it was chosen.
fn row(ui: &mut Ui, view: &View<'_>, (is_wrong, on): (bool, bool), (name, about): &(String, String)) -> bool {
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, format!("{name}. {about}")));
    let ground = if on || response.hovered() { tokens.hover } else { tokens.surface };
    ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), tokens.size.radius, ground);
    if on {
        let mark = rect.with_max_x(rect.left() + 3.0).shrink2(vec2(0.0, 1.0));
        ui.painter().rect_filled(mark, 1.0, tokens.ink);
        if !ui.is_rect_visible(rect) {
            response.scroll_to_me(Some(Align::Center));
        }
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, tokens.size.radius, Stroke::new(2.0, tokens.focus), StrokeKind::Inside);
    }
    let width = rect.width() - 20.0;
    let ink = if is_wrong { tokens.warn } else { tokens.ink };
    let font = if on { fonts::semibold } else { fonts::regular };
    let title = line(ui, name, font(tokens.size.body), ink, width);
    let below = line(ui, about, fonts::regular(tokens.size.small), tokens.ink_weak, width);
    let left = rect.left() + 10.0;
    let top = rect.center().y - f32::midpoint(title.size().y, below.size().y);
    let second = top + title.size().y;
    ui.painter().galley(pos2(left, top), title, ink);
    ui.painter().galley(pos2(left, second), below, tokens.ink_weak);
    response.clicked()
}
