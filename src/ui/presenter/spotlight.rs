//! One term on the wall: its question, what the plan can say, and a card for each party or the stated ranges of a number.

use eframe::egui::{Button, Id, Key, Pos2, Rect, RichText, Role, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::{
    app::{Action, WhySubject, presenter},
    domain::TermIx,
    ui::{fonts, ranges, view::View},
    wording::{STATEMENTS_IN_OUR_WORDS, presenter as texts, value_name},
};

use super::{Pages, cards, options, text, wall_id};

/// Size of the question, in points: more than 4 % of the wall's height.
const QUESTION: f32 = 24.0;

/// Between what a line holds and what stands at its right end, and how far that stands over the line's foot.
const END: f32 = 16.0;
const LINE: Vec2 = vec2(0.0, 4.0);

/// Width of the button that shows the ranges, with the space before it, in points.
const SWITCH: f32 = 190.0;

/// Draws the term; returns the place of its cards if they take several pages.
pub(super) fn spotlight(ui: &mut Ui, view: &View<'_>, body: Rect, out: &mut Vec<Action>) -> Option<Pages> {
    let ix = view.state.session.focus.term;
    let term = view.dossier().term(ix);
    let ink = view.tokens.ink;
    let question = text::wrapped(ui, &term.question, fonts::semibold(QUESTION), ink, body.width());
    let rect = Rect::from_min_size(body.min, question.size());
    let asked = pos2(rect.left() + question.rows.last().map_or(0.0, |row| row.rect().right()), rect.bottom());
    ui.painter().galley(rect.min, question, ink);
    text::name(ui, rect, question_id(), Role::Heading, format!("{}. {}", term.name, term.question));
    let said = texts::plan_says(&value_name(view.dossier(), ix, view.state.plan().get(ix)));
    ui.ctx().accesskit_node_builder(question_id(), |node| node.set_description(said));
    let rest = body.with_min_y(rect.bottom() + 4.0);
    let has_ranges = view.state.has_ranges();
    let beside = if has_ranges { rest.with_max_x(rest.right() - SWITCH) } else { rest };
    let chosen = options::options(ui, view, ix, beside, out);
    if has_ranges {
        switch(ui, view, Rect::from_min_max(beside.right_top(), pos2(rest.right(), chosen.y)), out);
    }
    let mut rest = Rect::from_min_max(pos2(rest.left(), chosen.y + 7.0), rest.max - vec2(0.0, 5.0));
    if has_ranges && view.state.presenter.ranges {
        stated_ranges(ui, view, ix, rest, out);
        return None;
    }
    let foot = whose_words(ui, view, [(asked, body.right()), (chosen, beside.right())], rest);
    rest.set_top(rest.top().max(foot));
    cards::cards(ui, view, ix, rest)
}

/// Says that what stands on the cards is no quotation, behind the first of these that leaves room for it (where it ends, and
/// how far its line goes), or else at the top of the cards' space; returns where it ends. Once for all, since beside each name
/// it would cost some of them their place.
fn whose_words(ui: &Ui, view: &View<'_>, lines: [(Pos2, f32); 2], cards: Rect) -> f32 {
    let (ink, font) = (view.tokens.ink_weak, fonts::regular(view.tokens.size.body));
    let said = text::wrapped(ui, STATEMENTS_IN_OUR_WORDS, font, ink, f32::INFINITY);
    let behind = |(taken, right): (Pos2, f32)| {
        let at = pos2(right, taken.y) - said.size() - LINE;
        (at.x >= taken.x + END).then_some(at)
    };
    let at = lines.into_iter().find_map(behind).unwrap_or(pos2(cards.right() - said.size().x, cards.top()));
    let rect = Rect::from_min_size(at, said.size());
    ui.painter().galley(at, said, ink);
    text::name(ui, rect, question_id().with("whose_words"), Role::Label, STATEMENTS_IN_OUR_WORDS);
    rect.bottom()
}

/// The node of the question, where readers are while one term is shown.
pub(super) fn question_id() -> Id {
    wall_id().with("question")
}

/// Switches between the cards and the ranges.
fn switch(ui: &mut Ui, view: &View<'_>, space: Rect, out: &mut Vec<Action>) {
    let space = space.with_min_x(space.left() + 8.0);
    let name = texts::ranges_switch(view.state.presenter.ranges);
    let button = Button::new(RichText::new(name).font(fonts::regular(view.tokens.size.body)));
    if ui.put(space, button).clicked() {
        out.push(Action::Presenter(presenter::Action::ToggleRanges));
    }
}

/// The ranges; a bar leads to its party's card.
fn stated_ranges(ui: &mut Ui, view: &View<'_>, term: TermIx, space: Rect, out: &mut Vec<Action>) {
    let mut ui = ui.new_child(UiBuilder::new().id_salt("ranges").max_rect(space));
    let mut chosen = Vec::new();
    ScrollArea::vertical().id_salt("ranges").auto_shrink(false).show(&mut ui, |ui| {
        let turns = [(Key::PageDown, -0.8), (Key::PageUp, 0.8)];
        for (_, pages) in turns.into_iter().filter(|(key, _)| ui.input(|input| input.key_pressed(*key))) {
            ui.scroll_with_delta(vec2(0.0, pages * space.height()));
        }
        ranges::strip(ui, view, term, &mut chosen);
    });
    for action in chosen {
        let Action::Why(WhySubject::Cell(party, _)) = action else { continue };
        let place = view.columns.iter().position(|column| column.party == party).unwrap_or(0);
        out.push(Action::Presenter(presenter::Action::ToggleRanges));
        out.push(Action::Presenter(presenter::Action::ShowCard(place)));
    }
}
