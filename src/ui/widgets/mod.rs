//! Building blocks that know nothing of the program's state: they take plain values and say what the user did.

pub mod choice;
pub mod control;
pub mod icon;
pub mod mark;
pub mod number;
pub mod outline;
pub mod pick;
pub mod range_strip;
pub mod segmented;
