//! The dossiers at hand: those built in, and those in the user's own folder.

use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
    sync::OnceLock,
};

use super::{builtin::BUILTIN, folders::data_folder};
use crate::{
    domain::{Dossier, FileFault, Finding},
    format::{
        DossierFile, Kind, MAX_BYTES, ScenarioFile, kind, letters, read_dossier, read_scenario, sound_dossier,
        too_large,
    },
};

/// A dossier at hand with its scenarios. It is read when it is first asked for.
pub struct Shelf {
    /// The dossier's id: the name of its folder.
    pub id: String,
    /// True if it is built in.
    pub shipped: bool,
    /// The text of `dossier.ron`.
    pub text: Cow<'static, str>,
    /// The scenarios, A to Z.
    scenarios: Vec<Entry>,
    /// What kept the folder from being read.
    unreadable: Vec<Finding>,
    read: OnceLock<Result<DossierFile, Vec<Finding>>>,
}

/// The name without `.ron` and the text of a scenario, or what kept it from being read.
type Entry = (String, Result<Cow<'static, str>, Vec<Finding>>);

/// The dossiers at hand.
pub struct Library {
    shelves: Vec<Shelf>,
}

/// A file that was opened.
pub enum OpenedFile {
    /// A scenario.
    Scenario(Box<ScenarioFile>),
    /// A dossier and its text.
    Dossier(Box<DossierFile>, String),
}

impl Shelf {
    /// The dossier.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn dossier(&self) -> Result<&DossierFile, &[Finding]> {
        let read = || {
            if !self.unreadable.is_empty() {
                return Err(self.unreadable.clone());
            }
            let file = match sound_dossier(&self.text) {
                Some(file) => file,
                None => match kind(&self.text, "dossier.ron") {
                    Ok(Kind::Dossier) => read_dossier(&self.text)?,
                    Ok(Kind::Scenario) => return Err(vec![Finding::error(FileFault::PlanInPlaceOfDossier)]),
                    Err(problems) => return Err(problems),
                },
            };
            if file.dossier.id == self.id {
                Ok(file)
            } else {
                let (id, folder) = (file.dossier.id.clone(), self.id.clone());
                Err(vec![Finding::error(FileFault::OtherFolder { id, folder })])
            }
        };
        self.read.get_or_init(read).as_ref().map_err(Vec::as_slice)
    }

    /// The names of its scenarios, A to Z.
    pub fn scenario_names(&self) -> impl Iterator<Item = &str> {
        self.scenarios.iter().map(|(name, _)| name.as_str())
    }

    /// The names and texts of its scenarios that can be read, A to Z.
    pub fn scenario_texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.scenarios.iter().filter_map(|(name, text)| Some((name.as_str(), text.as_deref().ok()?)))
    }

    /// A scenario by name; `None` if there is none of that name.
    #[must_use]
    pub fn scenario(&self, name: &str) -> Option<Result<ScenarioFile, Vec<Finding>>> {
        let (_, text) = self.scenarios.iter().find(|(known, _)| known == name)?;
        let own = |id: &str| if id == self.id { self.found() } else { Err(not_here(id)) };
        Some(text.as_deref().map_err(Clone::clone).and_then(|text| read_scenario(text, &format!("{name}.ron"), own)))
    }

    /// The dossier for a scenario that asks for it.
    fn found(&self) -> Result<(&Dossier, &str), Finding> {
        self.dossier().map(DossierFile::found).map_err(|problems| broken(&self.id, problems))
    }
}

impl Library {
    /// The dossiers built in and those of the user's own folder.
    #[must_use]
    pub fn new() -> Self {
        let mut library = Self::shipped();
        if let Some(folder) = own_folder() {
            library.add_folder(&folder);
        }
        library
    }

    /// The dossiers built in alone.
    #[must_use]
    pub fn shipped() -> Self {
        let shelf = |folder: &super::builtin::BuiltinFolder| Shelf {
            id: folder.name.to_owned(),
            shipped: true,
            text: Cow::Borrowed(folder.dossier),
            scenarios: folder
                .scenarios
                .iter()
                .map(|file| (file.name.to_owned(), Ok(Cow::Borrowed(file.text))))
                .collect(),
            unreadable: Vec::new(),
            read: OnceLock::new(),
        };
        Self { shelves: BUILTIN.iter().map(shelf).collect() }
    }

