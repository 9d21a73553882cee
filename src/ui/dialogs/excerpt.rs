//! The lines of a file around a problem, with its place marked.

use eframe::egui::{Grid, Label, RichText, Stroke, Ui};

use crate::{
    app::{Action, Excerpt},
    ui::{fonts, view::View},
    wording::files as texts,
};

use super::page;

/// Draws the lines.
pub(super) fn excerpt(ui: &mut Ui, view: &View<'_>, excerpt: &Excerpt, out: &mut Vec<Action>) {
    page(ui, view, &texts::excerpt_title(excerpt), 760.0, out, |ui| {
        ui.label(&excerpt.problem);
        ui.add_space(8.0);
        Grid::new("excerpt").num_columns(2).spacing([12.0, 4.0]).show(ui, |ui| {
            for (number, line) in (excerpt.first..).zip(&excerpt.lines) {
                ui.label(RichText::new(number.to_string()).color(view.tokens.ink_weak));
                if number == excerpt.line {
                    marked(ui, view, excerpt, line)
                } else {
                    plain(ui, line)
                }
                ui.end_row();
            }
        });
    });
}

fn plain(ui: &mut Ui, line: &str) {
    ui.add(Label::new(line).wrap());
}

/// The line in semibold, with a stroke under the place of the problem.
fn marked(ui: &mut Ui, view: &View<'_>, excerpt: &Excerpt, line: &str) {
    let font = fonts::semibold(view.tokens.size.body);
    let response = ui.add(Label::new(RichText::new(line).font(font.clone())).wrap());
    let width = |text: String| ui.painter().layout_no_wrap(text, font.clone(), view.tokens.ink).size().x;
    let before = width(line.chars().take(excerpt.column.saturating_sub(1)).collect());
    let at = line.chars().nth(excerpt.column.saturating_sub(1)).map_or_else(|| "n".to_owned(), String::from);
    let left = response.rect.left() + before;
    if left + 4.0 <= response.rect.right() + 16.0 {
        let stroke = Stroke::new(view.tokens.size.ring, view.tokens.problem);
        ui.painter().hline(left..=left + width(at).max(6.0), response.rect.bottom() + 1.0, stroke);
    }
}
