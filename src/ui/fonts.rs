//! The program's own typeface, so that it looks the same on every PC and needs no fonts installed there.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontId};

/// Name of the family that holds the semibold weight.
pub(crate) const SEMIBOLD: &str = "semibold";

/// The regular weight, as a font file.
pub(crate) const REGULAR_FILE: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// The semibold weight, as a font file.
pub(crate) const SEMIBOLD_FILE: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// Replaces all fonts of the context by ours. Call it before the first frame: without it there is no font at all.
///
/// Monospace is the same typeface: nothing here is set in columns of letters, and a third file would buy nothing.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, file) in [("inter", REGULAR_FILE), ("inter-semibold", SEMIBOLD_FILE)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(file)));
    }
    fonts.families.insert(FontFamily::Proportional, vec!["inter".to_owned()]);
    fonts.families.insert(FontFamily::Monospace, vec!["inter".to_owned()]);
    fonts.families.insert(semibold_family(), vec!["inter-semibold".to_owned(), "inter".to_owned()]);
    ctx.set_fonts(fonts);
}

/// The semibold family.
#[must_use]
pub fn semibold_family() -> FontFamily {
    FontFamily::Name(SEMIBOLD.into())
}

/// The regular weight at `size` points.
#[must_use]
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// The semibold weight at `size` points.
#[must_use]
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, semibold_family())
}
