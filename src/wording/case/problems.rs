//! What is wrong with a case, and what its author should look at, in the words of the forms: the page, the record by its name,
//! the field by its label, and what to do there.

use super::{
    super::{DateStyle, lint, list::capitalised, problem_text},
    STILL_OPEN, because, field, first_day, one, pages, row,
};
use crate::{
    app::case::{At, OwnCase, Page, SpottedProblem},
    domain::{Dossier, DossierFault, Fault, FieldFault, Finding, FindingKind, Flaw, LintKind, Subject, TooMany},
};

/// A problem in words, and where it can be put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Page, record and field, and what is wrong.
    pub text: String,
    /// Where; `None` if it stands in no field.
    pub at: Option<At>,
}

/// Names of lists and fields as the program has them; what is typed in a text may be anything.
const LISTS: [&str; 6] = ["parties", "terms", "statements", "positions", "rules", "sources"];

/// What keeps the case from being read.
#[must_use]
pub fn problem(own: &OwnCase, dossier: &Dossier, found: &SpottedProblem) -> Told {
    let Some(spot) = &found.spot else {
        return Told { text: super::super::problem(&found.problem), at: None };
    };
    let list = LISTS.into_iter().find(|list| *list == spot.field);
    let inner = spot.inner.as_deref();
    let at = match (list, spot.item) {
        (Some(list), Some(item)) => {
            let record = At::record(list, item);
            known(list, inner).map_or(record.clone(), |name| record.field(name))
        }
        (Some(list), None) => At::list(list),
        (None, _) => match known("about", inner).filter(|_| spot.field == "about") {
            Some(name) => At::list("about").field(name),
            None => known("case", Some(&spot.field)).map_or(At::dossier(), At::list),
        },
    };
    let label = match list {
        Some(list) => inner.map(|name| field(list, name)),
        None => Some(field("case", inner.unwrap_or(&spot.field))),
    };
    let place = place(own, dossier, &at, label);
    Told { text: format!("{place}: {}", in_form(&found.problem)), at: Some(at) }
}

/// What an author should look at.
#[must_use]
pub fn finding(own: &OwnCase, dossier: &Dossier, found: &Finding, style: DateStyle) -> Told {
    let said = lint::finding(dossier, &[], found, style);
    let record = found.subject.record().map(|(list, item)| (list, here(own, dossier, (list, item))));
    let list = record.map_or("case", |(list, _)| list);
    let name = match &found.kind {
        FindingKind::Lint(kind) => of_lint(kind, found.subject),
        FindingKind::Fault(_) | FindingKind::Flaw(_) => None,
    };
    let at = match (record, name) {
        (Some((list, item)), Some(name)) => At::record(list, item).field(name),
        (Some((list, item)), None) => At::record(list, item),
        (None, Some(name)) => At::list(name),
        (None, None) => At::dossier(),
    };
    let (message, hint) = match &found.kind {
        FindingKind::Lint(LintKind::LoadedWord { word, .. }) => (format!("It says \"{word}\"."), said.hint),
        FindingKind::Lint(LintKind::RedLineWithoutWords) => (said.message, RED_LINE_HINT.to_owned()),
        _ => (said.message, said.hint),
    };
    let label = name.map(|name| if name == "because" { because("RedLine") } else { field(list, name) });
    let place = place(own, dossier, &at, label);
    Told { text: with_labels(&format!("{place}: {message} {hint}"), list).trim_end().to_owned(), at: Some(at) }
}

/// What to do about a red line that names no words.
const RED_LINE_HINT: &str =
    "Write them here, and choose below what makes it a red line; if there are none, choose how firmly anew.";

/// The place in the text of a record of the dossier: while something is wrong, others may stand before it.
fn here(own: &OwnCase, dossier: &Dossier, (list, item): (&'static str, usize)) -> usize {
    let id = match list {
        "parties" => dossier.parties.get(item).map(|of| &of.id),
        "terms" => dossier.terms.get(item).map(|of| &of.id),
        "statements" => dossier.statements.get(item).map(|of| &of.id),
        "positions" => dossier.positions.get(item).map(|of| &of.id),
        "sources" => dossier.sources.get(item).map(|of| &of.id),
        _ => dossier.rules.get(item).map(|of| &of.id),
    };
    let found = own.names(list).iter().position(|(other, _)| Some(other) == id);
    found.unwrap_or(item)
}

/// A field that the forms know, by its name.
fn known(list: &str, name: Option<&str>) -> Option<&'static str> {
    use crate::app::case::{fields, of_about};
    let all = if list == "about" { of_about() } else { fields(list) };
    all.iter().map(|field| field.name).find(|of| Some(*of) == name)
}

