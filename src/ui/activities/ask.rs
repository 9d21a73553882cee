//! A question: it stands large above the parties' tiles, and what there is to do stands under them.

use eframe::egui::{Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{
    Asking, act,
    look::{self, Field, GAP, Type},
    reveal, tile,
};
use crate::{
    app::{
        Action, Edit,
        activities::ClassEdit,
        predict::{Action as Predict, Mode, Open, Phase, Stage},
    },
    domain::MAX_EXPLANATION,
    ui::{
        fonts,
        keys::is_covered,
        look::LOW,
        view::{View, follow_focus},
    },
    wording::activities as words,
};

/// Draws a question.
pub(super) fn ask(ui: &mut Ui, view: &View<'_>, open: &Open, out: &mut Vec<Action>) {
    let predict = &view.state.activities.predict;
    let document = &view.state.document;
    let question = open.asked.question(document, predict.is_alone(), predict.student);
    let prediction = document.scenario.class.prediction(&question);
    let tile = tile::least_size(ui, view, open, predict.mode);
    let asking = Asking { open, question, prediction, mode: predict.mode, tile };
    keys(ui, view, open, out);
    head(ui, view, &asking);
    // Drawn after the tiles although its space is taken before: Tab goes from the answers to what comes after them.
    let known = ui.scope_id().with("foot");
    let height: f32 = ui.data(|data| data.get_temp(known)).unwrap_or(FOOT);
    let space = ui.available_rect_before_wrap();
    let (body, foot) = space.split_top_bottom_at_y(space.bottom() - height);
    let foot = foot.with_min_y(foot.top() + 8.0);
    ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        ui.add_space(8.0);
        if open.phase == Phase::Reveal {
            reveal::reveal(ui, view, &asking, foot, out);
        } else {
            tiles(ui, view, &asking, out);
        }
    });
    let drawn = ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| self::foot(ui, view, &asking, out)).response;
    let height = drawn.rect.height() + 8.0;
    if ui.data_mut(|data| data.get_temp(known)) != Some(height) {
        ui.data_mut(|data| data.insert_temp(known, height));
        ui.ctx().request_discard("foot");
    }
}

/// Height of the foot until it has been drawn once, in points.
const FOOT: f32 = 52.0;

/// A remote plays the question to its end: what turns no tile any more, or none yet, goes on.
fn keys(ui: &Ui, view: &View<'_>, open: &Open, out: &mut Vec<Action>) {
    if goes_on(ui, view)
        && let Some(next) = next(view, open)
    {
        out.push(act(next));
    }
}

/// True if the key of a remote that goes on was pressed. Tiles are turned by commands, which have taken it as long as there
/// are any.
pub(super) fn goes_on(ui: &Ui, view: &View<'_>) -> bool {
    if ui.text_edit_focused() || is_covered(ui, view) {
        return false;
    }
    let by_arrows = view.state.presenter.is_on && view.state.settings.arrows_reveal;
    let keys = [Some(Key::PageDown), by_arrows.then_some(Key::ArrowRight)];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    keys.into_iter().flatten().any(pressed)
}

/// What comes after this phase; `None` while tiles are turned.
fn next(view: &View<'_>, open: &Open) -> Option<Predict> {
    let predict = &view.state.activities.predict;
    let Stage::Asking(n) = predict.stage else { return None };
    match open.phase {
        Phase::Vote | Phase::Discuss => Some(Predict::VotesIn),
        Phase::Reveal if !open.is_done() => None,
        Phase::Reveal if n + 1 == predict.questions.len() => Some(Predict::Table),
        Phase::Reveal => Some(Predict::Go(n + 1)),
    }
}

fn head(ui: &mut Ui, view: &View<'_>, asking: &Asking<'_>) {
    let size = Type::of(ui);
    let (dossier, open) = (view.dossier(), asking.open);
    look::heading(ui, view, &dossier.term(open.asked.term).question, size.question);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 6.0);
        let text = words::term_and_value(dossier, open.asked);
        let font = fonts::semibold(size.lead);
        let galley = ui.painter().layout(text.clone(), font, view.tokens.ink_selected, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(28.0, 10.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        ui.painter().rect_filled(rect, view.tokens.size.radius, view.tokens.selected);
        ui.painter().galley(rect.min + vec2(14.0, 5.0), galley, view.tokens.ink_selected);
        let low = ui.content_rect().height() < LOW;
        let mut what = |text| drop(look::whole(ui, text, size.name, view.tokens.ink));
        match (open.phase, asking.mode) {
            // In a low window the answers have its room: they say it themselves.
            (Phase::Vote, _) if low => {}
            (Phase::Vote, Mode::Class) => what(words::VOTE_CLASS),
            (Phase::Vote, Mode::Single) => what(words::VOTE_SINGLE),
            (Phase::Discuss, _) => drop(look::heading(ui, view, words::DISCUSS, size.lead)),
            // What to do stands where the statements will.
            (Phase::Reveal, _) => {}
        }
        let predict = &view.state.activities.predict;
        if let Stage::Asking(n) = predict.stage {
            let mut place = words::question_of(n + 1, predict.questions.len());
            // On the wall the day stands at the top.
            if !view.state.presenter.is_on {
                let day = words::on_file_on(view.state.document.scenario.as_of, view.dates);
                place = format!("{place} \u{b7} {day}");
            }
            look::whole(ui, &place, size.small, view.tokens.ink_weak);
            if open.phase != Phase::Reveal && !low {
                look::whole(ui, words::TAKEN_IN, size.small, view.tokens.ink_weak);
            }
        }
    });
}

