//! Statements on paper: who said what, where it is published, and how it was read.

use super::{STUDENT, WHOLE_PLAN};
use crate::{
    domain::{Dossier, Position, PositionIx, Statement, StatementIx, Strength},
    wording::{self, DateStyle, channel, date, list::capitalised},
};

/// Who said it, when, and how it became known: "Ana Berg, spokesman, for North, 18 Nov 2024. On record".
#[must_use]
pub(crate) fn speaker(dossier: &Dossier, statement: &Statement, style: DateStyle) -> String {
    let mut who = vec![statement.speaker.clone(), statement.office.clone()];
    let party = &dossier.party(statement.party).name;
    if !statement.speaker.contains(party.as_str()) && !statement.office.contains(party.as_str()) {
        who.push(format!("for {party}"));
    }
    who.push(date(statement.said, style));
    who.retain(|part| !part.is_empty());
    who.join(", ")
}

/// The kind of evidence: "On record", "Reported, not verified".
#[must_use]
pub(crate) fn evidence(statement: &Statement) -> String {
    let checked = if statement.unverified { ", not verified" } else { "" };
    format!("{}{checked}", channel(statement.channel))
}

/// A quoted fragment with its language.
#[must_use]
pub(crate) fn quote(statement: &Statement) -> Option<String> {
    let quote = statement.quote.as_ref()?;
    let language = if quote.language.is_empty() { String::new() } else { format!(" [{}]", quote.language) };
    Some(format!("\u{201c}{}\u{201d}{language}", quote.text))
}

/// A note beside a statement.
#[must_use]
pub(crate) fn caveat(text: &str) -> String {
    format!("Note: {text}")
}

/// Where a statement is published, without the address: title, publisher, day. A devised title says nothing that does not
/// stand beside it, and is left out where the list is `short`.
#[must_use]
pub(crate) fn publication(dossier: &Dossier, statement: StatementIx, style: DateStyle, short: bool) -> Option<String> {
    let source = dossier.source(*dossier.statement(statement).sources.first()?);
    let title = wording::source_title(source, wording::QUOTES).filter(|_| !(short && source.is_title_devised()));
    let title = title.unwrap_or_default();
    let day = source.date.map_or_else(String::new, |day| date(day, style));
    let mut parts = vec![title, source.publisher.clone(), day];
    parts.retain(|part| !part.is_empty());
    Some(format!(
        "{}. {}, {}.",
        parts.join(", "),
        wording::source_kind(source.kind),
        wording::read(source.read).to_lowercase()
    ))
}

/// A student's guess beside a statement.
#[must_use]
pub(crate) fn guess(text: &str) -> String {
    format!("{STUDENT}: {text}")
}

/// A student's guess in a list of sources, where no column says what it is about.
#[must_use]
pub(crate) fn guess_why(text: &str) -> String {
    format!("{STUDENT}, why they might say this: {text}")
}

/// How firmly a position is held, by whom in the party, and why it may not count.
#[must_use]
pub(crate) fn held(position: &Position, strength: Strength, uncounted: Option<&str>) -> String {
    let mut parts = vec![wording::held(position, strength)];
    if !position.voice.is_empty() {
        parts.push(format!("voice: {}", position.voice));
    }
    parts.extend(uncounted.map(str::to_owned));
    capitalised(&parts.join("; "))
}

/// How firmly a position of a statement was read, and why: "NATO delay: Red line. What makes it a red line: …". Nothing
/// where nobody says why.
#[must_use]
pub(crate) fn how_read(dossier: &Dossier, ix: PositionIx, strength: Strength) -> Option<String> {
    let position = dossier.position(ix);
    let how = wording::coding::how_read_below(dossier, position);
    let about = position.about.map_or(WHOLE_PLAN, |term| &dossier.term(term).name);
    (!how.is_empty()).then(|| format!("{about}: {}. {}", wording::held(position, strength), how.join(" ")))
}

/// Behind a statement in a short brief: the day and the number, and so on for older ones: "9 Jan 2025 (12)," … "(14).".
#[must_use]
pub(crate) fn cited_on(day: &str, number: Option<u16>, is_last: bool) -> String {
    let number = number.map_or_else(String::new, |number| format!(" ({number})"));
    format!("{day}{number}{}", if is_last { "." } else { "," })
}

/// Says what a brief has no room for.
#[must_use]
pub(crate) fn no_room_for(n: usize, numbers: &str) -> String {
    let positions = wording::count(n, "more position has", "more positions have");
    format!(
        "{positions} no room on this page: what does not count was left out first, then what is held less firmly, then the \
         older. On the sheet \"Sources\": {numbers}."
    )
}

/// Says what a short list of sources leaves out.
#[must_use]
pub(crate) fn shortened_sources(with_caveats: bool) -> &'static str {
    if with_caveats {
        "For room without quotes and titles given by us; the program and the HTML page have them."
    } else {
        "For room without quotes, titles given by us and notes on statements; the program and the HTML page have them."
    }
}
