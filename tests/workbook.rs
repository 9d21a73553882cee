//! Dossiers as workbooks and back.

use peace_plan_explorer::{
    domain::Dossier,
    domain::Severity,
    storage::Library,
    workbook::{self, Book, Imported, Sheet, Value},
};

fn dossiers() -> Vec<Dossier> {
    let library = Library::new();
    library
        .shelves()
        .iter()
        .filter(|shelf| shelf.shipped)
        .map(|shelf| shelf.dossier().unwrap().dossier.clone())
        .collect()
}

fn errors(imported: &Imported) -> Vec<String> {
    let errors = imported.messages.iter().filter(|message| message.severity == Severity::Error);
    errors
        .map(|told| {
            let place = told.at.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{place}: {} {}", told.message, told.hint)
        })
        .collect()
}

#[test]
fn a_dossier_through_a_workbook_is_the_same_dossier() {
    for dossier in dossiers() {
        let book = workbook::book_of(&dossier);
        let bytes = workbook::write(&book).unwrap();
        let read = workbook::read(&bytes).unwrap();
        let imported = workbook::import(&read, "case");
        assert_eq!(imported.messages, [], "{}", dossier.id);
        let again = imported.dossier.unwrap().dossier;
        assert!(again == dossier, "{} differs", dossier.id);
        // A second round changes nothing, in any cell.
        assert!(workbook::book_of(&again) == book, "{} differs the second time", dossier.id);
        let files = workbook::to_csv(&book, ',').unwrap();
        let imported = workbook::import(&workbook::from_csv(&files).unwrap(), "case");
        assert_eq!(errors(&imported), Vec::<String>::new(), "{} as CSV", dossier.id);
        assert!(imported.dossier.unwrap().dossier == dossier, "{} differs as CSV", dossier.id);
    }
}

/// A part of a packed file, as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    std::io::read_to_string(archive.by_name(name).unwrap()).unwrap()
}

#[test]
fn the_same_case_is_the_same_file_whenever_it_is_written() {
    let bytes = workbook::write(&workbook::book_of(&dossiers()[0])).unwrap();
    let about = part(&bytes, "docProps/core.xml");
    let days: Vec<&str> = about.split("W3CDTF\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(days, ["1980-01-01T00:00:00Z"; 2], "{about}");
}

fn sheet(name: &str, rows: &[&str]) -> Sheet {
    Sheet::of_rows(name, rows.iter().map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect()))
}

const POOL: [&str; 7] = [
    "party | term | operator | values | strength | words | speaker | office | said | publisher | url",
    "Town council | Pool | is | Close | prefers | The pool costs too much to keep | Ada Lind | Mayor | 2024-03-01 | Town paper | https://example.org/1",
    "Swimming club | Pool | is not | Close | red line | We will never agree to closing the pool | Bo Ek | Chair | 2024-03-05 | Town paper | https://example.org/2",
    "Swimming club | Opening hours | one of | Evenings; All day | prefers | We need the evenings | Bo Ek | Chair | 2024-03-05 | Town paper | https://example.org/2",
    "Parents | Free entry | is | yes | opposes | Children must swim for free | Cy Moe | Speaker | 2024-03-07 | Town paper | https://example.org/3",
    "Town council | Free entry | is | no | opposes | Nobody swims for free | Ada Lind | Mayor | ~2024-03 | Town paper | https://example.org/1",
    "Parents | Pool | is | Repair | prefers | We would like it repaired | Cy Moe | Speaker | 2024-03-07 | Town paper | https://example.org/3",
];

