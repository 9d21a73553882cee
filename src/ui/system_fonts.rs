//! Letters that our typeface lacks, from the fonts of the system, on the screen and on paper. Those that no font has, and
//! those that run from right to left, are hollow boxes in both.
//!
//! The system's fonts are looked through when such a letter occurs for the first time; a start without one reads none.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use eframe::egui::{
    ColorImage, Context, FontData, FontFamily,
    epaint::text::{
        FallbackRequest, FontInsert, FontPriority, FontProvider, GlyphBitmap, GlyphRasterizer, GlyphRasterizerRequest,
        RasterizedGlyph,
    },
    vec2,
};
use egui_system_font_provider::SystemFontProvider;
use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{BidiClass, DefaultIgnorableCodePoint},
};

use super::{
    counts::to_f32,
    fonts::semibold_family,
    theme::{CLEAR, LETTER},
};

static SYSTEM: LazyLock<SystemFontProvider> = LazyLock::new(SystemFontProvider::new);

/// A font of the system; it stays as long as the program.
#[derive(Clone, Copy)]
pub(crate) struct SystemFont {
    /// Its name, another for each font.
    pub(crate) name: &'static str,
    /// Its file, and which font of the file it is.
    pub(crate) data: &'static FontData,
}

/// The fonts that have been used on paper, by name.
static ON_PAPER: Mutex<BTreeMap<String, SystemFont>> = Mutex::new(BTreeMap::new());

/// Asks the system only when a letter is lacking.
struct OnDemand;

impl FontProvider for OnDemand {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        font_for(request)
    }
}

/// Has the context find letters that our typeface lacks among the fonts of the system, and draw boxes for the others.
///
/// A letter that runs from right to left is a box before any font is asked: shaped with the text around it, it would turn
/// that round as well.
pub(crate) fn install(ctx: &Context) {
    ctx.add_font_provider(Arc::new(OnDemand));
    let right_to_left = |asked: &GlyphRasterizerRequest<'_>| {
        asked.cluster.chars().any(is_right_to_left).then(|| hollow_box(asked.font_size_px))
    };
    let in_no_font =
        |asked: &GlyphRasterizerRequest<'_>| asked.cluster.chars().any(shows).then(|| hollow_box(asked.font_size_px));
    ctx.add_glyph_rasterizer(GlyphRasterizer::new("right to left", right_to_left).with_priority(FontPriority::Highest));
    ctx.add_glyph_rasterizer(GlyphRasterizer::new("in no font", in_no_font));
}

/// A box that stands on the line, as on paper.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a letter has a few pixels")]
fn hollow_box(size: f32) -> RasterizedGlyph {
    let [width, height, line] = [0.56, 0.72, 0.06].map(|part| (size * part).round().max(1.0) as usize);
    let mut image = ColorImage::filled([width, height], CLEAR);
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        if x < line || y < line || x + line >= width || y + line >= height {
            image[(x, y)] = LETTER;
        }
    }
    let beside = (size * 0.06).round();
    let offset_px = vec2(beside, -to_f32(height));
    RasterizedGlyph {
        bitmap: GlyphBitmap { image, offset_px, is_color: false },
        advance_px: to_f32(width) + 2.0 * beside,
    }
}

/// True for a letter that takes room and ink, were there a font for it.
fn shows(letter: char) -> bool {
    !(letter.is_control() || letter.is_whitespace() || is_ignorable(letter))
}

fn is_ignorable(letter: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter)
}

/// The font of the system that has a letter which our typeface lacks.
#[must_use]
pub(crate) fn on_paper(letter: char, strong: bool) -> Option<SystemFont> {
    let family = if strong { semibold_family() } else { FontFamily::Proportional };
    let found = font_for(&FallbackRequest { cluster: letter.encode_utf8(&mut [0; 4]), family: &family })?;
    let mut known = ON_PAPER.lock().unwrap_or_else(PoisonError::into_inner);
    // A handful of fonts, each kept once: what is laid out borrows from it.
    let keep = || SystemFont { name: found.name.clone().leak(), data: Box::leak(Box::new(found.data)) };
    Some(*known.entry(found.name.clone()).or_insert_with(keep))
}

fn font_for(request: &FallbackRequest<'_>) -> Option<FontInsert> {
    // In the wrong order they could not be read: such text is told to be unreadable instead.
    if request.cluster.chars().any(is_right_to_left) {
        return None;
    }
    SYSTEM.font_for(request)
}

/// True for a letter that neither window nor paper can set.
#[must_use]
pub(crate) fn is_right_to_left(letter: char) -> bool {
    // Most letters by far, without a look at a table.
    if letter < '\u{590}' {
        return false;
    }
    let class = CodePointMapData::<BidiClass>::new().get(letter);
    matches!(class, BidiClass::RightToLeft | BidiClass::ArabicLetter) && !is_ignorable(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without the box, the letters after it are set from right to left as well.
    #[test]
    fn letters_that_run_from_right_to_left_turn_nothing_around() {
        let ctx = Context::default();
        super::super::fonts::install(&ctx);
        install(&ctx);
        let text = "\u{62e}\u{637}\u{629} of 15";
        let mut seen = String::new();
        let mut output = ctx.run_ui(eframe::egui::RawInput::default(), |ui| {
            let font = super::super::fonts::regular(14.0);
            let laid_out = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, CLEAR));
            let mut glyphs: Vec<_> = laid_out.rows[0].glyphs.iter().map(|glyph| (glyph.pos.x, glyph.chr)).collect();
            glyphs.sort_by(|a, b| a.0.total_cmp(&b.0));
            seen = glyphs.iter().map(|(_, letter)| letter).collect();
        });
        output.textures_delta.clear();
        assert_eq!(seen, text);
    }

    #[test]
    fn what_runs_from_right_to_left_is_taken_from_no_font() {
        for letter in ['\u{5e9}', '\u{633}', '\u{710}', '\u{7ca}'] {
            assert!(is_right_to_left(letter) && on_paper(letter, false).is_none(), "{letter}");
        }
        for letter in ['\u{200f}', 'a', '\u{548c}', '\u{10db}', '\u{531}', '\u{939}', '\u{e01}', '1', ' '] {
            assert!(!is_right_to_left(letter), "{letter}");
        }
    }
}
