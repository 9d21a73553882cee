//! Views: they read the state and return what the user asked for; they never change anything themselves.
//!
//! This folder's base knows nothing of the program's state: `theme` (the only place that makes a colour), `fonts`,
//! `raster` (pictures without a window) and `widgets` (marks and controls from plain values).

mod bottom;
mod dialogs;
pub mod fonts;
mod keys;
mod marks;
pub mod page;
pub mod raster;
mod shell;
mod table;
pub mod theme;
mod top;
mod view;
mod why;
pub mod widgets;

pub use shell::shell;
