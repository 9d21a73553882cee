//! Tiles that are turned one by one, and the statement of the one that was turned last, large for the back row. Nothing
//! moves meanwhile: all statements that may show are measured, and tiles that have no room are on another page.

use std::ops::Range;

use eframe::egui::{
    Align, Align2, Id, Layout, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::{
    Asking,
    look::{self, GAP, Type},
    tile,
};
use crate::{
    app::{Action, OnFile, predict::Open},
    domain::PartyIx,
    ui::{
        counts::to_f32,
        fonts,
        marks::shape,
        view::{View, follow_focus},
        widgets::{
            control,
            icon::{self, Icon},
            mark::mark_icon,
        },
    },
    wording::{activities as words, presenter as texts},
};

/// Space inside the card of the statement, and between its mark and its text, in points.
const PAD: f32 = 8.0;
const BESIDE: f32 = 6.0;

/// Sizes of a statement's text that are tried, as parts of the largest.
const SIZES: [f32; 3] = [1.0, 0.85, 0.68];

/// The least width of a statement beside tiles, in sizes of its text.
const LEAST_WIDTH: f32 = 14.0;

/// Where everything stands.
#[derive(Clone, Copy, Debug)]
struct Order {
    /// The card of the statement.
    statement: Rect,
    /// Size of the statement's text.
    font: f32,
    /// The left upper corner of the first tile.
    tiles: Pos2,
    /// Tiles in a row.
    columns: usize,
    /// Width of a tile.
    width: f32,
    /// Rows of tiles that have room; none where even one has not.
    rows: usize,
}

/// Draws statement and tiles; the buttons that turn pages stand at the right end of `foot`.
pub(super) fn reveal(ui: &mut Ui, view: &View<'_>, asking: &Asking<'_>, foot: Rect, out: &mut Vec<Action>) {
    let n = view.columns.len();
    let order = order(ui, view, asking, ui.available_rect_before_wrap());
    let per_page = per_page(&order, n);
    let (first, has_turned) = first_shown(ui, view, asking.open, per_page);
    let last = (first + per_page).min(n);
    if order.rows > 0 {
        page(ui, view, asking, (&order, first..last), out);
    } else {
        // Even one row has no room under the statement: both scroll, and what there is to do stays.
        let whole = ui.available_rect_before_wrap();
        let height = order.tiles.y + asking.tile.y - whole.top();
        ScrollArea::vertical().id_salt("turned").auto_shrink(false).show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(whole.width(), height), Sense::hover());
            let by = rect.min - whole.min;
            let order = Order { statement: order.statement.translate(by), tiles: order.tiles + by, ..order };
            page(ui, view, asking, (&order, first..last), out);
            follow_focus(ui);
            if has_turned {
                // After what has the focus, a tile perhaps: what it was turned for is read.
                ui.scroll_to_rect(order.statement, Some(Align::Min));
            }
        });
    }
    if per_page < n {
        turn_pages(ui, view, asking.open, (first, per_page), foot);
    }
}

/// The statement and a page of tiles.
fn page(
    ui: &mut Ui,
    view: &View<'_>,
    asking: &Asking<'_>,
    (order, shown): (&Order, Range<usize>),
    out: &mut Vec<Action>,
) {
    statement(ui, view, asking.open, order);
    let height = asking.tile.y;
    for (place, column) in view.columns[shown].iter().enumerate() {
        let (row, across) = (place / order.columns, place % order.columns);
        let at = order.tiles + vec2(to_f32(across) * (order.width + GAP), to_f32(row) * (height + GAP));
        let rect = Rect::from_min_size(at, vec2(order.width, height));
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(column.party));
        tile::tile(&mut child, view, asking, column.party, out);
    }
}

/// The pages are filled as evenly as whole rows can.
fn per_page(order: &Order, n: usize) -> usize {
    let most = (order.rows.max(1) * order.columns).clamp(1, n.max(1));
    let alike = n.div_ceil(n.div_ceil(most).max(1));
    alike.div_ceil(order.columns) * order.columns
}

