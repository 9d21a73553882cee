//! The receipt: one click from any mark to who said what, when, where and on what evidence; and what a dash says.

use std::{collections::HashSet, sync::Arc};

use eframe::egui::{Rect, Role};
use peace_plan_explorer::{
    analysis::{Effect, Mark, Standing, Tally},
    app::{Action, Case, Document, Edit, WhySubject},
    domain::{PartyIx, StatementIx, TermIx, ValueIx},
    storage::Library,
    ui::{shape::MarkShape, theme},
    wording::{self, DateStyle, ui as words},
};

use crate::support::journey::{Journey, Start, name};

type CellIx = (PartyIx, TermIx);

/// The cells that carry one of the marks.
fn cells(journey: &Journey, keep: impl Fn(Mark) -> bool) -> Vec<CellIx> {
    let (dossier, matrix) = (journey.state().dossier(), journey.state().matrix().expect("nothing is hidden"));
    TermIx::all(dossier.terms.len())
        .flat_map(|term| PartyIx::all(dossier.parties.len()).map(move |party| (party, term)))
        .filter(|(party, term)| keep(matrix.cell(*party, *term).mark))
        .collect()
}

fn is_marked(mark: Mark) -> bool {
    !mark.is_blank()
}

/// `n` of the items, the same in every run.
fn drawn<T: Copy>(mut items: Vec<T>, n: usize, mut seed: u64) -> Vec<T> {
    let mut out = Vec::new();
    while out.len() < n && !items.is_empty() {
        // Marsaglia's xorshift.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let place = usize::try_from(seed % items.len() as u64).expect("less than a length");
        out.push(items.swap_remove(place));
    }
    out
}

/// What a receipt shows for a statement: paraphrase, speaker, day, publisher, kind of evidence.
fn receipt(journey: &Journey, ix: StatementIx) -> [String; 5] {
    let statement = journey.state().dossier().statement(ix);
    let source = statement.sources.first().map(|source| journey.state().dossier().source(*source));
    [
        statement.short.clone(),
        statement.speaker.clone(),
        wording::date(statement.said, DateStyle::Words),
        source.map_or(words::NO_SOURCE.to_owned(), |source| source.publisher.clone()),
        wording::channel(statement.channel).to_owned(),
    ]
}

#[test]
fn ten_cells_out_of_ten_show_their_receipt_after_one_click() {
    let mut journey = Start::at("reported-idea-full").go();
    let marked = cells(&journey, is_marked);
    assert!(marked.len() >= 20, "{}", marked.len());
    for (party, term) in drawn(marked, 10, 20_250_113) {
        journey.click_cell(party, term);
        let why = journey.why();
        let report = journey.state().report(party, term).expect("it is not hidden");
        let bearing: Vec<_> = report.positions.iter().filter(|report| report.bears()).collect();
        assert!(!bearing.is_empty(), "{why}");
        for ix in bearing.iter().flat_map(|report| &report.statements) {
            for part in receipt(&journey, *ix) {
                assert!(why.contains(&part), "\"{part}\" is missing in\n{why}");
            }
        }
        // The first statement is seen without scrolling, and none of it is cut off.
        for part in receipt(&journey, bearing[0].statements[0]) {
            assert!(!journey.painted(&part).is_empty(), "\"{part}\" is not to be seen at once in\n{why}");
        }
        assert!(journey.state().session.dialog.is_none());
    }
}

#[test]
fn every_sentence_over_a_statement_names_the_plan_or_the_file_and_no_refusing_country() {
    let mut journey = Start::at("reported-idea-full").go();
    for (party, term) in cells(&journey, is_marked) {
        journey.click_cell(party, term);
        let report = journey.state().report(party, term).expect("it is not hidden");
        let why = journey.why();
        for report in report.positions.iter().filter(|report| report.bears()) {
            let dossier = journey.state().dossier();
            let sentence = wording::effect_sentence(dossier, journey.state().plan(), report, DateStyle::Words);
            assert!(why.contains(&sentence), "{sentence}\n{why}");
            if report.effect == peace_plan_explorer::analysis::Effect::Contradicts {
                let speaker = &dossier.statement(report.statements[0]).speaker;
                assert!(sentence.starts_with("The plan contradicts ") && sentence.contains(speaker), "{sentence}");
            }
        }
        for verb in ["rejects", "refuses", "blocks"] {
            let party = &journey.state().dossier().party(party).name;
            assert!(!why.contains(&format!("{party} {verb}")), "{why}");
        }
    }
}

