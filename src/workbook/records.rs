//! Rows into the records of a dossier.

use super::{
    choices::{self, BASES, CHANNELS, CODES, KINDS, OPERATORS, READS, ROLES, SOURCE_KINDS, THRESHOLDS},
    columns::{Cell, Row, Table},
    formula,
    lines::Lines,
    message::Message,
    names::{Names, Tables, value_id},
};
use crate::{format::ron_text, wording::workbook as words};

/// The sheets of a book on their way to the text of a dossier.
pub(super) struct Maker<'b> {
    /// The known sheets.
    pub tables: &'b Tables<'b>,
    /// What is called how.
    pub names: Names,
    /// The text so far.
    pub lines: Lines,
    /// What is to be said so far.
    pub messages: Vec<Message>,
}

impl<'b> Maker<'b> {
    pub(super) fn rows(&self, sheet: &str) -> Vec<Row<'b>> {
        let tables: &'b Tables<'b> = self.tables;
        tables.get(sheet).map(|table: &'b Table<'b>| table.rows().collect()).unwrap_or_default()
    }

    /// One list of records.
    fn list(&mut self, field: &str, sheet: &str, record: impl Fn(&mut Self, Row<'b>)) {
        let rows = self.rows(sheet);
        // What is wrong with the list as a whole is told at its first row.
        self.lines.push(&format!("    {field}: ["), rows.first().map(Row::at).as_ref());
        for row in rows {
            self.lines.push("        (", Some(&row.at()));
            record(self, row);
            self.lines.push("        ),", Some(&row.at()));
        }
    }

    /// Closes a list.
    pub(super) fn end(&mut self) {
        self.lines.push("    ],", None);
    }

    fn texts(&mut self, row: Row<'_>, columns: &[&'static str]) {
        for column in columns {
            let cell = row.cell(column);
            self.lines.text_field(column, &cell.text, &cell.at);
        }
    }

    /// A text that a dossier needs, for which another column will do.
    fn or_else(&mut self, row: Row<'_>, column: &'static str, other: &'static str) {
        let cell = row.cell(column);
        let text = if cell.text.is_empty() { row.cell(other).text } else { cell.text };
        self.lines.text_field(column, &text, &cell.at);
    }

    fn id(&mut self, row: Row<'_>) {
        let cell = row.cell("id");
        self.lines.field("id", &ron_text(&cell.text), Some(&cell.at));
    }

    fn choice(&mut self, field: &str, cell: &Cell, choices: &'static [choices::Choice], usual: Option<&'static str>) {
        if let Some(variant) = choices::choose(cell, choices, usual, &mut self.messages) {
            self.lines.field(field, variant, Some(&cell.at));
        }
    }

    fn day(&mut self, row: Row<'_>, column: &'static str) {
        let cell = row.cell(column);
        if let Some(day) = choices::day(&cell, &mut self.messages) {
            self.lines.field(column, &ron_text(&day), Some(&cell.at));
        }
    }

    fn party(&mut self, row: Row<'_>) {
        let cell = row.cell("party");
        if let Some(id) = self.names.party(&cell, &mut self.messages) {
            self.lines.field("party", &ron_text(&id), Some(&cell.at));
        }
    }

    /// The parties.
    pub(super) fn parties(&mut self) {
        self.list("parties", "parties", |maker, row| {
            maker.id(row);
            maker.texts(row, &["code", "name", "reason", "note"]);
            maker.ids("also", &row.cell("also"));
            maker.or_else(row, "body", "name");
            maker.choice("role", &row.cell("role"), &ROLES, None);
        });
        self.end();
    }

    /// The terms with their values and context notes.
    pub(super) fn terms(&mut self) {
        self.list("terms", "terms", |maker, row| {
            maker.id(row);
            maker.texts(row, &["name", "question"]);
            maker.or_else(row, "glossary", "question");
            let group = row.cell("group");
            let heading = if group.text.is_empty() { words::GROUP } else { &group.text };
            maker.lines.field("group", &ron_text(heading), Some(&group.at));
            maker.context(row);
            maker.values(row);
        });
        self.end();
    }

    fn context(&mut self, term: Row<'_>) {
        let id = term.cell("id").text;
        let rows: Vec<Row<'_>> = self.rows("context").into_iter().filter(|row| self.is_of(*row, &id)).collect();
        if rows.is_empty() {
            return;
        }
        self.lines.push("            context: [", None);
        for row in rows {
            self.lines.push("                (", Some(&row.at()));
            self.texts(row, &["title", "text", "source"]);
            self.lines.push("                ),", Some(&row.at()));
        }
        self.lines.push("            ],", None);
    }

    /// True if the row names this term. Rows that name none are told of elsewhere.
    fn is_of(&self, row: Row<'_>, id: &str) -> bool {
        let cell = row.cell("term");
        self.names.term(&cell, &cell.text, &mut Vec::new()).is_some_and(|term| term.named.id == id)
    }

    fn values(&mut self, term: Row<'_>) {
        let (id, kind) = (term.cell("id").text, term.cell("kind"));
        let Some(kind) = choices::choose(&kind, &KINDS, None, &mut self.messages) else { return };
        let rows: Vec<Row<'_>> = self.rows("values").into_iter().filter(|row| self.is_of(*row, &id)).collect();
        let at = term.cell("kind").at;
        match kind {
            "Toggle" => {
                self.lines.push("            values: Toggle(", Some(&at));
                for row in rows {
                    let value = row.cell("value");
                    let name = if value_id(&value.text, kind) == "true" { "yes" } else { "no" };
                    self.lines.push(&format!("                {name}: ("), Some(&value.at));
                    self.named(row);
                    self.lines.push("                ),", None);
                }
                self.lines.push("            ),", None);
            }
            "Choice" => {
                self.lines.push("            values: Choice([", Some(&at));
                rows.into_iter().for_each(|row| self.value(row));
                self.lines.push("            ]),", None);
            }
            _ => self.number(term, &rows),
        }
    }

    fn value(&mut self, row: Row<'_>) {
        let cell = row.cell("value");
        self.lines.push("                (", Some(&cell.at));
        self.lines.field("id", &ron_text(&cell.text), Some(&cell.at));
        self.named(row);
        self.lines.push("                ),", None);
    }

    fn named(&mut self, row: Row<'_>) {
        self.texts(row, &["name", "long_name", "meaning"]);
        self.day(row, "since");
    }

    fn number(&mut self, term: Row<'_>, rows: &[Row<'_>]) {
        self.lines.push("            values: Number(", Some(&term.cell("kind").at));
        for column in ["from", "to", "step"] {
            let cell = term.cell(column);
            if let Some(number) = choices::whole_number(&cell, &mut self.messages) {
                self.lines.field(column, &number.to_string(), Some(&cell.at));
            }
        }
        let (one, many) = (term.cell("unit_one"), term.cell("unit_many"));
        self.lines.field("unit", &format!("({}, {})", ron_text(&one.text), ron_text(&many.text)), Some(&one.at));
        self.day(term, "since");
        let is_number = |row: &Row<'_>| value_id(&row.cell("value").text, "Number").parse::<i32>().is_ok();
        let names: Vec<String> = rows
            .iter()
            .filter(|row| is_number(row))
            .map(|row| {
                let number = value_id(&row.cell("value").text, "Number");
                format!("{number}: {}", ron_text(&row.cell("name").text))
            })
            .collect();
        if !names.is_empty() {
            self.lines.field("names", &format!("{{{}}}", names.join(", ")), Some(&term.at()));
        }
        for place in ["before", "after"] {
            let is_here = |row: &Row<'_>| {
                !is_number(row) && (row.cell("place").text.to_lowercase() == "before") == (place == "before")
            };
            let here: Vec<Row<'_>> = rows.iter().copied().filter(is_here).collect();
            if !here.is_empty() {
                self.lines.push(&format!("            {place}: ["), None);
                here.into_iter().for_each(|row| self.value(row));
                self.lines.push("            ],", None);
            }
        }
        self.lines.push("            ),", None);
    }

    /// The rules.
    pub(super) fn rules(&mut self) {
        self.list("rules", "rules", |maker, row| {
            maker.id(row);
            maker.texts(row, &["reason"]);
            let cell = row.cell("demand");
            maker.formula(&cell);
        });
        self.end();
    }

    fn formula(&mut self, cell: &Cell) {
        match formula::parse(&cell.text) {
            Ok(formula) => {
                if let Some(demand) = self.names.demand(&formula, cell, &mut self.messages) {
                    self.lines.field("demand", &demand, Some(&cell.at));
                }
            }
            Err(message) => self.messages.push(Message::error(Some(cell.at.clone()), message, words::FORMULA_HINT)),
        }
    }

    /// The sources; those of the quick sheet follow.
    pub(super) fn sources(&mut self) {
        self.list("sources", "sources", |maker, row| {
            maker.id(row);
            maker.texts(row, &["publisher", "url", "note"]);
            let title = row.cell("title");
            maker.lines.field("title", &ron_text(&title.text), Some(&title.at));
            maker.day(row, "date");
            maker.choice("kind", &row.cell("kind"), &SOURCE_KINDS, Some("Press"));
            maker.choice("read", &row.cell("read"), &READS, Some("InPart"));
        });
    }

    /// The statements; those of the quick sheet follow.
    pub(super) fn statements(&mut self) {
        self.list("statements", "statements", |maker, row| {
            maker.id(row);
            maker.party(row);
            maker.texts(row, &["speaker", "office", "short", "long", "caveat"]);
            maker.day(row, "said");
            maker.day(row, "published");
            let (quote, language) = (row.cell("quote"), row.cell("quote_language"));
            if !quote.text.is_empty() {
                let pair = format!("({}, {})", ron_text(&quote.text), ron_text(&language.text));
                maker.lines.field("quote", &pair, Some(&quote.at));
            }
            maker.choice("channel", &row.cell("channel"), &CHANNELS, Some("OnRecord"));
            if choices::yes_no(&row.cell("unverified"), false, &mut maker.messages) {
                maker.lines.field("unverified", "true", Some(&row.cell("unverified").at));
            }
            maker.ids("sources", &row.cell("source"));
        });
    }

    fn ids(&mut self, field: &str, cell: &Cell) {
        let ids: Vec<String> = cell.list().into_iter().map(str::to_owned).collect();
        self.lines.list_field(field, &ids, &cell.at);
    }

    /// The positions; those of the quick sheet follow.
    pub(super) fn positions(&mut self) {
        self.list("positions", "positions", |maker, row| {
            maker.id(row);
            maker.party(row);
            maker.ids("statements", &row.cell("statements"));
            maker.demand(row);
            maker.day(row, "until");
            maker.texts(row, &["until_reason", "voice", "note", "because"]);
            maker.ids("replaces", &row.cell("replaces"));
            maker.choice("threshold", &row.cell("threshold"), &THRESHOLDS, Some("Stated"));
            if !choices::yes_no(&row.cell("counts"), true, &mut maker.messages) {
                maker.lines.field("counts", "false", Some(&row.cell("counts").at));
            }
            maker.coding(row);
        });
    }

    fn coding(&mut self, row: Row<'_>) {
        if !row.cell("basis").text.is_empty() {
            self.choice("basis", &row.cell("basis"), &BASES, None);
        }
        let cells = CODERS.map(|column| row.cell(column));
        let cells = cells.iter().filter(|cell| !cell.text.is_empty());
        let codes: Vec<&str> =
            cells.filter_map(|cell| choices::choose(cell, &CODES, None, &mut self.messages)).collect();
        if !codes.is_empty() {
            self.lines.field("coded", &format!("[{}]", codes.join(", ")), Some(&row.cell("coder_1").at));
        }
        let decision = row.cell("decision");
        self.lines.text_field("decided", &decision.text, &decision.at);
    }

    /// Term, demand and strength out of the columns term, operator, values and strength.
    pub(super) fn demand(&mut self, row: Row<'_>) {
        let (term, values, strength) = (row.cell("term"), row.cell("values"), row.cell("strength"));
        let operator = choices::choose(&row.cell("operator"), &OPERATORS, None, &mut self.messages);
        let known = if term.text.is_empty() && operator == Some("NoDemand") {
            None
        } else {
            self.names.term(&term, &term.text, &mut self.messages).cloned()
        };
        if let Some(known) = &known {
            self.lines.field("about", &ron_text(&known.named.id), Some(&term.at));
        }
        match operator {
            Some("Formula") => self.formula(&values),
            Some("NoDemand") | None => {}
            Some(operator) => {
                let Some(known) = known else { return };
                if matches!(operator, "AtLeast" | "AtMost") && known.kind != "Number" {
                    let cell = row.cell("operator");
                    let message = words::rows::no_number(&cell.text, &term.text);
                    self.messages.push(Message::error(Some(cell.at), message, words::rows::NO_NUMBER_HINT));
                }
                let written: Vec<String> =
                    values.list().iter().filter_map(|value| known.value(value, &values, &mut self.messages)).collect();
                match demand(&known.named.id, operator, &written) {
                    Some(demand) => self.lines.field("demand", &demand, Some(&values.at)),
                    None if values.list().len() == written.len() => {
                        let message = words::wrong_number_of_values(&row.cell("operator").text, written.len());
                        self.messages.push(Message::error(Some(values.at.clone()), message, words::ONE_VALUE_HINT));
                    }
                    None => {}
                }
            }
        }
        self.strength(&strength, operator == Some("NoDemand"));
    }

    /// "No demand" is said by the operator; a position without one has a strength all the same.
    fn strength(&mut self, cell: &Cell, asks_nothing: bool) {
        let Some(strength) = choices::choose(cell, &CODES, asks_nothing.then_some("Prefers"), &mut self.messages)
        else {
            return;
        };
        if strength != "NoDemand" {
            self.lines.field("strength", strength, Some(&cell.at));
        } else if asks_nothing {
            self.lines.field("strength", "Prefers", Some(&cell.at));
        } else {
            let message = Message::error(Some(cell.at.clone()), words::NO_DEMAND_STRENGTH, words::NO_DEMAND_HINT);
            self.messages.push(message);
        }
    }
}

/// The columns of readers.
pub(super) const CODERS: [&str; 9] =
    ["coder_1", "coder_2", "coder_3", "coder_4", "coder_5", "coder_6", "coder_7", "coder_8", "coder_9"];

/// A demand on one term; `None` if the operator takes another number of values.
fn demand(term: &str, operator: &str, values: &[String]) -> Option<String> {
    let term = ron_text(term);
    Some(match (operator, values) {
        ("Is", [one]) => format!("Is({term}, {one})"),
        ("Not", [one]) => format!("Not(Is({term}, {one}))"),
        ("OneOf", [_, ..]) => format!("OneOf({term}, [{}])", values.join(", ")),
        ("NoneOf", [_, ..]) => format!("Not(OneOf({term}, [{}]))", values.join(", ")),
        ("AtLeast" | "AtMost", [one]) => format!("{operator}({term}, {one})"),
        _ => return None,
    })
}
