//! A person at the window: the whole shell with a shipped dossier, clicked and typed at by name.
//!
//! Actions are applied in the frame in which they arise, as the program applies them. What the world would have to do is
//! recorded; shipped plans and the list of them are really read, files and the network are not touched.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::PathBuf,
    sync::{Arc, LazyLock, atomic::AtomicBool},
};

use eframe::egui::{self, Color32, Key, Modifiers, Rect, Role, Shape, Theme, epaint::ClippedShape};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use peace_plan_explorer::{
    analysis::Judged,
    app::{
        Action, Case, Catalog, Document, Effect, FileId, FolderEntry, HandOutAction, HandOutEffect, HandOutJob,
        Miniature, OpenFile, SaveForm, SaveJob, ScenarioEntry, Settings, Shelf, State,
        case::{self, Begin, OwnCase},
        compare::{self, Source},
    },
    domain::{PartyIx, Scenario, TermIx, id_from},
    export::{self, Made, Material},
    format::{Pattern, new_case as new_case_text},
    storage::Library,
    ui::{look, shell, theme},
    wording::{DateStyle, start_page, ui as words},
    workbook,
};

/// The dossier that a new user sees.
pub const DOSSIER: &str = "ukraine-2025-01";

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::shipped);
static CASE: LazyLock<Arc<Case>> = LazyLock::new(|| case_of(DOSSIER));

/// The prepared dossier, shared by all journeys.
pub fn case() -> Arc<Case> {
    Arc::clone(&CASE)
}

/// A shipped scenario of the dossier.
pub fn scenario(name: &str) -> Scenario {
    let shelf = LIBRARY.shelf(DOSSIER).expect("it is built in");
    shelf.scenario(name).expect("there is a scenario of this name").expect("it is tested to be sound").scenario
}

/// A plan that is to be saved there.
pub fn plan_at(path: &str) -> SaveJob {
    SaveJob { path: PathBuf::from(path), form: SaveForm::Plan, overwrite: false }
}

/// Where a journey begins.
pub struct Start {
    /// The size of the window in points at text size 100 %; up to 1280 by 720 the program does not zoom.
    pub size: [f32; 2],
    /// The theme.
    pub theme: Theme,
    /// The settings.
    pub settings: Settings,
    /// The shipped scenario that is open; `None` for an empty plan.
    pub scenario: Option<&'static str>,
    /// The dossier in the place of the shipped one.
    pub case: Arc<Case>,
    /// Dots of a picture for each point of the window.
    pub dots: f32,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            size: [1280.0, 720.0],
            theme: Theme::Light,
            settings: Settings::default(),
            scenario: None,
            case: case(),
            dots: 1.0,
        }
    }
}

impl Start {
    /// An open scenario, its hints long gone.
    pub fn at(scenario: &'static str) -> Self {
        let settings = Settings { hints_seen: true, ..Settings::default() };
        Self { scenario: Some(scenario), settings, ..Self::default() }
    }

    /// Opens the window.
    pub fn go(self) -> Journey {
        let mut state = State::new(
            Arc::clone(&self.case),
            catalog_of(&self.case),
            self.settings,
            peace_plan_explorer::wording::UNTITLED.to_owned(),
        );
        if let Some(name) = self.scenario {
            state.apply(Action::Opened(Box::new(document(Arc::clone(&self.case), name, 0)), None));
        }
        let world = World { state, effects: Vec::new(), case: self.case };
        let harness = super::harness(self.size, self.theme).with_pixels_per_point(self.dots).with_max_steps(8);
        let harness = harness.build_ui_state(
            |ui, world: &mut World| {
                look(ui.ctx(), &world.state);
                let actions = shell(ui, &world.state);
                world.apply(actions, ui.ctx());
            },
            world,
        );
        Journey { harness }
    }
}

/// The state and what it asked of the world.
pub struct World {
    /// The state.
    pub state: State,
    /// Every effect so far.
    pub effects: Vec<Effect>,
    /// The dossier in the place of the shipped one.
    case: Arc<Case>,
}

