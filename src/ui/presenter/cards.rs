//! The cards of a term: one for each party, all of one size, with the mark, the verdict in a word, and the statement.

use std::sync::Arc;

use eframe::egui::{
    Align2, FontId, Galley, Id, Rect, Role, Stroke, StrokeKind, Ui, Vec2,
    epaint::text::{LayoutJob, TextFormat, TextWrapping},
    pos2, vec2,
};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::{Effect, Mark, PositionReport, Standing},
    app::{Action, presenter},
    domain::{PartyIx, Plan, PositionIx, TermIx, ValueIx},
    ui::{
        fonts,
        marks::cell_mark,
        view::View,
        widgets::mark::{Mark as Shown, MarkPainter},
    },
    wording::{self, presenter as texts},
};

use super::{Pages, text, wall_id};
use crate::ui::counts::{to_f32, to_usize};

/// Space between cards and inside their edges, in points.
const GAP: f32 = 8.0;
const PAD: f32 = 8.0;

/// Space between the parts of a card, in points.
const GAPS: f32 = 2.0;

/// Space between what meets a statement and the statement, in points: they are two sentences of two hands.
const AFTER_MET: f32 = 8.0;

/// The sizes of a statement's text that are tried, in points; the last is the least there is.
const FONTS: [f32; 4] = [21.0, 18.5, 16.5, 15.0];

/// The least width of a card, in sizes of its text, and the greatest height that is of use.
const LEAST_WIDTH: f32 = 11.5;
const GREATEST_HEIGHT: f32 = 300.0;

/// How large the text is and where it stands.
#[derive(Clone, Copy)]
struct Type {
    /// Size of the text.
    font: f32,
    /// True if who said it stands on a line of its own.
    apart: bool,
}

impl Type {
    /// Side of the mark, which stands beside the party's name.
    fn tile(self) -> f32 {
        (self.font * 2.27).round()
    }

    fn body(self, bold: bool) -> FontId {
        if bold { fonts::semibold(self.font) } else { fonts::regular(self.font) }
    }

    fn verdict(self) -> FontId {
        fonts::semibold(self.font * 1.5)
    }
}

/// How the cards stand.
#[derive(Clone, Copy)]
struct Order {
    columns: usize,
    per_page: usize,
    n_pages: usize,
    height: f32,
    with: Type,
}

/// Draws the page of cards that must show; returns its place if there are several.
pub(super) fn cards(ui: &Ui, view: &View<'_>, term: TermIx, space: Rect) -> Option<Pages> {
    let n = view.columns.len();
    let order = kept_order(ui, view, term, space);
    let page = view.state.presenter.card / order.per_page;
    let first = page * order.per_page;
    let last = (first + order.per_page).min(n);
    let width = card_width(space.width(), order.columns);
    for (place, column) in view.columns[first..last].iter().enumerate() {
        let (row, across) = (place / order.columns, place % order.columns);
        let at = space.min + vec2(to_f32(across) * (width + GAP), to_f32(row) * (order.height + GAP));
        let rect = Rect::from_min_size(at, vec2(width, order.height));
        card(ui, view, (column.party, term), rect, order.with);
    }
    let to = |card: usize| Action::Presenter(presenter::Action::ShowCard(card));
    (order.n_pages > 1).then(|| Pages {
        text: texts::cards(first + 1, last, n),
        back: first.checked_sub(order.per_page).map(to),
        on: Some(last).filter(|last| *last < n).map(to),
    })
}

/// The order is kept from frame to frame: to find it, every text is laid out in several sizes.
fn kept_order(ui: &Ui, view: &View<'_>, term: TermIx, space: Rect) -> Order {
    let case = &view.state.document.case.fingerprint;
    let day = view.state.document.scenario.as_of;
    let size = (space.width().to_bits(), space.height().to_bits(), ui.pixels_per_point().to_bits());
    let key = Id::unique(("order", case, term, day, size, view.state.settings.iso_dates));
    let id = wall_id().with("order");
    match ui.data(|data| data.get_temp::<(Id, Order)>(id)) {
        Some((kept, order)) if kept == key => order,
        _ => {
            let order = order(ui, view, term, space);
            ui.data_mut(|data| data.insert_temp(id, (key, order)));
            order
        }
    }
}

fn card_width(available: f32, columns: usize) -> f32 {
    (available - GAP * to_f32(columns - 1)) / to_f32(columns)
}

