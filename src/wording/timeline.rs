//! The plan through time: the words of the chart, and what changed from one day to another.

use super::{
    DateStyle, count, date, list::capitalised, mark_name, marks::mark_in_short, month_name, on_date, standing,
    statement::first_statement,
};
use crate::{
    analysis::{Mark, Shift, Standing, Tally, Tick, Turn},
    app::timeline::Spacing,
    domain::{Date, Dossier, PartyIx, TermIx},
};

/// Label of the choice of what is shown.
pub(crate) const SHOWN: &str = "Marks for";
/// The counts instead of one term's marks.
pub(crate) const ALL_TERMS: &str = "All terms, counted";
/// Button that shows a table instead of the chart.
pub(crate) const AS_TABLE: &str = "As a table";
/// Button that shows the chart instead of the table.
pub(crate) const AS_CHART: &str = "As a chart";
/// Over the line of counts.
pub(crate) const CONTRADICTED: &str = "Contradictions in the table";
/// Beside it: what the line does not say.
pub(crate) const DEPENDS_ON_FILE: &str = "depends on which statements are on file";
/// Label of the second day.
pub(crate) const CHANGES_SINCE: &str = "Changes since";
/// No second day is chosen.
pub(crate) const EVENT_BEFORE: &str = "the event before";
/// Title of the list of changes.
pub const WHAT_CHANGED: &str = "What changed";
/// Heading over statements that began or ended and changed no mark.
pub(crate) const WITHOUT_A_CHANGE: &str = "Said since, or no longer in force, without moving a mark";
/// Nothing at all changed.
pub(crate) const NOTHING_CHANGED: &str = "No mark changed, and no statement about a term of the plan came or went.";
/// There is no event before.
pub(crate) const NO_EVENT_BEFORE: &str = "There is no dated event before this day. Choose a second day.";
/// Two days are the same.
pub(crate) const SAME_DAY: &str = "Both days are the same. Choose another second day.";
/// An empty plan has no marks.
pub const EMPTY_PLAN: &str =
    "Your plan is empty, so there are no marks yet. Choose values on the tab Explore; the ticks show what is on file.";
/// Under what is known before the first event.
pub(crate) const DAY: &str = "From this day";
/// Name of the table.
pub const TABLE: &str = "Days and parties: the marks of this plan through time";
/// Column of the total.
pub(crate) const TOTAL: &str = "All";
/// Heading in the Why panel.
pub const READ_FROM_IT: &str = "What is read from it";
/// No position reads the statement.
pub(crate) const NOTHING_READ: &str = "No position is read from it.";
/// The line that is dragged.
pub const AS_OF_LINE: &str = "As-of line, drag or Ctrl+Left and Ctrl+Right";
/// The other line.
pub const SECOND_LINE: &str = "Second day";
/// What a tick of the legend looks like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TickLook {
    /// Filled rather than hollow.
    pub(crate) in_force: bool,
    /// Dark rather than grey.
    pub(crate) counts: bool,
    /// With a line below.
    pub(crate) approximate: bool,
}

/// What the ticks mean.
pub(crate) const TICK_LEGEND: [(TickLook, &str); 4] = [
    (TickLook { in_force: true, counts: true, approximate: false }, "in force"),
    (TickLook { in_force: false, counts: true, approximate: false }, "not in force"),
    (TickLook { in_force: true, counts: false, approximate: false }, "not counted"),
    (TickLook { in_force: true, counts: true, approximate: true }, "day not exact"),
];
/// Tool tip of the button that changes the form.
pub(crate) const OTHER_FORM_KEY: &str = "The same data in another form (T)";
/// Tool tip of the second day.
pub(crate) const SECOND_TIP: &str =
    "Choose a second day; what changed between it and the as-of date is listed beside the chart";
/// The figures of a cell of the table.
pub(crate) const FIGURES: &str = "red lines / opposed / prefers otherwise";

