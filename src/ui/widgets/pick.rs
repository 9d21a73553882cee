//! A list to pick from. It scrolls, opens at what is chosen, and typing leaves what begins with it; while it is open all
//! keys are its own.

use eframe::egui::{
    Align, Align2, Button, Event, EventFilter, Id, Key, Label, Layout, Modifiers, Popup, PopupKind, Rect, RectAlign,
    Response, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, pos2, vec2,
};

use super::tip::Tip as _;
use super::{
    control::{line, radius, width},
    outline::{Pen, circle},
};
use crate::{
    ui::{fonts, theme},
    wording::{self, ui as words},
};

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// What is read.
    pub name: &'a str,
    /// What screen readers say.
    pub spoken: String,
    /// What it is to a screen reader.
    pub role: Role,
    /// True if it is what is chosen now.
    pub on: bool,
    /// False if it is shown but cannot be chosen.
    pub available: bool,
    /// Shown under the pointer; empty for none.
    pub tooltip: &'a str,
    /// True for a line before it.
    pub apart: bool,
}

impl<'a> Entry<'a> {
    /// An entry that can be chosen.
    #[must_use]
    pub(crate) fn new(name: &'a str, on: bool) -> Self {
        let role = Role::MenuItemRadio;
        Self { name, spoken: name.to_owned(), role, on, available: true, tooltip: "", apart: false }
    }
}

/// What the user did with a list, by the place of the entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Picked {
    /// What was chosen.
    pub(crate) chosen: Option<usize>,
    /// What the pointer or the keyboard is on.
    pub(crate) hovered: Option<usize>,
}

/// What a list shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List<'a> {
    /// Unique on the screen and the same in every frame.
    pub id: Id,
    /// What screen readers call it.
    pub name: &'a str,
    /// It is at least so wide, in points.
    pub least_width: f32,
    /// What can be picked.
    pub entries: &'a [Entry<'a>],
}

/// A button that opens a list.
pub(crate) fn button(ui: &mut Ui, button: Button<'_>, name: &str, entries: &[Entry<'_>]) -> (Response, Option<usize>) {
    let response = ui.add(button);
    let id = Popup::default_response_id(&response);
    let picked = list(&response, &List { id, name, least_width: 200.0, entries });
    (response, picked.chosen)
}

/// Opens the list of this id, with this text typed already.
pub(crate) fn open(ui: &Ui, id: Id, typed: &str) {
    ui.data_mut(|data| data.insert_temp(id.with("typed"), typed.to_owned()));
    Popup::open_id(ui, id);
}

/// What is kept while a list is open.
#[derive(Clone, Debug, Default)]
struct Open {
    /// What was typed.
    typed: String,
    /// The entry that the keyboard is on.
    at: usize,
    /// True if it has just been moved there.
    moved: bool,
    /// The entry that the pointer is on.
    pointed: Option<usize>,
    /// What had the keyboard focus before.
    before: Option<Id>,
}

/// A pointer that moved so many seconds ago is being moved.
const JUST_MOVED: f32 = 0.3;

