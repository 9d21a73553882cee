//! Sheets to hand out: what goes into the file, where it goes, and how its pages will look.

use eframe::egui::{
    Align, Align2, Button, Grid, Layout, Rect, RichText, Role, ScrollArea, Sense, TextEdit, TextStyle, Ui, WidgetInfo,
    text::{LayoutJob, TextFormat},
    vec2,
};
use strum::IntoEnumIterator as _;

use crate::{
    app::{Action, Format, HandOutAction, IfTaken, Outcome, Page, Paper, Separator, SheetKind},
    ui::{
        field, page,
        view::{View, focus_first, follow_focus, is_left},
        widgets::icon,
    },
    wording::{hand_out_dialog as texts, hand_outs as words},
};

use super::{from_its_head, head, section};

/// Width of the choices beside the preview: all formats stand on one line, and where the file goes is in sight.
const CHOICES: f32 = 390.0;
/// Between the choices and the preview.
const BETWEEN: f32 = 20.0;

/// Draws the dialog.
pub(super) fn hand_outs(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let space = ui.ctx().content_rect().size();
    let size = vec2((space.x - 80.0).min(900.0), (space.y - 90.0).min(680.0));
    ui.set_width(size.x);
    head(ui, view, texts::TITLE, out);
    focus_first(ui, "dialog", texts::TITLE);
    let height = size.y - 56.0;
    // Beside each other where there is room for both, else the choices alone: they are what the dialog is for.
    let has_preview = size.x > CHOICES + BETWEEN + 180.0;
    let width = if has_preview { CHOICES } else { size.x };
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            // As high whatever is chosen: a dialog that shrank would move its buttons under the pointer.
            ui.set_min_height(height);
            choices(ui, view, height, out);
        });
        if has_preview {
            ui.add_space(BETWEEN);
            ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::top_down(Align::Center), |ui| {
                preview(ui, view, height, out);
            });
        }
    });
}

fn say(out: &mut Vec<Action>, action: HandOutAction) {
    out.push(Action::HandOuts(action));
}

fn choices(ui: &mut Ui, view: &View<'_>, height: f32, out: &mut Vec<Action>) {
    // What writes the file, and what came of it, is in sight whatever is chosen above.
    let area = ScrollArea::vertical().max_height(height - FINISH).auto_shrink([false, false]);
    from_its_head(ui, area).show(ui, |ui| {
        let hand_outs = &view.state.hand_outs;
        // In sight all the same, so that nothing moves away under the pointer.
        ui.add_enabled_ui(hand_outs.format != Format::LessonPage, |ui| sheets(ui, view, out));
        section(ui, view, texts::FORMAT);
        ui.horizontal_wrapped(|ui| {
            for format in Format::iter() {
                if ui.add(Button::selectable(hand_outs.format == format, words::format(format))).clicked() {
                    say(out, HandOutAction::Format(format));
                }
            }
        });
        ui.label(RichText::new(texts::format_use(hand_outs.format)).small().color(view.tokens.ink_weak));
        if hand_outs.format == Format::Csv {
            section(ui, view, texts::SEPARATOR);
            ui.horizontal(|ui| {
                for separator in Separator::iter() {
                    let chosen = view.state.settings.separator == separator;
                    if ui.add(Button::selectable(chosen, texts::separator(separator))).clicked() {
                        say(out, HandOutAction::Separator(separator));
                    }
                }
            });
            ui.label(RichText::new(texts::SEPARATOR_USE).small().color(view.tokens.ink_weak));
        } else {
            ui.add_enabled_ui(hand_outs.format != Format::LessonPage, |ui| on_paper(ui, view, out));
        }
        goes_to(ui, view, out);
        follow_focus(ui);
    });
    ui.add_space(4.0);
    finish(ui, view, out);
}