/// Heading over the keys of the chart.
pub(crate) const IN_THE_CHART: &str = "On the tabs Timeline and Compare";
/// The keys of the chart: key and meaning.
pub(crate) const CHART_KEYS: [(&str, &str); 4] = [
    ("Arrows, Home, End", "from row to row, and from statement to statement or from cell to cell"),
    ("Enter", "read what stands there; on the line of counts: go to that day"),
    ("Ctrl+Left, Ctrl+Right", "move the as-of line to the dated event before or after"),
    ("T", "the timeline as a table, and back"),
];

/// Name of a way of laying time out.
#[must_use]
pub fn spacing(spacing: Spacing) -> &'static str {
    match spacing {
        Spacing::Events => "By event",
        Spacing::Days => "To scale",
    }
}

/// What a step along the axis is, in full and in fewer words.
#[must_use]
pub fn axis_notes(spacing: Spacing) -> [&'static str; 3] {
    match spacing {
        Spacing::Events => [
            "Axis: each day on which somebody spoke has the same room, however long the silence before it",
            "One step: one day on which somebody spoke",
            "Axis: by event",
        ],
        Spacing::Days => [
            "Axis: to scale, each day of the calendar has the same room",
            "Axis: to scale, in days of the calendar",
            "Axis: to scale",
        ],
    }
}

/// What a way of laying time out does.
#[must_use]
pub(crate) fn spacing_tip(spacing: Spacing) -> &'static str {
    match spacing {
        Spacing::Events => "Every day on which something was said takes the same room",
        Spacing::Days => "Every day of the calendar takes the same room",
    }
}

/// "Jan 2025".
#[must_use]
pub(crate) fn month_and_year(month: u8, year: i16) -> String {
    format!("{} {year}", month_name(month))
}

/// "Jan".
#[must_use]
pub fn month(month: u8) -> &'static str {
    month_name(month)
}

/// "4 Nov".
#[must_use]
pub fn day_and_month(day: u8, month: u8) -> String {
    format!("{day} {}", month_name(month))
}

/// "12 of 75".
#[must_use]
pub fn of(n: usize, all: usize) -> String {
    format!("{n} of {all}")
}

/// "/5": the number of terms in the plan.
#[must_use]
pub(crate) fn denominator(n_in_plan: usize) -> String {
    format!("/{n_in_plan}")
}

/// "red lines / opposed / prefers otherwise, of 5 terms in the plan".
#[must_use]
pub(crate) fn figures_of(n_in_plan: usize) -> String {
    format!("{FIGURES}, of {} in the plan", count(n_in_plan, "term", "terms"))
}

/// "2/1/0": red lines, opposed, prefers otherwise; "0" if all are nought.
#[must_use]
pub fn figures(tally: &Tally) -> String {
    if tally.is_silent() {
        return "\u{2013}".to_owned();
    }
    if tally.contradicted() == 0 {
        return "0".to_owned();
    }
    format!("{}/{}/{}", tally.red_lines, tally.opposed, tally.otherwise)
}

/// Button of a statement: what changed between its day and the as-of date.
#[must_use]
pub(crate) fn changes_between(day: &str) -> String {
    format!("Changes since {day}")
}

/// Name of the button that opens the list of days.
#[must_use]
pub(crate) fn second_name(second: &str) -> String {
    format!("{CHANGES_SINCE} {second}")
}

/// What the chart shows, in a sentence or two: for the as-of date the number of contradicted cells and of all cells, and
/// how the number goes on the days on which it changes.
#[must_use]
pub fn summary(
    dossier: &Dossier,
    title: &str,
    (as_of, now, all): (Date, usize, usize),
    contradicted: &[(Date, usize)],
    style: DateStyle,
) -> String {
    let (first, last) = dossier.covers;
    let inside =
        dossier.events().iter().filter(|day| first.earliest() <= day.earliest() && day.earliest() <= last.earliest());
    let least = contradicted.iter().map(|(_, n)| *n).min().unwrap_or(0);
    let most = contradicted.iter().map(|(_, n)| *n).max().unwrap_or(0);
    format!(
        "Timeline of {title}: {} from {} to {}. {} it has {now} contradictions in {all} places of the table; over the whole time between \
         {least} and {most}. T shows the same as a table.",
        count(inside.count(), "dated event", "dated events"),
        date(first, style),
        date(last, style),
        capitalised(&on_date(as_of, style)),
    )
}

