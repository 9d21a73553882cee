//! The band of a party's row: the marks of one term through time, or the counts over all terms; and what holds on the
//! as-of date.

use eframe::egui::{self, Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    analysis::{Cell, Mark, Tally},
    app::{Action, WhySubject},
    domain::{Date, PartyIx, TermIx},
    ui::{
        fonts,
        marks::shape,
        theme::tokens,
        widgets::mark::{self, Look, MarkPainter},
    },
    wording::{self, timeline as texts},
};

use super::{
    frame::{FIGURE, Frame, SMALL},
    stop_id,
};
use crate::ui::counts::to_f32;
use crate::ui::shape::MarkShape;

/// Height of a band where the row has more room.
const MAX_BAND: f32 = 24.0;

/// What of a cell a band shows: the mark, and whether it is grey.
fn shown(cell: &Cell) -> (Mark, Look) {
    let uncounted = cell.greyed.filter(|greyed| cell.mark.is_blank() && *greyed != Mark::Empty);
    uncounted.map_or((cell.mark, Look::Plain), |uncounted| (uncounted, Look::Uncounted))
}

/// The days from which what is shown of a cell differs.
fn runs(frame: &Frame<'_>, party: PartyIx, term: TermIx) -> Vec<(Date, (Mark, Look))> {
    let mut runs: Vec<(Date, (Mark, Look))> = Vec::new();
    for (day, cell) in frame.made.line.cell(party, term) {
        let shown = shown(&cell);
        if runs.last().is_none_or(|(_, before)| *before != shown) {
            runs.push((day, shown));
        }
    }
    runs
}

/// The name of a party's row.
pub(super) fn row_name(frame: &Frame<'_>, party: PartyIx) -> String {
    let view = frame.view;
    let n_statements = frame.made.ticks_of(party).count();
    match view.state.timeline.term {
        Some(term) => {
            let runs: Vec<(Date, Mark)> =
                runs(frame, party, term).into_iter().map(|(day, shown)| (day, shown.0)).collect();
            texts::row_name(view.dossier(), party, term, &runs, n_statements, view.dates)
        }
        None => {
            let n_in_plan = view.state.plan().n_set();
            let tally = view.state.tally(party).map_or_else(String::new, |tally| wording::tally(tally, n_in_plan));
            let as_of = view.state.document.scenario.as_of;
            texts::counts_row_name(view.dossier(), (party, &tally), n_statements, as_of, view.dates)
        }
    }
}

/// Draws the band.
pub(super) fn band(ui: &mut Ui, frame: &Frame<'_>, party: PartyIx, rect: Rect, out: &mut Vec<Action>) {
    let rect = Rect::from_center_size(rect.center(), vec2(rect.width(), rect.height().min(MAX_BAND)));
    match frame.view.state.timeline.term {
        Some(term) => marks(ui, frame, (party, term), rect, out),
        None => counts(ui, frame, party, rect, out),
    }
}

/// The rectangle of a run and the day on which it ends.
fn run_rect<T>(frame: &Frame<'_>, runs: &[(Date, T)], place: usize, rect: Rect) -> (Rect, Option<Date>) {
    let left = frame.scale.x(runs[place].0.day_number());
    let next = runs.get(place + 1).map(|run| run.0);
    let right = next.map_or(rect.right(), |next| frame.scale.x(next.day_number()));
    (Rect::from_x_y_ranges(left..=right.max(left + 1.0), rect.y_range()), next)
}

fn marks(ui: &mut Ui, frame: &Frame<'_>, (party, term): (PartyIx, TermIx), rect: Rect, out: &mut Vec<Action>) {
    let view = frame.view;
    let runs = runs(frame, party, term);
    let mut painter = MarkPainter::new(ui);
    for (place, (day, (mark, look))) in runs.iter().enumerate() {
        let (run, to) = run_rect(frame, &runs, place, rect);
        tile(ui, &mut painter, run, &mark::Mark { look: *look, ..mark::Mark::new(shape(*mark)) });
        let response = ui.interact(run, stop_id().with(("run", party, place)), Sense::CLICK);
        let tip = texts::run_tip(wording::mark_name(*mark), *day, to, view.dates);
        let name = format!("{}, {}: {tip}", view.dossier().party(party).name, view.dossier().term(term).name);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.clicked() {
            out.push(Action::Why(WhySubject::Cell(party, term)));
        }
        crate::ui::view::tip_at_pointer(response, name);
    }
    painter.paint();
}

/// A run as a tile with its mark, a little apart from the next; where it is too narrow for the shape, the fill alone.
fn tile(ui: &Ui, painter: &mut MarkPainter<'_>, run: Rect, mark: &mark::Mark) {
    let tile = run.with_max_x((run.right() - 1.0).max(run.left() + 1.0));
    if tile.width() >= LEAST_TILE {
        painter.add(tile, mark);
    } else if mark.look == Look::Plain {
        ui.painter().rect_filled(tile, 1.0, tokens(ui).mark(mark.shape).fill);
    }
}

