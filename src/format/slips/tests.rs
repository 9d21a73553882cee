use super::*;

/// What is found, and the copy that is read instead.
fn mended(text: &str) -> (String, Vec<(usize, Syntax)>) {
    let Mended { text: copy, slips } = Mended::of(text).unwrap_or_else(|| panic!("nothing is found in {text}"));
    assert_eq!(copy.len(), text.len(), "{copy}");
    (copy, slips)
}

#[test]
fn every_kind_of_quotation_marks_is_found_with_what_stands_between_them() {
    for (open, close) in [
        ("“", "”"),
        ("„", "“"),
        ("”", "”"),
        ("«", "»"),
        ("»", "«"),
        ("‘", "’"),
        ("‚", "‘"),
        ("‹", "›"),
        ("「", "」"),
        ("`", "`"),
        ("“", "\""),
        ("\"", "”"),
        ("'", "'"),
    ] {
        let text = format!("(\n  title: {open}A, (b] \\ c{close},\n  author: \"x\",\n)");
        let (copy, slips) = mended(&text);
        let (open, close) = (open.chars().next().unwrap(), close.chars().next().unwrap());
        assert_eq!(slips, [(11, Syntax::Quotes { open, close, text: "A, (b] \\ c".to_owned() })], "{text}");
        assert!(copy.contains("\"A, (b] / c\"") && copy.ends_with(",\n  author: \"x\",\n)"), "{copy}");
        assert!(ron::from_str::<ron::Value>(&copy).is_ok(), "{copy}");
    }
}

#[test]
fn a_text_that_nothing_closes_ends_with_its_line() {
    let (copy, slips) = mended("(title: “Peace,\n author: “Ü,\n b: 1)");
    assert_eq!(slips.len(), 2);
    assert!(ron::from_str::<ron::Value>(&copy).is_ok(), "{copy}");
}

#[test]
fn what_stands_in_texts_and_comments_is_no_slip() {
    for text in [
        "(a: \"“x”\u{a0}–\", b: r#\"‘\"#, c: 'a', d: '\\'', /* “ */ e: 1) // \u{a0}",
        "(a: \"He said “no”,\nthen left\", b: [1, -5, 1e-5, 0x1F, Is(\"a\", 2)])",
        "(a: true, b: One, c: [One, Two], d: \"2025-01\")",
    ] {
        assert!(Mended::of(text).is_none(), "{text}");
    }
}

#[test]
fn odd_spaces_and_letters_that_look_alike_are_found_one_by_one() {
    let (copy, slips) = mended("(\u{a0}\u{a0}a:\u{3000}1，b：–2\u{200b},\u{202f}c: x\u{a0})");
    assert_eq!(copy, "(    a:   1  ,b  :  -2   ,   c: x  )");
    let kinds: Vec<String> = slips
        .iter()
        .map(|(_, slip)| match slip {
            Syntax::OddSpace { letter, n } => format!("{n}x{:x}", u32::from(*letter)),
            Syntax::Lookalike { meant, .. } => meant.to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(kinds, ["2xa0", "1x3000", ",", ":", "-", "1x200b", "1x202f", "1xa0"]);
}

#[test]
fn words_that_are_one_name_are_joined_and_lists_without_commas_are_not() {
    for (text, wanted) in [
        ("(role: Must accept,)", "(role: Must_accept,)"),
        ("(role: must-accept)", "(role: must_accept)"),
        ("(demand: At least(\"x\", 2))", "(demand: At_least(\"x\", 2))"),
        ("(as_of: 2031-05-10, a: ~2031)", "(as_of: z031_05_10, a: ~2031)"),
        ("(delay: 20 years)", "(delay: z0_years)"),
        ("(title: Freeze now // c\n)", "(title: Freeze_now // c\n)"),
    ] {
        assert_eq!(mended(text).0, wanted);
    }
    for text in ["(on: [Unnamed Leaked])", "(a: true b: 2)", "(a: Not Is(\"x\", 1))", "(a: One\n b: 2)"] {
        assert!(Mended::of(text).is_none(), "{text}");
    }
}

/// Where many marks stand that nothing closes, nobody waits.
#[test]
fn a_long_text_of_slips_is_answered() {
    let text = "“ ".repeat(200_000);
    assert!(Mended::of(&text).is_some_and(|mended| mended.slips.len() <= MAX_SLIPS));
    let text = "a ".repeat(2_000_000);
    assert!(Mended::of(&format!("({text})")).is_some());
}
