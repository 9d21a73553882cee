//! Demands in words, out of a dossier's text and into it.

use crate::domain::WrittenDemand;
use crate::format::{
    demand::value_id,
    ron_writer,
    tree::{Content, Piece, RonText},
    variants::VARIANTS,
};

/// Reads a demand; `None` if it is none.
#[must_use]
pub(crate) fn written_demand(text: &str) -> Option<WrittenDemand> {
    read(RonText::new(text).whole().ok()?)
}

/// A demand as a dossier has it.
#[must_use]
pub(crate) fn demand_ron(demand: &WrittenDemand) -> String {
    let list = |parts: &[WrittenDemand]| parts.iter().map(demand_ron).collect::<Vec<_>>().join(", ");
    let text = ron_writer::text;
    match demand {
        WrittenDemand::Is(term, value) => format!("Is({}, {})", text(term), value_text(value)),
        WrittenDemand::OneOf(term, values) => {
            let values: Vec<String> = values.iter().map(|value| value_text(value)).collect();
            format!("OneOf({}, [{}])", text(term), values.join(", "))
        }
        WrittenDemand::AtLeast(term, number) => format!("AtLeast({}, {})", text(term), value_text(number)),
        WrittenDemand::AtMost(term, number) => format!("AtMost({}, {})", text(term), value_text(number)),
        WrittenDemand::Not(inner) => format!("Not({})", demand_ron(inner)),
        WrittenDemand::All(parts) => format!("All([{}])", list(parts)),
        WrittenDemand::Any(parts) => format!("Any([{}])", list(parts)),
        WrittenDemand::If(premise, consequence) => {
            format!("If({}, {})", demand_ron(premise), demand_ron(consequence))
        }
    }
}

/// A value as a dossier has it: yes, no and numbers are bare, names in quotation marks.
#[must_use]
pub(super) fn value_text(id: &str) -> String {
    let is_bare = matches!(id, "true" | "false") || id.parse::<i32>().is_ok_and(|number| number.to_string() == id);
    if is_bare { id.to_owned() } else { ron_writer::text(id) }
}

fn read(piece: Piece<'_>) -> Option<WrittenDemand> {
    let (form, content) = piece.variant(VARIANTS).ok()?;
    let Content::Items(items) = content else { return None };
    let id = |piece: &Piece<'_>| piece.string().ok();
    let all = |list: &Piece<'_>| list.items().ok()?.into_iter().map(read).collect::<Option<Vec<_>>>();
    Some(match (&*form, items.as_slice()) {
        ("Is", [term, value]) => WrittenDemand::Is(id(term)?, value_id(*value)?),
        ("OneOf", [term, values]) => {
            let values: Option<Vec<String>> = values.items().ok()?.into_iter().map(value_id).collect();
            WrittenDemand::OneOf(id(term)?, values?)
        }
        ("AtLeast", [term, number]) => WrittenDemand::AtLeast(id(term)?, value_id(*number)?),
        ("AtMost", [term, number]) => WrittenDemand::AtMost(id(term)?, value_id(*number)?),
        ("Not", [inner]) => WrittenDemand::Not(Box::new(read(*inner)?)),
        ("All", [list]) => WrittenDemand::All(all(list)?),
        ("Any", [list]) => WrittenDemand::Any(all(list)?),
        ("If", [premise, consequence]) => WrittenDemand::If(Box::new(read(*premise)?), Box::new(read(*consequence)?)),
        _ => return None,
    })
}
