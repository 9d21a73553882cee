//! The names of the variants that stand in dossiers, for the layer below, which knows none of its own.

use super::raw::Variants;

/// Kinds of values (`terms`) and demands (`demand`).
pub const VARIANTS: Variants =
    Variants { with_fields: &["Toggle", "Number"], with_one: &["Choice", "Not", "All", "Any"] };
