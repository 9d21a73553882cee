//! The line at the bottom: which rows or cards are shown, what changed last, and the keys, which are buttons too.

use eframe::egui::{Align, Layout, Rect, Role, Stroke, Ui, UiBuilder, pos2};

use crate::{
    app::{Action, Command, Tab, presenter},
    ui::{fonts, status, view::View, widgets::icon::Icon},
    wording::presenter::{self as texts, KeyCap},
};

use super::{
    Pages,
    caps::{self, Laid},
    more, text, wall_id,
};

/// Height of a line, in points.
const LINE: f32 = caps::HEIGHT;

/// A wall narrower than this, in points, has the keys on a line of their own.
const WIDE: f32 = 900.0;

/// Height of the foot.
pub(super) fn height(width: f32) -> f32 {
    if width >= WIDE { LINE } else { 2.0 * LINE }
}

/// Draws the foot.
pub(super) fn foot(ui: &mut Ui, view: &View<'_>, rect: Rect, pages: Option<Pages>, out: &mut Vec<Action>) {
    let last_line = rect.with_min_y(rect.bottom() - LINE);
    let keys_left = keys(ui, view, last_line, out);
    let mut left = rect.with_max_y(rect.top() + LINE);
    if rect.width() >= WIDE {
        left.set_right(keys_left - 20.0);
    }
    ui.painter().hline(rect.x_range(), rect.top() - 1.0, Stroke::new(1.0, view.tokens.line));
    if let Some(pages) = pages {
        left.set_left(self::pages(ui, view, left, pages, out) + 20.0);
    }
    let layout = Layout::left_to_right(Align::Center);
    let mut status = ui.new_child(UiBuilder::new().id_salt("status").max_rect(left).layout(layout));
    status::line_on_the_wall(&mut status, view);
}

/// Space between two buttons, and where there is little room.
const APART: f32 = 12.0;
const CLOSE: f32 = 8.0;

/// What stands at the right end, the same buttons in the same places whatever is hidden.
fn buttons(view: &View<'_>) -> [(KeyCap, bool, Option<Action>); 6] {
    let command = |cap, command: Command| (cap, command.is_enabled(view.state), Some(Action::Run(command)));
    let here = |cap, action| (cap, true, Some(Action::Presenter(action)));
    let back = if view.state.session.tab == Tab::Explore {
        here(texts::cap_term(view.state.presenter.spotlight), presenter::Action::ToggleSpotlight)
    } else {
        command(texts::CAP_TABLE, Command::Explore)
    };
    let reveal = if view.state.shows_question() { texts::CAP_TURN } else { texts::CAP_REVEAL };
    [
        command(reveal, Command::RevealNext),
        command(texts::CAP_HIDE, Command::Hide),
        back,
        command(texts::CAP_BLANK, Command::Blank),
        here(texts::CAP_LEAVE, presenter::Action::Leave),
        (texts::CAP_MORE, true, None),
    ]
}

/// Draws the keys at the right end, each a button; returns their left edge.
fn keys(ui: &Ui, view: &View<'_>, line: Rect, out: &mut Vec<Action>) -> f32 {
    let laid = buttons(view).map(|(cap, enabled, action)| (Laid::new(ui, view, cap, enabled), action));
    let width: f32 = laid.iter().map(|(laid, _)| laid.width).sum();
    #[expect(clippy::cast_precision_loss, reason = "a handful of buttons")]
    let gaps = (laid.len() - 1) as f32;
    let apart = if width + gaps * APART <= line.width() { APART } else { CLOSE };
    let first = line.right() - width - gaps * apart;
    let mut left = first;
    for (laid, action) in laid {
        let after = left + laid.width + apart;
        let response = laid.draw(ui, view, left, line);
        match action {
            Some(action) if response.clicked() => out.push(action),
            Some(_) => {}
            None => more::list(view, &response, out),
        }
        left = after;
    }
    first
}

/// Draws the place among the pages and the buttons to turn them; returns the right edge.
fn pages(ui: &Ui, view: &View<'_>, rect: Rect, pages: Pages, out: &mut Vec<Action>) -> f32 {
    let Pages { text: place, back, on } = pages;
    let mut turn = |left, icon, name, action: Option<Action>| {
        if caps::arrow(ui, view, (left, rect), icon, name, action.is_some()) {
            out.extend(action);
        }
        left + caps::HEIGHT
    };
    let left = turn(rect.left(), Icon::Left, texts::PAGE_BACK, back);
    let galley = text::wrapped(ui, &place, fonts::semibold(view.tokens.size.body), view.tokens.ink, f32::INFINITY);
    let at = pos2(left + 4.0, rect.center().y - galley.size().y / 2.0);
    let size = galley.size();
    ui.painter().galley(at, galley, view.tokens.ink);
    let right = turn(at.x + size.x + 4.0, Icon::Right, texts::PAGE_ON, on);
    text::name(ui, Rect::from_min_size(at, size), wall_id().with("pages"), Role::Label, place);
    right
}
