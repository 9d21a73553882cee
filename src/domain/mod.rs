//! The nouns: plain data whose invariants hold from construction on. No files, no clock, no window.

mod asked;
mod brought;
mod change;
mod class_work;
mod coding;
mod date;
mod diagram;
mod dossier;
mod finding;
mod id;
pub mod limits;
mod party;
mod plan;
mod position;
#[cfg(test)]
pub(crate) mod practice;
#[cfg(test)]
pub(crate) mod sample;
mod statement;
mod term;
mod written;

pub(crate) use brought::is_brought;
pub use change::{ChangeKind, FieldChange, RecordChange};
pub(crate) use class_work::MAX_HANDS;
pub use class_work::{
    Answer, ClassWork, DebriefField, Explanation, Guess, Job, Jobs, MAX_DEBRIEF, MAX_EXPLANATION, MAX_NAME,
    MAX_RECORDS, Observer, Prediction, Proposal, Question,
};
pub use coding::{Code, Coding, Reading, RedLineBasis, Strength};
pub(crate) use coding::{MAX_BECAUSE, MAX_DECIDED, MAX_READERS};
pub use date::{Date, DateError};
pub use diagram::{Classes, TooHard};
pub(crate) use diagram::{Diagram, DiagramQuestion};
pub use dossier::{About, Dossier, DossierParts, Flaw, Rule};
pub use finding::{
    DossierFault, Fault, FieldFault, FileFault, Finding, FindingKind, Grid, LintKind, Near, Place, PlanFault,
    SettingsFault, Severity, Subject, Syntax, TooMany, Wanted,
};
pub(crate) use id::is_id;
pub use id::{PartyIx, PositionIx, SourceIx, StatementIx, TermIx, ValueIx, id_from};
pub use party::{Party, Role};
pub use plan::{Counted, Form, Original, Plan, Scenario, ScenarioKind};
pub use position::{Demand, Position, Threshold};
pub use statement::{Channel, Quote, Read, Source, SourceKind, Statement};
pub use term::{ContextNote, Term, TermKind, TermValue, ValueSet};
pub(crate) use term::{MAX_VALUES, grouped, in_threes};
pub use written::WrittenDemand;
