//! A position with its statements: what was said, by whom, in what office, when, published where.

use eframe::egui::{
    Button, Frame, Label, Margin, RichText, Role, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, accesskit, vec2,
};

use crate::{
    analysis::{Effect, PositionReport, Standing},
    app::{Action, Command, Dialog, Edit, WhySubject},
    domain::{MAX_EXPLANATION, Source, SourceKind, Statement, StatementIx, Strength},
    ui::{
        fonts, limit,
        marks::shape,
        view::{View, has_field},
        widgets::mark::mark_icon,
    },
    wording::{self, everyone, how_read, ui as words},
};

use super::weak;

/// Draws a card for a position.
pub fn position(ui: &mut Ui, view: &View<'_>, report: &PositionReport, out: &mut Vec<Action>) {
    let (dossier, tokens) = (view.dossier(), view.tokens);
    let sourceless = report.statements.iter().all(|ix| dossier.statement(*ix).sources.is_empty());
    let edge = if report.bears() { tokens.edge } else { tokens.line };
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(if sourceless { 2.0 } else { 1.0 }, edge))
        .corner_radius(tokens.size.radius)
        .inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_role(accesskit::Role::Article));
        ui.set_min_width(ui.available_width());
        effect(ui, view, report);
        depends(ui, view, report, out);
        // Several positions can be read from one statement: what stands under it needs an id for each of them.
        ui.push_id(report.position, |ui| {
            for (place, statement) in report.statements.iter().enumerate() {
                let first = place == 0;
                said(ui, view, *statement, Some(report).filter(|_| first), out);
                if first {
                    reading(ui, view, report);
                }
                use_it(ui, view, *statement, out);
            }
        });
    });
}

/// The verdict in a sentence that names the speaker and the day.
fn effect(ui: &mut Ui, view: &View<'_>, report: &PositionReport) {
    let mark = match (report.effect, report.strength) {
        (Effect::Contradicts, Strength::RedLine) => Some(crate::analysis::Mark::RedLine),
        (Effect::Contradicts, Strength::Opposes) => Some(crate::analysis::Mark::Opposed),
        (Effect::Contradicts, _) => Some(crate::analysis::Mark::Otherwise),
        (Effect::Supports, _) => Some(crate::analysis::Mark::Supported),
        (Effect::InLine, _) => Some(crate::analysis::Mark::InLine),
        (Effect::NotTakenUp | Effect::Depends | Effect::NoDemand, _) => None,
    };
    let sentence = if report.standing == Standing::InForce {
        wording::effect_sentence(view.dossier(), view.plan(), report, view.dates)
    } else {
        wording::standing(view.dossier(), report.standing, report.position, view.dates)
    };
    ui.horizontal(|ui| {
        if let Some(mark) = mark.filter(|_| report.standing == Standing::InForce) {
            mark_icon(ui, shape(mark), 18.0);
        }
        ui.add(Label::new(RichText::new(sentence).font(fonts::semibold(view.tokens.size.body))).wrap());
    });
    if let Some(reason) = report.uncounted {
        ui.label(RichText::new(wording::uncounted(reason)).color(view.tokens.warn));
    }
}

/// A statement on its own.
pub fn statement(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    said(ui, view, ix, None, out);
    use_it(ui, view, ix, out);
}

/// What was said, and who, when, where; with the strength and the voice of the position that reads it so.
fn said(ui: &mut Ui, view: &View<'_>, ix: StatementIx, report: Option<&PositionReport>, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    let statement = dossier.statement(ix);
    ui.add_space(2.0);
    ui.label(&statement.short);
    if let Some(quote) = &statement.quote {
        ui.label(RichText::new(words::quote(quote)).italics());
    }
    ui.label(RichText::new(words::speaker(statement)).font(fonts::semibold(view.tokens.size.body)));
    let source = statement.sources.first().map(|source| dossier.source(*source));
    weak(ui, view, words::when_and_where(statement, source, view.dates));
    small_row(ui, CHIP, |ui| {
        chips(ui, view, statement, source);
        if let Some(report) = report {
            let position = dossier.position(report.position);
            if position.demand.is_some() {
                strength_chip(ui, view, report, out);
            }
            if !position.voice.is_empty() {
                chip(ui, view, &words::voice(&position.voice));
            }
        }
    });
    // Who, when, where and what kind of evidence stand above the longer account: they are to be seen at once.
    if !statement.long.is_empty() {
        weak(ui, view, &statement.long);
    }
    if !statement.caveat.is_empty() {
        ui.label(RichText::new(words::note(&statement.caveat)).color(view.tokens.warn));
    }
}

/// The way to each row on which a position depends.
fn depends(ui: &mut Ui, view: &View<'_>, report: &PositionReport, out: &mut Vec<Action>) {
    let position = view.dossier().position(report.position);
    let Some(demand) = position.demand.as_ref().filter(|_| report.effect == Effect::Depends) else { return };
    let mut open = demand.terms();
    open.retain(|term| view.plan().get(*term).is_none());
    small_row(ui, SMALL_BUTTON, |ui| {
        for term in open {
            let name = everyone::go_to_row(&view.dossier().term(term).name);
            if ui.add(Button::new(RichText::new(name).small())).clicked() {
                out.push(Action::Why(WhySubject::Term(term)));
            }
        }
    });
}

