//! Contradicted positions as costs of cells. A cell counts once, by the strongest position that is contradicted.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    rc::Rc,
};

use super::{
    Part, Subject, Var,
    factor::{Choices, Factor},
    ruled_out,
    wide::Wide,
};
use crate::{
    analysis::{
        Stop, Stopped,
        plans::{
            Basis, TableLimits,
            least::{Cost, Lazy, Problem, Table},
        },
    },
    domain::{PartyIx, Plan, TermIx},
};

/// Writes demands into a problem.
pub(super) struct Writer<'a, 'm> {
    basis: Basis<'a>,
    choices: &'m Choices,
    vars: &'m [Var],
    /// For each term its variable, if it has one.
    var_of: &'m [Option<usize>],
    /// What the plan says of terms without a variable.
    settled: &'m Plan,
    limits: TableLimits,
    stop: Stop<'m>,
    /// Tables by what they mention, so that there is one of each.
    tables: BTreeMap<Vec<usize>, Vec<Cost>>,
}

/// Costs in one of two forms.
enum Written<'a> {
    Table(Table),
    Lazy(Lazy<'a>),
}

/// A demand over variables.
struct Scoped<'a> {
    factor: Factor<'a>,
    cost: Cost,
    /// The variables, in order; for each the class of the demand that each of its classes falls in.
    vars: Vec<(usize, Vec<usize>)>,
}

