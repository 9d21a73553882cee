//! The words of the command line: help, headings, messages.

mod plans;

use super::{DateStyle, channel, count, date, form, list::capitalised, role, scenario_kind};
use crate::{
    analysis::PositionReport,
    domain::{Channel, Counted, Date, Dossier, Form, Role, Rule, Scenario, ScenarioKind, StatementIx},
};

pub(crate) use plans::*;

/// What the program is.
pub(crate) const ABOUT: &str = "Set the terms of a peace plan, see whose stated positions it contradicts, and read why";
/// The files to open.
pub(crate) const HELP_FILES: &str = "Scenario or dossier files to open in the window";
/// What `check` does.
pub(crate) const ABOUT_CHECK: &str = "List every problem of dossier and scenario files, with line, column and a hint";
/// The files to check.
pub(crate) const HELP_CHECK_FILES: &str =
    "Dossier or scenario files, folders that hold a dossier.ron, workbooks, or cases as .json";
/// What `verdicts` does.
pub(crate) const ABOUT_VERDICTS: &str =
    "Print whose stated positions a plan contradicts, each with speaker, day and source";
/// Which scenario.
pub(crate) const HELP_SCENARIO: &str =
    "A scenario file, a shipped scenario (dossier/name), or a dossier's id for an empty plan; \"list\" shows them";
/// Another as-of date.
pub(crate) const HELP_AS_OF: &str = "The day whose positions are in force, instead of the scenario's: 2025-01-13";
/// Changes of the plan.
pub(crate) const HELP_SET: &str =
    "Change the plan: draft_age=18 sets a term (its id or name), draft_age= takes it out; may be repeated";
/// More statements to count.
pub(crate) const HELP_COUNT: &str = "Count statements that are usually shown and not counted; may be repeated";
/// What `list` does.
pub(crate) const ABOUT_LIST: &str = "List the dossiers and scenarios that the program knows";
/// Output for scripts.
pub(crate) const HELP_JSON: &str = "Print JSON for scripts (described in docs/command-line.md)";
/// How long.
pub(crate) const HELP_TIME_LIMIT: &str = "Stop after so many seconds and print what was found; so does Ctrl+C";
/// How long, the same on every machine.
pub(crate) const HELP_STEPS: &str = "Stop after so many steps of searching; unlike a time, the same on every machine";

/// Examples under the help of the program.
pub(crate) const EXAMPLES: &str = "\
Examples:
  peace-plan-explorer                                    open the window with an empty plan
  peace-plan-explorer my-plan.ron                        open a plan
  peace-plan-explorer a.ron b.ron                        open two plans and compare them
  peace-plan-explorer list                               what is shipped
  peace-plan-explorer verdicts ukraine-2025-01/reported-idea
  peace-plan-explorer check my-plan.ron
  peace-plan-explorer check my-case/                      its problems, and how each party is read

Exit codes: 0 done, 1 problems found by \"check\", 2 a file or an argument cannot be used,
3 printed, but a search was stopped early.";

