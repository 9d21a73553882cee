//! The answer: pairs first, then red lines, then all clash sets and ways out.

use std::sync::Arc;

use super::{Ask, Look};
use crate::{
    analysis::{
        Conflicts, Limits, Listed, PartyClashes, Question, Setting, Stop, Stopped, Wanted, Which, countable,
        party_clashes,
    },
    app::Document,
    domain::{Dossier, PartyIx, PositionIx},
};

/// At most so many sets are listed; more would not be read. Their number is told all the same.
const WANTED: Wanted = Wanted { sets: 1000, size: None };

/// What cannot be had together.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked.
    pub ask: Ask,
    /// The clashing pairs.
    pub clashes: Arc<PartyClashes>,
    /// How many positions of each party are asked about.
    pub n_asked: Arc<Vec<usize>>,
    /// How many red lines there are among them.
    pub n_red_lines: usize,
    /// The clash sets of the red lines alone; `None` until they are known.
    pub red_lines: Option<Arc<Listed<PositionIx>>>,
    /// Clash sets and ways out of positions.
    pub positions: Sets<PositionIx>,
    /// Clash sets and ways out of parties.
    pub parties: Sets<PartyIx>,
}

/// Clash sets and ways out; each `None` until something is known of it.
#[derive(Clone, Debug)]
pub struct Sets<T> {
    /// Minimal sets that no plan meets together.
    pub clash_sets: Option<Arc<Listed<T>>>,
    /// Minimal sets whose giving way lets all others be met.
    pub ways_out: Option<Arc<Listed<T>>>,
}

impl<T> Default for Sets<T> {
    fn default() -> Self {
        Self { clash_sets: None, ways_out: None }
    }
}

impl Answer {
    /// The parties of whom something is in every one of the sets listed.
    pub(super) fn in_every(&self, look: Look, by_party: bool, dossier: &Dossier) -> Vec<PartyIx> {
        let of_positions = |list: &Listed<PositionIx>| -> Vec<Vec<PartyIx>> {
            let holders = |set: &Vec<PositionIx>| set.iter().map(|ix| dossier.position(*ix).party).collect();
            list.sets.iter().map(holders).collect()
        };
        let (positions, parties) = match look {
            Look::RedLines | Look::Pairs => return Vec::new(),
            Look::Sets => (&self.positions.clash_sets, &self.parties.clash_sets),
            Look::WaysOut => (&self.positions.ways_out, &self.parties.ways_out),
        };
        let sets = if by_party {
            parties.as_ref().map(|list| list.sets.clone())
        } else {
            positions.as_ref().map(|list| of_positions(list))
        };
        in_every(&sets.unwrap_or_default())
    }
}

impl Ask {
    /// Works the answer out and tells its parts as they are found; `None` if it was stopped before there was any.
    pub(in crate::app) fn answer(
        self,
        document: &Document,
        stop: Stop<'_>,
        tell: &mut dyn FnMut(Answer),
    ) -> Option<Answer> {
        let (dossier, index) = (&document.case.dossier, &document.case.index);
        let setting = Setting::new(dossier, index, &document.scenario, self.on_this_plan, self.which);
        let question = setting.question(dossier, index);
        let clashes = party_clashes(question, stop).ok()?;
        let mut answer = Answer {
            ask: self,
            clashes: Arc::new(clashes),
            n_asked: Arc::new(setting.n_asked(dossier)),
            n_red_lines: 0,
            red_lines: None,
            positions: Sets::default(),
            parties: Sets::default(),
        };
        tell(answer.clone());
        // What is known when it is stopped stays known.
        let _ = fill(&mut answer, question, &setting, self.which, stop, tell);
        Some(answer)
    }
}

fn fill(
    answer: &mut Answer,
    question: Question<'_>,
    setting: &Setting,
    which: Which,
    stop: Stop<'_>,
    tell: &mut dyn FnMut(Answer),
) -> Result<(), Stopped> {
    let red_lines = Which { red_lines_only: true, ..which };
    let red_lines = countable(question.dossier, question.index, &setting.situation, red_lines);
    answer.n_red_lines = red_lines.len();
    let of_red_lines = Question { positions: &red_lines, ..question };
    let conflicts = Conflicts::of_positions(of_red_lines, Limits::default(), stop)?;
    answer.red_lines = Some(Arc::new(conflicts.clash_sets(stop)?.listed(WANTED, stop, &mut |_| {})));
    let of_parties = Conflicts::of_parties(question, Limits::default(), stop)?;
    sets(&of_parties, stop, &mut |found| {
        answer.parties = found;
        tell(answer.clone());
    })?;
    let of_positions = Conflicts::of_positions(question, Limits::default(), stop)?;
    sets(&of_positions, stop, &mut |found| {
        answer.positions = found;
        tell(answer.clone());
    })
}

/// Works out clash sets and ways out; `found` hears of them each time that more is known.
fn sets<T: Copy + Ord>(
    conflicts: &Conflicts<'_, T>,
    stop: Stop<'_>,
    found: &mut dyn FnMut(Sets<T>),
) -> Result<(), Stopped> {
    let so_far = |list: &Listed<T>| Some(Arc::new(list.clone()));
    let clash_sets = conflicts.clash_sets(stop)?;
    let listed = clash_sets.listed(WANTED, stop, &mut |list| {
        found(Sets { clash_sets: so_far(list), ways_out: None });
    });
    let clash_sets = Some(Arc::new(listed));
    found(Sets { clash_sets: clash_sets.clone(), ways_out: None });
    let ways_out = conflicts.ways_out(stop)?;
    let listed = ways_out.listed(WANTED, stop, &mut |list| {
        found(Sets { clash_sets: clash_sets.clone(), ways_out: so_far(list) });
    });
    found(Sets { clash_sets, ways_out: Some(Arc::new(listed)) });
    Ok(())
}

/// The parties of whom something is in every one of the sets.
fn in_every(sets: &[Vec<PartyIx>]) -> Vec<PartyIx> {
    let Some((first, rest)) = sets.split_first() else { return Vec::new() };
    let mut all: Vec<PartyIx> =
        first.iter().copied().filter(|party| rest.iter().all(|set| set.contains(party))).collect();
    all.sort_unstable();
    all.dedup();
    all
}
