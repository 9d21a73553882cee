//! `export --site`: a start page and a lesson page of every case at hand.

use std::path::{Path, PathBuf};

use super::{Done, complain, text};
use crate::{
    app::Paper,
    domain::Finding,
    export::{self, SiteCase},
    storage::{Library, Others, SaveError, Shelf, write_together},
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
    let pages: Vec<(PathBuf, &[u8])> = files.iter().map(|(name, page)| (folder.join(name), page.as_bytes())).collect();
    let others = if replace { Others::Go } else { Others::Stay };
    write_together(folder, &pages, others).map_err(|error| match error {
        SaveError::Exists(path) => words::site_exists(&path.to_string_lossy()),
        other => words::site_not_written(&other.to_string()),
    })?;
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
