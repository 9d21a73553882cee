//! What the fields of the forms are called, and what belongs into them.

use super::forms::number;
use crate::app::case::Page;

/// Name of a page.
#[must_use]
pub fn pages(page: Page) -> &'static str {
    match page {
        Page::About => "About",
        Page::Parties => "Parties",
        Page::Terms => "Terms",
        Page::Statements => "Statements",
        Page::Positions => "Positions",
        Page::Rules => "Rules",
        Page::Sources => "Sources",
        Page::Problems => "Problems",
    }
}

/// Label of a field.
#[must_use]
pub fn field(list: &str, name: &str) -> &'static str {
    match (list, name) {
        ("statements", "short") => "What was said, in your own words",
        ("statements", "long") => "The same at length",
        ("sources", "title") => "Title of the text",
        ("sources", "read") => "Read",
        ("positions", "statements") => "Read from these statements",
        ("positions", "counts") => "It counts",
        ("terms", "from" | "to" | "step") => number(name),
        ("rules", "demand") => "What every plan must keep",
        ("rules", "reason") => "Why",
        ("parties", "reason") => "Why it has this role",
        (_, name) => of_any(name),
    }
}

fn of_any(name: &str) -> &'static str {
    match name {
        "name" => "Name",
        "code" => "Code",
        "role" => "Role",
        "body" => "Who speaks for it",
        "note" => "Note",
        "question" => "Question",
        "values" => "Values",
        "glossary" => "What it means",
        "group" => "Group",
        "party" => "Party",
        "speaker" => "Speaker",
        "office" => "Office on that day",
        "said" => "Said on",
        "published" => "Published on",
        "sources" => "Sources",
        "quote" => "Words as they were said",
        "channel" => "How it became known",
        "unverified" => "It could not be verified",
        "caveat" => "What to keep in mind",
        "about" => "Term",
        "demand" => "What a plan must say",
        "strength" => "How firmly",
        "because" => "Because of these words",
        "basis" => "What makes it a red line",
        "until" => "In force until",
        "until_reason" => "Why it ended",
        "voice" => "Voice inside the party",
        "replaces" => "It takes back",
        "threshold" => "Where the number comes from",
        "decided" => "Why it was decided so",
        "publisher" => "Publisher",
        "url" => "Address",
        "date" => "Date",
        "kind" => "Kind of source",
        "title" => "Title",
        "fictional" => "The case is invented",
        "as_of" => "Opens at",
        "covers" => "Looked through",
        "language" => "Language",
        "purpose" => "What it is for",
        "author" => "Who made it",
        "licence" => "Licence",
        "updated" => "Last changed",
        "read_in_full" => "Read in full",
        "read_in_part" => "Read in part",
        "not_verified" => "Not verified",
        "left_out" => "Left out",
        "meaning" => "Meaning",
        "from" => "From",
        "to" => "To",
        "step" => "In steps of",
        "unit" => "Unit",
        "id" => "Id",
        _ => "Text",
    }
}

/// What belongs into a field; empty if its label says so.
#[must_use]
pub fn help(list: &str, name: &str) -> &'static str {
    match (list, name) {
        ("parties", "code") => "Up to five letters: the head of the column",
        ("parties", "body") => "As in \"Town council, elected in 2024\": a party is not a people",
        ("terms", "question") => "A question with an answer that a plan can give",
        ("terms", "glossary") => "For somebody who has never heard of it",
        ("statements", "said" | "published") | (_, "as_of" | "updated" | "until" | "date") => {
            "2025-01-13, 2025-01 or 2025; ~ in front if it is uncertain"
        }
        ("statements", "short") => "One sentence that takes no side",
        ("statements", "quote") => "At most 15 words",
        ("statements", "office") => "As in \"Speaker of the students' council\"",
        ("positions", "strength") => "Only what the words carry; the first that fits, from the top",
        ("positions", "voice") => "If only a part of the party says so",
        ("sources", "url") => "It begins with https://",
        (_, "language") => "As a tag: en, de, uk",
        _ => "",
    }
}

/// Label of the words that decide how firmly a position is held.
#[must_use]
pub fn because(strength: &str) -> &'static str {
    match strength {
        "RedLine" => "Which words make it a red line?",
        "Opposes" => "Which words refuse or demand it?",
        "Prefers" => "Which words ask for it?",
        "Offers" => "Which words offer or accept it?",
        _ => "Because of these words",
    }
}

/// What a name of the format means.
#[must_use]
pub fn name(field: &str, name: &str) -> &'static str {
    match (field, name) {
        ("strength", "RedLine") => "Red line: a condition, or out of the question",
        ("strength", "Opposes") => "Opposes or demands: must, shall, rejects, against",
        ("strength", "Prefers") => "Prefers or supports: asks for, proposes, should",
        ("strength", "Offers") => "Offers or accepts: ready to, can live with",
        ("role", "MustAccept") => "Must accept a plan",
        ("role", "Affected") => "Affected by it",
        ("role", "Outside") => "Outside",
        ("channel", "OnRecord") => "On record",
        ("channel", "Document") => "Official text",
        ("channel", "Reported") => "Reported by others, speaker named",
        ("channel", "Unnamed") => "Sources not named",
        ("channel", "Leaked") => "Leaked, unconfirmed",
        ("channel", "Withdrawn") => "Withdrawn",
        ("basis", "Condition") => "A condition of the speaker's own consent",
        ("basis", "Bar") => "Absolute words: never, impossible",
        ("basis", "Law") => "A law that is named",
        ("threshold", "Stated") => "Stated",
        ("threshold", "ChosenByAuthor") => "Chosen by the author of the case",
        ("kind", "Primary") => "The speaker's own text or the record",
        ("kind", "Press") => "Press",
        ("kind", "Secondary") => "A later account",
        ("read", "InFull") => "In full",
        ("read", "InPart") => "In part",
        ("read", "NotRead") => "Not read",
        (_, "true") => "yes",
        (_, "false") => "no",
        _ => "something else",
    }
}
