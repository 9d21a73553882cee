#!/usr/bin/env bash
# Text that wraps inside columns of egui is stretched to the width of the column, between its letters as well.
#
# Package: egui 0.37.0 (with its default fonts), Rust 1.95.
# Behaviour: `Ui::columns` gives each column a layout that is "justified". For buttons that means that they fill the width. For
#   a label of several lines it means that every line but the last is set in block: the room that is left is given to the
#   spaces and to every letter of the line. The same label in a plain vertical layout of the same width is set as the typeface
#   wants it. There is no word of it in the documentation of `Ui::columns` or `Label`.
# Output seen: "vertical: lines [108.0, 81.0, 180.0, 117.0, 144.0, 144.0, 99.0] wide" and "columns: lines [180.0, 180.0, 180.0,
#   180.0, 180.0, 180.0, 99.0] wide": in columns every line but the last is as wide as the column.
# The wrong guess: that columns place widgets and leave the text in them alone.
# Why it matters: prose in two or three columns beside each other, as comparisons have them, looks torn, most of all where words
#   are long and columns narrow, and that is where people with weak sight enlarge it. Children of a column with a layout of
#   their own (`ui.vertical`) are set as usual.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo init --quiet --name columns --vcs none
cargo add --quiet egui@=0.37.0
cat > src/main.rs <<'RS'
use egui::{Context, RawInput, Shape, Ui};

const TEXT: &str = "Negotiators proposed demilitarisation of neighbouring municipalities, internationally guaranteed.";
const WIDTH: f32 = 180.0;

/// The widths of the lines of the one text that is drawn.
fn lines(draw: impl Fn(&mut Ui)) -> Vec<f32> {
    let context = Context::default();
    let mut widths = Vec::new();
    // The first frame loads the fonts.
    for _ in 0..2 {
        let mut output = context.run_ui(RawInput::default(), |ui| draw(ui));
        // There is no screen for the letters.
        output.textures_delta.clear();
        widths = output
            .shapes
            .iter()
            .filter_map(|clipped| match &clipped.shape {
                Shape::Text(text) => Some(text.galley.rows.iter().map(|row| row.size.x).collect::<Vec<f32>>()),
                _ => None,
            })
            .next()
            .unwrap_or_default();
    }
    widths
}

fn main() {
    let vertical = lines(|ui| {
        ui.vertical(|ui| {
            ui.set_width(WIDTH);
            ui.label(TEXT);
        });
    });
    let columns = lines(|ui| {
        ui.set_width(WIDTH);
        ui.columns(1, |columns| {
            columns[0].label(TEXT);
        });
    });
    println!("vertical: lines {vertical:.1?} wide");
    println!("columns: lines {columns:.1?} wide");
    let (usual, wide) = (&vertical[..vertical.len() - 1], &columns[..columns.len() - 1]);
    let fills = |line: &f32| (line - WIDTH).abs() < 1.0;
    let stretched = wide.iter().all(fills) && usual.iter().filter(|line| !fills(line)).count() > 2;
    if !stretched {
        eprintln!("columns no longer stretch the lines");
        std::process::exit(1);
    }
}
RS
cargo run --quiet
