//! A book as an `.xlsx` file: drop-downs, a hint on every column, frozen heads, everything preset to text.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use super::{
    book::{Book, Sheet, letters},
    choices::{BASES, CHANNELS, CODES, Choice, KINDS, OPERATORS, READS, ROLES, SOURCE_KINDS, THRESHOLDS},
    columns::{Known, QUICK, SHEETS, folded},
    records::CODERS,
};
use crate::wording::workbook as words;

/// The last row with a drop-down and a hint. LibreOffice cuts longer areas.
const LAST_ROW: u32 = 999;

/// Columns that choose from a list, by sheet.
const LISTS: [(&str, &str, &[Choice]); 12] = [
    ("parties", "role", &ROLES),
    ("terms", "kind", &KINDS),
    ("statements", "channel", &CHANNELS),
    ("positions", "operator", &OPERATORS),
    ("positions", "strength", &CODES),
    ("positions", "threshold", &THRESHOLDS),
    ("positions", "basis", &BASES),
    ("sources", "kind", &SOURCE_KINDS),
    ("sources", "read", &READS),
    ("quick", "operator", &OPERATORS),
    ("quick", "strength", &CODES),
    ("positions", "coder", &CODES),
];

/// Writes a book. The known sheets stand in their order, an empty quick sheet after them, what is ignored around them.
///
/// # Errors
/// If the file cannot be made; the message is that of the writer.
pub fn write(book: &Book) -> Result<Vec<u8>, String> {
    made(book).map_err(|error| error.to_string())
}

fn made(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut file = Workbook::new();
    // The writer would put the clock's time there: the same case would never be the same file twice. This is the day that
    // archives bear that know none.
    file.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?));
    let plain = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let head = Format::new().set_bold().set_num_format("@").set_background_color(0x00E8_EAED);
    let mut read_me = Worksheet::new();
    read_me.set_name(words::READ_ME)?;
    read_me.set_column_width(0, 100)?;
    for (row, line) in (0..).zip(words::READ_ME_LINES) {
        read_me.write_string_with_format(row, 0, line, &plain)?;
    }
    file.push_worksheet(read_me);
    let quick = Sheet::of_rows(QUICK.name, [QUICK.columns().map(str::to_owned).collect()]);
    let has_quick = book.sheets.iter().any(|sheet| folded(&sheet.name) == QUICK.name);
    for sheet in book.sheets.iter().chain((!has_quick).then_some(&quick)) {
        let mut page = Worksheet::new();
        page.set_name(&sheet.name)?;
        page.set_freeze_panes(1, 1)?;
        let known = SHEETS.into_iter().find(|known| folded(known.name) == folded(&sheet.name));
        for (row, texts) in (0..).zip(sheet.rows()) {
            for (column, text) in (0..).zip(&texts) {
                if row == 0 {
                    page.set_column_format(column, &plain)?;
                    page.set_column_width(column, width(text))?;
                    hints(&mut page, known, text, column)?;
                }
                let format = if row == 0 { &head } else { &plain };
                if !text.is_empty() {
                    page.write_string_with_format(row, column, text, format)?;
                }
            }
        }
        file.push_worksheet(page);
    }
    file.push_worksheet(lists()?);
    file.save_to_buffer()
}

/// Long texts get room.
fn width(column: &str) -> f64 {
    match column {
        "short" | "long" | "words" | "text" | "glossary" | "value" | "question" | "demand" => 48.0,
        "caveat" | "note" | "quote" | "reason" | "meaning" | "url" | "because" | "decision" | "title" => 32.0,
        _ => 16.0,
    }
}

/// What may stand in a column, said beside the chosen cell; a drop-down where it is one of a few words.
fn hints(page: &mut Worksheet, known: Option<&'static Known>, column: &str, place: u16) -> Result<(), XlsxError> {
    let Some(known) = known else { return Ok(()) };
    let hint = words::column_hint(known.name, column);
    let list = LISTS.iter().position(|(sheet, of, _)| {
        *sheet == known.name && (*of == column || *of == "coder" && CODERS.contains(&column))
    });
    if hint.is_empty() && list.is_none() {
        return Ok(());
    }
    let mut rule = DataValidation::new().ignore_blank(true).set_input_title(column)?;
    if !hint.is_empty() {
        rule = rule.set_input_message(hint)?;
    }
    if let Some(list) = list {
        // Out of cells: a list given as words would be cut at a comma within a word.
        let (name, n) = (letters(u32::try_from(list).unwrap_or(0)), LISTS[list].2.len());
        rule = rule.allow_list_formula(Formula::new(format!("={}!${name}$1:${name}${n}", words::LISTS)));
        rule = rule.set_error_message(words::LIST_ERROR)?;
    }
    page.add_data_validation(1, place, LAST_ROW, place, &rule)?;
    Ok(())
}

fn lists() -> Result<Worksheet, XlsxError> {
    let mut page = Worksheet::new();
    page.set_name(words::LISTS)?;
    page.set_hidden(true);
    for (column, (_, _, choices)) in (0..).zip(LISTS) {
        for (row, (word, _)) in (0..).zip(choices) {
            page.write_string(row, column, *word)?;
        }
    }
    Ok(page)
}
