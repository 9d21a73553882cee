//! One field of a form: its label, what it holds, and what is wrong with it.

use eframe::egui::{RichText, Role, Ui, WidgetInfo};

use super::{
    act, demand, edit, opening,
    part::{
        self, Form, Lines, choice, focus_if_wanted, is_written_over, label as label_over, pair, problems, raw, typing,
    },
    values,
};
use crate::{
    app::{
        Action,
        case::{self, At, Edit, Field, Kind, New},
    },
    ui::widgets::icon::{self, Icon},
    wording::case as words,
};

/// The longest day that is typed: `~2025-01-13`.
const DAY: usize = 11;

/// The longest quotation that is typed, and the name of its language; fifteen words are rarely longer.
const QUOTED: usize = 400;
const LANGUAGE: usize = 40;

/// Draws a field.
pub(super) fn show(ui: &mut Ui, form: &Form<'_>, field: &Field, out: &mut Vec<Action>) {
    let at = form.record.field(field.name);
    let label = match (field.name, form.own.raw(&form.record.field("strength"))) {
        ("because", strength) => words::because(&strength),
        (name, _) => words::field(form.list, name),
    };
    match field.kind {
        Kind::Text { limit, rows } => text(ui, form, &at, (label, limit, Lines::of(rows), field), out),
        Kind::Sentence(limit) => text(ui, form, &at, (label, limit, Lines::Sentence, field), out),
        Kind::Day => text(ui, form, &at, (label, DAY, Lines::One, field), out),
        Kind::Days => days(ui, form, &at, out),
        Kind::Name(names) => name(ui, form, &at, (label, names, field), out),
        Kind::Flag(usual) => flag(ui, form, &at, (label, usual), out),
        Kind::One(list) => one(ui, form, &at, (label, list, field), out),
        Kind::Several(list) => several(ui, form, &at, (label, list), out),
        Kind::Quote => quote(ui, form, &at, out),
        Kind::Demand => demand::demand(ui, form, &at, label, out),
        Kind::Values => values::values(ui, form, &at, label, out),
    }
    problems(ui, form, &at);
    if (form.list, field.name) == ("statements", "said") {
        opening::offer(ui, form, &at, out);
    }
    ui.add_space(6.0);
}

fn text(
    ui: &mut Ui,
    form: &Form<'_>,
    at: &At,
    (label, limit, lines, field): (&str, usize, Lines, &Field),
    out: &mut Vec<Action>,
) {
    let name = form.name(label);
    let hint = words::help(form.list, field.name);
    match form.own.string(at) {
        Some(value) => {
            let used = (field.kind != Kind::Day).then(|| (value.chars().count(), limit));
            label_over(ui, form.view, label, used);
            let at = at.clone();
            let needed = field.needed;
            let to = at.clone();
            let what = (&value[..], limit, lines);
            let response = typing(ui, (&at, &name, hint), what, out, |text| Edit::Text { at: to, text, needed });
            focus_if_wanted(ui, form.view, &at, (&response, is_written_over(&value, lines)));
        }
        None => raw(ui, form, at, (label, 2), out),
    }
}

fn days(ui: &mut Ui, form: &Form<'_>, at: &At, out: &mut Vec<Action>) {
    pair(ui, form, at, ([words::first_day(), words::last_day()], [DAY; 2], 0.5), out);
}

fn quote(ui: &mut Ui, form: &Form<'_>, at: &At, out: &mut Vec<Action>) {
    pair(ui, form, at, ([words::QUOTE, words::QUOTE_LANGUAGE], [QUOTED, LANGUAGE], 0.75), out);
}

fn name(
    ui: &mut Ui,
    form: &Form<'_>,
    at: &At,
    (label, names, field): (&str, &'static [&'static str], &Field),
    out: &mut Vec<Action>,
) {
    label_over(ui, form.view, label, None);
    let here = form.own.raw(at);
    let known = names.iter().find(|name| **name == here);
    let none = if field.needed { words::CHOOSE } else { words::NONE };
    let shown = known.map_or(none, |name| words::name(field.name, name));
    let mut listed: Vec<(String, bool)> =
        names.iter().map(|name| (words::name(field.name, name).to_owned(), **name == here)).collect();
    if !field.needed {
        listed.push((words::NONE.to_owned(), known.is_none()));
    }
    let width = ui.available_width().min(420.0);
    if let Some(place) = choice(ui, form, at, (&form.name(label), shown), (width, &listed)) {
        out.push(edit(Edit::Name(at.clone(), names.get(place).copied())));
        // A red line asks for the words that make it one, where it is read.
        let because = form.record.field("because");
        let is_asked = field.name == "strength" && names.get(place) == Some(&"RedLine");
        let is_next = is_asked && form.own.raw(&because).is_empty();
        out.extend(is_next.then(|| act(case::Action::Lead(because))));
    }
    if field.name == "strength" {
        ui.label(RichText::new(words::help(form.list, "strength")).small().color(form.view.tokens.ink_weak));
    }
}

