//! A RON text taken apart into pieces that know where they stand.
//!
//! Records, lists, maps and variants are taken apart by their tokens where they are written as usual; `ron` does the rest
//! and all that is a value. A piece's place in the text is its place in the file, so that every problem can say its line
//! and column, and one bad piece does not hide the next.

use std::{borrow::Cow, ops::Range};

use ron::{Options, error::SpannedError, extensions::Extensions, value::RawValue};
use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny, IntoDeserializer},
};

use super::{
    lexemes::{Lexeme, leading_space},
    limits::MAX_DEPTH,
    raw::{Entries, Fields, RawContent, Variant, Variants},
    tokens::{Token, between, parts, tokens},
};

/// A text and its tokens.
pub(super) struct RonText<'a> {
    text: &'a str,
    tokens: Option<Vec<Token>>,
}

/// A piece of a RON text. Whatever is read of it is checked then; [`RonText::whole`] checks all of it at once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where it begins in the whole text, in bytes.
    pub at: usize,
    /// Its tokens; none if they are not known.
    tokens: &'a [Token],
}

/// A field of a record.
pub(super) type Field<'a> = (Cow<'a, str>, Piece<'a>);

/// Why a piece could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PieceError {
    /// Where, in bytes from the beginning of the whole text.
    pub at: usize,
    /// All of the piece, in the same bytes.
    pub piece: Range<usize>,
    /// What `ron` says about it.
    pub error: ron::Error,
}

/// How deeply records and lists may be nested. `ron` counts each bracket twice: as a value and as what it holds.
const MAX_NESTING: usize = 2 * MAX_DEPTH;

/// The reading rules of all our files: optional fields are written plainly.
pub(crate) fn options() -> Options {
    let mut options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.recursion_limit = Some(MAX_NESTING);
    options
}

impl<'a> RonText<'a> {
    /// Finds the tokens of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, tokens: tokens(text) }
    }

    /// True if its brackets match, are nested as deeply as is allowed at most, and nothing is left open.
    pub(super) fn is_closed(&self) -> bool {
        self.tokens.is_some()
    }

    /// The whole text as one piece.
    pub(super) fn piece(&self) -> Piece<'_> {
        Piece { text: self.text, at: 0, tokens: self.tokens.as_deref().unwrap_or_default() }
    }

    /// The whole text as one piece, checked by `ron` to be well-formed.
    ///
    /// # Errors
    /// The first place at which it is not.
    pub(super) fn whole(&self) -> Result<Piece<'_>, PieceError> {
        let piece = self.piece();
        piece.read_as::<IgnoredAny>()?;
        Ok(piece)
    }
}

