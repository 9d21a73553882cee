//! What a dossier's `CHANGES.md` tells of its readings and marks is what the files hold, and nothing is left out.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    fs,
};

use peace_plan_explorer::{
    analysis::{Alpha, agreement},
    domain::{Code, Dossier, PartyIx, TermIx},
    storage::{Library, Shelf},
    wording::mark_name,
};

use super::super::{dossier, matrix, scenarios};

const SINCE: &str = "\n## Marks since version 1\n";
const NO_MARK: &str = "no mark";

/// A cell of a plan: plan, id of the term, id of the party.
type Cell = (String, String, String);

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR")))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The cells of the rows under a heading row, in the order of the file.
fn rows<const N: usize>(text: &str, head: [&str; N]) -> Vec<[String; N]> {
    let head = format!("| {} |", head.join(" | "));
    let mut rows = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        inside = line == head || inside && line.starts_with('|');
        if inside && line != head && !line.starts_with("|---") {
            let cells: Vec<String> = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
            rows.push(cells.try_into().unwrap_or_else(|cells| panic!("{N} cells: {cells:?}")));
        }
    }
    rows
}

/// The plans that version 1 had, and their marks. A cell without a mark is left out.
fn version_1(id: &str) -> (BTreeSet<String>, BTreeMap<Cell, String>) {
    let (mut plans, mut marks) = (BTreeSet::new(), BTreeMap::new());
    let text = read(&format!("tests/fixtures/marks-version-1/{id}.txt"));
    let mut plan = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# ") {
            plan = name.to_owned();
            plans.insert(plan.clone());
            continue;
        }
        let (term, by_mark) = line.split_once(" = ").unwrap();
        for (mark, parties) in by_mark.split("; ").map(|group| group.split_once(": ").unwrap()) {
            for party in parties.split(' ') {
                marks.insert((plan.clone(), term.to_owned(), party.to_owned()), mark.to_owned());
            }
        }
    }
    (plans, marks)
}

fn marks_now(shelf: &Shelf) -> BTreeMap<Cell, String> {
    let dossier = dossier(shelf);
    let mut marks = BTreeMap::new();
    for (name, scenario) in scenarios(shelf) {
        let matrix = matrix(dossier, &scenario, scenario.counted);
        for term in TermIx::all(dossier.terms.len()).filter(|term| scenario.plan.get(*term).is_some()) {
            for party in PartyIx::all(dossier.parties.len()) {
                let mark = matrix.cell(party, term).mark;
                if !mark.is_blank() {
                    let cell = (name.clone(), dossier.term(term).id.clone(), dossier.party(party).id.clone());
                    marks.insert(cell, mark_name(mark).to_owned());
                }
            }
        }
    }
    marks
}

/// Every mark that differs from version 1: cell, was, is.
fn changed(shelf: &Shelf) -> BTreeSet<(Cell, String, String)> {
    let ((plans, was), is) = (version_1(&shelf.id), marks_now(shelf));
    let cells: BTreeSet<&Cell> = was.keys().chain(is.keys()).filter(|cell| plans.contains(&cell.0)).collect();
    let mark = |marks: &BTreeMap<Cell, String>, cell| marks.get(cell).map_or(NO_MARK, String::as_str).to_owned();
    cells
        .into_iter()
        .map(|cell| (cell.clone(), mark(&was, cell), mark(&is, cell)))
        .filter(|(_, was, is)| was != is)
        .collect()
}

/// True if a text names an id, and not only a longer one.
fn names(text: &str, id: &str) -> bool {
    let part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    text.split(|letter| !part(letter)).any(|word| word == id)
}

/// What the table says: cell, was, is; and what is amiss with the positions that it names.
fn told(dossier: &Dossier, text: &str) -> (BTreeSet<(Cell, String, String)>, Vec<String>) {
    let (mut told, mut amiss) = (BTreeSet::new(), Vec::new());
    let marks = rows(text, ["party", "term", "was", "is", "plans", "because of"]);
    // What explains a mark stands outside of the table of marks.
    let elsewhere: String = text.lines().filter(|line| line.matches('|').count() != 7).collect::<Vec<_>>().join("\n");
    for [code, name, was, is, plans, reasons] in &marks {
        let Some(party) = dossier.parties.iter().find(|party| party.code == *code) else {
            amiss.push(format!("no party {code}"));
            continue;
        };
        let Some(term) = dossier.terms.iter().find(|term| term.name == *name) else {
            amiss.push(format!("no term {name}"));
            continue;
        };
        for plan in plans.split(", ") {
            told.insert(((plan.to_owned(), term.id.clone(), party.id.clone()), was.clone(), is.clone()));
        }
        for reason in reasons.split(", ") {
            let position = dossier.positions.iter().find(|position| position.id == reason);
            if position.is_none_or(|position| dossier.party(position.party).id != party.id) {
                amiss.push(format!("{code} has no position {reason}"));
            } else if !names(&elsewhere, reason) {
                amiss.push(format!("nothing says what changed in {reason}"));
            }
        }
    }
    (told, amiss)
}

