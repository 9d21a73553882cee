//! What stands in a file whose contents are not packed.

use super::*;
use crate::{
    analysis::Judged,
    app::{Paper, Sheet},
    domain::{Dossier, DossierParts, Scenario, ValueIx, practice},
    export::{Made, content, layout, material::Material, model},
    wording::DateStyle,
};

/// The text of a file about the dossier, and its pages.
fn file_of(dossier: &Dossier, sheets: &[Sheet]) -> (String, Vec<Page>) {
    let mut scenario = Scenario::empty(dossier, "Trial".to_owned());
    scenario.plan.set(practice::TROOPS, Some(ValueIx(1)));
    let material = Material::new(Judged::new(dossier, &scenario), "0123456789ab", Made::Own, DateStyle::Words);
    let sheets = content::sheets(&material, sheets);
    let pages = layout::pages(&material, &sheets, Paper::A4);
    let settings =
        SerializeSettings { compress_content_streams: false, ascii_compatible: true, ..SerializeSettings::default() };
    let file = print(&material, &pages, &model::title(&material, &sheets), settings).unwrap();
    (String::from_utf8_lossy(&file).into_owned(), pages)
}

fn plain(sheets: &[Sheet]) -> (String, usize) {
    let (text, pages) = file_of(&practice::dossier(), sheets);
    (text, pages.len())
}

const ALL: [Sheet; 6] =
    [Sheet::Plan, Sheet::Sources, Sheet::Prediction, Sheet::Brief(practice::NORTH), Sheet::Debrief, Sheet::Grading];

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

/// The words of a page's contents, without the texts that are shown.
fn operators(contents: &str) -> Vec<String> {
    let (mut words, mut depth, mut escaped) = (vec![String::new()], 0, false);
    for letter in contents.chars() {
        match (letter, depth) {
            _ if escaped => escaped = false,
            ('\\', _) => escaped = true,
            ('(', _) => depth += 1,
            (')', _) => depth -= 1,
            (letter, 0) if letter.is_ascii_alphanumeric() || "*.-".contains(letter) => {
                words.last_mut().unwrap().push(letter);
            }
            (_, 0) => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The contents of all pages.
fn contents(text: &str) -> impl Iterator<Item = &str> {
    let streams = text.split("stream\n").map(|stream| stream.split("\nendstream").next().unwrap());
    streams.filter(|stream| stream.contains(">>BDC"))
}

/// Operators that show something outside of everything that is tagged or marked as an artifact.
fn untagged(contents: &str) -> Vec<String> {
    const SHOWS: [&str; 8] = ["Tj", "TJ", "S", "f", "f*", "B", "b", "Do"];
    let (mut depth, mut found) = (0_i32, Vec::new());
    for word in operators(contents) {
        match word.as_str() {
            "BDC" | "BMC" => depth += 1,
            "EMC" => depth -= 1,
            shows if depth == 0 && SHOWS.contains(&shows) => found.push(word),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "what is opened is closed");
    found
}

#[test]
fn nothing_on_any_sheet_is_untagged_and_the_file_says_its_language() {
    let (text, pages) = file_of(&practice::dossier(), &ALL);
    assert_eq!(contents(&text).count(), pages.len());
    for page in contents(&text) {
        assert_eq!(untagged(page), Vec::<String>::new());
        let bare = page.replace("BDC", "x").replace("BMC", "x").replace("EMC", " x ");
        assert!(untagged(&bare).len() > 5, "what is not tagged is seen");
    }
    assert!(text.matches("/Lang(en)").count() >= 2, "the catalog and the document say the language");
    for part in ["/MarkInfo", "/Marked true", "/StructTreeRoot", "/DisplayDocTitle true", "pdfuaid:part", "/Outlines "]
    {
        assert!(text.contains(part), "{part}");
    }
    // What is read is not hidden among the artifacts: only the foot of each page is one.
    let artifacts: usize = pages.iter().map(|page| page.items.iter().filter(|item| is_artifact(item)).count()).sum();
    let is_one_of_several = |page: &&Page| pages.iter().filter(|other| other.sheet == page.sheet).count() > 1;
    let numbered = pages.iter().filter(is_one_of_several).count();
    assert_eq!(artifacts, pages.len() + numbered, "the line at the foot, and where there are several the number");
}

fn is_artifact(item: &Item) -> bool {
    matches!(item, Item::Text(TextLine { part: None, .. }))
}

#[test]
fn texts_of_the_dossier_are_in_its_language() {
    let in_language = |tag: &str| Dossier::new(DossierParts { language: tag.to_owned(), ..practice::parts() }).unwrap();
    let (text, _) = file_of(&in_language("de-AT"), &ALL);
    let marked = text.matches("/Lang(de-AT)").count();
    assert!(marked > 15, "{marked} texts are marked");
    assert!(text.matches("/Lang(en)").count() >= 2);
    assert!(!file_of(&in_language("German (Austria)"), &ALL).0.contains("German"), "what is no tag is left out");
}

/// How many cells each row of the tables has, in the order of the file.
fn cells_of_rows(text: &str) -> Vec<usize> {
    let rows = text.split("endobj").filter(|object| object.contains("/Type/StructElem/S/TR"));
    rows.map(|row| row.split("/K[").nth(1).map_or(0, |cells| cells.matches(" 0 R").count())).collect()
}

#[test]
fn every_row_has_as_many_cells_as_the_head_of_its_table() {
    let dossier = practice::dossier();
    let n_columns = dossier.parties.len() + 2;
    let rows = cells_of_rows(&file_of(&dossier, &[Sheet::Plan]).0);
    // A head, a term, and two feet whose first cell goes over two columns.
    assert_eq!(rows, [n_columns, n_columns, n_columns - 1, n_columns - 1]);
    let (text, _) = file_of(&dossier, &[Sheet::Plan]);
    assert_eq!(text.matches("/ColSpan 2").count(), 2);
    let rows = cells_of_rows(&file_of(&dossier, &[Sheet::Prediction]).0);
    assert_eq!(rows, [n_columns; 2], "boxes are cells");
    let rows = cells_of_rows(&file_of(&dossier, &[Sheet::Grading]).0);
    assert_eq!(rows, [4; 7], "rows to fill in are rows");
    let rows = cells_of_rows(&file_of(&dossier, &[Sheet::Brief(practice::NORTH)]).0);
    assert!(rows.len() > 1 && rows.iter().all(|n| *n == 3), "{rows:?}");
}

#[test]
fn letters_that_the_typeface_lacks_are_boxes_with_their_letters_beside_them() {
    let mut parts = practice::parts();
    parts.parties[0].name = "\u{5e9}\u{5dc}\u{5d5}\u{5dd} North".to_owned();
    let dossier = Dossier::new(parts).unwrap();
    let (text, _) = file_of(&dossier, &[Sheet::Plan, Sheet::Brief(practice::NORTH)]);
    assert!(text.contains("/ActualText"), "the letters are there to be read aloud");
    assert!(contents(&text).all(|page| untagged(page).is_empty()));
}
