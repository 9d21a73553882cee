//! In which order the variables are eliminated, and which of them then hang together.

use super::problem::Problem;
use crate::analysis::min_fill::min_fill;

/// An order of elimination and the forest that it makes: a variable hangs below the next one that its elimination links it to.
pub(super) struct Order {
    /// The variables, first to go first.
    pub(super) vars: Vec<usize>,
    /// For each variable its place in the order.
    pub(super) place_of: Vec<usize>,
    /// For each place the places that the variable is linked to when it goes, from near to far.
    pub(super) context: Vec<Vec<usize>>,
    /// For each place the places of those that hang below it.
    pub(super) children: Vec<Vec<usize>>,
    /// The places that hang below nothing, the last to go first.
    pub(super) roots: Vec<usize>,
}

impl Order {
    /// The order of [`min_fill`], and what follows from it.
    pub(super) fn new(problem: &Problem<'_>) -> Self {
        let n = problem.sizes.len();
        let tables = problem.tables.iter().map(|table| &*table.vars);
        let found = min_fill(&problem.sizes, tables.chain(problem.lazy.iter().map(|lazy| &*lazy.vars)));
        let (vars, neighbours_of): (Vec<usize>, Vec<Vec<usize>>) = found.into_iter().unzip();
        let mut place_of = vec![usize::MAX; n];
        vars.iter().enumerate().for_each(|(place, var)| place_of[*var] = place);
        let contexts = neighbours_of.iter().map(|neighbours| {
            let mut places: Vec<usize> = neighbours.iter().map(|var| place_of[*var]).collect();
            places.sort_unstable();
            places
        });
        let context: Vec<Vec<usize>> = contexts.collect();
        let (mut children, mut roots) = (vec![Vec::new(); n], Vec::new());
        for (place, context) in context.iter().enumerate().rev() {
            match context.first() {
                Some(parent) => children[*parent].push(place),
                None => roots.push(place),
            }
        }
        Self { vars, place_of, context, children, roots }
    }

    /// The number of entries of all tables that an exact elimination makes.
    pub(super) fn n_entries(&self, sizes: &[usize]) -> usize {
        let table =
            |context: &Vec<usize>| context.iter().map(|place| sizes[self.vars[*place]]).fold(1, usize::saturating_mul);
        self.context.iter().map(table).fold(0, usize::saturating_add)
    }
}
