//! The case was edited: what is about the same parties, terms and statements goes along with them, by their ids.

use super::carried::{same_party, same_term};
use crate::{
    app::{Focus, Place, State, WhySubject, focus::first_focus, room::Change},
    domain::{Dossier, PartyIx, StatementIx, TermIx},
};

/// From the places of the dossier before to those of the one now.
struct Ways<'d> {
    old: &'d Dossier,
    new: &'d Dossier,
}

impl Ways<'_> {
    fn party(&self, party: PartyIx) -> Option<PartyIx> {
        same_party(party, self.old, self.new)
    }

    fn term(&self, term: TermIx) -> Option<TermIx> {
        same_term(term, self.old, self.new)
    }

    fn statement(&self, statement: StatementIx) -> Option<StatementIx> {
        let id = &self.old.statement(statement).id;
        self.new.statements.iter().position(|other| other.id == *id).map(StatementIx::at)
    }

    fn focus(&self, focus: Focus) -> Focus {
        let Some(term) = self.term(focus.term) else { return first_focus() };
        let place = match focus.place {
            Place::Party(party) => self.party(party).map_or(Place::Control, Place::Party),
            other => other,
        };
        Focus { term, place }
    }

    fn why(&self, subject: WhySubject) -> WhySubject {
        let cell = |party, term| self.party(party).zip(self.term(term));
        let found = match subject {
            WhySubject::Cell(party, term) => cell(party, term).map(|(party, term)| WhySubject::Cell(party, term)),
            WhySubject::CellOfSecond(party, term) => {
                cell(party, term).map(|(party, term)| WhySubject::CellOfSecond(party, term))
            }
            WhySubject::Party(party) => self.party(party).map(WhySubject::Party),
            WhySubject::Term(term) => self.term(term).map(WhySubject::Term),
            WhySubject::Statement(statement) => self.statement(statement).map(WhySubject::Statement),
            // They are made from the whole dossier, or name a rule by its place.
            WhySubject::News | WhySubject::Rules | WhySubject::Changes | WhySubject::Nothing => None,
            WhySubject::Plan | WhySubject::Mark(_) => Some(subject),
        };
        found.unwrap_or(WhySubject::Nothing)
    }
}

impl State {
    /// Focus, Why panel, curtain and presenter go along with the case, or begin anew with another one.
    pub(in crate::app) fn session_follows(&mut self, change: Change<'_>) {
        match change {
            Change::Same => return,
            Change::Edited(before) => {
                let ways = Ways { old: &before.case.dossier, new: &self.document.case.dossier };
                self.session.focus = ways.focus(self.session.focus);
                self.session.why = ways.why(self.session.why);
                self.curtain.carry(|party| ways.party(party));
            }
            Change::Other => {
                self.session.focus = first_focus();
                self.session.why = WhySubject::Nothing;
            }
        }
        self.presenter.card = 0;
        self.presenter.forget_stops();
    }
}
