//! The tile of a party: three answers to choose from, then, once it is turned, what is on file.

use eframe::egui::{self, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};
use strum::IntoEnumIterator as _;

use super::{
    Asking, act,
    look::{self, OptionSpec, Type},
};
use crate::{
    app::{
        Action, Edit, OnFile,
        activities::ClassEdit,
        predict::{Action as Predict, Mode, Open, Phase},
    },
    domain::{Answer, Guess, PartyIx},
    ui::{
        fonts,
        marks::shape,
        theme::CLEAR,
        view::View,
        widgets::{control, mark::mark_icon, tip::Tip as _},
    },
    wording::activities as words,
};

/// Space inside a tile, in points.
const MARGIN: f32 = 8.0;

/// Width and height of a field for hands, in points.
const HANDS: f32 = 44.0;
const HANDS_HEIGHT: f32 = 26.0;

/// Side of the mark of a turned tile, in sizes of its text, and the space beside it in points.
const MARK: f32 = 2.2;
const BESIDE: f32 = 8.0;

/// The least size of a tile in which guess and answer can be read whole, whatever was guessed and whoever has which of the
/// answers on file.
pub(super) fn least_size(ui: &Ui, view: &View<'_>, open: &Open, mode: Mode) -> Vec2 {
    let size = Type::of(ui);
    let around = size.name * 1.5 + 2.0 * MARGIN + 6.0;
    match open.phase {
        Phase::Vote | Phase::Discuss => {
            let hands = if mode == Mode::Class { HANDS + 4.0 } else { 0.0 };
            let answer = |guess| look::option_width(ui, words::guess(guess), size.body);
            let widest = Guess::iter().map(answer).fold(0.0, f32::max);
            vec2(widest + hands + 2.0 * MARGIN, around + 3.0 * answer_height(size)).ceil()
        }
        Phase::Reveal => {
            let expected = Guess::iter().map(|guess| words::expected(Some(guess), mode));
            let expected = expected.map(|text| control::width(ui, &text, fonts::regular(size.small)) + 1.0);
            let width = expected.fold(size.body * 14.2 - 2.0 * MARGIN, f32::max);
            let room = width - size.body * MARK - BESIDE;
            // Any tile may have any of the answers: a height of its own would tell of one that is not turned.
            let on_file = open.on_file.iter().map(|on_file| words::on_tile(view.dossier(), *on_file, view.dates));
            let on_file = on_file.map(|text| look::height(ui, &text, fonts::semibold(size.small), room));
            let on_file = on_file.fold(size.body * MARK, f32::max);
            vec2(width + 2.0 * MARGIN, around + size.small * 1.5 + on_file).ceil()
        }
    }
}

/// Height of an answer to choose.
fn answer_height(size: Type) -> f32 {
    (size.body * 1.75).max(28.0)
}

/// Draws the tile that fills `ui`.
pub(super) fn tile(ui: &mut Ui, view: &View<'_>, asking: &Asking<'_>, party: PartyIx, out: &mut Vec<Action>) {
    let nobody = Answer::default();
    let id = &view.dossier().party(party).id;
    let answer = asking.prediction.and_then(|prediction| prediction.answers.get(id)).unwrap_or(&nobody);
    if asking.open.phase == Phase::Reveal {
        turned(ui, view, asking, party, answer, out);
    } else {
        vote(ui, view, asking, party, answer, out);
    }
}

fn ground(ui: &Ui, view: &View<'_>, rect: egui::Rect, fill: egui::Color32) {
    ui.painter().rect(rect, 8.0, fill, Stroke::new(1.0, view.tokens.edge), StrokeKind::Inside);
}

/// Code and name of the party, in one line.
fn name(ui: &mut Ui, view: &View<'_>, party: PartyIx) {
    let (size, tokens) = (Type::of(ui), view.tokens);
    let party = view.dossier().party(party);
    let room = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(room, size.name * 1.5), Sense::hover());
    let code = look::line(ui, &party.code, fonts::semibold(size.name), room, tokens.ink);
    let left = rect.left() + code.size().x + 8.0;
    let full = look::line(ui, &party.name, fonts::regular(size.small), rect.right() - left, tokens.ink_weak);
    let base = rect.center().y + code.size().y / 2.0 - 2.0;
    ui.painter().galley(pos2(left, base - full.size().y), full, tokens.ink_weak);
    ui.painter().galley(pos2(rect.left(), rect.center().y - code.size().y / 2.0), code, tokens.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &party.name));
    response.tip(format!("{}\n{}", party.name, party.body));
}

fn vote(ui: &mut Ui, view: &View<'_>, asking: &Asking<'_>, party: PartyIx, answer: &Answer, out: &mut Vec<Action>) {
    let rect = ui.max_rect();
    ground(ui, view, rect, view.tokens.surface);
    let height = answer_height(Type::of(ui));
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink(MARGIN)), |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        name(ui, view, party);
        let rows = Guess::iter().map(|guess| (guess, ui.allocate_space(vec2(ui.available_width(), height)).1));
        let rows: Vec<(Guess, Rect)> = rows.collect();
        answers(ui, view, asking, (party, answer), &rows, out);
        // After all answers: whoever counts goes by Tab from one number to the next.
        if asking.mode == Mode::Class {
            hands(ui, view, asking, (party, answer), &rows, out);
        }
    });
}

