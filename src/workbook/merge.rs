//! A dossier's text with what another one says: field by field, so that comments, layout and unknown fields stay.

use std::collections::BTreeMap;

use super::about;
use crate::{
    domain::{ChangeKind, RecordChange},
    format::{DossierText, RecordText, Splice, Step, written_demand},
};

/// Beyond so many exchanges of neighbours records are left in the order in which they stand.
const MAX_EXCHANGES: usize = 5_000;

/// The lists of a dossier, in the order in which their records are taken away: what refers to others goes first.
const LISTS: [&str; 6] = ["positions", "rules", "statements", "sources", "terms", "parties"];

/// `own` with what differs in `other`, as [`changes`](super::changes) has found it. `None` if the texts are not those that
/// were compared, or records would have to be moved too often.
#[must_use]
pub fn merged(own: &DossierText, other: &DossierText, changes: &[RecordChange]) -> Option<DossierText> {
    let mut merging = Merging { text: own.clone(), other };
    let of = |kind: ChangeKind| changes.iter().filter(move |change| change.kind == kind);
    let is_record = |change: &&RecordChange| LISTS.contains(&change.list);
    for list in LISTS {
        of(ChangeKind::Gone)
            .filter(|change| change.list == list)
            .try_for_each(|gone| merging.remove(list, &gone.id))?;
    }
    of(ChangeKind::New).filter(is_record).try_for_each(|new| merging.insert(new.list, &new.id))?;
    of(ChangeKind::Changed).try_for_each(|change| merging.change(change))?;
    // A value, a fact or a note that comes or goes is a change of what it belongs to.
    let within = changes.iter().filter(|change| !is_record(change));
    within.filter(|change| change.kind != ChangeKind::Changed).try_for_each(|change| merging.change(change))?;
    if !changes.is_empty() {
        ["positions", "rules"].into_iter().try_for_each(|list| merging.demands(list))?;
    }
    of(ChangeKind::Moved).filter(is_record).try_for_each(|moved| merging.order(moved.list))?;
    Some(merging.text)
}

/// Where a column of a sheet stands in a dossier's record.
fn field(sheet: &'static str, column: &'static str) -> &'static str {
    match (sheet, column) {
        ("values", _) | ("terms", "kind" | "from" | "to" | "step" | "unit_one" | "unit_many" | "since") => "values",
        ("context", _) => "context",
        ("statements", "source") => "sources",
        ("statements", "quote_language") => "quote",
        ("positions", "term") => "about",
        ("positions", "operator" | "values") => "demand",
        ("positions", "decision") => "decided",
        ("positions", coder) if coder.starts_with("coder_") => "coded",
        ("about", "covers_from" | "covers_to") => "covers",
        ("about", "note") => "notes",
        _ => column,
    }
}

struct Merging<'o> {
    text: DossierText,
    other: &'o DossierText,
}

