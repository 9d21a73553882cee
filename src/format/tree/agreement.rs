//! Taking a text apart by its tokens and leaving it to `ron` come to the same, for whatever a file may hold.

use std::borrow::Cow;

use proptest::prelude::*;
use serde::de::IgnoredAny;

use super::{Content, Field, Piece, RonText};

/// Values of every kind that RON knows, some of which only look like brackets, commas or comments.
const VALUES: [&str; 46] = [
    "\"a\"",
    "\"\"",
    "\"a, (b\"",
    "\"// a\"",
    "\"\u{e9}\u{4e2d}\"",
    "\"\\\"\"",
    "\"\\\\\"",
    "\"\\n\\t\\x41\\u{e9}\"",
    "\"two\nlines\"",
    "\"one \\\n   line\"",
    "r\"a\\\"",
    "r#\"a\"b\"#",
    "r##\"\"#)\"##",
    "b\"a\\\"\"",
    "br#\"a\"#",
    "'a'",
    "'\\''",
    "'''",
    "'\"'",
    "'('",
    "'\u{e9}'",
    "'\\u{41}'",
    "b'a'",
    "0",
    "-5",
    "+3",
    "1_000",
    "0x1F",
    "0b10",
    "0o17",
    "1u8",
    "-0xFFi32",
    "1.5",
    "-1.5e-3",
    ".5",
    "inf",
    "NaN",
    "99999999999999999999",
    "true",
    "false",
    "None",
    "Some(1)",
    "Unit",
    "r#type",
    "()",
    "Some((a: 1))",
];

/// Names of fields and variants.
const NAMES: [&str; 9] = ["a", "b_2", "r", "br", "Is", "Not", "Toggle", "r#type", "\u{e9}"];

/// What stands between the parts.
const SPACE: [&str; 10] =
    ["", "", "", " ", "\n", "\t\r\n", "/* a, ( \" */", "// a) \"\n", "\u{200E}\u{85}", " /* /* */ */ "];

/// What is put somewhere to break a text, or only seems to.
const SLIPS: [&str; 30] = [
    "", ",", "(", ")", "[", "]", "{", "}", ":", "\"", "'", "\\", "/", "//", "/*", "*/", "#", "r", "b", "r#\"", "\"#",
    "1", "a", ".", "-", "\n", "\u{a0}", "\u{2003}", "\u{200E}", "\u{feff}",
];

fn space() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&SPACE[..])
}

/// Texts that are as a rule RON.
fn value() -> impl Strategy<Value = String> {
    let name = || prop::sample::select(&NAMES[..]);
    prop::sample::select(&VALUES[..]).prop_map(str::to_owned).prop_recursive(4, 24, 4, move |inner| {
        let spaced = (space(), inner, space()).prop_map(|(before, value, after)| format!("{before}{value}{after}"));
        let spaced = spaced.boxed();
        let named = (space(), name(), space(), spaced.clone())
            .prop_map(|(before, name, after, value)| format!("{before}{name}{after}:{value}"));
        let named = named.boxed();
        let entry = (spaced.clone(), spaced.clone()).prop_map(|(key, value)| format!("{key}:{value}"));
        let list = |item: BoxedStrategy<String>| {
            (prop::collection::vec(item, 0..4), any::<bool>())
                .prop_map(|(items, trailing)| items.join(",") + if trailing && !items.is_empty() { "," } else { "" })
        };
        prop_oneof![
            (list(spaced.clone()), space()).prop_map(|(items, end)| format!("[{items}{end}]")),
            (list(named.clone()), space()).prop_map(|(fields, end)| format!("({fields}{end})")),
            list(spaced.clone()).prop_map(|items| format!("({items})")),
            list(entry.boxed()).prop_map(|entries| format!("{{{entries}}}")),
            (name(), space(), list(spaced)).prop_map(|(name, gap, items)| format!("{name}{gap}({items})")),
            (name(), list(named)).prop_map(|(name, fields)| format!("{name}({fields})")),
        ]
    })
}

