//! One clean case, and one change of it for each kind of finding.

use super::lint;
use crate::domain::{
    Channel, Code, Coding, Counted, Demand, Dossier, DossierParts, Finding, FindingKind, LintKind, PartyIx, Plan,
    Position, PositionIx, Quote, RedLineBasis, Rule, Scenario, Severity, Source, Statement, StatementIx, Strength,
    Subject, TermIx, TermKind, ValueIx, sample, sample::day,
};

mod authors;

const NORTH: PartyIx = PartyIx(0);
const SOUTH: PartyIx = PartyIx(1);
const FREEZE: TermIx = TermIx(0);
const DELAY: TermIx = TermIx(1);

fn statement(party: PartyIx, speaker: &str, said: &str) -> Statement {
    Statement {
        speaker: speaker.to_owned(),
        office: "President".to_owned(),
        ..sample::statement(&format!("said-{said}"), party, day(said))
    }
}

fn position(party: PartyIx, statement: u16, about: TermIx, demand: Demand, strength: Strength) -> Position {
    let said = (party, StatementIx(statement));
    sample::position(&format!("read-{statement}"), said, Some(about), Some(demand), strength)
}

/// North wants the freeze, and no delay under it; South offers a delay. Nothing to be found.
fn clean() -> DossierParts {
    let frozen = || Demand::Is(FREEZE, ValueIx(0));
    let no_delay = Demand::If(Box::new(frozen()), Box::new(Demand::AtMost(DELAY, 0)));
    let values = |ids: [&str; 2]| ids.map(sample::value).into();
    DossierParts {
        covers: (day("2024-01"), day("2024-12")),
        parties: vec![sample::party("North"), sample::party("South")],
        terms: vec![
            sample::term("Freeze", TermKind::Toggle, values(["true", "false"])),
            sample::term("Delay", sample::years(), [0, 10, 20].map(sample::number).into()),
        ],
        rules: vec![Rule { id: "rule".to_owned(), demand: frozen(), reason: "Because.".to_owned() }],
        sources: vec![Source { title: "A regime under pressure".to_owned(), ..sample::source() }],
        statements: vec![
            statement(NORTH, "Ana Berg", "2024-02-01"),
            statement(NORTH, "Ana Berg", "2024-03-01"),
            statement(SOUTH, "Ion Dale", "2024-04-01"),
        ],
        positions: vec![
            position(NORTH, 0, FREEZE, frozen(), Strength::Opposes),
            position(NORTH, 1, DELAY, no_delay, Strength::RedLine),
            position(SOUTH, 2, DELAY, Demand::AtLeast(DELAY, 10), Strength::Offers),
        ],
        ..sample::parts("clean")
    }
}

fn kind(found: &Finding) -> LintKind {
    match &found.kind {
        FindingKind::Lint(kind) => kind.clone(),
        other => panic!("{other:?}"),
    }
}

/// What is found after one change of the clean case.
fn after(change: impl FnOnce(&mut DossierParts)) -> Vec<(Severity, Subject, LintKind)> {
    let mut parts = clean();
    change(&mut parts);
    let findings = lint(&Dossier::new(parts).unwrap(), &[]).into_iter();
    findings.map(|found| (found.severity, found.subject, kind(&found))).collect()
}

fn scenario(change: impl FnOnce(&mut Scenario)) -> Scenario {
    let dossier = Dossier::new(clean()).unwrap();
    let mut scenario = Scenario::empty(&dossier, "Plan".to_owned());
    change(&mut scenario);
    scenario
}

fn in_scenario(scenario: &Scenario) -> Vec<LintKind> {
    let findings = lint(&Dossier::new(clean()).unwrap(), &[scenario]).into_iter();
    findings.filter(|found| found.subject == Subject::Scenario(0)).map(|found| kind(&found)).collect()
}

