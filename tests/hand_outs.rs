//! Hand-outs of every shipped scenario: one page where one is promised, numbers that lead somewhere, silence that is
//! never called consent, and texts of strangers that stay texts.

use std::collections::{BTreeMap, BTreeSet};

use peace_plan_explorer::app::{Asked, Format, Paper, Separator, Sheet, predict, way};
use peace_plan_explorer::{
    analysis::{Effect, Judged, Mark, PositionReport},
    app::{GreyPart, Item, Link, Page, Shade, TextLine},
    domain::{
        Answer, ClassWork, DebriefField, Dossier, Explanation, Guess, Job, Jobs, Plan, Prediction, Proposal, Question,
        Scenario, StatementIx, Strength, TermIx, ValueIx,
    },
    export::{self, Made, Material, all_sheets, make, pages},
    format::DossierFile,
    storage::Library,
    wording::{DateStyle, activities, channel, legend, met_if},
};

use strum::IntoEnumIterator as _;

/// 15 millimetres in points, less a rounding.
const MARGIN: f32 = 42.5;

/// Every shipped dossier with its scenarios.
fn shipped() -> Vec<(DossierFile, Vec<Scenario>)> {
    let library = Library::shipped();
    let read = |shelf: &peace_plan_explorer::storage::Shelf| {
        let scenarios = shelf.scenario_names().map(|name| shelf.scenario(name).unwrap().unwrap().scenario);
        (shelf.dossier().unwrap().clone(), scenarios.collect())
    };
    library.shelves().iter().map(read).collect()
}

fn material<'a>(file: &'a DossierFile, scenario: &'a Scenario) -> Material<'a> {
    Material::new(Judged::new(&file.dossier, scenario), &file.fingerprint, Made::Own, DateStyle::Words)
}

fn text_of(material: &Material<'_>, sheets: &[Sheet], format: Format) -> String {
    String::from_utf8(make(material, sheets, format, Paper::A4, None).unwrap().bytes).unwrap()
}

/// A plan with a value for every term: the `nth` of each, or its last.
fn full_plan(dossier: &Dossier, nth: usize) -> Scenario {
    let mut scenario = Scenario::empty(dossier, "Everything at once, so that the table is full".to_owned());
    for term in TermIx::all(dossier.terms.len()) {
        let last = dossier.term(term).values.len() - 1;
        scenario.plan.set(term, Some(ValueIx::at(nth.min(last))));
    }
    scenario
}

fn find<'a>(file: &'a [(DossierFile, Vec<Scenario>)], id: &str) -> &'a (DossierFile, Vec<Scenario>) {
    file.iter().find(|(file, _)| file.dossier.id == id).unwrap()
}

/// What stands between `before` and the next quotation mark, everywhere.
fn attributes<'a>(html: &'a str, before: &str) -> Vec<&'a str> {
    html.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_number_in_every_shipped_scenario_leads_to_its_statement_and_no_id_stands_twice() {
    for (file, scenarios) in shipped() {
        for scenario in &scenarios {
            let material = material(&file, scenario);
            let html = text_of(&material, &all_sheets(&material), Format::Html);
            let ids = attributes(&html, " id=\"");
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), known.len(), "{}: an id stands twice", scenario.title);
            let links = attributes(&html, "href=\"#");
            assert!(links.iter().any(|link| link.starts_with("source-")), "{}", scenario.title);
            for link in links {
                assert!(known.contains(link), "{}: #{link} leads nowhere", scenario.title);
            }
        }
    }
}

#[test]
fn sheets_for_one_page_fit_it_on_both_papers_even_if_every_term_is_in_the_plan() {
    for (file, scenarios) in shipped() {
        let full = [0, 1, 99].into_iter().map(|nth| full_plan(&file.dossier, nth));
        let empty = Scenario::empty(&file.dossier, "Empty".to_owned());
        for scenario in full.chain(scenarios).chain([empty]) {
            let material = material(&file, &scenario);
            for paper in [Paper::A4, Paper::Letter] {
                let sheets =
                    [Sheet::Prediction, Sheet::AnswerKey, Sheet::Plan, Sheet::Marks, Sheet::Debrief, Sheet::Grading];
                for sheet in sheets {
                    let pages = pages(&material, &[sheet], paper);
                    let what = format!("{}, {}: {sheet:?} on {paper:?}", file.dossier.id, scenario.title);
                    assert_eq!(pages.len(), 1, "{what}");
                    assert!(pages.iter().all(|page| page.width < page.height), "{what} lies on its side");
                }
            }
        }
    }
}

#[test]
fn every_sheet_of_a_plan_says_whose_it_is_and_what_became_of_it() {
    let all = shipped();
    let (file, scenarios) = find(&all, "ukraine-2025-01");
    let idea = scenarios.iter().find(|scenario| scenario.title.starts_with("Reported idea: freeze")).unwrap();
    let material = material(file, idea);
    for sheet in [Sheet::Plan, Sheet::Sources, Sheet::AnswerKey, Sheet::Marks] {
        let pages = pages(&material, &[sheet], Paper::A4);
        let text: String = pages.iter().map(|page| words(page) + " ").collect();
        let text = text.replace("  ", " ");
        for part in
            ["Whose: unnamed members of the incoming US team", "When: 6 Nov 2024", "What became of it: It was put"]
        {
            assert!(text.contains(part), "{sheet:?}: {part} in {text}");
        }
    }
}

