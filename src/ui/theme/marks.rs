//! The colours of the marks. Their shapes are the same in all of these; colour is never the only difference.

use eframe::egui::Color32;

use super::{CLEAR, rgb};
use crate::ui::shape::MarkShape;

/// How one kind of mark is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkStyle {
    /// Fill of the cell; [`CLEAR`] for none.
    pub fill: Color32,
    /// Fill of the right half; the same as `fill` unless the cell is split.
    pub fill_right: Color32,
    /// The shape, and text on the fill.
    pub ink: Color32,
    /// The shape where there is no fill: in previews, and for marks that stand in running text.
    pub solo: Color32,
    /// A line around the fill; [`CLEAR`] for none.
    pub edge: Color32,
    /// Slanted lines on `fill`, the left half of a split cell; [`CLEAR`] for none.
    pub hatch: Color32,
}

/// Colours of all marks, in the order of [`MarkShape`].
type Marks = [MarkStyle; MarkShape::COUNT];

/// On light, from orange to blue.
pub(super) const LIGHT: Marks = [
    plain(0x5A1E00, 0xFFFFFF, 0x5A1E00),
    plain(0xB85C00, 0xFFFFFF, 0x9C4E00),
    plain(0xFBD7A6, 0x7A3A00, 0x7A3A00),
    split(0xFBD7A6, 0xB9D7F2, 0x2B2440, 0x2B2440),
    plain(0xB9D7F2, 0x0B3C6F, 0x0B3C6F),
    plain(0x1F5FA8, 0xFFFFFF, 0x1F5FA8),
    bare(0x5A5A5A),
    bare(0x5A5A5A),
    bare(0x85858F),
];

/// On dark, from orange to blue.
pub(super) const DARK: Marks = [
    plain(0xFFB45C, 0x1A1A1A, 0xFFB45C),
    plain(0xC46A10, 0x000000, 0xE8923C),
    plain(0x4A3014, 0xFFD9A8, 0xFFD9A8),
    split(0x4A3014, 0x1B3D5E, 0xEDE9F7, 0xEDE9F7),
    plain(0x1B3D5E, 0xCFE6FF, 0xCFE6FF),
    plain(0x5AA9F0, 0x10161C, 0x5AA9F0),
    bare(0xB8B8C0),
    bare(0xB8B8C0),
    bare(0x7E7F8C),
];

/// On light, in greys.
pub(super) const LIGHT_GREY: Marks = [
    plain(0x1F1F1F, 0xFFFFFF, 0x1F1F1F),
    plain(0x6A6A6A, 0xFFFFFF, 0x4E4E4E).hatched(0x565656),
    plain(0xE4E4E4, 0x2E2E2E, 0x4E4E4E).hatched(0xC2C2C2).edged(0x8A8A8A),
    split(0xE4E4E4, 0xFBFBFB, 0x1A1A1A, 0x1A1A1A).hatched(0xC2C2C2).edged(0x8A8A8A),
    plain(0xFBFBFB, 0x2E2E2E, 0x2E2E2E).edged(0x8A8A8A),
    plain(0xCDCDCD, 0x1A1A1A, 0x3A3A3A).edged(0x8A8A8A),
    bare(0x5A5A5A),
    bare(0x5A5A5A),
    bare(0x858585),
];

/// On dark, in greys.
pub(super) const DARK_GREY: Marks = [
    plain(0xF2F2F2, 0x141414, 0xF2F2F2),
    plain(0xA2A2A2, 0x0E0E0E, 0xC8C8C8).hatched(0xB6B6B6),
    plain(0x383838, 0xF0F0F0, 0xD0D0D0).hatched(0x545454).edged(0x8A8A8A),
    split(0x383838, 0x1C1C1C, 0xF4F4F4, 0xF4F4F4).hatched(0x545454).edged(0x8A8A8A),
    plain(0x1C1C1C, 0xF0F0F0, 0xF0F0F0).edged(0x8A8A8A),
    plain(0x565656, 0xFFFFFF, 0xD8D8D8).edged(0x8A8A8A),
    bare(0xB8B8B8),
    bare(0xB8B8B8),
    bare(0x808080),
];

/// On light, with the strongest contrast.
pub(super) const LIGHT_CONTRAST: Marks = [
    plain(0x000000, 0xFFFFFF, 0x000000),
    plain(0x7A2E00, 0xFFFFFF, 0x7A2E00),
    plain(0xFFFFFF, 0x5A1E00, 0x5A1E00).edged(0x5A1E00),
    split(0xFFFFFF, 0xFFFFFF, 0x000000, 0x000000).edged(0x000000),
    plain(0xFFFFFF, 0x002E5D, 0x002E5D).edged(0x002E5D),
    plain(0x003C82, 0xFFFFFF, 0x003C82),
    bare(0x1A1A1A),
    bare(0x1A1A1A),
    bare(0x5A5A5A),
];

/// On dark, with the strongest contrast.
pub(super) const DARK_CONTRAST: Marks = [
    plain(0xFFFFFF, 0x000000, 0xFFFFFF),
    plain(0xFFB45C, 0x000000, 0xFFB45C),
    plain(0x000000, 0xFFCC90, 0xFFCC90).edged(0xFFCC90),
    split(0x000000, 0x000000, 0xFFFFFF, 0xFFFFFF).edged(0xFFFFFF),
    plain(0x000000, 0xB4DAFF, 0xB4DAFF).edged(0xB4DAFF),
    plain(0x8CC8FF, 0x000000, 0x8CC8FF),
    bare(0xF0F0F0),
    bare(0xF0F0F0),
    bare(0xB8B8C0),
];

const fn plain(fill: u32, ink: u32, solo: u32) -> MarkStyle {
    split(fill, fill, ink, solo)
}

const fn split(left: u32, right: u32, ink: u32, solo: u32) -> MarkStyle {
    let (fill, fill_right, ink, solo) = (rgb(left), rgb(right), rgb(ink), rgb(solo));
    MarkStyle { fill, fill_right, ink, solo, edge: CLEAR, hatch: CLEAR }
}

pub(super) const fn bare(ink: u32) -> MarkStyle {
    let ink = rgb(ink);
    MarkStyle { fill: CLEAR, fill_right: CLEAR, ink, solo: ink, edge: CLEAR, hatch: CLEAR }
}

impl MarkStyle {
    const fn edged(self, edge: u32) -> Self {
        Self { edge: rgb(edge), ..self }
    }

    const fn hatched(self, hatch: u32) -> Self {
        Self { hatch: rgb(hatch), ..self }
    }
}
