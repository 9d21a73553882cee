//! A row a party: who, the statements as ticks, the marks as a band, and what holds on the as-of date.

use eframe::egui::{self, Align, Align2, Rect, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::{
    analysis::Tick,
    app::{
        Action, WhySubject,
        timeline::{self, Focus},
    },
    domain::PartyIx,
    ui::{
        fonts,
        theme::Tokens,
        widgets::{
            control::width,
            mark::MarkPainter,
            outline::{Outline, Pen},
            tip::Tip as _,
        },
    },
    wording::{self, timeline as texts, ui as words},
};

use super::{
    bands,
    frame::{Frame, NAME_LEFT, in_plot},
    stop_id,
};
use crate::ui::counts::to_f32;

/// Free space over the first row: the focus ring around a tick reaches out of it.
const ABOVE: f32 = 3.0;

/// Height of the lane of ticks, and of a tick in it.
const LANE: f32 = 13.0;
pub(super) const TICK: egui::Vec2 = vec2(5.0, 10.0);

/// Ticks of one day stand no nearer and no farther than this.
const APART: (f32, f32) = (2.5, 7.0);

/// Draws the rows; returns where they end on the screen.
pub(super) fn rows(ui: &mut Ui, frame: &Frame<'_>, out: &mut Vec<Action>) -> f32 {
    let n = to_f32(frame.view.columns.len());
    let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), ABOVE + frame.row * n + 2.0), Sense::HOVER);
    let follows = follows(ui, frame);
    if let Some((Row::Counts, align)) = follows.filter(|_| frame.is_low) {
        ui.scroll_to_rect(frame.over, align);
    }
    for (place, column) in frame.view.columns.iter().enumerate() {
        let top = all.top() + ABOVE + frame.row * to_f32(place);
        let rect = Rect::from_x_y_ranges(all.x_range(), top..=top + frame.row);
        if let Some((_, align)) = follows.filter(|(row, _)| *row == Row::Of(column.party)) {
            ui.scroll_to_rect(rect, align);
        }
        if !ui.is_rect_visible(rect) {
            continue;
        }
        let is_new = place == 0 || column.starts_group;
        row(ui, frame, column.party, rect, is_new, out);
    }
    all.bottom() - 2.0
}

/// What can be scrolled to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The line of counts over the rows.
    Counts,
    /// The row of a party.
    Of(PartyIx),
}

/// What to scroll to: once after the focus moved, and once after what Why is about
/// or the room for the rows changed, since a drawer that opens must not hide what it is about.
/// Where the room is another, the row comes to its upper end, and those below it are in sight with it.
fn follows(ui: &Ui, frame: &Frame<'_>) -> Option<(Row, Option<Align>)> {
    let (focus, id) = (frame.view.state.timeline.focus, stop_id().with("followed"));
    let about = about(frame);
    let here = (focus, about, ui.clip_rect().height());
    let before: Option<(Focus, Option<PartyIx>, f32)> = ui.data(|data| data.get_temp(id));
    if before == Some(here) || ui.will_discard() {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(id, here));
    let moved = before.is_none_or(|(before, ..)| before != focus);
    let party = if moved { focus.party } else { about.or(focus.party) };
    let resized = before.is_some_and(|(.., before)| (before - here.2).abs() > 1.0);
    let align = (resized && frame.is_low).then_some(Align::TOP);
    Some((party.map_or(Row::Counts, Row::Of), align))
}

/// The party that Why is about.
fn about(frame: &Frame<'_>) -> Option<PartyIx> {
    let session = &frame.view.state.session;
    match session.why {
        WhySubject::Cell(party, _) | WhySubject::CellOfSecond(party, _) | WhySubject::Party(party) => Some(party),
        WhySubject::Statement(ix) => Some(frame.view.dossier().statement(ix).party),
        WhySubject::Nothing
        | WhySubject::Term(_)
        | WhySubject::Plan
        | WhySubject::News
        | WhySubject::Mark(_)
        | WhySubject::Rules
        | WhySubject::Changes => None,
    }
    .filter(|_| session.why_open)
}

