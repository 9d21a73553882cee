//! One triangle into a canvas, row by row.

use eframe::egui::{
    Color32,
    epaint::{ColorImage, Vertex},
};

use super::area::Area;

/// A corner's place is counted in this many parts of a pixel, a texture's in this many parts of a texel.
const PARTS: i64 = 256;

/// Fraction bits of values that run along a row.
const FRACTION: u32 = 16;

/// A corner of a triangle in integers.
#[derive(Clone, Copy)]
pub(super) struct Corner {
    /// Place in 1/256 of a pixel.
    x: i64,
    y: i64,
    /// Place in the texture in 1/256 of a texel.
    u: i64,
    v: i64,
    color: Color32,
}

impl Corner {
    #[expect(clippy::cast_precision_loss, reason = "textures have at most 2^24 texels a side")]
    pub(super) fn new(vertex: &Vertex, scale: f32, texture: [usize; 2]) -> Self {
        Self {
            x: parts(vertex.pos.x * scale),
            y: parts(vertex.pos.y * scale),
            u: parts(vertex.uv.x * texture[0] as f32),
            v: parts(vertex.uv.y * texture[1] as f32),
            color: vertex.color,
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and such a place is far outside any picture")]
fn parts(place: f32) -> i64 {
    // Far outside is as good as very far outside, and keeps all products below 2^63.
    (place.clamp(-60_000.0, 60_000.0) * 256.0).round() as i64
}

/// A half-plane whose border runs from one corner to the next: `at(x, y) >= 0` inside.
#[derive(Clone, Copy)]
struct Edge {
    step_x: i64,
    step_y: i64,
    origin: i64,
    /// 1 if a pixel exactly on the border belongs to the neighbour.
    excluded: i64,
}

impl Edge {
    fn between(a: Corner, b: Corner) -> Self {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let half = PARTS / 2;
        let top_left = dy < 0 || (dy == 0 && dx > 0);
        Self {
            step_x: -dy * PARTS,
            step_y: dx * PARTS,
            origin: dx * (half - a.y) - dy * (half - a.x),
            excluded: i64::from(!top_left),
        }
    }

    /// Value at the centre of a pixel.
    fn at(self, x: i64, y: i64) -> i64 {
        self.origin + self.step_x * x + self.step_y * y
    }

    /// Narrows the pixels `from..to` of row `y` to those inside.
    fn narrow(self, y: i64, from: &mut i64, to: &mut i64) {
        let start = self.at(0, y) - self.excluded;
        if self.step_x > 0 {
            *from = (*from).max((-start).div_euclid(self.step_x) + i64::from((-start).rem_euclid(self.step_x) != 0));
        } else if self.step_x < 0 {
            *to = (*to).min(start.div_euclid(-self.step_x) + 1);
        } else if start < 0 {
            *to = *from;
        }
    }
}

/// A value that changes evenly over a triangle.
#[derive(Clone, Copy)]
struct Ramp {
    values: [i64; 3],
    step: i64,
}

impl Ramp {
    fn new(values: [i64; 3], edges: &[Edge; 3], area: i64) -> Self {
        let step = weigh(values, edges.map(|edge| edge.step_x), area);
        Self { values, step }
    }

    fn start(self, edges: &[Edge; 3], x: i64, y: i64, area: i64) -> i64 {
        weigh(self.values, edges.map(|edge| edge.at(x, y)), area)
    }
}

/// The weighted mean with [`FRACTION`] fraction bits. The products may need more than 64 bits; most triangles by far are
/// small, and divided in a fraction of the time.
#[expect(clippy::cast_possible_truncation, reason = "a mean of the values, or a step between them")]
fn weigh(values: [i64; 3], weights: [i64; 3], area: i64) -> i64 {
    let sum: i128 = values.iter().zip(weights).map(|(value, weight)| i128::from(*value) * i128::from(weight)).sum();
    match i64::try_from(sum << FRACTION) {
        Ok(sum) => sum / area,
        Err(_) => ((sum << FRACTION) / i128::from(area)) as i64,
    }
}

/// What the triangles are painted on: packed pixels, row by row.
#[derive(Default)]
pub(super) struct Canvas {
    width: usize,
    pixels: Vec<u32>,
}

impl Canvas {
    pub(super) fn new([width, height]: [usize; 2], background: Color32) -> Self {
        Self { width, pixels: vec![pack(background.to_array()); width * height] }
    }

    /// Covers a part with one colour.
    pub(super) fn clear(&mut self, part: Area, background: Color32) {
        for row in part.rows(self.width) {
            self.pixels[row].fill(pack(background.to_array()));
        }
    }

    /// Writes a part into a picture of the same size whose pixels are blue, green, red and nothing, from the lowest byte on.
    pub(super) fn show(&self, part: Area, to: &mut [u32]) {
        for row in part.rows(self.width) {
            for (to, from) in to[row.clone()].iter_mut().zip(&self.pixels[row]) {
                *to = from.swap_bytes() >> 8;
            }
        }
    }

    pub(super) fn into_pixels(self) -> Vec<[u8; 4]> {
        self.pixels.into_iter().map(u32::to_le_bytes).collect()
    }

    /// Paints one triangle, either way round.
    pub(super) fn triangle(&mut self, clip: Area, texture: &ColorImage, mut corners: [Corner; 3]) {
        let [a, b, c] = corners;
        let mut area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if area < 0 {
            corners.swap(1, 2);
            area = -area;
        }
        if area == 0 || corners.iter().all(|corner| corner.color == Color32::TRANSPARENT) {
            return;
        }
        let [a, b, c] = corners;
        // Each edge weighs the corner opposite to it.
        let edges = [Edge::between(b, c), Edge::between(c, a), Edge::between(a, b)];
        let shade = Shade::new(texture, &corners, &edges, area);
        let top = (a.y.min(b.y).min(c.y) / PARTS).max(clip.top);
        let bottom = (a.y.max(b.y).max(c.y) / PARTS + 1).min(clip.bottom);
        let (left, right) = (a.x.min(b.x).min(c.x) / PARTS - 1, a.x.max(b.x).max(c.x) / PARTS + 1);
        for y in top..bottom {
            // The whole row first: what is painted of it must not depend on where it is clipped.
            let (mut begin, mut end) = (left, right);
            for edge in edges {
                edge.narrow(y, &mut begin, &mut end);
            }
            let (from, to) = (begin.max(clip.left), end.min(clip.right));
            if from < to {
                self.row(y, from, to, begin, &shade);
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clipped to the picture")]
    fn row(&mut self, y: i64, from: i64, to: i64, begin: i64, shade: &Shade<'_>) {
        let start = y as usize * self.width;
        let pixels = &mut self.pixels[start + from as usize..start + to as usize];
        shade.paint(pixels, [begin, y], from - begin);
    }
}

/// What is the same all over a triangle, or changes evenly from corner to corner.
#[derive(Clone, Copy)]
enum Spread<const N: usize> {
    Even([u8; 4]),
    Ramps([Ramp; N]),
}

/// Where the colour of a triangle's pixels comes from.
struct Shade<'a> {
    texture: &'a ColorImage,
    edges: [Edge; 3],
    area: i64,
    color: Spread<4>,
    /// The texel, or the place in the texture.
    texel: Spread<2>,
}

impl<'a> Shade<'a> {
    fn new(texture: &'a ColorImage, corners: &[Corner; 3], edges: &[Edge; 3], area: i64) -> Self {
        let [a, b, c] = corners;
        let ramp = |values| Ramp::new(values, edges, area);
        let channel = |channel: usize| ramp(corners.map(|corner| i64::from(corner.color.to_array()[channel])));
        let color = if a.color == b.color && b.color == c.color {
            Spread::Even(a.color.to_array())
        } else {
            Spread::Ramps([channel(0), channel(1), channel(2), channel(3)])
        };
        let texel = if (a.u, a.v) == (b.u, b.v) && (a.u, a.v) == (c.u, c.v) {
            Spread::Even(sample(texture, a.u, a.v))
        } else {
            Spread::Ramps([ramp(corners.map(|corner| corner.u)), ramp(corners.map(|corner| corner.v))])
        };
        Self { texture, edges: *edges, area, color, texel }
    }

    /// Paints a row that begins at a place, without so many pixels of its beginning.
    fn paint(&self, pixels: &mut [u32], [x, y]: [i64; 2], skipped: i64) {
        let start = |ramp: Ramp| ramp.start(&self.edges, x, y, self.area) + ramp.step * skipped + (1 << (FRACTION - 1));
        let places = |ramps: [Ramp; 2]| Places { at: ramps.map(start), step: ramps.map(|ramp| ramp.step) };
        match (self.color, self.texel) {
            (Spread::Even(color), Spread::Even(texel)) => match pack(multiply(color, texel)) {
                color if color >> 24 == 255 => pixels.fill(color),
                color => pixels.iter_mut().for_each(|pixel| *pixel = over(color, *pixel)),
            },
            (Spread::Even(color), Spread::Ramps(ramps)) => self.letters(pixels, color, places(ramps)),
            (Spread::Ramps(channels), texel) => {
                let mut values = channels.map(start);
                let (texel, mut places) = match texel {
                    Spread::Even(texel) => (Some(texel), Places::default()),
                    Spread::Ramps(ramps) => (None, places(ramps)),
                };
                for pixel in pixels {
                    let texel = texel.unwrap_or_else(|| places.next(self.texture));
                    *pixel = over(pack(multiply(values.map(level), texel)), *pixel);
                    for (value, ramp) in values.iter_mut().zip(channels) {
                        *value += ramp.step;
                    }
                }
            }
        }
    }

    /// One colour through the texture: letters above all, whose texels mostly stand on pixels, and are mostly empty.
    fn letters(&self, pixels: &mut [u32], color: [u8; 4], mut places: Places) {
        if let Some(texels) = places.on_pixels(self.texture, pixels.len()) {
            for (pixel, texel) in pixels.iter_mut().zip(texels) {
                if *texel != Color32::TRANSPARENT {
                    *pixel = over(pack(multiply(color, texel.to_array())), *pixel);
                }
            }
            return;
        }
        for pixel in pixels {
            *pixel = over(pack(multiply(color, places.next(self.texture))), *pixel);
        }
    }
}

/// The places in the texture along a row of pixels, with [`FRACTION`] fraction bits.
#[derive(Clone, Copy, Default)]
struct Places {
    at: [i64; 2],
    step: [i64; 2],
}

impl Places {
    fn next(&mut self, texture: &ColorImage) -> [u8; 4] {
        let texel = sample(texture, self.at[0] >> FRACTION, self.at[1] >> FRACTION);
        for (at, step) in self.at.iter_mut().zip(self.step) {
            *at += step;
        }
        texel
    }

    /// The texels of so many pixels, if each pixel stands on one of the texture.
    fn on_pixels<'a>(&self, texture: &'a ColorImage, n: usize) -> Option<&'a [Color32]> {
        let [u, v] = self.at.map(|at| (at >> FRACTION) - PARTS / 2);
        if self.step != [PARTS << FRACTION, 0] || u.rem_euclid(PARTS) != 0 || v.rem_euclid(PARTS) != 0 {
            return None;
        }
        let [x, y] = [u, v].map(|place| usize::try_from(place.div_euclid(PARTS)).ok());
        let row = texture.pixels.chunks_exact(texture.size[0].max(1)).nth(y?)?;
        row.get(x?..)?.get(..n)
    }
}

#[expect(clippy::cast_sign_loss, reason = "clamped")]
fn level(value: i64) -> u8 {
    (value >> FRACTION).clamp(0, 255) as u8
}

/// The bilinear texel at a place in 1/256 of a texel.
fn sample(texture: &ColorImage, u: i64, v: i64) -> [u8; 4] {
    let (u, v) = (u - PARTS / 2, v - PARTS / 2);
    let (x, y) = (u.div_euclid(PARTS), v.div_euclid(PARTS));
    let (right, down) = (u.rem_euclid(PARTS), v.rem_euclid(PARTS));
    if right == 0 && down == 0 {
        return texel(texture, x, y);
    }
    let mix = |a: [u8; 4], b: [u8; 4], part: i64| {
        let mut mixed = [0_i64; 4];
        for (place, value) in mixed.iter_mut().enumerate() {
            *value = i64::from(a[place]) * (PARTS - part) + i64::from(b[place]) * part;
        }
        mixed
    };
    let upper = mix(texel(texture, x, y), texel(texture, x + 1, y), right);
    let lower = mix(texel(texture, x, y + 1), texel(texture, x + 1, y + 1), right);
    let mut result = [0; 4];
    for (place, value) in result.iter_mut().enumerate() {
        let sum = upper[place] * (PARTS - down) + lower[place] * down;
        *value = level(((sum + PARTS * PARTS / 2) / (PARTS * PARTS)) << FRACTION);
    }
    result
}

#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss, reason = "clamped")]
fn texel(texture: &ColorImage, x: i64, y: i64) -> [u8; 4] {
    let [width, height] = texture.size;
    let x = x.clamp(0, width as i64 - 1) as usize;
    let y = y.clamp(0, height as i64 - 1) as usize;
    texture.pixels[y * width + x].to_array()
}

fn multiply(a: [u8; 4], b: [u8; 4]) -> [u8; 4] {
    if b == [255; 4] {
        return a;
    }
    let channel = |place: usize| {
        let product = u32::from(a[place]) * u32::from(b[place]) + 128;
        ((product + (product >> 8)) >> 8).to_le_bytes()[0]
    };
    [channel(0), channel(1), channel(2), channel(3)]
}

fn pack(color: [u8; 4]) -> u32 {
    u32::from_le_bytes(color)
}

/// Premultiplied `top` over `below`, two channels at a time.
fn over(top: u32, below: u32) -> u32 {
    const LANES: u32 = 0x00FF_00FF;
    let rest = 255 - (top >> 24);
    let blend = |below: u32, top: u32| {
        let scaled = below * rest + 0x0080_0080;
        let sum = (((scaled + ((scaled >> 8) & LANES)) >> 8) & LANES) + top;
        // Additive colours may exceed a channel: a carry makes all its bits one.
        (sum | (((sum >> 8) & 0x0001_0001) * 255)) & LANES
    };
    blend(below & LANES, top & LANES) | (blend((below >> 8) & LANES, (top >> 8) & LANES) << 8)
}