/// The size of the paper, and whether it is printed without colour.
fn on_paper(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    section(ui, view, texts::PAPER);
    ui.horizontal(|ui| {
        for paper in Paper::iter() {
            if ui.add(Button::selectable(view.state.settings.paper == paper, words::paper(paper))).clicked() {
                say(out, HandOutAction::Paper(paper));
            }
        }
    });
    let mut hatched = view.state.settings.hatched;
    if ui.checkbox(&mut hatched, texts::HATCHED).changed() {
        say(out, HandOutAction::Hatched(hatched));
    }
}

/// Where the file will stand and under which name, and what of it cannot be written.
fn goes_to(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let hand_outs = &view.state.hand_outs;
    let label = section(ui, view, texts::FOLDER);
    let mut folder = hand_outs.folder.clone();
    let field = TextEdit::singleline(&mut folder).desired_width(f32::INFINITY).align(Align2::LEFT_CENTER);
    let field = ui.add(field).labelled_by(label.id);
    is_left(ui, &field);
    if field.changed() {
        say(out, HandOutAction::Folder(folder));
    }
    if !hand_outs.name.is_empty() && hand_outs.is_ready() {
        // A name is one long word: broken where the line ends, it takes no more lines than it needs.
        let small = TextFormat::simple(TextStyle::Small.resolve(ui.style()), view.tokens.ink_weak);
        let mut name = LayoutJob::single_section(texts::file(&hand_outs.name), small);
        name.wrap.break_anywhere = true;
        ui.label(name);
    }
    let is_paper = matches!(hand_outs.format, Format::Pdf | Format::Png);
    let pages = hand_outs.pages.iter().filter(|_| is_paper).flat_map(|pages| pages.iter());
    let unreadable: Vec<&str> = pages.flat_map(|page| &page.unreadable).map(String::as_str).collect();
    if !unreadable.is_empty() {
        ui.label(RichText::new(texts::unreadable(&unreadable)).small().color(view.tokens.warn));
    }
}

/// Height of the button that writes and of what is said under it, in points.
const FINISH: f32 = 84.0;

fn sheets(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let hand_outs = &view.state.hand_outs;
    section(ui, view, texts::SHEETS);
    Grid::new("sheets").num_columns(2).min_col_width(155.0).spacing([8.0, 2.0]).show(ui, |ui| {
        for (place, kind) in SheetKind::iter().enumerate() {
            let mut chosen = hand_outs.kinds.contains(&kind);
            if ui.checkbox(&mut chosen, words::sheet_kind(kind)).changed() {
                say(out, HandOutAction::Toggle(kind));
            }
            if place % 2 == 1 {
                ui.end_row();
            }
        }
    });
    if hand_outs.kinds.contains(&SheetKind::Briefs) {
        brief(ui, view, out);
    }
    if hand_outs.gives_answers_away() {
        ui.label(RichText::new(texts::GIVES_AWAY).small().color(view.tokens.warn));
    }
}

/// Whose brief: every party's, or one of them.
fn brief(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let shown = view.state.hand_outs.party;
    let name = |party| texts::party(view.dossier().party(party));
    let called = |party: Option<_>| party.map_or_else(|| texts::ALL_PARTIES.to_owned(), name);
    let parties: Vec<_> = std::iter::once(None).chain(view.columns.iter().map(|column| Some(column.party))).collect();
    let names: Vec<(String, bool)> = parties.iter().map(|party| (called(*party), *party == shown)).collect();
    ui.horizontal(|ui| {
        ui.label(texts::BRIEF_OF);
        if let Some(place) = field::field(ui, (texts::BRIEF_OF, &called(shown)), 230.0, &names) {
            say(out, HandOutAction::Party(parties[place]));
        }
    });
}

