//! The hand-out as one page of HTML that needs nothing else: no script, no font, no picture, no network. Real tables with
//! heads, marks as drawings with words for those who cannot see them; it prints, and it reads on a telephone.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use strum::IntoEnumIterator as _;

use super::{
    material::Material,
    model::{self, Block, Matrix, MatrixCell, Rich, Run, Sheet, Table},
    shapes, svg,
};
use crate::{
    analysis::Mark,
    app::{Item, Link, Paper, Sheet as Kind},
    ui,
    wording::{self, hand_outs as words},
};

/// How the page looks.
const STYLE: &str = include_str!("html/style.css");

/// Marks are drawn in a square of this many units.
const SIDE: f32 = 24.0;

/// The whole page.
#[must_use]
pub(super) fn page(material: &Material<'_>, sheets: &[Sheet], paper: Paper) -> String {
    let title = model::title(material, sheets);
    let theirs = material.their_language();
    let size = match paper {
        Paper::A4 => "A4",
        Paper::Letter => "letter",
    };
    let foot = super::foot(material);
    let page = html! {
        (DOCTYPE)
        html lang=(wording::LANGUAGE) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(wording::ui::PROGRAM);
                title { (title) }
                style { (PreEscaped(STYLE)) (PreEscaped(format!("@page {{ size: {size}; margin: 15mm; }}"))) }
            }
            body {
                (symbols(material.hatched))
                @if sheets.len() > 1 { (contents(sheets, theirs)) }
                main { @for sheet in sheets { (section(sheet, theirs)) } }
                footer { p { (foot) } }
            }
        }
    };
    page.into_string()
}

fn contents(sheets: &[Sheet], theirs: Theirs<'_>) -> Markup {
    html! {
        nav aria-label=(words::CONTENTS) {
            ul {
                @for sheet in sheets {
                    @let of_party = theirs.filter(|_| matches!(sheet.kind, Kind::Brief(_)));
                    li { a href={ "#" (sheet.id) } lang=[of_party] { (sheet_name(sheet)) } }
                }
            }
        }
    }
}

/// What a sheet is called in a list of sheets: sheets about the plan all have the plan's title.
fn sheet_name(sheet: &Sheet) -> &str {
    match sheet.kind {
        Kind::Plan | Kind::Sources | Kind::Marks | Kind::Prediction | Kind::AnswerKey => &sheet.label,
        Kind::Brief(_) | Kind::Way | Kind::Debrief | Kind::Grading => &sheet.title,
    }
}

/// The language of the dossier and of the class, where it is not the page's.
type Theirs<'l> = Option<&'l str>;

fn section(sheet: &Sheet, theirs: Theirs<'_>) -> Markup {
    let heading = format!("{}-title", sheet.id);
    html! {
        section.sheet id=(sheet.id) aria-labelledby=(heading) {
            h1 id=(heading) {
                span.label { (sheet.label) } " "
                span lang=[theirs.filter(|_| sheet.title_is_theirs())] { (sheet.title) }
            }
            @for (place, part) in sheet.blocks.iter().enumerate() { (block(sheet, place, part, theirs)) }
        }
    }
}

fn block(sheet: &Sheet, place: usize, part: &Block, theirs: Theirs<'_>) -> Markup {
    let rich = |text: &Rich| rich(text, theirs);
    match part {
        Block::Heading(text) => html! { h2 { (text) } },
        Block::Paragraph(text) => html! { p { (rich(text)) } },
        Block::Small(text) => html! { p.small { (rich(text)) } },
        Block::Field(label) => html! { p.field { span { (label) } span.rule {} } },
        Block::Lines(n) => html! { div.lines aria-hidden="true" { @for _ in 0..*n { div.rule {} } } },
        Block::Question(text, n) => html! {
            div.question { p { (text) } @for _ in 0..*n { div.rule {} } }
        },
        Block::Answered(head, text) => html! {
            div.answered { p { strong { (head) } } @for text in text { p { (rich(text)) } } }
        },
        Block::Boxes(heads) => html! { div.boxes { @for head in heads { div { h3 { (head) } } } } },
        Block::Legend(marks, numbers) => html! {
            ul.legend {
                @for (mark, text) in marks { li { (drawing(*mark, None)) (text) } }
                li { (numbers) }
            }
        },
        Block::Meanings(marks) => html! {
            ul.meanings { @for (mark, text) in marks { li { (drawing(*mark, None)) p { (rich(text)) } } } }
        },
        Block::Answers(answers) => html! {
            ul.legend { @for (key, text) in answers { li { b.key { (key) } (text) } } }
        },
        Block::Matrix(of) => matrix(of, &format!("{}-{place}", sheet.id), theirs),
        Block::Table(of) => table(of, theirs),
    }
}

fn rich(text: &Rich, theirs: Theirs<'_>) -> Markup {
    html! {
        @for (place, part) in text.0.iter().enumerate() {
            @if place > 0 { " " }
            (run(part, theirs.filter(|_| part.theirs)))
        }
    }
}

fn run(part: &Run, language: Theirs<'_>) -> Markup {
    let inner = html! { @if language.is_some() { span lang=[language] { (part.text) } } @else { (part.text) } };
    let inner = html! { @if part.strong { strong { (inner) } } @else { (inner) } };
    let linked = match &part.link {
        None => inner,
        Some(Link::Url(url)) => html! { a.url href=(url) rel="noreferrer" { (inner) } },
        Some(Link::Statement(number)) => html! { a href={ "#source-" (number) } { (inner) } },
    };
    if part.small {
        html! { span.small { (linked) } }
    } else {
        linked
    }
}

