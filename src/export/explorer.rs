//! The lesson page: one HTML file that is the explorer. Plan, marks, statements and a short script stand in one file that
//! needs no network, no font and no server.
//!
//! The page decides nothing. For every position it holds the walk that [`analysis::Walks`](crate::analysis::Walks) made
//! and the days on which it counts, for every sum of effects its mark; the script in `assets/lesson/` looks these up.

mod cards;
mod data;
mod look;
mod packed;
mod page;
mod policy;
mod site;
mod table;

use crate::domain::Date;

use super::material::Material;

pub(super) use page::page;
pub use site::{SiteCase, site};

/// What goes into a lesson page.
#[derive(Debug)]
pub(super) struct Lesson<'a> {
    /// The plan that the page opens with, and its dossier.
    pub material: &'a Material<'a>,
    /// Every day that can be chosen, in order.
    pub days: Vec<Date>,
}

impl<'a> Lesson<'a> {
    /// A page with this plan. All days of the dossier can be chosen, and these.
    #[must_use]
    pub(super) fn new(material: &'a Material<'a>, more_days: &[Date]) -> Self {
        let dossier = material.dossier;
        let own = [material.scenario.as_of, dossier.as_of];
        let mut days: Vec<Date> =
            own.into_iter().chain(more_days.iter().copied()).chain(dossier.events().iter().copied()).collect();
        // Stable, so that the plan's own way of writing a day is kept.
        days.sort_by_key(|day| day.earliest());
        days.dedup_by_key(|day| day.earliest());
        Self { material, days }
    }

    /// The place of the last of the days that is not later than `day`.
    fn day(&self, day: Date) -> usize {
        self.days.partition_point(|other| other.earliest() <= day.earliest()).saturating_sub(1)
    }
}
