//! Text broken into lines.

use super::{BODY, SMALL};
use crate::{
    app::{Item, Link, Shade, TextLine},
    export::{
        fonts::Fonts,
        model::{Rich, Run},
    },
};

/// Widths are sums of fractions: a column made for a word must hold it.
const SLACK: f32 = 0.01;

/// A piece of a line in one style.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    style: Style,
    link: Option<Link>,
    theirs: bool,
}

/// Size, weight and darkness of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// In points.
    pub size: f32,
    /// Semibold.
    pub strong: bool,
    /// How dark.
    pub shade: Shade,
}

impl Style {
    /// A text of the program on one line, whose base line begins here.
    #[must_use]
    pub(super) fn line(self, fonts: &Fonts, text: &str, at: [f32; 2]) -> TextLine {
        let Self { size, strong, shade } = self;
        let (text, width) = (text.to_owned(), fonts.width(text, size, strong));
        TextLine { at, text, size, strong, shade, width, link: None, broken: false, theirs: false, part: None }
    }
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    /// Its width in points.
    pub width: f32,
    /// The largest type in it.
    size: f32,
    /// True if its last word goes on in the next line.
    broken: bool,
}

/// All that is alike in a run of text.
#[derive(Clone, Copy)]
struct Look<'l> {
    style: Style,
    link: Option<&'l Link>,
    theirs: bool,
}

/// Everything that breaks a text into lines.
pub(super) struct Wrap<'a> {
    fonts: &'a Fonts,
    width: f32,
    lines: Vec<Line>,
}

/// The lines of a text that is `width` points wide at most. What is small in it gets small print, the rest `size`.
#[must_use]
pub(super) fn wrapped(fonts: &Fonts, text: &Rich, width: f32, size: f32) -> Vec<Line> {
    let mut wrap = Wrap { fonts, width, lines: vec![Line::default()] };
    for run in &text.0 {
        let look = Look { style: style(run, size), link: run.link.as_ref(), theirs: run.theirs };
        run.text.split(' ').filter(|word| !word.is_empty()).for_each(|word| wrap.word(word, look));
    }
    wrap.lines.retain(|line| !line.pieces.is_empty());
    wrap.lines
}

/// The lines of a text of the program in one style.
#[must_use]
pub(super) fn wrapped_in(fonts: &Fonts, text: &str, width: f32, style: Style) -> Vec<Line> {
    of_one_look(fonts, text, width, Look { style, link: None, theirs: false })
}

/// The lines of a text of the dossier or of the class in one style.
#[must_use]
pub(super) fn theirs_in(fonts: &Fonts, text: &str, width: f32, style: Style) -> Vec<Line> {
    of_one_look(fonts, text, width, Look { style, link: None, theirs: true })
}

fn of_one_look(fonts: &Fonts, text: &str, width: f32, look: Look<'_>) -> Vec<Line> {
    let mut wrap = Wrap { fonts, width, lines: vec![Line::default()] };
    text.split(' ').filter(|word| !word.is_empty()).for_each(|word| wrap.word(word, look));
    wrap.lines.retain(|line| !line.pieces.is_empty());
    wrap.lines
}

fn style(run: &Run, size: f32) -> Style {
    let small = run.small || size < BODY;
    let shade = if small && !run.strong { Shade::Weak } else { Shade::Ink };
    Style { size: if run.small { SMALL } else { size }, strong: run.strong, shade }
}

