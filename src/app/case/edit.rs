//! What a form changes, and how that is written.

use super::{At, New};
use crate::{
    domain::WrittenDemand,
    format::{DossierText, Splice, demand_ron, ron_text},
};

/// A change of a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A text is typed; an empty one that need not be there is taken away.
    Text {
        /// Where.
        at: At,
        /// What stands there now.
        text: String,
        /// True if the field must be there.
        needed: bool,
    },
    /// Two texts that stand in brackets are typed; both empty, the field is taken away.
    Pair(At, [String; 2]),
    /// The words of the format are typed: a number, a record, whatever no form has a field for.
    Raw(At, String),
    /// A name of the format, a number or yes and no is chosen; `None` takes the field away.
    Name(At, Option<&'static str>),
    /// A record is referred to.
    Id(At, String),
    /// Records are referred to; none take the field away.
    Ids(At, Vec<String>),
    /// A demand is put together; `None` takes it away.
    Demand(At, Option<WrittenDemand>),
    /// A record is added to a list, at the end.
    Add(New),
    /// A record or a value is taken away.
    Remove(At),
    /// A record or a value changes places with the one behind it.
    Exchange(At),
    /// The values of a term are of another kind; what they were is gone.
    Values(At, &'static str),
}

impl Edit {
    /// Where it changes something.
    #[must_use]
    pub fn at(&self) -> At {
        match self {
            Self::Text { at, .. }
            | Self::Pair(at, _)
            | Self::Raw(at, _)
            | Self::Name(at, _)
            | Self::Id(at, _)
            | Self::Ids(at, _)
            | Self::Demand(at, _)
            | Self::Remove(at)
            | Self::Exchange(at)
            | Self::Values(at, _) => at.clone(),
            Self::Add(new) => new.list(),
        }
    }

    /// What it makes of a text; `None` if there is no place for it.
    pub(super) fn splices(&self, text: &DossierText) -> Option<Vec<Splice>> {
        if let Self::Add(new) = self {
            return new.splices(text);
        }
        self.splice(text).map(|splice| vec![splice])
    }

    fn splice(&self, text: &DossierText) -> Option<Splice> {
        let quoted = |ids: &[String]| ids.iter().map(|id| ron_text(id)).collect::<Vec<_>>().join(", ");
        match self {
            Self::Text { at, text: typed, needed } if typed.is_empty() && !needed => text.remove(at.steps()),
            Self::Text { at, text: typed, .. } => text.set(at.steps(), &ron_text(typed)),
            Self::Pair(at, typed) if typed.iter().all(String::is_empty) => text.remove(at.steps()),
            Self::Pair(at, typed) => text.set(at.steps(), &format!("({})", quoted(typed))),
            Self::Raw(at, typed) => text.set(at.steps(), typed),
            Self::Name(at, Some(name)) => text.set(at.steps(), name),
            Self::Id(at, id) => text.set(at.steps(), &ron_text(id)),
            Self::Ids(at, ids) if !ids.is_empty() => text.set(at.steps(), &format!("[{}]", quoted(ids))),
            Self::Demand(at, Some(demand)) => text.set(at.steps(), &demand_ron(demand)),
            Self::Name(at, None) | Self::Ids(at, _) | Self::Demand(at, None) | Self::Remove(at) => {
                text.remove(at.steps())
            }
            Self::Exchange(at) => text.exchange(at.parent().steps(), at.last_item()?),
            Self::Values(at, kind) => text.set(at.steps(), New::values(kind)),
            Self::Add(_) => None,
        }
    }
}
