//! Pages as a PDF file: our typeface embedded, only the glyphs that are used; text that can be selected and searched;
//! numbers that lead to their statements, addresses that lead to the web. Tagged as PDF/UA-1 asks: what is read stands in
//! the tree of tags (`tags`), and all else is marked as an artifact.

use std::{cell::RefCell, collections::BTreeMap, mem};

use krilla::{
    Document, SerializeSettings,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    configure::{Accessibility, Configuration, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, FillRule, Stroke},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag},
    text::{Font, GlyphId, KrillaGlyph},
};

use super::{
    ExportError,
    fonts::{Fonts, Glyph},
    material::Material,
    tags::{Tags, Told},
};
use crate::{
    app::{Item, Link, Page, Part, Shade, TextLine},
    ui::{
        self,
        fonts::{REGULAR_FILE, SEMIBOLD_FILE},
    },
    wording::{self, hand_outs as words},
};

/// A quarter of a circle, drawn as a curve: how far its handles reach, in radii.
const HANDLE: f32 = 0.552_285;
/// The largest size of the unseen words for a drawing.
const WORDS: f32 = 9.0;
/// Draws onto the pages of a file.
struct Printer<'m> {
    fonts: Fonts,
    regular: Font,
    strong: Font,
    /// Fonts of the system, by their place in [`Fonts::system_font`].
    system: RefCell<BTreeMap<usize, Font>>,
    /// Page and height of each numbered statement.
    anchors: BTreeMap<u16, (usize, f32)>,
    /// The language of the dossier, if it is not the program's.
    theirs: Option<&'m str>,
}

/// Neighbours on a page that are one thing to a reader.
struct Run<'p> {
    part: Part,
    text: String,
    pieces: Vec<Identifier>,
    link: Option<(&'p Link, Vec<Rect>)>,
}

/// The file, called `title`.
///
/// # Errors
/// If the library refuses a page or a font.
pub(super) fn pdf(material: &Material<'_>, pages: &[Page], title: &str) -> Result<Vec<u8>, ExportError> {
    print(material, pages, title, SerializeSettings::default())
}

fn print(
    material: &Material<'_>,
    pages: &[Page],
    title: &str,
    settings: SerializeSettings,
) -> Result<Vec<u8>, ExportError> {
    let settings = SerializeSettings { configuration: accessible()?, enable_tagging: true, ..settings };
    let font = |file: &'static [u8]| Font::new(file.into(), 0).ok_or_else(|| failed("font"));
    let anchors = pages
        .iter()
        .enumerate()
        .flat_map(|(place, page)| page.anchors.iter().map(move |(number, y)| (*number, (place, *y))));
    let printer = Printer {
        fonts: Fonts::new(),
        regular: font(REGULAR_FILE)?,
        strong: font(SEMIBOLD_FILE)?,
        system: RefCell::default(),
        anchors: anchors.collect(),
        theirs: material.their_language(),
    };
    let mut document = Document::new_with(settings);
    let metadata = Metadata::new()
        .title(title.to_owned())
        .creator(wording::ui::PROGRAM.to_owned())
        .language(wording::LANGUAGE.to_owned());
    document.set_metadata(metadata);
    let mut tags = Tags::default();
    let mut outline = Outline::new();
    for (place, page) in pages.iter().enumerate() {
        printer.page(&mut document, page, &mut tags)?;
        if place == 0 || pages[place - 1].sheet != page.sheet {
            outline.push_child(OutlineNode::new(
                tags.title(page.sheet),
                XyzDestination::new(place, Point::from_xy(0.0, 0.0)),
            ));
        }
    }
    document.set_outline(outline);
    document.set_tag_tree(tags.tree(wording::LANGUAGE));
    document.finish().map_err(|error| ExportError::Failed(format!("{error:?}")))
}

/// What krilla holds a file to.
fn accessible() -> Result<Configuration, ExportError> {
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    builder.finish().map_err(|error| ExportError::Failed(format!("{error:?}")))
}

fn failed(what: &str) -> ExportError {
    ExportError::Failed(what.to_owned())
}