impl World {
    /// Applies actions and what comes of their effects, as the window does.
    pub fn apply(&mut self, actions: Vec<Action>, ctx: &egui::Context) {
        let mut waiting = actions;
        while !waiting.is_empty() {
            let effects: Vec<Effect> = waiting.drain(..).flat_map(|action| self.state.apply(action)).collect();
            for effect in effects {
                waiting.extend(carry_out(&effect, self.effects.len(), &self.case));
                self.effects.push(effect);
            }
            ctx.request_repaint();
        }
    }
}

/// What of the world a test can have. `nth` tells one opened file from another.
fn carry_out(effect: &Effect, nth: usize, case: &Arc<Case>) -> Option<Action> {
    let case = || Arc::clone(case);
    match effect {
        Effect::OpenEntry { shelf, scenario: Some(name) } if shelf == DOSSIER => {
            Some(Action::Opened(Box::new(document(case(), name, nth + 1)), None))
        }
        Effect::OpenSecond(Source::Entry { shelf, scenario: Some(name) }) if shelf == DOSSIER => {
            Some(Action::Compare(compare::Action::Opened(Box::new(document(case(), name, nth + 1)), None)))
        }
        Effect::Work(work) => {
            let mut whole = None;
            work.run(&AtomicBool::new(false), &mut |reply| whole = Some(Action::Worked(reply)));
            whole
        }
        Effect::HandOuts(HandOutEffect::LayOut(job)) => Some(Action::HandOuts(laid_out(job))),
        Effect::HandOuts(HandOutEffect::FindFolder) => {
            Some(Action::HandOuts(HandOutAction::Folder("/home/class".to_owned())))
        }
        Effect::Case(case::Effect::New(begin, title)) => Some(Action::Opened(Box::new(new_case(begin, title)), None)),
        Effect::Case(case::Effect::MakeMine) => {
            let shelf = LIBRARY.shelf(DOSSIER).expect("it is built in");
            let (case, own) = own_case(Pattern::Copy(&shelf.text), "mine", None);
            Some(Action::Case(case::Action::Mine(Box::new(own), case)))
        }
        Effect::Case(case::Effect::Read { number, path, document }) => {
            Some(Action::Case(case::Action::Brought(*number, workbook::look(path, document))))
        }
        Effect::Case(case::Effect::Keep { text, id, .. }) => {
            let (case, own) = own_case(Pattern::Copy(text), id, None);
            let scenario = Scenario::empty(&case.dossier, peace_plan_explorer::wording::UNTITLED.to_owned());
            let document = Document::opened(case, scenario, None).of_own_case(Some(Arc::new(own)));
            Some(Action::Opened(Box::new(document), None))
        }
        Effect::ReadCatalog => Some(Action::CatalogRead(catalog_of(&case()))),
        Effect::ListStartFolder => Some(Action::FolderListed {
            folder: PathBuf::from("/home/class"),
            entries: listed(),
            problem: String::new(),
        }),
        _ => None,
    }
}

/// A folder as people have them: more than the box shows at once, and names of any length.
fn listed() -> Vec<FolderEntry> {
    let folder = |name: &str| FolderEntry { name: name.to_owned(), is_folder: true };
    let file = |name: String| FolderEntry { name, is_folder: false };
    let long =
        "What the ninth form wrote on the third of February, with all that was crossed out and put back again later";
    let folders = [folder("Group A"), folder(long)];
    let plans = ["plan.ron".to_owned(), format!("{long}.ron")].into_iter();
    folders.into_iter().chain(plans.chain((1..=20).map(|n| format!("round-{n}.ron"))).map(file)).collect()
}

/// A case of one's own as the window makes it, on a day of the year 2031, without a file.
fn own_case(pattern: Pattern<'_>, id: &str, title: Option<&str>) -> (Arc<Case>, OwnCase) {
    let today = "2031-06-30".parse().expect("it is a day");
    let text = new_case_text(pattern, id, title, today).expect("the patterns are sound");
    let file = text.read().expect("the patterns are sound");
    let path = PathBuf::from(format!("/home/class/scenarios/{id}/dossier.ron"));
    let own = OwnCase::opened(text.as_str(), path).expect("it can be taken apart");
    (Arc::new(Case::new(file.dossier, file.fingerprint, false)), own)
}

fn new_case(begin: &Begin, title: &str) -> Document {
    let pattern = if *begin == Begin::Empty { Pattern::Empty } else { Pattern::Template };
    let (case, own) = own_case(pattern, &id_from(title), Some(title));
    let scenario = Scenario::empty(&case.dossier, peace_plan_explorer::wording::UNTITLED.to_owned());
    Document::opened(case, scenario, None).of_own_case(Some(Arc::new(own)))
}

