//! What is read beside the picture: two parties' statements side by side, a clash set, a way out.

use eframe::egui::{
    Align, Id, Layout, Rect, RichText, ScrollArea, Ui, accesskit,
    text::{LayoutJob, TextFormat},
    vec2,
};

use crate::{
    analysis::Ground,
    app::{
        Action,
        parties::{self, Detail, Excluded, Look},
    },
    domain::{PartyIx, PositionIx, TermIx},
    ui::{
        fonts, statement_card,
        view::{View, follow_focus, scroll_by_keys},
    },
    wording::{
        clashes,
        ui::{self as all, parties as words},
    },
};

use super::{Read, card, legend, weak};

/// Draws a pair with all of the wall, and the way back to the others.
pub(super) fn on_the_wall(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    if ui.button(words::ALL_PAIRS).clicked() {
        out.push(Action::Parties(parties::Action::ReadNothing));
    }
    detail(ui, view, out);
}

impl<'a> Read<'a> {
    /// What the answer that is there is about; `None` before there is one.
    pub(super) fn of(view: &'a View<'a>) -> Option<Self> {
        let (answer, document) = view.state.parties.desk.answer()?;
        Some(Read {
            view,
            dossier: &document.case.dossier,
            plan: &document.scenario.plan,
            as_of: document.scenario.as_of,
            reading: document.scenario.counted.reading,
            on_plan: answer.ask.on_this_plan,
        })
    }
}

/// Draws the panel.
pub(super) fn detail(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let region = ui.unique_id();
    ui.ctx().accesskit_node_builder(region, |node| {
        node.set_role(accesskit::Role::Region);
        node.set_label(words::DETAIL);
    });
    let tab = &view.state.parties;
    let Some(read) = Read::of(view) else {
        let text = if tab.desk.is_running() { words::WORKING } else { words::STOPPED };
        ui.label(tab.desk.fault().unwrap_or(text));
        return;
    };
    // The same width with and without a scroll bar.
    let width = ui.available_width() - ui.spacing().scroll.allocated_width() - 4.0;
    let area = ScrollArea::vertical().id_salt("parties_detail").auto_shrink(false);
    // Something else is read from its beginning.
    let shown = std::sync::Arc::clone(&tab.detail);
    let is_new = ui.data_mut(|data| {
        let before = data.get_temp::<std::sync::Arc<Detail>>(region);
        let is_new = before.is_none_or(|before| before != shown);
        data.insert_temp(region, shown);
        is_new
    });
    let area = if is_new { area.vertical_scroll_offset(0.0) } else { area };
    area.show(ui, |ui| {
        scroll_by_keys(ui, view.state.reads_pair_on_the_wall());
        ui.set_max_width(width);
        ui.spacing_mut().item_spacing.y = 6.0;
        shown_detail(ui, &read, &tab.detail, out);
        ui.add_space(12.0);
        follow_focus(ui);
    });
}

fn shown_detail(ui: &mut Ui, read: &Read<'_>, detail: &Detail, out: &mut Vec<Action>) {
    match detail {
        Detail::Nothing => nothing(ui, read),
        Detail::Alone(positions) => {
            title(ui, read, words::ALONE);
            ui.label(clashes::sentence(&clashes::alone(positions.len(), read.on_plan)));
            cards(ui, read, positions, out);
        }
        Detail::Pair { parties, pairs, ground } => pair(ui, read, *parties, (pairs, ground), out),
        Detail::ClashSet { set, behind } => {
            title(ui, read, words::CLASH_SET);
            ui.label(clashes::DROP_ONE);
            for line in clashes::behind(read.dossier, read.plan, behind) {
                weak(ui, read, line);
            }
            cards(ui, read, set, out);
        }
        Detail::ClashingParties { set, made_of } => {
            title(ui, read, &clashes::party_names(read.dossier, set));
            ui.label(clashes::clashing_parties(read.dossier, set));
            groups(ui, read, made_of, out);
        }
        Detail::WayOut { own, common, n_ways } => {
            title(ui, read, words::WAY_OUT);
            let n = own.len() + common.len();
            ui.label(if n == 0 { clashes::NOTHING_GIVES } else { clashes::GIVE_WAY });
            cards(ui, read, own, out);
            if !common.is_empty() {
                ui.add_space(4.0);
                let text = RichText::new(clashes::in_each(common.len(), *n_ways, false));
                ui.label(text.font(fonts::semibold(read.view.tokens.size.header)));
                ui.push_id("common", |ui| cards(ui, read, common, out));
            }
        }
        Detail::PartiesGiveWay(set) => {
            title(ui, read, words::WAY_OUT);
            if set.is_empty() {
                ui.label(clashes::NOTHING_GIVES);
            } else {
                ui.label(clashes::parties_give_way(read.dossier, set));
            }
        }
    }
}

/// Before anything is chosen: what the picture shows.
fn nothing(ui: &mut Ui, read: &Read<'_>) {
    let tab = &read.view.state.parties;
    let Some((answer, _)) = tab.desk.answer() else { return };
    match tab.look {
        Look::Pairs if answer.clashes.all().is_empty() => title(ui, read, clashes::NO_PAIRS),
        Look::Pairs => title(ui, read, words::CHOOSE_PAIR),
        Look::RedLines | Look::Sets | Look::WaysOut => {}
    }
    if tab.look == Look::Pairs {
        for (pair, counted) in legend::examples(read.view).into_iter().flatten() {
            ui.label(words::number_means(read.dossier, pair, counted));
        }
        if legend::has_a_slash(read.view) {
            ui.label(words::SLASH_MEANS);
        }
        ui.label(words::DIAGONAL_MEANS);
    }
    weak(ui, read, clashes::space(read.on_plan, read.as_of, read.view.dates));
}

