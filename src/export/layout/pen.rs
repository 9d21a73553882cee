//! What draws blocks below each other and turns the page.

use super::{
    BODY, Density, HEADING, SMALL, TITLE,
    text::{self, Line, Style, base_line, theirs_in, wrapped, wrapped_in},
};
use crate::{
    analysis::Mark,
    app::{Item, Page, Part, Shade, TextLine, TextRole},
    export::{
        fonts::Fonts,
        model::{Block, Rich, Sheet},
        shapes,
    },
};

/// 15 millimetres in points.
const MARGIN: f32 = 42.52;
/// What the line at the foot of a page takes from the text above it.
const FOOT: f32 = 20.0;
/// Width of a thin line.
pub(super) const HAIR: f32 = 0.6;

/// The part of a page that is printed on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    size: (f32, f32),
}

impl Frame {
    /// The frame of a page of this size.
    #[must_use]
    pub(super) fn new(size: (f32, f32)) -> Self {
        Self { size }
    }

    fn bottom(self) -> f32 {
        self.size.1 - MARGIN - FOOT
    }
}

/// Draws onto pages, from top to bottom.
pub(super) struct Pen<'a> {
    /// The typeface.
    pub(crate) fonts: &'a Fonts,
    /// How much room is left around things.
    pub(crate) density: Density,
    /// The pages so far; never empty.
    pub(crate) pages: Vec<Page>,
    /// Where the next thing goes.
    pub(crate) y: f32,
    /// True if marks are printed in greys, hatched.
    hatched: bool,
    frame: Frame,
    /// The block that is drawn.
    block: usize,
    /// What the next texts are in it; `None` for what is there already.
    role: Option<TextRole>,
}

impl<'a> Pen<'a> {
    /// A pen at the top of a first page.
    #[must_use]
    pub(super) fn new(fonts: &'a Fonts, frame: Frame, density: Density, hatched: bool) -> Self {
        let mut pen = Self { fonts, density, pages: Vec::new(), y: 0.0, hatched, frame, block: 0, role: None };
        pen.turn();
        pen
    }

    /// Left edge of the text.
    #[must_use]
    pub(super) fn left(&self) -> f32 {
        MARGIN
    }

    /// Width of the text.
    #[must_use]
    pub(super) fn width(&self) -> f32 {
        self.frame.size.0 - 2.0 * MARGIN
    }

    /// What is left of the page below the pen.
    #[must_use]
    pub(super) fn room(&self) -> f32 {
        self.frame.bottom() - self.y
    }

    /// Begins a new page.
    pub(super) fn turn(&mut self) {
        let (width, height) = self.frame.size;
        self.pages.push(Page { width, height, ..Page::default() });
        self.y = MARGIN;
    }

    /// Begins a new page unless there is room.
    pub(super) fn need(&mut self, height: f32) {
        if height > self.room() && self.y > MARGIN {
            self.turn();
        }
    }

    /// The page being drawn.
    pub(super) fn page(&mut self) -> &mut Page {
        self.pages.last_mut().expect("a pen begins with a page")
    }

    /// Begins the next block.
    pub(super) fn next_block(&mut self) {
        self.block += 1;
        self.role = None;
    }

    /// What the texts are that are added from here on; `None` if they repeat what was there before.
    pub(super) fn set_role(&mut self, role: Option<TextRole>) {
        self.role = role;
    }

    /// Says what the table is that begins here.
    pub(super) fn caption(&mut self, caption: &str) {
        let block = self.block;
        self.page().captions.push((block, caption.to_owned()));
    }

    /// Adds to the page.
    pub(super) fn add(&mut self, mut item: Item) {
        let part = self.role.map(|role| Part { block: self.block, role });
        match (&mut item, part) {
            (Item::Text(line), part) => line.part = part,
            (Item::Words { part: of, .. }, Some(part)) => *of = part,
            (Item::Words { .. } | Item::Rect { .. } | Item::Polygon { .. } | Item::Circle { .. }, _) => {}
        }
        self.page().items.push(item);
    }

    /// Words for a drawing that is as wide as this; a text beside it stands on the same line.
    pub(super) fn words(&mut self, text: &str, at: [f32; 2], width: f32) {
        let part = Part { block: self.block, role: TextRole::Text(0) };
        self.add(Item::Words { text: text.to_owned(), at, width, part });
    }