impl Wrap<'_> {
    fn word(&mut self, word: &str, look: Look<'_>) {
        let (width, space) = (self.width_of(word, look), self.space(look));
        let line = self.lines.last().expect("there is always a line");
        let is_too_wide = !line.pieces.is_empty() && line.width + space + width > self.width + SLACK;
        if is_too_wide && matches!(look.link, Some(Link::Url(_))) {
            self.address(word, look);
            return;
        }
        if is_too_wide {
            self.lines.push(Line::default());
        }
        if width <= self.width + SLACK {
            self.push(word, look);
            return;
        }
        // A word wider than the line is broken where it must be.
        let mut part = String::new();
        for letter in word.chars() {
            part.push(letter);
            if self.width_of(&part, look) > self.width && part.chars().count() > 1 {
                part.pop();
                self.push(&part, look);
                self.break_word();
                part = letter.to_string();
            }
        }
        self.push(&part, look);
    }

    /// An address begins on the line that is there and is broken behind its signs, where it has some.
    fn address(&mut self, address: &str, look: Look<'_>) {
        let line = self.lines.last().expect("there is always a line");
        let room = self.width + SLACK - line.width - self.space(look);
        let fits = |part: &str| self.width_of(part, look) <= room;
        let ends = address.match_indices(['/', '-', '?', '&', '=', '_', '.']).map(|(at, _)| at + 1);
        // Less than a host's name on a line helps nobody.
        let first = ends.take_while(|end| fits(&address[..*end])).last().filter(|end| *end > 12);
        let (first, rest) = address.split_at(first.unwrap_or(0));
        if first.is_empty() {
            self.lines.push(Line::default());
        } else {
            self.push(first, look);
            self.break_word();
        }
        self.word(rest, look);
    }

    /// Begins a line inside a word.
    fn break_word(&mut self) {
        self.lines.last_mut().expect("there is always a line").broken = true;
        self.lines.push(Line::default());
    }

    /// The width of the space before the next word: it is set in the style of what stands before it.
    fn space(&self, look: Look<'_>) -> f32 {
        let before = self.lines.last().and_then(|line| line.pieces.last());
        let style = before.map_or(look.style, |piece| piece.style);
        self.fonts.width(" ", style.size, style.strong)
    }

    fn width_of(&self, text: &str, look: Look<'_>) -> f32 {
        self.fonts.width(text, look.style.size, look.style.strong)
    }

    fn push(&mut self, word: &str, look: Look<'_>) {
        let (width, space) = (self.width_of(word, look), self.space(look));
        let Look { style, link, theirs } = look;
        let line = self.lines.last_mut().expect("there is always a line");
        line.size = line.size.max(style.size);
        line.width += width;
        if let Some(last) = line.pieces.last_mut() {
            last.text.push(' ');
            line.width += space;
            if last.style == style && last.link.as_ref() == link && last.theirs == theirs {
                last.text.push_str(word);
                return;
            }
        }
        line.pieces.push(Piece { text: word.to_owned(), style, link: link.cloned(), theirs });
    }
}

impl Line {
    /// The height of the line.
    #[must_use]
    pub(super) fn height(&self, leading: f32) -> f32 {
        self.size * leading
    }

    /// The line with its left upper corner here.
    pub(super) fn draw(&self, fonts: &Fonts, [left, top]: [f32; 2], leading: f32) -> Vec<Item> {
        let base = base_line(top, self.height(leading), self.size);
        let mut x = left;
        let mut items = Vec::with_capacity(self.pieces.len());
        for (place, piece) in self.pieces.iter().enumerate() {
            let line = piece.style.line(fonts, &piece.text, [x, base]);
            x += line.width;
            let broken = self.broken && place + 1 == self.pieces.len();
            items.push(Item::Text(TextLine { link: piece.link.clone(), theirs: piece.theirs, broken, ..line }));
        }
        items
    }
}

/// Where the base line of type of this size lies, so that its capitals stand in the middle of a line.
#[must_use]
pub(super) fn base_line(top: f32, height: f32, size: f32) -> f32 {
    /// Height of capitals in this typeface, in ems.
    const CAPITALS: f32 = 0.727;
    top + (height + size * CAPITALS) / 2.0
}

/// The height of several lines.
#[must_use]
pub(super) fn height(lines: &[Line], leading: f32) -> f32 {
    lines.iter().map(|line| line.height(leading)).sum()
}