/// Roles are named although the elements have them: on a narrow screen the table is laid out as a list, and browsers then
/// no longer see a table in it.
fn table(table: &Table, theirs: Theirs<'_>) -> Markup {
    let widths: Vec<String> = table.columns.iter().map(|(_, share)| format!("width: {:.1}%", share * 100.0)).collect();
    let room = if table.min_height > 0.0 { "texts roomy" } else { "texts" };
    html! {
        table class=(room) role="table" {
            caption { (table.caption) }
            colgroup { @for width in &widths { col style=(width); } }
            thead role="rowgroup" {
                tr role="row" { @for (head, _) in &table.columns { th scope="col" role="columnheader" { (head) } } }
            }
            tbody role="rowgroup" {
                @for row in &table.rows {
                    tr role="row" id=[row.anchor.map(|number| format!("source-{number}"))] {
                        @for (place, (cell, (head, _))) in row.cells.iter().zip(&table.columns).enumerate() {
                            @if place == 0 && table.row_heads && !cell.is_empty() {
                                th scope="row" role="rowheader" { (paragraphs(cell, theirs)) }
                            } @else {
                                td role="cell" data-head=(head) { (paragraphs(cell, theirs)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn paragraphs(cell: &[Rich], theirs: Theirs<'_>) -> Markup {
    html! { @for text in cell { p { (rich(text, theirs)) } } }
}

#[expect(clippy::cast_precision_loss, reason = "a dossier has a handful of parties")]
fn matrix(matrix: &Matrix, id: &str, theirs: Theirs<'_>) -> Markup {
    // All parties have the same width, as far as their codes allow; the first two columns share the rest.
    let width = format!("width: {:.1}%", (66.0 / matrix.parties.len() as f32).min(10.0));
    html! {
        table.matrix.long[matrix.rows.len() > 12] role="table" {
            caption { (matrix.caption) }
            colgroup { col; col; @for _ in &matrix.parties { col style=(width); } }
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { (words::TERM) }
                    th scope="col" role="columnheader" { (words::PLAN_SAYS) }
                    @for party in &matrix.parties {
                        th.party.starts[party.starts_group] scope="col" role="columnheader" {
                            abbr title=(party.name) lang=[theirs] { (party.code) }
                        }
                    }
                }
            }
            tbody role="rowgroup" {
                @for (place, row) in matrix.rows.iter().enumerate() {
                    tr role="row" id={ (id) "-" (place + 1) } {
                        th scope="row" role="rowheader" lang=[theirs] { (row.term) }
                        td.value role="cell" lang=[theirs] { (row.value) }
                        @for (party, of) in matrix.parties.iter().zip(&row.cells) {
                            td.mark.starts[party.starts_group] role="cell" data-head=(party.code) {
                                (cell(of, matrix.linked))
                            }
                        }
                    }
                }
            }
            @if !matrix.feet.is_empty() {
                tfoot role="rowgroup" {
                    @for (label, figures) in &matrix.feet {
                        tr role="row" {
                            th scope="row" role="rowheader" colspan="2" { (label) }
                            @for (party, figure) in matrix.parties.iter().zip(figures) {
                                td.mark.starts[party.starts_group] role="cell" data-head=(party.code) {
                                    (figure)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(cell: &MatrixCell, linked: bool) -> Markup {
    let Some(mark) = cell.mark else { return html! { span.box role="img" aria-label=(cell.name) {} } };
    html! {
        (drawing(mark, Some(&cell.name)))
        @if !cell.cites.is_empty() {
            span.cites {
                @for (place, (text, number)) in cell.cites.iter().enumerate() {
                    @if place > 0 { " " }
                    @if linked {
                        a href={ "#source-" (number) } aria-label=(words::to_cited(text)) { (text) }
                    } @else { (text) }
                }
            }
        }
    }
}

/// A mark; without a name where its meaning stands beside it.
fn drawing(mark: Mark, name: Option<&str>) -> Markup {
    let hidden = name.is_none().then_some("true");
    let role = name.map(|_| "img");
    html! {
        svg.m viewBox={ "0 0 " (SIDE) " " (SIDE) } role=[role] aria-label=[name] aria-hidden=[hidden] {
            use href={ "#m-" (symbol(mark)) } {}
        }
    }
}

fn symbol(mark: Mark) -> String {
    wording::mark_name(mark).split(|letter: char| !letter.is_alphabetic()).collect::<Vec<_>>().join("-")
}

/// The marks, drawn once.
fn symbols(hatched: bool) -> Markup {
    let items = |mark| {
        let items = shapes::mark(mark, [0.0, 0.0], SIDE);
        if hatched { shapes::in_greys(items) } else { items }
    };
    html! {
        svg.symbols aria-hidden="true" width="0" height="0" {
            @for mark in Mark::iter() {
                symbol id={ "m-" (symbol(mark)) } viewBox={ "0 0 " (SIDE) " " (SIDE) } {
                    @for item in items(mark) { (PreEscaped(element(&item))) }
                }
            }
        }
    }
}

fn element(item: &Item) -> String {
    svg::element(item, 2, |line, shade| {
        let color = ui::page::color(shade);
        let color = format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b());
        match line {
            None => format!("fill=\"{color}\""),
            Some(width) => format!("fill=\"none\" stroke=\"{color}\" stroke-width=\"{width:.2}\""),
        }
    })
}
