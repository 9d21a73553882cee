//! What is written is read back equal, whatever the texts hold.

use std::{collections::BTreeMap, sync::Arc};

use strum::IntoEnumIterator as _;

use peace_plan_explorer::{
    domain::{
        About, Answer, ClassWork, ContextNote, Counted, Date, DebriefField, Demand, Dossier, DossierParts, Explanation,
        Form, Guess, Job, Jobs, Observer, Original, Prediction, Proposal, Question, Quote, Read, Reading, Scenario,
        ScenarioKind, SourceIx, SourceKind, Term, TermKind, Threshold,
    },
    format::{WrittenFor, read_dossier, read_scenario, write_scenario},
    storage::Library,
};

use crate::{
    random::{self, Random, Shape},
    ron_text::dossier_text,
    support::lines,
};

/// Everything that the format can say.
const WILD: Shape = Shape { parties: 4, terms: 5, positions: 7, wild: true };

/// Pieces that have a meaning somewhere: in RON, in Rust, in a terminal, to a text editor.
const PIECES: [&str; 24] = [
    "peace",
    " ",
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "//",
    "/*",
    "*/",
    "\\n",
    "\\u{d}",
    "'",
    "r#\"",
    "\u{e9}",
    "\u{1f54a}",
    "\u{feff}",
    "\u{2028}",
    "\u{0}",
    "\u{1b}",
    ")",
    "{}",
    "\u{202e}",
];

/// A text of at most `limit` characters that may be left empty.
fn odd_text(random: &mut Random, limit: usize) -> String {
    let n_pieces = random.below(6);
    let text: String = (0..n_pieces).map(|_| *random.pick(&PIECES)).collect();
    text.chars().take(limit).collect()
}

/// A text that says something.
fn full_text(random: &mut Random, limit: usize) -> String {
    format!("x{}", odd_text(random, limit - 1))
}

fn maybe_day(random: &mut Random) -> Option<Date> {
    random.chance(50).then(|| random::day(random))
}

fn odd_counted(random: &mut Random) -> Counted {
    let mut counted = random::counted(random);
    counted.reading = *random.pick(&[Reading::AsDecided, Reading::Harder, Reading::Softer]);
    counted
}

fn about(random: &mut Random) -> About {
    About {
        purpose: odd_text(random, 4_000),
        author: odd_text(random, 400),
        updated: maybe_day(random),
        licence: odd_text(random, 400),
        read_in_full: odd_text(random, 4_000),
        read_in_part: odd_text(random, 4_000),
        not_verified: odd_text(random, 4_000),
        left_out: odd_text(random, 4_000),
        notes: (0..random.below(3)).map(|_| odd_text(random, 100)).collect(),
    }
}

fn fill_term(random: &mut Random, term: &mut Term) {
    (term.question, term.glossary) = (full_text(random, 120), full_text(random, 600));
    (term.name, term.group) = (full_text(random, 18), full_text(random, 24));
    term.context = (0..random.below(3))
        .map(|_| ContextNote {
            title: full_text(random, 120),
            text: full_text(random, 600),
            source: random.chance(50).then_some(SourceIx(0)),
        })
        .collect();
    let since_of_numbers = maybe_day(random);
    for value in &mut term.values {
        value.name = full_text(random, 16);
        if value.number.is_some() {
            value.since = since_of_numbers;
        } else {
            (value.meaning, value.since) = (odd_text(random, 300), maybe_day(random));
        }
    }
    if let TermKind::Number { unit_one, unit_many } = &mut term.kind {
        (*unit_one, *unit_many) = (odd_text(random, 16), odd_text(random, 16));
    }
}

/// The same demand without thresholds on terms that have no numbers: a file cannot say that.
fn sayable(terms: &[Term], demand: Demand) -> Demand {
    let each = |parts: Vec<Demand>| parts.into_iter().map(|part| sayable(terms, part)).collect();
    match demand {
        Demand::AtLeast(term, _) | Demand::AtMost(term, _)
            if !matches!(terms[term.get()].kind, TermKind::Number { .. }) =>
        {
            Demand::OneOf(term, Vec::new())
        }
        Demand::Is(..) | Demand::OneOf(..) | Demand::AtLeast(..) | Demand::AtMost(..) => demand,
        Demand::Not(inner) => Demand::Not(Box::new(sayable(terms, *inner))),
        Demand::All(parts) => Demand::All(each(parts)),
        Demand::Any(parts) => Demand::Any(each(parts)),
        Demand::If(premise, then) => Demand::If(Box::new(sayable(terms, *premise)), Box::new(sayable(terms, *then))),
    }
}

