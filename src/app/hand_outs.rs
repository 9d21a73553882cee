//! The dialog that makes hand-outs: what is chosen, the pages as they will be printed, and what came of writing them.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::{
    Document, Effect, Format, Pages, Paper, PartyOrder, Separator, Settings, Sheet, SheetKind, columns, state::Here,
    then::Then,
};
use crate::domain::{Dossier, PartyIx};

/// What the dialog shows.
#[derive(Clone, Debug, PartialEq)]
pub struct HandOuts {
    /// The chosen kinds of sheets.
    pub kinds: BTreeSet<SheetKind>,
    /// The party whose brief is made; `None` for a brief of each.
    pub party: Option<PartyIx>,
    /// The format.
    pub format: Format,
    /// The folder as it is typed.
    pub folder: String,
    /// The pages of the choice; `None` until they are laid out for the first time.
    pub pages: Option<Pages>,
    /// The name of the file.
    pub name: String,
    /// Which page is shown.
    pub page: usize,
    /// What came of writing.
    pub outcome: Outcome,
    /// Raised with every change of the choice, so that pages of an older one are told from those of this one.
    pub number: u64,
    /// The document of which pages were last asked for.
    pub asked_of: Option<Arc<Document>>,
    /// True once these pages are there.
    pub is_laid_out: bool,
}

/// What came of writing a hand-out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was written yet.
    #[default]
    Nothing,
    /// It is being written.
    Writing,
    /// It is in this file.
    Written(PathBuf),
    /// A file of this name is there already.
    Exists(PathBuf),
    /// It could not be written.
    Failed(String),
}

/// What is to be made.
#[derive(Clone, Debug)]
pub struct HandOutJob {
    /// Of which choice it is.
    pub number: u64,
    /// The plan and its dossier.
    pub document: Arc<Document>,
    /// The sheets, in their order; never empty.
    pub sheets: Vec<Sheet>,
    /// The format.
    pub format: Format,
    /// The paper.
    pub paper: Paper,
    /// Marks in greys, hatched.
    pub hatched: bool,
    /// What stands between the fields of a CSV file.
    pub separator: Separator,
    /// Dates as `2025-01-13`.
    pub iso_dates: bool,
    /// The pages, if they are laid out already.
    pub pages: Option<Pages>,
}

impl PartialEq for HandOutJob {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.document, &other.document)
            && (self.number, &self.sheets, self.format) == (other.number, &other.sheets, other.format)
            && (self.paper, self.hatched, self.iso_dates) == (other.paper, other.hatched, other.iso_dates)
            && self.separator == other.separator
    }
}

impl Eq for HandOutJob {}

/// What is to be done with a file that has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfTaken {
    /// Leave it and ask.
    Ask,
    /// Replace it.
    Replace,
    /// Leave it and write under the next free name.
    Beside,
}

/// What the world must do for the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOutEffect {
    /// Report [`HandOutAction::Named`], lay out sheets and report [`HandOutAction::LaidOut`].
    LayOut(HandOutJob),
    /// Write sheets and report [`HandOutAction::Came`].
    Write {
        /// What to make.
        job: HandOutJob,
        /// Where to.
        folder: PathBuf,
        /// What is to be done if there is a file of the same name.
        if_taken: IfTaken,
    },
    /// Report the folder in which hand-outs are expected as [`HandOutAction::Folder`].
    FindFolder,
    /// Open a folder in the system's file manager.
    OpenFolder(PathBuf),
}

/// Something done in the dialog, or reported to it.
#[derive(Clone, Debug)]
pub enum HandOutAction {
    /// Choose a kind of sheet, or leave it out.
    Toggle(SheetKind),
    /// Whose brief; `None` for all.
    Party(Option<PartyIx>),
    /// The format.
    Format(Format),
    /// The paper.
    Paper(Paper),
    /// Marks in greys, hatched, or in colour.
    Hatched(bool),
    /// What stands between the fields of a CSV file.
    Separator(Separator),
    /// The folder.
    Folder(String),
    /// Show a page so many pages further.
    Turn(isize),
    /// Write the file.
    Write(IfTaken),
    /// The name of the file of a choice, before its pages are laid out.
    Named {
        /// Which choice.
        number: u64,
        /// The name of the file.
        name: String,
    },
    /// The pages of a choice, and the name of its file.
    LaidOut {
        /// Which choice.
        number: u64,
        /// The pages.
        pages: Pages,
        /// The name of the file.
        name: String,
    },
    /// What came of writing.
    Came(Outcome),
    /// Open a folder, which closes the dialog: what goes wrong is told below the table.
    OpenFolder(PathBuf),
}

