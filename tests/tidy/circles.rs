//! Files that need each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{complain, imports::Imports, sources::sources};

/// The true circles: every part of `app` adds methods to the state, and has its place among the actions and effects, which
/// name its own. `ARCHITECTURE.md` says why.
const SHARED: [&[&str]; 2] = [&["app", "state"], &["app", "action"]];

type Module = Vec<String>;

#[test]
fn no_files_need_each_other() {
    let imports = Imports::of(&sources());
    let arrows: BTreeMap<Module, BTreeSet<Module>> =
        imports.modules().map(|module| (module.clone(), below_or_beside(&imports, module))).collect();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        arrows.keys().map(|module| (module, reach(&arrows, module))).collect();
    let mut circles: BTreeSet<Vec<String>> = BTreeSet::new();
    for (module, from_it) in &reached {
        let circle: Vec<String> =
            from_it.iter().filter(|other| reached[**other].contains(*module)).map(|other| other.join("/")).collect();
        if !circle.is_empty() {
            circles.insert(circle);
        }
    }
    complain(&circles.iter().map(|circle| format!("a circle: {}", circle.join(", "))).collect::<Vec<_>>());
}

/// What a module needs. The file at the head of a folder holds what its files share, so that these may name it.
fn below_or_beside(imports: &Imports, module: &Module) -> BTreeSet<Module> {
    let mut needed = imports.of_module(module);
    needed.retain(|other| !module.starts_with(other) && !SHARED.iter().any(|shared| shared == other));
    needed
}

/// All that is reached from a module, itself only by a circle.
fn reach<'a>(arrows: &'a BTreeMap<Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<&'a Module> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&Module> = arrows[from].iter().collect();
    while let Some(module) = open.pop() {
        if seen.insert(module) {
            open.extend(&arrows[module]);
        }
    }
    seen
}
