//! The lesson page says what the library says: its tables are looked up as its script does, on random plans and days of
//! every shipped dossier and of random ones. `.ci/lesson-page` has browsers do the same with the script itself.

#[path = "support/random.rs"]
mod random;

use std::{collections::BTreeSet, path::PathBuf};

use peace_plan_explorer::app::{Format, Paper};
use peace_plan_explorer::{
    analysis::{Index, Judged, Mark, Matrix, Next, Situation, Tally, Walks, cell_report, matrix},
    domain::{
        ContextNote, Counted, Date, Demand, Dossier, DossierParts, Original, PartyIx, Plan, Quote, Rule, Scenario,
        SourceIx, TermIx, TermKind,
    },
    export::{Made, Material, make},
    format::read_scenario,
    storage::Library,
    wording::DateStyle,
};
use random::{Random, Shape};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use strum::IntoEnumIterator as _;

/// What comes of a plan.
fn end(walks: &Walks, mut next: Next, plan: &Plan) -> u8 {
    loop {
        match next {
            Next::End(end) => return end,
            Next::Fork(at) => {
                let fork = &walks.forks[at];
                next = fork.next[plan.get(fork.term).map_or(0, |value| value.get() + 1)];
            }
        }
    }
}

/// A dossier with the plan that its page opens with.
struct Case {
    name: String,
    dossier: Dossier,
    fingerprint: String,
    scenario: Scenario,
}

impl Case {
    fn page(&self) -> String {
        let Self { dossier, scenario, fingerprint, .. } = self;
        let material = Material::new(Judged::new(dossier, scenario), fingerprint, Made::Shipped, DateStyle::Words);
        String::from_utf8(make(&material, &[], Format::LessonPage, Paper::A4, None).unwrap().bytes).unwrap()
    }
}

/// Every shipped dossier, with its first scenario.
fn shipped() -> Vec<Case> {
    let case = |shelf: &peace_plan_explorer::storage::Shelf| {
        let file = shelf.dossier().unwrap();
        let first = shelf.scenario_names().next().unwrap().to_owned();
        Case {
            name: shelf.id.clone(),
            dossier: file.dossier.clone(),
            fingerprint: file.fingerprint.clone(),
            scenario: shelf.scenario(&first).unwrap().unwrap().scenario,
        }
    };
    Library::shipped().shelves().iter().map(case).collect()
}

/// A random dossier of which some positions demand something of very many terms.
fn invented(seed: u64) -> Case {
    let mut random = Random::new(seed);
    let wild = seed.is_multiple_of(2);
    let shape = Shape { parties: 1 + random.below(5), terms: 3 + random.below(30), positions: 20, wild };
    let mut parts = random::parts(&mut random, shape);
    for place in 0..parts.positions.len() / 2 {
        widen(&mut random, &mut parts, place);
    }
    let dossier = Dossier::new(parts).unwrap();
    let mut scenario = Scenario::empty(&dossier, format!("Random {seed}"));
    scenario.plan = random::plan(&mut random, &dossier, 50);
    scenario.as_of = random::day(&mut random);
    scenario.counted = if random.chance(50) { Counted::default() } else { random::counted(&mut random) };
    Case { name: format!("random-{seed}"), dossier, fingerprint: "0123456789ab".to_owned(), scenario }
}

/// As many parties and terms as nobody will ask of a page.
fn large() -> Case {
    let mut random = Random::new(60);
    let dossier =
        Dossier::new(random::parts(&mut random, Shape { parties: 60, terms: 200, positions: 900, wild: false }))
            .unwrap();
    let mut scenario = Scenario::empty(&dossier, "Large".to_owned());
    scenario.plan = random::plan(&mut random, &dossier, 50);
    scenario.as_of = random::day(&mut random);
    Case { name: "large".to_owned(), dossier, fingerprint: "0123456789ab".to_owned(), scenario }
}

