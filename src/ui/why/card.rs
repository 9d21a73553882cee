//! A position with its statements: what was said, by whom, in what office, when, published where.

use eframe::egui::{Button, Label, RichText, Stroke, TextEdit, Ui, vec2};

use crate::{
    analysis::{Effect, Mark, PositionReport, Standing},
    app::{Action, Command, Dialog, Edit, WhySubject},
    domain::{MAX_EXPLANATION, StatementIx, Strength},
    ui::{
        fonts, limit,
        marks::shape,
        statement_card::{self, Form, chip},
        view::{View, has_field},
        widgets::{mark::mark_icon, tip::Tip as _},
    },
    wording::{self, everyone, how_read, ui as words},
};

use super::{walk::Walk, weak};

/// Draws a card for a position.
pub(crate) fn position(ui: &mut Ui, view: &View<'_>, report: &PositionReport, walk: &mut Walk, out: &mut Vec<Action>) {
    let name = |place, of| wording::card_name(view.dossier(), &verdict(view, report), report, (place, of), view.dates);
    walk.card(ui, view, name, |ui| whole(ui, view, report, out));
}

/// The verdict as the screen reader hears it before the statement.
fn verdict(view: &View<'_>, report: &PositionReport) -> String {
    match mark(report) {
        Some(mark) => wording::mark_name(mark).to_owned(),
        None => sentence(view, report),
    }
}

fn whole(ui: &mut Ui, view: &View<'_>, report: &PositionReport, out: &mut Vec<Action>) {
    let (dossier, tokens) = (view.dossier(), view.tokens);
    let sourceless = report.statements.iter().all(|ix| dossier.statement(*ix).sources.is_empty());
    let edge = if report.bears() { tokens.edge } else { tokens.line };
    statement_card::framed_by(ui, view, Stroke::new(if sourceless { 2.0 } else { 1.0 }, edge), |ui| {
        effect(ui, view, report);
        if let Some(condition) = wording::met_if(dossier, dossier.position(report.position)) {
            // With the verdict: what was said may sound like the contrary of it.
            ui.label(condition);
        }
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

/// The mark of what the plan does to a position that is in force.
fn mark(report: &PositionReport) -> Option<Mark> {
    report.mark().filter(|_| report.standing == Standing::InForce)
}

/// What the plan does to a position, in a sentence that names the speaker and the day; or since when it is not in force.
fn sentence(view: &View<'_>, report: &PositionReport) -> String {
    if report.standing == Standing::InForce {
        wording::effect_sentence(view.dossier(), view.plan(), report, view.dates)
    } else {
        wording::standing(view.dossier(), report.standing, report.position, view.dates)
    }
}

fn effect(ui: &mut Ui, view: &View<'_>, report: &PositionReport) {
    ui.horizontal(|ui| {
        if let Some(mark) = mark(report) {
            mark_icon(ui, shape(mark), 18.0);
        }
        ui.add(Label::new(RichText::new(sentence(view, report)).font(fonts::semibold(view.tokens.size.body))).wrap());
    });
    if let Some(reason) = report.uncounted {
        ui.label(RichText::new(wording::uncounted(reason)).color(view.tokens.warn));
    }
}

/// A statement on its own.
pub(crate) fn statement(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    said(ui, view, ix, None, out);
    use_it(ui, view, ix, out);
}

/// What was said; with the strength and the voice of the position that reads it so.
fn said(ui: &mut Ui, view: &View<'_>, ix: StatementIx, report: Option<&PositionReport>, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    statement_card::said(ui, view, dossier, ix, Form::Whole, |ui| {
        if report.is_some_and(|report| report.strength == Strength::RedLine) {
            // The chips beside the button stand in the middle of its height.
            ui.set_row_height(BUTTON);
        }
        statement_card::evidence(ui, view, dossier, ix);
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
}

/// The way to each row on which a position depends.
fn depends(ui: &mut Ui, view: &View<'_>, report: &PositionReport, out: &mut Vec<Action>) {
    let position = view.dossier().position(report.position);
    let Some(demand) = position.demand.as_ref().filter(|_| report.effect == Effect::Depends) else { return };
    let mut open = demand.terms();
    open.retain(|term| view.plan().get(*term).is_none());
    statement_card::buttons(ui, |ui| {
        for term in open {
            let name = everyone::go_to_row(&view.dossier().term(term).name);
            if ui.add(Button::new(RichText::new(name).small())).clicked() {
                out.push(Action::Why(WhySubject::Term(term)));
            }
        }
    });
}

/// The least height of a button, in points.
const BUTTON: f32 = 24.0;

/// How firmly it is held; a red line leads to what decides one.
fn strength_chip(ui: &mut Ui, view: &View<'_>, report: &PositionReport, out: &mut Vec<Action>) {
    let text = wording::held(view.dossier().position(report.position), report.strength);
    if report.strength != Strength::RedLine {
        chip(ui, view, &text);
        return;
    }
    let button = Button::new(RichText::new(text).small()).min_size(vec2(BUTTON, BUTTON));
    if ui.add(button).tip(how_read::CHIP_TIP).clicked() {
        out.push(Action::Run(Command::RedLines));
    }
}

/// What can be done with a statement: cite it, look it up, guess at the reason.
fn use_it(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    buttons(ui, view, ix, out);
    guess(ui, view, ix, out);
}

fn buttons(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    let statement = view.dossier().statement(ix);
    statement_card::buttons(ui, |ui| {
        let copy = Button::new(RichText::new(words::COPY_CITATION).small());
        if ui.add(copy).tip(wording::citation(view.dossier(), ix, view.dates)).clicked() {
            out.push(Action::CopyCitation(ix));
        }
        for source in &statement.sources {
            let source = view.dossier().source(*source);
            let button = Button::new(RichText::new(words::source_button(source, statement.sources.len())).small());
            if ui.add(button).tip(&source.url).clicked() {
                out.push(Action::Show(Dialog::Link { url: source.url.clone() }));
            }
        }
    });
}

/// How the statements are read: note, in force since when.
fn reading(ui: &mut Ui, view: &View<'_>, report: &PositionReport) {
    let dossier = view.dossier();
    let position = dossier.position(report.position);
    if position.threshold == crate::domain::Threshold::ChosenByAuthor {
        weak(ui, view, words::THRESHOLD_CHOSEN);
    }
    wording::coding::how_read_below(dossier, position).into_iter().for_each(|text| weak(ui, view, text));
    if !position.note.is_empty() {
        weak(ui, view, words::how_read(&position.note));
    }
    if report.standing == Standing::InForce {
        let standing = wording::standing(dossier, report.standing, report.position, view.dates);
        weak(ui, view, wording::clashes::sentence(&standing));
    }
}

/// The student's own words beside a statement.
pub(crate) fn guess(ui: &mut Ui, view: &View<'_>, ix: StatementIx, out: &mut Vec<Action>) {
    let statement = view.dossier().statement(ix);
    let written = view.state.document.scenario.guesses.get(&statement.id);
    let mut text = written.cloned().unwrap_or_default();
    let id = ui.make_persistent_id(("guess", &statement.id));
    let label = ui.label(RichText::new(words::GUESS).small()).tip(words::GUESS_NOTE);
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
