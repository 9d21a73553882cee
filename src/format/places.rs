//! Where the records of a dossier stand in its text.

use super::{reader::Reader, tree::RonText};
use crate::domain::{Place, Subject};

/// The places of a dossier's records, found once for all that is to be said about them.
pub(crate) struct RecordPlaces<'t> {
    reader: Reader<'t>,
    /// The name of each list, and where its records begin, in bytes.
    lists: Vec<(String, Vec<usize>)>,
}

impl<'t> RecordPlaces<'t> {
    /// Finds them in the text of a dossier that can be read.
    #[must_use]
    pub(crate) fn new(text: &'t str) -> Self {
        let source = RonText::new(text);
        let fields = source.piece().fields().unwrap_or_default().into_iter();
        let lists = fields.filter_map(|(name, piece)| {
            let begins = piece.items().ok()?.iter().map(|record| record.at).collect();
            Some((name.into_owned(), begins))
        });
        Self { reader: Reader::new(text), lists: lists.collect() }
    }

    /// The place of what a finding is about, if it is one record of the dossier.
    #[must_use]
    pub(crate) fn of(&self, subject: Subject) -> Option<Place> {
        subject.record().and_then(|(list, index)| self.get(list, index))
    }

    /// The place of the `index`-th record of a list, counted from 0.
    fn get(&self, list: &str, index: usize) -> Option<Place> {
        let (_, begins) = self.lists.iter().find(|(name, _)| name == list)?;
        begins.get(index).map(|at| self.reader.place(*at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_record_of_each_list_has_its_line_and_column() {
        let text =
            "// A case\r\n(kind: Dossier, parties: [(id: \"é\"), (id: \"b\")],\r\n  terms: [\r\n    (id: \"c\"),\r\n])";
        let places = RecordPlaces::new(text);
        let found = |list, index| places.get(list, index).map(|place| (place.line, place.column));
        assert_eq!(found("parties", 0), Some((2, 27)));
        assert_eq!(found("parties", 1), Some((2, 38)));
        assert_eq!(found("terms", 0), Some((4, 5)));
        assert_eq!([found("terms", 1), found("kind", 0), found("rules", 0)], [None; 3]);
    }
}
