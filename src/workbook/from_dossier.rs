//! A dossier as a book: what is read back is the same dossier.

use super::{
    book::{Book, Sheet},
    choices::{self, BASES, CHANNELS, CODES, Choice, KINDS, OPERATORS, READS, ROLES, SOURCE_KINDS, THRESHOLDS},
    columns::{self, Known},
    formula,
    records::CODERS,
};
use crate::domain::{Date, Demand, Dossier, Position, PositionIx, SourceIx, StatementIx, Term, TermIx, TermKind};

/// A row under way: texts by column.
type Fields = Vec<(&'static str, String)>;

/// All sheets of a dossier but the quick one.
#[must_use]
pub fn book_of(dossier: &Dossier) -> Book {
    let sheets = vec![
        sheet(&columns::ABOUT, about(dossier)),
        sheet(&columns::PARTIES, dossier.parties.iter().map(party).collect()),
        sheet(&columns::TERMS, dossier.terms.iter().map(term).collect()),
        sheet(&columns::VALUES, dossier.terms.iter().flat_map(values).collect()),
        sheet(&columns::STATEMENTS, dossier.statements.iter().map(|of| statement(dossier, of)).collect()),
        sheet(&columns::POSITIONS, dossier.positions.iter().map(|of| position(dossier, of)).collect()),
        sheet(&columns::SOURCES, dossier.sources.iter().map(source).collect()),
        sheet(&columns::RULES, dossier.rules.iter().map(|of| rule(dossier, of)).collect()),
        sheet(&columns::CONTEXT, dossier.terms.iter().flat_map(|of| context(dossier, of)).collect()),
    ];
    Book { sheets, ..Book::default() }
}

fn sheet(known: &Known, rows: Vec<Fields>) -> Sheet {
    let heads: Vec<String> = known.columns().map(str::to_owned).collect();
    let text = |row: &Fields, head: &String| {
        row.iter().find(|(column, _)| column == head).map_or_else(String::new, |(_, text)| text.clone())
    };
    let rows = rows.iter().map(|row| heads.iter().map(|head| text(row, head)).collect());
    Sheet::of_rows(known.name, std::iter::once(heads.clone()).chain(rows))
}

fn day(of: Option<Date>) -> String {
    of.map_or_else(String::new, |day| day.to_string())
}

fn choice<T: serde::Serialize>(choices: &'static [Choice], of: T) -> String {
    let variant = serde_json::to_value(of).ok().and_then(|value| value.as_str().map(str::to_owned));
    choices::written(choices, &variant.unwrap_or_default())
}

fn yes(of: bool) -> String {
    if of { "yes" } else { "no" }.to_owned()
}

fn list<T>(items: &[T], id: impl Fn(&T) -> String) -> String {
    items.iter().map(id).collect::<Vec<_>>().join("; ")
}

fn about(dossier: &Dossier) -> Vec<Fields> {
    let of = &dossier.about;
    let fields = [
        ("id", dossier.id.clone()),
        ("title", dossier.title.clone()),
        ("language", dossier.language.clone()),
        ("version", dossier.version.to_string()),
        ("fictional", yes(dossier.fictional)),
        ("as_of", dossier.as_of.to_string()),
        ("covers_from", dossier.covers.0.to_string()),
        ("covers_to", dossier.covers.1.to_string()),
        ("purpose", of.purpose.clone()),
        ("author", of.author.clone()),
        ("licence", of.licence.clone()),
        ("updated", day(of.updated)),
        ("read_in_full", of.read_in_full.clone()),
        ("read_in_part", of.read_in_part.clone()),
        ("not_verified", of.not_verified.clone()),
        ("left_out", of.left_out.clone()),
    ];
    let notes = of.notes.iter().map(|note| ("note", note.clone()));
    let also = dossier.also.iter().map(|(name, others)| ("also", format!("{name}: {}", others.join("; "))));
    fields
        .into_iter()
        .chain(notes)
        .chain(also)
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| vec![("field", field.to_owned()), ("value", value)])
        .collect()
}

