//! Every colour and every measure of the screen, by meaning. This is the only file that makes a colour.

#![expect(clippy::unreadable_literal, reason = "colours are written the way designers write them")]
#![expect(clippy::disallowed_methods, reason = "this is where colours are made")]

mod marks;
mod style;

use eframe::egui::{Color32, Context, Id, Theme};

pub use marks::MarkStyle;
pub use style::{install, reduce_motion};
pub(crate) use style::{is_projected, menus, project};

use super::shape::MarkShape;
use crate::app::MarkColours;

/// No colour at all: fully transparent.
pub const CLEAR: Color32 = Color32::TRANSPARENT;

/// A dot of a letter that is drawn by hand, before it takes the colour of its text.
pub(crate) const LETTER: Color32 = Color32::WHITE;

/// Sizes and distances in points at zoom 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// Running text and controls.
    pub body: f32,
    /// The smallest text there is.
    pub small: f32,
    /// Headers of the table, semibold.
    pub header: f32,
    /// Titles, semibold.
    pub title: f32,
    /// Corner radius of cells and controls.
    pub radius: f32,
    /// Height of a row of the table: narrowest, usual, and where there is room to spare.
    pub row: [f32; 3],
    /// Height of a control, and the least height or width of anything to be clicked.
    pub target: f32,
    /// Width of the focus ring and of the frame around a changed cell.
    pub ring: f32,
    /// Free space between a thing and its focus ring.
    pub ring_gap: f32,
}

/// Distances between things, in points: tight, usual, wide, apart.
pub(crate) const SPACE: [f32; 4] = [4.0, 8.0, 12.0, 16.0];

/// The colours and measures of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// True if text is light on dark.
    pub dark: bool,
    /// Text.
    pub ink: Color32,
    /// Secondary text; still at least 4.5:1 on every background.
    pub ink_weak: Color32,
    /// Text on [`Self::selected`].
    pub ink_selected: Color32,
    /// Lines between things; decoration only.
    pub line: Color32,
    /// Edges of controls: at least 3:1 against panel and surface.
    pub edge: Color32,
    /// Background of the window and its panels.
    pub panel: Color32,
    /// Background of the table, of cards and of controls.
    pub surface: Color32,
    /// Background under the pointer.
    pub hover: Color32,
    /// Background of what is chosen quietly: a row, "not in the plan".
    pub chosen: Color32,
    /// Background of the selected option; text on it is [`Self::ink_selected`].
    pub selected: Color32,
    /// Background of selected text.
    pub text_selection: Color32,
    /// The focus ring.
    pub focus: Color32,
    /// Text that asks for attention.
    pub warn: Color32,
    /// Text of something that could not be done.
    pub problem: Color32,
    /// Text that leads somewhere.
    pub link: Color32,
    /// Shadow under popups.
    pub shadow: Color32,
    /// Backgrounds of numbers, from few to many: greys, which judge nothing.
    pub ramp: [Color32; 5],
    /// Marks, in the order of [`MarkShape`].
    pub marks: [MarkStyle; MarkShape::COUNT],
    /// Sizes and distances.
    pub size: Sizes,
}

impl Tokens {
    /// The background of a number above 0: 1, 2 and 3, 4 to 7, 8 to 15, more.
    #[must_use]
    pub(crate) fn ramp(&self, n: usize) -> Color32 {
        let step = n.checked_ilog2().map_or(0, |step| step as usize);
        self.ramp[step.min(self.ramp.len() - 1)]
    }

    /// How a mark is coloured.
    #[must_use]
    pub fn mark(&self, shape: MarkShape) -> MarkStyle {
        self.marks[shape as usize]
    }
}

/// The tokens of the theme that is showing, with the marks as they were last set. A `&Ui` will do for the context.
#[must_use]
pub fn tokens(ctx: &Context) -> &'static Tokens {
    let marks = ctx.data(|data| data.get_temp(mark_colours())).unwrap_or_default();
    if is_projected(ctx) { projector(marks) } else { of(ctx.theme(), marks) }
}

/// Sets how marks are coloured from now on.
pub fn set_mark_colours(ctx: &Context, marks: MarkColours) {
    ctx.data_mut(|data| data.insert_temp(mark_colours(), marks));
}

fn mark_colours() -> Id {
    Id::unique("mark_colours")
}

/// The tokens for a wall.
#[must_use]
pub fn projector(marks: MarkColours) -> &'static Tokens {
    match marks {
        MarkColours::OrangeBlue => &PROJECTOR,
        MarkColours::Grey => &PROJECTOR_GREY,
        MarkColours::HighContrast => &PROJECTOR_CONTRAST,
    }
}