#[test]
fn the_marks_are_explained_on_paper_each_with_a_place_of_the_case() {
    for (file, scenarios) in shipped() {
        let material = material(&file, &scenarios[0]);
        let html = text_of(&material, &[Sheet::Marks], Format::Html);
        let page: String = pages(&material, &[Sheet::Marks], Paper::A4).iter().map(words).collect();
        for mark in Mark::iter() {
            assert!(html.contains(legend::sentence(mark)), "{mark:?}");
            let first = legend::sentence(mark).split(' ').take(3).collect::<Vec<_>>().join(" ");
            assert!(page.contains(&first), "{}: {mark:?}: {first} in {page}", file.dossier.id);
        }
        let places = html.matches("Here: ").count() + html.matches("An example: if a plan said only ").count();
        assert!(places >= 5, "{}: {places}", file.dossier.id);
    }
}

/// The statements behind the marks of a plan in these rows.
fn behind_marks(material: &Material<'_>, asked: &[Asked]) -> BTreeSet<StatementIx> {
    let terms = asked.iter().map(|asked| asked.term).filter(|term| material.scenario.plan.get(*term).is_some());
    let cells = terms.flat_map(|term| material.columns.iter().map(move |column| material.report(column.party, term)));
    let behind = cells.flat_map(|cell| cell.positions.into_iter().filter(PositionReport::bears));
    behind.flat_map(|one| one.statements).collect()
}

#[test]
fn the_sheet_of_marks_answers_nothing_that_a_class_is_asked() {
    for (file, scenarios) in shipped() {
        let empty = Scenario::empty(&file.dossier, "Empty".to_owned());
        for scenario in scenarios.iter().chain([&empty]) {
            let material = material(&file, scenario);
            let is_empty = scenario.plan.n_set() == 0;
            let basis = if is_empty { predict::Basis::OneByOne } else { predict::Basis::ThisPlan };
            let mut asked = predict::proposal(material.basis(), scenario, basis, false);
            assert!(!asked.is_empty(), "{}: {}", file.dossier.id, scenario.title);
            let alone = text_of(&material, &[Sheet::Marks], Format::Html);
            for one in &asked {
                let cell =
                    format!("if a plan said only \"{}\"", clean(&activities::term_and_value(&file.dossier, *one)));
                let here = format!(" on {}. ", clean(&file.dossier.term(one.term).name));
                let shown = alone.split("Here: ").skip(1).any(|rest| rest.split("</").next().unwrap().contains(&here));
                assert!(!alone.contains(&cell) && !shown, "{}: {}: {cell}", file.dossier.id, scenario.title);
            }
            asked.extend(scenario.plan.iter().filter_map(|(term, value)| Some(Asked { term, value: value? })));
            // The sheet has boxes for every row, and not only for those that the class is asked about.
            let behind = behind_marks(&material, &asked);
            let html = text_of(&material, &[Sheet::Marks, Sheet::Prediction], Format::Html);
            assert!(!html.contains("Here: "), "{}: {}", file.dossier.id, scenario.title);
            for one in asked {
                let cell =
                    format!("if a plan said only \"{}\"", clean(&activities::term_and_value(&file.dossier, one)));
                assert!(!html.contains(&cell), "{}: {}: {cell}", file.dossier.id, scenario.title);
            }
            for statement in behind {
                let words = clean(&file.dossier.statement(statement).short);
                assert!(!html.contains(&words), "{}: {}: {words}", file.dossier.id, scenario.title);
            }
            let told = text_of(&material, &[Sheet::Marks, Sheet::Plan], Format::Html);
            assert_eq!(told.contains("Here: "), !is_empty, "beside the plan sheet the plan has the examples");
        }
    }
}

/// The lesson names a plan of the practice case: sheet and activity ask the same of it, and nothing that was seen before.
#[test]
fn the_lesson_prints_what_it_asks_and_shows_none_of_it_before() {
    let lesson = include_str!("../docs/first-lesson.md");
    let all = shipped();
    let (file, scenarios) = find(&all, "school-trip");
    let named: Vec<&Scenario> = scenarios.iter().filter(|one| lesson.contains(&one.title)).collect();
    let [plan] = named[..] else { panic!("one plan is named: {named:?}") };
    let material = material(file, plan);
    let asked = predict::proposal(material.basis(), plan, predict::Basis::ThisPlan, false);
    assert_eq!(asked.len(), 3);
    let sheet = text_of(&material, &[Sheet::Prediction], Format::Html);
    let before: String = lesson.lines().filter(|line| line.starts_with("| 3\u{2013}8")).collect();
    assert!(before.contains("*Island*"), "{before}");
    for one in asked {
        let term = file.dossier.term(one.term);
        assert!(sheet.contains(&term.values[one.value.get()].name), "{}", term.name);
        for value in &term.values {
            // The row "Place" is read at another value; of the other rows that are asked nothing is seen.
            assert!(term.name == "Place" || !before.contains(&format!("*{}*", term.name)), "{}", term.name);
            assert!(*value != term.values[one.value.get()] || !before.contains(&format!("*{}*", value.name)));
        }
    }
}

