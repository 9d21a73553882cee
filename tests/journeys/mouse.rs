//! What a hand with a mouse or on a board meets: tool tips beside what they are about, scroll bars that can be seen,
//! notices one at a time, and the box for files.

use std::{
    collections::{BTreeSet, HashSet},
    path::PathBuf,
};

use eframe::egui::{
    self, Color32, Key, LayerId, Order, Pos2, Rect, Role, Shape, Theme, containers::AreaState, epaint::ClippedShape,
    pos2,
};
use egui_kittest::kittest::NodeT as _;
use peace_plan_explorer::{
    app::{
        Action, Command, Dialog, DialogKind, Effect, FilePlace, Notice, NoticeKind, PlaceKind, SaveForm, SaveJob, Tab,
        Told, file_box, presenter,
    },
    ui::theme,
    wording::{activities as class, dialogs as texts, files, ui as words},
};

use crate::support::{
    journey::{Journey, Start, name},
    screens::{self, Activity, Screen, Wall},
};

/// Windows, each with a text size in percent.
const WINDOWS: [([f32; 2], u16, Theme); 3] =
    [([1280.0, 720.0], 100, Theme::Light), ([1024.0, 768.0], 100, Theme::Dark), ([1280.0, 720.0], 150, Theme::Light)];

fn window((size, text_size, theme): ([f32; 2], u16, Theme)) -> Journey {
    let mut start = Start { size, theme, ..Start::at("reported-idea-full") };
    start.settings.text_size = text_size;
    start.go()
}

/// Everything that senses the pointer in the layers that it reaches: its rectangle, and whether it can be clicked.
fn widgets(journey: &Journey) -> Vec<(LayerId, Rect, bool)> {
    let ctx = &journey.harness.ctx;
    let modal = ctx.memory(|memory| memory.top_modal_layer());
    let reached = |layer: &LayerId| {
        layer.order < Order::Tooltip && modal.is_none_or(|modal| *layer == modal || layer.order > modal.order)
    };
    ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers().filter(|(layer, _)| reached(layer));
        let all = layers.flat_map(|(layer, widgets)| {
            widgets.iter().enumerate().map(move |(nth, widget)| (*layer, widget, &widgets[nth + 1..]))
        });
        let seen = all.filter(|(_, widget, _)| widget.enabled && widget.interact_rect.is_positive());
        // A page that lies over the table takes its clicks.
        let is_covered = |rect: Rect, later: &[egui::WidgetRect]| {
            let takes = |upper: &&egui::WidgetRect| upper.enabled && upper.sense.senses_click();
            let mut takers = later.iter().filter(takes).map(|upper| upper.interact_rect);
            takers.any(|upper| upper.area() > 2.0 * rect.area() && upper.expand(0.5).contains_rect(rect))
        };
        seen.map(|(layer, widget, later)| {
            let senses = widget.sense.senses_click() || widget.sense.senses_drag();
            (layer, widget.interact_rect, senses && !is_covered(widget.interact_rect, later))
        })
        .collect()
    })
}

/// The tool tip that shows.
fn tip(journey: &Journey) -> Option<Rect> {
    let ctx = &journey.harness.ctx;
    let layers = ctx.memory(|memory| memory.areas().visible_layer_ids());
    let tip = layers.into_iter().find(|layer| layer.order == Order::Tooltip)?;
    AreaState::load(ctx, tip.id).map(|area| area.rect())
}

/// How far away something lies on one side; `None` if it does not lie there.
type Side<'s> = &'s dyn Fn(&Rect) -> Option<f32>;

/// The nearest thing that can be clicked on each side, not further than a row or two.
fn next_to(own: Rect, others: &[Rect]) -> Vec<Rect> {
    let on_row = |other: &Rect| own.y_range().intersection(other.y_range()).span() > 0.0;
    let in_column = |other: &Rect| own.x_range().intersection(other.x_range()).span() > 0.0;
    let sides: [Side<'_>; 4] = [
        &|other| on_row(other).then(|| other.left() - own.right()),
        &|other| on_row(other).then(|| own.left() - other.right()),
        &|other| in_column(other).then(|| other.top() - own.bottom()),
        &|other| in_column(other).then(|| own.top() - other.bottom()),
    ];
    let nearest = |side: &&dyn Fn(&Rect) -> Option<f32>| {
        let near =
            others.iter().filter_map(|other| Some((side(other).filter(|far| (-2.0..=60.0).contains(far))?, *other)));
        near.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, other)| other)
    };
    sides.iter().filter_map(nearest).collect()
}

