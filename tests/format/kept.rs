//! What a scenario file holds comes back: what this program does not know, and what nobody changed.

use std::collections::BTreeMap;

use peace_plan_explorer::{
    domain::{Scenario, TermIx, ValueIx},
    format::{DossierFile, ScenarioFile, WrittenFor, read_dossier, write_scenario},
    storage::Library,
};

use crate::support::{
    TRIAL, changed, lines, read_plan, shipped_dossier, shipped_scenarios, valley, valley_folder, valley_text,
};

/// The text of a scenario that refers to its dossier.
fn written(scenario: &Scenario, dossier: &DossierFile, origin: &ScenarioFile) -> String {
    let DossierFile { dossier, fingerprint, .. } = dossier;
    write_scenario(scenario, WrittenFor { dossier, fingerprint, embedded: None }, Some(origin))
}

/// The text of a self-contained scenario.
fn self_contained(file: &ScenarioFile, dossier: &DossierFile, text: &str) -> String {
    let DossierFile { dossier, fingerprint, .. } = dossier;
    write_scenario(&file.scenario, WrittenFor { dossier, fingerprint, embedded: Some(text) }, Some(file))
}

/// How often each line stands in a text.
fn counted_lines(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for line in text.lines() {
        *counts.entry(line).or_default() += 1;
    }
    counts
}

/// The lines of `text` that are not in `other`, A to Z.
fn lines_only_in<'a>(text: &'a str, other: &str) -> Vec<&'a str> {
    let there = counted_lines(other);
    let more = |(line, count): &(&str, usize)| *count > there.get(*line).copied().unwrap_or_default();
    counted_lines(text).into_iter().filter(more).map(|(line, _)| line.trim()).collect()
}

/// The file as it is read after one term was given another value.
fn with_one_term_changed(file: &ScenarioFile, dossier: &DossierFile, term: &str, value: usize) -> String {
    let mut scenario = file.scenario.clone();
    let place = dossier.dossier.terms.iter().position(|known| known.id == term).unwrap();
    scenario.plan.set(TermIx::at(place), Some(ValueIx::at(value)));
    assert_ne!(scenario, file.scenario);
    written(&scenario, dossier, file)
}

#[test]
fn a_shipped_scenario_that_was_not_changed_comes_back_byte_for_byte() {
    let library = Library::shipped();
    for shelf in library.shelves() {
        let dossier = shelf.dossier().unwrap();
        let names: Vec<&str> = shelf.scenario_names().collect();
        assert!(!names.is_empty(), "{}", shelf.id);
        for name in names {
            let text = shelf.scenario(name).unwrap().unwrap().text;
            for text in [text.clone(), text.replace('\n', "\r\n")] {
                let file = library.read_scenario(&text, name, None).unwrap();
                assert_eq!(written(&file.scenario, dossier, &file), text, "{name} as it was opened");

                let mut scenario = file.scenario.clone();
                let before = scenario.plan.get(TermIx(0));
                let other = ValueIx(u16::from(before == Some(ValueIx(0))));
                scenario.plan.set(TermIx(0), Some(other));
                scenario.title.push('!');
                assert_ne!(written(&scenario, dossier, &file), text, "{name} changed");
                scenario.plan.set(TermIx(0), before);
                scenario.title.pop();
                assert_eq!(written(&scenario, dossier, &file), text, "{name} changed and undone");
            }
        }
    }
}

/// The dossier of a folder of one's own is beside the file, not in it, and stays there.
#[test]
fn a_scenario_beside_its_dossier_comes_back_byte_for_byte() {
    let text = TRIAL.replace("    kind:", "    // mine\n    kind:");
    let file = read_plan(&text).unwrap();
    assert_eq!(written(&file.scenario, &valley(), &file), text);
    assert!(file.kept.embedded.is_none());
}

#[test]
fn a_changed_term_changes_its_line_alone() {
    let dossier = valley();
    let plain = TRIAL.replace("version: 1)", &format!("version: 1, fingerprint: \"{}\")", dossier.fingerprint));
    for text in [plain.clone(), plain.replace('\n', "\r\n")] {
        let file = read_plan(&text).unwrap();
        let after = with_one_term_changed(&file, &dossier, "delay", 5);
        assert_eq!(lines_only_in(&text, &after), ["\"delay\": 10,"]);
        assert_eq!(lines_only_in(&after, &text), ["\"delay\": never,".replace("never", "\"never\"")]);
        assert_eq!(after.contains('\r'), text.contains('\r'), "line ends stay as they were");
        let again = read_plan(&after).unwrap();
        assert_eq!(with_one_term_changed(&again, &dossier, "delay", 2), text, "and back");
    }
}

