//! How a diagram is built: from the leaves up, joining two by two. The terms stand in the order in which the demand mentions
//! them, so that what belongs together stands together, or, should that grow too large, in the order of the dossier.

use std::collections::HashMap;

use super::{Classes, Demand, Diagram, Level, NO, Node, Term, TermIx, TooHard, YES};

/// So many branches are made for one diagram, some ten milliseconds' work at most.
const MAX_BRANCHES: usize = 1 << 17;

/// So many nodes are kept: a verdict then takes some microseconds.
const MAX_NODES: usize = 1 << 12;

pub(super) fn diagram(terms: &[Term], demand: &Demand, classes: &[Classes]) -> Result<Diagram, TooHard> {
    let mut levels = Vec::new();
    let mut n_conditions = 0;
    let top = match demand {
        Demand::If(premise, consequence) => vec![&**premise, &**consequence],
        other => vec![other],
    };
    let slot = |term: TermIx| classes.iter().position(|one| one.term == term).expect("the list has all its terms");
    top.iter().for_each(|part| mention(part, &slot, &mut levels, &mut n_conditions));
    let as_mentioned = Builder::new(terms, classes, levels.clone()).all(demand);
    as_mentioned.or_else(|TooHard| {
        let key = |level: &Level| match level {
            Level::Term(slot) => (1, *slot),
            Level::IsOpen(condition) | Level::Either(condition) => (0, *condition),
        };
        levels.sort_by_key(key);
        Builder::new(terms, classes, levels).all(demand)
    })
}

/// Lists what a demand asks about, each once, conditions before their parts.
fn mention(demand: &Demand, slot: &impl Fn(TermIx) -> usize, levels: &mut Vec<Level>, n_conditions: &mut usize) {
    match demand {
        Demand::Is(term, _) | Demand::OneOf(term, _) | Demand::AtLeast(term, _) | Demand::AtMost(term, _) => {
            let level = Level::Term(slot(*term));
            if !levels.contains(&level) {
                levels.push(level);
            }
        }
        Demand::Not(inner) => mention(inner, slot, levels, n_conditions),
        Demand::All(parts) | Demand::Any(parts) => {
            parts.iter().for_each(|part| mention(part, slot, levels, n_conditions));
        }
        Demand::If(premise, consequence) => {
            // Conditions are numbered as they are built: when both their parts are done.
            let place = levels.len();
            mention(premise, slot, levels, n_conditions);
            mention(consequence, slot, levels, n_conditions);
            levels.splice(place..place, [Level::IsOpen(*n_conditions), Level::Either(*n_conditions)]);
            *n_conditions += 1;
        }
    }
}

/// How two functions are joined.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Join {
    And,
    Or,
}

struct Builder<'b> {
    terms: &'b [Term],
    classes: &'b [Classes],
    levels: Vec<Level>,
    nodes: Vec<(u32, Box<[u32]>)>,
    known: HashMap<(u32, Box<[u32]>), u32>,
    joined: HashMap<(Join, u32, u32), u32>,
    opposite: HashMap<u32, u32>,
    /// The premises of the conditions so far.
    conditions: Vec<u32>,
    n_branches: usize,
}

/// A part of a demand, as it stands and with every condition an implication.
#[derive(Clone, Copy)]
struct Part {
    exact: u32,
    whole: u32,
}

impl<'b> Builder<'b> {
    fn new(terms: &'b [Term], classes: &'b [Classes], levels: Vec<Level>) -> Self {
        let end = || (u32::MAX, Box::default());
        Self {
            terms,
            classes,
            levels,
            nodes: vec![end(), end()],
            known: HashMap::new(),
            joined: HashMap::new(),
            opposite: HashMap::new(),
            conditions: Vec::new(),
            n_branches: 0,
        }
    }

    fn all(mut self, demand: &Demand) -> Result<Diagram, TooHard> {
        let (premise, exact, whole) = match demand {
            Demand::If(premise, consequence) => {
                let (premise, consequence) = (self.part(premise)?, self.part(consequence)?);
                let fails = self.not(premise.whole)?;
                (Some(premise.exact), consequence.exact, self.join(Join::Or, fails, consequence.whole)?)
            }
            other => {
                let part = self.part(other)?;
                (None, part.exact, part.whole)
            }
        };
        let diagram = self.only(premise, exact, whole);
        if diagram.nodes.len() > MAX_NODES { Err(TooHard) } else { Ok(diagram) }
    }

    fn part(&mut self, demand: &Demand) -> Result<Part, TooHard> {
        if let Some((term, values)) = demand.leaf(self.terms) {
            let slot = self.classes.iter().position(|one| one.term == term).expect("the list has all its terms");
            let holds = |members: &super::ValueSet| u32::from(members.0 & values.0 != 0);
            let branches: Box<[u32]> = self.classes[slot].members.iter().map(holds).collect();
            let level = self.level(Level::Term(slot));
            let leaf = self.node(level, branches)?;
            return Ok(Part { exact: leaf, whole: leaf });
        }
        match demand {
            Demand::Not(inner) => {
                let part = self.part(inner)?;
                Ok(Part { exact: self.not(part.exact)?, whole: self.not(part.whole)? })
            }
            Demand::All(parts) => self.joined(Join::And, parts),
            Demand::Any(parts) => self.joined(Join::Or, parts),
            Demand::If(premise, consequence) => {
                let (premise, consequence) = (self.part(premise)?, self.part(consequence)?);
                let fails = self.not(premise.exact)?;
                let applied = self.join(Join::Or, fails, consequence.exact)?;
                let condition = self.conditions.len();
                self.conditions.push(premise.exact);
                let [is_open, either] = [Level::IsOpen(condition), Level::Either(condition)].map(|one| self.level(one));
                let either = self.node(either, [NO, YES].into())?;
                let (open, closed) = (self.node(is_open, [NO, YES].into())?, self.node(is_open, [YES, NO].into())?);
                let open = self.join(Join::And, open, either)?;
                let closed = self.join(Join::And, closed, applied)?;
                let fails = self.not(premise.whole)?;
                let whole = self.join(Join::Or, fails, consequence.whole)?;
                Ok(Part { exact: self.join(Join::Or, open, closed)?, whole })
            }
            Demand::Is(..) | Demand::OneOf(..) | Demand::AtLeast(..) | Demand::AtMost(..) => {
                unreachable!("leaves")
            }
        }
    }

