//! The program without a window: everything a user can do, as values that change one state in one place.
//!
//! Views read [`State`] and hand back [`Action`]s; [`State::apply`] is the only way in. It does no input or output: what
//! the world must do is returned as [`Effect`]s, so every journey can be tested without a window.

mod action;
pub mod activities;
pub mod alternatives;
mod aside;
pub mod case;
mod catalog;
mod class_edit;
mod columns;
mod command;
pub mod compare;
mod curtain;
pub mod delegations;
mod desk;
mod dialog;
mod document;
mod drafts;
mod edit;
mod examples;
pub mod file_box;
mod file_dialog;
mod files;
mod finder;
mod focus;
mod hand_outs;
mod history;
mod navigation;
mod news;
mod on_file;
mod paper;
pub mod parties;
pub mod predict;
pub mod presenter;
mod reduce;
mod results;
mod room;
mod run;
mod screens;
mod settings;
mod start_page;
mod state;
mod tab;
#[cfg(test)]
mod tests;
mod then;
pub mod timeline;
pub mod way;
mod work;

pub use action::{Action, Edit, Effect};
pub use aside::Aside;
pub use catalog::{Catalog, Miniature, ScenarioEntry, Shelf};
pub use columns::{Column, columns};
pub(crate) use command::Shortcut;
pub use command::{Command, Key, Menu};
pub use curtain::Curtain;
pub use desk::Desk;
pub use dialog::{Dialog, DialogKind, Excerpt, Finder, NewCase, Notice, NoticeKind, NoticeSort, SaveJob, StartPage};
pub use document::{Case, Document, DraftId, FileId, OpenFile, Origin, WorkId};
pub use drafts::DraftEntry;
pub use examples::{Example, Ground};
pub(crate) use file_dialog::slug;
pub use file_dialog::{FileDialog, FileGoal, FilePlace, FolderEntry, PlaceKind, SaveForm};
pub use finder::Hit;
pub use hand_outs::{HandOutAction, HandOutEffect, HandOutJob, HandOuts, IfTaken, Outcome};
pub use history::{History, Label};
pub use navigation::{Direction, Focus, Place};
pub use news::News;
pub use on_file::{Asked, Filed, OnFile};
pub use paper::{
    CellPlace, Format, GreyPart, Item, Link, Page, Pages, Paper, Part, Separator, Shade, Sheet, SheetKind,
    TableSection, TextLine, TextRole,
};
pub use presenter::{Presenter, Walk};
pub use results::Results;
pub use screens::Screen;
pub(crate) use settings::TEXT_SIZES;
pub use settings::{MarkColours, PartyOrder, Setting, Settings, ThemeChoice};
pub(crate) use start_page::StartItem;
pub use state::{Session, State, Told, ToldKind, WhyKind, WhySubject};
pub use tab::Tab;
pub use work::{Answer, Ask, Reply, Topic, Work};
