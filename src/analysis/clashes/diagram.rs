//! Decision diagrams: a function of yes-or-no variables as a graph in which equal parts stand once (Bryant 1986).
//!
//! A variable is a level; the smallest is asked first. Nodes are made after what they point to, so that a node's number is
//! larger than those of its children. Nothing depends on addresses or on chance: the same input gives the same graph.

use super::search::{Halt, Search};

/// A node of a diagram, or one of the two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ref(u32);

impl Ref {
    /// The function that is never true; the family without a set.
    pub(super) const NO: Self = Self(0);
    /// The function that is always true; the family whose only set is empty.
    pub(super) const YES: Self = Self(1);

    pub(super) fn get(self) -> usize {
        self.0 as usize
    }

    pub(super) fn number(self) -> u32 {
        self.0
    }
}

/// A question and where its two answers lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) level: u32,
    pub(super) no: Ref,
    pub(super) yes: Ref,
}

/// The level of the two ends, below all variables.
const BOTTOM: u32 = u32::MAX;

/// All nodes, each once.
#[derive(Clone, Debug)]
pub(super) struct Nodes {
    nodes: Vec<Node>,
    /// Open addressing: numbers of nodes, 0 for free.
    table: Vec<u32>,
    max: usize,
}

impl Nodes {
    pub(super) fn new(max: usize) -> Self {
        let end = |end| Node { level: BOTTOM, no: end, yes: end };
        Self { nodes: vec![end(Ref::NO), end(Ref::YES)], table: vec![0; 1 << 8], max }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, at: Ref) -> Node {
        self.nodes[at.get()]
    }

    /// All nodes in the order in which they were made, the two ends first.
    pub(super) fn all(&self) -> &[Node] {
        &self.nodes
    }

    /// The numbers of the nodes that a function is made of, children before parents, without the two ends.
    pub(super) fn reachable(&self, root: Ref) -> Vec<usize> {
        self.reachable_from(std::iter::once(root))
    }

    fn reachable_from(&self, roots: impl Iterator<Item = Ref>) -> Vec<usize> {
        let mut needed = vec![false; self.nodes.len()];
        roots.for_each(|root| needed[root.get()] = true);
        for number in (2..self.nodes.len()).rev() {
            if needed[number] {
                let node = self.nodes[number];
                needed[node.no.get()] = true;
                needed[node.yes.get()] = true;
            }
        }
        (2..needed.len()).filter(|number| needed[*number]).collect()
    }

    /// What a function is made of, children before parents after the two ends, and its own new number.
    pub(super) fn only(&self, root: Ref) -> (Vec<Node>, Ref) {
        let mut only = self.nodes[..2].to_vec();
        let mut moved = vec![Ref::NO; self.nodes.len()];
        moved[1] = Ref::YES;
        for number in self.reachable(root) {
            let node = self.nodes[number];
            moved[number] = Ref(u32::try_from(only.len()).expect("fewer nodes than before"));
            only.push(Node { no: moved[node.no.get()], yes: moved[node.yes.get()], ..node });
        }
        (only, moved[root.get()])
    }

    /// The node with these parts, new or old.
    pub(super) fn get(&mut self, node: Node) -> Result<Ref, Halt> {
        let mask = self.table.len() - 1;
        let mut place = hash(node.level, node.no.0, node.yes.0) & mask;
        loop {
            match self.table[place] {
                0 => break,
                number if self.nodes[number as usize] == node => return Ok(Ref(number)),
                _ => place = (place + 1) & mask,
            }
        }
        if self.nodes.len() >= self.max {
            return Err(Halt::TooLarge);
        }
        let number = u32::try_from(self.nodes.len()).map_err(|_too_many| Halt::TooLarge)?;
        self.nodes.push(node);
        self.table[place] = number;
        if self.nodes.len() * 2 > self.table.len() {
            self.grow();
        }
        Ok(Ref(number))
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 2 - 1;
        self.table = vec![0; mask + 1];
        for (number, node) in (0_u32..).zip(&self.nodes).skip(2) {
            let mut place = hash(node.level, node.no.0, node.yes.0) & mask;
            while self.table[place] != 0 {
                place = (place + 1) & mask;
            }
            self.table[place] = number;
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a hash: the low bits are as good as all")]
fn hash(one: u32, two: u32, three: u32) -> usize {
    let mixed = (u64::from(two) << 32 | u64::from(three)) ^ u64::from(one).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ mixed >> 32) as usize
}

/// Answers that were worked out before. It forgets at will, never wrongly.
#[derive(Clone, Debug)]
pub(super) struct Memo(Vec<[u32; 4]>);

impl Memo {
    pub(super) fn new() -> Self {
        Self(vec![[u32::MAX; 4]; 1 << 12])
    }

    /// Keeps its size in step with that of the graph.
    fn fit(&mut self, n_nodes: usize) {
        if self.0.len() < n_nodes && self.0.len() < 1 << 18 {
            let old = std::mem::take(&mut self.0);
            self.0 = vec![[u32::MAX; 4]; old.len() * 4];
            for entry in old.into_iter().filter(|entry| entry[0] != u32::MAX) {
                let place = self.place([entry[0], entry[1], entry[2]]);
                self.0[place] = entry;
            }
        }
    }

    pub(super) fn get(&self, key: [u32; 3]) -> Option<Ref> {
        let entry = self.0[self.place(key)];
        (entry[..3] == key).then_some(Ref(entry[3]))
    }

    pub(super) fn set(&mut self, key: [u32; 3], answer: Ref, n_nodes: usize) {
        self.fit(n_nodes);
        let place = self.place(key);
        self.0[place] = [key[0], key[1], key[2], answer.0];
    }

    fn place(&self, key: [u32; 3]) -> usize {
        hash(key[0], key[1], key[2]) & (self.0.len() - 1)
    }
}

/// Boolean functions.
pub(super) struct Functions<'s, 'a> {
    nodes: Nodes,
    memo: Memo,
    search: &'s mut Search<'a>,
}

/// What two functions are joined by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    And,
    Or,
}

/// The third kind of entry of the memo, beside the two joins.
const FOR_ALL: u32 = 2;

impl<'s, 'a> Functions<'s, 'a> {
    /// At most `max` nodes at a time; each operation on a node is a step of `search`.
    pub(super) fn new(max: usize, search: &'s mut Search<'a>) -> Self {
        Self { nodes: Nodes::new(max), memo: Memo::new(), search }
    }