#[test]
fn a_cell_that_must_not_be_empty_is_named_by_its_column() {
    let row = "club | pool | is | open | red line | Never without it | Ann | 2031-02-03";
    let quick = sheet("quick", &["party | term | operator | values | strength | words | speaker | said", row]);
    let told = errors(&workbook::import(&Book { sheets: vec![quick], ..Book::default() }, "case"));
    assert!(told.iter().any(|told| told.contains("The column office is empty.")), "{told:#?}");
    assert!(told.iter().all(|told| !told.contains('`')), "{told:#?}");
    // By the name that this sheet has for it, and at its own cell.
    let mut rows = POOL;
    rows[4] = "Parents | Free entry | is | yes | opposes | | Cy Moe | Speaker | 2024-03-07 | Town paper | https://example.org/3";
    let told = errors(&workbook::import(&Book { sheets: vec![sheet("quick", &rows)], ..Book::default() }, "case"));
    assert_eq!(told, ["quick F5: The column words is empty. Fill it in for this row."]);
    let parties = ["id | code | name | role", "club | CLU | Club | must accept"];
    let statements = [
        "id | party | speaker | office | said | short | channel | source",
        "s-1 | club | Ann | | 2031-02-03 | No | on record |",
    ];
    let sheets = vec![sheet("parties", &parties), sheet("statements", &statements)];
    let told = errors(&workbook::import(&Book { sheets, ..Book::default() }, "case"));
    assert!(told.iter().any(|told| told.starts_with("statements D2: The column office is empty.")), "{told:#?}");
}

#[test]
fn a_workbook_with_nothing_in_it_says_so_and_nothing_else() {
    let told = |sheets| errors(&workbook::import(&Book { sheets, ..Book::default() }, "case"));
    let empty = told(vec![sheet("quick", &POOL[..1])]);
    let said = ": Nothing stands in the sheet quick but the names of its columns. Write at least one row.";
    assert_eq!(empty, [said]);
    let two = vec![sheet("parties", &["id | code | name | role"]), sheet("terms", &["id | name | question | kind"])];
    let said =
        ": Nothing stands in the sheets parties and terms but the names of their columns. Write at least one row.";
    assert_eq!(told(two), [said]);
    let unknown = told(vec![sheet("partys", &["id | code", "a | A"])]);
    assert!(unknown.len() == 1 && unknown[0].starts_with(": No sheet of the workbook is known."), "{unknown:?}");
}

#[test]
fn a_case_that_nothing_gives_a_day_says_what_gives_it_one() {
    let mut sheets = vec![
        sheet("parties", &["id | code | name | role", "club | SC | Club | must accept"]),
        sheet("terms", &["id | name | question | kind", "lanes | Lanes | Are lanes kept? | yes/no"]),
        sheet("values", &["term | value | name", "lanes | yes | Yes", "lanes | no | No"]),
    ];
    let told = |sheets: &[Sheet]| workbook::import(&Book { sheets: sheets.to_vec(), ..Book::default() }, "case");
    let day = ": The case has no day: no statement says when, and the sheet about has no as_of.";
    let found = errors(&told(&sheets));
    assert!(found.len() == 1 && found[0].starts_with(day), "{found:?}");
    // A day that cannot be read is told once.
    let quick =
        [POOL[0], "Club | Lanes | is | yes | prefers | Keep them | Ada | Chair | spring | Paper | https://example.org"];
    let found = errors(&told(&[sheet("quick", &quick)]));
    assert!(found.len() == 1 && found[0].contains("\"spring\""), "{found:?}");
    let quick =
        [POOL[0], "Club | Ticket | at least | 4 | prefers | Four | Ada | Chair | 2031 | Paper | https://example.org"];
    let found = errors(&told(&[sheet("quick", &quick)]));
    let no_number = "quick C2: \"at least\" asks for a number, and the values of \"Ticket\" are none.";
    assert!(found.len() == 1 && found[0].starts_with(no_number), "{found:?}");
    // One day is enough for all of them.
    sheets.push(sheet("about", &["field | value", "as_of | 2031-03-02"]));
    let imported = told(&sheets);
    assert_eq!(errors(&imported), Vec::<String>::new());
    let dossier = imported.dossier.unwrap().dossier;
    assert_eq!([dossier.as_of, dossier.covers.0, dossier.covers.1].map(|day| day.to_string()), ["2031-03-02"; 3]);
}

