//! Opening the window; where that cannot be done, the scenario as a table in the terminal.

use std::{
    path::PathBuf,
    process::{Command, ExitCode},
};

use super::{complain, library, scenario_text, text};
use crate::{
    gui::{self, Painter, StartError},
    storage::Library,
    wording::start as words,
};

/// Opens the window on these files. If OpenGL does not work, a second process of the program draws for itself. If there is
/// no window that way either, says why and what helps, and prints the table of the first file, or of an empty plan.
#[must_use]
pub fn open_window(files: Vec<PathBuf>, painter: Painter, exit_after_first_frame: bool) -> ExitCode {
    let first = files.first().map(|path| path.to_string_lossy().into_owned());
    let Err(error) = gui::run(files, painter, exit_after_first_frame) else { return ExitCode::SUCCESS };
    let problem = match error {
        StartError::Fault(fault) => {
            tell(&words::ended_by_a_fault(&fault));
            return ExitCode::from(super::Done::Fault as u8);
        }
        StartError::NoDisplay(screens) => {
            words::no_display(screens.wayland.as_deref(), screens.wayland_answers, screens.x11.as_deref())
        }
        StartError::MissingLibrary { library, package } => words::missing_library(library, package),
        StartError::Graphics(reason) => {
            if let Some(code) = again(painter, &reason) {
                return code;
            }
            words::no_graphics(&reason)
        }
        StartError::Other(reason) => words::no_window(&reason),
    };
    tell(&problem);
    complain(words::TABLE_FOLLOWS);
    let shipped = Library::shipped();
    let name = first.or_else(|| shipped.shelves().first().map(|shelf| shelf.id.clone())).unwrap_or_default();
    let printed = library::open(&name).and_then(|(dossier, scenario)| text::print(&scenario_text(&dossier, &scenario)));
    if let Err(problem) = printed {
        complain(&problem);
    }
    ExitCode::from(2)
}

/// Starts the program once more, without OpenGL: the window libraries open one window in the life of a process.
fn again(painter: Painter, reason: &str) -> Option<ExitCode> {
    if painter == Painter::Own {
        return None;
    }
    complain(&words::draws_for_itself(reason));
    let mut program = Command::new(std::env::current_exe().ok()?);
    program.arg("--software").args(std::env::args_os().skip(1));
    go_on_as(program)
}

/// This process goes on as that program; returns if it cannot be started.
#[cfg(unix)]
fn go_on_as(mut program: Command) -> Option<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    complain(&program.exec().to_string());
    None
}

/// Waits for that program, and ends as it does; `None` if it cannot be started.
#[cfg(not(unix))]
fn go_on_as(mut program: Command) -> Option<ExitCode> {
    let code = program.status().ok()?.code().and_then(|code| u8::try_from(code).ok());
    Some(ExitCode::from(code.unwrap_or(super::Done::Fault as u8)))
}

/// On standard error, and where nobody would see that, in a box.
fn tell(problem: &str) {
    complain(problem);
    gui::tell(&format!("{problem}\n\n{}", words::ON_THE_CONSOLE));
}
