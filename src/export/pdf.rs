//! Pages as a PDF file: our typeface embedded, only the glyphs that are used; text that can be selected and searched;
//! numbers that lead to their statements, addresses that lead to the web.

use std::{cell::RefCell, collections::BTreeMap};

use krilla::{
    Document, SerializeSettings,
    action::{Action, LinkAction},
    annotation::{Annotation, LinkAnnotation, Target},
    color::rgb,
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect, Transform},
    metadata::Metadata,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, FillRule, Stroke},
    surface::Surface,
    text::{Font, GlyphId, KrillaGlyph},
};

use super::{
    ExportError,
    fonts::{Fonts, Glyph},
    material::Material,
};
use crate::{
    app::{Item, Link, Page, Shade, TextLine},
    ui::{
        self,
        fonts::{REGULAR_FILE, SEMIBOLD_FILE},
    },
    wording,
};

/// A quarter of a circle, drawn as a curve: how far its handles reach, in radii.
const HANDLE: f32 = 0.552_285;

/// Draws onto the pages of a file.
struct Printer {
    fonts: Fonts,
    regular: Font,
    strong: Font,
    /// Fonts of the system, by their place in [`Fonts::system_font`].
    system: RefCell<BTreeMap<usize, Font>>,
    /// Page and height of each numbered statement.
    anchors: BTreeMap<u16, (usize, f32)>,
}

/// The file.
///
/// # Errors
/// If the library refuses a page or a font.
pub fn pdf(material: &Material<'_>, pages: &[Page]) -> Result<Vec<u8>, ExportError> {
    print(material, pages, SerializeSettings { enable_tagging: false, ..SerializeSettings::default() })
}

fn print(material: &Material<'_>, pages: &[Page], settings: SerializeSettings) -> Result<Vec<u8>, ExportError> {
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
    };
    let mut document = Document::new_with(settings);
    let title = pages.first().map_or_else(String::new, |page| page.name.clone());
    let metadata = Metadata::new()
        .title(title)
        .creator(wording::ui::PROGRAM.to_owned())
        .language(material.dossier.language.clone());
    document.set_metadata(metadata);
    for page in pages {
        let settings = PageSettings::from_wh(page.width, page.height).ok_or_else(|| failed("page"))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        page.items.iter().for_each(|item| printer.item(&mut surface, item));
        surface.finish();
        for line in page.items.iter().filter_map(text) {
            if let Some(annotation) = printer.link(line) {
                sheet.add_annotation(annotation);
            }
        }
        sheet.finish();
    }
    document.finish().map_err(|error| ExportError::Failed(format!("{error:?}")))
}

fn failed(what: &str) -> ExportError {
    ExportError::Failed(what.to_owned())
}

fn text(item: &Item) -> Option<&TextLine> {
    match item {
        Item::Text(line) => Some(line),
        Item::Rect { .. } | Item::Polygon { .. } | Item::Circle { .. } => None,
    }
}

impl Printer {
    fn item(&self, surface: &mut Surface<'_>, item: &Item) {
        let mut path = PathBuilder::new();
        let (line, shade) = match item {
            Item::Text(line) => return self.text(surface, line),
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

    fn text(&self, surface: &mut Surface<'_>, line: &TextLine) {
        let [x, y] = line.at;
        surface.set_fill(Some(fill(line.shade)));
        if line.upwards {
            surface.push_transform(&Transform::from_row(0.0, -1.0, 1.0, 0.0, x, y));
            self.glyphs(surface, line, [0.0, 0.0]);
            surface.pop();
        } else {
            self.glyphs(surface, line, [x, y]);
        }
    }

    /// The glyphs of a line, those of one font after those of another.
    fn glyphs(&self, surface: &mut Surface<'_>, line: &TextLine, [mut x, y]: [f32; 2]) {
        let glyph = |glyph: &Glyph| {
            let [right, up] = glyph.offset;
            KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, right, up, 0.0, glyph.range.clone(), None)
        };
        let glyphs = self.fonts.shape(&line.text, line.strong);
        for run in glyphs.chunk_by(|one, next| one.of_the_system == next.of_the_system) {
            let font = self.font(run[0].of_the_system, line.strong);
            let laid: Vec<KrillaGlyph> = run.iter().map(glyph).collect();
            surface.draw_glyphs(Point::from_xy(x, y), &laid, font, &line.text, line.size, false);
            x += run.iter().map(|glyph| glyph.advance).sum::<f32>() * line.size;
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

    /// A link over its text; one to a statement that is not in the file leads nowhere and is left out.
    fn link(&self, line: &TextLine) -> Option<Annotation> {
        let target = match line.link.as_ref()? {
            Link::Url(url) => Target::Action(Action::Link(LinkAction::new(url.clone()))),
            Link::Statement(number) => {
                let (page, y) = self.anchors.get(number)?;
                Target::Destination(XyzDestination::new(*page, Point::from_xy(0.0, *y)).into())
            }
        };
        let [x, y] = line.at;
        let rect = Rect::from_ltrb(x, y - line.size, x + line.width, y + line.size * 0.25)?;
        Some(LinkAnnotation::new(rect, target).into())
    }
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
mod tests {
    use super::*;
    use crate::{
        app::{Paper, Sheet},
        domain::{Scenario, ValueIx},
        export::{Made, pages},
        wording::{DateStyle, fixture},
    };

    /// The text of a file whose contents are not packed.
    fn plain(sheets: &[Sheet]) -> (String, usize) {
        let dossier = fixture::dossier();
        let mut scenario = Scenario::empty(&dossier, "Trial".to_owned());
        scenario.plan.set(fixture::TROOPS, Some(ValueIx(1)));
        let material = Material::new(&dossier, &scenario, "0123456789ab", Made::Own, DateStyle::Words);
        let pages = pages(&material, sheets, Paper::A4);
        let settings = SerializeSettings {
            enable_tagging: false,
            compress_content_streams: false,
            ascii_compatible: true,
            ..SerializeSettings::default()
        };
        let file = print(&material, &pages, settings).unwrap();
        (String::from_utf8_lossy(&file).into_owned(), pages.len())
    }

    #[test]
    fn a_file_has_the_pages_and_text_that_can_be_selected() {
        let (text, n_pages) = plain(&[Sheet::Plan, Sheet::Sources, Sheet::AnswerKey]);
        assert_eq!(n_pages, 3);
        assert!(text.contains(&format!("/Count {n_pages}")), "{text}");
        assert!(text.matches("\nBT").count() > 20, "text is drawn as text");
        for part in ["/FontFile3", "/ToUnicode", "/Lang", "+Inter-Regular", "+Inter-SemiBold"] {
            assert!(text.contains(part), "{part}");
        }
    }

    #[test]
    fn numbers_lead_to_their_statement_and_addresses_to_the_web() {
        let (text, _) = plain(&[Sheet::Plan, Sheet::Sources]);
        assert!(text.contains("/XYZ"), "{text}");
        assert!(text.contains("https://example.org/talks"));
        let (alone, _) = plain(&[Sheet::Plan]);
        assert!(!alone.contains("/XYZ"), "without the sources there is nowhere to go");
    }
}
