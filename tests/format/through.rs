//! Damaged files on the ways on which the window takes them: a workbook to the preview of what would come of it and on into
//! the case that is open, the text of a dossier into the forms. Nothing panics, and every byte of what was open is kept.
//!
//! `PEACE_PLAN_EXPLORER_MUTATIONS=1000000 cargo test --release --test format through -- --nocapture` edits so many dossiers and
//! brings a tenth as many workbooks; `PEACE_PLAN_EXPLORER_SEED` gives other ones.

use std::{
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::Arc,
    time::Instant,
};

use eframe::egui::{Context, Pos2, RawInput, Rect, vec2};
use peace_plan_explorer::{
    app::{
        Action, Case, Catalog, Command, Dialog, Effect, Settings, State,
        case::{self, At, Edit, Found, New, OwnCase, Page},
    },
    format::{DossierText, read_dossier},
    storage::Library,
    ui, workbook,
};
use strum::IntoEnumIterator as _;

use crate::{
    mutated::{from_environment, mutate},
    packed,
    random::Random,
    support::valley_text,
};

/// Dossiers and workbooks of a usual run.
const USUAL: [usize; 2] = [200, 60];

/// One round of so many is drawn as well: the form or the preview, with its words.
const DRAWN: usize = 10;

const POOL: &str = include_str!("../data/pool/dossier.ron");

/// The window with the pool as a case of one's own.
struct Window {
    state: State,
    ctx: Context,
}

impl Window {
    fn new() -> Self {
        let file = read_dossier(POOL).unwrap();
        let case = Arc::new(Case::new(file.dossier, file.fingerprint, false));
        let mut state = State::new(Arc::clone(&case), Catalog::default(), Settings::default(), "Mine".to_owned());
        let own = OwnCase::opened(POOL, "dossier.ron".into()).unwrap();
        let _ = state.apply(Action::Case(case::Action::Mine(Box::new(own), case)));
        let ctx = Context::default();
        ui::fonts::install(&ctx);
        ui::theme::install(&ctx);
        Self { state, ctx }
    }

    fn text(&self) -> &str {
        self.state.document.own.as_ref().unwrap().text.as_str()
    }

    fn act(&mut self, action: case::Action) -> Vec<Effect> {
        self.state.apply(Action::Case(action))
    }

    fn undo(&mut self) {
        let _ = self.state.apply(Action::Run(Command::Undo));
    }

    /// One frame of it.
    fn draw(&mut self) {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0)));
        let mut actions = Vec::new();
        let input = RawInput { screen_rect, ..RawInput::default() };
        let mut output = self.ctx.run_ui(input, |ui| actions = ui::shell(ui, &self.state));
        output.textures_delta.clear();
        for action in actions {
            let _ = self.state.apply(action);
        }
    }
}

/// What of the rounds came of what, and how many panicked.
#[derive(Default)]
struct Sums {
    came_of: BTreeMap<&'static str, usize>,
    panics: usize,
}

/// Goes through the rounds; each says what came of it. A window in which something panicked is not used again.
fn rounds(what: &str, n: usize, seed: usize, mut round: impl FnMut(&mut Random, &mut Window, usize) -> &'static str) {
    let mut random = Random::new(u64::try_from(seed).unwrap());
    let (mut window, mut sums) = (Window::new(), Sums::default());
    // Only told: a test says nothing about how fast the machine is.
    let from = Instant::now();
    for nth in 0..n {
        match catch_unwind(AssertUnwindSafe(|| round(&mut random, &mut window, nth))) {
            Ok(came) => *sums.came_of.entry(came).or_default() += 1,
            Err(_) => {
                sums.panics += 1;
                eprintln!("{what}: round {nth} of seed {seed} panics");
                window = Window::new();
            }
        }
    }
    println!("{what}: {n} of seed {seed} in {:?}, {} panics; {:?}", from.elapsed(), sums.panics, sums.came_of);
    assert_eq!(sums.panics, 0, "{what}");
    assert!(sums.came_of.len() > 2, "{what}: {:?}", sums.came_of);
}

