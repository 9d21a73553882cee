//! The table of plans: one row a plan, one column a term that differs, a dot where it does, the contradicted parties at the
//! right. Rows stand in the order of the number of changes; none is set off from the others.

use eframe::egui::{
    Align, Align2, Button, Color32, FontId, Id, Rect, RichText, Role, ScrollArea, Sense, TextWrapMode, Ui, UiBuilder,
    Vec2, WidgetInfo, epaint::text::LayoutJob, pos2, vec2,
};

use crate::{
    analysis::Account,
    app::{
        Action, Document,
        alternatives::{
            self,
            least::{Answer, party_mark},
        },
    },
    domain::{PartyIx, TermIx, ValueSet},
    ui::{
        fonts,
        marks::shape,
        view::View,
        widgets::{
            control::width,
            mark::{Mark as Shown, MarkPainter},
            outline::{Pen, circle},
            tip::Tip as _,
        },
    },
    wording::{self, alternatives as changes, alternatives::least as words},
};

/// Height of a row and of the head, in points.
const ROW: f32 = 52.0;
const HEAD: f32 = 44.0;

/// Width of the first column and of the button, in points.
const FIRST: f32 = 84.0;
const BUTTON: f32 = 142.0;

/// Width of a party's column: its code, at least a mark.
const MARK: f32 = 26.0;

/// How far a mark stands above the middle of its row, and the number of its cells below it, in points: on so small a mark
/// the number would cover the shape.
const MARK_UP: f32 = 6.0;
const COUNT_DOWN: f32 = 15.0;

/// Where everything stands.
struct Layout {
    terms: Vec<(TermIx, f32)>,
    term_width: f32,
    parties: Vec<(PartyIx, f32, f32)>,
    button: f32,
    width: f32,
}

impl Layout {
    fn new(ui: &Ui, view: &View<'_>, answer: &Answer, room: f32) -> Self {
        let terms = answer.differing();
        let accounts = || answer.found.plans.iter().map(|plan| &plan.account).chain([&answer.found.own]);
        let is_hit = |party: PartyIx| accounts().any(|account| account.parties.contains(&party));
        let font = fonts::semibold(view.tokens.size.small);
        let party_width = |party: PartyIx| {
            let code = &view.dossier().party(party).code;
            (width(ui, code, font.clone()) + 6.0).max(MARK + 4.0)
        };
        let hit: Vec<(PartyIx, f32)> = view
            .columns
            .iter()
            .filter(|column| is_hit(column.party))
            .map(|column| (column.party, party_width(column.party)))
            .collect();
        let strip: f32 = hit.iter().map(|(_, width)| width).sum::<f32>() + 12.0;
        #[expect(clippy::cast_precision_loss, reason = "a few dozen terms")]
        let n_terms = terms.len().max(1) as f32;
        // No word of a head is broken in two.
        let names = terms.iter().flat_map(|term| view.dossier().term(*term).name.split_whitespace());
        let widest = names.map(|word| width(ui, word, font.clone()) + 12.0).fold(94.0, f32::max);
        let term_width = ((room - FIRST - strip - BUTTON) / n_terms).clamp(widest, widest.max(132.0));
        // First, so that it is in sight however many terms differ.
        let button = FIRST;
        let mut left = FIRST + BUTTON;
        let mut next = |width: f32| {
            left += width;
            left - width
        };
        let terms = terms.into_iter().map(|term| (term, next(term_width))).collect();
        next(12.0);
        let parties = hit.into_iter().map(|(party, width)| (party, next(width), width)).collect();
        Self { terms, term_width, parties, button, width: left }
    }
}

/// Draws the table.
pub(super) fn table(ui: &mut Ui, view: &View<'_>, document: &Document, answer: &Answer, out: &mut Vec<Action>) {
    if answer.found.plans.is_empty() {
        return;
    }
    let layout = Layout::new(ui, view, answer, ui.available_width());
    // The user's plan stands on top unless it is one of them.
    let with_own = answer.found.plans.iter().all(|plan| !plan.changed.is_empty());
    let n_rows = answer.found.plans.len() + usize::from(with_own);
    ScrollArea::horizontal().id_salt("plans").auto_shrink([false, true]).show(ui, |ui| {
        #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
        let height = HEAD + n_rows as f32 * ROW;
        let (rect, _) = ui.allocate_exact_size(vec2(layout.width.max(ui.available_width()), height), Sense::hover());
        let id = ui.make_persistent_id("plans");
        let builder = UiBuilder::new().scope_id(id).max_rect(rect).accessibility_role(Role::Table);
        let mut table = Table {
            ui: ui.new_child(builder.accessibility_label(words::RESULT)),
            view,
            document,
            answer,
            layout: &layout,
            rect,
        };
        table.head();
        if with_own {
            table.own(id.with("own"));
        }
        for nth in 0..answer.found.plans.len() {
            table.row(id.with(nth), nth, usize::from(with_own) + nth, out);
        }
    });
    beneath(ui, view, answer, &layout);
}

