//! The dialog that makes hand-outs: what is chosen, the pages as they will be printed, and what came of writing them.

use std::{collections::BTreeSet, path::PathBuf, sync::Arc};

use super::{
    Dialog, Document, Effect, Format, Pages, Paper, PartyOrder, Separator, Settings, Sheet, SheetKind, State, columns,
};
use crate::domain::PartyIx;

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
    pub fn is_ready(&self) -> bool {
        !self.kinds.is_empty() || self.format == Format::LessonPage
    }
}

impl HandOuts {
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
            SheetKind::Prediction => drop(self.kinds.remove(&SheetKind::AnswerKey)),
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
}

impl State {
    /// Opens the dialog.
    pub(super) fn show_hand_outs(&mut self) -> Vec<Effect> {
        self.session.dialog = Some(Dialog::HandOuts);
        let hand_outs = &mut self.hand_outs;
        hand_outs.outcome = Outcome::Nothing;
        hand_outs.party = hand_outs.party.filter(|party| party.get() < self.document.case.dossier.parties.len());
        if let Some(folder) = &self.settings.hand_out_folder {
            hand_outs.folder = folder.to_string_lossy().into_owned();
        }
        let mut effects =
            if hand_outs.folder.is_empty() { vec![Effect::HandOuts(HandOutEffect::FindFolder)] } else { Vec::new() };
        effects.extend(self.lay_out());
        effects
    }

    pub(super) fn in_hand_outs(&mut self, action: HandOutAction) -> Vec<Effect> {
        let hand_outs = &mut self.hand_outs;
        match action {
            HandOutAction::Toggle(kind) => hand_outs.toggle(kind),
            HandOutAction::Party(party) => hand_outs.party = party,
            HandOutAction::Format(format) => hand_outs.format = format,
            HandOutAction::Paper(paper) => {
                self.settings.paper = paper;
                return self.laid_out_otherwise();
            }
            HandOutAction::Hatched(hatched) => {
                self.settings.hatched = hatched;
                return self.laid_out_otherwise();
            }
            HandOutAction::Separator(separator) => {
                self.settings.separator = separator;
                return self.laid_out_otherwise();
            }
            HandOutAction::Folder(folder) => {
                hand_outs.folder = folder;
                hand_outs.outcome = Outcome::Nothing;
                return Vec::new();
            }
            HandOutAction::Turn(steps) => {
                hand_outs.page = hand_outs.page.saturating_add_signed(steps);
                self.keep_page_in_range();
                return Vec::new();
            }
            HandOutAction::Write(if_taken) => return self.write_hand_outs(if_taken),
            HandOutAction::Named { number, name } => {
                if number == hand_outs.number {
                    hand_outs.name = name;
                }
                return Vec::new();
            }
            HandOutAction::LaidOut { number, pages, name } => {
                if number == hand_outs.number {
                    hand_outs.pages = Some(pages);
                    hand_outs.is_laid_out = true;
                    hand_outs.name = name;
                    self.keep_page_in_range();
                }
                return Vec::new();
            }
            HandOutAction::Came(outcome) => return self.hand_outs_came(outcome),
            HandOutAction::OpenFolder(folder) => {
                self.session.dialog = None;
                return vec![Effect::HandOuts(HandOutEffect::OpenFolder(folder))];
            }
        }
        self.lay_out().into_iter().collect()
    }

    /// Keeps a setting and makes the pages anew.
    fn laid_out_otherwise(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::SaveSettings];
        effects.extend(self.lay_out());
        effects
    }

    fn keep_page_in_range(&mut self) {
        let n_pages = self.hand_outs.pages.as_ref().map_or(0, |pages| pages.len());
        self.hand_outs.page = self.hand_outs.page.min(n_pages.saturating_sub(1));
    }

    fn lay_out(&mut self) -> Option<Effect> {
        self.hand_outs.number += 1;
        self.hand_outs.outcome = Outcome::Nothing;
        (self.hand_outs.asked_of, self.hand_outs.is_laid_out) = (Some(Arc::clone(&self.document)), false);
        let job = self.hand_out_job();
        if job.is_none() {
            self.hand_outs.pages = None;
        }
        job.map(|job| Effect::HandOuts(HandOutEffect::LayOut(job)))
    }

    fn write_hand_outs(&mut self, if_taken: IfTaken) -> Vec<Effect> {
        let Some(job) = self.hand_out_job() else { return Vec::new() };
        self.hand_outs.outcome = Outcome::Writing;
        let folder = PathBuf::from(self.hand_outs.folder.trim());
        vec![Effect::HandOuts(HandOutEffect::Write { job, folder, if_taken })]
    }

    fn hand_outs_came(&mut self, outcome: Outcome) -> Vec<Effect> {
        let folder = match &outcome {
            Outcome::Written(path) => path.parent().map(std::path::Path::to_path_buf),
            Outcome::Nothing | Outcome::Writing | Outcome::Exists(_) | Outcome::Failed(_) => None,
        };
        self.hand_outs.outcome = outcome;
        if folder.is_none() || folder == self.settings.hand_out_folder {
            return Vec::new();
        }
        self.settings.hand_out_folder = folder;
        vec![Effect::SaveSettings]
    }

    /// What is to be made of the choice; nothing if no sheet is chosen.
    fn hand_out_job(&self) -> Option<HandOutJob> {
        let sheets = self.hand_out_sheets();
        (!sheets.is_empty()).then(|| HandOutJob {
            number: self.hand_outs.number,
            document: Arc::clone(&self.document),
            sheets,
            format: self.hand_outs.format,
            paper: self.settings.paper,
            hatched: self.settings.hatched,
            separator: self.settings.separator,
            iso_dates: self.settings.iso_dates,
            pages: self.hand_outs.laid_out(&self.document),
        })
    }

    fn hand_out_sheets(&self) -> Vec<Sheet> {
        let HandOuts { kinds, party, format, .. } = &self.hand_outs;
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
            None => columns(self.dossier(), &alphabetical).into_iter().map(|column| column.party).collect(),
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
