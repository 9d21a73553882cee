//! What every view is given: the state to read and the few things that are worked out once a frame.

use eframe::egui::{
    AsIdSalt, Context, FocusDirection, Id, Key, Modifiers, Order, Popup, Rect, Response, Sense, Ui, Vec2, vec2,
};

use crate::{
    analysis::CellReport,
    app::{Column, Results, State, compare::Side},
    domain::{Dossier, PartyIx, Plan, Scenario, TermIx},
    wording::DateStyle,
};

use super::theme::{Tokens, tokens};
use crate::ui::widgets::tip::Tip as _;

/// The state and what all views need of it. Views read it and push actions; they change nothing.
pub(crate) struct View<'a> {
    /// The state.
    pub state: &'a State,
    /// The party columns in the order in which they are drawn.
    pub columns: Vec<Column>,
    /// Colours and measures of the theme.
    pub tokens: &'static Tokens,
    /// How dates are written.
    pub dates: DateStyle,
    /// Which of two plans is meant where only one is shown.
    pub side: Side,
}

impl<'a> View<'a> {
    /// The view of a state.
    #[must_use]
    pub(crate) fn new(ctx: &Context, state: &'a State) -> Self {
        let dates = if state.settings.iso_dates { DateStyle::Iso } else { DateStyle::Words };
        Self { state, columns: state.columns(), tokens: tokens(ctx), dates, side: Side::A }
    }

    /// The dossier.
    #[must_use]
    pub(crate) fn dossier(&self) -> &'a Dossier {
        self.state.dossier()
    }

    /// True if a group of terms begins in this row of the table.
    #[must_use]
    pub(crate) fn starts_group(&self, row: usize) -> bool {
        let terms = &self.dossier().terms;
        let group = |row: usize| terms.get(row).map(|term| &term.group);
        row < terms.len() && !terms[row].group.is_empty() && (row == 0 || group(row) != group(row - 1))
    }

    /// The same view of one of the two plans that are compared.
    #[must_use]
    pub(crate) fn of_side(&self, side: Side) -> Self {
        Self { state: self.state, columns: self.columns.clone(), tokens: self.tokens, dates: self.dates, side }
    }

    /// The scenario that is shown.
    #[must_use]
    pub(crate) fn scenario(&self) -> &'a Scenario {
        &self.state.side(self.side).0.scenario
    }

    /// Its plan.
    #[must_use]
    pub(crate) fn plan(&self) -> &'a Plan {
        &self.scenario().plan
    }

    /// What follows from it.
    #[must_use]
    pub(crate) fn results(&self) -> &'a Results {
        self.state.side(self.side).1
    }

    /// Everything on file for a cell under the plan that is shown; `None` if it is hidden.
    #[must_use]
    pub(crate) fn report(&self, party: PartyIx, term: TermIx) -> Option<CellReport> {
        self.state.report_of(self.side, party, term)
    }
}

/// The id of the table: the one tab stop for all its cells and controls.
#[must_use]
pub(super) fn table_id() -> Id {
    Id::unique("table")
}

/// Notes where the cells of the table begin, on the screen: what lies beside the controls begins there.
pub(super) fn note_table_edge(ui: &Ui, edge: f32) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(table_id().with("edge"), (pass, edge)));
}

/// Where the cells of the table begin, if it was drawn in this frame.
#[must_use]
pub(super) fn table_edge(ui: &Ui) -> Option<f32> {
    noted_edge(ui).filter(|(pass, _)| *pass == ui.ctx().cumulative_pass_nr()).map(|(_, edge)| edge)
}

/// Where they began when the table was last drawn.
#[must_use]
pub(super) fn last_table_edge(ui: &Ui) -> Option<f32> {
    noted_edge(ui).map(|(_, edge)| edge)
}

/// The pass in which the edge was noted, and where it was.
fn noted_edge(ui: &Ui) -> Option<(u64, f32)> {
    ui.data(|data| data.get_temp(table_id().with("edge")))
}

/// Asks for the keyboard to go to what the Why panel is going to show.
pub(super) fn ask_to_read(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(Id::unique("asked_to_read"), true));
}

/// True, once, after it was asked for.
pub(super) fn asked_to_read(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(Id::unique("asked_to_read"))).is_some()
}

/// Shows under the pointer what the name of a thing says already: as a description it would be read once more.
pub(super) fn tip(response: Response, text: impl Into<String>) -> Response {
    response.tip_with(|| text.into())
}

/// The same beside the pointer, for what is long.
pub(super) fn tip_at_pointer(response: Response, text: impl Into<String>) -> Response {
    response.tip_with(|| text.into())
}

/// Says that a field for text or numbers is on the screen: letters that are typed there may be meant for it.
pub(super) fn has_field(ui: &Ui) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(fields_id(), pass));
}

