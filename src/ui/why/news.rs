//! What is new after a step of the date: who said what, and which marks it moved.

use eframe::egui::{Button, Label, RichText, Ui};

use super::{both_marks, heading, title, weak};
use crate::{
    analysis::Change,
    app::{Action, Command, News, WhySubject},
    ui::{view::View, widgets::tip},
    wording::{news as texts, presenter as hidden},
};

/// After a step of the date, over what was open before it: that the day is another, and the way to what is new.
pub(super) fn told(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let state = view.state;
    let Some(news) = state.news().filter(|_| state.session.why != WhySubject::News) else { return };
    let counted = (!state.hides_any())
        .then(|| [state.said_between(news).len(), state.ended_since().len(), state.changed_cells().count()]);
    let line = ui.horizontal_wrapped(|ui| {
        ui.label(texts::new_day(news, view.dates));
        if ui.add(Button::new(texts::new_since(counted)).wrap()).clicked() {
            out.push(Action::Run(Command::News));
        }
    });
    tip::keep_clear(ui, line.response.rect);
    ui.separator();
}

/// Draws the page in the panel.
pub(super) fn news(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    title(ui, view, texts::NEWS);
    untitled(ui, view, out);
}

/// The same where the title stands above it already, as over the wall.
pub(crate) fn untitled(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(news) = view.state.news() else {
        // Between which days, nobody knows: it cannot be said that nothing was said.
        ui.label(hidden::NOTHING_NEW);
        return;
    };
    weak(ui, view, texts::days(news, view.dates));
    said(ui, view, news, out);
    ended(ui, view, news, out);
    heading(ui, view, texts::MARKS);
    let cells: Vec<&Change> = view.state.changed_cells().collect();
    if view.state.hides_any() {
        weak(ui, view, hidden::HIDDEN_VERDICTS);
    } else if cells.is_empty() {
        ui.label(texts::NO_MARK);
    }
    for change in &cells {
        ui.horizontal(|ui| {
            both_marks(ui, change);
            let text = texts::moved(view.dossier(), change);
            if ui.add(Button::new(text).frame_when_inactive(false).wrap()).clicked() {
                out.push(Action::Why(WhySubject::Cell(change.party, change.term)));
            }
        });
    }
    if !cells.is_empty() && ui.button(texts::REPLAY).clicked() {
        out.push(Action::Run(Command::Replay));
    }
}

fn said(ui: &mut Ui, view: &View<'_>, news: News, out: &mut Vec<Action>) {
    let said = view.state.said_between(news);
    if view.state.hides_any() {
        weak(ui, view, texts::SOME_HIDDEN);
    } else if said.is_empty() {
        ui.label(texts::NOTHING_SAID);
    }
    for ix in said {
        let text = texts::statement(view.dossier(), ix, view.dates);
        line(ui, view, text, WhySubject::Statement(ix), out);
    }
}

/// A mark that moves because something ended must not move without a word.
fn ended(ui: &mut Ui, view: &View<'_>, news: News, out: &mut Vec<Action>) {
    let ended = view.state.ended_since();
    if ended.is_empty() {
        return;
    }
    heading(ui, view, texts::ended_heading(news));
    for one in ended {
        let position = view.dossier().position(one.position);
        let subject =
            position.about.map_or(WhySubject::Party(position.party), |about| WhySubject::Cell(position.party, about));
        line(ui, view, texts::ended(view.dossier(), one, view.dates), subject, out);
    }
}

/// A piece of news, which leads to what it is about; on the wall there is no panel to lead to.
fn line(ui: &mut Ui, view: &View<'_>, text: String, subject: WhySubject, out: &mut Vec<Action>) {
    if view.state.presenter.is_on {
        ui.add(Label::new(text).wrap());
    } else if ui.add(Button::new(RichText::new(text)).frame_when_inactive(false).wrap()).clicked() {
        out.push(Action::Why(subject));
    }
}
