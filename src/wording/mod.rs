//! Results into sentences. Every string that a user reads lives here, so that a second language is a second
//! implementation: order of words and plurals are the business of these functions, not of their callers.
//!
//! Sentences attribute ("contradicts a statement by …"); they never speak for a party, rank, or advise.

pub mod activities;
pub mod alternatives;
pub mod case;
mod cell;
mod chips;
pub mod clashes;
pub(crate) mod cli;
pub(crate) mod cli_drafts;
pub(crate) mod cli_plans;
pub mod coding;
pub mod compare;
mod date;
mod demand;
pub mod dialogs;
pub mod drafts;
mod empty;
pub mod everyone;
pub(crate) mod export;
pub mod files;
pub mod finder;
mod folded;
pub(crate) mod hand_out_dialog;
pub(crate) mod hand_outs;
pub mod how_read;
pub mod incoming;
pub mod legend;
pub(crate) mod lesson;
mod lint;
mod list;
pub(crate) mod manual;
mod marks;
pub mod news;
mod origin;
mod plan;
pub mod plan_card;
pub mod presenter;
mod problem;
mod ranges;
pub(crate) mod start;
pub mod start_page;
mod statement;
pub mod timeline;
pub mod ui;
pub(crate) mod workbook;

/// The language of these words, as a tag. Texts of a dossier may be in another.
pub(crate) const LANGUAGE: &str = "en";

/// True if a tag names the language of these words, in whatever country's form.
#[must_use]
pub(crate) fn is_in_language(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|first| first.eq_ignore_ascii_case(LANGUAGE))
}

pub(crate) use cell::{
    DEPENDS, IDLE_HEADLINES, card_name, cell_headline, cell_said, cell_tip, speaker_and_day, why_idle,
};
pub use cell::{cell_name, effect_sentence};
pub use chips::{channel, form, read, role, strength, threshold};
pub(crate) use chips::{channel_means, scenario_kind, source_kind};
pub use coding::held;
pub use date::{DateStyle, date};
pub(crate) use date::{month_name, on_date};
use demand::value_names;
pub use demand::{demand, met_if, value_name};
pub use empty::{Notice, empty_plan};
pub(crate) use empty::{
    empty_cell, empty_cell_other_day, no_cell_chosen, no_contradictions, nothing_counts, nothing_to_read,
    term_not_in_plan,
};
pub use folded::{folded, party_text};
pub use lint::{finding, severity};
pub(crate) use list::capitalised;
pub use list::{and, count, or};
pub(crate) use marks::mark_symbol;
pub use marks::{mark_legend, mark_name};
pub use origin::{UNTITLED, plan_name, plan_title};
pub(crate) use origin::{changed_heads, plan_line, where_from};
pub(crate) use plan::{change_sentence, changed_in_short, changed_parties};
pub use plan::{contradicted_of, silent_of, tally};
use plan::{from_to, term_change};
pub use problem::{ProblemText, near, problem, problem_text};
pub use ranges::RANGES;
pub(crate) use ranges::{
    RANGE_NOT_COUNTED, and_also, plan_value, range_name, ranges_silent, ranges_summary, ranges_without,
};
pub(crate) use statement::{IN_OUR_WORDS, STATEMENTS_IN_OUR_WORDS};
pub(crate) use statement::{QUOTES, publication, source_title};
pub use statement::{citation, standing, uncounted};
