//! The shelf of drafts: unsaved plans, each in a file of its own, until they are saved or deleted.
//!
//! The name of the file says who has the draft. `NAME.ron` lies on the shelf. `NAME.open-3.ron` is the work of window 3,
//! which holds a lock on `window-3.lock` as long as it lives; a window that closes or dies lets go of it, and its work is
//! then what the next window brings back. So a draft is moved by renaming it, and is never in two places or in none.

mod folder;
mod older;

use std::{
    collections::BTreeMap,
    fs::{self, File},
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
    path::{Path, PathBuf},
};

use self::folder::{ENDING, Life, OPEN, fault_path, files, lock, windows};
use super::{
    folders::data_folder,
    save::{replace, replace_bytes},
};
use crate::{
    domain::{FileFault, Finding},
    format::{letters, options, read_whole},
};

/// An unsaved plan.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Draft {
    /// Its title.
    pub title: String,
    /// The title of its dossier.
    pub dossier: String,
    /// The number of terms that are set; older programs did not write it.
    #[serde(default)]
    pub n_set: Option<usize>,
    /// When it was last written, as in `2025-01-13T10:42:07`.
    pub written: String,
    /// The file that was open.
    pub path: Option<PathBuf>,
    /// Dossier and scenario of the plan at hand that was opened.
    #[serde(default)]
    pub entry: Option<(String, String)>,
    /// What the file or the plan held when it was opened.
    pub opened: Option<String>,
    /// The scenario as a file of its own.
    pub scenario: String,
    /// The case of one's own, if it was changed and not saved.
    #[serde(default)]
    pub case: Option<DraftOfCase>,
}

/// A case that was changed and not saved.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DraftOfCase {
    /// Its file.
    pub path: PathBuf,
    /// Its text, which need not be sound.
    pub text: String,
    /// What in it was half typed: from and to, in bytes.
    pub unfinished: Vec<(usize, usize)>,
    /// What its file held.
    pub saved: String,
}

/// A draft that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: Finding,
}

/// A draft in a list.
#[derive(Debug)]
pub struct Listed {
    /// Its name on the shelf.
    pub name: String,
    /// True while a living window works on it.
    pub is_open: bool,
    /// The draft, or why it cannot be read.
    pub draft: Result<Draft, Unreadable>,
}

/// What windows that are gone left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LeftOver {
    /// Their work, which lies on the shelf now; the newest first.
    pub(crate) drafts: Vec<String>,
    /// What they could still say about why they ended.
    pub(crate) faults: Vec<String>,
}

/// The shelf, as a window or a command of the command line has it.
#[derive(Debug)]
pub struct Drafts {
    folder: Option<PathBuf>,
    window: Option<Window>,
    /// A print of what each draft of this window held when it was last read or written here.
    known: BTreeMap<String, u64>,
}

/// A window and its lock, which the system takes back when the process ends, however it does.
#[derive(Debug)]
struct Window {
    number: u32,
    _lock: Option<File>,
}

/// The largest number of windows side by side.
const MAX_WINDOWS: u32 = 1_000;

impl Drafts {
    /// The shelf of this person, for one who only looks at it.
    #[must_use]
    pub fn shelf() -> Self {
        Self { folder: data_folder().map(|folder| folder.join("drafts")), window: None, known: BTreeMap::new() }
    }

    /// Where the drafts are.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    fn place(&self) -> io::Result<&Path> {
        self.folder.as_deref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn on_shelf(&self, name: &str) -> io::Result<PathBuf> {
        Ok(self.place()?.join(format!("{name}{ENDING}")))
    }

