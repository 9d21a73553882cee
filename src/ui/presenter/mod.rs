//! What a class sees on the wall: the whole table, or one term with a card for each party. No menus, no notices, no file
//! names; at the bottom the keys that matter, each a button.
//!
//! Nothing here takes the keyboard focus but the wall as a whole: each key means the same wherever one looks.

mod caps;
mod cards;
mod codes;
mod foot;
mod grid;
mod head;
mod keys;
mod legend;
mod more;
mod options;
mod overview;
mod pointer;
mod spotlight;
mod text;

use eframe::egui::{CursorIcon, Event, EventFilter, Id, Rect, Role, Sense, Ui, UiBuilder};

use crate::{
    app::{Action, Tab, presenter},
    wording::presenter as texts,
};

use super::{dialogs, keys as common_keys, status, tabs, theme, view::View};

/// Space at the edges of the wall, in points.
const MARGIN: f32 = 16.0;

/// A place among pages of rows or cards.
struct Pages {
    /// Which part is shown, in words.
    text: String,
    /// What goes to the page before; `None` on the first.
    back: Option<Action>,
    /// What goes to the page after; `None` on the last.
    on: Option<Action>,
}

/// Draws the wall.
pub(super) fn presenter(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if view.state.presenter.is_blank {
        blank(ui, view, out);
        return;
    }
    // Asked before anything is drawn: the key that closes a list is the list's, not the wall's.
    let covered = common_keys::is_covered(ui, view);
    common_keys::commands(ui, view, out);
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, view.tokens.surface);
    let inside = whole.shrink2(eframe::egui::vec2(MARGIN, 6.0));
    let top = inside.with_max_y(inside.top() + head::HEIGHT);
    let bottom = inside.with_min_y(inside.bottom() - foot::height(inside.width()));
    let body = Rect::from_min_max(top.left_bottom(), bottom.right_top());
    head::head(ui, view, top, out);
    let on_the_wall = view.state.session.tab == Tab::Explore;
    let pages = if on_the_wall {
        let node = focus(ui, view, whole);
        let pages = if view.state.presenter.spotlight {
            spotlight::spotlight(ui, view, body, out)
        } else {
            overview::overview(ui, view, body, out)
        };
        drop(status::in_front_of_the_focus(ui, view, node));
        if !covered {
            keys::on_the_wall(ui, view, pages.as_ref(), out);
        }
        pages
    } else {
        keys::in_a_tab(ui, view, out);
        let mut tab = ui.new_child(UiBuilder::new().id_salt("tab").max_rect(body));
        tab.set_clip_rect(body);
        tabs::shown(&mut tab, view, out);
        None
    };
    foot::foot(ui, view, bottom, pages, out);
    dialogs::show(ui, view, out);
    pointer::goes(ui);
}

/// The wall is the one stop of the Tab key, and has the focus unless something lies above it. Returns the node that stands
/// for it.
fn focus(ui: &Ui, view: &View<'_>, whole: Rect) -> Id {
    let response = ui.interact(whole, wall_id(), Sense::FOCUSABLE);
    let row = overview::row_id(view.state.session.focus.term);
    let shown = if view.state.presenter.spotlight { spotlight::question_id() } else { row };
    ui.ctx().accesskit_node_builder(wall_id(), |node| {
        node.set_role(Role::Region);
        node.set_label(texts::WALL);
        node.set_active_descendant(shown.accesskit_id());
    });
    if common_keys::is_covered(ui, view) {
        return shown;
    }
    if !response.has_focus() {
        response.request_focus();
    }
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    shown
}

/// The node of the wall.
fn wall_id() -> Id {
    Id::unique("wall")
}

/// Nothing at all, until a key that brings the picture back, or a click.
fn blank(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, theme::BLANK);
    ui.set_cursor_icon(CursorIcon::None);
    let ends = |event: &Event| match event {
        Event::Key { key, pressed: true, repeat: false, .. } => {
            keys::ends_blank(*key, view.state.settings.single_key_shortcuts)
        }
        Event::PointerButton { pressed, .. } => *pressed,
        _ => false,
    };
    if ui.input(|input| input.events.iter().any(ends)) {
        out.push(Action::Presenter(presenter::Action::Unblank));
    }
}
