//! The arguments, as clap reads them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::clashes::ClashesArgs;
use super::plan_args::{PlanArgs, PlanCommand};
use crate::{
    domain::{Channel, Counted, Date, Reading, Scenario},
    gui::Painter,
    wording::{
        clashes::cli as clashes, cli as words, cli_drafts as drafts, coding, export as export_words, manual, start,
        workbook,
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
    #[arg(long, help = start::HELP_SOFTWARE)]
    pub software: bool,
    /// Close the window once the first picture has been shown, for measuring.
    #[arg(long, hide = true)]
    pub exit_after_first_frame: bool,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl CommandLine {
    /// What draws the window.
    #[must_use]
    pub const fn painter(&self) -> Painter {
        if self.software { Painter::Own } else { Painter::OpenGl }
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

/// Arguments of `check`.
#[derive(Args, Debug)]
pub struct CheckArgs {
    /// The files.
    #[arg(value_name = "FILE", required = true, help = words::HELP_CHECK_FILES)]
    pub files: Vec<PathBuf>,
    /// How the positions were read instead of the problems.
    #[arg(long, help = coding::HELP)]
    pub coding: bool,
    /// JSON instead of text.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// Arguments of `list`.
#[derive(Args, Debug)]
pub struct ListArgs {
    /// JSON instead of text.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// Arguments of `timeline`.
#[derive(Args, Debug)]
pub struct TimelineArgs {
    /// A file, a known scenario or a dossier's id.
    #[arg(value_name = "SCENARIO", help = words::HELP_SCENARIO)]
    pub scenario: String,
    /// Only this term.
    #[arg(long, value_name = "TERM", help = words::HELP_TERM)]
    pub term: Option<String>,
    /// Only this party.
    #[arg(long, value_name = "PARTY", help = words::HELP_PARTY)]
    pub party: Option<String>,
    /// The first of two days.
    #[arg(long, value_name = "DATE", help = words::HELP_FROM)]
    pub from: Option<Date>,
    /// The second of two days.
    #[arg(long, value_name = "DATE", help = words::HELP_TO)]
    pub to: Option<Date>,
    #[command(flatten)]
    pub reading: ReadingArg,
    /// JSON instead of text.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// Arguments of `compare`.
#[derive(Args, Debug)]
pub struct CompareArgs {
    /// Plan A.
    #[arg(value_name = "A", help = words::HELP_A)]
    pub a: String,
    /// Plan B.
    #[arg(value_name = "B", help = words::HELP_B)]
    pub b: String,
    /// Rows that do not differ too.
    #[arg(long, help = words::HELP_ALL)]
    pub all: bool,
    /// One day for both.
    #[arg(long, value_name = "DATE", help = words::HELP_AS_OF_BOTH)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub reading: ReadingArg,
    /// JSON instead of text.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// Another reading than the scenario's.
#[derive(Args, Debug)]
pub struct ReadingArg {
    /// Which reading of the strength of positions counts.
    #[arg(long, value_name = "READING", value_enum, ignore_case = true, help = coding::HELP_READING)]
    pub reading: Option<ReadingName>,
}

impl ReadingArg {
    /// Lets it count in `scenario`, if one is given.
    pub fn set(&self, scenario: &mut Scenario) {
        let Some(name) = self.reading else { return };
        scenario.counted.reading = match name {
            ReadingName::Harder => Reading::Harder,
            ReadingName::AsDecided => Reading::AsDecided,
            ReadingName::Softer => Reading::Softer,
        };
    }
}

/// A reading on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ReadingName {
    Harder,
    #[value(alias = "asdecided")]
    AsDecided,
    Softer,
}

/// Statements that can be counted.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Count {
    #[value(alias = "onrecord")]
    OnRecord,
    Document,
    Reported,
    Unnamed,
    Leaked,
    Withdrawn,
    Unverified,
}

impl Count {
    /// The same choice with these statements counted.
    #[must_use]
    pub fn switch_on(self, mut counted: Counted) -> Counted {
        let channel = match self {
            Self::OnRecord => Channel::OnRecord,
            Self::Document => Channel::Document,
            Self::Reported => Channel::Reported,
            Self::Unnamed => Channel::Unnamed,
            Self::Leaked => Channel::Leaked,
            Self::Withdrawn => Channel::Withdrawn,
            Self::Unverified => {
                counted.unverified = true;
                return counted;
            }
        };
        counted.with(channel, true)
    }
}
