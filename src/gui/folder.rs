//! Folders for the file box: what is in them, and which are one click away.

use std::path::{Path, PathBuf};

use crate::{
    app::{Action, FilePlace, FolderEntry, PlaceKind, file_box},
    storage::{own_folder, whole_path, why},
};

/// What is in `folder`: folders first, then files with one of these endings, each A to Z and by number; hidden ones are left out. At the
/// root of a drive the other drives come before them.
pub(super) fn list(folder: &Path, endings: &[&str]) -> Action {
    let folder = whole_path(folder);
    match read(&folder, endings) {
        Ok(entries) => Action::FolderListed { folder, entries, problem: String::new() },
        Err(error) => Action::FolderListed { folder, entries: Vec::new(), problem: why(&error) },
    }
}

fn read(folder: &Path, endings: &[&str]) -> std::io::Result<Vec<FolderEntry>> {
    let mut entries = Vec::new();
    let is_root = folder.parent().is_none();
    let is_listed = |name: &str| {
        let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        ending.is_some_and(|ending| endings.contains(&ending.as_str()))
    };
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.path().is_dir();
        if !name.starts_with('.') && (is_folder || is_listed(&name)) {
            entries.push(FolderEntry { name, is_folder });
        }
    }
    entries.sort_by_cached_key(|entry| (!entry.is_folder, natural(&entry.name), entry.name.clone()));
    // The name of a drive is a whole path; joined to a folder, it stands for itself.
    let others = drives().into_iter().filter(|drive| is_root && Path::new(drive) != folder);
    Ok(others.map(|name| FolderEntry { name, is_folder: true }).chain(entries).collect())
}

/// Numbers of up to so many digits are told apart.
const NUMBER: usize = 20;

/// A name as it is sorted: small and large letters alike, and numbers by what they are, so that 10 stands after 2.
fn natural(name: &str) -> String {
    let mut key = String::new();
    let mut rest = name;
    while let Some(first) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (words, from) = rest.split_at(first);
        let (digits, after) = from.split_at(from.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(from.len()));
        key.push_str(&words.to_lowercase());
        // Leading noughts count for nothing; what is longer than any number one writes is left as it is.
        let digits = digits.trim_start_matches('0');
        key.extend(std::iter::repeat_n('0', NUMBER.saturating_sub(digits.len())));
        key.push_str(digits);
        rest = after;
    }
    key + &rest.to_lowercase()
}

/// Makes a folder and lists it.
pub(super) fn make(folder: &Path, endings: &[&str]) -> Action {
    match std::fs::create_dir(folder) {
        Ok(()) => list(folder, endings),
        Err(error) => Action::FileBox(file_box::Action::Problem(why(&error))),
    }
}

/// The roots of all drives, as `C:\`; none but on Windows, where everything has one root.
#[cfg(windows)]
fn drives() -> Vec<String> {
    #[link(name = "kernel32")]
    unsafe extern "system" {
        safe fn GetLogicalDrives() -> u32;
    }
    let there = GetLogicalDrives();
    ('A'..='Z')
        .enumerate()
        .filter(|(place, _)| there >> place & 1 == 1)
        .map(|(_, letter)| format!("{letter}:\\"))
        .collect()
}

#[cfg(not(windows))]
const fn drives() -> Vec<String> {
    Vec::new()
}