    /// A shelf in this folder.
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self { folder: Some(folder), window: None, known: BTreeMap::new() }
    }

    /// Becomes the shelf of a window: takes a number that no living window has, and puts what windows that are gone left
    /// on the shelf.
    ///
    /// # Errors
    /// What the system says, if the folder cannot be written.
    pub(crate) fn become_a_window(&mut self) -> io::Result<LeftOver> {
        let folder = self.place()?.to_path_buf();
        fs::create_dir_all(&folder)?;
        for number in 1..=MAX_WINDOWS {
            match lock(&folder, number)? {
                Life::Alive => {}
                Life::Gone { _lock } => {
                    self.window = Some(Window { number, _lock: Some(_lock) });
                    return self.take_left_over();
                }
                Life::Unknown => {
                    self.window = Some(Window { number: MAX_WINDOWS + std::process::id(), _lock: None });
                    return self.take_left_over();
                }
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Puts the work of windows that are gone on the shelf. Two windows that start at once share it: each draft goes to
    /// the one that has the lock while it is moved.
    fn take_left_over(&self) -> io::Result<LeftOver> {
        let (folder, mine) = (self.place()?, self.window.as_ref().map(|window| window.number));
        let mut found = Vec::new();
        let mut left = LeftOver::default();
        for number in windows(folder) {
            let held = lock(folder, number)?;
            if Some(number) != mine && !matches!(held, Life::Gone { .. }) {
                continue;
            }
            for (file, name, owner) in files(folder) {
                if owner == Some(number) {
                    let (to, name) = self.free_on_shelf(&name)?;
                    fs::rename(&file, &to)?;
                    found.push((fs::metadata(&to).and_then(|metadata| metadata.modified()).ok(), name));
                }
            }
            if let Ok(fault) = fs::read_to_string(fault_path(folder, number)) {
                left.faults.push(fault);
                let _: io::Result<()> = fs::remove_file(fault_path(folder, number));
            }
        }
        let (older, _lock) = older::copies(folder).unwrap_or_default();
        for copy in older {
            let (to, name) = self.free_on_shelf(&copy.draft.written.replace(':', ""))?;
            replace(&to, &options().to_string(&copy.draft).map_err(io::Error::other)?)?;
            if fs::remove_file(&copy.path).is_ok() {
                found.push((Some(copy.modified), name));
            } else {
                // It would come again with every window.
                fs::remove_file(to)?;
            }
        }
        found.sort();
        left.drafts = found.into_iter().rev().map(|(_, name)| name).collect();
        Ok(left)
    }

    /// Where a draft lies on the shelf, and under which name: another, should two have had the same.
    fn free_on_shelf(&self, name: &str) -> io::Result<(PathBuf, String)> {
        let free = super::save::free_path(&self.on_shelf(name)?);
        let name = free.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok((free, name))
    }

    /// Writes work of this window. `name` is the draft that it has been so far, if it has been one; a new one is named
    /// after `stamp`, as is one that another window went on with. Returns its name.
    ///
    /// # Errors
    /// What the system says, if it cannot be written; what was there is then unchanged.
    pub fn write(&mut self, name: Option<&str>, stamp: &str, draft: &Draft) -> io::Result<String> {
        if self.window.is_none() {
            self.become_a_window()?;
        }
        let mut known = None;
        if let Some(name) = name {
            known = self.take_from_shelf(name)?.then(|| name.to_owned());
        }
        let name = known.map_or_else(|| self.fresh_name(stamp), Ok)?;
        let text = options().to_string(draft).map_err(io::Error::other)?;
        replace(&self.mine(&name)?, &text)?;
        self.known.insert(name.clone(), print(text.as_bytes()));
        Ok(name)
    }

    /// Makes a draft on the shelf that of this window. False if it has no such draft any more: another window has it, or
    /// went on with it and put it down again.
    fn take_from_shelf(&self, name: &str) -> io::Result<bool> {
        let (shelf, mine) = (self.on_shelf(name)?, self.mine(name)?);
        if mine.exists() {
            return Ok(true);
        }
        if let Err(error) = fs::rename(&shelf, &mine) {
            return if error.kind() == io::ErrorKind::NotFound { Ok(false) } else { Err(error) };
        }
        // Only now nobody else can take it.
        let is_known = self.known.get(name) == Some(&print(&fs::read(&mine)?));
        if !is_known {
            fs::rename(&mine, self.free_on_shelf(name)?.0)?;
        }
        Ok(is_known)
    }

    /// Work of this window is saved: its draft is removed, unless another window went on with it.
    ///
    /// # Errors
    /// What the system says, if it cannot be removed.
    pub(crate) fn done_with(&self, name: &str) -> io::Result<()> {
        if self.take_from_shelf(name)? { fs::remove_file(self.mine(name)?) } else { Ok(()) }
    }

    /// Puts a draft of this window on the shelf. Returns the name that it has there.
    ///
    /// # Errors
    /// What the system says, if it cannot be moved.
    pub(crate) fn put_down(&mut self, name: &str) -> io::Result<String> {
        let mine = self.mine(name)?;
        if !mine.exists() {
            return Ok(name.to_owned());
        }
        let (shelf, free) = self.free_on_shelf(name)?;
        fs::rename(mine, shelf)?;
        if let Some(print) = self.known.remove(name) {
            self.known.insert(free.clone(), print);
        }
        Ok(free)
    }

    fn mine(&self, name: &str) -> io::Result<PathBuf> {
        let window = self.window.as_ref().ok_or(io::ErrorKind::NotFound)?;
        Ok(self.place()?.join(format!("{name}{OPEN}{}{ENDING}", window.number)))
    }

    /// A name that no draft of any window has: no two living windows have the same number.
    fn fresh_name(&self, stamp: &str) -> io::Result<String> {
        let number = self.window.as_ref().map_or(0, |window| window.number);
        let first = format!("{}-{number}", stamp.replace(':', ""));
        let taken: Vec<String> = files(self.place()?).into_iter().map(|(_, name, _)| name).collect();
        let further = (2..).map(|count: u32| format!("{first}-{count}"));
        let mut names = std::iter::once(first.clone()).chain(further);
        names.find(|name| !taken.contains(name)).ok_or_else(|| io::ErrorKind::AlreadyExists.into())
    }

    /// Removes a draft, unless another living window has it. One that is not there is none any more.
    ///
    /// # Errors
    /// What the system says, if it cannot be removed.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        let gone = |path: PathBuf| match fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        };
        let (folder, mine) = (self.place()?, self.window.as_ref().map(|window| window.number));
        for (path, known, owner) in files(folder) {
            let is_theirs = |number| Some(number) != mine && matches!(lock(folder, number), Ok(Life::Alive));
            if known == name && !owner.is_some_and(is_theirs) {
                gone(path)?;
            }
        }
        Ok(())
    }

    /// A draft by its name.
    ///
    /// # Errors
    /// What the system says, or what is wrong with the file.
    pub fn read(&self, name: &str) -> Result<Draft, Unreadable> {
        read(&self.file(name))
    }

    /// Reads a draft in order to go on with it here.
    ///
    /// # Errors
    /// What the system says, or what is wrong with the file.
    pub(crate) fn go_on_with(&mut self, name: &str) -> Result<Draft, Unreadable> {
        if let Ok(bytes) = self.bytes(name) {
            self.known.insert(name.to_owned(), print(&bytes));
        }
        self.read(name)
    }

    /// The file of a draft; where it would be if there is none.
    fn file(&self, name: &str) -> PathBuf {
        let Ok(folder) = self.place() else { return PathBuf::from(name) };
        let found = files(folder).into_iter().find(|(_, known, _)| known == name);
        found.map_or_else(|| folder.join(format!("{name}{ENDING}")), |(path, ..)| path)
    }

    /// What the file of a draft holds, be it readable or not.
    ///
    /// # Errors
    /// What the system says.
    pub fn bytes(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.file(name))
    }

    /// Puts a draft that was removed back on the shelf, by what its file held.
    ///
    /// # Errors
    /// What the system says, if it cannot be written.
    pub(crate) fn put_back(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        replace_bytes(&self.free_on_shelf(name)?.0, bytes)
    }

    /// All drafts but those of this window, the newest first; what cannot be read comes last.
    #[must_use]
    pub fn list(&self) -> Vec<Listed> {
        let Ok(folder) = self.place() else { return Vec::new() };
        let mine = self.window.as_ref().map(|window| window.number);
        let others = files(folder).into_iter().filter(|(.., owner)| owner.is_none() || *owner != mine);
        let mut listed: Vec<Listed> = others
            .map(|(path, name, owner)| {
                let is_open = owner.is_some_and(|number| matches!(lock(folder, number), Ok(Life::Alive)));
                Listed { name, is_open, draft: read(&path) }
            })
            .collect();
        let written = |listed: &Listed| listed.draft.as_ref().ok().map(|draft| draft.written.clone());
        listed.sort_by(|a, b| (written(b), &b.name).cmp(&(written(a), &a.name)));
        listed
    }

    /// The last word of a window that ends by a fault; the next window tells it.
    pub(crate) fn leave_word(&self, fault: &str) {
        if let (Some(folder), Some(window)) = (&self.folder, &self.window) {
            // Where it cannot be written, it has been said on standard error.
            #[expect(clippy::disallowed_methods, reason = "half of a last word is better than none")]
            let _: io::Result<()> = fs::write(fault_path(folder, window.number), fault);
        }
    }
}

fn print(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

fn read(path: &Path) -> Result<Draft, Unreadable> {
    let unreadable = |problem| Unreadable { path: path.to_path_buf(), problem };
    let bytes = fs::read(path).map_err(|error| unreadable(Finding::error(FileFault::System(super::why(&error)))))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (text, fault) = letters(bytes, &name).map_err(unreadable)?;
    fault.map_or(Ok(()), |fault| Err(unreadable(fault)))?;
    // Where several things are wrong with what only this program writes, the first tells enough.
    read_whole(&text).map_err(|mut problems| unreadable(problems.swap_remove(0)))
}

#[cfg(test)]
mod tests;
