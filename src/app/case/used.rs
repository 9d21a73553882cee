//! What refers to a record: it cannot be taken away before.

use super::At;
use crate::format::{DossierText, RecordText, Step, written_demand};

/// A record that refers to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Its list.
    pub list: &'static str,
    /// Its place there.
    pub item: usize,
    /// Its id.
    pub id: String,
}

/// Fields that hold the ids of records of another list: list and field that refer.
fn references(to: &str) -> &'static [(&'static str, &'static str)] {
    match to {
        "parties" => &[("statements", "party"), ("positions", "party")],
        "terms" => &[("positions", "about"), ("positions", "demand"), ("rules", "demand")],
        "statements" => &[("positions", "statements")],
        "sources" => &[("statements", "sources"), ("terms", "context")],
        "positions" => &[("positions", "replaces")],
        _ => &[],
    }
}

/// Everything that refers to the record, or to the value of a term, at `at`.
#[must_use]
pub(super) fn uses(text: &DossierText, at: &At) -> Vec<Use> {
    let Some((list, place)) = at.top().zip(at.place()) else { return Vec::new() };
    let record = text.string(At::record(list, place).field("id").steps());
    let Some(id) = record.filter(|id| !id.is_empty()) else { return Vec::new() };
    // Further down it is a value of the term.
    let value = (*at != At::record(list, place)).then(|| text.string(at.field("id").steps())).flatten();
    let mut found: Vec<Use> = Vec::new();
    for &(by, field) in references(list) {
        if value.is_some() && field != "demand" {
            continue;
        }
        for (item, other) in text.records(&[Step::Field(by)]).iter().enumerate() {
            let is_known = found.iter().any(|known| known.list == by && known.item == item);
            if !is_known && refers(other, field, &id, value.as_deref()) {
                found.push(Use { list: by, item, id: other.string("id") });
            }
        }
    }
    found
}

fn refers(record: &RecordText<'_>, field: &'static str, id: &str, value: Option<&str>) -> bool {
    let Some(written) = record.field(field) else { return false };
    if field == "demand"
        && let Some(demand) = written_demand(written)
    {
        return demand.names(id, value);
    }
    // Ids have no letters that would be written otherwise.
    written.contains(&format!("\"{id}\""))
}
