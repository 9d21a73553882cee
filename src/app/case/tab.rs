//! The tab: which page and record is shown, and what each action does to the case.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use super::{At, Begin, CaseChange, CaseStep, Edit, Found, New, OwnCase, Page, Use, Wanted, finish::finish};
use crate::{
    app::{Case, Document, Label, SaveForm, State, Tab, Told},
    format::{DossierText, Splice, Step},
};

/// What the tab shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseTab {
    /// The page.
    pub page: Page,
    /// The record that is shown on each page.
    pub chosen: BTreeMap<Page, usize>,
    /// What the list is searched for.
    pub filter: String,
    /// True while the record is edited as text.
    pub as_text: bool,
    /// What refers to a record that was to be taken away.
    pub in_use: Vec<Use>,
    /// How often a field was to have the keyboard.
    pub asked: u32,
    /// Which one was asked for last.
    pub wanted: Wanted,
    /// The file that was brought last.
    pub brought_from: Option<PathBuf>,
    /// How often a file was brought.
    pub(super) n_brought: u64,
    /// The field that is being typed in.
    typing: Option<At>,
}

/// What a user does in the tab, and what the world reports to it.
#[derive(Clone, Debug)]
pub enum Action {
    /// Show a page.
    Page(Page),
    /// Show the n-th record of a page.
    Open(Page, usize),
    /// Show the field here, which then has the keyboard.
    Seek(At),
    /// Show the record before or after among these, which are listed.
    Walk(Vec<usize>, isize),
    /// Search the list.
    Filter(String),
    /// Edit the record as text, or by its form.
    AsText(bool),
    /// Change the case. Undoable, all at once.
    Edit(Vec<Edit>),
    /// Add a statement of the party with the first id about the term with the second.
    AddStatement(String, String),
    /// Make a case of one's own out of the one that is open.
    MakeMine,
    /// Begin a new case with this title.
    New(Begin, String),
    /// The world made a case of one's own of the open one. Undoable.
    Mine(Box<OwnCase>, Arc<Case>),
    /// The world saved this text.
    Saved(Arc<str>),
    /// The file holds this text now, which another program wrote.
    FileChanged(Arc<str>),
    /// Take what the file holds. Undoable.
    ReadAgain(Arc<str>),
    /// Read a file, and show what would come of it.
    Bring(PathBuf),
    /// The world found this in the file of the reading with this number.
    Brought(u64, Found),
    /// Do what is shown of the file. Undoable, all at once.
    TakeOver,
    /// Open what was brought without keeping it.
    LookAtBrought,
    /// The world wrote something of the case into this file.
    Written(PathBuf),
}

/// What the world must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Copy the open case to the user's folder and report [`Action::Mine`].
    MakeMine,
    /// Make a new case with this title in the user's folder and report that it is open.
    New(Begin, String),
    /// Read a file, beside the case of this document, and report [`Action::Brought`] with the number.
    Read {
        /// Which reading it is.
        number: u64,
        /// The file.
        path: PathBuf,
        /// What is open.
        document: Arc<Document>,
    },
    /// Make a new case with this id, or one like it, out of this dossier and report that it is open.
    Keep {
        /// The dossier.
        text: Arc<str>,
        /// Its id.
        id: String,
        /// Plans that come along: names without `.ron`, and texts.
        plans: Vec<(String, String)>,
    },
    /// Open this dossier without keeping it.
    Look {
        /// The dossier.
        text: Arc<str>,
    },
}

impl CaseTab {
    /// The record that is shown on a page, if the case has so many.
    #[must_use]
    pub fn shown(&self, page: Page, own: &OwnCase) -> Option<usize> {
        let n = own.count(page.list()?);
        let chosen = self.chosen.get(&page).copied().unwrap_or(0);
        n.checked_sub(1).map(|last| chosen.min(last))
    }
}

