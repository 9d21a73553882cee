//! How long one frame of the whole window takes, layout and tessellation, without a graphics card:
//! `cargo bench --bench window`.

use std::sync::Arc;

use divan::{Bencher, black_box};
use eframe::egui::{Context, Pos2, RawInput, Rect, vec2};
use peace_plan_explorer::{
    app::{Action, Case, Catalog, Edit, Settings, State, WhySubject},
    domain::{PartyIx, TermIx, ValueIx},
    storage::Library,
    ui,
};

fn main() {
    divan::main();
}

const DOSSIERS: [&str; 2] = ["ukraine-2025-01", "ukraine-2022-2026"];

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
