//! What a reader may want to know of a dossier's readings before using them.

mod adding_up;
mod examples;

pub use adding_up::{AddedUp, PartySum, adding_up};
pub use examples::Example;
pub(crate) use examples::red_line_examples;

use super::{Agreement, Index, OfParty, agreement, symmetry};
use crate::domain::Dossier;

/// How the positions of a dossier were read. Worked out once: it takes longer than a frame.
#[derive(Clone, Debug)]
pub struct HowRead {
    /// How far the readers agree.
    pub agreement: Agreement,
    /// What is on file of each party, in the dossier's order.
    pub parties: Vec<OfParty>,
    /// A plan whose sum would look good, where there is one.
    pub adding_up: Option<AddedUp>,
}

impl HowRead {
    /// Works it out for `dossier`.
    #[must_use]
    pub fn new(dossier: &Dossier, index: &Index) -> Self {
        let adding_up = adding_up(dossier, index);
        Self { agreement: agreement(dossier), parties: symmetry(dossier), adding_up }
    }
}