impl<'a> Piece<'a> {
    /// Its tokens; none if they are not known.
    pub(super) fn tokens(self) -> &'a [Token] {
        self.tokens
    }

    /// The piece as a plain value.
    ///
    /// # Errors
    /// If it is something else.
    pub(super) fn read<T: DeserializeOwned>(self) -> Result<T, PieceError> {
        self.read_as()
    }

    /// The piece as a text.
    ///
    /// # Errors
    /// If it is something else.
    pub(super) fn string(self) -> Result<String, PieceError> {
        self.words().map(Cow::into_owned)
    }

    /// The piece as a text, copied only where it is not written as it is read.
    ///
    /// # Errors
    /// If it is something else.
    pub(super) fn words(self) -> Result<Cow<'a, str>, PieceError> {
        // Most of a dossier is text without anything that would need `ron` to understand it.
        match self.tokens {
            [token] if token.kind == Lexeme::Plain => {
                let quoted = self.token(*token);
                Ok(Cow::Borrowed(&quoted[1..quoted.len() - 1]))
            }
            _ => self.read().map(Cow::Owned),
        }
    }

    /// The fields of a record, in the order in which they stand.
    ///
    /// # Errors
    /// If it is no record.
    pub(super) fn fields(self) -> Result<Vec<Field<'a>>, PieceError> {
        let split = between(self.tokens, b')').and_then(parts);
        if let Some(fields) = split.and_then(|parts| self.fields_of(&parts)) {
            return Ok(fields);
        }
        let Fields(fields) = self.read_as()?;
        Ok(fields.into_iter().map(|(name, raw)| (Cow::Owned(name), self.part(raw))).collect())
    }

    /// The entries of a list.
    ///
    /// # Errors
    /// If it is no list.
    pub(super) fn items(self) -> Result<Vec<Self>, PieceError> {
        if let Some(items) = between(self.tokens, b']').and_then(parts) {
            return Ok(items.into_iter().map(|part| self.inside(part)).collect());
        }
        let items: Vec<&'a RawValue> = self.read_as()?;
        Ok(items.into_iter().map(|raw| self.part(raw)).collect())
    }

    /// The entries of a map.
    ///
    /// # Errors
    /// If it is no map.
    pub(super) fn entries(self) -> Result<Vec<(Self, Self)>, PieceError> {
        let split = between(self.tokens, b'}').and_then(parts);
        if let Some(entries) = split.and_then(|parts| parts.into_iter().map(|part| self.entry(part)).collect()) {
            return Ok(entries);
        }
        let Entries(entries) = self.read_as()?;
        Ok(entries.into_iter().map(|(key, value)| (self.part(key), self.part(value))).collect())
    }

    /// The name of a variant and what it holds, where these may stand.
    ///
    /// # Errors
    /// If it is no variant.
    pub(super) fn variant(self, known: Variants) -> Result<(Cow<'a, str>, Content<'a>), PieceError> {
        if let Some((name, content)) = self.split_variant(known) {
            return Ok((Cow::Borrowed(name), content));
        }
        let Variant(name, content) = options().from_str_seed(self.text, known).map_err(|error| self.place(&error))?;
        let content = match content {
            RawContent::Fields(fields) => {
                Content::Fields(fields.0.into_iter().map(|(name, raw)| (Cow::Owned(name), self.part(raw))).collect())
            }
            RawContent::Items(items) => Content::Items(items.into_iter().map(|raw| self.part(raw)).collect()),
        };
        Ok((Cow::Owned(name), content))
    }

    /// The variant without `ron`, if it holds what it should.
    fn split_variant(self, known: Variants) -> Option<(&'a str, Content<'a>)> {
        let (name, rest) = self.tokens.split_first()?;
        let name = self.name_of(*name).filter(|_| rest.first().is_some_and(|open| open.begin() == name.end()))?;
        Some((name, self.content_of(name, known)?))
    }

    /// The name in front of the brackets of a variant.
    pub(super) fn variant_name(self) -> Option<&'a str> {
        let (name, rest) = self.tokens.split_first()?;
        self.name_of(*name).filter(|_| between(rest, b')').is_some())
    }

    /// What the piece holds as a variant of this name, whatever name it has.
    pub(super) fn content_of(self, name: &str, known: Variants) -> Option<Content<'a>> {
        let parts = parts(between(self.tokens.get(1..)?, b')')?)?;
        if known.with_fields.contains(&name) {
            return self.fields_of(&parts).map(Content::Fields);
        }
        let wanted = if known.with_one.contains(&name) { 1 } else { 2 };
        let is_field = |part: &&[Token]| part.get(1).is_some_and(|token| token.kind == Lexeme::Colon);
        let items = || parts.iter().map(|part| self.inside(part)).collect();
        (parts.len() == wanted && !parts.iter().any(is_field)).then(|| Content::Items(items()))
    }

    /// The piece as one of a list of names.
    ///
    /// # Errors
    /// If it is something else.
    pub(super) fn name<T: DeserializeOwned>(self) -> Result<T, PieceError> {
        let known = T::deserialize(IntoDeserializer::<ron::Error>::into_deserializer(self.text));
        known.or_else(|_unknown| self.read())
    }

    fn read_as<T: Deserialize<'a>>(self) -> Result<T, PieceError> {
        options().from_str(self.text).map_err(|error| self.place(&error)).map_err(|error| match error.error {
            // `ron` reads the whole number in front of the point and stumbles over the rest.
            ron::Error::TrailingCharacters if self.text.parse::<f64>().is_ok() => {
                PieceError { at: self.at, piece: self.bytes(), error: ron::Error::ExpectedInteger }
            }
            _ => error,
        })
    }

    fn place(self, error: &SpannedError) -> PieceError {
        let span = error.span.start;
        let line_start: usize = self.text.split_inclusive('\n').take(span.line - 1).map(str::len).sum();
        let column: usize = self.text[line_start..].chars().take(span.col - 1).map(char::len_utf8).sum();
        PieceError { at: self.at + line_start + column, piece: self.bytes(), error: error.code.clone() }
    }

    /// Where it stands in the whole text.
    pub(super) fn bytes(self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// What stands in `Some(…)`, if the piece is that.
    pub(super) fn in_some(self) -> Option<Self> {
        let (name, rest) = self.tokens.split_first().filter(|(name, _)| name.kind == Lexeme::Other)?;
        if rest.is_empty() || self.token(*name) != "Some" {
            return None;
        }
        match parts(between(rest, b')')?)?.as_slice() {
            [part] => Some(self.inside(part)),
            _ => None,
        }
    }

    /// The fields of this piece, if each part is one.
    fn fields_of(self, parts: &[&'a [Token]]) -> Option<Vec<Field<'a>>> {
        // Collected as an `Option` the list would grow by doubling, since none might be needed.
        let mut fields = Vec::with_capacity(parts.len());
        for part in parts {
            fields.push(self.field(part)?);
        }
        Some(fields)
    }

    /// A field of this piece: a name, a colon and a value.
    fn field(self, part: &'a [Token]) -> Option<Field<'a>> {
        let [name, colon, value @ ..] = part else { return None };
        let is_field = colon.kind == Lexeme::Colon && !value.is_empty();
        self.name_of(*name).filter(|_| is_field).map(|name| (Cow::Borrowed(name), self.inside(value)))
    }

    /// An entry of this piece: a key that is a single token, a colon and a value.
    fn entry(self, part: &'a [Token]) -> Option<(Self, Self)> {
        let [_, colon, value @ ..] = part else { return None };
        let is_entry = colon.kind == Lexeme::Colon && !value.is_empty();
        is_entry.then(|| (self.inside(&part[..1]), self.inside(value)))
    }

    /// The name that a token is, if it is a plain one.
    fn name_of(self, token: Token) -> Option<&'a str> {
        let is_name = |name: &str| {
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                && !name.as_bytes()[0].is_ascii_digit()
        };
        Some(self.token(token)).filter(|name| token.kind == Lexeme::Other && is_name(name))
    }

    fn token(self, token: Token) -> &'a str {
        &self.text[token.begin() - self.at..token.end() - self.at]
    }

    /// The piece that some of the tokens make, of which there must be one.
    pub(super) fn inside(self, tokens: &'a [Token]) -> Self {
        let (at, end) = (tokens[0].begin(), tokens[tokens.len() - 1].end());
        Self { text: &self.text[at - self.at..end - self.at], at, tokens }
    }

    /// A raw piece of this piece; space and comments around it are left out.
    fn part(self, raw: &'a RawValue) -> Self {
        let text = raw.trim().get_ron();
        let at = self.at + (text.as_ptr() as usize - self.text.as_ptr() as usize);
        let first = self.tokens.partition_point(|token| token.begin() < at);
        let n_tokens = self.tokens[first..].partition_point(|token| token.end() <= at + text.len());
        Self { text, at, tokens: &self.tokens[first..first + n_tokens] }
    }

    /// The record that the piece is, without comments around it and without attributes: what a dossier is, wherever it
    /// stands.
    pub(super) fn record(self) -> &'a str {
        if between(self.tokens, b')').is_some() {
            return self.inside(self.tokens).text;
        }
        let mut record = &self.text[leading_space(self.text)..];
        while let Some((_, rest)) = record.strip_prefix("#!").and_then(|attribute| attribute.split_once(']')) {
            record = &rest[leading_space(rest)..];
        }
        RawValue::from_ron(record).map_or(record.trim_end(), |raw| raw.trim().get_ron())
    }
}

