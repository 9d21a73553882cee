//! Peace Plan Explorer: set the terms of a peace plan, see which parties' stated positions it contradicts, read why.

pub mod analysis;
pub mod cli;
pub mod domain;
pub mod wording;