/// Damages what lies between brackets and quotation marks: what is left is no dossier any more, or another, but can be taken
/// apart.
fn mild(random: &mut Random, bytes: &mut Vec<u8>) {
    let is_inner = |byte: &u8| byte.is_ascii_alphanumeric() || b" -.:,/".contains(byte);
    for _ in 0..=random.below(5) {
        if bytes.is_empty() {
            break;
        }
        let at = random.below(bytes.len());
        let room = bytes[at..].iter().take_while(|byte| is_inner(byte)).count();
        match random.below(4) {
            _ if room == 0 => {}
            0 => bytes[at] = *random.pick(b"aZ09-_ .~:,/"),
            1 => drop(bytes.drain(at..at + 1 + random.below(room.min(30)))),
            2 => {
                let piece = bytes[at..at + 1 + random.below(room)].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => drop(bytes.splice(at..at, std::iter::repeat_n(*random.pick(b"9x~"), random.below(200)))),
        }
    }
}

/// One kind of damage or the other.
fn damage(random: &mut Random, bytes: &mut Vec<u8>) {
    if random.chance(50) && !bytes.is_empty() { mild(random, bytes) } else { mutate(random, bytes, POOL.as_bytes()) }
}

fn seed() -> usize {
    from_environment("PEACE_PLAN_EXPLORER_SEED").unwrap_or(12)
}

/// A change as the forms make it, somewhere in the case as it is now.
fn any_edit(random: &mut Random, own: &OwnCase) -> Edit {
    const LISTS: [&str; 6] = ["parties", "terms", "rules", "sources", "statements", "positions"];
    let list = *random.pick(&LISTS);
    let record = At::record(list, random.below(own.count(list).max(1)));
    let at = record.field(random.pick(case::fields(list)).name);
    let typed = *random.pick(&["", "Words", "\"", "(a [b", "2031-03", "~", "tickét \u{1f3ca}", "ukraine", "\\n"]);
    let kind = *random.pick(&["Toggle", "Choice", "Number"]);
    let text = |at, needed| Edit::Text { at, text: typed.to_owned(), needed };
    match random.below(16) {
        0 => Edit::Raw(at, typed.to_owned()),
        1 => Edit::Pair(at, [typed.to_owned(), String::new()]),
        2 => Edit::Name(at, Some("RedLine")),
        3 => Edit::Id(at, "town-council".to_owned()),
        4 => Edit::Ids(at, vec!["town-council-01".to_owned(), typed.to_owned()]),
        5 => Edit::Demand(at, own.demand(&record.field("demand"))),
        6 => Edit::Add(any_record(random, own)),
        7 => Edit::Remove(record),
        8 => Edit::Exchange(record),
        9 => Edit::Values(record.field("values"), kind),
        10 => Edit::Add(New::Value(record.field("values").item(0))),
        11 => text(At::list(random.pick(case::fields("case")).name), true),
        12 => text(record.field("id"), true),
        _ => text(at, random.chance(50)),
    }
}

fn any_record(random: &mut Random, own: &OwnCase) -> New {
    let party = "town-council".to_owned();
    let statement = "town-council-01".to_owned();
    match random.below(6) {
        0 => New::Party,
        1 => New::Term("Choice"),
        2 => New::Statement { party, term: Some("ticket".to_owned()) },
        3 => New::Position { statement, term: None },
        4 => New::Source(Some(random.below(own.count("statements") + 1))),
        _ => New::Rule,
    }
}

#[test]
fn damaged_dossiers_go_through_the_forms_and_come_back() {
    let n = from_environment("PEACE_PLAN_EXPLORER_MUTATIONS").unwrap_or(USUAL[0]);
    let library = Library::shipped();
    let small = [POOL.to_owned(), valley_text()];
    let large: Vec<String> = library.shelves().iter().map(|shelf| shelf.text.to_string()).collect();
    rounds("dossiers", n, seed(), |random, window, nth| {
        let whole = if random.chance(97) { random.pick(&small) } else { random.pick(&large) };
        let mut bytes = whole.clone().into_bytes();
        damage(random, &mut bytes);
        let damaged = String::from_utf8_lossy(&bytes).into_owned();
        edited(random, window, (&damaged, nth))
    });
}

/// Reads a damaged text into the forms, edits it, and takes everything back.
fn edited(random: &mut Random, window: &mut Window, (damaged, nth): (&str, usize)) -> &'static str {
    window.act(case::Action::ReadAgain(damaged.into()));
    if DossierText::new(damaged.to_owned()).is_none() {
        assert_eq!(window.text(), POOL, "what cannot be taken apart changes nothing");
        return "refused";
    }
    assert_eq!(window.text(), damaged, "no byte is lost on the way");
    let is_sound = window.state.document.own.as_ref().unwrap().is_sound();
    let n_edits = 1 + random.below(4);
    for _ in 0..n_edits {
        let own = Arc::clone(window.state.document.own.as_ref().unwrap());
        let pages: Vec<Page> = Page::iter().collect();
        let page = *random.pick(&pages);
        let place = random.below(8);
        window.act(case::Action::Open(page, place));
        let edit = any_edit(random, &own);
        window.act(case::Action::Edit(vec![edit]));
        if nth.is_multiple_of(DRAWN) {
            window.draw();
        }
        let _ = window.state.apply(Action::CloseStep);
    }
    // An edit is a step or none, and what a text is filled in with belongs to its step.
    let mut n_undone = 0;
    while window.text() != damaged {
        window.undo();
        n_undone += 1;
        assert!(n_undone <= n_edits, "not all came back");
    }
    while window.text() != POOL {
        window.undo();
        n_undone += 1;
        assert!(n_undone <= n_edits + 1, "the case is not what it was");
    }
    assert!(window.state.document.own.as_ref().unwrap().is_sound());
    if is_sound { "sound" } else { "with problems" }
}

