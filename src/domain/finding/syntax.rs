//! What is not well formed, and what is to be written at a place.

/// What is not well formed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// A comma is missing.
    Comma,
    /// A record does not end.
    RecordEnd,
    /// A list does not end.
    ListEnd,
    /// A map does not end.
    MapEnd,
    /// A text is missing.
    Text,
    /// A text does not end.
    TextEnd,
    /// A colon is missing.
    Colon,
    /// Neither true nor false.
    Boolean,
    /// No whole number.
    Integer,
    /// No list.
    List,
    /// No map.
    Map,
    /// No record.
    Record,
    /// The text breaks off.
    CutOff,
    /// It goes on behind its end.
    GoesOn,
    /// Brackets in brackets beyond what is read.
    TooDeep,
    /// A comment does not end.
    Comment,
    /// A number beyond what is counted.
    TooLargeNumber,
    /// A name that is none of those that may stand there.
    Name {
        /// What stands there.
        found: String,
        /// What may.
        expected: Vec<&'static str>,
    },
    /// A text in quotation marks that are not the straight double ones.
    Quotes {
        /// What opens it.
        open: char,
        /// What closes it.
        close: char,
        /// What stands between them.
        text: String,
    },
    /// Space that is none, or letters that cannot be seen.
    OddSpace {
        /// The letter.
        letter: char,
        /// So many in a row.
        n: usize,
    },
    /// A letter that looks like the one that is meant.
    Lookalike {
        /// What stands there.
        found: char,
        /// What is meant.
        meant: char,
    },
    /// A name, a number or a yes that is written in another way.
    Spelled {
        /// What stands there.
        found: String,
        /// How it is written.
        meant: String,
    },
    /// A number with a decimal point, and the whole number that it is.
    Point {
        /// What stands there.
        found: String,
        /// How it is written; `None` if it is no whole number.
        meant: Option<String>,
    },
    /// `Some(…)` around what is meant.
    InSome(String),
    /// A word that means that nothing is there.
    Nothing(String),
    /// Anything else, as the library says it.
    Other(String),
}

/// What is to be written at a place; [`Wanted::Nothing`] where the fault itself says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Said by the fault.
    Nothing,
    /// A text.
    Text,
    /// An id.
    Id,
    /// The id of a term.
    TermId,
    /// A day.
    Day,
    /// The first and the last day.
    Covers,
    /// A list.
    List,
    /// A whole number.
    WholeNumber,
    /// A demand.
    Demand,
    /// The kind of a term's values.
    Values,
    /// Names of numbers.
    NumberNames,
    /// The role of a party.
    Role,
    /// The kind of a source.
    SourceKind,
    /// How far a source was read.
    Read,
    /// A channel.
    Channel,
    /// A strength.
    Strength,
    /// What makes a red line.
    Basis,
    /// A reader's code.
    Code,
    /// Whether a number was stated.
    Threshold,
    /// Words and their language.
    Quote,
    /// Other spellings by name.
    Spellings,
    /// Which dossier.
    DossierRef,
    /// The plan that a plan was changed from.
    Original,
    /// Values by term.
    PlanValues,
    /// What counts.
    Counted,
    /// Which reading counts.
    Reading,
    /// How a plan became known.
    Form,
    /// What became of a plan.
    Status,
    /// Guesses by statement.
    Guesses,
    /// Records by party.
    ByParty,
    /// Plans by name.
    Plans,
    /// A record of fields.
    Fields,
    /// What a class expected.
    Guess,
    /// Three numbers of hands.
    Hands,
}