impl<'a, 'm> Writer<'a, 'm> {
    pub(super) fn new(
        basis: Basis<'a>,
        choices: &'m Choices,
        (vars, var_of): (&'m [Var], &'m [Option<usize>]),
        settled: &'m Plan,
        (limits, stop): (TableLimits, Stop<'m>),
    ) -> Self {
        Self { basis, choices, vars, var_of, settled, limits, stop, tables: BTreeMap::new() }
    }

    /// What a rule or a position rules out.
    pub(super) fn part(&self, subject: Subject, factor: Factor<'a>, sizes: &[usize]) -> Result<Part<'a>, Stopped> {
        self.look()?;
        Ok(match self.forbid(self.scoped(factor, 0), None, sizes) {
            Written::Table(table) => Part { subject, tables: vec![table], lazy: Vec::new() },
            Written::Lazy(lazy) => Part { subject, tables: Vec::new(), lazy: vec![lazy] },
        })
    }

    /// Rules out what breaks a rule, and charges cells for their positions.
    pub(super) fn write(
        mut self,
        factors: Vec<(Subject, Factor<'a>)>,
        costs: [Cost; 3],
        problem: &mut Problem<'a>,
    ) -> Result<(), Stopped> {
        let mut cells: BTreeMap<(TermIx, PartyIx), Vec<Scoped<'a>>> = BTreeMap::new();
        for (subject, factor) in factors {
            self.look()?;
            match (subject, factor.about) {
                (Subject::Position(ix), Some(about)) => {
                    let position = self.basis.dossier.position(ix);
                    let cost = costs[(self.basis.situation.strength(ix) as usize).min(costs.len() - 1)];
                    let scoped = self.scoped(factor, cost);
                    cells.entry((about, position.party)).or_default().push(scoped);
                }
                _ => {
                    let written = self.forbid(self.scoped(factor, 0), None, &problem.sizes);
                    self.put(written, problem);
                }
            }
        }
        for cell in cells.into_values() {
            self.look()?;
            self.cell(cell, problem);
        }
        problem.tables.extend(self.tables.into_iter().map(|(vars, costs)| Table { vars, costs }));
        Ok(())
    }

    fn look(&self) -> Result<(), Stopped> {
        if self.stop.is_set() { Err(Stopped) } else { Ok(()) }
    }

    fn put(&mut self, written: Written<'a>, problem: &mut Problem<'a>) {
        match written {
            Written::Table(table) => self.add(table.vars, table.costs),
            Written::Lazy(lazy) => problem.lazy.push(lazy),
        }
    }

    fn scoped(&self, factor: Factor<'a>, cost: Cost) -> Scoped<'a> {
        let of_slot = |slot: &super::factor::Slot| {
            let var = self.var_of[slot.term.get()].expect("a term that makes a difference has a variable");
            let class = |class: &super::Class| {
                let choices = &self.choices[slot.term.get()];
                let place = choices.iter().position(|choice| *choice == class.choice);
                slot.class_of[place.expect("what stands for a class is one of the choices")]
            };
            (var, self.vars[var].classes.iter().map(class).collect())
        };
        let vars = factor.slots.iter().map(of_slot).collect();
        Scoped { factor, cost, vars }
    }

    /// Rules out what contradicts a demand, unless the variable `level` pays for it: a level covers all costs up to its own.
    fn forbid(&self, scoped: Scoped<'a>, level: Option<(usize, &[Cost])>, sizes: &[usize]) -> Written<'a> {
        let mut vars: Vec<usize> = scoped.vars.iter().map(|(var, _)| *var).collect();
        let n_entries: usize = vars.iter().map(|var| sizes[*var]).fold(1, usize::saturating_mul);
        let levels = level.map_or(1, |(_, costs)| costs.len());
        let covers = |at: usize| level.is_some_and(|(_, costs)| costs[at] >= scoped.cost);
        if let Some(table) = scoped.factor.contradicted.as_ref().filter(|_| n_entries <= self.limits.cell.max(1)) {
            let places = scoped.places(&vars, sizes);
            let at_level = |at: usize| {
                let pays = covers(at);
                places.iter().map(move |place| ruled_out(table[*place] && !pays))
            };
            let costs = (0..levels).flat_map(at_level).collect();
            vars.extend(level.map(|(var, _)| var));
            return Written::Table(Table { vars, costs });
        }
        vars.extend(level.map(|(var, _)| var));
        let unpaid = level.map(|(var, costs)| (var, (0..costs.len()).filter(|at| !covers(*at)).collect()));
        let own = scoped.vars.iter().map(|(var, _)| *var);
        let wide = Wide::new(scoped.factor, own, self.vars, self.settled, unpaid);
        Written::Lazy(Lazy { vars, judge: Rc::new(wide) })
    }

    /// Charges a cell for its strongest contradicted position.
    fn cell(&mut self, cell: Vec<Scoped<'a>>, problem: &mut Problem<'a>) {
        let mut vars: Vec<usize> = cell.iter().flat_map(|scoped| scoped.vars.iter().map(|(var, _)| *var)).collect();
        vars.sort_unstable();
        vars.dedup();
        let n_entries = vars.iter().map(|var| problem.sizes[*var]).fold(1, usize::saturating_mul);
        if n_entries <= self.limits.cell.max(1) && cell.iter().all(|scoped| scoped.factor.contradicted.is_some()) {
            let mut costs = vec![0; n_entries];
            cell.iter().for_each(|scoped| scoped.charge(&vars, &problem.sizes, &mut costs));
            return self.add(vars, costs);
        }
        // A variable says what the cell costs; each position rules out that it costs too little.
        let mut levels: Vec<Cost> = cell.iter().map(|scoped| scoped.cost).chain([0]).collect();
        levels.sort_unstable();
        levels.dedup();
        let var = problem.sizes.len();
        problem.sizes.push(levels.len());
        problem.weights.push(vec![1; levels.len()]);
        self.add(vec![var], levels.clone());
        for scoped in cell {
            let written = self.forbid(scoped, Some((var, &levels)), &problem.sizes);
            self.put(written, problem);
        }
    }

    fn add(&mut self, vars: Vec<usize>, costs: Vec<Cost>) {
        debug_assert!(vars.is_sorted(), "tables of the same variables have them in the same order");
        match self.tables.entry(vars) {
            Entry::Vacant(entry) => {
                entry.insert(costs);
            }
            Entry::Occupied(mut entry) => {
                let sums = entry.get_mut().iter_mut().zip(costs);
                sums.for_each(|(sum, cost)| *sum = sum.saturating_add(cost));
            }
        }
    }
}

impl Scoped<'_> {
    /// For each choice of values of some variables, its own among them and the first changing fastest, where the demand's
    /// table says whether it is contradicted.
    fn places(&self, vars: &[usize], sizes: &[usize]) -> Vec<usize> {
        let mut steps: Vec<Vec<usize>> = vars.iter().map(|var| vec![0; sizes[*var]]).collect();
        let mut stride = 1;
        for ((var, classes), slot) in self.vars.iter().zip(&self.factor.slots) {
            let place = vars.iter().position(|other| other == var).expect("its own variables are among them");
            steps[place] = classes.iter().map(|class| class * stride).collect();
            stride *= slot.n_classes;
        }
        let mut places = vec![0];
        for of_var in steps {
            places = of_var.iter().flat_map(|step| places.iter().map(move |place| place + step)).collect();
        }
        places
    }

    /// Raises the costs of a table over `vars` to this demand's, where it is contradicted.
    fn charge(&self, vars: &[usize], sizes: &[usize], costs: &mut [Cost]) {
        let table = self.factor.contradicted.as_ref().expect("only demands with tables are put into tables of cells");
        for (cost, place) in costs.iter_mut().zip(self.places(vars, sizes)) {
            if table[place] {
                *cost = (*cost).max(self.cost);
            }
        }
    }
}
