//! What a question looks like to a class, half of its tiles turned. The bars around it are covered: they have nothing to do
//! with it and change for their own reasons.

mod support;

use eframe::egui::{Rect, Role, Theme};
use egui_kittest::SnapshotResults;
use peace_plan_explorer::{
    app::{
        Action, Command, Edit,
        activities::{Action as Do, ClassEdit, Screen},
        predict::{Action as Predict, Mode},
    },
    domain::Guess,
};
use support::journey::{Start, name};

#[test]
fn a_question_with_some_of_its_tiles_turned() {
    let mut results = SnapshotResults::new();
    for (theme, picture) in [(Theme::Light, "question_light"), (Theme::Dark, "question_dark")] {
        let mut journey = Start { size: [900.0, 560.0], theme, ..Start::at("reported-idea-full") }.go();
        let act = |action| Action::Activities(Do::Predict(action));
        journey.apply(Action::Run(Command::Activities));
        journey.apply(Action::Activities(Do::Show(Screen::Predict)));
        journey.apply(act(Predict::Mode(Mode::Class)));
        journey.apply(act(Predict::Start));
        let open = journey.state().activities.predict.open().expect("a question is asked").clone();
        let question = open.asked.question(&journey.state().document, false, 0);
        for (party, guess) in [("ru", Guess::No), ("de", Guess::InLine), ("fr", Guess::Nothing)] {
            let edit = ClassEdit::Guess(question.clone(), party.to_owned(), Some(guess));
            journey.apply(Action::Edit(Edit::Class(edit)));
        }
        journey.apply(act(Predict::VotesIn));
        for _ in 0..4 {
            journey.apply(act(Predict::RevealNext));
        }
        journey.harness.remove_cursor();
        journey.harness.run();
        let window = journey.harness.ctx.content_rect();
        let tabs = journey.nodes(Role::Tab).iter().map(|tab| tab.rect().bottom()).fold(0.0, f32::max);
        let status = journey.nodes(Role::Status).first().map_or(window.bottom(), |status| status.rect().top());
        assert!(!name(&journey.nodes(Role::Heading)[0]).is_empty());
        for bar in [window.with_max_y(tabs + 4.0), window.with_min_y(status - 6.0)] {
            journey.harness.mask(Rect::from_min_max(bar.min, bar.max));
        }
        journey.harness.snapshot(picture);
        results.extend(journey.harness.take_snapshot_results());
    }
}
