//! What stands in a file whose contents are not packed.

use super::*;
use crate::{
    app::{Paper, Sheet},
    domain::{Dossier, DossierParts, Scenario, ValueIx},
    export::{Made, content, layout, material::Material, model},
    wording::{DateStyle, fixture},
};

/// The text of a file about the dossier, and its pages.
fn file_of(dossier: &Dossier, sheets: &[Sheet]) -> (String, Vec<Page>) {
    let mut scenario = Scenario::empty(dossier, "Trial".to_owned());
    scenario.plan.set(fixture::TROOPS, Some(ValueIx(1)));
    let material = Material::new(dossier, &scenario, "0123456789ab", Made::Own, DateStyle::Words);
    let sheets = content::sheets(&material, sheets);
    let pages = layout::pages(&material, &sheets, Paper::A4);
    let settings =
        SerializeSettings { compress_content_streams: false, ascii_compatible: true, ..SerializeSettings::default() };
    let file = print(&material, &pages, &model::title(&material, &sheets), settings).unwrap();
    (String::from_utf8_lossy(&file).into_owned(), pages)
}

fn plain(sheets: &[Sheet]) -> (String, usize) {
    let (text, pages) = file_of(&fixture::dossier(), sheets);
    (text, pages.len())
}

const ALL: [Sheet; 6] =
    [Sheet::Plan, Sheet::Sources, Sheet::Prediction, Sheet::Brief(fixture::NORTH), Sheet::Debrief, Sheet::Grading];

#[test]
fn a_file_has_the_pages_and_text_that_can_be_selected() {
    let (text, n_pages) = plain(&[Sheet::Plan, Sheet::Sources, Sheet::AnswerKey]);
    assert_eq!(n_pages, 3);
    assert!(text.contains(&format!("/Count {n_pages}")), "{text}");
    assert!(text.matches("\nBT").count() > 20, "text is drawn as text");
    for part in ["/FontFile3", "/ToUnicode", "/Lang", "+Inter-Regular", "+Inter-SemiBold"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn numbers_lead_to_their_statement_and_addresses_to_the_web() {
    let (text, _) = plain(&[Sheet::Plan, Sheet::Sources]);
    assert!(text.contains("/XYZ"), "{text}");
    assert!(text.contains("https://example.org/talks"));
    let (alone, _) = plain(&[Sheet::Plan]);
    assert!(!alone.contains("/Subtype /Link"), "without the sources there is nowhere to go");
}

/// Operators of a page that show something, outside of everything that is tagged or marked as an artifact.
fn untagged(text: &str) -> Vec<String> {
    const SHOWS: [&str; 8] = ["Tj", "TJ", "S", "f", "f*", "B", "b", "Do"];
    let contents = text.split("stream\n").filter(|stream| stream.contains("BDC") || stream.contains("\nBT"));
    let mut found = Vec::new();
    for stream in contents {
        let mut depth = 0_i32;
        for line in stream.lines().take_while(|line| !line.starts_with("endstream")) {
            match line.split(' ').next_back().unwrap_or_default() {
                "BDC" | "BMC" => depth += 1,
                "EMC" => depth -= 1,
                shows if depth == 0 && SHOWS.contains(&shows) => found.push(line.to_owned()),
                _ => {}
            }
        }
        assert_eq!(depth, 0, "what is opened is closed");
    }
    found
}

#[test]
fn nothing_on_any_sheet_is_untagged_and_the_file_says_its_language() {
    let (text, pages) = file_of(&fixture::dossier(), &ALL);
    assert_eq!(untagged(&text), Vec::<String>::new());
    assert!(
        !untagged(&text.replace(" BDC", " nothing").replace("\nEMC", "\nnothing")).is_empty(),
        "what is not tagged is seen"
    );
    assert!(text.matches("/Lang (en)").count() >= 2, "the catalog and the document say the language");
    for part in ["/MarkInfo", "/Marked true", "/StructTreeRoot", "/DisplayDocTitle true", "pdfuaid:part", "/Outlines"] {
        assert!(text.contains(part), "{part}");
    }
    // What is read is not hidden among the artifacts: only the foot of each page is one.
    let artifacts: usize = pages.iter().map(|page| page.items.iter().filter(|item| is_artifact(item)).count()).sum();
    assert_eq!(artifacts, 2 * pages.len(), "the line at the foot and the number of the page");
}

fn is_artifact(item: &Item) -> bool {
    matches!(item, Item::Text(TextLine { part: None, .. }))
}

#[test]
fn texts_of_the_dossier_are_in_its_language() {
    let in_language = |tag: &str| Dossier::new(DossierParts { language: tag.to_owned(), ..fixture::parts() }).unwrap();
    let (text, _) = file_of(&in_language("de-AT"), &ALL);
    let marked = text.matches("/Lang (de-AT)").count();
    assert!(marked > 20, "{marked} texts are marked");
    assert!(text.matches("/Lang (en)").count() >= 2);
    assert!(!file_of(&in_language("German (Austria)"), &ALL).0.contains("German"), "what is no tag is left out");
}

/// The kinds of the children of each element of a kind, in the order of the file.
fn kinds_in(text: &str, of: &str) -> Vec<usize> {
    let objects = text.split(" 0 obj").filter(|object| object.contains("/StructElem"));
    let of = format!("/S /{of}\n");
    objects.filter(|object| object.contains(&of)).map(|object| object.matches(" 0 R").count()).collect()
}

#[test]
fn every_row_has_as_many_cells_as_the_head_of_its_table() {
    let dossier = fixture::dossier();
    let (text, pages) = file_of(&dossier, &[Sheet::Plan]);
    let n_columns = dossier.parties.len() + 2;
    // The parent is a reference too; the feet of the table have one cell over two columns.
    let rows = kinds_in(&text, "TR");
    let n_feet = rows.iter().filter(|n| **n == n_columns - 1 + 1).count();
    assert_eq!(n_feet, 2, "{rows:?}");
    assert!(rows.iter().all(|n| (n_columns..=n_columns + 1).contains(n)), "{rows:?}");
    assert!(rows.len() > 3 && pages.len() == 1);
    let (text, _) = file_of(&dossier, &[Sheet::Grading]);
    let rows = kinds_in(&text, "TR");
    assert!(rows.len() == 7 && rows.iter().all(|n| *n == rows[0]), "rows to fill in are rows: {rows:?}");
}

#[test]
fn letters_that_the_typeface_lacks_are_boxes_with_their_letters_beside_them() {
    let mut parts = fixture::parts();
    parts.parties[0].name = "\u{5e9}\u{5dc}\u{5d5}\u{5dd} North".to_owned();
    let dossier = Dossier::new(parts).unwrap();
    let (text, _) = file_of(&dossier, &[Sheet::Plan, Sheet::Brief(fixture::NORTH)]);
    assert!(text.contains("/ActualText"), "the letters are there to be read aloud");
    assert_eq!(untagged(&text), Vec::<String>::new());
}
