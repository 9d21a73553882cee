//! What a field does not take is told, never cut without a word.

use eframe::egui::{RichText, Ui};

use super::view::View;
use crate::wording::ui as words;

/// Under a field that is full: that what is typed or pasted beyond is not taken.
pub(super) fn told(ui: &mut Ui, view: &View<'_>, text: &str, limit: usize) {
    if text.chars().count() >= limit {
        ui.label(RichText::new(words::full(limit)).small().color(view.tokens.warn));
    }
}
