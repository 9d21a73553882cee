//! Recovery copies of versions from before there were drafts, so that work that was left in one is not lost.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::Draft;
use crate::format::options;

/// What such a version wrote, `recovery/NUMBER OF THE PROCESS.ron` beside the folder of drafts.
#[derive(serde::Deserialize)]
struct Recovery {
    scenario: String,
    path: Option<PathBuf>,
    opened: Option<String>,
}

/// What a list says of it.
#[derive(Default, serde::Deserialize)]
struct Named {
    #[serde(default)]
    title: String,
    #[serde(default)]
    dossier: String,
}

/// A recovery copy.
pub(super) struct Copy {
    /// Where it is.
    pub path: PathBuf,
    /// When it was written.
    pub modified: SystemTime,
    /// It as a draft.
    pub draft: Draft,
}

/// The copies beside the folder of drafts that belong to no running program, and a lock, so that of two windows that
/// start at once only one takes them. What cannot be read stays where it is.
pub(super) fn copies(drafts: &Path) -> io::Result<(Vec<Copy>, Option<File>)> {
    let Some(folder) = drafts.parent().map(|data| data.join("recovery")).filter(|folder| folder.is_dir()) else {
        return Ok((Vec::new(), None));
    };
    let lock = File::options().write(true).create(true).truncate(false).open(folder.join("taken.lock"))?;
    if lock.try_lock().is_err() {
        return Ok((Vec::new(), None));
    }
    let copy = |entry: fs::DirEntry| {
        let path = entry.path();
        let process: u32 = path.file_name()?.to_str()?.strip_suffix(".ron")?.parse().ok()?;
        (!is_running(process)).then(|| read(path)).flatten()
    };
    Ok((fs::read_dir(folder)?.flatten().filter_map(copy).collect(), Some(lock)))
}

fn read(path: PathBuf) -> Option<Copy> {
    let modified = fs::metadata(&path).and_then(|metadata| metadata.modified()).ok()?;
    let Recovery { scenario, path: file, opened } = options().from_str(&fs::read_to_string(&path).ok()?).ok()?;
    // A dossier that is written into the plan has no name here.
    let Named { title, dossier } = options().from_str(&scenario).unwrap_or_else(|_| Named {
        title: options().from_str::<OnlyTitle>(&scenario).map(|only| only.title).unwrap_or_default(),
        dossier: String::new(),
    });
    let stem = file.as_deref().unwrap_or(&path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let title = if title.is_empty() { stem } else { title };
    let written = jiff::Timestamp::try_from(modified).ok()?.to_zoned(jiff::tz::TimeZone::system());
    let written = written.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    Some(Copy {
        path,
        modified,
        draft: Draft { title, dossier, n_set: None, written, path: file, entry: None, opened, scenario, case: None },
    })
}

#[derive(serde::Deserialize)]
struct OnlyTitle {
    #[serde(default)]
    title: String,
}

/// True if a program of that time still works on its copy. Such a program told by the process's name; one that goes by
/// another name loses nothing, since its work is on the shelf too.
fn is_running(process: u32) -> bool {
    let name = fs::read_to_string(Path::new("/proc").join(process.to_string()).join("comm"));
    name.is_ok_and(|name| name.starts_with("peace-plan"))
}

#[cfg(test)]
mod tests {
    use super::super::{Drafts, LeftOver};
    use super::*;

    #[test]
    fn copies_of_an_older_version_are_on_the_shelf_once_and_what_cannot_be_read_stays() {
        let data = tempfile::tempdir().unwrap();
        let (drafts, recovery) = (data.path().join("drafts"), data.path().join("recovery"));
        fs::create_dir(&recovery).unwrap();
        let plan = r#"(scenario:"(title: \"Mine\", dossier: \"valley\", terms: {})",path:Some("/a/plan.ron"),opened:None,written:"10:42")"#;
        let whole = r#"(scenario:"(title: \"Whole\", dossier: (id: \"x\", title: \"X\"))",path:None,opened:None,written:"10:43")"#;
        let unnamed = r#"(scenario:"(format: 1)",path:Some("/a/our idea.ron"),opened:Some("()"),written:"10:44")"#;
        // No process has such a number.
        for (number, text) in [(4_100_000_001_u32, plan), (4_100_000_002, whole), (4_100_000_003, unnamed)] {
            fs::write(recovery.join(format!("{number}.ron")), text).unwrap();
        }
        fs::write(recovery.join("4100000004.ron"), "(scenario: \"cut o").unwrap();
        let become_one = || {
            let mut shelf = Drafts::at(drafts.clone());
            let left = shelf.become_a_window().unwrap();
            (shelf, left)
        };
        let (shelf, left) = become_one();
        assert_eq!(left.drafts.len(), 3);
        let mut found: Vec<Draft> = left.drafts.iter().map(|name| shelf.read(name).unwrap()).collect();
        found.sort_by(|a, b| a.title.cmp(&b.title));
        let named: Vec<_> = found.iter().map(|draft| (draft.title.as_str(), draft.dossier.as_str())).collect();
        assert_eq!(named, [("Mine", "valley"), ("Whole", ""), ("our idea", "")]);
        assert_eq!(found[0].path.as_deref(), Some(Path::new("/a/plan.ron")));
        assert_eq!(found[2].opened.as_deref(), Some("()"));
        assert!(found[0].scenario.starts_with("(title: \"Mine\"") && found[0].written.len() == 19);
        drop(shelf);
        assert_eq!(become_one().1, LeftOver::default(), "once");
        assert!(recovery.join("4100000004.ron").exists());
        assert_eq!(Drafts::at(drafts.clone()).list().len(), 3);
    }
}
