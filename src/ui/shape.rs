//! The shapes of marks. The theme has a colour for each, a widget draws them.

/// What stands in a cell, strongest contradiction first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumIter)]
pub enum MarkShape {
    /// A stated red line is crossed.
    Bar,
    /// Something opposed is done.
    Triangle,
    /// The party prefers something else.
    OpenTriangle,
    /// Some statements are met, others not.
    Diamond,
    /// In line with what is on file.
    Ring,
    /// Supported.
    Disc,
    /// Something on file that marks nothing.
    DottedDash,
    /// Nothing on file.
    Dash,
    /// The plan does not say anything here.
    Empty,
}

impl MarkShape {
    /// How many there are.
    pub const COUNT: usize = 9;
}
