//! A record in the list of its page.

use super::{
    super::{coding::code, demand, folded, strength},
    NEW, one,
};
use crate::{
    app::case::{At, OwnCase},
    domain::{Code, Dossier},
};

/// What a record is called in its list, and what is said beside it.
#[must_use]
pub fn row(own: &OwnCase, dossier: &Dossier, list: &'static str, item: usize) -> (String, String) {
    let at = At::record(list, item);
    let text = |field| own.string(&at.field(field)).unwrap_or_default();
    let is_empty = |text: &String| text.trim().is_empty();
    let or_new = |text: String| if is_empty(&text) { format!("({NEW} {})", one(list)) } else { text };
    let joined = |texts: [String; 3]| {
        let said: Vec<String> = texts.into_iter().filter(|text| !is_empty(text)).collect();
        said.join(", ")
    };
    let party = || {
        let id = text("party");
        let found = dossier.parties.iter().find(|party| party.id == id);
        found.map_or(id, |party| party.code.clone())
    };
    match list {
        "parties" => (or_new(text("name")), text("code")),
        "terms" => (or_new(text("name")), text("group")),
        "statements" => (or_new(text("short")), joined([party(), text("speaker"), text("said")])),
        "positions" => {
            let known = dossier.positions.iter().find(|position| position.id == text("id"));
            let firmly = known.map_or_else(String::new, |known| match known.demand {
                Some(_) => format!(", {}", strength(known.strength).to_lowercase()),
                None => format!(", {}", code(Code::NoDemand)),
            });
            let said = own.demand(&at.field("demand")).and_then(|written| written.resolved(&dossier.terms));
            let said = said.map(|wanted| demand(dossier, &wanted));
            let about = || {
                let id = text("about");
                let found = dossier.terms.iter().find(|term| term.id == id);
                or_new(found.map_or(id, |term| term.name.clone()))
            };
            (said.unwrap_or_else(about), format!("{}{firmly}", party()))
        }
        "rules" => (or_new(text("reason")), text("id")),
        _ => (or_new(text("publisher")), text("title")),
    }
}

/// True if a search for `wanted` finds a record with these words.
#[must_use]
pub fn is_found(wanted: &str, (name, about): &(String, String)) -> bool {
    let wanted = folded(wanted.trim());
    wanted.is_empty() || folded(name).contains(&wanted) || folded(about).contains(&wanted)
}
