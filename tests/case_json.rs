//! A case as JSON and as one shared file: what goes out comes back.

use peace_plan_explorer::{
    domain::Dossier,
    format::{DossierFile, ScenarioFile, parted, read_dossier, read_scenario, shared_case},
    storage::Library,
    workbook::{self, JsonFile},
};
use serde_json::Value;

type Plans = Vec<(String, String)>;

fn cases() -> Vec<(String, Plans)> {
    let library = Library::shipped();
    let plans = |shelf: &peace_plan_explorer::storage::Shelf| {
        shelf.scenario_texts().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
    };
    library.shelves().iter().map(|shelf| (shelf.text.to_string(), plans(shelf))).collect()
}

fn plan(text: &str, file: &DossierFile) -> ScenarioFile {
    read_scenario(text, "plan.ron", |_| Ok((&file.dossier, &file.fingerprint))).unwrap()
}

fn back(json: &str) -> (String, Plans) {
    match workbook::from_json(json).unwrap() {
        JsonFile::Case(text, plans) => (text, plans),
        JsonFile::Sources(_) => panic!("it is a case"),
    }
}

#[test]
fn every_case_through_json_is_the_same_case_with_the_same_plans() {
    for (text, plans) in cases() {
        let json = workbook::to_json(&text, &plans).unwrap();
        let (again, plans_again) = back(&json);
        let (before, after) = (read_dossier(&text).unwrap(), read_dossier(&again).unwrap());
        assert!(before.dossier == after.dossier, "{}", before.dossier.id);
        assert_eq!(after.warnings, []);
        let names = |plans: &Plans| plans.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&plans), names(&plans_again));
        for ((name, one), (_, other)) in plans.iter().zip(&plans_again) {
            let (one, other) = (plan(one, &before), plan(other, &before));
            assert_eq!((one.scenario, one.kept), (other.scenario, other.kept), "{name}");
        }
        // A second time nothing changes, not even a letter.
        assert_eq!(workbook::to_json(&again, &plans_again).unwrap(), json);
    }
}

#[test]
fn what_a_class_wrote_goes_through_json() {
    let (text, _) = cases().pop().unwrap();
    let class = r#"(
    kind: Scenario, format: 1, title: "A \"plan\"", dossier: (id: "school-trip"), status: Adopted,
    plan: {"place": "lake", "nights": 4, "free_time": true}, guesses: {"s-01": "two\nlines"},
    changed_from: (title: "Other", form: Leaked, plan: {"price": 320}),
    count: (on: [Unnamed], off: [], unverified: true, reading: Harder),
    predictions: [(term: "place", value: "lake", as_of: "2031-02", plan: {"nights": 4}, answers: {"teachers": (guess: No, hands: (18, 4, 6))})],
    delegations: {"teachers": (), "parents": (speaker: "Ana")}, observers: (mediator: ""),
    log: [(by: "parents", term: "place", to: "lake", as_of: "2031-02", explanations: {"teachers": (fits: "yes")})],
    debrief: (changed: "much"),
)"#;
    let file = read_dossier(&text).unwrap();
    let before = plan(class, &file);
    let json = workbook::to_json(&text, &[("class".to_owned(), class.to_owned())]).unwrap();
    let after = plan(&back(&json).1[0].1, &file);
    assert_eq!((before.scenario, before.kept), (after.scenario, after.kept));
}

#[test]
fn in_json_a_name_before_brackets_is_the_one_key_of_an_object() {
    let (text, plans) = cases().into_iter().next().unwrap();
    let json: Value = serde_json::from_str(&workbook::to_json(&text, &plans).unwrap()).unwrap();
    assert_eq!((&json["kind"], &json["format"]), (&"Dossier".into(), &1.into()));
    let strengths: Vec<&str> =
        json["positions"].as_array().unwrap().iter().filter_map(|position| position["strength"].as_str()).collect();
    assert!(strengths.contains(&"RedLine") && strengths.contains(&"Prefers"));
    let demand = json["positions"].as_array().unwrap().iter().find_map(|position| position["demand"]["Is"].as_array());
    assert_eq!(demand.unwrap().len(), 2);
    assert!(json["plans"]["reported-idea"]["plan"].is_object());
}

#[test]
fn json_that_is_no_case_says_where_it_is_wrong() {
    let case = workbook::to_json(&cases().pop().unwrap().0, &[]).unwrap();
    for (right, wrong, word) in [
        ("\"format\": 1,", "\"format\": 1", "line "),
        ("\"kind\": \"Dossier\"", "\"kind\": \"Menu\"", "neither a case nor"),
        ("\"strength\": \"RedLine\"", "\"strength\": \"Red line\"", "positions["),
        ("\"Is\": [", "\"Was\": [", "Known are: Is, OneOf"),
        ("\"version\": 2", "\"version\": 2.5", "version: something else"),
        ("\"strength\": \"RedLine\"", "\"strength\": \"x, id: 3\"", "positions["),
    ] {
        assert!(case.contains(right), "{right}");
        let told = workbook::from_json(&case.replacen(right, wrong, 1)).unwrap_err();
        assert!(told.contains(word), "{wrong}: {told}");
    }
}

