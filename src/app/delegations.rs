//! Delegations: students speak about a party's statements. Rounds of one proposal each; nothing is voted on and nobody
//! can stop anything.

use super::{
    Document, Edit, State,
    class_edit::ClassEdit,
    on_file::{OnFile, on_file_of},
    state::Here,
    then::Then,
};
use crate::{
    analysis::{Basis, Ended, Situation, Standing, ended},
    domain::{Date, Dossier, MAX_RECORDS, PartyIx, PositionIx, Proposal, StatementIx, TermIx, ValueIx},
};

/// A dossier that ends this many years before it was last worked on is about something that is over.
const YEARS_UNTIL_OVER: i16 = 5;

/// What the screen holds.
#[derive(Clone, Debug, Default)]
pub struct Delegations {
    /// Where the class is.
    pub page: Page,
    /// The party whose role card is read.
    pub card: Option<PartyIx>,
    /// The proposal that is being put together.
    pub draft: Draft,
    /// The proposal that is on the table, by its place in the log.
    pub on_the_table: Option<usize>,
    /// What the proposal on the table does to each delegation, in the order of the columns. Who has nothing on file is among
    /// them: an absence would tell.
    pub touched: Vec<Touched>,
    /// What was said since the rounds began, or since the news was last put away.
    pub news: Option<News>,
    /// True if a proposal hides what is on file from all but the delegation that makes it.
    pub curtain: bool,
    /// The timer, while it runs.
    pub timer: Option<Timer>,
}

/// Where the class is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter)]
pub enum Page {
    /// What the exercise is, and what nobody has to do.
    #[default]
    Opening,
    /// Who takes part.
    Choose,
    /// A delegation's card.
    Cards,
    /// The rounds.
    Rounds,
}

/// A proposal that is being put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Whose delegation proposes it.
    pub by: Option<PartyIx>,
    /// The term.
    pub term: Option<TermIx>,
    /// The value; `None` to take the term out of the plan.
    pub to: Option<ValueIx>,
}

/// What a proposal does to a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The party.
    pub party: PartyIx,
    /// What the proposal does to what is on file; `None` if the term is taken out of the plan.
    pub on_file: Option<OnFile>,
    /// Its statements in force that bear on the term, newest first.
    pub statements: Vec<(PositionIx, StatementIx)>,
}

/// What was said between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// The day before.
    pub from: Date,
    /// The as-of date.
    pub to: Date,
    /// What was said after the one day, up to the other, oldest first.
    pub said: Vec<StatementIx>,
    /// What held on the one day and holds no longer on the other.
    pub ended: Vec<Ended>,
}

impl News {
    /// No news: from this day on.
    fn none_since(day: Date) -> Self {
        Self { from: day, to: day, said: Vec::new(), ended: Vec::new() }
    }
}

/// A timer. `app` reads no clock: the view says when it began and what time it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timer {
    /// How long it runs, in minutes.
    pub minutes: u16,
    /// When it began, in seconds of the view's clock.
    pub began: f64,
}

impl Timer {
    /// The seconds that are left at `now`; 0 once it is over.
    #[must_use]
    pub fn left(self, now: f64) -> f64 {
        (f64::from(self.minutes) * 60.0 - (now - self.began)).max(0.0)
    }

    /// The part that is left at `now`, from 1 to 0.
    #[must_use]
    pub(crate) fn part_left(self, now: f64) -> f64 {
        self.left(now) / (f64::from(self.minutes) * 60.0).max(1.0)
    }
}

/// What a user does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// Turn to a page.
    Page(Page),
    /// Read a party's card.
    Card(PartyIx),
    /// Put a proposal together.
    Draft(Draft),
    /// Propose what was put together. Undoable.
    Propose,
    /// Put a proposal of the log on the table, or take it off.
    Table(Option<usize>),
    /// Put the news away: what is said from now on is news.
    NewsRead,
    /// Hide what is on file from all but the proposing delegation, or no longer.
    Curtain(bool),
    /// Show what is on file from a party.
    Reveal(PartyIx),
    /// Start the timer, or switch it off.
    Timer(Option<Timer>),
}

impl State {
    /// The parties whose delegations take part, in the order of the columns.
    #[must_use]
    pub fn delegations(&self) -> Vec<PartyIx> {
        taking_part(self.here())
    }

    /// True if the dossier's case goes on as far as the dossier knows, false if it is long over; `None` if it is the
    /// user's own, of which nothing is known.
    #[must_use]
    pub(crate) fn is_going_on(&self) -> Option<bool> {
        let dossier = self.dossier();
        let updated = dossier.about.updated.filter(|_| self.document.case.shipped && !dossier.fictional)?;
        Some(updated.year() - dossier.covers.1.year() < YEARS_UNTIL_OVER)
    }
}

