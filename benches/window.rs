//! How long one frame of the whole window takes, layout and tessellation, without a graphics card:
//! `cargo bench --bench window`.

use std::sync::Arc;

use divan::{Bencher, black_box};
use eframe::egui::{Context, Pos2, RawInput, Rect, vec2};
use peace_plan_explorer::{
    app::{
        Action, Case, Catalog, Edit, Settings, State, WhySubject,
        case::{self, At, OwnCase, Page},
    },
    domain::{PartyIx, TermIx, ValueIx},
    storage::Library,
    ui,
};

fn main() {
    divan::main();
}

const DOSSIERS: [&str; 2] = ["ukraine-2025-01", "ukraine-2022-2026"];

/// The statement into which is typed.
const STATEMENT: usize = 60;

/// A window of 1280 x 720 points with every term set and a cell open in the Why panel.
struct Window {
    ctx: Context,
    state: State,
}

impl Window {
    fn new(dossier: &str) -> Self {
        let library = Library::shipped();
        let file = library.shelf(dossier).expect("the dossier is shipped").dossier().expect("it is sound");
        let case = Arc::new(Case::new(file.dossier.clone(), file.fingerprint.clone(), true));
        let mut state = State::new(case, Catalog::default(), Settings::default(), "My plan".to_owned());
        for term in TermIx::all(state.dossier().terms.len()) {
            let _ = state.apply(Action::Edit(Edit::SetTerm(term, Some(ValueIx::at(1)))));
        }
        let _ = state.apply(Action::Why(WhySubject::Cell(PartyIx::at(0), TermIx::at(0))));
        let ctx = Context::default();
        ui::fonts::install(&ctx);
        ui::theme::install(&ctx);
        let mut window = Self { ctx, state };
        // The first frames fill caches and measure.
        for _ in 0..4 {
            window.frame();
        }
        window
    }

    /// The tab Case with a copy of the dossier, at one of its statements.
    fn of_own_case(dossier: &str) -> Self {
        let mut window = Self::new(dossier);
        let library = Library::shipped();
        let text = &library.shelf(dossier).expect("the dossier is shipped").text;
        let own = OwnCase::opened(text, "dossier.ron".into()).expect("it can be taken apart");
        let case = Arc::clone(&window.state.document.case);
        for action in [case::Action::Mine(Box::new(own), case), case::Action::Open(Page::Statements, STATEMENT)] {
            let _ = window.state.apply(Action::Case(action));
        }
        window
    }

    /// Types into it; the text has `n` letters then.
    fn letter(&mut self, n: usize) {
        let (at, text) = (At::record("statements", STATEMENT).field("short"), "x".repeat(n));
        let edit = case::Edit::Text { at, text, needed: true };
        let _ = self.state.apply(Action::Case(case::Action::Edit(vec![edit])));
    }

    /// One frame: input, layout, actions, tessellation.
    fn frame(&mut self) -> usize {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0)));
        let mut actions = Vec::new();
        let output = self.ctx.run_ui(RawInput { screen_rect, ..RawInput::default() }, |ui| {
            actions = ui::shell(ui, &self.state);
        });
        for action in actions {
            let _ = self.state.apply(action);
        }
        self.ctx.tessellate(output.shapes, output.pixels_per_point).len()
    }
}

/// Nothing changes.
#[divan::bench(args = DOSSIERS)]
fn at_rest(bencher: Bencher<'_, '_>, dossier: &str) {
    let mut window = Window::new(dossier);
    bencher.bench_local(|| black_box(window.frame()));
}

/// A term changes in every frame: verdicts, changed cells, the change sentence and the Why panel with it.
#[divan::bench(args = DOSSIERS)]
fn while_a_term_changes(bencher: Bencher<'_, '_>, dossier: &str) {
    let mut window = Window::new(dossier);
    let mut value = 0;
    bencher.bench_local(|| {
        value = 1 - value;
        let _ = window.state.apply(Action::Edit(Edit::SetTerm(TermIx::at(0), Some(ValueIx::at(value)))));
        black_box(window.frame())
    });
}

/// A letter typed into a case of one's own, all in: the text changed and read again, its demands compiled, every mark worked
/// out anew, and the frame that shows it.
#[divan::bench(args = DOSSIERS)]
fn a_letter_into_a_case(bencher: Bencher<'_, '_>, dossier: &str) {
    let mut window = Window::of_own_case(dossier);
    let mut n = 0;
    bencher.bench_local(|| {
        n = n % 100 + 1;
        window.letter(n);
        black_box(window.frame())
    });
}
