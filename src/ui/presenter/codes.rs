//! Whose codes stand over the columns, under the table: a class does not know them.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Role, Ui, Vec2, pos2, vec2};

use super::{text, wall_id};
use crate::{
    domain::PartyIx,
    ui::{fonts, view::View},
    wording::presenter as texts,
};

/// Height of a line, and the space after a code and after an entry, in points.
const LINE: f32 = 19.0;
const AFTER_CODE: f32 = 5.0;
const APART: f32 = 12.0;

/// A code, the name it stands for, and where both stand.
struct Entry {
    party: PartyIx,
    code: Arc<Galley>,
    name: Arc<Galley>,
    at: Vec2,
}

/// The codes, in the order of the columns. What is its own name is not among them.
pub(super) struct Codes {
    entries: Vec<Entry>,
    /// Height in points.
    pub height: f32,
}

impl Codes {
    /// Lays the codes out for this width.
    pub(super) fn new(ui: &Ui, view: &View<'_>, width: f32) -> Self {
        let (mut x, mut y) = (0.0, 0.0);
        let mut entries = Vec::new();
        let line = |text: &str, font| text::wrapped(ui, text, font, view.tokens.ink, f32::INFINITY);
        let size = view.tokens.size.small;
        for column in &view.columns {
            let (code, name) = texts::party(view.dossier().party(column.party));
            if name.is_empty() {
                continue;
            }
            let (code, name) = (line(&code, fonts::semibold(size)), line(&name, fonts::regular(size)));
            let entry = code.size().x + AFTER_CODE + name.size().x;
            if x + entry > width && x > 0.0 {
                (x, y) = (0.0, y + LINE);
            }
            entries.push(Entry { party: column.party, code, name, at: vec2(x, y) });
            x += entry + APART;
        }
        let height = if entries.is_empty() { 0.0 } else { y + LINE };
        Self { entries, height }
    }

    /// Draws them with their upper left corner at that of `rect`.
    pub(super) fn draw(self, ui: &Ui, view: &View<'_>, rect: Rect) {
        for Entry { party, code, name, at } in self.entries {
            let start = rect.min + at;
            let middle = start.y + LINE / 2.0;
            let after = start.x + code.size().x + AFTER_CODE;
            let whole = Rect::from_min_max(start, pos2(after + name.size().x, start.y + LINE));
            ui.painter().galley(pos2(start.x, middle - code.size().y / 2.0), code, view.tokens.ink);
            ui.painter().galley(pos2(after, middle - name.size().y / 2.0), name, view.tokens.ink);
            let said = texts::code(view.dossier().party(party));
            text::name(ui, whole, wall_id().with(("code", party)), Role::Label, said);
        }
    }
}
