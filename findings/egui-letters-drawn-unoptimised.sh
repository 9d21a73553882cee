#!/usr/bin/env bash
# In a dev build of egui most of the time of a first frame goes into drawing letters, and optimising egui and epaint helps little.
#
# Package: egui 0.37.0 (with its default fonts; it draws letters with vello_cpu), Rust 1.95.
# Behaviour: each letter at each size is drawn once by vello_cpu and vello_common, on the processor, in code made of many small
#   generic functions around vector instructions. Compiled without optimisation none of them is inlined, so that every pixel
#   costs dozens of calls. The two crates are not named in any manual of egui; who optimises the crates that do the layout
#   (egui, epaint, emath, ecolor) in the dev profile leaves them as they are.
# Output seen: the same frame with 30 sizes of letters took 5.6 times as long with only egui's own crates optimised as with
#   vello_cpu, vello_common and skrifa optimised as well (median of five programs each).
# The wrong guess: that layout is what a test of a window waits for, and that `opt-level` for egui and epaint is enough.
# Why it matters: tests with kittest start each with an empty store of letters, at several sizes of text, and run in the dev
#   profile. In a project with some 360 such tests the longest of them went from more than a minute to 28 seconds.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cargo init --quiet --name letters --vcs none
cargo add --quiet egui@=0.37.0
cat > src/main.rs <<'RS'
use std::time::Instant;

use egui::{Context, FontId, RawInput, RichText};

fn main() {
    let context = Context::default();
    let frame = |sizes: &[f32]| {
        let mut output = context.run_ui(RawInput::default(), |ui| {
            for size in sizes {
                ui.label(RichText::new("The quick brown fox jumps over 13 lazy dogs").font(FontId::proportional(*size)));
            }
        });
        // There is no screen for the letters.
        output.textures_delta.clear();
    };
    // The first frame loads the fonts.
    frame(&[10.0]);
    let sizes: Vec<f32> = (0..30).map(|step| 12.0 + step as f32).collect();
    let from = Instant::now();
    frame(&sizes);
    println!("{}", from.elapsed().as_micros());
}
RS
profile() {
    for crate in "$@"; do printf '\n[profile.dev.package.%s]\nopt-level = 3\n' "$crate"; done
}
# The median of five programs, in microseconds.
median() {
    cargo build --quiet
    for _ in 1 2 3 4 5; do ./target/debug/letters; done | sort -n | sed -n 3p
}
profile egui epaint emath ecolor >> Cargo.toml
layout="$(median)"
profile vello_cpu vello_common skrifa >> Cargo.toml
all="$(median)"
echo "only egui's crates optimised: $layout µs; what draws the letters as well: $all µs"
awk -v a="$layout" -v b="$all" 'BEGIN { printf "%.1f times as long\n", a / b; exit !(a > 2 * b) }'