/// What a variant holds.
pub(super) enum Content<'a> {
    /// `Name(field: value, …)`
    Fields(Vec<Field<'a>>),
    /// `Name(value, …)`
    Items(Vec<Piece<'a>>),
}

#[cfg(test)]
mod agreement;

#[cfg(test)]
mod tests {
    use super::{super::variants::VARIANTS, *};

    #[test]
    fn every_piece_knows_where_it_stands() {
        let text = "// head\n(\n  a: 1, // one\n  b: /* two */ \"x\",\n  c: [Is(\"t\", true), Not(All([]))],\n)";
        let source = RonText::new(text);
        let fields = source.whole().unwrap().fields().unwrap();
        for (_, piece) in &fields {
            assert_eq!(&text[piece.at..piece.at + piece.text.len()], piece.text);
        }
        assert_eq!(fields.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(fields[1].1.read::<String>().unwrap(), "x");
        let items = fields[2].1.items().unwrap();
        let (name, Content::Items(values)) = items[0].variant(VARIANTS).unwrap() else { panic!() };
        assert_eq!((&*name, values[0].text, values[1].text), ("Is", "\"t\"", "true"));
        let (name, Content::Items(values)) = items[1].variant(VARIANTS).unwrap() else { panic!() };
        assert_eq!((&*name, values[0].text), ("Not", "All([])"));
    }

    #[test]
    fn variants_with_fields_and_maps() {
        let text = "(v: Number(from: 0, names: {0: \"Now\"}), e: Choice([(id: \"a\")]))";
        let source = RonText::new(text);
        let fields = source.whole().unwrap().fields().unwrap();
        let (name, Content::Fields(inner)) = fields[0].1.variant(VARIANTS).unwrap() else { panic!() };
        assert_eq!((&*name, inner.len()), ("Number", 2));
        let entries = inner[1].1.entries().unwrap();
        assert_eq!((entries[0].0.text, entries[0].1.text), ("0", "\"Now\""));
        let (name, Content::Items(values)) = fields[1].1.variant(VARIANTS).unwrap() else { panic!() };
        assert_eq!((&*name, values[0].items().unwrap().len()), ("Choice", 1));
    }

    #[test]
    fn an_error_names_its_place_in_the_whole_text() {
        let text = "(\n a: 1,\n b: [1, \"\u{e9}\" 2],\n)";
        let error = RonText::new(text).whole().unwrap_err();
        assert_eq!(&text[error.at..=error.at], "2");
        let source = RonText::new("(\n a: (x: true))");
        let fields = source.whole().unwrap().fields().unwrap();
        let error = fields[0].1.fields().unwrap()[0].1.read::<String>().unwrap_err();
        assert!((10..=14).contains(&error.at), "{error:?}");
    }
}
