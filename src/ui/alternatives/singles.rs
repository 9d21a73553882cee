//! Change one thing: for each term, what each value would change.

use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, RichText, Stroke, Ui, WidgetInfo, vec2};

use super::cells::{cells, column};
use crate::{
    app::{Action, Edit, alternatives::Single},
    domain::TermIx,
    ui::{
        fonts, ranges,
        view::View,
        widgets::tip::{Tip as _, cut},
    },
    wording::alternatives as words,
};

/// The widths of the columns, in points.
struct Columns {
    value: f32,
    lists: [f32; 3],
}

impl Columns {
    fn of(width: f32) -> Self {
        let value = (width * 0.24).clamp(150.0, 260.0);
        let rest = width - value - 3.0 * GAP;
        Self { value, lists: [rest * 0.38, rest * 0.38, rest * 0.24] }
    }
}

/// Greatest width of a range strip: wider ones are not read more easily.
const STRIP: f32 = 760.0;

/// Distance between columns.
const GAP: f32 = 12.0;

/// Draws the part.
pub(super) fn singles(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let Some(singles) = &view.state.alternatives.singles else { return };
    ui.add(Label::new(RichText::new(words::SINGLES_NOTE).color(view.tokens.ink_weak)).wrap());
    ui.add_space(4.0);
    for (term, values) in TermIx::all(singles.terms.len()).zip(&singles.terms) {
        block(ui, view, term, values, out);
    }
}

/// A term with its values.
fn block(ui: &mut Ui, view: &View<'_>, term: TermIx, values: &[Single], out: &mut Vec<Action>) {
    let tokens = view.tokens;
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(tokens.size.radius)
        .inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 8 });
    ui.push_id(term, |ui| {
        frame.show(ui, |ui| {
            let columns = Columns::of(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(GAP, 3.0);
            heads(ui, view, term, &columns);
            for single in values {
                row(ui, view, term, single, &columns, out);
            }
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            ui.scope(|ui| {
                ui.set_max_width(STRIP);
                ranges::strip(ui, view, term, out);
            });
        });
    });
    ui.add_space(8.0);
}

fn heads(ui: &mut Ui, view: &View<'_>, term: TermIx, columns: &Columns) {
    let size = view.tokens.size;
    ui.horizontal_top(|ui| {
        column(ui, columns.value, |ui| {
            let name = RichText::new(&view.dossier().term(term).name).font(fonts::semibold(size.header));
            cut(ui, name);
        });
        for (width, text) in columns.lists.iter().zip([words::NEWLY, words::NO_LONGER, words::MARKED_OTHERWISE]) {
            column(ui, *width, |ui| {
                let font = fonts::regular(size.small);
                cut(ui, RichText::new(text).font(font).color(view.tokens.ink_weak));
            });
        }
    });
}

fn row(ui: &mut Ui, view: &View<'_>, term: TermIx, single: &Single, columns: &Columns, out: &mut Vec<Action>) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(columns.value, 32.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(columns.value);
            value(ui, view, term, single, columns.value, out);
        });
        if single.is_current {
            weak(ui, view, words::IN_YOUR_PLAN);
            return;
        }
        if let Some(waits) = words::first_put_forward(view.dossier(), term, single, view.dates) {
            weak(ui, view, &waits);
            return;
        }
        if single.cells.iter().all(Vec::is_empty) {
            weak(ui, view, words::NO_MARK_WOULD_CHANGE);
            return;
        }
        for (width, list) in columns.lists.iter().zip(&single.cells) {
            column(ui, *width, |ui| cells(ui, view, Some(term), list, out));
        }
    });
    if let Some(rules) = words::rules(view.dossier(), single) {
        ui.add(Label::new(RichText::new(rules).color(view.tokens.warn)).wrap());
    }
}

/// The button that puts the value into the plan.
fn value(ui: &mut Ui, view: &View<'_>, term: TermIx, single: &Single, width: f32, out: &mut Vec<Action>) {
    let tokens = view.tokens;
    let text = words::values(view.dossier(), term, single);
    let button = if single.is_current {
        Button::new(RichText::new(text).color(tokens.ink_selected)).fill(tokens.selected)
    } else {
        Button::new(text)
    };
    let button = button.truncate().min_size(vec2(width, 30.0));
    let response = ui.add_enabled(single.is_put_forward, button);
    let name = words::single_name(view.dossier(), term, single, view.dates);
    response.widget_info(|| {
        WidgetInfo::selected(eframe::egui::Role::Button, single.is_put_forward, single.is_current, &name)
    });
    let tip = match single.nearest {
        _ if single.first != single.last => words::sets(view.dossier(), term, single.nearest),
        Some(value) => view.dossier().term(term).values[value.get()].meaning.clone(),
        None => String::new(),
    };
    let clicked = response.clicked();
    if !tip.is_empty() {
        response.tip(tip);
    }
    if clicked && !single.is_current {
        out.push(Action::Edit(Edit::SetTerm(term, single.nearest)));
    }
}

fn weak(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.add_sized(
        vec2(0.0, 32.0),
        Label::new(RichText::new(text).font(fonts::regular(view.tokens.size.small)).color(view.tokens.ink_weak)),
    );
}
