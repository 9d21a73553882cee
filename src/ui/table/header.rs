//! The header: groups of parties, codes; and the foot with the counts. Both stay in place while the rest scrolls.

use eframe::egui::{self, Align2, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::{
    app::{Action, WhySubject},
    domain::PartyIx,
    ui::{
        fonts,
        view::{View, table_id, tip},
        widgets::{control::width, tip::Tip as _},
    },
    wording::{self, ui as words},
};

use super::{Frame, HEADER, child, layout::FOOT_LINE, rows};

/// Draws header and foot.
pub(super) fn header(ui: &mut Ui, frame: &Frame<'_>, out: &mut Vec<Action>) {
    let tokens = frame.view.tokens;
    let top = frame.fixed_top();
    let band = Rect::from_min_size(pos2(ui.clip_rect().left(), top), vec2(ui.clip_rect().width(), HEADER));
    ui.painter().rect_filled(band, 0.0, tokens.surface);
    rows::heads(ui, frame, top);
    let in_full = names_fit(ui, frame);
    let clip = band.with_min_x(frame.cells_clip().left());
    for (place, column) in frame.view.columns.iter().enumerate() {
        let left = frame.origin.x + frame.layout.column_left(place);
        let rect = Rect::from_min_size(pos2(left, top), vec2(frame.layout.cell, HEADER));
        if !rect.intersects(clip) {
            continue;
        }
        if place == 0 || column.starts_group {
            caption(ui, frame, place, rect, clip);
        }
        head(ui, frame, (place, in_full), (rect, clip), out);
    }
    ui.painter().hline(band.x_range(), band.bottom(), Stroke::new(1.5, tokens.edge));
    if frame.layout.foot > 0.0 {
        foot(&child(ui, ui.clip_rect()), frame);
    }
}

fn caption(ui: &Ui, frame: &Frame<'_>, place: usize, rect: Rect, clip: Rect) {
    let tokens = frame.view.tokens;
    let role = frame.view.dossier().party(frame.view.columns[place].party).role;
    let last = frame.view.columns.iter().skip(place + 1).take_while(|column| !column.starts_group).count() + place;
    let right = frame.origin.x + frame.layout.column_left(last) + frame.layout.cell;
    let span = Rect::from_min_max(rect.min, pos2(right, rect.top() + 20.0));
    let painter = ui.painter().with_clip_rect(span.expand2(vec2(frame.layout.gap, 0.0)).intersect(clip));
    let font = fonts::regular(tokens.size.small);
    let galley = painter.layout_no_wrap(words::role_caption(role).to_owned(), font, tokens.ink_weak);
    // Over a single narrow column it begins in the gap before it rather than lose its last letters.
    let last = (span.right() + frame.layout.gap).min(frame.visible.right()) - galley.size().x;
    let at = pos2((span.left() + 4.0).min(last).max(span.left() - frame.layout.gap), span.center().y + 1.0);
    painter.galley(at - vec2(0.0, galley.size().y / 2.0), galley, tokens.ink_weak);
    painter.hline(span.left() + 3.0..=span.right() - 3.0, span.bottom() - 1.0, Stroke::new(1.0, tokens.edge));
    let shows = span.intersect(clip);
    if shows.is_positive() {
        let response = ui.interact(shows, table_id().with(("caption", place)), Sense::HOVER);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words::role_tip(role)));
        tip(response, words::role_tip(role));
    }
}

