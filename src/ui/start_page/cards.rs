//! The cards of the cases, the plans under them, and what can be gone on with.

use eframe::egui::{
    self, Align, Button, Color32, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

use super::{
    list::{Case, List},
    nothing, picture,
};
use crate::{
    app::{ScenarioEntry, Shelf, StartItem, StartPage},
    ui::{counts::to_f32, fonts, letters, view::View, widgets::tip::Tip as _},
    wording::{files, start_page as texts, ui as words},
};

/// Height of a card where two stand beside each other, and where one has the whole width, in points.
const HEIGHT: [f32; 2] = [139.0, 104.0];

/// Room between cards, in points.
const GAP: f32 = 8.0;

/// Size of the small picture, in points.
const PICTURE: egui::Vec2 = vec2(84.0, 84.0);

/// Draws everything that is listed; returns what was clicked. Where the page has just opened, what was chosen in it before
/// is not gone from.
pub(super) fn cards(
    ui: &mut Ui,
    view: &View<'_>,
    list: &List<'_>,
    page: &StartPage,
    has_opened: bool,
) -> Option<StartItem> {
    let chosen = list.chosen(page);
    let moved = {
        let id = page_id().with("chosen");
        let before = ui.data_mut(|data| data.get_temp::<Option<usize>>(id));
        ui.data_mut(|data| data.insert_temp(id, page.chosen));
        !has_opened && before.is_some_and(|before| before != page.chosen)
    };
    let unfolds = {
        let id = page_id().with("unfolded");
        let before = ui.data_mut(|data| data.get_temp::<Option<String>>(id));
        ui.data_mut(|data| data.insert_temp(id, page.unfolded.clone()));
        !has_opened && page.unfolded.is_some() && before.is_some_and(|before| before != page.unfolded)
    };
    let shown = Shown { view, chosen, moved, unfolds, rests: rests(ui) };
    letters::told_of(ui, view, list.names(view.dates));
    let mut clicked = shown.go_on(ui, list);
    if list.cases.is_empty() {
        nothing(ui, view, &page.search);
    }
    let width = (ui.available_width() - GAP * (to_f32(list.columns) - 1.0)) / to_f32(list.columns);
    for cases in list.cases.chunks(list.columns) {
        let height = HEIGHT[usize::from(list.columns == 1)];
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        for (column, case) in cases.iter().enumerate() {
            let left = row.left() + to_f32(column) * (width + GAP);
            let rect = Rect::from_min_size(pos2(left, row.top()), vec2(width, height));
            clicked = shown.card(ui, case, rect).or(clicked);
        }
        for case in cases.iter().filter(|case| case.is_open()) {
            clicked = shown.plans(ui, case).or(clicked);
            if shown.unfolds && case.has_empty {
                Shown::bring(ui, row);
            }
        }
        ui.add_space(2.0);
    }
    clicked
}

/// True while the pointer rests where it was when the page opened.
fn rests(ui: &Ui) -> bool {
    let (id, frame, here) = (page_id().with("pointer"), ui.cumulative_frame_nr(), ui.pointer_hover_pos());
    let before = ui.data(|data| data.get_temp::<(u64, Option<egui::Pos2>)>(id));
    // Where the page did not stand in the frame before, it has just opened.
    let known = before.filter(|(last, _)| last + 1 >= frame).and_then(|(_, at)| at).or(here);
    ui.data_mut(|data| data.insert_temp(id, (frame, known)));
    known == here
}

fn page_id() -> egui::Id {
    egui::Id::unique("start_page_list")
}

/// What the parts of the list share.
struct Shown<'a> {
    view: &'a View<'a>,
    chosen: Option<StartItem>,
    /// True if the keys have just chosen something else.
    moved: bool,
    /// True if the plans of a case have just been unfolded.
    unfolds: bool,
    /// True while the pointer has not moved since the page opened.
    rests: bool,
}

