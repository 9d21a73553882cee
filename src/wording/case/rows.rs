//! A record in the list of its page.

use super::{
    super::{demand, folded, strength},
    NONE,
};
use crate::{
    app::case::{At, OwnCase},
    domain::Dossier,
};

/// What a record is called in its list, and what is said beside it.
#[must_use]
pub fn row(own: &OwnCase, dossier: &Dossier, list: &'static str, item: usize) -> (String, String) {
    let at = At::record(list, item);
    let text = |field| own.string(&at.field(field)).unwrap_or_default();
    let shown = |text: String| if text.trim().is_empty() { format!("({NONE})") } else { text };
    let party = || {
        let id = text("party");
        let found = dossier.parties.iter().find(|party| party.id == id);
        found.map_or(id, |party| party.code.clone())
    };
    match list {
        "parties" => (shown(text("name")), text("code")),
        "terms" => (shown(text("name")), text("group")),
        "statements" => (shown(text("short")), format!("{}, {}, {}", party(), shown(text("speaker")), text("said"))),
        "positions" => {
            let known = dossier.positions.iter().find(|position| position.id == text("id"));
            let firmly =
                known.map_or_else(String::new, |known| format!(", {}", strength(known.strength).to_lowercase()));
            let said = own.demand(&at.field("demand")).and_then(|written| written.resolved(&dossier.terms));
            let said = said.map(|wanted| demand(dossier, &wanted));
            (said.unwrap_or_else(|| shown(text("about"))), format!("{}{firmly}", party()))
        }
        "rules" => (shown(text("reason")), text("id")),
        _ => (shown(text("publisher")), shown(text("title"))),
    }
}

/// True if a search for `wanted` finds a record with these words.
#[must_use]
pub fn is_found(wanted: &str, (name, about): &(String, String)) -> bool {
    let wanted = folded(wanted.trim());
    wanted.is_empty() || folded(name).contains(&wanted) || folded(about).contains(&wanted)
}
