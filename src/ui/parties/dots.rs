//! Sets as columns of dots over the rows of what they are made of (an UpSet picture): one tab stop, moved by the arrow keys.

use eframe::egui::{
    self, Align2, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit, pos2, vec2,
};

use crate::{
    analysis::Listed,
    app::{
        Action,
        parties::{self, Look, Member, Picture, Row},
    },
    ui::{
        fonts,
        view::View,
        widgets::{control::line, mark::MarkPainter},
    },
    wording::{clashes, ui::parties as words},
};

use super::{MARGIN, roving};
use crate::ui::counts::to_f32;

/// Height of the row of numbers, in points.
const HEAD: f32 = 24.0;

/// Width of a column and height of a row.
const STEP: f32 = 25.0;

/// Radius of a dot.
const DOT: f32 = 5.5;

/// The picture: the one tab stop for all its columns.
pub(super) fn id() -> Id {
    Id::unique("parties_sets")
}

/// What the parts of the picture share in a frame.
struct Frame<'a> {
    view: &'a View<'a>,
    picture: &'a Picture,
    /// Width of the rows' names.
    names: f32,
    origin: Vec2,
    visible: Rect,
}

impl Frame<'_> {
    fn fixed_left(&self) -> f32 {
        self.visible.left().max(self.origin.x)
    }

    fn fixed_top(&self) -> f32 {
        self.visible.top().max(self.origin.y)
    }

    fn clip(&self) -> Rect {
        let corner = pos2(self.fixed_left() + self.names, self.fixed_top() + HEAD);
        Rect::from_min_max(corner, self.visible.max)
    }

    fn row(&self, place: usize) -> f32 {
        self.origin.y + HEAD + (to_f32(place) + 0.5) * STEP
    }

    fn column(&self, place: usize) -> f32 {
        self.origin.x + self.names + (to_f32(place) + 0.5) * STEP
    }

    /// The band of a column, from the head to the last row.
    fn band(&self, place: usize) -> Rect {
        let bottom = self.row(self.picture.rows.len()) - STEP / 2.0;
        let x = self.column(place);
        Rect::from_min_max(pos2(x - STEP / 2.0, self.fixed_top()), pos2(x + STEP / 2.0, bottom))
    }
}

/// Draws the picture.
pub(super) fn dots(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let tab = &view.state.parties;
    let picture = &*tab.picture;
    let space = ui.available_rect_before_wrap();
    let space = Rect::from_min_max(space.min + MARGIN, space.max);
    let mut inner = ui.new_child(UiBuilder::new().max_rect(space));
    if picture.columns.is_empty() || picture.rows.is_empty() {
        inner.label(nothing(view).unwrap_or_default());
        return;
    }
    out.extend(roving::keys(ui, id()).into_iter().filter_map(|key| step(view, key)));
    let names = (space.width() * 0.46).clamp(150.0, 360.0).floor();
    let size = vec2(names + to_f32(picture.columns.len()) * STEP, HEAD + to_f32(picture.rows.len()) * STEP + 8.0);
    let area = ScrollArea::both().id_salt("parties_sets").auto_shrink(false);
    let here = (tab.column, picture.columns.get(tab.column).cloned(), space.size());
    let area = roving::follow(area, &inner, id(), here, chosen(view, names, space.size()), space.size());
    area.show_viewport(&mut inner, |ui, viewport| {
        roving::scrolled(ui, id(), viewport);
        let (rect, _) = ui.allocate_exact_size(size, Sense::HOVER);
        let visible = Rect::from_min_size(rect.min + viewport.min.to_vec2(), viewport.size()).intersect(ui.clip_rect());
        let named = (accesskit::Role::ListBox, words::SETS);
        roving::stop(ui, id(), rect.intersect(visible), named, view.state.session.dialog.is_some());
        let frame = Frame { view, picture, names, origin: rect.min.to_vec2(), visible };
        let hovered = columns(&child(ui, visible.with_min_x(frame.clip().left())), &frame, out);
        paint(&child(ui, frame.clip()), &frame);
        numbers(&child(ui, visible.with_min_x(frame.clip().left())), &frame, hovered);
        rows(&child(ui, visible), &frame);
        ring(&mut child(ui, visible), &frame);
    });
}

