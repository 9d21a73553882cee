//! The words of the sheets that look back on a lesson: the debrief and the grading grid.

use crate::{
    domain::DebriefField,
    wording::activities::{FIVE_QUESTIONS, debrief_field},
};

/// The five questions of the debrief, as the window asks them.
pub(crate) const QUESTIONS: [(DebriefField, &str); 5] = [
    (DebriefField::Changed, debrief_field(DebriefField::Changed)),
    (DebriefField::GaveWay, debrief_field(DebriefField::GaveWay)),
    (DebriefField::Interests, debrief_field(DebriefField::Interests)),
    (DebriefField::Missing, debrief_field(DebriefField::Missing)),
    (DebriefField::Reality, debrief_field(DebriefField::Reality)),
];

/// The four fields of the debrief.
pub(crate) const FIELDS: [(DebriefField, &str); 4] = [
    (DebriefField::Actors, "Actors"),
    (DebriefField::Process, "Process"),
    (DebriefField::Outcomes, "Outcomes"),
    (DebriefField::Other, "Other"),
];

/// Heading over the five questions.
pub(crate) const QUESTIONS_HEAD: &str = FIVE_QUESTIONS;

/// Heading over the four fields.
pub(crate) const FIELDS_HEAD: &str = "What we noticed";

/// Head of the column of criteria.
pub(crate) const CRITERION: &str = "The work";

/// The three levels of the grading grid.
pub(crate) const LEVELS: [&str; 3] = ["Not yet", "In part", "Throughout"];

/// The four criteria of the grading grid, each with what it looks like on the three levels.
pub(crate) const CRITERIA: [[&str; 4]; 4] = [
    [
        "Cites speaker, date and source correctly",
        "Claims stand without a citation, or the citation leads elsewhere.",
        "Most claims are cited; speaker, date or source is missing here and there.",
        "Every claim can be followed to speaker, date and source.",
    ],
    [
        "Keeps position and interest apart",
        "Takes what was asked for as the reason for asking.",
        "Tells them apart, but states guesses as facts now and then.",
        "Says what was stated, then what may lie behind it, marked as a guess.",
    ],
    [
        "Names a clash of two statements",
        "Says that parties disagree.",
        "Names two parties and the term on which they clash.",
        "Quotes both statements and shows why no plan meets both.",
    ],
    [
        "Judges the kind of evidence, and gaps",
        "Treats all statements alike; takes silence for consent.",
        "Tells records from reports; notices some gaps.",
        "Weighs who said it, how it became known and what is not on file.",
    ],
];

/// Under the grading grid.
pub(crate) const GRADES_THE_WORK: &str = "The grid looks at how the work treats evidence. No plan earns or costs a level. Change the grid as you need it: \
     two rows are left free.";