fn row(ui: &mut Ui, frame: &Frame<'_>, party: PartyIx, rect: Rect, is_new: bool, out: &mut Vec<Action>) {
    let (view, tokens) = (frame.view, frame.view.tokens);
    let focused = view.state.timeline.focus.party == Some(party);
    if focused || ui.rect_contains_pointer(rect) {
        ui.painter().rect_filled(rect, 0.0, tokens.hover.gamma_multiply(0.6));
    }
    let line = if is_new { Stroke::new(1.5, tokens.edge) } else { Stroke::new(1.0, tokens.line) };
    ui.painter().hline(rect.x_range(), rect.top(), line);
    let id = stop_id().with(("row", party));
    let mut row = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(egui::Role::Group));
    let name = bands::row_name(frame, party);
    row.ctx().accesskit_node_builder(id, |node| node.set_label(name));
    self::name(&row, frame, party, rect, is_new, out);
    let lane = in_plot(frame, rect.top() + 2.0, LANE);
    let band = in_plot(frame, lane.bottom() + 1.0, rect.bottom() - lane.bottom() - 3.0);
    bands::band(&mut row, frame, party, band, out);
    bands::now(&row, frame, party, rect);
    ticks(&row, frame, party, lane, out);
}

/// The code, and in the first row of a group what the group is.
fn name(ui: &Ui, frame: &Frame<'_>, ix: PartyIx, rect: Rect, is_new: bool, out: &mut Vec<Action>) {
    let tokens = frame.view.tokens;
    let party = frame.view.dossier().party(ix);
    let place = rect.with_max_x(frame.plot.min - 8.0);
    let response = ui.interact(place, stop_id().with(("party", ix)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words::party_name(party)));
    if response.hovered() {
        ui.painter().rect_filled(place.shrink2(vec2(4.0, 3.0)), tokens.size.radius, tokens.hover);
    }
    let small = fonts::regular(tokens.size.small);
    // The name below the code, where there is room for the whole of it.
    let room = place.width() - NAME_LEFT;
    let named = party.name != party.code && width(ui, &party.name, small.clone()) <= room;
    let (upper, lower) = if named { (-8.0, 8.0) } else { (0.0, 0.0) };
    let at = pos2(rect.left() + NAME_LEFT, rect.center().y);
    let code = fonts::semibold(tokens.size.header - 1.0);
    ui.painter().text(at + vec2(0.0, upper), Align2::LEFT_CENTER, &party.code, code, tokens.ink);
    if named {
        let at = at + vec2(0.0, lower);
        ui.painter().text(at, Align2::LEFT_CENTER, &party.name, small.clone(), tokens.ink);
    }
    if is_new {
        let at = pos2(place.right() - 4.0, rect.center().y + upper);
        ui.painter().text(at, Align2::RIGHT_CENTER, words::role_caption(party.role), small, tokens.ink_weak);
    }
    if response.clicked() {
        out.push(Action::Why(WhySubject::Party(ix)));
    }
    let n_in_plan = frame.view.state.plan().n_set();
    let tally = frame.view.state.tally(ix).map_or_else(String::new, |tally| wording::tally(tally, n_in_plan));
    response.tip(words::party_tip(party, &tally));
}

/// Where each tick of a row stands: those of one day side by side.
fn places(frame: &Frame<'_>, ticks: &[&Tick]) -> Vec<f32> {
    let day = |tick: &Tick| tick.said.day_number();
    let mut places = Vec::with_capacity(ticks.len());
    for group in ticks.chunk_by(|left, right| day(left) == day(right)) {
        let n = to_f32(group.len());
        let apart = (frame.scale.room(group[0].said) / n).clamp(APART.0, APART.1);
        let middle = frame.scale.middle(group[0].said);
        let left = if frame.scale.is_even() { middle - apart * (n - 1.0) / 2.0 } else { middle };
        let left = left.min(frame.plot.max - TICK.x / 2.0 - apart * (n - 1.0));
        places.extend((0..group.len()).map(|place| left + apart * to_f32(place)));
    }
    places
}