/// Name of a party's row: its marks through time. "Russia, NATO delay: no stated position from 1 Nov 2022, crosses a red
/// line from 14 Jun 2024. 24 statements".
#[must_use]
pub(crate) fn row_name(
    dossier: &Dossier,
    party: PartyIx,
    term: TermIx,
    runs: &[(Date, Mark)],
    n_statements: usize,
    style: DateStyle,
) -> String {
    let told: Vec<String> =
        runs.iter().map(|(day, mark)| format!("{} from {}", mark_name(*mark), date(*day, style))).collect();
    let marks = if told.is_empty() { mark_name(Mark::Silent).to_owned() } else { told.join(", ") };
    let (party, term) = (&dossier.party(party).name, &dossier.term(term).name);
    format!("{party}, {term}: {marks}. {}", count(n_statements, "statement", "statements"))
}

/// Name of a party's row where counts are shown.
#[must_use]
pub(crate) fn counts_row_name(
    dossier: &Dossier,
    (party, tally): (PartyIx, &str),
    n_statements: usize,
    as_of: Date,
    style: DateStyle,
) -> String {
    format!(
        "{}: {} this plan {tally}. {}",
        dossier.party(party).name,
        on_date(as_of, style),
        count(n_statements, "statement", "statements")
    )
}

/// Name of a tick: "Dmitry Peskov, 18 Nov 2024: what was said. In force. Enter to read".
#[must_use]
pub fn tick_name(dossier: &Dossier, tick: &Tick, style: DateStyle) -> String {
    let statement = dossier.statement(tick.statement);
    let force = if tick.in_force { "In force" } else { "Not in force" };
    let counts = if tick.counts { "" } else { ", not counted" };
    let short = statement.short.trim_end_matches('.');
    format!("{}, {}: {short}. {force}{counts}. Enter to read", statement.speaker, date(tick.said, style))
}

/// Name of a day on the line of counts.
#[must_use]
pub(crate) fn count_name(day: Date, n: usize, all: usize, style: DateStyle) -> String {
    format!("From {}: {n} contradictions in {all} places of the table. Enter to go there", date(day, style))
}

/// Tool tip of a run of marks: "Crosses a red line, 14 Jun 2024 to 18 Nov 2024".
#[must_use]
pub(crate) fn run_tip(what: &str, from: Date, to: Option<Date>, style: DateStyle) -> String {
    let what = capitalised(what);
    match to {
        Some(to) => format!("{what}, {} to {}", date(from, style), date(to, style)),
        None => format!("{what}, from {} on", date(from, style)),
    }
}

/// "12 Dec 2024 to 13 Jan 2025".
#[must_use]
pub(crate) fn from_to(from: Date, to: Date, style: DateStyle) -> String {
    format!("{} to {}", date(from, style), date(to, style))
}

/// "3 marks changed: FR, RU, UA", or that none did.
#[must_use]
pub(crate) fn turn_sentence(dossier: &Dossier, turn: &Turn) -> String {
    match turn.cells.len() {
        0 => "No mark changed".to_owned(),
        n => format!("{} changed: {}", count(n, "mark", "marks"), super::changed_parties(dossier, &turn.cells)),
    }
}

/// "RU, Front line: no stated position, now crosses a red line".
#[must_use]
pub(crate) fn changed_cell(dossier: &Dossier, change: &crate::analysis::Change) -> String {
    let (party, term) = (&dossier.party(change.party).code, &dossier.term(change.term).name);
    format!("{party}, {term}: {}, now {}", mark_in_short(change.before), mark_in_short(change.after))
}

/// A cell whose mark stayed: "RU, Front line".
#[must_use]
pub(crate) fn unchanged_cell(dossier: &Dossier, party: PartyIx, term: TermIx) -> String {
    format!("{}, {}", dossier.party(party).code, dossier.term(term).name)
}

