//! The reading that counts, as an argument.

use clap::{Args, ValueEnum};

use crate::{
    domain::{Reading, Scenario},
    wording::coding,
};

/// Another reading than the scenario's.
#[derive(Args, Debug)]
pub struct ReadingArg {
    /// Which reading of the strength of positions counts.
    #[arg(long, value_name = "READING", value_enum, ignore_case = true, help = coding::HELP_READING)]
    pub reading: Option<ReadingName>,
}

impl ReadingArg {
    /// Lets it count in `scenario`, if one is given.
    pub fn set(&self, scenario: &mut Scenario) {
        let Some(name) = self.reading else { return };
        scenario.counted.reading = match name {
            ReadingName::Harder => Reading::Harder,
            ReadingName::AsDecided => Reading::AsDecided,
            ReadingName::Softer => Reading::Softer,
        };
    }
}

/// A reading on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum ReadingName {
    Harder,
    #[value(alias = "asdecided")]
    AsDecided,
    Softer,
}