/// In the shipped files, which are written by hand, the comment goes, and the fingerprint comes.
#[test]
fn a_changed_term_of_a_shipped_scenario_changes_little_else() {
    let (library, dossier) = (Library::shipped(), read_dossier(&shipped_dossier()).unwrap());
    for (name, text) in shipped_scenarios() {
        let file = library.read_scenario(&text, &name, None).unwrap();
        let Some((term, value)) = file.scenario.plan.iter().find_map(|(term, value)| Some((term, value?))) else {
            continue;
        };
        let (term, other) = (&dossier.dossier.term(term).id, usize::from(value == ValueIx(0)));
        let after = with_one_term_changed(&file, &dossier, term, other);
        let expected = |line: &&str| {
            line.starts_with("//") || line.starts_with("dossier: (") || line.starts_with(&format!("\"{term}\":"))
        };
        let lost = lines_only_in(&text, &after);
        assert!(lost.len() == 3 && lost.iter().all(expected), "{name} loses {lost:#?}");
        let new = lines_only_in(&after, &text);
        assert!(new.len() == 2 && new.iter().all(expected), "{name} gains {new:#?}");
    }
}

/// With comments in every place where they could swallow what follows.
#[test]
fn what_this_program_does_not_know_is_written_back() {
    let text = changed(
        TRIAL,
        &[
            ("\"freeze\": true,", "\"freeze\": true, // yes\n"),
            (
                "\"watch\": \"league\",",
                "\"watch\": \"robots\" /* one day */, \"harbour\": Open(days: 3), // new\n r#\"far\"#: 7 // far\n",
            ),
            ("version: 1)", "version: 1, branch: \"mine\")"),
            ("unverified: true)", "unverified: true, anonymous: [1, 2])"),
            (
                "    notes:",
                "    seal: (by: \"me\", on: [\"a\", 'b', 1.5]) // sealed\n    , stars: 5 // of 7\n,    notes:",
            ),
            ("\"north-1\":", "\"gone\": \"A guess about a statement that is gone.\", \"north-1\":"),
        ],
    );
    let file = read_plan(&text).unwrap();
    assert_eq!(file.scenario.plan.n_set(), 2, "a comment behind a value does not hide it: {:?}", lines(&file.warnings));
    let after = with_one_term_changed(&file, &valley(), "delay", 0);
    let again = read_plan(&after).unwrap();
    let parts = [
        "\"watch\": \"robots\",",
        "\"harbour\": Open(days: 3),",
        "r#\"far\"#: 7,",
        "branch: \"mine\")",
        "anonymous: [1, 2])",
        "seal: (by: \"me\", on: [\"a\", 'b', 1.5]),",
        "stars: 5,",
        "\"gone\": \"A guess about a statement that is gone.\",",
    ];
    for part in parts {
        assert!(after.contains(part), "{part} is missing in\n{after}");
    }
    assert_eq!(again.kept, file.kept);
    assert_eq!(lines(&again.warnings).len(), lines(&file.warnings).len(), "{after}");
    assert_eq!(again.scenario.guesses, file.scenario.guesses);
    assert_eq!(written(&again.scenario, &valley(), &again), after, "a second time nothing moves");
}

#[test]
fn an_unknown_value_gives_way_when_its_term_is_set() {
    for key in ["\"watch\"", "r\"watch\"", "\"wa\\u{74}ch\""] {
        let text = changed(TRIAL, &[("\"watch\": \"league\"", &format!("{key}: \"robots\""))]);
        let file = read_plan(&text).unwrap();
        assert_eq!(file.kept.plan.len(), 1, "{key}");
        let after = with_one_term_changed(&file, &valley(), "watch", 2);
        let again = read_plan(&after).unwrap();
        assert!(!after.contains("robots") && again.warnings.is_empty(), "{key}: {after}");
    }
}

/// Fields of a future channel list are no reason to refuse a file either.
#[test]
fn unknown_fields_inside_records_of_a_scenario_are_warnings() {
    let text =
        changed(TRIAL, &[("version: 1)", "version: 1, fingerprnt: \"x\")"), ("unverified: true", "unverifed: true")]);
    let file = read_plan(&text).unwrap();
    assert_eq!(
        lines(&file.warnings),
        [
            "Line 10, column 53: unknown field \"fingerprnt\" is ignored and kept. Did you mean \"fingerprint\"?",
            "Line 17, column 54: unknown field \"unverifed\" is ignored and kept. Did you mean \"unverified\"?",
        ]
    );
}

