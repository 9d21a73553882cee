//! A number among an ordered list of values, named ones ("no date", "never") included: buttons to step, a slider to
//! drag, and a field that opens the list of all values. Dragging is never the only way.

use eframe::egui::{
    Rangef, Rect, Response, Role, Sense, Ui, WidgetInfo,
    accesskit::{Action, ActionData},
    pos2, vec2,
};

use super::{
    choice::{CHEVRON_ROOM, field_button, list},
    control::{Board, ControlOutput, ControlSpec, Face, width},
    outline::circle,
};
use crate::ui::fonts;

/// A slider narrower than this is left out: the buttons and the list remain.
const LEAST_SLIDER: f32 = 72.0;

/// Shows the control in `rect`, all of which it fills.
pub fn number(ui: &mut Ui, rect: Rect, spec: &ControlSpec<'_>) -> ControlOutput {
    let mut board = Board::new(ui, rect, spec, Role::Group);
    let parts = Parts::of(&board);
    step_button(&mut board, parts.minus, -1);
    slider(&mut board, &parts);
    step_button(&mut board, parts.plus, 1);
    let field = field_button(&mut board, parts.field, &spec.named(spec.texts.all_values));
    board.divider(parts.field.left());
    board.dash();
    let ControlOutput { chosen, hovered, .. } = list(&field, spec, parts.field.width());
    let mut out = board.finish();
    out.chosen = out.chosen.or(chosen);
    out.hovered = out.hovered.or(hovered);
    out
}

/// Where the parts are, from left to right.
struct Parts {
    minus: Rect,
    slider: Option<Rect>,
    plus: Rect,
    field: Rect,
}

impl Parts {
    fn of(board: &Board<'_>) -> Self {
        let font = fonts::regular(board.tokens.size.body);
        let names = board.spec.options.iter().map(|option| option.name).chain([board.spec.texts.nothing_chosen]);
        let widest = names.map(|name| width(&board.ui, name, font.clone())).fold(0.0, f32::max);
        let end = board.dash_rect().left();
        let step = board.tokens.size.target.min(board.rect.width() / 6.0);
        let wanted = widest + 12.0 + CHEVRON_ROOM;
        let cut = |from: f32, to: f32| {
            Rect::from_x_y_ranges(Rangef::new(board.pen.snap(from), board.pen.snap(to)), board.rect.y_range())
        };
        let left = board.rect.left();
        let room = end - left - 2.0 * step - wanted;
        let track = if room >= LEAST_SLIDER { room } else { 0.0 };
        let field = left + 2.0 * step + track;
        Self {
            minus: cut(left, left + step),
            slider: (track > 0.0).then(|| cut(left + step, left + step + track)),
            plus: cut(left + step + track, field),
            field: cut(field, end),
        }
    }
}

/// The nearest available value in a direction; from "not in the plan" the first one.
#[must_use]
pub fn step(spec: &ControlSpec<'_>, direction: i32) -> Option<usize> {
    let available = |index: &usize| spec.options[*index].available;
    match spec.selected {
        Some(index) if direction < 0 => (0..index).rev().find(available),
        Some(index) => (index + 1..spec.options.len()).find(available),
        None if direction > 0 => (0..spec.options.len()).find(available),
        None => None,
    }
}

fn step_button(board: &mut Board<'_>, rect: Rect, direction: i32) {
    let spec = board.spec;
    let response = board.part(rect, direction);
    let target = step(spec, direction);
    let text = if direction < 0 { spec.texts.previous } else { spec.texts.next };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, target.is_some(), spec.named(text)));
    let face = match target {
        None => Face::Off,
        Some(_) if response.hovered() => Face::Hovered,
        Some(_) => Face::Rest,
    };
    board.ground(rect, face);
    let ink = if target.is_some() { board.tokens.ink } else { board.tokens.edge };
    let thick = board.pen.whole(2.0);
    board.pen.rect(Rect::from_center_size(rect.center(), vec2(12.0, thick)), ink);
    if direction > 0 {
        board.pen.rect(Rect::from_center_size(rect.center(), vec2(thick, 12.0)), ink);
    }
    if target.is_some() {
        board.answer(&response, target);
    }
}

