//! Space and comments: what a RON text holds besides its values.

/// The number of bytes of space and comments at the beginning of `text`.
pub fn leading_space(text: &str) -> usize {
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start();
        rest = if let Some(comment) = trimmed.strip_prefix("//") {
            comment.find('\n').map_or("", |end| &comment[end..])
        } else if trimmed.starts_with("/*") {
            after_block_comment(trimmed)
        } else {
            return text.len() - trimmed.len();
        };
    }
}

/// True if a text is nothing but space and comments.
pub fn is_blank(text: &str) -> bool {
    leading_space(text) == text.len()
}

/// The text after a block comment, which may hold others.
fn after_block_comment(text: &str) -> &str {
    let mut depth = 0_usize;
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix("/*") {
            depth += 1;
            rest = inner;
        } else if let Some(outer) = rest.strip_prefix("*/") {
            depth -= 1;
            rest = outer;
            if depth == 0 {
                break;
            }
        } else {
            let mut letters = rest.chars();
            letters.next();
            rest = letters.as_str();
        }
    }
    rest
}

/// True if a text has comments, which writing it anew would lose.
#[must_use]
pub fn has_comments(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = match rest.as_bytes() {
            [] => return false,
            [b'/', b'/' | b'*', ..] => return true,
            [b'"', ..] => after_escaped(&rest[1..], '"'),
            [b'\'', ..] => after_escaped(&rest[1..], '\''),
            _ => after_plain(rest),
        }
    }
}

/// The text after a text or letter that ends with `quote`, in which `\` makes the next letter a plain one.
pub(super) fn after_escaped(text: &str, quote: char) -> &str {
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter == '\\' {
            letters.next();
        } else if letter == quote {
            break;
        }
    }
    letters.as_str()
}

/// The text after a name or a single letter; after a raw text, if that is what begins with the name `r`.
pub(super) fn after_plain(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let is_raw = matches!(name, "r" | "br") && rest[hashes..].starts_with('"');
    if is_raw {
        let closing = format!("\"{}", "#".repeat(hashes));
        return rest[hashes + 1..].split_once(&closing).map_or("", |(_, after)| after);
    }
    if name.is_empty() {
        let mut letters = text.chars();
        letters.next();
        return letters.as_str();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_seen_outside_of_texts_only() {
        assert!(has_comments("( // note\n)"));
        assert!(has_comments("( /* note */ )"));
        assert!(!has_comments("(url: \"https://example.org\")"));
        assert!(!has_comments("(quote: \"a \\\" // b\")"));
    }
}