fn plan(freeze: Option<u16>, delay: Option<u16>) -> Plan {
    Plan::empty(2).with(FREEZE, freeze.map(ValueIx)).with(DELAY, delay.map(ValueIx))
}

#[test]
fn a_clean_case_has_no_findings() {
    assert_eq!(after(|_| {}), []);
}

#[test]
fn a_demand_that_no_plan_or_every_plan_meets_is_found() {
    let (first, second) = (Demand::Is(FREEZE, ValueIx(0)), Demand::Is(FREEZE, ValueIx(1)));
    let none = Demand::All(vec![first.clone(), second.clone()]);
    let every = Demand::Any(vec![first.clone(), second]);
    // A condition inside another demand is decided by branching, not by a table.
    let nested = Demand::Not(Box::new(Demand::If(Box::new(first.clone()), Box::new(every.clone()))));
    let vacuous = Demand::If(Box::new(none.clone()), Box::new(first));
    let subject = Subject::Position(PositionIx(0));
    for (demand, expected) in [
        (none.clone(), (Severity::Error, subject, LintKind::MetByNoPlan)),
        (nested, (Severity::Error, subject, LintKind::MetByNoPlan)),
        (every.clone(), (Severity::Warning, subject, LintKind::MetByEveryPlan)),
        (vacuous, (Severity::Warning, subject, LintKind::MetByEveryPlan)),
    ] {
        assert_eq!(after(|parts| parts.positions[0].demand = Some(demand)), [expected]);
    }
    let of_rule = |demand| after(|parts| parts.rules[0].demand = demand);
    assert_eq!(of_rule(none), [(Severity::Error, Subject::Rule(0), LintKind::MetByNoPlan)]);
    assert_eq!(of_rule(every), [(Severity::Warning, Subject::Rule(0), LintKind::MetByEveryPlan)]);
}

#[test]
fn a_demand_that_passes_over_its_own_row_is_found() {
    let found = after(|parts| parts.positions[2].demand = Some(Demand::Is(FREEZE, ValueIx(1))));
    let kind = LintKind::AboutNotMentioned { about: DELAY };
    assert_eq!(found, [(Severity::Warning, Subject::Position(PositionIx(2)), kind)]);
}

#[test]
fn a_threshold_between_two_numbers_is_noted() {
    let mut grid = Vec::new();
    after(|parts| grid = parts.terms[DELAY.get()].values.iter().filter_map(|value| value.number).collect());
    let found = |threshold| after(|parts| parts.positions[2].demand = Some(Demand::AtLeast(DELAY, threshold)));
    let kind = LintKind::ThresholdOffGrid { term: DELAY, threshold: grid[1] + 1 };
    assert_eq!(found(grid[1] + 1), [(Severity::Note, Subject::Position(PositionIx(2)), kind)]);
    assert_eq!(found(grid[1]), []);
}

