//! How the page looks: the style of `assets/lesson/`, in the colours of the theme, and the marks as drawings.

use std::fmt::Write as _;

use eframe::egui::{Color32, Theme};
use maud::{Markup, PreEscaped, html};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::Mark,
    app::{GreyPart, Item, MarkColours, Shade},
    export::{shapes, svg},
    ui::{
        marks,
        theme::{self, MarkStyle, Tokens},
    },
};

const STYLE: &str = include_str!("../../../assets/lesson/style.css");

/// Up to this width of the screen, in rem, the panel lies over the page: what `STYLE` says, for few parties.
const NARROW: usize = 62;
/// What margins, panel and the columns of terms and values take, and a party's column in tenths.
const BESIDE: usize = 44;
const COLUMN: usize = 23;
/// The page itself is no wider.
const WIDEST: usize = 100;

/// Marks are drawn in a square of this many units.
const SIDE: f32 = 24.0;

/// The whole style of a page with so many parties.
pub(super) fn style(hatched: bool, n_parties: usize) -> String {
    let colours = if hatched { MarkColours::Grey } else { MarkColours::OrangeBlue };
    let [light, dark] = [Theme::Light, Theme::Dark].map(|theme| colors(theme::of(theme, colours)));
    format!("{light}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n")
        + &tight(&plain(&[STYLE]))
            .replace(&format!("max-width:{NARROW}rem"), &format!("max-width:{}rem", narrow(n_parties)))
}

/// The panel stands beside the table where no column goes beyond the edge for it. Where the table is wider than any page,
/// that would help nobody.
fn narrow(n_parties: usize) -> usize {
    let needed = BESIDE + (n_parties * COLUMN).div_ceil(10);
    if needed > WIDEST { NARROW } else { needed.max(NARROW) }
}

/// A style without the blanks and signs that mean nothing. Texts in it hold none of these.
fn tight(style: &str) -> String {
    const NOTHING: [(&str, &str); 7] =
        [(" {", "{"), ("{ ", "{"), (" }", "}"), (";}", "}"), ("; ", ";"), (": ", ":"), (", ", ",")];
    NOTHING.iter().fold(style.to_owned(), |style, (from, to)| style.replace(from, to))
}

/// Texts without indentation and without lines that are comments alone, with line ends that every browser hashes alike.
pub(super) fn plain(texts: &[&str]) -> String {
    let lines = texts.iter().flat_map(|text| text.lines()).map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*"));
    kept.flat_map(|line| [line, "\n"]).collect()
}

fn hex(color: Color32) -> String {
    match color.a() {
        0 => "none".to_owned(),
        _ => format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b()),
    }
}

/// The colours of a theme as variables; those of a mark are set on its drawing, unless it is shown in grey.
fn colors(tokens: &Tokens) -> String {
    let named = [
        ("ink", tokens.ink),
        ("weak", tokens.ink_weak),
        ("on", tokens.ink_selected),
        ("line", tokens.line),
        ("edge", tokens.edge),
        ("panel", tokens.panel),
        ("surface", tokens.surface),
        ("hover", tokens.hover),
        ("chosen", tokens.chosen),
        ("selected", tokens.selected),
        ("focus", tokens.focus),
        ("warn", tokens.warn),
        ("link", tokens.link),
    ];
    let mut out = format!(":root{{color-scheme:{}", if tokens.dark { "dark" } else { "light" });
    // Writing into a string cannot fail.
    for (name, color) in named {
        let _ = write!(out, ";--{name}:{}", hex(color));
    }
    out.push_str("}\n");
    for mark in Mark::iter() {
        let MarkStyle { fill, fill_right, ink, edge, hatch, .. } = tokens.mark(marks::shape(mark));
        let _ = write!(out, "#m{}{{--i:var(--grey,{})", mark as usize, hex(ink));
        // The right half is as the left one unless it says otherwise.
        for (name, color, other) in
            [("t", fill, None), ("u", fill_right, Some(fill)), ("h", hatch, None), ("e", edge, None)]
        {
            if other.map_or(color.a() > 0, |left| color != left) {
                let _ = write!(out, ";--{name}:var(--none,{})", hex(color));
            }
        }
        out.push_str("}\n");
    }
    out
}

/// A mark; without a name where words stand beside it.
pub(super) fn mark(mark: Mark, name: Option<&str>) -> Markup {
    let hidden = name.is_none().then_some("true");
    let role = name.map(|_| "img");
    let drawing = PreEscaped(format!("<use href=\"#m{}\"/>", mark as usize));
    html! { svg.m role=[role] aria-label=[name] aria-hidden=[hidden] { (drawing) } }
}

/// All marks, drawn once, and behind them the sign of a cell that is hidden or cannot be followed.
pub(super) fn symbols(hatched: bool) -> Markup {
    let items = |mark| {
        let items = shapes::mark(mark, [0.0, 0.0], SIDE);
        if hatched { shapes::in_greys(items) } else { items }
    };
    html! {
        svg.symbols aria-hidden="true" width="0" height="0" {
            @for mark in Mark::iter() {
                symbol id={ "m" (mark as usize) } viewBox={ "0 0 " (SIDE) " " (SIDE) } {
                    @for item in items(mark) { (PreEscaped(element(&item))) }
                }
            }
            symbol id={ "m" (Mark::iter().count()) } viewBox={ "0 0 " (SIDE) " " (SIDE) } {
                rect.unknown x="0.5" y="0.5" width="23" height="23" rx="3.4" {}
                path.question d="M8.6 9.2a3.4 3.4 0 1 1 5.1 3c-1 .6-1.7 1.2-1.7 2.4m0 2.2v1.8" {}
            }
        }
    }
}

/// A shape as an element with the class of its colour.
fn element(item: &Item) -> String {
    svg::element(item, 1, |line, shade| {
        let letter = match shade {
            Shade::Tile(_) | Shade::Grey(GreyPart::Tile, _) => 't',
            Shade::TileRight(_) | Shade::Grey(GreyPart::TileRight, _) => 'u',
            Shade::Grey(GreyPart::Hatch, _) => 'h',
            Shade::Grey(GreyPart::Edge, _) => 'e',
            Shade::Shape(_) | Shade::Grey(GreyPart::Shape, _) => {
                if line.is_some() {
                    'l'
                } else {
                    'i'
                }
            }
            Shade::Ink | Shade::Weak | Shade::Line | Shade::Edge | Shade::Tint | Shade::Paper => return String::new(),
        };
        let width = line.map_or_else(String::new, |width| format!(" stroke-width=\"{width:.2}\""));
        format!("class=\"{letter}\"{width}")
    })
}