#[test]
fn a_dash_says_that_nothing_is_on_file_and_that_this_is_not_consent() {
    let mut journey = Start::at("reported-idea-full").go();
    let silent = cells(&journey, |mark| mark == Mark::Silent);
    let mut n_nothing = 0;
    for (party, term) in silent {
        journey.click_cell(party, term);
        let why = journey.why();
        assert!(why.contains("That is not consent."), "{why}");
        let state = journey.state();
        let report = state.report(party, term).expect("it is not hidden");
        if report.positions.is_empty() {
            n_nothing += 1;
            let (dossier, day) = (state.dossier(), wording::date(state.document.scenario.as_of, DateStyle::Words));
            let (party, term) = (&dossier.party(party).name, &dossier.term(term).name);
            let n_said = why.lines().filter(|line| line.trim_end_matches('.') == "No stated position on file").count();
            assert_eq!(n_said, 1, "said once, but for the name that a reader hears: {why}");
            assert!(why.contains(&format!("Nothing by {party} on \"{term}\" up to {day} is in this case.")), "{why}");
            assert_eq!(journey.nodes(Role::Article).len(), report.linked.len(), "{why}");
        } else if report.positions.iter().all(|report| report.standing != Standing::InForce) {
            assert!(why.contains("Nothing in force on") && why.contains("Go to "), "{why}");
        }
    }
    assert!(n_nothing > 20, "{n_nothing}");
}

/// A statement on another term that depends on this one stands right below: nothing is on file on this term alone.
#[test]
fn a_dash_beside_a_statement_that_is_tied_to_the_term_does_not_say_that_nothing_is_on_file() {
    let library = Library::shipped();
    let shelf = library.shelf("belfast-1998").expect("it is built in");
    let file = shelf.dossier().expect("it is sound");
    let case = Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), true));
    let mut journey = Start { case: Arc::clone(&case), ..Start::default() }.go();
    let mut n_tied = 0;
    for name in ["agreement", "text-without-the-letter", "uup-paper"] {
        let scenario = shelf.scenario(name).expect("it is there").expect("it is sound").scenario;
        journey.apply(Action::Opened(Box::new(Document::opened(Arc::clone(&case), scenario, None)), None));
        for (party, term) in cells(&journey, |mark| mark == Mark::Silent) {
            let report = journey.state().report(party, term).expect("it is not hidden");
            if !report.positions.is_empty() || report.linked.is_empty() {
                continue;
            }
            n_tied += 1;
            journey.apply(Action::Why(WhySubject::Cell(party, term)));
            let (why, dossier) = (journey.why(), journey.state().dossier());
            let (party, term) = (&dossier.party(party).name, &dossier.term(term).name);
            assert!(why.contains(&format!("Nothing by {party} on \"{term}\" alone up to ")), "{why}");
            assert!(why.contains("together with another term stands below") && why.contains(words::LINKED), "{why}");
        }
    }
    assert!(n_tied > 0, "{n_tied}");
}

#[test]
fn what_is_on_file_but_marks_nothing_is_no_dash_and_the_reason_is_told() {
    let mut journey = Start::at("reported-idea-full").go();
    let idle = cells(&journey, |mark| mark == Mark::OnFile);
    assert!(!idle.is_empty());
    for (party, term) in idle {
        journey.click_cell(party, term);
        let why = journey.why();
        assert!(!why.contains("No stated position on file") && why.contains("That is not consent."), "{why}");
        let state = journey.state();
        let report = state.report(party, term).expect("it is not hidden");
        for one in report.positions.iter().filter(|one| one.standing == Standing::InForce) {
            let speaker = &state.dossier().statement(one.statements[0]).speaker;
            let reason = match (one.uncounted, one.effect) {
                (Some(_), _) => "not counted: ",
                (None, Effect::NotTakenUp) => "an offer that the plan does not use",
                (None, _) => "it asks nothing of a plan",
            };
            assert!(why.contains(speaker) && why.contains(reason), "{speaker}: {reason} in\n{why}");
        }
    }
    let legend = "neither for nor against";
    assert!(journey.nodes(Role::Button).iter().any(|label| name(label) == legend));
}