/// The folders that are one click away: the user's own that are there, then disks and sticks.
pub(super) fn places() -> Vec<FilePlace> {
    let home = std::env::home_dir();
    let own = [
        (PlaceKind::Documents, home.as_deref().map(|home| of_the_user(home, "DOCUMENTS", "Documents"))),
        (PlaceKind::Desktop, home.as_deref().map(|home| of_the_user(home, "DESKTOP", "Desktop"))),
        (PlaceKind::Home, home.clone()),
        (PlaceKind::OwnDossiers, own_folder()),
    ];
    let own = own.into_iter().filter_map(|(kind, folder)| Some(FilePlace { kind, folder: folder? }));
    let volumes = volumes().into_iter().map(|folder| {
        let name = folder.file_name().map_or_else(|| folder.to_string_lossy(), |name| name.to_string_lossy());
        FilePlace { kind: PlaceKind::Volume(name.into_owned()), folder: folder.clone() }
    });
    let mut places: Vec<FilePlace> = Vec::new();
    for place in own.chain(volumes).filter(|place| place.folder.is_dir()) {
        let folder = whole_path(&place.folder);
        // Where there are no documents, the system names the home folder once more.
        if !places.iter().any(|known| known.folder == folder) {
            places.push(FilePlace { folder, ..place });
        }
    }
    places
}

/// A folder of the user that the system may have under another name, such as "Dokumente".
#[cfg(target_os = "linux")]
fn of_the_user(home: &Path, key: &str, usual: &str) -> PathBuf {
    let config = std::env::var_os("XDG_CONFIG_HOME").map_or_else(|| home.join(".config"), PathBuf::from);
    let named = std::fs::read_to_string(config.join("user-dirs.dirs")).ok();
    named.and_then(|text| user_dir(&text, key, home)).unwrap_or_else(|| home.join(usual))
}

/// The folder of this key in a list such as `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`.
#[cfg(target_os = "linux")]
fn user_dir(text: &str, key: &str, home: &Path) -> Option<PathBuf> {
    let begins = format!("XDG_{key}_DIR=");
    let value = text.lines().find_map(|line| line.trim().strip_prefix(&begins))?.trim_matches('"');
    match value.strip_prefix("$HOME") {
        Some(rest) => Some(home.join(rest.trim_start_matches('/'))),
        None => Some(PathBuf::from(value)).filter(|path| path.is_absolute()),
    }
}

/// A folder of the user. Where files are kept in a cloud, Windows has it there.
#[cfg(not(target_os = "linux"))]
fn of_the_user(home: &Path, _key: &str, usual: &str) -> PathBuf {
    let cloud = std::env::var_os("OneDrive").map(|cloud| PathBuf::from(cloud).join(usual));
    cloud.filter(|folder| cfg!(windows) && folder.is_dir()).unwrap_or_else(|| home.join(usual))
}

/// The disks and sticks that are there.
#[cfg(target_os = "linux")]
fn volumes() -> Vec<PathBuf> {
    let mounted = mounted(&std::fs::read_to_string("/proc/self/mounts").unwrap_or_default());
    let user = std::env::var_os("USER").unwrap_or_default();
    // What the desktop mounts by itself may be seen only once it is looked at.
    let of_the_desktop = ["/media", "/run/media"].into_iter().flat_map(|root| children(&Path::new(root).join(&user)));
    let mut all: Vec<PathBuf> = mounted.into_iter().chain(of_the_desktop).collect();
    all.sort();
    all.dedup();
    all
}

/// Where disks and sticks are mounted, from the system's list: the second word of each line, spaces written as `\040`.
#[cfg(target_os = "linux")]
fn mounted(list: &str) -> Vec<PathBuf> {
    let is_stick =
        |path: &String| ["/media/", "/run/media/", "/mnt/"].iter().any(|root| path.starts_with(root)) || path == "/mnt";
    let points = list.lines().filter_map(|line| line.split(' ').nth(1));
    let points = points.map(|point| point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"));
    points.filter(is_stick).map(PathBuf::from).collect()
}

/// The folders in a folder that have something in them.
#[cfg(target_os = "linux")]
fn children(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let has_some = |path: &PathBuf| std::fs::read_dir(path).is_ok_and(|mut inside| inside.next().is_some());
    entries.flatten().map(|entry| entry.path()).filter(has_some).collect()
}

/// The disks and sticks that are there; the one with the system is a link to the root.
#[cfg(target_os = "macos")]
fn volumes() -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir("/Volumes") else { return Vec::new() };
    let mut all: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| !path.is_symlink()).collect();
    all.sort();
    all
}

