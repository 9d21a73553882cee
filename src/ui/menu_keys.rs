//! F10, or Alt pressed alone, opens the first menu; the arrows go from menu to menu.

use eframe::egui::{Event, Id, Key, Modifiers, Popup, Response, Ui};

use super::{keys::is_covered, view::View};

/// Does what the keys ask of the menus with these titles.
pub fn menu_keys(ui: &Ui, view: &View<'_>, titles: &[Response]) {
    let wanted = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F10)) | is_alt_alone(ui);
    let open = titles.iter().position(|title| Popup::is_id_open(ui, id(title)));
    if let Some(open) = open {
        if wanted {
            Popup::close_all(ui);
        }
        // The title that the arrows have reached opens in the place of the other.
        let reached = titles.iter().enumerate().find(|(place, title)| *place != open && title.gained_focus());
        if let Some((_, title)) = reached {
            Popup::open_id(ui, id(title));
        }
    } else if wanted && let Some(first) = titles.first().filter(|_| !is_covered(ui, view)) {
        first.request_focus();
        Popup::open_id(ui, id(first));
    }
}

fn id(title: &Response) -> Id {
    Popup::default_response_id(title)
}

/// True in the frame in which Alt is let go of and nothing else was done since it was pressed.
fn is_alt_alone(ui: &Ui) -> bool {
    let id = Id::unique("alt_alone");
    let alone: Option<bool> = ui.data(|data| data.get_temp(id));
    let (held, others) = ui.input(|input| {
        let modifiers = input.modifiers;
        let other = |event: &Event| {
            matches!(
                event,
                Event::Key { pressed: true, .. }
                    | Event::Text(_)
                    | Event::PointerButton { .. }
                    | Event::MouseWheel { .. }
                    | Event::WindowFocused(_)
            )
        };
        let others = modifiers.ctrl || modifiers.shift || modifiers.command || input.events.iter().any(other);
        (modifiers.alt, others || !input.focused)
    });
    let next = held.then(|| alone.unwrap_or(true) && !others);
    if next != alone {
        ui.data_mut(|data| match next {
            Some(alone) => drop(data.insert_temp(id, alone)),
            None => data.remove::<bool>(id),
        });
    }
    !held && !others && alone == Some(true)
}
