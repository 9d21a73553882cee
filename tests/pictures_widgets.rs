//! What the marks and the controls look like.

mod support;

use eframe::egui::{Theme, Ui, vec2, Sense, Rect, pos2};
use peace_plan_explorer::ui::{
    fonts,
    theme::{self},
    widgets::mark::{self, Look, Mark, MarkPainter, MarkShape, mark_icon},
};

fn rows() -> Vec<(&'static str, Box<dyn Fn(Mark) -> Mark>)> {
    vec![
        ("plain", Box::new(|mark| mark)),
        ("several", Box::new(|mark| Mark { count: 3, ..mark })),
        ("linked", Box::new(|mark| Mark { linked: true, ..mark })),
        ("dated", Box::new(|mark| Mark { dated: true, ..mark })),
        ("all badges", Box::new(|mark| Mark { count: 12, linked: true, dated: true, ..mark })),
        ("changed", Box::new(|mark| Mark { changed: true, count: 2, ..mark })),
        ("focused", Box::new(|mark| Mark { focused: true, ..mark })),
        ("both", Box::new(|mark| Mark { changed: true, focused: true, ..mark })),
        ("uncounted", Box::new(|mark| Mark { look: Look::Uncounted, ..mark })),
        ("preview", Box::new(|mark| Mark { look: Look::Preview, ..mark })),
    ]
}

fn marks(ui: &mut Ui) {
    let tokens = theme::tokens(ui);
    let (cell, label) = (vec2(54.0, 44.0), 90.0);
    let narrow = vec2(44.0, 39.0);
    let rows = rows();
    let size = vec2(label + 8.0 * (cell.x + narrow.x) + 16.0, rows.len() as f32 * cell.y);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(Rect::from_min_size(area.min + vec2(label, 0.0), size - vec2(label, 0.0)), 0.0, tokens.surface);
    for (row, (name, _)) in rows.iter().enumerate() {
        let at = area.min + vec2(0.0, (row as f32 + 0.5) * cell.y);
        ui.painter().text(at, eframe::egui::Align2::LEFT_CENTER, name, fonts::regular(13.0), tokens.ink_weak);
    }
    let mut painter = MarkPainter::new(ui);
    for (row, (_, change)) in rows.iter().enumerate() {
        for (column, shape) in MarkShape::ALL.into_iter().enumerate() {
            let top = area.top() + row as f32 * cell.y;
            let left = area.left() + label + column as f32 * cell.x;
            painter.add(mark::tile(Rect::from_min_size(pos2(left, top), cell)), &change(Mark::new(shape)));
            let left = area.left() + label + 8.0 * cell.x + 16.0 + column as f32 * narrow.x;
            painter.add(mark::tile(Rect::from_min_size(pos2(left, top), narrow)), &change(Mark::new(shape)));
        }
    }
    painter.paint();
    ui.add_space(8.0);
    for size in [16.0, 20.0, 28.0, 64.0] {
        ui.horizontal(|ui| {
            for shape in MarkShape::ALL {
                mark_icon(ui, shape, size);
                ui.label("Label 123");
            }
        });
    }
}

#[test]
fn marks_light_and_dark() {
    for (theme, name) in [(Theme::Light, "marks_light"), (Theme::Dark, "marks_dark")] {
        let mut harness = support::sheet([920.0, 660.0], theme, marks);
        harness.run();
        let start = std::time::Instant::now();
        harness.render().unwrap();
        eprintln!("{:?}", start.elapsed());
        harness.snapshot(name);
    }
}