/// The middle of every node that is new; of the many cells of a table each twentieth.
fn places(journey: &Journey, known: &mut HashSet<(Role, String)>) -> Vec<Pos2> {
    let window = journey.harness.ctx.content_rect();
    let many =
        |role| matches!(role, Role::GridCell | Role::Cell | Role::TextRun | Role::GenericContainer | Role::Label);
    let nodes =
        journey.harness.root().children_recursive().filter(|node| node.accesskit_node().bounding_box().is_some());
    let nodes: Vec<_> =
        nodes.enumerate().filter(|(nth, node)| !many(node.accesskit_node().role()) || nth % 20 == 0).collect();
    let new = nodes.iter().filter(|(_, node)| known.insert((node.accesskit_node().role(), name(node))));
    new.map(|(_, node)| node.rect().center()).filter(|at| window.contains(*at)).collect()
}

#[test]
fn no_tool_tip_covers_what_may_be_clicked_next_or_leaves_the_window() {
    let mut n_tips = 0;
    for at in WINDOWS {
        let mut journey = window(at);
        journey.harness.ctx.all_styles_mut(|style| style.interaction.tooltip_delay = 0.0);
        let mut known = HashSet::new();
        for screen in screens::all() {
            screen.open(&mut journey);
            for place in places(&journey, &mut known) {
                journey.harness.hover_at(place);
                // The tip of what was there before goes, and the size of the new one is found.
                journey.harness.run_steps(4);
                if tip(&journey).is_none() {
                    continue;
                }
                // The first time it is not painted: its size is found, and until then it counts as very large.
                journey.harness.step();
                let Some(tip) = tip(&journey) else { continue };
                n_tips += 1;
                let what = format!("at {place:?} on {screen:?} in {at:?}");
                assert!(journey.harness.ctx.content_rect().contains_rect(tip), "{tip:?} {what}");
                assert!(!tip.contains(place), "{tip:?} lies under the pointer {what}");
                let widgets = widgets(&journey);
                let under = widgets.iter().filter(|(.., rect, _)| rect.contains(place));
                let own = under.map(|(_, rect, _)| *rect).min_by(|one, other| one.area().total_cmp(&other.area()));
                let Some(own) = own else { continue };
                // What lies behind everything is no thing to be clicked next.
                let ground = journey.harness.ctx.content_rect().area() / 4.0;
                let is_other = |rect: &Rect| !rect.expand(0.5).contains_rect(own) && rect.area() <= ground;
                let others = widgets.iter().filter(|(_, rect, clicks)| *clicks && is_other(rect));
                let others: Vec<Rect> = others.map(|(_, rect, _)| *rect).collect();
                for next in next_to(own, &others) {
                    let shared = tip.intersect(next.shrink(1.0));
                    assert!(!shared.is_positive(), "{tip:?} of {own:?} covers {next:?} {what}");
                }
            }
        }
    }
    assert!(n_tips > 150, "{n_tips}");
}

/// The pointer rests, and a key opens something over what it rests on.
#[test]
fn a_tool_tip_goes_when_something_opens_over_its_thing() {
    for (role, dialog) in [(Role::Button, DialogKind::File), (Role::GridCell, DialogKind::Help)] {
        let mut journey = window(([1024.0, 768.0], 150, Theme::Light));
        journey.harness.ctx.all_styles_mut(|style| style.interaction.tooltip_delay = 0.0);
        let center = journey.harness.ctx.content_rect().center();
        let mut places: Vec<Pos2> = journey.nodes(role).into_iter().map(|node| node.rect().center()).collect();
        places.sort_by(|one, other| one.distance(center).total_cmp(&other.distance(center)));
        let tells = places.into_iter().take(60).find(|place| {
            journey.harness.hover_at(*place);
            journey.harness.run_steps(5);
            tip(&journey).is_some()
        });
        assert!(tells.is_some(), "{role:?}");
        Screen::Dialog(dialog).open(&mut journey);
        journey.harness.run_steps(5);
        let shown = journey.harness.ctx.memory(|memory| memory.areas().visible_layer_ids());
        assert!(!shown.iter().any(|layer| layer.order == Order::Tooltip), "{dialog:?} over {role:?}");
    }
}

