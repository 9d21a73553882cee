//! The text of a file and what it means: dossiers and scenarios out of RON and into it, problems with their places.
//!
//! Nothing here touches a file. `ron` and `serde` do the reading (`tree`); records are decoded field by field (`reader`,
//! `dossier`, `terms`, `demand`, `scenario`), so that every problem of a text is found at once and has its line and column.

mod class_work;
mod demand;
mod dossier;
mod explain;
mod kind;
mod letters;
mod lexemes;
mod limits;
mod lists;
mod near;
mod places;
mod position;
mod raw;
mod reader;
mod ron_writer;
mod scenario;
mod shared;
mod slips;
mod spelled;
mod terms;
mod text;
mod tokens;
mod tree;
mod value;
mod variants;
mod write;
mod write_class;

pub(crate) use dossier::sound_dossier;
pub use dossier::{DossierFile, read_dossier};
pub use explain::read_whole;
pub(crate) use kind::too_large;
pub use kind::{Kind, kind};
pub use letters::letters;
pub use lexemes::has_comments;
pub use limits::MAX_BYTES;
pub use near::near;
pub(crate) use places::RecordPlaces;
pub use ron_writer::text as ron_text;
pub use scenario::{ScenarioFile, read_scenario};
pub use shared::{parted, shared_case};
pub(crate) use spelled::value_meant;
pub use text::{DossierText, Pattern, RecordText, Splice, Spot, Step, new_case};
pub(crate) use text::{PROVISIONAL, demand_ron, is_of_pattern, plan_for, terms_by_themselves, written_demand};
pub(crate) use tree::options;
pub(crate) use value::{RonValue, ron_value};
pub use write::{WrittenFor, write_scenario};