#[test]
fn a_self_contained_copy_holds_its_dossier_and_says_so_truly() {
    let (text, dossier) = (valley_text(), valley());
    let with_comments = format!("// head (1)\n\n{text}\n// tail (2)\n");
    let commented = read_dossier(&with_comments).unwrap();
    assert_eq!(commented.fingerprint, dossier.fingerprint, "a comment around a dossier is not the dossier");
    let file = read_plan(TRIAL).unwrap();
    for dossier_text in [text.clone(), with_comments, text.replace('\n', "\r\n")] {
        let copy = self_contained(&file, &dossier, &dossier_text);
        assert_ne!(copy, TRIAL, "the copy was asked for, though nothing else changed");
        // Nothing lies beside it.
        let alone = Library::shipped().read_scenario(&copy, "copy.ron", None).unwrap();
        let inside = alone.embedded.as_ref().unwrap();
        assert_eq!((&inside.dossier, &inside.fingerprint), (&dossier.dossier, &dossier.fingerprint));
        assert_eq!(alone.scenario, file.scenario);
        assert_eq!(alone.warnings, []);
        // Opened and saved without a change it stays as it is; changed it keeps its dossier.
        let kept = alone.kept.embedded.clone().unwrap();
        assert_eq!(self_contained(&alone, inside, &kept), copy);
        let mut other = alone.clone();
        other.scenario.title.push('!');
        let changed = write_scenario(
            &other.scenario,
            WrittenFor { dossier: &inside.dossier, fingerprint: &inside.fingerprint, embedded: Some(&kept) },
            Some(&alone),
        );
        assert_eq!(lines_only_in(&copy, &changed), ["title: \"Freeze and League troops\","]);
    }
}

/// A newer dossier must not be lost because the plan is as it was.
#[test]
fn another_dossier_inside_is_a_change() {
    let file = read_plan(TRIAL).unwrap();
    let copy = self_contained(&file, &valley(), &valley_text());
    let alone = Library::shipped().read_scenario(&copy, "copy.ron", None).unwrap();
    let newer_text = changed(&valley_text(), &[("version: 1", "version: 2")]);
    let newer = read_dossier(&newer_text).unwrap();
    let after = self_contained(&alone, &newer, &newer_text);
    let again = Library::shipped().read_scenario(&after, "copy.ron", None).unwrap();
    assert_eq!(again.embedded.unwrap().dossier.version, 2);
    // And back to a reference alone.
    let reference = written(&alone.scenario, &valley(), &alone);
    let file = Library::shipped().read_scenario(&reference, "copy.ron", Some(&valley_folder())).unwrap();
    assert!(file.kept.embedded.is_none() && file.scenario == alone.scenario);
}

/// A file whose parts belong to two dossiers cannot be trusted silently.
#[test]
fn a_copy_whose_dossier_is_another_one_warns() {
    let file = read_plan(TRIAL).unwrap();
    let copy =
        self_contained(&file, &valley(), &valley_text()).replace("dossier: (id: \"valley\"", "dossier: (id: \"coast\"");
    let alone = Library::shipped().read_scenario(&copy, "copy.ron", None).unwrap();
    let warnings = lines(&alone.warnings);
    assert_eq!(alone.dossier_id, "valley");
    assert!(
        warnings.len() == 1 && warnings[0].contains("\"coast\"") && warnings[0].contains("\"valley\""),
        "{warnings:?}"
    );
}

/// What a plan was changed from stands in its file, with what this program does not know of it.
#[test]
fn what_a_plan_was_changed_from_is_kept() {
    let valley = valley();
    let text = TRIAL.replace(
        "    count: (on",
        "    changed_from: (title: \"Idea\", author: \"Ana\", date: \"2031-05-01\", form: Leaked, mood: \"calm\", plan: \
         {\"freeze\": false, \"sea\": 3}),\n    count: (on",
    );
    let file = read_plan(&text).unwrap();
    let original = file.scenario.changed_from.clone().unwrap();
    assert_eq!((original.title.as_str(), original.author.as_str(), file.scenario.n_changed()), ("Idea", "Ana", 3));
    assert_eq!(written(&file.scenario, &valley, &file), text, "unchanged it comes back byte for byte");
    let again = with_one_term_changed(&file, &valley, "delay", 0);
    assert!(again.contains("        mood: \"calm\",\n") && again.contains("            \"sea\": 3,\n"), "{again}");
    let read = read_plan(&again).unwrap();
    assert_eq!(read.scenario.changed_from, Some(original));
    assert_eq!(read.scenario.title, "Freeze and League troops", "its own title");

    // Without a title of its own it is written with the other plan's, which older programs need, and read without.
    let untitled = Scenario { title: String::new(), ..file.scenario.clone() };
    let again = read_plan(&written(&untitled, &valley, &file)).unwrap();
    assert_eq!(again.scenario, untitled);
}
