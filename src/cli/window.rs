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

/// Opens the window on these files, drawn as was asked, or as suits this machine. If that does not work, a second process of
/// the program draws the other way. If there is no window that way either, says why and what helps, and
/// prints the table of the first file, or of an empty plan.
#[must_use]
pub fn open_window(files: Vec<PathBuf>, asked: Option<Painter>, exit_after_first_frame: bool) -> ExitCode {
    let first = files.first().map(|path| path.to_string_lossy().into_owned());
    let painter = asked.unwrap_or_else(Painter::of_this_machine);
    let Err(error) = gui::run(files, painter, exit_after_first_frame) else { return ExitCode::SUCCESS };
    if let Some(code) = other_way(painter, asked, &error).and_then(|(flag, told)| again(flag, &told)) {
        return code;
    }
    let problem = match error {
        StartError::Fault(fault) => {
            tell(&words::ended_by_a_fault(&fault));
            return ExitCode::from(super::Done::Fault as u8);
        }
        StartError::NoDisplay(screens) => {
            words::no_display(screens.wayland.as_deref(), screens.wayland_answers, screens.x11.as_deref())
        }
        StartError::MissingLibrary { library, package } => words::missing_library(library, package),
        StartError::Graphics(reason) => words::no_graphics(&reason),
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

/// The flag of the other painter and what is told about it, if what kept the window from opening may not be in its way.
/// Whoever asks for the program's own gets no other, so that this comes to an end.
fn other_way(painter: Painter, asked: Option<Painter>, error: &StartError) -> Option<(&'static str, String)> {
    match (painter, error) {
        (Painter::OpenGl, StartError::Graphics(reason)) => Some(("--software", words::draws_for_itself(reason))),
        // A screen whose pixels are of no kind that the program draws.
        (Painter::Own, StartError::Graphics(reason) | StartError::Other(reason)) if asked.is_none() => {
            Some(("--opengl", words::draws_by_opengl(reason)))
        }
        _ => None,
    }
}

/// Starts the program once more, with another painter: the window libraries open one window in the life of a process.
fn again(flag: &str, told: &str) -> Option<ExitCode> {
    complain(told);
    let mut program = Command::new(std::env::current_exe().ok()?);
    program.arg(flag).args(std::env::args_os().skip(1).filter(|argument| argument != "--opengl"));
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
