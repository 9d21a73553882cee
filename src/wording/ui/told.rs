//! What was done where the plan did not change.

use super::super::{case, count, presenter};
use crate::{app::Told, domain::Dossier};

/// What was done, where the plan did not change.
#[must_use]
pub fn told(dossier: &Dossier, told: &Told) -> String {
    match told {
        Told::Copied(n) => format!("{} copied", count(*n, "citation", "citations")),
        Told::CopiedSheet => "Answer sheet copied".to_owned(),
        Told::SavedSheet(name) => format!("Answer sheet saved as \"{name}\""),
        Told::Saved(name) => format!("Saved in \"{name}\""),
        Told::Hidden => presenter::ALL_HIDDEN.to_owned(),
        Told::Revealed(party) => presenter::revealed(&dossier.party(*party).name),
        Told::HiddenAgain(party) => presenter::hidden_again(&dossier.party(*party).name),
        Told::VersionRaised(version) => case::version_raised(*version),
        Told::AllRevealed => presenter::ALL_REVEALED.to_owned(),
    }
}
