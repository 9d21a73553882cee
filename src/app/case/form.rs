//! What the forms show of records that are more than texts: the values of a term, the demand and the codes of a position.

use super::{At, OwnCase, Use, used::uses};
use crate::{
    domain::WrittenDemand,
    format::{is_of_pattern, written_demand},
};

/// How the values of a term are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter)]
pub enum ValuesKind {
    /// Two values.
    Toggle,
    /// Named values.
    Choice,
    /// A grid of numbers.
    Number,
}

impl ValuesKind {
    /// As the format calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Toggle => "Toggle",
            Self::Choice => "Choice",
            Self::Number => "Number",
        }
    }
}

/// The values of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TermForm {
    /// Their kind; `None` if it cannot be told.
    pub(crate) kind: Option<ValuesKind>,
    /// Where the named values stand, in their order.
    pub(crate) values: Vec<ValueForm>,
    /// The list to which one can be added; `None` where there is none.
    pub(crate) list: Option<At>,
}

/// A value with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ValueForm {
    /// Where it stands.
    pub(crate) at: At,
    /// Yes or no, for the two of a toggle.
    pub(crate) fixed: Option<bool>,
}

/// True for what a new case begins with so that it is written over.
#[must_use]
pub fn is_filler(text: &str) -> bool {
    is_of_pattern(text)
}

impl OwnCase {
    /// The values of the term at this place.
    #[must_use]
    pub(crate) fn term_form(&self, item: usize) -> TermForm {
        let at = At::record("terms", item).field("values");
        let written = self.raw(&at);
        let kinds = [ValuesKind::Toggle, ValuesKind::Choice, ValuesKind::Number];
        let kind = kinds.into_iter().find(|kind| written.starts_with(kind.name()));
        let named = |list: &At| -> Vec<ValueForm> {
            let n = self.text.records(list.steps()).len();
            (0..n).map(|place| ValueForm { at: list.item(place), fixed: None }).collect()
        };
        match kind {
            Some(ValuesKind::Toggle) => {
                let fixed = |name, yes| ValueForm { at: at.field(name), fixed: Some(yes) };
                TermForm { kind, values: vec![fixed("yes", true), fixed("no", false)], list: None }
            }
            Some(ValuesKind::Choice) => {
                let list = at.item(0);
                TermForm { kind, values: named(&list), list: Some(list) }
            }
            Some(ValuesKind::Number) => {
                let values = ["before", "after"].into_iter().flat_map(|side| named(&at.field(side))).collect();
                TermForm { kind, values, list: None }
            }
            None => TermForm { kind, values: Vec::new(), list: None },
        }
    }

    /// The demand of a position or rule. `None` if there is none, or none that a form could show.
    #[must_use]
    pub fn demand(&self, at: &At) -> Option<WrittenDemand> {
        written_demand(self.text.value(at.steps())?)
    }

    /// The positions that read the statement at this place.
    #[must_use]
    pub(crate) fn positions_of(&self, statement: usize) -> Vec<usize> {
        let read = self.uses(&At::record("statements", statement));
        read.into_iter().filter(|found| found.list == "positions").map(|found| found.item).collect()
    }

    /// Everything that refers to a record, or to a value of a term.
    #[must_use]
    pub fn uses(&self, at: &At) -> Vec<Use> {
        uses(&self.text, at)
    }
}