fn widen(random: &mut Random, parts: &mut DossierParts, place: usize) {
    let Some(about) = parts.positions[place].about else { return };
    let n = parts.terms.len().min(2 + random.below(25));
    let order = random.order(parts.terms.len());
    let terms = order[..n].iter().copied().chain([about.get()]);
    let mut leaves: Vec<Demand> =
        terms.map(|term| random::leaf(random, &parts.terms, TermIx::at(term), false)).collect();
    let half = leaves.split_off(leaves.len() / 2);
    let join = |random: &mut Random, parts| if random.chance(50) { Demand::All(parts) } else { Demand::Any(parts) };
    let (one, other) = (join(random, leaves), join(random, half));
    parts.positions[place].demand = Some(match random.below(4) {
        0 => Demand::If(Box::new(one), Box::new(other)),
        1 => Demand::Not(Box::new(join(random, vec![one, other]))),
        _ => join(random, vec![one, other]),
    });
}

/// A random day: of the dossier's events, of the days between them, or out of all bounds.
fn day(random: &mut Random, dossier: &Dossier) -> Date {
    let events = dossier.events();
    match random.below(10) {
        0 => Date::day(1900, 1, 1).unwrap(),
        1 => Date::day(2100, 1, 1).unwrap(),
        2..=5 if !events.is_empty() => *random.pick(events),
        _ => {
            let (first, last) = dossier.covers;
            let years = usize::try_from(last.year() - first.year()).unwrap() + 1;
            let year = first.year() + i16::try_from(random.below(years)).unwrap();
            Date::day(year, 1 + u8::try_from(random.below(12)).unwrap(), 1 + u8::try_from(random.below(28)).unwrap())
                .unwrap()
        }
    }
}

fn data(page: &str) -> Value {
    let json = page.split_once("id=\"data\">").unwrap().1.split_once("</script>").unwrap().0;
    serde_json::from_str(json).unwrap()
}

/// The place of the last of the page's days that is not later than a day; below 0 if all are.
fn place_of(data: &Value, day: Date) -> i64 {
    let earliest = |entry: &Value| entry[0].as_str().unwrap().parse::<Date>().unwrap().earliest();
    let days = data["days"].as_array().unwrap();
    i64::try_from(days.iter().filter(|entry| earliest(entry) <= day.earliest()).count()).unwrap() - 1
}

/// All marks and counts in one line a cell and party, as `.ci/lesson-page.mjs` writes them too.
fn told(dossier: &Dossier, data: &Value, matrix: &Matrix) -> String {
    let place = |mark: Mark| Mark::iter().position(|other| other == mark).unwrap();
    let columns: Vec<PartyIx> = numbers(&data["columns"]).into_iter().map(|ix| PartyIx::at(at(ix))).collect();
    let mut out = String::new();
    for term in TermIx::all(dossier.terms.len()) {
        for party in &columns {
            let cell = matrix.cell(*party, term);
            let greyed = cell.greyed.map_or_else(|| "-".to_owned(), |mark| place(mark).to_string());
            out += &format!("{}{greyed}{} ", place(cell.mark), cell.n_statements);
        }
    }
    for party in &columns {
        let Tally { red_lines, opposed, otherwise, in_line, silent, on_file, depends } = matrix.tallies[party.get()];
        out += &format!("{red_lines},{opposed},{otherwise},{in_line},{silent},{on_file},{depends} ");
    }
    out + &format!("{:?}", matrix.broken_rules)
}

fn at(number: i64) -> usize {
    usize::try_from(number).unwrap()
}

fn numbers(list: &Value) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

/// Ways of a fork: a number, or one with how often it stands there.
fn ways(fork: &Value) -> Vec<i64> {
    let packed = |to: &Value| match to.as_array() {
        None => vec![to.as_i64().unwrap()],
        Some(_) => vec![numbers(to)[0]; at(numbers(to)[1])],
    };
    fork.as_array().unwrap().iter().flat_map(packed).collect()
}

