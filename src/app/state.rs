//! The state and the one place where it changes.

use std::sync::Arc;

use super::{
    Action, Case, Catalog, Column, Command, Dialog, Document, Edit, Effect, FileDialog, FileGoal, Focus, History,
    Label, Notice, Place, Results, Settings, columns, files::file_dialog, focus::first_focus,
};
use crate::{
    analysis::{CellReport, cell_report},
    domain::{Date, Dossier, PartyIx, Plan, PositionIx, Scenario, StatementIx, TermIx, ValueIx},
};

/// Everything the window shows.
#[derive(Clone, Debug)]
pub struct State {
    /// What is edited.
    pub document: Arc<Document>,
    /// What follows from it.
    pub results: Results,
    /// Undo and redo.
    pub history: History,
    /// What can be opened without a file dialog.
    pub catalog: Catalog,
    /// What is kept from one session to the next.
    pub settings: Settings,
    /// What is neither saved nor undone.
    pub session: Session,
    /// The title of a plan that has none yet.
    untitled: String,
}

/// What is neither saved nor undone.
#[derive(Clone, Debug)]
pub struct Session {
    /// The focused place of the table.
    pub focus: Focus,
    /// True while the Why panel is open.
    pub why_open: bool,
    /// What the Why panel shows.
    pub why: WhySubject,
    /// True while the Why panel shows earlier and later statements too.
    pub other_days_shown: bool,
    /// The dialog over the table.
    pub dialog: Option<Dialog>,
    /// Messages that have not been closed.
    pub notices: Vec<Notice>,
    /// What was last done that changes no plan and would otherwise show nowhere.
    pub told: Option<Told>,
    /// True once a cell was opened in this session: the second hint has done its work.
    pub cell_opened: bool,
}

/// Something done that is told in the bottom line until the plan changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// So many citations are on the clipboard.
    Copied(usize),
    /// The plan is in the file of this name.
    Saved(String),
}

/// What the Why panel is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhySubject {
    /// Nothing yet.
    Nothing,
    /// A party's positions on a term.
    Cell(PartyIx, TermIx),
    /// All positions of a party.
    Party(PartyIx),
    /// What a term means, and the facts beside it.
    Term(TermIx),
    /// The rules that the plan breaks.
    Rules,
}

impl State {
    /// The state at the start: an empty plan for `case`.
    #[must_use]
    pub fn new(case: Arc<Case>, catalog: Catalog, settings: Settings, untitled: String) -> Self {
        let scenario = Scenario::empty(&case.dossier, untitled.clone());
        let document = Arc::new(Document::opened(case, scenario, None));
        let session = Session {
            focus: first_focus(),
            why_open: true,
            why: WhySubject::Nothing,
            other_days_shown: false,
            dialog: None,
            notices: Vec::new(),
            told: None,
            cell_opened: false,
        };
        let results = Results::new(&document);
        Self { document, results, history: History::default(), catalog, settings, session, untitled }
    }

    /// The dossier of the document.
    #[must_use]
    pub fn dossier(&self) -> &Dossier {
        &self.document.case.dossier
    }

