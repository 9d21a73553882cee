//! Tool tips: what is said of a thing while the pointer rests on it.
//!
//! There is one rule for where they stand: beside the thing, inside the window, and never over what may be clicked next,
//! which is the nearest thing on each side of it and whatever lies inside of it.

use eframe::egui::{
    Context, Frame, Id, Label, LayerId, Order, Pos2, Rect, RectAlign, Response, Role, TextStyle, TextWrapMode, Tooltip,
    Ui, Vec2, Widget as _, WidgetRect, WidgetText, emath::Align2, pos2, vec2,
};

use crate::ui::{fonts, theme};

/// A thing that has a tool tip.
pub(crate) trait Tip: Sized {
    /// Says this of it, to those who listen as well.
    fn tip(self, text: impl Into<String>) -> Self;

    /// Says of it what is worked out only when it is shown, and what its name says already.
    fn tip_with(self, text: impl FnOnce() -> String) -> Self;
}

impl Tip for Response {
    fn tip(self, text: impl Into<String>) -> Self {
        let text = text.into();
        // As egui describes what has a text of its own: what has no name is named by it.
        if self.ctx.has_accesskit_node(self.id) {
            self.ctx.accesskit_node_builder(self.id, |node| {
                if node.description().is_none() {
                    node.set_description(text.as_str());
                }
                let is_named = node.label().is_some_and(|name| !name.is_empty())
                    || !node.labelled_by().is_empty()
                    || node.role() == Role::Label;
                if !is_named {
                    node.set_label(text.as_str());
                }
            });
        }
        self.tip_with(|| text)
    }

    fn tip_with(self, text: impl FnOnce() -> String) -> Self {
        // One that is open stays so for egui while the pointer rests there, also under a dialog or a page that came over it.
        if !self.contains_pointer() {
            return self;
        }
        let mut tooltip = Tooltip::for_enabled(&self);
        if !tooltip.popup.is_open() {
            return self;
        }
        let (ctx, text) = (self.ctx.clone(), text());
        let style = ctx.global_style();
        let tokens = theme::tokens(&ctx);
        let width = style.spacing.tooltip_width.min(ctx.content_rect().width() - 60.0);
        let font = fonts::regular(tokens.size.body);
        let galley = ctx.fonts_mut(|fonts| fonts.layout(text.clone(), font, tokens.ink, width));
        let frame = Frame::popup(&style);
        let at = kept_place(&self, &text, galley.size() + frame.total_margin().sum());
        let corner = RectAlign { parent: Align2::LEFT_TOP, child: Align2::LEFT_TOP };
        tooltip.popup = tooltip.popup.at_position(at).align(corner).align_alternatives(&[]).frame(frame);
        tooltip.gap(0.0).show(|ui| Label::new(galley).ui(ui));
        self
    }
}

/// Text on one line that is cut where its room ends; true if it was.
#[expect(clippy::disallowed_methods, reason = "here its own tool tip is switched off")]
pub(crate) fn one_line(ui: &mut Ui, text: impl Into<WidgetText>) -> (Response, bool) {
    let text = text.into();
    let whole = text.clone().into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
    let is_cut = whole.size().x > ui.available_width();
    (ui.add(Label::new(text).truncate().show_tooltip_when_elided(false)), is_cut)
}

/// The same. Where it was cut it shows itself whole.
pub(crate) fn cut(ui: &mut Ui, text: impl Into<WidgetText>) -> Response {
    let text = text.into();
    let (response, is_cut) = one_line(ui, text.clone());
    if is_cut { response.tip_with(|| text.text().to_owned()) } else { response }
}

