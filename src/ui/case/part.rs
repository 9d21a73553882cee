//! What every form is made of: labels, fields for typing, and what is wrong with what stands there.

use eframe::egui::{
    Align, Id, Layout, Margin, Response, RichText, TextEdit, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    vec2,
};

use super::edit;
use crate::{
    app::{
        Action,
        case::{At, Edit, OwnCase},
    },
    domain::{Fault, FieldFault, Finding, FindingKind},
    ui::view::{View, has_field},
    wording::{self, case as words},
};

/// Behind the end of every text, in letters.
const FAR: usize = 1_000_000;

/// What the fields of a form share.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    /// The view.
    pub view: &'a View<'a>,
    /// The case.
    pub own: &'a OwnCase,
    /// The list of the record.
    pub list: &'static str,
    /// Where it stands.
    pub record: &'a At,
    /// Before the names that screen readers say, where several records show at once.
    pub prefix: &'a str,
}

impl Form<'_> {
    /// The name of a field for screen readers.
    pub(super) fn name(&self, label: &str) -> String {
        format!("{}{label}", self.prefix)
    }
}

/// What is wrong with a field; that something must still be filled in is said quietly.
pub(super) fn problems(ui: &mut Ui, form: &Form<'_>, at: &At) {
    for problem in form.own.problems_at(at) {
        let tokens = form.view.tokens;
        let said = wording::problem_text(problem);
        let (text, ink) = match said.hint.as_str() {
            _ if is_open(problem) => (words::STILL_OPEN.to_owned(), tokens.ink_weak),
            "" => (said.message, tokens.warn),
            hint => (format!("{}. {hint}", said.message), tokens.warn),
        };
        ui.label(RichText::new(text).small().color(ink));
    }
}

/// True if something must still be filled in.
fn is_open(problem: &Finding) -> bool {
    let FindingKind::Fault(fault) = &problem.kind else { return false };
    matches!(**fault, Fault::Field(FieldFault::Missing(_) | FieldFault::Empty(_)))
}

/// The label over a field, and how much of it is used at the right end.
pub(super) fn label(ui: &mut Ui, view: &View<'_>, text: &str, used: Option<(usize, usize)>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(text).small().color(view.tokens.ink_weak));
        let Some((n, limit)) = used else { return };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let ink = if n >= limit { view.tokens.warn } else { view.tokens.ink_weak };
            ui.label(RichText::new(words::used_up(n, limit)).small().color(ink));
        });
    });
}

/// A field for typing; what is typed goes to `typed`.
pub(super) fn typing(
    ui: &mut Ui,
    (at, name, hint): (&At, &str, &str),
    (value, limit, rows): (&str, usize, usize),
    out: &mut Vec<Action>,
    typed: impl FnOnce(String) -> Edit,
) -> Response {
    let mut text = value.to_owned();
    let field = if rows == 1 { TextEdit::singleline(&mut text) } else { TextEdit::multiline(&mut text) };
    let field = field.id_salt(("case", at, name)).hint_text(hint).desired_rows(rows).margin(Margin::symmetric(8, 5));
    let response = ui.add(field.char_limit(limit).desired_width(f32::INFINITY)).accessible_name(name);
    has_field(ui);
    if response.changed() && text != value {
        out.push(edit(typed(text)));
    }
    if response.lost_focus() {
        out.push(Action::CloseStep);
    }
    // Who comes by the keyboard writes over what is there, as in any form.
    if response.gained_focus() && rows == 1 && !ui.input(|input| input.pointer.any_down()) {
        select_all(ui, &response);
    }
    response
}

/// Whatever stands there when the next letter comes: leaving the field before may fill this one in.
fn select_all(ui: &Ui, field: &Response) {
    let Some(mut state) = TextEditState::load(ui.ctx(), field.id) else { return };
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0_usize), CCursor::new(FAR))));
    state.store(ui.ctx(), field.id);
}

/// Gives the keyboard to the first field of what was just added, once.
pub(super) fn focus_if_new(ui: &Ui, form: &Form<'_>, at: &At, field: &Response) {
    let tab = &form.view.state.case;
    let id = Id::unique("case_added");
    let seen: u32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if seen != tab.added && at.parent() == tab.newest {
        ui.data_mut(|data| data.insert_temp(id, tab.added));
        field.request_focus();
        field.scroll_to_me(None);
    }
}

/// What no form can show, as it is written.
pub(super) fn raw(ui: &mut Ui, form: &Form<'_>, at: &At, (label, rows): (&str, usize), out: &mut Vec<Action>) {
    self::label(ui, form.view, label, None);
    let (name, value, to) = (form.name(label), form.own.raw(at), at.clone());
    typing(ui, (at, &name, ""), (value.trim(), 100_000, rows), out, |text| Edit::Raw(to, text));
}

/// Two texts beside each other.
pub(super) fn pair(
    ui: &mut Ui,
    form: &Form<'_>,
    at: &At,
    (names, limits, wide): ([&str; 2], [usize; 2], f32),
    out: &mut Vec<Action>,
) {
    let values = form.own.strings(at);
    let value = |place: usize| values.get(place).cloned().unwrap_or_default();
    let whole = ui.available_width();
    let widths = [whole * wide - 4.0, whole * (1.0 - wide) - 4.0];
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (place, width) in widths.into_iter().enumerate() {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                label(ui, form.view, names[place], None);
                let name = form.name(names[place]);
                let (mut both, at_pair) = ([value(0), value(1)], at.clone());
                let what = (value(place), limits[place], 1);
                typing(ui, (at, &name, ""), (&what.0, what.1, what.2), out, |text| {
                    both[place] = text;
                    Edit::Pair(at_pair, both)
                });
            });
        }
    });
}