/// The text with something put in place of some of its letters.
fn slipped(text: &str, slips: &[(prop::sample::Index, usize, &str)]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, length, slip) in slips {
        let begin = place.index(letters.len() + 1);
        let end = (begin + length).min(letters.len());
        letters.splice(begin..end, slip.chars());
    }
    letters.into_iter().collect()
}

/// The parts of a piece, if it has some; the name of a variant stands before them as a part without a text.
fn parts(piece: Piece<'_>) -> Vec<Field<'_>> {
    let unnamed = |part| (Cow::Borrowed(""), part);
    if let Ok(fields) = piece.fields() {
        return fields;
    }
    if let Ok(items) = piece.items() {
        return items.into_iter().map(unnamed).collect();
    }
    if let Ok(entries) = piece.entries() {
        return entries.into_iter().flat_map(|(key, value)| [unnamed(key), unnamed(value)]).collect();
    }
    // `Some` and the like are variants for `ron` only where they are asked for.
    let variant = piece.variant().ok().filter(|(name, _)| NAMES.contains(&&**name));
    let Some((name, content)) = variant else { return Vec::new() };
    let parts = match content {
        Content::Fields(fields) => fields,
        Content::Items(items) => items.into_iter().map(unnamed).collect(),
    };
    std::iter::once((name, Piece { text: "", ..piece })).chain(parts).collect()
}

/// True if `ron` can read each piece that is taken for a single value.
fn is_read_in_pieces(piece: Piece<'_>) -> bool {
    let is_empty =
        |piece: Piece<'_>| [piece.fields().is_ok(), piece.items().is_ok(), piece.entries().is_ok()].contains(&true);
    let parts = parts(piece);
    if parts.is_empty() {
        return is_empty(piece) || piece.read_as::<IgnoredAny>().is_ok();
    }
    parts.iter().all(|(_, part)| part.text.is_empty() || is_read_in_pieces(*part))
}

fn shown<'p>(parts: &'p [Field<'_>]) -> Vec<(&'p str, &'p str, usize)> {
    parts.iter().map(|(name, piece)| (&**name, piece.text, piece.at)).collect()
}

/// Both ways give the same names, texts, values and places, at every depth.
fn assert_same(by_tokens: Piece<'_>, by_ron: Piece<'_>) {
    let (left, right) = (parts(by_tokens), parts(by_ron));
    if right.is_empty() && by_ron.text.contains("Some") {
        // `ron` reads `Some 1` as a value, and not inside of a list.
        return;
    }
    assert_eq!(shown(&left), shown(&right), "{}", by_ron.text);
    assert_eq!(by_tokens.string(), by_ron.string(), "{}", by_ron.text);
    for ((_, left), (_, right)) in left.into_iter().zip(right).filter(|((_, left), _)| !left.text.is_empty()) {
        assert_same(left, right);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_find_what_ron_finds(
        around in (space(), value(), space()),
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3, prop::sample::select(&SLIPS[..])), 0..3),
    ) {
        let text = slipped(&format!("{}{}{}", around.0, around.1, around.2), &slips);
        let source = RonText::new(&text);
        let is_ron = source.whole().is_ok();
        if is_ron {
            let by_ron = RonText { text: &text, tokens: None };
            assert_same(source.piece(), by_ron.piece());
        }
        if source.is_closed() {
            prop_assert_eq!(is_read_in_pieces(source.piece()), is_ron, "{}", text);
        }
    }
}

#[test]
fn both_refuse_the_same_depth() {
    for (open, close) in [("[", "]"), ("(", ")"), ("(a: ", ")"), ("Not(", ")"), ("{0: ", "}"), ("[All([", "])]")] {
        for levels in 1..80 {
            let text = format!("{}1{}", open.repeat(levels), close.repeat(levels));
            let source = RonText::new(&text);
            assert_eq!(source.is_closed(), source.whole().is_ok(), "{levels} times {open}");
        }
    }
}
