//! How the readings of a dossier were made, and why they are not added up, in words for a class.

use super::{DateStyle, and, coding, count, date, list::capitalised, tally, value_name};
use crate::{
    analysis::{AddedUp, Agreement, Alpha, PartySum, RELIABLE, TENTATIVE},
    domain::{Code, Dossier, Position, RedLineBasis},
};

/// Title of the card, and the command that shows it.
pub const RED_LINES: &str = "What decides a red line";
/// Over its three reasons.
pub(crate) const RED_LINES_TEXT: &str = "The words decide, not how important a thing is, how firm the tone, who speaks, or what \
     was done later. A demand or a refusal is read as a red line for one of three reasons:";
/// Under them.
pub const RED_LINES_NOT: &str = "Must, demands, insists and rejects are read as \"opposes or demands\". So are conditions \
     for others, and principles of who sits at the table. Of two ways to read a phrase the softer one is taken.";
/// Where the dossier has no red line for a reason.
pub(crate) const NO_EXAMPLE: &str = "No example that names its words in this case.";
/// In the place of examples while verdicts are hidden.
pub const EXAMPLE_HIDDEN: &str = "An example stands here once all verdicts are shown.";
/// Button under an example.
pub const READ_EXAMPLE: &str = "Read it in the table";
/// Hover text of a red line in the Why panel.
pub(crate) const CHIP_TIP: &str = "What decides a red line: three reasons, with examples";

/// Heading of the section.
pub(crate) const HOW_READ: &str = "How the readings were made";
/// Its first words.
pub const HOW_READ_TEXT: &str = "A statement is read in two steps: what it asks of a plan, and how firmly. How firmly is \
     one of five codes, given by the words alone and by the same rules for every party:";
/// While the figures are not there yet.
pub const WORKING: &str = "Working out how far the readers agree…";
/// Heading over what became of differences.
pub(crate) const DECIDED: &str = "Where readers differ";
/// Heading over the codes of each party.
pub(crate) const BY_PARTY: &str = "Positions by party and code";
/// Heads of that table, after the party's.
pub(crate) const BY_PARTY_COLUMNS: [&str; 7] =
    ["Red line", "Opposes", "Prefers", "Offers", "No demand", "Statements", "Without a demand"];
/// Under that table.
pub const BY_PARTY_NOTE: &str = "The table says how parties spoke in what is on file here. It says nothing about who \
     would give way.";
/// Heading over the reason.
pub(crate) const NOT_ADDED: &str = "Why nothing is added up";
/// The reason.
pub const NOT_ADDED_TEXT: &str = "Agreement on one term does not pay for a red line on another: whoever says that they will \
     not sign a text with A in it does not sign it because B is in it too. A sum or an average over the terms would hide \
     that. So the program counts, and says of how many, and adds nothing up.";

/// What a code stands for, in one sentence.
#[must_use]
pub(crate) fn code_text(of: Code) -> &'static str {
    match of {
        Code::RedLine => {
            "A demand or refusal on which the speaker's own agreeing, signing or stopping hangs; or in absolute words; or \
             with a law that is named as forbidding it."
        }
        Code::Opposes => "A demand or refusal without these: must, demands, insists, rejects, condemns.",
        Code::Prefers => "Asks for, supports, proposes or judges: should, calls for, important, too early.",
        Code::Offers => "What the speaker would give, accept or allow, with or without a condition.",
        Code::NoDemand => "Asks nothing of a plan on this term: expects, nothing ruled out, to be discussed.",
    }
}

/// The name of a reason for a red line.
#[must_use]
pub(crate) fn basis_name(of: RedLineBasis) -> &'static str {
    match of {
        RedLineBasis::Condition => "A condition",
        RedLineBasis::Bar => "Absolute words",
        RedLineBasis::Law => "A law",
    }
}

/// What makes words such a reason.
#[must_use]
pub fn basis_text(of: RedLineBasis) -> &'static str {
    match of {
        RedLineBasis::Condition => {
            "The speaker's own stopping, signing, agreeing or talking hangs on it: only if, until, before a signature."
        }
        RedLineBasis::Bar => {
            "Never, impossible, not negotiable, a red line, cannot agree or recognise: said of the speaker's own consent."
        }
        RedLineBasis::Law => "A law is named that forbids it.",
    }
}

/// The words of an example: "The deciding words: only if fire stops first".
#[must_use]
pub(crate) fn deciding_words(position: &Position) -> String {
    let words = &position.coding.because;
    if coding::is_quoted(words) { format!("The deciding words: {words}") } else { format!("What decided: {words}") }
}

/// How far readers agree, in sentences.
#[must_use]
pub fn agreement(of: &Agreement) -> Vec<String> {
    if of.n_read == 0 {
        return vec![
            "No position of this case is on file as read by two readers, so nothing can be said about how far readers \
             agree."
                .to_owned(),
        ];
    }
    let positions = count(of.n_positions, "position", "positions");
    let (n_read, n_same) = (of.n_read, of.n_read - of.n_differ);
    vec![
        format!(
            "Two readers coded {n_read} of {positions} without each other's codes. They chose the same code for {n_same} of \
             {n_read} and differed on {}.",
            of.n_differ
        ),
        format!("All five codes: {}. Red line or not: {}.", figure(of.nominal), figure(of.red_line)),
        "The figure is Krippendorff's alpha: 1 where readers always agree, 0 where they agree no more often than chance \
         would. By custom readings can be relied on from 0.80; from 0.67 on they are tentative."
            .to_owned(),
    ]
}

