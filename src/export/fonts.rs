//! The program's own typeface, measured and shaped: what decides where lines break is what is printed.

use std::{cell::RefCell, collections::BTreeMap, ops::Range};

use harfrust::{Feature, FontRef, ShapeOptions, ShaperData, Tag, UnicodeBuffer};

use crate::ui::fonts::{REGULAR_FILE, SEMIBOLD_FILE};

/// A glyph in its place. Measures are in ems.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// The glyph's number in the font.
    pub id: u32,
    /// The bytes of the text that it stands for.
    pub range: Range<usize>,
    /// How far the next glyph is.
    pub advance: f32,
    /// How far it is moved to the right and up.
    pub offset: [f32; 2],
}

/// One weight.
struct Face {
    font: FontRef<'static>,
    data: ShaperData,
    /// Widths of words in ems.
    widths: RefCell<BTreeMap<String, f32>>,
}

/// Both weights.
pub struct Fonts {
    regular: Face,
    strong: Face,
}

impl Fonts {
    /// The typeface in both weights.
    #[must_use]
    pub fn new() -> Self {
        Self { regular: Face::new(REGULAR_FILE), strong: Face::new(SEMIBOLD_FILE) }
    }

    /// The width of a text of this size, in points.
    #[must_use]
    pub fn width(&self, text: &str, size: f32, strong: bool) -> f32 {
        let face = self.face(strong);
        if let Some(width) = face.widths.borrow().get(text) {
            return width * size;
        }
        let width = face.shape(text).iter().map(|glyph| glyph.advance).sum();
        face.widths.borrow_mut().insert(text.to_owned(), width);
        width * size
    }

    /// The glyphs of a text.
    #[must_use]
    pub fn shape(&self, text: &str, strong: bool) -> Vec<Glyph> {
        self.face(strong).shape(text)
    }

    /// True if the typeface has every letter of a text.
    #[must_use]
    pub fn has_all(&self, text: &str, strong: bool) -> bool {
        // Glyph 0 stands for letters that a font lacks.
        text.is_ascii() || self.shape(text, strong).iter().all(|glyph| glyph.id != 0)
    }

    fn face(&self, strong: bool) -> &Face {
        if strong { &self.strong } else { &self.regular }
    }
}

impl Face {
    fn new(file: &'static [u8]) -> Self {
        let font = FontRef::new(file).expect("the font is part of the program and is tested");
        let data = ShaperData::new(&font);
        Self { font, data, widths: RefCell::default() }
    }

    #[expect(clippy::cast_precision_loss, reason = "font units are far below 2^24")]
    fn shape(&self, text: &str) -> Vec<Glyph> {
        let shaper = self.data.shaper(&self.font).build();
        let em = shaper.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // By their context this typeface turns "->" into an arrow and the x of "3x4" into a sign of multiplication: what is
        // printed would not be what was written.
        let off = [Feature::new(Tag::new(b"calt"), 0, ..)];
        let shaped = shaper.shape(buffer, ShapeOptions::new().features(&off));
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let end_of = |start: usize| starts.iter().copied().filter(|other| *other > start).min().unwrap_or(text.len());
        let glyph = |(place, position): (usize, &harfrust::GlyphPosition)| Glyph {
            id: shaped.glyph_infos()[place].glyph_id,
            range: starts[place]..end_of(starts[place]),
            advance: position.x_advance as f32 / em,
            offset: [position.x_offset as f32 / em, position.y_offset as f32 / em],
        };
        shaped.glyph_positions().iter().enumerate().map(glyph).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_texts_are_wider_and_bold_ones_too() {
        let fonts = Fonts::new();
        let narrow = fonts.width("Front", 10.0, false);
        assert!(narrow > 20.0 && narrow < 30.0, "{narrow}");
        assert!(fonts.width("Front line", 10.0, false) > narrow);
        assert!(fonts.width("Front", 10.0, true) > narrow);
        assert!((fonts.width("Front", 20.0, false) - 2.0 * narrow).abs() < 0.01);
    }

    #[test]
    fn every_glyph_knows_the_letters_it_stands_for() {
        let text = "Київ é fi –";
        let glyphs = Fonts::new().shape(text, false);
        let printed: String = glyphs.iter().map(|glyph| &text[glyph.range.clone()]).collect();
        assert_eq!(printed, text);
        assert!(glyphs.iter().all(|glyph| glyph.id != 0));
        assert!(Fonts::new().has_all(text, true));
        for lacking in
            ["\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "\u{633}\u{644}\u{627}\u{645}", "\u{548c}\u{5e73}", "a \u{10db}"]
        {
            assert!(!Fonts::new().has_all(lacking, false), "{lacking}");
        }
    }

    #[test]
    fn signs_stay_as_they_are_written() {
        let fonts = Fonts::new();
        for text in ["->", "<-", "3x4", "12:30", "1-2", "(A-B)", "=>", ":)", "!="] {
            for strong in [false, true] {
                let ids = |text: &str| fonts.shape(text, strong).iter().map(|glyph| glyph.id).collect::<Vec<_>>();
                let apart: Vec<u32> = text.chars().flat_map(|letter| ids(&letter.to_string())).collect();
                assert_eq!(ids(text), apart, "{text}");
            }
        }
    }
}