/// A workbook before it is damaged.
enum Whole {
    Parts(&'static str, Vec<(String, Vec<u8>)>),
    Packed(&'static str, Vec<u8>),
    Csv(Vec<(String, Vec<u8>)>),
}

fn workbooks() -> Vec<Whole> {
    let book = workbook::book_of(&read_dossier(POOL).unwrap().dossier);
    let (xlsx, ods) = (workbook::write(&book).unwrap(), packed::ods(&book));
    let quick = include_bytes!("../data/pool/quick.csv").to_vec();
    vec![
        Whole::Parts("xlsx", packed::parts(&xlsx)),
        Whole::Packed("xlsx", xlsx),
        Whole::Parts("ods", packed::parts(&ods)),
        Whole::Packed("ods", ods),
        Whole::Csv(workbook::to_csv(&book, ';').unwrap()),
        Whole::Csv(vec![("quick".to_owned(), quick)]),
    ]
}

/// Writes it with damage somewhere; a workbook as CSV becomes a folder.
fn damaged(random: &mut Random, whole: &Whole, folder: &Path) -> PathBuf {
    let mut parts = match whole {
        Whole::Packed(ending, bytes) => {
            let mut bytes = bytes.clone();
            damage(random, &mut bytes);
            let path = folder.join("damaged").with_extension(ending);
            fs::write(&path, bytes).unwrap();
            return path;
        }
        Whole::Parts(_, parts) | Whole::Csv(parts) => parts.clone(),
    };
    let at = random.below(parts.len());
    damage(random, &mut parts[at].1);
    let Whole::Parts(ending, _) = whole else {
        let path = folder.join("sheets");
        fs::create_dir_all(&path).unwrap();
        fs::read_dir(&path).unwrap().for_each(|old| fs::remove_file(old.unwrap().path()).unwrap());
        for (name, bytes) in parts {
            fs::write(path.join(name).with_extension("csv"), bytes).unwrap();
        }
        return path;
    };
    let path = folder.join("damaged").with_extension(ending);
    fs::write(&path, packed::pack(&parts)).unwrap();
    path
}

#[test]
fn damaged_workbooks_go_through_the_preview_and_harm_nothing() {
    let n = from_environment("PEACE_PLAN_EXPLORER_MUTATIONS").map_or(USUAL[1], |n| n / 10);
    let (books, folder) = (workbooks(), tempfile::tempdir().unwrap());
    rounds("workbooks", n, seed(), |random, window, nth| {
        let whole = random.pick(&books);
        let path = damaged(random, whole, folder.path());
        brought(random, window, (path, nth))
    });
}

/// Brings a file to the window, takes over what is offered, and takes that back.
fn brought(random: &mut Random, window: &mut Window, (path, nth): (PathBuf, usize)) -> &'static str {
    let effects = window.act(case::Action::Bring(path));
    let [Effect::Case(case::Effect::Read { number, path, document })] = &effects[..] else { panic!("it is read") };
    let found = workbook::look(path, document);
    window.act(case::Action::Brought(*number, found.clone()));
    if let Some(Dialog::Incoming(incoming)) = &mut window.state.session.dialog {
        incoming.also_remove = random.chance(50);
    }
    if nth.is_multiple_of(DRAWN) {
        window.draw();
    }
    assert_eq!(window.text(), POOL, "nothing is done before it is seen");
    let came = match &found {
        Found::Refused(why) => {
            assert!(!why.is_empty());
            "refused"
        }
        Found::Reading => unreachable!("it is read"),
        Found::Read(brought) if brought.case.is_none() && brought.update.is_none() => "with errors",
        Found::Read(_) => "read",
    };
    for effect in window.act(case::Action::TakeOver) {
        if let Effect::Case(case::Effect::Keep { text, .. }) = effect {
            assert!(read_dossier(&text).is_ok(), "a new case is sound");
        }
    }
    let own = window.state.document.own.as_ref().unwrap();
    assert!(own.is_sound(), "what was taken over is sound");
    if window.text() != POOL {
        window.undo();
    }
    assert_eq!(window.text(), POOL, "one step takes it back");
    window.state.session.dialog = None;
    came
}
