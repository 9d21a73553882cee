//! Random dossiers on a grid of sizes and kinds, for measuring where analyses get slow.

#![allow(dead_code, clippy::allow_attributes, reason = "each test and bench that includes this file uses a part of it")]

use peace_plan_explorer::domain::{
    Channel, Demand, Dossier, DossierParts, PartyIx, Plan, SourceIx, Term, TermIx, ValueIx,
};

use super::random::{self, Random, Shape};

/// A place on the grid.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// `class`, `wide` or `research`.
    pub size: &'static str,
    /// In so many of 100 cases a demand's further terms come from anywhere, else from beside its first in a tree of terms.
    pub elsewhere: usize,
    /// Most demands name two or three terms, else one.
    pub spanning: bool,
    /// A plan exists for each party that meets all that it demands.
    pub consistent: bool,
    /// A few demands ask for 8 to 20 terms at once.
    pub packages: bool,
}

impl Spot {
    /// All places.
    pub fn all() -> impl Iterator<Item = Self> {
        ["class", "wide", "research"].into_iter().flat_map(|size| {
            [10, 30, 100].into_iter().flat_map(move |elsewhere| {
                (0..8_u8).map(move |bits| Self {
                    size,
                    elsewhere,
                    spanning: bits & 1 != 0,
                    consistent: bits & 2 != 0,
                    packages: bits & 4 != 0,
                })
            })
        })
    }

    /// A name without spaces.
    pub fn name(self) -> String {
        let or = |is: bool, one: &'static str, other: &'static str| if is { one } else { other };
        format!(
            "{}-{}-{}-{}-{}",
            self.size,
            self.elsewhere,
            or(self.spanning, "spanning", "single"),
            or(self.consistent, "consistent", "contrary"),
            or(self.packages, "packages", "plain"),
        )
    }

    /// The place of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|spot| spot.name() == name)
    }

    /// The dossier of a seed, and the plan to start from.
    pub fn dossier(self, seed: u64) -> (Dossier, Plan) {
        let (parties, terms, positions) = match self.size {
            "class" => (10, 20, 120),
            "wide" => (15, 50, 400),
            _ => (20, 100, 1_000),
        };
        let mut random = Random::new(seed);
        let mut parts = random::parts(&mut random, Shape { parties, terms, positions, wild: false });
        let own: Vec<Vec<ValueIx>> = (0..parties).map(|_| any_plan(&mut random, &parts.terms)).collect();
        for place in 0..parts.positions.len() {
            let about = TermIx::at(random.below(terms));
            let party = parts.positions[place].party;
            let demand = self.demand(&mut random, &parts, about, &own[party.get()]);
            let position = &mut parts.positions[place];
            (position.about, position.demand) = (Some(about), Some(demand));
            position.counts = true;
            position.replaces.clear();
            position.until = None;
        }
        for (place, n_terms) in [8, 12, 16, 20].into_iter().enumerate().filter(|_| self.packages) {
            let party = parts.positions[place].party;
            let parties_plan =
                if self.consistent { own[party.get()].clone() } else { any_plan(&mut random, &parts.terms) };
            let chosen = random.order(terms).into_iter().take(n_terms).map(TermIx::at);
            let package: Vec<Demand> = chosen.map(|term| Demand::Is(term, parties_plan[term.get()])).collect();
            parts.positions[place].demand = Some(Demand::All(package));
        }
        parts.rules.clear();
        plain(&mut parts);
        let dossier = Dossier::new(parts).unwrap();
        let plan = random::plan(&mut random, &dossier, 100);
        (dossier, plan)
    }

    fn demand(self, random: &mut Random, parts: &DossierParts, about: TermIx, own: &[ValueIx]) -> Demand {
        let n_terms = parts.terms.len();
        let leaf = |random: &mut Random, term: TermIx, is_met: bool| {
            if self.consistent {
                met(random, &parts.terms[term.get()], term, own[term.get()], is_met)
            } else {
                random::leaf(random, &parts.terms, term, false)
            }
        };
        let first = leaf(random, about, true);
        let draw = random.below(100);
        let n_further = match (self.spanning, draw) {
            (false, 0..70) | (true, 0..15) => return first,
            (false, 70..95) | (true, 15..60) => 1,
            _ => 2,
        };
        let mut further = Vec::new();
        for _ in 0..n_further {
            let near = [about.get() / 2, about.get() * 2 % n_terms, (about.get() * 2 + 1) % n_terms];
            let mut term = if random.chance(self.elsewhere) { random.below(n_terms) } else { *random.pick(&near) };
            if term == about.get() {
                term = (term + 1) % n_terms;
            }
            further.push(leaf(random, TermIx::at(term), true));
        }
        match (random.below(3), further.len()) {
            (0, 1) => Demand::All(further.into_iter().chain([first]).collect()),
            (0, _) => {
                Demand::If(Box::new(further.swap_remove(0)), Box::new(Demand::Any(vec![first, further.swap_remove(0)])))
            }
            (1, _) => Demand::If(Box::new(Demand::All(further)), Box::new(first)),
            _ => Demand::Any(further.into_iter().chain([first]).collect()),
        }
    }
}

/// A demand on one term that this value meets, or not.
fn met(random: &mut Random, term: &Term, ix: TermIx, own: ValueIx, is_met: bool) -> Demand {
    let other = ValueIx::at((own.get() + 1 + random.below(term.values.len() - 1)) % term.values.len());
    let demand = match random.below(4) {
        0 => Demand::Not(Box::new(Demand::Is(ix, other))),
        1 => Demand::OneOf(ix, vec![own, other]),
        _ => Demand::Is(ix, own),
    };
    if is_met { demand } else { Demand::Not(Box::new(demand)) }
}

fn any_plan(random: &mut Random, terms: &[Term]) -> Vec<ValueIx> {
    terms.iter().map(|term| ValueIx::at(random.below(term.values.len()))).collect()
}

/// Every position counts, so that the size is the one that the name says.
fn plain(parts: &mut DossierParts) {
    for statement in &mut parts.statements {
        statement.said = parts.covers.0;
        statement.channel = Channel::OnRecord;
        statement.unverified = false;
        statement.sources = vec![SourceIx(0)];
    }
    debug_assert!(parts.positions.iter().all(|position| position.party < PartyIx::at(parts.parties.len())));
}
