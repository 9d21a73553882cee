//! What every view is given: the state to read and the few things that are worked out once a frame.

use eframe::egui::{Context, Id, Ui};

use crate::{
    app::{Column, State},
    domain::Dossier,
    wording::DateStyle,
};

use super::theme::{Tokens, tokens};

/// The state and what all views need of it. Views read it and push actions; they change nothing.
pub struct View<'a> {
    /// The state.
    pub state: &'a State,
    /// The party columns in the order in which they are drawn.
    pub columns: Vec<Column>,
    /// Colours and measures of the theme.
    pub tokens: &'static Tokens,
    /// How dates are written.
    pub dates: DateStyle,
}

impl<'a> View<'a> {
    /// The view of a state.
    #[must_use]
    pub fn new(ctx: &Context, state: &'a State) -> Self {
        let dates = if state.settings.iso_dates { DateStyle::Iso } else { DateStyle::Words };
        Self { state, columns: state.columns(), tokens: tokens(ctx), dates }
    }

    /// The dossier.
    #[must_use]
    pub fn dossier(&self) -> &'a Dossier {
        self.state.dossier()
    }
}

/// The id of the table: the one tab stop for all its cells and controls.
#[must_use]
pub fn table_id() -> Id {
    Id::unique("table")
}

/// Scrolls to the widget that the keyboard has just reached, if it stands in this scroll area. Call it inside the area,
/// after its widgets.
pub fn follow_focus(ui: &Ui) {
    let Some(focused) = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id)) else { return };
    // What shows outside of this area stands in another one; what is scrolled out of sight may stand here.
    let elsewhere = focused.interact_rect.is_positive() && !focused.interact_rect.intersects(ui.clip_rect());
    let in_line = ui.max_rect().x_range().contains(focused.rect.center().x);
    let here = focused.layer_id == ui.layer_id() && in_line && !elsewhere;
    if here && focused.gained_focus() {
        ui.scroll_to_rect(focused.rect.expand(8.0), None);
    }
}
