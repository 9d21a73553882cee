//! Slips of the keyboard and of other habits: all of them are told at once, each with its place, what it is and how it is
//! written; nothing is proposed that stands there already.

use peace_plan_explorer::{
    domain::Finding,
    format::{read_dossier, read_whole},
    wording::{problem, problem_text},
};

use crate::support::{
    TRIAL, changed, lines, not_opened, read_plan, refused_dossier, refused_plan, valley_folder, valley_text,
};

/// A slip in a dossier, and how it is told behind its place.
const IN_A_DOSSIER: [(&str, &str, &str); 27] = [
    ("role: Outside", "role: Must accept", "\"Must accept\" is spelled in another way here. Write MustAccept"),
    ("role: Outside", "role: must-accept", "\"must-accept\" is spelled in another way here. Write MustAccept"),
    ("role: Outside", "role: MUST_ACCEPT", "\"MUST_ACCEPT\" is spelled in another way here. Write MustAccept"),
    ("role: Outside", "role: \"Must accept\"", "\"Must accept\" is spelled in another way here. Write MustAccept"),
    ("role: Outside", "role: \"Outside\"", "\"Outside\" stands in quotation marks. Write Outside without them"),
    ("role: Outside", "role: Out there", "\"Out there\" means nothing here. Write MustAccept, Affected or Outside"),
    ("role: Outside", "role: Some(Outside)", "`Some` stands around a value. Write Outside alone"),
    ("role: Outside", "role: None", "\"None\" means nothing here. Write MustAccept, Affected or Outside"),
    ("version: 1", "version: 1.0", "1.0 is written with a decimal point. Write 1"),
    ("version: 1", "version: \"1\"", "\"1\" stands in quotation marks. Write 1 without them"),
    ("version: 1", "version: 1.5", "1.5 is not a whole number. Write a whole number"),
    ("from: 0, to: 20", "from: 0, to: 20.0", "20.0 is written with a decimal point. Write 20"),
    ("from: 0, to: 20", "from: 0, to: 20 years", "\"20 years\" is spelled in another way here. Write 20"),
    ("fictional: true", "fictional: yes", "\"yes\" is spelled in another way here. Write true"),
    ("fictional: true", "fictional: \"No\"", "\"No\" is spelled in another way here. Write false"),
    ("fictional: true", "fictional: 1", "\"1\" is spelled in another way here. Write true"),
    ("fictional: true", "fictional: True", "\"True\" is spelled in another way here. Write true"),
    (
        "title: \"The valley\"",
        "title: “The valley”",
        "the quotation marks “ ” are not straight double ones. Write \"The valley\"",
    ),
    (
        "title: \"The valley\"",
        "title: 'The valley'",
        "the quotation mark ' is not a straight double one. Write \"The valley\"",
    ),
    (
        "title: \"The valley\"",
        "title: Some(\"The valley\")",
        "`Some` stands around a value. Write \"The valley\" alone",
    ),
    (
        "title: \"The valley\"",
        "title:\u{a0}\"The valley\"",
        "a no-break space (U+00A0) stands here. Write an ordinary space",
    ),
    ("title: \"The valley\",", "title: \"The valley\"，", "the letter \"，\" (U+FF0C) is not a plain \",\". Write ,"),
    ("title: \"The valley\"", "title: The valley", "expected a text. Write a text in quotation marks"),
    (
        "as_of: \"2031-05-10\"",
        "as_of: 2031-05-10",
        "expected a text. Write a date in quotation marks, such as \"2025-01-13\"",
    ),
    ("values: Toggle(yes", "values: toggle(yes", "\"toggle\" is spelled in another way here. Write Toggle"),
    ("values: Choice(", "values: CHOICE(", "\"CHOICE\" is spelled in another way here. Write Choice"),
    ("values: Number(from", "values: Number (from", ""),
];