#[test]
fn is_there_a_way_on_paper_has_the_words_the_values_and_room_but_no_answer() {
    for (file, scenarios) in shipped() {
        let material = material(&file, &scenarios[0]);
        let task = way::Task::of(material.basis());
        assert!(task.positions.len() >= 2, "{}: {task:?}", file.dossier.id);
        let html = text_of(&material, &[Sheet::Way], Format::Html);
        assert!(
            html.contains(&activities::way_task(&file.dossier, &task.parties, task.firmness)),
            "{}",
            file.dossier.id
        );
        for ix in &task.positions {
            let condition = met_if(&file.dossier, file.dossier.position(*ix)).unwrap();
            assert!(html.contains(&clean(&condition)), "{condition}");
        }
        assert!(activities::WAY_QUESTIONS.iter().all(|question| html.contains(question)));
        assert!(!html.contains("There is a way") && !html.contains("There is no way"));
        let n = pages(&material, &[Sheet::Way], Paper::A4).len();
        assert!(n <= 2, "{}: {n} pages", file.dossier.id);
    }
}

/// As it stands in HTML.
fn clean(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn sources_of_a_plan_fit_two_pages_or_if_there_are_very_many_three() {
    for (file, scenarios) in shipped() {
        for scenario in &scenarios {
            let material = material(&file, scenario);
            let (n, n_cited) = (pages(&material, &[Sheet::Sources], Paper::A4).len(), material.cited(&[]).len());
            let text: String =
                pages(&material, &[Sheet::Sources], Paper::A4).iter().map(|page| words(page) + " ").collect();
            let cited = material.cited(&[]);
            let mut quotes = cited.iter().filter_map(|(_, ix)| file.dossier.statement(*ix).quote.as_ref());
            let has_quotes =
                quotes.all(|quote| text.contains(quote.text.split(' ').next().unwrap()) && text.contains('\u{201c}'));
            assert!(has_quotes || text.contains("For room without"), "{}: what is left out is said", scenario.title);
            assert!(n <= if n_cited <= 25 { 2 } else { 3 }, "{n}: {}, {}", file.dossier.id, scenario.title);
        }
    }
}

#[test]
fn a_brief_fits_one_page_and_names_every_statement_that_it_has_no_room_for() {
    let (mut n_briefs, mut n_cut) = (0, 0);
    for (file, mut scenarios) in shipped() {
        // A brief is about a party on a day, whatever the plan says.
        scenarios.sort_by_key(|scenario| scenario.as_of);
        scenarios.dedup_by_key(|scenario| scenario.as_of);
        let papers = [Paper::A4, Paper::Letter];
        for (scenario, paper) in scenarios.iter().zip(papers.into_iter().cycle()) {
            let material = material(&file, scenario);
            for party in material.columns.iter().map(|column| column.party) {
                let pages = pages(&material, &[Sheet::Brief(party)], paper);
                let what = format!("{}, {}: {party:?} on {paper:?}", file.dossier.id, scenario.title);
                assert_eq!(pages.len(), 1, "{what}");
                let links = pages[0].items.iter().filter_map(|item| match item {
                    Item::Text(TextLine { link: Some(Link::Statement(number)), .. }) => Some(*number),
                    _ => None,
                });
                let mut named: BTreeSet<u16> = links.collect();
                let text = words(&pages[0]);
                if let Some((_, rest)) = text.split_once("On the sheet \"Sources\": ") {
                    n_cut += 1;
                    for range in rest.split_once('.').unwrap().0.split(", ") {
                        let (from, to) = range.split_once('\u{2013}').unwrap_or((range, range));
                        named.extend(from.parse::<u16>().unwrap()..=to.parse().unwrap());
                    }
                }
                n_briefs += 1;
                let reports = material.in_force(party);
                let kinds = reports
                    .iter()
                    .filter_map(|report| report.statements.iter().max_by_key(|ix| file.dossier.statement(**ix).said));
                let kinds: Vec<&str> = kinds.map(|ix| channel(file.dossier.statement(*ix).channel)).collect();
                assert!(
                    kinds.is_empty() || kinds.iter().any(|kind| text.contains(kind)),
                    "{what}: no evidence in {text}"
                );
                for statement in material.in_force(party).into_iter().flat_map(|report| report.statements) {
                    let number = material.number_of(statement).expect("what is in force has a number");
                    assert!(named.contains(&number), "{what}: {number} is missing in {text}");
                }
            }
        }
    }
    println!("{n_cut} of {n_briefs} briefs leave a position to the sources");
    assert!(n_cut > 0, "no brief is long enough to be cut: the test says nothing");
}

#[test]
fn nothing_is_printed_smaller_than_nine_points_or_into_the_margin() {
    for (file, _) in shipped() {
        let scenario = full_plan(&file.dossier, 1);
        let material = material(&file, &scenario);
        for page in pages(&material, &all_sheets(&material), Paper::A4) {
            for item in &page.items {
                let Item::Text(line) = item else { continue };
                assert!(line.size >= 9.0, "{}: {}", page.name, line.text);
                let [x, y] = line.at;
                let (right, top) = (x + line.width, y - 0.75 * line.size);
                let inside = x >= MARGIN && right <= page.width - MARGIN && top >= MARGIN && y <= page.height - MARGIN;
                assert!(inside, "{}: \"{}\" at {x:.1}, {y:.1}", page.name, line.text);
            }
        }
    }
}

/// All words of a page in the order in which they are drawn.
fn words(page: &Page) -> String {
    let text = |item: &Item| if let Item::Text(line) = item { Some(line.text.clone()) } else { None };
    page.items.iter().filter_map(text).collect::<Vec<_>>().join(" ")
}

/// Each sheet of a file is handed out alone: "1 of 1" under all of them looks like a fault and says nothing.
#[test]
fn pages_are_numbered_where_a_sheet_has_several() {
    let shipped = shipped();
    let (file, scenarios) = find(&shipped, "belfast-1998");
    let scenario = scenarios.iter().find(|scenario| scenario.title.contains("of 6 and 7 April")).unwrap();
    let pages = pages(&material(file, scenario), &[Sheet::Plan, Sheet::Sources], Paper::A4);
    let numbers: Vec<Vec<String>> = (pages.iter())
        .map(|page| {
            page.items.iter().filter_map(|item| if let Item::Text(line) = item { Some(&line.text) } else { None })
        })
        .map(|lines| lines.filter(|text| ["1 of 1", "1 of 2", "2 of 2"].contains(&text.as_str())).cloned().collect())
        .collect();
    assert_eq!(numbers, [vec![], vec!["1 of 2".to_owned()], vec!["2 of 2".to_owned()]]);
    assert!(pages[0].name.ends_with("7 April 1998") && pages[2].name.ends_with(", page 2 of 2"), "{}", pages[0].name);
}

#[test]
fn a_plan_sheet_says_which_day_which_dossier_and_that_silence_is_not_consent() {
    let all = shipped();
    let (file, scenarios) = find(&all, "ukraine-2025-01");
    let scenario = scenarios.iter().find(|scenario| scenario.title.starts_with("Reported idea: freeze")).unwrap();
    let material = material(file, scenario);
    let page = words(&pages(&material, &[Sheet::Plan], Paper::A4)[0]);
    let html = text_of(&material, &[Sheet::Plan], Format::Html);
    for part in [
        "Reported idea: freeze, delay, European troops",
        "Statements in force on 13 Jan 2025",
        "3 of 15 terms in the plan",
        "Ukraine, January 2025",
        &format!("version {}", file.dossier.version),
        &file.fingerprint,
        "no stated position on file (not consent)",
        "What we gave up",
        "RU\u{a0}Russia",
    ] {
        assert!(html.contains(part), "{part} is missing in the HTML page");
        assert!(page.contains(part), "{part} is missing in\n{page}");
    }
}

#[test]
fn a_prediction_sheet_gives_no_mark_away() {
    let all = shipped();
    let (file, scenarios) = find(&all, "ukraine-2025-01");
    let material = material(file, &scenarios[0]);
    let only = |sheet| <[Page; 1]>::try_from(pages(&material, &[sheet], Paper::A4)).unwrap();
    let ([boxes], [key]) = (only(Sheet::Prediction), only(Sheet::AnswerKey));
    let is_mark = |item: &&Item| matches!(item, Item::Polygon { .. } | Item::Circle { .. });
    assert_eq!(boxes.items.iter().filter(is_mark).count(), 0);
    assert!(key.items.iter().any(|item| is_mark(&item)));
    assert!(!words(&boxes).contains("Contradicted"));
    let html = text_of(&material, &[Sheet::Prediction], Format::Html);
    assert!(html.contains("box to write in") && !html.contains("#m-"), "{html}");
}

#[test]
fn what_students_write_is_marked_as_theirs_and_stays_text() {
    let all = shipped();
    let (file, _) = find(&all, "school-trip");
    let mut scenario = full_plan(&file.dossier, 0);
    scenario.title = "<script>alert(1)</script> & \u{202e}co".to_owned();
    scenario.notes = "First <b>note</b>\n\nsecond\u{0} note".to_owned();
    for statement in &file.dossier.statements {
        scenario.guesses.insert(statement.id.clone(), "=HYPERLINK(\"x\"), they <i>fear</i>\u{7} it".to_owned());
    }
    let material = material(file, &scenario);
    let html = text_of(&material, &all_sheets(&material), Format::Html);
    assert!(!html.contains("<script") && !html.contains("<b>note") && !html.contains("<i>"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"));
    assert!(html.contains("Student writing: =HYPERLINK(&quot;x&quot;), they &lt;i&gt;fear&lt;/i&gt; it"));
    assert!(html.contains("Notes (student writing, not part of the case)"));
    let printed: String = pages(&material, &all_sheets(&material), Paper::A4).iter().map(words).collect();
    assert!(printed.contains("Student writing") && printed.contains("second note"));
    assert!(!printed.chars().any(|letter| letter.is_control() || letter == '\u{202e}'));
    let csv = text_of(&material, &[Sheet::Sources], Format::Csv);
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\"), they <i>fear</i> it\""), "{csv}");
}

/// A class that guessed, proposed and wrote a debrief, all in words that are hard to print.
fn class_work(dossier: &Dossier, as_of: peace_plan_explorer::domain::Date) -> ClassWork {
    let (party, term) = (&dossier.parties[0], &dossier.terms[0]);
    let question = Question {
        term: term.id.clone(),
        value: term.values[0].id.clone(),
        as_of,
        alone: true,
        plan: None,
        student: 0,
    };
    let of_an_older_dossier = Question { term: "gone".to_owned(), ..question.clone() };
    let guessed = Answer { guess: Some(Guess::Nothing), hands: [1, 20, 7] };
    let prediction = Prediction {
        question,
        answers: BTreeMap::from([(party.id.clone(), guessed)]),
        reason: "they <b>never</b> said".to_owned(),
    };
    let explanation = Explanation { fits: "It does not".to_owned(), gives_way: String::new() };
    ClassWork {
        group: "Group <3> of 8b".to_owned(),
        predictions: vec![prediction, Prediction::unanswered(of_an_older_dossier)],
        delegations: BTreeMap::from([(
            party.id.clone(),
            Jobs(BTreeMap::from([(Job::Speaker, "Ana".to_owned()), (Job::Scribe, String::new())])),
        )]),
        log: vec![Proposal {
            by: party.id.clone(),
            term: term.id.clone(),
            from: Some(term.values[1].id.clone()),
            to: Some(term.values[0].id.clone()),
            as_of,
            explanations: BTreeMap::from([("gone".to_owned(), explanation)]),
        }],
        debrief: BTreeMap::from([
            (DebriefField::GaveWay, "Nobody's.\n\nThen <i>ours</i>.".to_owned()),
            (DebriefField::Actors, "All of us. ".repeat(300)),
        ]),
        ..ClassWork::default()
    }
}

#[test]
fn what_a_class_wrote_stands_on_the_debrief_sheet_and_on_one_of_its_own_marked_as_theirs() {
    for (file, scenarios) in shipped() {
        let mut scenario = scenarios[0].clone();
        scenario.class = class_work(&file.dossier, scenario.as_of);
        let material = material(&file, &scenario);
        let html = text_of(&material, &[Sheet::Debrief], Format::Html);
        let pages = pages(&material, &[Sheet::Debrief], Paper::A4);
        let printed: String = pages.iter().map(|page| words(page) + " ").collect();
        let (party, term) = (&file.dossier.parties[0], &file.dossier.terms[0]);
        for part in [
            "Group:",
            "Student writing: Nobody's.",
            "Student writing: All of us.",
            "Which interests might lie behind these statements?",
            "What we expected, and what is on file",
            "no stated position (hands: 1 no, 20 yes or in line, 7 no position)",
            &format!("{}: {}", term.name, term.values[0].in_full()),
            &format!("{}: Speaker Ana", party.name),
            "Student writing, gone. How does it fit our statement on record? It does not",
        ] {
            let escaped = part.replace('&', "&amp;");
            assert!(html.contains(&escaped), "{}: {part} is missing in\n{html}", file.dossier.id);
            let apart = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(apart(&printed).contains(&apart(part)), "{}: {part} is missing in\n{printed}", file.dossier.id);
        }
        assert!(html.contains("Then &lt;i&gt;ours&lt;/i&gt;.") && html.contains("Group &lt;3&gt; of 8b"));
        assert!(html.contains("Student writing: they &lt;b&gt;never&lt;/b&gt; said"));
        for page in &pages {
            for item in &page.items {
                let Item::Text(line) = item else { continue };
                assert!(line.at[0] + line.width <= page.width - MARGIN, "{}: \"{}\"", page.name, line.text);
                assert!(line.at[1] <= page.height - MARGIN, "{}: \"{}\"", page.name, line.text);
            }
        }
    }
}

#[test]
fn a_class_that_wrote_nothing_gets_one_debrief_sheet_to_write_on() {
    let all = shipped();
    let (file, scenarios) = find(&all, "school-trip");
    let material = material(file, &scenarios[0]);
    let html = text_of(&material, &[Sheet::Debrief], Format::Html);
    assert!(html.contains("Name or group (optional)") && !html.contains("Student writing"));
    assert_eq!(html.matches("<section").count(), 1);
}

#[test]
fn notes_that_come_with_a_plan_are_not_called_student_writing() {
    let all = shipped();
    let (file, scenarios) = find(&all, "ukraine-2025-01");
    let scenario = scenarios.iter().find(|scenario| !scenario.notes.is_empty()).unwrap();
    let material =
        Material::new(Judged::new(&file.dossier, scenario), &file.fingerprint, Made::Shipped, DateStyle::Words);
    let html = text_of(&material, &[Sheet::Sources], Format::Html);
    assert!(html.contains("Notes that come with this plan") && !html.contains("student writing"));
}

/// The rows of a CSV text as cells; as simple as a reader of RFC 4180 can be.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => row.last_mut().unwrap().push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            other => row.last_mut().unwrap().push(other),
        }
    }
    rows.pop();
    rows
}

