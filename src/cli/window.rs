//! Opening the window; where that cannot be done, the scenario as a table in the terminal.

use std::{path::PathBuf, process::ExitCode};

use super::{complain, library, scenario_text, text};
use crate::{
    gui::{self, StartError},
    storage::Library,
    wording::start as words,
};

/// Opens the window on these files. If it cannot be opened, says why and what helps, and prints the table of the first
/// file, or of an empty plan.
#[must_use]
pub fn open_window(files: Vec<PathBuf>, exit_after_first_frame: bool) -> ExitCode {
    let first = files.first().map(|path| path.to_string_lossy().into_owned());
    let Err(error) = gui::run(files, exit_after_first_frame) else { return ExitCode::SUCCESS };
    complain(&match error {
        StartError::Fault(fault) => {
            complain(&words::ended_by_a_fault(&fault));
            return ExitCode::from(super::Done::Fault as u8);
        }
        StartError::NoDisplay(screens) => {
            words::no_display(screens.wayland.as_deref(), screens.wayland_answers, screens.x11.as_deref())
        }
        StartError::MissingLibrary { library, package } => words::missing_library(library, package),
        StartError::Graphics(reason) => words::no_graphics(&reason),
        StartError::Other(reason) => words::no_window(&reason),
    });
    let shipped = Library::shipped();
    let name = first.or_else(|| shipped.shelves().first().map(|shelf| shelf.id.clone())).unwrap_or_default();
    let printed = library::open(&name).and_then(|(dossier, scenario)| text::print(&scenario_text(&dossier, &scenario)));
    if let Err(problem) = printed {
        complain(&problem);
    }
    ExitCode::from(2)
}
