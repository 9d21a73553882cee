//! A person at the window: the whole shell with a shipped dossier, clicked and typed at by name.
//!
//! Actions are applied in the frame in which they arise, as the program applies them. What the world would have to do is
//! recorded; shipped plans and the list of them are really read, files and the network are not touched.

use std::{
    path::PathBuf,
    sync::{Arc, LazyLock},
};

use eframe::egui::{self, Key, Modifiers, Rect, Role, Shape, Theme, epaint::ClippedShape};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use peace_plan_explorer::{
    app::{
        Action, Case, Catalog, Document, Effect, FileId, FolderEntry, OpenFile, ScenarioEntry, Settings, Shelf, State,
    },
    domain::{PartyIx, Scenario, TermIx},
    storage::Library,
    ui::{shell, theme},
    wording::ui as words,
};

/// The dossier that a new user sees.
pub const DOSSIER: &str = "ukraine-2025-01";

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::shipped);
static CASE: LazyLock<Arc<Case>> = LazyLock::new(|| {
    let shelf = LIBRARY.shelf(DOSSIER).expect("it is built in");
    let file = shelf.dossier().expect("it is tested to be sound");
    Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), true))
});

/// The prepared dossier, shared by all journeys.
pub fn case() -> Arc<Case> {
    Arc::clone(&CASE)
}

/// A shipped scenario of the dossier.
pub fn scenario(name: &str) -> Scenario {
    let shelf = LIBRARY.shelf(DOSSIER).expect("it is built in");
    shelf.scenario(name).expect("there is a scenario of this name").expect("it is tested to be sound").scenario
}

/// Where a journey begins.
pub struct Start {
    /// The size of the window in points at text size 100 %; no larger than 1280 by 720, where the program zooms.
    pub size: [f32; 2],
    /// The theme.
    pub theme: Theme,
    /// The settings.
    pub settings: Settings,
    /// The shipped scenario that is open; `None` for an empty plan.
    pub scenario: Option<&'static str>,
}

impl Default for Start {
    fn default() -> Self {
        Self { size: [1280.0, 720.0], theme: Theme::Light, settings: Settings::default(), scenario: None }
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
        let mut state = State::new(case(), catalog(), self.settings, words::UNTITLED.to_owned());
        if let Some(name) = self.scenario {
            state.document = Arc::new(document(name));
            state.results = peace_plan_explorer::app::Results::new(&state.document);
        }
        let world = World { state, effects: Vec::new() };
        let harness = super::harness(self.size, self.theme).with_max_steps(8).build_ui_state(
            |ui, world: &mut World| {
                let zoom = f32::from(world.state.settings.text_size) / 100.0;
                if (ui.ctx().zoom_factor() - zoom).abs() > 0.001 {
                    ui.ctx().set_zoom_factor(zoom);
                }
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
}

impl World {
    /// Applies actions and what comes of their effects, as the window does.
    pub fn apply(&mut self, actions: Vec<Action>, ctx: &egui::Context) {
        let mut waiting = actions;
        while !waiting.is_empty() {
            let effects: Vec<Effect> = waiting.drain(..).flat_map(|action| self.state.apply(action)).collect();
            waiting.extend(effects.iter().flat_map(carry_out));
            self.effects.extend(effects);
            ctx.request_repaint();
        }
    }
}

/// What of the world a test can have.
fn carry_out(effect: &Effect) -> Option<Action> {
    match effect {
        Effect::OpenEntry { shelf, scenario: Some(name) } if shelf == DOSSIER => {
            Some(Action::Opened(Box::new(document(name)), None))
        }
        Effect::ReadCatalog => Some(Action::CatalogRead(catalog())),
        Effect::ListStartFolder => Some(Action::FolderListed {
            folder: PathBuf::from("/home/class"),
            entries: vec![
                FolderEntry { name: "Group A".to_owned(), is_folder: true },
                FolderEntry { name: "plan.ron".to_owned(), is_folder: false },
            ],
            problem: String::new(),
        }),
        _ => None,
    }
}

fn document(name: &str) -> Document {
    Document::opened(case(), scenario(name), Some(OpenFile { id: FileId(1), path: None }))
}

/// The shelf of the dossier alone: reading all of them takes a test longer than the test.
fn catalog() -> Catalog {
    let shelf = LIBRARY.shelf(DOSSIER).expect("it is built in");
    let dossier = &CASE.dossier;
    let entry = |name: &str| {
        let scenario = scenario(name);
        ScenarioEntry {
            id: name.to_owned(),
            title: scenario.title,
            date: scenario.date,
            author: scenario.author,
            origin: scenario.origin,
            form: scenario.form,
            kind: scenario.kind,
            problems: Vec::new(),
        }
    };
    let shelf = Shelf {
        id: DOSSIER.to_owned(),
        title: dossier.title.clone(),
        shipped: true,
        fictional: dossier.fictional,
        language: dossier.language.clone(),
        covers: Some(dossier.covers),
        counts: (dossier.terms.len(), dossier.parties.len(), dossier.statements.len()),
        not_verified: dossier.about.not_verified.clone(),
        scenarios: shelf.scenario_names().map(entry).collect(),
        problems: Vec::new(),
    };
    Catalog { shelves: vec![shelf], own_folder: "/home/class/scenarios".to_owned() }
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

    /// Clicks the only thing of this role and name.
    pub fn click(&mut self, role: Role, name: &str) {
        self.harness.get_by_role_and_label(role, name).click();
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

    /// All nodes of a role.
    pub fn nodes(&self, role: Role) -> Vec<Node<'_>> {
        self.harness.root().children_recursive().filter(|node| node.accesskit_node().role() == role).collect()
    }

    /// The live line at the bottom.
    pub fn status(&self) -> String {
        name(&self.harness.get_by_role(Role::Status))
    }

    /// All text in the Why panel, one piece a line.
    pub fn why(&self) -> String {
        let region = self.harness.get_by_role_and_label(Role::Region, words::WHY);
        region
            .children_recursive()
            .map(|node| name(&node))
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// True if this text was painted, whether or not it has a node.
    pub fn paints(&self, text: &str) -> bool {
        fn any(shape: &Shape, text: &str) -> bool {
            match shape {
                Shape::Text(shape) => shape.galley.text().contains(text),
                Shape::Vec(shapes) => shapes.iter().any(|shape| any(shape, text)),
                _ => false,
            }
        }
        self.harness.output().shapes.iter().any(|clipped| any(&clipped.shape, text))
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
