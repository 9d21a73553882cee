//! Counting cells: by strength, or each alike.

use std::collections::BTreeSet;

use super::{CountingRule, Found, Least, Strengths, Toll, Wishes, count};
use crate::{
    analysis::{
        Stop,
        plans::{
            Basis,
            least::{Cost, Solved},
            model::{Ask, Model, Price, Terms},
        },
    },
    domain::{PartyIx, PositionIx, Strength, TermIx},
};

pub(super) fn least(
    basis: Basis<'_>,
    terms: &Terms,
    positions: &[PositionIx],
    wishes: &Wishes,
    stop: Stop<'_>,
    tell: &mut dyn FnMut(&dyn Fn() -> Least),
) -> Least {
    let scale = Scale::new(basis, wishes.rule, positions);
    let (price, limits) = (Price::ByCell(scale.costs), wishes.limits);
    let ask = Ask { positions, price, change: 1, minor_bits: scale.minor_bits, limits, stop };
    let Ok(model) = Model::new(basis, terms, ask) else { return Least::unknown(scale.toll(0)) };
    let least = |solved: Solved| {
        let upper = solved.upper.as_ref().map(|(cost, _)| scale.toll(*cost));
        let mut listed = solved.listed;
        if let Some((_, values)) = solved.upper.filter(|_| listed.is_empty() && wishes.max_listed > 0) {
            listed.push(values);
        }
        Least {
            lower: scale.toll(solved.lower),
            upper,
            proven: solved.is_proven,
            n_plans: solved.count.map(|count| count * &model.n_settled),
            plans: listed.iter().map(|values| Found::new(&model, values)).collect(),
            are_all: solved.are_all,
        }
    };
    let tell = &mut |part: &Solved| tell(&|| least(part.clone()));
    least(model.problem.solve_telling(&model.start(), wishes.max_listed, stop, tell))
}

/// How cells are written as one number: strengths above each other, changes in the low bits.
///
/// The largest number is below 2^61, the limit of costs: there are at most 65,535 positions, so the numbers of cells of the
/// three strengths multiply to less than 2^44, and at most 65,535 terms take another 2^16 with the rounding.
struct Scale {
    rule: CountingRule,
    costs: [Cost; 3],
    minor_bits: u32,
}

impl Scale {
    fn new(basis: Basis<'_>, rule: CountingRule, positions: &[PositionIx]) -> Self {
        let minor_bits = usize::BITS - basis.plan.n_set().leading_zeros();
        let unit = 1 << minor_bits;
        let n_cells = |strength| {
            let of_strength = positions.iter().filter(|ix| basis.situation.strength(**ix) == strength);
            let of_strength = of_strength.map(|ix| basis.dossier.position(*ix));
            let cells: BTreeSet<(Option<TermIx>, PartyIx)> = of_strength.map(|p| (p.about, p.party)).collect();
            Cost::try_from(cells.len()).unwrap_or(Cost::MAX)
        };
        let costs = if rule == CountingRule::EachCell {
            [unit; 3]
        } else {
            let opposed = unit * (n_cells(Strength::Prefers) + 1);
            [opposed * (n_cells(Strength::Opposes) + 1), opposed, unit]
        };
        Self { rule, costs, minor_bits }
    }

    /// What a cost means, or a lower bound of costs.
    fn toll(&self, cost: Cost) -> Toll {
        let n = |cost: Cost| count(usize::try_from(cost).unwrap_or(0));
        let [red_line, opposed, otherwise] = self.costs;
        match self.rule {
            CountingRule::EachCell => Toll::Cells(n(cost / otherwise)),
            _ => Toll::Strengths(Strengths {
                red_lines: n(cost / red_line),
                opposed: n(cost % red_line / opposed),
                otherwise: n(cost % opposed / otherwise),
            }),
        }
    }
}