fn answers(
    ui: &mut Ui,
    view: &View<'_>,
    asking: &Asking<'_>,
    (party, answer): (PartyIx, &Answer),
    rows: &[(Guess, Rect)],
    out: &mut Vec<Action>,
) {
    let by_hands = asking.mode == Mode::Class;
    let beside = if by_hands { HANDS + 4.0 } else { 0.0 };
    for (guess, row) in rows {
        let on = answer.guess == Some(*guess);
        let name = words::guess_name(view.dossier(), party, *guess);
        let spec = OptionSpec {
            role: Role::RadioButton,
            label: words::guess(*guess),
            name: &name,
            on,
            enabled: true,
            width: row.width() - beside,
            size: Type::of(ui).body,
        };
        let mut place = ui.new_child(UiBuilder::new().id_salt(("answer", guess.place())).max_rect(*row));
        if look::option(&mut place, view, &spec).clicked() {
            // What the hands decided is taken back by counting again, not by saying it once more.
            let stays = by_hands && answer.hands[guess.place()] > 0;
            let guess = (!on || stays).then_some(*guess);
            let id = view.dossier().party(party).id.clone();
            out.push(Action::Edit(ClassEdit::Guess(asking.question.clone(), id, guess).into()));
        }
    }
}

fn hands(
    ui: &mut Ui,
    view: &View<'_>,
    asking: &Asking<'_>,
    (party, answer): (PartyIx, &Answer),
    rows: &[(Guess, Rect)],
    out: &mut Vec<Action>,
) {
    for (guess, row) in rows {
        let name = words::hands_name(view.dossier(), party, *guess);
        let id = view.dossier().party(party).id.clone();
        let edit = |n| Edit::Class(ClassEdit::Hands(asking.question.clone(), id, *guess, n));
        let size = vec2(HANDS, HANDS_HEIGHT);
        let field = Rect::from_min_size(pos2(row.right() - HANDS, row.center().y - HANDS_HEIGHT / 2.0), size);
        let mut place = ui.new_child(UiBuilder::new().id_salt(("hands", guess.place())).max_rect(field));
        place.spacing_mut().interact_size.y = HANDS_HEIGHT;
        look::hands(&mut place, &name, answer.hands[guess.place()], size, out, edit);
    }
}

fn turned(ui: &mut Ui, view: &View<'_>, asking: &Asking<'_>, party: PartyIx, answer: &Answer, out: &mut Vec<Action>) {
    let rect = ui.max_rect();
    let dossier = view.dossier();
    let expected = words::expected(answer.guess, asking.mode);
    let shown = asking.open.shown(party);
    let response = ui.interact(rect, ui.make_persistent_id("tile"), Sense::click());
    let label = match shown {
        // A covered tile says nothing of what is on file, to nobody.
        None => words::covered_tile(dossier, party, &expected),
        Some(on_file) => {
            format!("{}. {expected}. {}", dossier.party(party).name, words::on_file(dossier, on_file, view.dates))
        }
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let lit = response.hovered() || (shown.is_some() && asking.open.spotlight == Some(party));
    let fill = match shown {
        _ if lit => view.tokens.hover,
        Some(_) => view.tokens.surface,
        None => view.tokens.panel,
    };
    ground(ui, view, rect, fill);
    if response.has_focus() {
        let stroke = Stroke::new(view.tokens.size.ring, view.tokens.focus);
        ui.painter().rect_stroke(rect, 8.0, stroke, StrokeKind::Inside);
    }
    if response.clicked() {
        out.push(act(Predict::Reveal(party)));
    }
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink(MARGIN)), |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
        name(ui, view, party);
        inside(ui, view, &expected, shown);
    });
}

fn inside(ui: &mut Ui, view: &View<'_>, expected: &str, shown: Option<OnFile>) {
    let (size, tokens) = (Type::of(ui), view.tokens);
    let room = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(room, size.small * 1.5), Sense::hover());
    let galley = look::line(ui, expected, fonts::regular(size.small), room, tokens.ink_weak);
    ui.painter().galley(rect.min, galley, tokens.ink_weak);
    let side = size.body * MARK;
    match shown {
        None => {
            let (rect, _) = ui.allocate_exact_size(vec2(room, side), Sense::hover());
            ui.painter().rect(rect, 6.0, CLEAR, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
            let galley = look::line(ui, "?", fonts::semibold(size.lead), room, tokens.ink_weak);
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.ink_weak);
        }
        Some(on_file) => {
            ui.horizontal_top(|ui| {
                mark_icon(ui, shape(on_file.mark), side);
                let text = words::on_tile(view.dossier(), on_file, view.dates);
                let room = ui.available_width() - 4.0;
                let job = egui::text::LayoutJob::simple(text, fonts::semibold(size.small), tokens.ink, room);
                let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
                let (rect, _) = ui.allocate_exact_size(vec2(room, side.max(galley.size().y)), Sense::hover());
                let at = pos2(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0);
                ui.painter().galley(at, galley, tokens.ink);
            });
        }
    }
}
