//! Two plans, as the rest of the program moves.

use std::sync::Arc;

use super::{Compare, Second, same_dossier};
use crate::{
    analysis,
    app::{
        Document, Reply, Tab, Work,
        case::carried,
        room::{Change, Room},
        state::Here,
    },
};

impl Room for Compare {
    /// Plan B stays: whether it may stand beside another case is seen when both are compared.
    fn follow(&mut self, change: Change<'_>, here: Here<'_>) {
        if !change.is_same() {
            self.focus = None;
        }
        if let Change::Edited(before) = change {
            self.carry_second(before, here.document);
        }
    }

    fn refresh(&mut self, here: Here<'_>) {
        let Some(second) = self.second.as_mut().filter(|_| here.session.tab == Tab::Compare) else { return };
        if second.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, here.document)) {
            return;
        }
        second.of = Some(Arc::clone(here.document));
        second.comparison = same_dossier(&here.document.case, &second.document.case).then(|| {
            let b = here.document.basis(&second.results.situation).with_plan(&second.document.scenario.plan);
            analysis::compare(here.basis(), b)
        });
    }

    fn ask(&mut self, _: Here<'_>) -> Option<Work> {
        None
    }

    fn take(&mut self, _: Reply, _: Here<'_>) {}
}

impl Compare {
    /// Plan B belongs to the same dossier as plan A, or cannot stand beside it.
    fn carry_second(&mut self, before: &Document, now: &Document) {
        let Some(second) = &self.second else { return };
        if second.document.case.fingerprint != before.case.fingerprint {
            return;
        }
        let (old, new) = (&before.case.dossier, &now.case.dossier);
        let document = Document {
            scenario: carried(&second.document.scenario, old, new),
            saved: Arc::new(carried(&second.document.saved, old, new)),
            case: Arc::clone(&now.case),
            own: now.own.clone(),
            ..(*second.document).clone()
        };
        self.second = Some(Second::new(Arc::new(document)));
    }
}
