//! Which field a byte of the text belongs to: for problems, which are shown beside what is to be put right.

use super::{DossierText, Part};

/// A place in a dossier: a field of it, or of a record in one of its lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The field of the dossier, such as `title` or `parties`.
    pub field: String,
    /// The entry, if that is a list.
    pub item: Option<usize>,
    /// The field of the entry, or of the record that the field is.
    pub inner: Option<String>,
}

impl DossierText {
    /// What stands at a byte of the text; `None` outside of all fields.
    #[must_use]
    pub fn spot(&self, at: usize) -> Option<Spot> {
        let around = |parts: Vec<Part>| {
            let is_here = |part: &Part| {
                let bytes = self.bytes(&part.whole);
                bytes.start <= at && at < bytes.end.max(bytes.start + 1)
            };
            parts.iter().position(is_here).map(|place| (place, parts[place].clone()))
        };
        let name = |part: &Part| self.name(part).map(str::to_owned);
        let (_, part) = around(self.parts(&self.root()?)?)?;
        let field = name(&part)?;
        let Some((place, inner)) = self.parts(&part.value).and_then(around) else {
            return Some(Spot { field, ..Spot::default() });
        };
        if let Some(name) = name(&inner) {
            return Some(Spot { field, item: None, inner: Some(name) });
        }
        let inner = self.parts(&inner.value).and_then(around).and_then(|(_, part)| name(&part));
        Some(Spot { field, item: Some(place), inner })
    }
}