/// The first tile of the page: that of the tile that was turned last, until another page is asked for; and whether that one
/// was turned just now.
fn first_shown(ui: &Ui, view: &View<'_>, open: &Open, per_page: usize) -> (usize, bool) {
    let (id, now) = (page_id(open), ui.cumulative_frame_nr());
    let Page { spotlight: before, mut first, mut turned } = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if let Some(party) = open.spotlight.filter(|_| open.spotlight != before) {
        first = view.columns.iter().position(|column| column.party == party).unwrap_or(0);
        turned = Some(now);
    }
    let first = first / per_page * per_page;
    ui.data_mut(|data| data.insert_temp(id, Page { spotlight: open.spotlight, first, turned }));
    // A frame may be drawn twice.
    (first, turned == Some(now))
}

/// Which page is shown.
#[derive(Clone, Copy, Debug, Default)]
struct Page {
    /// The tile that was turned last.
    spotlight: Option<PartyIx>,
    /// The first tile.
    first: usize,
    /// The frame in which a tile was turned.
    turned: Option<u64>,
}

fn page_id(open: &Open) -> Id {
    Id::unique(("tiles", open.asked.term, open.asked.value))
}

/// Which page of the tiles is shown, between the arrows that lead to the others; as wide on one page as on any.
fn turn_pages(ui: &mut Ui, view: &View<'_>, open: &Open, (first, per_page): (usize, usize), foot: Rect) {
    let n = view.columns.len();
    let font = fonts::regular(Type::of(ui).small);
    let n_pages = n.div_ceil(per_page);
    let page = |place: usize| texts::page_of(place, n_pages);
    let widest = (1..=n_pages).map(|place| control::width(ui, &page(place), font.clone())).fold(0.0, f32::max);
    let layout = Layout::right_to_left(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().id_salt("pages").max_rect(foot).layout(layout));
    row.spacing_mut().item_spacing.x = 0.0;
    let last = (first + per_page).min(n);
    let on = icon::button(&mut row, Icon::Right, texts::PAGE_ON, last < n);
    let (rect, place) = row.allocate_exact_size(vec2(widest, on.rect.height()), Sense::hover());
    let text = page(first / per_page + 1);
    row.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, view.tokens.ink);
    place.widget_info(|| WidgetInfo::labeled(Role::Label, true, texts::cards(first + 1, last, n)));
    let back = icon::button(&mut row, Icon::Left, texts::PAGE_BACK, first > 0);
    let to = if on.clicked() { Some(last) } else { back.clicked().then(|| first.saturating_sub(per_page)) };
    if let Some(to) = to {
        ui.data_mut(|data| {
            data.insert_temp(page_id(open), Page { spotlight: open.spotlight, first: to, turned: None })
        });
        ui.ctx().request_repaint();
    }
}

/// The statement above the tiles or beside them, whichever leaves room for more, in the largest text with which two
/// pages hold all tiles.
fn order(ui: &Ui, view: &View<'_>, asking: &Asking<'_>, space: Rect) -> Order {
    let n = view.columns.len();
    let size = Type::of(ui);
    let heads = Heads::of(ui, view, asking.open);
    let mut best: Option<Order> = None;
    for font in SIZES.map(|part| (size.lead * part).round().max(size.small)) {
        for order in orders(ui, view, asking, &heads, (space, font)) {
            let holds = |order: &Order| order.rows * order.columns;
            if best.as_ref().is_none_or(|best| holds(&order) > holds(best)) {
                best = Some(order);
            }
        }
        if let Some(order) = best.filter(|order| 2 * order.rows * order.columns >= n) {
            return order;
        }
    }
    best.unwrap_or_else(|| above(ui, view, asking, &heads, (space, size.small)))
}

fn orders(ui: &Ui, view: &View<'_>, asking: &Asking<'_>, heads: &Heads, (space, font): (Rect, f32)) -> Vec<Order> {
    let least = asking.tile.x;
    let rows = rows(asking, space.height());
    let beside = |columns: usize| {
        let width = to_f32(columns) * (least + GAP);
        let statement = space.with_min_x(space.left() + width);
        let fits = statement.width() >= font * LEAST_WIDTH
            && statement_height(ui, view, asking.open, heads, (statement.width(), font)) <= space.height();
        fits.then_some(Order { statement, font, tiles: space.min, columns, width: least, rows })
    };
    std::iter::once(above(ui, view, asking, heads, (space, font))).chain((1..=3).filter_map(beside)).collect()
}