impl Default for HandOuts {
    fn default() -> Self {
        Self {
            kinds: BTreeSet::from([SheetKind::Plan, SheetKind::Sources]),
            party: None,
            format: Format::default(),
            folder: String::new(),
            pages: None,
            name: String::new(),
            page: 0,
            outcome: Outcome::Nothing,
            number: 0,
            asked_of: None,
            is_laid_out: false,
        }
    }
}

impl HandOuts {
    /// True if there is something to write: a lesson page is one whatever the sheets.
    #[must_use]
    pub(crate) fn is_ready(&self) -> bool {
        !self.kinds.is_empty() || self.format == Format::LessonPage
    }

    /// True if the answers that the prediction sheet asks for stand beside it in the same file.
    #[must_use]
    pub fn gives_answers_away(&self) -> bool {
        let answers = [SheetKind::Plan, SheetKind::Sources, SheetKind::Briefs];
        self.kinds.contains(&SheetKind::Prediction) && answers.iter().any(|kind| self.kinds.contains(kind))
    }

    /// The dialog was opened.
    pub(super) fn opened(&mut self, here: Here<'_>) -> Vec<Then> {
        self.outcome = Outcome::Nothing;
        self.party = self.party.filter(|party| party.get() < here.dossier().parties.len());
        if let Some(folder) = &here.settings.hand_out_folder {
            self.folder = folder.to_string_lossy().into_owned();
        }
        let find = self.folder.is_empty().then_some(Then::Do(Effect::HandOuts(HandOutEffect::FindFolder)));
        find.into_iter().chain(self.lay_out(here, here.settings)).collect()
    }

    /// Does what was done in the dialog.
    pub(super) fn act(&mut self, action: HandOutAction, here: Here<'_>) -> Vec<Then> {
        match action {
            HandOutAction::Toggle(kind) => self.toggle(kind),
            HandOutAction::Party(party) => self.party = party,
            HandOutAction::Format(format) => self.format = format,
            HandOutAction::Paper(paper) => return self.set(Settings { paper, ..here.settings.clone() }, here),
            HandOutAction::Hatched(hatched) => return self.set(Settings { hatched, ..here.settings.clone() }, here),
            HandOutAction::Separator(separator) => {
                return self.set(Settings { separator, ..here.settings.clone() }, here);
            }
            HandOutAction::Folder(folder) => {
                self.folder = folder;
                self.outcome = Outcome::Nothing;
                return Vec::new();
            }
            HandOutAction::Turn(steps) => {
                self.page = self.page.saturating_add_signed(steps);
                self.keep_page_in_range();
                return Vec::new();
            }
            HandOutAction::Write(if_taken) => return self.write(if_taken, here).into_iter().collect(),
            HandOutAction::Named { number, name } => {
                if number == self.number {
                    self.name = name;
                }
                return Vec::new();
            }
            HandOutAction::LaidOut { number, pages, name } => {
                if number == self.number {
                    self.pages = Some(pages);
                    self.is_laid_out = true;
                    self.name = name;
                    self.keep_page_in_range();
                }
                return Vec::new();
            }
            HandOutAction::Came(outcome) => return self.came(outcome, here).into_iter().collect(),
            HandOutAction::OpenFolder(folder) => {
                return vec![Then::Close, Then::Do(Effect::HandOuts(HandOutEffect::OpenFolder(folder)))];
            }
        }
        self.lay_out(here, here.settings).into_iter().collect()
    }

    /// The pages of this choice, if they are there and show this document as it is now.
    fn laid_out(&self, document: &Arc<Document>) -> Option<Pages> {
        let is_so = self.is_laid_out && self.asked_of.as_ref().is_some_and(|of| Arc::ptr_eq(of, document));
        self.pages.clone().filter(|_| is_so)
    }

    /// Takes a sheet in, or out.
    fn toggle(&mut self, kind: SheetKind) {
        if self.kinds.remove(&kind) {
            return;
        }
        self.kinds.insert(kind);
        // Whoever is asked does not get the answers: they are a file of their own.
        match kind {
            SheetKind::Prediction => {
                self.kinds.retain(|kind| !matches!(kind, SheetKind::AnswerKey | SheetKind::Plan | SheetKind::Sources));
            }
            SheetKind::AnswerKey => drop(self.kinds.remove(&SheetKind::Prediction)),
            SheetKind::Plan
            | SheetKind::Sources
            | SheetKind::Marks
            | SheetKind::Briefs
            | SheetKind::Way
            | SheetKind::Debrief
            | SheetKind::Grading => {}
        }
    }

