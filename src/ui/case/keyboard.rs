//! Where the keyboard goes when what has it is gone: an undo takes a field away, the last choice is made, a record is removed.

use eframe::egui::{Id, Response, Ui};

/// What had the keyboard, where in the tab it was last, and what else could have it, in order.
#[derive(Clone, Default)]
struct Seen {
    focused: Option<Id>,
    last: Option<Id>,
    order: Vec<Id>,
}

fn places() -> Id {
    Id::unique("case_places")
}

/// The keyboard may go here.
pub(super) fn note(ui: &Ui, response: &Response) {
    ui.data_mut(|data| data.get_temp_mut_or_default::<Vec<Id>>(places()).push(response.id));
}

/// Hands it to the field before, or else to the one behind: the tab goes on from there and not from the first menu. Call it
/// when all is drawn. What is before the tab has the keyboard for itself: its fields are drawn later, and are not gone.
pub(super) fn keep(ui: &Ui, is_behind: bool) {
    let places: Vec<Id> = ui.data_mut(|data| data.remove_temp(places())).unwrap_or_default();
    if is_behind {
        return;
    }
    let mut focused = ui.memory(|memory| memory.focused());
    let (order, is_there): (Vec<Id>, bool) = ui.ctx().viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let all = widgets.get_layer(ui.layer_id()).filter(|widget| widget.enabled && widget.sense.is_focusable());
        (all.map(|widget| widget.id).collect(), focused.is_some_and(|focused| widgets.contains(focused)))
    });
    let id = Id::unique("case_keyboard");
    let before: Seen = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    // A list that is open has it from the field below it, and is gone together with that.
    let is_gone = focused.is_some() && focused == before.focused && !is_there;
    let place = before.order.iter().position(|other| Some(*other) == before.last);
    if let Some(place) = place.filter(|_| is_gone) {
        let (above, below) = before.order.split_at(place);
        focused = above.iter().rev().chain(below).copied().find(|other| places.contains(other));
        if let Some(next) = focused {
            ui.memory_mut(|memory| memory.request_focus(next));
        }
    }
    let last = focused.filter(|focused| order.contains(focused)).or(before.last);
    ui.data_mut(|data| data.insert_temp(id, Seen { focused, last, order }));
}
