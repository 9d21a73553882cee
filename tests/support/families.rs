//! Random dossiers of the sizes that the speed targets name, each from a fixed seed, with a plan that sets every term.

#![allow(dead_code, clippy::allow_attributes, reason = "each test and bench that includes this file uses a part of it")]

use peace_plan_explorer::domain::{Demand, Dossier, DossierParts, Plan, Rule, TermIx};

use super::random::{self, Random, Shape};

/// The names, from small to large.
pub const NAMES: [&str; 6] = ["small", "medium", "class", "tough", "research", "28x38x1064"];

/// The dossier of a family, and the plan to start from.
pub fn family(name: &str, seed: u64) -> (Dossier, Plan) {
    let (parties, terms, positions) = match name {
        "small" => (6, 8, 48),
        "medium" => (8, 12, 80),
        "class" | "tough" => (10, 20, 120),
        "research" => (20, 100, 1_000),
        "28x38x1064" => (28, 38, 1_064),
        other => panic!("there is no family {other}"),
    };
    let mut random = Random::new(seed);
    let mut parts = random::parts(&mut random, Shape { parties, terms, positions, wild: false });
    for place in 0..parts.positions.len() {
        if name == "tough" {
            let about = parts.positions[place].about.unwrap_or(TermIx(0));
            parts.positions[place].about = Some(about);
            parts.positions[place].demand = Some(spanning(&mut random, &parts, about));
        }
        // Every position counts, so that the size is the one that the name says.
        let position = &mut parts.positions[place];
        position.counts = true;
        position.replaces.clear();
        position.until = None;
    }
    let conditions = parts.positions.iter().filter_map(|position| position.demand.clone());
    let conditions = conditions.filter(|demand| matches!(demand, Demand::If(..))).take(4);
    let rule = |(place, demand)| Rule { id: format!("rule-{place}"), demand, reason: String::new() };
    parts.rules = conditions.enumerate().map(rule).collect();
    for statement in &mut parts.statements {
        statement.said = parts.covers.0;
        statement.channel = peace_plan_explorer::domain::Channel::OnRecord;
        statement.unverified = false;
        statement.sources = vec![peace_plan_explorer::domain::SourceIx(0)];
    }
    let dossier = Dossier::new(parts).unwrap();
    let plan = random::plan(&mut random, &dossier, 100);
    (dossier, plan)
}

/// In nine of ten cases a demand on two or three terms.
fn spanning(random: &mut Random, parts: &DossierParts, about: TermIx) -> Demand {
    let first = random::leaf(random, &parts.terms, about, false);
    if random.chance(10) {
        return first;
    }
    let mut other = || {
        let term = loop {
            let term = TermIx::at(random.below(parts.terms.len()));
            if term != about {
                break term;
            }
        };
        random::leaf(random, &parts.terms, term, false)
    };
    let (second, third) = (other(), other());
    match random.below(5) {
        0 => Demand::Any(vec![first, second]),
        1 => Demand::All(vec![first, second]),
        2 => Demand::If(Box::new(second), Box::new(first)),
        3 => Demand::If(Box::new(Demand::All(vec![second, third])), Box::new(first)),
        _ => Demand::If(Box::new(second), Box::new(Demand::Any(vec![first, third]))),
    }
}
