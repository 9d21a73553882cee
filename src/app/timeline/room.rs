//! The plan through time, as the rest of the program moves.

use std::sync::Arc;

use super::{Made, Of, Timeline};
use crate::{
    analysis::{self, Stop, between},
    app::{
        Reply, Tab, WhySubject, Work,
        room::{Change, Room},
        state::Here,
    },
    domain::{Date, TermIx},
};

impl Room for Timeline {
    fn follow(&mut self, change: Change<'_>, _: Here<'_>) {
        if !change.is_same() {
            self.clear();
        }
    }

    /// The Why panel tells what changed between two days beside any tab.
    fn refresh(&mut self, here: Here<'_>) {
        if here.session.tab == Tab::Timeline || here.session.why == WhySubject::Changes {
            self.bring_up_to_date(here);
        }
    }

    fn ask(&mut self, _: Here<'_>) -> Option<Work> {
        None
    }

    fn take(&mut self, _: Reply, _: Here<'_>) {}
}

impl Timeline {
    /// Works out what the tab shows, as far as that is out of date.
    fn bring_up_to_date(&mut self, here: Here<'_>) {
        if !self.is_chosen {
            self.term = term_at_work(here);
        }
        let of = Of::new(here.document, self);
        if self.made.as_ref().is_some_and(|made| made.of.same(&of)) {
            return;
        }
        let case = &here.document.case;
        let known = self.made.take().filter(|made| made.of.same_line(&of)).map(|made| made.line);
        let line = known.unwrap_or_else(|| {
            Arc::new(analysis::timeline(&case.dossier, &case.index, of.counted, &of.plan, Stop::never()))
        });
        let ticks = analysis::ticks(&case.dossier, &here.results.situation, of.term);
        let between = |days| (days, between(&case.dossier, &case.index, of.counted, &of.plan, days));
        let turn = self.days_to_tell(here).map(between);
        self.made = Some(Made { line, ticks, turn, of });
    }

    /// The two days between which changes are told, the earlier first: the chosen second day and the as-of date, or else
    /// the last event by the as-of date and the one before it. `None` if there is no event before.
    fn days_to_tell(&self, here: Here<'_>) -> Option<(Date, Date)> {
        let today = here.document.scenario.as_of;
        if let Some(second) = self.second {
            return Some(if second.earliest() <= today.earliest() { (second, today) } else { (today, second) });
        }
        let events = here.dossier().events();
        let n_by_now = events.partition_point(|day| day.earliest() <= today.earliest());
        let before = n_by_now.checked_sub(2)?;
        Some((events[before], today))
    }
}

/// The term at work in the table if the plan says something about it, else the first one about which it does: one story
/// is read more easily than all of them at once.
fn term_at_work(here: Here<'_>) -> Option<TermIx> {
    let in_plan = |term: &TermIx| here.plan().get(*term).is_some();
    let all = TermIx::all(here.dossier().terms.len());
    Some(here.session.focus.term).into_iter().chain(all).find(in_plan)
}
