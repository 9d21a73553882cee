//! Cells out of `.xlsx` and `.ods` files.
//!
//! Sizes are looked at before anything is unpacked, and an `.xlsx` is read cell by cell: two cells far apart cost two cells,
//! not the area between them.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use calamine::{Data, DataRef, Ods, Reader as _, SheetType, SheetVisible, Xlsx};

use super::{
    ahead,
    book::{Book, Sheet, Value},
    columns::is_left_out,
    left::{CellsLeft, MAX_UNPACKED, RowsLeft},
    whole_xml::{counts_too_much, is_whole},
};
use crate::wording::workbook as words;

/// The largest workbook that is opened, in bytes.
pub const MAX_BYTES: usize = 20_000_000;
/// The most that the texts of all cells may hold, in bytes: many cells may share one long text in the file.
const MAX_TEXTS: usize = 20_000_000;

/// What may still be read.
struct Left {
    cells: CellsLeft,
    bytes: usize,
}

impl Left {
    fn all() -> Self {
        Self { cells: CellsLeft::all(), bytes: MAX_TEXTS }
    }

    /// One cell less, and its text.
    fn take(&mut self, value: &Value) -> Result<(), String> {
        self.cells.take()?;
        let Value::Text(text) = value else { return Ok(()) };
        self.bytes = self.bytes.checked_sub(text.len()).ok_or_else(|| words::too_long_texts(MAX_TEXTS))?;
        Ok(())
    }
}

/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Xlsx { has_macros: bool },
    Ods,
}

/// Reads the cells of a workbook.
///
/// # Errors
/// What is wrong with the file as a whole, in a sentence that says what to do.
pub fn read(bytes: &[u8]) -> Result<Book, String> {
    if bytes.len() > MAX_BYTES {
        return Err(words::too_large(MAX_BYTES));
    }
    match form(bytes)? {
        Form::Xlsx { has_macros } => xlsx(bytes, has_macros),
        Form::Ods => ods(bytes),
    }
}

/// Old binary workbooks and encrypted new ones are compound files, which begin with these bytes.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

fn form(bytes: &[u8]) -> Result<Form, String> {
    if bytes.starts_with(&COMPOUND) {
        let has_package = bytes.windows(22).any(|part| part == b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0");
        return Err(if has_package { words::PASSWORD } else { words::OLD_FORMAT }.to_owned());
    }
    if bytes.starts_with(b"%PDF") {
        return Err(words::IS_PDF.to_owned());
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| words::NO_WORKBOOK.to_owned())?;
    let mut unpacked = 0_u64;
    for place in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(place).map_or(u64::MAX, |part| part.size()));
    }
    if unpacked > MAX_UNPACKED {
        return Err(words::too_large_unpacked(MAX_UNPACKED));
    }
    let mut kind = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // What is no text is no kind that is known.
        let _: std::io::Result<usize> = part.take(100).read_to_string(&mut kind);
    }
    if kind.trim() == "application/vnd.oasis.opendocument.spreadsheet" {
        ahead::ods(&mut archive)?;
        return whole(&mut archive).map(|()| Form::Ods);
    }
    archive.by_name("xl/workbook.xml").map_err(|_| words::NO_WORKBOOK.to_owned())?;
    ahead::xlsx(&mut archive)?;
    Ok(Form::Xlsx { has_macros: archive.by_name("xl/vbaProject.bin").is_ok() })
}

/// What the manifest of a file with a password says.
const ENCRYPTED: &[u8] = b"manifest:encryption-data";

