//! One cell of the matrix, as it is painted there and in its legend.

use eframe::egui::{Align2, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::{
    ui::{fonts, view::View},
    wording::ui::parties as words,
};

/// On how many terms two parties clash, and of how many.
pub(super) type Counted = (usize, usize);

/// Two numbers on their grey, on none for a nought, or a slash where nothing is on file: a dash is not used, since
/// everywhere else it is silence. A cell of the diagonal has an edge.
pub(super) fn paint(ui: &Ui, view: &View<'_>, tile: Rect, ((n, of), is_silent): (Counted, bool), is_within: bool) {
    let tokens = view.tokens;
    let painter = ui.painter();
    if is_within {
        painter.rect_stroke(tile, tokens.size.radius, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    }
    if is_silent {
        let slash = tile.shrink2(vec2(tile.width() * 0.5 - 5.0, tile.height() * 0.5 - 5.0));
        painter.line_segment([slash.left_bottom(), slash.right_top()], Stroke::new(1.0, tokens.edge));
        return;
    }
    let ink = if n == 0 { tokens.ink_weak } else { tokens.ink };
    if n > 0 {
        painter.rect_filled(tile, tokens.size.radius, tokens.ramp(n));
    }
    let fits = tile.width() >= 34.0;
    let font = fonts::regular(if fits { tokens.size.small } else { tokens.size.body });
    let text = if fits { words::counted(n, of) } else { n.to_string() };
    painter.text(tile.center(), Align2::CENTER_CENTER, text, font, ink);
}
