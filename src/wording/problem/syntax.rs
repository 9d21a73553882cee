//! What is not well formed, in words for people who do not know the notation.

use super::{ProblemText, text};
use crate::{
    domain::{Syntax, Wanted},
    wording::list::uncapitalised,
};

/// A text is quoted up to here.
const MAX_QUOTED: usize = 40;

pub(super) fn syntax(found: &Syntax, wanted: Wanted) -> ProblemText {
    let ProblemText { message, hint } = own(found);
    // What is meant says more than what may stand there.
    let is_meant = matches!(
        found,
        Syntax::Spelled { .. }
            | Syntax::Point { meant: Some(_), .. }
            | Syntax::Quotes { .. }
            | Syntax::Lookalike { .. }
            | Syntax::OddSpace { .. }
            | Syntax::InSome(_)
    );
    let wanted = self::wanted(wanted).filter(|_| !is_meant);
    text(message, wanted.map_or(hint, str::to_owned))
}

fn own(found: &Syntax) -> ProblemText {
    match found {
        Syntax::Comma => text("expected a comma", "Write a comma between two fields or entries"),
        Syntax::RecordEnd => text("expected a comma or `)`", "Close the record, or add a comma"),
        Syntax::ListEnd => text("expected a comma or `]`", "Close the list, or add a comma"),
        Syntax::MapEnd => text("expected a comma or `}`", "Close the map, or add a comma"),
        Syntax::Text => text("expected a text", "Write it in quotation marks"),
        Syntax::TextEnd => text("a text is not closed", "Add the closing quotation mark"),
        Syntax::Colon => text("expected a colon", "Write `name: value`"),
        Syntax::Boolean => text("expected true or false", "Write it without quotation marks"),
        Syntax::Integer => {
            text("expected a whole number", "Write it without quotation marks and without a decimal point")
        }
        Syntax::List => text("expected a list", "Write `[…]`"),
        Syntax::Map => text("expected a map", "Write `{…}`"),
        Syntax::Record => text("expected a record", "Write `(field: value, …)`"),
        Syntax::CutOff => text("the text ends here, before it is complete", "The file may have been cut off"),
        Syntax::GoesOn => text("there is more text after the end", "Remove it, or check the brackets before it"),
        Syntax::TooDeep => text("the brackets are nested too deeply", "A file may be nested 64 levels deep"),
        Syntax::Comment => text("a comment is not closed", "Add `*/`"),
        Syntax::TooLargeNumber => text("the number is too large", "Write a smaller one"),
        Syntax::Name { found, expected } => {
            text(format!("\"{found}\" means nothing here"), format!("Write {}", expected.join(" or ")))
        }
        Syntax::Quotes { open, close, text: inner } => quotes(*open, *close, inner),
        Syntax::OddSpace { letter, n } => odd_space(*letter, *n),
        Syntax::Lookalike { found, meant } => text(
            format!("the letter \"{found}\" ({}) is not a plain \"{meant}\"", code_point(*found)),
            format!("Write {meant}"),
        ),
        Syntax::Spelled { found, meant } if found.trim_matches(['"', '\'']) == meant => {
            text(format!("{found} stands in quotation marks"), format!("Write {meant} without them"))
        }
        Syntax::Spelled { found, meant } => {
            let found = if found.starts_with('"') { found.clone() } else { format!("\"{found}\"") };
            text(format!("{found} is spelled in another way here"), format!("Write {meant}"))
        }
        Syntax::Point { found, meant: Some(meant) } => {
            text(format!("{found} is written with a decimal point"), format!("Write {meant}"))
        }
        Syntax::Point { found, meant: None } => text(format!("{found} is not a whole number"), "Write a whole number"),
        Syntax::InSome(inner) => text("`Some` stands around a value", format!("Write {inner} alone")),
        Syntax::Nothing(found) => {
            text(format!("{found} means nothing here"), "Leave the field out, or write its value")
        }
        Syntax::Other(message) => text(uncapitalised(message), "Compare it with a shipped file, or with the format"),
    }
}

