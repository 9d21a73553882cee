//! What was done where the plan did not change.

use super::{
    super::{DateStyle, case, count, date, drafts, plan_name, presenter, value_name},
    SECRET, command, not_put_forward, shortcut,
};
use crate::{
    app::{Tab, Told},
    domain::{Dossier, TermIx, ValueIx},
};

/// The status line where a remote was to reveal and nothing is hidden.
const NOTHING_TO_REVEAL: &str = "Nothing is hidden: H hides all verdicts, then PageDown reveals them one by one";
/// The same beside the keys of the wall.
pub const NOTHING_TO_REVEAL_SHORT: &str = "First hide with H";

/// What was done, where the plan did not change.
#[must_use]
pub fn told(dossier: &Dossier, told: &Told, style: DateStyle) -> String {
    match told {
        Told::Copied(n) => format!("{} copied", count(*n, "citation", "citations")),
        Told::Shelved(plan) => drafts::shelved(&plan_name(plan)),
        Told::DraftsKept => drafts::KEPT_AGAIN.to_owned(),
        Told::CopiedSheet => "Answer sheet copied".to_owned(),
        Told::SavedSheet(name) => format!("Answer sheet saved as \"{name}\""),
        Told::Saved(name) => format!("Saved in \"{name}\""),
        Told::Hidden => presenter::ALL_HIDDEN.to_owned(),
        Told::Revealed(party) => presenter::revealed(&dossier.party(*party).name),
        Told::HiddenAgain(party) => presenter::hidden_again(&dossier.party(*party).name),
        Told::VersionRaised(version) => case::version_raised(*version),
        Told::AllRevealed => presenter::ALL_REVEALED.to_owned(),
        Told::LedFrom(tab) => leads_back(*tab),
        Told::NothingNew => presenter::NOTHING_NEW.to_owned(),
        Told::NothingToReveal => NOTHING_TO_REVEAL.to_owned(),
        Told::NothingToReplay => presenter::NOTHING_TO_REPLAY.to_owned(),
        Told::NotYet(term, value) => not_yet(dossier, *term, *value, style),
    }
}

/// The way back to a tab: "Ctrl+2 leads back to Parties".
fn leads_back(tab: Tab) -> String {
    presenter::leads_back_to(&tab_shortcut(tab), command(tab.command()))
}

fn tab_shortcut(tab: Tab) -> String {
    tab.command().shortcuts().first().map(|known| shortcut(*known)).unwrap_or_default()
}

/// The way back to the question whose tiles hide the marks.
#[must_use]
pub(crate) fn question_is_open() -> String {
    let back = presenter::leads_back_to(&tab_shortcut(Tab::Activities), presenter::THE_QUESTION);
    format!("{SECRET}. {back}")
}

/// The same, and the way back to any tab, where there is little room.
#[must_use]
pub(crate) fn leads_back_short(tab: Tab) -> String {
    presenter::leads_back(&tab_shortcut(tab))
}

fn not_yet(dossier: &Dossier, term: TermIx, value: ValueIx, style: DateStyle) -> String {
    let name = value_name(dossier, term, Some(value));
    let since = dossier.term(term).values[value.get()].since.map_or_else(String::new, |since| date(since, style));
    format!("{}: {name}. {}", dossier.term(term).name, not_put_forward(&since))
}
