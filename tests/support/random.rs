//! Random dossiers and plans from a seed, for tests and benches: the same seed gives the same case on every machine.

#![expect(dead_code, reason = "each test and bench that includes this file uses a part of it")]

#[path = "../../src/domain/sample.rs"]
mod sample;

use peace_plan_explorer::domain::{
    About, Channel, Coding, Counted, Date, Demand, Dossier, DossierParts, Party, PartyIx, Plan, Position, PositionIx,
    Read, RedLineBasis, Role, Rule, Source, SourceIx, SourceKind, Statement, StatementIx, Strength, Term, TermIx,
    TermKind, TermValue, Threshold, ValueIx,
};
use strum::IntoEnumIterator as _;

/// A generator of numbers (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number from 0 to `n` - 1.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    /// True in `percent` of 100 cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// The places 0 to `n` - 1 in a random order.
    pub fn order(&mut self, n: usize) -> Vec<usize> {
        let mut places: Vec<usize> = (0..n).collect();
        for last in (1..n).rev() {
            places.swap(last, self.below(last + 1));
        }
        places
    }
}

/// How large a random dossier is, and of what kind.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub parties: usize,
    pub terms: usize,
    pub positions: usize,
    /// Everything that the law allows, however odd; otherwise what dossiers hold as a rule.
    pub wild: bool,
}

impl Shape {
    /// The size of the shipped dossier.
    pub const SHIPPED: Self = Self { parties: 15, terms: 15, positions: 150, wild: false };
    /// The class-sized family.
    pub const CLASS: Self = Self { parties: 10, terms: 20, positions: 120, wild: false };
    /// The synthetic case of one position a cell.
    pub const SYNTHETIC: Self = Self { parties: 28, terms: 38, positions: 1_064, wild: false };
}

/// The parts of a random dossier that keep every invariant.
pub fn parts(random: &mut Random, shape: Shape) -> DossierParts {
    let terms: Vec<Term> = (0..shape.terms).map(|place| term(random, place, shape.wild)).collect();
    let statements: Vec<Statement> =
        (0..shape.positions + shape.parties).map(|place| statement(random, place, shape.parties)).collect();
    let mut positions: Vec<Position> = Vec::with_capacity(shape.positions);
    for _ in 0..shape.positions {
        let next = position(random, shape, &terms, &statements, &positions);
        positions.push(next);
    }
    let rules = (0..random.below(4)).map(|place| Rule {
        id: format!("rule-{place}"),
        demand: demand(random, shape, &terms, None),
        reason: String::new(),
    });
    DossierParts {
        covers: (sample::day("2024"), sample::day("2024-12-31")),
        parties: (0..shape.parties).map(party).collect(),
        rules: rules.collect(),
        terms,
        statements,
        positions,
        ..sample::parts("random")
    }
}

/// A random dossier.
pub fn dossier(random: &mut Random, shape: Shape) -> Dossier {
    Dossier::new(parts(random, shape)).unwrap()
}

/// A random plan that sets about `percent` of 100 terms.
pub fn plan(random: &mut Random, dossier: &Dossier, percent: usize) -> Plan {
    let mut plan = Plan::empty(dossier.terms.len());
    for (ix, term) in TermIx::all(dossier.terms.len()).zip(&dossier.terms) {
        if random.chance(percent) {
            plan.set(ix, Some(ValueIx::at(random.below(term.values.len()))));
        }
    }
    plan
}

/// A random day of the first half of 2024, sometimes only to the month or the year.
pub fn day(random: &mut Random) -> Date {
    let (month, day) = (1 + random.below(6), 1 + random.below(28));
    let about = if random.chance(10) { "~" } else { "" };
    sample::day(&match random.below(10) {
        0 => format!("{about}2024"),
        1 | 2 => format!("{about}2024-{month:02}"),
        _ => format!("{about}2024-{month:02}-{day:02}"),
    })
}

/// A random choice of what counts.
pub fn counted(random: &mut Random) -> Counted {
    let mut start = Counted::default();
    start.unverified = random.chance(30);
    Channel::iter().fold(start, |counted, channel| {
        if random.chance(25) { counted.with(channel, !counted.channel(channel)) } else { counted }
    })
}

fn party(place: usize) -> Party {
    let role = [Role::MustAccept, Role::Affected, Role::Outside][place % 3];
    Party { id: format!("party-{place}"), code: format!("P{place}"), role, ..sample::party(&format!("Party {place}")) }
}

fn value(id: String, number: Option<i32>) -> TermValue {
    TermValue { name: format!("value {id}"), number, ..sample::value(&id) }
}

fn term(random: &mut Random, place: usize, wild: bool) -> Term {
    let named = |count: usize, name: &'static str| (0..count).map(move |n| value(format!("{name}{n}"), None));
    let (kind, values) = match random.below(3) {
        0 => (TermKind::Toggle, vec![value("true".to_owned(), None), value("false".to_owned(), None)]),
        1 if wild => (TermKind::Choice, named(1 + random.below(5), "choice").collect()),
        1 => (TermKind::Choice, named(3 + random.below(5), "choice").collect()),
        _ => {
            let start = i32::try_from(random.below(9)).unwrap() - 4;
            let step = 1 + i32::try_from(random.below(4)).unwrap();
            let count = if wild { 1 + random.below(3) } else { 5 + random.below(26) };
            let grid = (0..i32::try_from(count).unwrap()).map(|n| start + n * step);
            let mut values: Vec<TermValue> = named(random.below(2), "before").collect();
            values.extend(grid.map(|number| value(number.to_string(), Some(number))));
            values.extend(named(random.below(3), "after"));
            (sample::years(), values)
        }
    };
    Term { id: format!("term-{place}"), ..sample::term(&format!("Term {place}"), kind, values) }
}

