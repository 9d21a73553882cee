//! What an author of a dossier should look at: demands that decide nothing, dates out of order, words that take sides,
//! parties that contradict themselves, and what is on file but never used.
//!
//! What makes a file unreadable (dangling ids, texts over their limits) is found when the file is read.

mod coding;
mod dates;
mod demands;
mod scenarios;
mod sources;
mod usage;
mod words;

#[cfg(test)]
mod tests;

use super::Index;
use crate::domain::{Dossier, Finding, LintKind, Scenario, Severity, Subject};

/// Everything found in `dossier` and in its `scenarios`, in the dossier's order.
///
/// Whether a position is ever decided is asked only if there is a scenario.
#[must_use]
pub fn lint(dossier: &Dossier, scenarios: &[&Scenario]) -> Vec<Finding> {
    let index = Index::new(dossier);
    let mut findings = Vec::new();
    coding::check(dossier, &mut findings);
    dates::check(dossier, &mut findings);
    demands::check(dossier, &index, &mut findings);
    words::check(dossier, scenarios, &mut findings);
    sources::check(dossier, &mut findings);
    usage::check(dossier, &index, scenarios, &mut findings);
    scenarios::check(dossier, &index, scenarios, &mut findings);
    findings.sort_by_key(|finding| finding.subject);
    findings
}

fn error(subject: Subject, kind: LintKind) -> Finding {
    Finding::lint(Severity::Error, subject, kind)
}

fn warning(subject: Subject, kind: LintKind) -> Finding {
    Finding::lint(Severity::Warning, subject, kind)
}

fn note(subject: Subject, kind: LintKind) -> Finding {
    Finding::lint(Severity::Note, subject, kind)
}
