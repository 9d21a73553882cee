//! What a file names of other files: its `use` lines, taken apart, and the paths that stand in its code.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::Source;

/// The modules of `src/`, what each hands on from others, and what each names.
pub struct Imports {
    modules: BTreeSet<Vec<String>>,
    /// By module and name: the path that a `pub use` gives to the name.
    handed_on: BTreeMap<(Vec<String>, String), Vec<String>>,
    /// By module: the paths that it names, `pub use` left out.
    named: BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
}

impl Imports {
    /// Reads all files but those that hold tests.
    pub fn of(sources: &[Source]) -> Self {
        let sources: Vec<&Source> = sources.iter().filter(|source| !source.is_test()).collect();
        let modules = sources.iter().map(|source| source.module.clone()).collect();
        let mut imports = Self { modules, handed_on: BTreeMap::new(), named: BTreeMap::new() };
        for source in sources {
            imports.read(source);
        }
        imports
    }

    fn read(&mut self, source: &Source) {
        let (lines, rest) = use_lines(&source.code);
        let named = self.named.entry(source.module.clone()).or_default();
        for (is_public, tree) in lines {
            for (path, name) in leaves(&tree) {
                if is_public {
                    self.handed_on.insert((source.module.clone(), name), path);
                } else {
                    named.insert(path);
                }
            }
        }
        named.extend(paths(&rest));
    }

    /// The modules in whose files that is defined which `module` names; its own file is left out.
    pub fn of_module(&self, module: &[String]) -> BTreeSet<Vec<String>> {
        let named = self.named.get(module).into_iter().flatten();
        named.filter_map(|path| self.home(module, path)).filter(|home| home.as_slice() != module).collect()
    }

    /// The rooms that `module` hands things on from.
    pub fn handed_on_by(&self, module: &[String]) -> Vec<Vec<String>> {
        let own = self.handed_on.iter().filter(|((by, _), _)| by.as_slice() == module);
        own.filter_map(|((by, _), path)| self.home(by, path)).collect()
    }

    /// All modules.
    pub fn modules(&self) -> impl Iterator<Item = &Vec<String>> {
        self.modules.iter()
    }

    /// The module in whose file that is defined which a path means. `None` for what is not ours.
    fn home(&self, from: &[String], path: &[String]) -> Option<Vec<String>> {
        let mut at = from.to_vec();
        let mut parts = path.iter().peekable();
        let mut is_ours = false;
        while let Some(part) = parts.peek() {
            match part.as_str() {
                "crate" => at.clear(),
                "super" => drop(at.pop()),
                "self" => {}
                _ => break,
            }
            is_ours = true;
            parts.next();
        }
        for part in parts {
            let mut inner = at.clone();
            inner.push(part.clone());
            if self.modules.contains(&inner) {
                at = inner;
                is_ours = true;
                continue;
            }
            if let Some(origin) = self.handed_on.get(&(at.clone(), part.clone())) {
                return self.home(&at, origin);
            }
            break;
        }
        (is_ours && self.modules.contains(&at)).then_some(at)
    }
}

/// The trees of all `use` lines, public ones marked, and the code without them.
fn use_lines(code: &str) -> (Vec<(bool, String)>, String) {
    let mut found = Vec::new();
    let mut rest = String::new();
    let mut open: Option<(bool, String)> = None;
    for line in code.lines() {
        let head = line.trim_start();
        let (is_public, after) = match head.strip_prefix("pub") {
            Some(after) => (true, after.trim_start_matches("(crate)").trim_start_matches("(super)").trim_start()),
            None => (false, head),
        };
        if open.is_none() {
            match after.strip_prefix("use ") {
                Some(tree) => open = Some((is_public, tree.to_owned())),
                None => {
                    rest.push_str(line);
                    rest.push('\n');
                }
            }
        } else if let Some((_, tree)) = &mut open {
            tree.push_str(head);
        }
        if let Some(done) = open.take_if(|(_, tree)| tree.contains(';')) {
            found.push(done);
        }
    }
    (found, rest)
}

/// Each path of a tree such as `a::{b, c::{self, d as e}}`, and the name that it gets.
fn leaves(tree: &str) -> Vec<(Vec<String>, String)> {
    fn branch(before: &[String], tree: &str, out: &mut Vec<(Vec<String>, String)>) {
        let tree = tree.trim();
        if let Some((path, inner)) = tree.split_once('{') {
            let mut path: Vec<String> = before.iter().cloned().chain(parts(path)).collect();
            path.retain(|part| !part.is_empty());
            let inner = inner.rsplit_once('}').map_or(inner, |(inner, _)| inner);
            split_at_commas(inner).iter().for_each(|tree| branch(&path, tree, out));
        } else if !tree.is_empty() {
            let (path, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim())));
            let mut path: Vec<String> = before.iter().cloned().chain(parts(path)).collect();
            path.retain(|part| part != "*");
            if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                path.pop();
            }
            let name = name.map(str::to_owned).or_else(|| path.last().cloned()).unwrap_or_default();
            out.push((path, name));
        }
    }
    let mut out = Vec::new();
    branch(&[], tree.trim_end().trim_end_matches(';'), &mut out);
    out
}

fn parts(path: &str) -> impl Iterator<Item = String> {
    path.trim().split("::").map(|part| part.trim().to_owned())
}

/// The pieces between the commas that stand in no bracket.
fn split_at_commas(text: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    text.split(|letter| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    })
    .collect()
}

/// The paths of at least two parts that stand in code.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    code.split(|letter| !is_part(letter))
        .filter(|word| word.contains("::"))
        .map(|word| parts(word.trim_matches(':')).filter(|part| !part.is_empty()).collect())
        .collect()
}

#[test]
fn a_use_line_is_taken_apart_whole() {
    let found = leaves("crate::{app::A, gui::{self, b::{C as D, e}}};");
    let paths: Vec<String> = found.iter().map(|(path, name)| format!("{} {name}", path.join("::"))).collect();
    assert_eq!(paths, ["crate::app::A A", "crate::gui gui", "crate::gui::b::C D", "crate::gui::b::e e"]);
}
