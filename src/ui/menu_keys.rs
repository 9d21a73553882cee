//! F10, or Alt pressed alone, opens the first menu; the arrows go from menu to menu.

use eframe::egui::{Event, Id, Key, Modifiers, Popup, Response, Ui};

use super::{keys::is_covered, view::View};

/// Does what the keys ask of the menus with these titles.
pub(super) fn menu_keys(ui: &Ui, view: &View<'_>, titles: &[Response]) {
    let wanted = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F10)) | is_alt_alone(ui);
    let open = titles.iter().position(|title| Popup::is_id_open(ui, id(title)));
    if let Some(open) = open {
        if wanted {
            Popup::close_all(ui);
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let next = match (pressed(Key::ArrowLeft), pressed(Key::ArrowRight)) {
            (true, false) => (open + titles.len() - 1) % titles.len(),
            (false, true) => (open + 1) % titles.len(),
            _ => return,
        };
        // From its entries the arrows lead to other menus inside it, or back to its title.
        if titles[open].has_focus() && !titles[open].gained_focus() {
            titles[next].request_focus();
            Popup::open_id(ui, id(&titles[next]));
        }
    } else if wanted && let Some(first) = titles.first().filter(|_| may_open(ui, view)) {
        first.request_focus();
        Popup::open_id(ui, id(first));
    }
}

/// The start page lies beside the menus, other dialogs lie above them.
fn may_open(ui: &Ui, view: &View<'_>) -> bool {
    !is_covered(ui, view) || (view.state.shows_start_page() && !Popup::is_any_open(ui))
}

fn id(title: &Response) -> Id {
    Popup::default_response_id(title)
}

/// True in the frame in which Alt is let go of and nothing else was done since it was pressed.
fn is_alt_alone(ui: &Ui) -> bool {
    let id = Id::unique("alt_alone");
    // While Alt is held: whether it is alone.
    let before: Option<bool> = ui.data(|data| data.get_temp(id)).flatten();
    let (mut held, mut let_go) = (before, false);
    ui.input(|input| {
        for event in &input.events {
            match event {
                Event::ModifiersChanged(modifiers) if modifiers.alt => {
                    held = Some(held.unwrap_or(true) && *modifiers == Modifiers::ALT);
                }
                Event::ModifiersChanged(_) => let_go |= held.take() == Some(true),
                Event::Key { pressed: true, .. }
                | Event::Text(_)
                | Event::PointerButton { .. }
                | Event::MouseWheel { .. }
                | Event::WindowFocused(_) => held = held.map(|_| false),
                _ => {}
            }
        }
    });
    if held != before {
        ui.data_mut(|data| data.insert_temp(id, held));
    }
    let_go
}
