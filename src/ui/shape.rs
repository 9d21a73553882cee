//! The shapes of marks. The theme has a colour for each, a widget draws them.

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    /// All of them, strongest contradiction first.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Bar,
        Self::Triangle,
        Self::OpenTriangle,
        Self::Diamond,
        Self::Ring,
        Self::Disc,
        Self::DottedDash,
        Self::Dash,
        Self::Empty,
    ];
}