/// What the list of a term offers: id and name, or the first of numbers at equal steps with unit, step and how many.
fn listed(values: &Value) -> Vec<[String; 2]> {
    let packed = |of: &Value| match of[3].as_i64() {
        None => vec![[of[0].as_str().unwrap().to_owned(), of[1].as_str().unwrap().to_owned()]],
        Some(n) => {
            let number = |place: i64| of[0].as_i64().unwrap() + place * of[2].as_i64().unwrap();
            (0..n).map(|at| [number(at).to_string(), format!("{} {}", number(at), of[1].as_str().unwrap())]).collect()
        }
    };
    values.as_array().unwrap().iter().flat_map(packed).collect()
}

/// What `assets/lesson/rule.js` does, in another language. `None` in a cell for a mark that the page cannot tell.
fn looked_up(data: &Value, plan: &[i64], day: i64) -> (String, usize) {
    let (parties, terms) = (data["columns"].as_array().unwrap().len(), data["terms"].as_array().unwrap().len());
    let end = |root: &Value| {
        let mut at_fork = root.as_i64()?;
        while at_fork >= 0 {
            let fork = ways(&data["forks"][at(at_fork)]);
            at_fork = fork[at(plan[at(fork[0])] + 2)];
        }
        Some(at(-1 - at_fork))
    };
    #[derive(Clone, Default)]
    struct Cell {
        counted: i64,
        all: i64,
        lost: bool,
        statements: BTreeSet<i64>,
    }
    let mut cells = vec![Cell::default(); parties * terms];
    for position in data["positions"].as_array().unwrap() {
        let (party, about) = (at(position[1].as_i64().unwrap()), at(position[2].as_i64().unwrap()));
        let cell = &mut cells[about * parties + party];
        let runs: Vec<Vec<i64>> = position[5].as_array().unwrap().iter().map(numbers).collect();
        let stands = runs.iter().take_while(|run| run[0] <= day).last().map_or(0, |run| run[1]);
        if stands == 0 {
            continue;
        }
        let said = |statement: &i64| data["said"][at(*statement)].as_i64().unwrap() <= day;
        let all = numbers(&position[6]);
        let made: Vec<i64> = all.iter().copied().filter(said).collect();
        cell.statements.extend(if made.is_empty() { all } else { made });
        if plan[about] < 0 {
            continue;
        }
        let effect = end(&position[4]);
        let strength = at(position[3].as_i64().unwrap());
        let adds = effect.map_or(0, |effect| data["adds"][effect][strength].as_i64().unwrap());
        cell.all |= adds;
        if stands == 1 {
            cell.counted |= adds;
            cell.lost |= effect.is_none();
        }
    }
    let mut n_lost = 0;
    let mut tallies = vec![[0; 7]; parties];
    let mut out = String::new();
    for (place, cell) in cells.iter().enumerate() {
        let in_plan = plan[place / parties] >= 0;
        let on_file = usize::from(!cell.statements.is_empty());
        let rule = |bits: i64| data["rule"][on_file][at(bits)].as_i64().unwrap();
        let mark = if in_plan { rule(cell.counted) } else { data["empty"].as_i64().unwrap() };
        let greyed = (in_plan && rule(cell.all) != mark).then(|| rule(cell.all));
        let greyed = greyed.map_or_else(|| "-".to_owned(), |mark| mark.to_string());
        out += &format!("{mark}{greyed}{} ", cell.statements.len());
        n_lost += usize::from(cell.lost);
        if in_plan {
            tallies[place % parties][at(data["figures"][on_file][at(cell.counted)].as_i64().unwrap())] += 1;
        }
    }
    for tally in tallies {
        out += &(tally.map(|n| n.to_string()).join(",") + " ");
    }
    let rules = data["rules"].as_array().unwrap().iter().enumerate();
    let broken: Vec<usize> = rules.filter(|(_, root)| end(root) == Some(1)).map(|(place, _)| place).collect();
    (out + &format!("{broken:?}"), n_lost)
}

