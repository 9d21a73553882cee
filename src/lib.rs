//! Peace Plan Explorer: set the terms of a peace plan, see which parties' stated positions it contradicts, read why.
//!
//! `ARCHITECTURE.md` has the map of these rooms and the arrows between them. The core needs neither files nor a window:
//!
//! ```
//! use peace_plan_explorer::{
//!     analysis::{Index, Mark, Setting, Situation, Stop, Which, matrix, party_clashes},
//!     domain::{PartyIx, Scenario, TermIx},
//!     format::read_dossier,
//!     wording,
//! };
//!
//! # let text = std::fs::read_to_string("tests/fixtures/valley/dossier.ron")?;
//! let file = read_dossier(&text).map_err(|problems| wording::problem(&problems[0]))?;
//! let dossier = &file.dossier;
//! let (north, south, watch) = (PartyIx::at(0), PartyIx::at(1), TermIx::at(2));
//!
//! // A plan: troops of the League watch the line, to which the North is opposed.
//! let mut scenario = Scenario::empty(dossier, "Ours".to_owned());
//! scenario.plan.set(watch, dossier.term(watch).value_by_id("league"));
//! let index = Index::new(dossier);
//! let situation = Situation::new(dossier, scenario.as_of, scenario.counted);
//! let marks = matrix(dossier, &index, &situation, &scenario.plan);
//! assert_eq!(marks.cell(north, watch).mark, Mark::Opposed);
//! assert_eq!(marks.tallies[south.get()].contradicted(), 0);
//!
//! // Of what counts on this day, no two statements of theirs exclude each other, whatever the plan.
//! let setting = Setting::new(dossier, &index, &scenario, false, Which::default());
//! let clashes = party_clashes(setting.question(dossier, &index), Stop::never())?;
//! assert!(clashes.between(north, south).is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![warn(missing_docs)]
#![cfg_attr(
    not(test),
    warn(
        unreachable_pub,
        clippy::disallowed_methods,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss
    )
)]

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
