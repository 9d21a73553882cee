//! The program's own typeface, measured and shaped: what decides where lines break is what is printed. Letters that it
//! lacks come from the fonts of the system, where there are such.

use std::{cell::RefCell, collections::BTreeMap, ops::Range};

use harfrust::{Feature, FontRef, ShapeOptions, ShaperData, Tag, UnicodeBuffer};

use crate::ui::{
    fonts::{REGULAR_FILE, SEMIBOLD_FILE},
    system_fonts::{SystemFont, on_paper},
};

/// A glyph in its place. Measures are in ems.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// The font of the system that it is from, by its place in [`Fonts::system_font`]; `None` for our own typeface.
    pub of_the_system: Option<usize>,
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

/// Fonts of the system that were needed, and which letter is in which.
#[derive(Default)]
struct System {
    faces: Vec<(SystemFont, Face)>,
    letters: BTreeMap<(char, bool), Option<usize>>,
}

/// Both weights.
pub(super) struct Fonts {
    regular: Face,
    strong: Face,
    system: RefCell<System>,
}

impl Fonts {
    /// The typeface in both weights.
    #[must_use]
    pub(super) fn new() -> Self {
        let own = |file| Face::new(file, 0).expect("the font is part of the program and is tested");
        Self { regular: own(REGULAR_FILE), strong: own(SEMIBOLD_FILE), system: RefCell::default() }
    }

    /// The width of a text of this size, in points.
    #[must_use]
    pub(super) fn width(&self, text: &str, size: f32, strong: bool) -> f32 {
        let widths = &self.face(strong).widths;
        if let Some(width) = widths.borrow().get(text) {
            return width * size;
        }
        let width = self.shape(text, strong).iter().map(|glyph| glyph.advance).sum();
        widths.borrow_mut().insert(text.to_owned(), width);
        width * size
    }

    /// The glyphs of a text.
    #[must_use]
    pub(super) fn shape(&self, text: &str, strong: bool) -> Vec<Glyph> {
        let own = self.face(strong).shape(text);
        // Glyph 0 stands for letters that a font lacks.
        if own.iter().all(|glyph| glyph.id != 0) {
            return own;
        }
        let mut runs: Vec<(Option<usize>, Range<usize>)> = Vec::new();
        for (at, letter) in text.char_indices() {
            let end = at + letter.len_utf8();
            let font = self.font_of(letter, strong);
            match runs.last_mut() {
                Some((of, range)) if *of == font => range.end = end,
                _ => runs.push((font, at..end)),
            }
        }
        let system = self.system.borrow();
        let shaped = runs.into_iter().flat_map(|(font, range)| {
            let face = font.map_or(self.face(strong), |font| &system.faces[font].1);
            let glyphs = face.shape(&text[range.clone()]).into_iter();
            glyphs.map(move |glyph| Glyph {
                of_the_system: font,
                range: range.start + glyph.range.start..range.start + glyph.range.end,
                ..glyph
            })
        });
        shaped.collect()
    }

    /// The font of the system at this place.
    #[must_use]
    pub(super) fn system_font(&self, place: usize) -> SystemFont {
        self.system.borrow().faces[place].0
    }

    /// Where a letter is from; our own typeface if it has it, or nobody has.
    fn font_of(&self, letter: char, strong: bool) -> Option<usize> {
        if let Some(known) = self.system.borrow().letters.get(&(letter, strong)) {
            return *known;
        }
        let has = self.face(strong).shape(letter.encode_utf8(&mut [0; 4])).iter().all(|glyph| glyph.id != 0);
        let found = if has { None } else { on_paper(letter, strong) };
        let mut system = self.system.borrow_mut();
        let place = found.and_then(|font| {
            let known = system.faces.iter().position(|(known, _)| known.name == font.name);
            known.or_else(|| {
                let face = Face::new(font.data.bytes(), font.data.index)?;
                system.faces.push((font, face));
                Some(system.faces.len() - 1)
            })
        });
        system.letters.insert((letter, strong), place);
        place
    }

    /// True if every letter of a text is in a font.
    #[must_use]
    pub(super) fn has_all(&self, text: &str, strong: bool) -> bool {
        text.is_ascii() || self.shape(text, strong).iter().all(|glyph| glyph.id != 0)
    }

    fn face(&self, strong: bool) -> &Face {
        if strong { &self.strong } else { &self.regular }
    }
}

impl Face {
    /// `None` for a file that is no font.
    fn new(file: &'static [u8], index: u32) -> Option<Self> {
        let font = FontRef::from_index(file, index).ok()?;
        let data = ShaperData::new(&font);
        Some(Self { font, data, widths: RefCell::default() })
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
            of_the_system: None,
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
        for lacking in ["\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "\u{633}\u{644}\u{627}\u{645}"] {
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

    /// Which fonts a system has is not ours to say: the letter is there, with the font that it is from, or it is not.
    #[test]
    fn letters_that_we_lack_are_from_a_font_of_the_system_or_from_none() {
        let fonts = Fonts::new();
        for letter in ['\u{10db}', '\u{531}', '\u{548c}', '\u{939}'] {
            let text = format!("Peace {letter}{letter} 1");
            let glyphs = fonts.shape(&text, false);
            let printed: String = glyphs.iter().map(|glyph| &text[glyph.range.clone()]).collect();
            assert_eq!(printed, text);
            let is_found = on_paper(letter, false).is_some();
            assert_eq!(fonts.has_all(&text, false), is_found, "{letter}");
            let theirs: Vec<usize> = glyphs.iter().filter_map(|glyph| glyph.of_the_system).collect();
            assert_eq!(theirs.len(), if is_found { 2 } else { 0 }, "{letter}");
            assert!(theirs.iter().all(|place| !fonts.system_font(*place).name.is_empty()));
        }
    }
}