#[test]
fn the_csv_has_a_row_a_cell_and_its_numbers_are_those_of_the_sources() {
    for (file, _) in shipped() {
        let scenario = full_plan(&file.dossier, 1);
        let material = material(&file, &scenario);
        let cells = rows(&text_of(&material, &[Sheet::Plan], Format::Csv));
        let dossier = &file.dossier;
        assert_eq!(cells.len(), 1 + dossier.terms.len() * dossier.parties.len());
        let width = cells[0].len();
        assert!(cells.iter().all(|row| row.len() == width));
        let column = |name: &str| cells[0].iter().position(|head| head == name).unwrap();
        let sources = rows(&text_of(&material, &[Sheet::Sources], Format::Csv));
        let known: BTreeMap<&str, &str> = sources[1..].iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
        let mut n_cited = 0;
        for row in &cells[1..] {
            let statements: Vec<&str> =
                row[column("statements")].split(" | ").filter(|text| !text.is_empty()).collect();
            let contradicted = ["red_line", "mixed", "opposed", "otherwise"].contains(&row[column("mark")].as_str());
            assert!(!contradicted || !statements.is_empty(), "{row:?}");
            assert!(row[column("mark")] != "silent" || statements.is_empty(), "{row:?}");
            for number in row[column("citations")].split(" | ").filter(|number| !number.is_empty()) {
                let first = number.split('\u{2013}').next().unwrap();
                assert!(statements.contains(&known[first]), "{number} in {row:?}");
                n_cited += 1;
            }
        }
        assert!(n_cited > 0);
    }
}

