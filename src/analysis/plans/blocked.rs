//! Why something cannot be had: a minimal set of positions, and the rules that it takes, that rule out every plan.

use super::{
    Basis, TableLimits,
    model::{Ask, Model, Price, Subject, Terms},
};
use crate::{
    analysis::{Stop, Stopped},
    domain::PositionIx,
};

/// What stands in the way of a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocked {
    /// Positions that no plan keeps from being contradicted together, in the dossier's order: a clash set. Empty if the
    /// rules and the locked terms are enough to rule out every plan.
    pub positions: Vec<PositionIx>,
    /// The rules of the dossier that this takes, by their place.
    pub rules: Vec<usize>,
    /// True if the goal could be reached without any one of them.
    pub is_minimal: bool,
}

/// Looks for a minimal set among all parts of a model, of which all together rule out every plan. Of several it is the one
/// that holds on to positions which come early in the dossier.
pub(super) fn blocked(model: &Model<'_>, stop: Stop<'_>) -> Blocked {
    let subjects = model.subjects();
    let (rules, positions): (Vec<Subject>, Vec<Subject>) =
        subjects.iter().partition(|subject| matches!(subject, Subject::Rule(_)));
    let mut asked = Asked { model, stop };
    let found = asked.minimal(&rules, &positions).and_then(|few| Ok((asked.minimal(&few, &rules)?, few)));
    let is_minimal = found.is_ok();
    let (rules, positions) = found.unwrap_or((rules, positions));
    let position = |subject: &Subject| match subject {
        Subject::Position(ix) => Some(*ix),
        Subject::Rule(_) => None,
    };
    let rule = |subject: &Subject| match subject {
        Subject::Rule(rule) => Some(*rule),
        Subject::Position(_) => None,
    };
    let mut blocked = Blocked {
        positions: positions.iter().filter_map(position).collect(),
        rules: rules.iter().filter_map(rule).collect(),
        is_minimal,
    };
    blocked.positions.sort_unstable();
    blocked.rules.sort_unstable();
    blocked
}

/// A minimal set of the rules that no plan of these terms keeps together.
pub(super) fn rules_in_the_way(basis: Basis<'_>, terms: &Terms, limits: TableLimits, stop: Stop<'_>) -> Vec<usize> {
    let ask = Ask { positions: &[], price: Price::Apart, change: 0, minor_bits: 0, limits, stop };
    Model::new(basis, terms, ask).map_or_else(|Stopped| Vec::new(), |model| blocked(&model, stop).rules)
}

struct Asked<'m, 'a, 's> {
    model: &'m Model<'a>,
    stop: Stop<'s>,
}

impl Asked<'_, '_, '_> {
    /// A minimal set of `candidates` that rules out every plan together with `held` (`QuickXplain`, Junker 2004). All of them
    /// do.
    fn minimal(&mut self, held: &[Subject], candidates: &[Subject]) -> Result<Vec<Subject>, Stopped> {
        if self.rules_out(held)? {
            return Ok(Vec::new());
        }
        self.split(held, candidates)
    }

    /// The same where `held` alone does not rule out every plan.
    fn split(&mut self, held: &[Subject], candidates: &[Subject]) -> Result<Vec<Subject>, Stopped> {
        if candidates.len() <= 1 {
            return Ok(candidates.to_vec());
        }
        let (early, late) = candidates.split_at(candidates.len() / 2);
        let with_early = [held, early].concat();
        let late = self.minimal(&with_early, late)?;
        let with_late = [held, &late].concat();
        let early = self.minimal(&with_late, early)?;
        Ok([early, late].concat())
    }

    fn rules_out(&self, subjects: &[Subject]) -> Result<bool, Stopped> {
        let problem = self.model.alone_with(|subject| subjects.contains(&subject));
        let solved = problem.solve(&self.model.start(), 0, self.stop);
        if !solved.is_proven && solved.upper.is_none() {
            return Err(Stopped);
        }
        Ok(solved.upper.is_none())
    }
}
