//! The head of a dossier: what is said about the case as a whole, and what is taken from its rows if nothing is said.

use super::{
    choices,
    columns::{Cell, Row, folded},
    message::{Message, did_you_mean},
    records::Maker,
};
use crate::{
    domain::{Date, Severity, id_from, limits::FORMAT},
    format::ron_text,
    wording::workbook as words,
};

/// Fields of a dossier itself.
const HEAD: [&str; 8] = ["id", "title", "language", "as_of", "covers_from", "covers_to", "version", "fictional"];
/// Fields of its record `about`; `note` may repeat.
const TEXTS: [&str; 10] = [
    "purpose",
    "author",
    "licence",
    "updated",
    "read_in_full",
    "read_in_part",
    "not_verified",
    "left_out",
    "note",
    "also",
];

/// Stands where no day is known, so that only that is told.
const ANY_DAY: &str = "2000";

/// Fields that may be given more than once.
pub(super) const REPEATED: [&str; 2] = ["note", "also"];

/// All fields.
pub(super) fn fields() -> impl Iterator<Item = &'static str> {
    HEAD.into_iter().chain(TEXTS)
}

/// True if it is a field of a dossier, and not of its record `about`.
pub(super) fn is_of_dossier(field: &str) -> bool {
    HEAD.contains(&field) || field == "also"
}

impl<'b> Maker<'b> {
    /// Kind, id, title and everything else that is no list of records.
    pub(super) fn about(&mut self, name: &str) {
        let fields = self.fields();
        let get = |wanted: &str| fields.iter().find(|(field, _)| field == wanted).map(|(_, cell)| cell.clone());
        self.lines.push("(", None);
        self.lines.push("    kind: Dossier,", None);
        self.lines.push(&format!("    format: {FORMAT},"), None);
        let (id, title) = (get("id"), get("title"));
        let at = |cell: &Option<Cell>| cell.as_ref().map(|cell| cell.at.clone());
        let text = |cell: &Option<Cell>, usual: String| cell.as_ref().map_or(usual, |cell| cell.text.clone());
        self.lines.field("id", &ron_text(&text(&id, id_from(name))), at(&id).as_ref());
        self.lines.field("title", &ron_text(&text(&title, name.to_owned())), at(&title).as_ref());
        let version = get("version");
        let number = version.as_ref().and_then(|cell| choices::whole_number(cell, &mut self.messages)).unwrap_or(1);
        self.lines.field("version", &number.to_string(), at(&version).as_ref());
        let language = get("language");
        self.lines.field("language", &ron_text(&text(&language, "en".to_owned())), at(&language).as_ref());
        if get("fictional").is_some_and(|cell| choices::yes_no(&cell, false, &mut self.messages)) {
            self.lines.push("    fictional: true,", None);
        }
        let mut day = |wanted: &str| get(wanted).and_then(|cell| choices::day(&cell, &mut self.messages));
        let (as_of, from, to) = (day("as_of"), day("covers_from"), day("covers_to"));
        let (first, last) = self.days();
        let usual = last.clone().or_else(|| as_of.clone()).or_else(|| to.clone());
        if usual.is_none() && !self.is_told_of_days() {
            self.messages.push(Message::error(None, words::rows::NO_DAY, words::rows::NO_DAY_HINT));
        }
        let usual = usual.unwrap_or_else(|| ANY_DAY.to_owned());
        let (as_of, to) = (as_of.unwrap_or_else(|| usual.clone()), to.unwrap_or_else(|| usual.clone()));
        let from = from.or(first).unwrap_or(usual);
        self.lines.field("as_of", &ron_text(&as_of), at(&get("as_of")).as_ref());
        let covers = format!("({}, {})", ron_text(&from), ron_text(&to));
        self.lines.field("covers", &covers, at(&get("covers_from")).as_ref());
        self.texts_about(&fields);
    }

    fn texts_about(&mut self, fields: &[(String, Cell)]) {
        self.lines.push("    about: (", None);
        for (field, cell) in
            fields.iter().filter(|(field, _)| TEXTS.contains(&field.as_str()) && !REPEATED.contains(&field.as_str()))
        {
            if field == "updated" {
                let day = choices::day(cell, &mut self.messages);
                day.into_iter().for_each(|day| self.lines.field(field, &ron_text(&day), Some(&cell.at)));
            } else {
                self.lines.text_field(field, &cell.text, &cell.at);
            }
        }
        self.lines.push("            notes: [", None);
        for (_, cell) in fields.iter().filter(|(field, _)| field == "note") {
            self.lines.push(&format!("                {},", ron_text(&cell.text)), Some(&cell.at));
        }
        self.lines.push("            ],", None);
        self.lines.push("    ),", None);
        self.lines.push("    also: {", None);
        for (_, cell) in fields.iter().filter(|(field, _)| field == "also") {
            let (name, others) = cell.text.split_once(':').unwrap_or((&cell.text, ""));
            let others: Vec<String> = others.split(';').map(|other| ron_text(other.trim())).collect();
            self.lines.push(&format!("        {}: [{}],", ron_text(name.trim()), others.join(", ")), Some(&cell.at));
        }
        self.lines.push("    },", None);
    }

    /// The known fields with their cells.
    fn fields(&mut self) -> Vec<(String, Cell)> {
        let rows: Vec<Row<'b>> = self.rows("about");
        let mut fields: Vec<(String, Cell)> = Vec::new();
        for row in rows {
            let (field, value) = (row.cell("field"), row.cell("value"));
            let known = HEAD.iter().chain(&TEXTS).find(|known| folded(known) == folded(&field.text));
            match known {
                None => {
                    let hint = words::kept_out(&did_you_mean(&field.text, HEAD.iter().chain(&TEXTS).copied()));
                    self.messages.push(Message::warning(Some(field.at), words::unknown_field(&field.text), hint));
                }
                Some(known) if !REPEATED.contains(known) && fields.iter().any(|(field, _)| field == known) => {
                    let message = words::two_fields(known);
                    self.messages.push(Message::error(Some(field.at), message, words::TWO_COLUMNS_HINT));
                }
                Some(known) if !value.text.is_empty() => {
                    fields.push(((*known).to_owned(), Cell { column: known, ..value }));
                }
                Some(_) => {}
            }
        }
        fields
    }

    /// True if something else is told of it: a day that cannot be read, a statement without one, a sheet that is not read.
    fn is_told_of_days(&self) -> bool {
        !self.rows("statements").is_empty() || self.messages.iter().any(|told| told.severity == Severity::Error)
    }

    /// The first and the last day on which somebody spoke.
    fn days(&self) -> (Option<String>, Option<String>) {
        let mut days: Vec<(Date, String)> = self
            .rows("statements")
            .iter()
            .filter_map(|row| choices::day(&row.cell("said"), &mut Vec::new()))
            .filter_map(|text| Some((text.parse::<Date>().ok()?, text)))
            .collect();
        days.sort_by_key(|(day, _)| day.earliest());
        let text = |day: Option<&(Date, String)>| day.map(|(_, text)| text.clone());
        (text(days.first()), text(days.last()))
    }

    /// Rows of values and facts that belong to no term would vanish: they are told.
    pub(super) fn orphans(&mut self) {
        for sheet in ["values", "context"] {
            for row in self.rows(sheet) {
                let cell = row.cell("term");
                self.names.term(&cell, &cell.text, &mut self.messages);
            }
        }
    }
}
