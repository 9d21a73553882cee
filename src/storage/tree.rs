//! A RON text taken apart into pieces that know where they stand.
//!
//! `ron` does all the reading. Each record, list and variant is read into raw pieces of the text; a piece's place in the
//! text is its place in the file, so that every problem can say its line and column, and one bad piece does not hide the
//! next.

use std::fmt;

use ron::{Options, error::SpannedError, extensions::Extensions, value::RawValue};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, EnumAccess, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor},
};

use super::{comments::leading_space, problem::shortened, split};

/// A piece of a RON text. Whatever is read of it is checked then; [`whole`] checks all of it at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where it begins in the whole text, in bytes.
    pub at: usize,
}

/// Why a piece could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceError {
    /// Where, in bytes from the beginning of the whole text.
    pub at: usize,
    /// What `ron` says about it.
    pub error: ron::Error,
}

/// How deeply records and lists may be nested. `ron` counts each bracket twice: as a value and as what it holds.
const MAX_NESTING: usize = 2 * MAX_DEPTH;

/// How deeply records and lists may be nested.
pub const MAX_DEPTH: usize = 64;

/// The reading rules of all our files: optional fields are written plainly.
pub fn options() -> Options {
    let mut options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.recursion_limit = Some(MAX_NESTING);
    options
}

/// A whole text as one piece, checked to be well-formed RON.
///
/// # Errors
/// The first place at which it is not.
pub fn whole(text: &str) -> Result<Piece<'_>, PieceError> {
    let piece = Piece { text, at: 0 };
    piece.read_as::<IgnoredAny>()?;
    Ok(piece)
}

impl<'a> Piece<'a> {
    /// The piece as a plain value.
    ///
    /// # Errors
    /// If it is something else.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, PieceError> {
        self.read_as()
    }

    /// The piece as a text.
    ///
    /// # Errors
    /// If it is something else.
    pub fn string(self) -> Result<String, PieceError> {
        // Most of a dossier is text without anything that would need `ron` to understand it.
        let inner = self.text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        match inner.filter(|inner| !inner.contains(['"', '\\'])) {
            Some(plain) => Ok(plain.to_owned()),
            None => self.read(),
        }
    }

    /// The fields of a record, in the order in which they stand.
    ///
    /// # Errors
    /// If it is no record.
    pub fn fields(self) -> Result<Vec<(String, Self)>, PieceError> {
        if let Some(fields) = split::fields(self.text) {
            return Ok(fields.into_iter().map(|(name, text)| (name.to_owned(), self.inside(text))).collect());
        }
        let Fields(fields) = self.read_as()?;
        Ok(fields.into_iter().map(|(name, raw)| (name, self.part(raw))).collect())
    }

    /// The entries of a list.
    ///
    /// # Errors
    /// If it is no list.
    pub fn items(self) -> Result<Vec<Self>, PieceError> {
        if let Some(items) = split::items(self.text) {
            return Ok(items.into_iter().map(|text| self.inside(text)).collect());
        }
        let items: Vec<&'a RawValue> = self.read_as()?;
        Ok(items.into_iter().map(|raw| self.part(raw)).collect())
    }

    /// The entries of a map.
    ///
    /// # Errors
    /// If it is no map.
    pub fn entries(self) -> Result<Vec<(Self, Self)>, PieceError> {
        let Entries(entries) = self.read_as()?;
        Ok(entries.into_iter().map(|(key, value)| (self.part(key), self.part(value))).collect())
    }

    /// The name of a variant and what it holds.
    ///
    /// # Errors
    /// If it is no variant.
    pub fn variant(self) -> Result<(String, Content<'a>), PieceError> {
        if let Some((name, content)) = self.split_variant() {
            return Ok((name.to_owned(), content));
        }
        let Variant(name, content) = self.read_as()?;
        let content = match content {
            RawContent::Fields(fields) => {
                Content::Fields(fields.0.into_iter().map(|(name, raw)| (name, self.part(raw))).collect())
            }
            RawContent::Items(items) => Content::Items(items.into_iter().map(|raw| self.part(raw)).collect()),
        };
        Ok((name, content))
    }

    /// The variant without `ron`, if it holds what it should.
    fn split_variant(self) -> Option<(&'a str, Content<'a>)> {
        let (name, parts) = split::variant(self.text)?;
        if WITH_FIELDS.contains(&name) {
            let fields = parts.into_iter().map(split::field).collect::<Option<Vec<_>>>()?;
            let fields = fields.into_iter().map(|(name, text)| (name.to_owned(), self.inside(text)));
            return Some((name, Content::Fields(fields.collect())));
        }
        let wanted = if WITH_ONE.contains(&name) { 1 } else { 2 };
        (parts.len() == wanted)
            .then(|| (name, Content::Items(parts.into_iter().map(|text| self.inside(text)).collect())))
    }

    /// The piece as one of a list of names.
    ///
    /// # Errors
    /// If it is something else.
    pub fn name<T: DeserializeOwned>(self) -> Result<T, PieceError> {
        let known = T::deserialize(IntoDeserializer::<ron::Error>::into_deserializer(self.text));
        known.or_else(|_unknown| self.read())
    }

    /// Its text for a message: the beginning, if it is long.
    pub fn shown(self) -> String {
        shortened(self.text.to_owned(), 40)
    }

    fn read_as<T: Deserialize<'a>>(self) -> Result<T, PieceError> {
        options().from_str(self.text).map_err(|error| self.place(&error))
    }

    fn place(self, error: &SpannedError) -> PieceError {
        let span = error.span.start;
        let line_start: usize = self.text.split_inclusive('\n').take(span.line - 1).map(str::len).sum();
        let column: usize = self.text[line_start..].chars().take(span.col - 1).map(char::len_utf8).sum();
        PieceError { at: self.at + line_start + column, error: error.code.clone() }
    }

    /// A part of this piece.
    fn inside(self, text: &'a str) -> Self {
        Self { text, at: self.at + (text.as_ptr() as usize - self.text.as_ptr() as usize) }
    }

    /// A raw piece of this piece; space and comments around it are left out.
    fn part(self, raw: &'a RawValue) -> Self {
        let offset = raw.get_ron().as_ptr() as usize - self.text.as_ptr() as usize;
        let skipped = leading_space(raw.get_ron());
        let text = raw.get_ron()[skipped..].trim_end();
        // `ron` leaves comments behind a value with it. Finding its end takes a second reading, so only where one may be.
        let may_end_in_comment = text.ends_with("*/") || text.lines().next_back().unwrap_or_default().contains("//");
        let text = if may_end_in_comment { raw.trim().get_ron() } else { text };
        Self { text, at: self.at + offset + skipped }
    }
}

