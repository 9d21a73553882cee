//! The two columns that stay in place: the term and what the plan says about it.

use eframe::egui::{self, Align2, Color32, Id, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::{
    app::{Action, Edit, Focus, Place, WhySubject},
    domain::{TermIx, TermKind, ValueIx},
    ui::{
        fonts, term_control,
        theme::tokens,
        view::{table_id, tip},
        widgets::{
            choice,
            control::{ControlOutput, ControlSpec, OptionSpec},
            icon, number, segmented,
        },
    },
    wording::ui as words,
};

use super::{Frame, row_id, row_line};

/// Greatest height of a control, in points.
const MAX_CONTROL: f32 = 36.0;

/// Width of the bar beside the row that is at work, in points.
const AT_WORK: f32 = 4.0;

/// The middle of a group's name under the line over the group, in points: as near to the line as letters can stand.
const GROUP_NAME: f32 = 7.0;

/// At most this many options stand side by side.
const MAX_SEGMENTS: usize = 4;

/// A term and the value that would be tried.
pub(super) type Tried = (TermIx, Option<ValueIx>);

/// Draws the terms and the controls of all visible rows; returns the option under the pointer.
pub(super) fn rows(ui: &mut Ui, frame: &Frame<'_>, out: &mut Vec<Action>) -> Option<Tried> {
    let tokens = frame.view.tokens;
    let right = frame.fixed_left() + frame.layout.term + frame.layout.control;
    let whole = Rect::from_min_max(ui.clip_rect().min, pos2(right, ui.clip_rect().bottom()));
    ui.painter().rect_filled(whole, 0.0, tokens.surface);
    let mut hovered = None;
    for term in TermIx::all(frame.layout.n_rows) {
        let rect = fixed(frame, frame.layout.term_rect(term.get()).union(frame.layout.control_rect(term.get())));
        if !rect.intersects(ui.clip_rect()) {
            continue;
        }
        if frame.view.state.session.focus.term == term {
            let band = rect.with_min_y(rect.top() - frame.over(term));
            ui.painter().rect_filled(band, 0.0, ground(frame, term));
            ui.painter().rect_filled(band.with_max_x(rect.left() + AT_WORK), 0.0, tokens.selected);
        }
        row_line(ui, frame, term.get(), rect.left(), rect.right());
        let mut row = ui.new_child(UiBuilder::new().scope_id(row_id(term)).accessibility_role(egui::Role::Row));
        row.ctx().accesskit_node_builder(row_id(term), |node| node.set_row_index(term.get() + 1));
        group(&row, frame, term);
        self::term(&row, frame, term, out);
        hovered = control(&mut row, frame, term, out).or(hovered);
    }
    let scrolled = frame.fixed_left() > frame.origin.x;
    if scrolled {
        ui.painter().vline(right, ui.clip_rect().y_range(), Stroke::new(1.0, tokens.edge));
    }
    hovered
}

/// The ground of a row that is at work, or under the pointer.
pub(super) fn ground(frame: &Frame<'_>, term: TermIx) -> Color32 {
    let at_work = frame.view.state.session.focus.term == term;
    frame.view.tokens.hover.gamma_multiply(if at_work { 1.0 } else { 0.6 })
}

/// The name of a group of terms, over the first of them.
fn group(ui: &Ui, frame: &Frame<'_>, ix: TermIx) {
    let (view, layout) = (frame.view, &frame.layout);
    if frame.over(ix) == 0.0 {
        return;
    }
    let name = &view.dossier().term(ix).group;
    let rect = fixed(frame, layout.term_rect(ix.get()));
    // It may hang a little into the row below, where the term's own name leaves room.
    let line =
        Rect::from_min_max(pos2(rect.left() + 10.0, rect.top() - layout.group), pos2(rect.right(), rect.top() + 7.0));
    let at = pos2(line.left(), line.top() + GROUP_NAME);
    let font = fonts::regular(view.tokens.size.small);
    ui.painter().text(at, Align2::LEFT_CENTER, name, font, view.tokens.ink_weak);
    let response = ui.interact(line.intersect(ui.clip_rect()), term_id(ix).with("group"), Sense::HOVER);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, name));
}

/// A rectangle of the two columns on the screen, moved along with the horizontal scrolling.
pub(super) fn fixed(frame: &Frame<'_>, rect: Rect) -> Rect {
    rect.translate(vec2(frame.fixed_left(), frame.origin.y))
}

/// The node of a term's name.
pub(super) fn term_id(ix: TermIx) -> Id {
    table_id().with(("term", ix))
}

/// The node of a term's control.
pub(super) fn control_id(ix: TermIx) -> Id {
    table_id().with(("control", ix))
}

