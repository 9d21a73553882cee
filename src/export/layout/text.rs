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
}

/// Size, weight and darkness of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// In points.
    pub size: f32,
    /// Semibold.
    pub strong: bool,
    /// How dark.
    pub shade: Shade,
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pieces: Vec<Piece>,
    /// Its width in points.
    pub width: f32,
    /// The largest type in it.
    size: f32,
}

/// Everything that breaks a text into lines.
pub struct Wrap<'a> {
    fonts: &'a Fonts,
    width: f32,
    lines: Vec<Line>,
}

/// The lines of a text that is `width` points wide at most. What is small in it gets small print, the rest `size`.
#[must_use]
pub fn wrapped(fonts: &Fonts, text: &Rich, width: f32, size: f32) -> Vec<Line> {
    let mut wrap = Wrap { fonts, width, lines: vec![Line::default()] };
    for run in &text.0 {
        let style = style(run, size);
        for word in run.text.split(' ').filter(|word| !word.is_empty()) {
            wrap.word(word, style, run.link.as_ref());
        }
    }
    wrap.lines.retain(|line| !line.pieces.is_empty());
    wrap.lines
}

/// The lines of a text in one style.
#[must_use]
pub fn wrapped_in(fonts: &Fonts, text: &str, width: f32, style: Style) -> Vec<Line> {
    let mut wrap = Wrap { fonts, width, lines: vec![Line::default()] };
    text.split(' ').filter(|word| !word.is_empty()).for_each(|word| wrap.word(word, style, None));
    wrap.lines.retain(|line| !line.pieces.is_empty());
    wrap.lines
}

fn style(run: &Run, size: f32) -> Style {
    let small = run.small || size < BODY;
    let shade = if small && !run.strong { Shade::Weak } else { Shade::Ink };
    Style { size: if run.small { SMALL } else { size }, strong: run.strong, shade }
}

impl Wrap<'_> {
    fn word(&mut self, word: &str, style: Style, link: Option<&Link>) {
        let width = self.fonts.width(word, style.size, style.strong);
        let space = self.space(style);
        let line = self.lines.last_mut().expect("there is always a line");
        let is_too_wide = !line.pieces.is_empty() && line.width + space + width > self.width + SLACK;
        if is_too_wide && matches!(link, Some(Link::Url(_))) {
            self.address(word, style, link);
            return;
        }
        if is_too_wide {
            self.lines.push(Line::default());
        }
        if width <= self.width + SLACK {
            self.push(word, width, style, link);
            return;
        }
        // A word wider than the line is broken where it must be.
        let mut part = String::new();
        for letter in word.chars() {
            part.push(letter);
            if self.fonts.width(&part, style.size, style.strong) > self.width && part.chars().count() > 1 {
                part.pop();
                self.part(&part, style, link);
                self.lines.push(Line::default());
                part = letter.to_string();
            }
        }
        self.part(&part, style, link);
    }

    /// An address begins on the line that is there and is broken behind its signs, where it has some.
    fn address(&mut self, address: &str, style: Style, link: Option<&Link>) {
        let line = self.lines.last().expect("there is always a line");
        let room = self.width + SLACK - line.width - self.space(style);
        let fits = |part: &str| self.fonts.width(part, style.size, style.strong) <= room;
        let ends = address.match_indices(['/', '-', '?', '&', '=', '_', '.']).map(|(at, _)| at + 1);
        // Less than a host's name on a line helps nobody.
        let first = ends.take_while(|end| fits(&address[..*end])).last().filter(|end| *end > 12);
        let (first, rest) = address.split_at(first.unwrap_or(0));
        if !first.is_empty() {
            self.part(first, style, link);
        }
        self.lines.push(Line::default());
        self.word(rest, style, link);
    }

    fn part(&mut self, part: &str, style: Style, link: Option<&Link>) {
        let width = self.fonts.width(part, style.size, style.strong);
        self.push(part, width, style, link);
    }

    fn space(&self, style: Style) -> f32 {
        self.fonts.width(" ", style.size, style.strong)
    }

    fn push(&mut self, word: &str, width: f32, style: Style, link: Option<&Link>) {
        let space = self.space(style);
        let line = self.lines.last_mut().expect("there is always a line");
        line.size = line.size.max(style.size);
        if let Some(last) = line.pieces.last_mut() {
            last.text.push(' ');
            line.width += space;
            if last.style == style && last.link.as_ref() == link {
                last.text.push_str(word);
                line.width += width;
                return;
            }
        }
        line.width += width;
        line.pieces.push(Piece { text: word.to_owned(), style, link: link.cloned() });
    }
}

impl Line {
    /// The height of the line.
    #[must_use]
    pub fn height(&self, leading: f32) -> f32 {
        self.size * leading
    }

    /// The line with its left upper corner here.
    pub fn draw(&self, fonts: &Fonts, [left, top]: [f32; 2], leading: f32, out: &mut Vec<Item>) {
        let base = base_line(top, self.height(leading), self.size);
        let mut x = left;
        for piece in &self.pieces {
            let Style { size, strong, shade } = piece.style;
            let width = fonts.width(&piece.text, size, strong);
            out.push(Item::Text(TextLine {
                at: [x, base],
                text: piece.text.clone(),
                size,
                strong,
                shade,
                upwards: false,
                width,
                link: piece.link.clone(),
            }));
            x += width;
        }
    }
}

/// Where the base line of type of this size lies, so that its capitals stand in the middle of a line.
#[must_use]
pub fn base_line(top: f32, height: f32, size: f32) -> f32 {
    /// Height of capitals in this typeface, in ems.
    const CAPITALS: f32 = 0.727;
    top + (height + size * CAPITALS) / 2.0
}

/// The height of several lines.
#[must_use]
pub fn height(lines: &[Line], leading: f32) -> f32 {
    lines.iter().map(|line| line.height(leading)).sum()
}
