//! The letters of a file out of its bytes, also where they are not written in UTF-8: its other faults can then be named too.

use crate::domain::{FileFault, Finding, Place};

/// Windows-1252 between Latin-1's two halves: what stands for the bytes 0x80 to 0x9F.
const MIDDLE: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Ours begin with a record, a comment or an attribute; what begins otherwise may be anything.
const BEGINS: [char; 3] = ['(', '/', '#'];

/// The text that the bytes of a file are, without a byte order mark, and what is wrong with how they are written.
///
/// # Errors
/// If they are no text at all.
pub fn letters(bytes: Vec<u8>, name: &str) -> Result<(String, Option<Finding>), Finding> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned), None)),
        Err(error) => error.into_bytes(),
    };
    if let Some(text) = utf_16(&bytes) {
        let fault = FileFault::Utf16(name.to_owned());
        return Ok((text, Some(Finding { place: Some(Place { line: 1, column: 1 }), ..Finding::error(fault) })));
    }
    one_byte_a_letter(&bytes)
        .map(|(text, fault)| (text, Some(fault)))
        .ok_or_else(|| Finding::error(FileFault::NotText(name.to_owned())))
}

/// A text in UTF-16, with or without a byte order mark.
pub(super) fn utf_16(bytes: &[u8]) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let first = pairs.first().filter(|_| rest.is_empty())?;
    let little = |pairs: &[[u8; 2]]| pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect::<Vec<_>>();
    let big = |pairs: &[[u8; 2]]| pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect::<Vec<_>>();
    let units = match first {
        [0xFF, 0xFE] => little(&pairs[1..]),
        [0xFE, 0xFF] => big(&pairs[1..]),
        // Ours begin with a bracket, a comment or a line break.
        [b'(' | b'/' | b' ' | b'\r' | b'\n', 0] => little(pairs),
        [0, b'(' | b'/' | b' ' | b'\r' | b'\n'] => big(pairs),
        _ => return None,
    };
    String::from_utf16(&units).ok().filter(|text| !text.contains(is_no_letter))
}

/// A text of which some letters are a byte each, as in Latin-1 or Windows-1252; what is UTF-8 in it stays so.
fn one_byte_a_letter(bytes: &[u8]) -> Option<(String, Finding)> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut first = None;
    let mut n = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let letter = match byte {
                0x80..=0x9F => MIDDLE[usize::from(byte - 0x80)],
                other => char::from(*other),
            };
            first.get_or_insert((text.len(), letter));
            n += 1;
            text.push(letter);
        }
    }
    let is_ours = text.trim_start().starts_with(BEGINS);
    let (at, letter) = first.filter(|_| is_ours && !text.contains(is_no_letter))?;
    let fault = FileFault::OldLetters { letter, n_more: n - 1 };
    let fault = Finding::error(fault).at(&text, at);
    Some((text, fault))
}

/// True for what stands in no text that people write.
fn is_no_letter(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<(String, Option<Finding>)> {
        letters(bytes.to_vec(), "plan.ron").ok()
    }

    #[test]
    fn a_text_is_found_in_every_way_in_which_editors_write_it() {
        let text = "(title: \"Café – “x”\")\n";
        assert_eq!(read(format!("\u{feff}{text}").as_bytes()), Some((text.to_owned(), None)));
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().copied().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units.iter().copied().flat_map(u16::to_be_bytes).collect();
        for (mark, bytes) in [(&[0xFF, 0xFE][..], &little), (&[0xFE, 0xFF], &big), (&[], &little), (&[], &big)] {
            let (found, fault) = read(&[mark, bytes].concat()).unwrap();
            assert!(found == text && fault.is_some(), "{found}");
        }
        let windows = b"(title: \"Caf\xe9 \x96 \x93x\x94\")\n";
        let (found, fault) = read(windows).unwrap();
        assert_eq!((&*found, fault.unwrap().place), (text, Some(Place { line: 1, column: 13 })));
    }

    #[test]
    fn a_picture_is_no_text() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert!(read(png).is_none() && read(b"\xff\xfe\0\0(\0\0\0").is_none());
    }
}