#[test]
fn a_quick_sheet_alone_makes_a_case() {
    let imported = workbook::import(&Book { sheets: vec![sheet("quick", &POOL)], ..Book::default() }, "Swimming pool");
    assert_eq!(errors(&imported), Vec::<String>::new());
    let dossier = imported.dossier.unwrap().dossier;
    assert_eq!((dossier.id.as_str(), dossier.title.as_str()), ("swimming-pool", "Swimming pool"));
    assert_eq!((dossier.parties.len(), dossier.terms.len(), dossier.statements.len()), (3, 3, 6));
    assert_eq!((dossier.positions.len(), dossier.sources.len()), (6, 3));
    // Everything that was made up is told.
    assert_eq!(imported.messages.len(), 6, "{:?}", imported.messages);
    assert!(imported.messages.iter().all(|told| told.at.as_ref().is_some_and(|at| at.sheet == "quick")));
}

#[test]
fn each_slip_is_told_with_its_cell() {
    let slips = [
        ("red line | We", "redline! | We", "quick E3"),
        ("2024-03-01", "01.03.24", "quick I2"),
        ("| is not | Close", "| isnt | Close", "quick C3"),
        ("one of | Evenings; All day", "is | Evenings; All day", "quick D4"),
        ("2024-03-05 | Town paper | https://example.org/2\u{0}", "2024-03-05 | Town paper | example", "quick K4"),
    ];
    for (right, wrong, place) in slips {
        let mut rows = POOL.map(str::to_owned);
        let mut is_done = false;
        for row in &mut rows {
            let right = right.trim_end_matches('\u{0}');
            if !is_done && row.contains(right) && (place != "quick K4" || row.contains("Evenings")) {
                *row = row.replacen(right, wrong, 1);
                is_done = true;
            }
        }
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let imported =
            workbook::import(&Book { sheets: vec![sheet("quick", &rows)], ..Book::default() }, "Swimming pool");
        let told = errors(&imported);
        assert!(imported.dossier.is_none() && told.iter().any(|told| told.starts_with(place)), "{wrong}: {told:?}");
    }
}

