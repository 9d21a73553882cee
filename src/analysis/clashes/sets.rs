//! Clash sets and ways out, of positions or of parties.

use std::ops::ControlFlow;

use super::{
    Question,
    by_size::{BySize, Level},
    eliminate::{Conflict, Elimination, Variables},
    family::{Family, Minimal},
    giving_way::each_way_out,
    marco::each_other_clash_set,
    network::Network,
    search::{Halt, Search},
};
use crate::{
    analysis::{Count, Stop, Stopped},
    domain::{PartyIx, PositionIx},
};

/// How much work and memory an answer may take before it falls back on what can be had for less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest number of nodes of a graph of all sets: up to 40 bytes each while it is built, and 8 MB.
    pub nodes: usize,
    /// The largest number of sets looked at, or plans tried, when there is no such graph.
    pub steps: u64,
    /// Of these, the largest number for all sets of one size, if they have more than three members and nobody asked for their
    /// size: then sets in no order are found faster. 0 if no sets are to be looked for size by size.
    pub by_size: u64,
}

impl Limits {
    /// For who wants only sets of so many members at most. Pairs and triples are found so fast size by size that a graph
    /// of all sets is worth a few milliseconds at most, and then tells how many larger ones there are.
    #[must_use]
    pub fn up_to(size: Option<usize>) -> Self {
        let usual = Self::default();
        if size.is_some_and(|size| size <= 3) { Self { nodes: 1 << 14, ..usual } } else { usual }
    }

    /// A graph that needs far more steps than it may have nodes makes too much that it throws away.
    fn graph_steps(self) -> u64 {
        self.nodes as u64 * 8
    }
}

impl Default for Limits {
    /// A few hundredths of a second and some 15 MB at most for a graph, a few seconds for the rest. Four times as many nodes
    /// would do for few questions more, and the others would wait for nothing.
    fn default() -> Self {
        Self { nodes: 1 << 17, steps: 1 << 24, by_size: 1 << 18 }
    }
}

/// Pairs and triples are looked for size by size however long it takes.
const SMALL: usize = 3;

/// How far a list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// True if every set was visited.
    pub all: bool,
    /// Every set of at most so many members was visited.
    pub up_to: usize,
}

/// All that cannot be had together, for a question; of positions, or of parties with all their positions.
pub struct Conflicts<'a, T> {
    /// `None` if no plan of the question's space keeps the rules.
    network: Option<Network<'a>>,
    members: Vec<T>,
    variables: Variables,
    /// `None` if the graph would be larger than allowed.
    conflict: Option<Conflict>,
    limits: Limits,
}

impl<'a> Conflicts<'a, PositionIx> {
    /// Prepares clash sets and ways out of positions.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub fn of_positions(question: Question<'a>, limits: Limits, stop: Stop<'_>) -> Result<Self, Stopped> {
        Self::new(question, limits, stop, |network| network.items.iter().map(|item| item.position).collect())
    }
}

impl<'a> Conflicts<'a, PartyIx> {
    /// Prepares clash sets and ways out of parties: a party that holds on holds on to all its positions, one that gives way
    /// gives up all of them.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub fn of_parties(question: Question<'a>, limits: Limits, stop: Stop<'_>) -> Result<Self, Stopped> {
        Self::new(question, limits, stop, |network| network.items.iter().map(|item| item.party).collect())
    }
}

