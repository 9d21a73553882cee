//! Keyboards: what the keys of a layout stand for where the window library names them by what they print.
//!
//! A key is meant by what is printed on it. But the upper row of a French, a Belgian or a Czech keyboard prints other signs
//! than digits, and the full stop that a presenter's remote sends arrives as what a keyboard would print there: such keys
//! are meant by where they lie.

use eframe::egui::{Event, Key, Modifiers, Ui};

/// Puts what is meant in the place of what is printed, before anything else reads the keys. What is typed into a field
/// stays as it is typed.
pub(super) fn translate(ui: &Ui) {
    let typing = ui.text_edit_focused();
    ui.input_mut(|input| events(&mut input.events, typing));
}

fn events(events: &mut [Event], typing: bool) {
    let mut meant: Option<(Key, char)> = None;
    for event in events {
        match event {
            Event::Key { key, physical_key, modifiers, .. } => {
                let place = physical_key.filter(|_| modifiers.command || !typing);
                meant = place.and_then(|place| by_place(*key, place, *modifiers));
                if let Some((by_place, _)) = meant {
                    *key = by_place;
                }
            }
            Event::Text(text) => {
                match meant.take() {
                    // What lies on the key of minus may print that as well: the German sharp s does not.
                    Some((Key::Minus, _)) if text != ")" => {}
                    Some((_, character)) => *text = character.to_string(),
                    None => {}
                }
            }
            _ => meant = None,
        }
    }
}

/// The key that is meant by its place, and what it types; `None` where it is meant by what is printed on it.
fn by_place(printed: Key, place: Key, modifiers: Modifiers) -> Option<(Key, char)> {
    if modifiers.shift || modifiers.alt || moves(printed) {
        return None;
    }
    let character = match place {
        Key::Num0 => '0',
        Key::Num1 => '1',
        Key::Num2 => '2',
        Key::Num3 => '3',
        Key::Num4 => '4',
        Key::Num5 => '5',
        Key::Num6 => '6',
        Key::Num7 => '7',
        Key::Num8 => '8',
        Key::Num9 => '9',
        Key::Period if matches!(printed, Key::Colon | Key::Semicolon) => '.',
        // French and Belgian keyboards have minus on the 6, which is the 6 here, and a bracket where others have minus.
        Key::Minus if printed == Key::Minus => '-',
        _ => return None,
    };
    Some((place, character))
}

/// True for a key of the number pad that moves while Num Lock is off.
fn moves(printed: Key) -> bool {
    matches!(
        printed,
        Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::Insert
            | Key::Delete
            | Key::Clear
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of a press: the window library names a key by its print if it knows it, else by its place.
    fn press(printed: &str, place: Key, modifiers: Modifiers, typing: bool) -> (Key, String) {
        let key = Key::from_name(printed).unwrap_or(place);
        let physical_key = Some(place);
        let mut all = vec![
            Event::Key { key, physical_key, pressed: true, repeat: false, modifiers },
            Event::Text(printed.to_owned()),
        ];
        events(&mut all, typing);
        let [Event::Key { key, .. }, Event::Text(text)] = &all[..] else { panic!("{all:?}") };
        (*key, text.clone())
    }

    const DIGITS: [Key; 10] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9, Key::Num0];

    #[test]
    fn the_upper_row_is_digits_on_every_layout() {
        let rows = [
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"],
            ["&", "é", "\"", "'", "(", "-", "è", "_", "ç", "à"],
            ["&", "é", "\"", "'", "(", "§", "è", "!", "ç", "à"],
            ["+", "ě", "š", "č", "ř", "ž", "ý", "á", "í", "é"],
        ];
        for row in rows {
            for (nth, (printed, place)) in row.into_iter().zip(DIGITS).enumerate() {
                let digit = ((nth + 1) % 10).to_string();
                for modifiers in [Modifiers::NONE, Modifiers::COMMAND] {
                    assert_eq!(press(printed, place, modifiers, false), (place, digit.clone()), "{printed}");
                }
                assert_eq!(press(printed, place, Modifiers::NONE, true).1, printed, "typed into a field");
            }
        }
        assert_eq!(press("!", Key::Num1, Modifiers::SHIFT, false).1, "!", "with Shift it is what is printed");
        assert_eq!(press("1", Key::Num1, Modifiers::SHIFT, false), (Key::Num1, "1".to_owned()));
    }

    #[test]
    fn letters_are_meant_by_what_is_printed_and_by_their_place_where_that_is_not_latin() {
        for (printed, place, meant) in [("h", Key::H, Key::H), ("р", Key::H, Key::H), ("a", Key::Q, Key::A)] {
            assert_eq!(press(printed, place, Modifiers::NONE, false), (meant, printed.to_owned()));
        }
        assert_eq!(
            press(":", Key::Period, Modifiers::NONE, false),
            (Key::Period, ".".to_owned()),
            "a remote's full stop"
        );
        assert_eq!(press("ю", Key::Period, Modifiers::NONE, false).0, Key::Period);
        assert_eq!(press("v", Key::Period, Modifiers::NONE, false).0, Key::V, "Dvorak has a letter there");
    }

    #[test]
    fn a_number_is_stepped_down_on_every_layout() {
        let minus = [("-", Key::Minus), ("-", Key::Slash), (")", Key::Minus), ("-", Key::Equals)];
        for (printed, place) in minus {
            assert_eq!(press(printed, place, Modifiers::NONE, false).1, "-", "{printed} on {place:?}");
        }
        assert_eq!(press("ß", Key::Minus, Modifiers::NONE, false).1, "ß");
        assert_eq!(press("=", Key::Minus, Modifiers::NONE, false), (Key::Equals, "=".to_owned()));
    }

    #[test]
    fn the_number_pad_moves_while_num_lock_is_off() {
        assert_eq!(press("End", Key::Num1, Modifiers::NONE, false).0, Key::End);
        assert_eq!(press("1", Key::Num1, Modifiers::NONE, false).0, Key::Num1);
    }
}