    /// All shelves, those built in first.
    #[must_use]
    pub fn shelves(&self) -> &[Shelf] {
        &self.shelves
    }

    /// The shelf of a dossier; of two with the same id the one built in.
    #[must_use]
    pub fn shelf(&self, id: &str) -> Option<&Shelf> {
        self.shelves.iter().find(|shelf| shelf.id == id)
    }

    /// Reads a file: a scenario, for which the dossier is looked for here and beside it, or a dossier.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn open(&self, path: &Path) -> Result<OpenedFile, Vec<Finding>> {
        let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
        let (text, fault) = read_letters(path, &name)?;
        let opened = self.open_text(text, &name, path);
        let Some(fault) = fault else { return opened };
        // Letters that are not in UTF-8 are no reason to be silent about the rest.
        let others = opened.err().unwrap_or_default().into_iter().filter(|other| other.place.is_some());
        let mut problems: Vec<Finding> = std::iter::once(fault).chain(others).collect();
        problems.sort_by_key(|problem| problem.place);
        Err(problems)
    }

    /// The same for a window, which cannot wait: a pipe is refused.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub(crate) fn open_file(&self, path: &Path) -> Result<OpenedFile, Vec<Finding>> {
        super::no_pipe(path).map_err(|error| vec![cannot_read(path, &error)])?;
        self.open(path)
    }

    fn open_text(&self, text: String, name: &str, path: &Path) -> Result<OpenedFile, Vec<Finding>> {
        if let Some(file) = sound_dossier(&text) {
            return Ok(OpenedFile::Dossier(Box::new(file), text));
        }
        match kind(&text, name)? {
            Kind::Dossier => Ok(OpenedFile::Dossier(Box::new(read_dossier(&text)?), text)),
            Kind::Scenario => {
                self.read_scenario(&text, name, path.parent()).map(|file| OpenedFile::Scenario(Box::new(file)))
            }
        }
    }

    /// Reads the text of a scenario; a dossier that is not in the library may lie in `folder`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read_scenario(&self, text: &str, name: &str, folder: Option<&Path>) -> Result<ScenarioFile, Vec<Finding>> {
        let beside = folder.map(|folder| folder.join("dossier.ron")).filter(|path| path.is_file());
        let beside = beside.map(|path| read_text(&path, "dossier.ron").and_then(|text| read_dossier(&text)));
        let find = |id: &str| match (&beside, self.shelf(id)) {
            (Some(Ok(own)), _) if own.dossier.id == id => Ok(own.found()),
            (_, Some(shelf)) => shelf.found(),
            (Some(Err(problems)), None) => Err(broken(id, problems)),
            _ => Err(not_here(id)),
        };
        let mut file = read_scenario(text, name, find)?;
        if file.embedded.is_none()
            && let Some(Ok(own)) = beside
            && own.dossier.id == file.dossier_id
        {
            // Another state than the library's: the plan counts the terms of this one.
            let of_library = self.shelf(&own.dossier.id).and_then(|shelf| shelf.dossier().ok());
            file.embedded = Some(own).filter(|own| of_library.is_none_or(|other| other.fingerprint != own.fingerprint));
        }
        Ok(file)
    }

    /// The scenarios of a dossier that lie beside its file and can be read.
    #[must_use]
    pub(crate) fn scenarios_beside(&self, dossier_file: &Path, id: &str) -> Vec<ScenarioFile> {
        let folder = dossier_file.parent().map_or_else(PathBuf::new, Path::to_path_buf);
        let read = |(name, text): Entry| self.read_scenario(&text.ok()?, &name, Some(&folder)).ok();
        own_scenarios(&folder).into_iter().filter_map(read).filter(|file| file.dossier_id == id).collect()
    }

    /// The plans that lie beside the file of a dossier and are its plans: names without `.ron`, and texts.
    #[must_use]
    pub(crate) fn plan_texts_beside(&self, dossier_file: &Path, id: &str) -> Vec<(String, String)> {
        let folder = dossier_file.parent().map_or_else(PathBuf::new, Path::to_path_buf);
        let is_its = |(name, text): Entry| {
            let text = text.ok()?.into_owned();
            let file = self.read_scenario(&text, &name, Some(&folder)).ok()?;
            (file.dossier_id == id).then_some((name, text))
        };
        own_scenarios(&folder).into_iter().filter_map(is_its).collect()
    }

    /// Reads the user's own folder again: something may have been put into it.
    pub(crate) fn read_own_again(&mut self) {
        self.shelves.retain(|shelf| shelf.shipped);
        if let Some(folder) = own_folder() {
            self.add_folder(&folder);
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        let mut folders: Vec<PathBuf> =
            entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
        folders.sort();
        for folder in folders {
            let id = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let mut unreadable = Vec::new();
            if self.shelf(&id).is_some() {
                unreadable.push(Finding::error(FileFault::BuiltIn(id.clone())));
            }
            let text = read_text(&folder.join("dossier.ron"), "dossier.ron").unwrap_or_else(|mut problems| {
                unreadable.append(&mut problems);
                String::new()
            });
            let scenarios = own_scenarios(&folder);
            let text = Cow::Owned(text);
            self.shelves.push(Shelf { id, shipped: false, text, scenarios, unreadable, read: OnceLock::new() });
        }
    }
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}

