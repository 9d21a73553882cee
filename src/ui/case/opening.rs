//! A statement of a day after the one at which the case opens: the table would not show it, which is said, with a way out.

use eframe::egui::{RichText, Ui};

use super::{act, part::Form};
use crate::{
    app::{
        Action,
        case::{self, At, Edit},
    },
    domain::Date,
    wording::{case as words, date},
};

/// Says so under the field for the day, and offers to open the case at that day.
pub(super) fn offer(ui: &mut Ui, form: &Form<'_>, at: &At, out: &mut Vec<Action>) {
    let day = |at: &At| form.own.string(at).and_then(|text| text.parse::<Date>().ok());
    let opens = At::list("as_of");
    let (Some(said), Some(as_of)) = (day(at), day(&opens)) else { return };
    if said.day_number() <= as_of.last_day_number() {
        return;
    }
    let style = form.view.dates;
    ui.label(RichText::new(words::after_the_case(&date(as_of, style))).small().color(form.view.tokens.warn));
    if ui.button(words::open_at(&date(said, style))).clicked() {
        let typed = form.own.string(at).unwrap_or_default();
        let mut edits = vec![Edit::Text { at: opens, text: typed.clone(), needed: true }];
        let covers = form.own.strings(&At::list("covers"));
        let ends = covers.get(1).and_then(|last| last.parse::<Date>().ok());
        // What was looked through reaches as far as what was found.
        if let (Some(first), Some(ends)) = (covers.first(), ends)
            && ends.last_day_number() < said.day_number()
        {
            edits.push(Edit::Pair(At::list("covers"), [first.clone(), typed]));
        }
        out.push(act(case::Action::Edit(edits)));
    }
}
