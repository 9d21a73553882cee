//! What the marks mean: one sentence each, with a place of this dossier where it stands; and what hangs on a mark, shown.

use eframe::egui::{Button, Label, Rect, RichText, Sense, Ui, Vec2};
use strum::IntoEnumIterator as _;

use super::{heading, title, weak};
use crate::{
    analysis::Mark,
    app::{Action, WhySubject},
    ui::{
        fonts,
        marks::shape,
        shape::MarkShape,
        view::View,
        widgets::mark::{Look, Mark as Shown, MarkPainter, mark_icon},
    },
    wording::{self, legend as texts},
};

/// Side of a sample of what hangs on a mark, in points.
const SAMPLE: f32 = 34.0;

/// The page about one mark, with all others below.
pub(crate) fn legend(ui: &mut Ui, view: &View<'_>, asked: Mark, out: &mut Vec<Action>) {
    title(ui, view, texts::WHAT_MARKS_MEAN);
    mark(ui, view, asked, out);
    ui.separator();
    for other in Mark::iter().filter(|other| *other != asked) {
        mark(ui, view, other, out);
    }
    badges(ui, view);
}

/// A mark, its sentence, and where it stands.
pub(crate) fn mark(ui: &mut Ui, view: &View<'_>, mark: Mark, out: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        mark_icon(ui, shape(mark), 22.0);
        ui.vertical(|ui| {
            let name = RichText::new(wording::mark_legend(mark)).font(fonts::semibold(view.tokens.size.body));
            ui.add(Label::new(name).wrap());
            ui.add(Label::new(texts::sentence(mark)).wrap());
            let Some(example) = view.state.example(mark) else { return };
            let text = texts::example(view.dossier(), &example, view.dates);
            // On a wall nothing is smaller than its running text, and a cell has no panel to be read in.
            if example.is_here && !view.state.presenter.is_on {
                let link = Button::new(RichText::new(text).small().color(view.tokens.link)).frame_when_inactive(false);
                if ui.add(link.wrap()).clicked() {
                    out.push(Action::Why(WhySubject::Cell(example.party, example.term)));
                }
            } else {
                weak(ui, view, text);
            }
        });
    });
    ui.add_space(4.0);
}

/// What hangs on a mark: each shown as it looks in the table.
pub(crate) fn badges(ui: &mut Ui, view: &View<'_>) {
    heading(ui, view, texts::ON_A_MARK);
    let plain = Shown::new(MarkShape::Triangle);
    let samples = [
        (Shown { count: 3, ..plain }, texts::COUNT),
        (Shown { linked: true, ..plain }, texts::LINKED),
        (Shown { dated: true, ..Shown::new(MarkShape::Dash) }, texts::DATED),
        (Shown { look: Look::Uncounted, ..Shown::new(MarkShape::Disc) }, texts::UNCOUNTED),
        (Shown { changed: true, ..plain }, texts::CHANGED),
        (Shown { look: Look::Preview, ..plain }, texts::PREVIEWED),
        (Shown { look: Look::Hidden, ..Shown::new(MarkShape::Empty) }, texts::HIDDEN),
    ];
    for (sample, text) in samples {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(SAMPLE + 10.0, SAMPLE + 4.0), Sense::hover());
            let mut painter = MarkPainter::new(ui).with_numbers();
            painter.add(Rect::from_center_size(rect.center(), Vec2::splat(SAMPLE)), &sample);
            painter.paint();
            ui.add(Label::new(text).wrap());
        });
    }
}
