//! What `clashes` tells, as text or JSON.

use super::ClashesArgs;
use crate::{
    analysis::{
        Conflicts, End, Index, Limits, Listed, PartyClashes, Question, Setting, Stop, Stopped, Wanted, Which,
        countable, party_clashes,
    },
    domain::{Dossier, PartyIx, PositionIx, Scenario},
};

/// What is asked, and what was found. What was stopped before it was known is `None`.
pub(crate) struct Found<'a> {
    pub dossier: &'a Dossier,
    pub index: &'a Index,
    pub scenario: &'a Scenario,
    pub on_plan: bool,
    pub which: Which,
    pub setting: Setting,
    pub pairs: Option<PartyClashes>,
    pub n_red_lines: usize,
    pub red_lines: Option<Listed<PositionIx>>,
    pub sets: Sets,
}

/// Clash sets and ways out, as far as they were asked for.
pub(crate) enum Sets {
    None,
    OfPositions(Lists<PositionIx>),
    OfParties(Lists<PartyIx>),
}

pub(crate) struct Lists<T> {
    /// `None` if not asked for.
    pub(crate) clash_sets: Option<Outcome<T>>,
    pub(crate) ways_out: Option<Outcome<T>>,
}

/// A list, unless it was stopped before there was one.
pub(crate) type Outcome<T> = Result<Listed<T>, Stopped>;

impl<'a> Found<'a> {
    pub(crate) fn new(
        args: &ClashesArgs,
        (dossier, index, scenario): (&'a Dossier, &'a Index, &'a Scenario),
        stop: Stop<'_>,
    ) -> Self {
        let which = Which { red_lines_only: args.red_lines, must_accept_only: args.must_accept };
        let setting = Setting::new(dossier, index, scenario, args.on_plan, which);
        let question = setting.question(dossier, index);
        let pairs = party_clashes(question, stop).ok();
        let of_red_lines = Which { red_lines_only: true, ..which };
        let of_red_lines = countable(dossier, index, &setting.situation, of_red_lines);
        let wanted = Wanted { sets: args.max, size: args.max_size };
        let red_lines = Question { positions: &of_red_lines, ..question };
        let red_lines = Conflicts::of_positions(red_lines, args.stop.lifted(Limits::up_to(args.max_size)), stop)
            .and_then(|conflicts| Ok(conflicts.clash_sets(stop)?.listed(wanted, stop, &mut |_| {})));
        let is_asked = |own: bool| own || (args.parties && !args.sets && !args.ways_out);
        let kinds = (is_asked(args.sets), is_asked(args.ways_out));
        // Ways out come from the graph of all sets, or slowly.
        let limits = if kinds.1 { Limits::default() } else { Limits::up_to(args.max_size) };
        let limits = args.stop.lifted(limits);
        let sets = match (kinds, args.parties) {
            ((false, false), _) => Sets::None,
            (_, false) => {
                let conflicts = Conflicts::of_positions(question, limits, stop);
                Sets::OfPositions(lists(conflicts, kinds, wanted, stop))
            }
            (_, true) => {
                let conflicts = Conflicts::of_parties(question, limits, stop);
                Sets::OfParties(lists(conflicts, kinds, wanted, stop))
            }
        };
        let (on_plan, n_red_lines, red_lines) = (args.on_plan, of_red_lines.len(), red_lines.ok());
        Self { dossier, index, scenario, on_plan, which, setting, pairs, n_red_lines, red_lines, sets }
    }

    /// Whether anything that was asked for is missing or cut short because time was up or Ctrl+C was pressed.
    pub(crate) fn was_stopped(&self) -> bool {
        let sets_were = match &self.sets {
            Sets::None => false,
            Sets::OfPositions(lists) => lists.was_stopped(),
            Sets::OfParties(lists) => lists.was_stopped(),
        };
        let red_lines_were = self.red_lines.as_ref().is_none_or(|list| list.end == End::Stopped);
        self.pairs.is_none() || red_lines_were || sets_were
    }

    pub(crate) fn question(&self) -> Question<'_> {
        self.setting.question(self.dossier, self.index)
    }
}

impl<T> Lists<T> {
    pub(crate) fn was_stopped(&self) -> bool {
        let outcomes = [&self.clash_sets, &self.ways_out].into_iter().flatten();
        outcomes.map(Result::as_ref).any(|list| list.map_or(true, |list| list.end == End::Stopped))
    }
}

fn lists<T: Copy + Ord>(
    conflicts: Result<Conflicts<'_, T>, Stopped>,
    (sets, ways): (bool, bool),
    wanted: Wanted,
    stop: Stop<'_>,
) -> Lists<T> {
    let conflicts = conflicts.as_ref().map_err(|stopped| *stopped);
    let clash_sets = || Ok(conflicts?.clash_sets(stop)?.listed(wanted, stop, &mut |_| {}));
    let ways_out = || Ok(conflicts?.ways_out(stop)?.listed(wanted, stop, &mut |_| {}));
    Lists { clash_sets: sets.then(clash_sets), ways_out: ways.then(ways_out) }
}
