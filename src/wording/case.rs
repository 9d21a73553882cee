//! What is said where a case of one's own is made and edited.

pub mod cli;
