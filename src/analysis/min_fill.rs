//! In which order variables that are linked to each other are best taken out.

/// Min-fill: next goes the variable that links the fewest others anew, then the one whose neighbours and itself have the
/// fewest choices of values together. Each with those that it is linked to when it goes, from small to large.
pub(super) fn min_fill<'a>(sizes: &[usize], scopes: impl Iterator<Item = &'a [usize]>) -> Vec<(usize, Vec<usize>)> {
    let n = sizes.len();
    let mut graph = Graph { rows: vec![vec![0; n.div_ceil(64)]; n] };
    scopes.for_each(|scope| graph.link_all(scope));
    let mut order = Vec::with_capacity(n);
    let mut left: Vec<usize> = (0..n).collect();
    // What it costs to take a variable out, as long as nothing near it has changed.
    let mut costs = vec![None; n];
    while !left.is_empty() {
        let mut cost = |var: usize| *costs[var].get_or_insert_with(|| graph.cost(var, sizes));
        let next = left.iter().copied().min_by_key(|var| (cost(*var), *var)).expect("the list is not empty");
        let neighbours = graph.eliminate(next);
        for changed in &neighbours {
            costs[*changed] = None;
            graph.neighbours(*changed).for_each(|near| costs[near] = None);
        }
        order.push((next, neighbours));
        left.retain(|var| *var != next);
    }
    order
}

/// Which variables are linked.
struct Graph {
    rows: Vec<Vec<u64>>,
}

impl Graph {
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

    /// New links, twice each, and choices of values.
    fn cost(&self, var: usize, sizes: &[usize]) -> (u32, usize) {
        let row = &self.rows[var];
        let missing = |other: usize| -> u32 {
            row.iter().zip(&self.rows[other]).map(|(own, other)| (own & !other).count_ones()).sum::<u32>() - 1
        };
        let n_choices = self.neighbours(var).map(|other| sizes[other]).fold(sizes[var], usize::saturating_mul);
        (self.neighbours(var).map(missing).sum(), n_choices)
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