/// Where a tool tip stands: while it says the same of the same thing, with the same things around it, it stays there, unless
/// the pointer comes there.
fn kept_place(response: &Response, text: &str, size: Vec2) -> Pos2 {
    let (ctx, id) = (&response.ctx, response.id.with("tip"));
    let pointer = ctx.pointer_hover_pos().unwrap_or(response.rect.center());
    // Of what was scrolled away nothing is left to stand beside.
    let own = Some(response.interact_rect).filter(Rect::is_positive).unwrap_or(Rect::from_pos(pointer));
    let others = clickable(response);
    let bits = |rect: Rect| [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f32::to_bits);
    let told = kept_clear(ctx);
    let next = next_from(own, pointer, &others).into_iter().chain(told.iter().copied());
    let next: Vec<[u32; 4]> = next.map(bits).collect();
    let around: Vec<[u32; 4]> = others.iter().copied().map(bits).collect();
    let key = Id::unique((text, bits(own), [size.x, size.y].map(f32::to_bits), around, next));
    let open = Tooltip::was_tooltip_open_last_frame(ctx, response.id);
    let kept: Option<(Id, Pos2)> = ctx.data(|data| data.get_temp(id)).filter(|(known, _)| open && *known == key);
    let is_under_pointer =
        |at: &Pos2| ctx.pointer_hover_pos().is_some_and(|pointer| Rect::from_min_size(*at, size).contains(pointer));
    if let Some(at) = kept.map(|(_, at)| at).filter(|at| !is_under_pointer(at)) {
        return at;
    }
    let at = place(ctx.content_rect().shrink(2.0), (own, pointer), &others, &told, size);
    ctx.data_mut(|data| data.insert_temp(id, (key, at)));
    at
}

/// What is to be read in this frame, whatever the pointer rests on: no tool tip lies over it.
pub(crate) fn keep_clear(ui: &Ui, told: Rect) {
    let frame = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| {
        let all: &mut Vec<(u64, Rect)> = data.get_temp_mut_or_default(kept_clear_id());
        all.retain(|(then, known)| then + 1 >= frame && *known != told);
        all.push((frame, told));
    });
}

fn kept_clear_id() -> Id {
    Id::unique("kept_clear")
}

/// What is to be read, if a dialog does not cover it.
fn kept_clear(ctx: &Context) -> Vec<Rect> {
    if ctx.memory(|memory| memory.top_modal_layer()).is_some() {
        return Vec::new();
    }
    let all: Vec<(u64, Rect)> = ctx.data(|data| data.get_temp(kept_clear_id())).unwrap_or_default();
    all.into_iter().filter(|(then, _)| then + 1 >= ctx.cumulative_frame_nr()).map(|(_, told)| told).collect()
}

/// What else can be clicked where the thing is: in the dialog that is open, or anywhere in the window.
fn clickable(response: &Response) -> Vec<Rect> {
    let ctx = &response.ctx;
    let modal = ctx.memory(|memory| memory.top_modal_layer());
    let counts = |layer: &LayerId| {
        layer.order < Order::Tooltip && modal.is_none_or(|modal| *layer == modal || layer.order > modal.order)
    };
    let own = response.interact_rect;
    let window = ctx.content_rect();
    ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers().filter(|(layer, _)| counts(layer));
        let widgets = layers.flat_map(|(_, widgets)| within_reach(widgets)).filter(|widget| {
            let is_around = widget.interact_rect.expand(0.5).contains_rect(own);
            let is_ground = widget.interact_rect.area() > window.area() / 4.0;
            widget.id != response.id && !is_around && !is_ground
        });
        widgets.map(|widget| widget.interact_rect).collect()
    })
}

/// What can be clicked of the widgets of a layer: a page that was drawn later covers what lies under it.
fn within_reach(widgets: &[WidgetRect]) -> impl Iterator<Item = &WidgetRect> {
    let is_over = |upper: &WidgetRect, lower: &WidgetRect| {
        let (upper_rect, lower_rect) = (upper.interact_rect, lower.interact_rect);
        let is_larger = upper_rect.area() > 2.0 * lower_rect.area();
        upper.enabled && upper.sense.senses_click() && is_larger && upper_rect.expand(0.5).contains_rect(lower_rect)
    };
    widgets.iter().enumerate().filter_map(move |(place, widget)| {
        let senses = widget.sense.senses_click() || widget.sense.senses_drag();
        let is_there = senses && widget.enabled && widget.interact_rect.is_positive();
        let is_covered = || widgets[place + 1..].iter().any(|upper| is_over(upper, widget));
        (is_there && !is_covered()).then_some(widget)
    })
}

/// The room that the pointer itself takes, in points around its tip.
const POINTER: f32 = 14.0;

/// Between a thing and its tool tip, in points.
const GAP: f32 = 6.0;

/// A thing larger than this, in points, is pointed at where the pointer is.
const LARGE: Vec2 = vec2(200.0, 60.0);

