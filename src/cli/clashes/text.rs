//! `clashes` for people: the matrix, then pairs or sets by number, then the statements that the numbers stand for.

use std::collections::BTreeMap;

use super::found::{Found, Outcome, Sets};
use crate::{
    analysis::{Listed, PartyClashes, Question},
    cli::text::{self, padded, to_the_right, wrapped, wrapped_items},
    domain::{PartyIx, PositionIx, TermIx},
    wording::{
        self, DateStyle,
        clashes::{self as words, Kind, cli as own},
        cli,
    },
};

const STYLE: DateStyle = DateStyle::Words;

/// Numbers for the statements that were named, in the order in which they were.
#[derive(Default)]
struct Numbers {
    of: BTreeMap<PositionIx, usize>,
    named: Vec<PositionIx>,
}

impl Numbers {
    fn number(&mut self, position: PositionIx) -> String {
        let number = *self.of.entry(position).or_insert_with(|| {
            self.named.push(position);
            self.named.len()
        });
        format!("[{number}]")
    }

    fn numbers(&mut self, positions: &[PositionIx]) -> String {
        positions.iter().map(|position| self.number(*position)).collect::<Vec<_>>().join(" ")
    }
}

/// The whole answer.
pub(super) fn clashes(found: &Found<'_>) -> String {
    let mut text: String =
        cli::heading(found.dossier, found.scenario, STYLE).iter().map(|line| wrapped("", line)).collect();
    let as_of = found.scenario.as_of;
    text += &wrapped("", &words::space(found.on_plan, as_of, STYLE));
    let Some(pairs) = &found.pairs else { return text + "\n" + &wrapped("", own::STOPPED) };
    if !pairs.any_plan {
        let why = if found.on_plan { words::PLAN_BREAKS_RULES } else { words::RULES_EXCLUDE };
        return text + "\n" + &wrapped("", why);
    }
    let n_asked = found.setting.n_asked(found.dossier);
    let asked = words::asked(&n_asked, found.which, as_of, STYLE);
    let n_pairs = words::pairs(pairs.all().len(), found.on_plan);
    text += &wrapped("", &format!("{}: {n_pairs}.", words::sentence(&asked).trim_end_matches('.')));
    text += &format!("\n{}\n", own::MATRIX);
    text += &matrix(found, pairs, &n_asked);
    text += &wrapped_items(&own::LEGEND.map(str::to_owned));
    let mut numbers = Numbers::default();
    text += &alone(found, pairs, &mut numbers);
    text += &red_lines(found, &mut numbers);
    text += &match &found.sets {
        Sets::None => pairs_by_party(found, pairs, &mut numbers),
        Sets::OfPositions(lists) => {
            let sets = lists.clash_sets.as_ref().map(|list| of_positions(found, Kind::ClashSets, list, &mut numbers));
            let ways = lists.ways_out.as_ref().map(|list| of_positions(found, Kind::WaysOut, list, &mut numbers));
            sets.into_iter().chain(ways).collect()
        }
        Sets::OfParties(lists) => {
            let sets = lists.clash_sets.as_ref().map(|list| of_parties(found, Kind::ClashSets, list));
            let ways = lists.ways_out.as_ref().map(|list| of_parties(found, Kind::WaysOut, list));
            sets.into_iter().chain(ways).collect()
        }
    };
    text + &statements(found, &numbers)
}

/// The parties in the order of the table's columns.
fn parties(found: &Found<'_>) -> Vec<PartyIx> {
    let mut parties: Vec<PartyIx> = PartyIx::all(found.dossier.parties.len()).collect();
    parties.sort_by_key(|ix| (found.dossier.party(*ix).role, &found.dossier.party(*ix).code));
    parties
}

fn matrix(found: &Found<'_>, pairs: &PartyClashes, n_asked: &[usize]) -> String {
    let order = parties(found);
    let code = |party: &PartyIx| found.dossier.party(*party).code.as_str();
    let widest = order.iter().map(|party| text::width(code(party))).max().unwrap_or(0);
    let width = widest.max(2) + 1;
    let line = |name: &str, cells: &mut dyn Iterator<Item = String>| {
        let cells: String = cells.map(|cell| to_the_right(&cell, width)).collect();
        format!("{} {cells}\n", padded(name, widest))
    };
    let mut text = line("", &mut order.iter().map(|party| code(party).to_owned()));
    for row in &order {
        let cell = |column: &PartyIx| {
            let silent = n_asked[row.get()] == 0 || n_asked[column.get()] == 0;
            match pairs.between(*row, *column).len() {
                _ if silent => "/".to_owned(),
                n => n.to_string(),
            }
        };
        text += &line(code(row), &mut order.iter().map(cell));
    }
    text
}

fn alone(found: &Found<'_>, pairs: &PartyClashes, numbers: &mut Numbers) -> String {
    if pairs.alone.is_empty() {
        return String::new();
    }
    let sentence = words::sentence(&words::alone(pairs.alone.len(), found.on_plan));
    format!("\n{}\n", own::ALONE) + &wrapped("  ", &sentence) + &wrapped("  ", &numbers.numbers(&pairs.alone))
}