/// Every party speaks at least once, so that each may hold a position.
fn statement(random: &mut Random, place: usize, parties: usize) -> Statement {
    let party = if place < parties { place } else { random.below(parties) };
    let said = day(random);
    let channels: Vec<Channel> = Channel::iter().collect();
    let usual = random.chance(60);
    Statement {
        channel: if usual { Channel::OnRecord } else { *random.pick(&channels) },
        unverified: random.chance(10),
        sources: if random.chance(10) { Vec::new() } else { vec![SourceIx(0)] },
        ..sample::statement(&format!("statement-{place}"), PartyIx::at(party), said)
    }
}

fn position(
    random: &mut Random,
    shape: Shape,
    terms: &[Term],
    statements: &[Statement],
    earlier: &[Position],
) -> Position {
    let party = PartyIx::at(random.below(shape.parties));
    let own = |mine: PartyIx| move |place: &usize| statements[*place].party == mine;
    let own: Vec<usize> = (0..statements.len()).filter(own(party)).collect();
    let about = TermIx::at(random.below(terms.len()));
    let has_demand = random.chance(90);
    let demand = has_demand.then(|| demand(random, shape, terms, Some(about)));
    let odd_row = shape.wild && random.chance(10);
    let no_row = !has_demand && random.chance(50);
    let older = PositionIx::all(earlier.len()).filter(|ix| earlier[ix.get()].party == party);
    let mut replaces: Vec<PositionIx> = older.filter(|_| random.chance(15)).collect();
    if !shape.wild {
        replaces.truncate(usize::from(random.chance(10)));
    }
    let strengths = [Strength::RedLine, Strength::Opposes, Strength::Prefers, Strength::Offers];
    let about = if no_row {
        None
    } else if odd_row {
        Some(TermIx::at(random.below(terms.len())))
    } else {
        Some(about)
    };
    let statements = (0..1 + random.below(3)).map(|_| StatementIx::at(*random.pick(&own))).collect();
    let said = (party, StatementIx(0));
    Position {
        statements,
        strength: *random.pick(&strengths),
        until: random.chance(if shape.wild { 20 } else { 3 }).then(|| day(random)),
        replaces,
        counts: !random.chance(10),
        ..sample::position(&format!("position-{}", earlier.len()), said, about, demand, Strength::Offers)
    }
}

/// A demand on a few terms, among them `about`.
fn demand(random: &mut Random, shape: Shape, terms: &[Term], about: Option<TermIx>) -> Demand {
    let about = about.unwrap_or_else(|| TermIx::at(random.below(terms.len())));
    let mut pool = vec![about];
    pool.extend((0..random.below(3)).map(|_| TermIx::at(random.below(terms.len()))));
    if shape.wild {
        return nested(random, terms, &pool, 3);
    }
    let (first, last) = (leaf(random, terms, about, false), *random.pick(&pool));
    let mut other = || leaf(random, terms, last, false);
    match other() {
        second if last != about => match random.below(4) {
            0 => Demand::Any(vec![first, second]),
            1 => Demand::All(vec![first, second]),
            _ => Demand::If(Box::new(second), Box::new(first)),
        },
        _ => first,
    }
}

fn nested(random: &mut Random, terms: &[Term], pool: &[TermIx], depth: usize) -> Demand {
    let kind = if depth == 0 { 0 } else { random.below(9) };
    let count = random.below(4);
    let mut inner = || nested(random, terms, pool, depth - 1);
    match kind {
        0..=2 => {
            let term = *random.pick(pool);
            leaf(random, terms, term, true)
        }
        3 => Demand::Not(Box::new(inner())),
        4 | 5 => Demand::All((0..count).map(|_| inner()).collect()),
        6 => Demand::Any((0..count).map(|_| inner()).collect()),
        _ => {
            let premise = inner();
            Demand::If(Box::new(premise), Box::new(inner()))
        }
    }
}

pub fn leaf(random: &mut Random, terms: &[Term], term: TermIx, odd: bool) -> Demand {
    let values = &terms[term.get()].values;
    let numbers: Vec<i32> = values.iter().filter_map(|value| value.number).collect();
    let some_value = |random: &mut Random| ValueIx::at(random.below(values.len()));
    // Wild thresholds lie on the grid, between its numbers or outside, and now and then on a term without numbers.
    let threshold = match (numbers.is_empty(), odd) {
        (true, false) => None,
        (true, true) => random.chance(20).then_some(1),
        (false, false) => Some(*random.pick(&numbers)),
        (false, true) => Some(*random.pick(&numbers) + i32::try_from(random.below(5)).unwrap() - 2),
    };
    match (threshold, random.below(4)) {
        (Some(number), 0 | 1) => Demand::AtLeast(term, number),
        (Some(number), 2) => Demand::AtMost(term, number),
        (_, 0) => Demand::OneOf(term, (0..random.below(4)).map(|_| some_value(random)).collect()),
        (_, 1) if !odd => Demand::Not(Box::new(Demand::Is(term, some_value(random)))),
        _ => Demand::Is(term, some_value(random)),
    }
}
