//! How large a workbook is, found out while it is unpacked piece by piece: one with too many rows is refused at the first of
//! them that is too many, before anything is made of the others.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use super::{
    left::{CellsLeft, MAX_UNPACKED, RowsLeft},
    whole_xml::{counts_too_much, length, name},
};
use crate::wording::workbook as words;

type Archive<'b> = zip::ZipArchive<Cursor<&'b [u8]>>;

/// So many bytes are unpacked at a time.
const PIECE: usize = 64 * 1024;

/// An error if a part of an `.xlsx` says that it holds more than any workbook can, or a sheet holds more than is read.
pub(super) fn xlsx(archive: &mut Archive<'_>) -> Result<(), String> {
    let sheets = sheets(archive)?;
    let mut cells = CellsLeft::all();
    for place in 0..archive.len() {
        // A part that cannot be unpacked is told by the reader, if it needs it.
        let Ok(part) = archive.by_index(place) else { continue };
        let sheet = part.name().ok().and_then(|name| sheets.get(&*name).cloned());
        look(part, sheet.map(|name| RowsLeft::of(&name, false)), &mut cells)?;
    }
    Ok(())
}

/// The same of an `.ods`, whose sheets are named where they begin.
pub(super) fn ods(archive: &mut Archive<'_>) -> Result<(), String> {
    let Ok(part) = archive.by_name("content.xml") else { return Ok(()) };
    look(part, None, &mut CellsLeft::all())
}

/// The names of the sheets that are not hidden, by their parts.
fn sheets(archive: &mut Archive<'_>) -> Result<BTreeMap<String, String>, String> {
    let mut targets: BTreeMap<String, String> = BTreeMap::new();
    if let Ok(part) = archive.by_name("xl/_rels/workbook.xml.rels") {
        tags(part, |tag| {
            if let (b"Relationship", Some(id), Some(target)) =
                (local(tag), attribute(tag, b"Id"), attribute(tag, b"Target"))
            {
                let target = target.trim_start_matches('/').trim_start_matches("xl/").to_owned();
                targets.insert(id, format!("xl/{target}"));
            }
            Ok(())
        })?;
    }
    let mut sheets = BTreeMap::new();
    if let Ok(part) = archive.by_name("xl/workbook.xml") {
        tags(part, |tag| {
            let is_shown = local(tag) == b"sheet" && attribute(tag, b"state").is_none_or(|state| state == "visible");
            let target = attribute(tag, b"id").and_then(|id| targets.get(&id)).filter(|_| is_shown);
            if let (Some(target), Some(name)) = (target, attribute(tag, b"name")) {
                sheets.insert(target.clone(), name);
            }
            Ok(())
        })?;
    }
    Ok(sheets)
}

/// Looks through a part; `rows` are those that may be read if it is a sheet.
fn look(part: impl Read, rows: Option<RowsLeft>, cells: &mut CellsLeft) -> Result<(), String> {
    let mut size = Size { rows, cells, n_rows: 0, is_new: false };
    tags(part, |tag| size.tag(tag))
}

/// What was found so far.
struct Size<'c> {
    rows: Option<RowsLeft>,
    cells: &'c mut CellsLeft,
    /// The rows that begin here, until one of their cells holds something.
    n_rows: usize,
    /// True if the cell that begins here holds nothing yet.
    is_new: bool,
}