fn head(
    ui: &Ui,
    frame: &Frame<'_>,
    (place, in_full): (usize, bool),
    (whole, clip): (Rect, Rect),
    out: &mut Vec<Action>,
) {
    let rect = whole.intersect(clip);
    let (view, tokens) = (frame.view, frame.view.tokens);
    let ix = view.columns[place].party;
    let party = view.dossier().party(ix);
    let response = ui.interact(rect, table_id().with(("party", ix)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, words::party_name(party)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_column_index(place + 2));
    if response.hovered() {
        ui.painter().rect_filled(rect.with_min_y(rect.top() + 20.0), tokens.size.radius, tokens.hover);
    }
    // Where half a column is in sight, so is half its code: in the middle of that half it would lie on its neighbour's.
    let at = pos2(whole.center().x, whole.bottom() - 12.0);
    let code = |font| {
        ui.painter().layout_no_wrap(if in_full { party.name.clone() } else { party.code.clone() }, font, tokens.ink)
    };
    let usual = code(fonts::semibold(tokens.size.header - 1.0));
    // A long code in a narrow column would run into its neighbour.
    let code = if usual.size().x < whole.width() { usual } else { code(fonts::semibold(tokens.size.small - 2.0)) };
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    painter.galley(Align2::CENTER_CENTER.anchor_size(at, code.size()).min, code, tokens.ink);
    if response.clicked() {
        out.push(Action::Why(WhySubject::Party(ix)));
    }
    if response.hovered() {
        response.tip(words::party_tip(party, &tally(view, ix)));
    }
}

/// True if the names of all parties have room over their columns, so that none needs its code.
fn names_fit(ui: &Ui, frame: &Frame<'_>) -> bool {
    let font = fonts::semibold(frame.view.tokens.size.header - 1.0);
    let mut parties = frame.view.dossier().parties.iter();
    parties.all(|party| width(ui, &party.name, font.clone()) <= frame.layout.cell - 4.0)
}

/// How the plan stands with a party in words, or that it is hidden.
fn tally(view: &View<'_>, party: PartyIx) -> String {
    let n_in_plan = view.state.results.n_in_plan();
    view.state
        .tally(party)
        .map_or_else(|| wording::presenter::HIDDEN_VERDICTS.to_owned(), |tally| wording::tally(tally, n_in_plan))
}

/// For each party the number of contradicted cells, and of those without a stated position, with the denominator.
fn foot(ui: &Ui, frame: &Frame<'_>) {
    let (view, tokens, layout) = (frame.view, frame.view.tokens, &frame.layout);
    let top = frame.foot_top();
    let clip = ui.clip_rect();
    let band = Rect::from_min_size(pos2(clip.left(), top), vec2(clip.width(), layout.foot));
    ui.painter().rect_filled(band, 0.0, tokens.surface);
    ui.painter().hline(band.x_range(), top, Stroke::new(1.5, tokens.edge));
    let font = fonts::regular(tokens.size.small);
    let lines = [top + FOOT_LINE * 0.5, top + FOOT_LINE * 1.5];
    for (y, text) in lines.into_iter().zip([words::CONTRADICTED_OF, words::SILENT_OF]) {
        let at = pos2(frame.fixed_left() + 10.0, y);
        ui.painter().text(at, Align2::LEFT_CENTER, text, font.clone(), tokens.ink_weak);
    }
    let cells = ui.painter().with_clip_rect(band.with_min_x(frame.cells_clip().left()).intersect(clip));
    for (place, column) in view.columns.iter().enumerate() {
        let x = frame.origin.x + layout.column_left(place) + layout.cell / 2.0;
        let n_in_plan = view.state.results.n_in_plan();
        // Of nothing there is nothing to count.
        if n_in_plan == 0 {
            continue;
        }
        let figures = view.state.tally(column.party).map_or_else(
            || ["?"; 2].map(str::to_owned),
            |tally| [wording::contradicted_of(tally, n_in_plan), wording::silent_of(tally, n_in_plan)],
        );
        for (y, text) in lines.into_iter().zip(figures) {
            cells.text(pos2(x, y), Align2::CENTER_CENTER, text, font.clone(), tokens.ink);
        }
        let size = vec2(layout.cell, layout.foot);
        let rect = Rect::from_center_size(pos2(x, band.center().y), size).intersect(cells.clip_rect());
        let response = ui.interact(rect, table_id().with(("tally", column.party)), Sense::HOVER);
        let name = || format!("{}: {}", view.dossier().party(column.party).name, tally(view, column.party));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, name()));
        if response.hovered() {
            response.tip(name());
        }
    }
}