/// Random plans and days of a case with what the library says: the plan, the place of its day, all marks and counts.
fn drawn(case: &Case, data: &Value, n: usize, seed: u64) -> Vec<(Vec<i64>, i64, String)> {
    let dossier = &case.dossier;
    let index = Index::new(dossier);
    let mut random = Random::new(seed);
    let mut drawn = Vec::with_capacity(n);
    for _ in 0..n {
        let percent = *random.pick(&[10, 40, 70, 100]);
        let plan = random::plan(&mut random, dossier, percent);
        let day = day(&mut random, dossier);
        let situation = Situation::new(dossier, day, case.scenario.counted);
        let expected = told(dossier, data, &matrix(dossier, &index, &situation, &plan));
        let places = plan.iter().map(|(_, value)| value.map_or(-1, |value| i64::from(value.0))).collect();
        drawn.push((places, place_of(data, day), expected));
    }
    drawn
}

#[test]
fn the_page_looks_up_what_the_library_decides() {
    let (mut n_wide, mut n_lost) = (0, 0);
    for case in shipped().into_iter().chain((0..40).map(invented)).chain([large()]) {
        let data = data(&case.page());
        for (plan, day, expected) in drawn(&case, &data, 40, 7) {
            let (found, lost) = looked_up(&data, &plan, day);
            n_lost += lost;
            assert!(lost > 0 || found == expected, "{}: {plan:?} on {day}\n{found}\n{expected}", case.name);
        }
        let is_wide = |demand: &Option<Demand>| demand.as_ref().is_some_and(|demand| demand.terms().len() > 12);
        n_wide += case.dossier.positions.iter().filter(|position| is_wide(&position.demand)).count();
    }
    assert!(n_wide > 50, "{n_wide} demands on more terms than a table holds");
    assert_eq!(n_lost, 0, "cells that the page cannot follow");
}

#[test]
fn a_walk_ends_where_the_library_does_and_one_cut_short_says_so() {
    let (mut n_cut, mut n_followed) = (0, 0);
    for case in (0..60).map(invented) {
        let dossier = &case.dossier;
        let index = Index::new(dossier);
        let situation = Situation::new(dossier, case.scenario.as_of, case.scenario.counted);
        let walks = Walks::within(
            dossier,
            &index,
            case.scenario.counted.reading,
            if case.name.len() % 2 == 0 { 12 } else { 1 << 13 },
        );
        let mut random = Random::new(3);
        for plan in (0..10).map(|_| random::plan(&mut random, dossier, 60)) {
            let cells = PartyIx::all(dossier.parties.len())
                .flat_map(|party| TermIx::all(dossier.terms.len()).map(move |term| (party, term)));
            for report in cells.flat_map(|cell| cell_report(dossier, &index, &situation, &plan, cell).positions) {
                let Some(root) = walks.positions[report.position.get()] else {
                    n_cut += 1;
                    continue;
                };
                n_followed += 1;
                assert_eq!(end(&walks, root, &plan), report.effect as u8, "{}: {plan:?}", case.name);
                assert!(matches!(root, Next::End(_)) || !walks.forks.is_empty());
            }
        }
    }
    assert!(n_cut > 50 && n_followed > 1_000, "{n_cut} {n_followed}");
}