#[test]
fn every_mark_that_changed_since_version_1_is_explained() {
    for shelf in Library::shipped().shelves() {
        let text = read(&format!("scenarios/{}/CHANGES.md", shelf.id));
        assert!(text.contains(SINCE), "{}", shelf.id);
        let (told, amiss) = told(dossier(shelf), &text);
        let changed = changed(shelf);
        assert!(!changed.is_empty() && amiss.is_empty(), "{}: {amiss:#?}", shelf.id);
        let (missing, stale): (Vec<_>, Vec<_>) =
            (changed.difference(&told).collect(), told.difference(&changed).collect());
        assert!(missing.is_empty() && stale.is_empty(), "{}: not told {missing:#?}, untrue {stale:#?}", shelf.id);
    }
}

const CODES: [(Code, &str); 5] = [
    (Code::RedLine, "red line"),
    (Code::Opposes, "opposes"),
    (Code::Prefers, "prefers"),
    (Code::Offers, "offers"),
    (Code::NoDemand, "no demand"),
];

/// How version 1 read its positions, by id.
fn read_in_version_1(id: &str) -> BTreeMap<String, Code> {
    let text = read(&format!("tests/fixtures/readings-version-1/{id}.txt"));
    let code = |name: &str| CODES.iter().find(|code| code.1 == name).unwrap().0;
    text.lines().map(|line| line.split_once(" = ").unwrap()).map(|(id, name)| (id.to_owned(), code(name))).collect()
}

#[test]
fn the_changes_count_the_readings_of_each_party() {
    for shelf in Library::shipped().shelves() {
        let dossier = dossier(shelf);
        let (text, before) = (read(&format!("scenarios/{}/CHANGES.md", shelf.id)), read_in_version_1(&shelf.id));
        let told = rows(&text, ["party", "red line", "opposes", "prefers", "offers", "no demand"]);
        let counted: Vec<[String; 6]> = PartyIx::all(dossier.parties.len())
            .map(|party| {
                let of_party = || dossier.positions.iter().filter(move |position| position.party == party);
                let cell = |(code, _): (Code, &str)| {
                    let was = of_party().filter(|position| before.get(&position.id) == Some(&code)).count();
                    let is = of_party().filter(|position| Code::from(*position) == code).count();
                    if was == is { is.to_string() } else { format!("{was} → {is}") }
                };
                let [red_line, opposes, prefers, offers, no_demand] = CODES.map(cell);
                [dossier.party(party).code.clone(), red_line, opposes, prefers, offers, no_demand]
            })
            .collect();
        assert_eq!(told, counted, "{}", shelf.id);
    }
}

/// "UA 6 and 18, US 1 and 8" for the parties with a strength that changed, and how many changed of how many.
fn raised_and_lowered(dossier: &Dossier, before: &BTreeMap<String, Code>) -> (usize, usize, String) {
    let mut parts = Vec::new();
    let mut changed = 0;
    for party in PartyIx::all(dossier.parties.len()) {
        let (mut raised, mut lowered) = (0, 0);
        for position in dossier.positions.iter().filter(|position| position.party == party) {
            match before.get(&position.id).map(|was| Code::from(position).cmp(was)) {
                Some(Ordering::Less) => raised += 1,
                Some(Ordering::Greater) => lowered += 1,
                _ => {}
            }
        }
        changed += raised + lowered;
        if raised + lowered > 0 {
            parts.push(format!("{} {raised} and {lowered}", dossier.party(party).code));
        }
    }
    parts.sort();
    (changed, before.len(), parts.join(", "))
}