/// An error if a part that is read to its end has none.
fn whole(archive: &mut zip::ZipArchive<Cursor<&[u8]>>) -> Result<(), String> {
    for name in ["META-INF/manifest.xml", "content.xml"] {
        let Ok(part) = archive.by_name(name) else { continue };
        let mut text = Vec::new();
        let is_read = part.take(MAX_UNPACKED).read_to_end(&mut text).is_ok();
        if !is_read || !is_whole(&text) {
            return Err(words::damaged(words::CUT_OFF));
        }
        if counts_too_much(&text) {
            return Err(words::damaged(words::COUNTS_TOO_MUCH));
        }
        if text.windows(ENCRYPTED.len()).any(|part| part == ENCRYPTED) {
            // Its content is no XML, and it is refused for that.
            return Ok(());
        }
    }
    Ok(())
}

fn xlsx(bytes: &[u8], has_macros: bool) -> Result<Book, String> {
    let damaged = |error: calamine::XlsxError| words::damaged(&error.to_string());
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut book = Book { has_macros, ..Book::default() };
    let mut left = Left::all();
    for name in shown(file.sheets_metadata()) {
        let mut cells = BTreeMap::new();
        let mut rows = RowsLeft::of(&name, false);
        let mut reader = file.worksheet_cells_reader(&name).map_err(damaged)?;
        while let Some(cell) = reader.next_cell_with_formula().map_err(damaged)? {
            let value = of_ref(&cell.value).or_else(|| cell.formula.is_some().then_some(Value::NoValue));
            let Some(value) = value else { continue };
            left.take(&value)?;
            rows.take(cell.pos.0)?;
            cells.insert(cell.pos, value);
            if is_left_out(&name) {
                // That it holds something is all that is told of it.
                break;
            }
        }
        book.sheets.push(Sheet { name, cells, ..Sheet::default() });
    }
    Ok(book)
}

fn ods(bytes: &[u8]) -> Result<Book, String> {
    let damaged = |error: calamine::OdsError| match error {
        calamine::OdsError::Password => words::PASSWORD.to_owned(),
        other => words::damaged(&other.to_string()),
    };
    let mut file = Ods::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut book = Book::default();
    let mut left = Left::all();
    for name in shown(file.sheets_metadata()) {
        let range = file.worksheet_range(&name).map_err(damaged)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut cells = BTreeMap::new();
        let mut rows = RowsLeft::of(&name, false);
        for (row, column, value) in range.used_cells() {
            let Some(value) = of_data(value) else { continue };
            left.take(&value)?;
            let at = |first: u32, place: usize| first.saturating_add(u32::try_from(place).unwrap_or(u32::MAX));
            rows.take(at(first_row, row))?;
            cells.insert((at(first_row, row), at(first_column, column)), value);
            if is_left_out(&name) {
                break;
            }
        }
        book.sheets.push(Sheet { name, cells, ..Sheet::default() });
    }
    Ok(book)
}

/// The names of the sheets that hold cells and are not hidden.
fn shown(sheets: &[calamine::Sheet]) -> Vec<String> {
    let is_shown =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    sheets.iter().filter(is_shown).map(|sheet| sheet.name.clone()).collect()
}

fn of_ref(value: &DataRef<'_>) -> Option<Value> {
    of_data(&match value {
        DataRef::SharedString(text) => Data::String((*text).to_owned()),
        other => other.clone().into(),
    })
}

fn of_data(value: &Data) -> Option<Value> {
    Some(match value {
        Data::Empty => return None,
        Data::String(text) if text.trim().is_empty() => return None,
        Data::String(text) => Value::Text(text.clone()),
        #[expect(clippy::cast_precision_loss, reason = "a cell holds a float anyway")]
        Data::Int(number) => Value::Number(*number as f64),
        Data::Float(number) => Value::Number(*number),
        Data::Bool(value) => Value::Bool(*value),
        Data::DateTime(day) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            Value::Day(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTime(duration) => Value::Number(duration.as_f64()),
        Data::DateTimeIso(text) => Value::Day(text.split('T').next().unwrap_or_default().to_owned()),
        Data::DurationIso(text) => Value::Text(text.clone()),
        Data::Error(error) => Value::Error(error.to_string()),
    })
}
