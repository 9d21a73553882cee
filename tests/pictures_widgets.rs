//! What the marks and the controls look like.

mod support;

use eframe::egui::{Align2, Id, Key, Rect, Sense, Theme, Ui, pos2, vec2};
use egui_kittest::{SnapshotResults, kittest::Queryable as _};
use peace_plan_explorer::ui::shape::MarkShape;
use peace_plan_explorer::{
    app::MarkColours,
    ui::{
        fonts, raster, theme,
        widgets::{
            choice::choice,
            control::{ControlOutput, ControlSpec, OptionSpec},
            mark::{self, Look, Mark, MarkPainter, mark_icon},
            number::number,
            range_strip::{Bar, Lane, Pattern, Stop, StripSpec, range_strip},
            segmented::segmented,
        },
    },
};
use strum::IntoEnumIterator as _;

/// A row of the sheet of marks: its name, and what it hangs on each mark.
type Row = (&'static str, fn(Mark) -> Mark);

const ROWS: [Row; 10] = [
    ("plain", |mark| mark),
    ("several", |mark| Mark { count: 3, ..mark }),
    ("linked", |mark| Mark { linked: true, ..mark }),
    ("dated", |mark| Mark { dated: true, ..mark }),
    ("all badges", |mark| Mark { count: 12, linked: true, dated: true, ..mark }),
    ("changed", |mark| Mark { changed: true, count: 2, ..mark }),
    ("focused", |mark| Mark {
        focused: matches!(mark.shape, MarkShape::Bar | MarkShape::OpenTriangle | MarkShape::Dash),
        ..mark
    }),
    ("both", |mark| Mark {
        changed: true,
        focused: matches!(mark.shape, MarkShape::Diamond | MarkShape::Disc),
        ..mark
    }),
    ("uncounted", |mark| Mark { look: Look::Uncounted, count: 2, ..mark }),
    ("preview", |mark| Mark { look: Look::Preview, ..mark }),
];

#[expect(clippy::cast_precision_loss, reason = "ten rows of eight marks")]
fn marks(ui: &mut Ui) {
    let tokens = theme::tokens(ui);
    let (wide, narrow, label) = (vec2(54.0, 44.0), vec2(44.0, 39.0), 84.0);
    let size = vec2(label + 8.0 * (wide.x + narrow.x) + 12.0, ROWS.len() as f32 * wide.y);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    ui.painter().rect_filled(area.with_min_x(area.left() + label), 0.0, tokens.surface);
    let mut painter = MarkPainter::new(ui).with_numbers();
    for (row, (name, change)) in ROWS.iter().enumerate() {
        let top = area.top() + row as f32 * wide.y;
        let place = pos2(area.left(), top + wide.y / 2.0);
        ui.painter().text(place, Align2::LEFT_CENTER, name, fonts::regular(13.0), tokens.ink_weak);
        for (cell, left) in [(wide, label), (narrow, label + 8.0 * wide.x + 12.0)] {
            for (column, shape) in MarkShape::iter().enumerate() {
                let corner = pos2(area.left() + left + column as f32 * cell.x, top);
                painter.add(mark::tile(Rect::from_min_size(corner, cell)), &change(Mark::new(shape)));
            }
        }
    }
    painter.paint();
    for size in [16.0, 20.0, 48.0] {
        ui.horizontal(|ui| {
            for shape in MarkShape::iter() {
                mark_icon(ui, shape, size);
                ui.label("Label 12");
            }
        });
    }
}

#[test]
fn marks_light_and_dark() {
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "marks_light"), (Theme::Dark, "marks_dark")] {
        let mut harness = support::sheet([910.0, 590.0], theme, marks);
        harness.run();
        harness.snapshot(name);
        results.extend(harness.take_snapshot_results());
    }
}

