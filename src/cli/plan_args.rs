//! What the searches for other plans take: a scenario, changed on the way, and which values may be tried.

use std::collections::BTreeSet;

use clap::{Args, Subcommand, ValueEnum};

use super::{
    library, look_up, plan_change,
    reading_arg::ReadingArg,
    stop::{self, StopArgs},
};
use crate::{
    analysis::{CountingRule, Goal},
    domain::{Channel, Counted, Date, Dossier, Scenario, TermIx},
    wording::{cli as words, cli_plans as texts},
};

/// Searches for other plans.
#[derive(Debug, Subcommand)]
pub enum PlanCommand {
    /// Lists the plans that contradict the fewest statements.
    #[command(about = texts::ABOUT_ALTERNATIVES, long_about = None, after_help = texts::EXAMPLES_ALTERNATIVES)]
    Alternatives(AlternativesArgs),
    /// Lists what each change of a term would change, or the fewest changes that lift contradictions.
    #[command(about = texts::ABOUT_CHANGES, long_about = None, after_help = texts::EXAMPLES_CHANGES)]
    Changes(ChangesArgs),
}

/// The plan to start from.
#[derive(Args, Debug)]
pub struct PlanArgs {
    /// A file, a known scenario or a dossier's id.
    #[arg(value_name = "SCENARIO", help = words::HELP_SCENARIO)]
    pub scenario: String,
    /// Another as-of date.
    #[arg(long, value_name = "DATE", help = words::HELP_AS_OF)]
    pub as_of: Option<Date>,
    /// Changes of the plan, in their order.
    #[arg(long, value_name = "TERM=VALUE", help = words::HELP_SET)]
    pub set: Vec<String>,
    /// Statements to count that usually are not.
    #[arg(long, value_name = "CHANNEL", value_enum, ignore_case = true, help = words::HELP_COUNT)]
    pub count: Vec<Count>,
    #[command(flatten)]
    pub reading: ReadingArg,
    /// JSON instead of text.
    #[arg(long, help = words::HELP_JSON)]
    pub json: bool,
}

/// Which plans are tried, and for how long.
#[derive(Args, Debug)]
pub struct TryArgs {
    /// Terms that keep their value.
    #[arg(long, value_name = "TERM", help = texts::HELP_LOCK)]
    pub lock: Vec<String>,
    /// Only parties that must accept.
    #[arg(long, help = texts::HELP_MUST_ACCEPT)]
    pub must_accept: bool,
    /// Values that nobody had put forward yet too.
    #[arg(long, help = texts::HELP_LATER)]
    pub later_values: bool,
    /// How many are listed.
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = stop::number::<usize>, help = texts::HELP_MAX)]
    pub max: usize,
    /// How long it may take.
    #[command(flatten)]
    pub stop: StopArgs,
}

/// Arguments of `alternatives`.
#[derive(Args, Debug)]
pub struct AlternativesArgs {
    #[command(flatten)]
    pub plan: PlanArgs,
    #[command(flatten)]
    pub tried: TryArgs,
    /// How contradicted cells are counted.
    #[arg(long, value_name = "RULE", value_enum, default_value = "red-lines-first", help = texts::HELP_RULE)]
    pub rule: Rule,
}

/// Arguments of `changes`.
#[derive(Args, Debug)]
pub struct ChangesArgs {
    #[command(flatten)]
    pub plan: PlanArgs,
    /// What is to be contradicted no longer.
    #[arg(long, value_name = "PARTY:TERM|PARTY|red-lines", help = texts::HELP_LIFT)]
    pub lift: Option<String>,
    /// Whether terms may be taken out.
    #[arg(long, requires = "lift", help = texts::HELP_LEAVE_OUT)]
    pub leave_out: bool,
    #[command(flatten)]
    pub tried: TryArgs,
}

/// A counting rule on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Rule {
    RedLinesFirst,
    EachCell,
    EachParty,
}

impl From<Rule> for CountingRule {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::RedLinesFirst => Self::RedLinesFirst,
            Rule::EachCell => Self::EachCell,
            Rule::EachParty => Self::EachParty,
        }
    }
}

impl PlanArgs {
    /// The scenario with the changes of the command line.
    ///
    /// # Errors
    /// What is wrong with an argument or a file, in words.
    pub fn open(&self) -> Result<(Dossier, Scenario), String> {
        let (dossier, mut scenario) = library::open(&self.scenario)?;
        scenario.as_of = self.as_of.unwrap_or(scenario.as_of);
        plan_change::apply(&dossier, &mut scenario, &self.set)?;
        scenario.counted = self.count.iter().fold(scenario.counted, |counted, also| also.switch_on(counted));
        self.reading.set(&mut scenario);
        Ok((dossier, scenario))
    }
}

impl TryArgs {
    /// The locked terms.
    ///
    /// # Errors
    /// If a term is not known, in words.
    pub(crate) fn locked(&self, dossier: &Dossier) -> Result<BTreeSet<TermIx>, String> {
        self.lock.iter().map(|id| look_up::term(dossier, &format!("--lock {id}"), id)).collect()
    }
}

impl ChangesArgs {
    /// What is to be reached, if anything.
    ///
    /// # Errors
    /// If a party or a term is not known, in words.
    pub(crate) fn goal(&self, dossier: &Dossier) -> Result<Option<Goal>, String> {
        let Some(text) = &self.lift else { return Ok(None) };
        let option = format!("--lift {text}");
        if text == texts::RED_LINES {
            return Ok(Some(Goal::RedLines { must_accept_only: self.tried.must_accept }));
        }
        let goal = match text.split_once(':') {
            Some((of, about)) => {
                Goal::Cell(look_up::party(dossier, &option, of)?, look_up::term(dossier, &option, about)?)
            }
            None => Goal::Party(look_up::party(dossier, &option, text)?),
        };
        Ok(Some(goal))
    }
}

/// Statements that can be counted.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Count {
    #[value(alias = "onrecord")]
    OnRecord,
    Document,
    Reported,
    Unnamed,
    Leaked,
    Withdrawn,
    Unverified,
}

impl Count {
    /// The same choice with these statements counted.
    #[must_use]
    pub(crate) fn switch_on(self, mut counted: Counted) -> Counted {
        let channel = match self {
            Self::OnRecord => Channel::OnRecord,
            Self::Document => Channel::Document,
            Self::Reported => Channel::Reported,
            Self::Unnamed => Channel::Unnamed,
            Self::Leaked => Channel::Leaked,
            Self::Withdrawn => Channel::Withdrawn,
            Self::Unverified => {
                counted.unverified = true;
                return counted;
            }
        };
        counted.with(channel, true)
    }
}
