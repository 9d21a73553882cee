//! Sources as reference managers exchange them (CSL-JSON): out of a dossier, and as a sheet of sources.

use serde_json::{Value as Json, json};

use super::{
    book::{Book, Sheet},
    columns::SOURCES,
    message::Message,
};
use crate::{
    domain::{Date, Dossier, Source, SourceKind, id_from},
    wording::workbook::csl as words,
};

/// Types of what a speaker or an authority wrote itself.
const PRIMARY: [&str; 11] = [
    "speech",
    "treaty",
    "legislation",
    "bill",
    "regulation",
    "hearing",
    "legal_case",
    "interview",
    "personal_communication",
    "manuscript",
    "standard",
];
/// Types of what is reported.
const PRESS: [&str; 8] = [
    "article",
    "article-newspaper",
    "article-magazine",
    "broadcast",
    "webpage",
    "post",
    "post-weblog",
    "motion_picture",
];

/// The sources of a dossier as CSL-JSON.
#[must_use]
pub fn to_csl(dossier: &Dossier) -> String {
    let items: Vec<Json> = dossier.sources.iter().map(item).collect();
    serde_json::to_string_pretty(&items).unwrap_or_default() + "\n"
}

fn item(source: &Source) -> Json {
    let (kind, publisher) = match source.kind {
        SourceKind::Primary => ("document", "publisher"),
        SourceKind::Press => ("article-newspaper", "container-title"),
        SourceKind::Secondary => ("webpage", "container-title"),
    };
    let mut item = json!({ "id": source.id, "type": kind, "title": source.title, publisher: source.publisher });
    item["URL"] = source.url.clone().into();
    if let Some(date) = source.date {
        item["issued"] = issued(date);
    }
    if !source.note.is_empty() {
        item["note"] = source.note.clone().into();
    }
    // What no type of the format says.
    item["custom"] = json!({ "kind": source.kind, "read": source.read });
    item
}

/// A date as parts, as exact as it is; EDTF would say of `2024-06~` that something else is uncertain.
fn issued(date: Date) -> Json {
    let text = date.to_string();
    let parts: Vec<i64> = text.trim_start_matches('~').split('-').filter_map(|part| part.parse().ok()).collect();
    let mut issued = json!({ "date-parts": [parts] });
    if text.starts_with('~') {
        issued["circa"] = true.into();
    }
    issued
}

/// A workbook with a sheet of these sources; those of the case with the same address keep its ids. What cannot be one is told.
#[must_use]
pub fn from_csl(items: &[Json], own: Option<&Dossier>, messages: &mut Vec<Message>) -> Book {
    let columns = ["id", "publisher", "url", "title", "date", "kind", "read", "note"];
    debug_assert!(SOURCES.columns().eq(columns));
    let mut rows = vec![columns.map(str::to_owned).to_vec()];
    let mut taken: Vec<String> = own.into_iter().flat_map(|own| own.sources.iter().map(|of| of.id.clone())).collect();
    for (nth, item) in items.iter().enumerate() {
        let text = |name: &str| item.get(name).and_then(Json::as_str).unwrap_or_default().trim().to_owned();
        let name = if text("title").is_empty() { text("id") } else { text("title") };
        let url = if text("URL").is_empty() { doi(&text("DOI")) } else { text("URL") };
        let publisher = ["container-title", "publisher", "authority", "archive"].map(text);
        let publisher = publisher.into_iter().find(|of| !of.is_empty()).or_else(|| host(&url)).unwrap_or_default();
        if url.is_empty() {
            messages.push(Message::warning(None, words::no_address(nth + 1, &name), words::NO_ADDRESS_HINT));
            continue;
        }
        // Two sources may have one address; then the id tells them apart.
        let here = || own.into_iter().flat_map(|own| own.sources.iter().filter(|source| source.url == url));
        let known = here().find(|source| source.id == text("id")).or_else(|| here().next());
        let id = known.map_or_else(|| free(&id_of(item, &publisher), &mut taken), |source| source.id.clone());
        let (kind, read) = kind(item);
        if item.pointer("/custom/kind").is_none() && known.is_none() {
            messages.push(Message::warning(None, words::guessed(&id, &kind), words::GUESSED_HINT));
        }
        let [kind, read] = match known {
            // What its author has decided stays.
            Some(_) if item.pointer("/custom/kind").is_none() => [String::new(), String::new()],
            _ => [kind, read],
        };
        rows.push(vec![id, publisher, url, text("title"), day(item), kind, read, text("note")]);
    }
    without_empty(rows)
}

/// Columns that say nothing at all are left out, so that they change nothing.
fn without_empty(rows: Vec<Vec<String>>) -> Book {
    let width = rows.first().map_or(0, Vec::len);
    let says = |column: usize| column < 3 || rows[1..].iter().any(|row| !row[column].is_empty());
    let kept: Vec<usize> = (0..width).filter(|column| says(*column)).collect();
    let rows = rows.iter().map(|row| kept.iter().map(|column| row[*column].clone()).collect::<Vec<String>>());
    Book { sheets: vec![Sheet::of_rows("sources", rows)], ..Book::default() }
}

fn doi(doi: &str) -> String {
    if doi.is_empty() { String::new() } else { format!("https://doi.org/{doi}") }
}

/// The name of the site.
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    rest.split('/').next().map(|host| host.trim_start_matches("www.").to_owned())
}

/// Its id, or its key; of a number or an address something that can be read.
fn id_of(item: &Json, publisher: &str) -> String {
    let key = ["citation-key", "id"].into_iter().find_map(|name| item.get(name)?.as_str());
    let key = key.filter(|key| !key.contains('/'));
    id_from(key.unwrap_or(publisher))
}

fn free(wished: &str, taken: &mut Vec<String>) -> String {
    let numbered = (2_usize..).map(|number| format!("{wished}-{number}"));
    let mut ids = std::iter::once(wished.to_owned()).chain(numbered);
    let id = ids.find(|id| !taken.contains(id)).unwrap_or_default();
    taken.push(id.clone());
    id
}

/// Kind and how far it was read, as a workbook has them.
fn kind(item: &Json) -> (String, String) {
    let custom = |name: &str| item.pointer(&format!("/custom/{name}")).and_then(Json::as_str);
    let of_type = match item.get("type").and_then(Json::as_str).unwrap_or_default() {
        kind if PRIMARY.contains(&kind) => "primary",
        kind if PRESS.contains(&kind) => "press",
        _ => "secondary",
    };
    (custom("kind").unwrap_or(of_type).to_owned(), custom("read").unwrap_or("in part").to_owned())
}

/// The day, as exact as it is given; empty if there is none.
fn day(item: &Json) -> String {
    let Some(issued) = item.get("issued") else { return String::new() };
    let part = |part: &Json| part.as_i64().or_else(|| part.as_str()?.parse().ok());
    let parts: Option<Vec<i64>> =
        issued.pointer("/date-parts/0").and_then(Json::as_array).map(|parts| parts.iter().filter_map(part).collect());
    let circa = issued.get("circa").is_some_and(|circa| *circa != json!(false) && *circa != json!(0));
    let sign = if circa { "~" } else { "" };
    match parts.as_deref() {
        Some([year]) => format!("{sign}{year:04}"),
        Some([year, month]) => format!("{sign}{year:04}-{month:02}"),
        Some([year, month, day, ..]) => format!("{sign}{year:04}-{month:02}-{day:02}"),
        _ => ["raw", "literal"].into_iter().find_map(|name| issued.get(name)?.as_str()).unwrap_or_default().to_owned(),
    }
}