#[test]
fn no_spreadsheet_splits_a_field_whatever_separates() {
    let all = shipped();
    let (file, scenarios) = find(&all, "camp-david-1978");
    let mut scenario = scenarios[0].clone();
    scenario.class = class_work(&file.dossier, scenario.as_of);
    let debrief = &mut scenario.class.debrief;
    debrief.insert(DebriefField::Changed, "First; then,\tand\nat last \"all\"".to_owned());
    for separator in [Separator::Comma, Separator::Semicolon, Separator::Tab] {
        let material = material(file, &scenario).with_separator(separator);
        for sheet in [Sheet::Plan, Sheet::Sources, Sheet::Debrief] {
            let text = text_of(&material, &[sheet], Format::Csv);
            // LibreOffice splits at all three unless it is told otherwise.
            let mut quoted = false;
            let mut bare: Vec<char> = text.trim_start_matches('\u{feff}').chars().collect();
            for letter in &mut bare {
                quoted ^= *letter == '"';
                if quoted {
                    *letter = '.';
                }
            }
            let lines: Vec<usize> = bare
                .split(|letter| *letter == '\n')
                .filter(|line| !line.is_empty())
                .map(|line| line.iter().filter(|letter| [',', ';', '\t'].contains(letter)).count())
                .collect();
            assert!(lines.len() > 3 && lines.iter().all(|n| *n == lines[0]), "{separator:?}, {sheet:?}: {lines:?}");
            assert_eq!(bare.iter().filter(|letter| **letter == separator.character()).count(), lines[0] * lines.len());
        }
        let debrief = text_of(&material, &[Sheet::Debrief], Format::Csv);
        assert!(debrief.contains("\"First; then, and\nat last \"\"all\"\"\""), "{debrief}");
    }
}