impl Size<'_> {
    fn tag(&mut self, tag: &[u8]) -> Result<(), String> {
        if counts_too_much(tag) {
            return Err(words::damaged(words::COUNTS_TOO_MUCH));
        }
        match local(tag) {
            b"table" => {
                self.rows = attribute(tag, b"name").map(|name| RowsLeft::of(&name, false));
            }
            b"row" | b"table-row" => {
                let repeated = attribute(tag, b"number-rows-repeated");
                self.n_rows = repeated.and_then(|n| n.parse().ok()).unwrap_or(1);
            }
            b"c" | b"table-cell" => self.is_new = true,
            b"v" | b"is" | b"f" | b"p" if self.is_new => {
                self.is_new = false;
                let Some(rows) = &mut self.rows else { return Ok(()) };
                self.cells.take()?;
                rows.add(std::mem::take(&mut self.n_rows))?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// Hands on each tag that opens an element, with its angle brackets, and ends at the first error. A part that cannot be
/// unpacked to its end is told by the reader.
fn tags(part: impl Read, mut each: impl FnMut(&[u8]) -> Result<(), String>) -> Result<(), String> {
    let mut part = part.take(MAX_UNPACKED);
    let mut text: Vec<u8> = Vec::new();
    loop {
        // As much again as there is: what is long is not gone through again for every piece of it.
        let piece = u64::try_from(text.len().max(PIECE)).unwrap_or(u64::MAX);
        let Ok(1..) = part.by_ref().take(piece).read_to_end(&mut text) else { return Ok(()) };
        let mut rest = &text[..];
        while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
            rest = &rest[at..];
            let Some(length) = length(rest) else { break };
            let (tag, behind) = rest.split_at(length);
            if !matches!(tag.get(1), Some(b'!' | b'?' | b'/')) {
                each(tag)?;
            }
            rest = behind;
        }
        let is_begun = rest.first() == Some(&b'<');
        let n_done = text.len() - if is_begun { rest.len() } else { 0 };
        text.drain(..n_done);
    }
}

/// The name of the element that a tag opens, without what stands before a colon.
fn local(tag: &[u8]) -> &[u8] {
    let name = name(&tag[1..]);
    name.rsplit(|byte| *byte == b':').next().unwrap_or(name)
}

/// What a tag says under this name, whatever stands before a colon.
fn attribute(tag: &[u8], wanted: &[u8]) -> Option<String> {
    let mut rest = &tag[1 + name(&tag[1..]).len()..];
    while let Some(at) = rest.iter().position(|byte| *byte == b'=') {
        let key = rest[..at].trim_ascii();
        let value = rest[at + 1..].trim_ascii_start();
        let (quote, inside) = value.split_first()?;
        let end = inside.iter().position(|byte| byte == quote)?;
        if key.rsplit(|byte| *byte == b':').next() == Some(wanted) {
            return Some(String::from_utf8_lossy(&inside[..end]).into_owned());
        }
        rest = &inside[end + 1..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of a million rows that nobody has written: each row is made when it is read.
    struct Endless {
        row: fn(usize) -> String,
        n: usize,
        ready: Cursor<Vec<u8>>,
    }

    const ROWS: usize = 1_000_000;

    impl Read for &mut Endless {
        fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
            if self.ready.position() == self.ready.get_ref().len() as u64 && self.n < ROWS {
                self.ready = Cursor::new((self.row)(self.n).into_bytes());
                self.n += 1;
            }
            self.ready.read(to)
        }
    }

    fn endless(start: &str, row: fn(usize) -> String) -> Endless {
        Endless { row, n: 0, ready: Cursor::new(start.as_bytes().to_vec()) }
    }

    #[test]
    fn no_more_is_unpacked_of_a_million_rows_than_shows_that_they_are_too_many() {
        let row = |n: usize| format!("<row r=\"{n}\"><c r=\"A{n}\"><v>{n}</v></c><c r=\"B{n}\"/></row>");
        let mut sheet = endless("<worksheet><sheetData>", row);
        let told = look(&mut sheet, Some(RowsLeft::of("statements", false)), &mut CellsLeft::all()).unwrap_err();
        assert!(told.contains("statements holds more than 6000 rows"), "{told}");
        assert!(sheet.n < 9_000, "{} rows were read", sheet.n);
        let row = |_| "<x:table-row><x:table-cell><y:p>a</y:p></x:table-cell></x:table-row>".to_owned();
        let mut sheet = endless("<x:table x:name=\"Quick\">", row);
        let told = look(&mut sheet, None, &mut CellsLeft::all()).unwrap_err();
        assert!(told.contains("Quick holds more than 6000 rows") && sheet.n < 9_000, "{told} {}", sheet.n);
    }

    #[test]
    fn cells_are_counted_in_sheets_that_are_not_known() {
        let row = |_| "<row><c><v>1</v></c><c><f>A1</f><v>1</v></c></row>".to_owned();
        let mut sheet = endless("", row);
        let told = look(&mut sheet, Some(RowsLeft::of("raw", false)), &mut CellsLeft::all()).unwrap_err();
        assert!(told.contains("more than 1000000 cells") && sheet.n < 510_000, "{told} {}", sheet.n);
        // In a part that is no sheet nothing is.
        assert!(look(&mut endless("", row), None, &mut CellsLeft::all()).is_ok());
    }

    #[test]
    fn rows_with_nothing_in_them_are_none() {
        let row = |n: usize| format!("<row r=\"{n}\"><c r=\"A{n}\" s=\"3\"/></row><!-- <c><v>1</v></c> -->");
        assert!(look(&mut endless("", row), Some(RowsLeft::of("terms", false)), &mut CellsLeft::all()).is_ok());
    }

    #[test]
    fn a_tag_in_two_pieces_is_one() {
        let text = format!("{}<a b=\">{}\"/><c:d e:f='x' f=\"y\">", " ".repeat(PIECE - 3), "x".repeat(3 * PIECE));
        let mut found = Vec::new();
        let told = tags(text.as_bytes(), |tag| {
            found.push((local(tag).to_vec(), attribute(tag, b"f")));
            Ok(())
        });
        assert_eq!(told, Ok(()));
        assert_eq!(found, [(b"a".to_vec(), None), (b"d".to_vec(), Some("x".to_owned()))]);
    }
}