fn party(of: &crate::domain::Party) -> Fields {
    vec![
        ("id", of.id.clone()),
        ("code", of.code.clone()),
        ("name", of.name.clone()),
        ("also", list(&of.also, String::clone)),
        ("role", choice(&ROLES, of.role)),
        ("body", of.body.clone()),
        ("reason", of.reason.clone()),
        ("note", of.note.clone()),
    ]
}

fn term(of: &Term) -> Fields {
    let mut fields = vec![
        ("id", of.id.clone()),
        ("name", of.name.clone()),
        ("question", of.question.clone()),
        ("group", of.group.clone()),
        ("glossary", of.glossary.clone()),
    ];
    let kind = match &of.kind {
        TermKind::Toggle => "Toggle",
        TermKind::Choice => "Choice",
        TermKind::Number { unit_one, unit_many } => {
            let grid: Vec<i32> = of.values.iter().filter_map(|value| value.number).collect();
            let step = grid.windows(2).map(|pair| pair[1] - pair[0]).next().unwrap_or(1);
            let ends = [("from", grid.first()), ("to", grid.last()), ("step", Some(&step))];
            fields.extend(ends.map(|(field, number)| (field, number.map_or_else(String::new, i32::to_string))));
            fields.extend([("unit_one", unit_one.clone()), ("unit_many", unit_many.clone())]);
            let since = of.values.iter().find(|value| value.number.is_some()).and_then(|value| value.since);
            fields.push(("since", day(since)));
            "Number"
        }
    };
    fields.push(("kind", choices::written(&KINDS, kind)));
    fields
}

/// Of a number only what the grid does not say: names of its own, and the values around it.
fn values(of: &Term) -> Vec<Fields> {
    let first_number = of.values.iter().position(|value| value.number.is_some());
    let mut rows = Vec::new();
    for (place, value) in of.values.iter().enumerate() {
        if let (TermKind::Number { unit_one, unit_many }, Some(number)) = (&of.kind, value.number) {
            let unit = if number == 1 { unit_one } else { unit_many };
            if value.name == format!("{} {unit}", crate::domain::grouped(number)).trim_end() {
                continue;
            }
            rows.push(vec![("term", of.id.clone()), ("value", value.id.clone()), ("name", value.name.clone())]);
            continue;
        }
        let side = match (&of.kind, first_number) {
            (TermKind::Number { .. }, Some(first)) if place < first => "before",
            (TermKind::Number { .. }, _) => "after",
            _ => "",
        };
        let id = match (&of.kind, value.id.as_str()) {
            (TermKind::Toggle, "true") => "yes".to_owned(),
            (TermKind::Toggle, "false") => "no".to_owned(),
            (_, id) => id.to_owned(),
        };
        rows.push(vec![
            ("term", of.id.clone()),
            ("value", id),
            ("name", value.name.clone()),
            ("long_name", value.long_name.clone()),
            ("meaning", value.meaning.clone()),
            ("since", day(value.since)),
            ("place", side.to_owned()),
        ]);
    }
    rows
}

fn statement(dossier: &Dossier, of: &crate::domain::Statement) -> Fields {
    let quote = of.quote.as_ref();
    let published = (of.published != of.said).then_some(of.published);
    vec![
        ("id", of.id.clone()),
        ("party", dossier.party(of.party).id.clone()),
        ("speaker", of.speaker.clone()),
        ("office", of.office.clone()),
        ("said", of.said.to_string()),
        ("published", day(published)),
        ("short", of.short.clone()),
        ("long", of.long.clone()),
        ("quote", quote.map_or_else(String::new, |quote| quote.text.clone())),
        ("quote_language", quote.map_or_else(String::new, |quote| quote.language.clone())),
        ("channel", choice(&CHANNELS, of.channel)),
        ("unverified", if of.unverified { yes(true) } else { String::new() }),
        ("caveat", of.caveat.clone()),
        ("source", list(&of.sources, |ix: &SourceIx| dossier.source(*ix).id.clone())),
    ]
}