/// Narrower tiles, in points, have no room for a shape that can be told from others.
const LEAST_TILE: f32 = 8.0;

/// The counts as small marks with figures; where there is no room for them, the strongest mark alone.
fn counts(ui: &mut Ui, frame: &Frame<'_>, party: PartyIx, rect: Rect, out: &mut Vec<Action>) {
    let (view, tokens) = (frame.view, frame.view.tokens);
    let mut runs: Vec<(Date, Tally)> = Vec::new();
    for (day, tally) in frame.made.line.tally(party) {
        if runs.last().is_none_or(|(_, before)| figures(before) != figures(&tally)) {
            runs.push((day, tally));
        }
    }
    let mut painter = MarkPainter::new(ui);
    for (place, (day, tally)) in runs.iter().enumerate() {
        let (run, to) = run_rect(frame, &runs, place, rect);
        let some: Vec<(u16, MarkShape)> = figures(tally).into_iter().filter(|(figure, _)| *figure > 0).collect();
        let area = run.with_max_x((run.right() - 1.0).max(run.left() + 1.0));
        if run.width() >= to_f32(some.len()) * RUN_FIGURE {
            if !some.is_empty() {
                ui.painter().rect_filled(area, 2.0, tokens.hover);
            }
            let side = run.height().min(SMALL);
            for (number, (figure, shape)) in some.iter().enumerate() {
                let left = run.left() + RUN_FIGURE * to_f32(number);
                let tile = Rect::from_min_size(pos2(left, run.center().y - side / 2.0), vec2(side, side));
                painter.add(tile, &mark::Mark::new(*shape));
                let at = pos2(tile.right() + 3.0, tile.center().y);
                ui.painter().text(
                    at,
                    Align2::LEFT_CENTER,
                    figure.to_string(),
                    fonts::regular(tokens.size.small),
                    tokens.ink,
                );
            }
        } else if let Some((_, strongest)) = some.first() {
            tile(ui, &mut painter, run, &mark::Mark::new(*strongest));
        }
        let response = ui.interact(run, stop_id().with(("run", party, place)), Sense::CLICK);
        let what = wording::tally(tally, view.state.plan().n_set());
        let name = format!("{}: {}", view.dossier().party(party).name, texts::run_tip(&what, *day, to, view.dates));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        if response.clicked() {
            out.push(Action::Why(WhySubject::Party(party)));
        }
        crate::ui::view::tip_at_pointer(response, name);
    }
    painter.paint();
}

/// Room for a small mark and its figure in a band.
const RUN_FIGURE: f32 = 32.0;

/// The figures of a tally with the shapes that stand for them.
pub(super) fn figures(tally: &Tally) -> [(u16, MarkShape); 3] {
    [
        (tally.red_lines, MarkShape::Bar),
        (tally.opposed, MarkShape::Triangle),
        (tally.otherwise, MarkShape::OpenTriangle),
    ]
}

/// What holds on the as-of date: the mark as the table shows it, or the counts with their denominator.
pub(super) fn now(ui: &Ui, frame: &Frame<'_>, party: PartyIx, row: Rect) {
    let (view, tokens) = (frame.view, frame.view.tokens);
    let Some(matrix) = view.state.matrix() else { return };
    let mut painter = MarkPainter::new(ui).with_numbers();
    let rect = Rect::from_x_y_ranges(frame.now..=frame.now + 64.0, row.y_range());
    let name = if let Some(term) = view.state.timeline.term {
        let cell = matrix.cell(party, term);
        let (mark, look) = shown(cell);
        let in_plan = mark != Mark::Empty || view.state.plan().get(term).is_some();
        let shown = mark::Mark {
            look,
            count: if in_plan { usize::from(cell.n_statements) } else { 0 },
            linked: in_plan && cell.linked,
            dated: cell.other_day,
            ..mark::Mark::new(shape(mark))
        };
        let tile = Rect::from_min_size(pos2(frame.now, row.top()), vec2(42.0, row.height())).shrink2(vec2(1.0, 2.0));
        painter.add(tile, &shown);
        wording::cell_name(view.dossier(), view.state.plan(), party, term, cell)
    } else {
        let tally = &matrix.tallies[party.get()];
        let (font, mut x, y) = (fonts::regular(tokens.size.small), frame.now, row.center().y);
        for (figure, shape) in figures(tally) {
            painter.add(Rect::from_center_size(pos2(x + SMALL / 2.0, y), vec2(SMALL, SMALL)), &mark::Mark::new(shape));
            let at = pos2(x + SMALL + 3.0, y);
            ui.painter().text(at, Align2::LEFT_CENTER, figure.to_string(), font.clone(), tokens.ink);
            x += FIGURE;
        }
        let all = texts::denominator(matrix.n_in_plan);
        ui.painter().text(pos2(x, y), Align2::LEFT_CENTER, all, font, tokens.ink_weak);
        format!("{}: {}", view.dossier().party(party).name, wording::tally(tally, matrix.n_in_plan))
    };
    painter.paint();
    let response = ui.interact(rect, stop_id().with(("now", party)), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
    crate::ui::view::tip(response, name);
}