/// "Statements, "The pool costs too much", Said on".
fn place(own: &OwnCase, dossier: &Dossier, at: &At, label: Option<&str>) -> String {
    let page = pages(at.top().map_or(Page::About, Page::of)).to_owned();
    let record = at.top().zip(at.place()).map(|(list, item)| {
        let (name, _) = row(own, dossier, list, item);
        if name.starts_with('(') { format!("{} {}", one(list), item + 1) } else { format!("\"{name}\"") }
    });
    let parts = [Some(page), record, label.map(str::to_owned)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What is wrong with a field, under it.
#[must_use]
pub(crate) fn at_field(problem: &Finding) -> String {
    capitalised(&in_form(problem))
}

/// What is wrong with a field, where it is seen which.
fn in_form(problem: &Finding) -> String {
    let own_words = match &problem.kind {
        FindingKind::Fault(fault) => of_fault(fault),
        FindingKind::Flaw(Flaw::DemandWithoutTerm(_)) => Some("choose the term that it is about".to_owned()),
        FindingKind::Flaw(Flaw::NoStatement(_)) => Some("choose at least one statement".to_owned()),
        FindingKind::Flaw(_) | FindingKind::Lint(_) => None,
    };
    own_words.unwrap_or_else(|| {
        let said = problem_text(problem);
        if said.hint.is_empty() { said.message } else { format!("{}. {}", said.message, said.hint) }
    })
}

fn of_fault(fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::Field(FieldFault::Missing(_) | FieldFault::Empty(_)) => STILL_OPEN.to_lowercase(),
        Fault::Field(FieldFault::NotADay(day)) if day.is_empty() => STILL_OPEN.to_lowercase(),
        Fault::Field(FieldFault::TooLong { length, limit, .. }) => {
            format!("{length} characters; {limit} are allowed. Shorten it")
        }
        Fault::Field(FieldFault::TooManyEntries { n, limit, way: TooMany::Some, .. }) => {
            format!("{n} entries; {limit} are allowed. Remove some")
        }
        Fault::Field(FieldFault::EmptyList { one, .. }) => format!("nothing is in it. Add a {one}"),
        Fault::Dossier(DossierFault::NoNumbers(term)) => {
            format!("the term \"{term}\" has no numbers. Compare it by \"is\" or \"is one of\"")
        }
        Fault::Dossier(DossierFault::NoGrid(grid)) => format!(
            "{} to {} in steps of {} gives no numbers, or too many. Choose them anew",
            grid.from, grid.to, grid.step
        ),
        _ => return None,
    })
}

/// The field at which something that was found is put right.
fn of_lint(kind: &LintKind, subject: Subject) -> Option<&'static str> {
    Some(match kind {
        LintKind::MetByNoPlan | LintKind::MetByEveryPlan | LintKind::ThresholdOffGrid { .. } => "demand",
        LintKind::AboutNotMentioned { .. } => "about",
        LintKind::LoadedWord { field, .. } => *field,
        LintKind::PublishedBeforeSaid { .. } => "published",
        LintKind::EndsBeforeItBegins { .. } => "until",
        LintKind::ReplacesNewer { .. } => "replaces",
        LintKind::OutsideCovers { .. } if matches!(subject, Subject::Statement(_)) => "said",
        LintKind::OutsideCovers { .. } => "as_of",
        LintKind::ValueAfterCovers { .. } => "values",
        LintKind::OfferExcluded { .. } => "voice",
        LintKind::RedLineWithoutWords => "because",
        LintKind::BasisWithoutRedLine => "basis",
        LintKind::NotDecided => "decided",
        LintKind::SourceWithoutTitleOrDate => "title",
        LintKind::UnfitSource => "url",
        _ => return None,
    })
}

/// A sentence that names fields as the format does, with their labels.
fn with_labels(text: &str, list: &str) -> String {
    let mut out = String::new();
    for (nth, part) in text.split('`').enumerate() {
        if nth % 2 == 0 {
            out += part;
            continue;
        }
        let label = match part {
            "covers" => first_day().trim_end_matches(" from"),
            "as_of" => field("case", part),
            "since" => "since when it is put forward",
            name => field(list, name),
        };
        out += &format!("\"{label}\"");
    }
    out
}
