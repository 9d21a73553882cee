//! A RON text as a tree that keeps what other readers drop: which name stands before a bracket, and which bracket it is.

use super::{
    lexemes::Lexeme,
    tokens::{Token, between, parts},
    tree::{Piece, RonText},
};

/// A value as RON writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RonValue {
    /// A text.
    Text(String),
    /// A name, a number, true or false, as it is written.
    Bare(String),
    /// `(field: value, …)`
    Record(Vec<(String, Self)>),
    /// `(value, …)`
    Tuple(Vec<Self>),
    /// `[value, …]`
    List(Vec<Self>),
    /// `{key: value, …}`
    Map(Vec<(Self, Self)>),
    /// `Name(…)` with what is in the brackets.
    Named(String, Box<Self>),
}

/// The record in a text as a tree; comments are not in it. `None` if the text is not well formed.
#[must_use]
pub(crate) fn ron_value(text: &str) -> Option<RonValue> {
    let source = RonText::new(text);
    source.whole().ok()?;
    let record = source.piece().record();
    let source = RonText::new(record);
    value(source.piece())
}

fn value(piece: Piece<'_>) -> Option<RonValue> {
    let tokens = piece.tokens();
    let is_named = |part: &&[Token]| matches!(part, [_, colon, _, ..] if colon.kind == Lexeme::Colon);
    if let Some(inner) = between(tokens, b')') {
        let parts = parts(inner)?;
        if !parts.is_empty() && parts.iter().all(is_named) {
            let field =
                |(name, piece): (std::borrow::Cow<'_, str>, Piece<'_>)| Some((name.into_owned(), value(piece)?));
            return piece.fields().ok()?.into_iter().map(field).collect::<Option<_>>().map(RonValue::Record);
        }
        let items = parts.into_iter().map(|part| value(piece.inside(part)));
        return items.collect::<Option<_>>().map(RonValue::Tuple);
    }
    if between(tokens, b']').is_some() {
        return piece.items().ok()?.into_iter().map(value).collect::<Option<_>>().map(RonValue::List);
    }
    if between(tokens, b'}').is_some() {
        let entry = |(key, of): (Piece<'_>, Piece<'_>)| Some((value(key)?, value(of)?));
        return piece.entries().ok()?.into_iter().map(entry).collect::<Option<_>>().map(RonValue::Map);
    }
    match tokens {
        [_] if piece.text.starts_with(['"', 'r']) && piece.string().is_ok() => piece.string().ok().map(RonValue::Text),
        [_] => Some(RonValue::Bare(piece.text.to_owned())),
        [name, rest @ ..] if between(rest, b')').is_some() => {
            let name = piece.inside(std::slice::from_ref(name)).text.to_owned();
            Some(RonValue::Named(name, Box::new(value(piece.inside(rest))?)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_brackets_and_texts_are_told_apart() {
        let text = "// head\n(kind: Dossier, a: [1, -2], d: Is(\"t\", true), n: {0: \"x\\\"y\"}, c: (\"a\", \"b\"), e: (), r: r#\"q\"#)";
        let Some(RonValue::Record(fields)) = ron_value(text) else { panic!("no record") };
        let bare = |text: &str| RonValue::Bare(text.to_owned());
        let plain = |text: &str| RonValue::Text(text.to_owned());
        let expected = [
            ("kind", bare("Dossier")),
            ("a", RonValue::List(vec![bare("1"), bare("-2")])),
            ("d", RonValue::Named("Is".to_owned(), Box::new(RonValue::Tuple(vec![plain("t"), bare("true")])))),
            ("n", RonValue::Map(vec![(bare("0"), plain("x\"y"))])),
            ("c", RonValue::Tuple(vec![plain("a"), plain("b")])),
            ("e", RonValue::Tuple(Vec::new())),
            ("r", plain("q")),
        ];
        let expected: Vec<(String, RonValue)> =
            expected.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        assert_eq!(fields, expected);
        assert_eq!(ron_value("(a: 1"), None);
    }
}
