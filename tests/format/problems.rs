//! All problems of a file are listed, each once, in the order of the text, with its place and what to do.

use crate::support::{TRIAL, changed, lines, read_plan, refused_dossier, refused_plan, valley_text};
use peace_plan_explorer::{
    domain::{Finding, Severity},
    format::read_dossier,
    wording::{problem, problem_text},
};

/// Every problem must lead somewhere: a place, what is wrong, and what to do.
#[track_caller]
fn assert_helpful(problems: &[Finding]) {
    for problem in problems {
        let text = problem_text(problem);
        assert!(problem.place.is_some() && !text.message.is_empty() && !text.hint.is_empty(), "{problem:?}");
    }
    assert!(problems.is_sorted_by_key(|problem| problem.place), "{:?}", lines(problems));
}

#[test]
fn six_faults_of_a_dossier_are_six_problems_in_the_order_of_the_text() {
    let text = changed(
        &valley_text(),
        &[
            ("covers: (\"2031-01-01\"", "covers: (\"2031-01-32\""),
            ("role: Outside", "role: Outsider"),
            ("\"https://example.org/2\"", "\"example.org/2\""),
            ("quote: (\"no foreign boots\", \"English\")", "quoted: \"no foreign boots\""),
            ("demand: If(Is(\"freeze\", true), Is", "demand: If(Is(\"freezer\", true), Is"),
            ("Is(\"watch\", \"league\"), strength: Prefers", "Is(\"watch\", \"leage\"), strength: Prefers"),
        ],
    );
    let problems = read_dossier(&text).unwrap_err();
    assert_helpful(&problems);
    assert_eq!(
        lines(&problems),
        [
            "Line 9, column 13: \"2031-01-32\" is not a date. \
             Write 2025-01-13, 2025-01 or 2025, with ~ in front if it is uncertain",
            "Line 14, column 92: \"Outsider\" means nothing here. Write MustAccept, Affected or Outside",
            "Line 51, column 105: the address is not complete. Begin it with https:// or http://",
            "Line 61, column 21: unknown field \"quoted\" is ignored and kept. Did you mean \"quote\"?",
            "Line 103, column 27: the term \"freezer\" does not exist. Did you mean \"freeze\"?",
            "Line 106, column 106: the term \"watch\" has no value \"leage\". Did you mean \"league\"?",
        ]
    );
}

#[test]
fn a_field_of_a_newer_version_is_a_warning_and_stays_in_the_text() {
    let text = changed(&valley_text(), &[("fictional: true,", "fictional: true, colours: (\"red\", [1, 2]),")]);
    let file = read_dossier(&text).unwrap();
    let told = lines(&file.warnings);
    assert!(told.len() == 1 && told[0].contains("unknown field \"colours\" is ignored and kept"), "{told:?}");
    assert!(file.text.contains("colours: (\"red\", [1, 2]),"));
    // What nobody reads must still be well formed.
    let broken = changed(&text, &[("[1, 2])", "[1, 2)")]);
    assert!(read_dossier(&broken).is_err());
}

#[test]
fn seven_faults_of_a_scenario_are_seven_problems_in_the_order_of_the_text() {
    let text = changed(
        TRIAL,
        &[
            ("title: \"Freeze and League troops\"", "title: 5"),
            ("date: \"2031-05-09\"", "date: \"9 May 2031\""),
            ("form: Public", "form: Open"),
            ("id: \"valley\"", "id: \"vally\""),
            ("\"delay\": 10,", "\"delay\": 10, \"freeze\": false,"),
            ("on: [Unnamed]", "on: [Whispered]"),
            ("\"They fear for the passes.\"", "5"),
        ],
    );
    let problems = read_plan(&text).unwrap_err();
    assert_helpful(&problems);
    let places: Vec<(usize, usize)> =
        problems.iter().filter_map(|problem| problem.place).map(|place| (place.line, place.column)).collect();
    // The term that stands twice cannot be known, since its dossier is not.
    assert_eq!(places, [(4, 12), (6, 11), (8, 11), (10, 14), (17, 18), (21, 20)], "{:?}", lines(&problems));
    let fourth = problem(&problems[3]);
    assert!(fourth.contains("the dossier \"vally\" is not here"), "{fourth}");

    let known = refused_plan(&changed(&text, &[("\"vally\"", "\"valley\"")]));
    assert_eq!(known.len(), 6, "{known:?}");
    assert_eq!(known[3], "Line 14, column 22: the term \"freeze\" stands here a second time. Keep one of the two");
}