/// What has no column, in words.
fn beneath(ui: &mut Ui, view: &View<'_>, answer: &Answer, layout: &Layout) {
    let dossier = view.dossier();
    let has_column = |term: TermIx| layout.terms.iter().any(|(other, _)| *other == term);
    let in_plan = answer.found.plans[0].plan.iter().filter(|(term, value)| value.is_some() && !has_column(*term));
    let same: Vec<&str> = in_plan.map(|(term, _)| dossier.term(term).name.as_str()).collect();
    let is_spared = |party: PartyIx| {
        let counts = !answer.wishes.must_accept_only || dossier.party(party).role == crate::domain::Role::MustAccept;
        counts && !layout.parties.iter().any(|(other, ..)| *other == party)
    };
    let parties = view.columns.iter().map(|column| column.party).filter(|party| is_spared(*party));
    let spared: Vec<&str> = parties.map(|party| dossier.party(party).code.as_str()).collect();
    let mut alike: Vec<(TermIx, ValueSet)> = answer.found.plans.iter().flat_map(|plan| plan.alike.clone()).collect();
    alike.retain(|(term, _)| !has_column(*term));
    alike.sort_unstable();
    alike.dedup();
    let alike = alike.into_iter().map(|(term, values)| words::alike_elsewhere(dossier, term, values));
    let sentences = [words::same_terms(&same), words::spared_parties(&spared)].into_iter().flatten();
    for text in sentences.chain(alike) {
        super::rule::small(ui, view, &text);
    }
}

struct Table<'a> {
    ui: Ui,
    view: &'a View<'a>,
    document: &'a Document,
    answer: &'a Answer,
    layout: &'a Layout,
    rect: Rect,
}

