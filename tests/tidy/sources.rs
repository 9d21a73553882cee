//! The files of `src/`, as the house rules read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of `src/`.
pub struct Source {
    /// Its path below `src/`.
    pub path: PathBuf,
    /// The path of its module: `["ui", "table", "cells"]` for `ui/table/cells.rs`, `["ui"]` for `ui/mod.rs`.
    pub module: Vec<String>,
    /// All that stands in it.
    pub text: String,
    /// What the rules are about: neither its tests nor comments that fill a line.
    pub code: String,
}

impl Source {
    /// The folder or file below `src/` that it belongs to.
    pub fn room(&self) -> &str {
        &self.module[0]
    }

    /// True if nothing but tests is in it.
    pub fn is_test(&self) -> bool {
        let names_of_tests = ["tests", "tests.rs", "fixture.rs", "sample.rs", "practice.rs", "agreement.rs"];
        self.path.iter().any(|part| names_of_tests.iter().any(|name| part == *name))
    }
}

/// All files, in the order of their paths.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    paths.into_iter().map(|path| source(&root, &path)).collect()
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

fn source(root: &Path, path: &Path) -> Source {
    let inside = path.strip_prefix(root).unwrap().to_path_buf();
    let mut module: Vec<String> =
        inside.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.len() > 1 && module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let code = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    Source { path: inside, module, text, code }
}
