//! `compare`: two plans of one dossier, row by row, and what goes from one to the other for each party.

mod compared;

pub(super) use compared::Compared;

use clap::Args;

use super::{
    Done, json, library,
    parties::parties,
    reading_arg::ReadingArg,
    text::{self, padded, width, wrapped, wrapped_items},
};
use crate::{
    analysis::{Index, Judged, Mark, compare},
    app::compare::Side as Letter,
    domain::{Date, PartyIx},
    wording::{self, DateStyle, cli as words, compare as texts},
};
use strum::IntoEnumIterator as _;

const STYLE: DateStyle = DateStyle::Words;

/// Runs the subcommand.
///
/// # Errors
/// If a scenario cannot be used, the two belong to different dossiers, or the answer cannot be written.
pub(super) fn run(args: &CompareArgs) -> Result<Done, String> {
    let (dossier, mut a) = library::open(&args.a)?;
    let (other, mut b) = library::open(&args.b)?;
    if dossier != other {
        return Err(texts::other_dossier(
            &wording::plan_title(&b),
            &other.title,
            &dossier.title,
            dossier.id == other.id,
        ));
    }
    for scenario in [&mut a, &mut b] {
        scenario.as_of = args.as_of.unwrap_or(scenario.as_of);
        args.reading.set(scenario);
    }
    let index = Index::new(&dossier);
    let plans = [&a, &b].map(|scenario| Judged::with_index(&dossier, &index, scenario));
    let comparison = compare(plans[0].basis(), plans[1].basis());
    let compared = Compared { plans, comparison, all: args.all };
    let answer = if args.json { json::pretty(&json::compare(&compared))? } else { as_text(&compared) };
    text::print(&answer)?;
    Ok(Done::Clean)
}

fn as_text(compared: &Compared<'_>) -> String {
    let Compared { plans, comparison, .. } = compared;
    let (dossier, [a, b]) = (plans[0].dossier, plans.each_ref().map(|plan| plan.scenario));
    let mut text = wrapped("", &words::dossier_title(dossier));
    for (letter, scenario) in [(Letter::A, a), (Letter::B, b)] {
        let day = texts::as_of(scenario.as_of, STYLE);
        let in_plan = words::in_plan(scenario.plan.n_set(), dossier.terms.len());
        text += &wrapped("", &format!("{}, {day}; {in_plan}", texts::plan(letter, &wording::plan_name(scenario))));
    }
    if comparison.days_differ {
        text += &wrapped("", &texts::days_differ(a.as_of, b.as_of, STYLE));
    }
    if comparison.counted_differ {
        text += &wrapped("", texts::COUNTED_DIFFER);
    }
    let differ = texts::rows_differ(comparison.differing().count(), comparison.rows.len());
    text += &format!("\n{differ}\n");
    text += &table(compared);
    let marks = Mark::iter().map(|mark| format!("{} {}", wording::mark_symbol(mark), wording::mark_legend(mark)));
    text += &format!("\n{}{}\n", wrapped_items(&marks.collect::<Vec<_>>()), words::HALVES);
    text += &format!("\n{}\n", texts::PARTY_BY_PARTY);
    for party in parties(dossier) {
        let of = &comparison.parties[party.get()];
        text += &wrapped("  ", &texts::party_sentence(&dossier.party(party).code, of));
        let terms = texts::party_terms(dossier, of);
        if !terms.is_empty() {
            text += &wrapped("      ", &terms);
        }
    }
    text
}

/// Terms down, parties across, in each cell the mark under A and the mark under B.
fn table(compared: &Compared<'_>) -> String {
    let Compared { plans, comparison, all } = compared;
    let dossier = plans[0].dossier;
    let rows = comparison.rows.iter().filter(|row| *all || row.differs);
    let value =
        |row: &crate::analysis::ComparedRow, side: usize| wording::value_name(dossier, row.term, row.values[side]);
    let lines: Vec<[String; 3]> =
        rows.clone().map(|row| [dossier.term(row.term).name.clone(), value(row, 0), value(row, 1)]).collect();
    if lines.is_empty() {
        return wrapped("", texts::NO_DIFFERENCE);
    }
    let heads = [words::TERM.to_owned(), texts::letter(Letter::A).to_owned(), texts::letter(Letter::B).to_owned()];
    let widest = |column: usize| {
        let cells = lines.iter().chain([&heads]).map(|line| width(&line[column]));
        cells.max().unwrap_or(0)
    };
    let widths = [widest(0), widest(1), widest(2)];
    let parties = parties(dossier);
    let line = |cells: &[String; 3], mark: &dyn Fn(PartyIx) -> String| {
        let front: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| padded(cell, width)).collect();
        let columns = |party: PartyIx| width(&dossier.party(party).code).max(2);
        let marks: Vec<String> = parties.iter().map(|party| padded(&mark(*party), columns(*party))).collect();
        format!("{}  {}", front.join("  "), marks.join(" ")).trim_end().to_owned() + "\n"
    };
    let mut text = line(&heads, &|party| dossier.party(party).code.clone());
    for (row, cells) in rows.zip(&lines) {
        let both = |party: PartyIx| row.cells[party.get()].iter().map(|cell| wording::mark_symbol(cell.mark)).collect();
        text += &line(cells, &both);
    }
    text
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
