//! The parts of a well-formed record or list, found by brackets and commas alone.
//!
//! `ron` would read everything inside again at each level of nesting. What is unusual is left to it.

use super::comments::{after_escaped, after_plain, is_blank, leading_space};

/// The fields of a record: name and value, without space and comments around them. `None` if it is written in a way that
/// `ron` must judge.
pub fn fields(text: &str) -> Option<Vec<(&str, &str)>> {
    let text = &text[leading_space(text)..];
    parts(text.strip_prefix('(')?, ')')?.into_iter().map(field).collect()
}

/// The entries of a list, likewise.
pub fn items(text: &str) -> Option<Vec<&str>> {
    parts(text.strip_prefix('[')?, ']')
}

/// The name of a variant and what stands in its brackets.
pub fn variant(text: &str) -> Option<(&str, Vec<&str>)> {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')?;
    let (name, rest) = text.split_at(end);
    let parts = parts(rest.strip_prefix('(')?, ')')?;
    (!name.is_empty()).then_some((name, parts))
}

/// A field of a record or of a variant: name and value.
pub fn field(part: &str) -> Option<(&str, &str)> {
    let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')?;
    let (name, rest) = part.split_at(end);
    let value = rest[leading_space(rest)..].strip_prefix(':')?;
    let value = &value[leading_space(value)..];
    (!name.is_empty() && !value.is_empty()).then_some((name, value))
}

/// How deeply brackets are nested, at most.
pub fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest, mut rest) = (0_usize, 0, text);
    loop {
        rest = &rest[leading_space(rest)..];
        rest = match rest.as_bytes().first() {
            None => return deepest,
            Some(b'"') => after_escaped(&rest[1..], '"'),
            Some(b'\'') => after_escaped(&rest[1..], '\''),
            Some(b'(' | b'[' | b'{') => {
                depth += 1;
                deepest = deepest.max(depth);
                &rest[1..]
            }
            Some(b')' | b']' | b'}') => {
                depth = depth.saturating_sub(1);
                &rest[1..]
            }
            Some(_) => after_plain(rest),
        };
    }
}

/// What stands between commas, up to the closing bracket.
fn parts(mut rest: &str, close: char) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    loop {
        rest = &rest[leading_space(rest)..];
        if let Some(after) = rest.strip_prefix(close) {
            return is_blank(after).then_some(parts);
        }
        let (part, after) = part(rest)?;
        parts.push(part);
        rest = after.strip_prefix(',').unwrap_or(after);
    }
}

/// The first part of `text` and what follows it: a comma, or the bracket that closes the whole.
fn part(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut end, mut rest) = (0_usize, 0, text);
    loop {
        rest = &rest[leading_space(rest)..];
        let after = match rest.as_bytes().first()? {
            b'"' => after_escaped(&rest[1..], '"'),
            b'\'' => after_escaped(&rest[1..], '\''),
            b',' if depth == 0 => break,
            b')' | b']' | b'}' if depth == 0 => break,
            b'(' | b'[' | b'{' => {
                depth += 1;
                &rest[1..]
            }
            b')' | b']' | b'}' => {
                depth -= 1;
                &rest[1..]
            }
            b',' | b':' => &rest[1..],
            _ => after_plain(rest),
        };
        end = text.len() - after.len();
        rest = after;
    }
    (end > 0).then(|| (&text[..end], rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_end_at_commas_outside_of_brackets_texts_and_comments() {
        let text =
            "( a: 1, /* , */ b : (x: \"),\", y: ['(', 2]), // c: 3,\n c: r#\"\"),\"# , d: {1: [2, 3]} /* end */ )";
        let expected = [("a", "1"), ("b", "(x: \"),\", y: ['(', 2])"), ("c", "r#\"\"),\"#"), ("d", "{1: [2, 3]}")];
        assert_eq!(fields(text).unwrap(), expected);
        assert_eq!(items("[ Is(\"a\", 1), \"b\\\"]\" , [],]").unwrap(), ["Is(\"a\", 1)", "\"b\\\"]\"", "[]"]);
        assert_eq!(fields("()").unwrap(), []);
    }

    #[test]
    fn what_is_unusual_is_left_to_ron() {
        for text in ["Some((a: 1))", "(1, 2)", "(r#type: 1)", "[1", "(a: 1", "(a: 1) b: 2", "(a: 1,, b: 2)"] {
            assert_eq!(fields(text), None, "{text}");
        }
        assert_eq!(items("(1, 2)"), None);
    }
}
