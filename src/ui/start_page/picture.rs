//! The table of a plan, drawn small.

use eframe::egui::{Mesh, Painter, Rect, Shape, pos2, vec2};

use crate::{
    analysis::Mark,
    app::Miniature,
    ui::{
        counts::to_f32,
        marks::shape,
        theme::{CLEAR, Tokens},
    },
};

/// Draws it into `rect`; where verdicts are hidden without its marks.
pub(super) fn picture(painter: &Painter, rect: Rect, tokens: &Tokens, table: &Miniature, is_hidden: bool) {
    let (n_rows, n_columns) = (table.rows.len(), table.rows.first().map_or(0, Vec::len));
    if n_rows == 0 || n_columns == 0 {
        return;
    }
    let cell = vec2(rect.width() / to_f32(n_columns), rect.height() / to_f32(n_rows));
    let gap = (cell.min_elem() * 0.14).clamp(0.5, 2.0);
    let mut mesh = Mesh::default();
    for (row, marks) in table.rows.iter().enumerate() {
        for (column, mark) in marks.iter().enumerate() {
            let corner = rect.min + vec2(cell.x * to_f32(column), cell.y * to_f32(row));
            let tile = Rect::from_min_size(corner, cell).shrink(gap);
            let mark = if is_hidden { Mark::Empty } else { *mark };
            let style = tokens.mark(shape(mark));
            if style.fill == CLEAR {
                let dash = if mark == Mark::Empty { vec2(1.5, 1.5) } else { vec2(tile.width() * 0.5, 1.2) };
                mesh.add_colored_rect(Rect::from_center_size(tile.center(), dash), tokens.edge);
            } else {
                let middle = pos2(tile.center().x, tile.max.y);
                mesh.add_colored_rect(tile, style.fill_right);
                mesh.add_colored_rect(Rect::from_min_max(tile.min, middle), style.fill);
            }
        }
    }
    painter.add(Shape::mesh(mesh));
}