impl Table<'_> {
    fn small(&self) -> FontId {
        fonts::regular(self.view.tokens.size.small)
    }

    fn strong(&self) -> FontId {
        fonts::semibold(self.view.tokens.size.small)
    }

    /// Text in a cell, in one line or two.
    fn text(&self, rect: Rect, text: &str, font: FontId, ink: Color32, align: Align2) {
        let mut job = LayoutJob::simple(text.to_owned(), font, ink, rect.width());
        job.halign = align.x();
        job.wrap.max_rows = 2;
        let galley = self.ui.painter().layout_job(job);
        let place = align.align_size_within_rect(galley.size(), rect).min;
        let left = if align.x() == Align::Center { rect.center().x } else { place.x };
        let painter = self.ui.painter().with_clip_rect(rect.expand(2.0).intersect(self.ui.clip_rect()));
        painter.galley(pos2(left, place.y), galley, ink);
    }

    fn cell(&self, left: f32, width: f32, top: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(self.rect.left() + left, top), vec2(width, height))
    }

    fn line(&self, y: f32) {
        let stroke = eframe::egui::Stroke::new(1.0, self.view.tokens.line);
        self.ui.painter().hline(self.rect.x_range(), self.ui.painter().round_to_pixel_center(y), stroke);
    }

    fn head(&self) {
        let (top, ink) = (self.rect.top(), self.view.tokens.ink);
        let dossier = self.view.dossier();
        let head = |left: f32, width: f32| self.cell(left + 4.0, width - 8.0, top, HEAD - 6.0);
        self.text(head(0.0, FIRST), words::PLAN, self.strong(), ink, Align2::LEFT_BOTTOM);
        for (term, left) in &self.layout.terms {
            let name = &dossier.term(*term).name;
            self.text(head(*left, self.layout.term_width), name, self.strong(), ink, Align2::CENTER_BOTTOM);
        }
        for (party, left, width) in &self.layout.parties {
            let rect = self.cell(*left, *width, top, HEAD - 6.0);
            self.text(rect, &dossier.party(*party).code, self.strong(), ink, Align2::CENTER_BOTTOM);
        }
        self.line(top + HEAD - 1.0);
    }

    /// The user's plan: what it says, and whom it contradicts.
    fn own(&mut self, id: Id) {
        let (top, tokens) = (self.rect.top() + HEAD, self.view.tokens);
        let own = &self.answer.found.own;
        let whole = self.cell(0.0, self.rect.width(), top, ROW);
        let builder = UiBuilder::new().scope_id(id).max_rect(whole).accessibility_role(Role::Row);
        let name = words::own_row_name(self.view.dossier(), own);
        let row = self.ui.new_child(builder.accessibility_label(&name));
        let first = self.cell(4.0, FIRST - 8.0, top, ROW);
        self.text(first, words::YOUR_PLAN, self.strong(), tokens.ink, Align2::LEFT_CENTER);
        for (term, left) in &self.layout.terms {
            let value = self.document.scenario.plan.get(*term);
            let text = wording::value_name(self.view.dossier(), *term, value);
            let rect = self.cell(*left, self.layout.term_width, top, ROW).shrink2(vec2(3.0, 0.0));
            self.text(rect, &text, self.small(), tokens.ink_weak, Align2::CENTER_CENTER);
            let response = row.interact(rect, id.with(term), Sense::hover());
            let name = format!("{}: {text}", self.view.dossier().term(*term).name);
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
        }
        self.parties(&row, id, own, top);
        self.line(top + ROW - 1.0);
    }

    /// The `nth` plan, in a row counted from 0.
    fn row(&mut self, id: Id, nth: usize, row: usize, out: &mut Vec<Action>) {
        let plan = &self.answer.found.plans[nth];
        #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
        let top = self.rect.top() + HEAD + row as f32 * ROW;
        let changed = changes::change_list(self.view.dossier(), &self.answer.changes(self.document, nth));
        let whole = self.cell(0.0, self.rect.width(), top, ROW);
        let builder = UiBuilder::new().scope_id(id).max_rect(whole).accessibility_role(Role::Row);
        let name = words::row_name(self.view.dossier(), plan, &changed);
        let mut row = self.ui.new_child(builder.accessibility_label(&name));
        let first = self.cell(4.0, FIRST - 8.0, top, ROW);
        let head = words::n_changes(plan.changed.len());
        self.text(first, &head, self.strong(), self.view.tokens.ink, Align2::LEFT_CENTER);
        for (term, left) in &self.layout.terms {
            if plan.changed.contains(term) {
                self.changed(&row, id, nth, *term, self.cell(*left, self.layout.term_width, top, ROW));
            }
        }
        self.parties(&row, id, &plan.account, top);
        let button = Rect::from_center_size(
            self.cell(self.layout.button, BUTTON, top, ROW).center() + vec2(2.0, 0.0),
            vec2(BUTTON - 8.0, 30.0),
        );
        let text = RichText::new(words::LOAD).font(self.small());
        if !plan.changed.is_empty() {
            let response = row.put(button, Button::new(text).wrap_mode(TextWrapMode::Extend).min_size(button.size()));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {changed}", words::LOAD)));
            if response.tip(words::LOAD_TIP).clicked() {
                out.push(Action::Alternatives(alternatives::Action::Load(plan.plan.clone())));
            }
        }
        self.line(top + ROW - 1.0);
    }

    /// A dot and the value; how many others would do as well.
    fn changed(&self, ui: &Ui, id: Id, nth: usize, term: TermIx, rect: Rect) {
        let (view, plan) = (self.view, &self.answer.found.plans[nth]);
        let (dossier, tokens) = (view.dossier(), view.tokens);
        let value = plan.plan.get(term);
        let alike: Option<ValueSet> = plan.alike.iter().find(|(other, _)| *other == term).map(|(_, values)| *values);
        let response = ui.interact(rect, id.with(term), Sense::hover());
        let name = changes::change_list(dossier, &[(term, self.document.scenario.plan.get(term), value)]);
        let tip = alike.map(|values| words::alike_tip(dossier, term, value, values));
        let full = tip.map_or_else(|| name.clone(), |tip| format!("{name}. {tip}"));
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &full));
        let mut pen = Pen::new(ui.pixels_per_point());
        pen.fill(circle(4.0), pos2(rect.center().x, rect.top() + 9.0), 4.0, tokens.ink);
        ui.painter().add(eframe::egui::Shape::mesh(pen.mesh));
        let text = wording::value_name(dossier, term, value);
        let text = alike.map_or_else(|| text.clone(), |values| format!("{text}\n{}", words::alike(values)));
        let below = rect.with_min_y(rect.top() + 15.0).with_max_y(rect.bottom() - 3.0).shrink2(vec2(3.0, 0.0));
        self.text(below, &text, self.small(), tokens.ink, Align2::CENTER_CENTER);
        response.tip(full);
    }

    fn parties(&self, ui: &Ui, id: Id, account: &Account, top: f32) {
        let mut marks = MarkPainter::new(ui);
        for (party, left, width) in &self.layout.parties {
            let rect = self.cell(*left, *width, top, ROW);
            let mark = party_mark(account, *party);
            if let Some(mark) = mark {
                let tile = Rect::from_center_size(rect.center() - vec2(0.0, MARK_UP), Vec2::splat(MARK));
                marks.add(tile, &Shown::new(shape(mark)));
                let n_cells = n_cells(account, *party);
                if n_cells > 1 {
                    let place = rect.center() + vec2(0.0, COUNT_DOWN);
                    let ink = self.view.tokens.ink;
                    self.ui.painter().text(place, Align2::CENTER_CENTER, n_cells, self.small(), ink);
                }
            }
            let response = ui.interact(rect, id.with(("party", party)), Sense::hover());
            let name = words::party_cell_name(self.view.dossier(), *party, account);
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
            crate::ui::view::tip(response, name);
        }
        marks.paint();
    }
}

fn n_cells(account: &Account, party: PartyIx) -> usize {
    account.cells.iter().filter(|cell| cell.party == party).count()
}
