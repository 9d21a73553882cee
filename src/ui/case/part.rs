//! What every form is made of: labels, fields for typing, and what is wrong with what stands there.

use eframe::egui::{
    Align, Id, Key, Layout, Margin, Modifiers, Response, RichText, TextEdit, Ui,
    text::{CCursor, CCursorRange},
    text_edit::TextEditState,
    util::IdTypeMap,
    vec2,
};

use super::{edit, keyboard};
use crate::{
    app::{
        Action,
        case::{At, Edit, OwnCase, Wanted, is_filler},
    },
    domain::{Fault, FieldFault, Finding, FindingKind},
    ui::{
        field, typed,
        view::{View, has_field},
    },
    wording::case as words,
};

/// How many lines a field for typing shows, and what Enter does in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// One; Enter leads on.
    One,
    /// One sentence, which may need two; Enter leads on.
    Sentence,
    /// So many of running text; Enter begins a new one.
    Running(usize),
}

impl Lines {
    /// So many.
    pub(super) fn of(rows: usize) -> Self {
        if rows == 1 { Self::One } else { Self::Running(rows) }
    }
}

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
    let tokens = form.view.tokens;
    let mut told: Vec<String> = Vec::new();
    for problem in form.own.problems_at(at) {
        let text = words::at_field(problem);
        // Several values of a term may be open: that is said once.
        if told.contains(&text) {
            continue;
        }
        let ink = if is_open(problem) { tokens.ink_weak } else { tokens.warn };
        ui.label(RichText::new(&text).small().color(ink));
        told.push(text);
    }
}

/// True if something must still be filled in.
fn is_open(problem: &Finding) -> bool {
    let FindingKind::Fault(fault) = &problem.kind else { return false };
    match &**fault {
        Fault::Field(FieldFault::NotADay(day)) => day.is_empty(),
        Fault::Field(FieldFault::Missing(_) | FieldFault::Empty(_)) => true,
        _ => false,
    }
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

/// A field for typing; what is typed goes to `typed_as`.
pub(super) fn typing(
    ui: &mut Ui,
    (at, name, hint): (&At, &str, &str),
    (value, limit, lines): (&str, usize, Lines),
    out: &mut Vec<Action>,
    typed_as: impl FnOnce(String) -> Edit,
) -> Response {
    let mut text = value.to_owned();
    let field = match lines {
        Lines::One => TextEdit::singleline(&mut text),
        Lines::Sentence => TextEdit::multiline(&mut text).desired_rows(2).return_key(None),
        Lines::Running(rows) => TextEdit::multiline(&mut text).desired_rows(rows),
    };
    let field = field.id_salt(("case", at, name)).hint_text(hint).margin(Margin::symmetric(8, 5));
    let response = ui.add(field.char_limit(limit).desired_width(f32::INFINITY)).accessible_name(name);
    has_field(ui);
    keyboard::note(ui, &response);
    if lines == Lines::Sentence {
        // A line break that is pasted is none, either.
        text = text.replace('\n', " ");
    }
    typed::follow(ui, &response, value, &text);
    if response.changed() && text != value {
        out.push(edit(typed_as(text)));
    }
    if response.lost_focus() {
        out.push(Action::CloseStep);
    }
    // The Enter that hands it on is over.
    let had_focus = response.has_focus();
    if is_handed_on(ui) {
        response.request_focus();
        select_all(ui, &response);
    }
    let by_keys = response.gained_focus() && !ui.input(|input| input.pointer.any_down());
    if by_keys && is_written_over(value, lines) || is_filler(value) && response.clicked() {
        select_all(ui, &response);
    }
    let leads_on = match lines {
        Lines::One => entered(ui, &response),
        Lines::Sentence => had_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)),
        Lines::Running(_) => false,
    };
    if leads_on {
        hand_on(ui, response.id);
    }
    response
}

/// True if Enter ended what was typed.
pub(super) fn entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

fn handed_on() -> Id {
    Id::unique("case_handed_on")
}

/// The next field that is drawn gets the keyboard from this one.
fn hand_on(ui: &Ui, field: Id) {
    ui.data_mut(|data| data.insert_temp(handed_on(), field));
}

