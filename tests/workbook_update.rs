//! Workbooks read into a case that is there: what they do not say changes nothing, and what they say is all that changes.

use peace_plan_explorer::{
    domain::{ChangeKind, Dossier, Severity},
    format::DossierText,
    storage::Library,
    workbook::{self, Book, Imported, Sheet, Value},
};

/// A shipped dossier with its text.
fn shipped(id: &str) -> (Dossier, DossierText) {
    let library = Library::shipped();
    let shelf = library.shelf(id).unwrap();
    let text = DossierText::new(shelf.text.to_string()).unwrap();
    (shelf.dossier().unwrap().dossier.clone(), text)
}

fn ids() -> Vec<String> {
    Library::shipped().shelves().iter().map(|shelf| shelf.id.clone()).collect()
}

#[track_caller]
fn dossier_of(imported: &Imported) -> &Dossier {
    let errors: Vec<_> = imported.messages.iter().filter(|told| told.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    &imported.dossier.as_ref().unwrap().dossier
}

/// The case with what the book says, and the kinds and ids of what it changed.
#[track_caller]
fn updated(own: (&Dossier, &DossierText), book: &Book, keep: bool) -> (DossierText, Vec<(ChangeKind, String)>) {
    let imported = workbook::import_into(book, own.0, keep);
    let after = dossier_of(&imported);
    let changes = workbook::changes(own.0, after);
    let other = DossierText::new(imported.text.clone()).unwrap();
    let text = workbook::merged(own.1, &other, &changes).expect("the texts are those that were compared");
    let read = text.read().unwrap().dossier;
    assert_eq!(workbook::changes(&read, after), [], "the text says what the workbook says");
    (text, changes.into_iter().map(|change| (change.kind, format!("{} {}", change.list, change.id))).collect())
}

fn sheet<'b>(book: &'b mut Book, name: &str) -> &'b mut Sheet {
    book.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
}

fn column(sheet: &Sheet, name: &str) -> u32 {
    let is_head = |((row, _), value): &(&(u32, u32), &Value)| *row == 0 && value.to_text() == name;
    sheet.cells.iter().find(is_head).unwrap().0.1
}

/// Takes a column out of a sheet.
fn without(sheet: &mut Sheet, name: &str) {
    let column = column(sheet, name);
    sheet.cells.retain(|(_, place), _| *place != column);
}

#[test]
fn a_workbook_that_says_the_same_changes_not_a_byte() {
    for id in ids() {
        let (dossier, text) = shipped(&id);
        let whole = workbook::book_of(&dossier);
        for keep in [true, false] {
            let (after, changes) = updated((&dossier, &text), &whole, keep);
            assert_eq!((after.as_str() == text.as_str(), changes), (true, Vec::new()), "{id}");
        }
        // What is left out, sheet or column, is as it was.
        let mut part = whole.clone();
        part.sheets.retain(|sheet| ["parties", "statements", "values"].contains(&&*sheet.name));
        without(sheet(&mut part, "parties"), "reason");
        without(sheet(&mut part, "statements"), "quote");
        without(sheet(&mut part, "values"), "meaning");
        let (after, changes) = updated((&dossier, &text), &part, false);
        assert_eq!((after.as_str() == text.as_str(), changes), (true, Vec::new()), "{id}, in part");
    }
}

#[test]
fn one_cell_changes_one_field_and_every_comment_stays() {
    for id in ids() {
        let (dossier, text) = shipped(&id);
        let marked = text.as_str().replacen("    statements: [", "    // By hand.\n    statements: [ // and here", 1);
        let text = DossierText::new(marked.clone()).unwrap();
        let mut book = workbook::book_of(&dossier);
        let statements = sheet(&mut book, "statements");
        let place = column(statements, "speaker");
        statements.cells.insert((1, place), Value::Text("Somebody else".to_owned()));
        let (after, changes) = updated((&dossier, &text), &book, true);
        let first = &dossier.statements[0];
        assert_eq!(changes, [(ChangeKind::Changed, format!("statements {}", first.id))]);
        let expected = marked.replacen(&format!("speaker: \"{}\"", first.speaker), "speaker: \"Somebody else\"", 1);
        assert_eq!(after.as_str(), expected, "{id}");
    }
}

