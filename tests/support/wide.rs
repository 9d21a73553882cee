//! Demands over many terms, and values that come later, put into random dossiers.

#![allow(dead_code, clippy::allow_attributes, reason = "each test that includes this file uses a part of it")]

use peace_plan_explorer::domain::{Demand, DossierParts, TermIx, ValueIx};

use crate::random::{self, Random, Shape};

/// Turns some demands into packages over 8 to 20 terms: all of them, one of some pairs, or a chain of conditions.
pub fn packages(random: &mut Random, parts: &mut DossierParts, n: usize) {
    for _ in 0..n {
        let place = random.below(parts.positions.len());
        let demand = package(random, parts);
        let about = demand.terms()[0];
        parts.positions[place].about = Some(about);
        parts.positions[place].demand = Some(demand);
    }
}

fn package(random: &mut Random, parts: &DossierParts) -> Demand {
    let n = (8 + random.below(13)).min(parts.terms.len());
    let terms: Vec<TermIx> = random.order(parts.terms.len()).into_iter().take(n).map(TermIx::at).collect();
    let leaves: Vec<Demand> = terms.iter().map(|term| random::leaf(random, &parts.terms, *term, false)).collect();
    match random.below(4) {
        0 => Demand::Any(leaves),
        1 => Demand::Any(leaves.chunks(2).map(|pair| Demand::All(pair.to_vec())).collect()),
        2 => parity(&leaves),
        _ => Demand::All(leaves),
    }
}

/// True if an odd number of these hold.
pub fn parity(leaves: &[Demand]) -> Demand {
    let [first, rest @ ..] = leaves else { return Demand::Any(Vec::new()) };
    if rest.is_empty() {
        return first.clone();
    }
    // As text it grows twofold with each part, so that only a few are joined in one demand.
    let rest = parity(&rest[..rest.len().min(4)]);
    let not = |demand: &Demand| Demand::Not(Box::new(demand.clone()));
    Demand::Any(vec![Demand::All(vec![first.clone(), not(&rest)]), Demand::All(vec![not(first), rest])])
}

/// Lets some values be put forward later.
pub fn since(random: &mut Random, parts: &mut DossierParts) {
    for term in &mut parts.terms {
        for value in &mut term.values {
            if random.chance(10) {
                value.since = Some(random::day(random));
            }
        }
    }
}

fn plain(n_terms: usize) -> DossierParts {
    let mut random = Random::new(5);
    let mut parts = random::parts(&mut random, Shape { parties: 2, terms: n_terms.max(3), positions: 2, wild: false });
    parts.rules.clear();
    parts
}

/// Each of some items has a place, and no two of them the same: as one demand, met by no plan if there are fewer places.
pub fn pigeons(n_items: usize, n_places: usize) -> DossierParts {
    let mut parts = plain(n_items);
    let value = parts.terms[0].values[0].clone();
    for term in &mut parts.terms {
        term.kind = peace_plan_explorer::domain::TermKind::Choice;
        let named = |place: usize| {
            let mut value = value.clone();
            (value.id, value.number) = (format!("place{place}"), None);
            value
        };
        term.values = (0..n_places).map(named).collect();
    }
    let is = |item: usize, place: usize| Demand::Is(TermIx::at(item), ValueIx::at(place));
    let mut apart = Vec::new();
    for place in 0..n_places {
        for item in 0..n_items {
            for other in item + 1..n_items {
                let both = Demand::All(vec![is(item, place), is(other, place)]);
                apart.push(Demand::Not(Box::new(both)));
            }
        }
    }
    parts.positions.truncate(1);
    parts.positions[0].replaces.clear();
    (parts.positions[0].about, parts.positions[0].demand) = (Some(TermIx(0)), Some(Demand::All(apart)));
    parts
}

/// Two positions over toggles that no plan meets together: an even number of groups of four holds an odd number, and not.
pub fn parities(n_terms: usize) -> DossierParts {
    let mut parts = plain(n_terms);
    for term in &mut parts.terms {
        let mut values = vec![term.values[0].clone(), term.values[0].clone()];
        (values[0].id, values[1].id) = ("true".to_owned(), "false".to_owned());
        values.iter_mut().for_each(|value| value.number = None);
        (term.kind, term.values) = (peace_plan_explorer::domain::TermKind::Toggle, values);
    }
    let leaves: Vec<Demand> = (0..n_terms).map(|term| Demand::Is(TermIx::at(term), ValueIx(0))).collect();
    let groups: Vec<Demand> = leaves.chunks(4).map(parity).collect();
    let all = Demand::All(groups);
    parts.positions[0].demand = Some(all.clone());
    parts.positions[1].demand = Some(Demand::Not(Box::new(all)));
    for position in &mut parts.positions {
        (position.about, position.counts, position.until) = (Some(TermIx(0)), true, None);
        position.replaces.clear();
    }
    parts
}
