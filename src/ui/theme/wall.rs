//! For a wall: dark on white, and nothing weak, since a projector in a lit room leaves a seventh of the contrast.

use eframe::egui::Color32;

use super::{CLEAR, LIGHT_TOKENS, MarkStyle, SIZES, Sizes, Tokens, marks, rgb};
use crate::{app::MarkColours, ui::widgets::mark::MarkShape};

/// The tokens for a wall.
pub static WALL: Tokens = on_a_wall(marks::LIGHT);

/// [`WALL`] with grey marks.
pub static WALL_GREY: Tokens = on_a_wall(marks::LIGHT_GREY);

/// [`WALL`] with the strongest contrast.
pub static WALL_CONTRAST: Tokens = on_a_wall(marks::LIGHT_CONTRAST);

/// A screen that shows nothing.
pub const BLANK: Color32 = rgb(0x000000);

/// The tokens for a wall with these marks.
pub(super) fn of(marks: MarkColours) -> &'static Tokens {
    match marks {
        MarkColours::OrangeBlue => &WALL,
        MarkColours::Grey => &WALL_GREY,
        MarkColours::HighContrast => &WALL_CONTRAST,
    }
}

const fn on_a_wall(mut marks: [MarkStyle; MarkShape::COUNT]) -> Tokens {
    // What says that nothing is on file must be seen from the back row as well.
    marks[MarkShape::Dash as usize] = bare(rgb(0x1A1A1A));
    marks[MarkShape::Empty as usize] = bare(rgb(0x4A4A52));
    Tokens {
        ink_weak: LIGHT_TOKENS.ink,
        line: rgb(0x9A9AA4),
        edge: rgb(0x4A4A52),
        panel: LIGHT_TOKENS.surface,
        marks,
        size: Sizes { small: SIZES.body, title: SIZES.body * 1.5, ..SIZES },
        ..LIGHT_TOKENS
    }
}

const fn bare(ink: Color32) -> MarkStyle {
    MarkStyle { fill: CLEAR, fill_right: CLEAR, ink, solo: ink, edge: CLEAR, hatch: CLEAR }
}