/// A slip in a demand, and how it is told.
const IN_A_DEMAND: [(&str, &str); 15] = [
    ("Is(\"freeze\", \"no\")", "the term \"freeze\" has no value \"no\". Write false"),
    ("Is(\"freeze\", no)", "the term \"freeze\" has no value no. Write false"),
    ("Is(\"freeze\", on)", "the term \"freeze\" has no value on. Write true"),
    ("Is(\"freeze\", Off)", "the term \"freeze\" has no value Off. Write false"),
    ("Is(\"freeze\", 1)", "the term \"freeze\" has no value 1. Write true"),
    ("Is(\"freeze\", \"0\")", "the term \"freeze\" has no value \"0\". Write false"),
    ("Is(\"freeze\", \"Freeze now\")", "the term \"freeze\" has no value \"Freeze now\". Write true"),
    ("Is(\"delay\", 20.0)", "the term \"delay\" has no value 20.0. Write 20"),
    ("Is(\"delay\", 20 years)", "the term \"delay\" has no value 20 years. Write 20"),
    ("Is(\"delay\", Never)", "the term \"delay\" has no value Never. Write \"never\""),
    ("Is(\"delay\", Some(20))", "`Some` stands around a value. Write 20 alone"),
    ("Is(\"watch\", league)", "the term \"watch\" has no value league. Write \"league\""),
    ("is(\"freeze\", false)", "\"is\" is spelled in another way here. Write Is"),
    ("Some(Is(\"freeze\", false))", "`Some` stands around a value. Write Is(\"freeze\", false) alone"),
    ("At least(\"delay\", 10)", "\"At least\" is spelled in another way here. Write AtLeast"),
];

#[test]
fn each_slip_in_a_dossier_is_one_problem_that_says_how_it_is_written() {
    for (old, new, told) in IN_A_DOSSIER.into_iter().filter(|(.., told)| !told.is_empty()) {
        let text = changed(&valley_text(), &[(old, new)]);
        let problems = refused_dossier(&text);
        assert!(problems.len() == 1 && problems[0].ends_with(&format!(": {told}")), "{new}\n{told}\n{problems:#?}");
    }
    // Space before a bracket is no slip.
    let (old, new, _) = IN_A_DOSSIER[IN_A_DOSSIER.len() - 1];
    assert!(read_dossier(&changed(&valley_text(), &[(old, new)])).is_ok());
}

#[test]
fn each_slip_in_a_demand_is_one_problem_that_says_how_it_is_written() {
    for (new, told) in IN_A_DEMAND {
        let text = changed(&valley_text(), &[("demand: Is(\"freeze\", false)", &format!("demand: {new}"))]);
        let problems = refused_dossier(&text);
        assert!(problems.len() == 1 && problems[0].ends_with(&format!(": {told}")), "{new}\n{told}\n{problems:#?}");
    }
}

/// Every name that may stand anywhere, spelled in seven ways.
#[test]
fn every_name_of_the_format_is_found_however_it_is_spelled() {
    let fields = [
        ("role: Outside", "role", &["MustAccept", "Affected", "Outside"][..]),
        ("kind: Press, read: InFull),\n        (id: \"wire-2\"", "kind", &["Primary", "Press", "Secondary"]),
        ("strength: Prefers", "strength", &["RedLine", "Opposes", "Prefers", "Offers"]),
    ];
    let text = valley_text();
    for (old, field, names) in fields {
        let place = text.find(old).unwrap() + field.len() + 2;
        let length = text[place..].find([',', ')']).unwrap();
        for name in names {
            let apart: String = name
                .char_indices()
                .map(
                    |(at, letter)| {
                        if at > 0 && letter.is_uppercase() { format!(" {letter}") } else { letter.to_string() }
                    },
                )
                .collect();
            for wrong in [
                apart.clone(),
                apart.to_lowercase(),
                apart.to_uppercase(),
                apart.replace(' ', "-").to_lowercase(),
                apart.replace(' ', "_").to_lowercase(),
                name.to_lowercase(),
                format!("\"{name}\""),
            ] {
                if wrong == *name {
                    continue;
                }
                let mut text = text.clone();
                text.replace_range(place..place + length, &wrong);
                let problems = refused_dossier(&text);
                let hint = format!("Write {name}");
                assert!(problems.len() == 1 && problems[0].contains(&hint), "{wrong}: {problems:?}");
                assert!(!problems[0].contains(" or "), "{wrong}: {problems:?}");
            }
        }
    }
}

