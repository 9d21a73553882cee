//! Where something stands in a dossier.

use crate::format::Step;

/// The address of a record, a list or a field in the text of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct At(Vec<Step>);

impl At {
    /// The dossier itself.
    #[must_use]
    pub fn dossier() -> Self {
        Self::default()
    }

    /// A list of the dossier, or a field of it.
    #[must_use]
    pub fn list(name: &'static str) -> Self {
        Self(vec![Step::Field(name)])
    }

    /// The n-th record of a list.
    #[must_use]
    pub fn record(list: &'static str, item: usize) -> Self {
        Self::list(list).item(item)
    }

    /// A field of what is here.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        let mut at = self.clone();
        at.0.push(Step::Field(name));
        at
    }

    /// The n-th entry of what is here.
    #[must_use]
    pub fn item(&self, item: usize) -> Self {
        let mut at = self.clone();
        at.0.push(Step::Item(item));
        at
    }

    /// The way to it.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The field of the dossier in which it stands, such as `parties`.
    #[must_use]
    pub fn top(&self) -> Option<&'static str> {
        match self.0.first() {
            Some(Step::Field(name)) => Some(name),
            _ => None,
        }
    }

    /// Which record of that list, if it is one.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        match self.0.get(1) {
            Some(Step::Item(place)) => Some(*place),
            _ => None,
        }
    }

    /// The field of that record, or of the record that the field of the dossier is.
    #[must_use]
    pub fn inner(&self) -> Option<&'static str> {
        let after = usize::from(self.place().is_some()) + 1;
        match self.0.get(after) {
            Some(Step::Field(name)) => Some(name),
            _ => None,
        }
    }

    /// Its last field.
    #[must_use]
    pub(crate) fn last_field(&self) -> Option<&'static str> {
        match self.0.last() {
            Some(Step::Field(name)) => Some(name),
            _ => None,
        }
    }

    /// What it stands in.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0[..self.0.len().saturating_sub(1)].to_vec())
    }

    /// Its place among the entries of a list.
    #[must_use]
    pub(crate) fn last_item(&self) -> Option<usize> {
        match self.0.last() {
            Some(Step::Item(place)) => Some(*place),
            _ => None,
        }
    }
}