type Control = fn(&mut Ui, Rect, &ControlSpec<'_>) -> ControlOutput;

#[expect(clippy::option_option, reason = "as in the description of a control")]
struct Line {
    control: Control,
    term: &'static str,
    options: Vec<OptionSpec<'static>>,
    selected: Option<usize>,
    previewed: Option<Option<usize>>,
    width: f32,
}

fn line(control: Control, term: &'static str, options: &[&'static str], selected: Option<usize>) -> Line {
    let options = options.iter().map(|name| OptionSpec::new(name)).collect();
    Line { control, term, options, selected, previewed: None, width: 340.0 }
}

fn lines() -> Vec<Line> {
    const YEARS: [&str; 9] =
        ["No date", "0 years", "5 years", "10 years", "15 years", "20 years", "25 years", "30 years", "Never"];
    let front = ["Freeze now", "Pre-2022 line", "Full return"];
    let keepers = ["None", "European", "UN", "Mixed"];
    let mut late = line(segmented, "Not yet put forward", &keepers, Some(0));
    late.options[1].available = false;
    let venues = ["Vatican", "Geneva", "Istanbul", "Riyadh", "Budapest", "Any neutral capital"];
    vec![
        line(segmented, "Front line", &front, None),
        line(segmented, "Front line, set", &front, Some(0)),
        Line { previewed: Some(Some(2)), ..line(segmented, "Previewed", &keepers, Some(1)) },
        late,
        line(segmented, "Draft age", &["25", "18"], Some(1)),
        Line {
            width: 300.0,
            ..line(segmented, "Tight", &["Frozen assets stay", "Used for repairs", "Returned"], Some(1))
        },
        Line {
            width: 230.0,
            ..line(segmented, "Very tight", &["Frozen assets stay", "Used for repairs", "Returned"], Some(0))
        },
        line(choice, "Venue", &venues, None),
        line(choice, "Venue, set", &venues, Some(5)),
        line(number, "NATO delay", &YEARS, None),
        line(number, "NATO delay, set", &YEARS, Some(5)),
        Line { previewed: Some(Some(7)), ..line(number, "At the start", &YEARS, Some(0)) },
        Line { width: 230.0, ..line(number, "Narrow", &YEARS, Some(8)) },
    ]
}

fn controls(ui: &mut Ui) {
    for Line { control, term, options, selected, previewed, width } in lines() {
        let (row, _) = ui.allocate_exact_size(vec2(520.0, 36.0), Sense::hover());
        let ink = theme::tokens(ui).ink;
        ui.painter().text(row.left_center(), Align2::LEFT_CENTER, term, fonts::regular(15.0), ink);
        let rect = Rect::from_min_size(row.min + vec2(170.0, 2.0), vec2(width, 32.0));
        let id = Id::unique(("control", term));
        control(ui, rect, &ControlSpec { id, term, options: &options, selected, previewed, texts: &support::TEXTS });
    }
    ui.add_space(8.0);
    stock(ui);
}

/// egui's own widgets in our dress.
fn stock(ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.heading("Title");
        ui.label("Body text");
        ui.weak("weak");
        ui.link("A link").clicked();
        ui.colored_label(ui.visuals().warn_fg_color, "Warning");
        ui.colored_label(ui.visuals().error_fg_color, "Problem");
    });
    ui.horizontal(|ui| {
        ui.button("Button").clicked();
        ui.checkbox(&mut true, "Check box");
        ui.radio(true, "Radio").clicked();
        ui.selectable_label(true, "Selected").clicked();
        ui.add_enabled_ui(false, |ui| ui.button("Disabled").clicked());
    });
}

#[test]
fn controls_light_and_dark() {
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "controls_light"), (Theme::Dark, "controls_dark")] {
        let mut harness = support::sheet([552.0, 640.0], theme, controls);
        harness.run();
        harness.snapshot(name);
        results.extend(harness.take_snapshot_results());
    }
}

#[test]
fn an_open_list() {
    let mut harness = support::sheet([552.0, 640.0], Theme::Light, controls);
    harness.get_by_label("Venue, set, Any neutral capital").click();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.snapshot("list_light");
}

