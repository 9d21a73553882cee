//! What would come of a file out of which a case is made: everything is shown before anything is done.

use eframe::egui::{Button, Id, Label, RichText, Ui};

use super::{page_with_foot, section};
use crate::{
    app::{
        Action, Command, Dialog,
        case::{self, Brought, BroughtCase, CellMessage, Found, Goal, Incoming, Way},
    },
    domain::{ChangeKind, RecordChange},
    ui::{hidden, view::View},
    wording::{incoming as words, ui as ui_words},
};

/// More of a kind are counted, not shown.
const MOST_SHOWN: usize = 200;

/// Draws the page.
pub(super) fn incoming(ui: &mut Ui, view: &View<'_>, here: &Incoming, out: &mut Vec<Action>) {
    let (mut actions, mut chosen) = (Vec::new(), Vec::new());
    let name = words::name(here);
    let_go(ui, view);
    let body = |ui: &mut Ui| match &here.found {
        Found::Reading => wrapped(ui, &words::reading(&name)),
        Found::Refused(why) => {
            wrapped(ui, &words::refused(&name));
            ui.add(Label::new(RichText::new(why).color(view.tokens.warn)).wrap());
            wrapped(ui, words::UNTOUCHED);
        }
        Found::Read(brought) => read(ui, view, (here, brought), &mut actions),
    };
    page_with_foot(ui, view, (words::title(here), 820.0), out, body, |ui| foot(ui, here, &mut chosen));
    out.append(&mut actions);
    out.append(&mut chosen);
}

/// What can be done with the file, always in sight.
fn foot(ui: &mut Ui, here: &Incoming, out: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| match &here.found {
        Found::Reading => offer(ui, true, ui_words::CANCEL, Action::CloseDialog, out),
        Found::Refused(_) => {
            offer(ui, true, words::READ_AGAIN, bring(here), out);
            offer(ui, true, words::ANOTHER, Action::Run(Command::NewCaseFromWorkbook), out);
            offer(ui, true, ui_words::CLOSE, Action::CloseDialog, out);
        }
        Found::Read(brought) => {
            let Some(way) = here.way() else { return };
            let is_enabled = way.text.is_some() && !changes_nothing(here, way);
            let done = words::done_by(here.goal, brought.is_shared);
            offer(ui, is_enabled, done, Action::Case(case::Action::TakeOver), out);
            if brought.is_shared && here.goal == Goal::NewCase {
                offer(ui, way.text.is_some(), words::LOOK, Action::Case(case::Action::LookAtBrought), out);
            }
            offer(ui, true, words::READ_AGAIN, bring(here), out);
            offer(ui, true, ui_words::CANCEL, Action::CloseDialog, out);
        }
    });
}

fn changes_nothing(here: &Incoming, way: &Way) -> bool {
    here.goal == Goal::Update && way.changes.is_empty()
}

/// What of a file is shown: each has its own first thing for the keyboard.
pub(super) fn shown_now(dialog: Option<&Dialog>) -> (u64, u8) {
    match dialog {
        Some(Dialog::Incoming(here)) => match here.found {
            Found::Reading => (here.number, 1),
            Found::Refused(_) => (here.number, 2),
            Found::Read(_) => (here.number, 3),
        },
        _ => (0, 0),
    }
}

/// Once the page shows something else, the button that had the keyboard is gone and lets go of it.
fn let_go(ui: &Ui, view: &View<'_>) {
    if ui.is_sizing_pass() || ui.will_discard() {
        return;
    }
    let (id, now) = (Id::unique("incoming_shown"), shown_now(view.state.session.dialog.as_ref()));
    let before: Option<(u64, u8)> = ui.data(|data| data.get_temp(id));
    if before != Some(now) {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.memory_mut(|memory| memory.focused().into_iter().for_each(|focused| memory.surrender_focus(focused)));
    }
}

fn bring(here: &Incoming) -> Action {
    Action::Case(case::Action::Bring(here.path.clone()))
}

fn wrapped(ui: &mut Ui, text: &str) {
    ui.add(Label::new(text).wrap());
}

fn offer(ui: &mut Ui, is_enabled: bool, text: &str, action: Action, out: &mut Vec<Action>) {
    if ui.add_enabled(is_enabled, Button::new(text)).clicked() {
        out.push(action);
    }
}