/// What is to be written.
pub(super) const fn wanted(wanted: Wanted) -> Option<&'static str> {
    Some(match wanted {
        Wanted::Nothing => return None,
        Wanted::Text => "Write a text in quotation marks",
        Wanted::Id => "Write an id in quotation marks",
        Wanted::TermId => "Write the id of a term in quotation marks",
        Wanted::Day => "Write a date in quotation marks, such as \"2025-01-13\"",
        Wanted::Covers => "Write (\"first day\", \"last day\")",
        Wanted::List => "Write a list: […]",
        Wanted::WholeNumber => "Write a whole number",
        Wanted::Demand => "Write a demand such as Is(\"term\", value), Not(…), All([…]), If(…, …)",
        Wanted::Values => "Write Toggle(yes: …, no: …), Choice([…]) or Number(from: …, to: …, unit: …)",
        Wanted::NumberNames => "Write {number: \"name\"}",
        Wanted::Role => "Write MustAccept, Affected or Outside",
        Wanted::SourceKind => "Write Primary, Press or Secondary",
        Wanted::Read => "Write InFull, InPart or NotRead",
        Wanted::Channel => "Write OnRecord, Document, Reported, Unnamed, Leaked or Withdrawn",
        Wanted::Strength => "Write RedLine, Opposes, Prefers or Offers",
        Wanted::Basis => "Write Condition, Bar or Law",
        Wanted::Threshold => "Write Stated or ChosenByAuthor",
        Wanted::Code => "Write RedLine, Opposes, Prefers, Offers or NoDemand",
        Wanted::Quote => "Write (\"the words\", \"their language\")",
        Wanted::Spellings => "Write {\"name\": [\"other spelling\", …], …}",
        Wanted::DossierRef => "Write (id: \"…\", version: 1)",
        Wanted::Original => "Write (title: \"…\", author: \"…\", plan: {…})",
        Wanted::PlanValues => "Write {\"term\": value, …}",
        Wanted::Counted => "Write (on: […], off: […], unverified: false)",
        Wanted::Reading => "Write Harder, AsDecided or Softer",
        Wanted::Form => "Write Public, Leaked or Reported",
        Wanted::Status => "Write Proposed, Adopted, Rejected or StatusQuo",
        Wanted::Guesses => "Write {\"statement\": \"guess\", …}",
        Wanted::ByParty => "Write {\"party\": (…), …}",
        Wanted::Plans => "Write {\"name\": (kind: Scenario, …), …}",
        Wanted::Fields => "Write (field: …)",
        Wanted::Guess => "Write No, InLine or Nothing",
        Wanted::Hands => "Write three numbers, such as (12, 3, 5)",
    })
}

fn quotes(open: char, close: char, inner: &str) -> ProblemText {
    let line = super::shortened(inner, MAX_QUOTED).replace('\\', "\\\\").replace('"', "\\\"");
    let marks = if open == close {
        format!("the quotation mark {open}")
    } else {
        format!("the quotation marks {open} {close}")
    };
    let (are, ones) = if open == close { ("is", "a straight double one") } else { ("are", "straight double ones") };
    text(format!("{marks} {are} not {ones}"), format!("Write \"{line}\""))
}

/// Space that only looks like it, by its name.
fn odd_space(letter: char, n: usize) -> ProblemText {
    let point = code_point(letter);
    let (one, many, is_space) = match letter {
        '\u{A0}' | '\u{2007}' | '\u{202F}' => ("a no-break space", "no-break spaces", true),
        '\u{3000}' => ("a wide space", "wide spaces", true),
        '\u{AD}' => ("a soft hyphen", "soft hyphens", false),
        '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{1680}' => ("an unusual space", "unusual spaces", true),
        _ => ("a letter that cannot be seen", "letters that cannot be seen", false),
    };
    let message =
        if n == 1 { format!("{one} ({point}) stands here") } else { format!("{n} {many} ({point}) stand here") };
    let hint = match (is_space, n) {
        (true, 1) => "Write an ordinary space",
        (true, _) => "Write ordinary spaces",
        (false, 1) => "Remove it",
        (false, _) => "Remove them",
    };
    text(message, hint)
}

/// "U+00A0"
fn code_point(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}