#[test]
fn a_list_that_is_too_long_is_told_in_its_own_sheet() {
    let mut rows = vec!["id | code | name | role".to_owned()];
    rows.extend((0..61).map(|n| format!("p{n} | P{n} | Party {n} | outside")));
    let parties = sheet("parties", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let sources = sheet("sources", &["id | publisher | title | date", "s1 | Town paper | Pool | 2024-03-01"]);
    let imported = workbook::import(&Book { sheets: vec![sources, parties], ..Book::default() }, "case");
    let told = errors(&imported);
    assert!(told.iter().any(|told| told.starts_with("parties A2: \"parties\" has 61 entries")), "{told:#?}");
}

/// Such a sheet has no place in any case, and must not be gone through row by row against row.
#[test]
fn a_sheet_with_more_rows_than_any_case_is_refused_at_once() {
    let rows =
        |n: usize| std::iter::once(POOL[0].to_owned()).chain((0..n).map(|n| format!("{n} | {n}"))).collect::<Vec<_>>();
    let written = |name: &str, n: usize| {
        let rows = rows(n);
        let sheet = sheet(name, &rows.iter().map(String::as_str).collect::<Vec<_>>());
        workbook::write(&Book { sheets: vec![sheet], ..Book::default() }).unwrap()
    };
    let refused = workbook::read(&written("quick", 6_100)).unwrap_err();
    assert!(refused.contains("The sheet quick holds more than 6000 rows."), "{refused}");
    assert!(workbook::read(&written("_my own notes", 6_100)).is_ok(), "what is not read may be of any length");
    let csv = rows(6_100).join("\n").replace(" | ", ",").into_bytes();
    assert!(workbook::from_csv(&[("anything".to_owned(), csv)]).unwrap_err().contains("6000 rows"));
}

/// Each row names another party and another term: there are more than any case has, which is told without making them all.
#[test]
fn a_quick_sheet_makes_no_more_parties_and_terms_than_a_case_may_have() {
    let mut rows = vec![POOL[0].to_owned()];
    rows.extend((0..400).map(|n| format!("P{n} | T{n} | is | v{n} | prefers | Words {n} | Ann | Chair | 2031-02-03")));
    let quick = sheet("quick", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let imported = workbook::import(&Book { sheets: vec![quick], ..Book::default() }, "case");
    assert!(imported.dossier.is_none());
    let made = |start: &str| imported.messages.iter().filter(|told| told.message.starts_with(start)).count();
    assert_eq!((made("The party \"P"), made("The term \"T")), (61, 201), "{:#?}", &imported.messages[..9]);
}

#[test]
fn what_is_left_out_is_named() {
    let rows = [
        "party | termm | term | operator | values | strength | words | speaker | said | _mine",
        "North | x | Border | is | Open | prefers | Open it | Ann | 2024 | y",
    ];
    let sheets = vec![sheet("quick", &rows), sheet("sources2", &["id"]), sheet("_notes", &["mine"])];
    let book = Book { sheets, ..Book::default() };
    let imported = workbook::import(&book, "Case");
    let told: Vec<&str> = imported.messages.iter().map(|told| told.message.as_str()).collect();
    assert!(
        told.iter().any(|told| told.contains("\"termm\"")) && told.iter().any(|told| told.contains("\"sources2\""))
    );
    assert!(!told.iter().any(|told| told.contains("mine")), "{told:?}");
}

#[test]
fn a_sheet_whose_name_is_a_slip_is_told_before_what_comes_of_it() {
    let mut book = workbook::book_of(&dossiers()[5]);
    let told = |book: &Book| {
        let told = workbook::import(book, "case").messages.into_iter();
        told.map(|told| format!("{:?}: {} {}", told.severity, told.message, told.hint)).collect::<Vec<_>>()
    };
    let rules = book.sheets.iter().position(|sheet| sheet.name == "rules").unwrap();
    "roles".clone_into(&mut book.sheets[rules].name);
    let all = told(&book);
    assert!(all.len() == 1 && all[0].starts_with("Warning: The sheet \"roles\""), "it may be left out: {all:#?}");
    let terms = book.sheets.iter().position(|sheet| sheet.name == "terms").unwrap();
    "tems".clone_into(&mut book.sheets[terms].name);
    let all = told(&book);
    assert!(all[..2].iter().any(|told| told.starts_with("Error: The sheet \"tems\" is not known")), "{all:#?}");
    assert!(all.len() > 2 && all[2].starts_with("Error:"), "{all:#?}");
}

#[test]
fn files_that_are_no_workbooks_are_named_for_what_they_are() {
    for (bytes, word) in [
        (&b"%PDF-1.7"[..], "PDF"),
        (b"PK\x03\x04broken", "not a workbook"),
        (b"", "not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format"),
    ] {
        let told = workbook::read(bytes).unwrap_err();
        assert!(told.contains(word), "{told}");
    }
    assert!(workbook::read(&vec![0; workbook::MAX_BYTES + 1]).unwrap_err().contains("larger than"));
}

/// An archive with these parts.
fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked_and_macros_are_told_and_not_read() {
    let bomb = packed(&[("xl/workbook.xml", &vec![b' '; 120_000_000])]);
    assert!(bomb.len() < 1_000_000);
    assert!(workbook::read(&bomb).unwrap_err().contains("would be larger than"));
    // A workbook with a part for macros.
    let sound = workbook::write(&workbook::book_of(&dossiers()[5])).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(sound)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    parts.push(("xl/vbaProject.bin".to_owned(), b"macros".to_vec()));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let imported = workbook::import(&workbook::read(&packed(&parts)).unwrap(), "case");
    let told: Vec<&str> = imported.messages.iter().map(|told| told.message.as_str()).collect();
    assert!(imported.dossier.is_some() && told.len() == 1 && told[0].contains("macros"), "{told:?}");
}

#[test]
fn a_long_text_that_many_cells_share_is_not_multiplied() {
    let text = "x".repeat(10_000);
    let rows: Vec<Vec<String>> = (0..3_000).map(|_| vec![text.clone()]).collect();
    let written = |name: &str| {
        let book = Book { sheets: vec![Sheet::of_rows(name, rows.clone())], ..Book::default() };
        workbook::write(&book).unwrap()
    };
    let bytes = written("statements");
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    assert!(workbook::read(&bytes).unwrap_err().contains("20 MB of text"));
    // Of a sheet that is left out no more is kept than shows that it is there.
    for name in ["_mine", "my notes"] {
        assert_eq!(workbook::read(&written(name)).unwrap().sheets[0].cells.len(), 1, "{name}");
    }
}

#[test]
fn nothing_is_made_of_a_row_of_the_quick_sheet_whose_formula_went_wrong() {
    let mut sheet = Sheet::of_rows("quick", sheet_of_words());
    sheet.cells.insert((1, 0), Value::Error("#REF!".to_owned()));
    let book = Book { sheets: vec![sheet], ..Book::default() };
    let told: Vec<String> =
        workbook::import(&book, "pool").messages.iter().map(|message| message.message.clone()).collect();
    assert!(told[0].contains("#REF!"), "{told:#?}");
    assert_eq!(told.iter().filter(|text| text.contains("#REF!")).count(), 1, "{told:#?}");
}

#[test]
fn formulas_say_what_is_wrong_with_them() {
    for (text, word) in [
        ("freeze", "After \"freeze\""),
        ("freeze = yes and", "the end"),
        ("freeze = yes)", "should end before \")\""),
        ("(freeze = yes", "should have )"),
        ("freeze in yes", "should have {"),
        ("freeze = \"yes", "no end"),
        ("freeze = yes & nato = no", "\"&\""),
        (&"(".repeat(500), "nested"),
    ] {
        let told = workbook::parse_formula(text).unwrap_err();
        assert!(told.contains(word), "{text}: {told}");
    }
    for text in ["a=b", "a != b -> c >= -3", "not a in {x, \"y z\"} or all(any(), b <= 2)", "a \u{2192} b = c"] {
        assert_eq!(workbook::parse_formula(text).is_ok(), !text.starts_with("a \u{2192}"), "{text}");
    }
}

#[test]
fn damaged_workbooks_are_refused_and_nothing_panics() {
    let rounds = std::env::var("WORKBOOK_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(300_u64);
    let sound = workbook::write(&workbook::book_of(&dossiers()[3])).unwrap();
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for _ in 0..rounds {
        let mut bytes = sound.clone();
        match random(3) {
            0 => bytes.truncate(random(sound.len())),
            _ => (0..=random(8)).for_each(|_| bytes[random(sound.len())] = u8::try_from(random(256)).unwrap()),
        }
        if let Ok(book) = workbook::read(&bytes) {
            let _ = workbook::import(&book, "case");
        }
    }
    // The cells themselves damaged: words moved, lost, doubled.
    let book = workbook::read(&sound).unwrap();
    for _ in 0..rounds {
        let mut book = book.clone();
        for _ in 0..=random(6) {
            let place = random(book.sheets.len());
            let other = random(book.sheets.len());
            let cells = &book.sheets[other].cells;
            let taken = cells.values().nth(random(cells.len())).cloned();
            let sheet = &mut book.sheets[place];
            let at = sheet.cells.keys().nth(random(sheet.cells.len())).copied().unwrap();
            match (random(3), taken) {
                (0, _) => drop(sheet.cells.remove(&at)),
                (1, Some(value)) => drop(sheet.cells.insert((at.0 + 3, at.1 + 1), value)),
                (_, value) => sheet.cells.extend(value.map(|value| (at, value))),
            }
            if sheet.cells.is_empty() {
                break;
            }
        }
        book.sheets.retain(|sheet| !sheet.cells.is_empty());
        let _ = workbook::import(&book, "case");
    }
}

/// A quick sheet of one row.
fn sheet_of_words() -> Vec<Vec<String>> {
    let heads = ["party", "term", "operator", "values", "strength", "words", "speaker", "said", "office"];
    let row = ["Club", "Lanes", "is", "Yes", "prefers", "Keep them", "Jon Adler", "2031-04-11", "Chair"];
    [heads, row].map(|row| row.map(str::to_owned).to_vec()).to_vec()
}
