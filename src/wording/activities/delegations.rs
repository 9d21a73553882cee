//! The words of the delegations.

use crate::{
    analysis::Uncounted,
    app::delegations::{Change, News, Page},
    domain::{Date, Dossier, Observer, Party, PartyIx, Position, Proposal, StatementIx, Strength},
    wording::{DateStyle, and, channel, count, date, from_to, held, term_change, uncounted},
};

/// Title of the screen.
pub(crate) const DELEGATIONS_TITLE: &str = "Delegations";
/// Button under the opening text.
pub const GO_ON: &str = "Go on";
/// Over the party cards.
pub(crate) const CHOOSE: &str = "Choose delegations";
/// Under it.
pub(crate) const CHOOSE_TEXT: &str = "Four jobs in each. Names are optional and stay in your file.";
/// Over those without a delegation.
pub(crate) const OR_ELSE: &str = "Or take part without a delegation";
/// Under it.
pub(crate) const OR_ELSE_TEXT: &str = "Nobody has to give a reason.";
/// Label of the names of those without a delegation.
pub const NAMES: &str = "Names (optional)";
/// No delegation takes part.
pub(crate) const NONE_CHOSEN: &str = "No delegation takes part yet. Choose at least one.";
/// Over the statements of a card.
pub(crate) const ON_RECORD: &str = "On record, in our words";
/// In the place of statements.
pub(crate) const NOTHING_AT_ALL: &str = "Nothing on file from this party on this day.";
/// Over the proposal.
pub(crate) const PROPOSE_TITLE: &str = "A delegation proposes to change one term";
/// Label of whose delegation it is.
pub(crate) const DELEGATION: &str = "Delegation";
/// Label of the term.
pub const TERM: &str = "Term";
/// Label of the value.
pub(crate) const TO: &str = "New value";
/// In a list from which nothing is chosen.
pub(crate) const CHOOSE_ONE: &str = "Choose…";
/// Button that proposes.
pub const PROPOSE: &str = "Propose";
/// Button that ends a round.
pub const NEXT_ROUND: &str = "Next proposal";
/// Label of an explanation.
pub const FITS: &str = "How does it fit our statement on record?";
/// Label of an explanation.
pub(crate) const GIVES_WAY: &str = "Or: which statement would have to give way?";
/// Over the log.
pub const LOG: &str = "Proposals so far";
/// The log is empty.
pub(crate) const LOG_EMPTY: &str = "Nothing was proposed yet.";
/// Over the news.
pub const NEWS: &str = "News";
/// Button that steps the date.
pub const STEP_DATE: &str = "Next dated event (Ctrl+Right)";
/// Puts the news away.
pub(crate) const NEWS_READ: &str = "Put the news away";
/// Label of the curtain.
pub(crate) const CURTAIN: &str = "Curtain";
/// Tool tip of the curtain.
pub(crate) const CURTAIN_TIP: &str =
    "A proposal shows what is on file from its own delegation alone; each other is shown when it has spoken";
/// The curtain is in use.
pub(crate) const CURTAIN_ON: &str = "On";
/// The curtain is not in use.
pub(crate) const CURTAIN_OFF: &str = "Off";
/// In the place of what is hidden.
pub(crate) const BEHIND_THE_CURTAIN: &str = "Behind the curtain: the delegation speaks first.";
/// Shows what is hidden.
pub(crate) const SHOW_RECORD: &str = "Show what is on record";
/// Label of the timer.
pub(crate) const TIMER: &str = "Timer";
/// The timer is off.
pub(crate) const TIMER_OFF: &str = "Off";
/// The time is over.
pub(crate) const TIME_OVER: &str = "The time is over.";
/// The timer's minutes on offer.
pub(crate) const TIMER_MINUTES: [u16; 4] = [2, 3, 5, 10];

/// Name of a page.
#[must_use]
pub fn page(page: Page) -> &'static str {
    match page {
        Page::Opening => "Before we begin",
        Page::Choose => CHOOSE,
        Page::Cards => "Role cards",
        Page::Rounds => "Rounds",
    }
}

/// The opening text, in parts: what goes on, and what nobody has to do. The word between the second and the third part is
/// said with weight. `going_on` is `None` where it is not known.
#[must_use]
pub fn opening(dossier: &Dossier, going_on: Option<bool>) -> [&'static str; 4] {
    let (about, rest) = ("about", " a party's statements, not as its soldiers.");
    let first = match going_on {
        Some(true) => "This war is going on. Some of us may have family in it. You speak ",
        _ if dossier.fictional => {
            return [
                "This case is invented. You speak ",
                about,
                " a party's statements, not as its friends or enemies.",
                INSTEAD,
            ];
        }
        Some(false) => "This happened. Some of us may have family who lived through it. You speak ",
        None => "This may be going on. Some of us may be touched by it. You speak ",
    };
    [first, about, rest, INSTEAD]
}

