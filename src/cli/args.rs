//! The arguments, as clap reads them.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::plan_args::{PlanArgs, PlanCommand};
use super::{check::CheckArgs, clashes::ClashesArgs, compare::CompareArgs, list::ListArgs, timeline::TimelineArgs};
use crate::{
    gui::Painter,
    wording::{
        case::cli as case, clashes::cli as clashes, cli as words, cli_drafts as drafts, export as export_words, manual,
        start, workbook::cli as workbook,
    },
};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "peace-plan-explorer",
    version,
    about = words::ABOUT,
    long_about = None,
    after_help = words::EXAMPLES,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct CommandLine {
    /// Files to open in the window.
    #[arg(value_name = "FILE", help = words::HELP_FILES)]
    pub files: Vec<PathBuf>,
    /// Draw without OpenGL.
    #[arg(long, help = start::HELP_SOFTWARE, conflicts_with = "opengl")]
    pub software: bool,
    /// Draw by OpenGL.
    #[arg(long, help = start::HELP_OPENGL)]
    pub opengl: bool,
    /// Close the window once the first picture has been shown, for measuring.
    #[arg(long, hide = true)]
    pub exit_after_first_frame: bool,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl CommandLine {
    /// What was asked to draw the window.
    #[must_use]
    pub const fn painter(&self) -> Option<Painter> {
        match (self.software, self.opengl) {
            (true, _) => Some(Painter::Own),
            (false, true) => Some(Painter::OpenGl),
            (false, false) => None,
        }
    }
}

/// What the program does without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Lists the problems of files.
    #[command(about = words::ABOUT_CHECK, long_about = None, after_help = words::EXAMPLES_CHECK)]
    Check(CheckArgs),
    /// Prints marks, counts and reasons.
    #[command(about = words::ABOUT_VERDICTS, long_about = None, after_help = words::EXAMPLES_VERDICTS)]
    Verdicts(PlanArgs),
    /// Writes hand-outs.
    #[command(about = export_words::ABOUT, long_about = None, after_help = export_words::EXAMPLES)]
    Export(super::export::ExportArgs),
    /// Makes a dossier out of a workbook.
    #[command(about = workbook::ABOUT, long_about = None, after_help = workbook::EXAMPLES)]
    Import(super::import::ImportArgs),
    /// Begins a case of one's own.
    #[command(about = case::ABOUT, long_about = None, after_help = case::EXAMPLES)]
    New(super::new::NewArgs),
    /// Prints what no plan can meet together.
    #[command(about = clashes::ABOUT, long_about = None, after_help = clashes::EXAMPLES)]
    Clashes(ClashesArgs),
    /// Lists what is shipped.
    #[command(about = words::ABOUT_LIST, long_about = None, after_help = words::EXAMPLES_LIST)]
    List(ListArgs),
    /// Lists, writes out and deletes drafts.
    #[command(about = drafts::ABOUT, long_about = None, after_help = drafts::EXAMPLES)]
    Drafts(super::drafts::DraftsArgs),
    /// Searches for other plans.
    #[command(flatten)]
    Plans(PlanCommand),
    /// Prints a plan through time.
    #[command(about = words::ABOUT_TIMELINE, long_about = None, after_help = words::EXAMPLES_TIMELINE)]
    Timeline(TimelineArgs),
    /// Prints two plans beside each other.
    #[command(about = words::ABOUT_COMPARE, long_about = None, after_help = words::EXAMPLES_COMPARE)]
    Compare(CompareArgs),
    /// Writes manual pages and completions, for packages.
    #[command(about = manual::ABOUT, long_about = None, hide = true)]
    Manual(super::manual::ManualArgs),
}
