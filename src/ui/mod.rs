//! Views: they read the state and return what the user asked for; they never change anything themselves.
//!
//! This folder's base knows nothing of the program's state: `theme` (the only place that makes a colour), `fonts`,
//! `raster` (pictures without a window) and `widgets` (marks and controls from plain values).

mod activities;
mod alternatives;
mod bottom;
mod by_keys;
mod case;
mod compare;
mod counts;
mod dialogs;
mod drop;
mod field;
pub mod fonts;
mod hidden;
mod keys;
mod layouts;
mod letters;
mod limit;
mod look;
pub(crate) mod marks;
mod menu_keys;
pub(crate) mod page;
mod parties;
mod presenter;
mod ranges;
pub mod raster;
mod replay;
pub mod shape;
mod shell;
mod start_page;
mod statement_card;
mod status;
pub(crate) mod system_fonts;
mod table;
mod tabs;
mod term_control;
pub mod theme;
mod timeline;
mod top;
mod typed;
mod view;
mod why;
pub mod widgets;

pub use look::look;
#[cfg(test)]
pub(crate) use look::zoom;
pub use shell::{shell, title};