impl Printer<'_> {
    fn page(&self, document: &mut Document, page: &Page, tags: &mut Tags) -> Result<(), ExportError> {
        let settings = PageSettings::from_wh(page.width, page.height).ok_or_else(|| failed("page"))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        let runs = self.draw(&mut surface, page);
        surface.finish();
        tags.captions(page.sheet, &page.captions);
        for run in runs {
            let link = run.link.and_then(|(link, rects)| self.annotation(link, &rects));
            let link = link.map(|annotation| sheet.add_tagged_annotation(annotation));
            tags.add(page.sheet, run.part, Told { text: run.text, pieces: run.pieces, link });
        }
        sheet.finish();
        Ok(())
    }

    /// Draws what is on the page, and says what of it is read, in its order.
    fn draw<'p>(&self, surface: &mut Surface<'_>, page: &'p Page) -> Vec<Run<'p>> {
        let mut runs: Vec<Run<'p>> = Vec::new();
        let mut shapes: Vec<&Item> = Vec::new();
        for item in &page.items {
            let read = match item {
                Item::Text(line) => line.part.map(|part| (part, line.text.as_str(), line.link.as_ref())),
                Item::Words { text, part, .. } => Some((*part, text.as_str(), None)),
                Item::Rect { .. } | Item::Polygon { .. } | Item::Circle { .. } => {
                    shapes.push(item);
                    continue;
                }
            };
            self.shapes(surface, mem::take(&mut shapes));
            let Some((part, text, link)) = read else {
                let at_the_foot = matches!(item, Item::Text(line) if line.at[1] > page.height / 2.0);
                let kind = if at_the_foot { ArtifactType::Footer } else { ArtifactType::Header };
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
                self.read(surface, item);
                surface.end_tagged();
                continue;
            };
            let piece = surface.start_tagged(self.tag(item));
            self.read(surface, item);
            surface.end_tagged();
            let link = link.filter(|link| self.leads_somewhere(link));
            match runs.last_mut().filter(|run| run.part == part && run.link.as_ref().map(|(link, _)| *link) == link) {
                Some(run) => {
                    if !run.text.ends_with(' ') {
                        run.text.push(' ');
                    }
                    run.text += text;
                    run.pieces.push(piece);
                }
                None => {
                    let link = link.map(|link| (link, Vec::new()));
                    runs.push(Run { part, text: text.to_owned(), pieces: vec![piece], link });
                }
            }
            if let (Item::Text(line), Some((_, rects))) = (item, runs.last_mut().and_then(|run| run.link.as_mut())) {
                rects.extend(extent(line));
            }
        }
        self.shapes(surface, shapes);
        runs
    }

    /// The tag of a text: the language, if it is another, and the letters, if the typeface lacks some.
    fn tag<'i>(&'i self, item: &'i Item) -> ContentTag<'i> {
        let Item::Text(line) = item else { return ContentTag::Span(SpanTag::empty()) };
        let letters = (!self.fonts.has_all(&line.text, line.strong)).then_some(line.text.as_str());
        let language = self.theirs.filter(|_| line.theirs);
        ContentTag::Span(SpanTag::empty().with_lang(language).with_actual_text(letters))
    }

    /// What is only looked at.
    fn shapes(&self, surface: &mut Surface<'_>, shapes: Vec<&Item>) {
        if shapes.is_empty() {
            return;
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        shapes.into_iter().for_each(|item| shape(surface, item));
        surface.end_tagged();
    }

    fn read(&self, surface: &mut Surface<'_>, item: &Item) {
        match item {
            Item::Text(line) => self.text(surface, line),
            Item::Words { text, at, width, .. } => self.words(surface, text, (*at, *width)),
            Item::Rect { .. } | Item::Polygon { .. } | Item::Circle { .. } => {}
        }
    }

    /// A line, with a space behind it unless its last word goes on: what is copied from two lines must not run together.
    fn text(&self, surface: &mut Surface<'_>, line: &TextLine) {
        let text = if line.broken || line.text.ends_with(' ') { line.text.clone() } else { format!("{} ", line.text) };
        let glyphs = self.fonts.shape(&text, line.strong);
        let [mut x, y] = line.at;
        surface.set_fill(Some(fill(line.shade)));
        for known in glyphs.chunk_by(|one, next| (one.id == 0, one.of_the_system) == (next.id == 0, next.of_the_system))
        {
            let width: f32 = known.iter().map(|glyph| glyph.advance * line.size).sum();
            if known[0].id == 0 {
                lacking(surface, known, [x, y], line);
            } else {
                let drawn: Vec<KrillaGlyph> = known.iter().map(glyph).collect();
                let font = self.font(known[0].of_the_system, line.strong);
                surface.draw_glyphs(Point::from_xy(x, y), &drawn, font, &text, line.size, false);
            }
            x += width;
        }
    }

    /// Our typeface, or a font of the system, which is embedded too; ours has a box for what cannot be.
    fn font(&self, of_the_system: Option<usize>, strong: bool) -> Font {
        let own = if strong { &self.strong } else { &self.regular };
        let Some(place) = of_the_system else { return own.clone() };
        let embed = || {
            let data = self.fonts.system_font(place).data;
            Font::new(data.font.clone().into(), data.index).unwrap_or_else(|| own.clone())
        };
        self.system.borrow_mut().entry(place).or_insert_with(embed).clone()
    }

    /// Words that nobody sees, as small as the width of what they stand for. Half of the programs that read PDF know only what
    /// is drawn, not what tags say beside it; many make lines of what has its upper edge at about the same height. Squeezed
    /// letters would be larger, but poppler takes the second of two equal ones for a shadow, and their spaces for none.
    fn words(&self, surface: &mut Surface<'_>, text: &str, ([x, y], width): ([f32; 2], f32)) {
        let text = format!("{text} ");
        let glyphs: Vec<KrillaGlyph> = self.fonts.shape(&text, false).iter().map(glyph).collect();
        let size = (width / self.fonts.width(&text, 1.0, false)).min(WORDS);
        let start = Point::from_xy(x, y - (WORDS - size) * 0.5);
        surface.set_fill(Some(Fill { opacity: NormalizedF32::ZERO, ..fill(Shade::Ink) }));
        surface.draw_glyphs(start, &glyphs, self.regular.clone(), &text, size, false);
    }

    /// False for a number whose statement is not in the file.
    fn leads_somewhere(&self, link: &Link) -> bool {
        match link {
            Link::Url(_) => true,
            Link::Statement(number) => self.anchors.contains_key(number),
        }
    }

    /// A link over its text, which may stand on several lines, with words that say where it leads.
    fn annotation(&self, link: &Link, rects: &[Rect]) -> Option<Annotation> {
        let (target, alt) = match link {
            Link::Url(url) => (Target::Action(Action::Link(LinkAction::new(url.clone()))), words::to_web_page(url)),
            Link::Statement(number) => {
                let (page, y) = self.anchors.get(number)?;
                let target = XyzDestination::new(*page, Point::from_xy(0.0, *y));
                (Target::Destination(target.into()), words::to_statement(number))
            }
        };
        let link = match rects {
            [] => return None,
            [only] => LinkAnnotation::new(*only, target),
            several => {
                LinkAnnotation::new_with_quad_points(several.iter().map(|rect| (*rect).into()).collect(), target)
            }
        };
        Some(Annotation::new_link(link, Some(alt)))
    }
}

