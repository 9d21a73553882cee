//! Peace Plan Explorer: set the terms of a peace plan, see which parties' stated positions it contradicts, read why.

pub mod analysis;
pub mod app;
pub mod domain;
pub mod gui;
pub mod storage;
pub mod ui;
pub mod wording;
