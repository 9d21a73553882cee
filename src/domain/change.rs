//! What differs between two states of a case, record by record: what is shown before one takes the place of the other.

/// A record that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChange {
    /// The list in which it stands, as a workbook calls it: `about`, `parties`, `values` and so on.
    pub list: &'static str,
    /// Its id; of a value or a fact also the term that it belongs to.
    pub id: String,
    /// What it is called or says, as far as that is short.
    pub name: String,
    /// What became of it.
    pub kind: ChangeKind,
    /// Its fields that are not the same; none if it is new or gone.
    pub fields: Vec<FieldChange>,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was not there before.
    New,
    /// It says something else.
    Changed,
    /// It is not there any more.
    Gone,
    /// The records of the list that are in both stand in another order.
    Moved,
}

/// A field that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name.
    pub column: &'static str,
    /// What it said.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// The fields of a statement that say who said it, when and where: what was published is evidence.
const EVIDENCE: [&str; 8] = ["speaker", "office", "said", "published", "quote", "quote_language", "channel", "source"];

impl RecordChange {
    /// True if it changes what was published of a statement, or takes a statement away.
    #[must_use]
    pub(crate) fn is_evidence(&self) -> bool {
        let of_evidence = |field: &FieldChange| EVIDENCE.contains(&field.column);
        self.list == "statements" && (self.kind == ChangeKind::Gone || self.fields.iter().any(of_evidence))
    }
}
