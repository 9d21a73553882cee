//! What the case is, who made it, and what was read for it.

use eframe::egui::Ui;

use super::{field, part::Form};
use crate::{
    app::{
        Action,
        case::{self, At, OwnCase},
    },
    ui::view::View,
};

/// Draws the page.
pub(super) fn about(ui: &mut Ui, view: &View<'_>, own: &OwnCase, out: &mut Vec<Action>) {
    let dossier = At::dossier();
    let form = Form { view, own, list: "case", record: &dossier, prefix: "" };
    case::fields("case").iter().for_each(|of| field::show(ui, &form, of, out));
    let at = At::list("about");
    let form = Form { list: "about", record: &at, ..form };
    case::of_about().iter().for_each(|of| field::show(ui, &form, of, out));
}
