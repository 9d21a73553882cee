//! What stands under a statement: the sources that it was found in, and how it is read.

use eframe::egui::{RichText, Ui};

use super::{
    act, edit, field,
    part::{self, Form},
};
use crate::{
    app::{
        Action,
        case::{self, At, Edit, New, Page},
    },
    ui::fonts,
    wording::case as words,
};

/// The fields of a position that show under its statement, and those of a source.
const OF_POSITION: usize = 5;
const OF_SOURCE: usize = 2;

/// Publisher and address of each source that is cited.
pub(super) fn sources(ui: &mut Ui, form: &Form<'_>, out: &mut Vec<Action>) {
    let all = form.own.names("sources");
    let cited = form.own.strings(&form.record.field("sources"));
    for id in cited {
        let Some(item) = all.iter().position(|(other, _)| *other == id) else { continue };
        let (at, prefix) = (At::record("sources", item), format!("{id}: "));
        let of = Form { list: "sources", record: &at, prefix: &prefix, ..*form };
        ui.indent(("source", item), |ui| {
            case::fields("sources")[..OF_SOURCE].iter().for_each(|field| field::show(ui, &of, field, out));
        });
    }
}

/// The positions that read the statement, and a field for one more.
pub(super) fn readings(ui: &mut Ui, form: &Form<'_>, statement: usize, out: &mut Vec<Action>) {
    heading(ui, form, words::READ_AS);
    part::take_past(ui);
    let items = form.own.positions_of(statement);
    let n = items.len();
    for (nth, item) in items.into_iter().enumerate() {
        let at = At::record("positions", item);
        let title = words::reading(nth, n);
        let prefix = if title.is_empty() { String::new() } else { format!("{title}: ") };
        let of = Form { list: "positions", record: &at, prefix: &prefix, ..*form };
        ui.horizontal(|ui| {
            ui.label(&title);
            let open = form.own.string(&at.field("id")).unwrap_or_default();
            if ui.link(words::open_position(&open)).clicked() {
                out.push(act(case::Action::Open(Page::Positions, item)));
            }
        });
        part::problems(ui, &of, &at);
        let is_red_line = form.own.raw(&at.field("strength")) == "RedLine";
        let shown = OF_POSITION - usize::from(!is_red_line);
        case::fields("positions")[..shown].iter().for_each(|field| field::show(ui, &of, field, out));
        live(ui, &of);
        ui.add_space(6.0);
    }
    let terms = form.own.names("terms");
    let names: Vec<(String, bool)> = terms.iter().map(|(_, name)| (name.clone(), false)).collect();
    part::label(ui, form.view, words::READ_ON, None);
    let (width, here) = (ui.available_width().min(420.0), At::list("read on"));
    let picked = part::choice(ui, form, &here, (words::READ_ON, words::CHOOSE), (width, &names));
    if n == 0 {
        ui.label(RichText::new(words::NOT_READ).small().color(form.view.tokens.ink_weak));
    }
    if let Some(place) = picked {
        let statement = form.own.string(&form.record.field("id")).unwrap_or_default();
        out.push(edit(Edit::Add(New::Position { statement, term: Some(terms[place].0.clone()) })));
    }
    ui.add_space(8.0);
}

/// What the plan that is open makes of a position.
pub(super) fn live(ui: &mut Ui, form: &Form<'_>) {
    let id = form.own.string(&form.record.field("id")).unwrap_or_default();
    if let Some(live) = form.view.state.live(&id) {
        ui.label(RichText::new(words::with_this_plan(live)).font(fonts::semibold(form.view.tokens.size.body)));
    }
}

fn heading(ui: &mut Ui, form: &Form<'_>, text: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(text).font(fonts::semibold(form.view.tokens.size.header)));
}
