//! The values of a term: their kind, and a row for each that has a name.

use eframe::egui::{Align, Layout, Ui, vec2};

use super::{
    act, edit,
    part::{self, Form, Lines, choice},
};
use crate::{
    app::{
        Action,
        case::{self, At, Edit, New, ValueForm, ValuesKind},
    },
    domain::limits,
    ui::widgets::icon::{self, Icon},
    wording::case as words,
};

/// Width of the name of a value, in points.
const NAME: f32 = 170.0;

/// So many values are a choice.
const FEWEST: usize = 2;

/// The longest number that is typed.
const DIGITS: usize = 9;

/// Draws them.
pub(super) fn values(ui: &mut Ui, form: &Form<'_>, at: &At, label: &str, out: &mut Vec<Action>) {
    let Some(item) = form.record.place() else { return };
    let shown = form.own.term_form(item);
    let Some(kind) = shown.kind else {
        part::raw(ui, form, at, (label, 4), out);
        return;
    };
    part::label(ui, form.view, label, None);
    let kinds = [ValuesKind::Toggle, ValuesKind::Choice, ValuesKind::Number];
    let names: Vec<(String, bool)> =
        kinds.map(|other| (words::kind_of_values(other).to_owned(), other == kind)).to_vec();
    let shown_kind = words::kind_of_values(kind);
    let picked = choice(ui, form, at, (&form.name(label), shown_kind), (200.0, &names));
    if let Some(other) = picked.map(|place| kinds[place]).filter(|other| *other != kind) {
        out.push(edit(Edit::Values(at.clone(), other.name())));
    }
    if kind == ValuesKind::Number {
        number(ui, form, at, out);
    }
    let n = shown.values.len();
    for (nth, value) in shown.values.iter().enumerate() {
        self::value(ui, form, (nth, n, value), out);
    }
    if let Some(list) = shown.list
        && ui.button(words::ADD_VALUE).clicked()
    {
        out.push(edit(Edit::Add(New::Value(list))));
    }
}

/// Name and meaning of a value, and what can be done with it.
fn value(ui: &mut Ui, form: &Form<'_>, (nth, n, value): (usize, usize, &ValueForm), out: &mut Vec<Action>) {
    let is_free = value.fixed.is_none();
    let buttons = if is_free { 3.0 * (form.view.tokens.size.target + 2.0) } else { 0.0 };
    let rest = ui.available_width() - NAME - buttons - 16.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (field, limit, width) in [("name", limits::VALUE_NAME, NAME), ("meaning", limits::MEANING, rest)] {
            let at = value.at.field(field);
            let label = words::field("values", field);
            let name = form.name(&words::value_field(nth, value.fixed, &label.to_lowercase()));
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                let text = form.own.string(&at).unwrap_or_default();
                let needed = field == "name";
                let to = at.clone();
                let response = part::typing(ui, (&at, &name, label), (&text, limit, Lines::One), out, |text| {
                    Edit::Text { at: to, text, needed }
                });
                part::focus_if_wanted(ui, form.view, &at, (&response, true));
                if needed && is_free && part::entered(ui, &response) {
                    part::is_handed_on(ui);
                    let is_empty = text.trim().is_empty() && !response.changed();
                    out.extend(after(form, (nth, n, value), is_empty));
                }
            });
        }
        if !is_free {
            return;
        }
        let of = |what: &str| form.name(&words::value_field(nth, None, &what.to_lowercase()));
        if icon::button(ui, Icon::Up, &of(words::UP), nth > 0).clicked() {
            out.push(edit(Edit::Exchange(value.at.parent().item(nth - 1))));
        }
        if icon::button(ui, Icon::Down, &of(words::DOWN), nth + 1 < n).clicked() {
            out.push(edit(Edit::Exchange(value.at.clone())));
        }
        if icon::button(ui, Icon::Close, &of(words::REMOVE), n > 1).clicked() {
            out.push(edit(Edit::Remove(value.at.clone())));
        }
    });
}

/// Enter leads from the name of a value to that of the next, and behind the last to a new one; in one that was left empty it
/// leads on behind the values, as in a list of any word processor.
fn after(form: &Form<'_>, (nth, n, value): (usize, usize, &ValueForm), is_empty: bool) -> Vec<Action> {
    let list = value.at.parent();
    if nth + 1 < n {
        return vec![act(case::Action::Seek(list.item(nth + 1).field("name")))];
    }
    if !is_empty {
        return vec![edit(Edit::Add(New::Value(list)))];
    }
    let gone = (n > FEWEST).then(|| edit(Edit::Remove(value.at.clone())));
    gone.into_iter().chain([act(case::Action::Seek(form.record.field("glossary")))]).collect()
}

/// A grid of numbers and its unit.
fn number(ui: &mut Ui, form: &Form<'_>, at: &At, out: &mut Vec<Action>) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for part in ["from", "to", "step"] {
            ui.allocate_ui_with_layout(vec2(110.0, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(110.0);
                part::label(ui, form.view, words::number(part), None);
                let (to, name) = (at.field(part), form.name(words::number(part)));
                let value = form.own.raw(&to);
                let here = to.clone();
                part::typing(ui, (&here, &name, ""), (value.trim(), DIGITS, Lines::One), out, |text| {
                    Edit::Raw(to, text)
                });
            });
        }
    });
    let names = [words::unit(true), words::unit(false)];
    part::pair(ui, form, &at.field("unit"), (names, [40, 40], 0.5), out);
}