impl Delegations {
    /// Does what was done.
    pub(super) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        let as_of = here.document.scenario.as_of;
        match action {
            Action::Page(page) => {
                self.page = page;
                if page == Page::Rounds && self.news.is_none() {
                    self.news = Some(News::none_since(as_of));
                }
                self.follow(here);
            }
            Action::Card(party) => (self.page, self.card) = (Page::Cards, Some(party)),
            Action::Draft(draft) => self.draft = draft,
            Action::Propose => return self.propose(here),
            Action::Curtain(drawn) => {
                self.curtain = drawn;
                return vec![self.curtain_now(here)];
            }
            Action::Reveal(party) => return vec![Then::Reveal(party)],
            Action::Table(n) => {
                self.on_the_table = n;
                self.follow(here);
                return vec![self.curtain_now(here)];
            }
            Action::NewsRead => self.news = Some(News::none_since(as_of)),
            Action::Timer(timer) => self.timer = timer,
        }
        Vec::new()
    }

    /// What the draft would change; `None` while it is not complete or changes nothing.
    #[must_use]
    pub(crate) fn drafted(&self, document: &Document) -> Option<Proposal> {
        let Draft { by, term, to } = self.draft;
        let (by, term, dossier) = (by?, term?, &document.case.dossier);
        let from = document.scenario.plan.get(term);
        let id = |value: ValueIx| dossier.term(term).values[value.get()].id.clone();
        (from != to).then(|| Proposal {
            by: dossier.party(by).id.clone(),
            term: dossier.term(term).id.clone(),
            from: from.map(id),
            to: to.map(id),
            as_of: document.scenario.as_of,
            explanations: std::collections::BTreeMap::new(),
        })
    }

    /// Proposes what was put together and puts it on the table.
    fn propose(&mut self, here: Here<'_>) -> Vec<Then> {
        let Draft { by, term, to } = self.draft;
        let Some((proposal, term)) = self.drafted(here.document).zip(term) else { return Vec::new() };
        let place = here.document.scenario.class.log.len();
        if place >= MAX_RECORDS {
            return Vec::new();
        }
        (self.draft, self.on_the_table) = (Draft::default(), Some(place));
        vec![Then::Edit(Edit::Class(ClassEdit::Propose(Box::new(proposal), term, to))), self.curtain_for(by)]
    }

    /// What becomes of the curtain with the proposal that is on the table.
    fn curtain_now(&self, here: Here<'_>) -> Then {
        let Some(n) = self.on_the_table else { return Then::EndProposal };
        let proposal = here.document.scenario.class.log.get(n).and_then(|of| Change::of(of, here.dossier()));
        self.curtain_for(proposal.map(|change| change.by))
    }

    fn curtain_for(&self, by: Option<PartyIx>) -> Then {
        if self.curtain { Then::HideForProposal { by } } else { Then::EndProposal }
    }

    /// Brings the rounds up to date after the document changed.
    pub(super) fn follow(&mut self, here: Here<'_>) {
        let parties = taking_part(here);
        let document = here.document;
        self.card = self.card.filter(|party| parties.contains(party)).or(parties.first().copied());
        self.draft.by = self.draft.by.filter(|party| parties.contains(party));
        self.on_the_table = self.on_the_table.filter(|n| *n < document.scenario.class.log.len());
        let of_log = |n: usize| Change::of(&document.scenario.class.log[n], here.dossier());
        let on_the_table = self.on_the_table.and_then(of_log);
        self.touched = on_the_table.map_or_else(Vec::new, |change| touched(here.basis(), change, &parties));
        if let Some(news) = &mut self.news {
            *news = news_since(document, news.from);
        }
    }
}

/// The parties whose delegations take part, in the order of the columns.
fn taking_part(here: Here<'_>) -> Vec<PartyIx> {
    let chosen = &here.document.scenario.class.delegations;
    let columns = here.columns().into_iter().map(|column| column.party);
    columns.filter(|party| chosen.contains_key(&here.dossier().party(*party).id)).collect()
}

/// A proposal in the dossier's indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whose delegation proposed it.
    pub by: PartyIx,
    /// The term.
    pub term: TermIx,
    /// What the plan said before.
    pub from: Option<ValueIx>,
    /// What was proposed.
    pub to: Option<ValueIx>,
}

impl Change {
    /// The change, if all that it names is in the dossier.
    #[must_use]
    pub fn of(proposal: &Proposal, dossier: &Dossier) -> Option<Self> {
        let by = dossier.parties.iter().position(|party| party.id == proposal.by).map(PartyIx::at)?;
        let term = dossier.terms.iter().position(|term| term.id == proposal.term).map(TermIx::at)?;
        let value = |id: &Option<String>| match id {
            None => Some(None),
            Some(id) => dossier.term(term).value_by_id(id).map(Some),
        };
        Some(Self { by, term, from: value(&proposal.from)?, to: value(&proposal.to)? })
    }
}

/// What the delegations have on file that bears on the term.
fn touched(basis: Basis<'_>, change: Change, parties: &[PartyIx]) -> Vec<Touched> {
    let plan = basis.plan.with(change.term, change.to);
    let basis = basis.with_plan(&plan);
    let of = |party: &PartyIx| {
        let (on_file, report) = on_file_of(basis, *party, change.term);
        let bearing = report.positions.iter().filter(|one| one.standing == Standing::InForce).chain(&report.linked);
        let mut statements: Vec<(PositionIx, StatementIx)> =
            bearing.flat_map(|one| one.statements.iter().map(move |statement| (one.position, *statement))).collect();
        let said = |ix: StatementIx| basis.dossier.statement(ix).said;
        statements.sort_by_key(|(_, statement)| std::cmp::Reverse(said(*statement)));
        let on_file = (change.to.is_some() && !statements.is_empty()).then_some(on_file);
        Touched { party: *party, on_file, statements }
    };
    parties.iter().map(of).collect()
}

/// What was said since `from`, each statement once, whether or not a position was read from it or the plan speaks of its
/// term.
fn news_since(document: &Document, from: Date) -> News {
    let dossier = &document.case.dossier;
    let to = document.scenario.as_of;
    let is_new = |ix: &StatementIx| {
        let day = dossier.statement(*ix).said.earliest();
        from.earliest() < day && day <= to.earliest()
    };
    let mut said: Vec<StatementIx> = StatementIx::all(dossier.statements.len()).filter(is_new).collect();
    said.sort_by_key(|ix| dossier.statement(*ix).said.earliest());
    let on = |day| Situation::new(dossier, day, document.scenario.counted);
    let ended = if from.earliest() < to.earliest() { ended(dossier, &on(from), &on(to)) } else { Vec::new() };
    News { from, to, said, ended }
}