fn read(ui: &mut Ui, view: &View<'_>, (here, brought): (&Incoming, &Brought), out: &mut Vec<Action>) {
    let mut next = here.clone();
    wrapped(ui, &words::name(here));
    if let Some(case) = &brought.case {
        wrapped(ui, &words::summary(case, brought.plans.len()));
    }
    ui.add_space(4.0);
    if brought.update.is_some() && brought.case.is_some() {
        let update = words::update(&view.dossier().title);
        ui.radio_value(&mut next.goal, Goal::Update, update);
        ui.radio_value(&mut next.goal, Goal::NewCase, words::NEW_CASE);
    } else if view.state.document.own.as_ref().is_some_and(|own| !own.is_sound()) {
        wrapped(ui, words::NOT_SOUND);
    }
    let n_missing = here.n_missing();
    if here.goal == Goal::Update && n_missing > 0 {
        ui.checkbox(&mut next.also_remove, words::also_remove(n_missing));
    }
    let Some(way) = here.way() else { return };
    let n_errors = way.messages.iter().filter(|told| told.is_error).count();
    if n_errors > 0 {
        ui.add(Label::new(RichText::new(words::errors(n_errors)).color(view.tokens.warn)).wrap());
    } else if changes_nothing(here, way) {
        wrapped(ui, words::NOTHING);
    } else if here.goal == Goal::Update {
        wrapped(ui, words::ONE_STEP);
    }
    if view.state.hides_any() {
        counted(ui, way, here.goal);
        hidden::notice(ui, view, out);
    } else {
        shown(ui, view, brought, (way, here.goal));
    }
    if next != *here {
        out.push(Action::Show(Dialog::Incoming(next)));
    }
}

/// How much of what there is: what it says would tell what is hidden.
fn counted(ui: &mut Ui, way: &Way, goal: Goal) {
    let n_told = way.messages.iter().filter(|told| !told.is_error).count();
    let of_kind = |kind| way.changes.iter().filter(|change| change.kind == kind).count();
    let kinds = [ChangeKind::New, ChangeKind::Changed, ChangeKind::Gone, ChangeKind::Moved];
    let changes = kinds.into_iter().map(|kind| (kind, of_kind(kind))).filter(|(_, n)| *n > 0 && goal == Goal::Update);
    changes.for_each(|(kind, n)| wrapped(ui, &words::changes(kind, n)));
    if n_told > 0 {
        wrapped(ui, &words::warnings(n_told));
    }
    ui.add_space(8.0);
}

fn shown(ui: &mut Ui, view: &View<'_>, brought: &Brought, (way, goal): (&Way, Goal)) {
    let (errors, told): (Vec<&CellMessage>, Vec<&CellMessage>) = way.messages.iter().partition(|told| told.is_error);
    list(ui, errors.len(), |ui, nth| {
        ui.add(Label::new(RichText::new(words::message(errors[nth])).color(view.tokens.warn)).wrap());
    });
    if goal == Goal::Update {
        changes(ui, view, way);
    }
    if !told.is_empty() {
        section(ui, view, &words::warnings(told.len()));
        list(ui, told.len(), |ui, nth| wrapped(ui, &words::message(told[nth])));
    }
    if let Some(case) = brought.case.as_ref().filter(|_| goal == Goal::NewCase) {
        about(ui, view, case);
    }
}

/// What was published comes first and apart: it is evidence.
fn changes(ui: &mut Ui, view: &View<'_>, way: &Way) {
    if let Some(version) = way.raised {
        ui.add(Label::new(RichText::new(words::raised(version)).color(view.tokens.warn)).wrap());
    }
    let (evidence, others): (Vec<&RecordChange>, Vec<&RecordChange>) =
        way.changes.iter().partition(|change| change.is_evidence());
    if !evidence.is_empty() {
        section(ui, view, &words::evidence(evidence.len()));
        list(ui, evidence.len(), |ui, nth| record(ui, view, evidence[nth]));
    }
    for kind in [ChangeKind::New, ChangeKind::Changed, ChangeKind::Gone, ChangeKind::Moved] {
        let of_kind: Vec<&RecordChange> = others.iter().copied().filter(|change| change.kind == kind).collect();
        if !of_kind.is_empty() {
            section(ui, view, &words::changes(kind, of_kind.len()));
            list(ui, of_kind.len(), |ui, nth| record(ui, view, of_kind[nth]));
        }
    }
}

fn record(ui: &mut Ui, view: &View<'_>, change: &RecordChange) {
    wrapped(ui, &words::change(change));
    for field in &change.fields {
        ui.horizontal_top(|ui| {
            ui.add_space(16.0);
            ui.add(Label::new(RichText::new(words::field(field)).color(view.tokens.ink_weak)).wrap());
        });
    }
}

/// As many as are shown, and how many there are more.
fn list(ui: &mut Ui, n: usize, mut show: impl FnMut(&mut Ui, usize)) {
    (0..n.min(MOST_SHOWN)).for_each(|nth| show(ui, nth));
    if n > MOST_SHOWN {
        wrapped(ui, &words::more(n - MOST_SHOWN));
    }
}

/// Who made it, what is on file, and what its author should look at.
fn about(ui: &mut Ui, view: &View<'_>, case: &BroughtCase) {
    section(ui, view, words::MADE_BY);
    words::made_by(case, view.dates).iter().for_each(|line| wrapped(ui, line));
    section(ui, view, words::ON_FILE);
    case.coverage.iter().for_each(|of_party| wrapped(ui, &words::coverage(of_party)));
    section(ui, view, words::WORTH_A_LOOK);
    if case.findings.is_empty() {
        wrapped(ui, words::NO_FINDINGS);
    }
    list(ui, case.findings.len(), |ui, nth| wrapped(ui, &case.findings[nth]));
}
