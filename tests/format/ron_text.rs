//! Dossiers as text: the program itself never writes one, people do.

use std::fmt::Write as _;

use peace_plan_explorer::domain::{
    About, ContextNote, Date, Demand, Dossier, Party, Position, Rule, Source, Statement, Term, TermIx, TermKind,
    TermValue, ValueIx,
};

/// The text of a dossier.
pub fn dossier_text(dossier: &Dossier) -> String {
    let covers = format!("({}, {})", date(dossier.covers.0), date(dossier.covers.1));
    let list =
        |items: Vec<String>| format!("[\n{}]", items.iter().map(|item| format!("{item},\n")).collect::<String>());
    let fields = [
        ("kind", "Dossier".to_owned()),
        ("format", "1".to_owned()),
        ("id", text(&dossier.id)),
        ("version", dossier.version.to_string()),
        ("title", text(&dossier.title)),
        ("language", text(&dossier.language)),
        ("fictional", dossier.fictional.to_string()),
        ("as_of", date(dossier.as_of)),
        ("covers", covers),
        ("about", about(&dossier.about)),
        // In an order in which nothing is named before it is used: the order must not matter.
        ("positions", list(dossier.positions.iter().map(|it| position(dossier, it)).collect())),
        ("statements", list(dossier.statements.iter().map(|it| statement(dossier, it)).collect())),
        ("rules", list(dossier.rules.iter().map(|it| rule(dossier, it)).collect())),
        ("terms", list(dossier.terms.iter().map(|it| term(dossier, it)).collect())),
        ("parties", list(dossier.parties.iter().map(party).collect())),
        ("sources", list(dossier.sources.iter().map(source).collect())),
    ];
    format!("{}\n", record(&fields))
}

fn record(fields: &[(&str, String)]) -> String {
    let mut out = String::from("(");
    for (name, value) in fields {
        write!(out, "{name}: {value}, ").unwrap();
    }
    out.push(')');
    out
}

/// A text with `ron`'s own escapes, which differ from those of the program under test.
fn text(value: &str) -> String {
    ron::to_string(value).unwrap()
}

fn date(value: Date) -> String {
    text(&value.to_string())
}

fn ids<'a>(ids: impl Iterator<Item = &'a String>) -> String {
    format!("[{}]", ids.map(|id| text(id)).collect::<Vec<_>>().join(", "))
}

