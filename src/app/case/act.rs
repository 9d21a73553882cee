//! What each action does to the tab and to the case.

use std::sync::Arc;

use super::{
    Action, At, CaseChange, CaseStep, CaseTab, Edit, Effect, New, OwnCase, Page, Wanted,
    again::{file_changed, read_again},
    finish::finish,
    incoming::{brought, look_at_brought, written},
};
use crate::{
    app::{self, Document, Label, Tab, Told, state::Here, then::Then},
    format::{DossierText, Splice, Step},
};

impl CaseTab {
    /// Does what was done in the tab.
    pub(in crate::app) fn act(&mut self, action: Action, here: Here<'_>) -> Vec<Then> {
        match action {
            Action::Page(page) => self.go(page),
            Action::Open(page, place) => {
                self.go(page);
                self.chosen.insert(page, place);
            }
            Action::Seek(at) => self.seek(at),
            Action::Lead(at) => self.want(Wanted::Field(at)),
            Action::Walk(listed, steps) => self.walk(&listed, steps, here),
            Action::Filter(text) => self.filter = text,
            Action::AsText(on) => self.as_text = on,
            Action::Edit(edits) => return self.edit(&edits, here),
            Action::AddStatement(party, term) => {
                let edits = [Edit::Add(New::Statement { party, term: Some(term) })];
                return [Then::Tab(Tab::Case), Then::Close].into_iter().chain(self.edit(&edits, here)).collect();
            }
            Action::MakeMine => return vec![Then::Do(app::Effect::Case(Effect::MakeMine))],
            Action::New(begin, title) => {
                let Self { asked, n_brought, brought_from, .. } = std::mem::take(self);
                *self = Self { page: Page::Parties, asked, n_brought, brought_from, ..Self::default() };
                self.want(Wanted::FirstOf(At::record("parties", 0)));
                return vec![Then::Close, Then::Tab(Tab::Case), Then::Do(app::Effect::Case(Effect::New(begin, title)))];
            }
            Action::Mine(own, case) => {
                let step = CaseStep { change: CaseChange::MadeMine, at: At::dossier() };
                // The same parties and terms at the same places, under another id.
                let document = Document { case, own: Some(Arc::from(own)), ..(**here.document).clone() };
                return vec![Then::Tab(Tab::Case), Then::Open(Box::new(document), Label::Case(step))];
            }
            Action::Saved(text) => return vec![Then::CaseSaved(text)],
            Action::FileChanged(text) => return file_changed(text, here),
            Action::ReadAgain(text) => return read_again(&text, here),
            Action::Bring(path) => return self.bring(path, here),
            Action::Brought(number, found) => return brought(number, found, here),
            Action::TakeOver => return self.take_over(here),
            Action::LookAtBrought => return look_at_brought(here),
            Action::Written(path) => return written(&path),
        }
        Vec::new()
    }

    fn seek(&mut self, at: At) {
        let page = at.top().map_or(Page::About, Page::of);
        self.go(page);
        self.chosen.extend(at.place().map(|place| (page, place)));
        let is_record = at.place().is_some() && at.inner().is_none();
        self.want(if is_record { Wanted::FirstOf(at) } else { Wanted::Field(at) });
    }

    fn walk(&mut self, listed: &[usize], steps: isize, here: Here<'_>) {
        let Some(own) = here.document.own.as_deref() else { return };
        let shown = self.shown(self.page, own);
        let at = listed.iter().position(|place| Some(*place) == shown).unwrap_or(0);
        let there = listed.get(at.saturating_add_signed(steps).min(listed.len().saturating_sub(1)));
        // The field that had the keyboard is gone with its record.
        if let Some(first) = there.and_then(|place| self.page.first_of(*place)) {
            self.seek(first);
        }
    }

    /// Changes the case in one step.
    fn edit(&mut self, edits: &[Edit], here: Here<'_>) -> Vec<Then> {
        let Some(own) = here.document.own.clone() else { return Vec::new() };
        self.in_use.clear();
        if let [Edit::Remove(at)] = edits {
            let uses = own.uses(at);
            if !uses.is_empty() {
                self.in_use = uses;
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
        self.typing = step.is_typed().then(|| step.at.clone());
        self.follow_edit(edits, &text);
        let mut then = vec![Then::CaseText { text, splices, label: Label::Case(step) }];
        then.extend(raised.map(|version| Then::Tell(Told::VersionRaised(version))));
        then
    }

    /// A record that was added is shown; one that was moved stays in sight.
    fn follow_edit(&mut self, edits: &[Edit], text: &DossierText) {
        let count = |list: &'static str| text.records(&[Step::Field(list)]).len();
        for edit in edits {
            if let Edit::Add(new) = edit {
                let last = text.records(new.list().steps()).len().saturating_sub(1);
                let added = new.list().item(last);
                self.want(match new {
                    New::Position { .. } => Wanted::Field(added.field("demand")),
                    New::Value(_) => Wanted::Field(added.field("name")),
                    New::Alike(_) => Wanted::Field(added.field("short")),
                    _ => Wanted::FirstOf(added),
                });
            }
            match edit {
                // What is added to a statement shows there.
                Edit::Add(New::Value(_) | New::Source(Some(_))) => {}
                Edit::Add(New::Position { .. }) if self.page == Page::Statements => {}
                Edit::Add(new) => {
                    let Some(list) = new.list().top() else { continue };
                    let page = Page::of(list);
                    self.go(page);
                    self.chosen.insert(page, count(list).saturating_sub(1));
                }
                Edit::Exchange(at) if at.inner().is_none() => {
                    let Some((list, place)) = at.top().zip(at.place()) else { continue };
                    let chosen = self.chosen.entry(Page::of(list)).or_default();
                    *chosen = if *chosen == place { place + 1 } else { place };
                }
                _ => {}
            }
        }
    }

    /// True if this leads away from the field that is typed in, which may be gone before it can say so.
    pub(in crate::app) fn is_left_by(&self, action: &Action) -> bool {
        let Some(typing) = &self.typing else { return false };
        match action {
            Action::Edit(edits) => edits.first().is_some_and(|edit| edit.at() != *typing),
            // What the world has to report is no business of the field.
            Action::Mine(..)
            | Action::Saved(_)
            | Action::FileChanged(_)
            | Action::ReadAgain(_)
            | Action::Brought(..)
            | Action::Written(_) => false,
            _ => true,
        }
    }

    /// Nothing is being typed any more: what follows from what was typed is filled in, in the same step.
    pub(in crate::app) fn finish_typing(&mut self, here: Here<'_>) -> Option<Then> {
        let (at, own) = self.typing.take().zip(here.document.own.as_deref())?;
        let splices = finish(&own.text, &at);
        let label = here.history.undo_label().filter(|_| !splices.is_empty())?.clone();
        let text = splices.iter().try_fold(own.text.clone(), |text, splice| text.spliced(splice))?;
        Some(Then::CaseText { text, splices, label })
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
