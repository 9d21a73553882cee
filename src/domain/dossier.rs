//! The dossier: a case with everything in it, checked when it is built.

use std::collections::BTreeMap;

use super::{
    Date, Demand, Party, PartyIx, Position, PositionIx, Source, SourceIx, Statement, StatementIx, Strength, Term,
    TermIx, ValueIx, term::MAX_VALUES,
};

/// What a dossier is made of. Lists refer to each other by index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierParts {
    /// Readable id; also the name of its folder.
    pub id: String,
    /// Raised with every published change.
    pub version: u32,
    /// Title ("Ukraine, January 2025").
    pub title: String,
    /// The language of its texts, as a tag ("en").
    pub language: String,
    /// True if the case is invented for practice.
    pub fictional: bool,
    /// The day at which it opens.
    pub as_of: Date,
    /// The first and the last day for which it was researched.
    pub covers: (Date, Date),
    /// What it is, who made it, what was read and what is missing.
    pub about: About,
    /// Parties in the dossier's own order.
    pub parties: Vec<Party>,
    /// Terms in the dossier's own order.
    pub terms: Vec<Term>,
    /// Consistency rules.
    pub rules: Vec<Rule>,
    /// Published sources.
    pub sources: Vec<Source>,
    /// Other spellings of the names of speakers, by the name as their statements have it.
    pub also: BTreeMap<String, Vec<String>>,
    /// Statements: the evidence.
    pub statements: Vec<Statement>,
    /// Positions: the reading.
    pub positions: Vec<Position>,
}

/// What a reader must know about a dossier before trusting it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What it is for, in a few sentences.
    pub purpose: String,
    /// Who made it.
    pub author: String,
    /// The day of this version.
    pub updated: Option<Date>,
    /// The licence of its texts.
    pub licence: String,
    /// What was read in full.
    pub read_in_full: String,
    /// What was read only in part.
    pub read_in_part: String,
    /// What could not be verified.
    pub not_verified: String,
    /// What it leaves out.
    pub left_out: String,
    /// Open questions and anything else, each one paragraph.
    pub notes: Vec<String>,
}

/// A consistency rule: a plan that breaks it contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Readable id, unique among the rules.
    pub id: String,
    /// What every plan must keep.
    pub demand: Demand,
    /// Why, in one sentence.
    pub reason: String,
}

/// A dossier whose inner references are known to be sound. Everything in [`DossierParts`] can be read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    parts: DossierParts,
    first_days: Vec<Date>,
    replaced_by: Vec<Vec<PositionIx>>,
    about: Vec<Vec<PositionIx>>,
    events: Vec<Date>,
}