/// Every text of a dossier and a plan is one that would like to be something else.
fn hostile() -> Case {
    const EVIL: &str =
        "</script><script>window.evil=1</script><!--\"'><img src=x onerror=window.evil=1>{n}&lt;\u{2028}";
    let evil = || EVIL.to_owned();
    let case = invented(1);
    let mut parts: DossierParts = (*case.dossier).clone();
    parts.title = evil();
    parts.language = evil();
    let about = &mut parts.about;
    for text in [&mut about.purpose, &mut about.author, &mut about.licence, &mut about.read_in_full] {
        *text = evil();
    }
    for text in [&mut about.read_in_part, &mut about.not_verified, &mut about.left_out] {
        *text = evil();
    }
    about.notes = vec![evil(), evil()];
    for party in &mut parts.parties {
        let texts = [&mut party.code, &mut party.name, &mut party.body, &mut party.reason, &mut party.note];
        texts.into_iter().for_each(|text| *text = evil());
    }
    for term in &mut parts.terms {
        for text in [&mut term.name, &mut term.question, &mut term.group, &mut term.glossary] {
            *text = evil();
        }
        term.context = vec![ContextNote { title: evil(), text: evil(), source: Some(SourceIx(0)) }];
        if let TermKind::Number { unit_one, unit_many } = &mut term.kind {
            (*unit_one, *unit_many) = (evil(), evil());
        }
        for value in &mut term.values {
            (value.name, value.meaning) = (evil(), evil());
        }
    }
    for source in &mut parts.sources {
        (source.publisher, source.title, source.note) = (evil(), evil(), evil());
        source.url = "javascript:window.evil=1".to_owned();
    }
    for of in &mut parts.statements {
        for text in [&mut of.speaker, &mut of.office, &mut of.short, &mut of.long, &mut of.caveat] {
            *text = evil();
        }
        of.quote = Some(Quote { text: evil(), language: evil() });
    }
    for position in &mut parts.positions {
        (position.until_reason, position.voice, position.note) = (evil(), evil(), evil());
    }
    let demand = Demand::All(Vec::new());
    parts.rules.push(Rule { id: evil(), demand, reason: evil() });
    let dossier = Dossier::new(parts).unwrap();
    let (title, author, origin) = (evil(), evil(), evil());
    let scenario = Scenario { title, author, origin, notes: evil(), ..case.scenario };
    Case { name: "hostile".to_owned(), dossier, fingerprint: evil(), scenario }
}

#[test]
fn texts_of_strangers_stay_texts() {
    let page = hostile().page();
    let n = |what: &str| page.to_lowercase().matches(what).count();
    assert_eq!((n("<script"), n("</script"), n("<!--"), n("<img")), (2, 2, 0, 0));
    assert_eq!((n("href=\"javascript"), n("href=javascript")), (0, 0));
    let data = data(&page);
    assert!(data["parties"][0][1].as_str().unwrap().starts_with("</script>"), "the text is there as it was");
}

fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    page.split_once(from).unwrap().1.split_once(to).unwrap().0
}

#[test]
fn the_policy_comes_first_and_lets_nothing_run_but_the_script_that_is_there() {
    let page = shipped()[0].page();
    let policy = between(&page, "<head><meta http-equiv=\"Content-Security-Policy\" content=\"", "\">");
    let (style, script) = (between(&page, "<style>", "</style>"), between(&page, "<script>", "</script>"));
    let hash = |text: &str| base64(&Sha256::digest(text.as_bytes()));
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.contains(&format!("script-src 'sha256-{}'", hash(script))), "{policy}");
    assert!(policy.contains(&format!("style-src 'sha256-{}'", hash(style))), "{policy}");
    for foreign in [
        "\r",
        " style=",
        "localStorage",
        "sessionStorage",
        "cookie",
        "fetch(",
        "import(",
        "@import",
        "@font-face",
        "<link",
    ] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(!page.contains(" src=") && !page.contains("url("), "nothing is asked for");
}

/// As the standard has it, for a hash of 32 bytes.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect::<String>() + "00";
    let letter = |six: &[u8]| char::from(LETTERS[usize::from_str_radix(std::str::from_utf8(six).unwrap(), 2).unwrap()]);
    bits.as_bytes().chunks(6).map(letter).collect::<String>() + "="
}

