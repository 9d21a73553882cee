//! The quick sheet: statement, position and source in one row, for a case that fits a page.

use std::collections::BTreeMap;

use super::{
    book::{Address, Book, Sheet, Value},
    choices::{self, KINDS, OPERATORS},
    columns::{Row, SHEETS, Table, folded, tables},
    message::Message,
};
use crate::{
    domain::{Dossier, id_from, limits},
    wording::{capitalised, workbook as words},
};

/// The same book with the rows of its quick sheet put where they belong: sources, statements, positions, and the parties
/// and terms that no other sheet knows. What is made up on the way is told. A source of the case into which it is read keeps its
/// id, if the address is the same.
#[must_use]
pub(super) fn spread(book: &Book, own: Option<&Dossier>, messages: &mut Vec<Message>) -> Book {
    let found = tables(book, &mut Vec::new());
    let Some(quick) = found.get("quick") else { return book.clone() };
    let mut spread = Spread { sheets: BTreeMap::new(), messages, ids: BTreeMap::new() };
    spread.parties(quick, found.get("parties"));
    spread.terms(quick, found.get("terms"));
    spread.rows(quick, own);
    let sheets = spread.sheets;
    let mut result = book.clone();
    for (name, rows) in sheets {
        append(&mut result, name, rows);
    }
    result
}

/// Column, text and where it stood.
type NamedRow = Vec<(&'static str, String, Option<Address>)>;

struct Spread<'m> {
    sheets: BTreeMap<&'static str, Vec<NamedRow>>,
    messages: &'m mut Vec<Message>,
    /// How many statements of each party have an id.
    ids: BTreeMap<String, usize>,
}

impl Spread<'_> {
    fn add(&mut self, sheet: &'static str, row: &[(&'static str, &str)]) {
        let row = row.iter().map(|(column, text)| (*column, (*text).to_owned(), None)).collect();
        self.sheets.entry(sheet).or_default().push(row);
    }

    fn parties(&mut self, quick: &Table<'_>, known: Option<&Table<'_>>) {
        let names = ["id", "code", "name"];
        let mut seen: Vec<String> = known
            .into_iter()
            .flat_map(Table::rows)
            .flat_map(|row| names.map(|column| folded(&row.cell(column).text)))
            .collect();
        for row in quick.rows() {
            let cell = row.cell("party");
            if cell.text.is_empty() || seen.contains(&folded(&cell.text)) {
                continue;
            }
            // More than a case may have are told as too many, and not looked up in each other.
            if self.sheets.get("parties").is_some_and(|made| made.len() > limits::PARTIES) {
                break;
            }
            seen.push(folded(&cell.text));
            let code: String = cell.text.chars().filter(|letter| letter.is_alphanumeric()).take(3).collect();
            let row = [
                ("id", &*id_from(&cell.text)),
                ("code", &*code.to_uppercase()),
                ("name", &*cell.text),
                ("role", "must accept"),
            ];
            self.add("parties", &row);
            self.messages.push(Message::warning(Some(cell.at), words::party_made(&cell.text), words::PARTY_MADE_HINT));
        }
    }

    fn terms(&mut self, quick: &Table<'_>, known: Option<&Table<'_>>) {
        let mut seen: Vec<String> = known
            .into_iter()
            .flat_map(Table::rows)
            .flat_map(|row| ["id", "name"].map(|column| folded(&row.cell(column).text)))
            .collect();
        for row in quick.rows() {
            let cell = row.cell("term");
            let name = folded(&cell.text);
            if name.is_empty() || seen.contains(&name) {
                continue;
            }
            if self.sheets.get("terms").is_some_and(|made| made.len() > limits::TERMS) {
                break;
            }
            seen.push(name.clone());
            let id = id_from(&cell.text);
            let values = values_of(quick, &name);
            let is_toggle = !values.is_empty() && values.iter().all(|value| matches!(&*folded(value), "yes" | "no"));
            let kind = choices::written(&KINDS, if is_toggle { "Toggle" } else { "Choice" });
            let row = [
                ("id", &*id),
                ("name", &*cell.text),
                ("question", &*words::term_question(&cell.text)),
                ("kind", &*kind),
            ];
            self.add("terms", &row);
            let both = if is_toggle { vec!["yes".to_owned(), "no".to_owned()] } else { values };
            for value in both {
                let written = if is_toggle { value.clone() } else { id_from(&value) };
                self.add("values", &[("term", &*id), ("value", &*written), ("name", &*capitalised(&value))]);
            }
            self.messages.push(Message::warning(Some(cell.at), words::term_made(&cell.text), words::TERM_MADE_HINT));
        }
    }

    fn rows(&mut self, quick: &Table<'_>, own: Option<&Dossier>) {
        let mut sources: BTreeMap<String, String> = BTreeMap::new();
        let of_own = |url: &str| own?.sources.iter().find(|source| source.url == url).map(|source| source.id.clone());
        let is_own = |id: &str| own.is_some_and(|own| own.sources.iter().any(|source| source.id == id));
        let mut made = (1_usize..).map(|number| format!("source-{number}")).filter(|id| !is_own(id));
        for row in quick.rows() {
            let url = row.cell("url");
            let number = sources.len() + 1;
            let source = (!url.text.is_empty()).then(|| {
                let id = || of_own(&url.text).or_else(|| made.next()).unwrap_or_default();
                sources.entry(url.text.clone()).or_insert_with(id).clone()
            });
            if sources.len() == number {
                self.put("sources", &[("url", "url"), ("publisher", "publisher")], row, &[("id", source.as_deref())]);
            }
            let id = self.id(row);
            let fields = [
                ("party", "party"),
                ("speaker", "speaker"),
                ("office", "office"),
                ("said", "said"),
                ("words", "short"),
            ];
            self.put("statements", &fields, row, &[("id", Some(&id)), ("source", source.as_deref())]);
            let fields = [
                ("party", "party"),
                ("term", "term"),
                ("operator", "operator"),
                ("values", "values"),
                ("strength", "strength"),
                ("words", "because"),
            ];
            let is_red_line = folded(&row.cell("strength").text) == "redline";
            let fields = if is_red_line { &fields[..] } else { &fields[..5] };
            self.put("positions", fields, row, &[("id", Some(&id)), ("statements", Some(&id))]);
        }
    }

    /// An id of its own for each row: as written, or of the party with a number.
    fn id(&mut self, row: Row<'_>) -> String {
        let written = row.cell("id").text;
        if !written.is_empty() {
            return written;
        }
        let party = id_from(&row.cell("party").text);
        let number = self.ids.entry(party.clone()).or_default();
        *number += 1;
        format!("{party}-{number:02}")
    }

    /// A row of another sheet whose texts come from this row of the quick sheet, cell by cell.
    fn put(
        &mut self,
        sheet: &'static str,
        fields: &[(&'static str, &'static str)],
        row: Row<'_>,
        made: &[(&'static str, Option<&str>)],
    ) {
        let mut cells: NamedRow = Vec::new();
        for (from, to) in fields {
            let cell = row.cell(from);
            cells.push((*to, cell.text, Some(cell.at)));
        }
        let made = made.iter().filter_map(|(column, text)| Some((*column, (*text)?.to_owned(), None)));
        cells.extend(made);
        self.sheets.entry(sheet).or_default().push(cells);
    }
}

/// All values that the quick sheet names for a term, in their order.
fn values_of(quick: &Table<'_>, term: &str) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for row in quick.rows().filter(|row| folded(&row.cell("term").text) == term) {
        let operator = choices::choose(&row.cell("operator"), &OPERATORS, None, &mut Vec::new());
        if matches!(operator, Some("Formula" | "NoDemand")) {
            continue;
        }
        for value in row.cell("values").list() {
            if !values.iter().any(|known| folded(known) == folded(value)) {
                values.push(value.to_owned());
            }
        }
    }
    values
}