fn position(dossier: &Dossier, of: &Position) -> Fields {
    let about = of.about.map_or_else(String::new, |term| dossier.term(term).id.clone());
    let (operator, values) = demand(dossier, of.about, of.demand.as_ref());
    let mut fields = vec![
        ("id", of.id.clone()),
        ("party", dossier.party(of.party).id.clone()),
        ("statements", list(&of.statements, |ix: &StatementIx| dossier.statement(*ix).id.clone())),
        ("term", about),
        ("operator", choices::written(&OPERATORS, operator)),
        ("values", values),
        ("strength", choice(&CODES, of.strength)),
        ("until", day(of.until)),
        ("until_reason", of.until_reason.clone()),
        ("voice", of.voice.clone()),
        ("replaces", list(&of.replaces, |ix: &PositionIx| dossier.position(*ix).id.clone())),
        ("threshold", choice(&THRESHOLDS, of.threshold)),
        ("counts", if of.counts { String::new() } else { yes(false) }),
        ("note", of.note.clone()),
        ("because", of.coding.because.clone()),
        ("basis", of.coding.basis.map_or_else(String::new, |basis| choice(&BASES, basis))),
        ("decision", of.coding.decided.clone()),
    ];
    fields.extend(CODERS.into_iter().zip(of.coding.coded.iter().map(|code| choice(&CODES, *code))));
    fields
}

/// Operator and values if the demand is one on the position's own term, else a formula.
fn demand(dossier: &Dossier, about: Option<TermIx>, demand: Option<&Demand>) -> (&'static str, String) {
    let Some(demand) = demand else { return ("NoDemand", String::new()) };
    let own = |term: &TermIx| Some(*term) == about;
    let value = |term: &TermIx, ix: &crate::domain::ValueIx| match dossier.term(*term).values[ix.get()].id.as_str() {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        id => id.to_owned(),
    };
    match demand {
        Demand::Is(term, of) if own(term) => ("Is", value(term, of)),
        Demand::OneOf(term, of) if own(term) && !of.is_empty() => ("OneOf", list(of, |ix| value(term, ix))),
        Demand::AtLeast(term, number) if own(term) => ("AtLeast", number.to_string()),
        Demand::AtMost(term, number) if own(term) => ("AtMost", number.to_string()),
        Demand::Not(inner) => match &**inner {
            Demand::Is(term, of) if own(term) => ("Not", value(term, of)),
            Demand::OneOf(term, of) if own(term) && !of.is_empty() => ("NoneOf", list(of, |ix| value(term, ix))),
            _ => ("Formula", formula::print(dossier, demand)),
        },
        _ => ("Formula", formula::print(dossier, demand)),
    }
}

fn source(of: &crate::domain::Source) -> Fields {
    vec![
        ("id", of.id.clone()),
        ("publisher", of.publisher.clone()),
        ("url", of.url.clone()),
        ("title", of.title.clone()),
        ("date", day(of.date)),
        ("kind", choice(&SOURCE_KINDS, of.kind)),
        ("read", choice(&READS, of.read)),
        ("note", of.note.clone()),
    ]
}

fn rule(dossier: &Dossier, of: &crate::domain::Rule) -> Fields {
    vec![("id", of.id.clone()), ("demand", formula::print(dossier, &of.demand)), ("reason", of.reason.clone())]
}

fn context(dossier: &Dossier, of: &Term) -> Vec<Fields> {
    let row = |note: &crate::domain::ContextNote| {
        let source = note.source.map_or_else(String::new, |ix| dossier.source(ix).id.clone());
        vec![("term", of.id.clone()), ("title", note.title.clone()), ("text", note.text.clone()), ("source", source)]
    };
    of.context.iter().map(row).collect()
}
