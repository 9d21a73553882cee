//! Days out of order.

use super::{error, note, warning};
use crate::domain::{Date, Dossier, Finding, LintKind, PositionIx, StatementIx, Subject, TermIx, ValueIx};

pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    let (_, last) = dossier.covers;
    if is_outside(dossier, dossier.as_of) {
        findings.push(warning(Subject::Dossier, LintKind::OutsideCovers { day: dossier.as_of }));
    }
    for (ix, term) in TermIx::all(dossier.terms.len()).zip(&dossier.terms) {
        for (value, since) in ValueIx::all(term.values.len()).zip(term.values.iter().map(|value| value.since)) {
            if let Some(since) = since.filter(|since| since.earliest() > last_day(last)) {
                findings.push(warning(Subject::Term(ix), LintKind::ValueAfterCovers { term: ix, value, since }));
            }
        }
    }
    for (ix, statement) in StatementIx::all(dossier.statements.len()).zip(&dossier.statements) {
        let (said, published) = (statement.said, statement.published);
        if last_day(published) < said.earliest() {
            findings.push(error(Subject::Statement(ix), LintKind::PublishedBeforeSaid { said, published }));
        }
        if is_outside(dossier, said) {
            findings.push(note(Subject::Statement(ix), LintKind::OutsideCovers { day: said }));
        }
    }
    for (ix, position) in PositionIx::all(dossier.positions.len()).zip(&dossier.positions) {
        let begins = dossier.first_day(ix);
        if let Some(until) = position.until.filter(|until| until.earliest() <= begins.earliest()) {
            findings.push(error(Subject::Position(ix), LintKind::EndsBeforeItBegins { begins, until }));
        }
        let later = position.replaces.iter().filter(|old| dossier.first_day(**old).earliest() > begins.earliest());
        let replaces_newer = |newer: &PositionIx| LintKind::ReplacesNewer { newer: *newer };
        findings.extend(later.map(|newer| warning(Subject::Position(ix), replaces_newer(newer))));
    }
}

/// True if no day that the date can mean was researched.
pub(super) fn is_outside(dossier: &Dossier, day: Date) -> bool {
    let (first, last) = dossier.covers;
    last_day(day) < first.earliest() || day.earliest() > last_day(last)
}

/// A date known to the month or the year may mean any of its days. That a month has no 31st is harmless in comparisons.
fn last_day(date: Date) -> (i16, u8, u8) {
    (date.year(), date.month().unwrap_or(12), date.day_of_month().unwrap_or(31))
}
