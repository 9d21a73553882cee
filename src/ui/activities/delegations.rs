//! Delegations: the pages, the opening text.

use eframe::egui::{
    Ui,
    text::{LayoutJob, TextFormat},
};
use strum::IntoEnumIterator as _;

use super::{
    act, choose,
    look::{self, Type},
    role_card, rounds,
};
use crate::{
    app::{
        Action,
        delegations::{Action as Delegations, Page},
    },
    ui::{fonts, view::View},
    wording::activities as words,
};

/// Draws the row of pages, which does not scroll with them.
pub(super) fn pages(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let page = view.state.activities.delegations.page;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for other in Page::iter() {
            if look::choice(ui, view, words::page(other), other == page).clicked() {
                out.push(act(Delegations::Page(other)));
            }
        }
    });
    ui.add_space(8.0);
}

/// Draws the page.
pub(super) fn delegations(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let page = view.state.activities.delegations.page;
    match page {
        Page::Opening => opening(ui, view, out),
        Page::Choose => choose::choose(ui, view, out),
        Page::Cards => role_card::cards(ui, view, out),
        Page::Rounds => rounds::rounds(ui, view, out),
    }
}

fn opening(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let size = Type::of(ui);
    let [first, about, rest, instead] = words::opening(view.dossier(), view.state.is_going_on());
    let (regular, semibold) = (fonts::regular(size.question), fonts::semibold(size.question));
    let mut job = LayoutJob::default();
    for (text, font) in [(first, &regular), (about, &semibold), (rest, &regular)] {
        let format =
            TextFormat { line_height: Some(size.question * 1.45), ..TextFormat::simple(font.clone(), view.tokens.ink) };
        job.append(text, 0.0, format);
    }
    ui.add_space(size.lead);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(size.question * 30.0));
        ui.label(job);
        ui.add_space(size.lead);
        let format = TextFormat {
            line_height: Some(size.question * 1.45),
            ..TextFormat::simple(fonts::regular(size.question), view.tokens.ink)
        };
        ui.label(LayoutJob::single_section(instead.to_owned(), format));
    });
    ui.add_space(size.lead);
    if look::primary(ui, view, words::GO_ON, true).clicked() {
        out.push(act(Delegations::Page(Page::Choose)));
    }
}
