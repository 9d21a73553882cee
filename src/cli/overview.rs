//! The table of marks and the counts, for people.

use strum::IntoEnumIterator as _;

use super::{
    parties::parties_by_role,
    text::{COLUMNS, padded, width, wrapped, wrapped_items},
};
use crate::{
    analysis::{Judged, Mark},
    wording::{self, DateStyle, cli as words},
};

/// Heading, table, legend, counts and broken rules.
#[must_use]
pub(super) fn overview(judged: &Judged<'_>) -> String {
    let heading = words::heading(judged.dossier, judged.scenario, DateStyle::Words);
    let mut text: String = heading.iter().map(|line| wrapped("", line)).collect();
    text.push('\n');
    if judged.matrix.n_in_plan == 0 {
        return text + &choices(judged);
    }
    text += &table(judged);
    text += &left_out(judged);
    text += &too_early(judged);
    text.push('\n');
    text += &legend(judged);
    text += &counts(judged);
    text += &broken_rules(judged);
    text
}

/// What a plan can settle, as `--set` takes it: an empty plan has nothing else to show.
fn choices(judged: &Judged<'_>) -> String {
    let ids = judged.dossier.terms.iter().map(|term| width(&term.id));
    let columns = ids.max().unwrap_or(0) + 2;
    let mut text = wrapped("", words::EMPTY_PLAN);
    for term in &judged.dossier.terms {
        let values: Vec<&str> = term.values.iter().map(|value| value.id.as_str()).collect();
        text += &wrapped(&format!("  {}", padded(&term.id, columns)), &values.join(" "));
    }
    text
}

/// Terms down, parties across, one mark a cell.
fn table(judged: &Judged<'_>) -> String {
    let rows: Vec<(String, String)> = judged
        .in_plan()
        .map(|(term, value)| {
            (judged.dossier.term(term).name.clone(), wording::value_name(judged.dossier, term, Some(value)))
        })
        .collect();
    let widest = |cells: &mut dyn Iterator<Item = &String>| cells.map(|cell| width(cell)).max().unwrap_or(0);
    let name_width = widest(&mut rows.iter().map(|(name, _)| name)).max(words::TERM.len());
    let value_width = widest(&mut rows.iter().map(|(_, value)| value)).max(words::PLAN.len());
    let codes: usize = judged.dossier.parties.iter().map(|party| width(&party.code)).sum();
    let fixed = name_width + 2 + value_width + 2 + codes + 2 * parties_by_role(judged.dossier).len();
    let gap = if fixed + 2 * judged.dossier.parties.len() <= COLUMNS { "  " } else { " " };

    let line = |name: &str, value: &str, cell: &dyn Fn(crate::domain::PartyIx) -> String| {
        let groups: Vec<String> = parties_by_role(judged.dossier)
            .iter()
            .map(|(_, parties)| {
                let columns = |party| width(&judged.dossier.party(party).code);
                parties.iter().map(|party| padded(&cell(*party), columns(*party))).collect::<Vec<_>>().join(gap)
            })
            .collect();
        let line = format!("{}  {}  {}", padded(name, name_width), padded(value, value_width), groups.join(" | "));
        line.trim_end().to_owned() + "\n"
    };
    let mut text = line(words::TERM, words::PLAN, &|party| judged.dossier.party(party).code.clone());
    for ((term, _), (name, value)) in judged.in_plan().zip(&rows) {
        text += &line(name, value, &|party| wording::mark_symbol(judged.matrix.cell(party, term).mark).to_string());
    }
    text
}

fn left_out(judged: &Judged<'_>) -> String {
    let terms = judged.scenario.plan.iter().filter(|(_, value)| value.is_none());
    let names: Vec<&str> = terms.map(|(term, _)| judged.dossier.term(term).name.as_str()).collect();
    if names.is_empty() { String::new() } else { wrapped("", &format!("{}.", words::not_in_plan(&names))) }
}

/// Values of the plan that nobody had put forward by the as-of date.
fn too_early(judged: &Judged<'_>) -> String {
    let (dossier, scenario) = (judged.dossier, judged.scenario);
    let values = scenario.plan.iter().filter_map(|(term, value)| Some((dossier.term(term), value?)));
    let early = values.map(|(term, value)| (term, &term.values[value.get()]));
    let early = early.filter(|(_, value)| !value.is_put_forward(scenario.as_of));
    early
        .filter_map(|(term, value)| Some(words::not_yet(&term.name, &value.name, value.since?, DateStyle::Words)))
        .map(|line| wrapped("", &line))
        .collect()
}

fn legend(judged: &Judged<'_>) -> String {
    let marks = Mark::iter().map(|mark| format!("{} {}", wording::mark_symbol(mark), wording::mark_legend(mark)));
    let roles: Vec<_> = parties_by_role(judged.dossier).into_iter().map(|(role, _)| role).collect();
    wrapped_items(&marks.collect::<Vec<_>>()) + &words::columns(&roles) + "\n"
}

fn counts(judged: &Judged<'_>) -> String {
    let mut text = format!("\n{}\n", words::COUNTS);
    for (role, parties) in parties_by_role(judged.dossier) {
        text += &format!("  {}\n", words::role_heading(role));
        for party in parties {
            let tally = wording::tally(&judged.matrix.tallies[party.get()], judged.matrix.n_in_plan);
            text += &wrapped(&format!("    {}", padded(&judged.dossier.party(party).code, 7)), &tally);
        }
    }
    text
}

fn broken_rules(judged: &Judged<'_>) -> String {
    if judged.matrix.broken_rules.is_empty() {
        return String::new();
    }
    let rules = judged.matrix.broken_rules.iter().map(|place| &judged.dossier.rules[*place]);
    let rules = rules.map(|rule| wrapped("  ", &words::broken_rule(judged.dossier, rule)));
    format!("\n{}\n", words::BROKEN_RULES) + &rules.collect::<String>()
}
