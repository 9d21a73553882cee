//! The lines at the bottom: notices, legend, what the last action changed, counts.

use eframe::egui::{self, Align, Frame, Layout, Margin, RichText, Stroke, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    app::{Action, Command, Dialog, Excerpt, Notice, NoticeKind, Tab, WhySubject},
    wording::{self, drafts, files as texts, legend as legend_words, ui as words},
};

use super::{
    fonts, letters,
    look::{LOW, why_is_beside, why_shows},
    marks::{has_uncounted, shape},
    status,
    theme::tokens,
    view::View,
    widgets::{
        control::width,
        mark::{Look, Mark as Shown, MarkPainter},
        tip::{self, Tip as _},
    },
};
use crate::ui::shape::MarkShape;

/// Height of each line, in points.
const LINE: f32 = 22.0;

/// The least height of what can be clicked, in points.
const LEAST: f32 = 24.0;

/// A notice has its buttons beside its title where the title keeps this much, in points; else below it.
const LEAST_TITLE: f32 = 280.0;

/// So much of the lines of a notice shows in a low window, in points: one of them; the rest is scrolled to.
const LEAST_LINES: f32 = 20.0;

/// Draws the lines.
pub(super) fn lines(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    // One at a time, the newest first: several would leave no room for the table.
    if let Some((place, notice)) = view.state.session.notices.iter().enumerate().next_back() {
        self::notice(ui, view, place, notice, out);
    }
    letters::told(ui, view);
    // The tab of the parties has numbers and no marks; beside a class's work each mark stands with its words. In a low
    // window the drawer, which says what its mark means, takes the place of the legend, as a notice does.
    let has_marks = !matches!(view.state.session.tab, Tab::Parties | Tab::Activities | Tab::Case);
    let has_drawer = !why_is_beside(ui) && why_shows(ui, view);
    let has_notice = !view.state.session.notices.is_empty();
    let is_covered = ui.content_rect().height() < LOW && (has_drawer || has_notice);
    let mut legend_room = None;
    if has_marks && !is_covered {
        let room = ui.scope(|ui| {
            // While a case is chosen there are no marks. The room stays, so that nothing moves in the table when they
            // come, and the page has its part of it.
            if view.state.shows_start_page() {
                ui.set_invisible();
            }
            legend(ui, view, out);
        });
        legend_room = Some(room.response.rect);
    }
    ui.data_mut(|data| data.insert_temp(egui::Id::unique("legend_room"), legend_room));
    // What counts otherwise than usual must not be cut off: where it is long it has a line of its own.
    let unusual = wording::cli::counting(view.state.document.scenario.counted);
    let font = fonts::regular(view.tokens.size.body);
    let fits = |text: &String| width(ui, text, font.clone()) < 0.4 * ui.available_width();
    let (beside, above) = if unusual.as_ref().is_none_or(fits) { (unusual, None) } else { (None, unusual) };
    if let Some(text) = above {
        ui.add(egui::Label::new(RichText::new(text).color(view.tokens.warn)).wrap());
    }
    ui.allocate_ui_with_layout(egui::vec2(ui.available_width(), LINE), Layout::right_to_left(Align::Center), |ui| {
        counts(ui, view, beside, out);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| status::line(ui, view));
    });
    draw_at_once(ui);
}

/// The lines have the place of the frame before: with another height they, and what stands above, must not be drawn for the
/// old one. Where nobody moves the pointer it would stand.
fn draw_at_once(ui: &Ui) {
    let (id, height) = (egui::Id::unique("bottom_height"), ui.min_rect().height());
    let before: Option<f32> = ui.data_mut(|data| {
        let before = data.get_temp(id);
        data.insert_temp(id, height);
        before
    });
    if before.is_some_and(|before| (before - height).abs() > 0.5) {
        ui.ctx().request_discard("bottom");
    }
}

/// Where the legend stands in this frame, or its room is kept.
pub(super) fn legend_room(ui: &Ui) -> Option<egui::Rect> {
    ui.data(|data| data.get_temp::<Option<egui::Rect>>(egui::Id::unique("legend_room"))).flatten()
}

/// The legend breaks between its entries where the window is narrow, and is scrolled where it is low as well: none of
/// them may get lost.
fn legend(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let (width, low) = (ui.available_width(), ui.content_rect().height() < LOW);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = LEAST;
        ui.spacing_mut().item_spacing = egui::vec2(10.0, 0.0);
        ui.set_width(width);
        if low {
            egui::ScrollArea::horizontal().id_salt("legend").show(ui, |ui| ui.horizontal(|ui| entries(ui, view, out)));
        } else {
            ui.horizontal_wrapped(|ui| entries(ui, view, out));
        }
    });
}

fn entries(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut asked = None;
    for mark in Mark::iter() {
        let example =
            || view.state.example(mark).map(|found| legend_words::example(view.dossier(), &found, view.dates));
        let response = entry(ui, &Shown::new(shape(mark)), wording::mark_legend(mark));
        asked = response.clicked().then_some(mark).or(asked);
        let sentence = legend_words::sentence(mark);
        drop(
            response.tip_with(|| example().map_or_else(|| sentence.to_owned(), |known| format!("{sentence}\n{known}"))),
        );
    }
    if has_uncounted(view) {
        let grey = Shown { look: Look::Uncounted, ..Shown::new(MarkShape::Disc) };
        let response = entry(ui, &grey, words::UNCOUNTED_LEGEND).tip(legend_words::UNCOUNTED);
        asked = response.clicked().then_some(Mark::OnFile).or(asked);
    }
    out.extend(asked.map(|mark| Action::Why(WhySubject::Mark(mark))));
}