/// The list at `field`, which a click opens, while it is open.
pub(crate) fn list(field: &Response, list: &List<'_>) -> Picked {
    let List { id, name, entries, .. } = *list;
    let ctx = field.ctx.clone();
    let kept = id.with("open");
    let just_opened = ctx.read_response(id).is_none();
    let mut picked = Picked::default();
    ctx.accesskit_node_builder(field.id, |node| node.set_has_popup(accesskit::HasPopup::Listbox));
    let tokens = theme::tokens(&ctx);
    let height = whole(tokens, entries, 0..entries.len()).min(MOST_HEIGHT);
    let head = if entries.len() > SHORT { tokens.size.target } else { 0.0 };
    let [align, other] = sides(field.rect, ctx.content_rect(), height + head + AROUND);
    let popup = Popup::menu(field).kind(PopupKind::Popup).id(id).gap(2.0).accessible_name(name);
    let popup = popup.align(align).align_alternatives(std::slice::from_ref(&other));
    let shown = popup.show(|ui| {
        let mut open: Open =
            if just_opened { opened(ui, id, entries) } else { ui.data(|data| data.get_temp(kept)).unwrap_or_default() };
        let keys =
            ui.interact(Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0)), id.with("keys"), Sense::FOCUSABLE);
        // The press that opened it is over.
        if !just_opened {
            picked.chosen = self::keys(ui, &mut open, entries);
        }
        keys.request_focus();
        let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: false };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(keys.id, filter));
        keys.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, name));
        let row = id.with(("row", open.at));
        ui.ctx().accesskit_node_builder(keys.id, |node| {
            node.set_value(open.typed.as_str());
            node.set_active_descendant(row.accesskit_id());
        });
        body(ui, field.rect, list, &mut open, &mut picked);
        if picked.chosen.is_some() {
            ui.close();
        }
        open.moved = false;
        ui.data_mut(|data| data.insert_temp(kept, open));
    });
    if shown.is_none() {
        closed(field, id, kept);
    }
    picked
}

/// A list that opens stands at what is chosen, or at what was typed to open it.
fn opened(ui: &Ui, id: Id, entries: &[Entry<'_>]) -> Open {
    let typed: String = ui.data_mut(|data| data.remove_temp(id.with("typed"))).unwrap_or_default();
    let at = entries.iter().position(|entry| entry.on).or_else(|| entries.iter().position(|entry| entry.available));
    let before = ui.memory(|memory| memory.focused());
    let mut open = Open { typed, at: at.unwrap_or(0), moved: true, pointed: None, before };
    if !open.typed.is_empty() {
        find(&mut open, entries);
    }
    open
}

/// The keyboard goes back to where it was; where it was nowhere, since a click opened the list, to the field: else it would
/// begin again at the first control of the window.
fn closed(field: &Response, id: Id, kept: Id) {
    let ctx = &field.ctx;
    let Some(open) = ctx.data_mut(|data| data.remove_temp::<Open>(kept)) else { return };
    let focused = ctx.memory(|memory| memory.focused());
    let back = open.before.or_else(|| field.sense.is_focusable().then_some(field.id));
    if let Some(back) = back.filter(|_| focused.is_none_or(|focused| focused == id.with("keys"))) {
        ctx.memory_mut(|memory| memory.request_focus(back));
    }
}

/// The places of the entries that what was typed leaves: those with a word that begins so, else those that have it.
fn left(entries: &[Entry<'_>], typed: &str) -> Vec<usize> {
    let typed = wording::folded(typed.trim());
    let places = |has: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..entries.len()).filter(|place| has(&wording::folded(entries[*place].name))).collect()
    };
    let is_begun = |name: &str| {
        name.match_indices(&typed).any(|(at, _)| !name[..at].ends_with(|before: char| before.is_alphanumeric()))
    };
    let begun = places(&is_begun);
    if begun.is_empty() { places(&|name| name.contains(&typed)) } else { begun }
}

