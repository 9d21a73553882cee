//! What is on file about one value of a term: the answers to "Who has said no?".

use std::collections::BTreeSet;

use super::Document;
use crate::{
    analysis::{Basis, CellReport, Effect, Mark, PositionReport, Situation, Standing},
    domain::{Dossier, Guess, PartyIx, Plan, PositionIx, Question, StatementIx, TermIx, ValueIx},
};

/// What is on file from one party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnFile {
    /// The answer.
    pub filed: Filed,
    /// The mark that the table shows for it.
    pub mark: Mark,
    /// The position behind the answer, and the statement that is read so.
    pub because: Option<(PositionIx, StatementIx)>,
    /// True if that position leaves the term no other value.
    pub leaves_only: bool,
    /// True if what it asks for hangs on a condition that does not hold.
    pub is_idle: bool,
}

/// The answer on file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Filed {
    /// A statement is contradicted.
    No,
    /// A statement is met.
    InLine,
    /// One statement is contradicted, and another supports the value.
    Both,
    /// Nothing.
    Nothing,
    /// Something, from which neither yes nor no can be read.
    Unreadable,
    /// Something that depends on terms that are not in the plan.
    Depends,
    /// Something that is not in force on this day.
    OtherDay,
    /// Nothing on this term alone, but something on another term is tied to it.
    Tied,
}

impl Filed {
    /// True if a guess says the same as the file.
    #[must_use]
    pub fn is_expected_by(self, guess: Guess) -> bool {
        match self {
            Self::No => guess == Guess::No,
            Self::InLine => guess == Guess::InLine,
            Self::Both => guess != Guess::Nothing,
            Self::Nothing | Self::Unreadable | Self::Depends | Self::OtherDay | Self::Tied => guess == Guess::Nothing,
        }
    }
}

impl From<&CellReport> for OnFile {
    fn from(report: &CellReport) -> Self {
        let with = |effect: Option<&Effect>| {
            let fits = |one: &&PositionReport| one.bears() && Some(&one.effect) == effect;
            report.positions.iter().find(fits).and_then(because)
        };
        let bearing = || with(report.cell.mark.rests_on().first());
        let in_force = || report.positions.iter().find(|one| one.standing == Standing::InForce).and_then(because);
        let (filed, because) = match report.cell.mark {
            Mark::RedLine | Mark::Opposed | Mark::Otherwise => (Filed::No, bearing()),
            Mark::Mixed => (Filed::Both, bearing()),
            Mark::Supported | Mark::InLine => (Filed::InLine, bearing()),
            Mark::Empty => (Filed::Depends, with(Some(&Effect::Depends))),
            Mark::OnFile => (Filed::Unreadable, in_force()),
            Mark::Silent if report.cell.other_day => (Filed::OtherDay, report.positions.first().and_then(because)),
            Mark::Silent => (Filed::Nothing, None),
        };
        let is_behind = |one: &&PositionReport| because.is_some_and(|(position, _)| position == one.position);
        let behind = report.positions.iter().find(is_behind);
        let (leaves_only, is_idle) = behind.map_or((false, false), |one| (one.leaves_only, one.is_idle));
        Self { filed, mark: report.cell.mark, because, leaves_only, is_idle }
    }
}

fn because(report: &PositionReport) -> Option<(PositionIx, StatementIx)> {
    report.statements.first().map(|statement| (report.position, *statement))
}

/// A question in the dossier's own indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The term.
    pub term: TermIx,
    /// The value.
    pub value: ValueIx,
}

impl Asked {
    /// The question of a file, if its term and value are in the dossier.
    #[must_use]
    pub fn of(question: &Question, dossier: &Dossier) -> Option<Self> {
        let term = dossier.terms.iter().position(|term| term.id == question.term).map(TermIx::at)?;
        Some(Self { term, value: dossier.term(term).value_by_id(&question.value)? })
    }

    /// The question as a file keeps it, with the plan that it is asked about.
    #[must_use]
    pub fn question(self, document: &Document, alone: bool, student: u16) -> Question {
        let dossier = &document.case.dossier;
        let id = |(term, value): (TermIx, Option<ValueIx>)| {
            let of = dossier.term(term);
            Some((of.id.clone(), of.values[value?.get()].id.clone()))
        };
        let plan = plan_with(&document.scenario.plan, self, alone);
        let term = dossier.term(self.term);
        Question {
            term: term.id.clone(),
            value: term.values[self.value.get()].id.clone(),
            as_of: document.scenario.as_of,
            alone,
            plan: (!alone).then(|| plan.iter().filter_map(id).collect()),
            student,
        }
    }
}