/// The button that writes, and what came of it.
fn finish(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let hand_outs = &view.state.hand_outs;
    ui.horizontal(|ui| {
        let ink = view.tokens.ink_selected;
        let button = Button::new(RichText::new(texts::WRITE).color(ink)).fill(view.tokens.selected);
        // Not disabled while a file is written: a disabled button would lose the focus of those who use the keyboard.
        let pressed = ui.add_enabled(hand_outs.is_ready(), button).clicked();
        if pressed && hand_outs.outcome != Outcome::Writing {
            say(out, HandOutAction::Write(IfTaken::Ask));
        }
        match &hand_outs.outcome {
            Outcome::Exists(_) => {
                for (text, if_taken) in [(texts::BESIDE, IfTaken::Beside), (texts::REPLACE, IfTaken::Replace)] {
                    if ui.button(text).clicked() {
                        say(out, HandOutAction::Write(if_taken));
                    }
                }
            }
            Outcome::Written(path) => {
                if let Some(folder) = path.parent()
                    && ui.button(texts::OPEN_FOLDER).clicked()
                {
                    say(out, HandOutAction::OpenFolder(folder.to_path_buf()));
                }
            }
            Outcome::Nothing | Outcome::Writing | Outcome::Failed(_) => {}
        }
    });
    let (text, color) = match &hand_outs.outcome {
        Outcome::Nothing if !hand_outs.is_ready() => (texts::NO_SHEET.to_owned(), view.tokens.ink_weak),
        Outcome::Nothing if matches!(hand_outs.format, Format::Pdf | Format::Html) => {
            // Of a browser's pages nobody knows how many there are, and how many there are tells what stands on them.
            let is_counted = hand_outs.format == Format::Pdf && hand_outs.is_laid_out && !view.state.hides_any();
            let n_pages = hand_outs.pages.as_ref().filter(|_| is_counted).map(|pages| pages.len());
            (texts::contents(&hand_outs.kinds, n_pages), view.tokens.ink)
        }
        Outcome::Nothing => return,
        Outcome::Writing => (texts::WRITING.to_owned(), view.tokens.ink_weak),
        Outcome::Written(path) => (texts::written(path), view.tokens.ink),
        Outcome::Exists(path) => (texts::exists(path), view.tokens.warn),
        Outcome::Failed(why) => (texts::failed(why), view.tokens.problem),
    };
    ui.label(RichText::new(text).color(color));
}

/// The page as it will be printed, with buttons to turn pages.
fn preview(ui: &mut Ui, view: &View<'_>, height: f32, out: &mut Vec<Action>) {
    let hand_outs = &view.state.hand_outs;
    let pages = hand_outs.pages.as_deref().map_or(&[][..], Vec::as_slice);
    if hand_outs.format == Format::LessonPage {
        ui.label(RichText::new(texts::NO_PREVIEW).color(view.tokens.ink_weak));
        return;
    }
    if view.state.hides_any() {
        ui.label(RichText::new(texts::HIDDEN).color(view.tokens.ink_weak));
        return;
    }
    let Some(shown) = pages.get(hand_outs.page) else {
        if !hand_outs.kinds.is_empty() {
            ui.label(RichText::new(texts::LAYING_OUT).color(view.tokens.ink_weak));
        }
        return;
    };
    let room = vec2(ui.available_width(), height - 44.0);
    let scale = (room.x / shown.width).min(room.y / shown.height);
    let (rect, response) = ui.allocate_exact_size(vec2(shown.width, shown.height) * scale, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, texts::preview(shown)));
    paper(ui, view, rect, shown);
    ui.add_space(6.0);
    let last = pages.len() - 1;
    ui.allocate_ui_with_layout(vec2(200.0, 32.0), Layout::left_to_right(Align::Center), |ui| {
        if icon::button(ui, icon::Icon::Left, texts::PREVIOUS_PAGE, hand_outs.page > 0).clicked() {
            say(out, HandOutAction::Turn(-1));
        }
        ui.label(texts::page_of(hand_outs.page, pages.len()));
        if icon::button(ui, icon::Icon::Right, texts::NEXT_PAGE, hand_outs.page < last).clicked() {
            say(out, HandOutAction::Turn(1));
        }
    });
}

fn paper(ui: &Ui, view: &View<'_>, rect: Rect, shown: &Page) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    page::paint(&painter, rect, shown);
    let edge = eframe::egui::Stroke::new(1.0, view.tokens.edge);
    ui.painter().rect_stroke(rect, 0.0, edge, eframe::egui::StrokeKind::Outside);
}
