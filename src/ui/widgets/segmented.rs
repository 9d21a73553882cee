//! A row of options of which one is pressed: for up to four short ones.

use eframe::egui::{Align2, FontId, Rect, Response, Role, Ui, WidgetInfo};

use super::tip::Tip as _;
use super::{
    control::{Board, ControlOutput, ControlSpec, Face, width},
    mark::dashed,
};
use crate::ui::fonts;

/// Shows the control in `rect`, all of which it fills.
pub fn segmented(ui: &mut Ui, rect: Rect, spec: &ControlSpec<'_>) -> ControlOutput {
    let mut board = Board::new(ui, rect, spec, Role::RadioGroup);
    let room = board.dash_rect().left() - rect.left();
    let (font, padding, widths) = set(&board, room);
    let mut left = board.rect.left();
    for (index, width) in widths.into_iter().enumerate() {
        let right =
            if index + 1 == spec.options.len() { board.dash_rect().left() } else { board.pen.snap(left + width) };
        let segment = Rect::from_x_y_ranges(left..=right, board.rect.y_range());
        option(&mut board, segment, index, font.clone(), padding);
        left = right;
    }
    board.dash();
    board.finish()
}

/// The largest type in which all names fit, the space beside them, and the width of each segment.
fn set(board: &Board<'_>, room: f32) -> (FontId, f32, Vec<f32>) {
    let size = board.tokens.size;
    let natural = |font: &FontId, padding: f32| -> Vec<f32> {
        board.spec.options.iter().map(|option| width(&board.ui, option.name, font.clone()) + 2.0 * padding).collect()
    };
    for (font, padding) in [(fonts::regular(size.body), 8.0), (fonts::regular(size.small), 6.0)] {
        let widths = natural(&font, padding);
        if widths.iter().sum::<f32>() <= room {
            return (font, padding, share(&widths, room));
        }
    }
    let font = fonts::regular(size.small);
    let widths = natural(&font, 5.0);
    (font, 5.0, share(&widths, room))
}

/// Shares `room` among parts that would like to have these widths: what is over goes to the narrow ones first, what is
/// missing is taken from the wide ones.
fn share(wanted: &[f32], room: f32) -> Vec<f32> {
    let missing = wanted.iter().sum::<f32>() > room;
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    if !missing {
        order.reverse();
    }
    let mut widths = vec![0.0; wanted.len()];
    let mut left = room;
    let mut parts = wanted.len();
    for index in order {
        #[expect(clippy::cast_precision_loss, reason = "a handful of options")]
        let even = left / parts as f32;
        widths[index] = if missing { wanted[index].min(even) } else { wanted[index].max(even) };
        left -= widths[index];
        parts -= 1;
    }
    widths
}

fn option(board: &mut Board<'_>, rect: Rect, index: usize, font: FontId, padding: f32) {
    let spec = board.spec;
    let option = spec.options[index];
    let response = board.part(rect, index);
    let on = spec.selected == Some(index);
    let name = spec.option_name(index);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, option.available, on, &name));
    let face = face(board, &response, index);
    board.ground(rect, face);
    if index > 0 && !on && spec.selected != Some(index - 1) {
        board.divider(rect.left());
    }
    let look = (font, face.ink(board.tokens));
    let cut = board.text(rect.center(), Align2::CENTER_CENTER, rect.width() - 2.0 * padding + 1.0, option.name, look);
    if option.available {
        board.answer(&response, Some(index));
    } else {
        let dot = board.pen.whole(1.0);
        dashed(&mut board.pen, rect.shrink(4.0), dot, 2.0, board.tokens.edge);
    }
    tooltip(response, cut.then_some(option.name), option.tooltip);
}

fn face(board: &Board<'_>, response: &Response, index: usize) -> Face {
    let spec = board.spec;
    if spec.selected == Some(index) {
        Face::Selected
    } else if !spec.options[index].available {
        Face::Off
    } else if response.hovered() || spec.previewed == Some(Some(index)) {
        Face::Hovered
    } else {
        Face::Rest
    }
}

fn tooltip(response: Response, full_name: Option<&str>, more: &str) {
    match full_name {
        Some(name) if more.is_empty() => drop(response.tip(name)),
        Some(name) => drop(response.tip(format!("{name}\n{more}"))),
        None if more.is_empty() => {}
        None => drop(response.tip(more)),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn spare_room_makes_the_parts_alike() {
        assert_eq!(share(&[40.0, 60.0], 200.0), [100.0, 100.0]);
        assert_eq!(share(&[40.0, 120.0, 30.0], 200.0), [40.0, 120.0, 40.0]);
    }

    #[test]
    fn missing_room_is_taken_from_the_widest() {
        assert_eq!(share(&[30.0, 200.0, 90.0], 180.0), [30.0, 75.0, 75.0]);
    }
}
