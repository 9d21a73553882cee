//! Several words where one is meant: `Must accept`, `on-record`, `20 years`, `2031-05-10` without quotation marks.
//!
//! They are joined to one name, which means nothing where it stands; what was written instead is then told there.

use std::ops::Range;

use strum::IntoEnumIterator as _;

use super::super::{
    lexemes::{Lexeme, lexeme},
    spelled::{is_same, named},
    variants::FORMS,
};
use crate::domain::{Channel, Code};

/// The text with words joined, byte for byte as long; `None` if there are none.
pub(super) fn joined(text: &str) -> Option<String> {
    let mut out = text.as_bytes().to_vec();
    let mut is_changed = false;
    let mut at = 0;
    while let Some((kind, end)) = lexeme(text, at) {
        at = if kind == Lexeme::Other && is_word(&text[at..end]) {
            let words = Words::at(text, at, end);
            is_changed |= words.join(text, &mut out);
            words.all.end
        } else {
            end
        };
    }
    is_changed.then(|| String::from_utf8(out).ok()).flatten()
}

/// Words in a row of the same line.
struct Words {
    all: Range<usize>,
    n: usize,
    /// True if a comma between them is missing: each may stand alone.
    is_list: bool,
}

impl Words {
    fn at(text: &str, begin: usize, end: usize) -> Self {
        let mut words = Self { all: begin..end, n: 1, is_list: stands_alone(&text[begin..end]) };
        loop {
            let gap = text[words.all.end..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            let next = words.all.end + gap;
            let Some((Lexeme::Other, end)) = lexeme(text, next).filter(|_| gap > 0) else { return words };
            if !is_word(&text[next..end]) {
                return words;
            }
            words.is_list &= stands_alone(&text[next..end]);
            words.n += 1;
            words.all.end = end;
        }
    }

    fn join(&self, text: &str, out: &mut [u8]) -> bool {
        let written = &text[self.all.clone()];
        let is_meant = match after(text, self.all.end) {
            // Between a name and its colon a comma is missing.
            Some((Lexeme::Colon, _)) => false,
            Some((Lexeme::Open(_), _)) => FORMS.iter().any(|form| is_same(form, written)),
            Some((Lexeme::Comma | Lexeme::Close(_), _)) | None => !self.is_list,
            Some(_) => false,
        };
        let is_one = self.n == 1 && (!written.trim_start_matches('-').contains('-') || written.parse::<f64>().is_ok());
        // A name begins with a letter.
        let is_name = written.starts_with(char::is_alphabetic);
        if is_one || !is_meant || !(is_name || written.as_bytes()[0].is_ascii()) {
            return false;
        }
        for byte in &mut out[self.all.clone()] {
            if matches!(byte, b' ' | b'\t' | b'-' | b'~' | b'.') {
                *byte = b'_';
            }
        }
        if !is_name {
            out[self.all.start] = b'z';
        }
        true
    }
}

/// What follows, behind space and comments.
fn after(text: &str, mut at: usize) -> Option<(Lexeme, usize)> {
    loop {
        match lexeme(text, at)? {
            (Lexeme::Space | Lexeme::Comment, end) => at = end,
            found => return Some(found),
        }
    }
}

fn is_word(text: &str) -> bool {
    let text = text.strip_prefix(['~', '-']).unwrap_or(text);
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.');
    text.starts_with(char::is_alphanumeric) && text.chars().all(is_part)
}

/// True for what may stand in a list by itself.
fn stands_alone(word: &str) -> bool {
    matches!(word, "true" | "false")
        || word.parse::<f64>().is_ok()
        || Channel::iter().any(|channel| named(&channel) == word)
        || Code::iter().any(|code| named(&code) == word)
}