    /// A mark on its tile.
    #[must_use]
    pub(super) fn mark(&self, mark: Mark, side: f32) -> Vec<Item> {
        let items = shapes::mark(mark, [0.0, 0.0], side);
        if self.hatched { shapes::in_greys(items) } else { items }
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, rect: [f32; 4], shade: Shade) {
        self.add(Item::Rect { rect, radius: 0.0, line: None, shade });
    }

    /// A thin line to the right.
    pub(super) fn hair(&mut self, [left, top]: [f32; 2], width: f32, shade: Shade) {
        self.fill([left, top - HAIR / 2.0, width, HAIR], shade);
    }

    /// Draws lines below each other, without turning the page.
    pub(super) fn draw_lines(&mut self, lines: &[Line], [left, top]: [f32; 2]) {
        let (fonts, leading) = (self.fonts, self.density.leading);
        let mut y = top;
        for line in lines {
            line.draw(fonts, [left, y], leading).into_iter().for_each(|item| self.add(item));
            y += line.height(leading);
        }
    }

    /// A single line of type whose box begins here.
    pub(super) fn label(&mut self, label: &str, [left, top]: [f32; 2], height: f32, style: Style) {
        let at = [left, base_line(top, height, style.size)];
        self.add(Item::Text(style.line(self.fonts, label, at)));
    }

    /// The title of the sheet with what it is in small print above.
    pub(super) fn title(&mut self, sheet: &Sheet) {
        self.role = Some(TextRole::Title);
        let weak = Style { size: SMALL, strong: false, shade: Shade::Weak };
        let lines = wrapped_in(self.fonts, &sheet.label, self.width(), weak);
        self.flow(&lines);
        let large = Style { size: TITLE, strong: true, shade: Shade::Ink };
        let wrap = if sheet.title_is_theirs() { theirs_in } else { wrapped_in };
        let lines = wrap(self.fonts, &sheet.title, self.width(), large);
        let leading = std::mem::replace(&mut self.density.leading, 1.22);
        self.flow(&lines);
        self.density.leading = leading;
        self.y += self.density.gap * 0.4;
    }

    /// The room between two blocks: lines of small print stand together, tables stand apart.
    pub(super) fn space_between(&mut self, before: Option<&Block>, block: &Block) {
        let gap = self.density.gap;
        let is_text = |block: &Block| matches!(block, Block::Paragraph(_) | Block::Small(_));
        self.y += match (before, block) {
            (None, _) => 0.0,
            (_, Block::Matrix(_) | Block::Table(_) | Block::Field(_)) => gap * 1.2,
            (_, Block::Heading(_)) => gap * 1.6,
            (Some(Block::Heading(_)), Block::Lines(_)) => 0.0,
            (Some(before), block) if is_text(before) && is_text(block) => gap * 0.3,
            _ => gap,
        };
    }

    /// Lines below each other, over as many pages as they need.
    fn flow(&mut self, lines: &[Line]) {
        for line in lines {
            let height = line.height(self.density.leading);
            self.need(height);
            let at = [self.left(), self.y];
            self.draw_lines(std::slice::from_ref(line), at);
            self.y += height;
        }
    }

    /// Running text, the paragraph of this number in its block.
    pub(super) fn paragraph(&mut self, text: &Rich, size: f32, number: usize) {
        self.role = Some(TextRole::Text(number));
        let lines = wrapped(self.fonts, text, self.width(), size);
        self.flow(&lines);
    }

    /// A heading; never at the foot of a page.
    pub(super) fn heading(&mut self, text: &str) {
        self.role = Some(TextRole::Heading);
        let lines =
            wrapped_in(self.fonts, text, self.width(), Style { size: HEADING, strong: true, shade: Shade::Ink });
        self.need(text::height(&lines, self.density.leading) + 3.0 * self.density.rule);
        self.flow(&lines);
    }

    /// A label with a line behind it.
    pub(super) fn field(&mut self, label: &str) {
        self.role = Some(TextRole::Text(0));
        let height = self.density.rule;
        self.need(height);
        let style = Style { size: BODY, strong: false, shade: Shade::Ink };
        let width = self.fonts.width(label, BODY, false) + 8.0;
        let at = [self.left(), self.y];
        self.label(label, at, height, style);
        // The line lies on the base line of the label.
        let base = base_line(self.y, height, BODY) + 2.0;
        self.hair([self.left() + width, base], self.width() - width, Shade::Edge);
        self.y += height;
    }

