//! The table of marks and the counts, for people.

use strum::IntoEnumIterator as _;

use super::{
    case::Case,
    text::{COLUMNS, padded, width, wrapped, wrapped_items},
};
use crate::{
    analysis::Mark,
    wording::{self, DateStyle, cli as words},
};

/// Heading, table, legend, counts and broken rules.
#[must_use]
pub(super) fn overview(case: &Case<'_>) -> String {
    let heading = words::heading(case.dossier, case.scenario, DateStyle::Words);
    let mut text: String = heading.iter().map(|line| wrapped("", line)).collect();
    text.push('\n');
    if case.matrix.n_in_plan == 0 {
        return text + &choices(case);
    }
    text += &table(case);
    text += &left_out(case);
    text += &too_early(case);
    text.push('\n');
    text += &legend(case);
    text += &counts(case);
    text += &broken_rules(case);
    text
}

/// What a plan can settle, as `--set` takes it: an empty plan has nothing else to show.
fn choices(case: &Case<'_>) -> String {
    let ids = case.dossier.terms.iter().map(|term| width(&term.id));
    let columns = ids.max().unwrap_or(0) + 2;
    let mut text = wrapped("", words::EMPTY_PLAN);
    for term in &case.dossier.terms {
        let values: Vec<&str> = term.values.iter().map(|value| value.id.as_str()).collect();
        text += &wrapped(&format!("  {}", padded(&term.id, columns)), &values.join(" "));
    }
    text
}

/// Terms down, parties across, one mark a cell.
fn table(case: &Case<'_>) -> String {
    let rows: Vec<(String, String)> = case
        .in_plan()
        .map(|(term, value)| {
            (case.dossier.term(term).name.clone(), wording::value_name(case.dossier, term, Some(value)))
        })
        .collect();
    let widest = |cells: &mut dyn Iterator<Item = &String>| cells.map(|cell| width(cell)).max().unwrap_or(0);
    let name_width = widest(&mut rows.iter().map(|(name, _)| name)).max(words::TERM.len());
    let value_width = widest(&mut rows.iter().map(|(_, value)| value)).max(words::PLAN.len());
    let codes: usize = case.dossier.parties.iter().map(|party| width(&party.code)).sum();
    let fixed = name_width + 2 + value_width + 2 + codes + 2 * case.parties_by_role().len();
    let gap = if fixed + 2 * case.dossier.parties.len() <= COLUMNS { "  " } else { " " };

    let line = |name: &str, value: &str, cell: &dyn Fn(crate::domain::PartyIx) -> String| {
        let groups: Vec<String> = case
            .parties_by_role()
            .iter()
            .map(|(_, parties)| {
                let columns = |party| width(&case.dossier.party(party).code);
                parties.iter().map(|party| padded(&cell(*party), columns(*party))).collect::<Vec<_>>().join(gap)
            })
            .collect();
        let line = format!("{}  {}  {}", padded(name, name_width), padded(value, value_width), groups.join(" | "));
        line.trim_end().to_owned() + "\n"
    };
    let mut text = line(words::TERM, words::PLAN, &|party| case.dossier.party(party).code.clone());
    for ((term, _), (name, value)) in case.in_plan().zip(&rows) {
        text += &line(name, value, &|party| wording::mark_symbol(case.matrix.cell(party, term).mark).to_string());
    }
    text
}

fn left_out(case: &Case<'_>) -> String {
    let terms = case.scenario.plan.iter().filter(|(_, value)| value.is_none());
    let names: Vec<&str> = terms.map(|(term, _)| case.dossier.term(term).name.as_str()).collect();
    if names.is_empty() { String::new() } else { wrapped("", &format!("{}.", words::not_in_plan(&names))) }
}

/// Values of the plan that nobody had put forward by the as-of date.
fn too_early(case: &Case<'_>) -> String {
    let (dossier, scenario) = (case.dossier, case.scenario);
    let values = scenario.plan.iter().filter_map(|(term, value)| Some((dossier.term(term), value?)));
    let early = values.map(|(term, value)| (term, &term.values[value.get()]));
    let early = early.filter(|(_, value)| !value.is_put_forward(scenario.as_of));
    early
        .filter_map(|(term, value)| Some(words::not_yet(&term.name, &value.name, value.since?, DateStyle::Words)))
        .map(|line| wrapped("", &line))
        .collect()
}

fn legend(case: &Case<'_>) -> String {
    let marks = Mark::iter().map(|mark| format!("{} {}", wording::mark_symbol(mark), wording::mark_legend(mark)));
    let roles: Vec<_> = case.parties_by_role().into_iter().map(|(role, _)| role).collect();
    wrapped_items(&marks.collect::<Vec<_>>()) + &words::columns(&roles) + "\n"
}

fn counts(case: &Case<'_>) -> String {
    let mut text = format!("\n{}\n", words::COUNTS);
    for (role, parties) in case.parties_by_role() {
        text += &format!("  {}\n", words::role_heading(role));
        for party in parties {
            let tally = wording::tally(&case.matrix.tallies[party.get()], case.matrix.n_in_plan);
            text += &wrapped(&format!("    {}", padded(&case.dossier.party(party).code, 7)), &tally);
        }
    }
    text
}

fn broken_rules(case: &Case<'_>) -> String {
    if case.matrix.broken_rules.is_empty() {
        return String::new();
    }
    let rules = case.matrix.broken_rules.iter().map(|place| &case.dossier.rules[*place]);
    let rules = rules.map(|rule| wrapped("  ", &words::broken_rule(case.dossier, rule)));
    format!("\n{}\n", words::BROKEN_RULES) + &rules.collect::<String>()
}
