//! Sources that a reader could not find or should not rely on.

use super::warning;
use crate::domain::{Dossier, Finding, LintKind, Source, SourceIx, Subject};

/// Mirrors, aggregators, shops and blogs that were cited once for what a body, a record, an agency or a paper of record
/// says; each by a part of its host.
const UNFIT_HOSTS: [&str; 41] = [
    "yourdestinationnow",
    "pulsewaveglobal",
    "boomer-news",
    "energynewsbeat",
    "politikinewsaaa.blogspot",
    "opposition24",
    "oopstop",
    "newsfactory.su",
    "politicayeconomia",
    "apsradionews",
    "thebuzzinghub",
    "subrangsafar",
    "mediazone24",
    "newsreadonline",
    "nenka.info",
    "dailywrap",
    "news-pravda.com",
    "hbhairshop",
    "timesofahmedabad.blogspot",
    "english-tools.ganp.jp",
    "eir.news",
    "treenews.pages.dev",
    "its9ja",
    "iwpost",
    "hkbusinesswire",
    "localnewswave",
    "midnightsun.cc",
    "versii.net",
    "dailypolitics.com",
    "headlinesorbit",
    "inkorr",
    "themonexus",
    "everything2",
    "eire.dk",
    "nuzhound",
    "turks.us",
    "lobbyforcyprus",
    "cyprus-forum",
    "greekcypriot.blogspot",
    "newjerseysolidarity",
    "myrightword.blogspot",
];

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

fn is_unfit(source: &Source) -> bool {
    let host = source.url.split('/').nth(2).unwrap_or_default();
    UNFIT_HOSTS.iter().any(|unfit| host.contains(unfit))
}

/// True if a statement cites the source first and does not say what was searched.
fn rests_without_caveat(dossier: &Dossier, ix: SourceIx) -> bool {
    let rests = |first: Option<&SourceIx>| first == Some(&ix);
    dossier.statements.iter().any(|statement| rests(statement.sources.first()) && statement.caveat.is_empty())
}
