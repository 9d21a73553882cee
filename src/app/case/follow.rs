//! The case was edited: what is about the same parties, terms and statements goes along with them, by their ids.

use std::{collections::BTreeSet, sync::Arc};

use super::carried::{carried, same_party, same_term};
use crate::{
    app::{
        Case, Document, Focus, Place, State, WhySubject, activities::Activities, compare::Second, focus::first_focus,
    },
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
    /// The document's dossier is an edited one of the dossier before.
    pub(in crate::app) fn follow_case(&mut self, before: &Document) {
        let case = Arc::clone(&self.document.case);
        let ways = Ways { old: &before.case.dossier, new: &case.dossier };
        self.session.focus = ways.focus(self.session.focus);
        self.session.why = ways.why(self.session.why);
        self.curtain.carry(|party| ways.party(party));
        let locked: BTreeSet<TermIx> =
            self.alternatives.wishes.locked.iter().filter_map(|term| ways.term(*term)).collect();
        self.timeline.clear();
        self.compare.focus = None;
        self.clear_alternatives();
        self.alternatives.wishes.locked = locked;
        self.presenter.card = 0;
        self.presenter.forget_stops();
        self.activities = Activities::default();
        self.parties.clear();
        self.carry_second(before, &case);
    }

    /// Plan B belongs to the same dossier as plan A, or cannot stand beside it.
    fn carry_second(&mut self, before: &Document, case: &Arc<Case>) {
        let Some(second) = &self.compare.second else { return };
        if second.document.case.fingerprint != before.case.fingerprint {
            return;
        }
        let (old, new) = (&before.case.dossier, &case.dossier);
        let document = Document {
            scenario: carried(&second.document.scenario, old, new),
            saved: Arc::new(carried(&second.document.saved, old, new)),
            case: Arc::clone(case),
            own: self.document.own.clone(),
            ..(*second.document).clone()
        };
        self.compare.second = Some(Second::new(Arc::new(document)));
    }
}
