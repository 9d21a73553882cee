//! The tab in which a case of one's own is made and edited: pages of records, each with a form.
//!
//! What is edited is the text of the dossier ([`OwnCase`]); every edit is a splice of it, read again at once. A form knows
//! its record by an address ([`At`]) and its fields by a table ([`fields`]).

mod act;
mod again;
mod at;
mod begin;
mod brought;
mod carried;
mod demand;
mod edit;
mod fields;
mod finish;
mod follow;
mod form;
mod incoming;
mod live;
mod new;
mod own;
mod page;
mod room;
mod step;
mod tab;
mod used;

pub use at::At;
pub use begin::Begin;
pub use brought::{Brought, BroughtCase, CellMessage, Found, Goal, Incoming, Update, Way};
pub(crate) use carried::carried;
pub(super) use carried::same_term;
pub use demand::{Comparison, Joint};
pub(crate) use demand::{with_more, with_part};
pub use edit::Edit;
pub(crate) use fields::of_about;
pub use fields::{Field, Kind, fields};
pub(crate) use form::ValueForm;
pub use form::{ValuesKind, is_filler};
pub(crate) use incoming::with_raised_version;
pub use live::Live;
pub use new::New;
pub use own::{OwnCase, SpottedProblem};
pub use page::{Page, Wanted};
pub use step::{CaseChange, CaseStep};
pub use tab::{Action, CaseTab, Effect};
pub use used::Use;