    pub(super) fn nodes(&self) -> &Nodes {
        &self.nodes
    }

    pub(super) fn into_nodes(self) -> Nodes {
        self.nodes
    }

    /// Takes a step of the search.
    pub(super) fn step(&mut self) -> Result<(), Halt> {
        self.search.step()
    }

    /// If the variable is true then `yes` else `no`.
    pub(super) fn choose(&mut self, level: u32, no: Ref, yes: Ref) -> Result<Ref, Halt> {
        if no == yes { Ok(no) } else { self.nodes.get(Node { level, no, yes }) }
    }

    /// Both, or at least one.
    pub(super) fn join(&mut self, join: Join, one: Ref, other: Ref) -> Result<Ref, Halt> {
        let (neutral, final_) = match join {
            Join::And => (Ref::YES, Ref::NO),
            Join::Or => (Ref::NO, Ref::YES),
        };
        if one == other || other == neutral {
            return Ok(one);
        }
        if one == neutral {
            return Ok(other);
        }
        if one == final_ || other == final_ {
            return Ok(final_);
        }
        let key = [join as u32, one.min(other).0, one.max(other).0];
        if let Some(known) = self.memo.get(key) {
            return Ok(known);
        }
        self.search.step()?;
        let (first, second) = (self.nodes.node(one), self.nodes.node(other));
        let level = first.level.min(second.level);
        let parts = |node: Node, whole: Ref| if node.level == level { (node.no, node.yes) } else { (whole, whole) };
        let ((no, yes), (other_no, other_yes)) = (parts(first, one), parts(second, other));
        let no = self.join(join, no, other_no)?;
        let yes = self.join(join, yes, other_yes)?;
        let answer = self.choose(level, no, yes)?;
        self.memo.set(key, answer, self.nodes.len());
        Ok(answer)
    }

    /// True where the function is true whatever the variables at these levels are.
    pub(super) fn for_all(&mut self, levels: &std::ops::Range<u32>, function: Ref) -> Result<Ref, Halt> {
        let node = self.nodes.node(function);
        if node.level >= levels.end {
            return Ok(function);
        }
        let key = [FOR_ALL, function.0, levels.start];
        if let Some(known) = self.memo.get(key) {
            return Ok(known);
        }
        self.search.step()?;
        let no = self.for_all(levels, node.no)?;
        let answer = if levels.contains(&node.level) && no == Ref::NO {
            no
        } else {
            let yes = self.for_all(levels, node.yes)?;
            if levels.contains(&node.level) {
                self.join(Join::And, no, yes)?
            } else {
                self.choose(node.level, no, yes)?
            }
        };
        self.memo.set(key, answer, self.nodes.len());
        Ok(answer)
    }

    /// Forgets all nodes that none of these functions needs. The numbers of the others change, in `roots` too.
    pub(super) fn forget_all_but(&mut self, roots: &mut [&mut Ref]) -> Result<(), Halt> {
        let mut fresh = Nodes::new(self.nodes.max);
        let mut moved = vec![Ref::NO; self.nodes.len()];
        moved[1] = Ref::YES;
        for number in self.nodes.reachable_from(roots.iter().map(|root| **root)) {
            self.search.step()?;
            let node = self.nodes.nodes[number];
            moved[number] = fresh.get(Node { no: moved[node.no.get()], yes: moved[node.yes.get()], ..node })?;
        }
        roots.iter_mut().for_each(|root| **root = moved[root.get()]);
        self.nodes = fresh;
        self.memo = Memo::new();
        Ok(())
    }
}
