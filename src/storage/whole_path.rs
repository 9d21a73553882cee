//! Where a file really is, in the form that people and programs write.

use std::path::{Path, PathBuf};

/// The path from the root, without links and `..`; the path as it came, if it leads nowhere.
#[must_use]
pub(crate) fn whole_path(path: &Path) -> PathBuf {
    path.canonicalize().map_or_else(|_nowhere| path.to_path_buf(), plain)
}

/// Windows answers with `\\?\C:\…`. Nobody writes that, and under it neither `/` nor `..` work in what is joined on.
fn plain(path: PathBuf) -> PathBuf {
    let Some(text) = path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) else { return path };
    if let Some(share) = text.strip_prefix(r"UNC\") {
        return PathBuf::from(format!(r"\\{share}"));
    }
    let is_drive =
        text.as_bytes().get(..3).is_some_and(|start| start[0].is_ascii_alphabetic() && start[1..] == *br":\");
    if is_drive { PathBuf::from(text) } else { path }
}

/// True for a name that ends in `.ron`, in capitals too.
#[must_use]
pub(crate) fn ends_in_ron(name: &Path) -> bool {
    name.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbatim_paths_become_plain_ones() {
        for (verbatim, expected) in [
            (r"\\?\C:\Lehrer Übung\plan.ron", r"C:\Lehrer Übung\plan.ron"),
            (r"\\?\UNC\server\share\plan.ron", r"\\server\share\plan.ron"),
            (r"\\?\Volume{b75e2c83-0000}\plan.ron", r"\\?\Volume{b75e2c83-0000}\plan.ron"),
            (r"\\?\C:", r"\\?\C:"),
            ("/home/a/plan.ron", "/home/a/plan.ron"),
        ] {
            assert_eq!(plain(PathBuf::from(verbatim)), PathBuf::from(expected), "{verbatim}");
        }
    }

    #[test]
    fn what_leads_nowhere_stays_as_it_is() {
        assert_eq!(whole_path(Path::new("no/such/plan.ron")), PathBuf::from("no/such/plan.ron"));
    }

    #[test]
    fn endings_are_the_same_in_capitals() {
        for (name, is) in [("plan.ron", true), ("PLAN.RON", true), ("plan.Ron", true), ("ron", false), (".ron", false)]
        {
            assert_eq!(ends_in_ron(Path::new(name)), is, "{name}");
        }
    }
}
