//! Terms and their values, from their pieces.

use super::{
    lists::Ids,
    reader::{Reader, Record},
    tree::{Content, Piece},
};
use crate::domain::{
    ContextNote, DossierFault, Grid, MAX_VALUES, SourceIx, Term, TermKind, TermValue, Wanted, grouped, limits,
};

/// Reads a term.
pub(super) fn term<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, sources: &Ids<'_>) -> Option<Term> {
    let record = reader.record(piece, &["id", "name", "question", "group", "glossary", "context", "values"])?;
    let (id, name) = (reader.id(&record), reader.text(&record, "name", limits::TERM_NAME));
    let question = reader.text(&record, "question", limits::QUESTION);
    let (group, glossary) =
        (reader.text(&record, "group", limits::GROUP), reader.text(&record, "glossary", limits::GLOSSARY));
    let context = reader.items(&record, "context", limits::LISTED);
    let context = context.into_iter().filter_map(|piece| note(reader, piece, sources)).collect();
    let values = reader.needed(&record, "values").and_then(|piece| values(reader, piece));
    let (kind, values) = values?;
    Some(Term { id: id?, name: name?, question: question?, group: group?, glossary: glossary?, context, kind, values })
}

fn note<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, sources: &Ids<'_>) -> Option<ContextNote> {
    let record = reader.record(piece, &["title", "text", "source"])?;
    let (title, text) =
        (reader.text(&record, "title", limits::QUESTION), reader.text(&record, "text", limits::GLOSSARY));
    let source = record.get("source").and_then(|piece| sources.one(reader, piece)).map(SourceIx::at);
    Some(ContextNote { title: title?, text: text?, source })
}

/// As many values as a term cannot have between its first and its last.
#[expect(clippy::cast_possible_wrap, reason = "a hundred or so")]
const MANY: i64 = MAX_VALUES as i64;

fn values<'a>(reader: &mut Reader<'a>, piece: Piece<'a>) -> Option<(TermKind, Vec<TermValue>)> {
    let (form, content) = reader.variant(piece, Wanted::Values)?;
    let (kind, values) = match (&*form, content) {
        ("Toggle", Content::Fields(fields)) => {
            let record = reader.checked(piece.at, fields, &["yes", "no"])?;
            let yes = reader.needed(&record, "yes").and_then(|piece| named(reader, piece, Some("true")));
            let no = reader.needed(&record, "no").and_then(|piece| named(reader, piece, Some("false")));
            (TermKind::Toggle, vec![yes?, no?])
        }
        ("Choice", Content::Items(items)) => {
            let list = reader.items_in(*items.first()?, "Choice", MAX_VALUES)?;
            (TermKind::Choice, all_named(reader, list)?)
        }
        ("Number", Content::Fields(fields)) => {
            let known = ["from", "to", "step", "unit", "names", "before", "after", "since"];
            let record = reader.checked(piece.at, fields, &known)?;
            number(reader, &record)?
        }
        _ => {
            reader.error(piece.at, DossierFault::NotValues(form.to_string()));
            return None;
        }
    };
    if values.is_empty() || values.len() > MAX_VALUES {
        reader.error(piece.at, DossierFault::ValueCount(values.len()));
    }
    for (place, value) in values.iter().enumerate() {
        if values[..place].iter().any(|other| other.id == value.id) {
            reader.error(piece.at, DossierFault::ValueTwice(value.id.clone()));
        }
    }
    Some((kind, values))
}

/// Values with names. `None` if one was dropped: what refers to it must not be reported too.
fn all_named<'a>(reader: &mut Reader<'a>, pieces: Vec<Piece<'a>>) -> Option<Vec<TermValue>> {
    let values: Vec<_> = pieces.into_iter().map(|piece| named(reader, piece, None)).collect();
    values.into_iter().collect()
}

