//! The function "these members cannot all be met", over one yes-or-no variable a member, by eliminating the terms.
//!
//! A member stands for one position or for all positions of a party. For a plan, "some chosen member is violated" is a
//! plain OR; the function asked for is the AND of that over all plans. Terms are eliminated one after the other (Dechter
//! 1999): only what mentions a term is joined before the AND over its values is taken. A value is written in yes-or-no
//! variables as well, "is it the first?", "else is it the second?", …, so that tables with much the same rows stay small.

use std::ops::Range;

use super::{
    diagram::{Functions, Join, Nodes, Ref},
    network::Network,
    search::{Halt, Search},
};
use crate::{
    analysis::{CompiledDemand, Verdict},
    domain::{TermIx, ValueSet},
};

/// Graphs smaller than this are not worth tidying up.
const SMALL: usize = 1 << 16;

/// "These members cannot all be met", ready for reading off minimal sets.
pub(super) struct Conflict {
    pub(super) nodes: Nodes,
    pub(super) root: Ref,
    /// The member of each variable, from the first variable on.
    pub(super) members: Vec<usize>,
    /// The level of the first variable.
    pub(super) first_level: u32,
}

impl Conflict {
    /// `member_of` gives the member that each item of the network belongs to. At most `max` nodes at a time.
    pub(super) fn new(
        network: &Network<'_>,
        member_of: &[usize],
        max: usize,
        search: &mut Search<'_>,
    ) -> Result<Self, Halt> {
        let layout = Layout::new(network, member_of);
        let mut functions = Functions::new(max, search);
        let mut root = Ref::NO;
        let mut messages: Vec<Vec<Message>> = layout.order.iter().map(|_| Vec::new()).collect();
        let mut tidy = SMALL;
        for (place, clauses) in layout.clauses.iter().enumerate() {
            let mut joined = Message { function: Ref::NO, places: Vec::new() };
            for clause in clauses {
                let function = layout.violation(network, clause, &mut functions)?;
                joined = joined.or(Message { function, places: clause.places.clone() }, &mut functions)?;
            }
            let Some(term) = layout.order.get(place) else {
                root = functions.join(Join::Or, root, joined.function)?;
                break;
            };
            for message in std::mem::take(&mut messages[place]) {
                joined = joined.or(message, &mut functions)?;
            }
            joined.function = functions.for_all(&layout.levels[term.get()], joined.function)?;
            joined.places.retain(|other| *other != place);
            match joined.places.first() {
                Some(next) => messages[*next].push(joined),
                None => root = functions.join(Join::Or, root, joined.function)?,
            }
            if functions.nodes().len() > tidy {
                let open = messages.iter_mut().flatten().map(|message| &mut message.function);
                functions.forget_all_but(&mut open.chain([&mut root]).collect::<Vec<_>>())?;
                tidy = SMALL.max(functions.nodes().len() * 2);
            }
        }
        functions.forget_all_but(&mut [&mut root])?;
        Ok(Self { nodes: functions.into_nodes(), root, members: layout.members, first_level: layout.first_level })
    }
}

/// What the eliminated terms leave to say about the others.
struct Message {
    function: Ref,
    /// The places in the order of elimination of the terms that it mentions, from small to large.
    places: Vec<usize>,
}

impl Message {
    fn or(self, other: Self, functions: &mut Functions<'_, '_>) -> Result<Self, Halt> {
        let mut places = [self.places, other.places].concat();
        places.sort_unstable();
        places.dedup();
        Ok(Self { function: functions.join(Join::Or, self.function, other.function)?, places })
    }
}

/// A demand that is not to be violated.
struct Clause<'a> {
    demand: &'a CompiledDemand,
    /// The level of its member's variable; `None` for a rule, which is never given up.
    level: Option<u32>,
    /// The places in the order of elimination of its terms, from small to large.
    places: Vec<usize>,
}

/// Which term goes when, and which variable stands on which level.
struct Layout<'a> {
    /// The terms in the order of their elimination.
    order: Vec<TermIx>,
    /// For each term the levels that its value is written on. Terms that go first stand deepest.
    levels: Vec<Range<u32>>,
    /// For each place in the order the demands whose first term goes there; at the end those without a term.
    clauses: Vec<Vec<Clause<'a>>>,
    members: Vec<usize>,
    first_level: u32,
}