/// The folder in which the user's own dossiers are looked for.
#[must_use]
pub fn own_folder() -> Option<PathBuf> {
    data_folder().map(|folder| folder.join("scenarios"))
}

/// Why a scenario cannot have its dossier.
fn not_here(id: &str) -> Finding {
    Finding::error(FileFault::NotHere(id.to_owned()))
}

/// The dossier that a scenario needs is here, but has problems.
fn broken(id: &str, problems: &[Finding]) -> Finding {
    let first = problems.first().cloned().map(Box::new);
    Finding::error(FileFault::Broken { id: id.to_owned(), first })
}

fn own_scenarios(folder: &Path) -> Vec<Entry> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| super::ends_in_ron(path))
        .filter(|path| path.file_name().is_some_and(|name| !name.eq_ignore_ascii_case("dossier.ron")))
        .collect();
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    // A file that cannot be read is listed with its problem.
    let read = |path: &Path| read_text(path, &format!("{}.ron", name(path))).map(Cow::Owned);
    paths.iter().map(|path| (name(path), read(path))).collect()
}

/// The text of a file; `None` if it cannot be read, is too large or no text.
#[must_use]
pub(crate) fn read_if_small(path: &Path) -> Option<String> {
    read_text(path, "").ok()
}

/// The text of a file, if it is one in UTF-8 and not too large.
fn read_text(path: &Path, name: &str) -> Result<String, Vec<Finding>> {
    super::no_pipe(path).map_err(|error| vec![cannot_read(path, &error)])?;
    let (text, fault) = read_letters(path, name)?;
    fault.map_or(Ok(text), |fault| Err(vec![fault]))
}

/// The text of a file, if it is one and not too large, and what is wrong with how its letters are written.
fn read_letters(path: &Path, name: &str) -> Result<(String, Option<Finding>), Vec<Finding>> {
    let cannot = |error: io::Error| vec![cannot_read(path, &error)];
    let metadata = fs::metadata(path).map_err(cannot)?;
    if metadata.is_dir() {
        return Err(vec![Finding::error(FileFault::Folder(name.to_owned()))]);
    }
    if metadata.len() > MAX_BYTES as u64 {
        return Err(vec![too_large(name, metadata.len())]);
    }
    // A pipe, as shells make one, tells no length before it was read.
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)).map_err(cannot)?;
    if bytes.len() > MAX_BYTES {
        return Err(vec![too_large(name, most)]);
    }
    letters(bytes, name).map_err(|fault| vec![fault])
}

fn cannot_read(path: &Path, error: &io::Error) -> Finding {
    let is_missing = error.kind() == io::ErrorKind::NotFound;
    let (path, why) = (path.display().to_string(), super::why(error));
    Finding::error(FileFault::CannotRead { path, why, is_missing })
}
