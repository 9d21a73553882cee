//! What keeps records from being those of a dossier.

use super::{ProblemText, near, syntax::wanted, text};
use crate::domain::{DossierFault as Fault, Grid, MAX_VALUES, Wanted, limits::QUOTE_WORDS};

pub(super) fn dossier(fault: &Fault) -> ProblemText {
    let demand = wanted(Wanted::Demand).unwrap_or_default();
    match fault {
        Fault::NotADemand => text("this is not a demand", demand),
        Fault::UnknownDemand(form, known) => text(format!("\"{form}\" is not a demand"), near(known)),
        Fault::DemandParts { form, n } => text(format!("{form} does not take {n} values"), demand),
        Fault::NoNumbers(term) => text(format!("the term \"{term}\" has no numbers"), "Use Is or OneOf"),
        Fault::NotValues(form) => {
            text(format!("\"{form}\" is not a kind of values"), wanted(Wanted::Values).unwrap_or_default())
        }
        Fault::ValueCount(n) => text(
            format!("a term has 1 to {MAX_VALUES} values; this one has {n}"),
            "Choose a larger step, or fewer values",
        ),
        Fault::ValueTwice(id) => text(format!("the value \"{id}\" stands here a second time"), "Change one of the two"),
        Fault::NoGrid(Grid { from, to, step }) => text(
            format!("{from} to {to} by {step} is not a grid of 1 to {MAX_VALUES} numbers"),
            "Choose from, to and step anew",
        ),
        Fault::NotOnGrid(number) => text(format!("{number} is not one of the numbers"), "Remove its name"),
        Fault::CoversReversed => text("the last day is before the first", "Exchange them"),
        Fault::IncompleteAddress => text("the address is not complete", "Begin it with https:// or http://"),
        Fault::LongQuote(words) => {
            text(format!("the quotation has {words} words; {QUOTE_WORDS} are allowed"), "Shorten it")
        }
        Fault::ReplacesForeign { id, old } => text(
            format!("position \"{id}\" replaces \"{old}\", which is of another party"),
            "A position replaces older ones of its own party",
        ),
        Fault::ForeignStatement(id) => {
            text(format!("the statement \"{id}\" is of another party"), "A position reads statements of its own party")
        }
    }
}
