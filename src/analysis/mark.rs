//! What stands in a cell, and what a plan does to one position.

use crate::domain::Strength;

/// The mark of a cell, in the order in which the first that fits is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, strum::EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Bar: a red line is crossed.
    RedLine,
    /// Half diamond: one position is contradicted, another supports what the plan says here.
    Mixed,
    /// Solid triangle: an opposed thing is done, or a demand is not met.
    Opposed,
    /// Open triangle: a preference is not met.
    Otherwise,
    /// Disc: supported.
    Supported,
    /// Ring: nothing contradicted, in line with what is on file.
    InLine,
    /// Dash between dots: what is on file marks nothing, since it is an offer that is not taken up, has no demand, or does
    /// not count. Not consent.
    OnFile,
    /// Dash: no stated position on file. Not consent.
    Silent,
    /// Nothing: the term is not in the plan, or what is on file depends on terms that are not.
    Empty,
}

impl Mark {
    /// What the positions that the mark rests on have the plan do to them, that which decides it first.
    #[must_use]
    pub(crate) const fn rests_on(self) -> &'static [Effect] {
        match self {
            Self::RedLine | Self::Opposed | Self::Otherwise => &[Effect::Contradicts],
            Self::Mixed => &[Effect::Contradicts, Effect::Supports],
            Self::Supported => &[Effect::Supports],
            Self::InLine => &[Effect::InLine],
            Self::OnFile | Self::Silent | Self::Empty => &[],
        }
    }

    /// True if the plan contradicts a position.
    #[must_use]
    pub fn is_contradiction(self) -> bool {
        matches!(self, Self::RedLine | Self::Mixed | Self::Opposed | Self::Otherwise)
    }

    /// True if the mark says nothing about the plan. Something may be on file all the same.
    #[must_use]
    pub fn is_blank(self) -> bool {
        matches!(self, Self::OnFile | Self::Silent | Self::Empty)
    }
}

/// What a plan does to one position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The plan contradicts it.
    Contradicts,
    /// The plan does what it supports, or the only thing it leaves.
    Supports,
    /// The plan does nothing against it.
    InLine,
    /// An offer that the plan does not take up. Never a contradiction.
    NotTakenUp,
    /// It depends on terms that are not in the plan.
    Depends,
    /// No demand can be read from it.
    NoDemand,
}

/// A cell of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The mark, from the positions that count.
    pub mark: Mark,
    /// The strength of the strongest contradicted position that counts.
    pub contradicted: Option<Strength>,
    /// The mark that uncounted positions would give, if they would change it: shown greyed.
    pub greyed: Option<Mark>,
    /// The number of different statements behind the positions in force.
    pub n_statements: u16,
    /// True if a decided position ties this cell to other terms of the plan.
    pub linked: bool,
    /// True if nothing is in force here but an earlier or a later statement exists.
    pub other_day: bool,
}

/// How a plan stands with one party. The seven figures add up to the number of terms in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Tally {
    /// Cells in which a red line is crossed.
    pub red_lines: u16,
    /// Cells whose strongest contradicted position is an opposition or a demand.
    pub opposed: u16,
    /// Cells whose strongest contradicted position is a preference.
    pub otherwise: u16,
    /// Cells in line with what is on file.
    pub in_line: u16,
    /// Cells without a stated position on file.
    pub silent: u16,
    /// Cells in which something is on file that marks nothing.
    pub on_file: u16,
    /// Cells that depend on terms that are not in the plan.
    pub depends: u16,
}

impl Tally {
    /// The number of contradicted cells.
    #[must_use]
    pub fn contradicted(self) -> u16 {
        self.red_lines + self.opposed + self.otherwise
    }

    /// True if the party has stated no position on any term in the plan: then nought contradictions say nothing.
    #[must_use]
    pub fn is_silent(self) -> bool {
        self.silent > 0 && self == Self { silent: self.silent, ..Self::default() }
    }
}

impl Tally {
    pub(super) fn add(&mut self, cell: &Cell) {
        let figure = match (cell.mark, cell.contradicted) {
            (_, Some(Strength::RedLine)) => &mut self.red_lines,
            (_, Some(Strength::Opposes)) => &mut self.opposed,
            (_, Some(Strength::Prefers | Strength::Offers)) => &mut self.otherwise,
            (Mark::Silent, None) => &mut self.silent,
            (Mark::OnFile, None) => &mut self.on_file,
            (Mark::Empty, None) => &mut self.depends,
            (_, None) => &mut self.in_line,
        };
        *figure += 1;
    }
}