#[test]
fn the_foot_has_a_dash_under_a_party_that_never_spoke_and_a_line_for_silence() {
    let mut journey = Start::at("reported-idea").go();
    let silent = |journey: &Journey| {
        let tallies = &journey.state().matrix().expect("nothing is hidden").tallies;
        let n = journey.state().results.n_in_plan();
        let texts = |tally: &Tally| [wording::contradicted_of(tally, n), wording::silent_of(tally, n)];
        tallies.iter().map(texts).collect::<Vec<_>>()
    };
    let figures = silent(&journey);
    assert!(!journey.painted(words::SILENT_OF).is_empty());
    for [contradicted, silent] in &figures {
        assert!(!journey.painted(contradicted).is_empty() && !journey.painted(silent).is_empty(), "{contradicted}");
    }
    // A plan of one term about which somebody said nothing.
    journey.apply(Action::Edit(Edit::Clear));
    journey.apply(Action::Edit(Edit::SetTerm(TermIx(0), Some(ValueIx(0)))));
    let figures = silent(&journey);
    let never = figures.iter().filter(|[_, silent]| silent == "1/1");
    assert!(never.clone().count() > 0 && never.into_iter().all(|[contradicted, _]| contradicted == "\u{2013}"));
}

#[test]
fn the_legend_and_the_cells_keep_a_dash_apart_from_a_ring() {
    let journey = Start::at("ukraine-declared-aims").go();
    let legend = "no stated position on file (not consent)";
    assert!(journey.nodes(Role::Button).iter().any(|label| name(label) == legend));
    let tokens = theme::tokens(&journey.harness.ctx);
    let fill = tokens.mark(MarkShape::Ring).fill;
    let tile = |(party, term): &CellIx| journey.cell(*party, *term).rect();
    let look = |rect: Rect| journey.colours(rect).contains(&fill);
    let rings = cells(&journey, |mark| mark == Mark::InLine);
    let dashes = cells(&journey, |mark| mark == Mark::Silent);
    assert!(!rings.is_empty() && !dashes.is_empty());
    assert!(rings.iter().map(tile).all(look));
    assert!(!dashes.iter().map(tile).any(look));
}

#[test]
fn no_count_takes_silence_for_agreement() {
    let journey = Start::at("reported-idea-full").go();
    let (dossier, matrix) = (journey.state().dossier(), journey.state().matrix().expect("nothing is hidden"));
    for party in PartyIx::all(dossier.parties.len()) {
        let count = |keep: &dyn Fn(Mark) -> bool| cells(&journey, keep).iter().filter(|cell| cell.0 == party).count();
        let in_line = count(&|mark| matches!(mark, Mark::InLine | Mark::Supported));
        let silent = count(&|mark| mark == Mark::Silent);
        let start = format!("{}: contradicts ", dossier.party(party).name);
        let mut tallies = journey.nodes(Role::Label).into_iter().map(|node| name(&node));
        let tally = tallies.find(|name| name.starts_with(&start)).unwrap_or_else(|| panic!("no tally \"{start}\""));
        assert!(tally.contains(&format!(" of {} terms", matrix.n_in_plan)), "{tally}");
        assert!(
            tally.contains(&format!("; {in_line} supported or in line; {silent} without a stated position")),
            "{tally}"
        );
    }
}

#[test]
fn a_party_s_page_lists_what_it_has_not_spoken_about() {
    let mut journey = Start::at("reported-idea-full").go();
    let dossier = journey.state().dossier();
    let head = words::party_name(dossier.party(PartyIx(4)));
    let unspoken: HashSet<String> = TermIx::all(dossier.terms.len())
        .filter(|term| dossier.positions_about(PartyIx(4), *term).is_empty())
        .map(|term| dossier.term(term).name.clone())
        .collect();
    assert!(!unspoken.is_empty());
    journey.click(Role::ColumnHeader, &head);
    let why = journey.why();
    let list = why.lines().skip_while(|line| *line != words::NO_STATED_POSITION_ON).nth(1).expect("a list");
    assert_eq!(list.split(", ").map(str::to_owned).collect::<HashSet<_>>(), unspoken);
    assert!(why.contains(words::NOT_CONSENT));
}
