//! What the plan can say about a term, as large buttons with the digits that choose them; a number has its slider.

use eframe::egui::{Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::{
    app::{Action, Edit},
    domain::{TermIx, TermKind, ValueIx},
    ui::{
        fonts, term_control,
        view::View,
        widgets::{
            choice,
            control::{ControlSpec, OptionSpec},
            number,
            tip::Tip as _,
        },
    },
    wording::{presenter as texts, ui as words},
};

use super::{text, wall_id};

/// Height of a button, in points, and the space between two.
const BUTTON: f32 = 36.0;
const GAP: f32 = 8.0;

/// More values than there are digits are shown as a number is: as a list.
const MOST_BUTTONS: usize = 9;

/// Width of a digit's cap with the space after it, and the space at either end of a button.
const CAP: f32 = 28.0;
const END: f32 = 12.0;

/// Draws the options of a term at the top of `space`; returns where the last line of them ends.
pub(super) fn options(ui: &mut Ui, view: &View<'_>, ix: TermIx, space: Rect, out: &mut Vec<Action>) -> Pos2 {
    let term = view.dossier().term(ix);
    let meanings = term_control::meanings(view, ix);
    let options = term_control::options(view, ix, &meanings);
    let selected = view.state.plan().get(ix).map(ValueIx::get);
    let is_number = matches!(term.kind, TermKind::Number { .. }) || options.len() > MOST_BUTTONS;
    let (chosen, end) = if is_number {
        let rect = Rect::from_min_size(space.min, vec2(space.width().min(700.0), BUTTON + 2.0));
        let spec = ControlSpec {
            id: number_id(ix),
            term: &term.name,
            options: &options,
            selected,
            previewed: None,
            texts: &term_control::TEXTS,
        };
        (number::number(ui, rect, &spec).chosen, rect.max)
    } else {
        buttons(ui, view, ix, (&options, selected), space)
    };
    if let Some(value) = chosen {
        out.push(Action::Edit(Edit::SetTerm(ix, value.map(ValueIx::at))));
    }
    end
}

/// The control of a number.
pub(super) fn number_id(ix: TermIx) -> Id {
    wall_id().with(("number", ix))
}

/// The list of a term's values at the row of the table, while it is open.
pub(super) fn list(view: &View<'_>, ix: TermIx, row: &Response, out: &mut Vec<Action>) {
    let meanings = term_control::meanings(view, ix);
    let options = term_control::options(view, ix, &meanings);
    let spec = ControlSpec {
        id: number_id(ix),
        term: &view.dossier().term(ix).name,
        options: &options,
        selected: view.state.plan().get(ix).map(ValueIx::get),
        previewed: None,
        texts: &term_control::TEXTS,
    };
    if let Some(value) = choice::list(row, &spec, 200.0).chosen {
        out.push(Action::Edit(Edit::SetTerm(ix, value.map(ValueIx::at))));
    }
}

/// Draws the buttons, in as many lines as they need; returns what was chosen and where the last line ends.
fn buttons(
    ui: &mut Ui,
    view: &View<'_>,
    ix: TermIx,
    (options, selected): (&[OptionSpec<'_>], Option<usize>),
    space: Rect,
) -> (Option<Option<usize>>, Pos2) {
    let term = view.dossier().term(ix);
    let id = wall_id().with(("options", ix));
    let group = UiBuilder::new().scope_id(id).max_rect(space).accessibility_role(Role::RadioGroup);
    let group = ui.new_child(group.accessibility_label(format!("{}. {}", texts::OPTIONS, term.name)));
    let font = fonts::regular(view.tokens.size.body + 1.0);
    let all = options.iter().enumerate().map(|(place, option)| (Some(place), *option));
    let mut at = space.min;
    let mut chosen = None;
    for (value, option) in all.chain([(None, OptionSpec::new(words::NOT_IN_PLAN))]) {
        let width = text::width(&group, option.name, font.clone()) + CAP + 2.0 * END;
        if at.x + width > space.right() && at.x > space.left() {
            at = pos2(space.left(), at.y + BUTTON + GAP);
        }
        let button = Button {
            rect: Rect::from_min_size(at, vec2(width, BUTTON)),
            id: id.with(value),
            digit: value.map_or(0, |value| value + 1),
            option,
            is_on: selected == value,
            name: match value {
                Some(value) => format!("{}, {}, {}", term.name, option.name, words::place(value + 1, options.len())),
                None => format!("{}, {}", term.name, option.name),
            },
        };
        if button.draw(&group, view) {
            chosen = Some(value);
        }
        at.x += width + GAP;
    }
    (chosen, at + vec2(-GAP, BUTTON))
}

/// A button for one option.
struct Button<'a> {
    rect: Rect,
    id: Id,
    digit: usize,
    option: OptionSpec<'a>,
    is_on: bool,
    name: String,
}

impl Button<'_> {
    /// Draws it; returns whether it was chosen.
    fn draw(self, ui: &Ui, view: &View<'_>) -> bool {
        let Self { rect, id, digit, option, is_on, name } = self;
        let (tokens, painter) = (view.tokens, ui.painter());
        let response = ui.interact(rect, id, Sense::CLICK);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, option.available, is_on, &name));
        let (fill, ink) = if is_on {
            (tokens.selected, tokens.ink_selected)
        } else if response.hovered() && option.available {
            (tokens.hover, tokens.ink)
        } else {
            (tokens.surface, tokens.ink)
        };
        // What nobody had put forward by this day has no frame: it is there, but it is no button.
        let edge = if option.available { Stroke::new(1.5, tokens.edge) } else { Stroke::NONE };
        painter.rect(rect, 6.0, fill, edge, StrokeKind::Inside);
        let cap = Rect::from_center_size(pos2(rect.left() + END + 9.0, rect.center().y), vec2(20.0, 22.0));
        if option.available {
            painter.rect_stroke(cap, 4.0, Stroke::new(1.0, ink), StrokeKind::Inside);
            let galley = text::wrapped(ui, &digit.to_string(), fonts::semibold(tokens.size.body), ink, f32::INFINITY);
            painter.galley(cap.center() - galley.size() / 2.0, galley, ink);
        }
        let font = fonts::regular(tokens.size.body + 1.0);
        let galley = text::wrapped(ui, option.name, font, ink, f32::INFINITY);
        let at = pos2(rect.left() + END + CAP - 2.0, rect.center().y - galley.size().y / 2.0);
        painter.galley(at, galley, ink);
        let clicked = response.clicked() && option.available;
        if !option.tooltip.is_empty() {
            response.tip(option.tooltip);
        }
        clicked
    }
}
