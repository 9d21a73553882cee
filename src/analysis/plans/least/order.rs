//! In which order the variables are eliminated, and which of them then hang together.

use super::problem::Problem;

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
    /// Min-fill: next goes the variable that links the fewest others anew, then the one with the smallest table.
    pub(super) fn new(problem: &Problem<'_>) -> Self {
        let n = problem.sizes.len();
        let mut graph = Graph::new(n);
        let scopes = problem.tables.iter().map(|table| &table.vars).chain(problem.lazy.iter().map(|lazy| &lazy.vars));
        scopes.for_each(|scope| graph.link_all(scope));
        let mut vars = Vec::with_capacity(n);
        let mut place_of = vec![usize::MAX; n];
        let mut neighbours_of = Vec::with_capacity(n);
        let mut left: Vec<usize> = (0..n).collect();
        while !left.is_empty() {
            let cost = |var: &usize| (graph.n_new_links(*var), graph.table(*var, &problem.sizes), *var);
            let next = left.iter().copied().min_by_key(cost).expect("the list is not empty");
            place_of[next] = vars.len();
            vars.push(next);
            neighbours_of.push(graph.eliminate(next));
            left.retain(|var| *var != next);
        }
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

/// Which variables stand in a table together.
struct Graph {
    rows: Vec<Vec<u64>>,
}

impl Graph {
    fn new(n: usize) -> Self {
        Self { rows: vec![vec![0; n.div_ceil(64)]; n] }
    }

    fn link_all(&mut self, scope: &[usize]) {
        for one in scope {
            for other in scope.iter().filter(|other| *other != one) {
                self.rows[*one][other / 64] |= 1 << (other % 64);
            }
        }
    }

    fn neighbours(&self, var: usize) -> impl Iterator<Item = usize> {
        let ones = |(word, bits): (usize, &u64)| {
            let rest = |bits: &u64| Some(bits & (bits - 1)).filter(|rest| *rest != 0);
            let lowest = move |bits: u64| word * 64 + bits.trailing_zeros() as usize;
            std::iter::successors(Some(*bits).filter(|bits| *bits != 0), rest).map(lowest)
        };
        self.rows[var].iter().enumerate().flat_map(ones)
    }

    /// Twice the number of pairs of neighbours that are not linked yet.
    fn n_new_links(&self, var: usize) -> u32 {
        let row = &self.rows[var];
        let missing = |other: usize| -> u32 {
            row.iter().zip(&self.rows[other]).map(|(own, other)| (own & !other).count_ones()).sum::<u32>() - 1
        };
        self.neighbours(var).map(missing).sum()
    }

    fn table(&self, var: usize, sizes: &[usize]) -> usize {
        self.neighbours(var).map(|other| sizes[other]).fold(sizes[var], usize::saturating_mul)
    }

    /// Links the neighbours of a variable with each other and takes it out.
    fn eliminate(&mut self, var: usize) -> Vec<usize> {
        let neighbours: Vec<usize> = self.neighbours(var).collect();
        self.link_all(&neighbours);
        for other in &neighbours {
            self.rows[*other][var / 64] &= !(1 << (var % 64));
        }
        neighbours
    }
}
