//! Hosts that a statement should not rest on.

use crate::domain::Source;

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

/// True for a source on such a host.
#[must_use]
pub(super) fn is_unfit(source: &Source) -> bool {
    let host = source.url.split('/').nth(2).unwrap_or_default();
    UNFIT_HOSTS.iter().any(|unfit| host.contains(unfit))
}
