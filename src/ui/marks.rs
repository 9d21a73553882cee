//! Which painted shape stands for which mark.

use crate::analysis::Mark;

use super::widgets::mark::MarkShape;

/// The shape of a mark.
#[must_use]
pub fn shape(mark: Mark) -> MarkShape {
    match mark {
        Mark::RedLine => MarkShape::Bar,
        Mark::Mixed => MarkShape::Diamond,
        Mark::Opposed => MarkShape::Triangle,
        Mark::Otherwise => MarkShape::OpenTriangle,
        Mark::Supported => MarkShape::Disc,
        Mark::InLine => MarkShape::Ring,
        Mark::Silent => MarkShape::Dash,
        Mark::Empty => MarkShape::Empty,
    }
}
