//! The focus of the table, the option that is tried, and the Why panel.

use super::{Action, Edit, Effect, Focus, Place, State, Told, WhySubject};
use crate::domain::{TermIx, ValueIx};

/// Where the focus stands at the start: on the control of the first row.
pub(super) fn first_focus() -> Focus {
    Focus { term: TermIx(0), place: Place::Control }
}

impl State {
    pub(super) fn set_focus(&mut self, focus: Focus) {
        if self.session.focus.term != focus.term {
            self.results.preview = None;
        }
        self.session.focus = focus;
    }

    pub(super) fn choose_in_focus(&mut self, option: Option<usize>) -> Vec<Effect> {
        let term = self.session.focus.term;
        let value = option.map(ValueIx::at);
        let exists = option.is_none_or(|option| option < self.dossier().term(term).values.len());
        if exists && value.is_none_or(|value| self.is_put_forward(term, value)) {
            return self.edit(Edit::SetTerm(term, value));
        }
        if let Some(value) = value.filter(|_| exists) {
            self.session.told = Some(Told::NotYet(term, value));
        }
        Vec::new()
    }

    /// Steps the value of the focused row; from "not in the plan" to the first or the last value.
    pub(super) fn step_in_focus(&mut self, steps: isize) -> Vec<Effect> {
        let term = self.session.focus.term;
        self.value_from_here(self.plan().get(term), steps)
            .map_or_else(Vec::new, |value| self.edit(Edit::SetTerm(term, Some(value))))
    }

    pub(super) fn preview_step(&mut self, steps: isize) {
        let term = self.session.focus.term;
        let here = match &self.results.preview {
            Some(preview) if preview.term == term => preview.value,
            _ => self.plan().get(term),
        };
        if let Some(value) = self.value_from_here(here, steps) {
            self.preview(Some((term, Some(value))));
        }
    }

    pub(super) fn preview(&mut self, tried: Option<(TermIx, Option<ValueIx>)>) {
        self.results.set_preview(&self.document, tried);
    }

    /// The panel follows the keyboard from cell to cell; what was opened on purpose stays.
    pub(super) fn follow(&mut self, subject: WhySubject) -> Vec<Effect> {
        if !matches!(self.session.why, WhySubject::Nothing | WhySubject::Cell(..) | WhySubject::Term(_)) {
            return Vec::new();
        }
        (self.session.why, self.session.why_stayed) = (subject, false);
        self.session.other_days_shown = false;
        if matches!(subject, WhySubject::Cell(..)) { self.end_hints() } else { Vec::new() }
    }

    /// A statement is read: both hints have done their work.
    fn end_hints(&mut self) -> Vec<Effect> {
        if self.settings.hints_seen || self.results.n_in_plan() == 0 {
            return Vec::new();
        }
        let settings = super::Settings { hints_seen: true, ..self.settings.clone() };
        self.apply(Action::Settings(settings))
    }

    pub(super) fn show_why(&mut self, subject: WhySubject) -> Vec<Effect> {
        (self.session.why, self.session.why_stayed) = (subject, false);
        self.session.why_open = true;
        self.session.other_days_shown = false;
        match subject {
            WhySubject::Cell(party, term) => {
                self.set_focus(Focus { term, place: Place::Party(party) });
                self.session.cell_opened = true;
                self.end_hints()
            }
            WhySubject::Term(term) => {
                self.set_focus(Focus { term, place: Place::Term });
                Vec::new()
            }
            WhySubject::Nothing
            | WhySubject::Party(_)
            | WhySubject::Plan
            | WhySubject::Mark(_)
            | WhySubject::News
            | WhySubject::Rules
            | WhySubject::Statement(_)
            | WhySubject::Changes
            | WhySubject::CellOfSecond(..) => Vec::new(),
        }
    }

    /// The next value in `steps`' direction that has been put forward by the as-of date; `None` at the end.
    fn value_from_here(&self, here: Option<ValueIx>, steps: isize) -> Option<ValueIx> {
        let term = self.session.focus.term;
        let n_values = self.dossier().term(term).values.len();
        let mut all = (0..n_values).map(ValueIx::at).filter(|value| self.is_put_forward(term, *value));
        match (here, steps > 0) {
            (None, true) => all.next(),
            (None, false) => all.next_back(),
            (Some(here), true) => all.find(|value| *value > here),
            (Some(here), false) => all.rfind(|value| *value < here),
        }
    }
}
