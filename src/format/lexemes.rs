//! The smallest parts of a RON text, found as `ron` finds them.

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// Space.
    Space,
    /// A comment.
    Comment,
    /// An opening bracket, and the one that closes it.
    Open(u8),
    /// A closing bracket.
    Close(u8),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A text in quotation marks in which no letter stands for another.
    Plain,
    /// A name, a number, a letter, any other text.
    Other,
    /// A text, a letter or a comment that is not closed.
    Unclosed,
}

/// The lexeme of `text` at the byte `at`, and the byte after it; `None` at the end.
pub(super) fn lexeme(text: &str, at: usize) -> Option<(Lexeme, usize)> {
    let bytes = text.as_bytes();
    let one = at + 1;
    Some(match *bytes.get(at)? {
        b'(' => (Lexeme::Open(b')'), one),
        b'[' => (Lexeme::Open(b']'), one),
        b'{' => (Lexeme::Open(b'}'), one),
        close @ (b')' | b']' | b'}') => (Lexeme::Close(close), one),
        b',' => (Lexeme::Comma, one),
        b':' => (Lexeme::Colon, one),
        b'"' => quoted(bytes, one),
        b'\'' => letter(text, one),
        b'/' if is_comment(bytes, at) => comment(bytes, at),
        b'r' | b'b' => raw(text, at).unwrap_or_else(|| (Lexeme::Other, other_end(bytes, at))),
        _ => match space_end(bytes, at) {
            end if end > at => (Lexeme::Space, end),
            _ => (Lexeme::Other, other_end(bytes, at)),
        },
    })
}

/// The number of bytes of space and comments at the beginning of `text`.
pub(super) fn leading_space(text: &str) -> usize {
    let mut at = 0;
    while let Some((Lexeme::Space | Lexeme::Comment, end)) = lexeme(text, at) {
        at = end;
    }
    at
}

/// True if a text is nothing but space and comments.
pub(super) fn is_blank(text: &str) -> bool {
    leading_space(text) == text.len()
}

/// True if a text has comments, which writing it anew would lose.
#[must_use]
pub fn has_comments(text: &str) -> bool {
    let mut at = 0;
    while let Some((found, end)) = lexeme(text, at) {
        if found == Lexeme::Comment || (found == Lexeme::Unclosed && text[at..].starts_with("/*")) {
            return true;
        }
        at = end;
    }
    false
}

/// A text whose quotation mark stands before the byte `at`; `\` makes the next letter a plain one.
fn quoted(bytes: &[u8], mut at: usize) -> (Lexeme, usize) {
    let mut kind = Lexeme::Plain;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'"', b'\\', rest)) {
        at += found;
        if bytes[at] == b'"' {
            return (kind, at + 1);
        }
        kind = Lexeme::Other;
        at += 2;
    }
    (Lexeme::Unclosed, bytes.len())
}

/// A letter such as `'a'`, whose quotation mark stands before the byte `at`. `'''` is one, too.
fn letter(text: &str, at: usize) -> (Lexeme, usize) {
    let mut letters = text[at..].char_indices();
    let escaped = letters.next().is_some_and(|(_, letter)| letter == '\\');
    let mut behind = letters.skip(usize::from(escaped));
    let end =
        if escaped { behind.find(|(_, letter)| *letter == '\'') } else { behind.next().filter(|end| end.1 == '\'') };
    end.map_or((Lexeme::Unclosed, text.len()), |(end, _)| (Lexeme::Other, at + end + 1))
}

/// A text such as `r#"…"#`, in which no letter means anything but itself.
fn raw(text: &str, at: usize) -> Option<(Lexeme, usize)> {
    let rest = &text[at..];
    let rest = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let inner = rest.trim_start_matches('#');
    let hashes = &rest[..rest.len() - inner.len()];
    let inner = inner.strip_prefix('"')?;
    let closing = format!("\"{hashes}");
    Some(match inner.split_once(&closing) {
        Some((_, after)) => (Lexeme::Other, text.len() - after.len()),
        None => (Lexeme::Unclosed, text.len()),
    })
}

fn is_comment(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at..], [b'/', b'/' | b'*', ..])
}

/// A comment up to the end of its line, or one between `/*` and `*/`, which may hold others.
fn comment(bytes: &[u8], start: usize) -> (Lexeme, usize) {
    let rest = &bytes[start..];
    if rest.starts_with(b"//") {
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        return (Lexeme::Comment, start + length);
    }
    let (mut depth, mut at) = (0_usize, start);
    while at < bytes.len() {
        match bytes[at..] {
            [b'/', b'*', ..] => {
                depth += 1;
                at += 2;
            }
            [b'*', b'/', ..] => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return (Lexeme::Comment, at);
                }
            }
            _ => at += 1,
        }
    }
    (Lexeme::Unclosed, bytes.len())
}

/// Where the space ends that begins at the byte `at`. It is not the space of Unicode, but that of `ron`.
fn space_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += match bytes[at..] {
            [b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C, ..] => 1,
            // U+0085; U+200E, U+200F, U+2028 and U+2029.
            [0xC2, 0x85, ..] => 2,
            [0xE2, 0x80, 0x8E | 0x8F | 0xA8 | 0xA9, ..] => 3,
            _ => return at,
        };
    }
}

/// Where a name or a number ends.
fn other_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        let ends = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => false,
            b'(' | b')' | b'[' | b']' | b'{' | b'}' | b',' | b':' | b'"' | b'\'' => true,
            b'/' => is_comment(bytes, at),
            _ => space_end(bytes, at) > at,
        };
        if ends {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_seen_outside_of_texts_only() {
        assert!(has_comments("( // note\n)"));
        assert!(has_comments("( /* note */ )"));
        assert!(has_comments("( /* note"));
        assert!(!has_comments("(url: \"https://example.org\")"));
        assert!(!has_comments(
            "(quote: \"a \\\" // b\", letter: '/', other: '\\'', third: ''', raw: r#\"\" // \"#, half: 1/2)"
        ));
    }

    #[test]
    fn space_is_what_ron_takes_for_space() {
        for letter in (0..=0x2FFF_u32).filter_map(char::from_u32) {
            let is_space = ron::from_str::<bool>(&format!("{letter}true{letter}")).is_ok();
            assert_eq!(leading_space(&format!("{letter}true")) == letter.len_utf8(), is_space, "{letter:?}");
            let behind = format!("true{letter}");
            assert!(lexeme(&behind, 0) == Some((Lexeme::Other, 4)) || !is_space, "{letter:?}");
        }
        assert!(is_blank(" /* a /* b */ */ // c") && !is_blank("/* a /* b */"));
    }
}