#[test]
fn a_plan_copied_from_the_page_opens() {
    for case in shipped() {
        let page = case.page();
        let data = data(&page);
        let part = |place: usize| data["file"][place].as_str().unwrap();
        let of_term = |term: TermIx| between(&page, &format!("name=t{} ", term.get()), "</td>");
        let mut entries = String::new();
        for (term, value) in case.scenario.plan.iter() {
            let Some(value) = value else { continue };
            let id = &case.dossier.term(term).values[value.get()].id;
            let in_list = listed(&data["values"][term.get()]).iter().any(|[of, _]| of == id);
            assert!(in_list || of_term(term).contains(&format!("value={id} ")), "{id} is a choice");
            entries += &format!("        \"{}\": \"{id}\",\n", case.dossier.term(term).id);
        }
        let day = data["days"][at(data["day"].as_i64().unwrap())][0].as_str().unwrap();
        let text = [part(0), day, part(1), &entries, part(2)].concat();
        let file = read_scenario(&text, "copied.ron", |_| Ok((&case.dossier, &case.fingerprint))).unwrap();
        assert_eq!(file.warnings.len(), 0, "{:?}", file.warnings);
        let (read, own) = (file.scenario, &case.scenario);
        assert_eq!(
            (&read.plan, read.as_of, read.counted, &read.title),
            (&own.plan, own.as_of, own.counted, &own.title)
        );
    }
}

/// What a class changed in the browser is not what somebody put forward: neither in the copy nor over the page.
#[test]
fn a_plan_that_was_changed_on_the_page_is_not_its_authors() {
    for case in shipped() {
        let data = data(&case.page());
        let part = |place: usize| data["file"][place].as_str().unwrap();
        let day = data["days"][0][0].as_str().unwrap();
        let text = [part(0), day, part(1), part(3)].concat();
        let read = read_scenario(&text, "copied.ron", |_| Ok((&case.dossier, &case.fingerprint))).unwrap().scenario;
        let original = read.changed_from.as_ref().expect("it says what it was changed from");
        assert_eq!((&original.title, &original.plan), (&case.scenario.title, &case.scenario.plan));
        assert!(read.title.is_empty() && !read.is_attributed(), "{}", read.title);
        let heads = &data["heads"];
        assert_eq!(heads["same"][0][0], case.scenario.title);
        assert_eq!(heads["one"][0][0], format!("Changed from {}: 1 term", case.scenario.title));
        assert_eq!(heads["more"][0], json!([format!("Changed from {}: ", case.scenario.title), " terms"]));
        assert!(heads["more"][1][0].as_str().unwrap().starts_with("What it was changed from: "));
    }
}

/// One that was changed before it became a page, and one that is its owner's alone.
#[test]
fn the_page_of_a_changed_plan_has_its_name_and_one_of_nobodys_no_author() {
    let mut case = shipped().remove(0);
    let original = Original::of(&case.scenario);
    case.scenario.plan = Plan::empty(case.dossier.terms.len());
    case.scenario.attribute(Some(&original));
    let page = case.page();
    let n = original.plan.n_set();
    assert!(page.contains(&format!("<title>Changed from {}: {n} term", original.title)), "{}", &page[..600]);
    case.scenario = Scenario::empty(&case.dossier, "Mine".to_owned());
    let page = case.page();
    assert_eq!(data(&page)["heads"], Value::Null);
    assert!(page.contains("id=whose></p>"), "it is not called proposed");
}

/// A row that counts two marks under the name of one of them says less than it counts.
#[test]
fn the_rows_under_the_table_are_called_after_every_mark_that_they_count() {
    let case = shipped().remove(0);
    let page = case.page();
    let rows = between(&page, "<tfoot>", "</tfoot>").to_lowercase();
    let of_kind = |mark| peace_plan_explorer::wording::mark_name(mark).to_lowercase();
    for mark in [Mark::Supported, Mark::InLine] {
        let words = of_kind(mark);
        let head = rows.split("<tr>").filter(|row| row.split("</th>").next().is_some_and(|head| head.contains(&words)));
        assert_eq!(head.count(), 1, "{words} in {rows}");
    }
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    for case in shipped() {
        let page = case.page();
        // Behind the elements come data and script.
        let elements = between(&page, "<body>", "<script");
        let attributes = |before: &str| -> Vec<String> {
            elements.split(before).skip(1).map(|rest| rest.split([' ', '>']).next().unwrap().to_owned()).collect()
        };
        let ids = attributes(" id=");
        let known: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(known.len(), ids.len(), "{}", case.name);
        let marks = Mark::iter().count();
        for link in attributes(" href=#") {
            assert!(known.contains(&link) && link[1..].parse::<usize>().unwrap() <= marks, "{}: #{link}", case.name);
        }
    }
}