/// The tokens of a theme.
#[must_use]
pub fn of(theme: Theme, marks: MarkColours) -> &'static Tokens {
    match (theme, marks) {
        (Theme::Light, MarkColours::OrangeBlue) => &LIGHT,
        (Theme::Light, MarkColours::Grey) => &LIGHT_GREY,
        (Theme::Light, MarkColours::HighContrast) => &LIGHT_CONTRAST,
        (Theme::Dark, MarkColours::OrangeBlue) => &DARK,
        (Theme::Dark, MarkColours::Grey) => &DARK_GREY,
        (Theme::Dark, MarkColours::HighContrast) => &DARK_CONTRAST,
    }
}

const SIZES: Sizes = Sizes {
    body: 15.0,
    small: 13.0,
    header: 15.0,
    title: 20.0,
    radius: 5.0,
    row: [39.0, 44.0, 56.0],
    target: 32.0,
    ring: 3.0,
    ring_gap: 2.0,
};

/// Dark on light.
pub static LIGHT: Tokens = LIGHT_TOKENS;

/// [`LIGHT`] with grey marks.
pub(crate) static LIGHT_GREY: Tokens = Tokens { marks: marks::LIGHT_GREY, ..LIGHT_TOKENS };

/// [`LIGHT`] with the strongest contrast.
pub(crate) static LIGHT_CONTRAST: Tokens = Tokens { marks: marks::LIGHT_CONTRAST, ..LIGHT_TOKENS };

/// For a wall: dark on white, and nothing weak, since a projector in a lit room leaves a seventh of the contrast.
pub static PROJECTOR: Tokens = on_the_wall(marks::LIGHT);

/// [`PROJECTOR`] with grey marks.
pub(crate) static PROJECTOR_GREY: Tokens = on_the_wall(marks::LIGHT_GREY);

/// [`PROJECTOR`] with the strongest contrast.
pub(crate) static PROJECTOR_CONTRAST: Tokens = on_the_wall(marks::LIGHT_CONTRAST);

const fn on_the_wall(mut marks: [MarkStyle; MarkShape::COUNT]) -> Tokens {
    marks[MarkShape::Dash as usize] = marks::bare(0x1A1A1A);
    marks[MarkShape::Empty as usize] = marks::bare(0x4A4A52);
    Tokens {
        ink_weak: LIGHT_TOKENS.ink,
        line: rgb(0x9A9AA4),
        edge: rgb(0x4A4A52),
        panel: LIGHT_TOKENS.surface,
        marks,
        size: Sizes {
            body: LEAST_ON_THE_WALL[0],
            small: LEAST_ON_THE_WALL[0],
            header: LEAST_ON_THE_WALL[0],
            title: LEAST_ON_THE_WALL[1],
            ..SIZES
        },
        ..LIGHT_TOKENS
    }
}

/// The least size of text on a wall, and that of what must be read from the back row, in points.
pub(crate) const LEAST_ON_THE_WALL: [f32; 2] = [15.0, 22.5];

/// A screen that shows nothing.
pub(crate) const BLANK: Color32 = Color32::BLACK;

const LIGHT_TOKENS: Tokens = Tokens {
    dark: false,
    ink: rgb(0x1A1A1A),
    ink_weak: rgb(0x4A4A4A),
    ink_selected: rgb(0xFFFFFF),
    line: rgb(0xD5D5DA),
    edge: rgb(0x85858F),
    panel: rgb(0xF1F1F4),
    surface: rgb(0xFFFFFF),
    hover: rgb(0xE4E6EC),
    chosen: rgb(0xDADCE3),
    selected: rgb(0x1A1A1A),
    text_selection: rgb(0xB9D7F2),
    focus: rgb(0xB00078),
    warn: rgb(0x7A4300),
    problem: rgb(0x8C2F00),
    link: rgb(0x0B4F9E),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 28),
    ramp: [rgb(0xECEDF1), rgb(0xDDDFE5), rgb(0xCCCED6), rgb(0xB9BCC6), rgb(0xA6A9B5)],
    marks: marks::LIGHT,
    size: SIZES,
};

/// Light on dark; for desks, not for projectors.
pub(crate) static DARK: Tokens = DARK_TOKENS;

/// [`DARK`] with grey marks.
pub(crate) static DARK_GREY: Tokens = Tokens { marks: marks::DARK_GREY, ..DARK_TOKENS };

/// [`DARK`] with the strongest contrast.
pub(crate) static DARK_CONTRAST: Tokens = Tokens { marks: marks::DARK_CONTRAST, ..DARK_TOKENS };