/// A value with a name; `fixed` is its id where it has none of its own.
fn named<'a>(reader: &mut Reader<'a>, piece: Piece<'a>, fixed: Option<&str>) -> Option<TermValue> {
    let known: &[&str] = if fixed.is_some() {
        &["name", "long_name", "meaning", "since"]
    } else {
        &["id", "name", "long_name", "meaning", "since"]
    };
    let record = reader.record(piece, known)?;
    let id = fixed.map_or_else(|| reader.id(&record), |id| Some(id.to_owned()));
    let name = reader.text(&record, "name", limits::VALUE_NAME);
    let long_name = reader.text_or_empty(&record, "long_name", limits::VALUE_LONG_NAME);
    let meaning = reader.text_or_empty(&record, "meaning", limits::MEANING);
    let since = reader.date_or_none(&record, "since");
    Some(TermValue { id: id?, name: name?, long_name, meaning, number: None, since })
}

fn number<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> Option<(TermKind, Vec<TermValue>)> {
    let (from, to) = (reader.value::<i32>(record, "from"), reader.value::<i32>(record, "to"));
    let step = reader.value_or(record, "step", 1_i32);
    let unit = reader.value::<(String, String)>(record, "unit");
    let names = names(reader, record);
    let since = reader.date_or_none(record, "since");
    let before = reader.items(record, "before", MAX_VALUES);
    let before = all_named(reader, before);
    let after = reader.items(record, "after", MAX_VALUES);
    let after = all_named(reader, after);
    let ((from, to), (unit_one, unit_many)) = (from.zip(to)?, unit?);
    if step < 1 || to < from || (i64::from(to) - i64::from(from)) / i64::from(step.max(1)) >= MANY {
        reader.error(record.place("from"), DossierFault::NoGrid(Grid { from, to, step }));
        return None;
    }
    let grid = || (from..=to).step_by(step.unsigned_abs() as usize);
    for (at, number, _) in &names {
        if !grid().any(|known| known == *number) {
            reader.error(*at, DossierFault::NotOnGrid(*number));
        }
    }
    let mut values = before?;
    values.extend(grid().map(|number| {
        let own = names.iter().find(|(_, named, _)| *named == number).map(|(_, _, name)| name.clone());
        let unit = if number == 1 { &unit_one } else { &unit_many };
        let name = own.unwrap_or_else(|| format!("{} {unit}", grouped(number)).trim_end().to_owned());
        TermValue {
            id: number.to_string(),
            name,
            long_name: String::new(),
            meaning: String::new(),
            number: Some(number),
            since,
        }
    }));
    values.extend(after?);
    Some((TermKind::Number { unit_one, unit_many }, values))
}

/// The names of single numbers, each with its place.
fn names<'a>(reader: &mut Reader<'a>, record: &Record<'a>) -> Vec<(usize, i32, String)> {
    let Some(piece) = record.get("names") else { return Vec::new() };
    let wanted = Wanted::NumberNames;
    let entries = piece.entries().map_err(|error| reader.unreadable(&error, wanted)).unwrap_or_default();
    entries
        .into_iter()
        .take(MAX_VALUES)
        .filter_map(|(number, name)| {
            Some((number.at, reader.read(number, wanted)?, reader.limited(name, "name", limits::VALUE_NAME)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_grid_with_named_values_around_it() {
        let text = "Number(from: 0, to: 10, step: 5, unit: (\"year\", \"years\"), names: {0: \"Now\"}, \
                    after: [(id: \"never\", name: \"Never\", since: \"2024-01\")])";
        let mut reader = Reader::new(text);
        let source = super::super::tree::RonText::new(text);
        let piece = source.whole().unwrap();
        let (_, values) = values(&mut reader, piece).unwrap();
        assert_eq!(reader.problems, []);
        let names: Vec<&str> = values.iter().map(|value| value.name.as_str()).collect();
        assert_eq!(names, ["Now", "5 years", "10 years", "Never"]);
        assert_eq!(values[3].since, "2024-01".parse().ok());
    }
}
