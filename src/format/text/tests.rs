use super::*;

const CASE: &str = "// A case.\n(\n    kind: Dossier, // kept\n    title: \"One\",\n    parties: [\n        // First.\n        (id: \"a\", name: \"A\"), // the first\n        (\n            id: \"b\", /* b */ name: \"B\", // second\n            note: \"x\" // last\n        ),\n        // End.\n    ],\n    rules: [],\n    about: (purpose: \"p\"),\n)\n// Behind.\n";

fn text() -> DossierText {
    DossierText::new(CASE.to_owned()).unwrap()
}

fn done(splice: Option<Splice>) -> String {
    let (text, splice) = (text(), splice.unwrap());
    let after = text.spliced(&splice).unwrap();
    let back = after.spliced(&splice.inverse()).unwrap();
    assert_eq!(back.as_str(), CASE);
    let (bytes, n) = splice.bytes();
    let gone = &CASE[bytes.clone()];
    format!("-{gone}+{}", &after.as_str()[bytes.start..bytes.start + n])
}

const PARTIES: Step = Step::Field("parties");

fn of(party: usize, field: &'static str) -> [Step; 3] {
    [PARTIES, Step::Item(party), Step::Field(field)]
}

#[test]
fn values_are_found_by_their_paths() {
    let text = text();
    assert_eq!(text.value(&[Step::Field("title")]), Some("\"One\""));
    assert_eq!(text.string(&of(1, "name")), Some("B".to_owned()));
    assert_eq!(text.value(&of(2, "name")), None);
    assert_eq!(text.value(&of(0, "note")), None);
    let names: Vec<String> = text.records(&[PARTIES]).iter().map(|record| record.string("name")).collect();
    assert_eq!(names, ["A", "B"]);
    assert_eq!(text.string(&[Step::Field("about"), Step::Field("purpose")]), Some("p".to_owned()));
}

#[test]
fn a_value_is_written_in_the_place_of_another_and_as_a_new_field() {
    let text = text();
    assert_eq!(done(text.set(&of(0, "name"), "\"Alpha\"")), "-+lpha");
    assert_eq!(done(text.set(&of(0, "note"), "\"n\"")), "-+, note: \"n\"");
    assert_eq!(done(text.set(&of(1, "code"), "\"C\"")), "- // last+, // last\n            code: \"C\",");
}

#[test]
fn comments_stay_where_fields_and_records_come_and_go() {
    let text = text();
    assert_eq!(done(text.remove(&of(0, "name"))), "-, name: \"A\"+");
    assert_eq!(done(text.remove(&of(1, "note"))), "-note: \"x\"+");
    assert_eq!(done(text.remove(&[Step::Field("title")])), "-    title: \"One\",\n+");
    let record = [("id", "\"c\"".to_owned())];
    let after = text.spliced(&text.insert(&[PARTIES], 9, &record).unwrap()).unwrap();
    assert!(
        after.as_str().contains("        ),\n        (\n            id: \"c\",\n        ),\n        // End."),
        "{}",
        after.as_str()
    );
    let after = text.spliced(&text.insert(&[PARTIES], 1, &record).unwrap()).unwrap();
    assert!(
        after.as_str().contains("(id: \"a\", name: \"A\"), // the first\n        (id: \"c\"),\n"),
        "{}",
        after.as_str()
    );
    let after = text.spliced(&text.insert(&[PARTIES], 0, &record).unwrap()).unwrap();
    assert!(
        after.as_str().contains("        // First.\n        (id: \"c\"),\n        (id: \"a\""),
        "{}",
        after.as_str()
    );
    let after = text.spliced(&text.insert(&[Step::Field("rules")], 0, &record).unwrap()).unwrap();
    assert!(
        after.as_str().contains("rules: [\n        (\n            id: \"c\",\n        ),\n    ],"),
        "{}",
        after.as_str()
    );
    let after = text.spliced(&text.exchange(&[PARTIES], 0).unwrap()).unwrap();
    assert!(
        after.as_str().contains("        ), // the first\n        (id: \"a\", name: \"A\"),\n        // End."),
        "{}",
        after.as_str()
    );
}

