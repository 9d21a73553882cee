//! Readings that do not say what carries them.

use super::{note, warning};
use crate::domain::{Code, Dossier, Finding, LintKind, PositionIx, Strength, Subject};

pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    for (ix, position) in PositionIx::all(dossier.positions.len()).zip(&dossier.positions) {
        let (coding, subject) = (&position.coding, Subject::Position(ix));
        let is_red_line = position.strength == Strength::RedLine;
        if is_red_line && (coding.because.is_empty() || coding.basis.is_none()) {
            findings.push(warning(subject, LintKind::RedLineWithoutWords));
        }
        if !is_red_line && coding.basis.is_some() {
            findings.push(warning(subject, LintKind::BasisWithoutRedLine));
        }
        let code = Code::from(position);
        let needs_reason = coding.differs() || coding.coded.first().is_some_and(|read| *read != code);
        if needs_reason && coding.decided.is_empty() {
            findings.push(warning(subject, LintKind::NotDecided));
        }
        if coding.coded.len() == 1 {
            findings.push(note(subject, LintKind::ReadOnce));
        }
    }
}