fn slider(board: &mut Board<'_>, parts: &Parts) {
    let spec = board.spec;
    let id = spec.id.with("slider");
    // Without room for a track the value field stands for it in the accessibility tree.
    let (rect, sense) = parts.slider.map_or((parts.field, Sense::hover()), |rect| (rect, Sense::CLICK | Sense::DRAG));
    let response = board.ui.interact(rect, id, sense);
    describe(board, &response);
    if let Some(index) = asked_by_reader(board, &response) {
        board.out.chosen = Some(Some(index));
    }
    let Some(rect) = parts.slider else { return };
    let track = Rangef::new(rect.left() + 16.0, rect.right() - 16.0);
    let under =
        response.interact_pointer_pos().or(response.hover_pos()).and_then(|place| nearest(spec, track, place.x));
    if response.hovered() || response.dragged() {
        board.out.hovered = under.map(Some);
    }
    if response.is_pointer_button_down_on() && under.is_some() && under != spec.selected {
        board.out.chosen = under.map(Some);
    }
    paint_track(board, rect, track, under);
}

fn describe(board: &Board<'_>, response: &Response) {
    let spec = board.spec;
    let last = spec.options.len().saturating_sub(1);
    let ends = spec.options.first().zip(spec.options.last());
    let range = ends.map_or_else(String::new, |(first, last)| (spec.texts.range)(first.name, last.name));
    let value = spec.selected.map_or(spec.texts.not_in_plan, |index| spec.options[index].name);
    let name = spec.named(&format!("{value}, {range}"));
    response.widget_info(|| WidgetInfo::slider(true, float(spec.selected.unwrap_or(0)), &name));
    board.ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(value);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(float(last));
        node.set_numeric_value_step(1.0);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.add_action(Action::SetValue);
    });
}

/// The value that a screen reader asked for.
fn asked_by_reader(board: &Board<'_>, response: &Response) -> Option<usize> {
    let spec = board.spec;
    board.ui.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(response.id, action) > 0;
        if asked(Action::Increment) {
            return step(spec, 1);
        }
        if asked(Action::Decrement) {
            return step(spec, -1);
        }
        let request = input.accesskit_action_requests(response.id, Action::SetValue).next()?;
        let Some(ActionData::NumericValue(value)) = request.data else { return None };
        (0..spec.options.len())
            .filter(|index| spec.options[*index].available)
            .min_by(|a, b| (float(*a) - value).abs().total_cmp(&(float(*b) - value).abs()))
    })
}

/// The available value nearest to a place on the track.
fn nearest(spec: &ControlSpec<'_>, track: Rangef, x: f32) -> Option<usize> {
    let distance = |index: &usize| (place(spec, track, *index) - x).abs();
    let available = (0..spec.options.len()).filter(|index| spec.options[*index].available);
    available.min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred values")]
fn place(spec: &ControlSpec<'_>, track: Rangef, index: usize) -> f32 {
    let last = spec.options.len().saturating_sub(1).max(1);
    track.min + track.span() * index as f32 / last as f32
}

fn paint_track(board: &mut Board<'_>, rect: Rect, track: Rangef, under: Option<usize>) {
    let (spec, tokens) = (board.spec, board.tokens);
    let y = rect.center().y;
    let bar = |from: f32, to: f32, half: f32| Rect::from_x_y_ranges(from..=to, y - half..=y + half);
    board.pen.rect(bar(track.min, track.max, 1.0), tokens.edge);
    let shown = spec.previewed.flatten().or(under);
    if let Some(index) = shown.filter(|index| spec.selected != Some(*index)) {
        let at = pos2(place(spec, track, index), y);
        board.pen.fill(circle(5.0), at, 5.0, tokens.edge);
    }
    let Some(index) = spec.selected else { return };
    let at = pos2(board.pen.snap(place(spec, track, index)), y);
    board.pen.rect(bar(track.min, at.x, 2.0), tokens.ink);
    board.pen.fill(circle(8.0), at, 8.0, tokens.surface);
    board.pen.line(circle(8.0), at, 8.0, 2.5, tokens.ink);
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred values")]
fn float(index: usize) -> f64 {
    index as f64
}
