//! The tabs: ways of looking at one plan.

use super::Command;

/// A way of looking at the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Tab {
    /// The table of terms and parties.
    #[default]
    Explore,
    /// Which positions exclude each other.
    Parties,
    /// The plan through time.
    Timeline,
    /// Two plans beside each other.
    Compare,
    /// What other plans would contradict.
    Alternatives,
    /// Work for a class: predict, delegations, debrief.
    Activities,
    /// The case itself: its parties, terms, statements and how they are read.
    Case,
}

impl Tab {
    /// True if the Why panel has a place there: what it would say is shown over the others.
    #[must_use]
    pub(crate) fn has_why(self) -> bool {
        match self {
            Self::Explore | Self::Timeline | Self::Compare | Self::Alternatives => true,
            Self::Parties | Self::Activities | Self::Case => false,
        }
    }

    /// The command that shows the tab.
    #[must_use]
    pub fn command(self) -> Command {
        match self {
            Self::Explore => Command::Explore,
            Self::Parties => Command::Parties,
            Self::Timeline => Command::Timeline,
            Self::Compare => Command::Compare,
            Self::Alternatives => Command::Alternatives,
            Self::Activities => Command::Activities,
            Self::Case => Command::Case,
        }
    }
}
