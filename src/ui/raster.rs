//! Draws egui's output into a picture without a graphics card: for tests, and for PNG files made without a window.
//!
//! Everything after the corners' rounding to 1/256 of a pixel is integer arithmetic, so that one input gives the same
//! bytes every time. The rules are those of egui's own painters: top-left fill rule, bilinear textures, vertex colour
//! times texel, premultiplied blending in gamma space.

mod area;
mod repaint;
mod triangle;

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{
    self, Color32, Context, RawInput, TextureId, TexturesDelta, Ui, Vec2,
    epaint::{ClippedPrimitive, ColorImage, ImageData, ImageDelta, Primitive},
};

use area::Area;
use triangle::{Canvas, Corner};

pub(crate) use repaint::{Repainter, Setting};

/// A drawn picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Red, green, blue, alpha of each pixel, row by row; opaque wherever the background was.
    pub pixels: Vec<[u8; 4]>,
}

impl Picture {
    /// The picture as a PNG file.
    ///
    /// # Errors
    /// If the picture is empty or too large for the format.
    pub(crate) fn to_png(&self) -> Result<Vec<u8>, png::EncodingError> {
        let too_large = |_| png::EncodingError::LimitsExceeded;
        let width = u32::try_from(self.width).map_err(too_large)?;
        let height = u32::try_from(self.height).map_err(too_large)?;
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(self.pixels.as_flattened())?;
        writer.finish()?;
        Ok(file)
    }
}

/// The textures that egui has handed over so far, and the drawing itself.
#[derive(Clone, Default)]
pub struct Rasteriser {
    textures: BTreeMap<TextureId, ColorImage>,
}

impl Rasteriser {
    /// Takes over new, changed and freed textures and leaves `delta` empty.
    #[expect(clippy::iter_over_hash_type, reason = "textures do not depend on one another")]
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.set(id, &change);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn set(&mut self, id: TextureId, change: &ImageDelta) {
        let ImageData::Color(image) = &change.image;
        let Some([left, top]) = change.pos else {
            self.textures.insert(id, Arc::unwrap_or_clone(Arc::clone(image)));
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        let [width, height] = image.size;
        for row in 0..height {
            let to = (top + row) * texture.size[0] + left;
            texture.pixels[to..to + width].copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
        }
    }

    /// Draws what `Context::tessellate` returned onto an opaque background; `size` is in pixels.
    #[must_use]
    pub fn paint(
        &self,
        size: [usize; 2],
        pixels_per_point: f32,
        background: Color32,
        primitives: &[ClippedPrimitive],
    ) -> Picture {
        let mut canvas = Canvas::new(size, background);
        self.paint_onto(&mut canvas, Area::whole(size), pixels_per_point, primitives);
        let [width, height] = size;
        Picture { width, height, pixels: canvas.into_pixels() }
    }

    /// Draws what falls into a part of the canvas.
    fn paint_onto(&self, canvas: &mut Canvas, part: Area, pixels_per_point: f32, primitives: &[ClippedPrimitive]) {
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            // Callbacks draw with the graphics card; this program uses none.
            let Primitive::Mesh(mesh) = primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            let clip = Area::of(*clip_rect, pixels_per_point, part);
            let corners: Vec<Corner> =
                mesh.vertices.iter().map(|vertex| Corner::new(vertex, pixels_per_point, texture.size)).collect();
            for [a, b, c] in mesh.triangles() {
                canvas.triangle(clip, texture, [corners[a as usize], corners[b as usize], corners[c as usize]]);
            }
        }
    }

    /// Draws the last output of `ctx` onto its panel colour.
    #[must_use]
    pub fn paint_output(&self, ctx: &Context, output: &egui::FullOutput) -> Picture {
        let scale = output.pixels_per_point;
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let size = pixels(ctx.viewport_rect().size(), scale);
        self.paint(size, scale, ctx.global_style().visuals.panel_fill, &primitives)
    }
}