#[test]
fn all_slips_of_a_dossier_are_told_at_once_in_the_order_of_the_text() {
    let text = changed(
        &valley_text(),
        &[
            ("title: \"The valley\"", "title: “The valley”"),
            ("fictional: true", "fictional: yes"),
            ("covers: (\"2031-01-01\"", "covers: („2031-01-32“"),
            ("role: Outside", "role: must accept"),
            ("from: 0, to: 20", "from: 0,\u{a0}to: 20.0"),
            ("Is(\"freeze\", false)", "Is(“freeze”, \"no\")"),
        ],
    );
    assert_eq!(
        refused_dossier(&text),
        [
            "Line 6, column 12: the quotation marks “ ” are not straight double ones. Write \"The valley\"",
            "Line 7, column 16: \"yes\" is spelled in another way here. Write true",
            "Line 9, column 13: \"2031-01-32\" is not a date. \
             Write 2025-01-13, 2025-01 or 2025, with ~ in front if it is uncertain",
            "Line 9, column 14: the quotation marks „ “ are not straight double ones. Write \"2031-01-32\"",
            "Line 14, column 92: \"must accept\" is spelled in another way here. Write MustAccept",
            "Line 31, column 36: a no-break space (U+00A0) stands here. Write an ordinary space",
            "Line 31, column 41: 20.0 is written with a decimal point. Write 20",
            "Line 107, column 99: the quotation marks “ ” are not straight double ones. Write \"freeze\"",
            "Line 107, column 109: the term \"freeze\" has no value \"no\". Write false",
        ]
    );
}

#[test]
fn slips_in_a_scenario_are_told_with_all_else() {
    let text = changed(
        TRIAL,
        &[("kind: Scenario", "kind: scenario"), ("title: \"Freeze and League troops\"", "title: “Freeze”")],
    );
    assert_eq!(
        refused_plan(&text),
        [
            "Line 2, column 11: \"scenario\" is not a kind of file. Write Scenario",
            "Line 4, column 12: the quotation marks “ ” are not straight double ones. Write \"Freeze\"",
        ]
    );
    let text = changed(
        TRIAL,
        &[
            ("title: \"Freeze and League troops\"", "title: “Freeze\", // by “us”"),
            ("    author: \"A class\",\n", ""),
            ("form: Public", "form: public"),
            ("status: Adopted", "status: status quo"),
            ("\"freeze\": true", "\"freeze\": yes"),
            ("\"delay\": 10", "“delay”: 10.0"),
            ("on: [Unnamed]", "on: [on record, \"Unnamed\", Some(Leaked)]"),
            ("unverified: true", "unverified: On"),
        ],
    );
    let told = refused_plan(&text);
    assert_eq!(
        told,
        [
            "Line 4, column 12: the quotation marks “ \" are not straight double ones. Write \"Freeze\"",
            "Line 7, column 11: \"public\" is spelled in another way here. Write Public",
            "Line 8, column 13: \"status quo\" is spelled in another way here. Write StatusQuo",
            "Line 12, column 19: the term \"freeze\" has no value yes; it is ignored and kept. Write true",
            "Line 13, column 9: the quotation marks “ ” are not straight double ones. Write \"delay\"",
            "Line 13, column 18: the term \"delay\" has no value 10.0; it is ignored and kept. Write 10",
            "Line 16, column 18: \"on record\" is spelled in another way here. Write OnRecord",
            "Line 16, column 29: \"Unnamed\" stands in quotation marks. Write Unnamed without them",
            "Line 16, column 40: `Some` stands around a value. Write Leaked alone",
            "Line 16, column 82: \"On\" is spelled in another way here. Write true",
        ]
    );
}

/// What a class wrote, too.
#[test]
fn slips_in_the_work_of_a_class_are_told() {
    let class = "    predictions: [(term: \"delay\", value: 10.0, as_of: \"2031-05-10\", answers: {\"north\": (guess: in line)})],\n";
    let text = changed(TRIAL, &[("    notes:", &format!("{class}    notes:"))]);
    let told = refused_plan(&text);
    assert!(told.iter().any(|line| line.ends_with("10.0 is written with a decimal point. Write 10")), "{told:?}");
    let text = text.replace("10.0, as_of", "10, as_of");
    let told = refused_plan(&text);
    assert!(
        told.len() == 1 && told[0].ends_with("\"in line\" is spelled in another way here. Write InLine"),
        "{told:?}"
    );
}