#[test]
fn no_element_of_a_page_has_an_attribute_twice_and_its_language_is_that_of_its_words() {
    for (file, scenarios) in shipped() {
        let material = material(&file, &scenarios[0]);
        let html = text_of(&material, &all_sheets(&material), Format::Html);
        for element in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let mut names: Vec<&str> =
                element.split('"').step_by(2).filter_map(|part| part.trim().strip_suffix('=')).collect();
            let n = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), n, "<{element}>");
        }
        assert!(html.contains("<html lang=\"en\">") && html.matches(" lang=").count() == 1);
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let all = shipped();
    let (file, scenarios) = find(&all, "belfast-1998");
    let material = material(file, &scenarios[0]);
    for format in [Format::Pdf, Format::Html, Format::Csv] {
        let once = || make(&material, &[Sheet::Plan, Sheet::Sources], format, Paper::A4, None).unwrap().bytes;
        assert_eq!(once(), once(), "{format:?}");
    }
}

#[test]
fn a_picture_has_the_shape_of_the_page_and_marks_in_it() {
    let all = shipped();
    let (file, _) = find(&all, "school-trip");
    let scenario = full_plan(&file.dossier, 0);
    let material = material(file, &scenario);
    let file = make(&material, &[Sheet::Plan], Format::Png, Paper::Letter, None).unwrap();
    let picture = image_of(&file.bytes);
    let (width, height) = picture.dimensions();
    assert_eq!((width, height), (1530, 1980));
    let dark = picture.pixels().filter(|pixel| pixel.0[..3].iter().all(|channel| *channel < 60)).count();
    assert!(dark > 5_000, "{dark} dark pixels");
    assert_eq!(picture.get_pixel(10, 10).0, [255; 4]);
}

