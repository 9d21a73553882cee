//! What keeps a text from being read, or part of it from being used.

use super::{Finding, Syntax, Wanted};

/// What is wrong with a text or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file as a whole.
    File(FileFault),
    /// The text is not well formed, or holds something else than what is wanted there.
    Syntax(Syntax, Wanted),
    /// A field or an entry of any record.
    Field(FieldFault),
    /// What a dossier must keep.
    Dossier(DossierFault),
    /// What a scenario must keep.
    Plan(PlanFault),
    /// The settings.
    Settings(SettingsFault),
}

/// What is wrong with a file as a whole. Names are the file's; there is none for a dossier that is read by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Nothing is in it.
    Empty(String),
    /// It is neither a plan nor a dossier.
    NotOurs(Option<String>),
    /// Another program wrote it, which knows no names before brackets: what they said is lost.
    NamesDropped(String),
    /// It is not even a text.
    NotText(String),
    /// It is a text in UTF-16.
    Utf16(String),
    /// Some of its letters are not in UTF-8, but a byte each.
    OldLetters {
        /// The first of them.
        letter: char,
        /// So many follow.
        n_more: usize,
    },
    /// It is larger than any file that is read.
    TooLarge {
        /// Its name.
        name: String,
        /// Its size.
        bytes: u64,
    },
    /// It says that it is of a kind that there is not.
    UnknownKind(String, Near),
    /// It does not say of which format it is.
    NoFormat,
    /// What it says is no format.
    NotAFormat,
    /// A newer version of the program wrote it.
    Newer {
        /// Its name.
        name: Option<String>,
        /// Its format.
        format: u64,
    },
    /// A plan is wanted, and it is a dossier.
    DossierForPlan(String),
    /// A dossier is wanted.
    NotADossier,
    /// A dossier is wanted, and it is a plan.
    PlanForDossier,
    /// The file of a folder's dossier is a plan.
    PlanInPlaceOfDossier,
    /// It is a folder.
    Folder(String),
    /// The system cannot read it.
    CannotRead {
        /// Where it should be.
        path: String,
        /// What the system says.
        why: String,
        /// True if there is none.
        is_missing: bool,
    },
    /// What the system says of it.
    System(String),
    /// The id of a dossier is not the name of its folder.
    OtherFolder {
        /// The dossier's id.
        id: String,
        /// The folder's name.
        folder: String,
    },
    /// A folder has the id of a dossier that comes with the program.
    BuiltIn(String),
    /// The dossier of a scenario is not here.
    NotHere(String),
    /// The dossier of a scenario cannot be read.
    Broken {
        /// Its id.
        id: String,
        /// The first thing that is wrong with it.
        first: Option<Box<Finding>>,
    },
}

/// Names near to one that stands for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Near {
    /// None is near, and there are too many to list them, or nobody would read it.
    #[default]
    Unknown,
    /// It may be meant.
    Nearest(String),
    /// It is meant, and written like this.
    Written(String),
    /// All that there are.
    Known(Vec<String>),
}

/// Where too much stands in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMany {
    /// Records that belong into several files.
    Split,
    /// Values of terms that do not exist.
    UnknownTerms,
    /// Anything that can be taken out.
    Some,
}

/// What is wrong with a field or an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
    /// So many further faults are not listed.
    More(usize),
    /// A record has so many fields.
    TooManyFields(usize),
    /// A field that is not known; it is ignored and kept.
    Unknown(String, Near),
    /// A field stands in its record a second time.
    Twice(String),
    /// A field is missing.
    Missing(String),
    /// A text is empty.
    Empty(String),
    /// A text is too long.
    TooLong {
        /// The field.
        name: String,
        /// Its characters.
        length: usize,
        /// So many are allowed.
        limit: usize,
    },
    /// Not an id.
    NotAnId(String),
    /// Not a day.
    NotADay(String),
    /// A list has too many entries.
    TooManyEntries {
        /// The field.
        name: String,
        /// Its entries.
        n: usize,
        /// So many are allowed.
        limit: usize,
        /// What can be done about it.
        way: TooMany,
    },
    /// A list that must have entries has none. What one of them is called.
    EmptyList {
        /// The list.
        list: &'static str,
        /// What one of its records is called.
        one: &'static str,
    },
    /// An id stands in its list a second time.
    IdTwice {
        /// The list.
        list: &'static str,
        /// The id.
        id: String,
    },
    /// A record is named that is not there.
    NoSuch {
        /// What it would be.
        one: &'static str,
        /// The name.
        id: String,
        /// What may be meant.
        near: Near,
    },
    /// A value is named that the term does not have.
    NoValue {
        /// The term.
        term: String,
        /// What stands there.
        value: String,
        /// True if it is ignored and kept.
        is_kept: bool,
        /// What may be meant.
        near: Near,
    },
}

/// What keeps records from being those of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DossierFault {
    /// Not a demand at all.
    NotADemand,
    /// A form of demand that there is not.
    UnknownDemand(String, Near),
    /// A form of demand with too many or too few parts.
    DemandParts {
        /// The form.
        form: String,
        /// Its parts.
        n: usize,
    },
    /// A demand for a number of a term without numbers.
    NoNumbers(String),
    /// Not a kind of values.
    NotValues(String),
    /// A term with no values, or too many.
    ValueCount(usize),
    /// A value stands in its term a second time.
    ValueTwice(String),
    /// From, to and step make no grid.
    NoGrid(Grid),
    /// A name for a number that is none of the term's.
    NotOnGrid(i32),
    /// The last day lies before the first.
    CoversReversed,
    /// An address without its beginning.
    IncompleteAddress,
    /// A quotation of so many words.
    LongQuote(usize),
    /// A position replaces one of another party.
    ReplacesForeign {
        /// The position.
        id: String,
        /// The replaced one.
        old: String,
    },
    /// A position is read from a statement of another party.
    ForeignStatement(String),
}

/// A grid of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The first.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// The step.
    pub step: i32,
}

/// What is wrong with, or to be known of, a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// It is written for one dossier and holds another, which is used.
    HoldsAnother {
        /// The one it is written for.
        wanted: String,
        /// The one it holds.
        held: String,
    },
    /// It is written for another version of the dossier.
    OtherVersion {
        /// The dossier.
        id: String,
        /// The version it is written for.
        written: u32,
        /// The version that is here.
        here: u32,
    },
    /// The dossier has changed since.
    Changed(String),
    /// A term that the dossier does not have; it is ignored and kept.
    NoTerm(String, Near),
    /// A term stands in the plan a second time.
    TermTwice(String),
    /// A guess about a statement stands there a second time.
    StatementTwice,
    /// A party stands there a second time.
    PartyTwice(String),
    /// A question stands there a second time.
    QuestionTwice,
    /// Something that is no value; the field, if it has one.
    NotAValue(Option<String>),
    /// More hands than any class has.
    TooManyHands,
}

/// What is wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsFault {
    /// Why they could not be read.
    pub why: Vec<Finding>,
    /// Where the old file is kept, or why it could not be.
    pub kept: Result<String, String>,
}

macro_rules! faults {
    ($($kind:ident: $type:ty),*) => {
        $(impl From<$type> for Fault {
            fn from(fault: $type) -> Self {
                Self::$kind(fault)
            }
        })*
    };
}

faults!(File: FileFault, Field: FieldFault, Dossier: DossierFault, Plan: PlanFault, Settings: SettingsFault);
