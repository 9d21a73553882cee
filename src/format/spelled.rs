//! What was meant by a name, a number or a yes that is written in another way than here.

use std::fmt::Debug;

use ron::Error;
use serde::de::{DeserializeOwned, IntoDeserializer as _};

use crate::domain::{Syntax, Term, TermKind, TermValue, ValueIx};

/// A piece is quoted up to here.
const MAX_SHOWN: usize = 40;

/// What means yes and no.
const YES: [&str; 8] = ["true", "yes", "on", "1", "y", "t", "ja", "oui"];
const NO: [&str; 8] = ["false", "no", "off", "0", "n", "f", "nein", "non"];

/// The name of a variant.
pub(super) fn named(variant: &impl Debug) -> String {
    format!("{variant:?}")
}

/// Letters and digits alone, in small letters: "Must accept", `must-accept` and `MustAccept` are the same.
fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// True if two names differ in case, spaces, hyphens and quotation marks at most.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    bare(one).eq(bare(other))
}

/// Its beginning, if it is long, on one line.
pub(super) fn shown(written: &str) -> String {
    let line = written.lines().next().unwrap_or_default();
    match line.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.len() < written.len() => format!("{line}…"),
        None => line.to_owned(),
    }
}

/// The text without the quotation marks around it.
fn unquoted(written: &str) -> &str {
    let inner = |mark: char| written.strip_prefix(mark)?.strip_suffix(mark);
    inner('"').or_else(|| inner('\'')).unwrap_or(written)
}

fn spelled(found: &str, meant: impl Into<String>) -> Syntax {
    Syntax::Spelled { found: shown(found), meant: meant.into() }
}

/// What is wrong with a piece that `ron` could not read, by what is written there; `None` if `ron` says it well.
pub(super) fn slip(error: &Error, written: &str) -> Option<Syntax> {
    if matches!(written, "None" | "null" | "nil") {
        return Some(Syntax::Nothing(written.to_owned()));
    }
    match error {
        Error::ExpectedBoolean => boolean(written).map(|meant| spelled(written, meant.to_string())),
        Error::ExpectedInteger | Error::TrailingCharacters => number(written),
        Error::NoSuchEnumVariant { expected, .. } => of_names(expected, written),
        _ => None,
    }
}

/// A name that is written in another way.
fn of_names(names: &[&'static str], written: &str) -> Option<Syntax> {
    let meant = names.iter().find(|name| is_same(name, written) && **name != written)?;
    Some(spelled(written, *meant))
}

/// What is wrong with a piece that is none of the names that `T` knows.
pub(super) fn wrong_name<T: DeserializeOwned>(written: &str) -> Option<Syntax> {
    let name = unquoted(written);
    let known: Result<T, Error> = T::deserialize(name.into_deserializer());
    match known {
        Ok(_) if name != written => Some(spelled(written, name)),
        Err(Error::NoSuchEnumVariant { expected, .. }) => Some(
            of_names(expected, written)
                .unwrap_or_else(|| Syntax::Name { found: shown(name), expected: expected.to_vec() }),
        ),
        _ => None,
    }
}

fn boolean(written: &str) -> Option<bool> {
    let plain = unquoted(written).trim();
    let is_in = |words: [&str; 8]| words.iter().any(|word| plain.eq_ignore_ascii_case(word));
    if is_in(YES) { Some(true) } else { is_in(NO).then_some(false) }
}

/// A whole number with a decimal point, in quotation marks or with its unit.
pub(super) fn number(written: &str) -> Option<Syntax> {
    let plain = unquoted(written).trim();
    if let Ok(whole) = plain.parse::<i64>() {
        let whole = whole.to_string();
        return (whole != written).then(|| spelled(written, whole));
    }
    if let Some(value) = plain.parse::<f64>().ok().filter(|value| value.is_finite()) {
        let meant = (value.fract() == 0.0).then(|| format!("{value:.0}"));
        return Some(Syntax::Point { found: shown(written), meant: meant.filter(|meant| meant.len() <= 10) });
    }
    let digits = plain.bytes().take_while(u8::is_ascii_digit).count();
    let unit = &plain[digits..];
    let is_unit =
        digits > 0 && unit.trim_start().starts_with(char::is_alphabetic) && !unit.starts_with(char::is_alphabetic);
    is_unit.then(|| spelled(written, &plain[..digits]))
}

/// The value of a term that is meant by its name, by yes or no, or by a number that is written in another way.
#[must_use]
pub(crate) fn value_meant(term: &Term, written: &str) -> Option<ValueIx> {
    let plain = unquoted(written).trim();
    let number = plain.parse::<f64>().ok();
    let is_meant = |name: &String| number.is_none() && !name.is_empty() && is_same(name, plain);
    let by_name = || {
        let names = |value: &TermValue| [&value.id, &value.name, &value.long_name].into_iter().any(is_meant);
        term.values.iter().position(names)
    };
    let toggle = || {
        let meant = boolean(plain).filter(|_| term.kind == TermKind::Toggle)?.to_string();
        term.values.iter().position(|value| value.id == meant)
    };
    let whole = || {
        let is_meant = |known: i32| number.is_some_and(|number| (number - f64::from(known)).abs() < f64::EPSILON);
        term.values.iter().position(|known| known.number.is_some_and(is_meant))
    };
    toggle().or_else(whole).or_else(by_name).map(ValueIx::at)
}

/// How the value of a term is written that was meant, as it stands in a file.
pub(super) fn written_value(term: &Term, written: &str) -> Option<String> {
    let value = &term.values[value_meant(term, written)?.get()];
    let is_bare = term.kind == TermKind::Toggle || value.number.is_some();
    let meant = if is_bare { value.id.clone() } else { super::ron_writer::text(&value.id) };
    (meant != written).then_some(meant)
}