fn term(ui: &Ui, frame: &Frame<'_>, ix: TermIx, out: &mut Vec<Action>) {
    let (view, tokens) = (frame.view, frame.view.tokens);
    let term = view.dossier().term(ix);
    let rect = fixed(frame, frame.layout.term_rect(ix.get()));
    let response = ui.interact(rect, term_id(ix), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::RowHeader, true, words::term_name(term)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_index(ix.get() + 1);
        node.set_column_index(0);
    });
    let ink = if view.state.plan().get(ix).is_some() {
        fonts::semibold(tokens.size.body)
    } else {
        fonts::regular(tokens.size.body)
    };
    let text_clip = rect.with_max_x(rect.right() - 26.0);
    let galley = ui.painter().layout_no_wrap(term.name.clone(), ink, tokens.ink);
    let at = pos2(rect.left() + 10.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().with_clip_rect(text_clip.intersect(ui.clip_rect())).galley(at, galley, tokens.ink);
    let colour = if response.hovered() { tokens.ink } else { tokens.edge };
    let dot = Rect::from_center_size(pos2(rect.right() - 15.0, rect.center().y), vec2(14.0, 14.0));
    icon::inline(ui.painter(), icon::Icon::Info, dot, Stroke::new(1.4, colour));
    if response.clicked() {
        out.push(Action::Why(WhySubject::Term(ix)));
    }
    // The name has the question already: as a description it would be read once more.
    tip(response, &term.question);
}

/// Where the control of a term stands on the screen.
pub(super) fn control_rect(frame: &Frame<'_>, ix: TermIx) -> Rect {
    let space = fixed(frame, frame.layout.control_rect(ix.get()));
    Rect::from_center_size(space.center(), vec2(space.width() - 10.0, (space.height() - 3.0).min(MAX_CONTROL)))
}

fn control(ui: &mut Ui, frame: &Frame<'_>, ix: TermIx, out: &mut Vec<Action>) -> Option<Tried> {
    let view = frame.view;
    let term = view.dossier().term(ix);
    let rect = control_rect(frame, ix);
    let meanings = term_control::meanings(view, ix);
    let options = term_control::options(view, ix, &meanings);
    let preview = view.state.results.preview.as_ref().filter(|preview| preview.term == ix);
    let spec = ControlSpec {
        id: control_id(ix),
        term: &term.name,
        options: &options,
        selected: view.state.plan().get(ix).map(ValueIx::get),
        previewed: preview.map(|preview| preview.value.map(ValueIx::get)),
        texts: &term_control::TEXTS,
    };
    let output = match &term.kind {
        TermKind::Number { .. } => number::number(ui, rect, &spec),
        TermKind::Toggle | TermKind::Choice if fits(ui, rect.width(), &options) => {
            segmented::segmented(ui, rect, &spec)
        }
        TermKind::Toggle | TermKind::Choice => choice::choice(ui, rect, &spec),
    };
    report(ix, &output, out)
}

/// True if the options can stand side by side without being cut off; otherwise they become a drop-down.
fn fits(ui: &Ui, room: f32, options: &[OptionSpec<'_>]) -> bool {
    let tokens = tokens(ui);
    let width = |option: &OptionSpec<'_>| {
        let font = fonts::regular(tokens.size.small);
        ui.painter().layout_no_wrap(option.name.to_owned(), font, tokens.ink).size().x + 12.0
    };
    options.len() <= MAX_SEGMENTS && options.iter().map(width).sum::<f32>() + tokens.size.target <= room
}

fn report(term: TermIx, output: &ControlOutput, out: &mut Vec<Action>) -> Option<Tried> {
    let value = |option: Option<usize>| option.map(ValueIx::at);
    if let Some(chosen) = output.chosen {
        out.push(Action::Focus(Focus { term, place: Place::Control }));
        out.push(Action::Edit(Edit::SetTerm(term, value(chosen))));
    }
    if let Some(refused) = output.refused {
        // It says why.
        out.push(Action::Focus(Focus { term, place: Place::Control }));
        out.push(Action::ChooseInFocus(Some(refused)));
    }
    output.hovered.map(|option| (term, value(option)))
}

/// The heads of the two columns.
pub(super) fn heads(ui: &Ui, frame: &Frame<'_>, top: f32) {
    let (tokens, layout) = (frame.view.tokens, &frame.layout);
    let font = fonts::semibold(tokens.size.header);
    let left = frame.fixed_left();
    let heads =
        [(left, 10.0, layout.term, words::TERM), (left + layout.term, 6.0, layout.control, words::THIS_PLAN_SAYS)];
    for (column, (left, margin, width, text)) in heads.into_iter().enumerate() {
        let at = pos2(left + margin, top + super::HEADER - 14.0);
        ui.painter().text(at, Align2::LEFT_CENTER, text, font.clone(), tokens.ink);
        let rect = Rect::from_min_size(pos2(left, top), vec2(width, super::HEADER));
        let response = ui.interact(rect, table_id().with(("head", column)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, text));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(column));
    }
    ui.ctx().accesskit_node_builder(table_id(), |node| {
        // The header counts as the first row.
        node.set_row_count(layout.n_rows + 1);
        node.set_column_count(frame.view.columns.len() + 2);
    });
}