/// Fills what the shared generator leaves empty.
fn fill(random: &mut Random, parts: &mut DossierParts) {
    (parts.title, parts.about) = (full_text(random, 60), about(random));
    (parts.language, parts.version) = (odd_text(random, 10), 1 + u32::try_from(random.below(9)).unwrap());
    parts.fictional = random.chance(50);
    for party in &mut parts.parties {
        (party.code, party.name, party.body) = (full_text(random, 5), full_text(random, 40), full_text(random, 200));
        (party.reason, party.note) = (odd_text(random, 400), odd_text(random, 400));
    }
    parts.terms.iter_mut().for_each(|term| fill_term(random, term));
    for source in &mut parts.sources {
        (source.publisher, source.title, source.note) =
            (full_text(random, 200), odd_text(random, 300), odd_text(random, 400));
        (source.date, source.url) = (maybe_day(random), format!("https://{}", odd_text(random, 100)));
        source.kind = *random.pick(&[SourceKind::Primary, SourceKind::Press, SourceKind::Secondary]);
        source.read = *random.pick(&[Read::InFull, Read::InPart, Read::NotRead]);
    }
    for statement in &mut parts.statements {
        (statement.speaker, statement.office) = (full_text(random, 120), full_text(random, 160));
        (statement.short, statement.long) = (full_text(random, 120), odd_text(random, 400));
        statement.published = maybe_day(random).unwrap_or(statement.said);
        statement.caveat = odd_text(random, 300);
        let quote = random.chance(50);
        statement.quote = quote.then(|| Quote { text: odd_text(random, 80), language: odd_text(random, 20) });
    }
    for rule in &mut parts.rules {
        rule.reason = full_text(random, 400);
        rule.demand = sayable(&parts.terms, rule.demand.clone());
    }
    for position in &mut parts.positions {
        (position.until_reason, position.voice) = (odd_text(random, 300), odd_text(random, 80));
        position.note = odd_text(random, 400);
        position.threshold = *random.pick(&[Threshold::Stated, Threshold::ChosenByAuthor]);
        position.demand = position.demand.take().map(|demand| sayable(&parts.terms, demand));
    }
}

fn odd_dossier(random: &mut Random) -> Dossier {
    let mut parts = random::parts(random, WILD);
    fill(random, &mut parts);
    Dossier::new(parts).unwrap()
}

fn odd_original(random: &mut Random, dossier: &Dossier) -> Original {
    Original {
        // The same title twice means that the plan has none of its own.
        title: full_text(random, 79) + "~",
        author: odd_text(random, 400),
        date: maybe_day(random),
        origin: odd_text(random, 1_000),
        form: *random.pick(&[None, Some(Form::Public)]),
        kind: *random.pick(&[ScenarioKind::Proposed, ScenarioKind::Adopted]),
        plan: random::plan(random, dossier, 50),
    }
}

fn odd_scenario(random: &mut Random, dossier: &Dossier) -> Scenario {
    let percent = random.below(101);
    let guesses: BTreeMap<String, String> =
        (0..random.below(4)).map(|_| (odd_text(random, 20), odd_text(random, 200))).collect();
    let original = random.chance(50).then(|| odd_original(random, dossier));
    Scenario {
        title: if random.chance(10) { String::new() } else { full_text(random, 80) },
        author: odd_text(random, 400),
        date: maybe_day(random),
        origin: odd_text(random, 1_000),
        form: *random.pick(&[None, Some(Form::Public), Some(Form::Leaked), Some(Form::Reported)]),
        kind: *random.pick(&[
            ScenarioKind::Proposed,
            ScenarioKind::Adopted,
            ScenarioKind::Rejected,
            ScenarioKind::StatusQuo,
        ]),
        as_of: random::day(random),
        plan: random::plan(random, dossier, percent),
        changed_from: original.map(Arc::new),
        counted: odd_counted(random),
        notes: odd_text(random, 20_000),
        guesses,
        class: odd_class(random),
    }
}

/// A map of odd ids.
fn by_id<T>(random: &mut Random, n: usize, mut value: impl FnMut(&mut Random) -> T) -> BTreeMap<String, T> {
    (0..random.below(n)).map(|_| (odd_text(random, 20), value(random))).collect()
}

