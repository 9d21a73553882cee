//! What is wrong with, or to be known of, a scenario.

use super::{ProblemText, near, shortened, text};
use crate::domain::{MAX_HANDS, PlanFault as Fault};

/// An unknown term is quoted up to here.
const MAX_TERM: usize = 40;

pub(super) fn plan(fault: &Fault) -> ProblemText {
    let differs = "Marks may differ from those its author saw";
    let keep_one = "Keep one of the two";
    match fault {
        Fault::HoldsAnother { wanted, held } => text(
            format!("the file is written for \"{wanted}\" and holds \"{held}\", which is used"),
            "Ask its author which of the two is meant",
        ),
        Fault::OtherVersion { id, written, here } => {
            text(format!("written for version {written} of \"{id}\"; here is version {here}"), differs)
        }
        Fault::Changed(id) => text(format!("\"{id}\" has changed since this was written"), differs),
        Fault::NoTerm(id, known) => {
            let id = shortened(id, MAX_TERM);
            text(format!("the term \"{id}\" does not exist; it is ignored and kept"), near(known))
        }
        Fault::TermTwice(id) => text(format!("the term \"{id}\" stands here a second time"), keep_one),
        Fault::StatementTwice => text("this statement stands here a second time", keep_one),
        Fault::PartyTwice(id) => text(format!("the party \"{id}\" stands here a second time"), keep_one),
        Fault::QuestionTwice => text("this question stands here a second time", keep_one),
        Fault::NotAValue(field) => {
            let what = field.as_ref().map_or_else(|| "this".to_owned(), |field| format!("\"{field}\""));
            text(format!("{what} is not a value"), "Write true, false, a number or a name in quotation marks")
        }
        Fault::TooManyHands => text(format!("more than {MAX_HANDS} hands"), "Write a smaller number"),
    }
}