/// Why no set is drawn.
fn nothing(view: &View<'_>) -> Option<&'static str> {
    fn is_whole<T>(list: Option<&std::sync::Arc<Listed<T>>>) -> bool {
        list.is_some_and(|list| list.end == crate::analysis::End::All)
    }
    let tab = &view.state.parties;
    let (answer, _) = tab.desk.answer()?;
    let whole = match (tab.look, tab.by_party) {
        (Look::WaysOut, false) => is_whole(answer.positions.ways_out.as_ref()),
        (Look::WaysOut, true) => is_whole(answer.parties.ways_out.as_ref()),
        (_, false) => is_whole(answer.positions.clash_sets.as_ref()),
        (_, true) => is_whole(answer.parties.clash_sets.as_ref()),
    };
    let text = if tab.look == Look::WaysOut { clashes::NOTHING_GIVES } else { clashes::NO_SETS };
    (whole && answer.clashes.any_plan).then_some(text)
}

fn step(view: &View<'_>, key: egui::Key) -> Option<Action> {
    let tab = &view.state.parties;
    let last = tab.picture.columns.len().saturating_sub(1);
    let place = match key {
        egui::Key::ArrowLeft | egui::Key::ArrowUp => tab.column.saturating_sub(1),
        egui::Key::ArrowRight | egui::Key::ArrowDown => (tab.column + 1).min(last),
        egui::Key::Home => 0,
        egui::Key::End => last,
        _ => return None,
    };
    Some(Action::Parties(parties::Action::Choose(place)))
}

fn child(ui: &mut Ui, clip: Rect) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(clip).accessibility_parent(id()));
    child.set_clip_rect(clip.intersect(ui.clip_rect()));
    child
}

/// The part of the picture that shows the chosen set: all its dots if they fit, under the caption of the first, and beside
/// what stays in place.
fn chosen(view: &View<'_>, names: f32, room: Vec2) -> Rect {
    let tab = &view.state.parties;
    let dots = tab.picture.dots.get(tab.column).map_or(&[][..], Vec::as_slice);
    let (first, last) = (dots.iter().min().copied().unwrap_or(0), dots.iter().max().copied().unwrap_or(0));
    let column = to_f32(tab.column) * STEP;
    // The row before the first dot is a caption, or was met already.
    let top = (to_f32(first) - 1.0).max(0.0) * STEP;
    let bottom = (HEAD + to_f32(last + 1) * STEP + 4.0).min(top + room.y);
    Rect::from_min_max(pos2(column, top), pos2(names + column + STEP + 4.0, bottom))
}

/// The columns as screen readers and the pointer meet them; returns the one under the pointer.
fn columns(ui: &Ui, frame: &Frame<'_>, out: &mut Vec<Action>) -> Option<usize> {
    let (view, picture) = (frame.view, frame.picture);
    let mut hovered = None;
    for (place, set) in picture.columns.iter().enumerate() {
        let band = frame.band(place).intersect(ui.clip_rect());
        if !band.is_positive() {
            continue;
        }
        let chosen = view.state.parties.column == place;
        let response = ui.interact(band, column_id(place), Sense::CLICK);
        let of = (place + 1, picture.columns.len());
        let name = || words::set_name(view.dossier(), set, of, view.dates);
        response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, chosen, name()));
        if chosen {
            ui.painter().rect_filled(band, 0.0, view.tokens.chosen);
        } else if response.hovered() {
            ui.painter().rect_filled(band, 0.0, view.tokens.hover);
        }
        if response.hovered() {
            hovered = Some(place);
        }
        if response.clicked() {
            out.push(Action::Parties(parties::Action::Choose(place)));
            ui.memory_mut(|memory| memory.request_focus(id()));
        }
    }
    hovered
}

fn column_id(place: usize) -> Id {
    id().with(("set", place))
}

/// The lines of the rows, and the dots, joined in each column.
fn paint(ui: &Ui, frame: &Frame<'_>) {
    let (tokens, clip) = (frame.view.tokens, ui.clip_rect());
    let painter = ui.painter();
    for (place, row) in frame.picture.rows.iter().enumerate() {
        let y = frame.row(place) + STEP / 2.0;
        if clip.y_range().contains(y) {
            let is_last = frame.picture.rows.get(place + 1).is_none_or(|next| matches!(next, Row::About(_)));
            let ink = if is_last { tokens.edge } else { tokens.line };
            if !matches!(row, Row::About(_)) {
                painter.hline(clip.x_range(), y, Stroke::new(1.0, ink));
            }
        }
    }
    for (place, dots) in frame.picture.dots.iter().enumerate() {
        let x = frame.column(place);
        if !clip.expand(STEP).x_range().contains(x) {
            continue;
        }
        if let (Some(first), Some(last)) = (dots.iter().min(), dots.iter().max()) {
            painter.vline(x, frame.row(*first)..=frame.row(*last), Stroke::new(2.0, tokens.ink));
        }
        for row in dots {
            painter.circle_filled(pos2(x, frame.row(*row)), DOT, tokens.ink);
        }
    }
}

/// The numbers over the columns.
fn numbers(ui: &Ui, frame: &Frame<'_>, hovered: Option<usize>) {
    let tokens = frame.view.tokens;
    let chosen = frame.view.state.parties.column;
    let head = Rect::from_x_y_ranges(ui.clip_rect().x_range(), frame.fixed_top()..=frame.fixed_top() + HEAD);
    ui.painter().rect_filled(head, 0.0, tokens.surface);
    for place in 0..frame.picture.columns.len() {
        let x = frame.column(place);
        if !head.expand(STEP).x_range().contains(x) {
            continue;
        }
        let strong = place == chosen || hovered == Some(place);
        let font = if strong { fonts::semibold(tokens.size.small) } else { fonts::regular(tokens.size.small - 1.0) };
        let ink = if strong { tokens.ink } else { tokens.ink_weak };
        ui.painter().text(pos2(x, head.center().y), Align2::CENTER_CENTER, (place + 1).to_string(), font, ink);
    }
    ui.painter().hline(head.x_range(), head.bottom(), Stroke::new(1.5, tokens.edge));
}