/// Appends rows to a sheet, which is made if it is not there; heads are added as needed.
fn append(book: &mut Book, name: &str, rows: Vec<NamedRow>) {
    let place = book.sheets.iter().position(|sheet| folded(&sheet.name) == folded(name));
    let place = place.unwrap_or_else(|| {
        book.sheets.push(Sheet { name: name.to_owned(), ..Sheet::default() });
        book.sheets.len() - 1
    });
    let sheet = &mut book.sheets[place];
    let head = sheet.cells.keys().next().map_or(0, |(row, _)| *row);
    let mut next = sheet.cells.keys().map(|(row, _)| row + 1).max().unwrap_or(1).max(head + 1);
    // What no row fills in is missing in a row, not as a column.
    let required = SHEETS.iter().filter(|known| known.name == name).flat_map(|known| known.required);
    let heads: NamedRow = required.map(|column| (*column, String::new(), None)).collect();
    for (row, n_rows) in std::iter::once((heads, 0)).chain(rows.into_iter().map(|row| (row, 1))) {
        for (column, text, origin) in &row {
            let heads = sheet.cells.range((head, 0)..=(head, u32::MAX));
            let known = heads.clone().find(|(_, value)| folded(&value.to_text()) == folded(column));
            let place = known
                .map(|((_, place), _)| *place)
                .unwrap_or_else(|| heads.last().map_or(0, |((_, last), _)| last + 1));
            sheet.cells.entry((head, place)).or_insert_with(|| Value::Text((*column).to_owned()));
            if text.is_empty() {
                continue;
            }
            sheet.cells.insert((next, place), Value::Text(text.clone()));
            sheet.origins.extend(origin.clone().map(|origin| ((next, place), origin)));
        }
        next += n_rows;
    }
}