/// Goes to what was typed: the entry that begins with just that word, else the first that is left.
fn find(open: &mut Open, entries: &[Entry<'_>]) {
    let typed = wording::folded(open.typed.trim());
    let left = left(entries, &open.typed);
    let mut available = left.into_iter().filter(|place| entries[*place].available).peekable();
    let first = available.peek().copied();
    let whole = available.find(|place| wording::folded(entries[*place].name).split_whitespace().next() == Some(&typed));
    open.at = whole.or(first).unwrap_or(open.at);
    open.moved = true;
}

/// All keys belong to the list. Returns what was chosen.
fn keys(ui: &Ui, open: &mut Open, entries: &[Entry<'_>]) -> Option<usize> {
    let mut chosen = false;
    let events: Vec<Event> = ui.input_mut(|input| {
        let (mine, others) = std::mem::take(&mut input.events).into_iter().partition(is_key);
        input.events = others;
        mine
    });
    for event in events {
        match event {
            Event::Text(text) if text == " " && open.typed.is_empty() => chosen = true,
            Event::Text(text) => {
                open.typed.push_str(&text);
                find(open, entries);
            }
            Event::Key { key: Key::Enter, pressed: true, .. } => chosen = true,
            Event::Key { key: Key::Backspace, pressed: true, .. } => {
                open.typed.pop();
                find(open, entries);
            }
            Event::Key { key, pressed: true, modifiers, .. } => walk(open, entries, key, modifiers),
            _ => {}
        }
    }
    let left = left(entries, &open.typed);
    Some(open.at).filter(|at| chosen && left.contains(at) && entries.get(*at).is_some_and(|entry| entry.available))
}

fn is_key(event: &Event) -> bool {
    match event {
        Event::Text(_) => true,
        Event::Key { key, modifiers, .. } => *key != Key::Escape && !modifiers.command,
        _ => false,
    }
}

fn walk(open: &mut Open, entries: &[Entry<'_>], key: Key, modifiers: Modifiers) {
    let left: Vec<usize> = left(entries, &open.typed).into_iter().filter(|place| entries[*place].available).collect();
    let Some(last) = left.len().checked_sub(1) else { return };
    let here = left.iter().position(|place| *place == open.at).unwrap_or(0);
    let to = match key {
        Key::ArrowDown => here + 1,
        Key::Tab if !modifiers.shift => here + 1,
        Key::ArrowUp | Key::Tab => here.saturating_sub(1),
        Key::PageDown => here + PAGE,
        Key::PageUp => here.saturating_sub(PAGE),
        Key::Home => 0,
        Key::End => last,
        _ => return,
    };
    open.at = left[to.min(last)];
    open.moved = true;
}

/// So many entries are passed over by a page key.
const PAGE: usize = 8;

/// A list with more entries than this says that it can be filtered.
const SHORT: usize = 8;

const MARGIN: f32 = 8.0;
const RADIO_ROOM: f32 = 24.0;
const MOST_WIDTH: f32 = 480.0;
const MOST_HEIGHT: f32 = 480.0;
const LINE_BETWEEN: f32 = 9.0;

/// Room for the frame of a list and the gap to its field.
const AROUND: f32 = 28.0;

/// The height of these entries.
fn whole(tokens: &theme::Tokens, entries: &[Entry<'_>], shown: impl Iterator<Item = usize>) -> f32 {
    shown.map(|place| tokens.size.target + if entries[place].apart { LINE_BETWEEN } else { 0.0 }).sum()
}

/// The side of its field on which a list of this height stands, from its left end or else from its right: below, unless
/// there is more room above and it needs that. It stays there while typing makes it shorter.
fn sides(field: Rect, screen: Rect, height: f32) -> [RectAlign; 2] {
    let (above, below) = (field.top() - screen.top(), screen.bottom() - field.bottom());
    if below >= above || below >= height {
        [RectAlign::BOTTOM_START, RectAlign::BOTTOM_END]
    } else {
        [RectAlign::TOP_START, RectAlign::TOP_END]
    }
}

fn body(ui: &mut Ui, field: Rect, list: &List<'_>, open: &mut Open, picked: &mut Picked) {
    let List { id, least_width, entries, .. } = *list;
    let tokens = theme::tokens(ui);
    let font = fonts::regular(tokens.size.body);
    let widest = entries.iter().map(|entry| width(ui, entry.name, font.clone())).fold(0.0, f32::max);
    let screen = ui.ctx().content_rect();
    let most = MOST_WIDTH.min(screen.width() - 40.0);
    ui.set_width((widest + 2.0 * MARGIN + RADIO_ROOM + 10.0).clamp(least_width.min(most), most));
    ui.spacing_mut().item_spacing.y = 0.0;
    let is_long = entries.len() > SHORT;
    let head = if is_long || !open.typed.is_empty() { head(ui, open) } else { 0.0 };
    let room = (screen.bottom() - field.bottom()).max(field.top() - screen.top());
    let left = left(entries, &open.typed);
    let least = tokens.size.target;
    let whole = whole(tokens, entries, left.iter().copied()).max(least);
    let height = whole.min((room - head - AROUND).clamp(2.0 * least, MOST_HEIGHT)).floor();
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
    area.show(ui, |ui| {
        if left.is_empty() {
            // Lists draw words apart to fill a line.
            let text = words::nothing_begins_with(&open.typed);
            ui.with_layout(Layout::top_down(Align::Min), |ui| ui.add(Label::new(text).wrap()));
        }
        for place in left {
            row(ui, id.with(("row", place)), (place, &entries[place]), open, picked);
        }
    });
}

/// What was typed, or that something can be.
fn head(ui: &mut Ui, open: &Open) -> f32 {
    let tokens = theme::tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), tokens.size.target), Sense::hover());
    let (text, ink) = if open.typed.is_empty() {
        (words::TYPE_TO_FIND.to_owned(), tokens.ink_weak)
    } else {
        (format!("{}|", open.typed), tokens.ink)
    };
    let galley = line(ui, &text, fonts::regular(tokens.size.body), ink, rect.width() - 2.0 * MARGIN);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let at = pos2(rect.left() + MARGIN, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, tokens.line));
    rect.height()
}