/// The names of the rows; those of the chosen set stand out.
fn rows(ui: &Ui, frame: &Frame<'_>) {
    let tokens = frame.view.tokens;
    let left = frame.fixed_left();
    let ground = Rect::from_x_y_ranges(left..=left + frame.names, ui.clip_rect().y_range());
    ui.painter().rect_filled(ground, 0.0, tokens.surface);
    let chosen = frame.picture.dots.get(frame.view.state.parties.column).map_or(&[][..], Vec::as_slice);
    for (place, row) in frame.picture.rows.iter().enumerate() {
        let y = frame.row(place);
        let rect = Rect::from_min_size(pos2(left, y - STEP / 2.0), vec2(frame.names, STEP));
        if rect.intersects(frame.clip().with_min_x(left)) {
            self::row(ui, frame, (place, row), rect, chosen.contains(&place));
        }
    }
    corner(ui, frame);
}

/// What the uppermost rows are about, where their caption is scrolled away.
fn corner(ui: &Ui, frame: &Frame<'_>) {
    let tokens = frame.view.tokens;
    let top = frame.fixed_top();
    let rect = Rect::from_min_size(pos2(frame.fixed_left(), top), vec2(frame.names, HEAD));
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, tokens.surface);
    let hidden = (0..frame.picture.rows.len()).take_while(|place| frame.row(*place) < top + HEAD).count();
    let about = frame.picture.rows[..hidden].iter().rev().find_map(|row| match row {
        Row::About(term) => Some(*term),
        Row::Common(_) | Row::Member(_) => None,
    });
    let goes_on = frame.picture.rows.get(hidden).is_some_and(|row| matches!(row, Row::Member(_)));
    if let Some(term) = about.filter(|_| goes_on) {
        let name = &frame.view.dossier().term(term).name;
        let font = fonts::semibold(tokens.size.small);
        painter.text(rect.left_center(), Align2::LEFT_CENTER, name, font, tokens.ink);
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.75, Stroke::new(1.5, tokens.edge));
}

fn row(ui: &Ui, frame: &Frame<'_>, (place, row): (usize, &Row), rect: Rect, strong: bool) {
    let (view, tokens, dossier) = (frame.view, frame.view.tokens, frame.view.dossier());
    let weight = |strong: bool, size: f32| if strong { fonts::semibold(size) } else { fonts::regular(size) };
    let at = |x: f32, galley: &egui::Galley| pos2(rect.left() + x, rect.center().y - galley.size().y / 2.0);
    let text = |x: f32, text: &str, font: egui::FontId| {
        let galley = line(ui, text, font, tokens.ink, rect.width() - x - 8.0);
        ui.painter().galley(at(x, &galley), galley, tokens.ink);
    };
    let name = match row {
        Row::About(term) => {
            let name = &dossier.term(*term).name;
            text(0.0, name, fonts::semibold(tokens.size.small));
            name.clone()
        }
        Row::Common(n) => {
            let by_party = view.state.parties.by_party;
            let name = clashes::in_each(*n, frame.picture.columns.len(), by_party);
            text(0.0, &name, weight(strong, tokens.size.small));
            name
        }
        Row::Member(Member::Position(position)) => {
            let code = &dossier.party(dossier.position(*position).party).code;
            text(12.0, code, fonts::semibold(tokens.size.small));
            text(62.0, clashes::short(dossier, *position), weight(strong, tokens.size.small));
            words::member_name(dossier, Member::Position(*position), view.dates)
        }
        Row::Member(member) => {
            let name = words::member_name(dossier, *member, view.dates);
            text(0.0, &name, weight(strong, tokens.size.body));
            name
        }
    };
    let response = ui.interact(rect.intersect(ui.clip_rect()), id().with(("row", place)), Sense::HOVER);
    let is_caption = matches!(row, Row::About(_));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &name));
    if !is_caption {
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.line));
        crate::ui::view::tip(response, name);
    }
}

fn ring(ui: &mut Ui, frame: &Frame<'_>) {
    let place = frame.view.state.parties.column;
    ui.ctx().accesskit_node_builder(id(), |node| node.set_active_descendant(column_id(place).accesskit_id()));
    if ui.memory(|memory| memory.has_focus(id())) {
        let head = frame.band(place).with_max_y(frame.fixed_top() + HEAD);
        let clip = frame.visible.with_min_x(frame.clip().left() - 6.0);
        let mut clipped = ui.new_child(UiBuilder::new().max_rect(clip));
        clipped.set_clip_rect(clip.intersect(ui.clip_rect()));
        let mut painter = MarkPainter::new(&clipped);
        painter.focus(head.shrink2(vec2(2.0, 5.0)));
        painter.paint();
    }
}