/// Examples under the help of `check`.
pub(crate) const EXAMPLES_CHECK: &str = "\
Examples:
  peace-plan-explorer check my-plan.ron
  peace-plan-explorer check scenarios/ukraine-2025-01/*.ron
  peace-plan-explorer check dossier.ron --json
  peace-plan-explorer check dossier.ron --coding          how far two readers agree

Exit codes: 0 no problems, 1 problems, 2 a file cannot be read.";

/// Examples under the help of `verdicts`.
pub(crate) const EXAMPLES_VERDICTS: &str = "\
Examples:
  peace-plan-explorer verdicts my-plan.ron
  peace-plan-explorer verdicts ukraine-2025-01/reported-idea --set draft_age=18
  peace-plan-explorer verdicts ukraine-2025-01/reported-idea --set freeze= --as-of 2024-12-01
  peace-plan-explorer verdicts ukraine-2025-01 --set peacekeepers=european
  peace-plan-explorer verdicts my-plan.ron --count unnamed --json

Exit codes: 0 printed, 2 the scenario or an argument cannot be used.";

/// Examples under the help of `list`.
pub(crate) const EXAMPLES_LIST: &str = "\
Examples:
  peace-plan-explorer list
  peace-plan-explorer list --json

Exit codes: 0 printed, 2 the folder of your own dossiers cannot be read.";

/// Head of the column of terms.
pub(crate) const TERM: &str = "Term";
/// Head of the column of values.
pub(crate) const PLAN: &str = "Plan";
/// Heading over the counts by party.
pub(crate) const COUNTS: &str = "Counts, of the terms in the plan";
/// Heading over the reasons.
pub(crate) const REASONS: &str = "Contradicted statements";
/// Heading over undecided positions.
pub(crate) const DEPENDS: &str = "Depends on terms that are not in the plan";
/// Heading over positions that mark no cell.
pub(crate) const MARKS_NOTHING: &str = "On file, neither for nor against";
/// Heading over silent cells.
pub(crate) const SILENT: &str = "No stated position on file (not consent)";
/// Heading over cells whose statements belong to another day.
pub(crate) const OTHER_DAY: &str = "Nothing in force on this day, but on another (not consent)";
/// Heading over rules that the plan breaks.
pub(crate) const BROKEN_RULES: &str = "This plan contradicts itself";
/// Instead of a table if the plan says nothing; the terms and their values follow.
pub(crate) const EMPTY_PLAN: &str = "Nothing is in the plan. Set a term with --set TERM=VALUE; terms and their values:";
/// Beside a dossier that is invented.
pub(crate) const FICTIONAL: &str = "invented for practice";
/// A file without problems.
pub(crate) const NO_PROBLEMS: &str = "no problems";

/// "Front line, Crimea and Draft age are not in the plan".
#[must_use]
pub(crate) fn not_in_plan(terms: &[&str]) -> String {
    let are = if terms.len() == 1 { "is" } else { "are" };
    format!("{} {are} not in the plan", super::and(terms))
}

/// "Who decides: Knesset first was not yet put forward on this day; first on 16 Sep 1978."
#[must_use]
pub(crate) fn not_yet(term: &str, value: &str, since: Date, style: DateStyle) -> String {
    format!("{term}: {value} was not yet put forward on this day; first on {}.", date(since, style))
}

/// The heading over a role's parties: "Must accept".
#[must_use]
pub(crate) fn role_heading(of: Role) -> &'static str {
    role(of)
}

/// Where the columns of each role stand: "Columns: must accept | affected | outside".
#[must_use]
pub(crate) fn columns(roles: &[Role]) -> String {
    let names: Vec<String> = roles.iter().map(|of| role(*of).to_lowercase()).collect();
    format!("Columns: {}", names.join(" | "))
}

/// The lines over a table: the dossier, the plan, the day.
#[must_use]
pub(crate) fn heading(dossier: &Dossier, scenario: &Scenario, style: DateStyle) -> Vec<String> {
    let invented = if dossier.fictional { format!(" ({FICTIONAL})") } else { String::new() };
    let mut lines = vec![format!("{}{invented}", dossier.title)];
    lines.extend(plan_lines(scenario, style));
    lines.extend(Some(super::where_from(scenario).to_owned()).filter(|origin| !origin.is_empty()));
    lines.push(format!(
        "Statements in force on {}; {} of {} in the plan",
        date(scenario.as_of, style),
        scenario.plan.n_set(),
        count(dossier.terms.len(), "term", "terms")
    ));
    lines.extend(counting(scenario.counted));
    lines.extend(outside_coverage(dossier, scenario.as_of, style));
    lines
}

/// The title of a plan and who put it forward, or what it was changed from.
#[must_use]
pub(crate) fn plan_lines(scenario: &Scenario, style: DateStyle) -> Vec<String> {
    let title = super::plan_title(scenario);
    if scenario.changed_from.is_none() {
        let day = scenario.date.map(|day| date(day, style));
        return vec![scenario_line(&title, (scenario.kind, scenario.form), day.as_deref(), &scenario.author)];
    }
    let line = super::plan_line(scenario, style).filter(|line| *line != title);
    std::iter::once(title).chain(line).collect()
}

/// How the choice of counted statements differs from the usual one.
#[must_use]
pub(crate) fn counting(counted: Counted) -> Option<String> {
    let channels = [
        Channel::OnRecord,
        Channel::Document,
        Channel::Reported,
        Channel::Unnamed,
        Channel::Leaked,
        Channel::Withdrawn,
    ];
    let usual = Counted::default();
    let differs = |on: bool| {
        let names = channels.into_iter().filter(|of| counted.channel(*of) == on && usual.channel(*of) != on);
        names.map(|of| channel(of).to_lowercase()).collect::<Vec<_>>()
    };
    let (mut also, without) = (differs(true), differs(false));
    if counted.unverified {
        also.push("not verified or without a source".to_owned());
    }
    let part = |word: &str, names: &[String]| (!names.is_empty()).then(|| format!("{word}: {}", names.join("; ")));
    let reading = super::coding::unusual_reading(counted.reading).map(str::to_owned);
    let parts = [part("Also counted", &also), part("Not counted", &without), reading];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(". "))
}

/// That the dossier was not researched for the as-of date, if so.
#[must_use]
pub(crate) fn outside_coverage(dossier: &Dossier, as_of: Date, style: DateStyle) -> Option<String> {
    let (first, last) = dossier.covers;
    let outside = as_of.earliest() < first.earliest() || as_of.earliest() > last.earliest();
    outside
        .then(|| format!("Note: this dossier was researched for {} to {} only", date(first, style), date(last, style)))
}

/// "did you mean "freeze"?", or the whole choice if nothing is near.
pub(super) fn instead(near: Option<&str>, choice: &[&str]) -> String {
    near.map_or_else(|| format!("choose one of: {}", choice.join(", ")), |near| format!("did you mean \"{near}\"?"))
}

/// A scenario or dossier that is neither a file nor shipped.
#[must_use]
pub(crate) fn unknown_scenario(name: &str, near: Option<&str>) -> String {
    let near = near.map_or_else(String::new, |near| format!("did you mean \"{near}\"? "));
    format!(
        "\"{name}\" is neither a file nor a known scenario; {near}\"peace-plan-explorer list\" prints all that are known"
    )
}

/// `--set` without an equals sign.
#[must_use]
pub(crate) fn malformed_set(text: &str) -> String {
    format!("--set {text}: write TERM=VALUE, or TERM= to take the term out of the plan")
}

/// `--set` with a value that the term does not have.
#[must_use]
pub(crate) fn unknown_value(text: &str, value: &str, near: Option<&str>, choice: &[&str]) -> String {
    format!("--set {text}: the term has no value \"{value}\"; {}", instead(near, choice))
}

/// "--max 0".
#[must_use]
pub(crate) fn not_a_number(text: &str) -> String {
    format!("\"{text}\" is not a number from 1 on")
}

/// `--time-limit` with something else than a number of seconds.
#[must_use]
pub(crate) fn not_a_time(text: &str) -> String {
    format!("\"{text}\" is not a time; write a number of seconds above 0, such as 2 or 0.5")
}

/// A broken rule: its reason, and what every plan must keep.
#[must_use]
pub(crate) fn broken_rule(dossier: &Dossier, rule: &Rule) -> String {
    format!("{} (rule: {})", rule.reason.trim_end(), super::demand(dossier, &rule.demand))
}

/// Who said what: "Ana Berg, spokesman, 18 Nov 2024: "no foreign troops" [translated]".
#[must_use]
pub(crate) fn said(dossier: &Dossier, statement: StatementIx, style: DateStyle) -> String {
    let statement = dossier.statement(statement);
    let mut who = vec![statement.speaker.clone(), statement.office.clone(), date(statement.said, style)];
    who.retain(|part| !part.is_empty());
    let quote = statement.quote.as_ref().map_or_else(String::new, |quote| match quote.language.as_str() {
        "" => format!(" (\"{}\")", quote.text),
        language => format!(" (\"{}\", {language})", quote.text),
    });
    let caveat = if statement.caveat.is_empty() { String::new() } else { format!(" Note: {}", statement.caveat) };
    format!("{}: {}{quote}{caveat}", who.join(", "), statement.short)
}

/// Where it is published, and how it became known.
#[must_use]
pub(crate) fn published(dossier: &Dossier, statement: StatementIx, style: DateStyle) -> String {
    let statement = dossier.statement(statement);
    let source = statement.sources.first().map(|source| super::publication(dossier, *source, style));
    let checked = if statement.unverified { ", not verified" } else { "" };
    format!("{} [{}{checked}]", source.as_deref().unwrap_or("No source given"), channel(statement.channel))
}

/// How the statements are read: strength, voice, since when, and what would meet it.
#[must_use]
pub(crate) fn reading(dossier: &Dossier, report: &PositionReport, style: DateStyle) -> String {
    let position = dossier.position(report.position);
    let mut parts = vec![super::held(position, report.strength)];
    if !position.voice.is_empty() {
        parts.push(format!("voice: {}", position.voice));
    }
    parts.push(super::standing(dossier, report.standing, report.position, style));
    parts.extend(super::met_if(dossier, position));
    parts.extend(super::threshold(position.threshold).map(str::to_owned));
    parts.extend(
        super::coding::how_read_below(dossier, position).iter().map(|said| said.trim_end_matches('.').to_owned()),
    );
    parts.iter().map(|part| capitalised(part)).collect::<Vec<_>>().join(". ")
}

/// A dossier in the list: "Ukraine, January 2025 (ukraine-2025-01)".
#[must_use]
pub(crate) fn dossier_line(title: &str, id: &str, fictional: bool, shipped: bool) -> String {
    let invented = if fictional { format!(", {FICTIONAL}") } else { String::new() };
    let own = if shipped { "" } else { ", in your own folder" };
    format!("{title} ({id}{invented}{own})")
}

/// "14 parties, 15 terms, 118 statements".
#[must_use]
pub(crate) fn dossier_figures(n_parties: usize, n_terms: usize, n_statements: usize) -> String {
    let parties = count(n_parties, "party", "parties");
    format!("{parties}, {}, {}", count(n_terms, "term", "terms"), count(n_statements, "statement", "statements"))
}

/// A plan in the list: title, what became of it, how it became known, day, author. Of a plan that nobody put forward, the
/// title alone.
#[must_use]
pub(crate) fn scenario_line(title: &str, of: (ScenarioKind, Option<Form>), day: Option<&str>, author: &str) -> String {
    let mut plan = vec![scenario_kind(of.0).to_lowercase()];
    plan.extend(of.1.map(|of| form(of).to_lowercase()));
    plan.extend(day.map(str::to_owned));
    plan.extend(Some(author.to_owned()).filter(|author| !author.is_empty()));
    let is_known = plan.len() > 1 || of.0 != ScenarioKind::default();
    if is_known { format!("{title} ({})", plan.join(", ")) } else { title.to_owned() }
}

/// The line, or that the file has problems and how to see them.
#[must_use]
pub(crate) fn or_problems(line: String, n: usize) -> String {
    if n == 0 { line } else { format!("cannot be opened: {}; \"check\" lists them", problems(n)) }
}

/// Where the user's own dossiers are looked for.
#[must_use]
pub(crate) fn own_folder(folder: Option<&str>) -> String {
    folder.map_or_else(
        || "No folder for dossiers of your own is known on this system.".to_owned(),
        |folder| format!("Dossiers of your own are looked for in {folder}"),
    )
}

/// "3 problems".
#[must_use]
pub(crate) fn problems(n: usize) -> String {
    count(n, "problem", "problems")
}

/// "2 problems, 3 notes": what `check` found in a file.
#[must_use]
pub(crate) fn problems_and_notes(n_problems: usize, n_notes: usize) -> String {
    let found = if n_problems == 0 { "no problems".to_owned() } else { problems(n_problems) };
    if n_notes == 0 { found } else { format!("{found}, {}", count(n_notes, "note", "notes")) }
}

/// Standard output cannot be written to.
#[must_use]
pub(crate) fn cannot_print(why: &str) -> String {
    format!("the answer could not be written: {why}")
}

/// A line on standard error.
#[must_use]
pub(crate) fn message(text: &str) -> String {
    format!("peace-plan-explorer: {text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;

    #[test]
    fn the_heading_says_which_day_and_how_much_is_in_the_plan() {
        let dossier = practice::dossier();
        let mut scenario = Scenario::empty(&dossier, "Trial".to_owned());
        scenario.author = "Ana Berg".to_owned();
        scenario.as_of = practice::day("2026-01-01");
        assert_eq!(
            heading(&dossier, &scenario, DateStyle::Words),
            [
                "Practice case (invented for practice)",
                "Trial (proposed, Ana Berg)",
                "Statements in force on 1 Jan 2026; 0 of 4 terms in the plan",
                "Note: this dossier was researched for 1 Jan 2024 to 1 Feb 2025 only",
            ]
        );
    }

    #[test]
    fn an_unusual_choice_of_statements_is_said() {
        assert_eq!(counting(Counted::default()), None);
        let mut counted = Counted::default().with(Channel::Unnamed, true).with(Channel::Leaked, false);
        counted.unverified = true;
        assert_eq!(
            counting(counted).unwrap(),
            "Also counted: unnamed sources; not verified or without a source. Not counted: leaked, unconfirmed"
        );
    }

    #[test]
    fn a_slip_gets_a_suggestion_or_the_choice() {
        assert_eq!(
            unknown_value("age=3", "3", None, &["18", "25"]),
            "--set age=3: the term has no value \"3\"; choose one of: 18, 25"
        );
        assert_eq!(not_in_plan(&["Crimea"]), "Crimea is not in the plan");
    }
}
