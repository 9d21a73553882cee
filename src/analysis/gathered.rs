//! From effects to a mark: what the plan does to each position of a cell, added up.

use super::{
    Index, Verdict,
    index::OnFile,
    mark::{Cell, Effect, Mark, Tally},
};
use crate::domain::{Demand, Dossier, Plan, PositionIx, Strength};

/// What a plan does to a position that is held so firmly.
pub(super) fn effect(dossier: &Dossier, index: &Index, plan: &Plan, ix: PositionIx, strength: Strength) -> Effect {
    let Some(demand) = index.demand(ix) else { return Effect::NoDemand };
    let decision = demand.decide(plan);
    match decision.verdict {
        Verdict::Undecided => Effect::Depends,
        Verdict::Contradicted if strength.can_be_contradicted() => Effect::Contradicts,
        Verdict::Contradicted => Effect::NotTakenUp,
        Verdict::Met if decision.vacuous => Effect::InLine,
        Verdict::Met => {
            let is_asked =
                asked(index, ix, strength).is_some_and(|asked| asked.holds(&dossier.terms, plan) == Some(true));
            if is_asked || leaves_only(dossier, index, plan, ix) { Effect::Supports } else { Effect::InLine }
        }
    }
}

/// What a position asks for, if doing it supports: who draws a red line or refuses something asks for no more than that.
pub(super) fn asked(index: &Index, ix: PositionIx, strength: Strength) -> Option<&Demand> {
    index.asked(ix).filter(|_| matches!(strength, Strength::Prefers | Strength::Offers))
}

/// True if a position leaves the term that it is about no other value than the plan's.
pub(super) fn leaves_only(dossier: &Dossier, index: &Index, plan: &Plan, ix: PositionIx) -> bool {
    let about = dossier.position(ix).about.and_then(|about| Some((about, plan.get(about)?)));
    let Some(((term, value), demand)) = about.zip(index.demand(ix)) else { return false };
    demand.leaves_only(plan, term, value)
}

/// What the effects of some positions add up to: a bit for each thing that can be said of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gathered(u8);

impl Gathered {
    const RED_LINE: u8 = 1;
    const OPPOSED: u8 = 1 << 1;
    const OTHERWISE: u8 = 1 << 2;
    const SUPPORTS: u8 = 1 << 3;
    const IN_LINE: u8 = 1 << 4;
    const DEPENDS: u8 = 1 << 5;

    /// What one position adds.
    pub(super) fn of(effect: Effect, strength: Strength) -> Self {
        Self(match (effect, strength) {
            (Effect::Contradicts, Strength::RedLine) => Self::RED_LINE,
            (Effect::Contradicts, Strength::Opposes) => Self::OPPOSED,
            (Effect::Contradicts, Strength::Prefers | Strength::Offers) => Self::OTHERWISE,
            (Effect::Supports, _) => Self::SUPPORTS,
            (Effect::InLine, _) => Self::IN_LINE,
            (Effect::Depends, _) => Self::DEPENDS,
            (Effect::NotTakenUp | Effect::NoDemand, _) => 0,
        })
    }

    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Every sum there can be.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..1 << 6).map(Self)
    }

    pub(super) fn bits(self) -> u8 {
        self.0
    }

    /// The tally of a term in the plan that comes to this; `on_file` as for [`Self::mark`].
    pub(super) fn tally(self, on_file: bool) -> Tally {
        let mut tally = Tally::default();
        let on_file = OnFile { n_statements: u16::from(on_file), other_day: false };
        tally.add(&Draft { counted: self, all: self, linked: false }.cell(on_file, true));
        tally
    }

    /// The strongest contradicted position.
    const fn contradicted(self) -> Option<Strength> {
        if self.0 & Self::RED_LINE != 0 {
            Some(Strength::RedLine)
        } else if self.0 & Self::OPPOSED != 0 {
            Some(Strength::Opposes)
        } else if self.0 & Self::OTHERWISE != 0 {
            Some(Strength::Prefers)
        } else {
            None
        }
    }

    /// The mark of a cell with these positions; `on_file` is true if anything is in force there, counted or not.
    pub(super) fn mark(self, on_file: bool) -> Mark {
        /// The mark of each set of bits.
        #[expect(clippy::cast_possible_truncation, reason = "there are 64 of them")]
        const MARKS: [Mark; 64] = {
            let mut marks = [Mark::Silent; 64];
            let mut bits = 0;
            while bits < marks.len() {
                marks[bits] = Gathered(bits as u8).worked_out();
                bits += 1;
            }
            marks
        };
        match MARKS[usize::from(self.0)] {
            Mark::Silent if on_file => Mark::OnFile,
            mark => mark,
        }
    }

    const fn worked_out(self) -> Mark {
        let supports = self.0 & Self::SUPPORTS != 0;
        match self.contradicted() {
            Some(Strength::RedLine) => Mark::RedLine,
            Some(_) if supports => Mark::Mixed,
            Some(Strength::Opposes) => Mark::Opposed,
            Some(Strength::Prefers | Strength::Offers) => Mark::Otherwise,
            None if supports => Mark::Supported,
            None if self.0 & Self::IN_LINE != 0 => Mark::InLine,
            None if self.0 & Self::DEPENDS != 0 => Mark::Empty,
            None => Mark::Silent,
        }
    }
}

/// A cell while its positions come in.
#[derive(Clone, Copy, Default)]
pub(super) struct Draft {
    pub(super) counted: Gathered,
    pub(super) all: Gathered,
    pub(super) linked: bool,
}

impl Draft {
    pub(super) fn add(&mut self, effect: Effect, strength: Strength, counts: bool) {
        let added = Gathered::of(effect, strength);
        self.all = self.all.and(added);
        if counts {
            self.counted = self.counted.and(added);
        }
    }

    pub(super) fn cell(&self, on_file: OnFile, in_plan: bool) -> Cell {
        let OnFile { n_statements, other_day } = on_file;
        if !in_plan {
            let (mark, other_day) = (Mark::Empty, false);
            return Cell { mark, contradicted: None, greyed: None, n_statements, linked: false, other_day };
        }
        let is_on_file = n_statements > 0;
        let (mark, with_all) = (self.counted.mark(is_on_file), self.all.mark(is_on_file));
        Cell {
            mark,
            contradicted: self.counted.contradicted(),
            greyed: (with_all != mark).then_some(with_all),
            n_statements,
            linked: self.linked,
            other_day,
        }
    }
}
