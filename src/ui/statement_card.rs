//! The card of a statement, wherever one stands: a frame, and in it what was said, who said it when and where, and what kind of
//! evidence it is.

use eframe::egui::{
    Frame, Id, Margin, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, vec2,
};

use super::{fonts, view::View, widgets::tip::Tip as _};
use crate::{
    domain::{Dossier, SourceKind, StatementIx},
    wording::{self, ui as words},
};

/// How much of a statement a card tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// All that is on file.
    Whole,
    /// What was said, by whom, when and where.
    Short,
}

/// A frame around what belongs together.
pub(super) fn framed(ui: &mut Ui, view: &View<'_>, add: impl FnOnce(&mut Ui)) {
    framed_by(ui, view, Stroke::new(1.0, view.tokens.edge), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(accesskit::Role::Article));
        add(ui);
    });
}

/// The same with another edge, for what is an article of its own already.
pub(super) fn framed_by(ui: &mut Ui, view: &View<'_>, edge: Stroke, add: impl FnOnce(&mut Ui)) {
    let frame = Frame::new()
        .fill(view.tokens.surface)
        .stroke(edge)
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        add(ui);
    });
}

/// What was said, and who, when, where. `chips` fills the row of small words: [`evidence`], and what its position is.
pub(super) fn said(
    ui: &mut Ui,
    view: &View<'_>,
    dossier: &Dossier,
    ix: StatementIx,
    form: Form,
    chips: impl FnOnce(&mut Ui),
) {
    let tokens = view.tokens;
    let statement = dossier.statement(ix);
    let is_whole = form == Form::Whole;
    if is_whole {
        ui.add_space(2.0);
    }
    // Whose words these are is not to be guessed from how they are set.
    let whose = |ui: &mut Ui, text: &str| {
        ui.label(RichText::new(text).small().color(tokens.ink_weak));
        ui.add_space(-4.0);
    };
    let top = ui.cursor().top();
    whose(ui, words::IN_SHORT);
    let said = ui.label(&statement.short).rect;
    ui.data_mut(|data| {
        data.get_temp_mut_or::<Option<Rect>>(words_id(), None).get_or_insert(said.with_min_y(top));
    });
    if let Some(quote) = statement.quote.as_ref().filter(|_| is_whole) {
        whose(ui, words::QUOTED);
        ui.label(RichText::new(words::quote(quote)).italics());
    }
    let source = statement.sources.first().map(|source| dossier.source(*source));
    let where_to = RichText::new(words::when_and_where(statement, source, view.dates)).color(tokens.ink_weak);
    let speaker = RichText::new(words::speaker(statement));
    if is_whole {
        ui.label(speaker.font(fonts::semibold(tokens.size.body)));
        ui.label(where_to);
    } else {
        ui.label(speaker.small());
        ui.label(where_to.small());
    }
    small_row(ui, CHIP, chips);
    // Who, when, where and what kind of evidence stand above the longer account: they are to be seen at once.
    if is_whole && !statement.long.is_empty() {
        whose(ui, words::AT_LENGTH);
        ui.label(RichText::new(&statement.long).color(tokens.ink_weak));
    }
    if is_whole && !statement.caveat.is_empty() {
        ui.label(RichText::new(words::note(&statement.caveat)).color(tokens.warn));
    }
}

/// Draws a card; tells where the words of its first statement stand, if it has any.
pub(super) fn words_of(ui: &mut Ui, add: impl FnOnce(&mut Ui)) -> Option<Rect> {
    ui.data_mut(|data| data.insert_temp::<Option<Rect>>(words_id(), None));
    add(ui);
    ui.data(|data| data.get_temp(words_id())).flatten()
}

fn words_id() -> Id {
    Id::unique("words_of_a_card")
}

/// What kind of evidence it is.
pub(super) fn evidence(ui: &mut Ui, view: &View<'_>, dossier: &Dossier, ix: StatementIx) {
    let statement = dossier.statement(ix);
    let source = statement.sources.first().map(|source| dossier.source(*source));
    let channel = chip(ui, view, wording::channel(statement.channel));
    channel.tip(wording::channel_means(statement.channel));
    if source.is_some_and(|source| source.kind == SourceKind::Secondary) {
        chip(ui, view, words::SECONDARY_SOURCE);
    }
    if statement.unverified {
        chip(ui, view, words::NOT_VERIFIED);
    }
    if source.is_none() {
        chip(ui, view, words::NO_SOURCE);
    }
}

/// Height of a chip, which is no button and needs no room for a finger.
const CHIP: f32 = 20.0;

/// Height of a button inside a card.
const SMALL_BUTTON: f32 = 26.0;

/// A row of small buttons that wraps.
pub(super) fn buttons(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    small_row(ui, SMALL_BUTTON, add);
}

fn small_row(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = height;
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        ui.spacing_mut().button_padding = vec2(8.0, 2.0);
        ui.horizontal_wrapped(add);
    });
}

/// A small word with an edge around it.
pub(super) fn chip(ui: &mut Ui, view: &View<'_>, text: &str) -> Response {
    // Laid out before its place is taken, so that a row breaks between chips and not inside of them.
    let room = ui.max_rect().width() - 12.0;
    let font = fonts::regular(view.tokens.size.small);
    let galley = ui.painter().layout(text.to_owned(), font, view.tokens.ink, room);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 3.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let stroke = Stroke::new(1.0, view.tokens.edge);
    ui.painter().rect_stroke(rect, view.tokens.size.radius, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(6.0, 1.5), galley, view.tokens.ink);
    response
}
