//! The controls used by name, as a screen reader or a test would.

mod support;

use eframe::egui::{Id, Rect, Role, Theme, Ui, pos2, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use peace_plan_explorer::ui::shape::MarkShape;
use peace_plan_explorer::ui::widgets::{
    choice::choice,
    control::{ControlOutput, ControlSpec, OptionSpec},
    mark::{Mark, MarkPainter, tile},
    number::number,
    range_strip::{Bar, Lane, Pattern, Stop, StripSpec, range_strip},
    segmented::segmented,
};
use strum::IntoEnumIterator as _;

type Control = fn(&mut Ui, Rect, &ControlSpec<'_>) -> ControlOutput;

/// A control whose choices are applied as the program would apply them.
#[expect(clippy::option_option, reason = "as in the answer of a control")]
#[derive(Default)]
struct Term {
    selected: Option<usize>,
    hovered: Option<Option<usize>>,
}

const KEEPERS: [&str; 4] = ["None", "European", "UN", "Mixed"];
const YEARS: [&str; 5] = ["No date", "0 years", "10 years", "20 years", "Never"];

fn run<'a>(control: Control, names: &'a [&'a str], unavailable: &'a [usize]) -> Harness<'a, Term> {
    support::harness([400.0, 300.0], Theme::Light).build_ui_state(
        move |ui, term: &mut Term| {
            let option =
                |(index, name)| OptionSpec { available: !unavailable.contains(&index), ..OptionSpec::new(name) };
            let options: Vec<_> = names.iter().copied().enumerate().map(option).collect();
            let spec = ControlSpec {
                id: Id::unique("control"),
                term: "Peacekeepers",
                options: &options,
                selected: term.selected,
                previewed: None,
                texts: &support::TEXTS,
            };
            let rect = Rect::from_min_size(pos2(10.0, 10.0), vec2(340.0, 32.0));
            let output = control(ui, rect, &spec);
            term.hovered = output.hovered;
            if let Some(chosen) = output.chosen {
                term.selected = chosen;
            }
        },
        Term::default(),
    )
}

fn click<'a>(harness: &mut Harness<'a, Term>, role: Role, name: &'a str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run();
}

#[test]
fn options_are_radio_buttons_with_their_place() {
    let mut harness = run(segmented, &KEEPERS, &[]);
    click(&mut harness, Role::RadioButton, "Peacekeepers, European, 2 of 4");
    assert_eq!(harness.state().selected, Some(1));
    let node = harness.get_by_role_and_label(Role::RadioButton, "Peacekeepers, European, 2 of 4");
    assert_eq!(format!("{:?}", node.accesskit_node().toggled()), "Some(True)");
    assert!(harness.query_by_role_and_label(Role::RadioGroup, "Peacekeepers: European, 2 of 4").is_some());
}

#[test]
fn the_dash_takes_a_term_out_of_the_plan() {
    for control in [segmented as Control, choice, number] {
        let mut harness = run(control, &KEEPERS, &[]);
        harness.state_mut().selected = Some(2);
        harness.run();
        click(&mut harness, Role::RadioButton, "Peacekeepers, Not in the plan");
        assert_eq!(harness.state().selected, None);
    }
}

#[test]
fn the_hovered_option_is_reported() {
    let mut harness = run(segmented, &KEEPERS, &[]);
    harness.get_by_label("Peacekeepers, UN, 3 of 4").hover();
    harness.run();
    assert_eq!(harness.state().hovered, Some(Some(2)));
    harness.get_by_label("Peacekeepers, Not in the plan").hover();
    harness.run();
    assert_eq!(harness.state().hovered, Some(None));
}

#[test]
fn an_option_not_yet_put_forward_cannot_be_chosen() {
    let mut harness = run(segmented, &KEEPERS, &[1]);
    click(&mut harness, Role::RadioButton, "Peacekeepers, European, 2 of 4");
    assert_eq!((harness.state().selected, harness.state().hovered), (None, None));
    let node = harness.get_by_label("Peacekeepers, European, 2 of 4");
    assert!(node.accesskit_node().is_disabled());
}

#[test]
fn no_part_takes_the_keyboard_focus() {
    for control in [segmented as Control, choice, number] {
        let mut harness = run(control, &KEEPERS, &[]);
        harness.key_press(eframe::egui::Key::Tab);
        harness.run();
        assert!(harness.root().children_recursive().all(|node| !node.is_focused()));
    }
}

#[test]
fn a_list_opens_previews_and_closes_on_a_choice() {
    let mut harness = run(choice, &KEEPERS, &[]);
    click(&mut harness, Role::ComboBox, "Peacekeepers, Choose…");
    harness.get_by_label("Peacekeepers, Mixed, 4 of 4").hover();
    harness.run();
    assert_eq!(harness.state().hovered, Some(Some(3)));
    click(&mut harness, Role::RadioButton, "Peacekeepers, Mixed, 4 of 4");
    assert_eq!(harness.state().selected, Some(3));
    assert!(harness.query_by_label("Peacekeepers, Mixed, 4 of 4").is_none());
    assert!(harness.query_by_role_and_label(Role::ComboBox, "Peacekeepers, Mixed").is_some());
}

#[test]
fn a_number_steps_over_what_is_not_available() {
    let mut harness = run(number, &YEARS, &[1]);
    for expected in [0, 2, 3, 4, 4] {
        click(&mut harness, Role::Button, "Peacekeepers, Next value");
        assert_eq!(harness.state().selected, Some(expected));
    }
    click(&mut harness, Role::Button, "Peacekeepers, Previous value");
    assert_eq!(harness.state().selected, Some(3));
}

