//! Rows of a few columns that break their lines where the window is narrow, instead of making the dialog wider than it.

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use crate::ui::{fonts, view::View, widgets::control::width};

/// Space between two columns, in points.
const GAP: f32 = 16.0;

/// What a column may take of the width where not all have room, as a part of it.
const MOST: f32 = 0.4;

/// Draws rows of which the first text is bold.
pub(super) fn columns<const N: usize>(ui: &mut Ui, view: &View<'_>, rows: &[[String; N]]) {
    let size = view.tokens.size.body;
    let mut widths = [0.0_f32; N];
    for row in rows {
        for (nth, (text, widest)) in row.iter().zip(&mut widths).enumerate() {
            let font = if nth == 0 { fonts::semibold(size) } else { fonts::regular(size) };
            *widest = widest.max(width(ui, text, font).ceil());
        }
    }
    let whole = ui.available_width();
    let fits = widths.iter().map(|width| width + GAP).sum::<f32>() <= whole;
    let mut left = whole;
    for (nth, width) in widths.iter_mut().enumerate() {
        let most = if fits { *width } else { width.min(MOST * whole) };
        *width = if nth + 1 == N { left.max(0.0) } else { most };
        left -= *width + GAP;
    }
    for row in rows {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (nth, (text, width)) in row.iter().zip(widths).enumerate() {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    let text = RichText::new(text);
                    let text = if nth == 0 { text.font(fonts::semibold(size)) } else { text };
                    ui.add(Label::new(text).wrap());
                });
            }
        });
    }
}
