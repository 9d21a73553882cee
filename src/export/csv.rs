//! Cells and sources for a spreadsheet: RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read accents.
//!
//! Whatever a spreadsheet may take for a separator is quoted, not only the one that separates: LibreOffice splits at commas,
//! semicolons and tabs unless it is told otherwise. Lists in a field are separated by a sign at which none of them splits.
//!
//! A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula. Such a text gets an apostrophe in
//! front, which spreadsheets show as plain text; numbers stay as they are.

mod class;

use super::{
    ExportError, clean,
    material::{Material, ranges},
};
use crate::{
    analysis::Mark,
    app::{Separator, Sheet},
    domain::{PartyIx, PositionIx, StatementIx, TermIx, ValueIx},
    wording::{self, hand_outs as words},
};

/// The sources or what the class wrote if they alone are asked for, else the cells.
///
/// # Errors
/// If the sheets hold none of these tables.
pub(super) fn csv(material: &Material<'_>, sheets: &[Sheet]) -> Result<String, ExportError> {
    match sheets {
        [Sheet::Sources] => Ok(file(material.separator, &words::CSV_SOURCES, sources(material))),
        [Sheet::Debrief] => Ok(file(material.separator, &words::CSV_CLASS, class::rows(material))),
        _ if sheets.iter().any(|sheet| matches!(sheet, Sheet::Plan | Sheet::Sources)) => {
            Ok(file(material.separator, &words::CSV_CELLS, cells(material)))
        }
        _ => Err(ExportError::NotInThisFormat(words::NOT_IN_CSV.to_owned())),
    }
}

fn file<const N: usize>(separator: Separator, heads: &[&str; N], rows: Vec<[String; N]>) -> String {
    let between = separator.character().to_string();
    let line = |cells: &mut dyn Iterator<Item = String>| cells.collect::<Vec<_>>().join(&between) + "\r\n";
    let mut text = "\u{feff}".to_owned() + &line(&mut heads.iter().map(|head| field(head)));
    for row in rows {
        text += &line(&mut row.iter().map(|cell| field(cell)));
    }
    text
}

fn field(text: &str) -> String {
    let text = clean::paragraphs(text).collect::<Vec<_>>().join("\n");
    let is_formula = text.starts_with(['=', '+', '-', '@']) && text.parse::<f64>().is_err();
    let text = if is_formula { format!("'{text}") } else { text };
    if text.contains(['"', ',', ';', '\t', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// Several texts in one field.
fn listed(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(" | ")
}

/// One row a party and term of the plan.
fn cells(material: &Material<'_>) -> Vec<[String; words::CSV_CELLS.len()]> {
    let parties = |at| material.columns.iter().map(move |column| (column.party, at));
    material.in_plan().flat_map(parties).map(|(party, at)| cell(material, party, at)).collect()
}

fn cell(material: &Material<'_>, party: PartyIx, (term, value): (TermIx, ValueIx)) -> [String; words::CSV_CELLS.len()] {
    let dossier = material.dossier;
    let (of, about) = (dossier.party(party), dossier.term(term));
    let value = &about.values[value.get()];
    let report = material.report(party, term);
    let bearing = material.bearing(party, term);
    let statements = material.behind(party, term);
    let numbers = ranges(statements.iter().filter_map(|ix| material.number_of(*ix)).collect());
    let strength = report.cell.contradicted.map_or("", wording::strength);
    [
        about.id.clone(),
        about.name.clone(),
        value.id.clone(),
        value.name.clone(),
        of.id.clone(),
        of.code.clone(),
        of.name.clone(),
        wording::role(of.role).to_owned(),
        mark_id(material.mark(party, term)).to_owned(),
        words::cell_words(material.mark(party, term)).to_owned(),
        strength.to_owned(),
        listed(bearing.iter().map(|report| dossier.position(report.position).id.clone())),
        listed(numbers.into_iter().map(|(text, _)| text)),
        listed(statements.iter().map(|ix| dossier.statement(*ix).id.clone())),
        material.scenario.as_of.to_string(),
        format!("{} {} {}", dossier.id, dossier.version, material.fingerprint),
    ]
}

/// A mark as `verdicts --json` spells it.
fn mark_id(mark: Mark) -> &'static str {
    match mark {
        Mark::RedLine => "red_line",
        Mark::Mixed => "mixed",
        Mark::Opposed => "opposed",
        Mark::Otherwise => "otherwise",
        Mark::Supported => "supported",
        Mark::InLine => "in_line",
        Mark::OnFile => "on_file",
        Mark::Silent => "silent",
        Mark::Empty => "empty",
    }
}

/// One row a statement behind a mark.
fn sources(material: &Material<'_>) -> Vec<[String; words::CSV_SOURCES.len()]> {
    material.cited(&[]).into_iter().map(|(number, ix)| source(material, number, ix)).collect()
}

fn source(material: &Material<'_>, number: u16, ix: StatementIx) -> [String; words::CSV_SOURCES.len()] {
    let dossier = material.dossier;
    let statement = dossier.statement(ix);
    let source = statement.sources.first().map(|source| dossier.source(*source));
    let of_positions =
        |text: &dyn Fn(PositionIx) -> String| listed(material.read_from(ix).map(text).filter(|text| !text.is_empty()));
    let of_source = |read: fn(&crate::domain::Source) -> String| source.map_or_else(String::new, read);
    [
        number.to_string(),
        statement.id.clone(),
        dossier.party(statement.party).id.clone(),
        statement.speaker.clone(),
        statement.office.clone(),
        statement.said.to_string(),
        statement.short.clone(),
        wording::channel(statement.channel).to_owned(),
        statement.unverified.to_string(),
        of_source(|source| source.title.clone()),
        of_source(|source| source.publisher.clone()),
        of_source(|source| source.date.map_or_else(String::new, |day| day.to_string())),
        of_source(|source| source.url.clone()),
        material.guess(ix).unwrap_or_default().to_owned(),
        of_positions(&|of| dossier.position(of).id.clone()),
        of_positions(&|of| wording::held(dossier.position(of), material.strength(of))),
        of_positions(&|of| wording::coding::how_read(dossier.position(of)).join(" ")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_as_rfc_4180_says_and_never_run_as_formulas() {
        let cases = [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+1 more", "'+1 more"),
            ("-5", "-5"),
            ("  =1+1", "'=1+1"),
            ("one\r\n\ttwo", "\"one\ntwo\""),
            ("one; two", "\"one; two\""),
            ("one\ttwo", "one two"),
            ("\u{2013}", "\u{2013}"),
        ];
        for (text, written) in cases {
            assert_eq!(field(text), written);
        }
    }
}
