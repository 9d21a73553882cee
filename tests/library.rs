//! The shipped dossiers as a reader meets them: they open, the lint finds nothing to mend, and the marks of each
//! scenario stand in words in a file that shows every change of them.

mod library {
    mod told;
}

use std::fmt::Write as _;

use peace_plan_explorer::{
    analysis::{self, Index, Mark, Matrix, Situation},
    domain::{Channel, Counted, Dossier, PartyIx, Role, Scenario, Severity, TermIx},
    storage::{Library, Shelf},
    wording::{mark_name, value_name},
};
use strum::IntoEnumIterator as _;

const DOSSIERS: [&str; 6] =
    ["ukraine-2025-01", "ukraine-2022-2026", "belfast-1998", "camp-david-1978", "cyprus-2004", "school-trip"];

fn dossier(shelf: &Shelf) -> &Dossier {
    match shelf.dossier() {
        Ok(file) => &file.dossier,
        Err(problems) => panic!("{}: {problems:?}", shelf.id),
    }
}

fn scenarios(shelf: &Shelf) -> Vec<(String, Scenario)> {
    let read = |name: &str| {
        let file = shelf.scenario(name).unwrap().unwrap_or_else(|problems| panic!("{}/{name}: {problems:?}", shelf.id));
        assert!(file.warnings.is_empty(), "{}/{name}: {:?}", shelf.id, file.warnings);
        (name.to_owned(), file.scenario)
    };
    shelf.scenario_names().map(read).collect()
}

fn matrix(dossier: &Dossier, scenario: &Scenario, counted: Counted) -> Matrix {
    let situation = Situation::new(dossier, scenario.as_of, counted);
    analysis::matrix(dossier, &Index::new(dossier), &situation, &scenario.plan)
}

fn scenario(shelf: &str, name: &str) -> (Library, Scenario) {
    let library = Library::shipped();
    let found = scenarios(library.shelf(shelf).unwrap()).into_iter().find(|(known, _)| known == name);
    let (_, scenario) = found.unwrap();
    (library, scenario)
}

/// The red lines of must-accept parties that a plan crosses: party code and term.
fn must_accept_red_lines(shelf: &str, name: &str) -> Vec<String> {
    let (library, scenario) = scenario(shelf, name);
    let dossier = dossier(library.shelf(shelf).unwrap());
    let matrix = matrix(dossier, &scenario, scenario.counted);
    let mut crossed = Vec::new();
    for party in PartyIx::all(dossier.parties.len()).filter(|ix| dossier.party(*ix).role == Role::MustAccept) {
        for term in TermIx::all(dossier.terms.len()) {
            if matrix.cell(party, term).mark == Mark::RedLine {
                crossed.push(format!("{} {}", dossier.party(party).code, dossier.term(term).id));
            }
        }
    }
    crossed
}

#[test]
fn the_library_holds_six_dossiers_and_all_their_scenarios() {
    let library = Library::shipped();
    assert_eq!(library.shelves().iter().map(|shelf| shelf.id.as_str()).collect::<Vec<_>>(), DOSSIERS);
    let folder = |id: &str| std::fs::read_dir(format!("{}/scenarios/{id}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for shelf in library.shelves() {
        // Every file of the folder is built in.
        let is_ron = |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|ext| ext == "ron");
        let files = folder(&shelf.id).filter(|entry| is_ron(entry.as_ref().unwrap())).count();
        assert_eq!(files, shelf.scenario_names().count() + 1, "{}", shelf.id);
    }
}

#[test]
fn the_lint_finds_nothing_to_mend() {
    for shelf in Library::shipped().shelves() {
        let dossier = dossier(shelf);
        let scenarios: Vec<Scenario> = scenarios(shelf).into_iter().map(|(_, scenario)| scenario).collect();
        let scenarios: Vec<&Scenario> = scenarios.iter().collect();
        let findings = analysis::lint(dossier, &scenarios);
        let found: Vec<_> = findings.iter().filter(|finding| finding.severity != Severity::Note).collect();
        assert!(found.is_empty(), "{}: {found:?}", shelf.id);
    }
}

#[test]
fn every_statement_has_a_source_and_every_term_its_words() {
    for shelf in Library::shipped().shelves() {
        let dossier = dossier(shelf);
        for statement in &dossier.statements {
            let at = format!("{}/{}", shelf.id, statement.id);
            assert!(!statement.speaker.is_empty() && !statement.office.is_empty(), "{at}");
            // Where no source was found the statement says so.
            assert!(!statement.sources.is_empty() || !statement.caveat.is_empty(), "{at}");
        }
        for term in &dossier.terms {
            assert!(!term.glossary.is_empty() && !term.question.is_empty(), "{}/{}", shelf.id, term.id);
            assert!(!term.context.is_empty() || shelf.id == "school-trip", "{}/{}: no context", shelf.id, term.id);
        }
        for scenario in scenarios(shelf) {
            assert!(!scenario.1.notes.is_empty() && !scenario.1.origin.is_empty(), "{}/{}", shelf.id, scenario.0);
        }
    }
}

