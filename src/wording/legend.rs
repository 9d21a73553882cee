//! What each mark means, in one plain sentence, and where it stands in the dossier that is open.

use super::{DateStyle, everyone, value_name};
use crate::{
    analysis::{CellReport, Effect, Mark},
    app::Example,
    domain::Dossier,
};

/// Title of the page.
pub const WHAT_MARKS_MEAN: &str = "What the marks mean";
/// On paper, of a mark that stands nowhere.
pub(crate) const NOWHERE: &str = "This mark stands nowhere in this case on this day.";
/// On paper, once over marks that stand only where a class is asked.
pub const WITHHELD: &str = "A mark without an example here: it would give an answer away.";
/// On the page, where an example could be what a class is to find out.
pub const WHILE_A_CLASS_WORKS: &str = "Without examples while a class works: one could be the answer.";
/// On paper, of a row about which a plan says nothing.
pub(crate) const OPEN_ROWS: &str = "It stands in every row that a plan leaves open, so all over an empty plan.";
/// Heading over what hangs on a mark.
pub(crate) const ON_A_MARK: &str = "What may hang on a mark";
/// The number in the corner.
pub const COUNT: &str = "So many statements stand behind the mark; without a number it is one. A plus stands for a number that has no room.";
/// The notch.
pub const LINKED: &str = "A statement behind it speaks about another term of the plan as well; on a dash, one about another term touches this one.";
/// The clock.
pub const DATED: &str = "Nothing of theirs holds on this day, but there is something from another day.";
/// The grey mark.
pub const UNCOUNTED: &str =
    "A grey sign in an empty frame: it is on file, but it is not counted. The menu \"What counts\" says why.";
/// The dark frame.
pub const CHANGED: &str = "A dark frame: the last thing you did changed this mark.";
/// The dashed frame.
pub(crate) const PREVIEWED: &str = "A dashed frame: what would stand here if you chose the option under the pointer.";
/// The question mark.
pub(crate) const HIDDEN: &str = "Hidden: guess first. Space reveals the next party, R all of them.";

/// What a mark means.
#[must_use]
pub fn sentence(mark: Mark) -> &'static str {
    match mark {
        Mark::RedLine => "They said that they cannot accept this, or cannot do without what is missing here.",
        Mark::Mixed => {
            "Something they asked for is met here, and something else they said is against it. A red line that is crossed \
             is shown alone."
        }
        Mark::Opposed => "They spoke against this, or demanded something that is missing here.",
        Mark::Otherwise => "They would rather have something else; they did not refuse this.",
        Mark::Supported => "They asked for this, offered it or accept it, or asked for something that this meets.",
        Mark::InLine => {
            "The plan keeps to what they said, such as a red line or a no; they did not ask for exactly this."
        }
        Mark::OnFile => "They said something about it, but nothing that this plan keeps or breaks.",
        Mark::Silent => "Nothing that they said is about this alone. We do not know what they think; it is not a yes.",
        Mark::Empty => "The plan says nothing here, or what they said depends on a row that is still open.",
    }
}

/// Why a mark is not "mixed" although the plan goes against some words of theirs and not against others.
#[must_use]
pub(crate) fn why_not_mixed(report: &CellReport) -> Option<&'static str> {
    let has = |effect| report.positions.iter().any(|one| one.bears() && one.effect == effect && !one.is_idle);
    match report.cell.mark {
        Mark::RedLine if has(Effect::Supports) || has(Effect::InLine) => Some(
            "Not \"mixed\": a red line that is crossed decides the mark, whatever else of theirs the plan meets or keeps to.",
        ),
        Mark::Opposed | Mark::Otherwise if has(Effect::InLine) => Some(
            "Not \"mixed\": the plan also keeps to words of theirs, such as a red line or a no, but they did not ask for \
             exactly this.",
        ),
        _ => None,
    }
}

/// Where a mark stands: "Here: Russia on Front line. “…” (Dmitry Peskov, 18 Nov 2024)".
#[must_use]
pub fn example(dossier: &Dossier, example: &Example, style: DateStyle) -> String {
    let (party, term) = (&dossier.party(example.party).name, &dossier.term(example.term).name);
    let value = value_name(dossier, example.term, Some(example.value));
    let place = if example.is_here {
        format!("Here: {party} on {term}.")
    } else {
        format!("An example: if a plan said only \"{term}: {value}\", it would stand at {party}.")
    };
    match example.statement.map(|ix| dossier.statement(ix)) {
        Some(statement) => format!("{place} {} ({})", statement.short, everyone::retold(statement, style)),
        None => place,
    }
}