/// A file that was read stays readable.
#[test]
fn some_is_read_where_it_always_was() {
    let text = changed(TRIAL, &[("version: 1", "version: Some(1), fingerprint: None")]);
    assert_eq!(read_plan(&text).unwrap().warnings, []);
}

#[test]
fn a_file_in_another_encoding_is_named_with_what_else_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(valley_folder().join("dossier.ron"), folder.path().join("dossier.ron")).unwrap();
    let text = changed(TRIAL, &[("A class", "Ren\u{e9}e \u{2013} \u{fc}"), ("form: Public", "form: public")]);
    let utf_16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let public = "Line 8, column 11: \"public\" is spelled in another way here. Write Public";
    assert_eq!(
        not_opened(folder.path(), "plan.ron", &utf_16),
        [
            "Line 1, column 1: \"plan.ron\" is written in UTF-16, not in UTF-8. \
             Save it in a text editor with the encoding UTF-8",
            public,
        ]
    );
    let windows: Vec<u8> = text
        .chars()
        .map(|letter| if letter == '\u{2013}' { 0x96 } else { u8::try_from(u32::from(letter)).unwrap() })
        .collect();
    assert_eq!(
        not_opened(folder.path(), "plan.ron", &windows),
        [
            "Line 5, column 17: \"\u{e9}\" and 2 more letters are written in Latin-1 or Windows-1252, not in UTF-8. \
             Save it in a text editor with the encoding UTF-8",
            public,
        ]
    );
    // With nothing else wrong it is still not read: what was saved would look different from what was opened.
    let sound = TRIAL.replace("A class", "Ren\u{e9}e");
    let bytes: Vec<u8> = sound.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    let told = not_opened(folder.path(), "plan.ron", &bytes);
    assert!(told.len() == 1 && told[0].contains("\"\u{e9}\" is written in Latin-1"), "{told:?}");
}

#[test]
fn slips_in_a_text_that_is_one_value_are_told() {
    #[derive(Debug, serde::Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct Settings {
        dark: bool,
        zoom: u8,
        mode: Mode,
    }
    #[derive(Debug, serde::Deserialize)]
    enum Mode {
        HighContrast,
    }
    let told = |text: &str| lines(&read_whole::<Settings>(text).unwrap_err());
    assert_eq!(
        told("(\n dark:\u{a0}yes, zoom: 1, mode: HighContrast)"),
        [
            "Line 2, column 7: a no-break space (U+00A0) stands here. Write an ordinary space",
            "Line 2, column 8: \"yes\" is spelled in another way here. Write true",
        ]
    );
    assert_eq!(
        told("(dark: true, zoom: 1, mode: high contrast)"),
        ["Line 1, column 29: \"high contrast\" is spelled in another way here. Write HighContrast"]
    );
    assert_eq!(
        told("(dark: true, zoom: 100.0, mode: HighContrast)"),
        ["Line 1, column 20: 100.0 is written with a decimal point. Write 100"]
    );
}

/// Whatever is wrong, what is proposed is never what stands there.
#[test]
fn nothing_is_proposed_that_was_written() {
    let proposed = |problem: &Finding| {
        let hint = problem_text(problem).hint;
        let name = hint.strip_prefix("Did you mean ").or_else(|| hint.strip_prefix("Write "))?;
        Some(name.trim_end_matches('?').to_owned())
    };
    let dossiers =
        IN_A_DOSSIER.iter().filter(|(.., told)| !told.is_empty()).map(|(old, new, _)| (*old, (*new).to_owned()));
    let demands = IN_A_DEMAND.iter().map(|(new, _)| ("demand: Is(\"freeze\", false)", format!("demand: {new}")));
    for (old, new) in dossiers.chain(demands) {
        let text = changed(&valley_text(), &[(old, &new)]);
        for found in read_dossier(&text).unwrap_err() {
            let place = found.place.unwrap();
            let line = text.lines().nth(place.line - 1).unwrap();
            let rest: String = line.chars().skip(place.column - 1).collect();
            let written = rest.split([',', ')']).next().unwrap().trim();
            assert!(proposed(&found).is_none_or(|name| name != written), "{}", problem(&found));
        }
    }
}
