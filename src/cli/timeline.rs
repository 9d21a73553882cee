//! `timeline`: the marks of a plan on every day on which something changes, and why.

mod asked;

pub(super) use asked::Asked;

use clap::Args;

use super::{
    Done, json, library, look_up,
    reading_arg::ReadingArg,
    text::{self, padded, width, wrapped},
};
use crate::{
    analysis::{Change, Index, Mark, Shift, Stop, Turn, between, timeline},
    domain::{Date, PartyIx, Role, TermIx},
    wording::{self, DateStyle, cli as words, timeline as texts},
};

const STYLE: DateStyle = DateStyle::Words;

/// Runs the subcommand.
///
/// # Errors
/// If the scenario or an argument cannot be used, or the answer cannot be written.
pub(super) fn run(args: &TimelineArgs) -> Result<Done, String> {
    let (dossier, mut scenario) = library::open(&args.scenario)?;
    args.reading.set(&mut scenario);
    let term = args.term.as_deref().map(|term| look_up::term(&dossier, &format!("--term {term}"), term)).transpose()?;
    let party =
        args.party.as_deref().map(|party| look_up::party(&dossier, &format!("--party {party}"), party)).transpose()?;
    let index = Index::new(&dossier);
    let (plan, counted) = (&scenario.plan, scenario.counted);
    let line = timeline(&dossier, &index, counted, plan, Stop::never());
    let days = (args.from.is_some() || args.to.is_some())
        .then(|| (args.from.unwrap_or(scenario.as_of), args.to.unwrap_or(scenario.as_of)));
    let between = days.map(|days| (days, between(&dossier, &index, counted, plan, days)));
    let asked = Asked { dossier: &dossier, scenario: &scenario, term, party, line, between };
    let answer = if args.json { json::pretty(&json::timeline(&asked))? } else { as_text(&asked) };
    text::print(&answer)?;
    Ok(Done::Clean)
}

fn as_text(asked: &Asked<'_>) -> String {
    let (dossier, scenario) = (asked.dossier, asked.scenario);
    let mut text: String =
        words::timeline_heading(dossier, scenario, STYLE).iter().map(|line| wrapped("", line)).collect();
    text.push('\n');
    if scenario.plan.n_set() == 0 {
        return text + &wrapped("", words::NOTHING_THROUGH_TIME);
    }
    if let Some((days, turn)) = &asked.between {
        let days = texts::from_to(days.0, days.1, STYLE);
        text += &format!("{}: {days}\n", texts::WHAT_CHANGED);
        return text + &changes(asked, turn);
    }
    text += &match asked.term {
        Some(term) => marks(asked, term),
        None => counts(asked),
    };
    text += &format!("\n{}\n", texts::WHAT_CHANGED);
    for step in &asked.line.steps {
        let changes = changes(asked, &step.turn);
        if !changes.is_empty() {
            text += &format!("{}\n{changes}", wording::date(step.day, STYLE));
        }
    }
    text
}

/// The counts on each day from which they differ: of all parties together, or of one.
fn counts(asked: &Asked<'_>) -> String {
    let rows: Vec<(Date, String)> = match asked.party {
        None => {
            let row = |(day, n)| (day, texts::of(n, asked.n_cells()));
            asked.line.n_contradicted().into_iter().map(row).collect()
        }
        Some(party) => {
            let n_in_plan = asked.scenario.plan.n_set();
            let row = |(day, tally)| (day, wording::tally(&tally, n_in_plan));
            asked.line.tally(party).into_iter().map(row).collect()
        }
    };
    let mut text = format!("{} ({})\n", texts::CONTRADICTED, texts::DEPENDS_ON_FILE);
    for (day, row) in rows {
        text += &wrapped(&format!("  {}  ", padded(&wording::date(day, STYLE), DAY)), &row);
    }
    text
}

/// Room for a day: "about 28 Nov 2024".
const DAY: usize = 17;

/// The marks of one term on each day from which one of them differs.
fn marks(asked: &Asked<'_>, term: TermIx) -> String {
    let mut parties: Vec<PartyIx> = PartyIx::all(asked.dossier.parties.len()).collect();
    let place = |party: &PartyIx| -> (Role, String) {
        let party = asked.dossier.party(*party);
        (party.role, party.code.clone())
    };
    parties.sort_by_key(place);
    parties.retain(|party| asked.party.is_none_or(|only| only == *party));
    let line = |day: &str, cell: &dyn Fn(PartyIx) -> String| {
        let cell = |party: &PartyIx| padded(&cell(*party), width(&asked.dossier.party(*party).code));
        let cells: Vec<String> = parties.iter().map(cell).collect();
        format!("  {}  {}", padded(day, DAY), cells.join(" ")).trim_end().to_owned() + "\n"
    };
    let value = wording::value_name(asked.dossier, term, asked.scenario.plan.get(term));
    let mut text = format!("{}: {value}\n", asked.dossier.term(term).name);
    text += &line("", &|party| asked.dossier.party(party).code.clone());
    let mut before: Option<Vec<Mark>> = None;
    for (day, marks) in asked.line.row(term) {
        let shown: Vec<Mark> = parties.iter().map(|party| marks[party.get()]).collect();
        if before.as_ref() == Some(&shown) {
            continue;
        }
        before = Some(shown);
        let mark = |party: PartyIx| wording::mark_symbol(marks[party.get()]).to_string();
        text += &line(&wording::date(day, STYLE), &mark);
    }
    text
}

/// The cells that changed, each with its reasons, and what changed no mark.
fn changes(asked: &Asked<'_>, turn: &Turn) -> String {
    let mut text = String::new();
    let about = |shift: &&Shift, cell: &Change| {
        let position = asked.dossier.position(shift.position);
        position.party == cell.party && position.about == Some(cell.term)
    };
    for cell in asked.cells(turn) {
        text += &wrapped("  - ", &texts::changed_cell(asked.dossier, cell));
        let reasons = turn.positions.iter().filter(|shift| about(shift, cell));
        let mut reasons: Vec<String> = reasons.map(|shift| texts::reason(asked.dossier, shift, STYLE)).collect();
        // Several positions may be read from one statement.
        reasons.dedup();
        text += &reasons.iter().map(|reason| wrapped("      ", reason)).collect::<String>();
    }
    let changed_none = |shift: &&Shift| !turn.cells.iter().any(|cell| about(shift, cell));
    for shift in asked.shifts(turn).filter(changed_none) {
        let position = asked.dossier.position(shift.position);
        let Some(term) = position.about else { continue };
        let cell = texts::unchanged_cell(asked.dossier, position.party, term);
        text += &wrapped("  - ", &format!("{cell}. {}", texts::reason(asked.dossier, shift, STYLE)));
    }
    if text.is_empty() && asked.between.is_some() {
        text = wrapped("  ", texts::NOTHING_CHANGED);
    }
    text
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
