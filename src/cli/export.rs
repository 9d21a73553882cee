//! `export`: hand-outs in a file.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use strum::IntoEnumIterator as _;

use super::{Done, library, look_up, plan_change, reading_arg::ReadingArg, text};
use crate::{
    analysis::Judged,
    app::{Format, Paper, Separator, Sheet},
    domain::Date,
    export::{self, Material},
    storage::{SaveError, free_path, write_file},
    wording::{DateStyle, cli as words, export as export_words},
};

/// Arguments of `export`.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// A file, a known scenario or a dossier's id.
    #[arg(value_name = "SCENARIO", required_unless_present = "site", help = words::HELP_SCENARIO)]
    pub scenario: Option<String>,
    /// The file to write.
    #[arg(long, value_name = "FILE", required_unless_present = "site", help = export_words::HELP_TO)]
    pub to: Option<PathBuf>,
    /// The folder of a site.
    #[arg(long, value_name = "FOLDER", help = export_words::HELP_SITE)]
    #[arg(conflicts_with_all = ["scenario", "to", "sheet", "hatched", "set", "as_of"])]
    pub site: Option<PathBuf>,
    /// Which sheets.
    #[arg(long, value_name = "SHEET", help = export_words::HELP_SHEET)]
    pub sheet: Vec<String>,
    /// The size of the paper.
    #[arg(long, value_name = "PAPER", value_enum, ignore_case = true, default_value = "a4", help = export_words::HELP_PAPER)]
    pub paper: PaperName,
    /// Marks in greys, hatched.
    #[arg(long, help = export_words::HELP_HATCHED)]
    pub hatched: bool,
    /// What stands between the fields of a CSV file.
    #[arg(long, value_name = "SEPARATOR", value_enum, ignore_case = true, default_value = "comma", help = export_words::HELP_SEPARATOR)]
    pub separator: SeparatorName,
    /// Changes of the plan, in their order.
    #[arg(long, value_name = "TERM=VALUE", help = words::HELP_SET)]
    pub set: Vec<String>,
    /// Another as-of date.
    #[arg(long, value_name = "DATE", help = words::HELP_AS_OF)]
    pub as_of: Option<Date>,
    #[command(flatten)]
    pub reading: ReadingArg,
    /// Replace a file.
    #[arg(long, help = export_words::HELP_FORCE)]
    pub force: bool,
}

/// A size of paper as it is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum PaperName {
    A4,
    Letter,
}

/// A separator as it is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum SeparatorName {
    Comma,
    Semicolon,
    Tab,
}

impl From<SeparatorName> for Separator {
    fn from(name: SeparatorName) -> Self {
        match name {
            SeparatorName::Comma => Self::Comma,
            SeparatorName::Semicolon => Self::Semicolon,
            SeparatorName::Tab => Self::Tab,
        }
    }
}

/// The names of sheets that are not about one party.
const SHEETS: [(&str, Sheet); 8] = [
    ("plan", Sheet::Plan),
    ("sources", Sheet::Sources),
    ("marks", Sheet::Marks),
    ("prediction", Sheet::Prediction),
    ("answer-key", Sheet::AnswerKey),
    ("way", Sheet::Way),
    ("debrief", Sheet::Debrief),
    ("grading", Sheet::Grading),
];

/// The name of the lesson page among the sheets.
const EXPLORER: &str = "explorer";

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the file cannot be written.
pub(super) fn run(args: &ExportArgs) -> Result<Done, String> {
    let paper = match args.paper {
        PaperName::A4 => Paper::A4,
        PaperName::Letter => Paper::Letter,
    };
    match (&args.site, &args.scenario, &args.to) {
        (Some(folder), ..) => super::site::write(folder, paper, args.force),
        (None, Some(scenario), Some(to)) => hand_outs(args, (scenario, to), paper),
        // The arguments are required unless there is a site.
        (None, ..) => Err(export_words::HELP_TO.to_owned()),
    }
}

fn hand_outs(args: &ExportArgs, (scenario, to): (&str, &Path), paper: Paper) -> Result<Done, String> {
    if let Some(form) = super::case_export::form(to) {
        return super::case_export::run((scenario, to, args.force), form, args.separator.into());
    }
    let file = to.to_string_lossy();
    let mut format = format(to).ok_or_else(|| export_words::unknown_ending(&file))?;
    if args.sheet.iter().any(|name| name == EXPLORER) {
        if format != Format::Html || args.sheet.len() > 1 {
            return Err(export_words::explorer_alone(&to.with_extension("").to_string_lossy()));
        }
        format = Format::LessonPage;
    }
    let opened = library::open_whole(scenario)?;
    let mut scenario = opened.scenario;
    scenario.as_of = args.as_of.unwrap_or(scenario.as_of);
    plan_change::apply(&opened.dossier, &mut scenario, &args.set)?;
    args.reading.set(&mut scenario);
    let judged = Judged::new(&opened.dossier, &scenario);
    let material = Material::new(judged, &opened.fingerprint, opened.made, DateStyle::Words);
    let material = material.with_hatched_marks(args.hatched).with_separator(args.separator.into());
    let sheets = if format == Format::LessonPage { Vec::new() } else { sheets(&material, &args.sheet, format)? };
    let made = export::make(&material, &sheets, format, paper, None).map_err(|error| error.to_string())?;
    write_file(to, &made.bytes, args.force).map_err(|error| match error {
        SaveError::Exists(_) => export_words::exists(&file, &free_path(to).to_string_lossy()),
        other => other.to_string(),
    })?;
    text::print(&export_words::written(&file, format, made.n_pages))?;
    if made.unreadable.is_empty() {
        return Ok(Done::Clean);
    }
    super::complain(&export_words::unreadable(&made.unreadable));
    Ok(Done::Unreadable)
}

fn format(file: &Path) -> Option<Format> {
    let ending = file.extension()?.to_string_lossy().to_lowercase();
    let ending = if ending == "htm" { "html" } else { &ending };
    Format::iter().find(|format| format.ending() == ending)
}

/// The sheets by name, each once, in the order asked for.
fn sheets(material: &Material<'_>, names: &[String], format: Format) -> Result<Vec<Sheet>, String> {
    let mut sheets = Vec::new();
    for name in names {
        for sheet in named(material, name)? {
            if !sheets.contains(&sheet) {
                sheets.push(sheet);
            }
        }
    }
    if sheets.contains(&Sheet::Prediction) && sheets.contains(&Sheet::AnswerKey) {
        return Err(export_words::KEY_APART.to_owned());
    }
    if names.is_empty() {
        sheets.push(Sheet::Plan);
        if matches!(format, Format::Pdf | Format::Html) {
            sheets.push(Sheet::Sources);
        }
    }
    Ok(sheets)
}

fn named(material: &Material<'_>, name: &str) -> Result<Vec<Sheet>, String> {
    if name == "all" {
        return Ok(export::all_sheets(material));
    }
    if let Some(id) = name.strip_prefix("party:") {
        let party = look_up::party(material.dossier, &format!("--sheet {name}"), id)?;
        return Ok(vec![Sheet::Brief(party)]);
    }
    let known = SHEETS.iter().find(|(known, _)| *known == name);
    known.map(|(_, sheet)| vec![*sheet]).ok_or_else(|| {
        let names: Vec<&str> = SHEETS.iter().map(|(name, _)| *name).collect();
        export_words::unknown_sheet(name, look_up::nearest(name, &names))
    })
}