/// The last field keeps what none behind it has taken. Call it when all fields are drawn.
pub(super) fn keep_what_was_handed_on(ui: &Ui) {
    if let Some(field) = ui.data_mut(|data| take(data, handed_on())) {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

/// Takes what is kept under this name.
fn take(data: &mut IdTypeMap, name: Id) -> Option<Id> {
    let kept = data.get_temp(name);
    data.remove::<Id>(name);
    kept
}

/// True, once, if the field before handed the keyboard on.
pub(super) fn is_handed_on(ui: &Ui) -> bool {
    ui.data_mut(|data| take(data, handed_on())).is_some()
}

/// What was handed on goes past the fields that follow, to those behind `take_past`.
pub(super) fn hand_past(ui: &Ui) {
    ui.data_mut(|data| {
        if let Some(field) = take(data, handed_on()) {
            data.insert_temp(handed_on().with("past"), field);
        }
    });
}

/// What was handed past the fields before goes to the next.
pub(super) fn take_past(ui: &Ui) {
    if let Some(field) = ui.data_mut(|data| take(data, handed_on().with("past"))) {
        hand_on(ui, field);
    }
}

/// Whatever stands there when the next letter comes: leaving the field before may fill this one in.
fn select_all(ui: &Ui, field: &Response) {
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0_usize), CCursor::new(FAR))));
    state.store(ui.ctx(), field.id);
}

/// True, once, for the field that was asked for: the first text of a record that was just added, or that in which something
/// is wrong.
fn is_wanted(ui: &Ui, view: &View<'_>, at: &At, is_text: bool) -> bool {
    let tab = &view.state.case;
    let id = Id::unique("case_wanted");
    let seen: u32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let is_here = match &tab.wanted {
        Wanted::FirstOf(record) => is_text && at.parent() == *record,
        Wanted::Field(field) => at == field,
    };
    let is_wanted = seen != tab.asked && is_here;
    if is_wanted {
        ui.data_mut(|data| data.insert_temp(id, tab.asked));
    }
    is_wanted
}

/// True if who comes by the keyboard writes over `value`, as in any form: over what stands in one line, and over what a
/// pattern says.
pub(super) fn is_written_over(value: &str, lines: Lines) -> bool {
    lines == Lines::One || is_filler(value)
}

/// Gives the keyboard to the field, if it was asked for.
pub(super) fn focus_if_wanted(ui: &Ui, view: &View<'_>, at: &At, (field, is_written_over): (&Response, bool)) {
    if is_wanted(ui, view, at, true) {
        field.request_focus();
        field.scroll_to_me(None);
        if is_written_over {
            select_all(ui, field);
        }
    }
}

/// A field with a list, which gets the keyboard like any other.
pub(super) fn choice(
    ui: &mut Ui,
    form: &Form<'_>,
    at: &At,
    (name, shown): (&str, &str),
    (width, names): (f32, &[(String, bool)]),
) -> Option<usize> {
    let (field, picked) = field::with_response(ui, (name, shown), width, names);
    if is_handed_on(ui) || is_wanted(ui, form.view, at, false) {
        field.request_focus();
        field.scroll_to_me(None);
    }
    picked
}

/// What no form can show, as it is written.
pub(super) fn raw(ui: &mut Ui, form: &Form<'_>, at: &At, (label, rows): (&str, usize), out: &mut Vec<Action>) {
    self::label(ui, form.view, label, None);
    let (name, value, to) = (form.name(label), form.own.raw(at), at.clone());
    // Where nothing is left a blank shows where it was; what is half typed may end with one.
    let value = if value.trim().is_empty() { "" } else { &value };
    typing(ui, (at, &name, ""), (value, 100_000, Lines::Running(rows)), out, |text| Edit::Raw(to, text));
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
                let what = (value(place), limits[place], Lines::One);
                let response = typing(ui, (at, &name, ""), (&what.0, what.1, what.2), out, |text| {
                    both[place] = text;
                    Edit::Pair(at_pair, both)
                });
                focus_if_wanted(ui, form.view, at, (&response, true));
            });
        }
    });
}