/// How firmly it is held; a red line leads to what decides one.
fn strength_chip(ui: &mut Ui, view: &View<'_>, report: &PositionReport, out: &mut Vec<Action>) {
    let text = wording::held(view.dossier().position(report.position), report.strength);
    if report.strength != Strength::RedLine {
        return chip(ui, view, &text);
    }
    let button = Button::new(RichText::new(text).small()).min_size(vec2(24.0, 24.0));
    if ui.add(button).on_hover_text(how_read::CHIP_TIP).clicked() {
        out.push(Action::Run(Command::RedLines));
    }
}

/// What kind of evidence it is.
pub fn chips(ui: &mut Ui, view: &View<'_>, statement: &Statement, source: Option<&Source>) {
    chip(ui, view, wording::channel(statement.channel));
    if source.is_some_and(|source| source.kind == SourceKind::Secondary) {
        chip(ui, view, words::SECONDARY_SOURCE);
    }
    if statement.unverified {
        chip(ui, view, words::NOT_VERIFIED);
    }
    if source.is_none() {
        chip(ui, view, words::NO_SOURCE);
    }
}

/// Height of a chip, which is no button and needs no room for a finger.
pub const CHIP: f32 = 20.0;

/// Height of a button inside a card.
pub const SMALL_BUTTON: f32 = 26.0;

/// A row of small things that wraps.
pub fn small_row(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = height;
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        ui.spacing_mut().button_padding = vec2(8.0, 2.0);
        ui.horizontal_wrapped(add);
    });
}

/// A small word with an edge around it.
pub fn chip(ui: &mut Ui, view: &View<'_>, text: &str) {
    // Laid out before its place is taken, so that a row breaks between chips and not inside of them.
    let room = ui.max_rect().width() - 12.0;
    let font = fonts::regular(view.tokens.size.small);
    let galley = ui.painter().layout(text.to_owned(), font, view.tokens.ink, room);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(12.0, 3.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let stroke = Stroke::new(1.0, view.tokens.edge);
    ui.painter().rect_stroke(rect, view.tokens.size.radius, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.min + vec2(6.0, 1.5), galley, view.tokens.ink);
}

/// What can be done with a statement: cite it, look it up, guess at the reason.
fn use_it(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    buttons(ui, view, ix, out);
    guess(ui, view, ix, out);
}

fn buttons(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    let statement = view.dossier().statement(ix);
    small_row(ui, SMALL_BUTTON, |ui| {
        let copy = Button::new(RichText::new(words::COPY_CITATION).small());
        if ui.add(copy).on_hover_text(wording::citation(view.dossier(), ix, view.dates)).clicked() {
            out.push(Action::CopyCitation(ix));
        }
        for source in &statement.sources {
            let source = view.dossier().source(*source);
            let button = Button::new(RichText::new(words::source_button(source, statement.sources.len())).small());
            if ui.add(button).on_hover_text(&source.url).clicked() {
                out.push(Action::Show(Dialog::Link { url: source.url.clone() }));
            }
        }
    });
}

/// How the statements are read: condition, note, in force since when.
fn reading(ui: &mut Ui, view: &View<'_>, report: &PositionReport) {
    let dossier = view.dossier();
    let position = dossier.position(report.position);
    if let Some(condition) = wording::met_if(dossier, position) {
        ui.label(condition);
    }
    if position.threshold == crate::domain::Threshold::ChosenByAuthor {
        weak(ui, view, words::THRESHOLD_CHOSEN);
    }
    wording::coding::how_read(position).into_iter().for_each(|text| weak(ui, view, text));
    if !position.note.is_empty() {
        weak(ui, view, words::how_read(&position.note));
    }
    if report.standing == Standing::InForce {
        weak(ui, view, wording::standing(dossier, report.standing, report.position, view.dates));
    }
}

/// The student's own words beside a statement.
pub fn guess(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    let statement = view.dossier().statement(ix);
    let written = view.state.document.scenario.guesses.get(&statement.id);
    let mut text = written.cloned().unwrap_or_default();
    let id = ui.make_persistent_id(("guess", &statement.id));
    let label = ui.label(RichText::new(words::GUESS).small()).on_hover_text(words::GUESS_NOTE);
    let rows = if text.is_empty() { 1 } else { 2 };
    let field = TextEdit::multiline(&mut text).id(id).char_limit(MAX_EXPLANATION).desired_rows(rows);
    let field = field.desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    has_field(ui);
    if written.is_some() {
        ui.label(RichText::new(words::STUDENT_WRITING).small().color(view.tokens.ink_weak));
    }
    limit::told(ui, view, written.map_or("", String::as_str), MAX_EXPLANATION);
    if response.changed() {
        out.push(Action::Edit(Edit::SetGuess(statement.id.clone(), text)));
    }
    if response.lost_focus() {
        out.push(Action::CloseStep);
    }
}
