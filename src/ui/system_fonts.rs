//! Letters that our typeface lacks, from the fonts of the system, on the screen and on paper.
//!
//! The system's fonts are looked through when such a letter occurs for the first time; a start without one reads none.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use eframe::egui::{
    Context, FontData, FontFamily,
    epaint::text::{FallbackRequest, FontInsert, FontProvider},
};
use egui_system_font_provider::SystemFontProvider;
use icu_properties::{CodePointMapData, props::BidiClass};

use super::fonts::semibold_family;

static SYSTEM: LazyLock<SystemFontProvider> = LazyLock::new(SystemFontProvider::new);

/// A font of the system; it stays as long as the program.
#[derive(Clone, Copy)]
pub struct SystemFont {
    /// Its name, another for each font.
    pub name: &'static str,
    /// Its file, and which font of the file it is.
    pub data: &'static FontData,
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

/// Has the context find letters that our typeface lacks among the fonts of the system.
pub fn install(ctx: &Context) {
    ctx.add_font_provider(Arc::new(OnDemand));
}

/// The font of the system that has a letter which our typeface lacks.
#[must_use]
pub fn on_paper(letter: char, strong: bool) -> Option<SystemFont> {
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

fn is_right_to_left(letter: char) -> bool {
    let class = CodePointMapData::<BidiClass>::new().get(letter);
    matches!(class, BidiClass::RightToLeft | BidiClass::ArabicLetter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_from_right_to_left_is_taken_from_no_font() {
        for letter in ['\u{5e9}', '\u{633}', '\u{710}', '\u{7ca}'] {
            assert!(is_right_to_left(letter) && on_paper(letter, false).is_none(), "{letter}");
        }
        for letter in ['a', '\u{548c}', '\u{10db}', '\u{531}', '\u{939}', '\u{e01}', '1', ' '] {
            assert!(!is_right_to_left(letter), "{letter}");
        }
    }
}