/// A mark and its name; a button that explains it.
fn entry(ui: &mut Ui, mark: &Shown, text: &str) -> egui::Response {
    let font = fonts::regular(tokens(ui).size.small);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ui.visuals().text_color());
    let size = egui::vec2((16.0 + 5.0 + galley.size().x).max(24.0), LEAST);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text));
    if response.has_focus() {
        let ring = Stroke::new(2.0, tokens(ui).focus);
        ui.painter().rect_stroke(rect.expand(2.0), 3.0, ring, egui::StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect.expand(2.0), 3.0, tokens(ui).hover);
    }
    let mut painter = MarkPainter::new(ui);
    let tile = egui::Rect::from_center_size(egui::pos2(rect.left() + 8.0, rect.center().y), egui::Vec2::splat(16.0));
    painter.add(tile, mark);
    painter.paint();
    let at = egui::pos2(rect.left() + 21.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ui.visuals().text_color());
    response
}

fn counts(ui: &mut Ui, view: &View<'_>, unusual: Option<String>, out: &mut Vec<Action>) {
    let (dossier, results) = (view.dossier(), &view.state.results);
    if view.state.settings.show_counts {
        let on_file = words::statements_on_file(dossier.statements.len());
        ui.label(RichText::new(on_file).color(view.tokens.ink_weak));
        ui.separator();
        ui.label(words::in_plan(results.n_in_plan(), dossier.terms.len()));
    }
    if let Some(text) = unusual {
        ui.separator();
        ui.label(RichText::new(text).color(view.tokens.warn));
    }
    if !results.broken_rules().is_empty() {
        ui.separator();
        let text =
            RichText::new(words::RULES_BROKEN).color(view.tokens.warn).font(fonts::semibold(view.tokens.size.body));
        if ui.button(text).clicked() {
            out.push(Action::Why(WhySubject::Rules));
        }
    }
}

fn notice(ui: &mut Ui, view: &View<'_>, place: usize, notice: &Notice, out: &mut Vec<Action>) {
    let frame = Frame::new()
        .fill(view.tokens.surface)
        .stroke(Stroke::new(1.0, view.tokens.edge))
        .corner_radius(view.tokens.size.radius)
        .inner_margin(Margin::symmetric(12, 6));
    ui.add_space(4.0);
    let shown = frame.show(ui, |ui| {
        let title = RichText::new(&notice.title).font(fonts::semibold(view.tokens.size.body));
        let title = egui::Label::new(title).wrap();
        let offers = offers(place, notice);
        let room = ui.available_width() - width_of(ui, view, &offers, place);
        if room > LEAST_TITLE {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    notice_buttons(ui, view, offers, place, out);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(title));
                });
            });
        } else {
            ui.add(title);
            ui.horizontal_wrapped(|ui| notice_buttons(ui, view, offers, place, out));
        }
        // In a low window it leaves the table a table.
        let most = if ui.content_rect().height() < LOW { LEAST_LINES } else { 120.0 };
        egui::ScrollArea::vertical().id_salt(("notice", place)).max_height(most).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            for line in &notice.lines {
                ui.label(line);
            }
        });
    });
    tip::keep_clear(ui, shown.response.rect);
}

/// What can be done about a notice, the least of it first.
fn offers(place: usize, notice: &Notice) -> Vec<(&'static str, Action)> {
    let excerpt = |excerpt: &Excerpt| (texts::SHOW_THE_LINE, Action::Show(Dialog::Excerpt(excerpt.clone())));
    let close = (words::CLOSE, Action::CloseNotice(place));
    let mut offers: Vec<(&'static str, Action)> = notice.excerpt.iter().map(excerpt).collect();
    offers.extend(match &notice.kind {
        NoticeKind::Info | NoticeKind::NoDrafts => vec![close],
        NoticeKind::OpenProblem => vec![close, (words::OPEN_ANOTHER, Action::Run(Command::Open))],
        NoticeKind::SaveProblem(form) | NoticeKind::Unsound { form, .. } => {
            vec![close, (words::SAVE_ELSEWHERE, Action::SaveElsewhere(*form))]
        }
        NoticeKind::Restored { draft, work } => vec![
            (words::DISCARD, Action::DeleteDraft(draft.clone(), Some(*work))),
            (words::KEEP, Action::CloseNotice(place)),
        ],
        NoticeKind::Kept(draft) => vec![
            close,
            (drafts::DELETE, Action::DeleteDraft(draft.clone(), None)),
            (drafts::RESTORE, Action::RestoreDraft(draft.clone())),
        ],
        NoticeKind::Missing(path) => vec![
            close,
            (texts::FORGET, Action::ForgetRecent(path.clone())),
            (texts::OPEN_AGAIN, Action::OpenPath(path.clone())),
        ],
        NoticeKind::Deleted(draft) => vec![close, (drafts::BRING_BACK, Action::KeepDeleted(draft.clone()))],
    });
    offers
}

/// The width of the buttons in a row, with what stands beside them.
fn width_of(ui: &Ui, view: &View<'_>, offers: &[(&str, Action)], place: usize) -> f32 {
    let font = fonts::regular(view.tokens.size.body);
    let of =
        |text: &str| width(ui, text, font.clone()) + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    let older = if place > 0 { of(&texts::older_notices(place)) } else { 0.0 };
    offers.iter().map(|(text, _)| of(text)).sum::<f32>() + older
}

fn notice_buttons(ui: &mut Ui, view: &View<'_>, offers: Vec<(&str, Action)>, place: usize, out: &mut Vec<Action>) {
    for (text, action) in offers {
        if ui.button(text).clicked() {
            out.push(action);
        }
    }
    if place > 0 {
        ui.label(RichText::new(texts::older_notices(place)).color(view.tokens.ink_weak));
    }
}