impl State {
    /// Does what was done in the tab.
    pub(in crate::app) fn in_case(&mut self, action: Action) -> Vec<crate::app::Effect> {
        let tab = &mut self.case;
        match action {
            Action::Page(page) => {
                tab.go(page);
                Vec::new()
            }
            Action::Open(page, place) => {
                tab.go(page);
                tab.chosen.insert(page, place);
                Vec::new()
            }
            Action::Seek(at) => {
                self.seek(at);
                Vec::new()
            }
            Action::Walk(listed, steps) => {
                self.walk_in_case(&listed, steps);
                Vec::new()
            }
            Action::Filter(text) => self.quietly(|state| state.case.filter = text),
            Action::AsText(on) => self.quietly(|state| state.case.as_text = on),
            Action::Edit(edits) => self.edit_case(&edits),
            Action::AddStatement(party, term) => self.add_statement(party, term),
            Action::MakeMine => vec![crate::app::Effect::Case(Effect::MakeMine)],
            Action::New(begin, title) => {
                self.session.dialog = None;
                self.session.tab = Tab::Case;
                let CaseTab { asked, n_brought, brought_from, .. } = std::mem::take(&mut self.case);
                self.case = CaseTab { page: Page::Parties, asked, n_brought, brought_from, ..CaseTab::default() };
                self.case.want(Wanted::FirstOf(At::record("parties", 0)));
                vec![crate::app::Effect::Case(Effect::New(begin, title))]
            }
            Action::Mine(own, case) => self.made_mine(*own, case),
            Action::Saved(text) => self.case_saved(text),
            Action::FileChanged(text) => self.case_file_changed(text),
            Action::ReadAgain(text) => self.read_case_again(&text),
            Action::Bring(_) | Action::Brought(..) | Action::TakeOver | Action::LookAtBrought | Action::Written(_) => {
                self.in_incoming(action)
            }
        }
    }

    fn seek(&mut self, at: At) {
        let page = at.top().map_or(Page::About, Page::of);
        self.case.go(page);
        self.case.chosen.extend(at.place().map(|place| (page, place)));
        let is_record = at.place().is_some() && at.inner().is_none();
        self.case.want(if is_record { Wanted::FirstOf(at) } else { Wanted::Field(at) });
    }

    fn walk_in_case(&mut self, listed: &[usize], steps: isize) {
        let Some(own) = self.document.own.as_deref() else { return };
        let page = self.case.page;
        let here = self.case.shown(page, own);
        let at = listed.iter().position(|place| Some(*place) == here).unwrap_or(0);
        if let Some(place) = listed.get(at.saturating_add_signed(steps).min(listed.len().saturating_sub(1))) {
            self.case.chosen.insert(page, *place);
            self.case.as_text = false;
            self.case.in_use.clear();
        }
    }

    /// Changes the case in one step.
    pub(in crate::app) fn edit_case(&mut self, edits: &[Edit]) -> Vec<crate::app::Effect> {
        let Some(own) = self.document.own.clone() else { return Vec::new() };
        self.case.in_use.clear();
        if let [Edit::Remove(at)] = edits {
            let uses = own.uses(at);
            if !uses.is_empty() {
                self.case.in_use = uses;
                return Vec::new();
            }
        }
        let Some(step) = edits.first().map(step) else { return Vec::new() };
        let mut text = own.text.clone();
        let mut splices: Vec<Splice> = Vec::new();
        for edit in edits {
            for splice in edit.splices(&text).unwrap_or_default() {
                let Some(next) = text.spliced(&splice).filter(|_| !splice.is_empty()) else { continue };
                text = next;
                splices.push(splice);
            }
        }
        if splices.is_empty() {
            return Vec::new();
        }
        let raised = raise_version(&own, &mut text, &mut splices, &step.at);
        self.case.typing = step.is_typed().then(|| step.at.clone());
        self.follow_edit(edits, &text);
        let effects = self.take_case_text(&own, text, &splices, Label::Case(step));
        if let Some(version) = raised {
            self.session.told = Some(Told::VersionRaised(version));
        }
        effects
    }

    fn take_case_text(
        &mut self,
        own: &OwnCase,
        text: DossierText,
        splices: &[Splice],
        label: Label,
    ) -> Vec<crate::app::Effect> {
        let before = Arc::clone(&self.document);
        self.history.record_splices(splices, before.scenario.clone(), label.clone());
        self.document = Arc::new(before.with_case_text(own, text));
        self.changed(label, false, &before)
    }

    /// A record that was added is shown; one that was moved stays in sight.
    fn follow_edit(&mut self, edits: &[Edit], text: &DossierText) {
        let count = |list: &'static str| text.records(&[Step::Field(list)]).len();
        for edit in edits {
            if let Edit::Add(new) = edit {
                let last = text.records(new.list().steps()).len().saturating_sub(1);
                let added = new.list().item(last);
                self.case.want(match new {
                    New::Position { .. } => Wanted::Field(added.field("demand")),
                    New::Value(_) => Wanted::Field(added.field("name")),
                    New::Alike(_) => Wanted::Field(added.field("short")),
                    _ => Wanted::FirstOf(added),
                });
            }
            match edit {
                // What is added to a statement shows there.
                Edit::Add(New::Value(_) | New::Source(Some(_))) => {}
                Edit::Add(New::Position { .. }) if self.case.page == Page::Statements => {}
                Edit::Add(new) => {
                    let Some(list) = new.list().top() else { continue };
                    let page = Page::of(list);
                    self.case.go(page);
                    self.case.chosen.insert(page, count(list).saturating_sub(1));
                }
                Edit::Exchange(at) if at.inner().is_none() => {
                    let Some((list, place)) = at.top().zip(at.place()) else { continue };
                    let chosen = self.case.chosen.entry(Page::of(list)).or_default();
                    *chosen = if *chosen == place { place + 1 } else { place };
                }
                _ => {}
            }
        }
    }