/// Runs `ui` in a context of its own and draws it: a picture without a window. `set_up` installs fonts and theme;
/// `size` is in points.
pub fn draw(size: Vec2, pixels_per_point: f32, set_up: impl FnOnce(&Context), mut ui: impl FnMut(&mut Ui)) -> Picture {
    let ctx = Context::default();
    set_up(&ctx);
    let mut rasteriser = Rasteriser::default();
    let mut run = || {
        let mut input =
            RawInput { screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)), ..RawInput::default() };
        if let Some(viewport) = input.viewports.get_mut(&egui::ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(pixels_per_point);
        }
        let mut output = ctx.run_ui(input, &mut ui);
        rasteriser.apply(&mut output.textures_delta);
        output
    };
    // The first frame measures, the second one stands.
    run();
    let output = run();
    rasteriser.paint_output(&ctx, &output)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are positive and below 2^24")]
fn pixels(size: Vec2, scale: f32) -> [usize; 2] {
    [(size.x * scale).round() as usize, (size.y * scale).round() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Mesh, Pos2, Rect, pos2};

    fn white() -> Rasteriser {
        let mut rasteriser = Rasteriser::default();
        rasteriser.textures.insert(TextureId::default(), ColorImage::filled([1, 1], Color32::WHITE));
        rasteriser
    }

    fn paint(mesh: Mesh, clip: Rect) -> Picture {
        let primitive = ClippedPrimitive { clip_rect: clip, primitive: Primitive::Mesh(mesh) };
        white().paint([8, 8], 1.0, Color32::BLACK, &[primitive])
    }

    fn everywhere() -> Rect {
        Rect::from_min_max(Pos2::ZERO, pos2(8.0, 8.0))
    }

    #[test]
    fn a_rectangle_covers_exactly_its_pixels() {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(Rect::from_min_max(pos2(1.0, 2.0), pos2(5.0, 4.0)), Color32::WHITE);
        let picture = paint(mesh, everywhere());
        for (place, pixel) in picture.pixels.iter().enumerate() {
            let (x, y) = (place % 8, place / 8);
            let inside = (1..5).contains(&x) && (2..4).contains(&y);
            assert_eq!(pixel[0], if inside { 255 } else { 0 }, "at {x},{y}");
        }
    }

    #[test]
    fn triangles_that_share_an_edge_paint_no_pixel_twice() {
        let mut mesh = Mesh::default();
        let half = Color32::from_white_alpha(128);
        mesh.add_colored_rect(everywhere(), half);
        let picture = paint(mesh, everywhere());
        assert!(picture.pixels.iter().all(|pixel| *pixel == [128, 128, 128, 255]));
    }

    #[test]
    fn nothing_is_painted_outside_the_clip_rectangle() {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(everywhere(), Color32::WHITE);
        let picture = paint(mesh, Rect::from_min_max(pos2(2.0, 2.0), pos2(3.0, 3.0)));
        assert_eq!(picture.pixels.iter().filter(|pixel| pixel[0] != 0).count(), 1);
    }

    #[test]
    fn colours_run_evenly_between_corners() {
        let mut mesh = Mesh::default();
        for (x, y, level) in [(0.0, 0.0, 0), (8.0, 0.0, 255), (0.0, 8.0, 0), (8.0, 8.0, 255)] {
            mesh.colored_vertex(pos2(x, y), Color32::from_gray(level));
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(2, 1, 3);
        let picture = paint(mesh, everywhere());
        let row: Vec<u8> = picture.pixels[..8].iter().map(|pixel| pixel[0]).collect();
        assert_eq!(row, [16, 48, 80, 112, 143, 175, 207, 239]);
    }

    #[test]
    fn a_picture_becomes_a_png_file() {
        let picture = paint(Mesh::default(), everywhere());
        let file = picture.to_png().expect("a small picture");
        assert_eq!(&file[1..4], b"PNG");
    }
}