/// Texts of some kinds, none of them empty.
fn full_texts<K: Ord>(random: &mut Random, keys: impl Iterator<Item = K>, limit: usize) -> BTreeMap<K, String> {
    keys.filter_map(|key| random.chance(40).then(|| (key, full_text(random, limit)))).collect()
}

fn odd_class(random: &mut Random) -> ClassWork {
    let value =
        |random: &mut Random| random.pick(&["true", "false", "20", "-3", "007", "never", "x \"y\""]).to_string();
    let mut predictions: Vec<Prediction> = Vec::new();
    for _ in 0..random.below(4) {
        let question = Question {
            term: odd_text(random, 20),
            value: value(random),
            as_of: random::day(random),
            alone: random.chance(50),
            plan: random.chance(50).then(|| by_id(random, 3, value)),
            student: u16::try_from(random.below(3)).unwrap(),
        };
        let answer = |random: &mut Random| Answer {
            guess: Some(*random.pick(&[Guess::No, Guess::InLine, Guess::Nothing])),
            hands: [0, 1, 2].map(|_| u16::try_from(random.below(1_000)).unwrap()),
        };
        let (answers, reason) = (by_id(random, 4, answer), odd_text(random, 1_000));
        if predictions.iter().all(|known| known.question != question) {
            predictions.push(Prediction { question, answers, reason });
        }
    }
    let proposal = |random: &mut Random| Proposal {
        by: odd_text(random, 20),
        term: odd_text(random, 20),
        from: random.chance(70).then(|| value(random)),
        to: random.chance(70).then(|| value(random)),
        as_of: random::day(random),
        explanations: by_id(random, 3, |random| Explanation {
            fits: full_text(random, 1_000),
            gives_way: odd_text(random, 1_000),
        }),
    };
    let mut observers = BTreeMap::new();
    for observer in Observer::iter() {
        if random.chance(40) {
            observers.insert(observer, odd_text(random, 80));
        }
    }
    ClassWork {
        group: odd_text(random, 80),
        predictions,
        delegations: by_id(random, 4, |random| Jobs(full_texts(random, Job::iter(), 80))),
        observers,
        log: (0..random.below(4)).map(|_| proposal(random)).collect(),
        debrief: full_texts(random, DebriefField::iter(), 4_000),
    }
}

#[test]
fn a_random_dossier_is_read_as_it_was_written_alone_and_inside_a_scenario() {
    for seed in 0..40 {
        let mut random = Random::new(seed);
        let dossier = odd_dossier(&mut random);
        let text = dossier_text(&dossier);
        let alone = read_dossier(&text).unwrap_or_else(|problems| panic!("{seed}: {:#?}\n{text}", lines(&problems)));
        assert!(alone.dossier == dossier, "{seed}: the dossier alone\n{text}");

        let scenario = odd_scenario(&mut random, &dossier);
        let written_for =
            WrittenFor { dossier: &dossier, fingerprint: &alone.fingerprint, embedded: Some(text.as_str()) };
        let copy = write_scenario(&scenario, written_for, None);
        let file = Library::shipped()
            .read_scenario(&copy, "copy.ron", None)
            .unwrap_or_else(|problems| panic!("{seed}: {:#?}\n{copy}", lines(&problems)));
        assert_eq!(file.scenario, scenario, "{seed}");
        assert_eq!(file.warnings, [], "{seed}");
        let inside = file.embedded.as_ref().unwrap();
        assert!(inside.dossier == dossier, "{seed}: the dossier inside\n{copy}");
        assert_eq!(inside.fingerprint, alone.fingerprint, "{seed}");
    }
}

#[test]
fn a_random_scenario_is_read_as_it_was_written() {
    for seed in 100..110 {
        let mut random = Random::new(seed);
        let dossier = odd_dossier(&mut random);
        for round in 0..30 {
            let scenario = odd_scenario(&mut random, &dossier);
            let written_for = WrittenFor { dossier: &dossier, fingerprint: "0123456789ab", embedded: None };
            let plan = write_scenario(&scenario, written_for, None);
            let file = read_scenario(&plan, "plan.ron", |_id| Ok((&dossier, "0123456789ab")))
                .unwrap_or_else(|problems| panic!("{seed}, {round}: {:#?}\n{plan}", lines(&problems)));
            assert_eq!(file.scenario, scenario, "{seed}, {round}");
            assert_eq!(file.warnings, [], "{seed}, {round}");
            // Written once more it is the same text, so that saving twice changes nothing.
            assert_eq!(write_scenario(&file.scenario, written_for, None), plan, "{seed}, {round}");
        }
    }
}
