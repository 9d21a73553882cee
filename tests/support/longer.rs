//! The program's typeface with every letter 35 % wider: what a language with longer words would do to the window.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};
use peace_plan_explorer::ui::fonts;

const FILES: [(&str, &[u8]); 2] = [
    ("regular", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
    ("semibold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
];

/// Replaces the fonts of the context.
pub fn install(ctx: &Context) {
    let mut definitions = FontDefinitions::empty();
    for (name, file) in FILES {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_owned(widened(file))));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        definitions.families.insert(family, vec!["regular".to_owned()]);
    }
    definitions.families.insert(fonts::semibold_family(), vec!["semibold".to_owned(), "regular".to_owned()]);
    ctx.set_fonts(definitions);
}

/// A copy of an OpenType file whose advance widths (table `hmtx`) are 35 % larger. What is drawn stays as it is.
fn widened(file: &[u8]) -> Vec<u8> {
    let mut file = file.to_vec();
    let n_metrics = usize::from(u16_at(&file, table(&file, b"hhea") + 34));
    let metrics = table(&file, b"hmtx");
    for place in (0..n_metrics).map(|glyph| metrics + 4 * glyph) {
        let wider = u32::from(u16_at(&file, place)) * 135 / 100;
        let wider = u16::try_from(wider).expect("advances are a few thousand units");
        file[place..place + 2].copy_from_slice(&wider.to_be_bytes());
    }
    file
}

/// Where a table of the file begins.
fn table(file: &[u8], tag: &[u8; 4]) -> usize {
    let n_tables = usize::from(u16_at(file, 4));
    let mut records = (0..n_tables).map(|number| 12 + 16 * number);
    let record = records.find(|place| file[*place..place + 4] == *tag).expect("every font has it");
    let offset: [u8; 4] = file[record + 8..record + 12].try_into().expect("four bytes");
    usize::try_from(u32::from_be_bytes(offset)).expect("a file fits into memory")
}

fn u16_at(file: &[u8], place: usize) -> u16 {
    u16::from_be_bytes([file[place], file[place + 1]])
}