const DARK_TOKENS: Tokens = Tokens {
    dark: true,
    ink: rgb(0xF0F0F4),
    ink_weak: rgb(0xBEBEC8),
    ink_selected: rgb(0x17181C),
    line: rgb(0x3A3B44),
    edge: rgb(0x7E7F8C),
    panel: rgb(0x1E1F25),
    surface: rgb(0x15161A),
    hover: rgb(0x2C2E37),
    chosen: rgb(0x393C48),
    selected: rgb(0xF0F0F4),
    text_selection: rgb(0x1B4A7A),
    focus: rgb(0xFF7AD0),
    warn: rgb(0xFFC27A),
    problem: rgb(0xFFA98C),
    link: rgb(0x8FC4FF),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 110),
    ramp: [rgb(0x25272E), rgb(0x31343E), rgb(0x3F434F), rgb(0x4D5261), rgb(0x5C6273)],
    marks: marks::DARK,
    size: SIZES,
};

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&Tokens; 9] = [
        &LIGHT,
        &DARK,
        &PROJECTOR,
        &LIGHT_GREY,
        &DARK_GREY,
        &PROJECTOR_GREY,
        &LIGHT_CONTRAST,
        &DARK_CONTRAST,
        &PROJECTOR_CONTRAST,
    ];

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(color: Color32) -> f64 {
        let channel = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[track_caller]
    fn at_least(ratio: f64, what: &str, a: Color32, b: Color32) {
        let found = contrast(a, b);
        assert!(found >= ratio, "{what}: {a:?} on {b:?} is {found:.2}:1, not {ratio}:1");
    }

    #[test]
    fn every_text_is_readable_on_every_background() {
        for theme in ALL {
            for ground in [theme.panel, theme.surface, theme.hover, theme.chosen] {
                at_least(7.0, "ink", theme.ink, ground);
                at_least(4.5, "weak ink", theme.ink_weak, ground);
            }
            for ground in [theme.panel, theme.surface, theme.hover] {
                at_least(4.5, "warning", theme.warn, ground);
                at_least(4.5, "problem", theme.problem, ground);
                at_least(4.5, "link", theme.link, ground);
            }
            at_least(7.0, "selected option", theme.ink_selected, theme.selected);
            at_least(4.5, "selected text", theme.ink, theme.text_selection);
        }
    }

    #[test]
    fn numbers_are_readable_on_a_ramp_of_greys_that_darkens_with_them() {
        for theme in [&LIGHT, &DARK] {
            for pair in theme.ramp.windows(2) {
                assert!(contrast(pair[1], theme.surface) > contrast(pair[0], theme.surface));
            }
            for ground in theme.ramp {
                at_least(4.5, "a number", theme.ink, ground);
                let [red, green, blue, _] = ground.to_array();
                assert!(red.abs_diff(green) < 8 && blue.abs_diff(red) < 24, "{ground:?} is no grey");
            }
        }
        assert_eq!(
            [1, 2, 3, 4, 7, 8, 15, 16, 900].map(|n| LIGHT.ramp(n)),
            [0, 1, 1, 2, 2, 3, 3, 4, 4].map(|at| LIGHT.ramp[at])
        );
    }

    #[test]
    fn edges_and_focus_can_be_told_from_what_is_around_them() {
        for theme in ALL {
            for ground in [theme.panel, theme.surface] {
                at_least(3.0, "edge of a control", theme.edge, ground);
                at_least(4.5, "focus ring", theme.focus, ground);
            }
        }
    }

    #[test]
    fn marks_are_readable_on_their_fill_and_alone() {
        for theme in ALL {
            for (place, style) in theme.marks.iter().enumerate() {
                let bare = style.fill == CLEAR;
                for fill in [style.fill, style.fill_right] {
                    if !bare {
                        at_least(4.5, &format!("ink of mark {place}"), style.ink, fill);
                    }
                }
                // The dots of an empty cell are decoration: 3:1 is enough.
                let needed = if place == MarkShape::Empty as usize { 3.0 } else { 4.5 };
                for ground in [theme.panel, theme.surface] {
                    at_least(needed, &format!("mark {place} alone"), style.solo, ground);
                }
            }
        }
    }

    #[test]
    fn high_contrast_is_high() {
        for theme in [&LIGHT_CONTRAST, &DARK_CONTRAST] {
            for (place, style) in theme.marks.iter().enumerate().filter(|(_, style)| style.fill != CLEAR) {
                at_least(7.0, &format!("ink of mark {place}"), style.ink, style.fill);
                at_least(7.0, &format!("ink of mark {place}"), style.ink, style.fill_right);
            }
        }
    }

    #[test]
    fn grey_is_grey() {
        for theme in [&LIGHT_GREY, &DARK_GREY] {
            for style in theme.marks {
                for color in [style.fill, style.fill_right, style.ink, style.solo, style.edge, style.hatch] {
                    assert!(color.r() == color.g() && color.g() == color.b(), "{color:?}");
                }
            }
        }
    }
}
