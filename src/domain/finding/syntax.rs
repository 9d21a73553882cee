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
    /// A record of fields.
    Fields,
    /// What a class expected.
    Guess,
    /// Three numbers of hands.
    Hands,
}
