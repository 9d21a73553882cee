//! Records, maps and variants as `ron` reads them: into texts that are read later.

use std::fmt;

use ron::value::RawValue;
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor},
};

/// The fields of a record.
pub(super) struct Fields<'a>(pub Vec<(String, &'a RawValue)>);

/// The entries of a map.
pub(super) struct Entries<'a>(pub Vec<(&'a RawValue, &'a RawValue)>);

/// The name of a variant and what it holds.
pub(super) struct Variant<'a>(pub String, pub RawContent<'a>);

/// What a variant holds.
pub(super) enum RawContent<'a> {
    /// `Name(field: value, …)`
    Fields(Fields<'a>),
    /// `Name(value, …)`
    Items(Vec<&'a RawValue>),
}

/// What variants hold, by their names; those in neither list hold two values in a row.
#[derive(Clone, Copy)]
pub(super) struct Variants {
    /// Those with named fields.
    pub with_fields: &'static [&'static str],
    /// Those with exactly one value.
    pub with_one: &'static [&'static str],
}

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

struct VariantVisitor(Variants);

impl<'de> Visitor<'de> for VariantVisitor {
    type Value = Variant<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name with brackets, such as `Is(\"term\", value)`")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
        let (Name(name), access) = data.variant()?;
        let content = if self.0.with_fields.contains(&name.as_str()) {
            RawContent::Fields(access.struct_variant(&[], FieldsVisitor)?)
        } else if self.0.with_one.contains(&name.as_str()) {
            RawContent::Items(vec![access.newtype_variant()?])
        } else {
            RawContent::Items(access.tuple_variant(2, ItemsVisitor)?)
        };
        Ok(Variant(name, content))
    }
}

impl<'de> DeserializeSeed<'de> for Variants {
    type Value = Variant<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_enum("", &[], VariantVisitor(self))
    }
}