#[test]
fn a_picture_without_a_window_repeats_and_scales() {
    let draw = |scale| {
        raster::draw(
            vec2(910.0, 590.0),
            scale,
            |ctx| {
                fonts::install(ctx);
                theme::install(ctx);
                ctx.set_theme(Theme::Light);
            },
            marks,
        )
    };
    let picture = draw(1.5);
    assert_eq!((picture.width, picture.height), (1365, 885));
    assert_eq!(picture, draw(1.5));
}

#[test]
fn range_strips_light_and_dark() {
    let years: Vec<String> = (0..=30).map(|year| format!("{year} years")).collect();
    let numbers: Vec<String> = (0..=30).map(|year: i32| year.to_string()).collect();
    let grid = years.iter().zip(&numbers).map(|(name, number)| Stop { name, number: Some(number) });
    let stops: Vec<Stop<'_>> = grid.chain(["No date", "Never"].map(|name| Stop { name, number: None })).collect();
    let bar = |runs: &[(usize, usize)], pattern| Bar {
        name: "A bar",
        runs: runs.to_vec(),
        depends: Vec::new(),
        open_below: runs.first().is_some_and(|run| run.0 == 0),
        open_above: runs.iter().any(|run| run.1 >= 30),
        pattern,
        counts: true,
    };
    let unsure = Bar { depends: vec![(10, 30)], counts: false, ..bar(&[(0, 9)], Pattern::Striped) };
    let lanes = [
        Lane { code: "RU", mark: Some(MarkShape::Bar), bars: vec![bar(&[(32, 32)], Pattern::Walled)] },
        Lane { code: "UA", mark: Some(MarkShape::Bar), bars: vec![bar(&[(0, 0)], Pattern::Walled)] },
        Lane {
            code: "NATO",
            mark: Some(MarkShape::Ring),
            bars: vec![bar(&[(5, 31)], Pattern::Striped), bar(&[(20, 25)], Pattern::Hollow), unsure],
        },
        Lane { code: "CH", mark: None, bars: vec![bar(&[(3, 6), (12, 30)], Pattern::Broken)] },
    ];
    let mut results = SnapshotResults::new();
    for (theme, name) in [(Theme::Light, "range_strip_light"), (Theme::Dark, "range_strip_dark")] {
        let mut harness = support::sheet([620.0, 480.0], theme, |ui| {
            let spec = |id, plan, plan_text| StripSpec {
                id,
                name: "Ranges",
                stops: &stops,
                plan,
                plan_text,
                lanes: &lanes,
                room: None,
            };
            ui.allocate_ui(vec2(300.0, 220.0), |ui| {
                range_strip(ui, &spec(Id::unique("narrow"), Some(20), "Plan: 20 years"));
            });
            range_strip(ui, &spec(Id::unique("wide"), None, "Not in the plan"));
        });
        harness.run();
        harness.snapshot(name);
        results.extend(harness.take_snapshot_results());
    }
}

#[test]
fn marks_in_grey_and_in_high_contrast() {
    let mut results = SnapshotResults::new();
    for theme in [Theme::Light, Theme::Dark] {
        for (marks, name) in [(MarkColours::Grey, "grey"), (MarkColours::HighContrast, "contrast")] {
            let mut harness = support::sheet([420.0, 60.0], theme, |ui| {
                theme::set_mark_colours(ui, marks);
                let (area, _) = ui.allocate_exact_size(vec2(400.0, 40.0), Sense::hover());
                let mut painter = MarkPainter::new(ui);
                for (left, shape) in (0_u8..).zip(MarkShape::iter()) {
                    let corner = area.min + vec2(50.0 * f32::from(left), 0.0);
                    painter.add(mark::tile(Rect::from_min_size(corner, vec2(46.0, 40.0))), &Mark::new(shape));
                }
                painter.paint();
            });
            harness.run();
            let theme = if theme == Theme::Light { "light" } else { "dark" };
            results.add(harness.try_snapshot(format!("marks_{name}_{theme}")));
        }
    }
}