/// Further than this, in points, nothing is the next thing.
const NEAR: f32 = 60.0;

/// How far apart the places are that are tried, in points.
const STEP: Vec2 = vec2(24.0, 12.0);

/// What it costs to cover a square of 10 by 10 points of something, to cover the next thing or the thing itself, and to be
/// a point away.
const COVERED: f32 = 2.5;
const COVERED_NEXT: f32 = 1_000.0;
const COVERED_OWN: f32 = 10_000.0;
const AWAY: f32 = 2.0;

/// The upper left corner of a tool tip of this size, of what the pointer rests on. What is `told` counts as the next thing.
fn place(window: Rect, (own, pointer): (Rect, Pos2), clickable: &[Rect], told: &[Rect], size: Vec2) -> Pos2 {
    let (is_large, hand) = (is_large(own), hand(pointer));
    let anchor = if is_large { hand } else { own };
    let mut next = next_from(own, pointer, clickable);
    next.extend(told);
    let squares = |rect: Rect, other: Rect| {
        let shared = rect.intersect(other);
        // The least that can be seen counts as a square.
        if shared.is_positive() { (shared.area() / 100.0).max(1.0) } else { 0.0 }
    };
    let cost = |rect: Rect| {
        let covered: f32 = clickable.iter().map(|other| squares(rect, *other)).sum();
        let covered_next: f32 = next.iter().map(|other| squares(rect, other.expand(2.0))).sum();
        let covered_own = squares(rect, if is_large { hand } else { own.union(hand) });
        let away = rect.distance_to_pos(anchor.clamp(rect.center())).min(rect_distance(rect, anchor));
        covered * COVERED + covered_next * COVERED_NEXT + covered_own * COVERED_OWN + away * AWAY
    };
    let mut best = (f32::INFINITY, window.min);
    for at in places(window, anchor, size) {
        let found = cost(Rect::from_min_size(at, size));
        if found < best.0 {
            best = (found, at);
        }
    }
    best.1
}

fn is_large(own: Rect) -> bool {
    own.width() > LARGE.x || own.height() > LARGE.y
}

/// The room of the pointer itself.
fn hand(pointer: Pos2) -> Rect {
    Rect::from_min_max(pointer - Vec2::splat(2.0), pointer + Vec2::splat(POINTER))
}

/// What may be clicked next: beside a large thing also what is beside the pointer.
fn next_from(own: Rect, pointer: Pos2, others: &[Rect]) -> Vec<Rect> {
    let mut next = next_to(own, others);
    if is_large(own) {
        next.extend(next_to(hand(pointer), others));
    }
    next
}

fn rect_distance(rect: Rect, other: Rect) -> f32 {
    let apart = vec2(
        (other.left() - rect.right()).max(rect.left() - other.right()).max(0.0),
        (other.top() - rect.bottom()).max(rect.top() - other.bottom()).max(0.0),
    );
    apart.length()
}

/// Where a tool tip may stand: beside the thing first, then anywhere in the window.
fn places(window: Rect, anchor: Rect, size: Vec2) -> impl Iterator<Item = Pos2> {
    let lines = [anchor.left(), anchor.center().x - size.x / 2.0, anchor.right() - size.x];
    let columns = [anchor.top(), anchor.center().y - size.y / 2.0, anchor.bottom() - size.y];
    let beside = [anchor.right() + GAP, anchor.left() - GAP - size.x];
    let apart = [anchor.bottom() + GAP, anchor.top() - GAP - size.y];
    let pairs =
        |xs: Vec<f32>, ys: Vec<f32>| xs.into_iter().flat_map(move |x| ys.clone().into_iter().map(move |y| pos2(x, y)));
    let near = pairs(lines.into(), apart.into()).chain(pairs(beside.into(), columns.into()));
    let corners = pairs(beside.into(), apart.into());
    let steps = |from: f32, to: f32, step: f32| -> Vec<f32> {
        std::iter::successors(Some(from), |at| Some(at + step)).take_while(|at| *at <= to).collect()
    };
    let last = window.max - size;
    let anywhere = pairs(steps(window.left(), last.x, STEP.x), steps(window.top(), last.y, STEP.y));
    let inside = move |at: &Pos2| window.contains_rect(Rect::from_min_size(*at, size));
    near.chain(corners).chain(anywhere).filter(inside)
}

