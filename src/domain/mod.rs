//! The nouns: plain data whose invariants hold from construction on. No files, no clock, no window.

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

pub use brought::is_brought;
pub use change::{ChangeKind, FieldChange, RecordChange};
pub use class_work::{
    Answer, ClassWork, DebriefField, Explanation, Guess, Job, Jobs, MAX_DEBRIEF, MAX_EXPLANATION, MAX_HANDS, MAX_NAME,
    MAX_RECORDS, Observer, Prediction, Proposal, Question,
};
pub use coding::{Code, Coding, MAX_BECAUSE, MAX_DECIDED, MAX_READERS, Reading, RedLineBasis, Strength};
pub use date::{Date, DateError};
pub use diagram::{Classes, Diagram, DiagramQuestion, TooHard};
pub use dossier::{About, Dossier, DossierParts, Flaw, Rule};
pub use finding::{
    DossierFault, Fault, FieldFault, FileFault, Finding, FindingKind, Grid, LintKind, Near, Place, PlanFault,
    SettingsFault, Severity, Subject, Syntax, TooMany, Wanted,
};
pub use id::{PartyIx, PositionIx, SourceIx, StatementIx, TermIx, ValueIx, id_from, is_id};
pub use party::{Party, Role};
pub use plan::{Counted, Form, Original, Plan, Scenario, ScenarioKind};
pub use position::{Demand, Position, Threshold};
pub use statement::{Channel, Quote, Read, Source, SourceKind, Statement};
pub use term::{ContextNote, MAX_VALUES, Term, TermKind, TermValue, ValueSet, grouped, in_threes};
pub use written::WrittenDemand;
