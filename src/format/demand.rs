//! Demands, and values of terms, from their pieces.

use super::{
    lists::Ids,
    reader::Reader,
    spelled::{shown, written_value},
    tree::{Content, Piece},
};
use crate::domain::{Demand, DossierFault, FieldFault, MAX_VALUES, Near, Term, TermIx, TermKind, ValueIx, Wanted};

/// The forms of a demand.
const FORMS: [&str; 8] = ["Is", "OneOf", "AtLeast", "AtMost", "Not", "All", "Any", "If"];

/// The largest number of demands in one list.
const MAX_PARTS: usize = 200;

/// The terms that demands speak about.
pub(super) struct Terms<'t> {
    /// Their ids.
    pub ids: Ids<'t>,
    /// In the dossier's order.
    pub terms: &'t [Term],
}

impl<'t> Terms<'t> {
    fn get(&self, ix: TermIx) -> &'t Term {
        &self.terms[ix.get()]
    }
}

/// Reads a demand.
pub(super) fn demand<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, terms: &Terms<'_>) -> Option<Demand> {
    let (form, content) = reader.variant(piece, Wanted::Demand)?;
    let Content::Items(items) = content else {
        reader.error(piece.at, DossierFault::NotADemand);
        return None;
    };
    let items: Vec<Piece<'a>> = items.into_iter().map(|item| reader.plain(item)).collect();
    match (&*form, items.as_slice()) {
        ("Is", [name, wanted]) => {
            let term = term(reader, *name, terms)?;
            Some(Demand::Is(term, value(reader, *wanted, terms.get(term))?))
        }
        ("OneOf", [name, list]) => {
            let term = term(reader, *name, terms)?;
            let list = reader.items_in(*list, "OneOf", MAX_VALUES)?;
            let values: Vec<_> = list.into_iter().map(|piece| value(reader, piece, terms.get(term))).collect();
            Some(Demand::OneOf(term, values.into_iter().collect::<Option<_>>()?))
        }
        ("AtLeast" | "AtMost", [name, number]) => {
            let term = term(reader, *name, terms)?;
            let threshold: i32 = reader.read(*number, Wanted::WholeNumber)?;
            if !matches!(terms.get(term).kind, TermKind::Number { .. }) {
                reader.error(piece.at, DossierFault::NoNumbers(terms.get(term).id.clone()));
                return None;
            }
            Some(if form == "AtLeast" { Demand::AtLeast(term, threshold) } else { Demand::AtMost(term, threshold) })
        }
        ("Not", [inner]) => Some(Demand::Not(Box::new(demand(reader, *inner, terms)?))),
        ("All" | "Any", [list]) => {
            let list = reader.items_in(*list, &form, MAX_PARTS)?;
            let parts: Vec<_> = list.into_iter().map(|piece| demand(reader, piece, terms)).collect();
            let parts: Vec<Demand> = parts.into_iter().collect::<Option<_>>()?;
            Some(if form == "All" { Demand::All(parts) } else { Demand::Any(parts) })
        }
        ("If", [premise, consequence]) => {
            let (premise, consequence) = (demand(reader, *premise, terms), demand(reader, *consequence, terms));
            Some(Demand::If(Box::new(premise?), Box::new(consequence?)))
        }
        (known, given) if FORMS.contains(&known) => {
            reader.error(piece.at, DossierFault::DemandParts { form: known.to_owned(), n: given.len() });
            None
        }
        (unknown, _) => {
            let near = reader.near(unknown, FORMS);
            reader.error(piece.at, DossierFault::UnknownDemand(unknown.to_owned(), near));
            None
        }
    }
}

/// Reads the id of a term.
pub(super) fn term<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, terms: &Terms<'_>) -> Option<TermIx> {
    terms.ids.one(reader, piece).map(TermIx::at)
}

/// The readable id that a written value stands for: `true`, a number, or a name.
pub(super) fn value_id(piece: Piece<'_>) -> Option<String> {
    if matches!(piece.text, "true" | "false") {
        return Some(piece.text.to_owned());
    }
    if piece.text.starts_with('"') {
        return piece.string().ok();
    }
    piece.read::<i32>().map(|number| number.to_string()).or_else(|_| piece.string()).ok()
}

/// Reads a value of a term.
pub(super) fn value<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, term: &Term) -> Option<ValueIx> {
    let found = value_id(piece).and_then(|id| term.value_by_id(&id));
    if found.is_none() {
        let unknown = unknown_value(reader, piece, term, false);
        reader.error(piece.at, unknown);
    }
    found
}

/// A value that a term does not have.
pub(super) fn unknown_value<'a>(reader: &Reader<'a>, piece: Piece<'a>, term: &Term, is_kept: bool) -> FieldFault {
    let written = reader.written(piece);
    let near = written_value(term, written).map_or_else(
        || reader.near(written.trim_matches('"'), term.values.iter().map(|value| value.id.as_str())),
        Near::Written,
    );
    FieldFault::NoValue { term: term.id.clone(), value: shown(written), is_kept, near }
}
