//! Red lines of a dossier as examples of what makes one.

use crate::{
    analysis::Situation,
    domain::{Counted, Dossier, PartyIx, PositionIx, RedLineBasis, Strength},
};

/// A kind of reason for a red line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// What makes it a red line.
    pub basis: RedLineBasis,
    /// A red line of the dossier that is one for this reason, if it has any.
    pub position: Option<PositionIx>,
}

/// For each reason the first red line that counts as a rule and names its words; of parties that are no example yet, where there are any.
#[must_use]
pub(crate) fn red_line_examples(dossier: &Dossier) -> [Example; 3] {
    let situation = Situation::new(dossier, dossier.as_of, Counted::default());
    let mut shown: Vec<PartyIx> = Vec::new();
    [RedLineBasis::Condition, RedLineBasis::Bar, RedLineBasis::Law].map(|basis| {
        let fits = |ix: &PositionIx| {
            let position = dossier.position(*ix);
            situation.uncounted(*ix).is_none()
                && position.strength == Strength::RedLine
                && position.coding.basis == Some(basis)
                && !position.coding.because.is_empty()
        };
        let party = |ix: &PositionIx| dossier.position(*ix).party;
        let all = || PositionIx::all(dossier.positions.len()).filter(fits);
        let position = all().find(|ix| !shown.contains(&party(ix))).or_else(|| all().next());
        shown.extend(position.as_ref().map(party));
        Example { basis, position }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::plans::fixture::{A, Draft, NORTH, SOUTH, not};

    #[test]
    fn examples_are_taken_from_different_parties() {
        let read = |draft: Draft, party, basis, because: &str| {
            draft.says(party, Strength::RedLine, A, not(A, 1)).but(|position| {
                position.coding.basis = Some(basis);
                because.clone_into(&mut position.coding.because);
            })
        };
        let draft = Draft::new(&[2]);
        let draft = read(draft, NORTH, RedLineBasis::Condition, "");
        let draft = read(draft, NORTH, RedLineBasis::Condition, "only if");
        let draft = read(draft, NORTH, RedLineBasis::Bar, "never");
        let case = read(draft, SOUTH, RedLineBasis::Bar, "never").build();
        let found = red_line_examples(&case.dossier).map(|example| example.position);
        assert_eq!(found, [Some(PositionIx(1)), Some(PositionIx(3)), None]);
    }
}
