//! What a class writes: its guesses, delegations, proposals and debrief, in the file.

use peace_plan_explorer::{
    domain::{
        Answer, ClassWork, Date, DebriefField, Explanation, Guess, Job, Jobs, MAX_DEBRIEF, MAX_EXPLANATION, MAX_NAME,
        MAX_RECORDS, Observer, Prediction, Proposal, Question, Scenario,
    },
    format::{ScenarioFile, WrittenFor, write_scenario},
};

use crate::support::{TRIAL, changed, lines, read_plan, refused_plan, valley};

/// The fields of a class as this program writes them.
pub const CLASS: &str = r#"    group: "Group A",
    predictions: [
        (term: "watch", value: "league", as_of: "2031-05-10", alone: true, reason: "They \"always\" say so.", answers: {
            "north": (guess: No, hands: (18, 4, 6)),
            "south": (guess: Nothing),
        }),
        (term: "delay", value: 10, as_of: "2031-05-10", answers: {
            "east": (hands: (0, 1, 1)),
        }),
    ],
    delegations: {
        "north": (speaker: "Ana", scribe: "Ion"),
        "south": (),
    },
    observers: (mediator: "Kim", press: ""),
    log: [
        (by: "north", term: "freeze", from: true, to: false, as_of: "2031-05-10", explanations: {
            "south": (fits: "It says so
in two lines.", gives_way: "The one of May."),
        }),
        (by: "south", term: "delay", to: "never", as_of: "2031-05-10"),
    ],
    debrief: (actors: "We", changed: "The line."),
"#;

/// A scenario of the valley with these fields of a class.
pub fn with_class(class: &str) -> String {
    changed(TRIAL, &[("    },\n)\n", &format!("    }},\n{class})\n"))])
}

fn written(scenario: &Scenario, origin: &ScenarioFile) -> String {
    let valley = valley();
    let written_for = WrittenFor { dossier: &valley.dossier, fingerprint: &valley.fingerprint, embedded: None };
    write_scenario(scenario, written_for, Some(origin))
}

fn day() -> Date {
    "2031-05-10".parse().unwrap()
}

fn question(term: &str, value: &str, alone: bool) -> Question {
    Question { term: term.to_owned(), value: value.to_owned(), as_of: day(), alone, plan: None, student: 0 }
}

/// The same as [`CLASS`], in memory.
fn class() -> ClassWork {
    let text = str::to_owned;
    let answer = |guess, hands| Answer { guess, hands };
    ClassWork {
        group: text("Group A"),
        predictions: vec![
            Prediction {
                question: question("watch", "league", true),
                answers: [
                    (text("north"), answer(Some(Guess::No), [18, 4, 6])),
                    (text("south"), answer(Some(Guess::Nothing), [0; 3])),
                ]
                .into(),
                reason: text("They \"always\" say so."),
            },
            Prediction {
                question: question("delay", "10", false),
                answers: [(text("east"), answer(None, [0, 1, 1]))].into(),
                reason: String::new(),
            },
        ],
        delegations: [
            (text("north"), Jobs([(Job::Speaker, text("Ana")), (Job::Scribe, text("Ion"))].into())),
            (text("south"), Jobs::default()),
        ]
        .into(),
        observers: [(Observer::Mediator, text("Kim")), (Observer::Press, String::new())].into(),
        log: vec![
            Proposal {
                by: text("north"),
                term: text("freeze"),
                from: Some(text("true")),
                to: Some(text("false")),
                as_of: day(),
                explanations: [(
                    text("south"),
                    Explanation { fits: text("It says so\nin two lines."), gives_way: text("The one of May.") },
                )]
                .into(),
            },
            Proposal {
                by: text("south"),
                term: text("delay"),
                from: None,
                to: Some(text("never")),
                as_of: day(),
                explanations: [].into(),
            },
        ],
        debrief: [(DebriefField::Actors, text("We")), (DebriefField::Changed, text("The line."))].into(),
    }
}

#[test]
fn every_field_of_a_class_is_read_and_written() {
    let text = with_class(CLASS);
    let file = read_plan(&text).unwrap_or_else(|problems| panic!("{:#?}", lines(&problems)));
    assert_eq!(lines(&file.warnings), [] as [&str; 0]);
    assert_eq!(file.scenario.class, class());
    assert_eq!(written(&file.scenario, &file), text, "as it was opened");
    let mut other = file.scenario.clone();
    other.title.push('!');
    let after = written(&other, &file);
    assert!(after.contains(CLASS), "{after}");
}

#[test]
fn a_file_without_a_class_stays_without_one() {
    let file = read_plan(TRIAL).unwrap();
    assert_eq!(file.scenario.class, ClassWork::default());
    let mut other = file.scenario.clone();
    other.title.push('!');
    let after = written(&other, &file);
    for field in ["group", "predictions", "delegations", "observers", "log", "debrief"] {
        assert!(!after.contains(&format!("\n    {field}:")), "{after}");
    }
}

#[test]
fn what_is_unknown_is_kept_wherever_it_stands() {
    let odd = changed(
        CLASS,
        &[
            ("alone: true,", "alone: true, room: 12,"),
            ("(guess: Nothing)", "(guess: Nothing, sure: \"very\")"),
            ("\"south\": (),", "\"south\": (flag: true),"),
            ("press: \"\")", "press: \"\", police: \"x\")"),
            ("to: \"never\",", "to: \"never\", minute: 7,"),
            ("gives_way: \"The one of May.\")", "gives_way: \"The one of May.\", loud: No)"),
            ("changed: \"The line.\")", "changed: \"The line.\", mood: [1, 2])"),
        ],
    );
    let file = read_plan(&with_class(&odd)).unwrap();
    let warnings = lines(&file.warnings);
    assert_eq!(warnings.len(), 7, "{warnings:#?}");
    assert_eq!(file.scenario.class, class(), "the rest is understood");
    let mut other = file.scenario.clone();
    other.title.push('!');
    let after = written(&other, &file);
    for kept in ["room: 12", "sure: \"very\"", "flag: true", "police: \"x\"", "minute: 7", "loud: No", "mood: [1, 2]"] {
        assert!(after.contains(kept), "{kept} is lost in\n{after}");
    }
    let again = read_plan(&after).unwrap();
    assert_eq!((again.scenario.class, again.kept), (file.scenario.class, file.kept));
}

/// A dossier may change after a class has written about it.
#[test]
fn parties_terms_and_values_that_do_not_exist_are_kept() {
    let gone = CLASS.replace("\"north\"", "\"atlantis\"").replace("\"watch\"", "\"weather\"");
    let file = read_plan(&with_class(&gone)).unwrap();
    assert_eq!(lines(&file.warnings), [] as [&str; 0]);
    assert_eq!(
        written(&Scenario { title: "x".to_owned(), ..file.scenario.clone() }, &file).matches("atlantis").count(),
        3
    );
}

#[test]
fn each_limit_is_named_with_its_place() {
    let long = |n: usize| "x".repeat(n + 1);
    let cases = [
        ("Group A", long(MAX_NAME), "\"group\" has 81 characters; 80 are allowed"),
        ("Ana", long(MAX_NAME), "\"speaker\" has 81 characters; 80 are allowed"),
        ("Kim", long(MAX_NAME), "\"mediator\" has 81 characters; 80 are allowed"),
        ("The one of May.", long(MAX_EXPLANATION), "\"gives_way\" has 1001 characters; 1000 are allowed"),
        ("They \\\"always\\\" say so.", long(MAX_EXPLANATION), "\"reason\" has 1001 characters; 1000 are allowed"),
        ("The line.", long(MAX_DEBRIEF), "\"changed\" has 4001 characters; 4000 are allowed"),
        ("(18, 4, 6)", "(18, 4, 1000)".to_owned(), "more than 999 hands"),
        ("guess: No,", "guess: Maybe,".to_owned(), "Maybe"),
        ("value: 10,", String::new(), "the field \"value\" is missing"),
        ("from: true,", "from: [1],".to_owned(), "\"from\" is not a value"),
        ("by: \"south\",", String::new(), "the field \"by\" is missing"),
        ("\"south\": (),", "\"north\": (),".to_owned(), "the party \"north\" stands here a second time"),
        ("term: \"delay\", value: 10,", "term: \"watch\", value: \"league\", alone: true,".to_owned(), "a second time"),
    ];
    for (old, new, problem) in cases {
        let found = refused_plan(&with_class(&CLASS.replacen(old, &new, 1)));
        assert!(found.len() == 1 && found[0].contains(problem), "{old}: {found:#?}");
    }
}

#[test]
fn lists_that_are_too_long_are_refused() {
    let proposal = "        (by: \"south\", term: \"delay\", to: 10, as_of: \"2031-05-10\"),\n";
    let allowed = format!("    log: [\n{}    ],\n", proposal.repeat(MAX_RECORDS));
    assert_eq!(read_plan(&with_class(&allowed)).unwrap().scenario.class.log.len(), MAX_RECORDS);
    let found = refused_plan(&with_class(&format!("    log: [\n{}    ],\n", proposal.repeat(MAX_RECORDS + 1))));
    assert!(found.len() == 1 && found[0].contains("\"log\" has 501 entries; 500 are allowed"), "{found:#?}");
    let parties: String = (0..=200).map(|n| format!("\"p{n}\": (), ")).collect();
    let found = refused_plan(&with_class(&format!("    delegations: {{{parties}}},\n")));
    assert!(found.len() == 1 && found[0].contains("\"delegations\" has 201 entries; 200 are allowed"), "{found:#?}");
}