fn tiles(ui: &mut Ui, view: &View<'_>, asking: &Asking<'_>, out: &mut Vec<Action>) {
    let [least, height] = asking.tile.into();
    ScrollArea::vertical().id_salt(("tiles", asking.open.asked.term)).auto_shrink(false).show(ui, |ui| {
        let (n, width) = look::columns(ui.available_width() - 6.0, least, GAP, view.columns.len());
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for row in view.columns.chunks(n) {
            let (space, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
            let mut left = space.left();
            for column in row {
                let rect = Rect::from_min_size(pos2(left, space.top()), vec2(width, height));
                // A child that takes no space of its own: the row has it already.
                let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(column.party));
                tile::tile(&mut child, view, asking, column.party, out);
                left += width + GAP;
            }
        }
        follow_focus(ui);
    });
}

/// Draws the foot; returns the whole line.
fn foot(ui: &mut Ui, view: &View<'_>, asking: &Asking<'_>, out: &mut Vec<Action>) -> Rect {
    let size = Type::of(ui);
    let whole = ui.available_rect_before_wrap();
    let row = ui.horizontal(|ui| {
        buttons(ui, view, asking.open, out);
        if asking.open.phase == Phase::Reveal {
            return;
        }
        ui.add_space(8.0);
        look::weak(ui, view, words::REASON, size.body);
        let value = asking.prediction.map_or("", |prediction| prediction.reason.as_str());
        let (name, limit) = (words::REASON, MAX_EXPLANATION);
        let field = Field { label: "", name, value, limit, rows: 1, size: size.body };
        let question = asking.question.clone();
        look::field(ui, view, &field, out, |text| Edit::Class(ClassEdit::Reason(question, text)));
    });
    whole.with_max_y(row.response.rect.bottom())
}

fn buttons(ui: &mut Ui, view: &View<'_>, open: &Open, out: &mut Vec<Action>) {
    let predict = &view.state.activities.predict;
    let Stage::Asking(n) = predict.stage else { return };
    let is_last = n + 1 == predict.questions.len();
    let mut offer = |clicked: bool, action: Predict| {
        if clicked {
            out.push(act(action));
        }
    };
    let to_reveal = open.phase == Phase::Reveal && !open.is_done();
    let label = match open.phase {
        Phase::Vote | Phase::Discuss => words::VOTES_IN,
        Phase::Reveal if to_reveal => words::REVEAL_NEXT,
        Phase::Reveal if is_last => words::OUR_GUESSES,
        Phase::Reveal => words::NEXT_QUESTION,
    };
    // The buttons beside stay where they are when the last tile is turned.
    let labels = [words::REVEAL_NEXT, if is_last { words::OUR_GUESSES } else { words::NEXT_QUESTION }];
    let labels = if open.phase == Phase::Reveal { &labels[..] } else { &[] };
    let action = next(view, open).unwrap_or(Predict::RevealNext);
    offer(look::wide_primary(ui, view, label, labels, true).clicked(), action);
    if open.phase == Phase::Reveal {
        offer(look::plain(ui, words::REVEAL_ALL, to_reveal).clicked(), Predict::RevealAll);
    }
    // There from the first question on: what stops stays where it is, however often one goes on. An answer that was left
    // out can be given as long as nothing was shown.
    let is_covered = open.phase == Phase::Reveal && open.revealed.is_empty();
    let (name, before) = match is_covered {
        true => (words::BACK_TO_ANSWERS, Predict::HideLast),
        false => (words::BACK_ONE_QUESTION, Predict::Go(n.saturating_sub(1))),
    };
    offer(look::plain(ui, words::BACK, is_covered || n > 0).accessible_name(name).clicked(), before);
    offer(look::plain(ui, words::STOP_ASKING, true).clicked(), Predict::Stop);
}