fn row(ui: &mut Ui, id: Id, (place, entry): (usize, &Entry<'_>), open: &mut Open, picked: &mut Picked) {
    let tokens = theme::tokens(ui);
    if entry.apart {
        let (gap, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE_BETWEEN), Sense::hover());
        let y = ui.painter().round_to_pixel_center(gap.center().y);
        ui.painter().hline(gap.x_range(), y, Stroke::new(1.0, tokens.line));
    }
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), tokens.size.target));
    // Only the list has the keyboard focus: its entries are walked through by keys.
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(entry.role, entry.available, entry.on, &entry.spoken));
    if open.at == place && open.moved {
        response.scroll_to_me(Some(Align::Center));
    }
    // A pointer that moves takes the choice along, one that rests leaves it to the keys.
    if response.hovered() && open.pointed != Some(place) {
        open.pointed = Some(place);
        let moved = ui.input(|input| input.pointer.time_since_last_movement() < JUST_MOVED);
        open.at = if entry.available && moved { place } else { open.at };
    }
    if entry.available && open.at == place {
        ui.painter().rect_filled(rect, radius(tokens), tokens.hover);
        ui.painter().rect_stroke(rect, radius(tokens), Stroke::new(2.0, tokens.focus), StrokeKind::Inside);
        picked.hovered = Some(place);
    }
    if entry.available && response.clicked() {
        picked.chosen = Some(place);
    }
    let ink = if entry.available { tokens.ink } else { tokens.ink_weak };
    let mut pen = Pen::new(ui.pixels_per_point());
    let dot = pos2(rect.left() + MARGIN + 7.0, rect.center().y);
    pen.line(circle(7.0), dot, 7.0, 1.5, if entry.available { tokens.ink_weak } else { tokens.edge });
    if entry.on {
        pen.fill(circle(4.0), dot, 4.0, tokens.ink);
    }
    ui.painter().add(Shape::mesh(pen.mesh));
    let left = rect.left() + MARGIN + RADIO_ROOM;
    let galley = line(ui, entry.name, fonts::regular(tokens.size.body), ink, rect.right() - MARGIN - left);
    ui.painter().galley(Align2::LEFT_CENTER.anchor_size(pos2(left, rect.center().y), galley.size()).min, galley, ink);
    if !entry.tooltip.is_empty() {
        response.tip(entry.tooltip);
    }
}