    /// Keeps the settings and makes the pages anew.
    fn set(&mut self, settings: Settings, here: Here<'_>) -> Vec<Then> {
        let lay_out = self.lay_out(here, &settings);
        [Then::Settings(Box::new(settings))].into_iter().chain(lay_out).collect()
    }

    fn keep_page_in_range(&mut self) {
        let n_pages = self.pages.as_ref().map_or(0, |pages| pages.len());
        self.page = self.page.min(n_pages.saturating_sub(1));
    }

    fn lay_out(&mut self, here: Here<'_>, settings: &Settings) -> Option<Then> {
        self.number += 1;
        self.outcome = Outcome::Nothing;
        (self.asked_of, self.is_laid_out) = (Some(Arc::clone(here.document)), false);
        let job = self.job(here.document, settings);
        if job.is_none() {
            self.pages = None;
        }
        job.map(|job| Then::Do(Effect::HandOuts(HandOutEffect::LayOut(job))))
    }

    fn write(&mut self, if_taken: IfTaken, here: Here<'_>) -> Option<Then> {
        let job = self.job(here.document, here.settings)?;
        self.outcome = Outcome::Writing;
        let folder = PathBuf::from(self.folder.trim());
        Some(Then::Do(Effect::HandOuts(HandOutEffect::Write { job, folder, if_taken })))
    }

    fn came(&mut self, outcome: Outcome, here: Here<'_>) -> Option<Then> {
        let folder = match &outcome {
            Outcome::Written(path) => path.parent().map(std::path::Path::to_path_buf),
            Outcome::Nothing | Outcome::Writing | Outcome::Exists(_) | Outcome::Failed(_) => None,
        };
        self.outcome = outcome;
        let is_new = folder.is_some() && folder != here.settings.hand_out_folder;
        is_new.then(|| Then::Settings(Box::new(Settings { hand_out_folder: folder, ..here.settings.clone() })))
    }

    /// What is to be made of the choice; nothing if no sheet is chosen.
    fn job(&self, document: &Arc<Document>, settings: &Settings) -> Option<HandOutJob> {
        let sheets = self.sheets(&document.case.dossier);
        (!sheets.is_empty()).then(|| HandOutJob {
            number: self.number,
            document: Arc::clone(document),
            sheets,
            format: self.format,
            paper: settings.paper,
            hatched: settings.hatched,
            separator: settings.separator,
            iso_dates: settings.iso_dates,
            pages: self.laid_out(document),
        })
    }

    fn sheets(&self, dossier: &Dossier) -> Vec<Sheet> {
        let Self { kinds, party, format, .. } = self;
        if *format == Format::LessonPage {
            return vec![Sheet::Plan];
        }
        // A spreadsheet holds one table: the cells of the plan, unless the sources or the debrief alone are chosen.
        if *format == Format::Csv && !kinds.is_empty() {
            let of_its_own = [(SheetKind::Sources, Sheet::Sources), (SheetKind::Debrief, Sheet::Debrief)];
            let chosen = of_its_own.into_iter().find(|(kind, _)| kinds.len() == 1 && kinds.contains(kind));
            return vec![chosen.map_or(Sheet::Plan, |(_, sheet)| sheet)];
        }
        let alphabetical = Settings { party_order: PartyOrder::Alphabetical, ..Settings::default() };
        let parties = match party {
            Some(party) => vec![*party],
            None => columns(dossier, &alphabetical).into_iter().map(|column| column.party).collect(),
        };
        let of_kind = |kind: &SheetKind| match kind {
            SheetKind::Plan => vec![Sheet::Plan],
            SheetKind::Sources => vec![Sheet::Sources],
            SheetKind::Marks => vec![Sheet::Marks],
            SheetKind::Prediction => vec![Sheet::Prediction],
            SheetKind::AnswerKey => vec![Sheet::AnswerKey],
            SheetKind::Briefs => parties.iter().map(|party| Sheet::Brief(*party)).collect(),
            SheetKind::Way => vec![Sheet::Way],
            SheetKind::Debrief => vec![Sheet::Debrief],
            SheetKind::Grading => vec![Sheet::Grading],
        };
        kinds.iter().flat_map(of_kind).collect()
    }
}
