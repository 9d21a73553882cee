//! A book as one CSV file a sheet.

use super::{
    book::{Book, Sheet},
    columns::{QUICK, SHEETS, folded},
    left::RowsLeft,
};
use crate::wording::workbook as words;

/// Reads sheets from CSV files, each with the name of its sheet. The separator is that of the first line: `;`, tab or `,`.
///
/// # Errors
/// Which file is not UTF-8 or not CSV.
pub fn from_csv(files: &[(String, Vec<u8>)]) -> Result<Book, String> {
    let mut book = Book::default();
    for (name, bytes) in files {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            return Err(words::csv_utf16(name));
        }
        let text = std::str::from_utf8(bytes).map_err(|_| words::csv_encoding(name))?;
        let head = text.lines().next().unwrap_or_default();
        let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
        let separator = [b';', b'\t', b','].into_iter().max_by_key(|of| count(*of)).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let mut left = RowsLeft::of(name, files.len() == 1);
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (row, record) in (0..).zip(reader.records()) {
            let record = record.map_err(|error| words::csv_damaged(name, &error.to_string()))?;
            left.take(row)?;
            rows.push(record.iter().map(str::to_owned).collect());
        }
        book.sheets.push(Sheet::of_rows(name, rows));
    }
    // A file by itself may be called what its author likes.
    if let [sheet] = book.sheets.as_mut_slice()
        && !SHEETS.iter().any(|known| folded(known.name) == folded(&sheet.name))
    {
        QUICK.name.clone_into(&mut sheet.name);
    }
    Ok(book)
}

/// The sheets as CSV: UTF-8 with a mark for spreadsheets, separated by this character, every field in quotation marks.
///
/// # Errors
/// If a row cannot be written, which memory alone can cause.
pub fn to_csv(book: &Book, separator: char) -> Result<Vec<(String, Vec<u8>)>, String> {
    let file = |sheet: &Sheet| -> Result<(String, Vec<u8>), csv::Error> {
        let mut bytes = b"\xef\xbb\xbf".to_vec();
        let separator = u8::try_from(separator).unwrap_or(b',');
        let quoted = csv::QuoteStyle::Always;
        let mut writer = csv::WriterBuilder::new().delimiter(separator).quote_style(quoted).from_writer(&mut bytes);
        for row in sheet.rows() {
            writer.write_record(row)?;
        }
        writer.flush()?;
        drop(writer);
        Ok((sheet.name.clone(), bytes))
    };
    book.sheets.iter().map(file).collect::<Result<_, _>>().map_err(|error| error.to_string())
}
