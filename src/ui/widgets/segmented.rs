//! A row of options of which one is pressed: for up to four short ones.

use eframe::egui::{Align2, FontId, Rect, Response, Role, Ui, WidgetInfo};

use super::tip::Tip as _;
use super::{
    control::{Board, ControlOutput, ControlSpec, Face, OptionSpec, width},
    mark::dashed,
};
use crate::ui::fonts;

/// Shows the control in `rect`, all of which it fills.
pub fn segmented(ui: &mut Ui, rect: Rect, spec: &ControlSpec<'_>) -> ControlOutput {
    let mut board = Board::new(ui, rect, spec, Role::RadioGroup);
    let room = board.dash_rect().left() - rect.left();
    let Setting { font, padding, in_full, widths } = set(&board, room);
    let mut left = board.rect.left();
    for (index, width) in widths.into_iter().enumerate() {
        let right =
            if index + 1 == spec.options.len() { board.dash_rect().left() } else { board.pen.snap(left + width) };
        let segment = Rect::from_x_y_ranges(left..=right, board.rect.y_range());
        option(&mut board, segment, index, in_full, (font.clone(), padding));
        left = right;
    }
    board.dash();
    board.finish()
}

/// How the options are set.
struct Setting {
    font: FontId,
    /// The space on each side of a name.
    padding: f32,
    /// True if the names are those in full.
    in_full: bool,
    /// The width of each segment.
    widths: Vec<f32>,
}

/// The names in full where they fit, else the short ones, in the largest type in which all of them fit.
fn set(board: &Board<'_>, room: f32) -> Setting {
    let size = board.tokens.size;
    let natural = |font: &FontId, padding: f32, in_full: bool| -> Vec<f32> {
        let name = |option: &OptionSpec<'_>| width(&board.ui, option.shown(in_full), font.clone()) + 2.0 * padding;
        board.spec.options.iter().map(name).collect()
    };
    let types = [(fonts::regular(size.body), 8.0), (fonts::regular(size.small), 6.0)];
    for in_full in [true, false] {
        for (font, padding) in types.clone() {
            let widths = natural(&font, padding, in_full);
            if widths.iter().sum::<f32>() <= room {
                return Setting { font, padding, in_full, widths: share(&widths, room) };
            }
        }
    }
    let (font, padding) = (fonts::regular(size.small), 5.0);
    let widths = share(&natural(&font, padding, false), room);
    Setting { font, padding, in_full: false, widths }
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

fn option(board: &mut Board<'_>, rect: Rect, index: usize, in_full: bool, (font, padding): (FontId, f32)) {
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
    let (look, room) = ((font, face.ink(board.tokens)), rect.width() - 2.0 * padding + 1.0);
    let cut = board.text(rect.center(), Align2::CENTER_CENTER, room, option.shown(in_full), look);
    let is_short = cut || (!in_full && option.full != option.name);
    if option.available {
        board.answer(&response, Some(index));
    } else {
        board.refuse(&response, index);
        let dot = board.pen.whole(1.0);
        dashed(&mut board.pen, rect.shrink(4.0), dot, 2.0, board.tokens.edge);
    }
    tooltip(response, is_short.then_some(option.full), option.tooltip);
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
