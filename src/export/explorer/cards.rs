//! What stands below the table: every statement with what it was read as, the terms, the case. The script shows copies of
//! these where they are asked for. End tags that HTML lets out are left out.

use maud::{Markup, html};

use super::Lesson;
use crate::{
    domain::{Dossier, PositionIx, Source, StatementIx, Term, TermIx},
    export::{clean, material::Material},
    wording::{self, hand_outs, lesson as words},
};

/// Everything on file, party by party.
pub(super) fn on_file(lesson: &Lesson<'_>) -> Markup {
    let material = lesson.material;
    let dossier = material.dossier;
    let n = words::n_on_file(dossier.statements.len(), dossier.positions.len());
    html! {
        section aria-labelledby="on-file" {
            h2 id="on-file" { (words::ON_FILE) }
            details {
                summary { (n) }
                @for column in &material.columns {
                    @let party = dossier.party(column.party);
                    div id={ "party" (column.party.get()) } {
                        h3 { (party.name) }
                        @for line in words::party(party) { p; (line) }
                    }
                    @for statement in StatementIx::all(dossier.statements.len()) {
                        @if dossier.statement(statement).party == column.party { (entry(material, statement)) }
                    }
                }
            }
        }
    }
}

/// A statement, and the positions of which it is the first.
fn entry(material: &Material<'_>, ix: StatementIx) -> Markup {
    let dossier = material.dossier;
    let first = |position: &PositionIx| dossier.position(*position).statements.first() == Some(&ix);
    html! {
        article {
            (statement(material, ix))
            @for position in PositionIx::all(dossier.positions.len()).filter(first) { (reading(material, position)) }
        }
    }
}

fn statement(material: &Material<'_>, ix: StatementIx) -> Markup {
    let (dossier, style) = (material.dossier, material.style);
    let (of, theirs) = (dossier.statement(ix), material.their_language());
    html! {
        div id={ "s" (ix.get()) } {
            p lang=[theirs]; (of.short)
            @if !of.long.is_empty() { p.s lang=[theirs]; (of.long) }
            @if let Some(quote) = hand_outs::quote(of) { p.q; (quote) }
            p; b { (of.speaker) } @if !of.office.is_empty() { ", " (of.office) }
            p.s; time { (wording::date(of.said, style)) }
            @if of.published != of.said { ", " (words::published(of.published, style)) }
            @if of.sources.is_empty() { " \u{b7} " (hand_outs::NO_SOURCE) }
            @for source in &of.sources { " \u{b7} " (link(dossier.source(*source))) }
            p.c; span { (hand_outs::evidence(of)) }
            @if !of.caveat.is_empty() { p.note; (hand_outs::caveat(&of.caveat)) }
        }
    }
}

/// Where a source is published: a link only where the address is one of the web.
fn link(source: &Source) -> Markup {
    html! {
        @if let Some(url) = clean::address(&source.url) { a href=(url) { (source.publisher) } }
        @else { (source.publisher) }
    }
}

/// What a statement was read as.
fn reading(material: &Material<'_>, ix: PositionIx) -> Markup {
    let (dossier, style) = (material.dossier, material.style);
    let position = dossier.position(ix);
    let about = position.about.map_or(hand_outs::WHOLE_PLAN, |term| dossier.term(term).name.as_str());
    html! {
        div id={ "p" (ix.get()) } {
            p.c; b { (about) } span { (wording::strength(material.scenario.counted.reading.strength(position))) }
            @if !position.voice.is_empty() { span { (wording::ui::voice(&position.voice)) } }
            @if let Some(met) = wording::met_if(dossier, position) { p; (met) }
            @if let Some(chosen) = wording::threshold(position.threshold) { p.note; (chosen) }
            @if !position.note.is_empty() { p.s; (wording::ui::how_read(&position.note)) }
            p.s; (words::since(dossier, ix, style))
        }
    }
}

/// What each term means.
pub(super) fn terms(material: &Material<'_>) -> Markup {
    let dossier = material.dossier;
    html! {
        section aria-labelledby="terms" {
            h2 id="terms" { (words::TERMS) }
            details {
                summary { (wording::count(dossier.terms.len(), "term", "terms")) }
                @for ix in TermIx::all(dossier.terms.len()) { (term(material, ix, dossier.term(ix))) }
            }
        }
    }
}

fn term(material: &Material<'_>, ix: TermIx, of: &Term) -> Markup {
    let dossier: &Dossier = material.dossier;
    let told: Vec<_> = of.values.iter().filter(|value| !value.meaning.is_empty() || value.since.is_some()).collect();
    html! {
        div id={ "term" (ix.get()) } {
            h3 { (of.name) }
            @if !of.question.is_empty() { p; b { (of.question) } }
            @if !of.glossary.is_empty() { p; (of.glossary) }
            @if !told.is_empty() {
                dl {
                    @for value in told {
                        dt; (value.in_full())
                        dd; (value.meaning)
                        @if let Some(day) = value.since { " " (words::put_forward(day, material.style)) }
                    }
                }
            }
            @for note in &of.context {
                p; b { (note.title) } " " (note.text)
                @if let Some(source) = note.source { " " (link(dossier.source(source))) }
            }
        }
    }
}

/// What the case is, who made it, what was read and what is missing.
pub(super) fn about(material: &Material<'_>) -> Markup {
    html! {
        section aria-labelledby="about" {
            h2 id="about" { (words::ABOUT) }
            @for (head, text) in words::about(material.dossier) {
                p; @if !head.is_empty() { b { (head) ":" } " " } (text)
            }
        }
    }
}

/// The rules that the plan breaks; the script shows and hides them.
pub(super) fn rules(material: &Material<'_>) -> Markup {
    let dossier = material.dossier;
    html! {
        ul.rules {
            @for (place, rule) in dossier.rules.iter().enumerate() {
                li id={ "rule" (place) } hidden[!material.broken_rules().contains(&place)] {
                    b { (hand_outs::BROKEN_RULES) ":" } " "
                    (hand_outs::broken_rule(dossier, rule))
                }
            }
        }
    }
}
