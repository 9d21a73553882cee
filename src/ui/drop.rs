//! Files that are dragged over the window and dropped on it.

use std::path::PathBuf;

use eframe::egui::{Align2, Id, LayerId, Order, Rect, Stroke, StrokeKind, Ui};

use crate::{
    app::{
        Action, Tab,
        compare::{Action as Compare, Source},
    },
    wording::ui as words,
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

/// Takes in what was dropped.
pub fn take(ui: &Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let dropped = ui.input(|input| input.raw.dropped_files.clone());
    let goal = goal(ui, view, dropped.len());
    let mut paths = dropped.iter().map(|file| file.path().to_path_buf());
    let second = |path: PathBuf| Action::Compare(Compare::Open(Source::Path(path)));
    if goal == Goal::Both {
        out.extend(paths.next().map(Action::OpenPath));
    }
    out.extend(paths.map(if goal == Goal::Open { Action::OpenPath } else { second }));
}

/// Says where a dragged file would go.
pub fn overlay(ui: &Ui, view: &View<'_>) {
    let n_files = ui.input(|input| input.raw.hovered_files.len());
    if n_files == 0 {
        return;
    }
    let whole = ui.content_rect().shrink(16.0);
    let goal = goal(ui, view, n_files);
    if n_files == 1 && view.state.session.tab == Tab::Compare && pointer(ui).is_some() {
        let (left, right) = whole.split_left_right_at_fraction(0.5);
        field(ui, view, left.with_max_x(left.right() - 4.0), words::DROP_TO_OPEN, goal == Goal::Open);
        field(ui, view, right.with_min_x(right.left() + 4.0), words::DROP_TO_COMPARE, goal == Goal::Second);
    } else {
        let text = if goal == Goal::Open { words::DROP_TO_OPEN } else { words::DROP_TO_COMPARE };
        field(ui, view, whole, text, true);
    }
}

fn goal(ui: &Ui, view: &View<'_>, n_files: usize) -> Goal {
    let on_left = || pointer(ui).is_some_and(|x| x < ui.content_rect().center().x);
    match n_files {
        2 => Goal::Both,
        1 if view.state.session.tab == Tab::Compare && !on_left() => Goal::Second,
        _ => Goal::Open,
    }
}

/// Where the pointer is. Some systems do not tell while something is dragged; then there are no halves.
fn pointer(ui: &Ui) -> Option<f32> {
    ui.input(|input| input.pointer.latest_pos()).map(|at| at.x)
}

fn field(ui: &Ui, view: &View<'_>, rect: Rect, text: &str, chosen: bool) {
    let (tokens, painter) = (view.tokens, ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop"))));
    let edge = if chosen { tokens.focus } else { tokens.edge };
    let stroke = Stroke::new(if chosen { tokens.size.ring } else { 1.0 }, edge);
    painter.rect(rect, tokens.size.radius, tokens.panel.gamma_multiply(0.94), stroke, StrokeKind::Inside);
    let font = if chosen { fonts::semibold(tokens.size.title) } else { fonts::regular(tokens.size.title) };
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, tokens.ink);
}
