//! Whether the parties of a dossier are read and sourced alike.

use strum::{EnumCount as _, IntoEnumIterator as _};

use super::N_CODES;
use crate::{
    analysis::unfit::is_unfit,
    domain::{Channel, Code, Dossier, PartyIx, StatementIx},
};

/// What is on file of a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfParty {
    /// The party.
    pub party: PartyIx,
    /// Positions by code and by the channel of their first statement, each in its own order.
    pub positions: [[usize; Channel::COUNT]; N_CODES],
    /// Statements on file.
    pub n_statements: usize,
    /// Statements that no position with a demand reads.
    pub n_without_demand: usize,
    /// Statements without a source, or none of whose sources bears a date and a title of its own.
    pub n_poorly_sourced: usize,
    /// Statements whose first source is a mirror, an aggregator, a shop or a blog.
    pub n_on_unfit_hosts: usize,
}

impl OfParty {
    /// Positions of a code.
    #[must_use]
    pub(crate) fn of_code(&self, code: Code) -> usize {
        self.positions[code as usize].iter().sum()
    }
}

/// What is on file of each party, in the dossier's order.
#[must_use]
pub(crate) fn symmetry(dossier: &Dossier) -> Vec<OfParty> {
    let mut reads = vec![false; dossier.statements.len()];
    for position in dossier.positions.iter().filter(|position| position.demand.is_some()) {
        position.statements.iter().for_each(|ix| reads[ix.get()] = true);
    }
    PartyIx::all(dossier.parties.len())
        .map(|party| {
            let mut positions = [[0; Channel::COUNT]; N_CODES];
            for position in dossier.positions.iter().filter(|position| position.party == party) {
                let channel = dossier.statement(position.statements[0]).channel;
                let place = Channel::iter().position(|of| of == channel).unwrap_or(0);
                positions[Code::from(position) as usize][place] += 1;
            }
            let statements =
                || StatementIx::all(dossier.statements.len()).filter(|ix| dossier.statement(*ix).party == party);
            let count = |is: &dyn Fn(&StatementIx) -> bool| statements().filter(is).count();
            OfParty {
                party,
                positions,
                n_statements: statements().count(),
                n_without_demand: count(&|ix| !reads[ix.get()]),
                n_poorly_sourced: count(&|ix| !is_well_sourced(dossier, *ix)),
                n_on_unfit_hosts: count(&|ix| rests_on_unfit_host(dossier, *ix)),
            }
        })
        .collect()
}

fn rests_on_unfit_host(dossier: &Dossier, ix: StatementIx) -> bool {
    dossier.statement(ix).sources.first().is_some_and(|source| is_unfit(dossier.source(*source)))
}

fn is_well_sourced(dossier: &Dossier, ix: StatementIx) -> bool {
    dossier.statement(ix).sources.iter().any(|source| {
        let source = dossier.source(*source);
        source.is_title_seen() && source.date.is_some()
    })
}
