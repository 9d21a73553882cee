//! The tokens of a whole text, with the brackets that belong together.
//!
//! A text is gone through once; records, lists and maps are then taken apart by their tokens, without looking at the text
//! between them again.

use super::{
    lexemes::{Lexeme, lexeme},
    limits::MAX_DEPTH,
};

/// More of them would take more memory than a file is worth; such a file is left to `ron`.
const MAX_TOKENS: usize = 1_000_000;

/// A part of a text that is neither space nor comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is; never space, a comment or unclosed.
    pub kind: Lexeme,
    begin: u32,
    end: u32,
    n_inside: u32,
}

impl Token {
    /// Where it begins, in bytes.
    pub(super) fn begin(self) -> usize {
        self.begin as usize
    }

    /// Where it ends, in bytes.
    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    /// The same token of a text in which each byte of this one stands elsewhere.
    pub(super) fn moved(self, to: impl Fn(usize) -> usize) -> Option<Self> {
        let place = |byte: u32| u32::try_from(to(byte as usize)).ok();
        Some(Self { begin: place(self.begin)?, end: place(self.end)?, ..self })
    }

    /// The number of tokens up to the bracket that closes it, both counted; 1 if it opens nothing.
    pub(super) fn n_inside(self) -> usize {
        self.n_inside as usize
    }
}

/// The tokens of a text; `None` if brackets do not match, are nested too deeply or if something is not closed.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 8);
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some((kind, end)) = lexeme(text, at) {
        let begin = std::mem::replace(&mut at, end);
        match kind {
            Lexeme::Space | Lexeme::Comment => continue,
            Lexeme::Unclosed => return None,
            Lexeme::Open(_) if open.len() == MAX_DEPTH => return None,
            Lexeme::Open(_) => open.push(tokens.len()),
            Lexeme::Close(_) => {
                let opening = open.pop()?;
                let n_inside = u32::try_from(tokens.len() - opening + 1).ok()?;
                let opening = &mut tokens[opening];
                opening.n_inside = n_inside;
                if let Lexeme::Open(wanted) = opening.kind
                    && kind != Lexeme::Close(wanted)
                {
                    return None;
                }
            }
            Lexeme::Comma | Lexeme::Colon | Lexeme::Plain | Lexeme::Other => {}
        }
        if tokens.len() == MAX_TOKENS {
            return None;
        }
        tokens.push(Token { kind, begin: u32::try_from(begin).ok()?, end: u32::try_from(end).ok()?, n_inside: 1 });
    }
    open.is_empty().then_some(tokens)
}

/// What stands between two brackets, if these tokens are nothing else. `close` is the second.
pub(super) fn between(tokens: &[Token], close: u8) -> Option<&[Token]> {
    let first = tokens.first()?;
    let is_all = first.kind == Lexeme::Open(close) && first.n_inside() == tokens.len();
    is_all.then(|| &tokens[1..tokens.len() - 1])
}

/// The parts between commas; `None` if one is empty, but for what follows the last comma.
pub(super) fn parts(mut tokens: &[Token]) -> Option<Vec<&[Token]>> {
    let mut parts = Vec::with_capacity(8);
    while !tokens.is_empty() {
        let mut end = 0;
        while let Some(token) = tokens.get(end).filter(|token| token.kind != Lexeme::Comma) {
            end += token.n_inside();
        }
        if end == 0 {
            return None;
        }
        parts.push(&tokens[..end]);
        tokens = tokens.get(end + 1..).unwrap_or_default();
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'t>(text: &'t str, parts: &[&[Token]]) -> Vec<&'t str> {
        parts.iter().map(|part| &text[part[0].begin()..part[part.len() - 1].end()]).collect()
    }

    #[test]
    fn parts_end_at_commas_outside_of_brackets_texts_and_comments() {
        let text =
            "( a: 1, /* , */ b : (x: \"),\", y: ['(', 2]), // c: 3,\n c: r#\"\"),\"# , d: {1: [2, 3]} /* end */ )";
        let all = tokens(text).unwrap();
        let found = parts(between(&all, b')').unwrap()).unwrap();
        assert_eq!(texts(text, &found), ["a: 1", "b : (x: \"),\", y: ['(', 2])", "c: r#\"\"),\"#", "d: {1: [2, 3]}"]);
        let list = "[ Is(\"a\", 1), \"b\\\"]\" , [],]";
        let all = tokens(list).unwrap();
        let found = parts(between(&all, b']').unwrap()).unwrap();
        assert_eq!(texts(list, &found), ["Is(\"a\", 1)", "\"b\\\"]\"", "[]"]);
        assert_eq!(between(&all, b')'), None);
    }

    #[test]
    fn what_is_unusual_is_left_to_ron() {
        let deep = "[".repeat(MAX_DEPTH + 1) + &"]".repeat(MAX_DEPTH + 1);
        for text in ["[1", "(a: 1", "[(])", "1]", "(a: \"b)", "(a: 'b)", "(a: 1) /* b", "r#\"a\"", &deep] {
            assert_eq!(tokens(text), None, "{text}");
        }
        for text in ["(a: 1,, b: 2)", "(,)", "(, a: 1)"] {
            assert_eq!(parts(between(&tokens(text).unwrap(), b')').unwrap()), None, "{text}");
        }
    }
}