/// As few pages as the least text allows, filled as evenly as whole rows can; then the largest text with which they do.
///
/// Whatever is on file about the term on this day must fit, so that nothing moves when the plan changes, and the order
/// tells nothing about what is hidden.
fn order(ui: &Ui, view: &View<'_>, term: TermIx, space: Rect) -> Order {
    let n = view.columns.len().max(1);
    let may_be_said = may_be_said(view, term);
    let needed = |columns, with| needed(ui, view, &may_be_said, card_width(space.width(), columns), with);
    let rows = |columns: usize, with: Type| to_usize((space.height() + GAP) / (needed(columns, with) + GAP));
    let least = Type { font: FONTS[FONTS.len() - 1], apart: false };
    let most = (1..=n.min(6)).map(|columns| columns * rows(columns, least)).max().unwrap_or(1).clamp(1, n);
    let n_pages = n.div_ceil(most);
    let alike = n.div_ceil(n_pages);
    let types = FONTS.into_iter().flat_map(|font| [true, false].map(|apart| Type { font, apart }));
    let fitting = |with: Type| {
        let columns = (1..=alike.min(6)).find(|columns| columns * rows(*columns, with) >= alike)?;
        Some((columns, with))
    };
    let (columns, with) = types.into_iter().find_map(fitting).unwrap_or((1, least));
    let n_rows = alike.div_ceil(columns);
    let height = (space.height() - GAP * to_f32(n_rows - 1)) / to_f32(n_rows);
    let height = height.min(GREATEST_HEIGHT.max(needed(columns, with)));
    Order { columns, per_page: n_rows * columns, n_pages, height, with }
}

/// What could stand on a card on this day, whatever the plan says: text, and who said it.
fn may_be_said(view: &View<'_>, term: TermIx) -> Vec<(String, String)> {
    let (dossier, situation) = (view.dossier(), &view.state.results.situation);
    let alone = Plan::empty(dossier.terms.len()).with(term, Some(ValueIx(0)));
    let of = |position: PositionIx| {
        let statements = dossier.statements_by(position, situation.as_of);
        let first = statements.first().map(|ix| dossier.statement(*ix));
        let said = first.map(|first| (first.short.clone(), texts::who_and_when(first, view.dates)));
        let (standing, effect, strength) = (Standing::InForce, Effect::Depends, situation.strength(position));
        let (leaves_only, is_idle, uncounted) = (false, false, None);
        let depends =
            PositionReport { position, strength, standing, uncounted, effect, leaves_only, is_idle, statements };
        let depends = wording::effect_sentence(dossier, &alone, &depends, view.dates);
        said.into_iter().chain([(depends, String::new())])
    };
    let positions = view.columns.iter().flat_map(|column| dossier.positions_about(column.party, term));
    let in_force = positions.copied().filter(|position| situation.in_force(*position));
    let nothing = texts::instead_of_a_statement().map(|text| (text, String::new()));
    in_force.flat_map(of).chain(nothing).collect()
}

/// The height that the highest of all cards needs, whatever it will show.
fn needed(ui: &Ui, view: &View<'_>, may_be_said: &[(String, String)], width: f32, with: Type) -> f32 {
    let inner = width - 2.0 * PAD;
    let is_cut = |party: PartyIx| heading(ui, view, party, inner - with.tile() - PAD, with).elided;
    if width < with.font * LEAST_WIDTH || view.columns.iter().any(|column| is_cut(column.party)) {
        return f32::INFINITY;
    }
    let height = |verdict: String| text::wrapped(ui, &verdict, with.verdict(), view.tokens.ink, inner).size().y;
    let verdicts = Mark::iter().flat_map(|mark| [true, false].map(|in_plan| texts::verdict(mark, in_plan)));
    let verdict = verdicts.map(height).fold(0.0, f32::max);
    let heights = may_be_said.iter().map(|(said, who)| paragraph(ui, view, said, who, (inner, with)).size().y);
    2.0 * PAD + with.tile() + GAPS + verdict + GAPS + heights.fold(0.0, f32::max)
}

/// What a card says.
#[derive(Default)]
struct Said {
    verdict: String,
    text: String,
    who: String,
    /// What meets the statement: its words may sound like the contrary of the verdict.
    met: String,
}

/// What the card of a party says; `None` if it is hidden.
fn said(view: &View<'_>, party: PartyIx, term: TermIx) -> Option<Said> {
    let (dossier, plan) = (view.dossier(), view.state.plan());
    let says = |mark, in_plan| Said { verdict: texts::verdict(mark, in_plan), ..Said::default() };
    if plan.get(term).is_none() {
        return Some(says(Mark::Empty, false));
    }
    let report = view.state.report(party, term)?;
    let mut said = says(report.cell.mark, true);
    let first = report.positions.iter().find(|position| position.bears());
    match (report.cell.mark, first) {
        (Mark::Empty, Some(first)) => said.text = wording::effect_sentence(dossier, plan, first, view.dates),
        (Mark::Silent, _) if report.cell.n_statements == 0 && !report.cell.other_day => {
            said.text = if report.linked.is_empty() { texts::SILENT } else { texts::SILENT_ALONE }.to_owned();
        }
        (Mark::OnFile | Mark::Silent | Mark::Empty, _) => {
            said.text = texts::said_nothing(&wording::cell_headline(plan, term, &report));
        }
        (_, Some(first)) => {
            if let Some(statement) = first.statements.first().map(|ix| dossier.statement(*ix)) {
                said.text.clone_from(&statement.short);
                said.who = texts::who_and_when(statement, view.dates);
                said.met = wording::met_if(dossier, dossier.position(first.position)).unwrap_or_default();
            }
        }
        (_, None) => {}
    }
    Some(said)
}

