//! Files in and out: RON, problems with their places, saving that never loses a byte.
//!
//! `ron` and `serde` do the reading (`tree`); records are decoded field by field (`reader`, `dossier`, `terms`,
//! `demand`, `scenario`), so that every problem of a file is found at once and has its line and column.

mod beside;
mod builtin;
mod class_work;
mod demand;
mod dossier;
mod drafts;
mod excerpt;
mod explain;
mod folders;
mod kind;
mod lexemes;
mod library;
mod lists;
mod older;
mod places;
mod position;
mod problem;
mod raw;
mod reader;
mod save;
mod scenario;
mod settings;
mod terms;
mod tokens;
mod tree;
mod write;
mod write_class;

pub use dossier::{DossierFile, FORMAT, fingerprint, read_dossier};
pub use drafts::{Draft, Drafts, LeftOver, Listed};
pub use excerpt::excerpt;
pub use folders::{config_folder, data_folder};
pub use kind::{Kind, MAX_BYTES, kind, too_large};
pub use lexemes::has_comments;
pub use library::{Library, OpenedFile, Shelf, own_folder};
pub use places::RecordPlaces;
pub use problem::{Place, Problem, Severity, did_you_mean};
pub use save::{SaveError, backup_path, free_path, save, write_file};
pub use scenario::{Kept, ScenarioFile, read_scenario};
pub use settings::{load_settings, save_settings, settings_path};
pub use write::{WrittenFor, text as ron_text, write_scenario};