/// The record that a text is, without comments around it and without attributes: what a dossier is, wherever it stands.
pub fn record(text: &str) -> &str {
    let mut record = &text[leading_space(text)..];
    while let Some((_, rest)) = record.strip_prefix("#!").and_then(|attribute| attribute.split_once(']')) {
        record = &rest[leading_space(rest)..];
    }
    RawValue::from_ron(record).map_or(record.trim_end(), |raw| raw.trim().get_ron())
}

/// What a variant holds.
pub enum Content<'a> {
    /// `Name(field: value, …)`
    Fields(Vec<(String, Piece<'a>)>),
    /// `Name(value, …)`
    Items(Vec<Piece<'a>>),
}

struct Fields<'a>(Vec<(String, &'a RawValue)>);
struct Entries<'a>(Vec<(&'a RawValue, &'a RawValue)>);
struct Variant<'a>(String, RawContent<'a>);

enum RawContent<'a> {
    Fields(Fields<'a>),
    Items(Vec<&'a RawValue>),
}

/// Variants with named fields; all others hold values in a row.
const WITH_FIELDS: [&str; 2] = ["Toggle", "Number"];

/// Variants with exactly one value.
const WITH_ONE: [&str; 4] = ["Choice", "Not", "All", "Any"];

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record `(field: value, …)`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(entry) = map.next_entry()? {
            fields.push(entry);
        }
        Ok(Fields(fields))
    }
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("", &[], FieldsVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map `{key: value, …}`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct ItemsVisitor;

impl<'de> Visitor<'de> for ItemsVisitor {
    type Value = Vec<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("values in brackets")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(items)
    }
}

struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(NameVisitor)
    }
}

struct NameVisitor;

impl Visitor<'_> for NameVisitor {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(Name(name.to_owned()))
    }
}

struct VariantVisitor;

impl<'de> Visitor<'de> for VariantVisitor {
    type Value = Variant<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name with brackets, such as `Is(\"term\", value)`")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
        let (Name(name), access) = data.variant()?;
        let content = if WITH_FIELDS.contains(&name.as_str()) {
            RawContent::Fields(access.struct_variant(&[], FieldsVisitor)?)
        } else if WITH_ONE.contains(&name.as_str()) {
            RawContent::Items(vec![access.newtype_variant()?])
        } else {
            RawContent::Items(access.tuple_variant(2, ItemsVisitor)?)
        };
        Ok(Variant(name, content))
    }
}

impl<'de> Deserialize<'de> for Variant<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("", &[], VariantVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_knows_where_it_stands() {
        let text = "// head\n(\n  a: 1, // one\n  b: /* two */ \"x\",\n  c: [Is(\"t\", true), Not(All([]))],\n)";
        let fields = whole(text).unwrap().fields().unwrap();
        for (_, piece) in &fields {
            assert_eq!(&text[piece.at..piece.at + piece.text.len()], piece.text);
        }
        assert_eq!(fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(fields[1].1.read::<String>().unwrap(), "x");
        let items = fields[2].1.items().unwrap();
        let (name, Content::Items(values)) = items[0].variant().unwrap() else { panic!() };
        assert_eq!((name.as_str(), values[0].text, values[1].text), ("Is", "\"t\"", "true"));
        let (name, Content::Items(values)) = items[1].variant().unwrap() else { panic!() };
        assert_eq!((name.as_str(), values[0].text), ("Not", "All([])"));
    }

    #[test]
    fn variants_with_fields_and_maps() {
        let text = "(v: Number(from: 0, names: {0: \"Now\"}), e: Choice([(id: \"a\")]))";
        let fields = whole(text).unwrap().fields().unwrap();
        let (name, Content::Fields(inner)) = fields[0].1.variant().unwrap() else { panic!() };
        assert_eq!((name.as_str(), inner.len()), ("Number", 2));
        let entries = inner[1].1.entries().unwrap();
        assert_eq!((entries[0].0.text, entries[0].1.text), ("0", "\"Now\""));
        let (name, Content::Items(values)) = fields[1].1.variant().unwrap() else { panic!() };
        assert_eq!((name.as_str(), values[0].items().unwrap().len()), ("Choice", 1));
    }

    #[test]
    fn an_error_names_its_place_in_the_whole_text() {
        let text = "(\n a: 1,\n b: [1, \"\u{e9}\" 2],\n)";
        let error = whole(text).unwrap_err();
        assert_eq!(&text[error.at..=error.at], "2");
        let fields = whole("(\n a: (x: true))").unwrap().fields().unwrap();
        let error = fields[0].1.fields().unwrap()[0].1.read::<String>().unwrap_err();
        assert!((10..=14).contains(&error.at), "{error:?}");
    }
}