/// Whether all red lines can be met, and which groups prevent it.
fn red_lines(found: &Found<'_>, numbers: &mut Numbers) -> String {
    let Some(list) = &found.red_lines else { return format!("\n{}", wrapped("", own::STOPPED)) };
    let mut text = format!("\n{}", wrapped("", &words::red_lines(list, found.n_red_lines, found.on_plan)));
    if !list.sets.is_empty() {
        text += &format!("{}\n", own::RED_LINES);
        text += &sets(found, list, true, numbers);
    }
    text
}

/// The pairs under the parties that hold them.
fn pairs_by_party(found: &Found<'_>, pairs: &PartyClashes, numbers: &mut Numbers) -> String {
    if pairs.all().is_empty() {
        return format!("\n{}\n", words::NO_PAIRS);
    }
    let mut text = format!("\n{}\n", own::PAIRS);
    let order = parties(found);
    for (place, row) in order.iter().enumerate() {
        for column in &order[place..] {
            let between = pairs.between(*row, *column);
            if between.is_empty() {
                continue;
            }
            let who = wording::ui::parties::parties(found.dossier, *row, *column);
            text += &wrapped("  ", &format!("{who} ({})", between.len()));
            for (one, other) in between {
                // The statement of the party named first stands first.
                let pair = if row <= column { [*one, *other] } else { [*other, *one] };
                text += &wrapped("    ", &set(found, &pair, true, numbers));
            }
        }
    }
    text
}

/// The numbers of some statements, what they are about, and what else they need to exclude each other.
fn set(found: &Found<'_>, set: &[PositionIx], with_reasons: bool, numbers: &mut Numbers) -> String {
    let mut about: Vec<TermIx> = set.iter().filter_map(|ix| found.dossier.position(*ix).about).collect();
    about.sort_unstable();
    about.dedup();
    let mut text = format!("{} {}", numbers.numbers(set), words::term_names(found.dossier, &about));
    if with_reasons {
        let question = Question { positions: set, ..found.question() };
        let lines = match question.behind_soon(&found.setting.whatever) {
            Some(behind) => words::behind(found.dossier, &found.scenario.plan, &behind),
            None => vec![own::REASONS_STOPPED.to_owned()],
        };
        for line in lines {
            text += &format!(". {}", line.trim_end_matches('.'));
        }
    }
    text
}

fn sets(found: &Found<'_>, list: &Listed<PositionIx>, with_reasons: bool, numbers: &mut Numbers) -> String {
    let line = |members: &Vec<PositionIx>| match members.as_slice() {
        [] => wrapped("  ", own::NOTHING),
        members => wrapped("  ", &set(found, members, with_reasons, numbers)),
    };
    list.sets.iter().map(line).collect()
}

fn heading<T>(kind: Kind, list: &Listed<T>) -> String {
    let heading = if kind == Kind::WaysOut { own::WAYS_OUT } else { own::CLASH_SETS };
    format!("\n{heading}\n") + &wrapped("  ", &words::sentence(&words::reach(kind, list)))
}

fn of_positions(found: &Found<'_>, kind: Kind, list: &Outcome<PositionIx>, numbers: &mut Numbers) -> String {
    match list {
        Ok(list) => heading(kind, list) + &sets(found, list, kind == Kind::ClashSets, numbers),
        Err(_) => format!("\n{}", wrapped("", own::STOPPED)),
    }
}

fn of_parties(found: &Found<'_>, kind: Kind, list: &Outcome<PartyIx>) -> String {
    let Ok(list) = list else { return format!("\n{}", wrapped("", own::STOPPED)) };
    let line = |set: &Vec<PartyIx>| match (set.as_slice(), kind) {
        ([], _) => wrapped("  ", own::NOTHING),
        (set, Kind::ClashSets) => wrapped("  ", &words::clashing_parties(found.dossier, set)),
        (set, Kind::WaysOut) => wrapped("  ", &words::parties_give_way(found.dossier, set)),
    };
    heading(kind, list) + &list.sets.iter().map(line).collect::<String>()
}

/// What the numbers stand for.
fn statements(found: &Found<'_>, numbers: &Numbers) -> String {
    if numbers.named.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", own::STATEMENTS);
    for (place, ix) in numbers.named.iter().enumerate() {
        let position = found.dossier.position(*ix);
        let code = &found.dossier.party(position.party).code;
        let indent = "      ";
        for (nth, statement) in found.dossier.statements_by(*ix, found.scenario.as_of).into_iter().enumerate() {
            let head = if nth == 0 { padded(&format!("[{}]", place + 1), 6) } else { indent.to_owned() };
            text += &wrapped(&head, &format!("{code}: {}", cli::said(found.dossier, statement, STYLE)));
            text += &wrapped(indent, &cli::published(found.dossier, statement, STYLE));
        }
        let mut read = vec![wording::held(position, found.setting.situation.strength(*ix))];
        read.extend(Some(wording::ui::voice(&position.voice)).filter(|_| !position.voice.is_empty()));
        read.extend(wording::met_if(found.dossier, position));
        text += &wrapped(indent, &format!("{}.", read.join(". ")));
    }
    text
}