    /// The plan of the document.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.document.scenario.plan
    }

    /// The party columns in the order in which they are drawn.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        columns(self.dossier(), self.settings.party_order)
    }

    /// Everything on file for a cell.
    #[must_use]
    pub fn report(&self, party: PartyIx, term: TermIx) -> CellReport {
        let case = &self.document.case;
        cell_report(&case.dossier, &case.index, &self.results.situation, self.plan(), (party, term))
    }

    /// The statements in force in the focused cell, newest first.
    #[must_use]
    pub fn focused_statements(&self) -> Vec<StatementIx> {
        let Focus { term, place: Place::Party(party) } = self.session.focus else { return Vec::new() };
        let in_force = |ix: &&PositionIx| self.results.situation.in_force(**ix);
        let positions = self.dossier().positions_about(party, term).iter().filter(in_force);
        let mut statements: Vec<StatementIx> =
            positions.flat_map(|ix| self.dossier().statements_by(*ix, self.document.scenario.as_of)).collect();
        statements.sort_by_key(|ix| std::cmp::Reverse(self.dossier().statement(*ix).said));
        statements.dedup();
        statements
    }

    /// The dated event `steps` events from the as-of date, inside what the dossier covers.
    #[must_use]
    pub fn event_from_here(&self, steps: isize) -> Option<Date> {
        let here = self.document.scenario.as_of.earliest();
        let (first, last) = self.dossier().covers;
        let inside = |date: &&Date| first.earliest() <= date.earliest() && date.earliest() <= last.earliest();
        let mut events = self.dossier().events().iter().filter(inside);
        match steps {
            0 => None,
            1.. => events.filter(|date| date.earliest() > here).nth(steps.unsigned_abs() - 1).copied(),
            ..0 => events.rfind(|date| date.earliest() < here).copied(),
        }
    }

    /// True if an empty row of a value is not yet put forward on the as-of date.
    #[must_use]
    pub fn is_put_forward(&self, term: TermIx, value: ValueIx) -> bool {
        self.dossier().term(term).values[value.get()].is_put_forward(self.document.scenario.as_of)
    }

    /// Changes the state and says what the world must do.
    pub fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Edit(edit) => self.edit(edit),
            Action::Run(command) => self.run(command),
            Action::CloseStep => self.quietly(|state| state.history.close_step()),
            Action::Focus(focus) => self.quietly(|state| state.set_focus(focus)),
            Action::Move(direction) => self.quietly(|state| {
                let moved = state.session.focus.moved(direction, &state.columns(), state.dossier().terms.len());
                state.set_focus(moved);
            }),
            Action::ChooseInFocus(option) => self.choose_in_focus(option),
            Action::StepInFocus(steps) => self.step_in_focus(steps),
            Action::Preview(tried) => self.quietly(|state| state.preview(tried)),
            Action::PreviewStep(steps) => self.quietly(|state| state.preview_step(steps)),
            Action::ChoosePreview => self.choose_preview(),
            Action::Why(subject) => self.show_why(subject),
            Action::ShowOtherDays(shown) => self.quietly(|state| state.session.other_days_shown = shown),
            Action::Show(dialog) => self.show(dialog),
            Action::CloseDialog => self.quietly(|state| state.session.dialog = None),
            Action::Settings(settings) => {
                self.settings = settings;
                vec![Effect::SaveSettings]
            }
            Action::OpenPath(path) => vec![Effect::OpenPath(path)],
            Action::OpenEntry { shelf, scenario } => vec![Effect::OpenEntry { shelf, scenario }],
            Action::Opened(document, notice) => self.opened(*document, notice),
            Action::Restored(document, notice) => self.restored(*document, notice),
            Action::DiscardRestored => self.discard_restored(),
            Action::Saved(file) => self.saved(file),
            Action::CatalogRead(catalog) => self.quietly(|state| state.catalog = catalog),
            Action::ListFolder(folder) => vec![Effect::ListFolder(folder)],
            Action::FolderListed { folder, entries, problem } => {
                self.with_file_dialog(|dialog| *dialog = FileDialog { folder, entries, problem, ..dialog.clone() })
            }
            Action::FileName(name) => self.with_file_dialog(|dialog| dialog.name = name),
            Action::FileChosen(path, goal) => self.file_chosen(path, goal),
            Action::Overwrite(path) => {
                self.session.dialog = None;
                vec![Effect::Save { path, self_contained: false, overwrite: true }]
            }
            Action::Notify(notice) => self.quietly(|state| state.notify(notice)),
            Action::CloseNotice(place) => self.quietly(|state| state.close_notice(place)),
            Action::ForgetRecent(path) => {
                self.settings.recent.retain(|known| *known != path);
                vec![Effect::SaveSettings]
            }
            Action::CopyCitation(statement) => self.copy_citations(vec![statement]),
            Action::Copy(text) => vec![Effect::Copy(text)],
            Action::OpenUrl(url) => {
                self.session.dialog = None;
                vec![Effect::OpenUrl(url)]
            }
            Action::CloseRequested { recovery_failed } => self.close_requested(recovery_failed),
            Action::CloseAnyway => vec![Effect::RemoveRecovery, Effect::Close],
        }
    }

    fn copy_citations(&mut self, statements: Vec<StatementIx>) -> Vec<Effect> {
        self.session.told = Some(Told::Copied(statements.len()));
        vec![Effect::CopyCitations(statements)]
    }

    fn choose_preview(&mut self) -> Vec<Effect> {
        let preview = self.results.preview.take();
        preview.map(|preview| self.edit(Edit::SetTerm(preview.term, preview.value))).unwrap_or_default()
    }

    fn close_notice(&mut self, place: usize) {
        if place < self.session.notices.len() {
            self.session.notices.remove(place);
        }
    }

    fn quietly(&mut self, change: impl FnOnce(&mut Self)) -> Vec<Effect> {
        change(self);
        Vec::new()
    }

    pub(super) fn edit(&mut self, edit: Edit) -> Vec<Effect> {
        let before = Arc::clone(&self.document);
        let mut scenario = before.scenario.clone();
        let label = edit.apply(&mut scenario);
        if scenario == before.scenario {
            return Vec::new();
        }
        self.history.record(Arc::clone(&before), label.clone());
        self.document = Arc::new(Document { scenario, ..(*before).clone() });
        self.changed(label, false, &before)
    }

    /// Brings everything that depends on the document up to date.
    fn changed(&mut self, label: Label, undone: bool, before: &Document) -> Vec<Effect> {
        let same_dossier = Arc::ptr_eq(&before.case, &self.document.case);
        self.session.told = None;
        self.results.update(&self.document, label, undone, same_dossier);
        if !same_dossier {
            self.session.focus = first_focus();
            self.session.why = WhySubject::Nothing;
        }
        vec![Effect::DocumentChanged]
    }

    fn run(&mut self, command: Command) -> Vec<Effect> {
        if !command.is_enabled(self) {
            return Vec::new();
        }
        match command {
            Command::NewPlan => self.new_plan(Label::New),
            Command::Browse => self.show(Dialog::Browser { search: String::new() }),
            Command::Open => self.show(file_dialog(FileGoal::Open, String::new())),
            Command::Save => self.save(),
            Command::SaveAs => self.show(file_dialog(FileGoal::Save { self_contained: false }, self.file_name())),
            Command::SaveSelfContained => {
                self.show(file_dialog(FileGoal::Save { self_contained: true }, self.file_name()))
            }
            Command::Quit => vec![Effect::Close],
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Clear => self.edit(Edit::Clear),
            Command::Notes => self.show(Dialog::Notes),
            Command::CopyCitation => self.copy_citations(self.focused_statements()),
            Command::ToggleWhy => self.quietly(|state| state.session.why_open = !state.session.why_open),
            Command::PreviousEvent => self.step_event(-1),
            Command::NextEvent => self.step_event(1),
            Command::DossierDay => self.edit(Edit::SetAsOf(self.dossier().as_of)),
            Command::LargerText => self.set_text_size(self.settings.text_size_stepped(1)),
            Command::SmallerText => self.set_text_size(self.settings.text_size_stepped(-1)),
            Command::UsualText => self.set_text_size(Settings::default().text_size),
            Command::Settings => self.show(Dialog::Settings),
            Command::Help => self.show(Dialog::Help),
            Command::About => self.show(Dialog::About),
            Command::ShowHints => {
                self.settings.hints_seen = false;
                self.session.cell_opened = false;
                vec![Effect::SaveSettings]
            }
        }
    }

    pub(super) fn new_plan(&mut self, label: Label) -> Vec<Effect> {
        let case = Arc::clone(&self.document.case);
        let scenario = Scenario::empty(&case.dossier, self.untitled.clone());
        self.replace_document(Document::opened(case, scenario, None), label)
    }

    pub(super) fn replace_document(&mut self, document: Document, label: Label) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.document, Arc::new(document));
        self.history.record(Arc::clone(&before), label.clone());
        self.history.close_step();
        self.changed(label, false, &before)
    }

    fn undo(&mut self) -> Vec<Effect> {
        let step = self.history.undo(Arc::clone(&self.document));
        self.go_to(step, true)
    }

    fn redo(&mut self) -> Vec<Effect> {
        let step = self.history.redo(Arc::clone(&self.document));
        self.go_to(step, false)
    }

    fn go_to(&mut self, step: Option<(Label, Arc<Document>)>, undone: bool) -> Vec<Effect> {
        let Some((label, mut document)) = step else { return Vec::new() };
        // A file saved since then is the same file with newer contents.
        if let (Some(then), Some(now)) = (&document.file, &self.document.file)
            && then.id == now.id
            && !Arc::ptr_eq(&document.saved, &self.document.saved)
        {
            let saved = Arc::clone(&self.document.saved);
            document = Arc::new(Document { saved, ..(*document).clone() });
        }
        let before = std::mem::replace(&mut self.document, document);
        self.changed(label, undone, &before)
    }

    fn step_event(&mut self, steps: isize) -> Vec<Effect> {
        self.event_from_here(steps).map_or_else(Vec::new, |day| self.edit(Edit::SetAsOf(day)))
    }

    fn set_text_size(&mut self, percent: u16) -> Vec<Effect> {
        self.settings.text_size = percent;
        vec![Effect::SaveSettings]
    }

    pub(super) fn show(&mut self, dialog: Dialog) -> Vec<Effect> {
        let effects = match dialog {
            Dialog::File(_) => vec![Effect::ListStartFolder],
            Dialog::Browser { .. } if self.catalog.shelves.is_empty() => vec![Effect::ReadCatalog],
            _ => Vec::new(),
        };
        self.session.dialog = Some(dialog);
        effects
    }
}
