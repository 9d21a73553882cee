//! Files that are dragged over the window and dropped on it.

use std::path::PathBuf;

use eframe::egui::{self, Align2, Id, LayerId, Order, Pos2, Rect, Stroke, StrokeKind, Ui};

use crate::{
    app::{
        Action, Tab,
        compare::{Action as Compare, Source},
    },
    domain::is_brought,
    wording::{self, compare, incoming, ui as words},
};

use super::{fonts, view::View};

/// What becomes of what is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Goal {
    /// Each file is opened.
    Open,
    /// One file becomes plan B.
    Second,
    /// Two files become plan A and plan B.
    Both,
}

/// Takes in what was dropped, as the window said last that it would.
pub(super) fn take(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let dropped = ui.input(|input| input.raw.dropped_files.clone());
    if dropped.is_empty() {
        return;
    }
    let announced: Option<Announced> = ui.data(|data| data.get_temp(announced_id()));
    let announced = announced.filter(|announced| announced.n_files == dropped.len());
    let goal = announced.map_or_else(|| whole_goal(view, dropped.len()), |announced| announced.goal);
    // A workbook is no plan to be compared.
    let brings = dropped.iter().any(|file| is_brought(file.path()));
    let goal = if brings { Goal::Open } else { goal };
    let mut paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_path_buf()).collect();
    // What is only looked at comes last: what is opened after it would take its preview away.
    paths.sort_by_key(|path| is_brought(path));
    let mut paths = paths.into_iter();
    let second = |path: PathBuf| Action::Compare(Compare::Open(Source::Path(path)));
    if goal == Goal::Both {
        out.extend(paths.next().map(Action::OpenPath));
    }
    out.extend(paths.map(if goal == Goal::Open { Action::OpenPath } else { second }));
}

/// What the window has said of what is dragged over it.
#[derive(Clone, Copy, Debug)]
struct Announced {
    n_files: usize,
    goal: Goal,
    /// Where the pointer was when the files came.
    from: Option<Pos2>,
    /// True once the pointer was seen to move with them.
    moves: bool,
}

fn announced_id() -> Id {
    Id::unique("dragged_files")
}

/// Says what would become of a dragged file, and keeps to it.
pub(super) fn overlay(ui: &Ui, view: &View<'_>) {
    let n_files = ui.input(|input| input.raw.hovered_files.len());
    if n_files == 0 {
        // They were taken away again, or were dropped and taken in before.
        ui.data_mut(|data| data.remove::<Announced>(announced_id()));
        return;
    }
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let before: Option<Announced> =
        ui.data(|data| data.get_temp(announced_id())).filter(|announced: &Announced| announced.n_files == n_files);
    // Most systems do not tell where the pointer is while something is dragged; then there are no halves.
    let from = before.map_or(pointer, |announced| announced.from);
    let moves = before.is_some_and(|announced| announced.moves) || (pointer.is_some() && pointer != from);
    let is_brought = is_workbook(ui);
    let halves = n_files == 1 && view.state.session.tab == Tab::Compare && moves && !is_brought;
    let on_left = pointer.is_some_and(|at| at.x < ui.content_rect().center().x);
    let goal = if halves && on_left { Goal::Open } else { whole_goal(view, n_files) };
    ui.data_mut(|data| data.insert_temp(announced_id(), Announced { n_files, goal, from, moves }));
    let whole = ui.content_rect().shrink(16.0);
    let said = |goal| if is_brought { incoming::DROP.to_owned() } else { said(view, goal) };
    if halves {
        let (left, right) = whole.split_left_right_at_fraction(0.5);
        field(ui, view, left.with_max_x(left.right() - 4.0), &said(Goal::Open), goal == Goal::Open);
        field(ui, view, right.with_min_x(right.left() + 4.0), &said(Goal::Second), goal == Goal::Second);
    } else {
        field(ui, view, whole, &said(goal), true);
    }
}

/// True if one of the files that are dragged is a workbook. Some systems name them only once they are dropped.
fn is_workbook(ui: &Ui) -> bool {
    let is_brought = |file: &egui::HoveredFile| file.path.as_deref().is_some_and(is_brought);
    ui.input(|input| input.raw.hovered_files.iter().any(is_brought))
}

/// What becomes of files wherever they are dropped.
fn whole_goal(view: &View<'_>, n_files: usize) -> Goal {
    match n_files {
        2 => Goal::Both,
        1 if view.state.session.tab == Tab::Compare => Goal::Second,
        _ => Goal::Open,
    }
}

/// What will be done, and which plan gives way to it.
fn said(view: &View<'_>, goal: Goal) -> String {
    let first = wording::plan_name(&view.state.document.scenario);
    let second = view.state.compare.second.as_ref().map(|second| wording::plan_name(&second.document.scenario));
    match goal {
        Goal::Open if view.state.session.tab == Tab::Compare => compare::drop_as_first(&first),
        Goal::Open => words::DROP_TO_OPEN.to_owned(),
        Goal::Second => compare::drop_as_second(second.as_deref(), &first),
        Goal::Both => words::DROP_BOTH.to_owned(),
    }
}

fn field(ui: &Ui, view: &View<'_>, rect: Rect, text: &str, chosen: bool) {
    let (tokens, painter) = (view.tokens, ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop"))));
    let edge = if chosen { tokens.focus } else { tokens.edge };
    let stroke = Stroke::new(if chosen { tokens.size.ring } else { 1.0 }, edge);
    painter.rect(rect, tokens.size.radius, tokens.panel.gamma_multiply(0.94), stroke, StrokeKind::Inside);
    let font = if chosen { fonts::semibold(tokens.size.title) } else { fonts::regular(tokens.size.title) };
    let galley = painter.layout(text.to_owned(), font, tokens.ink, rect.width() - 32.0);
    let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min;
    painter.galley(at, galley, tokens.ink);
}
