//! The order of the party columns.

use super::{PartyOrder, Settings};
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
/// outside; inside a group by code, as the dossier has them, or shuffled.
#[must_use]
pub fn columns(dossier: &Dossier, settings: &Settings) -> Vec<Column> {
    let mut parties: Vec<PartyIx> = PartyIx::all(dossier.parties.len()).collect();
    match settings.party_order {
        PartyOrder::Alphabetical => {
            parties.sort_by_key(|ix| (dossier.party(*ix).role, dossier.party(*ix).code.clone()))
        }
        PartyOrder::Dossier => parties.sort_by_key(|ix| dossier.party(*ix).role),
        PartyOrder::Shuffled => {
            parties.sort_by_key(|ix| (dossier.party(*ix).role, shuffled(&dossier.party(*ix).id, settings.shuffle)));
        }
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

/// A number that follows from id and turn and from nothing else (FNV-1a, then mixed as in `splitmix64`): the same order on
/// every PC, and no party is first more often than another.
fn shuffled(id: &str, turn: u32) -> u64 {
    let bytes = id.bytes().chain(turn.to_le_bytes());
    let hash =
        bytes.fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}
