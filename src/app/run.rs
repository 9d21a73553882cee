//! What each command does.

use std::sync::Arc;

use super::{
    Ask, Command, Dialog, Document, Edit, Effect, FileDialog, FileGoal, Label, NewCase, SaveForm, Settings, State, Tab,
    Told, Topic, WhySubject, Work,
    activities::Screen,
    case::{OwnCase, carried},
};
use crate::{analysis::Mark, domain::Scenario};

/// True if others see the case as it is then: what follows from a text that is being typed must be in it.
fn hands_out(command: Command) -> bool {
    use Command::{HandOuts, Present, Quit, Save, SaveAs, SaveSelfContained, SaveWorkbook, ShareCase};
    matches!(command, HandOuts | Present | Quit | Save | SaveAs | SaveSelfContained | SaveWorkbook | ShareCase)
}

impl State {
    pub(super) fn run(&mut self, command: Command) -> Vec<Effect> {
        if !command.is_enabled(self) {
            return self.nothing_to_do(command);
        }
        let mut effects = if hands_out(command) { self.close_step() } else { Vec::new() };
        effects.extend(self.do_command(command));
        effects
    }

    fn do_command(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::NewPlan => self.begin_a_plan(),
            Command::NewCase => self.show(Dialog::NewCase(NewCase::default())),
            Command::NewCaseFromWorkbook => self.show(Dialog::File(FileDialog::new(FileGoal::Bring, String::new()))),
            Command::Browse => self.start_page(),
            Command::Open => self.show(Dialog::File(FileDialog::new(FileGoal::Open, String::new()))),
            Command::Save => self.save(),
            Command::SaveAs => self.save_box(SaveForm::Plan),
            Command::SaveSelfContained => self.save_box(SaveForm::SelfContained),
            Command::SaveWorkbook | Command::ShareCase => self.save_case_box(command == Command::ShareCase),
            Command::HandOuts => self.show(Dialog::HandOuts),
            Command::Drafts => self.show(Dialog::Drafts),
            Command::Quit => vec![Effect::AskToClose],
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Clear => self.edit(Edit::Clear),
            Command::Duplicate => self.in_tab(|tabs, here| tabs.compare.duplicate(here)),
            Command::Notes => self.show(Dialog::Notes),
            Command::PlanCard if self.has_no_panel() => self.show(Dialog::Plan),
            Command::PlanCard => self.show_why(WhySubject::Plan),
            Command::CopyCitation => self.copy_citations(self.focused_statements()),
            Command::Explore => self.show_tab(Tab::Explore),
            Command::Parties => self.show_tab(Tab::Parties),
            Command::Timeline => self.show_tab(Tab::Timeline),
            Command::Compare => self.show_tab(Tab::Compare),
            Command::Alternatives => self.show_tab(Tab::Alternatives),
            Command::Activities => self.show_tab(Tab::Activities),
            Command::Case => self.show_tab(Tab::Case),
            Command::Present => self.present(),
            Command::NextScreen => vec![Effect::NextScreen],
            Command::Walk => self.show(Dialog::Walk),
            Command::Blank => self.quietly(|state| state.presenter.is_blank = !state.presenter.is_blank),
            Command::Hide => self.hide_all(),
            Command::RevealNext => self.reveal_next(),
            Command::HideLast => self.hide_last(),
            Command::RevealAll => self.reveal_all(),
            Command::ToggleWhy => self.quietly(|state| state.session.why_open = !state.session.why_open),
            Command::PreviousEvent => self.step_event(-1),
            Command::NextEvent => self.step_event(1),
            Command::News if self.has_no_panel() => self.show(Dialog::News),
            Command::News => self.show_why(WhySubject::News),
            Command::Replay => self.replay(),
            Command::DossierDay => self.edit(Edit::SetAsOf(self.dossier().as_of)),
            Command::LargerText => self.set_text_size(self.settings.text_size_stepped(1)),
            Command::SmallerText => self.set_text_size(self.settings.text_size_stepped(-1)),
            Command::UsualText => self.set_text_size(Settings::default().text_size),
            Command::Settings => self.show(Dialog::Settings),
            Command::Find => self.find(false),
            Command::Palette => self.find(true),
            Command::Help => self.show(Dialog::Help),
            Command::Marks if self.has_no_panel() => self.show(Dialog::Marks),
            Command::Marks => self.show_why(WhySubject::Mark(Mark::RedLine)),
            Command::About => self.show(Dialog::About),
            Command::RedLines => self.show(Dialog::RedLines),
            Command::ShowHints => self.show_hints(),
        }
    }

    /// Says what is missing where that cannot be seen.
    fn nothing_to_do(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::News => self.session.told = Some(Told::NothingNew),
            Command::Replay => self.session.told = Some(Told::NothingToReplay),
            _ => {}
        }
        Vec::new()
    }

    fn show_hints(&mut self) -> Vec<Effect> {
        self.settings.hints_seen = false;
        self.session.cell_opened = false;
        vec![Effect::SaveSettings]
    }

    /// True if the Why panel has no place where one is.
    fn has_no_panel(&self) -> bool {
        self.presenter.is_on || !self.session.tab.has_why()
    }

    fn show_tab(&mut self, tab: Tab) -> Vec<Effect> {
        if tab == Tab::Activities && self.session.tab == tab {
            // Who is there already wants to see all that there is to do.
            self.activities.screen = Screen::Start;
        }
        if self.presenter.is_on && self.session.tab != tab {
            self.end_step();
            // Of an open question it is said all the time.
            let is_led = tab == Tab::Explore && !self.keeps_a_secret();
            self.session.told = is_led.then_some(Told::LedFrom(self.session.tab));
        }
        self.session.tab = tab;
        self.leave_start_page();
        // The field that was typed in is gone with its tab, and cannot say that it was left.
        self.close_step()
    }

    /// A table of guesses about the plan before would stand there empty: the new plan is begun in the table, which says how.
    fn begin_a_plan(&mut self) -> Vec<Effect> {
        if self.session.tab == Tab::Activities && self.activities.shows_guesses() {
            (self.session.tab, self.activities.screen) = (Tab::Explore, Screen::Start);
        }
        self.new_plan(Label::New)
    }

    pub(super) fn new_plan(&mut self, label: Label) -> Vec<Effect> {
        let case = Arc::clone(&self.document.case);
        let scenario = Scenario::empty(&case.dossier, self.untitled.clone());
        let own = self.document.own.clone();
        self.replace_document(Document::opened(case, scenario, None).of_own_case(own), label)
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
        // Saved since then, it has the same file, with what that holds now.
        if document.work == self.document.work {
            document = Arc::new(saved_since((*document).clone(), &self.document));
        }
        let before = std::mem::replace(&mut self.document, document);
        if matches!(label, Label::Swapped(_)) {
            self.swapped(Arc::clone(&before));
        }
        self.changed(label, undone, &before)
    }

    fn step_event(&mut self, steps: isize) -> Vec<Effect> {
        let Some(day) = self.event_from_here(steps) else { return Vec::new() };
        let effects = self.edit(Edit::SetAsOf(day));
        // What somebody is reading stays: a cell, a party, a statement.
        if matches!(self.session.why, WhySubject::Nothing | WhySubject::Plan | WhySubject::Mark(_)) {
            self.session.why = WhySubject::News;
        }
        effects
    }

    fn set_text_size(&mut self, percent: u16) -> Vec<Effect> {
        self.settings.text_size = percent;
        vec![Effect::SaveSettings]
    }

    pub(super) fn show(&mut self, dialog: Dialog) -> Vec<Effect> {
        let dialog = self.taken_up(dialog);
        let effects = match dialog {
            Dialog::HandOuts => self.in_tab(|tabs, here| tabs.hand_outs.opened(here)),
            Dialog::File(_) => vec![Effect::ListStartFolder],
            Dialog::Drafts => vec![Effect::ReadDrafts],
            // Not at each letter that is typed there.
            Dialog::Start(_) if !self.shows_start_page() => vec![Effect::ReadCatalog, Effect::ReadDrafts],
            Dialog::Walk | Dialog::NewCase(_) if self.catalog.shelves.is_empty() => vec![Effect::ReadCatalog],
            Dialog::About if self.document.case.how_read().is_none() => {
                vec![Effect::Work(Work::new(Topic::HowRead, 0, &self.document, Ask::HowRead))]
            }
            _ => Vec::new(),
        };
        self.session.dialog = Some(dialog);
        effects
    }
}

/// An earlier or later state of the same work, with the files that it has by now and with what they hold.
fn saved_since(document: Document, now: &Document) -> Document {
    let Document { origin, file, .. } = now.clone();
    let saved = if Arc::ptr_eq(&document.case, &now.case) {
        Arc::clone(&now.saved)
    } else {
        Arc::new(carried(&now.saved, &now.case.dossier, &document.case.dossier))
    };
    let own = match (&document.own, &now.own) {
        (Some(then), Some(here)) if then.path == here.path => {
            Some(Arc::new(OwnCase { saved: Arc::clone(&here.saved), ..(**then).clone() }))
        }
        _ => document.own.clone(),
    };
    Document { origin, file, saved, own, ..document }
}