    /// Joins neighbours first, so that what is joined stays small.
    fn joined(&mut self, join: Join, parts: &[Demand]) -> Result<Part, TooHard> {
        let empty = if join == Join::And { YES } else { NO };
        let mut open = parts.iter().map(|part| self.part(part)).collect::<Result<Vec<_>, _>>()?;
        while open.len() > 1 {
            let mut fewer = Vec::with_capacity(open.len().div_ceil(2));
            for pair in open.chunks(2) {
                fewer.push(match pair {
                    [one, other] => Part {
                        exact: self.join(join, one.exact, other.exact)?,
                        whole: self.join(join, one.whole, other.whole)?,
                    },
                    rest => rest[0],
                });
            }
            open = fewer;
        }
        Ok(open.first().copied().unwrap_or(Part { exact: empty, whole: empty }))
    }

    fn level(&self, wanted: Level) -> u32 {
        let place = self.levels.iter().position(|level| *level == wanted).expect("every level was listed");
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    fn node(&mut self, level: u32, branches: Box<[u32]>) -> Result<u32, TooHard> {
        if branches.iter().all(|branch| *branch == branches[0]) {
            return Ok(branches[0]);
        }
        let key = (level, branches);
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let number = u32::try_from(self.nodes.len()).map_err(|_too_many| TooHard)?;
        self.nodes.push(key.clone());
        self.known.insert(key, number);
        Ok(number)
    }

    fn pay(&mut self, n_branches: usize) -> Result<(), TooHard> {
        self.n_branches += n_branches;
        if self.n_branches > MAX_BRANCHES { Err(TooHard) } else { Ok(()) }
    }

    fn join(&mut self, join: Join, one: u32, other: u32) -> Result<u32, TooHard> {
        let (neutral, last) = if join == Join::And { (YES, NO) } else { (NO, YES) };
        if one == other || other == neutral {
            return Ok(one);
        }
        if one == neutral {
            return Ok(other);
        }
        if one == last || other == last {
            return Ok(last);
        }
        let key = (join, one.min(other), one.max(other));
        if let Some(known) = self.joined.get(&key) {
            return Ok(*known);
        }
        let [(own, branches), (theirs, others)] = [one, other].map(|at| self.nodes[at as usize].clone());
        let level = own.min(theirs);
        let n = if own == level { branches.len() } else { others.len() };
        self.pay(n)?;
        let mut made = Vec::with_capacity(n);
        for branch in 0..n {
            let left = if own == level { branches[branch] } else { one };
            let right = if theirs == level { others[branch] } else { other };
            made.push(self.join(join, left, right)?);
        }
        let made = self.node(level, made.into())?;
        self.joined.insert(key, made);
        Ok(made)
    }

    fn not(&mut self, at: u32) -> Result<u32, TooHard> {
        if at <= YES {
            return Ok(YES - at);
        }
        if let Some(known) = self.opposite.get(&at) {
            return Ok(*known);
        }
        let (level, branches) = self.nodes[at as usize].clone();
        self.pay(branches.len())?;
        let made = branches.iter().map(|branch| self.not(*branch)).collect::<Result<Box<[u32]>, _>>()?;
        let made = self.node(level, made)?;
        self.opposite.insert(at, made);
        Ok(made)
    }

    /// What the demand is made of, without what was made on the way.
    fn only(self, premise: Option<u32>, demand: u32, whole: u32) -> Diagram {
        let mut needed = vec![false; self.nodes.len()];
        let roots = self.conditions.iter().copied().chain(premise).chain([demand, whole]);
        roots.for_each(|root| needed[root as usize] = true);
        for at in (2..self.nodes.len()).rev().collect::<Vec<_>>() {
            if needed[at] {
                self.nodes[at].1.iter().for_each(|branch| needed[*branch as usize] = true);
            }
        }
        let end = Node { level: u32::MAX, first: 0 };
        let (mut nodes, mut children) = (vec![end, end], Vec::new());
        let mut moved = vec![NO; self.nodes.len()];
        moved[1] = YES;
        for (at, (level, branches)) in self.nodes.iter().enumerate().skip(2) {
            if needed[at] {
                moved[at] = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
                nodes.push(Node { level: *level, first: u32::try_from(children.len()).unwrap_or(u32::MAX) });
                children.extend(branches.iter().map(|branch| moved[*branch as usize]));
            }
        }
        let new = |at: &u32| moved[*at as usize];
        Diagram {
            levels: self.levels,
            nodes,
            children,
            whole: new(&whole),
            premise: premise.as_ref().map(new),
            demand: new(&demand),
            conditions: self.conditions.iter().map(new).collect(),
        }
    }
}
