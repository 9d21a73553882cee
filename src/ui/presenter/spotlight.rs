//! One term on the wall: its question, what the plan can say, and a card for each party or the stated ranges of a number.

use eframe::egui::{Button, Id, Key, Rect, RichText, Role, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use crate::{
    app::{Action, WhySubject, presenter},
    domain::TermIx,
    ui::{fonts, ranges, view::View},
    wording::{STATEMENTS_IN_OUR_WORDS, presenter as texts, value_name},
};

use super::{Pages, cards, options, text, wall_id};

/// Size of the question, in points: more than 4 % of the wall's height.
const QUESTION: f32 = 24.0;

/// Between the question and what stands at the right end of its line, and how far that stands over the line's foot.
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
    ui.painter().galley(rect.min, question, ink);
    whose_words(ui, view, rect.with_max_x(body.right()), rect.right());
    text::name(ui, rect, question_id(), Role::Heading, format!("{}. {}", term.name, term.question));
    let said = texts::plan_says(&value_name(view.dossier(), ix, view.state.plan().get(ix)));
    ui.ctx().accesskit_node_builder(question_id(), |node| node.set_description(said));
    let rest = body.with_min_y(rect.bottom() + 4.0);
    let has_ranges = view.state.has_ranges();
    let beside = if has_ranges { rest.with_max_x(rest.right() - SWITCH) } else { rest };
    let height = options::options(ui, view, ix, beside, out);
    if has_ranges {
        switch(ui, view, Rect::from_min_max(beside.right_top(), rest.right_top() + vec2(0.0, height)), out);
    }
    let mut rest = rest.with_min_y(rest.top() + height + 7.0);
    rest.set_bottom(rest.bottom() - 5.0);
    if has_ranges && view.state.presenter.ranges {
        stated_ranges(ui, view, ix, rest, out);
        return None;
    }
    cards::cards(ui, view, ix, rest)
}

/// Says at the end of the line of the question, where that has room, that what stands on the cards is no quotation: once for
/// all, since beside each name it would cost some of them their place.
fn whose_words(ui: &Ui, view: &View<'_>, line: Rect, taken: f32) {
    let (ink, font) = (view.tokens.ink_weak, fonts::regular(view.tokens.size.body));
    let said = text::wrapped(ui, STATEMENTS_IN_OUR_WORDS, font, ink, f32::INFINITY);
    let at = Rect::from_min_size(line.right_bottom() - said.size() - LINE, said.size());
    if at.left() >= taken + END {
        ui.painter().galley(at.min, said, ink);
        text::name(ui, at, question_id().with("whose_words"), Role::Label, STATEMENTS_IN_OUR_WORDS);
    }
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
