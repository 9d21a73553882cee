//! The screens of the computer, for whoever presents on another one than the window is on.

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// What the system calls it; the same as long as it is plugged in.
    pub name: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}