    /// Lines to write on.
    pub(super) fn lines(&mut self, n: usize) {
        for _ in 0..n {
            self.need(self.density.rule);
            self.y += self.density.rule;
            let at = [self.left(), self.y];
            self.hair(at, self.width(), Shade::Edge);
        }
    }

    /// A question with lines to write on, all on one page.
    pub(super) fn question(&mut self, text: &Rich, n: usize) {
        self.role = Some(TextRole::Text(0));
        let lines = wrapped(self.fonts, text, self.width(), BODY);
        #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
        let height = text::height(&lines, self.density.leading) + n as f32 * self.density.rule;
        self.need(height);
        self.flow(&lines);
        self.lines(n);
    }

    /// A question with what was written; the question is never alone at the foot of a page.
    pub(super) fn answered(&mut self, head: &Rich, text: &[Rich]) {
        self.role = Some(TextRole::Text(0));
        let lines = wrapped(self.fonts, head, self.width(), BODY);
        self.need(text::height(&lines, self.density.leading) + 2.0 * BODY * self.density.leading);
        self.flow(&lines);
        text.iter().enumerate().for_each(|(place, paragraph)| self.paragraph(paragraph, BODY, place + 1));
    }

    /// Boxes two by two, as high as what is left of the page allows.
    pub(super) fn boxes(&mut self, heads: &[String]) {
        const LEAST: f32 = 62.0;
        const MOST: f32 = 150.0;
        let gap = 8.0;
        let rows = heads.chunks(2).count();
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let height = ((self.room() - gap * (rows as f32 - 1.0)) / rows as f32).clamp(LEAST, MOST);
        let width = (self.width() - gap) / 2.0;
        for (place, pair) in heads.chunks(2).enumerate() {
            if place > 0 {
                self.y += gap;
            }
            self.need(height);
            let mut left = self.left();
            for (beside, head) in pair.iter().enumerate() {
                self.role = Some(TextRole::Subheading(2 * place + beside));
                let rect = [left, self.y, width, height];
                self.add(Item::Rect { rect, radius: 3.0, line: Some(0.8), shade: Shade::Edge });
                let style = Style { size: BODY, strong: true, shade: Shade::Ink };
                self.label(head, [left + 8.0, self.y + 4.0], BODY * 1.4, style);
                left += width + gap;
            }
            self.y += height;
        }
    }
}

/// The same thing elsewhere.
#[must_use]
pub(super) fn moved(item: Item, [dx, dy]: [f32; 2]) -> Item {
    let shift = |[x, y]: [f32; 2]| [x + dx, y + dy];
    match item {
        Item::Text(line) => Item::Text(TextLine { at: shift(line.at), ..line }),
        Item::Words { text, at, width, part } => Item::Words { text, at: shift(at), width, part },
        Item::Rect { rect: [x, y, width, height], radius, line, shade } => {
            Item::Rect { rect: [x + dx, y + dy, width, height], radius, line, shade }
        }
        Item::Polygon { corners, line, shade } => {
            Item::Polygon { corners: corners.into_iter().map(shift).collect(), line, shade }
        }
        Item::Circle { center, radius, line, shade } => Item::Circle { center: shift(center), radius, line, shade },
    }
}

/// Writes the line at the foot of a page: what it belongs to, and which page it is where the sheet has several.
pub(super) fn foot(fonts: &Fonts, page: &mut Page, what: &str, number: Option<&str>) {
    let top = page.height - MARGIN - SMALL * 1.3;
    let base = base_line(top, SMALL * 1.3, SMALL);
    let weak = Style { size: SMALL, strong: false, shade: Shade::Weak };
    let line = |text: &str, left: f32| Item::Text(weak.line(fonts, text, [left, base]));
    let number_width = number.map_or(0.0, |number| fonts.width(number, SMALL, false) + 12.0);
    let room = page.width - 2.0 * MARGIN - number_width;
    let mut text = what.to_owned();
    while fonts.width(&text, SMALL, false) > room && text.pop().is_some() {
        if fonts.width(&text, SMALL, false) <= room {
            text.pop();
            text = format!("{}\u{2026}", text.trim_end());
        }
    }
    let rule = [MARGIN, top - 3.0, page.width - 2.0 * MARGIN, HAIR];
    page.items.push(Item::Rect { rect: rule, radius: 0.0, line: None, shade: Shade::Line });
    if !text.is_empty() {
        page.items.push(line(&text, MARGIN));
    }
    page.items.extend(number.map(|number| line(number, page.width - MARGIN - number_width + 12.0)));
}