/// Contrast as WCAG 2 defines it.
fn contrast(one: Color32, other: Color32) -> f64 {
    let luminance = |color: Color32| {
        let channel = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_scroll_bar_can_be_seen_at_rest() {
    let mut seen = BTreeSet::new();
    for at in [([1024.0, 768.0], 150, Theme::Light), ([1024.0, 768.0], 150, Theme::Dark)] {
        let mut journey = window(at);
        journey.harness.hover_at(Pos2::new(2.0, 2.0));
        for screen in screens::all() {
            screen.open(&mut journey);
            let tokens = theme::tokens(&journey.harness.ctx);
            let bars: Vec<Rect> = journey.nodes(Role::ScrollBar).iter().map(egui_kittest::Node::rect).collect();
            for bar in bars {
                let painted =
                    journey.harness.output().shapes.iter().filter_map(|ClippedShape { shape, .. }| match shape {
                        Shape::Rect(rect) if bar.expand(1.0).contains_rect(rect.rect) && rect.fill.a() > 0 => {
                            Some(rect.clone())
                        }
                        _ => None,
                    });
                let thick = |rect: Rect| rect.width().min(rect.height());
                let is_seen = |rect: &eframe::egui::epaint::RectShape| {
                    let grounds = [tokens.panel, tokens.surface];
                    thick(rect.rect) >= 4.0
                        && grounds.iter().all(|ground| contrast(ground.blend(rect.fill), *ground) >= 3.0)
                };
                let painted: Vec<_> = painted.collect();
                // What a drawer covers is not drawn at all.
                if painted.is_empty() {
                    continue;
                }
                assert!(painted.iter().any(is_seen), "{bar:?} on {screen:?} in {at:?}: {painted:?}");
                seen.insert(format!("{screen:?}"));
            }
        }
    }
    assert!(seen.len() > 15, "{seen:?}");
}

fn notice(title: &str) -> Notice {
    Notice { kind: NoticeKind::Info, title: title.to_owned(), lines: vec!["What happened.".to_owned()], excerpt: None }
}

#[test]
fn notices_show_one_at_a_time_and_esc_closes_them() {
    let mut journey = Start::at("reported-idea-full").go();
    for title in ["Told alpha", "Told beta", "Told gamma", "Told gamma"] {
        journey.apply(Action::Notify(notice(title)));
    }
    assert_eq!(journey.state().session.notices.len(), 3, "the same is told once");
    let shown = |journey: &Journey| {
        let titles = ["Told alpha", "Told beta", "Told gamma"];
        titles.into_iter().filter(|title| !journey.painted(title).is_empty()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&journey), ["Told gamma"]);
    assert!(!journey.painted(&files::older_notices(2)).is_empty());
    // A dialog above them is closed first.
    journey.apply(Action::Show(Dialog::Help));
    journey.press(Key::Escape);
    assert_eq!((journey.state().session.dialog.clone(), shown(&journey)), (None, vec!["Told gamma"]));
    journey.press(Key::Escape);
    assert_eq!(shown(&journey), ["Told beta"]);
    journey.press(Key::Escape);
    journey.press(Key::Escape);
    assert!(journey.state().session.notices.is_empty());
}

fn typed(journey: &mut Journey, field: &str, text: &str) {
    journey.node(Role::TextInput, field).focus();
    journey.harness.run();
    journey.node(Role::TextInput, field).type_text(text);
    journey.harness.run();
}

fn listed(journey: &Journey) -> &peace_plan_explorer::app::FileDialog {
    let Some(Dialog::File(dialog)) = &journey.state().session.dialog else { panic!("no box for files") };
    dialog
}

#[test]
fn a_plan_without_a_title_is_asked_for_it_and_its_file_is_named_after_it() {
    let mut journey = Start::default().go();
    journey.apply(Action::Run(Command::Save));
    assert_eq!(listed(&journey).title.as_deref(), Some(""));
    typed(&mut journey, texts::PLAN_TITLE, "Plan");
    assert_eq!(listed(&journey).name, "plan-2.ron", "there is a plan.ron already");
    typed(&mut journey, texts::PLAN_TITLE, " of group A");
    assert_eq!(listed(&journey).name, "plan-of-group-a.ron");
    journey.take_effects();
    journey.click(Role::Button, words::SAVE);
    let path = PathBuf::from("/home/class/plan-of-group-a.ron");
    let job = SaveJob { path, form: SaveForm::Plan, overwrite: false };
    assert!(journey.take_effects().contains(&Effect::Save(job)));
    assert_eq!(journey.state().document.scenario.title, "Plan of group A");
    // One with a title of its own is asked nothing, and a name that was typed stays.
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Run(Command::SaveAs));
    assert_eq!(listed(&journey).title, None);
    journey.apply(Action::FileName("mine v1.2".to_owned()));
    journey.take_effects();
    journey.click(Role::Button, words::SAVE);
    let saved = |effect: &Effect| matches!(effect, Effect::Save(job) if job.path.ends_with("mine v1.2.ron"));
    assert!(journey.take_effects().iter().any(saved), "what is saved ends as it must");
}

#[test]
fn places_and_a_new_folder_are_one_click_away_and_what_fails_is_told_in_the_box() {
    let mut journey = Start::at("reported-idea").go();
    journey.apply(Action::Run(Command::SaveAs));
    let place = |kind, folder: &str| FilePlace { kind, folder: PathBuf::from(folder) };
    journey.apply(Action::FileBox(file_box::Action::Places(vec![
        place(PlaceKind::Documents, "/home/class/Documents"),
        place(PlaceKind::Volume("STICK".to_owned()), "/media/class/STICK"),
    ])));
    journey.take_effects();
    journey.click(Role::Button, "STICK");
    assert_eq!(journey.take_effects(), [Effect::ListFolder("/media/class/STICK".into())]);
    journey.click(Role::Button, texts::NEW_FOLDER);
    typed(&mut journey, texts::NEW_FOLDER_NAME, "Group B");
    journey.click(Role::Button, texts::MAKE_FOLDER);
    assert_eq!(journey.take_effects(), [Effect::MakeFolder("/home/class/Group B".into())]);
    journey.apply(Action::Notify(files::not_saved("/home/class/plan.ron", "no space is left", SaveForm::Plan, true)));
    assert_eq!(listed(&journey).problem, "No space is left");
    assert!(!journey.painted("No space is left").is_empty());
    assert!(journey.state().session.notices.is_empty());
}

#[test]
fn a_recent_file_that_is_missing_stays_in_the_list_until_it_is_taken_out() {
    let path = PathBuf::from("/media/class/STICK/plan.ron");
    let mut start = Start::at("reported-idea");
    start.settings.recent = vec![path.clone()];
    let mut journey = start.go();
    let shown = files::missing_name("plan.ron");
    journey.apply(Action::Notify(files::missing(&path)));
    assert_eq!(journey.state().settings.recent, std::slice::from_ref(&path));
    journey.apply(Action::Run(Command::Browse));
    assert!(!journey.painted(&shown).is_empty());
    journey.apply(Action::RecentMissing(BTreeSet::new()));
    assert!(journey.painted(&shown).is_empty() && !journey.painted("plan.ron").is_empty());
    journey.apply(Action::CloseDialog);
    journey.apply(Action::Notify(files::missing(&path)));
    journey.click(Role::Button, files::FORGET);
    assert_eq!(journey.state().settings.recent, Vec::<PathBuf>::new());
    assert!(journey.state().session.notices.is_empty());
}

#[test]
fn on_the_wall_the_answer_sheet_is_saved_by_mouse_and_no_path_is_shown() {
    let mut journey = Start::at("reported-idea-full").go();
    Screen::Wall(Wall::Activity(Activity::Table)).open(&mut journey);
    // It may stand below what the wall shows.
    journey.node(Role::Button, class::SAVE_SHEET).click_accesskit();
    journey.harness.run();
    assert!(matches!(journey.state().session.dialog, Some(Dialog::File(_))));
    assert!(!journey.painted(words::FILE_NAME).is_empty(), "the box is drawn");
    let hidden = |text: &(String, f32)| text.0.contains("/home") || text.0.ends_with("plan.ron");
    assert!(!journey.texts().iter().any(hidden), "{:?}", journey.texts());
    journey.take_effects();
    journey.click(Role::Button, words::SAVE);
    let saves = |effect: &Effect| matches!(effect, Effect::Save(job) if job.form == SaveForm::AnswerSheet);
    assert!(journey.take_effects().iter().any(saves));
    journey.apply(Action::SheetSaved(PathBuf::from("/home/class/answers.txt")));
    assert_eq!(journey.state().session.dialog, None);
    assert_eq!(journey.state().session.told, Some(Told::SavedSheet("answers.txt".to_owned())));
    journey.apply(Action::Run(Command::Explore));
    journey.apply(Action::Presenter(presenter::Action::ShowTerm {
        term: peace_plan_explorer::domain::TermIx(0),
        spotlight: false,
    }));
    journey.type_key('h');
    assert!(journey.state().hides_all());
    journey.type_key(' ');
    assert_eq!(journey.state().curtain.last_revealed(), Some(journey.state().columns()[0].party));
}

/// Where something lies over the wall it is drawn, or it waits until presenting is over and takes no keys.
#[test]
fn no_dialog_that_is_not_drawn_takes_the_keys_of_the_wall() {
    use peace_plan_explorer::app::DialogKind;
    use strum::IntoEnumIterator as _;
    for kind in DialogKind::iter().filter(|kind| !screens::dialog(*kind).may_be_projected()) {
        let mut journey = Start::at("reported-idea-full").go();
        journey.press(Key::F5);
        journey.type_key('h');
        journey.apply(Action::Show(screens::dialog(kind)));
        assert_eq!(journey.state().session.tab, Tab::Explore);
        journey.type_key(' ');
        assert!(journey.state().curtain.last_revealed().is_some(), "{kind:?}");
    }
}

/// What a notice says is there to be read, whatever the pointer rests on.
#[test]
fn no_tool_tip_covers_a_notice() {
    let mut n_tips = 0;
    for at in WINDOWS {
        let mut journey = window(at);
        journey.harness.ctx.all_styles_mut(|style| style.interaction.tooltip_delay = 0.0);
        journey.apply(Action::Notify(notice("Told alpha")));
        let said = journey.painted("Told alpha").into_iter().chain(journey.painted("What happened."));
        let said = said.reduce(Rect::union).expect("it is told");
        let window = journey.harness.ctx.content_rect();
        let centers = widgets(&journey).into_iter().map(|(_, rect, _)| rect.center());
        let is_near = |at: &Pos2| window.contains(*at) && said.distance_to_pos(pos2(said.center().x, at.y)) < 120.0;
        let near: Vec<Pos2> = centers.filter(is_near).collect();
        let mut seen = HashSet::new();
        for place in near.into_iter().filter(|at| seen.insert([at.x, at.y].map(f32::to_bits))) {
            journey.harness.hover_at(place);
            journey.harness.run_steps(5);
            let Some(tip) = tip(&journey) else { continue };
            n_tips += 1;
            assert!(!tip.intersect(said).is_positive(), "{tip:?} at {place:?} over {said:?} in {at:?}");
        }
    }
    assert!(n_tips > 10, "{n_tips}");
}

/// Rows go under the counts as they go under the head of the table: nothing of them is there for the pointer.
#[test]
fn what_the_counts_cover_is_out_of_reach() {
    for size in [[1024.0, 768.0], [1280.0, 720.0], [1024.0, 600.0]] {
        let mut journey = Start { size, ..Start::at("reported-idea-full") }.go();
        let cell = name(&journey.nodes(Role::GridCell)[0]);
        journey.click(Role::GridCell, &cell);
        let counts: Vec<Rect> = (journey.nodes(Role::Label).iter())
            .filter(|node| name(node).contains("without a stated position"))
            .map(|node| node.rect())
            .collect();
        assert!(!counts.is_empty(), "{size:?}");
        let reached = [Role::GridCell, Role::RadioButton, Role::Button, Role::ComboBox].into_iter();
        let reached = reached
            .flat_map(|role| journey.nodes(role))
            .filter(|node| counts.iter().any(|count| node.rect().shrink(0.5).intersects(*count)));
        let reached: Vec<String> = reached.map(|node| name(&node)).collect();
        assert!(reached.is_empty(), "{size:?}: {reached:?}");
    }
}