/// The nearest thing on each side, and whatever lies inside.
fn next_to(own: Rect, others: &[Rect]) -> Vec<Rect> {
    let beside = |other: &Rect| own.y_range().intersection(other.y_range()).span() > 0.0;
    let above = |other: &Rect| own.x_range().intersection(other.x_range()).span() > 0.0;
    let nearest = |distance: &dyn Fn(&Rect) -> Option<f32>| {
        let near = others.iter().filter_map(|other| Some((distance(other).filter(|far| *far <= NEAR)?, *other)));
        near.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, other)| other)
    };
    let from = |gap: f32, on_line: bool| (on_line && gap >= -2.0).then_some(gap);
    let sides = [
        nearest(&|other| from(other.left() - own.right(), beside(other))),
        nearest(&|other| from(own.left() - other.right(), beside(other))),
        nearest(&|other| from(other.top() - own.bottom(), above(other))),
        nearest(&|other| from(own.top() - other.bottom(), above(other))),
    ];
    let inside = others.iter().copied().filter(|other| own.contains_rect(*other));
    sides.into_iter().flatten().chain(inside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Rect = Rect { min: Pos2::ZERO, max: pos2(1280.0, 720.0) };

    fn cell(column: u8, row: u8) -> Rect {
        Rect::from_min_size(pos2(400.0 + 50.0 * f32::from(column), 100.0 + 44.0 * f32::from(row)), vec2(50.0, 44.0))
    }

    #[test]
    fn between_cells_it_covers_none_of_the_four_neighbours() {
        let others: Vec<Rect> = (0..10)
            .flat_map(|row| (0..10).map(move |column| cell(column, row)))
            .filter(|one| *one != cell(4, 5))
            .collect();
        let own = cell(4, 5);
        let at = place(WINDOW, (own, own.center()), &others, &[], vec2(300.0, 60.0));
        let tip = Rect::from_min_size(at, vec2(300.0, 60.0));
        for neighbour in [cell(3, 5), cell(5, 5), cell(4, 4), cell(4, 6), own] {
            assert!(!tip.intersect(neighbour).is_positive(), "{tip:?} over {neighbour:?}");
        }
        assert!(rect_distance(tip, own) < 40.0, "{tip:?}");
    }

    #[test]
    fn on_a_card_it_stands_beside_the_pointer_and_over_none_of_its_buttons() {
        let card = Rect::from_min_size(pos2(300.0, 300.0), vec2(480.0, 140.0));
        let buttons = [pos2(400.0, 400.0), pos2(480.0, 400.0)].map(|at| Rect::from_min_size(at, vec2(70.0, 28.0)));
        let below = card.translate(vec2(0.0, 150.0));
        let others = [buttons[0], buttons[1], below, card.translate(vec2(490.0, 0.0))];
        let size = vec2(360.0, 60.0);
        let tip = Rect::from_min_size(place(WINDOW, (card, pos2(420.0, 340.0)), &others, &[], size), size);
        assert!(others.iter().all(|other| !tip.intersect(*other).is_positive()), "{tip:?}");
    }

    #[test]
    fn beside_what_was_scrolled_away_it_stands_beside_the_pointer() {
        let pointer = pos2(400.0, 300.0);
        let size = vec2(300.0, 60.0);
        let tip = Rect::from_min_size(place(WINDOW, (Rect::from_pos(pointer), pointer), &[], &[], size), size);
        assert!(!tip.contains(pointer) && tip.distance_to_pos(pointer) < 40.0, "{tip:?}");
    }

    #[test]
    fn it_never_leaves_the_window() {
        for own in [pos2(0.0, 0.0), pos2(1230.0, 0.0), pos2(0.0, 676.0), pos2(1230.0, 676.0)] {
            let own = Rect::from_min_size(own, vec2(50.0, 44.0));
            let size = vec2(360.0, 90.0);
            let tip = Rect::from_min_size(place(WINDOW, (own, own.center()), &[], &[], size), size);
            assert!(WINDOW.contains_rect(tip) && !tip.intersect(own).is_positive(), "{tip:?}");
        }
    }
}
