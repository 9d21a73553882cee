//! One term on the wall: its question, what the plan can say, and a card for each party.

use eframe::egui::{Rect, Role, Ui};

use crate::{
    app::Action,
    ui::{fonts, view::View},
};

use super::{Pages, cards, options, text, wall_id};

/// Size of the question, in points: more than 4 % of the wall's height.
const QUESTION: f32 = 24.0;

/// Draws the term; returns the place of its cards if they take several pages.
pub fn spotlight(ui: &mut Ui, view: &View<'_>, body: Rect, out: &mut Vec<Action>) -> Option<Pages> {
    let ix = view.state.session.focus.term;
    let term = view.dossier().term(ix);
    let ink = view.tokens.ink;
    let question = text::wrapped(ui, &term.question, fonts::semibold(QUESTION), ink, body.width());
    let rect = Rect::from_min_size(body.min, question.size());
    ui.painter().galley(rect.min, question, ink);
    text::name(ui, rect, wall_id().with("question"), Role::Heading, format!("{}. {}", term.name, term.question));
    let rest = body.with_min_y(rect.bottom() + 4.0);
    let height = options::options(ui, view, ix, rest, out);
    let mut rest = rest.with_min_y(rest.top() + height + 7.0);
    rest.set_bottom(rest.bottom() - 5.0);
    cards::cards(ui, view, ix, rest)
}