/// Why parts do not make a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A list that must hold something is empty.
    Nothing(&'static str),
    /// A list is longer than an index can count.
    TooMany(&'static str),
    /// A term has no values, or more than [`MAX_VALUES`].
    Values(String, usize),
    /// Something points to nothing.
    Dangling(String),
    /// A position without evidence.
    NoStatement(String),
    /// A demand without a cell to mark.
    DemandWithoutTerm(String),
    /// A demand of a position or rule about which nothing could be decided in time.
    TooHard(String),
    /// A position that would have to follow itself.
    Replaces(String),
}

impl Dossier {
    /// Checks the references between the parts and builds the look-up tables.
    ///
    /// # Errors
    /// Every [`Flaw`] found.
    pub fn new(parts: DossierParts) -> Result<Self, Vec<Flaw>> {
        let flaws = flaws(&parts);
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let first_day = |position: &Position| {
            let days = position.statements.iter().map(|ix| parts.statements[ix.get()].said);
            days.min().expect("a position without statements was refused above")
        };
        let first_days: Vec<Date> = parts.positions.iter().map(first_day).collect();
        let mut replaced_by = vec![Vec::new(); parts.positions.len()];
        let mut about = vec![Vec::new(); parts.parties.len() * parts.terms.len()];
        for (ix, position) in PositionIx::all(parts.positions.len()).zip(&parts.positions) {
            for old in &position.replaces {
                replaced_by[old.get()].push(ix);
            }
            if let Some(term) = position.about {
                about[position.party.get() * parts.terms.len() + term.get()].push(ix);
            }
        }
        let ends = parts.positions.iter().filter_map(|position| position.until);
        let mut events: Vec<Date> = parts.statements.iter().map(|statement| statement.said).chain(ends).collect();
        events.sort_unstable();
        events.dedup_by_key(|date| date.earliest());
        Ok(Self { parts, first_days, replaced_by, about, events })
    }

    /// The party with this index.
    #[must_use]
    pub fn party(&self, ix: PartyIx) -> &Party {
        &self.parts.parties[ix.get()]
    }

    /// The term with this index.
    #[must_use]
    pub fn term(&self, ix: TermIx) -> &Term {
        &self.parts.terms[ix.get()]
    }

    /// The statement with this index.
    #[must_use]
    pub fn statement(&self, ix: StatementIx) -> &Statement {
        &self.parts.statements[ix.get()]
    }

    /// The position with this index.
    #[must_use]
    pub fn position(&self, ix: PositionIx) -> &Position {
        &self.parts.positions[ix.get()]
    }

    /// The source with this index.
    #[must_use]
    pub fn source(&self, ix: SourceIx) -> &Source {
        &self.parts.sources[ix.get()]
    }

    /// The positions of `party` about `term`, in force or not, in the dossier's order.
    #[must_use]
    pub fn positions_about(&self, party: PartyIx, term: TermIx) -> &[PositionIx] {
        &self.about[party.get() * self.parts.terms.len() + term.get()]
    }

    /// The statements of a position that had been made by `day`; all of them if none had.
    #[must_use]
    pub fn statements_by(&self, position: PositionIx, day: Date) -> Vec<StatementIx> {
        let all = &self.position(position).statements;
        let made = |statement: &StatementIx| self.statement(*statement).said.earliest() <= day.earliest();
        let by_then: Vec<StatementIx> = all.iter().copied().filter(made).collect();
        if by_then.is_empty() { all.clone() } else { by_then }
    }

    /// The first day of a position: the day of its first statement.
    #[must_use]
    pub fn first_day(&self, position: PositionIx) -> Date {
        self.first_days[position.get()]
    }

    /// True if the position has begun and not ended on `day`, replaced or not.
    #[must_use]
    pub fn stands(&self, position: PositionIx, day: Date) -> bool {
        self.has_begun(position, day) && !self.has_ended(position, day)
    }

    /// The positions that replace this one, in force or not.
    #[must_use]
    pub(crate) fn replaced_by(&self, position: PositionIx) -> &[PositionIx] {
        &self.replaced_by[position.get()]
    }

    /// Every day on which something was said or ended, in order, each once.
    #[must_use]
    pub fn events(&self) -> &[Date] {
        &self.events
    }

    /// Those of the [events](Self::events) that lie inside what the dossier covers.
    pub(crate) fn events_covered(&self) -> impl DoubleEndedIterator<Item = Date> + '_ {
        let (first, last) = (self.covers.0.earliest(), self.covers.1.earliest());
        self.events.iter().copied().filter(move |day| (first..=last).contains(&day.earliest()))
    }

    fn has_begun(&self, position: PositionIx, day: Date) -> bool {
        self.first_day(position).earliest() <= day.earliest()
    }

    fn has_ended(&self, position: PositionIx, day: Date) -> bool {
        self.position(position).until.is_some_and(|until| until.earliest() <= day.earliest())
    }
}

impl std::ops::Deref for Dossier {
    type Target = DossierParts;

    fn deref(&self) -> &DossierParts {
        &self.parts
    }
}