fn image_of(png: &[u8]) -> image::RgbaImage {
    image::load_from_memory(png).unwrap().to_rgba8()
}

#[test]
fn files_are_named_after_sheet_plan_and_day() {
    let all = shipped();
    let (file, _) = find(&all, "school-trip");
    let mut scenario = full_plan(&file.dossier, 0);
    scenario.title = "Our plan: lake & \u{201c}quiet\u{201d}!".to_owned();
    scenario.plan = Plan::empty(file.dossier.terms.len());
    let material = material(file, &scenario);
    let name = |sheets: &[Sheet]| export::file_name(material.dossier, material.scenario, sheets, Format::Pdf);
    let day = file.dossier.as_of.to_string();
    assert_eq!(name(&[Sheet::Plan]), format!("plan-sheet_our-plan-lake-quiet_{day}.pdf"));
    for several in [[Sheet::Plan, Sheet::Debrief], [Sheet::Plan, Sheet::Sources], [Sheet::Sources, Sheet::AnswerKey]] {
        assert_eq!(name(&several), format!("hand-outs_our-plan-lake-quiet_{day}.pdf"), "{several:?}");
    }
}

#[test]
fn what_a_class_wrote_is_a_table_too() {
    let all = shipped();
    let (file, scenarios) = find(&all, "camp-david-1978");
    let mut scenario = scenarios[0].clone();
    scenario.class = class_work(&file.dossier, scenario.as_of);
    let statement = file.dossier.statements[0].id.clone();
    scenario.guesses = BTreeMap::from([(statement.clone(), "=they fear it".to_owned())]);
    scenario.notes = "Our notes".to_owned();
    let material = material(file, &scenario);
    let table = rows(&text_of(&material, &[Sheet::Debrief], Format::Csv));
    let (head, rows) = table.split_first().unwrap();
    let of = |row: &Vec<String>, name: &str| row[head.iter().position(|one| one == name).unwrap()].clone();
    let kinds: Vec<String> = rows.iter().map(|row| of(row, "kind")).collect();
    let delegation = ["delegation", "delegation"];
    let expected: Vec<&str> =
        [&["guess", "reason", "why"][..], &delegation, &["proposal", "explanation", "debrief", "debrief", "notes"]]
            .concat();
    assert_eq!(kinds, expected, "what was left empty has no row");
    assert!(rows.iter().all(|row| of(row, "written_by") == "Student writing" && of(row, "group") == "Group <3> of 8b"));
    assert_eq!(of(&rows[0], "text"), "no stated position (hands: 1 no, 20 yes or in line, 7 no position)");
    assert!(!of(&rows[0], "on_file").is_empty());
    assert_eq!((of(&rows[3], "asked"), of(&rows[3], "text")), ("Speaker".to_owned(), "Ana".to_owned()));
    assert_eq!((of(&rows[4], "asked"), of(&rows[4], "text")), ("Scribe".to_owned(), String::new()));
    let (before, after) = (of(&rows[5], "value_before_id"), of(&rows[5], "value_id"));
    assert_eq!(
        (before, after),
        (file.dossier.terms[0].values[1].id.clone(), file.dossier.terms[0].values[0].id.clone())
    );
    assert_eq!((of(&rows[2], "statement_id"), of(&rows[2], "text")), (statement, "'=they fear it".to_owned()));
}

