//! Variables and the costs of their values together.

use std::rc::Rc;

/// What an assignment costs. Real costs stay far below [`FORBIDDEN`].
pub(in crate::analysis::plans) type Cost = i64;

/// The cost of what is ruled out. Half of the largest number, so that two of them can be added.
pub(in crate::analysis::plans) const FORBIDDEN: Cost = Cost::MAX / 2;

/// True if a sum holds something that is ruled out, whatever was added to it or taken off.
pub(in crate::analysis::plans) fn is_forbidden(cost: Cost) -> bool {
    cost >= FORBIDDEN / 2
}

/// Costs of the values of a few variables together.
#[derive(Clone, Debug)]
pub(in crate::analysis::plans) struct Table {
    /// The variables, each once, in any order.
    pub(in crate::analysis::plans) vars: Vec<usize>,
    /// One entry for each choice of values; the value of the first variable changes fastest.
    pub(in crate::analysis::plans) costs: Vec<Cost>,
}

/// What rules assignments out where a table of that would be too large.
pub(in crate::analysis::plans) trait Judge {
    /// Whether an assignment is ruled out; it looks at its own variables.
    fn is_out(&self, values: &[usize]) -> bool;
    /// Values that are ruled out by themselves, whatever the other variables are.
    fn alone(&self) -> Vec<Ruled>;
    /// Why an assignment is ruled out: all that have these values are, too.
    fn why(&self, values: &[usize]) -> Ruled;
}

/// What is ruled out without a table.
#[derive(Clone)]
pub(in crate::analysis::plans) struct Lazy<'a> {
    /// The variables, each once.
    pub(in crate::analysis::plans) vars: Vec<usize>,
    /// Who knows.
    pub(in crate::analysis::plans) judge: Rc<dyn Judge + 'a>,
}

/// For some variables sets of values that are ruled out together.
pub(in crate::analysis::plans) type Ruled = Vec<(usize, Vec<usize>)>;

/// Values of a variable, one bit each.
pub(super) type Values = u128;

/// Whether a variable of this size has a bit for each value; a term of 128 values that may be left out has not.
pub(super) fn fits(size: usize) -> bool {
    size <= Values::BITS as usize
}

/// All values of a variable of this size.
pub(super) fn all_values(size: usize) -> Values {
    if size < Values::BITS as usize { (1 << size) - 1 } else { Values::MAX }
}

/// How large tables may grow before something slower is done without them. Answers are exact whatever the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableLimits {
    /// Entries of the table of one demand; beyond that it is decided when asked.
    pub demand: usize,
    /// Entries of the table of one cell or rule; beyond that a cell is taken apart into its positions.
    pub cell: usize,
    /// Entries of all tables of an exact elimination together, 24 bytes each; beyond that costs are proven one by one.
    pub exact: usize,
    /// Answers of one cost that are looked for all at once; where there are more, they are looked for one after the other.
    pub at_once: usize,
}

impl Default for TableLimits {
    /// At most some 8 MB, as a rule a few hundred kilobytes.
    fn default() -> Self {
        Self { demand: 1 << 14, cell: 1 << 12, exact: 1 << 17, at_once: 1 << 12 }
    }
}

/// Variables, the number of their values, and what must be paid.
#[derive(Clone, Default)]
pub(in crate::analysis::plans) struct Problem<'a> {
    /// The number of values of each variable, at least one.
    pub(in crate::analysis::plans) sizes: Vec<usize>,
    /// For each variable and value how many things the value stands for, when solutions are counted.
    pub(in crate::analysis::plans) weights: Vec<Vec<u128>>,
    /// Costs in tables.
    pub(in crate::analysis::plans) tables: Vec<Table>,
    /// What is ruled out without tables.
    pub(in crate::analysis::plans) lazy: Vec<Lazy<'a>>,
    /// What costs are made of, the largest first: each outweighs all smaller ones together. Of ones, where there are none.
    pub(in crate::analysis::plans) units: Vec<Cost>,
    /// Two costs are the same to the count if they agree but for so many low bits.
    pub(in crate::analysis::plans) minor_bits: u32,
    /// How large tables may grow.
    pub(in crate::analysis::plans) limits: TableLimits,
}

impl Problem<'_> {
    /// The cost of an assignment.
    pub(in crate::analysis::plans) fn cost(&self, values: &[usize]) -> Cost {
        let tables = self.tables.iter().map(|table| table.cost(values, &self.sizes));
        let lazy = self.lazy.iter().map(|lazy| lazy.cost(values));
        tables.chain(lazy).fold(0, Cost::saturating_add)
    }
}

