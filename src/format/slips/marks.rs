//! Letters that look like the ones that are meant, and texts in quotation marks of every kind.

use std::ops::Range;

/// A text that is not in straight double quotation marks.
pub(super) struct Pair {
    /// What stands between them.
    pub inner: Range<usize>,
    /// What closes it; a line break if nothing does.
    pub close: char,
    /// Where it ends.
    pub end: usize,
}

const DOUBLE: &[char] = &['\u{201C}', '\u{201D}', '\u{201E}', '\u{201F}', '\u{2033}', '\u{2036}', '\u{FF02}', '"'];
const SINGLE: &[char] = &['\u{2018}', '\u{2019}', '\u{201A}', '\u{201B}', '\u{2032}', '`', '\u{B4}', '\''];
const POINTED: &[char] = &['\u{AB}', '\u{BB}'];
const ONE_POINTED: &[char] = &['\u{2039}', '\u{203A}'];
const CORNERS: &[char] = &['\u{300C}', '\u{300D}'];
const TWO_CORNERS: &[char] = &['\u{300E}', '\u{300F}'];

/// Marks that people put around a text, by what may close what opens.
const FAMILIES: [&[char]; 6] = [DOUBLE, SINGLE, POINTED, ONE_POINTED, CORNERS, TWO_CORNERS];

/// A text is looked through so far for the mark that closes it, in bytes.
const MAX_LINE: usize = 5_000;

/// True for a mark that begins a text nowhere in RON.
pub(super) fn opens(letter: char) -> bool {
    !matches!(letter, '"' | '\'') && FAMILIES.iter().any(|family| family.contains(&letter))
}

/// Space that is none for `ron`, and letters that cannot be seen.
pub(super) fn is_odd_space(letter: char) -> bool {
    matches!(letter, '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200D}' | '\u{202A}'..='\u{202F}' | '\u{205F}'
        | '\u{2060}'..='\u{2069}' | '\u{3000}' | '\u{FEFF}' | '\u{AD}')
}

/// The plain letter for one that looks like it.
pub(super) fn plain_for(letter: char) -> Option<char> {
    Some(match letter {
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        '\u{FF0C}' | '\u{3001}' => ',',
        '\u{FF1A}' | '\u{FE55}' => ':',
        '\u{FF3B}' => '[',
        '\u{FF3D}' => ']',
        '\u{FF5B}' => '{',
        '\u{FF5D}' => '}',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{FF10}'..='\u{FF19}' => char::from_digit(u32::from(letter) - 0xFF10, 10)?,
        _ => return None,
    })
}

/// The text that begins at a byte, if its quotation marks are not the straight ones.
pub(super) fn pair_at(text: &str, at: usize) -> Option<Pair> {
    let open = text[at..].chars().next()?;
    let family = FAMILIES.iter().find(|family| family.contains(&open))?;
    let begin = at + open.len_utf8();
    let line = &text[begin..line_end(text, begin)];
    let closers = || line.char_indices().filter(|(_, letter)| family.contains(letter));
    let pair = |(place, close): (usize, char)| {
        let inner = begin..begin + place;
        Pair { end: inner.end + close.len_utf8(), inner, close }
    };
    let is_last = |(place, close): &(usize, char)| goes_on(&line[place + close.len_utf8()..]);
    match open {
        // `"Title”,` with the next straight mark in another line.
        '"' => {
            let first = closers().next().filter(|(_, close)| is_curly_end(*close))?;
            is_last(&first).then(|| pair(first))
        }
        // 'a' is a letter; 'Title' is none.
        '\'' => {
            let (place, close) = closers().find(is_last)?;
            (line[..place].chars().count() > 1 && !line.starts_with('\\')).then(|| pair((place, close)))
        }
        _ => Some(closers().find(is_last).or_else(|| closers().next()).map_or_else(
            || {
                let inner = line.trim_end().trim_end_matches([',', ')', ']', '}']).trim_end();
                let end = begin + inner.len();
                Pair { inner: begin..end, close: '\n', end }
            },
            pair,
        )),
    }
    .filter(|pair| pair.end > pair.inner.end || !pair.inner.is_empty())
}

fn is_curly_end(letter: char) -> bool {
    !matches!(letter, '"' | '\u{201E}' | '\u{201C}')
}

/// True if a text may end in front of this.
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || is_odd_space(letter));
    rest.is_empty()
        || rest.starts_with("//")
        || rest.starts_with([',', ')', ']', '}', ':'])
        || rest.chars().next().and_then(plain_for).is_some()
}

fn line_end(text: &str, at: usize) -> usize {
    let most = text.floor_char_boundary((at + MAX_LINE).min(text.len()));
    text[at..most].find('\n').map_or(most, |length| at + length)
}
