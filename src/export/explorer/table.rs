//! The table of terms and parties, with the controls of the plan in it. End tags that HTML lets out are left out.

use maud::{Markup, html};
use strum::IntoEnumIterator as _;

use super::look;
use crate::{
    analysis::Mark,
    domain::{PartyIx, Role, Term, TermIx, TermKind, TermValue, ValueIx},
    export::material::Material,
    wording::{self, hand_outs, lesson as words},
};

/// A choice of so many values with names of so many letters in all is made of buttons, a longer one is a list.
const MOST_BUTTONS: usize = 3;
const MOST_LETTERS: usize = 20;

/// The table.
pub(super) fn table(material: &Material<'_>) -> Markup {
    let groups = groups(material);
    html! {
        table.plan {
            caption { (hand_outs::table_caption(true)) }
            colgroup span="2";
            @for (_, n) in &groups { colgroup span=(n); }
            thead {
                tr.groups {
                    th.term scope="col" rowspan="2" { (hand_outs::TERM) }
                    th.value scope="col" rowspan="2" { (words::THIS_PLAN_SAYS) }
                    @for (role, n) in &groups { th scope="colgroup" colspan=(n) { span { (words::group(*role)) } } }
                }
                tr {
                    @for column in &material.columns {
                        @let party = material.dossier.party(column.party);
                        th.party scope="col" { abbr title=(party.name) { (party.code) } }
                    }
                }
            }
            tbody { @for (term, value) in material.scenario.plan.iter() { (row(material, term, value)) } }
            tfoot { @for (place, label) in words::FEET.iter().enumerate() { (foot(material, place, label)) } }
        }
    }
}

/// The groups of columns with the number of parties in each.
fn groups(material: &Material<'_>) -> Vec<(Role, usize)> {
    let mut groups: Vec<(Role, usize)> = Vec::new();
    for column in &material.columns {
        let role = material.dossier.party(column.party).role;
        match groups.last_mut() {
            Some((last, n)) if *last == role => *n += 1,
            _ => groups.push((role, 1)),
        }
    }
    groups
}

fn row(material: &Material<'_>, ix: TermIx, value: Option<ValueIx>) -> Markup {
    let dossier = material.dossier;
    let term = dossier.term(ix);
    let starts = ix.get() > 0 && dossier.terms[ix.get() - 1].group != term.group;
    html! {
        tr.starts[starts].set[value.is_some()] {
            th scope="row" lang=[material.their_language()] { (term.name) }
            td {
                span.says { (value.map_or(words::NOT_IN_PLAN, |value| term.values[value.get()].name.as_str())) }
                (control(material, ix, term))
            }
            @for column in &material.columns { (cell(material, column.party, ix)) }
        }
    }
}

/// The values of a term that are offered in a list; `None` for a short choice, which has buttons.
pub(super) fn list(term: &Term) -> Option<&[TermValue]> {
    let letters: usize = term.values.iter().map(|value| value.name.chars().count()).sum();
    let is_short = term.values.len() <= MOST_BUTTONS && letters <= MOST_LETTERS;
    (!is_short || matches!(term.kind, TermKind::Number { .. })).then_some(&term.values)
}

/// Buttons for a short choice, else a list, which the script fills; it brings both to life.
fn control(material: &Material<'_>, ix: TermIx, term: &Term) -> Markup {
    let name = format!("t{}", ix.get());
    if list(term).is_some() {
        return html! {
            select hidden name=(name) aria-label=(term.name) autocomplete="off" {
                option value=""; (words::NOT_IN_PLAN)
            }
        };
    }
    html! {
        fieldset.choice hidden {
            legend { (term.name) }
            @for value in &term.values {
                label title=[tip(material, value)] {
                    input type="radio" name=(name) value=(value.id) autocomplete="off";
                    span { (value.name) }
                }
            }
            label title=(words::NOT_IN_PLAN) {
                input type="radio" name=(name) value="" aria-label=(words::NOT_IN_PLAN) autocomplete="off";
                span aria-hidden="true" { "\u{2013}" }
            }
        }
    }
}

/// What a value means; the same stands below the table for those who cannot point.
fn tip(material: &Material<'_>, value: &TermValue) -> Option<String> {
    let since = value.since.map(|day| words::put_forward(day, material.style));
    let parts: Vec<String> = [Some(value.meaning.clone()), since].into_iter().flatten().collect();
    Some(parts.join(" ")).filter(|tip| !tip.is_empty())
}

fn cell(material: &Material<'_>, of: PartyIx, term: TermIx) -> Markup {
    let party = material.dossier.party(of);
    let cell = material.cell(of, term);
    let in_plan = material.scenario.plan.get(term).is_some();
    let n = Some(cell.n_statements).filter(|n| *n > 1 && in_plan);
    html! {
        td data-head=(party.code);
        (look::mark(cell.mark, Some(&hand_outs::cell_name(party, cell.mark, in_plan))))
        @if let Some(n) = n { span.n { (n) } }
    }
}

fn foot(material: &Material<'_>, place: usize, label: &str) -> Markup {
    let figure = |party: PartyIx| {
        let tally = material.tally(party);
        // Nothing said is nothing contradicted: a nought would say more.
        let contradicted = if tally.is_silent() { "\u{2013}".to_owned() } else { tally.contradicted().to_string() };
        [contradicted, tally.in_line.to_string(), tally.silent.to_string()].into_iter().nth(place)
    };
    html! {
        tr {
            th scope="row" { (label) }
            td { (words::of_terms(material.n_in_plan())) }
            @for column in &material.columns {
                td data-head=(material.dossier.party(column.party).code);
                (figure(column.party).unwrap_or_default())
            }
        }
    }
}

/// The marks with their meaning.
pub(super) fn legend() -> Markup {
    html! {
        ul.legend { @for mark in Mark::iter() { li { (look::mark(mark, None)) (wording::mark_legend(mark)) } } }
    }
}