fn ticks(ui: &Ui, frame: &Frame<'_>, party: PartyIx, lane: Rect, out: &mut Vec<Action>) {
    let ticks: Vec<&Tick> = frame.made.ticks_of(party).collect();
    let places = places(frame, &ticks);
    let mut pen = Pen::new(ui.pixels_per_point());
    for (place, (tick, x)) in ticks.iter().zip(&places).enumerate() {
        let rect = Rect::from_center_size(pos2(*x, lane.center().y - 1.0), TICK);
        paint(&mut pen, frame, tick, rect, lane);
        self::tick(ui, frame, (party, place), tick, rect, out);
    }
    ui.painter().add(Shape::mesh(pen.mesh));
}

/// Filled in force, hollow where not, grey where not counted; a line below where the day is not known exactly.
fn paint(pen: &mut Pen, frame: &Frame<'_>, tick: &Tick, rect: Rect, lane: Rect) {
    paint_tick(pen, frame.view.tokens, (tick.in_force, tick.counts), rect);
    if !tick.said.is_approximate() {
        return;
    }
    let (from, to) = if tick.said.day_of_month().is_some() {
        (rect.left() - 3.0, rect.right() + 3.0)
    } else {
        let from = frame.scale.x(tick.said.day_number());
        (from.min(rect.left()), frame.scale.x(tick.said.last_day_number() + 1).max(rect.right() + 3.0))
    };
    underline(pen, frame.view.tokens, tick.counts, (from, to), lane.bottom() - 1.0);
}

/// Paints the tick itself.
pub(super) fn paint_tick(pen: &mut Pen, tokens: &Tokens, (in_force, counts): (bool, bool), rect: Rect) {
    let ink = if counts { tokens.ink } else { tokens.edge };
    let rect = pen.snap_rect(rect);
    let outline = Outline::rounded(rect.size(), 1.5);
    if in_force {
        pen.fill(&outline, rect.center(), 1.0, ink);
    } else {
        pen.fill(&outline, rect.center(), 1.0, tokens.surface);
        pen.line(&outline, rect.center(), 1.0, 1.2, ink);
    }
}

/// Paints the line under a tick whose day is not known exactly.
pub(super) fn underline(pen: &mut Pen, tokens: &Tokens, counts: bool, (from, to): (f32, f32), y: f32) {
    let ink = if counts { tokens.ink } else { tokens.edge };
    pen.rect(Rect::from_min_max(pos2(from, y - 1.0), pos2(to, y)), ink);
}

/// The node of a tick: what screen readers read and clicks land on.
fn tick(ui: &Ui, frame: &Frame<'_>, (party, place): (PartyIx, usize), tick: &Tick, rect: Rect, out: &mut Vec<Action>) {
    let (view, id) = (frame.view, stop_id().with(("tick", tick.statement)));
    let response = ui.interact(rect.expand2(vec2(1.5, 3.0)), id, Sense::CLICK);
    let name = || texts::tick_name(view.dossier(), tick, view.dates);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name()));
    if response.clicked() {
        out.push(Action::Timeline(timeline::Action::Focus(Focus { party: Some(party), place })));
        out.push(Action::Why(WhySubject::Statement(tick.statement)));
        ui.memory_mut(|memory| memory.request_focus(stop_id()));
    }
    let focus = view.state.timeline.focus;
    if focus == (Focus { party: Some(party), place }) {
        ui.ctx().accesskit_node_builder(stop_id(), |node| node.set_active_descendant(id.accesskit_id()));
        if frame.focused {
            let mut painter = MarkPainter::new(ui);
            painter.focus(rect);
            painter.paint();
        }
    }
    if response.hovered() {
        crate::ui::view::tip(response, name());
    }
}
