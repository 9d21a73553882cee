//! The cards of the panel as stops of the keyboard: Enter on a cell leads to the first one, the arrows from one to the
//! next, and Esc or the left arrow back. A reader hears of each what it says and which of how many it is.

use eframe::egui::{
    Align, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::{
    app::Tab,
    ui::{
        statement_card,
        view::{View, asked_to_read, table_id},
    },
};

/// So little of a card out of sight is nothing to scroll for, in points.
const EDGE: f32 = 8.0;

/// How high a card is taken to be before it was drawn, in points.
const UNKNOWN: f32 = 48.0;

/// The cards of a subject, one after the other.
pub(crate) struct Walk {
    /// How many there are.
    of: usize,
    /// How many were drawn.
    drawn: usize,
    /// True if the first one is to have the keyboard.
    wanted: bool,
}

impl Walk {
    /// So many cards are going to be drawn.
    pub(crate) fn new(ui: &Ui, of: usize) -> Self {
        Self { of, drawn: 0, wanted: asked_to_read(ui) }
    }

    /// Draws a card; `name` is told its place, counted from 1, and of how many.
    pub(crate) fn card(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        name: impl Fn(usize, usize) -> String,
        add: impl FnOnce(&mut Ui),
    ) {
        self.stop(ui, view, (Role::Article, &name), add);
    }

    /// Draws what stands in the place of cards.
    pub(crate) fn note(&mut self, ui: &mut Ui, view: &View<'_>, name: &str, add: impl FnOnce(&mut Ui)) {
        self.stop(ui, view, (Role::Note, &|_, _| name.to_owned()), add);
    }

    fn stop(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        (role, name): (Role, &dyn Fn(usize, usize) -> String),
        add: impl FnOnce(&mut Ui),
    ) {
        let (place, id) = (self.drawn, id(self.drawn));
        self.drawn += 1;
        // The stop comes before what stands on the card, so that Tab meets it first; how high it is was seen before.
        let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(UNKNOWN);
        let at = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        let stop = ui.interact(at, id, Sense::FOCUSABLE);
        stop.widget_info(|| WidgetInfo::labeled(role, true, name(place + 1, self.of)));
        if place == 0 && std::mem::take(&mut self.wanted) {
            stop.request_focus();
        }
        if stop.has_focus() {
            self.keys(ui, view, place, at);
        }
        let mut drawn = at;
        let words = statement_card::words_of(ui, |ui| {
            drawn = ui.scope_builder(UiBuilder::new().accessibility_parent(id), add).response.rect;
        });
        let entered = id.with("entered");
        if stop.gained_focus() {
            // How high it is may only be known now: once what has the focus is followed, it is brought into view.
            ui.data_mut(|data| data.insert_temp(entered, true));
            ui.ctx().request_repaint();
        } else if ui.data_mut(|data| data.remove_temp(entered)) == Some(true) {
            bring(ui, drawn, words);
        }
        if (drawn.height() - height).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, drawn.height()));
        }
        if stop.has_focus() {
            let ring = Stroke::new(view.tokens.size.ring, view.tokens.focus);
            ui.painter().rect_stroke(drawn, view.tokens.size.radius, ring, StrokeKind::Inside);
        }
    }

    fn keys(&self, ui: &Ui, view: &View<'_>, place: usize, card: Rect) {
        let filter =
            EventFilter { vertical_arrows: true, horizontal_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id(place), filter));
        if goes_through(ui, card) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.of.saturating_sub(1);
        let down = pressed(Key::ArrowDown) || pressed(Key::PageDown);
        let to = match (down, pressed(Key::ArrowUp) || pressed(Key::PageUp)) {
            (true, _) => (place + 1).min(last),
            (_, true) => place.saturating_sub(1),
            _ => place,
        };
        if to != place {
            ui.memory_mut(|memory| memory.request_focus(id(to)));
            ui.data_mut(|data| data.insert_temp(id(to).with("entered"), true));
        } else if pressed(Key::Escape) | pressed(Key::ArrowLeft) {
            // At once: with nothing in between a reader would say the window's name first.
            ui.memory_mut(|memory| match view.state.session.tab {
                Tab::Explore => memory.request_focus(table_id()),
                _ => memory.surrender_focus(id(place)),
            });
        }
    }
}

/// Keys go through a card that is higher than the panel before they lead to the next one; true if one did.
fn goes_through(ui: &Ui, card: Rect) -> bool {
    let seen = ui.clip_rect();
    if card.height() <= seen.height() {
        return false;
    }
    let (line, page) = (0.5 * seen.height(), 0.85 * seen.height());
    let keys = [(Key::ArrowDown, -line), (Key::PageDown, -page), (Key::ArrowUp, line), (Key::PageUp, page)];
    for (key, far) in keys {
        let is_left = if far < 0.0 { card.bottom() > seen.bottom() + EDGE } else { card.top() < seen.top() - EDGE };
        if is_left && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, far));
            return true;
        }
    }
    false
}

/// Of a card that is higher than the panel the words of the statement are seen first, under its head if both have room.
fn bring(ui: &Ui, card: Rect, words: Option<Rect>) {
    let room = ui.clip_rect().height();
    if card.height() <= room {
        ui.scroll_to_rect(card.expand(EDGE), None);
        return;
    }
    let to = words.unwrap_or(card);
    let with_head = Rect::from_min_max(card.min, to.max);
    ui.scroll_to_rect(if with_head.height() <= room { with_head } else { to }, Some(Align::Min));
}

fn id(place: usize) -> Id {
    Id::unique(("why_card", place))
}
