//! The text of a file and what it means: dossiers and scenarios out of RON and into it, problems with their places.
//!
//! Nothing here touches a file. `ron` and `serde` do the reading (`tree`); records are decoded field by field (`reader`,
//! `dossier`, `terms`, `demand`, `scenario`), so that every problem of a text is found at once and has its line and column.

mod class_work;
mod demand;
mod dossier;
mod explain;
mod kind;
mod lexemes;
mod lists;
mod places;
mod position;
mod problem;
mod raw;
mod reader;
mod scenario;
mod terms;
mod tokens;
mod tree;
mod write;
mod write_class;

pub(crate) use dossier::sound_dossier;
pub use dossier::{DossierFile, FORMAT, fingerprint, read_dossier};
pub use kind::{Kind, MAX_BYTES, kind, too_large};
pub use lexemes::has_comments;
pub use places::RecordPlaces;
pub use problem::{Place, Problem, Severity, did_you_mean};
pub use scenario::{Kept, ScenarioFile, read_scenario};
pub(crate) use tree::options;
pub use write::{WrittenFor, text as ron_text, write_scenario};
