//! The rule box: what is counted and how, which channels, and what stays as it is.

use eframe::egui::{
    Button, CornerRadius, Frame, Label, Margin, PopupCloseBehavior, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
    containers::menu::{MenuButton, MenuConfig},
    pos2, vec2,
};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::{CountingRule, Wishes},
    app::{Action, alternatives},
    domain::{TermIx, ValueIx},
    ui::{
        fonts, theme, top,
        view::View,
        widgets::{control::line, icon},
    },
    wording::{self, alternatives::least as words, ui as labels},
};

/// A box in the colour of panels.
pub(super) fn frame(view: &View<'_>) -> Frame {
    Frame::new().fill(view.tokens.panel).corner_radius(view.tokens.size.radius).inner_margin(Margin {
        left: 12,
        right: 12,
        top: 10,
        bottom: 12,
    })
}

/// A heading inside a box.
pub(super) fn heading(ui: &mut Ui, view: &View<'_>, text: &str) {
    ui.add(Label::new(RichText::new(text).font(fonts::semibold(view.tokens.size.body))).wrap());
}

/// Small weak text.
pub(super) fn small(ui: &mut Ui, view: &View<'_>, text: &str) {
    let font = fonts::regular(view.tokens.size.small);
    ui.add(Label::new(RichText::new(text).font(font).color(view.tokens.ink_weak)).wrap());
}

/// Draws the box.
pub(super) fn rule(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let mut wishes = view.state.alternatives.wishes.clone();
    frame(view).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        heading(ui, view, words::RULE);
        for rule in CountingRule::iter() {
            wrapped(ui, |ui| {
                if ui.radio(wishes.rule == rule, words::counting_rule(rule)).clicked() {
                    wishes.rule = rule;
                }
            });
        }
        ui.add_space(4.0);
        ui.checkbox(&mut wishes.must_accept_only, words::MUST_ACCEPT_ONLY);
        later(ui, &mut wishes);
        channels(ui, view, out);
        ui.add_space(8.0);
        locks(ui, view, out);
    });
    if wishes != view.state.alternatives.wishes {
        out.push(Action::Alternatives(alternatives::Action::Wish(wishes)));
    }
}

/// Long names of options wrap.
fn wrapped(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.style_mut().wrap_mode = Some(eframe::egui::TextWrapMode::Wrap);
        add(ui);
    });
}

/// The switch for values put forward later: both searches obey it.
pub(super) fn later(ui: &mut Ui, wishes: &mut Wishes) {
    ui.checkbox(&mut wishes.later_values, words::LATER_VALUES);
}

/// Which statements count: the same list as in the bar above.
fn channels(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    let stays = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let stays = stays.style(theme::menus as fn(&mut eframe::egui::Style));
    let text = Button::new(format!("{}\u{2026}", labels::COUNTING));
    MenuButton::from_button(text).config(stays).ui(ui, |ui| top::counting(ui, view, out));
}

/// The terms of the plan, each with its lock.
pub(super) fn locks(ui: &mut Ui, view: &View<'_>, out: &mut Vec<Action>) {
    heading(ui, view, words::LOCKS);
    small(ui, view, words::LOCKS_NOTE);
    ui.add_space(2.0);
    for (term, value) in view.state.plan().iter().filter(|(_, value)| value.is_some()) {
        if lock(ui, view, term, value) {
            out.push(Action::Alternatives(alternatives::Action::ToggleLock(term)));
        }
    }
}

/// Height of a term with its lock.
const LOCK: f32 = 28.0;

fn lock(ui: &mut Ui, view: &View<'_>, term: TermIx, value: Option<ValueIx>) -> bool {
    let (dossier, tokens) = (view.dossier(), view.tokens);
    let locked = view.state.alternatives.wishes.locked.contains(&term);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LOCK), Sense::click());
    let name = words::lock_name(dossier, term, value);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, locked, &name));
    let radius = CornerRadius::same(4);
    if locked {
        ui.painter().rect_filled(rect, radius, tokens.chosen);
    }
    if response.hovered() {
        ui.painter().rect_filled(rect, radius, tokens.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, radius, Stroke::new(2.0, tokens.focus), StrokeKind::Inside);
    }
    let shown = if locked { icon::Icon::Locked } else { icon::Icon::Unlocked };
    let ink = if locked { tokens.ink } else { tokens.ink_weak };
    icon::paint(ui.painter(), shown, pos2(rect.left() + 16.0, rect.center().y), 14.0, Stroke::new(1.6, ink));
    let font = fonts::semibold(tokens.size.small);
    let room = rect.width() - 36.0;
    let term_name = line(ui, &dossier.term(term).name, font, tokens.ink, room * 0.55);
    let left = rect.left() + 32.0;
    let at = pos2(left, rect.center().y - term_name.size().y / 2.0);
    let value_left = left + term_name.size().x + 8.0;
    ui.painter().galley(at, term_name, tokens.ink);
    let value = wording::value_name(dossier, term, value);
    let value = line(ui, &value, fonts::regular(tokens.size.small), tokens.ink_weak, rect.right() - 4.0 - value_left);
    ui.painter().galley(pos2(value_left, rect.center().y - value.size().y / 2.0), value, tokens.ink_weak);
    crate::ui::view::tip(response, name).clicked()
}