fn laid_out(job: &HandOutJob) -> HandOutAction {
    let case = &job.document.case;
    let scenario = &job.document.scenario;
    let material = Material::new(
        Judged::with_index(&case.dossier, &case.index, scenario),
        &case.fingerprint,
        Made::Shipped,
        DateStyle::Words,
    );
    HandOutAction::LaidOut {
        number: job.number,
        pages: Arc::new(export::pages(&material, &job.sheets, job.paper)),
        name: export::file_name(&case.dossier, scenario, &job.sheets, job.format),
    }
}

fn document(case: Arc<Case>, name: &str, nth: usize) -> Document {
    Document::opened(case, scenario(name), Some(OpenFile { id: FileId(nth as u64), path: None })).of_entry(name)
}

static CATALOG: LazyLock<Catalog> = LazyLock::new(read_catalog);

/// The catalog with a picture out of the marks of this case, as the program makes it.
fn catalog_of(case: &Case) -> Catalog {
    let mut catalog = CATALOG.clone();
    if case.dossier.id != DOSSIER {
        return catalog;
    }
    let scenario = scenario("reported-idea-full");
    let Judged { matrix, .. } = Judged::with_index(&case.dossier, &case.index, &scenario);
    let row = |term| PartyIx::all(case.dossier.parties.len()).map(|party| matrix.cell(party, term).mark).collect();
    let rows = TermIx::all(case.dossier.terms.len()).map(row).collect();
    catalog.shelves[0].picture = Some(Miniature { plan: "Some plan".to_owned(), rows });
    catalog
}

/// The shelf of the dossier alone: reading all of them takes a test longer than the test.
fn read_catalog() -> Catalog {
    Catalog { shelves: vec![shelf_of(DOSSIER)], own_folder: "/home/class/scenarios".to_owned() }
}

/// A shipped case, to be opened.
pub fn case_of(id: &str) -> Arc<Case> {
    let file = LIBRARY.shelf(id).expect("it is built in").dossier().expect("it is sound");
    Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), true))
}

/// A shipped case with its plans as the catalog lists them, without a picture.
pub fn shelf_of(id: &str) -> Shelf {
    let shelf = LIBRARY.shelf(id).expect("it is built in");
    let dossier = &shelf.dossier().expect("it is tested to be sound").dossier;
    let entry = |name: &str| {
        let read = shelf.scenario(name).expect("there is a scenario of this name");
        let scenario = read.expect("it is tested to be sound").scenario;
        ScenarioEntry {
            id: name.to_owned(),
            title: scenario.title,
            date: scenario.date,
            as_of: Some(scenario.as_of),
            author: scenario.author,
            origin: scenario.origin,
            form: scenario.form,
            kind: scenario.kind,
            notes: scenario.notes,
            n_set: scenario.plan.n_set(),
            plan: scenario.plan,
            problems: Vec::new(),
        }
    };
    Shelf {
        id: id.to_owned(),
        title: dossier.title.clone(),
        shipped: true,
        fictional: dossier.fictional,
        language: dossier.language.clone(),
        covers: Some(dossier.covers),
        counts: (dossier.terms.len(), dossier.parties.len(), dossier.statements.len()),
        sentence: start_page::first_sentence(&dossier.about.purpose),
        searched: start_page::searched(dossier),
        picture: None,
        not_verified: dossier.about.not_verified.clone(),
        scenarios: shelf.scenario_names().map(entry).collect(),
        problems: Vec::new(),
    }
}

/// A window in which something is done step by step.
pub struct Journey {
    /// The harness, for what has no helper.
    pub harness: Harness<'static, World>,
}

impl Journey {
    /// The state.
    pub fn state(&self) -> &State {
        &self.harness.state().state
    }