/// What refers to a record that has a fault of its own is not a second problem.
#[test]
fn one_fault_of_a_dossier_is_one_problem() {
    let party = "(id: \"south\", code: \"SO\", name: \"South\", body: \"Government of the South\", role: MustAccept),";
    let faults = [
        ("body: \"Government of the South\", role: MustAccept", "role: MustAccept", "the field \"body\" is missing"),
        ("id: \"south\", code", "code", "the field \"id\" is missing"),
        (party, "\"south\",", "expected a record"),
        ("name: \"Watch\",", "", "the field \"name\" is missing"),
        ("(id: \"league\", name: \"League troops\")", "(id: \"league\")", "the field \"name\" is missing"),
        ("to: 20, step: 5", "to: 20, step: 0", "0 to 20 by 0 is not a grid"),
        ("after: [(id: \"never\", name: \"Never\")]", "after: [(name: \"Never\")]", "the field \"id\" is missing"),
        ("title: \"South on the League\", date: \"2031-04-05\"", "date: \"5\"", "\"5\" is not a date"),
        ("url: \"https://example.org/2\", ", "", "the field \"url\" is missing"),
        ("said: \"2031-03-02\",", "", "the field \"said\" is missing"),
        ("id: \"north-1\",", "", "the field \"id\" is missing"),
        ("    parties: [", "    partys: [", "unknown field \"partys\""),
        ("    rules: [", "    rules: [], rules: [", "the field \"rules\" stands here a second time"),
        ("id: \"south-delay\",", "", "the field \"id\" is missing"),
        ("names: {0: \"Join now\"}", "names: {0: \"Join now, without delay\"}", "has 23 characters; 16 are allowed"),
        ("names: {0: \"Join now\"}", "names: {1: \"Join soon\"}", "1 is not one of the numbers"),
    ];
    for (old, new, message) in faults {
        let problems = refused_dossier(&changed(&valley_text(), &[(old, new)]));
        // A field with a wrong name is two problems: one that is unknown, one that is missing.
        let wanted = if new.contains("partys") { 2 } else { 1 };
        assert_eq!(problems.len(), wanted, "{new}: {problems:#?}");
        assert!(problems.iter().any(|problem| problem.contains(message)), "{message}: {problems:#?}");
    }
}

/// The mirror of the test above: records without a fault do not hide references to nothing.
#[test]
fn a_fault_beside_a_dangling_reference_hides_nothing() {
    let text = changed(
        &valley_text(),
        &[
            ("body: \"Government of the South\", role: MustAccept", "role: MustAccept"),
            ("(id: \"north-watch\", party: \"north\"", "(id: \"north-watch\", party: \"norht\""),
        ],
    );
    let problems = refused_dossier(&text);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[1].contains("the party \"norht\" does not exist. Did you mean \"north\"?"), "{problems:?}");
}

#[test]
fn references_to_nothing_name_the_nearest_that_there_is() {
    let faults = [
        (
            "statements: [\"south-1\"]",
            "statements: [\"suoth-1\"]",
            "the statement \"suoth-1\" does not exist",
            "south-1",
        ),
        (
            "sources: [\"wire-2\"],\n        ),\n        (\n            id: \"south-2\"",
            "sources: [\"wire2\"],\n        ),\n        (\n            id: \"south-2\"",
            "the source \"wire2\" does not exist",
            "wire-2",
        ),
        ("about: \"delay\"", "about: \"dellay\"", "the term \"dellay\" does not exist", "delay"),
        (
            "Not(Is(\"watch\", \"league\"))",
            "Not(Is(\"watch\", \"legaue\"))",
            "the term \"watch\" has no value \"legaue\"",
            "league",
        ),
        (
            "(id: \"south-watch\",",
            "(replaces: [\"south-dela\"], id: \"south-watch\",",
            "the position \"south-dela\" does not exist",
            "south-delay",
        ),
        ("demand: Is(\"freeze\", false)", "demand: Iz(\"freeze\", false)", "\"Iz\" is not a demand", "Is"),
    ];
    for (old, new, message, meant) in faults {
        let problems = refused_dossier(&changed(&valley_text(), &[(old, new)]));
        let wanted = format!("{message}. Did you mean \"{meant}\"?");
        assert!(problems.len() == 1 && problems[0].ends_with(&wanted), "{wanted}\n{problems:#?}");
    }
    let far = refused_dossier(&changed(&valley_text(), &[("about: \"delay\"", "about: \"taxes\"")]));
    assert!(far[0].ends_with("the term \"taxes\" does not exist. Known are: freeze, delay, watch"), "{far:?}");
}

