//! Sources that a reader could not find or should not rely on.

use super::warning;
use crate::{
    analysis::unfit::is_unfit,
    domain::{Dossier, Finding, LintKind, SourceIx, Subject},
};

pub(super) fn check(dossier: &Dossier, findings: &mut Vec<Finding>) {
    for (ix, source) in SourceIx::all(dossier.sources.len()).zip(&dossier.sources) {
        let subject = Subject::Source(ix);
        if source.note.is_empty() && (source.title.is_empty() || source.date.is_none()) {
            findings.push(warning(subject, LintKind::SourceWithoutTitleOrDate));
        }
        if is_unfit(source) && rests_without_caveat(dossier, ix) {
            findings.push(warning(subject, LintKind::UnfitSource));
        }
    }
}

/// True if a statement cites the source first and does not say what was searched.
fn rests_without_caveat(dossier: &Dossier, ix: SourceIx) -> bool {
    let rests = |first: Option<&SourceIx>| first == Some(&ix);
    dossier.statements.iter().any(|statement| rests(statement.sources.first()) && statement.caveat.is_empty())
}
