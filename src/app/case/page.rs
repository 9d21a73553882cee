//! The pages of the tab, and which field of one is asked for.

use super::At;

/// The field that is to have the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The first field of the record here.
    FirstOf(At),
    /// This field, or what stands in it.
    Field(At),
}

impl Default for Wanted {
    fn default() -> Self {
        Self::FirstOf(At::dossier())
    }
}

/// A page of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum Page {
    /// What the case is.
    #[default]
    About,
    /// Who speaks.
    Parties,
    /// What a plan can settle.
    Terms,
    /// What was said.
    Statements,
    /// How it is read.
    Positions,
    /// What cannot be had together.
    Rules,
    /// Where it can be read.
    Sources,
    /// What is wrong.
    Problems,
}

impl Page {
    /// The list of the dossier that the page shows.
    #[must_use]
    pub fn list(self) -> Option<&'static str> {
        Some(match self {
            Self::About | Self::Problems => return None,
            Self::Parties => "parties",
            Self::Terms => "terms",
            Self::Statements => "statements",
            Self::Positions => "positions",
            Self::Rules => "rules",
            Self::Sources => "sources",
        })
    }

    /// Where the keyboard goes in the n-th record of the page.
    #[must_use]
    pub fn first_of(self, place: usize) -> Option<At> {
        let record = At::record(self.list()?, place);
        // The first of its texts stands far below what it is about.
        Some(if self == Self::Positions { record.field("about") } else { record })
    }

    /// The page of a list; that of the whole for a field of the dossier.
    #[must_use]
    pub fn of(list: &str) -> Self {
        match list {
            "parties" => Self::Parties,
            "terms" => Self::Terms,
            "statements" => Self::Statements,
            "positions" => Self::Positions,
            "rules" => Self::Rules,
            "sources" => Self::Sources,
            _ => Self::About,
        }
    }
}