fn flaws(parts: &DossierParts) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let lists = [
        ("parties", parts.parties.len(), true),
        ("terms", parts.terms.len(), true),
        ("sources", parts.sources.len(), false),
        ("statements", parts.statements.len(), false),
        ("positions", parts.positions.len(), false),
    ];
    for (name, len, needed) in lists {
        if needed && len == 0 {
            flaws.push(Flaw::Nothing(name));
        }
        if len > usize::from(u16::MAX) {
            flaws.push(Flaw::TooMany(name));
        }
    }
    for term in &parts.terms {
        if term.values.is_empty() || term.values.len() > MAX_VALUES {
            flaws.push(Flaw::Values(term.id.clone(), term.values.len()));
        }
    }
    for statement in &parts.statements {
        let sources = statement.sources.iter().all(|ix| ix.get() < parts.sources.len());
        if statement.party.get() >= parts.parties.len() || !sources {
            flaws.push(Flaw::Dangling(statement.id.clone()));
        }
    }
    for rule in &parts.rules {
        if !is_sound(parts, &rule.demand) {
            flaws.push(Flaw::Dangling(rule.id.clone()));
        } else if !rule.demand.can_be_decided(&parts.terms) {
            flaws.push(Flaw::TooHard(rule.id.clone()));
        }
    }
    for position in &parts.positions {
        flaws.extend(position_flaw(parts, position));
    }
    if flaws.is_empty()
        && let Some(id) = replacement_circle(parts)
    {
        flaws.push(Flaw::Replaces(id));
    }
    flaws
}

fn position_flaw(parts: &DossierParts, position: &Position) -> Option<Flaw> {
    let id = || position.id.clone();
    let dangling = position.party.get() >= parts.parties.len()
        || position.statements.iter().any(|ix| ix.get() >= parts.statements.len())
        || position.replaces.iter().any(|ix| ix.get() >= parts.positions.len())
        || position.about.is_some_and(|ix| ix.get() >= parts.terms.len())
        || position.demand.as_ref().is_some_and(|demand| !is_sound(parts, demand));
    if dangling {
        return Some(Flaw::Dangling(id()));
    }
    if position.statements.is_empty() {
        return Some(Flaw::NoStatement(id()));
    }
    if position.demand.is_some() && position.about.is_none() {
        return Some(Flaw::DemandWithoutTerm(id()));
    }
    if position.demand.as_ref().is_some_and(|demand| !demand.can_be_decided(&parts.terms)) {
        return Some(Flaw::TooHard(id()));
    }
    let foreign = position.replaces.iter().any(|old| parts.positions[old.get()].party != position.party);
    foreign.then(|| Flaw::Replaces(id()))
}

/// The id of a position that, through others, replaces itself.
fn replacement_circle(parts: &DossierParts) -> Option<String> {
    let mut done = vec![false; parts.positions.len()];
    let mut left: Vec<usize> = (0..parts.positions.len()).collect();
    loop {
        let before = left.len();
        let is_open =
            |place: &usize, done: &[bool]| parts.positions[*place].replaces.iter().any(|old| !done[old.get()]);
        let (open, closed): (Vec<usize>, Vec<usize>) = left.iter().partition(|place| is_open(place, &done));
        closed.into_iter().for_each(|place| done[place] = true);
        left = open;
        if left.is_empty() || left.len() == before {
            return left.first().map(|place| parts.positions[*place].id.clone());
        }
    }
}

fn is_sound(parts: &DossierParts, demand: &Demand) -> bool {
    let has = |term: TermIx, value: ValueIx| {
        parts.terms.get(term.get()).is_some_and(|found| value.get() < found.values.len())
    };
    match demand {
        Demand::Is(term, value) => has(*term, *value),
        Demand::OneOf(term, values) => term.get() < parts.terms.len() && values.iter().all(|value| has(*term, *value)),
        Demand::AtLeast(term, _) | Demand::AtMost(term, _) => term.get() < parts.terms.len(),
        Demand::Not(inner) => is_sound(parts, inner),
        Demand::All(inner) | Demand::Any(inner) => inner.iter().all(|part| is_sound(parts, part)),
        Demand::If(premise, consequence) => is_sound(parts, premise) && is_sound(parts, consequence),
    }
}

impl Strength {
    /// True if a position of this strength can be contradicted at all.
    #[must_use]
    pub(crate) fn can_be_contradicted(self) -> bool {
        self != Self::Offers
    }
}