/// The fields that have a value; the others are left out, as people do.
fn given(fields: Vec<(&'static str, Option<String>)>) -> Vec<(&'static str, String)> {
    fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn about(about: &About) -> String {
    let mut fields = vec![
        ("purpose", text(&about.purpose)),
        ("author", text(&about.author)),
        ("licence", text(&about.licence)),
        ("read_in_full", text(&about.read_in_full)),
        ("read_in_part", text(&about.read_in_part)),
        ("not_verified", text(&about.not_verified)),
        ("left_out", text(&about.left_out)),
        ("notes", ids(about.notes.iter())),
    ];
    fields.extend(given(vec![("updated", about.updated.map(date))]));
    record(&fields)
}

fn party(party: &Party) -> String {
    record(&[
        ("id", text(&party.id)),
        ("code", text(&party.code)),
        ("name", text(&party.name)),
        ("body", text(&party.body)),
        ("role", format!("{:?}", party.role)),
        ("reason", text(&party.reason)),
        ("note", text(&party.note)),
    ])
}

fn source(source: &Source) -> String {
    let mut fields = vec![
        ("id", text(&source.id)),
        ("publisher", text(&source.publisher)),
        ("title", text(&source.title)),
        ("url", text(&source.url)),
        ("kind", format!("{:?}", source.kind)),
        ("read", format!("{:?}", source.read)),
        ("note", text(&source.note)),
    ];
    fields.extend(given(vec![("date", source.date.map(date))]));
    record(&fields)
}

fn term(dossier: &Dossier, term: &Term) -> String {
    let notes: Vec<String> = term.context.iter().map(|note| context(dossier, note)).collect();
    record(&[
        ("id", text(&term.id)),
        ("name", text(&term.name)),
        ("question", text(&term.question)),
        ("group", text(&term.group)),
        ("glossary", text(&term.glossary)),
        ("context", format!("[{}]", notes.join(", "))),
        ("values", values(term)),
    ])
}

fn context(dossier: &Dossier, note: &ContextNote) -> String {
    let mut fields = vec![("title", text(&note.title)), ("text", text(&note.text))];
    fields.extend(given(vec![("source", note.source.map(|ix| text(&dossier.source(ix).id)))]));
    record(&fields)
}

fn values(term: &Term) -> String {
    let list = |values: &[TermValue]| {
        format!("[{}]", values.iter().map(|value| named(value, true)).collect::<Vec<_>>().join(", "))
    };
    match &term.kind {
        TermKind::Toggle => {
            let [yes, no] = &term.values[..] else { panic!("a toggle has two values") };
            format!("Toggle(yes: {}, no: {})", named(yes, false), named(no, false))
        }
        TermKind::Choice => format!("Choice({})", list(&term.values)),
        TermKind::Number { unit_one, unit_many } => {
            let first = term.values.iter().position(|value| value.number.is_some()).unwrap();
            let last = term.values.iter().rposition(|value| value.number.is_some()).unwrap();
            let grid = &term.values[first..=last];
            let numbers: Vec<i32> = grid.iter().filter_map(|value| value.number).collect();
            let names: Vec<String> = grid.iter().map(|value| format!("{}: {}", value.id, text(&value.name))).collect();
            let mut fields = vec![
                ("from", numbers[0].to_string()),
                ("to", numbers[numbers.len() - 1].to_string()),
                ("step", numbers.get(1).map_or(1, |second| second - numbers[0]).to_string()),
                ("unit", format!("({}, {})", text(unit_one), text(unit_many))),
                ("names", format!("{{{}}}", names.join(", "))),
                ("before", list(&term.values[..first])),
                ("after", list(&term.values[last + 1..])),
            ];
            fields.extend(given(vec![("since", grid[0].since.map(date))]));
            format!("Number{}", record(&fields))
        }
    }
}

fn named(value: &TermValue, with_id: bool) -> String {
    let fields = vec![
        ("id", with_id.then(|| text(&value.id))),
        ("name", Some(text(&value.name))),
        ("meaning", Some(text(&value.meaning))),
        ("since", value.since.map(date)),
    ];
    record(&given(fields))
}

fn rule(dossier: &Dossier, rule: &Rule) -> String {
    record(&[("id", text(&rule.id)), ("demand", demand(dossier, &rule.demand)), ("reason", text(&rule.reason))])
}

fn statement(dossier: &Dossier, statement: &Statement) -> String {
    let quote = statement.quote.as_ref().map(|quote| format!("({}, {})", text(&quote.text), text(&quote.language)));
    let mut fields = vec![
        ("id", text(&statement.id)),
        ("party", text(&dossier.party(statement.party).id)),
        ("speaker", text(&statement.speaker)),
        ("office", text(&statement.office)),
        ("said", date(statement.said)),
        ("short", text(&statement.short)),
        ("long", text(&statement.long)),
        ("channel", format!("{:?}", statement.channel)),
        ("unverified", statement.unverified.to_string()),
        ("caveat", text(&statement.caveat)),
        ("sources", ids(statement.sources.iter().map(|ix| &dossier.source(*ix).id))),
    ];
    let published = (statement.published != statement.said).then(|| date(statement.published));
    fields.extend(given(vec![("published", published), ("quote", quote)]));
    record(&fields)
}

fn position(dossier: &Dossier, position: &Position) -> String {
    let mut fields = vec![
        ("id", text(&position.id)),
        ("party", text(&dossier.party(position.party).id)),
        ("statements", ids(position.statements.iter().map(|ix| &dossier.statement(*ix).id))),
        ("strength", format!("{:?}", position.strength)),
        ("until_reason", text(&position.until_reason)),
        ("voice", text(&position.voice)),
        ("replaces", ids(position.replaces.iter().map(|ix| &dossier.position(*ix).id))),
        ("threshold", format!("{:?}", position.threshold)),
        ("counts", position.counts.to_string()),
        ("note", text(&position.note)),
    ];
    fields.extend(given(vec![
        ("about", position.about.map(|ix| text(&dossier.term(ix).id))),
        ("demand", position.demand.as_ref().map(|it| demand(dossier, it))),
        ("until", position.until.map(date)),
    ]));
    record(&fields)
}

fn demand(dossier: &Dossier, demand: &Demand) -> String {
    let id = |term: TermIx| text(&dossier.term(term).id);
    let value = |term: TermIx, value: ValueIx| {
        let (term, value) = (dossier.term(term), &dossier.term(term).values[value.get()]);
        let plain = value.number.is_some() || term.kind == TermKind::Toggle;
        if plain { value.id.clone() } else { text(&value.id) }
    };
    let all = |parts: &[Demand]| parts.iter().map(|part| self::demand(dossier, part)).collect::<Vec<_>>().join(", ");
    match demand {
        Demand::Is(term, wanted) => format!("Is({}, {})", id(*term), value(*term, *wanted)),
        Demand::OneOf(term, wanted) => {
            let wanted: Vec<String> = wanted.iter().map(|wanted| value(*term, *wanted)).collect();
            format!("OneOf({}, [{}])", id(*term), wanted.join(", "))
        }
        Demand::AtLeast(term, number) => format!("AtLeast({}, {number})", id(*term)),
        Demand::AtMost(term, number) => format!("AtMost({}, {number})", id(*term)),
        Demand::Not(inner) => format!("Not({})", self::demand(dossier, inner)),
        Demand::All(parts) => format!("All([{}])", all(parts)),
        Demand::Any(parts) => format!("Any([{}])", all(parts)),
        Demand::If(premise, then) => {
            format!("If({}, {})", self::demand(dossier, premise), self::demand(dossier, then))
        }
    }
}