    /// Nothing is being typed any more: what follows from what was typed is filled in, in the same step.
    pub(in crate::app) fn finish_typing(&mut self) -> Vec<crate::app::Effect> {
        let (Some(at), Some(own)) = (self.case.typing.take(), self.document.own.clone()) else { return Vec::new() };
        let splices = finish(&own.text, &at);
        let Some(label) = self.history.undo_label().cloned().filter(|_| !splices.is_empty()) else { return Vec::new() };
        let text = splices.iter().try_fold(own.text.clone(), |text, splice| text.spliced(splice));
        text.map_or_else(Vec::new, |text| self.take_case_text(&own, text, &splices, label))
    }

    fn add_statement(&mut self, party: String, term: String) -> Vec<crate::app::Effect> {
        self.session.tab = Tab::Case;
        self.session.dialog = None;
        self.edit_case(&[Edit::Add(New::Statement { party, term: Some(term) })])
    }

    fn made_mine(&mut self, own: OwnCase, case: Arc<Case>) -> Vec<crate::app::Effect> {
        let step = CaseStep { change: CaseChange::MadeMine, at: At::dossier() };
        self.session.tab = Tab::Case;
        // The same parties and terms at the same places, under another id.
        let document = Document { case, own: Some(Arc::new(own)), ..(*self.document).clone() };
        self.replace_document(document, Label::Case(step))
    }

    fn case_saved(&mut self, text: Arc<str>) -> Vec<crate::app::Effect> {
        let Some(own) = self.document.own.as_deref() else { return Vec::new() };
        let name = own.path.file_name().map(|name| name.to_string_lossy().into_owned());
        let own = Some(Arc::new(OwnCase { saved: text, ..own.clone() }));
        self.document = Arc::new(Document { own, ..(*self.document).clone() });
        self.session.dialog = None;
        self.session.notices.retain(|notice| !notice.kind.is_about_saving(SaveForm::Case));
        self.session.told = name.map(Told::Saved);
        if self.document.is_unsaved() {
            return vec![crate::app::Effect::DocumentChanged];
        }
        vec![crate::app::Effect::DropDraft(self.document.work)]
    }
}

impl CaseTab {
    fn want(&mut self, wanted: Wanted) {
        self.asked += 1;
        self.wanted = wanted;
    }

    fn go(&mut self, page: Page) {
        if self.page != page {
            self.filter.clear();
        }
        self.page = page;
        self.as_text = false;
        self.in_use.clear();
    }
}

fn step(edit: &Edit) -> CaseStep {
    let change = match edit {
        Edit::Text { .. } | Edit::Pair(..) | Edit::Raw(..) => CaseChange::Typed,
        Edit::Add(_) => CaseChange::Added,
        Edit::Remove(_) => CaseChange::Removed,
        Edit::Exchange(_) => CaseChange::Moved,
        Edit::Name(..) | Edit::Id(..) | Edit::Ids(..) | Edit::Demand(..) | Edit::Values(..) => CaseChange::Chosen,
    };
    CaseStep { change, at: edit.at() }
}

/// A statement that stands in the file was published with it: changing it makes another version, once until it is saved.
fn raise_version(own: &OwnCase, text: &mut DossierText, splices: &mut Vec<Splice>, at: &At) -> Option<u32> {
    let place = at.place().filter(|_| at.top() == Some("statements"))?;
    let statement = At::record("statements", place);
    let version = [Step::Field("version")];
    let id = own.text.string(statement.field("id").steps())?;
    let saved = DossierText::new(own.saved.to_string())?;
    let published = saved.records(At::list("statements").steps()).iter().any(|of| of.string("id") == id);
    let number: u32 = saved.value(&version)?.parse().ok()?;
    if !published || own.text.value(&version) != saved.value(&version) {
        return None;
    }
    let splice = text.set(&version, &(number + 1).to_string())?;
    *text = text.spliced(&splice)?;
    splices.push(splice);
    Some(number + 1)
}
