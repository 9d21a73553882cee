//! What is known about the least cost.

use super::{Cost, FORBIDDEN, is_forbidden};
use crate::analysis::Count;

/// What is known about the least cost.
#[derive(Clone, Debug)]
pub(in crate::analysis::plans) struct Solved {
    /// No assignment costs less.
    pub(in crate::analysis::plans) lower: Cost,
    /// The cheapest assignment found that is not ruled out.
    pub(in crate::analysis::plans) upper: Option<(Cost, Vec<usize>)>,
    /// True if that is the least cost, or if everything is ruled out.
    pub(in crate::analysis::plans) is_proven: bool,
    /// How many things reach the least cost but for its minor bits, if that is known.
    pub(in crate::analysis::plans) count: Option<Count>,
    /// The first assignments that cost no more but for minor bits, the cheapest first, then variable by variable.
    pub(in crate::analysis::plans) listed: Vec<Vec<usize>>,
    /// True if there are no others, false if there are; `None` if that is not known.
    pub(in crate::analysis::plans) are_all: Option<bool>,
}

impl Solved {
    /// Everything is ruled out.
    pub(super) fn nothing() -> Self {
        let count = Some(Count::default());
        Self { lower: FORBIDDEN, upper: None, is_proven: true, count, listed: Vec::new(), are_all: Some(true) }
    }

    pub(super) fn offer(&mut self, cost: Cost, values: &[usize]) {
        if !is_forbidden(cost) && self.upper.as_ref().is_none_or(|(least, _)| cost < *least) {
            self.upper = Some((cost, values.to_vec()));
        }
    }
}
