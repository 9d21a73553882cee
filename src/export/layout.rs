//! Sheets laid out on paper: which words stand on which line, which rows on which page.
//!
//! A sheet that is promised on one page, or sources on two, is tried with more and more economy, upright before lying, then
//! in fewer words, until it fits. Type is never made smaller: running text has 10 points, small print 9.

mod key;
mod matrix;
mod pen;
mod table;
mod text;

use super::{
    content,
    fonts::Fonts,
    material::Material,
    model::{Block, Rich, Sheet},
};
use crate::{
    app::{Item, Page, Paper, Sheet as Kind},
    wording::hand_outs as words,
};
use pen::{Frame, Pen};

/// Running text, in points.
const BODY: f32 = 10.0;
/// Small print: citations, legends.
const SMALL: f32 = 9.0;
/// Headings inside a sheet.
const HEADING: f32 = 11.5;
/// Titles.
const TITLE: f32 = 18.0;

/// How much room is left around things. All but `leading` in points.
#[derive(Clone, Copy, Debug)]
struct Density {
    /// Height of a line, in sizes of its type.
    leading: f32,
    /// Above and below the content of a cell.
    pad: f32,
    /// Side of the tile of a mark.
    tile: f32,
    /// Between two blocks.
    gap: f32,
    /// Height of a line to write on.
    rule: f32,
}

const LOOSE: Density = Density { leading: 1.35, pad: 5.5, tile: 18.0, gap: 8.0, rule: 25.0 };
const USUAL: Density = Density { leading: 1.3, pad: 3.5, tile: 15.0, gap: 6.0, rule: 22.0 };
const TIGHT: Density = Density { leading: 1.2, pad: 1.8, tile: 13.0, gap: 3.5, rule: 18.0 };
const TIGHTEST: Density = Density { leading: 1.16, pad: 1.0, tile: 12.0, gap: 2.5, rule: 17.0 };

/// The pages of all sheets, each sheet on pages of its own.
#[must_use]
pub(super) fn pages(material: &Material<'_>, sheets: &[Sheet], paper: Paper) -> Vec<Page> {
    let fonts = Fonts::new();
    let foot = super::foot(material);
    let kinds: Vec<Kind> = sheets.iter().map(|sheet| sheet.kind).collect();
    let mut pages = Vec::new();
    for (nth, sheet) in sheets.iter().enumerate() {
        let fitting = Fitting { fonts: &fonts, material, kinds: &kinds, sheet, size: paper.size() };
        pages.extend(finish(&fonts, (nth, sheet), &foot, fitting.fitted()));
    }
    pages
}

/// A sheet that is to be fitted on as few pages as it is promised on.
struct Fitting<'f> {
    fonts: &'f Fonts,
    material: &'f Material<'f>,
    /// All sheets of the file.
    kinds: &'f [Kind],
    sheet: &'f Sheet,
    size: (f32, f32),
}

impl Fitting<'_> {
    /// The sheet with as much room as fits one page; a sheet that never does runs over several.
    fn fitted(&self) -> Vec<Page> {
        let upright = Frame::new(self.size);
        let lying = Frame::new((self.size.1, self.size.0));
        if self.sheet.kind == Kind::Sources {
            return self.sources(upright);
        }
        let blocks = &self.sheet.blocks;
        let may_lie = blocks.iter().any(|block| matches!(block, Block::Matrix(_)));
        let mut ways = vec![(upright, LOOSE), (upright, USUAL), (upright, TIGHT), (upright, TIGHTEST)];
        if may_lie {
            ways.extend([(lying, TIGHT), (lying, TIGHTEST)]);
        }
        let mut tried = ways.into_iter().map(|way| self.lay_out(blocks, way));
        let whole = tried.find(|pages| pages.len() == 1);
        whole.or_else(|| self.shortened(upright)).unwrap_or_else(|| self.lay_out(blocks, (upright, TIGHT)))
    }

    /// The longest of the shorter forms that fits one page.
    fn shortened(&self, frame: Frame) -> Option<Vec<Page>> {
        let forms: Vec<usize> = (0..content::n_shorter(self.material, self.sheet.kind)).collect();
        let roomy = self.lay_out(&self.shorter(*forms.first()?), (frame, TIGHT));
        if roomy.len() == 1 {
            return Some(roomy);
        }
        let of = |nth: &usize| self.lay_out(&self.shorter(*nth), (frame, TIGHTEST));
        forms.get(forms.partition_point(|nth| of(nth).len() > 1)).map(of)
    }

    /// The fullest form that fits two pages; if none does, the fullest of those with the fewest pages.
    fn sources(&self, frame: Frame) -> Vec<Page> {
        let shorter = (0..content::n_shorter(self.material, self.sheet.kind)).map(|nth| self.shorter(nth));
        let mut least: Option<Vec<Page>> = None;
        for blocks in std::iter::once(self.sheet.blocks.clone()).chain(shorter) {
            for density in [TIGHT, TIGHTEST] {
                let pages = self.lay_out(&blocks, (frame, density));
                if pages.len() <= 2 {
                    return pages;
                }
                if least.as_ref().is_none_or(|least| pages.len() < least.len()) {
                    least = Some(pages);
                }
            }
        }
        least.unwrap_or_default()
    }

    fn shorter(&self, nth: usize) -> Vec<Block> {
        content::shorter(self.material, self.kinds, self.sheet.kind, nth)
    }

    fn lay_out(&self, blocks: &[Block], (frame, density): (Frame, Density)) -> Vec<Page> {
        let mut pen = Pen::new(self.fonts, frame, density, self.material.hatched);
        pen.title(self.sheet);
        for (place, block) in blocks.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &blocks[before]);
            pen.space_between(before, block);
            pen.next_block();
            draw(&mut pen, block);
        }
        pen.pages
    }
}

fn draw(pen: &mut Pen<'_>, block: &Block) {
    match block {
        Block::Heading(text) => pen.heading(text),
        Block::Paragraph(text) => pen.paragraph(text, BODY, 0),
        Block::Small(text) => pen.paragraph(text, SMALL, 0),
        Block::Field(label) => pen.field(label),
        Block::Lines(n) => pen.lines(*n),
        Block::Question(text, n) => pen.question(&Rich::strong(text), *n),
        Block::Answered(head, text) => pen.answered(&Rich::strong(head), text),
        Block::Boxes(heads) => pen.boxes(heads),
        Block::Legend(marks, numbers) => pen.legend(marks, numbers),
        Block::Meanings(marks) => pen.meanings(marks),
        Block::Answers(answers) => pen.answers(answers),
        Block::Matrix(of) => matrix::draw(pen, of),
        Block::Table(of) => table::draw(pen, of),
    }
}

/// Names the pages and writes the line at their feet.
fn finish(fonts: &Fonts, (nth, sheet): (usize, &Sheet), foot: &str, mut pages: Vec<Page>) -> Vec<Page> {
    let n_pages = pages.len();
    for (place, page) in pages.iter_mut().enumerate() {
        page.sheet = nth;
        page.name = words::page_name(&format!("{}: {}", sheet.label, sheet.title), place + 1, n_pages);
        pen::foot(fonts, page, foot, words::page_number(place + 1, n_pages).as_deref());
        let lines = page.items.iter().filter_map(|item| if let Item::Text(line) = item { Some(line) } else { None });
        let unreadable = lines.filter(|line| !fonts.has_all(&line.text, line.strong)).map(|line| line.text.clone());
        page.unreadable = unreadable.collect();
    }
    pages
}