/// "0.87 (0.81 to 0.92 in 95 of 100 samples), can be relied on".
fn figure(of: Option<Alpha>) -> String {
    let Some(Alpha { value, interval: (low, high), .. }) = of else {
        return "cannot be told, since nothing varies".to_owned();
    };
    let how = match value {
        value if value >= RELIABLE => "can be relied on",
        value if value >= TENTATIVE => "tentative",
        _ => "cannot be relied on",
    };
    format!("{value:.2} ({low:.2} to {high:.2} in 95 of 100 samples), {how}")
}

/// A cell of the table of codes, for those who listen: "Ukraine: Red line 13".
#[must_use]
pub(crate) fn count_name(party: &str, head: &str, n: usize) -> String {
    format!("{party}: {head} {n}")
}

/// What became of the differences of each party that has any: "Ukraine: of 60 read twice, decided 4 for the harder code and
/// 3 for the softer code".
#[must_use]
pub fn decided(dossier: &Dossier, of: &Agreement) -> Vec<String> {
    let parties = dossier.parties.iter().zip(&of.by_party);
    let line = |(party, of): (&crate::domain::Party, &crate::analysis::Decided)| {
        let figures = [
            (of.harder, "for the harder code"),
            (of.softer, "for the softer code"),
            (of.otherwise, "for another code"),
            (of.against_both, "against what both read"),
        ];
        let n: usize = figures.iter().map(|(n, _)| n).sum();
        let parts: Vec<String> =
            figures.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        (n > 0).then(|| format!("{}: of {} read twice, decided {}.", party.name, of.n_read, and(&parts)))
    };
    parties.filter_map(line).collect()
}

/// What an example of sums shows, before the parties: day and plan.
#[must_use]
pub(crate) fn example_plan(dossier: &Dossier, found: &AddedUp, style: DateStyle) -> String {
    let set = found.plan.iter().filter(|(_, value)| value.is_some());
    let terms: Vec<String> =
        set.map(|(term, value)| format!("{}: {}", dossier.term(term).name, value_name(dossier, term, value))).collect();
    let (n, day) = (count(terms.len(), "term", "terms"), date(dossier.as_of, style));
    let plan = terms.join("; ");
    format!(
        "An example, searched for in this case with the statements that hold on {day}; nobody proposed it. A plan of {n}: \
         {plan}."
    )
}

/// What it does to a party: "Ukraine: the plan contradicts statements on 2 of 9 terms: 1 red line, 1 opposed; 6 in line; 1 without a stated position.
/// Red line: Crimea."
#[must_use]
pub(crate) fn example_party(dossier: &Dossier, found: &AddedUp, of: &PartySum) -> String {
    let name = &dossier.party(of.party).name;
    let counts = tally(&of.tally, found.plan.n_set());
    let terms: Vec<&str> = of.red_lines.iter().map(|term| dossier.term(*term).name.as_str()).collect();
    let crossed = match terms.len() {
        0 => String::new(),
        1 => format!(" Red line: {}.", terms[0]),
        _ => format!(" Red lines: {}.", and(&terms)),
    };
    format!("{name}: the plan {counts}.{crossed}")
}

/// What it comes to.
#[must_use]
pub fn example_end(found: &AddedUp) -> String {
    let crossed = found.parties.iter().filter(|of| !of.red_lines.is_empty()).count();
    let each = if found.parties.len() == 2 { "both parties that must accept" } else { "each party that must accept" };
    let whose = if crossed == 2 && found.parties.len() == 2 { "both".to_owned() } else { format!("{crossed} of them") };
    format!("By sums, {each} would have more in line than against it. And the plan crosses red lines of {whose}.")
}

/// Without an example.
pub(crate) const NO_PLAN_FOUND: &str = "A search from term to term found no such plan in this case.";

/// The same on the command line.
#[must_use]
pub fn example(dossier: &Dossier, found: Option<&AddedUp>, style: DateStyle) -> Vec<String> {
    let Some(found) = found else { return vec![NO_PLAN_FOUND.to_owned()] };
    let parties = found.parties.iter().map(|of| example_party(dossier, found, of));
    std::iter::once(example_plan(dossier, found, style)).chain(parties).chain([example_end(found)]).collect()
}

/// The name of a code at the head of its sentence.
#[must_use]
pub(crate) fn code_name(of: Code) -> String {
    let strength = of.strength().map(super::strength);
    strength.map_or_else(|| capitalised(super::coding::code(of)), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice;
    use crate::{
        analysis::{Index, adding_up, agreement as agree},
        domain::DossierParts,
    };

    #[test]
    fn where_nobody_read_twice_no_figure_is_given() {
        let dossier = practice::dossier();
        assert_eq!(agreement(&agree(&dossier)).len(), 1);
        assert_eq!(decided(&dossier, &agree(&dossier)), [""; 0]);
        assert_eq!(
            example(&dossier, adding_up(&dossier, &Index::new(&dossier)).as_ref(), DateStyle::Words),
            [NO_PLAN_FOUND]
        );
    }

    #[test]
    fn agreement_is_said_with_its_denominators() {
        let mut parts: DossierParts = practice::parts();
        for (place, position) in parts.positions.iter_mut().enumerate() {
            let own = Code::from(&*position);
            position.coding.coded = vec![own, if place == 0 { Code::Offers } else { own }];
        }
        let n = parts.positions.len();
        let dossier = Dossier::new(parts).unwrap();
        let found = agree(&dossier);
        let first = &agreement(&found)[0];
        assert_eq!(
            *first,
            format!(
                "Two readers coded {n} of {n} positions without each other's codes. They chose the same code for {} of {n} \
                 and differed on 1.",
                n - 1
            )
        );
        assert_eq!(decided(&dossier, &found).len(), 1);
    }
}
