//! The words of the finder, and the words by which things are found.

use super::{DateStyle, count, date, dialogs, ui};
use crate::{
    app::{Hit, Setting},
    domain::{Dossier, StatementIx, Term},
};

/// In the empty field.
#[must_use]
pub fn hint(commands_only: bool) -> &'static str {
    if commands_only { "Name of a command or setting" } else { "Term, party, speaker or source" }
}

/// How many were found, and how many of them are listed.
#[must_use]
pub fn found(n_hits: usize, most: usize) -> String {
    match n_hits {
        0 => "Up and Down choose, Enter goes there".to_owned(),
        n if n > most => format!("{n} found, the first {most} are listed. Up and Down choose, Enter goes there"),
        n => format!("{n} found. Up and Down choose, Enter goes there"),
    }
}

/// Nothing was found.
#[must_use]
pub fn nothing_found(text: &str, commands_only: bool) -> String {
    let searched = if commands_only {
        "the commands that can be used now, and the settings"
    } else {
        "terms, parties, speakers and sources"
    };
    format!("Nothing found for \"{text}\". Searched {searched}.")
}

/// What kind of thing was found.
#[must_use]
pub fn kind(hit: Hit) -> &'static str {
    match hit {
        Hit::Command(_) => "command",
        Hit::Setting(_) => "setting",
        Hit::Term(_) => "term",
        Hit::Party(_) => "party",
        Hit::Statement(_) => "statement",
    }
}

/// One line for something found.
#[must_use]
pub fn hit(dossier: &Dossier, hit: Hit, style: DateStyle) -> String {
    match hit {
        Hit::Command(command) => ui::command(command).to_owned(),
        Hit::Setting(one) => setting(one),
        Hit::Term(term) => format!("{}: {}", dossier.term(term).name, dossier.term(term).question),
        Hit::Party(ix) => {
            let on_file = dossier.statements.iter().filter(|statement| statement.party == ix).count();
            let party = dossier.party(ix);
            format!("{} ({}), {} on file", party.name, party.code, count(on_file, "statement", "statements"))
        }
        Hit::Statement(ix) => {
            let statement = dossier.statement(ix);
            let code = &dossier.party(statement.party).code;
            format!("{code}, {}, {}: {}", statement.speaker, date(statement.said, style), statement.short)
        }
    }
}

/// A setting with a value: "Theme: Dark", "No movement on the screen: on".
#[must_use]
pub fn setting(setting: Setting) -> String {
    let switch = |on: bool| if on { "on" } else { "off" };
    match setting {
        Setting::TextSize(size) => format!("{}: {size} %", dialogs::TEXT_SIZE),
        Setting::Theme(theme) => format!("{}: {}", dialogs::THEME, ui::theme(theme)),
        Setting::Marks(marks) => format!("{}: {}", dialogs::MARK_COLOURS, ui::mark_colours(marks)),
        Setting::IsoDates(iso) => format!("{}: {}", dialogs::DATES, dialogs::date_format(iso)),
        Setting::PartyOrder(order) => format!("{}: {}", dialogs::PARTY_ORDER, ui::party_order(order)),
        Setting::ShowCounts(shown) => format!("{}: {}", dialogs::SHOW_COUNTS, switch(shown)),
        Setting::SingleKeys(on) => format!("{}: {}", dialogs::SINGLE_KEYS, switch(on)),
        Setting::ArrowsReveal(on) => format!("{}: {}", dialogs::ARROWS_REVEAL, switch(on)),
        Setting::ReduceMotion(reduced) => format!("{}: {}", dialogs::REDUCE_MOTION, switch(reduced)),
    }
}

/// The words by which a term is found.
#[must_use]
pub(crate) fn term_text(term: &Term) -> String {
    let values: Vec<&str> = term.values.iter().map(|value| value.name.as_str()).collect();
    format!("{} {} {}", term.name, term.question, values.join(" "))
}

/// The words by which a statement is found: what was said, by whom, and where it is published.
#[must_use]
pub fn statement_text(dossier: &Dossier, ix: StatementIx) -> String {
    let statement = dossier.statement(ix);
    let quote = statement.quote.as_ref().map_or("", |quote| &quote.text);
    let mut text = [&statement.speaker, &statement.office, &statement.short, quote].join(" ");
    for name in dossier.also.get(&statement.speaker).into_iter().flatten() {
        text.push(' ');
        text.push_str(name);
    }
    for source in &statement.sources {
        let source = dossier.source(*source);
        text.push(' ');
        text.push_str(&source.publisher);
        text.push(' ');
        text.push_str(&source.title);
    }
    text
}

/// The same with the names of the terms that it is filed under, so that "phones" finds all that was said about them. The
/// values of a term are left out: one of them is not what every statement about the term is about.
#[must_use]
pub fn filed_text<'a>(dossier: &Dossier, ix: StatementIx, terms: impl Iterator<Item = &'a Term>) -> String {
    let mut text = statement_text(dossier, ix);
    for term in terms {
        text.push_str(&format!(" {} {}", term.name, term.question));
    }
    text
}
