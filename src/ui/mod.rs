//! Views: they read the state and return what the user asked for; they never change anything themselves.
//!
//! This folder's base knows nothing of the program's state: `theme` (the only place that makes a colour), `fonts`,
//! `raster` (pictures without a window) and `widgets` (marks and controls from plain values).

pub mod fonts;
pub mod raster;
pub mod theme;
pub mod widgets;