/// A statement of another party is named where it stands, also behind one that does not exist.
#[test]
fn every_reference_has_a_place_of_its_own() {
    let new = "statements: [\"nobody\", \"north-1\"]";
    let text = changed(&valley_text(), &[("statements: [\"south-1\"]", new)]);
    let line = text.lines().position(|line| line.contains(new)).unwrap() + 1;
    let problems = refused_dossier(&text);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].starts_with(&format!("Line {line}, column 26: the statement \"nobody\"")), "{problems:?}");
    assert!(problems[1].starts_with(&format!("Line {line}, column 36: the statement \"north-1\"")), "{problems:?}");
}

/// What only the whole dossier can tell has a place all the same.
#[test]
fn replaced_positions_of_others_and_circles_are_placed() {
    let foreign = changed(
        &valley_text(),
        &[
            ("(id: \"south-watch\",", "(id: \"south-watch\", replaces: [\"north-watch\"],"),
            ("version: 1", "version: \"1\""),
        ],
    );
    let problems = refused_dossier(&foreign);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[1].starts_with("Line 106, column 39: position \"south-watch\" replaces"), "{problems:?}");

    let circle =
        changed(&valley_text(), &[("(id: \"south-watch\",", "(id: \"south-watch\", replaces: [\"south-watch\"],")]);
    let problems = refused_dossier(&circle);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("Line 106, column 9: position \"south-watch\" replaces"), "{problems:?}");
    assert_helpful(&read_dossier(&circle).unwrap_err());
}

#[test]
fn empty_and_missing_lists_are_named() {
    let text = valley_text();
    let parties = &text[text.find("    parties: [").unwrap()..text.find("    terms: [").unwrap()];
    for (new, message) in [("", "the field \"parties\" is missing"), ("    parties: [],\n", "\"parties\" is empty")] {
        let problems = refused_dossier(&text.replace(parties, new));
        assert!(problems.len() == 1 && problems[0].contains(message), "{problems:?}");
    }
}

#[test]
fn a_broken_dossier_in_a_scenario_does_not_hide_the_scenario() {
    let inside = changed(&valley_text(), &[("role: Outside", "role: Outsider")]);
    let text = changed(
        TRIAL,
        &[("form: Public", "form: Open"), ("    guesses:", &format!("    embedded: {inside}, guesses:"))],
    );
    let problems = refused_plan(&text);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].starts_with("Line 8, column 11:") && problems[1].contains("Outsider"), "{problems:?}");
}

#[test]
fn what_is_ignored_in_a_scenario_is_a_warning_with_a_place() {
    let text = changed(
        TRIAL,
        &[
            ("\"delay\": 10", "\"delay\": 7"),
            ("\"watch\": \"league\"", "\"wach\": \"league\", \"watch\": \"leage\""),
            ("    notes:", "    note: \"a\",\n    notes:"),
        ],
    );
    let file = read_plan(&text).unwrap();
    assert_helpful(&file.warnings[1..]);
    assert!(file.warnings.iter().all(|warning| warning.severity == Severity::Warning));
    assert_eq!(
        lines(&file.warnings),
        [
            "Line 14, column 18: the term \"delay\" has no value 7; it is ignored and kept. Known are: 0, 5, 10, 15, 20, never",
            "Line 15, column 9: the term \"wach\" does not exist; it is ignored and kept. Did you mean \"watch\"?",
            "Line 15, column 36: the term \"watch\" has no value \"leage\"; it is ignored and kept. Did you mean \"league\"?",
            "Line 18, column 11: unknown field \"note\" is ignored and kept. Did you mean \"notes\"?",
        ]
    );
}
