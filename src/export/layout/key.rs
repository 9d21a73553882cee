//! Keys to what stands on a sheet: marks and answers with their meaning.

use super::{
    BODY, SMALL,
    pen::{Pen, moved},
    text::{self, Style, base_line, wrapped},
};
use crate::{
    analysis::Mark,
    app::{Item, Shade, TextLine, TextRole},
    export::model::Rich,
};

/// Side of the drawings in a legend.
const KEY: f32 = 13.0;
/// Between a drawing and the paragraph beside it.
const BESIDE: f32 = 8.0;

impl Pen<'_> {
    /// Marks with their meaning and a remark, as many on a line as fit.
    pub(super) fn legend(&mut self, marks: &[(Mark, String)], remark: &str) {
        let mut entries: Vec<(Vec<Item>, &str)> =
            marks.iter().map(|(mark, text)| (self.mark(*mark, KEY), text.as_str())).collect();
        entries.push((Vec::new(), remark));
        self.key(&entries);
    }

    /// Marks under each other, each with a paragraph beside it that is never torn from it.
    pub(super) fn meanings(&mut self, marks: &[(Mark, Rich)]) {
        for (place, (mark, text)) in marks.iter().enumerate() {
            let lines = wrapped(self.fonts, text, self.width() - KEY - BESIDE, BODY);
            let height = text::height(&lines, self.density.leading).max(KEY);
            self.need(height);
            let at = [self.left(), self.y];
            self.set_role(Some(TextRole::Sign(place)));
            self.mark(*mark, KEY).into_iter().for_each(|item| self.add(moved(item, at)));
            self.set_role(Some(TextRole::Entry(place)));
            self.draw_lines(&lines, [at[0] + KEY + BESIDE, at[1]]);
            self.y += height + self.density.gap * 0.5;
        }
    }

    /// Answers with their meaning.
    pub(super) fn answers(&mut self, answers: &[(String, String)]) {
        let draw = |answer: &str| {
            let style = Style { size: BODY, strong: true, shade: Shade::Ink };
            let line = style.line(self.fonts, answer, [0.0, base_line(0.0, KEY, BODY)]);
            let at = [(KEY - line.width) / 2.0, line.at[1]];
            vec![
                Item::Rect { rect: [0.0, 0.0, KEY, KEY], radius: 2.0, line: Some(0.8), shade: Shade::Edge },
                Item::Text(TextLine { at, ..line }),
            ]
        };
        let entries: Vec<(Vec<Item>, &str)> = answers.iter().map(|(key, text)| (draw(key), text.as_str())).collect();
        self.key(&entries);
    }

    fn key(&mut self, entries: &[(Vec<Item>, &str)]) {
        let style = Style { size: SMALL, strong: false, shade: Shade::Ink };
        let (row, between) = (KEY + 3.0, 12.0);
        let mut x = 0.0;
        self.need(row);
        for (place, (drawing, text)) in entries.iter().enumerate() {
            let drawn = if drawing.is_empty() { 0.0 } else { KEY + 5.0 };
            let width = drawn + self.fonts.width(text, SMALL, false);
            if x > 0.0 && x + width > self.width() {
                x = 0.0;
                self.y += row;
                self.need(row);
            }
            let at = [self.left() + x, self.y];
            self.set_role(Some(TextRole::Sign(place)));
            drawing.iter().for_each(|item| self.add(moved(item.clone(), at)));
            self.set_role(Some(TextRole::Entry(place)));
            self.label(text, [at[0] + drawn, at[1]], KEY, style);
            x += width + between;
        }
        self.y += row;
    }
}