/// The drives.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn volumes() -> Vec<PathBuf> {
    drives().into_iter().map(PathBuf::from).collect()
}

/// The folder in which a file dialog starts: that of the open file, else of the last file used, else the user's
/// documents or home.
pub(super) fn start(open: Option<&Path>, recent: &[PathBuf]) -> PathBuf {
    let parent = |path: &Path| path.parent().filter(|parent| parent.is_dir()).map(Path::to_path_buf);
    let home = std::env::home_dir();
    let documents =
        home.as_ref().map(|home| of_the_user(home, "DOCUMENTS", "Documents")).filter(|folder| folder.is_dir());
    open.and_then(parent)
        .or_else(|| recent.iter().find_map(|path| parent(path)))
        .or(documents)
        .or(home)
        .or_else(|| std::env::current_dir().ok())
        .unwrap_or_else(|| PathBuf::from(std::path::MAIN_SEPARATOR_STR))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_sorted_by_what_they_are() {
        let mut names =
            ["round-10.ron", "Round-2.ron", "round-1.ron", "9a.ron", "plan.ron", "Plan 007.ron", "plan 7.ron"];
        names.sort_by_cached_key(|name| (natural(name), (*name).to_owned()));
        let sorted = ["9a.ron", "Plan 007.ron", "plan 7.ron", "plan.ron", "round-1.ron", "Round-2.ron", "round-10.ron"];
        assert_eq!(names, sorted);
        assert_eq!(natural("Tag 12. Mai"), natural("TAG 012. mai"));
        let long = "9".repeat(40);
        assert!(natural(&long).ends_with(&long));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn sticks_and_named_folders_are_read_from_the_lists_of_the_system() {
        let list = "proc /proc proc rw 0 0\n/dev/sdb1 /media/ana/USB\\040STICK vfat rw 0 0\n/dev/sdc1 /run/media/ana/A ext4 rw\n\
                    /dev/sda1 / ext4 rw\nnas:/x /mnt/school nfs rw\n/dev/sda2 /media2 ext4 rw\n";
        let found: Vec<PathBuf> = mounted(list);
        assert_eq!(found, ["/media/ana/USB STICK", "/run/media/ana/A", "/mnt/school"].map(PathBuf::from));
        let named = "# a comment\nXDG_DESKTOP_DIR=\"$HOME/Schreibtisch\"\nXDG_DOCUMENTS_DIR=\"/data/Dokumente\"\n";
        let home = Path::new("/home/ana");
        assert_eq!(user_dir(named, "DESKTOP", home), Some("/home/ana/Schreibtisch".into()));
        assert_eq!(user_dir(named, "DOCUMENTS", home), Some("/data/Dokumente".into()));
        assert_eq!(user_dir(named, "MUSIC", home), None);
    }

    #[test]
    fn a_folder_lists_what_the_box_is_for_and_a_new_one_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b10.ron", "b2.ron", "A.RON", "c.txt", ".hidden.ron", "d.ron.bak"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let names = |action: Action| match action {
            Action::FolderListed { entries, problem, .. } if problem.is_empty() => {
                entries.into_iter().map(|entry| entry.name).collect::<Vec<_>>()
            }
            other => vec![format!("{other:?}")],
        };
        assert_eq!(names(list(folder.path(), &["ron"])), ["A.RON", "b2.ron", "b10.ron"]);
        assert_eq!(names(list(folder.path(), &["txt", "csv"])), ["c.txt"]);
        let new = folder.path().join("Group A");
        assert_eq!(names(make(&new, &["ron"])), Vec::<String>::new());
        let Action::FileBox(file_box::Action::Problem(problem)) = make(&new, &["ron"]) else { panic!("made twice") };
        assert_eq!(problem, "there is something of that name already");
        let gone = list(&folder.path().join("nowhere"), &["ron"]);
        assert!(matches!(gone, Action::FolderListed { problem, .. } if problem == "there is no such file or folder"));
    }
}