#[test]
fn every_case_can_be_shared_with_its_plans_and_comes_apart_byte_by_byte() {
    for (text, plans) in cases() {
        let shared = shared_case(&text, &plans).unwrap();
        let (again, plans_again) = parted(&shared).unwrap();
        assert!(again == text, "the dossier as it was");
        let file = read_dossier(&text).unwrap();
        let whole = read_dossier(&shared).unwrap();
        assert!(whole.dossier == file.dossier && whole.warnings.is_empty(), "it opens as a dossier as well");
        for ((name, one), (_, other)) in plans.iter().zip(&plans_again) {
            assert_eq!(plan(one, &file).scenario, plan(other, &file).scenario, "{name}");
        }
    }
    let (text, _) = cases().pop().unwrap();
    let broken = text.replacen("    positions: [", "    plans: {3: ()},\n    positions: [", 1);
    assert!(read_dossier(&broken).is_err());
}

#[test]
fn sources_go_out_and_come_back_as_reference_managers_have_them() {
    for (text, _) in cases() {
        let dossier: Dossier = read_dossier(&text).unwrap().dossier;
        let csl = workbook::to_csl(&dossier);
        let JsonFile::Sources(items) = workbook::from_json(&csl).unwrap() else { panic!("a list") };
        let mut told = Vec::new();
        let book = workbook::from_csl(&items, Some(&dossier), &mut told);
        assert_eq!(told, []);
        let imported = workbook::import_into(&book, &dossier, true);
        assert_eq!(workbook::changes(&dossier, &imported.dossier.unwrap().dossier), [], "{}", dossier.id);
    }
}

#[test]
fn a_list_out_of_a_reference_manager_becomes_sources() {
    let items = r#"[
      {"id": "http://zotero.org/users/1/items/AB", "type": "article-newspaper", "title": "No to the pool",
       "container-title": "Town newspaper", "URL": "https://example.org/a", "issued": {"date-parts": [["2031", 3, 2]]}},
      {"id": "speech1", "type": "speech", "title": "To the club", "URL": "https://www.club.example/b",
       "issued": {"date-parts": [[2031, 4]], "circa": true}},
      {"id": "lost", "type": "book", "title": "Without an address"}
    ]"#;
    let JsonFile::Sources(items) = workbook::from_json(items).unwrap() else { panic!("a list") };
    let mut told = Vec::new();
    let rows = workbook::from_csl(&items, None, &mut told).sheets[0].rows();
    assert_eq!(rows[1][..5].join("|"), "town-newspaper|Town newspaper|https://example.org/a|No to the pool|2031-03-02");
    assert_eq!(
        rows[2].join("|"),
        "speech1|club.example|https://www.club.example/b|To the club|~2031-04|primary|in part"
    );
    assert_eq!((rows.len(), told.len()), (3, 3), "{told:?}");
}

/// Whatever somebody or something has done to the JSON, it is read or refused, and a second round changes nothing.
#[test]
fn damaged_json_is_refused_or_is_what_it_says() {
    let rounds = std::env::var("WORKBOOK_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(200_u64);
    let (text, plans) = cases().pop().unwrap();
    let sound = workbook::to_json(&text, &plans).unwrap();
    let mut seed = 11_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let words =
        ["\"", "{", "}", "[", "]", ",", ":", "null", "1", "-2.5", "true", "\"a)\"", "{\"Is\": []}", "[[[[", "\\", "//"];
    let mut n_read = 0;
    for _ in 0..rounds {
        let mut json = sound.clone();
        for _ in 0..=random(2) {
            // Mostly within what a line says, so that the rest stays JSON.
            let at = (random(json.len())..json.len()).find(|at| json.is_char_boundary(*at)).unwrap_or(0);
            let end = (at + random(4)..=json.len()).find(|end| json.is_char_boundary(*end)).unwrap_or(json.len());
            json.replace_range(at..end.max(at), words[random(words.len())]);
        }
        let Ok(JsonFile::Case(text, plans)) = workbook::from_json(&json) else { continue };
        n_read += 1;
        let imported = workbook::of_text(text.clone());
        assert!(imported.dossier.is_some() || !imported.messages.is_empty());
        let again = workbook::to_json(&text, &plans).expect("what was made of JSON is well formed");
        assert_eq!(back(&again), (text, plans));
    }
    assert!(n_read > 10, "{n_read}");
}