impl<'a> Lazy<'a> {
    /// The same unless a variable of two values has the second.
    pub(in crate::analysis::plans) fn unless(&self, var: usize) -> Self {
        let vars = self.vars.iter().copied().chain([var]).collect();
        Self { vars, judge: Rc::new(Unless { var, judge: Rc::clone(&self.judge) }) }
    }

    /// The cost of an assignment of all variables.
    pub(in crate::analysis::plans) fn cost(&self, values: &[usize]) -> Cost {
        if self.judge.is_out(values) { FORBIDDEN } else { 0 }
    }
}

/// A judge who is silent if a variable has its second value.
struct Unless<'a> {
    var: usize,
    judge: Rc<dyn Judge + 'a>,
}

impl Judge for Unless<'_> {
    fn is_out(&self, values: &[usize]) -> bool {
        values[self.var] == 0 && self.judge.is_out(values)
    }

    fn alone(&self) -> Vec<Ruled> {
        let first = |mut ruled_out: Ruled| {
            ruled_out.push((self.var, vec![0]));
            ruled_out
        };
        self.judge.alone().into_iter().map(first).collect()
    }

    fn why(&self, values: &[usize]) -> Ruled {
        self.judge.why(values).into_iter().chain([(self.var, vec![0])]).collect()
    }
}

impl Table {
    /// The same unless a variable of two values has the second; then nothing is paid.
    pub(in crate::analysis::plans) fn unless(&self, var: usize) -> Self {
        let vars = self.vars.iter().copied().chain([var]).collect();
        Self { vars, costs: self.costs.iter().copied().chain(vec![0; self.costs.len()]).collect() }
    }

    /// The cost of an assignment of all variables.
    pub(in crate::analysis::plans) fn cost(&self, values: &[usize], sizes: &[usize]) -> Cost {
        let (mut place, mut stride) = (0, 1);
        for var in &self.vars {
            place += values[*var] * stride;
            stride *= sizes[*var];
        }
        self.costs[place]
    }

    /// True if it rules something out, over variables whose values fit.
    pub(super) fn forbids(&self, sizes: &[usize]) -> bool {
        self.vars.iter().all(|var| fits(sizes[*var])) && self.costs.iter().any(|cost| is_forbidden(*cost))
    }

    /// For each of its variables, whose values must fit, those that it allows, where only these of them are left.
    pub(super) fn allowed(&self, left: &[Values], sizes: &[usize]) -> Vec<Values> {
        let mut allowed = vec![0; self.vars.len()];
        let Some((first, others)) = self.vars.split_first() else { return allowed };
        let mut digits = vec![0; others.len()];
        for row in self.costs.chunks_exact(sizes[*first]) {
            if digits.iter().zip(&left[1..]).all(|(digit, left)| left >> digit & 1 == 1) {
                let open = row.iter().enumerate().filter(|(_, cost)| !is_forbidden(**cost));
                let of_first = left[0] & open.fold(0, |values: Values, (value, _)| values | 1 << value);
                if of_first != 0 {
                    allowed[0] |= of_first;
                    allowed[1..].iter_mut().zip(&digits).for_each(|(allowed, digit)| *allowed |= 1 << digit);
                }
            }
            for (digit, var) in digits.iter_mut().zip(others) {
                *digit += 1;
                if *digit < sizes[*var] {
                    break;
                }
                *digit = 0;
            }
        }
        allowed
    }

    /// The same costs with the variables in another order.
    pub(super) fn reordered(&self, vars: &[usize], sizes: &[usize]) -> Vec<Cost> {
        let strides: Vec<usize> = vars.iter().map(|var| stride(&self.vars, *var, sizes)).collect();
        let mut costs = Vec::with_capacity(self.costs.len());
        let (mut digits, mut place) = (vec![0; vars.len()], 0);
        for _ in 0..self.costs.len() {
            costs.push(self.costs[place]);
            for (slot, digit) in digits.iter_mut().enumerate() {
                *digit += 1;
                place += strides[slot];
                if *digit < sizes[vars[slot]] {
                    break;
                }
                place -= strides[slot] * *digit;
                *digit = 0;
            }
        }
        costs
    }
}

/// How far apart two neighbouring values of a variable stand in a table; 0 if the table does not have it.
pub(super) fn stride(vars: &[usize], wanted: usize, sizes: &[usize]) -> usize {
    let mut stride = 1;
    for var in vars {
        if *var == wanted {
            return stride;
        }
        stride *= sizes[*var];
    }
    0
}
