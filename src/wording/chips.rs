//! The short labels of kinds.

use crate::domain::{Channel, Form, Read, Role, ScenarioKind, SourceKind, Strength, Threshold};

/// How firmly a position is held.
#[must_use]
pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::RedLine => "Red line",
        Strength::Opposes => "Opposes or demands",
        Strength::Prefers => "Prefers or supports",
        Strength::Offers => "Offers or accepts",
    }
}

/// How a statement became known.
#[must_use]
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::OnRecord => "On record",
        Channel::Document => "Official text",
        Channel::Reported => "Reported",
        Channel::Unnamed => "Unnamed sources",
        Channel::Leaked => "Leaked, unconfirmed",
        Channel::Withdrawn => "Withdrawn",
    }
}

/// What it means that a statement became known in this way, in a sentence.
#[must_use]
pub(crate) fn channel_means(channel: Channel) -> &'static str {
    match channel {
        Channel::OnRecord => "Somebody said it in public, under their own name.",
        Channel::Document => "It stands in a text that a government or an organisation published.",
        Channel::Reported => "A newspaper, or a person who is named, retold what was said.",
        Channel::Unnamed => "It was retold by people whose names are not given.",
        Channel::Leaked => "A text got out that was not meant to; nobody has confirmed it.",
        Channel::Withdrawn => "It was said, and taken back later.",
    }
}

/// What part a party has in an agreement.
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::MustAccept => "Must accept",
        Role::Affected => "Affected",
        Role::Outside => "Outside",
    }
}

/// How near a source is to the words themselves.
#[must_use]
pub(crate) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Primary => "Primary source",
        SourceKind::Press => "Press",
        SourceKind::Secondary => "Secondary source",
    }
}

/// How much of a source was read for the dossier.
#[must_use]
pub fn read(read: Read) -> &'static str {
    match read {
        Read::InFull => "Read in full",
        Read::InPart => "Read in part",
        Read::NotRead => "Not read, quoted elsewhere",
    }
}

/// What became of a plan.
#[must_use]
pub(crate) fn scenario_kind(kind: ScenarioKind) -> &'static str {
    match kind {
        ScenarioKind::Proposed => "Proposed",
        ScenarioKind::Adopted => "Adopted",
        ScenarioKind::Rejected => "Rejected",
        ScenarioKind::StatusQuo => "As things stood",
    }
}

/// How a plan became known.
#[must_use]
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Public => "Published by its author",
        Form::Leaked => "Leaked text",
        Form::Reported => "Described by others",
    }
}

/// Where the exact threshold of a demand comes from; nothing if the statement itself names it.
#[must_use]
pub fn threshold(threshold: Threshold) -> Option<&'static str> {
    match threshold {
        Threshold::Stated => None,
        Threshold::ChosenByAuthor => Some("The exact value was chosen by the author of the case"),
    }
}
