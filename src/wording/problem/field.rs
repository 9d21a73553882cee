//! What is wrong with a field or an entry of a record.

use super::{ProblemText, near, text};
use crate::domain::{FieldFault as Fault, TooMany, limits::MAX_FIELDS};

pub(super) fn field(fault: &Fault) -> ProblemText {
    match fault {
        Fault::More(n) => text(format!("{n} more problems are not listed"), "Mend these first"),
        Fault::TooManyFields(n) => {
            text(format!("a record has {n} fields; {MAX_FIELDS} are allowed"), "Check the brackets before it")
        }
        Fault::Unknown(name, known) => text(format!("unknown field \"{name}\" is ignored and kept"), near(known)),
        Fault::Twice(name) => text(format!("the field \"{name}\" stands here a second time"), "Keep one of the two"),
        Fault::Missing(name) => text(format!("the field \"{name}\" is missing"), format!("Add `{name}: …`")),
        Fault::Empty(name) => text(format!("\"{name}\" is empty"), "Write a text"),
        Fault::TooLong { name, length, limit } => {
            text(format!("\"{name}\" has {length} characters; {limit} are allowed"), "Shorten it")
        }
        Fault::NotAnId(id) => text(
            format!("\"{id}\" is not an id"),
            "Use 1 to 64 small letters, digits, - and _, beginning with a letter or digit",
        ),
        Fault::NotADay(day) => text(
            format!("\"{day}\" is not a date"),
            "Write 2025-01-13, 2025-01 or 2025, with ~ in front if it is uncertain",
        ),
        Fault::TooManyEntries { name, n, limit, way } => {
            let way = match way {
                TooMany::Split => "Split the file",
                TooMany::UnknownTerms => "Remove those whose terms do not exist",
                TooMany::Some => "Remove some",
            };
            text(format!("\"{name}\" has {n} entries; {limit} are allowed"), way)
        }
        Fault::EmptyList { list, one } => text(format!("\"{list}\" is empty"), format!("Add a {one}")),
        Fault::IdTwice { list, id } => {
            text(format!("the id \"{id}\" stands in \"{list}\" a second time"), "Change one of the two")
        }
        Fault::NoSuch { one, id, near: known } => text(format!("the {one} \"{id}\" does not exist"), near(known)),
        Fault::NoValue { term, value, is_kept, near: known } => {
            let and = if *is_kept { "; it is ignored and kept" } else { "" };
            text(format!("the term \"{term}\" has no value {value}{and}"), near(known))
        }
    }
}