#[test]
fn loaded_words_are_found_in_our_own_sentences_only() {
    let found = after(|parts| {
        parts.statements[0].short = "The regime, the Regime and \"the puppet regime\"".to_owned();
        parts.statements[0].quote = Some(Quote { text: "the regime".to_owned(), language: String::new() });
        parts.terms[0].glossary = "Boots on the ground; winter is no win.".to_owned();
        parts.positions[1].note = "A concession by some.".to_owned();
    });
    let word = |word, field| LintKind::LoadedWord { word, field };
    let expected = [
        (Severity::Warning, Subject::Term(FREEZE), word("win", "glossary")),
        (Severity::Warning, Subject::Term(FREEZE), word("boots on the ground", "glossary")),
        (Severity::Warning, Subject::Statement(StatementIx(0)), word("regime", "short")),
        (Severity::Note, Subject::Position(PositionIx(1)), word("concession", "note")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn days_out_of_order_are_found() {
    let found = after(|parts| {
        parts.statements[0].published = day("2024-01-31");
        // Known to the month only, so it may well have been after.
        parts.statements[1].published = day("2024-03");
        parts.positions[1].until = Some(day("2024-03-01"));
        parts.positions[0].replaces = vec![PositionIx(1)];
        parts.terms[1].values[2].since = Some(day("2025-01-01"));
    });
    let (said, published) = (day("2024-02-01"), day("2024-01-31"));
    let (begins, until, since) = (day("2024-03-01"), day("2024-03-01"), day("2025-01-01"));
    let newer = PositionIx(1);
    let expected = [
        (Severity::Warning, Subject::Term(DELAY), LintKind::ValueAfterCovers { term: DELAY, value: ValueIx(2), since }),
        (Severity::Error, Subject::Statement(StatementIx(0)), LintKind::PublishedBeforeSaid { said, published }),
        (Severity::Warning, Subject::Position(PositionIx(0)), LintKind::ReplacesNewer { newer }),
        (Severity::Error, Subject::Position(PositionIx(1)), LintKind::EndsBeforeItBegins { begins, until }),
    ];
    assert_eq!(found, expected);
}

#[test]
fn days_outside_the_research_are_found() {
    let found = after(|parts| parts.covers = (day("2024-02-15"), day("2024-05")));
    let outside = |text| LintKind::OutsideCovers { day: day(text) };
    let expected = [
        (Severity::Warning, Subject::Dossier, outside("2024-06-15")),
        (Severity::Note, Subject::Statement(StatementIx(0)), outside("2024-02-01")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_offer_that_the_same_party_rules_out_is_found() {
    let with = |strength, voice: &'static str, until: Option<&'static str>| {
        after(move |parts| {
            parts.positions[0].strength = strength;
            parts.statements.push(statement(NORTH, "Ana Berg", "2024-05-01"));
            let refused = Demand::Not(Box::new(Demand::Is(FREEZE, ValueIx(0))));
            let offer = position(NORTH, 3, FREEZE, refused, Strength::Offers);
            parts.positions.push(Position { voice: voice.to_owned(), ..offer });
            parts.positions[0].until = until.map(day);
        })
    };
    let change = |voice, until| with(Strength::Opposes, voice, until);
    let kind = LintKind::OfferExcluded { by: PositionIx(0) };
    assert_eq!(with(Strength::Prefers, "", None), [], "who wishes for one thing may offer another");
    assert_eq!(change("", None), [(Severity::Warning, Subject::Position(PositionIx(3)), kind)]);
    assert_eq!(change("Opposition", None), []);
    assert_eq!(change("", Some("2024-04-30")), []);
}

#[test]
fn what_is_never_used_is_noted() {
    let found = after(|parts| {
        parts.positions.clear();
        parts.statements.truncate(1);
        parts.terms.truncate(1);
    });
    let expected = [
        (Severity::Note, Subject::Party(NORTH), LintKind::NoPosition),
        (Severity::Note, Subject::Party(SOUTH), LintKind::NoPosition),
        (Severity::Note, Subject::Term(FREEZE), LintKind::NobodySpeaksAbout),
        (Severity::Note, Subject::Statement(StatementIx(0)), LintKind::UnusedStatement),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_position_that_no_scenario_decides_is_noted() {
    let dossier = Dossier::new(clean()).unwrap();
    let (one, other) = (scenario(|one| one.plan = plan(Some(0), None)), scenario(|one| one.plan = plan(None, Some(0))));
    let never = |scenarios: &[&Scenario]| {
        let findings = lint(&dossier, scenarios).into_iter();
        findings.filter(|one| kind(one) == LintKind::NeverDecided).map(|one| one.subject).collect::<Vec<_>>()
    };
    let at = |place| Subject::Position(PositionIx(place));
    assert_eq!(never(&[&one]), [at(1), at(2)]);
    // With no delay the condition of position 1 is open, but its demand cannot be failed either way: still undecided.
    assert_eq!(never(&[&one, &other]), [at(1)]);
    assert_eq!(never(&[&scenario(|one| one.plan = plan(Some(0), Some(2)))]), []);
}

#[test]
fn a_scenario_that_breaks_a_rule_or_runs_ahead_is_found() {
    let broken = scenario(|one| one.plan = plan(Some(1), None));
    assert_eq!(in_scenario(&broken), [LintKind::BreaksRule { rule: 0 }]);
    let late = scenario(|one| one.as_of = day("2025-02-01"));
    assert_eq!(in_scenario(&late), [LintKind::OutsideCovers { day: day("2025-02-01") }]);
    let mut parts = clean();
    parts.terms[1].values[2].since = Some(day("2024-07-01"));
    let ahead = scenario(|one| one.plan = plan(None, Some(2)));
    let found = lint(&Dossier::new(parts).unwrap(), &[&ahead]);
    let kind = LintKind::NotYetPutForward { term: DELAY, since: day("2024-07-01") };
    assert!(found.contains(&Finding::lint(Severity::Note, Subject::Scenario(0), kind)));
}

#[test]
fn a_reading_says_what_carries_it() {
    let found = |change: &dyn Fn(&mut Coding)| {
        let mut parts = clean();
        change(&mut parts.positions[1].coding);
        let dossier = Dossier::new(parts).unwrap();
        let kinds = lint(&dossier, &[]).into_iter().map(|found| (found.severity, kind(&found)));
        kinds.collect::<Vec<(Severity, LintKind)>>()
    };
    let warning = |kind| vec![(Severity::Warning, kind)];
    assert_eq!(found(&|_| {}), []);
    assert_eq!(found(&|coding| coding.because.clear()), warning(LintKind::RedLineWithoutWords));
    assert_eq!(found(&|coding| coding.basis = None), warning(LintKind::RedLineWithoutWords));
    assert_eq!(found(&|coding| coding.coded = vec![Code::RedLine, Code::RedLine]), []);
    assert_eq!(found(&|coding| coding.coded = vec![Code::RedLine]), vec![(Severity::Note, LintKind::ReadOnce)]);
    for codes in [[Code::RedLine, Code::Opposes], [Code::Prefers, Code::Prefers]] {
        assert_eq!(found(&|coding| coding.coded = codes.to_vec()), warning(LintKind::NotDecided));
        let with_reason = |coding: &mut Coding| {
            coding.coded = codes.to_vec();
            coding.decided = "The quotation says never.".to_owned();
        };
        assert_eq!(found(&with_reason), []);
    }
    let mut parts = clean();
    parts.positions[0].coding.basis = Some(RedLineBasis::Law);
    let dossier = Dossier::new(parts).unwrap();
    assert_eq!(kind(&lint(&dossier, &[])[0]), LintKind::BasisWithoutRedLine);
}

#[test]
fn a_source_is_named_and_fit_to_be_cited() {
    let found = |url: &str, title: &str, note: &str, caveat: &str| {
        let mut parts = clean();
        parts.sources[0] =
            Source { url: url.to_owned(), title: title.to_owned(), note: note.to_owned(), ..parts.sources[0].clone() };
        parts.statements.iter_mut().for_each(|statement| statement.caveat = caveat.to_owned());
        let dossier = Dossier::new(parts).unwrap();
        lint(&dossier, &[]).into_iter().map(|found| kind(&found)).collect::<Vec<LintKind>>()
    };
    let (fit, unfit) = ("https://example.org/", "https://www.nuzhound.com/a");
    assert_eq!(found(fit, "Talks", "", ""), []);
    assert_eq!(found(fit, "", "", ""), [LintKind::SourceWithoutTitleOrDate]);
    assert_eq!(found(fit, "", "The page bears no title.", ""), []);
    assert_eq!(found(fit, "[Report of talks]", "", ""), []);
    assert_eq!(found(unfit, "Talks", "", ""), [LintKind::UnfitSource]);
    assert_eq!(found(unfit, "Talks", "", "The body's own page was searched for and not found."), []);
}
