//! `export --site`: a start page and a lesson page of every case at hand.

use std::{fs, path::Path};

use super::{Done, complain, text};
use crate::{
    app::Paper,
    domain::Finding,
    export::{self, SiteCase},
    storage::{Library, Shelf, why, write_file},
    wording::{self, DateStyle, export as words},
};

/// Writes the site. What cannot be read is left out and said so.
///
/// # Errors
/// If the folder cannot be made or a file is there already; then nothing is written.
pub(super) fn write(folder: &Path, paper: Paper, replace: bool) -> Result<Done, String> {
    let library = Library::new();
    let mut done = Done::Clean;
    let mut leave_out = |name: &str, why: String| {
        complain(&words::left_out(name, &why));
        done = Done::Problems;
    };
    let cases: Vec<SiteCase<'_>> = library.shelves().iter().filter_map(|shelf| case(shelf, &mut leave_out)).collect();
    let files = export::site(&cases, DateStyle::Words, paper);
    let shown = folder.to_string_lossy();
    fs::create_dir_all(folder).map_err(|error| words::no_folder(&shown, &why(&error)))?;
    if let Some((name, _)) = files.iter().find(|(name, _)| !replace && folder.join(name).exists()) {
        return Err(words::site_exists(&folder.join(name).to_string_lossy()));
    }
    for (name, page) in &files {
        write_file(&folder.join(name), page.as_bytes(), replace).map_err(|error| error.to_string())?;
    }
    text::print(&words::site_written(&shown, cases.len()))?;
    Ok(done)
}

fn case<'a>(shelf: &'a Shelf, leave_out: &mut impl FnMut(&str, String)) -> Option<SiteCase<'a>> {
    let first = |problems: &[Finding]| problems.first().map(wording::problem).unwrap_or_default();
    let file = match shelf.dossier() {
        Ok(file) => file,
        Err(problems) => {
            leave_out(&shelf.id, first(problems));
            return None;
        }
    };
    let mut scenarios = Vec::new();
    for name in shelf.scenario_names() {
        match shelf.scenario(name) {
            Some(Ok(plan)) => scenarios.push(plan.scenario),
            Some(Err(problems)) => leave_out(&format!("{}/{name}", shelf.id), first(&problems)),
            None => {}
        }
    }
    Some(SiteCase { dossier: &file.dossier, fingerprint: &file.fingerprint, scenarios })
}