#[test]
fn rows_that_are_gone_stay_or_go_as_it_is_wished_and_new_ones_stand_where_they_were_written() {
    let (dossier, text) = shipped("school-trip");
    let mut book = workbook::book_of(&dossier);
    let rules = sheet(&mut book, "rules");
    rules.cells.retain(|(row, _), _| *row != 1);
    let gone = format!("rules {}", dossier.rules[0].id);
    let (after, changes) = updated((&dossier, &text), &book, true);
    assert_eq!((after.as_str() == text.as_str(), changes), (true, Vec::new()), "it is kept");
    let (after, changes) = updated((&dossier, &text), &book, false);
    assert_eq!(changes, [(ChangeKind::Gone, gone)]);
    assert_eq!(after.read().unwrap().dossier.rules.len(), dossier.rules.len() - 1);
    // A term that positions speak about cannot go, and it is told where.
    let mut book = workbook::book_of(&dossier);
    sheet(&mut book, "terms").cells.retain(|(row, _), _| *row != 1);
    sheet(&mut book, "values").cells.retain(|(row, _), value| *row == 0 || value.to_text() != dossier.terms[0].id);
    let imported = workbook::import_into(&book, &dossier, false);
    assert!(imported.dossier.is_none());
    assert!(imported.messages.iter().any(|told| told.at.as_ref().is_some_and(|at| at.sheet == "positions")));
}

#[test]
fn rows_in_another_order_are_in_that_order() {
    let (dossier, text) = shipped("school-trip");
    let mut book = workbook::book_of(&dossier);
    let parties = sheet(&mut book, "parties");
    let mut rows = parties.rows();
    rows[1..].reverse();
    *parties = Sheet::of_rows("parties", rows);
    let (after, changes) = updated((&dossier, &text), &book, true);
    assert_eq!(changes, [(ChangeKind::Moved, "parties ".to_owned())]);
    let ids = |dossier: &Dossier| dossier.parties.iter().map(|party| party.id.clone()).collect::<Vec<_>>();
    let mut reversed = ids(&dossier);
    reversed.reverse();
    assert_eq!(ids(&after.read().unwrap().dossier), reversed);
}

#[test]
fn a_quick_sheet_adds_to_a_case_and_makes_nothing_anew_that_is_there() {
    let (dossier, text) = shipped("school-trip");
    let (party, term) = (&dossier.parties[1], &dossier.terms[0]);
    let value = &term.values[0];
    let rows = [
        "party|term|operator|values|strength|words|speaker|office|said|publisher|url".to_owned(),
        format!(
            "{}|{}|is|{}|prefers|We said this only now|Ann|Speaker|2031|Paper|https://example.org/now",
            party.name,
            term.name,
            if value.id == "true" { "yes" } else { &value.id }
        ),
    ];
    let rows = rows.iter().map(|row| row.split('|').map(str::to_owned).collect());
    let book = Book { sheets: vec![Sheet::of_rows("quick", rows)], ..Book::default() };
    let (after, changes) = updated((&dossier, &text), &book, true);
    let kinds: Vec<&str> = changes
        .iter()
        .map(|(kind, id)| {
            assert_eq!(*kind, ChangeKind::New, "{id}");
            id.split(' ').next().unwrap()
        })
        .collect();
    assert_eq!(kinds, ["statements", "positions", "sources"]);
    let after = after.read().unwrap().dossier;
    assert_eq!((after.id.as_str(), after.title.as_str()), ("school-trip", dossier.title.as_str()));
    assert_eq!(after.statements.len(), dossier.statements.len() + 1);
}