#[test]
fn a_number_is_a_slider_with_a_spoken_value() {
    let mut harness = run(number, &YEARS, &[]);
    harness.state_mut().selected = Some(3);
    harness.run();
    let slider = harness.get_by_role_and_label(Role::Slider, "Peacekeepers, 20 years, No date to Never");
    assert_eq!(slider.value().as_deref(), Some("20 years"));
    assert_eq!(slider.accesskit_node().numeric_value(), Some(3.0));
    slider.set_value_accesskit(1.2);
    harness.run();
    assert_eq!(harness.state().selected, Some(1));
    harness.get_by_role(Role::Slider).click();
    harness.run();
    assert_eq!(harness.state().selected, Some(2), "the middle of the track");
}

#[test]
fn a_number_has_a_list_of_all_its_values() {
    let mut harness = run(number, &YEARS, &[]);
    click(&mut harness, Role::ComboBox, "Peacekeepers, All values");
    click(&mut harness, Role::RadioButton, "Peacekeepers, Never, 5 of 5");
    assert_eq!(harness.state().selected, Some(4));
}

#[test]
fn a_table_of_marks_is_one_mesh() {
    let mut harness = support::harness([960.0, 720.0], Theme::Light).build_ui(|ui| {
        let mut painter = MarkPainter::new(ui);
        for place in 0..225_u16 {
            let corner = pos2(f32::from(place % 15) * 54.0, f32::from(place / 15) * 44.0);
            let shape = MarkShape::iter().nth(usize::from(place) % MarkShape::COUNT).unwrap();
            painter.add(tile(Rect::from_min_size(corner, vec2(54.0, 44.0))), &Mark::new(shape));
        }
        painter.paint();
    });
    harness.run();
    let shapes = harness.output().shapes.clone();
    let primitives = harness.ctx.tessellate(shapes, 1.0);
    assert_eq!(primitives.len(), 1);
    let eframe::egui::epaint::Primitive::Mesh(mesh) = &primitives[0].primitive else { panic!("not a mesh") };
    assert!(mesh.vertices.len() < 225 * 100, "{} corners", mesh.vertices.len());
}

/// What is painted of a mark in a cell of this size but its number, as corners of triangles.
fn painted(size: eframe::egui::Vec2, count: usize) -> Vec<(f32, f32)> {
    let mut harness = support::harness([200.0, 100.0], Theme::Light).build_ui(move |ui| {
        let mut painter = MarkPainter::new(ui).with_numbers();
        painter.add(tile(Rect::from_min_size(pos2(10.0, 10.0), size)), &Mark { count, ..Mark::new(MarkShape::Ring) });
        painter.paint();
    });
    harness.run();
    let meshes = harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
        eframe::egui::Shape::Mesh(mesh) => Some(mesh),
        _ => None,
    });
    meshes.flat_map(|mesh| mesh.vertices.iter().map(|corner| (corner.pos.x, corner.pos.y))).collect()
}

#[test]
fn a_number_in_the_corner_neither_moves_nor_shrinks_its_mark() {
    for size in [vec2(38.0, 28.0), vec2(38.0, 31.0), vec2(54.0, 44.0)] {
        let plain = painted(size, 0);
        assert!(!plain.is_empty());
        assert_eq!(painted(size, 4), plain, "{size}");
        assert_eq!(painted(size, 123), plain, "{size}");
    }
}

#[test]
fn values_are_named_in_full_where_there_is_room() {
    let shown = |width: f32| {
        let mut harness = support::harness([600.0, 100.0], Theme::Light).build_ui(move |ui| {
            let full = |name, full| OptionSpec { full, ..OptionSpec::new(name) };
            let options = [full("None", "No troops from abroad"), full("European", "A force of European states")];
            let spec = ControlSpec {
                id: Id::unique("control"),
                term: "Peacekeepers",
                options: &options,
                selected: Some(1),
                previewed: None,
                texts: &support::TEXTS,
            };
            segmented(ui, Rect::from_min_size(pos2(10.0, 10.0), vec2(width, 32.0)), &spec);
        });
        harness.run();
        let texts = harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
            eframe::egui::Shape::Text(text) => Some(text.galley.text().to_owned()),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(shown(560.0), ["No troops from abroad", "A force of European states"]);
    assert_eq!(shown(220.0), ["None", "European"]);
}

#[test]
fn a_strip_is_a_named_group_of_named_bars_that_can_be_chosen() {
    let stops = ["18", "19", "20", "25"].map(|name| Stop { name, number: Some(name) });
    let bar = |name, run| Bar {
        name,
        runs: vec![run],
        depends: Vec::new(),
        open_below: false,
        open_above: false,
        pattern: Pattern::Walled,
        counts: true,
    };
    let lanes = [
        Lane { code: "UA", mark: None, bars: vec![bar("Ukraine: 25", (3, 3)), bar("Ukraine: 20 or more", (2, 3))] },
        Lane { code: "US", mark: None, bars: vec![bar("United States: 18", (0, 0))] },
    ];
    let mut harness = support::harness([400.0, 300.0], Theme::Light).build_ui_state(
        |ui, chosen: &mut Option<usize>| {
            let id = Id::unique("strip");
            let (name, plan_text) = ("Draft age: 2 of 3 parties", "Plan: 18");
            let spec = StripSpec { id, name, stops: &stops, plan: Some(0), plan_text, lanes: &lanes, room: None };
            *chosen = range_strip(ui, &spec).or(*chosen);
        },
        None,
    );
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Group, "Draft age: 2 of 3 parties").is_some());
    harness.get_by_role_and_label(Role::Button, "Ukraine: 20 or more").click();
    harness.run();
    assert_eq!(*harness.state(), Some(0));
    harness.get_by_role_and_label(Role::Button, "United States: 18").focus();
    harness.run();
    harness.key_press(eframe::egui::Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(1), "with the keyboard as well");
}