/// Why a mark changed: "New: Dmitry Peskov, 18 Nov 2024: what was said".
#[must_use]
pub fn reason(dossier: &Dossier, shift: &Shift, style: DateStyle) -> String {
    let what = first_statement(dossier, shift.position).map_or_else(String::new, |ix| {
        let statement = dossier.statement(ix);
        format!("{}, {}: {}", statement.speaker, date(statement.said, style), statement.short)
    });
    format!("{}: {what}", lead(dossier, shift, style))
}

fn lead(dossier: &Dossier, shift: &Shift, style: DateStyle) -> String {
    let [before, after] = shift.standings;
    let uncounted = if shift.counts[1] { "" } else { ", not counted" };
    match (before, after) {
        (Standing::InForce, Standing::InForce) if shift.counts[1] => "Counted now".to_owned(),
        (Standing::InForce, Standing::InForce) => "No longer counted".to_owned(),
        (Standing::NotYet, _) => format!("New{uncounted}"),
        (_, Standing::InForce) => format!("In force again{uncounted}"),
        (_, Standing::NotYet) => "Not yet said".to_owned(),
        (_, gone) => capitalised(&standing(dossier, gone, shift.position, style)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;
    use crate::{
        analysis::{Change, Index, Situation, between, ticks},
        domain::{Counted, Plan, PositionIx, ValueIx},
    };

    const WORDS: DateStyle = DateStyle::Words;

    #[test]
    fn a_change_between_two_days_names_the_statement_that_is_the_reason() {
        let dossier = practice::dossier();
        let plan = Plan::empty(4).with(practice::TROOPS, Some(ValueIx(1)));
        let days = (practice::day("2024-11-10"), practice::day("2025-01-13"));
        let turn = between(&dossier, &Index::new(&dossier), Counted::default(), &plan, days);
        assert_eq!(turn_sentence(&dossier, &turn), "2 marks changed: North, South");
        let cells: Vec<String> = turn.cells.iter().map(|cell| changed_cell(&dossier, cell)).collect();
        assert_eq!(cells[0], "N, Peacekeepers: no stated position, now opposed");
        let reasons: Vec<String> = turn.positions.iter().map(|shift| reason(&dossier, shift, WORDS)).collect();
        assert!(reasons.iter().any(|reason| reason.starts_with("New: Ana Berg, 18 Nov 2024: ")), "{reasons:?}");
    }

    #[test]
    fn what_ends_says_why() {
        let dossier = practice::dossier();
        let shift = |standings| Shift { position: PositionIx(3), standings, counts: [true; 2] };
        let said = |standings| reason(&dossier, &shift(standings), WORDS);
        assert!(said([Standing::InForce, Standing::Ended]).starts_with("Ended in Nov 2024: a new government: "));
        let newer = Standing::Replaced(PositionIx(4));
        assert!(said([Standing::InForce, newer]).starts_with("Replaced on 18 Nov 2024 by a statement of Ana Berg: "));
        assert!(said([newer, Standing::InForce]).starts_with("In force again: "));
    }

    #[test]
    fn a_tick_says_who_when_what_and_whether_it_stands() {
        let dossier = practice::dossier();
        let situation = Situation::new(&dossier, practice::day("2024-11-10"), Counted::default());
        let names: Vec<String> =
            ticks(&dossier, &situation, None).iter().map(|tick| tick_name(&dossier, tick, WORDS)).collect();
        assert!(
            names.iter().any(|name| name.starts_with("Ana Berg, 18 Nov 2024: ") && name.contains("Not in force")),
            "{names:?}"
        );
    }

    #[test]
    fn a_row_reads_its_marks_in_order() {
        let dossier = practice::dossier();
        let runs = [(practice::day("2024-06"), Mark::Silent), (practice::day("2024-11-18"), Mark::Opposed)];
        assert_eq!(
            row_name(&dossier, practice::NORTH, practice::TROOPS, &runs, 2, WORDS),
            "North, Peacekeepers: no stated position from Jun 2024, contradicts, opposed from 18 Nov 2024. 2 statements"
        );
        let change =
            Change { party: practice::SOUTH, term: practice::TROOPS, before: Mark::Silent, after: Mark::InLine };
        assert_eq!(changed_cell(&dossier, &change), "S, Peacekeepers: no stated position, now in line");
    }
}