/// What a reader of a change sees: each scenario's marks, party by party, in words.
#[test]
fn the_marks_of_every_scenario_in_words() {
    for shelf in Library::shipped().shelves() {
        let dossier = dossier(shelf);
        let mut text = String::new();
        for (name, scenario) in scenarios(shelf) {
            let matrix = matrix(dossier, &scenario, scenario.counted);
            writeln!(text, "# {name}: {}, as of {}", scenario.title, scenario.as_of).unwrap();
            for term in TermIx::all(dossier.terms.len()).filter(|term| scenario.plan.get(*term).is_some()) {
                let value = value_name(dossier, term, scenario.plan.get(term));
                let mut marks: Vec<String> = Vec::new();
                for mark in Mark::iter() {
                    let with: Vec<&str> = PartyIx::all(dossier.parties.len())
                        .filter(|party| matrix.cell(*party, term).mark == mark)
                        .map(|party| dossier.party(party).code.as_str())
                        .collect();
                    if !with.is_empty() && !mark.is_blank() {
                        marks.push(format!("{}: {}", mark_name(mark), with.join(" ")));
                    }
                }
                writeln!(text, "{} = {value}. {}", dossier.term(term).name, marks.join("; ")).unwrap();
            }
            text.push('\n');
        }
        insta::assert_snapshot!(format!("marks_{}", shelf.id), text);
    }
}

#[test]
fn the_reported_idea_of_january_2025() {
    let (library, scenario) = scenario("ukraine-2025-01", "reported-idea");
    let dossier = dossier(library.shelf("ukraine-2025-01").unwrap());
    let matrix = matrix(dossier, &scenario, scenario.counted);
    let mark = |party: &str, term: &str| {
        let party = dossier.parties.iter().position(|known| known.id == party).unwrap();
        let term = dossier.terms.iter().position(|known| known.id == term).unwrap();
        matrix.cell(PartyIx::at(party), TermIx::at(term)).mark
    };
    let terms = ["freeze", "nato_delay", "peacekeepers"];
    assert_eq!(terms.map(|term| mark("ru", term)), [Mark::RedLine, Mark::Opposed, Mark::Opposed]);
    assert_eq!(terms.map(|term| mark("ua", term)), [Mark::Otherwise, Mark::Otherwise, Mark::Supported]);
    assert_eq!(terms.map(|term| mark("uk", term)), [Mark::Silent, Mark::Silent, Mark::OnFile]);
    assert_eq!(terms.map(|term| mark("ch", term)), [Mark::Silent; 3]);
    for party in ["de", "nato", "eu"] {
        let party = dossier.parties.iter().position(|known| known.id == party).unwrap();
        assert_eq!(matrix.tallies[party].contradicted(), 0, "{party}");
    }
}

#[test]
fn adopted_texts_cross_no_red_line_of_a_must_accept_party() {
    assert_eq!(must_accept_red_lines("camp-david-1978", "outcome"), [""; 0]);
    assert_eq!(must_accept_red_lines("belfast-1998", "agreement"), [""; 0]);
    assert_eq!(must_accept_red_lines("camp-david-1978", "egypt-paper"), ["ISR sinai_settlements"]);
    assert_eq!(must_accept_red_lines("cyprus-2004", "fifth-version"), ["GC state"]);
    // Drafts fail on less: nobody is on record with a signature that hung on one point of these.
    assert_eq!(must_accept_red_lines("camp-david-1978", "ismailia"), [""; 0]);
    assert_eq!(must_accept_red_lines("belfast-1998", "mitchell-draft"), [""; 0]);
}

#[test]
fn unnamed_reports_change_the_verdict_on_the_28_points() {
    let (library, scenario) = scenario("ukraine-2022-2026", "2025-11-us-28-points");
    let dossier = dossier(library.shelf("ukraine-2022-2026").unwrap());
    let russia = PartyIx::at(dossier.parties.iter().position(|party| party.id == "ru").unwrap());
    let of = |term: &str| TermIx::at(dossier.terms.iter().position(|known| known.id == term).unwrap());
    let with_unnamed = scenario.counted.with(Channel::Unnamed, true);
    let (as_it_is, also) = (matrix(dossier, &scenario, scenario.counted), matrix(dossier, &scenario, with_unnamed));
    assert_eq!(as_it_is.cell(russia, of("line")).mark, Mark::RedLine);
    assert_eq!(also.cell(russia, of("line")).mark, Mark::Supported);
    assert_eq!(as_it_is.cell(russia, of("south")).mark, Mark::Opposed);
    assert_eq!(also.cell(russia, of("south")).contradicted, None);
}

#[test]
fn a_value_is_not_yet_put_forward_before_its_day() {
    let library = Library::shipped();
    let dossier = dossier(library.shelf("camp-david-1978").unwrap());
    let decides =
        dossier.terms.iter().find(|term| term.values.iter().any(|value| value.id == "knesset_first")).unwrap();
    let value = decides.values.iter().find(|value| value.id == "knesset_first").unwrap();
    let day = value.since.unwrap();
    assert_eq!(day.to_string(), "1978-09-16");
    assert!(!value.is_put_forward("1978-09-15".parse().unwrap()) && value.is_put_forward(day));
}