fn pair(
    ui: &mut Ui,
    read: &Read<'_>,
    (row, column): (PartyIx, PartyIx),
    (pairs, ground): (&[Excluded], &[Ground]),
    out: &mut Vec<Action>,
) {
    title(ui, read, &words::parties(read.dossier, row, column));
    if pairs.is_empty() {
        ui.label(if row == column { clashes::NONE_WITHIN } else { clashes::NONE_BETWEEN });
    } else {
        ui.label(clashes::sentence(&clashes::pairs(pairs.len(), read.on_plan)));
    }
    let is_long = pairs.len() > MANY;
    for (place, excluded) in pairs.iter().enumerate() {
        lazily(ui, ("pair", place), is_long, |ui| self::excluded(ui, read, excluded, out));
    }
    common_ground(ui, read, ground);
}

/// Two statements side by side, under what they are about and why no plan meets both.
fn excluded(ui: &mut Ui, read: &Read<'_>, excluded: &Excluded, out: &mut Vec<Action>) {
    statement_card::framed(ui, read.view, |ui| {
        let mut about: Vec<TermIx> =
            excluded.pair.iter().filter_map(|position| read.dossier.position(*position).about).collect();
        about.dedup();
        let about = clashes::term_names(read.dossier, &about);
        ui.label(RichText::new(about).font(fonts::semibold(read.view.tokens.size.body)));
        ui.spacing_mut().item_spacing.x = 16.0;
        side_by_side(ui, 2, &excluded.pair, |ui, position| card::statement(ui, read, position, out));
        ui.spacing_mut().item_spacing.y = 3.0;
        weak(ui, read, clashes::exclusion(read.dossier, &excluded.shared, &excluded.behind, read.on_plan));
        for line in clashes::behind(read.dossier, read.plan, &excluded.behind) {
            weak(ui, read, line);
        }
    });
}

/// On which terms two parties can both be met, and where one or both are silent.
fn common_ground(ui: &mut Ui, read: &Read<'_>, ground: &[Ground]) {
    let mut kinds: Vec<Ground> = ground.iter().copied().filter(|kind| *kind != Ground::Excluded).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(RichText::new(words::COMMON_GROUND).font(fonts::semibold(read.view.tokens.size.header)));
    let mut is_silent = false;
    for kind in kinds {
        let terms: Vec<TermIx> = TermIx::all(ground.len()).filter(|term| ground[term.get()] == kind).collect();
        let font = fonts::regular(read.view.tokens.size.body);
        let format = |ink| TextFormat::simple(font.clone(), ink);
        let head = format!("{} ", clashes::ground(read.dossier, kind));
        let mut text = LayoutJob::single_section(head, format(read.view.tokens.ink_weak));
        text.append(&clashes::term_names(read.dossier, &terms), 0.0, format(read.view.tokens.ink));
        ui.label(text);
        is_silent |= matches!(kind, Ground::Silent | Ground::Only(_));
    }
    if is_silent {
        weak(ui, read, all::NOT_CONSENT);
    }
}

/// The groups of statements that keep some parties from all being met.
fn groups(ui: &mut Ui, read: &Read<'_>, groups: &[Vec<PositionIx>], out: &mut Vec<Action>) {
    if groups.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(RichText::new(words_made_of(groups.len())).font(fonts::semibold(read.view.tokens.size.header)));
    let is_long = groups.len() > MANY;
    for (place, group) in groups.iter().enumerate() {
        lazily(ui, ("group", place), is_long, |ui| {
            ui.push_id(place, |ui| cards(ui, read, group, out));
            ui.separator();
        });
    }
}

fn words_made_of(n: usize) -> String {
    format!("{} ({n})", clashes::MADE_OF)
}

/// Statements, two side by side where there is room.
fn cards(ui: &mut Ui, read: &Read<'_>, positions: &[PositionIx], out: &mut Vec<Action>) {
    let n_columns = if ui.available_width() >= 440.0 { 2 } else { 1 };
    for (place, row) in positions.chunks(n_columns).enumerate() {
        lazily(ui, ("row", place), positions.len() > MANY, |ui| {
            side_by_side(ui, n_columns, row, |ui, position| card::framed(ui, read, position, out));
        });
    }
}

/// Columns of the same width, each from its upper left corner on.
fn side_by_side(ui: &mut Ui, n: usize, positions: &[PositionIx], mut add: impl FnMut(&mut Ui, PositionIx)) {
    ui.columns(n, |columns| {
        for (ui, position) in columns.iter_mut().zip(positions) {
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 3.0);
                add(ui, *position);
            });
        }
    });
}

/// With more things than this in a list, those out of sight are left out.
const MANY: usize = 40;

/// Draws something, or leaves its room free where it is known and out of sight.
fn lazily(ui: &mut Ui, salt: (&str, usize), is_long: bool, add: impl FnOnce(&mut Ui)) {
    if !is_long {
        add(ui);
        return;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a width in points")]
    let key: Id = ui.unique_id().with((salt, ui.available_width() as i32));
    let room = vec2(ui.available_width(), ui.data(|data| data.get_temp(key)).unwrap_or(0.0));
    let place = Rect::from_min_size(ui.cursor().min, room);
    if room.y > 0.0 && !place.intersects(ui.clip_rect().expand(100.0)) {
        ui.allocate_space(room);
    } else {
        let height = ui.scope(add).response.rect.height();
        ui.data_mut(|data| data.insert_temp(key, height));
    }
}

fn title(ui: &mut Ui, read: &Read<'_>, text: &str) {
    ui.label(RichText::new(text).font(fonts::semibold(read.view.tokens.size.title - 3.0)));
}