/// True if a field was left. One that Enter has left keeps the keyboard: Tab goes on from there, and not from the first menu.
pub(super) fn is_left(ui: &Ui, field: &Response) -> bool {
    let is_left = field.lost_focus();
    if is_left && ui.memory(|memory| memory.focused().is_none()) && ui.input(|input| input.key_pressed(Key::Enter)) {
        field.request_focus();
    }
    is_left
}

/// Says that letters belong to this, which has the keyboard and is no field for text: a list opens by what is typed.
pub(super) fn takes_letters(ui: &Ui, response: &Response) {
    ui.data_mut(|data| data.insert_temp(fields_id().with("letters"), response.id));
}

/// True if a field was on the screen when it was last drawn, and nothing else has the keyboard focus: a letter belongs to
/// the field, even where it was clicked beside it. True too where what has it takes letters.
#[must_use]
pub(super) fn may_be_for_a_field(ui: &Ui) -> bool {
    let (last, letters): (Option<u64>, Option<Id>) =
        ui.data(|data| (data.get_temp(fields_id()), data.get_temp(fields_id().with("letters"))));
    let pass = ui.ctx().cumulative_pass_nr();
    match ui.memory(|memory| memory.focused()) {
        None => last.is_some_and(|last| last + 1 >= pass),
        Some(focused) => letters == Some(focused),
    }
}

/// Gives the keyboard focus to the first thing that is drawn after this call, once for each new `what` of this place, and
/// again after it was not drawn. A pointer that has just clicked needs none.
pub(super) fn focus_first(ui: &Ui, place: &str, what: impl AsIdSalt) {
    if ui.is_sizing_pass() || ui.will_discard() {
        return;
    }
    let id = Id::unique(("first", place));
    let pass = ui.ctx().cumulative_pass_nr();
    let now = id.with(what);
    let before: Option<(Id, u64)> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, (now, pass)));
    let is_same = before.is_some_and(|(what, drawn)| what == now && drawn + 2 >= pass);
    let clicked = ui.input(|input| input.pointer.time_since_last_click() < JUST_CLICKED);
    let is_dialog = ui.layer_id().order != Order::Background;
    // Some dialogs have a field that takes the focus for itself.
    let focused = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id));
    let is_there = is_dialog && focused.is_some_and(|focused| focused.layer_id == ui.layer_id());
    if is_same || is_there || (clicked && !is_dialog) {
        return;
    }
    let anchor = id.with("anchor");
    ui.memory_mut(|memory| {
        memory.request_focus(anchor);
        memory.move_focus(FocusDirection::Next);
    });
    ui.interact(Rect::from_min_size(ui.cursor().min, Vec2::ZERO), anchor, Sense::FOCUSABLE);
}

/// Takes the keyboard from what has it, so that what the tab gives it to when it comes is given it once more.
pub(super) fn begin_anew(ui: &Ui) {
    ui.memory_mut(|memory| memory.focused().into_iter().for_each(|focused| memory.surrender_focus(focused)));
    for place in ["tab", "activities", "case"] {
        ui.data_mut(|data| data.remove::<(Id, u64)>(Id::unique(("first", place))));
    }
}

/// A click is just over for so many seconds.
const JUST_CLICKED: f32 = 0.5;

/// How far an arrow key scrolls, in points.
const ARROW_SCROLLS: f32 = 48.0;

/// Further than any text is long, in points.
const FAR: f32 = 1e6;

/// Scrolls the text of this scroll area by the page keys, Home and End, and by the arrows if nothing in it needs them.
/// Call it inside the area.
pub(super) fn scroll_by_keys(ui: &Ui, arrows: bool) {
    if ui.text_edit_focused() || Popup::is_any_open(ui.ctx()) {
        return;
    }
    let page = 0.85 * ui.clip_rect().height();
    let keys = [
        (Key::PageDown, -page),
        (Key::PageUp, page),
        (Key::End, -FAR),
        (Key::Home, FAR),
        (Key::ArrowDown, -ARROW_SCROLLS),
        (Key::ArrowUp, ARROW_SCROLLS),
    ];
    for (key, far) in &keys[..if arrows { 6 } else { 4 }] {
        for _ in 0..ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, *key)) {
            ui.scroll_with_delta(vec2(0.0, *far));
        }
    }
}

fn fields_id() -> Id {
    Id::unique("fields")
}

/// Scrolls to the widget that the keyboard has just reached, if it stands in this scroll area. Call it inside the area,
/// after its widgets.
pub(super) fn follow_focus(ui: &Ui) {
    let Some(focused) = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id)) else { return };
    // What shows outside of this area stands in another one; what is scrolled out of sight may stand here.
    let elsewhere = focused.interact_rect.is_positive() && !focused.interact_rect.intersects(ui.clip_rect());
    let in_line = ui.max_rect().x_range().contains(focused.rect.center().x);
    let here = focused.layer_id == ui.layer_id() && in_line && !elsewhere;
    if here && focused.gained_focus() {
        ui.scroll_to_rect(focused.rect.expand(8.0), None);
    }
}
