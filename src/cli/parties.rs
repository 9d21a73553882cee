//! The parties in the order in which the command line names them.

use crate::domain::{Dossier, PartyIx, Role};

/// The parties of each role that has any, A to Z by code.
#[must_use]
pub(super) fn parties_by_role(dossier: &Dossier) -> Vec<(Role, Vec<PartyIx>)> {
    let of_role = |role| {
        let all = PartyIx::all(dossier.parties.len());
        let mut parties: Vec<PartyIx> = all.filter(|ix| dossier.party(*ix).role == role).collect();
        parties.sort_by_key(|ix| &dossier.party(*ix).code);
        (role, parties)
    };
    let roles = [Role::MustAccept, Role::Affected, Role::Outside];
    roles.into_iter().map(of_role).filter(|(_, parties)| !parties.is_empty()).collect()
}

/// All parties, role by role, A to Z by code.
#[must_use]
pub(super) fn parties(dossier: &Dossier) -> Vec<PartyIx> {
    parties_by_role(dossier).into_iter().flat_map(|(_, parties)| parties).collect()
}