fn flag(ui: &mut Ui, form: &Form<'_>, at: &At, (label, usual): (&str, bool), out: &mut Vec<Action>) {
    let here = match form.own.raw(at).as_str() {
        "true" => true,
        "false" => false,
        _ => usual,
    };
    let mut on = here;
    let response = ui.checkbox(&mut on, label);
    if part::is_handed_on(ui) {
        response.request_focus();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, form.name(label)));
    if on != here {
        let name = if on { "true" } else { "false" };
        out.push(edit(Edit::Name(at.clone(), (on != usual).then_some(name))));
    }
}

fn one(
    ui: &mut Ui,
    form: &Form<'_>,
    at: &At,
    (label, list, field): (&str, &'static str, &Field),
    out: &mut Vec<Action>,
) {
    label_over(ui, form.view, label, None);
    let here = form.own.string(at).unwrap_or_default();
    let records = form.own.names(list);
    let known = records.iter().find(|(id, _)| *id == here);
    let none = if field.needed { words::CHOOSE } else { words::NONE };
    let shown = known.map_or(none, |(_, name)| name);
    let mut listed: Vec<(String, bool)> = records.iter().map(|(id, name)| (name.clone(), *id == here)).collect();
    if !field.needed {
        listed.push((words::NONE.to_owned(), known.is_none()));
    }
    let width = ui.available_width().min(420.0);
    if let Some(place) = choice(ui, form, at, (&form.name(label), shown), (width, &listed)) {
        out.push(edit(match records.get(place) {
            Some((id, _)) => Edit::Id(at.clone(), id.clone()),
            None => Edit::Name(at.clone(), None),
        }));
    }
}

/// What is referred to, each with a cross, and a list of what is not.
fn several(ui: &mut Ui, form: &Form<'_>, at: &At, (label, list): (&str, &'static str), out: &mut Vec<Action>) {
    label_over(ui, form.view, label, None);
    let here = form.own.strings(at);
    let records = form.own.names(list);
    let title = |id: &String| {
        let name = records.iter().find(|(other, _)| other == id).map_or("", |(_, name)| name);
        if name.is_empty() { id.clone() } else { format!("{name} ({id})") }
    };
    for (place, id) in here.iter().enumerate() {
        ui.horizontal(|ui| {
            let remove = format!("{} {}", words::REMOVE, form.name(&title(id)));
            if icon::button(ui, Icon::Close, &remove, true).clicked() {
                let mut left = here.clone();
                left.remove(place);
                out.push(edit(Edit::Ids(at.clone(), left)));
            }
            ui.label(title(id));
        });
    }
    let makes_sources = form.list == "statements" && list == "sources";
    if makes_sources && !here.is_empty() {
        // It has its source: what is next is how it is read.
        part::hand_past(ui);
    }
    let left: Vec<&String> = records.iter().map(|(id, _)| id).filter(|id| !here.contains(id)).collect();
    let names: Vec<(String, bool)> = left.iter().map(|id| (title(id), false)).collect();
    ui.horizontal_wrapped(|ui| {
        let width = (ui.available_width() - 140.0).clamp(120.0, 420.0);
        // A list with nothing in it is none.
        let picked = if makes_sources && names.is_empty() {
            None
        } else {
            choice(ui, form, at, (&form.name(label), words::ADD), (width, &names))
        };
        if let Some(place) = picked {
            out.push(edit(Edit::Ids(at.clone(), here.iter().chain([left[place]]).cloned().collect())));
            // The list moves down, and the keyboard with it; where nothing is left there is no list.
            out.extend((left.len() > 1).then(|| act(case::Action::Seek(at.clone()))));
        }
        if makes_sources {
            let response = ui.button(words::NEW_SOURCE);
            if part::is_handed_on(ui) {
                response.request_focus();
            }
            if response.clicked() {
                out.push(edit(Edit::Add(New::Source(form.record.place()))));
            }
        }
    });
}