impl Merging<'_> {
    fn take(&mut self, splice: &Splice) -> Option<()> {
        self.text = self.text.spliced(splice)?;
        Some(())
    }

    fn ids(text: &DossierText, list: &'static str) -> Vec<String> {
        text.records(&[Step::Field(list)]).iter().map(|record| record.string("id")).collect()
    }

    fn place(text: &DossierText, list: &'static str, id: &str) -> Option<usize> {
        Self::ids(text, list).iter().position(|known| known == id)
    }

    fn remove(&mut self, list: &'static str, id: &str) -> Option<()> {
        let place = Self::place(&self.text, list, id)?;
        let splice = self.text.remove(&[Step::Field(list), Step::Item(place)])?;
        self.take(&splice)
    }

    /// The record stands behind the one that stands before it in the other text.
    fn insert(&mut self, list: &'static str, id: &str) -> Option<()> {
        if self.text.value(&[Step::Field(list)]).is_none() {
            let splice = self.text.set(&[Step::Field(list)], "[]")?;
            self.take(&splice)?;
        }
        let there = Self::place(self.other, list, id)?;
        let records = self.other.records(&[Step::Field(list)]);
        let before =
            there.checked_sub(1).and_then(|before| Self::place(&self.text, list, &records[before].string("id")));
        let fields: Vec<(&str, String)> =
            records[there].fields().into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        let splice = self.text.insert(&[Step::Field(list)], before.map_or(0, |before| before + 1), &fields)?;
        self.take(&splice)
    }

    fn change(&mut self, change: &RecordChange) -> Option<()> {
        let list = change.list;
        match list {
            "about" => self.about(&change.id),
            "values" | "context" if change.kind == ChangeKind::Moved => self.of_all_terms(field(list, "")),
            "values" | "context" => self.of_term(change.id.split(": ").next()?, field(list, "")),
            _ => {
                change.fields.iter().try_for_each(|column| self.of_record(list, &change.id, field(list, column.column)))
            }
        }
    }

    /// A demand may be another although its cells are not: "at least 4" is about the term of its row, and "yes" is what the
    /// kind of that term makes of it.
    fn demands(&mut self, list: &'static str) -> Option<()> {
        let demand = |record: &RecordText<'_>| record.field("demand").map(written_demand);
        let other = self.other.records(&[Step::Field(list)]);
        let theirs: BTreeMap<String, _> = other.iter().map(|record| (record.string("id"), demand(record))).collect();
        let own = self.text.records(&[Step::Field(list)]);
        let differs = |record: &RecordText<'_>| {
            let id = record.string("id");
            theirs.get(&id).is_some_and(|theirs| *theirs != demand(record)).then_some(id)
        };
        let differing: Vec<String> = own.iter().filter_map(differs).collect();
        differing.iter().try_for_each(|id| self.of_record(list, id, "demand"))
    }

    /// A field of the case itself: one of the dossier, or of what is said about it.
    fn about(&mut self, row: &str) -> Option<()> {
        let name = about::fields().find(|name| row.split(' ').next() == Some(*name))?;
        let field = Step::Field(self::field("about", name));
        if about::is_of_dossier(name) {
            return self.copy(&[field], &[field]);
        }
        let path = [Step::Field("about"), field];
        self.copy(&path, &path)
    }

    fn of_record(&mut self, list: &'static str, id: &str, field: &'static str) -> Option<()> {
        let path = |text: &DossierText| {
            Some([Step::Field(list), Step::Item(Self::place(text, list, id)?), Step::Field(field)])
        };
        let (here, there) = (path(&self.text)?, path(self.other)?);
        self.copy(&here, &there)
    }

    /// A term that is gone takes its values along.
    fn of_term(&mut self, id: &str, field: &'static str) -> Option<()> {
        if Self::place(self.other, "terms", id).is_none() {
            return Some(());
        }
        self.of_record("terms", id, field)
    }

    fn of_all_terms(&mut self, field: &'static str) -> Option<()> {
        let ids = Self::ids(self.other, "terms");
        ids.iter().try_for_each(|id| self.of_record("terms", id, field))
    }

    /// What stands there takes the place of what stands here; what is not there is taken away.
    fn copy(&mut self, here: &[Step], there: &[Step]) -> Option<()> {
        let splice = match (self.text.value(here), self.other.value(there)) {
            (Some(own), Some(other)) if own == other => return Some(()),
            (_, Some(other)) => self.text.set(here, other)?,
            (Some(_), None) => self.text.remove(here)?,
            (None, None) => return Some(()),
        };
        self.take(&splice)
    }

    /// Records of both texts get the order of the other one; those of this one alone stay behind what they stood behind.
    fn order(&mut self, list: &'static str) -> Option<()> {
        let wanted = Self::ids(self.other, list);
        let mut ids = Self::ids(&self.text, list);
        let mut behind = 0;
        let mut keys: Vec<usize> = Vec::new();
        for id in &ids {
            behind = wanted.iter().position(|other| other == id).unwrap_or(behind);
            keys.push(behind);
        }
        let mut left = MAX_EXCHANGES;
        for end in (1..ids.len()).rev() {
            for at in 0..end {
                if keys[at] <= keys[at + 1] {
                    continue;
                }
                left = left.checked_sub(1)?;
                let splice = self.text.exchange(&[Step::Field(list)], at)?;
                self.take(&splice)?;
                keys.swap(at, at + 1);
                ids.swap(at, at + 1);
            }
        }
        Some(())
    }
}
