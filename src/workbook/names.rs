//! What parties, terms and values are called, so that a cell may hold an id or a name.

use std::collections::BTreeMap;

use super::{
    choices::{self, KINDS},
    columns::{Cell, Table, folded},
    message::{Message, did_you_mean},
};
use crate::{domain::WrittenDemand, format::ron_text, wording::workbook as words};

/// The tables of a book by the names of their sheets.
pub(super) type Tables<'b> = BTreeMap<&'static str, Table<'b>>;

/// Something with an id that may also be called by other names.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Its id.
    pub id: String,
    names: Vec<String>,
}

/// A term and its values.
#[derive(Clone, Debug)]
pub(super) struct TermNames {
    /// The term.
    pub named: Named,
    /// `Toggle`, `Choice` or `Number`.
    pub kind: &'static str,
    /// Its values; of a number those with a name.
    pub values: Vec<Named>,
}

/// Everything that can be called by name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The parties.
    pub parties: Vec<Named>,
    /// The terms.
    pub terms: Vec<TermNames>,
}

impl Named {
    /// With an id and further names.
    pub(super) fn new(id: &str, names: &[&str]) -> Self {
        let names = std::iter::once(&id).chain(names).filter(|name| !name.is_empty()).map(|name| folded(name));
        Self { id: id.to_owned(), names: names.collect() }
    }
}

impl Names {
    /// From the sheets of parties, terms and values.
    pub(super) fn new(tables: &Tables<'_>) -> Self {
        let rows = |name: &str| tables.get(name).into_iter().flat_map(Table::rows);
        let text = |row: &super::columns::Row<'_>, column| row.cell(column).text;
        let parties =
            rows("parties").map(|row| Named::new(&text(&row, "id"), &[&text(&row, "code"), &text(&row, "name")]));
        let mut terms: Vec<TermNames> = rows("terms")
            .map(|row| TermNames {
                named: Named::new(&text(&row, "id"), &[&text(&row, "name")]),
                kind: choices::choose(&row.cell("kind"), &KINDS, None, &mut Vec::new()).unwrap_or("Choice"),
                values: Vec::new(),
            })
            .collect();
        for row in rows("values") {
            let wanted = folded(&text(&row, "term"));
            if let Some(term) = terms.iter_mut().find(|term| term.named.names.contains(&wanted)) {
                let id = value_id(&text(&row, "value"), term.kind);
                term.values.push(Named::new(&id, &[&text(&row, "name"), &text(&row, "value")]));
            }
        }
        Self { parties: parties.collect(), terms }
    }

    /// The id of a party.
    pub(super) fn party(&self, cell: &Cell, messages: &mut Vec<Message>) -> Option<String> {
        one(self.parties.iter(), cell, &cell.text, messages).map(|named| named.id.clone())
    }

    /// A term.
    pub(super) fn term(&self, cell: &Cell, text: &str, messages: &mut Vec<Message>) -> Option<&TermNames> {
        let id = &one(self.terms.iter().map(|term| &term.named), cell, text, messages)?.id;
        self.terms.iter().find(|term| term.named.id == *id)
    }

    /// A formula as the format writes a demand.
    pub(super) fn demand(&self, formula: &WrittenDemand, cell: &Cell, messages: &mut Vec<Message>) -> Option<String> {
        let mut inner = |of: &WrittenDemand| self.demand(of, cell, messages);
        match formula {
            WrittenDemand::Not(of) => Some(format!("Not({})", inner(of)?)),
            WrittenDemand::All(parts) | WrittenDemand::Any(parts) => {
                let name = if matches!(formula, WrittenDemand::All(_)) { "All" } else { "Any" };
                let parts: Vec<Option<String>> = parts.iter().map(inner).collect();
                Some(format!("{name}([{}])", parts.into_iter().collect::<Option<Vec<_>>>()?.join(", ")))
            }
            WrittenDemand::If(premise, consequence) => {
                let (premise, consequence) = (inner(premise), inner(consequence));
                Some(format!("If({}, {})", premise?, consequence?))
            }
            WrittenDemand::Is(term, value) => {
                let term = self.term(cell, term, messages)?;
                Some(format!("Is({}, {})", ron_text(&term.named.id), term.value(value, cell, messages)?))
            }
            WrittenDemand::OneOf(term, values) => {
                let term = self.term(cell, term, messages)?;
                let values: Vec<Option<String>> =
                    values.iter().map(|value| term.value(value, cell, messages)).collect();
                let values = values.into_iter().collect::<Option<Vec<_>>>()?;
                Some(format!("OneOf({}, [{}])", ron_text(&term.named.id), values.join(", ")))
            }
            WrittenDemand::AtLeast(term, number) | WrittenDemand::AtMost(term, number) => {
                let name = if matches!(formula, WrittenDemand::AtLeast(..)) { "AtLeast" } else { "AtMost" };
                let term = self.term(cell, term, messages)?;
                let asked = Cell { text: number.clone(), ..cell.clone() };
                let number = choices::whole_number(&asked, messages)?;
                Some(format!("{name}({}, {number})", ron_text(&term.named.id)))
            }
        }
    }
}

impl TermNames {
    /// A value as the format writes it in a demand.
    pub(super) fn value(&self, text: &str, cell: &Cell, messages: &mut Vec<Message>) -> Option<String> {
        let number = text.strip_suffix(".0").unwrap_or(text).parse::<i32>().ok();
        if self.kind == "Number"
            && let Some(number) = number
        {
            return Some(number.to_string());
        }
        let name = if self.kind == "Toggle" { value_id(text, self.kind) } else { text.to_owned() };
        let id = &one(self.values.iter(), cell, &name, messages)?.id;
        let is_plain = matches!(id.as_str(), "true" | "false") || self.kind == "Number" && id.parse::<i32>().is_ok();
        Some(if is_plain { id.clone() } else { ron_text(id) })
    }
}

/// Yes and no are true and false in a dossier; a number has no point.
pub(super) fn value_id(text: &str, kind: &str) -> String {
    match (kind, folded(text).as_str()) {
        ("Toggle", "yes" | "true" | "1") => "true".to_owned(),
        ("Toggle", "no" | "false" | "0") => "false".to_owned(),
        ("Number", _) => text.strip_suffix(".0").unwrap_or(text).to_owned(),
        _ => text.to_owned(),
    }
}

/// The one that is called so; a message if there is none, or more than one.
fn one<'n>(
    all: impl Iterator<Item = &'n Named> + Clone,
    cell: &Cell,
    text: &str,
    messages: &mut Vec<Message>,
) -> Option<&'n Named> {
    let wanted = folded(text);
    if let Some(exact) = all.clone().find(|named| named.id == text) {
        return Some(exact);
    }
    let found: Vec<&Named> = all.clone().filter(|named| named.names.contains(&wanted)).collect();
    let (message, hint) = match found.as_slice() {
        [one] => return Some(one),
        [] if wanted.is_empty() => (words::missing(cell.column), String::new()),
        [] => {
            let ids: Vec<&str> = all.map(|named| named.id.as_str()).collect();
            (words::unknown(cell.column, text), did_you_mean(text, ids))
        }
        _ => (words::ambiguous(cell.column, text), words::WRITE_ID.to_owned()),
    };
    messages.push(Message::error(Some(cell.at.clone()), message, hint));
    None
}
