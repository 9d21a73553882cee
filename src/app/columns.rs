//! The order of the party columns.

use super::PartyOrder;
use crate::domain::{Dossier, PartyIx, Role};

/// A party column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The party.
    pub party: PartyIx,
    /// True if a new group of roles begins here.
    pub starts_group: bool,
}

/// The columns in the order in which they are drawn: the parties that must accept first, then those affected, then those
/// outside; inside a group by code or as the dossier has them.
#[must_use]
pub fn columns(dossier: &Dossier, order: PartyOrder) -> Vec<Column> {
    let mut parties: Vec<PartyIx> = PartyIx::all(dossier.parties.len()).collect();
    match order {
        PartyOrder::Alphabetical => {
            parties.sort_by_key(|ix| (dossier.party(*ix).role, dossier.party(*ix).code.clone()))
        }
        PartyOrder::Dossier => parties.sort_by_key(|ix| dossier.party(*ix).role),
    }
    let mut previous: Option<Role> = None;
    let column = |party| {
        let role = dossier.party(party).role;
        let starts_group = previous.is_some_and(|previous| previous != role);
        previous = Some(role);
        Column { party, starts_group }
    };
    parties.into_iter().map(column).collect()
}