fn glyph(glyph: &Glyph) -> KrillaGlyph {
    let [right, up] = glyph.offset;
    KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, right, up, 0.0, glyph.range.clone(), None)
}

/// Empty boxes for letters that the typeface lacks.
fn lacking(surface: &mut Surface<'_>, glyphs: &[Glyph], [mut x, y]: [f32; 2], line: &TextLine) {
    let edge = Stroke { paint: color(line.shade).into(), width: line.size * 0.06, ..Stroke::default() };
    for glyph in glyphs {
        let (width, height) = (glyph.advance * line.size, line.size * 0.7);
        let mut path = PathBuilder::new();
        rounded(&mut path, [x + width * 0.1, y - height, width * 0.8, height], 0.0);
        if let Some(path) = path.finish() {
            surface.set_fill(None);
            surface.set_stroke(Some(edge.clone()));
            surface.draw_path(&path);
        }
        x += width;
    }
    surface.set_stroke(None);
    surface.set_fill(Some(fill(line.shade)));
}

fn shape(surface: &mut Surface<'_>, item: &Item) {
    let mut path = PathBuilder::new();
    let (line, shade) = match item {
        Item::Text(_) | Item::Words { .. } => return,
        Item::Rect { rect, radius, line, shade } => {
            rounded(&mut path, *rect, *radius);
            (line, shade)
        }
        Item::Polygon { corners, line, shade } => {
            for (place, [x, y]) in corners.iter().enumerate() {
                if place == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
            }
            path.close();
            (line, shade)
        }
        Item::Circle { center: [x, y], radius, line, shade } => {
            rounded(&mut path, [x - radius, y - radius, 2.0 * radius, 2.0 * radius], *radius);
            (line, shade)
        }
    };
    let Some(path) = path.finish() else { return };
    surface.set_fill(line.is_none().then(|| fill(*shade)));
    surface.set_stroke(line.map(|width| Stroke { paint: color(*shade).into(), width, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

/// What a line covers.
fn extent(line: &TextLine) -> Option<Rect> {
    let [x, y] = line.at;
    Rect::from_ltrb(x, y - line.size, x + line.width, y + line.size * 0.25)
}

fn color(shade: Shade) -> rgb::Color {
    let color = ui::page::color(shade);
    rgb::Color::new(color.r(), color.g(), color.b())
}

fn fill(shade: Shade) -> Fill {
    Fill { paint: color(shade).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn rounded(path: &mut PathBuilder, [left, top, width, height]: [f32; 4], radius: f32) {
    let (right, bottom) = (left + width, top + height);
    let radius = radius.min(width / 2.0).min(height / 2.0);
    if radius <= 0.0 {
        path.move_to(left, top);
        path.line_to(right, top);
        path.line_to(right, bottom);
        path.line_to(left, bottom);
        path.close();
        return;
    }
    let h = radius * (1.0 - HANDLE);
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - h, top, right, top + h, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(right, bottom - h, right - h, bottom, right - radius, bottom);
    path.line_to(left + radius, bottom);
    path.cubic_to(left + h, bottom, left, bottom - h, left, bottom - radius);
    path.line_to(left, top + radius);
    path.cubic_to(left, top + h, left + h, top, left + radius, top);
    path.close();
}

#[cfg(test)]
mod tests;