    /// What the world was asked to do so far; it is forgotten by this.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.harness.state_mut().effects)
    }

    /// Applies an action for which there is no control in reach.
    pub fn apply(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().apply(vec![action], &ctx);
        self.harness.run();
    }

    /// Types a text into what has the keyboard.
    pub fn write(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Clicks the only thing of this role and name.
    pub fn click(&mut self, role: Role, name: &str) {
        self.node(role, name).click();
        self.harness.run();
    }

    /// Clicks the cell of a party and a term, by their names.
    pub fn click_cell(&mut self, party: PartyIx, term: TermIx) {
        self.cell(party, term).click();
        self.harness.run();
    }

    /// Presses a key that types nothing.
    pub fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with modifiers.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Presses keys so fast, or the frame is so slow, that all of them come in one.
    pub fn press_at_once(&mut self, modifiers: Modifiers, keys: &[Key]) {
        for (key, pressed) in keys.iter().flat_map(|key| [(*key, true), (*key, false)]) {
            let event = egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            self.harness.input_mut().events.push(event);
        }
        self.harness.run();
    }

    /// Types a text so fast that all of it comes in one frame.
    pub fn type_at_once(&mut self, text: &str) {
        for character in text.chars() {
            let text = character.to_string();
            let modifiers = Modifiers::NONE;
            let events = &mut self.harness.input_mut().events;
            if let Some(key) = Key::from_name(&text.to_uppercase()) {
                events.push(egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers });
            }
            events.push(egui::Event::Text(text));
        }
        self.harness.run();
    }

    /// Types a character: the key and its text come together, as from a real keyboard.
    pub fn type_key(&mut self, character: char) {
        let text = character.to_string();
        if let Some(key) = Key::from_name(&text.to_uppercase()) {
            self.harness.key_down(key);
            self.harness.event(egui::Event::Text(text));
            self.harness.key_up(key);
        } else {
            self.harness.event(egui::Event::Text(text));
        }
        self.harness.run();
    }

    /// The cell of a party and a term, found by the beginning of its accessible name.
    pub fn cell(&self, party: PartyIx, term: TermIx) -> Node<'_> {
        let dossier = self.state().dossier();
        let start = format!("{}, {}. ", dossier.party(party).name, dossier.term(term).name);
        let mut cells = self.nodes(Role::GridCell).into_iter().filter(|cell| name(cell).starts_with(&start));
        let cell = cells.next().unwrap_or_else(|| panic!("no cell \"{start}\""));
        assert!(cells.next().is_none(), "two cells \"{start}\"");
        cell
    }

    /// The only node of this role and name. The list of names that are there is easier to read than the whole tree.
    pub fn node(&self, role: Role, wanted: &str) -> Node<'_> {
        let (mut found, rest): (Vec<_>, Vec<_>) = self.nodes(role).into_iter().partition(|node| name(node) == wanted);
        let others: Vec<String> = rest.iter().map(name).collect();
        assert_eq!(found.len(), 1, "{role:?} \"{wanted}\" among {others:#?}");
        found.remove(0)
    }

    /// All nodes of a role.
    pub fn nodes(&self, role: Role) -> Vec<Node<'_>> {
        self.harness.root().children_recursive().filter(|node| node.accesskit_node().role() == role).collect()
    }

    /// The live line at the bottom.
    pub fn status(&self) -> String {
        name(&self.harness.get_by_role(Role::Status))
    }

    /// The name of what has the focus, as a screen reader would announce it.
    pub fn focused(&self) -> String {
        self.harness.root().children_recursive().find(Node::is_focused).map(|node| name(&node)).unwrap_or_default()
    }

    /// All text in the Why panel, one piece a line; empty while it is closed.
    pub fn why(&self) -> String {
        let Some(region) = self.harness.query_by_role_and_label(Role::Region, words::WHY) else { return String::new() };
        let pieces = region.children_recursive().filter(|node| node.accesskit_node().role() != Role::TextRun);
        pieces.map(|node| name(&node)).filter(|name| !name.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// Where this text was painted and nothing of it was cut off, whether or not it has a node.
    pub fn painted(&self, text: &str) -> Vec<Rect> {
        fn collect(shape: &Shape, text: &str, clip: Rect, out: &mut Vec<Rect>) {
            match shape {
                Shape::Text(shape) if shape.galley.text().contains(text) => {
                    out.push(shape.galley.rect.translate(shape.pos.to_vec2()));
                }
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, text, clip, out)),
                _ => {}
            }
            out.retain(|rect| clip.expand(1.0).contains_rect(*rect));
        }
        let mut out = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            let mut found = Vec::new();
            collect(shape, text, *clip_rect, &mut found);
            out.append(&mut found);
        }
        out
    }

    /// The texts in a part of the window that were cut and end with dots.
    pub fn elided(&self, within: Rect) -> Vec<String> {
        fn collect(shape: &Shape, within: Rect, out: &mut Vec<String>) {
            match shape {
                Shape::Text(shape) if shape.galley.elided && within.contains(shape.pos) => {
                    out.push(shape.galley.text().to_owned());
                }
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, within, out)),
                _ => {}
            }
        }
        let mut out = Vec::new();
        self.harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, within, &mut out));
        out
    }

    /// Every text that was painted and shows, with the size of its smallest letters in points of the zoomed window.
    pub fn texts(&self) -> Vec<(String, f32)> {
        fn collect(shape: &Shape, clip: Rect, out: &mut Vec<(String, f32)>) {
            match shape {
                Shape::Text(shape) if shape.visual_bounding_rect().intersects(clip) => {
                    let sizes = shape.galley.job.sections.iter().map(|section| section.format.font_id.size);
                    out.push((shape.galley.text().to_owned(), sizes.fold(f32::INFINITY, f32::min)));
                }
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, out)),
                _ => {}
            }
        }
        let mut out = Vec::new();
        for ClippedShape { clip_rect, shape, .. } in &self.harness.output().shapes {
            collect(shape, *clip_rect, &mut out);
        }
        out
    }

    /// Everything that can be read: each node of the accessibility tree with all that it says, and every painted text.
    pub fn readable(&self) -> String {
        let mut lines = Vec::new();
        for node in self.harness.root().children_recursive() {
            let node = node.accesskit_node();
            let said = [node.label(), node.value(), node.description(), node.placeholder().map(str::to_owned)];
            let said: Vec<String> = said.into_iter().flatten().collect();
            lines.push(format!("{:?} {}", node.role(), said.join(" | ")));
        }
        lines.extend(self.texts().into_iter().map(|(text, _)| text));
        lines.join("\n")
    }

    /// Everything that was painted but the texts, a line for each shape: where it is and how it is coloured.
    pub fn shapes(&self) -> Vec<String> {
        fn add(shape: &Shape, lines: &mut Vec<String>) {
            lines.push(match shape {
                Shape::Vec(shapes) => return shapes.iter().for_each(|shape| add(shape, lines)),
                Shape::Mesh(mesh) => {
                    let mut hash = DefaultHasher::new();
                    for corner in &mesh.vertices {
                        (corner.pos.x.to_bits(), corner.pos.y.to_bits(), corner.color).hash(&mut hash);
                    }
                    format!("mesh {:?} {:x}", mesh.calc_bounds(), hash.finish())
                }
                // What it says is among the texts; that it stands elsewhere or in another colour may tell as much.
                Shape::Text(text) => format!("text {:?} {:?}", text.pos, text.override_text_color),
                other => format!("{other:?}"),
            });
        }
        let mut lines = Vec::new();
        self.harness.output().shapes.iter().for_each(|clipped| add(&clipped.shape, &mut lines));
        lines
    }

    /// The colours of what was painted as marks, badges and frames inside `rect`.
    pub fn colours(&self, rect: Rect) -> HashSet<Color32> {
        let meshes = self.harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
            Shape::Mesh(mesh) => Some(mesh),
            _ => None,
        });
        let corners = meshes.flat_map(|mesh| &mesh.vertices).filter(|corner| rect.contains(corner.pos));
        corners.map(|corner| corner.color).collect()
    }

    /// The focus ring: its whole rectangle, and the part of it that shows.
    pub fn ring(&self) -> Option<(Rect, Rect)> {
        let colour = theme::tokens(&self.harness.ctx).focus;
        let found = |ClippedShape { clip_rect, shape, .. }: &ClippedShape| {
            let Shape::Mesh(mesh) = shape else { return None };
            let mut corners = mesh.vertices.iter().filter(|corner| corner.color == colour).peekable();
            corners.peek()?;
            let whole = corners.fold(Rect::NOTHING, |rect, corner| rect.union(Rect::from_pos(corner.pos)));
            Some((whole, whole.intersect(*clip_rect)))
        };
        self.harness.output().shapes.iter().find_map(found)
    }
}

/// The name of a node as a screen reader says it: its label, else its value.
pub fn name(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}