const INSTEAD: &str = "You may choose mediator, press or fact-checker instead, without giving a reason.";

/// Name of the switch with which a party's delegation takes part.
#[must_use]
pub fn takes_part(party: &Party) -> String {
    format!("{}: a delegation takes part", party.name)
}

/// Name of the switch with which somebody takes part without a delegation.
#[must_use]
pub(crate) fn observer_takes_part(observer: Observer) -> String {
    format!("{}: {}", super::observer(observer), super::observer_text(observer))
}

/// A statement on a role card: "Red line, 18 Nov 2024, Dmitry Peskov. On record".
#[must_use]
pub(crate) fn card_line(
    dossier: &Dossier,
    (position, strength): (&Position, Strength),
    statement: StatementIx,
    not_counted: Option<Uncounted>,
    style: DateStyle,
) -> String {
    let said = dossier.statement(statement);
    let how = if position.demand.is_some() { held(position, strength) } else { NO_DEMAND.to_owned() };
    let mut line = format!("{how}, {}, {}. {}", date(said.said, style), said.speaker, channel(said.channel));
    if let Some(reason) = not_counted {
        line = format!("{line}, {}", uncounted(reason));
    }
    line
}

/// In the place of a strength, where no demand can be read from a statement.
const NO_DEMAND: &str = "No demand";

/// "Ukraine proposes" is never said: it is students who propose.
#[must_use]
pub fn proposal(dossier: &Dossier, change: Change) -> String {
    format!("The delegation on {} proposes: {}", dossier.party(change.by).name, change_of(dossier, change))
}

/// "Peacekeepers: from None to European".
#[must_use]
pub(crate) fn change_of(dossier: &Dossier, change: Change) -> String {
    term_change(dossier, change.term, change.from, change.to)
}

/// A proposal of the log about something that is not in the dossier.
#[must_use]
pub(crate) fn unknown_proposal(proposal: &Proposal) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "not in the plan".to_owned());
    format!("{} ({})", from_to(&proposal.term, &value(&proposal.from), &value(&proposal.to)), proposal.by)
}

/// A line of the log: "2. Freeze now …, 13 Jan 2025, 3 explanations".
#[must_use]
pub(crate) fn log_line(n: usize, what: &str, day: Date, n_explanations: usize, style: DateStyle) -> String {
    let explained = count(n_explanations, "explanation", "explanations");
    format!("{n}. {what}, {}, {explained}", date(day, style))
}

/// A delegation that has nothing on file that bears on the proposal.
pub(crate) const NOTHING_TOUCHED: &str = "Nothing on file about this term. That is not consent.";

/// Name of a field for an explanation: the label, and whose it is.
#[must_use]
pub fn explanation_name(dossier: &Dossier, party: PartyIx, label: &str) -> String {
    format!("{}: {label}", dossier.party(party).name)
}

/// Over the list of what was said.
#[must_use]
pub fn news(news: &News, style: DateStyle) -> String {
    let (from, to) = (date(news.from, style), date(news.to, style));
    match news.said.len() {
        0 if news.from == news.to => format!("It is {to}. Step the date for news."),
        0 => format!("No statement on file was made after {from}, up to {to}."),
        n => format!("{} made after {from}, up to {to}", count(n, "statement was", "statements were")),
    }
}

/// How many pieces of news are hidden.
#[must_use]
pub(crate) fn news_hidden(n: usize) -> String {
    format!("{} behind the curtain: shown once the party is revealed.", count(n, "statement is", "statements are"))
}

/// A piece of news: the day, whose statement, on what.
#[must_use]
pub fn news_line(dossier: &Dossier, statement: StatementIx, style: DateStyle) -> String {
    let said = dossier.statement(statement);
    let party = &dossier.party(said.party).name;
    let reads = dossier.positions.iter().filter(|position| position.statements.contains(&statement));
    let mut terms: Vec<&str> =
        reads.filter_map(|position| position.about).map(|term| dossier.term(term).name.as_str()).collect();
    terms.sort_unstable();
    terms.dedup();
    let about = if terms.is_empty() { String::new() } else { format!(", on {}", and(&terms)) };
    format!("{}, {} ({party}{about}): {}", date(said.said, style), said.speaker, said.short)
}

/// Name of a setting of the rounds: "Curtain: On".
#[must_use]
pub fn setting(of: &str, value: &str) -> String {
    format!("{of}: {value}")
}

/// A number of minutes on offer.
#[must_use]
pub(crate) fn minutes(n: u16) -> String {
    format!("{n} min")
}

/// What is left of the time.
#[must_use]
pub(crate) fn time_left(seconds: u32) -> String {
    format!("{}:{:02} left", seconds / 60, seconds % 60)
}

/// Name of the button that shows a party's role card.
#[must_use]
pub(crate) fn role_card(party: &Party) -> String {
    format!("Role card: {}", party.name)
}
