//! A case of one's own: its folder, its dossier, and plans that come along with a copy.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::{
    Shelf, own_folder,
    save::SaveError,
    together::{Others, write_together},
};
use crate::{
    domain::id_from,
    format::{DossierText, plan_for},
};

/// The file of a dossier, in the folder of its case.
#[must_use]
pub(crate) fn dossier_path(folder: &Path) -> PathBuf {
    folder.join("dossier.ron")
}

/// A folder for a case of one's own, and the id that goes with it: the one that is wished for, or the next with a number.
/// `None` where the system has no place for it.
#[must_use]
pub(crate) fn free_case(wished: &str, is_taken: impl Fn(&str) -> bool) -> Option<(String, PathBuf)> {
    let own = own_folder()?;
    let numbered = (2..).map(|number: u32| format!("{wished}-{number}"));
    let mut ids = std::iter::once(wished.to_owned()).chain(numbered);
    let is_free = |id: &String| !is_taken(id) && fs::symlink_metadata(own.join(id)).is_err();
    let id = ids.find(is_free)?;
    Some((id.clone(), own.join(id)))
}

/// The file of a plan of this name in the folder of a case. A name out of somebody else's file leads nowhere else, and never
/// to the dossier.
#[must_use]
fn plan_path(folder: &Path, name: &str) -> PathBuf {
    let is_file_name = !name.starts_with('.')
        && !name.trim().is_empty()
        && !name.contains(|letter: char| letter.is_control() || "/\\:*?\"<>|".contains(letter));
    let is_free = is_file_name && !name.eq_ignore_ascii_case("dossier");
    let name = if is_free { name.to_owned() } else { format!("plan-{}", id_from(name)) };
    folder.join(format!("{name}.ron"))
}

/// Names for plans in the folder of a case, each another: out of somebody else's file two may come that are one here.
#[must_use]
pub(crate) fn plan_paths<'n>(folder: &Path, names: impl Iterator<Item = &'n str>) -> Vec<PathBuf> {
    let mut taken = BTreeSet::from(["dossier.ron".to_owned()]);
    let mut free = |path: PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let numbered = (2..).map(|number: u32| format!("{stem}-{number}.ron"));
        let mut names = std::iter::once(format!("{stem}.ron")).chain(numbered);
        // Capital and small letters are the same to some systems.
        names.find(|name| taken.insert(name.to_lowercase())).map_or(path, |name| folder.join(name))
    };
    names.map(|name| free(plan_path(folder, name))).collect()
}

/// Writes a new case into a folder, which is made if it is not there. Returns the file of its dossier. Nothing is replaced, and
/// where one file cannot be written, none is.
///
/// # Errors
/// [`SaveError`]; a dossier that is there already is one.
pub(crate) fn write_case(
    folder: &Path,
    dossier: &DossierText,
    plans: &[(String, String)],
) -> Result<PathBuf, SaveError> {
    let file = dossier_path(folder);
    let paths = plan_paths(folder, plans.iter().map(|(name, _)| name.as_str()));
    let plans = paths.into_iter().zip(plans.iter().map(|(_, text)| text.as_bytes()));
    // The dossier gets its name last: a folder without it is no case, should the program die before.
    let files: Vec<(PathBuf, &[u8])> = plans.chain([(file.clone(), dossier.as_str().as_bytes())]).collect();
    if fs::symlink_metadata(&file).is_ok() {
        return Err(SaveError::Exists(file));
    }
    write_together(folder, &files, Others::Stay)?;
    Ok(file)
}

impl Shelf {
    /// Its plans as plans of a copy that has this id: names without `.ron`, and texts.
    #[must_use]
    pub(crate) fn plans_for(&self, id: &str) -> Vec<(String, String)> {
        let copied = |(name, text): (&str, &str)| Some((name.to_owned(), plan_for(text, id)?));
        self.scenario_texts().filter_map(copied).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_lies_in_its_folder_whatever_its_name() {
        let folder = Path::new("/home/ana/case");
        for (name, file) in [
            ("lake-plan", "lake-plan.ron"),
            ("T\u{e4}glich 2", "T\u{e4}glich 2.ron"),
            ("../../evil", "plan-evil.ron"),
            ("c:\\evil", "plan-c-evil.ron"),
            ("Dossier", "plan-dossier.ron"),
            (".hidden", "plan-hidden.ron"),
        ] {
            assert_eq!(plan_path(folder, name), folder.join(file));
        }
        assert_eq!(plan_path(folder, "").parent(), Some(folder));
    }

    #[test]
    fn two_names_that_are_one_here_become_two() {
        let folder = Path::new("/case");
        let named = ["a/b", "a:b", "Plan", "plan", "dossier", "plan-dossier"];
        let paths = plan_paths(folder, named.into_iter());
        let expected = ["plan-a-b", "plan-a-b-2", "Plan", "plan-2", "plan-dossier", "plan-dossier-2"];
        assert_eq!(paths, expected.map(|name| folder.join(format!("{name}.ron"))));
    }
}