#[test]
fn what_is_half_typed_is_kept_and_all_around_it_can_be_edited() {
    let text = text();
    for piece in ["(id: \"b", "a), (b", "", "1 // one", "[", "\"", "Is(\"a\", 1", "x y"] {
        let broken = text.spliced(&text.set(&[PARTIES, Step::Item(0)], piece).unwrap()).unwrap();
        assert_eq!(broken.value(&[PARTIES, Step::Item(0)]).map(str::trim), Some(piece.trim()));
        let problems = broken.read().unwrap_err();
        assert_eq!(problems[0].at.and_then(|at| broken.spot(at)).map(|spot| spot.item), Some(Some(0)), "{piece}");
        let splice = broken.set(&of(1, "name"), "\"Beta and more\"").unwrap();
        let other = broken.spliced(&splice).unwrap();
        let splice = other.insert(&[PARTIES], 1, &[("id", "\"c\"".to_owned())]).unwrap();
        let other = other.spliced(&splice).unwrap();
        assert_eq!(other.string(&of(2, "name")), Some("Beta and more".to_owned()));
        let again = DossierText::with_unfinished(other.as_str().to_owned(), other.unfinished().to_vec()).unwrap();
        assert_eq!(again.string(&of(1, "id")), Some("c".to_owned()));
        let whole = other.spliced(&other.set(&[PARTIES, Step::Item(0)], "(id: \"a\")").unwrap()).unwrap();
        assert!(whole.unfinished().is_empty());
        assert_eq!(whole.string(&of(0, "id")), Some("a".to_owned()));
    }
}

#[test]
fn a_problem_stands_at_its_field() {
    let text = text();
    let spot = |piece: &str| text.spot(CASE.find(piece).unwrap()).map(|spot| (spot.field, spot.item, spot.inner));
    assert_eq!(spot("\"One\""), Some(("title".to_owned(), None, None)));
    assert_eq!(spot("\"B\""), Some(("parties".to_owned(), Some(1), Some("name".to_owned()))));
    assert_eq!(spot("(id: \"a\""), Some(("parties".to_owned(), Some(0), None)));
    assert_eq!(spot("\"p\""), Some(("about".to_owned(), None, Some("purpose".to_owned()))));
    assert_eq!(spot("// Behind"), None);
}

#[test]
fn lines_end_as_they_do_in_the_file() {
    let text = DossierText::new(CASE.replace('\n', "\r\n")).unwrap();
    let mut after = text.clone();
    for splice in [
        |text: &DossierText| text.set(&of(1, "note"), "\"two\nlines\""),
        |text: &DossierText| text.set(&of(1, "code"), "\"C\""),
        |text: &DossierText| text.insert(&[PARTIES], 0, &[("id", "\"c\"".to_owned())]),
        |text: &DossierText| text.remove(&[Step::Field("title")]),
        |text: &DossierText| text.set(&[PARTIES, Step::Item(0)], "(id:\n"),
    ] {
        after = after.spliced(&splice(&after).unwrap()).unwrap();
    }
    assert_eq!(after.as_str().matches('\n').count(), after.as_str().matches("\r\n").count(), "{}", after.as_str());
    assert!(!after.as_str().contains("\r\r"));
    assert_eq!(after.string(&of(2, "note")), Some("two\nlines".to_owned()));
}

#[test]
fn a_demand_is_read_and_written_by_its_words() {
    for demand in [
        "Is(\"a\", true)",
        "OneOf(\"a\", [\"x\", 5, false])",
        "If(All([AtLeast(\"n\", 4), Not(Is(\"b\", \"never\"))]), Any([AtMost(\"n\", -2)]))",
    ] {
        assert_eq!(demand_ron(&written_demand(demand).unwrap()), demand);
    }
    for wrong in ["", "Is(\"a\")", "Is(\"a\", 1", "Choice([])", "5"] {
        assert_eq!(written_demand(wrong), None, "{wrong}");
    }
}