/// How large the page of a case is beside the case's own file, in hundredths. Script, style and words are the same in all:
/// a small case cannot be told in half as much again.
#[test]
fn a_page_takes_little_more_than_the_text_of_its_case() {
    const AT_MOST: [(&str, usize); 6] = [
        ("belfast-1998", 165),
        ("camp-david-1978", 163),
        ("cyprus-2004", 183),
        ("school-trip", 274),
        ("ukraine-2022-2026", 150),
        ("ukraine-2025-01", 150),
    ];
    let shelves = Library::shipped();
    let sizes = shipped().into_iter().map(|case| {
        let text = shelves.shelves().iter().find(|shelf| shelf.id == case.name).unwrap().text.len();
        (case.name.clone(), case.page().len(), text)
    });
    let sizes: Vec<_> = sizes.collect();
    for (case, page, text) in &sizes {
        let bound = AT_MOST.iter().find(|(name, _)| name == case).map_or(150, |(_, bound)| *bound);
        assert!(page * 100 <= text * bound, "{case}: {page} bytes from {text}; {sizes:?}");
    }
}

/// Numbers at equal steps and buttons: whatever a term offers can be chosen on its page.
#[test]
fn every_value_is_offered_by_its_name() {
    for case in shipped() {
        let page = case.page();
        let data = data(&page);
        for term in TermIx::all(case.dossier.terms.len()) {
            let all: Vec<[String; 2]> =
                case.dossier.term(term).values.iter().map(|value| [value.id.clone(), value.name.clone()]).collect();
            let offered = listed(&data["values"][term.get()]);
            if offered.is_empty() {
                let buttons = page.matches(&format!("name=t{} value=", term.get())).count();
                assert_eq!(buttons, all.len() + 1, "{}: {}", case.name, case.dossier.term(term).id);
            } else {
                assert_eq!(offered, all, "{}", case.name);
            }
        }
    }
}

/// On a tablet on its side, 1024 pixels or 64 rem wide, a panel beside the table of many parties would cover some of them.
#[test]
fn the_panel_stands_beside_the_table_where_there_is_room_for_all_columns() {
    for case in shipped().into_iter().chain([large()]) {
        let page = case.page();
        let over: usize = between(&page, "(max-width:", "rem)").parse().unwrap();
        let expected = match case.dossier.parties.len() {
            15 => 79,
            11 => 70,
            60 => 62,
            n if n <= 7 => 62,
            n => panic!("{n} parties in {}", case.name),
        };
        assert_eq!(over, expected, "{}", case.name);
    }
}

/// A teacher can read it through: no line of it is squeezed, and there are not many.
#[test]
fn the_script_is_short() {
    let page = shipped()[0].page();
    let script = between(&page, "<script>", "</script>");
    let (lines, longest) = (script.lines().count(), script.lines().map(str::len).max().unwrap_or(0));
    assert!(lines < 400 && longest < 150, "{lines} lines, the longest of {longest} letters");
}

/// Pages and cases for browsers, for `.ci/lesson-page`, which names the folder; without it there is nothing to do.
#[test]
fn cases_for_browsers_are_written_where_they_are_asked_for() {
    let Some(folder) = std::env::var_os("LESSON_PAGE_CASES").map(PathBuf::from) else { return };
    let cases = shipped()
        .into_iter()
        .map(|case| (case, 3_000))
        .chain((0..100).map(|seed| (invented(seed), 20)))
        .chain([(hostile(), 20), (large(), 20)]);
    for (case, n) in cases {
        let page = case.page();
        let drawn = drawn(&case, &data(&page), n, 2026);
        std::fs::write(folder.join(format!("{}.html", case.name)), &page).unwrap();
        std::fs::write(folder.join(format!("{}.json", case.name)), serde_json::to_string(&drawn).unwrap()).unwrap();
    }
}