/// What is on file from each party, in the dossier's order, about one value of a term: in the plan of the document with
/// that value, or with nothing but it.
#[must_use]
pub(super) fn on_file(document: &Document, situation: &Situation, asked: Asked, alone: bool) -> Vec<OnFile> {
    let plan = plan_with(&document.scenario.plan, asked, alone);
    on_file_in(document.basis(situation).with_plan(&plan), asked.term)
}

/// What is on file from each party, in the dossier's order, about a term of a plan.
#[must_use]
pub(super) fn on_file_in(basis: Basis<'_>, term: TermIx) -> Vec<OnFile> {
    PartyIx::all(basis.dossier.parties.len()).map(|party| on_file_of(basis, party, term).0).collect()
}

/// What is on file from one party about a term of a plan, and everything behind it.
#[must_use]
pub(super) fn on_file_of(basis: Basis<'_>, party: PartyIx, term: TermIx) -> (OnFile, CellReport) {
    let report = basis.report(party, term);
    let on_file = OnFile::from(&report);
    let tied = Some(on_file.filed).filter(|filed| *filed == Filed::Nothing).and_then(|_| tied(basis, party, term));
    let on_file = tied.map_or(on_file, |because| OnFile { filed: Filed::Tied, because: Some(because), ..on_file });
    (on_file, report)
}

/// What a party said on another term, if it is tied to this one: whether or not the plan says what it is tied by.
fn tied(basis: Basis<'_>, party: PartyIx, term: TermIx) -> Option<(PositionIx, StatementIx)> {
    let (dossier, situation) = (basis.dossier, basis.situation);
    let is_tied = |ix: &PositionIx| {
        let position = dossier.position(*ix);
        position.party == party
            && situation.in_force(*ix)
            && situation.uncounted(*ix).is_none()
            && position.demand.as_ref().is_some_and(|demand| demand.terms().contains(&term))
    };
    let ix = PositionIx::all(dossier.positions.len()).find(is_tied)?;
    Some((ix, *dossier.statements_by(ix, situation.as_of).first()?))
}

/// How many different answers of the three are on file about one value of a term: 3 where all of them are.
#[must_use]
pub(super) fn n_answers(basis: Basis<'_>, asked: Asked, alone: bool) -> usize {
    let plan = plan_with(basis.plan, asked, alone);
    let marks = basis.with_plan(&plan).matrix();
    let answer = |party| match marks.cell(party, asked.term).mark {
        Mark::RedLine | Mark::Opposed | Mark::Otherwise => Some(Guess::No),
        Mark::Supported | Mark::InLine => Some(Guess::InLine),
        Mark::OnFile | Mark::Silent => Some(Guess::Nothing),
        Mark::Mixed | Mark::Empty => None,
    };
    PartyIx::all(basis.dossier.parties.len()).filter_map(answer).collect::<BTreeSet<_>>().len()
}

/// The plan that a question was asked about; the scenario's own where the file does not say. Terms and values that are not
/// in the dossier (any more) are left out.
#[must_use]
pub(super) fn plan_of(question: &Question, dossier: &Dossier, plan: &Plan, asked: Asked) -> Plan {
    let Some(kept) = question.plan.as_ref().filter(|_| !question.alone) else {
        return plan_with(plan, asked, question.alone);
    };
    let mut plan = Plan::empty(dossier.terms.len());
    for (place, term) in dossier.terms.iter().enumerate() {
        plan.set(TermIx::at(place), kept.get(&term.id).and_then(|id| term.value_by_id(id)));
    }
    plan.with(asked.term, Some(asked.value))
}

/// The plan in which a value is asked about: this one with the value, or one with nothing but it.
#[must_use]
pub(super) fn plan_with(plan: &Plan, asked: Asked, alone: bool) -> Plan {
    let plan = if alone { Plan::empty(plan.n_terms()) } else { plan.clone() };
    plan.with(asked.term, Some(asked.value))
}
