//! Building blocks that know nothing of the program's state: they take plain values and say what the user did.

pub mod choice;
pub mod control;
pub(crate) mod icon;
pub mod mark;
pub mod number;
pub(crate) mod outline;
pub(crate) mod pick;
pub mod range_strip;
pub mod segmented;
pub(crate) mod tip;