fn card(ui: &Ui, view: &View<'_>, (party, term): (PartyIx, TermIx), rect: Rect, with: Type) {
    let tokens = view.tokens;
    let mark = cell_mark(view, term, party);
    let is_new = view.state.curtain.last_revealed() == Some(party) || mark.changed;
    let edge = if is_new { Stroke::new(3.5, tokens.ink) } else { Stroke::new(1.5, tokens.edge) };
    ui.painter().rect(rect, 8.0, tokens.surface, edge, StrokeKind::Inside);
    let inner = rect.shrink(PAD);
    let tile = Rect::from_min_size(inner.min, Vec2::splat(with.tile()));
    let mut painter = MarkPainter::new(ui).with_numbers();
    painter.add(tile, &Shown { changed: false, ..mark });
    painter.paint();
    let name = heading(ui, view, party, inner.width() - tile.width() - PAD, with);
    ui.painter().galley(pos2(tile.right() + PAD, tile.center().y - name.size().y / 2.0), name, tokens.ink);
    let under = inner.with_min_y(tile.bottom() + GAPS);
    let said = said(view, party, term);
    match &said {
        Some(said) => lines(ui, view, said, under, with),
        None => {
            let font = fonts::semibold((under.height() * 0.8).clamp(with.font, 72.0));
            ui.painter().text(under.center(), Align2::CENTER_CENTER, "?", font, tokens.ink);
        }
    }
    let id = wall_id().with(("card", term, party));
    text::name(ui, rect, id, Role::Article, card_name(view, party, said.as_ref()));
}

/// Code and name, on two lines at most.
fn heading(ui: &Ui, view: &View<'_>, party: PartyIx, width: f32, with: Type) -> Arc<Galley> {
    let (code, name) = texts::party(view.dossier().party(party));
    let format = |bold| TextFormat::simple(with.body(bold), view.tokens.ink);
    let mut job = LayoutJob::single_section(code, format(true));
    if !name.is_empty() {
        job.append(&format!(" {name}"), 3.0, format(false));
    }
    job.wrap = TextWrapping { max_rows: 2, break_anywhere: false, ..TextWrapping::truncate_at_width(width) };
    ui.painter().layout_job(job)
}

/// The verdict, under it what meets the statement, where there is room for that, then the statement and who said it.
fn lines(ui: &Ui, view: &View<'_>, said: &Said, space: Rect, with: Type) {
    let ink = view.tokens.ink;
    let painter = ui.painter().with_clip_rect(space.expand(PAD));
    let verdict = text::wrapped(ui, &said.verdict, with.verdict(), ink, space.width());
    let mut under = space.top() + verdict.size().y + GAPS;
    painter.galley(space.min, verdict, ink);
    let paragraph = paragraph(ui, view, &said.text, &said.who, (space.width(), with));
    let met = text::wrapped(ui, &said.met, with.body(false), view.tokens.ink_weak, space.width());
    let needed = met.size().y + AFTER_MET;
    if !said.met.is_empty() && under + needed + paragraph.size().y <= space.bottom() {
        painter.galley(pos2(space.left(), under), met, view.tokens.ink_weak);
        under += needed;
    }
    painter.galley(pos2(space.left(), under), paragraph, ink);
}

/// What was said, and in bold who said it on which day.
fn paragraph(ui: &Ui, view: &View<'_>, said: &str, who: &str, (width, with): (f32, Type)) -> Arc<Galley> {
    let format = |bold| TextFormat::simple(with.body(bold), view.tokens.ink);
    let mut job = LayoutJob::single_section(said.to_owned(), format(false));
    if !who.is_empty() {
        job.append(if with.apart { "\n" } else { " \u{2013} " }, 0.0, format(false));
        job.append(who, 0.0, format(true));
    }
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

fn card_name(view: &View<'_>, party: PartyIx, said: Option<&Said>) -> String {
    let name = &view.dossier().party(party).name;
    let Some(said) = said else { return format!("{name}. {}", texts::HIDDEN_CARD) };
    let parts = [name.as_str(), &said.verdict, &said.met, said.text.trim_end_matches('.'), &said.who];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}
