//! Whether two readers who did not know of each other read the statements alike.
//!
//! Agreement is Krippendorff's α: 1 where all agree, 0 where they agree no more than by chance. K. Krippendorff,
//! Computing Krippendorff's Alpha-Reliability (2011); customs of the threshold: at .80 and above a reading can be relied
//! on, from .667 it is tentative.

mod alpha;
mod sources;
mod symmetry;

pub use alpha::Alpha;
pub(crate) use sources::{SourcesOnFile, sources_on_file};
pub use symmetry::OfParty;
pub(crate) use symmetry::symmetry;

use strum::IntoEnumIterator as _;

use crate::domain::{Code, Dossier, PartyIx, Position};

/// From here on agreement can be relied on.
pub(crate) const RELIABLE: f64 = 0.8;
/// From here on agreement allows tentative conclusions.
pub(crate) const TENTATIVE: f64 = 0.667;

/// The number of codes.
pub(crate) const N_CODES: usize = 5;

/// How far the readers of a dossier agree.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// Positions in the dossier.
    pub n_positions: usize,
    /// Positions that at least two readers coded; all figures are about these.
    pub n_read: usize,
    /// Positions of these on which readers differ.
    pub n_differ: usize,
    /// The five codes, none nearer to one than to another.
    pub nominal: Option<Alpha>,
    /// Prefers, Opposes, RedLine by their order; other codes are left out.
    pub ordinal: Option<Alpha>,
    /// RedLine against the rest.
    pub red_line: Option<Alpha>,
    /// How often the first reader's code (row) met the second's (column), in the order of [`Code`].
    pub confusion: [[usize; N_CODES]; N_CODES],
    /// What became of the differences of each party, in the dossier's order.
    pub by_party: Vec<Decided>,
}

/// How the differing readings of a party were decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// Positions read by at least two.
    pub n_read: usize,
    /// Decided for the hardest code that a reader gave.
    pub harder: usize,
    /// Decided for the softest.
    pub softer: usize,
    /// Decided for one between, or one that no reader gave.
    pub otherwise: usize,
    /// Readers agree, and the dossier says otherwise.
    pub against_both: usize,
}

/// The agreement of the readers of `dossier`.
#[must_use]
pub fn agreement(dossier: &Dossier) -> Agreement {
    let read: Vec<&Position> = dossier.positions.iter().filter(|position| position.coding.coded.len() > 1).collect();
    let units = |value: &dyn Fn(Code) -> Option<usize>| -> Vec<Vec<usize>> {
        read.iter().map(|position| position.coding.coded.iter().filter_map(|code| value(*code)).collect()).collect()
    };
    let mut confusion = [[0; N_CODES]; N_CODES];
    let mut by_party = vec![Decided::default(); dossier.parties.len()];
    for position in &read {
        let codes = &position.coding.coded;
        confusion[codes[0] as usize][codes[1] as usize] += 1;
        by_party[position.party.get()].add(position);
    }
    Agreement {
        n_positions: dossier.positions.len(),
        n_read: read.len(),
        n_differ: read.iter().filter(|position| position.coding.differs()).count(),
        nominal: alpha::alpha(&units(&|code| Some(code as usize)), alpha::Metric::Nominal),
        ordinal: alpha::alpha(&units(&firmness), alpha::Metric::Ordinal),
        red_line: alpha::alpha(&units(&|code| Some(usize::from(code == Code::RedLine))), alpha::Metric::Nominal),
        confusion,
        by_party,
    }
}

/// Prefers 0, Opposes 1, RedLine 2.
fn firmness(code: Code) -> Option<usize> {
    Code::iter().take(3).position(|of| of == code).map(|place| 2 - place)
}

impl Decided {
    fn add(&mut self, position: &Position) {
        let (codes, decided) = (&position.coding.coded, Code::from(position));
        self.n_read += 1;
        let (hardest, softest) = (codes.iter().min().copied(), codes.iter().max().copied());
        if !position.coding.differs() {
            self.against_both += usize::from(Some(decided) != hardest);
        } else if Some(decided) == hardest {
            self.harder += 1;
        } else if Some(decided) == softest {
            self.softer += 1;
        } else {
            self.otherwise += 1;
        }
    }
}

/// What became of the differences of a party.
impl Agreement {
    /// The figures of one party.
    #[must_use]
    pub fn of(&self, party: PartyIx) -> Decided {
        self.by_party[party.get()]
    }
}