impl<'a> Layout<'a> {
    fn new(network: &Network<'a>, member_of: &[usize]) -> Self {
        let order = elimination_order(network);
        let mut place_of = vec![usize::MAX; network.domains.len()];
        order.iter().enumerate().for_each(|(place, term)| place_of[term.get()] = place);
        let mut levels = vec![0..0; network.domains.len()];
        let mut first_level = 0;
        for term in order.iter().rev() {
            let end = first_level + u32::try_from(network.domains[term.get()].len() - 1).unwrap_or(0);
            levels[term.get()] = first_level..end;
            first_level = end;
        }
        let places = |scope: &mut dyn Iterator<Item = TermIx>| {
            let mut places: Vec<usize> = scope.map(|term| place_of[term.get()]).collect();
            places.sort_unstable();
            places
        };
        let rules = network.groups.iter().flatten().map(|rule| {
            let open = |term: &TermIx| network.domains[term.get()].len() > 1;
            Clause { demand: rule, level: None, places: places(&mut rule.terms().filter(open)) }
        });
        let mut items: Vec<(usize, Vec<usize>)> =
            network.items.iter().map(|item| places(&mut item.scope.iter().copied())).enumerate().collect();
        // Variables stand as their terms do: the positions on the terms that go last come first.
        items.sort_by_key(|(_, places)| std::cmp::Reverse(places.first().copied()));
        let (mut members, mut level_of) = (Vec::new(), vec![None; member_of.iter().max().map_or(0, |most| most + 1)]);
        let items: Vec<Clause<'a>> = items
            .into_iter()
            .map(|(item, places)| {
                let level = *level_of[member_of[item]].get_or_insert_with(|| {
                    members.push(member_of[item]);
                    first_level + u32::try_from(members.len() - 1).expect("fewer positions than an index can count")
                });
                Clause { demand: network.items[item].demand, level: Some(level), places }
            })
            .collect();
        let mut clauses: Vec<Vec<Clause<'a>>> = (0..=order.len()).map(|_| Vec::new()).collect();
        for clause in rules.chain(items) {
            clauses[clause.places.first().copied().unwrap_or(order.len())].push(clause);
        }
        clauses.iter_mut().for_each(|clauses| clauses.sort_by_key(|clause| clause.places.len()));
        Self { order, levels, clauses, members, first_level }
    }

    /// True where the demand fails, and its member is chosen.
    fn violation(
        &self,
        network: &Network<'_>,
        clause: &Clause<'_>,
        functions: &mut Functions<'_, '_>,
    ) -> Result<Ref, Halt> {
        let violated = match clause.level {
            Some(level) => functions.choose(level, Ref::NO, Ref::YES)?,
            None => Ref::YES,
        };
        // The last term to go stands highest and is asked first.
        let terms: Vec<TermIx> = clause.places.iter().rev().map(|place| self.order[*place]).collect();
        self.branch(clause.demand, violated, &terms, &mut network.domains.clone(), functions)
    }

    fn branch(
        &self,
        demand: &CompiledDemand,
        violated: Ref,
        terms: &[TermIx],
        domains: &mut [ValueSet],
        functions: &mut Functions<'_, '_>,
    ) -> Result<Ref, Halt> {
        match demand.within(domains) {
            Verdict::Met => return Ok(Ref::NO),
            Verdict::Contradicted => return Ok(violated),
            Verdict::Undecided => {}
        }
        let (term, rest) = terms.split_first().expect("a demand over single values is decided");
        let all = domains[term.get()];
        let mut answers = Vec::with_capacity(all.len());
        for value in all.iter() {
            domains[term.get()] = ValueSet::only(value);
            answers.push(self.branch(demand, violated, rest, domains, functions)?);
        }
        domains[term.get()] = all;
        // The last value is what is left when it is none of those before.
        let mut function = answers.pop().expect("a term has a value");
        for (level, answer) in self.levels[term.get()].clone().zip(answers).rev() {
            function = functions.choose(level, function, answer)?;
        }
        Ok(function)
    }
}

/// Min-fill: next goes the term that links the fewest others anew, then the one whose neighbours have the fewest values.
fn elimination_order(network: &Network<'_>) -> Vec<TermIx> {
    let n_terms = network.domains.len();
    let n_words = n_terms.div_ceil(64);
    let mut linked = vec![vec![0_u64; n_words]; n_terms];
    let rules = network.groups.iter().flatten().map(|rule| rule.terms().collect::<Vec<_>>());
    for scope in rules.chain(network.items.iter().map(|item| item.scope.clone())) {
        let open = scope.iter().filter(|term| network.domains[term.get()].len() > 1);
        for (one, other) in open.clone().flat_map(|one| open.clone().map(move |other| (one.get(), other.get()))) {
            linked[one][other / 64] |= 1 << (other % 64);
        }
    }
    // What nothing mentions is linked to nothing, not even to itself.
    let mut left: Vec<usize> = (0..n_terms).filter(|term| linked[*term].iter().any(|word| *word != 0)).collect();
    let mut order = Vec::with_capacity(left.len());
    let members = |row: &[u64]| {
        let bit = |term: &usize| row[term / 64] >> (term % 64) & 1 == 1;
        (0..n_terms).filter(bit).collect::<Vec<_>>()
    };
    while !left.is_empty() {
        let cost = |term: &usize| {
            let neighbours = members(&linked[*term]);
            let new_links = |one: &usize| linked[*term].iter().zip(&linked[*one]).map(|(t, o)| (t & !o).count_ones());
            let n_new: u32 = neighbours.iter().flat_map(new_links).sum();
            let sizes = neighbours.iter().map(|neighbour| network.domains[*neighbour].len() as u64);
            (n_new, sizes.fold(1, u64::saturating_mul), *term)
        };
        let next = left.iter().copied().min_by_key(cost).expect("the list is not empty");
        let row = linked[next].clone();
        for neighbour in members(&row) {
            linked[neighbour].iter_mut().zip(&row).for_each(|(own, new)| *own |= new);
            linked[neighbour][next / 64] &= !(1 << (next % 64));
        }
        left.retain(|term| *term != next);
        order.push(TermIx::at(next));
    }
    order
}