impl<'a, T: Copy + Ord> Conflicts<'a, T> {
    fn new(
        question: Question<'a>,
        limits: Limits,
        stop: Stop<'_>,
        of_items: impl Fn(&Network<'a>) -> Vec<T>,
    ) -> Result<Self, Stopped> {
        let network = Network::new(question, &mut Search::unlimited(stop)).map_err(Halt::unlimited)?;
        let Some(network) = network else {
            return Ok(Self {
                network: None,
                members: Vec::new(),
                variables: Variables::default(),
                conflict: None,
                limits,
            });
        };
        let of_items = of_items(&network);
        let mut members = of_items.clone();
        members.sort_unstable();
        members.dedup();
        let place = |member: &T| members.binary_search(member).expect("the list holds the members of all items");
        let member_of: Vec<usize> = of_items.iter().map(place).collect();
        let mut search = Search::new(stop, limits.graph_steps());
        let mut variables = Variables::one_each(&member_of);
        let conflict = Elimination::new(&network, &member_of, limits.nodes, &mut search).and_then(|elimination| {
            variables.clone_from(&elimination.variables);
            elimination.run()
        });
        let conflict = match conflict {
            Ok(conflict) => Some(conflict),
            Err(Halt::TooLarge) => None,
            Err(Halt::Stopped) => return Err(Stopped),
        };
        Ok(Self { network: Some(network), members, variables, conflict, limits })
    }

    /// False if no plan of the question's space keeps the rules. Then the empty set is the only clash set, and nothing is a
    /// way out.
    #[must_use]
    pub fn any_plan(&self) -> bool {
        self.network.is_some()
    }

    /// The clash sets: minimal sets of members that no plan can meet together.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub fn clash_sets(&self, stop: Stop<'_>) -> Result<MinimalSets<'_, 'a, T>, Stopped> {
        self.minimal(Minimal::True, stop)
    }

    /// The ways out: minimal sets of members whose giving way lets all others be met. If all can be met together, that is
    /// the empty set.
    ///
    /// # Errors
    /// [`Stopped`] if somebody asked to `stop`.
    pub fn ways_out(&self, stop: Stop<'_>) -> Result<MinimalSets<'_, 'a, T>, Stopped> {
        self.minimal(Minimal::False, stop)
    }

    fn minimal(&self, kind: Minimal, stop: Stop<'_>) -> Result<MinimalSets<'_, 'a, T>, Stopped> {
        let mut search = Search::new(stop, self.limits.graph_steps());
        let family = self.conflict.as_ref();
        let family =
            family.map(|conflict| Family::new(conflict, &self.variables, kind, self.limits.nodes, &mut search));
        let family = match family {
            Some(Ok(family)) => Some(family),
            Some(Err(Halt::TooLarge)) | None => None,
            Some(Err(Halt::Stopped)) => return Err(Stopped),
        };
        Ok(MinimalSets { conflicts: self, kind, family })
    }
}

/// Clash sets or ways out, ready to be counted and listed.
pub struct MinimalSets<'c, 'a, T> {
    conflicts: &'c Conflicts<'a, T>,
    kind: Minimal,
    /// `None` if there are no plans or the graph would be larger than allowed.
    family: Option<Family>,
}

impl<T: Copy + Ord> MinimalSets<'_, '_, T> {
    /// How many there are, if that is known before they are listed.
    #[must_use]
    pub fn count(&self) -> Option<Count> {
        if !self.conflicts.any_plan() {
            return Some(usize::from(self.kind == Minimal::True).into());
        }
        self.family.as_ref().map(Family::count)
    }

    /// How many there are of each size from 0 to `largest`, if that is known before they are listed.
    #[must_use]
    pub fn count_by_size(&self, largest: usize) -> Option<Vec<Count>> {
        if !self.conflicts.any_plan() {
            let empty = usize::from(self.kind == Minimal::True).into();
            return Some(std::iter::once(empty).chain(vec![Count::default(); largest]).collect());
        }
        self.family.as_ref().map(|family| family.count_by_size(largest))
    }

    /// Visits them, each in the order of the dossier, until `visit` breaks or somebody asks to `stop`.
    ///
    /// Where their number is known, the smallest come first. Where it is not, clash sets still do as long as that takes
    /// little, then they come as they are found, and so do ways out. The order among sets of one size is always the same, and
    /// means nothing.
    pub fn each(&self, stop: Stop<'_>, visit: &mut dyn FnMut(&[T]) -> ControlFlow<()>) -> Reach {
        self.each_up_to(usize::MAX, stop, visit)
    }