#[test]
fn the_about_page_counts_the_strengths_that_changed() {
    for shelf in Library::shipped().shelves() {
        let dossier = dossier(shelf);
        let notes = &dossier.about.notes;
        let note = notes.iter().find(|note| note.starts_with("This changed ")).unwrap();
        let (numbers, by_party) = note.split_once(" (raised and lowered by party: ").unwrap();
        let mut by_party: Vec<&str> = by_party.split_once(')').unwrap().0.split(", ").collect();
        by_party.sort_unstable();
        let numbers: Vec<usize> = numbers.split(' ').filter_map(|word| word.parse().ok()).collect();
        let (changed, all, parties) = raised_and_lowered(dossier, &read_in_version_1(&shelf.id));
        assert_eq!((numbers, by_party.join(", ")), (vec![changed, all], parties), "{}", shelf.id);
    }
}

#[test]
fn the_about_page_says_how_far_the_readers_agree() {
    for shelf in Library::shipped().shelves() {
        let dossier = dossier(shelf);
        let found = agreement(dossier);
        let value = |alpha: Option<Alpha>| alpha.map_or(f64::NAN, |alpha| alpha.value);
        let says = format!(
            "Over five codes Krippendorff's alpha is {:.2}, for red lines against the rest {:.2}. {}",
            value(found.nominal),
            value(found.red_line),
            match found.n_differ {
                0 => "They differ on none".to_owned(),
                n => format!("The two readings differ on {n} of {} positions;", found.n_positions),
            }
        );
        assert!(dossier.about.notes.iter().any(|note| note.contains(&says)), "{}: {says}", shelf.id);
        // By custom such figures are reliable from 0.80 on; every position is read twice.
        assert!(value(found.nominal) >= 0.8 && value(found.red_line) >= 0.8, "{}", shelf.id);
        assert_eq!(found.n_read, found.n_positions, "{}", shelf.id);
    }
}

/// The records of a dossier file without blanks, by id.
fn records(text: &str) -> BTreeMap<String, String> {
    let positions = text.split_once("positions: [").unwrap().1;
    let bare: String = positions.split_whitespace().collect();
    bare.split("(id:\"")
        .skip(1)
        .map(|record| (record.split('"').next().unwrap().to_owned(), record.to_owned()))
        .collect()
}

/// The field that a part of a cell is about, and whether a record says the same. Nothing if the part is prose.
fn says(part: &str, record: &str) -> Option<(&'static str, bool)> {
    let strength = |name: &str| record.contains("demand:") && record.contains(&format!("strength:{name}"));
    Some(match part {
        "red line" => ("strength", strength("RedLine")),
        "opposes" => ("strength", strength("Opposes")),
        "prefers" => ("strength", strength("Prefers")),
        "offers" => ("strength", strength("Offers")),
        "no demand" => ("strength", !record.contains("demand:")),
        "until no end" => ("until", !record.contains("until:")),
        "replaces nothing" => ("replaces", !record.contains("replaces:")),
        _ => {
            let bare: String = part.split_whitespace().collect();
            if let Some(demand) = bare.strip_prefix('`') {
                (
                    "demand",
                    !record.contains("demand:")
                        || record.contains(&format!("demand:{},", demand.trim_end_matches('`'))),
                )
            } else if let Some(day) = bare.strip_prefix("until") {
                ("until", record.contains(&format!("until:\"{day}\"")))
            } else if let Some(ids) = bare.strip_prefix("replaces") {
                let ids: Vec<String> = ids.split(',').map(|id| format!("\"{id}\"")).collect();
                ("replaces", record.contains(&format!("replaces:[{}]", ids.join(","))))
            } else {
                return None;
            }
        }
    })
}

#[test]
fn what_the_changes_say_of_a_position_is_on_file() {
    for shelf in Library::shipped().shelves() {
        let text = read(&format!("scenarios/{}/CHANGES.md", shelf.id));
        let records = records(&read(&format!("scenarios/{}/dossier.ron", shelf.id)));
        let changes = rows(&text, ["position", "was", "is", "why"]);
        let new = rows(&text, ["position", "is", "why"]);
        assert!(!changes.is_empty(), "{}", shelf.id);
        let all =
            changes.iter().map(|[id, _, is, why]| (id, is, why)).chain(new.iter().map(|[id, is, why]| (id, is, why)));
        let mut seen = BTreeSet::new();
        for (id, is, why) in all {
            let record = records.get(id).unwrap_or_else(|| panic!("{}: no position {id}", shelf.id));
            assert!(!why.is_empty(), "{}: {id}", shelf.id);
            for part in is.split("; ") {
                let (field, holds) = says(part, record).unwrap_or_else(|| panic!("{}: {id}: {part}", shelf.id));
                // The newest row is the one that holds.
                assert!(!seen.insert((id, field)) || holds, "{}: {id}: {part}", shelf.id);
            }
        }
    }
}
