//! A window's picture, kept from frame to frame: drawn anew is only what differs from the frame before.

use eframe::egui::{Color32, Context, Rect, TexturesDelta, epaint::ClippedShape};

use super::{Rasteriser, area::Area, triangle::Canvas};

/// Points around a shape that its smooth edges may reach.
const EDGE: f32 = 2.0;

/// Draws one window.
#[derive(Default)]
pub(crate) struct Repainter {
    painter: Rasteriser,
    canvas: Canvas,
    /// What is on the canvas.
    shapes: Vec<ClippedShape>,
    setting: Option<Setting>,
}

/// What all of a picture depends on.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Setting {
    /// In pixels.
    pub size: [usize; 2],
    pub pixels_per_point: f32,
    pub background: Color32,
}

/// The part of a picture that was drawn.
#[derive(Clone, Copy)]
pub(crate) struct Drawn(Area);

impl Repainter {
    /// Draws a frame: its textures, which are taken over, and its shapes.
    pub(crate) fn paint(
        &mut self,
        ctx: &Context,
        textures: &mut TexturesDelta,
        shapes: Vec<ClippedShape>,
        setting: Setting,
    ) -> Drawn {
        let whole = Area::whole(setting.size);
        let scale = setting.pixels_per_point;
        // A texture that came whole may stand otherwise under letters that seem to be the same.
        let are_new = textures.set.values().flatten().any(|change| change.pos.is_none());
        self.painter.apply(textures);
        let part = if are_new || self.setting != Some(setting) {
            self.canvas = Canvas::new(setting.size, setting.background);
            whole
        } else {
            let part = Area::of(difference(&self.shapes, &shapes), scale, whole);
            self.canvas.clear(part, setting.background);
            part
        };
        if !part.is_empty() {
            let falls_in = |shape: &&ClippedShape| !Area::of(place(shape), scale, part).is_empty();
            let primitives = ctx.tessellate(shapes.iter().filter(falls_in).cloned().collect(), scale);
            self.painter.paint_onto(&mut self.canvas, part, scale, &primitives);
        }
        self.setting = Some(setting);
        self.shapes = shapes;
        Drawn(part)
    }

    /// Takes over the textures of a frame that nobody sees.
    pub(crate) fn keep(&mut self, textures: &mut TexturesDelta) {
        self.painter.apply(textures);
        self.setting = None;
    }

    /// Writes what was drawn, or all of the picture, as pixels of blue, green, red and nothing, from the lowest byte on.
    pub(crate) fn show(&self, drawn: Option<Drawn>, pixels: &mut [u32]) {
        let whole = self.setting.map_or(Area::whole([0, 0]), |setting| Area::whole(setting.size));
        self.canvas.show(drawn.map_or(whole, |Drawn(part)| part), pixels);
    }
}

/// Where two frames may differ. Most of a frame is as it was, before and behind what has changed.
fn difference(before: &[ClippedShape], now: &[ClippedShape]) -> Rect {
    let front = before.iter().zip(now).take_while(|(before, now)| before == now).count();
    let (before, now) = (&before[front..], &now[front..]);
    let back = before.iter().rev().zip(now.iter().rev()).take_while(|(before, now)| before == now).count();
    let (before, now) = (&before[..before.len() - back], &now[..now.len() - back]);
    before.iter().chain(now).map(place).fold(Rect::NOTHING, Rect::union)
}

/// Where a shape paints.
fn place(shape: &ClippedShape) -> Rect {
    let bounds = shape.transform_after_tessellation * shape.shape.visual_bounding_rect();
    let seen = bounds.expand(EDGE).intersect(shape.clip_rect);
    if seen.is_positive() { seen } else { Rect::NOTHING }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::egui::{Event, Key, Modifiers, PointerButton, RawInput, pos2, vec2};

    use super::*;
    use crate::{
        app::{Case, Catalog, Settings, State},
        domain::practice::dossier,
        ui,
    };

    const SIZE: [usize; 2] = [800, 500];

    fn state() -> State {
        let case = Arc::new(Case::new(dossier(), "0".repeat(12), true));
        State::new(case, Catalog::default(), Settings::default(), "My plan".to_owned())
    }

    /// A hand that goes over the window, clicks here and there, and presses keys.
    fn hand() -> Vec<Vec<Event>> {
        let key = |key, pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::default(),
        };
        let click = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::default(),
        };
        let mut frames = Vec::new();
        for step in 0..30_u8 {
            let pos = pos2(25.0 * f32::from(step), 40.0 + 15.0 * f32::from(step));
            frames.push(vec![Event::PointerMoved(pos)]);
            if step % 7 == 0 {
                frames.push(vec![click(pos, true)]);
                frames.push(vec![click(pos, false)]);
            }
            if step % 5 == 0 {
                let pressed =
                    [Key::ArrowDown, Key::ArrowRight, Key::Num1, Key::M, Key::Escape][usize::from(step / 5 % 5)];
                frames.push(vec![key(pressed, true), key(pressed, false)]);
            }
        }
        frames
    }

    #[test]
    fn what_is_drawn_in_parts_is_what_is_drawn_as_a_whole() {
        let ctx = Context::default();
        ui::fonts::install(&ctx);
        ui::theme::install(&ctx);
        let mut state = state();
        let (mut parts, mut whole) = (Repainter::default(), Rasteriser::default());
        let mut screen = vec![0; SIZE[0] * SIZE[1]];
        let (mut n, mut in_part) = (0, 0);
        for (frame, events) in hand().into_iter().enumerate() {
            let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(800.0, 500.0)));
            let time = Some(f64::from(u32::try_from(frame).unwrap()) * 0.03);
            let mut actions = Vec::new();
            let input = RawInput { screen_rect, time, events, ..RawInput::default() };
            let mut output = ctx.run_ui(input, |ui| actions = ui::shell(ui, &state));
            for action in actions {
                state.apply(action);
            }
            let mut textures = std::mem::take(&mut output.textures_delta);
            whole.apply(&mut textures.clone());
            let setting = Setting {
                size: SIZE,
                pixels_per_point: output.pixels_per_point,
                background: ctx.global_style().visuals.panel_fill,
            };
            let expected = whole.paint_output(&ctx, &output);
            let drawn = parts.paint(&ctx, &mut textures, std::mem::take(&mut output.shapes), setting);
            parts.show(Some(drawn), &mut screen);
            let as_shown = |[red, green, blue, _]: &[u8; 4]| u32::from_be_bytes([0, *red, *green, *blue]);
            let differ = screen.iter().zip(&expected.pixels).filter(|(is, should)| **is != as_shown(should)).count();
            assert_eq!(differ, 0, "pixels of frame {frame}");
            n += 1;
            in_part += usize::from(drawn.0 != Area::whole(SIZE));
        }
        assert!(in_part * 2 > n, "{in_part} of {n} frames were drawn in part");
    }
}