    /// The same for who wants no sets of more than `size` members: where the smallest come first, it ends there. Elsewhere
    /// larger ones are visited, too.
    pub(super) fn each_up_to(
        &self,
        size: usize,
        stop: Stop<'_>,
        visit: &mut dyn FnMut(&[T]) -> ControlFlow<()>,
    ) -> Reach {
        let n_members = self.conflicts.members.len();
        let Some(network) = &self.conflicts.network else {
            let flow = if self.kind == Minimal::True { visit(&[]) } else { ControlFlow::Continue(()) };
            return Reach { all: flow.is_continue(), up_to: 0 };
        };
        match (&self.family, &self.conflicts.conflict, self.kind) {
            (Some(family), Some(conflict), _) => self.each_of_family((family, conflict), size, stop, visit),
            (_, _, Minimal::True) => self.each_by_size(network, size, stop, visit),
            (_, _, Minimal::False) => {
                let mut search = Search::new(stop, self.conflicts.limits.steps);
                let found = each_way_out(network, &self.conflicts.variables, &mut search, &mut |variables| {
                    self.each_meant(variables.iter().copied(), stop, visit)
                });
                let all = found == Ok(ControlFlow::Continue(()));
                Reach { all, up_to: if all { n_members } else { 0 } }
            }
        }
    }

    fn each_of_family(
        &self,
        (family, conflict): (&Family, &Conflict),
        largest: usize,
        stop: Stop<'_>,
        visit: &mut dyn FnMut(&[T]) -> ControlFlow<()>,
    ) -> Reach {
        let mut size = 0;
        let mut sized = |set: &[T]| {
            size = set.len();
            if size > largest { ControlFlow::Break(()) } else { visit(set) }
        };
        let visit = &mut |levels: &[u32]| {
            self.each_meant(levels.iter().map(|level| (level - conflict.first_level) as usize), stop, &mut sized)
        };
        let flow = family.each(&mut Search::unlimited(stop), visit);
        let all = flow == Ok(ControlFlow::Continue(()));
        Reach { all, up_to: if all { self.conflicts.members.len() } else { size.saturating_sub(1) } }
    }

    fn each_by_size(
        &self,
        network: &Network<'_>,
        largest: usize,
        stop: Stop<'_>,
        visit: &mut dyn FnMut(&[T]) -> ControlFlow<()>,
    ) -> Reach {
        let Limits { steps, by_size: of_a_size, .. } = self.conflicts.limits;
        let mut search = Search::new(stop, if of_a_size == 0 { 0 } else { steps });
        let mut by_size = BySize::new(network, &self.conflicts.variables);
        for size in 1.. {
            if size > largest {
                return Reach { all: false, up_to: largest };
            }
            let visit = &mut |variables: &[usize]| self.each_meant(variables.iter().copied(), stop, visit);
            if size > SMALL && largest == usize::MAX {
                search = Search::new(stop, steps.min(of_a_size));
            }
            match by_size.level(size, &mut search, visit) {
                Ok(Level::More) => {}
                Ok(Level::Last) => break,
                Ok(Level::Enough) | Err(Halt::Stopped) => return Reach { all: false, up_to: size - 1 },
                Err(Halt::TooLarge) => {
                    let mut search = Search::new(stop, steps);
                    let known = by_size.found();
                    let rest = each_other_clash_set(network, &self.conflicts.variables, &known, &mut search, visit);
                    if rest == Ok(ControlFlow::Continue(())) {
                        break;
                    }
                    return Reach { all: false, up_to: size - 1 };
                }
            }
        }
        Reach { all: true, up_to: self.conflicts.members.len() }
    }

    /// Visits the sets of members that a set of variables stands for.
    fn each_meant(
        &self,
        variables: impl Iterator<Item = usize>,
        stop: Stop<'_>,
        visit: &mut dyn FnMut(&[T]) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let alike: Vec<&[usize]> = variables.map(|variable| &*self.conflicts.variables.members[variable]).collect();
        let mut visit_sorted = |members: &mut dyn Iterator<Item = usize>| {
            let mut set: Vec<T> = members.map(|member| self.conflicts.members[member]).collect();
            set.sort_unstable();
            visit(&set)
        };
        if self.kind == Minimal::False {
            return visit_sorted(&mut alike.iter().flat_map(|members| members.iter().copied()));
        }
        // A clash set takes one of each: count through all choices.
        let mut chosen = vec![0; alike.len()];
        loop {
            if stop.is_set() {
                return ControlFlow::Break(());
            }
            visit_sorted(&mut alike.iter().zip(&chosen).map(|(members, place)| members[*place]))?;
            let Some(next) = (0..alike.len()).rfind(|place| chosen[*place] + 1 < alike[*place].len()) else {
                return ControlFlow::Continue(());
            };
            chosen[next] += 1;
            chosen[next + 1..].fill(0);
        }
    }
}