impl Shown<'_> {
    fn is_chosen(&self, item: &StartItem) -> bool {
        self.chosen.as_ref() == Some(item)
    }

    /// Recent files and drafts, each one click away.
    fn go_on(&self, ui: &mut Ui, list: &List<'_>) -> Option<StartItem> {
        if list.drafts.is_empty() && list.recent.is_empty() {
            return None;
        }
        let view = self.view;
        let mut clicked = None;
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(texts::GO_ON).font(fonts::semibold(view.tokens.size.body)));
            let drafts = list.drafts.iter().map(|entry| {
                (StartItem::Draft(entry.id.clone()), texts::draft(entry, view.dates), entry.dossier.clone())
            });
            let recent = list.recent.iter().map(|path| {
                let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
                let is_missing = view.state.session.missing.contains(*path);
                let name = if is_missing { files::missing_name(&name) } else { name.into_owned() };
                (StartItem::Recent((*path).clone()), name, path.to_string_lossy().into_owned())
            });
            for (item, name, tip) in recent.chain(drafts) {
                let button =
                    ui.add(Button::selectable(self.is_chosen(&item), RichText::new(name).color(view.tokens.link)));
                self.follow(&button, &item);
                if button.tip(tip).clicked() {
                    clicked = Some(item);
                }
            }
        });
        clicked
    }

    /// The card of a case; a click on it shows its plans, its button opens an empty one.
    fn card(&self, ui: &mut Ui, case: &Case<'_>, rect: Rect) -> Option<StartItem> {
        let (view, tokens, shelf) = (self.view, self.view.tokens, case.shelf);
        let item = StartItem::Case(shelf.id.clone());
        let response = ui.interact(rect, page_id().with(("case", &shelf.id)), Sense::click());
        let is_chosen = self.is_chosen(&item);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, texts::case_name(shelf)));
        self.follow(&response, &item);
        let ground = if response.hovered() { tokens.hover } else { tokens.surface };
        let edge = if is_chosen { Stroke::new(2.5, tokens.focus) } else { Stroke::new(1.0, tokens.line) };
        ui.painter().rect(rect, tokens.size.radius, ground, edge, StrokeKind::Inside);
        let inner = rect.shrink(10.0);
        let image = Rect::from_min_size(inner.min, PICTURE);
        if let Some(table) = &shelf.picture {
            picture::picture(ui.painter(), image, tokens, table, view.state.hides_any());
        }
        let words = inner.with_min_x(image.right() + 12.0);
        let is_cut = self.words(ui, shelf, words);
        let mut clicked = response.clicked().then_some(item);
        let buttons = Rect::from_min_max(pos2(words.left(), inner.bottom() - 28.0), inner.max);
        clicked = self.buttons(ui, case, buttons).or(clicked);
        // Of the picture what it is, of the words what there was no room for.
        let is_on_picture = ui.ctx().pointer_hover_pos().is_some_and(|at| image.contains(at));
        let table = shelf.picture.as_ref().filter(|_| is_on_picture && !view.state.hides_any());
        let tip = table.map(|table| texts::picture(&table.plan));
        if self.rests {
            // Nobody pointed at it: a tip over what is read first would only be in the way.
        } else if let Some(tip) = tip {
            response.tip(tip);
        } else if is_cut {
            response.tip_with(|| shelf.sentence.clone());
        }
        clicked
    }

    /// Title, figures and a sentence; true if the sentence was cut.
    fn words(&self, ui: &Ui, shelf: &Shelf, rect: Rect) -> bool {
        let tokens = self.view.tokens;
        let line = texts::case_line(shelf);
        let sentence = shelf.problems.first().unwrap_or(&shelf.sentence);
        let lines = [
            (shelf.title.as_str(), fonts::semibold(tokens.size.body + 2.0), tokens.ink, 1),
            (&line, fonts::regular(tokens.size.small), tokens.ink_weak, 1),
            (sentence, fonts::regular(tokens.size.small), tokens.ink, usize::MAX),
        ];
        let (mut y, mut is_cut) = (rect.top() - 2.0, false);
        for (text, font, ink, most) in lines {
            let room = rect.bottom() - 30.0 - y;
            let height = font.size * 1.25;
            let rows = (1..most).take_while(|rows| to_f32(rows + 1) * height <= room).count() + 1;
            let galley = ui.painter().layout_job(cut(text, font, ink, rect.width(), rows));
            let height = galley.size().y;
            is_cut = galley.elided;
            ui.painter().galley(pos2(rect.left(), y), galley, ink);
            y += height + 2.0;
        }
        is_cut
    }

    /// "Open", and "Plans (7)".
    fn buttons(&self, ui: &mut Ui, case: &Case<'_>, rect: Rect) -> Option<StartItem> {
        let shelf = case.shelf;
        if !shelf.problems.is_empty() {
            return None;
        }
        let mut clicked = None;
        let mut row = ui.new_child(UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(Align::Center)));
        row.spacing_mut().interact_size.y = 26.0;
        row.spacing_mut().button_padding.y = 2.0;
        let open = row.button(texts::OPEN);
        open.widget_info(|| WidgetInfo::labeled(Role::Button, true, texts::open_case(&shelf.title)));
        if open.tip(words::EMPTY_PLAN).clicked() {
            clicked = Some(StartItem::Empty(shelf.id.clone()));
        }
        let n = shelf.scenarios.len();
        if n > 0 {
            let plans = row.add(Button::selectable(case.has_empty, texts::plans(n)).frame_when_inactive(true));
            plans.widget_info(|| {
                WidgetInfo::selected(Role::Button, true, case.has_empty, texts::plans_of(n, &shelf.title))
            });
            if plans.clicked() {
                clicked = Some(StartItem::Case(shelf.id.clone()));
            }
        }
        clicked
    }

    /// The plans of a case, an empty one first, then A to Z.
    fn plans(&self, ui: &mut Ui, case: &Case<'_>) -> Option<StartItem> {
        let id = &case.shelf.id;
        let mut clicked = None;
        ui.add_space(4.0);
        ui.indent(("plans", id), |ui| {
            let title = RichText::new(texts::plans_under(&case.shelf.title)).color(self.view.tokens.ink);
            ui.label(title.font(fonts::semibold(self.view.tokens.size.body)));
            if case.has_empty {
                clicked = self.line(ui, StartItem::Empty(id.clone()), texts::EMPTY, "", true);
            }
            for plan in &case.plans {
                clicked = self.plan(ui, case.shelf, plan).or(clicked.take());
            }
        });
        clicked
    }

    fn plan(&self, ui: &mut Ui, shelf: &Shelf, plan: &ScenarioEntry) -> Option<StartItem> {
        let about = match plan.problems.first() {
            Some(problem) => problem.clone(),
            None => texts::plan_line(shelf, plan, self.view.dates),
        };
        let item = StartItem::Plan(shelf.id.clone(), plan.id.clone());
        self.line(ui, item, &plan.title, &about, plan.problems.is_empty())
    }

    /// Something to open, with what there is to say about it under its name.
    fn line(&self, ui: &mut Ui, item: StartItem, name: &str, about: &str, enabled: bool) -> Option<StartItem> {
        let tokens = self.view.tokens;
        let ink = if enabled { tokens.link } else { tokens.ink_weak };
        let mut job =
            LayoutJob::single_section(name.to_owned(), TextFormat::simple(fonts::regular(tokens.size.body), ink));
        if !about.is_empty() {
            let small = TextFormat::simple(fonts::regular(tokens.size.small), tokens.ink_weak);
            job.append(&format!("\n{about}"), 0.0, small);
        }
        job.wrap.max_width = ui.available_width() - 16.0;
        let galley = ui.painter().layout_job(job);
        let size = vec2(ui.available_width(), (galley.size().y + 8.0).max(tokens.size.target));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let id = page_id().with(("line", format!("{item:?}")));
        let response = ui.interact(rect, id, if enabled { Sense::click() } else { Sense::hover() });
        let is_chosen = self.is_chosen(&item);
        let said = if about.is_empty() { name.to_owned() } else { format!("{name}. {about}") };
        response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, is_chosen, &said));
        self.follow(&response, &item);
        if response.hovered() {
            ui.painter().rect_filled(rect, tokens.size.radius, tokens.hover);
        }
        if is_chosen || response.has_focus() {
            let edge = Stroke::new(2.5, tokens.focus);
            ui.painter().rect_stroke(rect, tokens.size.radius, edge, StrokeKind::Inside);
        }
        let at = pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.ink);
        response.clicked().then_some(item)
    }

    /// Scrolls to the plans that were just drawn under the cards of `row`: to all of them, or to as many as have room below
    /// their card. How high they are is known now, so the frame is drawn anew with the list where it will stay.
    fn bring(ui: &Ui, row: Rect) {
        let bottom = ui.cursor().top().min(row.top() + ui.clip_rect().height());
        ui.scroll_to_rect(row.with_max_y(bottom), None);
        ui.ctx().request_discard("plans");
    }

    /// Scrolls to what the keys have just chosen.
    fn follow(&self, response: &Response, item: &StartItem) {
        if self.moved && self.is_chosen(item) {
            response.scroll_to_me(None);
        }
    }
}

/// A text in at most so many rows; what is cut ends with dots.
fn cut(text: &str, font: egui::FontId, ink: Color32, width: f32, rows: usize) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, ink));
    job.wrap = TextWrapping { max_width: width, max_rows: rows, ..TextWrapping::default() };
    job
}