#[test]
fn hatched_marks_stand_where_the_coloured_ones_do() {
    let all = shipped();
    let (file, scenarios) = find(&all, "ukraine-2025-01");
    let scenario = scenarios.iter().max_by_key(|scenario| scenario.plan.n_set()).unwrap();
    let sheets = [Sheet::Plan, Sheet::Prediction];
    let coloured = pages(&material(file, scenario), &sheets, Paper::A4);
    let hatched = pages(&material(file, scenario).with_hatched_marks(true), &sheets, Paper::A4);
    let shade = |item: &Item| match item {
        Item::Words { .. } => Shade::Paper,
        Item::Text(line) => line.shade,
        Item::Rect { shade, .. } | Item::Polygon { shade, .. } | Item::Circle { shade, .. } => *shade,
    };
    let is_colour = |item: &&Item| matches!(shade(item), Shade::Tile(_) | Shade::TileRight(_) | Shade::Shape(_));
    let count = |pages: &[Page], wanted: &dyn Fn(&&Item) -> bool| {
        pages.iter().flat_map(|page| &page.items).filter(|item| wanted(item)).count()
    };
    let is_grey =
        |item: &&Item| matches!(shade(item), Shade::Grey(GreyPart::Tile | GreyPart::TileRight | GreyPart::Shape, _));
    assert!(count(&coloured, &is_colour) > 50);
    assert_eq!((count(&hatched, &is_colour), count(&hatched, &is_grey)), (0, count(&coloured, &is_colour)));
    assert!(count(&hatched, &|item| matches!(shade(item), Shade::Grey(GreyPart::Hatch, _))) > 20);
    for (one, other) in coloured.iter().zip(&hatched) {
        let text =
            |page: &Page| page.items.iter().filter(|item| matches!(item, Item::Text(_))).cloned().collect::<Vec<_>>();
        assert_eq!(text(one), text(other), "{}: no word moves", one.name);
    }
    let html = text_of(&material(file, scenario).with_hatched_marks(true), &[Sheet::Plan], Format::Html);
    for color in attributes(&html, "fill=\"#").into_iter().chain(attributes(&html, "stroke=\"#")) {
        assert!(color[..2] == color[2..4] && color[2..4] == color[4..6], "{color} is no grey");
    }
}

/// What is said of several marks is said once.
#[test]
fn why_marks_have_no_example_beside_a_prediction_sheet_is_said_once() {
    let all = shipped();
    let (file, scenarios) = find(&all, "school-trip");
    let plan = scenarios.iter().find(|scenario| scenario.title.starts_with("Day trip")).unwrap();
    let of = |sheets: &[Sheet]| text_of(&material(file, plan), sheets, Format::Html).matches(legend::WITHHELD).count();
    assert_eq!(of(&[Sheet::Marks, Sheet::Prediction]), 1);
    assert_eq!(of(&[Sheet::Plan, Sheet::Marks]), 0, "beside the marks themselves each has its example");
}

/// The sheet asks for a choice in the rows that stand on it, and names the others as the window does.
#[test]
fn the_terms_of_which_no_word_speaks_are_named_on_the_sheet_of_the_way() {
    let all = shipped();
    let (file, _) = find(&all, "school-trip");
    let scenario = Scenario::empty(&file.dossier, "Empty".to_owned());
    let html = text_of(&material(file, &scenario), &[Sheet::Way], Format::Html);
    assert!(html.contains("None of the words that count here speak of these: "), "{html}");
}

/// The panel beside the table shows a red line that the plan keeps while the mark rests on other words: so does paper.
#[test]
fn a_red_line_that_is_kept_behind_another_mark_is_numbered_and_said_among_the_sources() {
    let mut n_found = 0;
    for (file, scenarios) in shipped() {
        for scenario in &scenarios {
            let material = material(&file, scenario);
            let cited: BTreeSet<StatementIx> = material.cited(&[]).into_iter().map(|(_, ix)| ix).collect();
            let html = text_of(&material, &[Sheet::Plan, Sheet::Sources], Format::Html);
            let in_plan: Vec<TermIx> = material.in_plan().map(|(term, _)| term).collect();
            let cells = in_plan.iter().flat_map(|term| material.columns.iter().map(|column| (column.party, *term)));
            for (party, term) in cells {
                let rests_on = material.bearing(party, term);
                let is_kept = |one: &PositionReport| {
                    one.bears()
                        && one.strength == Strength::RedLine
                        && matches!(one.effect, Effect::InLine | Effect::Supports)
                        && !one.is_idle
                        && !rests_on.contains(one)
                };
                for ix in
                    material.report(party, term).positions.into_iter().filter(is_kept).flat_map(|one| one.statements)
                {
                    n_found += 1;
                    let of = &file.dossier.statement(ix).id;
                    assert!(cited.contains(&ix), "{}: {of}", scenario.title);
                    let row = format!("id=\"source-{}\"", material.number_of(ix).unwrap());
                    let row = html.split(&row).nth(1).unwrap().split("</tr>").next().unwrap();
                    let name = clean(&file.dossier.term(term).name);
                    let said = row.split("A red line that this plan keeps, on ").nth(1).unwrap_or_default();
                    assert!(said.contains(&name), "{}: {of}: {name} in {row}", scenario.title);
                    assert!(
                        html.contains("In brackets: a statement with a red line that the plan keeps"),
                        "{}",
                        scenario.title
                    );
                }
            }
        }
    }
    assert!(n_found > 0);
}

/// Who is to guess what was said of a plan is not told what became of it; beside its marks it is.
#[test]
fn the_sheet_of_marks_beside_the_boxes_does_not_say_what_became_of_the_plan() {
    let all = shipped();
    let (file, scenarios) = find(&all, "school-trip");
    let plan = scenarios.iter().find(|scenario| scenario.title.starts_with("Day trip")).unwrap();
    let says = |sheets: &[Sheet]| text_of(&material(file, plan), sheets, Format::Html).contains("What became of it");
    assert!(!says(&[Sheet::Marks, Sheet::Prediction]));
    assert!(says(&[Sheet::Marks]) && says(&[Sheet::Marks, Sheet::Plan]));
}
