//! Peace Plan Explorer: set the terms of a peace plan, see which parties' stated positions it contradicts, read why.

pub mod domain;
pub mod ui;
