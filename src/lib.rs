//! Peace Plan Explorer: set the terms of a peace plan, see which parties' stated positions it contradicts, read why.
//!
//! `ARCHITECTURE.md` has the map of these rooms and the arrows between them.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod domain;
pub mod export;
pub mod format;
pub mod gui;
pub mod storage;
pub mod ui;
pub mod wording;
pub mod workbook;