fn above(ui: &Ui, view: &View<'_>, asking: &Asking<'_>, heads: &Heads, (space, font): (Rect, f32)) -> Order {
    let height = statement_height(ui, view, asking.open, heads, (space.width(), font));
    let statement = space.with_max_y(space.top() + height);
    let least = asking.tile.x;
    let (columns, width) = look::columns(space.width(), least, GAP, view.columns.len());
    let tiles = pos2(space.left(), statement.bottom() + GAP);
    Order { statement, font, tiles, columns, width, rows: rows(asking, space.bottom() - tiles.y) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
fn rows(asking: &Asking<'_>, height: f32) -> usize {
    ((height + GAP) / (asking.tile.y + GAP)).max(0.0) as usize
}

/// A height in which any party may have any of the answers and any of the statements: who has which would be told by a
/// height that only those need.
fn statement_height(ui: &Ui, view: &View<'_>, open: &Open, heads: &Heads, (width, font): (f32, f32)) -> f32 {
    let size = Type::of(ui);
    let room = width - 2.0 * PAD - side(size) - BESIDE;
    let on_file = view.columns.iter().filter_map(|column| open.on_file.get(column.party.get()));
    let lines = on_file.map(|on_file| words::met_and_said(view.dossier(), *on_file));
    let one = |text: String| ui.spacing().item_spacing.y + look::height(ui, &text, fonts::regular(font), room);
    let line = |texts: [String; 2]| texts.into_iter().filter(|text| !text.is_empty()).map(one).sum();
    let least = look::height(ui, words::LOOK, fonts::regular(font), width - 2.0 * PAD).max(side(size));
    (least.max(heads.height(room) + lines.map(line).fold(0.0, f32::max)) + 2.0 * PAD).ceil()
}

/// What the heads of the statements may need: each party's name with each of the answers behind it.
#[derive(Clone, Copy, Debug)]
struct Heads {
    /// Width of the longest in one row.
    width: f32,
    /// Width of the longest word: a line that is full lacks it at most.
    word: f32,
    /// Height of a row.
    row: f32,
}

impl Heads {
    fn of(ui: &Ui, view: &View<'_>, open: &Open) -> Self {
        let font = fonts::semibold(Type::of(ui).lead);
        let width = |text: &str| control::width(ui, text, font.clone());
        let widest = |texts: &[String]| texts.iter().map(|text| width(text)).fold(0.0, f32::max);
        let names: Vec<String> = view.columns.iter().map(|column| named(view, column.party)).collect();
        let answer = |on_file: &OnFile| words::on_file(view.dossier(), *on_file, view.dates);
        let answers: Vec<String> = open.on_file.iter().map(answer).collect();
        let words = names.iter().chain(&answers).flat_map(|text| text.split(' '));
        Self {
            width: widest(&names) + widest(&answers),
            word: words.map(width).fold(0.0, f32::max),
            row: look::height(ui, "X", font.clone(), f32::INFINITY),
        }
    }

    /// A height in which all of them have room.
    fn height(&self, room: f32) -> f32 {
        let full = (room - self.word).max(1.0);
        let n_rows = if self.width <= room { 1.0 } else { (self.width / full).ceil() };
        n_rows * self.row
    }
}

/// Side of the mark beside a statement.
fn side(size: Type) -> f32 {
    size.lead * 1.9
}

fn statement(ui: &mut Ui, view: &View<'_>, open: &Open, order: &Order) {
    let (size, tokens) = (Type::of(ui), view.tokens);
    ui.painter().rect(order.statement, 8.0, tokens.surface, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    let inner = order.statement.shrink(PAD);
    let mut card = ui.new_child(UiBuilder::new().id_salt("statement").max_rect(inner));
    let shown = open.spotlight.and_then(|party| Some((party, open.shown(party)?)));
    let Some((party, on_file)) = shown else {
        look::weak(&mut card, view, words::LOOK, order.font);
        return;
    };
    let head = named(view, party) + &words::on_file(view.dossier(), on_file, view.dates);
    mark_icon(&mut card, shape(on_file.mark), side(size));
    let beside = inner.with_min_x(inner.left() + side(size) + BESIDE);
    let mut beside = card.new_child(UiBuilder::new().id_salt("said").max_rect(beside));
    look::heading(&mut beside, view, &head, size.lead);
    for text in words::met_and_said(view.dossier(), on_file).into_iter().filter(|text| !text.is_empty()) {
        look::text(&mut beside, view, &text, order.font);
    }
}

/// What stands before an answer.
fn named(view: &View<'_>, party: PartyIx) -> String {
    format!("{}. ", view.dossier().party(party).name)
}
