//! The names of the variants that stand in dossiers, for the layer below, which knows none of its own.

use super::raw::Variants;

/// All of them.
pub(super) const FORMS: [&str; 11] =
    ["Toggle", "Choice", "Number", "Is", "OneOf", "AtLeast", "AtMost", "Not", "All", "Any", "If"];

/// Kinds of values (`terms`) and demands (`demand`).
pub(super) const VARIANTS: Variants =
    Variants { with_fields: &["Toggle", "Number"], with_one: &["Choice", "Not", "All", "Any"] };