/// Cells moved, lost and doubled at random: what is taken over is exactly what was shown, or nothing is.
#[test]
fn what_comes_of_any_workbook_is_what_was_shown() {
    let rounds = std::env::var("WORKBOOK_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(150_u64);
    let (dossier, text) = shipped("school-trip");
    let sound = workbook::book_of(&dossier);
    let mut seed = 3_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let (mut n_taken, mut n_changed) = (0, 0);
    for _ in 0..rounds {
        let mut book = sound.clone();
        for _ in 0..=random(3) {
            let (place, other) = (random(book.sheets.len()), random(book.sheets.len()));
            let cells = &book.sheets[other].cells;
            let taken = cells.values().nth(random(cells.len().max(1))).cloned();
            let sheet = &mut book.sheets[place];
            let Some(at) = sheet.cells.keys().nth(random(sheet.cells.len().max(1))).copied() else { continue };
            match (random(5), taken) {
                (0, _) => drop(sheet.cells.remove(&at)),
                (1, _) => sheet.cells.retain(|(row, _), _| *row != at.0),
                (2, _) => sheet.cells.retain(|(_, column), _| *column != at.1),
                (3, _) => drop(sheet.cells.insert(at, Value::Text(format!("new-{}", at.0)))),
                (_, value) => sheet.cells.extend(value.map(|value| (at, value))),
            }
        }
        for keep in [true, false] {
            let imported = workbook::import_into(&book, &dossier, keep);
            let Some(file) = &imported.dossier else {
                assert!(
                    imported.messages.iter().any(|told| told.severity == Severity::Error),
                    "refused without a word"
                );
                continue;
            };
            n_taken += 1;
            let changes = workbook::changes(&dossier, &file.dossier);
            n_changed += usize::from(!changes.is_empty());
            let other = DossierText::new(imported.text.clone()).unwrap();
            let merged = workbook::merged(&text, &other, &changes).expect("it can be put into the text");
            let read = merged.read().unwrap_or_else(|problems| panic!("{changes:?}: {problems:?}"));
            assert_eq!(workbook::changes(&read.dossier, &file.dossier), [], "{changes:?}");
        }
    }
    assert!(n_taken > 20 && n_changed > 10, "{n_taken} taken, {n_changed} changed");
}

#[test]
fn a_row_put_between_the_others_of_a_quick_sheet_changes_none_of_them() {
    let head = "party|term|operator|values|strength|words|speaker|office|said|publisher|url";
    let row = |words: &str, day: &str| {
        format!("Town council|Pool|is|Close|prefers|{words}|Ada Lind|Mayor|{day}|Paper|https://example.org/{day}")
    };
    let book = |rows: &[String]| {
        let rows = std::iter::once(head.to_owned()).chain(rows.iter().cloned());
        let rows = rows.map(|row| row.split('|').map(str::to_owned).collect());
        Book { sheets: vec![Sheet::of_rows("quick", rows)], ..Book::default() }
    };
    let (first, second) = (row("It costs too much", "2031-03-01"), row("Nobody swims there", "2031-03-05"));
    let imported = workbook::import(&book(&[first.clone(), second.clone()]), "pool");
    let (dossier, text) = (dossier_of(&imported).clone(), DossierText::new(imported.text.clone()).unwrap());
    let between = book(&[first.clone(), row("It leaks", "2031-03-03"), second.clone()]);
    let (_, changes) = updated((&dossier, &text), &between, true);
    let new = |list: &str, id: &str| (ChangeKind::New, format!("{list} {id}"));
    assert_eq!(
        changes.iter().filter(|(_, id)| !id.starts_with("sources")).cloned().collect::<Vec<_>>(),
        [new("statements", "town-council-03"), new("positions", "town-council-03")]
    );
    // A publisher that is known need not be named again.
    let unnamed = book(&[first.replace("|Paper|", "||"), second.clone()]);
    assert_eq!(updated((&dossier, &text), &unnamed, true).1, []);
    // A slip that is mended is a change of its row.
    let mended = book(&[row("It costs far too much", "2031-03-01"), second]);
    let (_, changes) = updated((&dossier, &text), &mended, true);
    assert_eq!(changes, [(ChangeKind::Changed, "statements town-council-01".to_owned())]);
}
