//! What stands where in a dossier and a plan, as far as JSON does not tell: names from texts, brackets from brackets.

/// What is written at a place.
#[derive(Debug)]
pub(super) enum Shape {
    /// A text, a number, true or false as JSON has it, and lists and records of them. What is not known is written so, too.
    Plain,
    /// A name, without quotation marks.
    Name,
    /// Values in square brackets.
    List(&'static Shape),
    /// Values in round brackets.
    Tuple(&'static Shape),
    /// Values by texts.
    Map(&'static Shape),
    /// Values by numbers.
    Numbered(&'static Shape),
    /// Fields; those that are not named are plain.
    Record(&'static [(&'static str, Shape)]),
    /// A name with brackets, by the name.
    Named(&'static [(&'static str, Shape)]),
    /// Two values in the brackets of a name.
    Two(&'static Shape, &'static Shape),
    /// The same as elsewhere.
    Of(&'static Shape),
}

use Shape::{List, Map, Name, Named, Numbered, Of, Plain, Record, Tuple, Two};

/// A record of plain fields.
const FIELDS: Shape = Record(&[]);

/// A demand.
static DEMAND: Shape = Named(&[
    ("Is", Two(&Plain, &Plain)),
    ("OneOf", Two(&Plain, &Plain)),
    ("AtLeast", Two(&Plain, &Plain)),
    ("AtMost", Two(&Plain, &Plain)),
    ("Not", Of(&DEMAND)),
    ("All", List(&DEMAND)),
    ("Any", List(&DEMAND)),
    ("If", Two(&DEMAND, &DEMAND)),
]);

/// The values of a term.
const VALUES: Shape = Named(&[
    ("Toggle", FIELDS),
    ("Choice", List(&FIELDS)),
    ("Number", Record(&[("unit", Tuple(&Plain)), ("names", Numbered(&Plain))])),
]);

/// A dossier, with plans or without.
pub(super) static DOSSIER: Shape = Record(&[
    ("kind", Name),
    ("covers", Tuple(&Plain)),
    ("also", Map(&Plain)),
    ("parties", List(&Record(&[("role", Name)]))),
    ("terms", List(&Record(&[("values", VALUES)]))),
    ("rules", List(&Record(&[("demand", Of(&DEMAND))]))),
    ("sources", List(&Record(&[("kind", Name), ("read", Name)]))),
    ("statements", List(&Record(&[("quote", Tuple(&Plain)), ("channel", Name)]))),
    ("positions", List(&POSITION)),
    ("plans", Map(&PLAN)),
]);

static POSITION: Shape = Record(&[
    ("demand", Of(&DEMAND)),
    ("strength", Name),
    ("threshold", Name),
    ("basis", Name),
    ("coded", List(&Name)),
]);

static PLAN: Shape = Record(&[
    ("kind", Name),
    ("form", Name),
    ("status", Name),
    ("plan", Map(&Plain)),
    ("changed_from", Record(&[("form", Name), ("status", Name), ("plan", Map(&Plain))])),
    ("count", Record(&[("on", List(&Name)), ("off", List(&Name)), ("reading", Name)])),
    ("guesses", Map(&Plain)),
    ("predictions", List(&Record(&[("plan", Map(&Plain)), ("answers", Map(&ANSWER))]))),
    ("delegations", Map(&FIELDS)),
    ("log", List(&Record(&[("explanations", Map(&FIELDS))]))),
    ("embedded", Of(&DOSSIER)),
]);

static ANSWER: Shape = Record(&[("guess", Name), ("hands", Tuple(&Plain))]);
