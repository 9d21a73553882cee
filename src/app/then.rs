//! What a tab wants of the rest of the program: it changes nothing but itself and says what else is to happen.

use std::{path::PathBuf, sync::Arc};

use super::{
    Dialog, Document, Edit, Effect, Label, Notice, Settings, State, Tab, Told, WhySubject,
    state::{Here, Tabs},
};
use crate::{
    domain::PartyIx,
    format::{DossierText, Splice},
};

/// One thing that is to happen after something was done in a tab.
#[derive(Debug)]
pub(super) enum Then {
    /// Change the scenario. Undoable.
    Edit(Edit),
    /// Change it further in the step that was made last, which is called so from now on.
    EditOn(Edit, Label),
    /// The step is made: the next change is one of its own. It is none if everything is as it was before.
    EndStep {
        /// True if it is none.
        is_none: bool,
    },
    /// Another document takes the place of the one that is open. Undoable.
    Open(Box<Document>, Label),
    /// Plan B, which is this, takes the place of the document, and the document that of plan B. Undoable.
    Swap(Arc<Document>),
    /// Plan B is gone, or another: what stood behind its cells is shown no longer.
    ForgetSecond,
    /// The case that is edited has this text. Undoable.
    CaseText {
        /// The text.
        text: DossierText,
        /// What makes it of the text before.
        splices: Vec<Splice>,
        /// What the step is called.
        label: Label,
    },
    /// The file of the case holds this text.
    CaseSaved(Arc<str>),
    /// Show a tab.
    Tab(Tab),
    /// Open a box over the tab.
    Show(Dialog),
    /// Close the box that is open.
    Close,
    /// Show what stands behind something.
    Why(WhySubject),
    /// Tell in the bottom line what was done.
    Tell(Told),
    /// Hide what all have on file but the party whose delegation proposes something, unless it is hidden by hand.
    HideForProposal {
        /// That party.
        by: Option<PartyIx>,
    },
    /// Show again what was hidden for a proposal.
    EndProposal,
    /// Show what is on file of a party.
    Reveal(PartyIx),
    /// A message for the user.
    Notify(Notice),
    /// Keep the path among the recent files.
    Remember(PathBuf),
    /// Change the settings.
    Settings(Box<Settings>),
    /// The world must do something.
    Do(Effect),
}

impl State {
    /// Has a tab do something, and then what it wants of the rest, in the order in which it says so.
    pub(super) fn in_tab(&mut self, act: impl FnOnce(Tabs<'_>, Here<'_>) -> Vec<Then>) -> Vec<Effect> {
        let (tabs, here) = self.tabs();
        let then = act(tabs, here);
        then.into_iter().flat_map(|then| self.then(then)).collect()
    }

    fn then(&mut self, then: Then) -> Vec<Effect> {
        match then {
            Then::Edit(edit) => self.edit(edit),
            Then::EditOn(edit, label) => self.edit_on(edit, label),
            Then::EndStep { is_none } => {
                if is_none {
                    self.history.forget_last();
                }
                self.history.close_step();
                Vec::new()
            }
            Then::Open(document, label) => self.replace_document(*document, label),
            Then::Swap(second) => self.swap(&second),
            Then::ForgetSecond => self.quietly(|state| {
                if let WhySubject::CellOfSecond(..) = state.session.why {
                    state.session.why = WhySubject::Nothing;
                }
            }),
            Then::CaseText { text, splices, label } => self.take_case_text(text, &splices, label),
            Then::CaseSaved(text) => self.case_saved(text),
            Then::Close => self.quietly(|state| state.session.dialog = None),
            Then::Show(dialog) => self.show(dialog),
            Then::Tab(tab) => self.quietly(|state| state.session.tab = tab),
            Then::Why(subject) => self.show_why(subject),
            Then::Tell(told) => self.quietly(|state| state.session.told = Some(told)),
            Then::HideForProposal { by } => self.quietly(|state| state.curtain.draw_for_proposal(by)),
            Then::EndProposal => self.quietly(|state| state.curtain.end_proposal()),
            Then::Reveal(party) => self.quietly(|state| state.curtain.reveal(party)),
            Then::Notify(notice) => self.quietly(|state| state.notify(notice)),
            Then::Remember(path) => {
                self.settings.remember(path);
                vec![Effect::SaveSettings]
            }
            Then::Settings(settings) => self.change_settings(*settings),
            Then::Do(effect) => vec![effect],
        }
    }
}
