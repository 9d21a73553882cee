//! The page as a whole.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    Lesson, cards,
    data::{Data, whose},
    look, policy, table,
};
use crate::{
    app::{Paper, slug},
    export::clean,
    wording::{self, hand_outs, lesson as words},
};

const RULE: &str = include_str!("../../../assets/lesson/rule.js");
const LINKS: &str = include_str!("../../../assets/lesson/links.js");
const SCRIPT: &str = include_str!("../../../assets/lesson/page.js");

/// The longest part of a file name that comes from a title.
const MAX_NAME: usize = 60;

/// The whole page.
///
/// The policy comes first, before anything that it is about. Its hashes are those of a text with plain line ends: browsers
/// do not agree on any other.
#[must_use]
pub(crate) fn page(lesson: &Lesson<'_>, paper: Paper) -> String {
    let material = lesson.material;
    let (dossier, scenario) = (material.dossier, material.scenario);
    let size = match paper {
        Paper::A4 => "A4",
        Paper::Letter => "letter",
    };
    let style = format!("{}@page{{size:{size};margin:15mm}}\n", look::style(material.hatched, material.columns.len()));
    let script = look::plain(&[RULE, LINKS, SCRIPT]);
    // An angle bracket could end the element that holds the data.
    let json =
        serde_json::to_string(&Data::new(lesson)).expect("texts and numbers can be written").replace('<', "\\u003c");
    let file_name = format!("{}.ron", slug(&wording::plan_title(scenario), MAX_NAME));
    let shown = unquoted(&html! {
        (look::symbols(material.hatched))
        (head(lesson))
        p.notice id="notice" role="status" {}
        noscript { p.notice { (words::NO_SCRIPT) } }
        (tools(lesson))
        p.news id="news" role="status" aria-live="polite" {
            (hand_outs::terms_in_plan(material.n_in_plan(), dossier.terms.len()))
        }
        div.sheet {
            main {
                h2.away { (words::PLAN) }
                (cards::rules(material))
                form id="plan" { div.scroll { (table::table(material)) } }
                (table::legend())
            }
            (why())
        }
        (cards::on_file(lesson))
        (cards::terms(material))
        (cards::about(material))
        footer { p { (crate::export::foot(material)) } }
        (copy(&file_name))
    });
    let page = html! {
        (DOCTYPE)
        html lang=(wording::LANGUAGE) {
            head {
                meta http-equiv="Content-Security-Policy" content=(policy::policy(Some(&script), &style));
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="generator" content=(wording::ui::PROGRAM);
                title { (wording::plan_title(scenario)) " \u{b7} " (dossier.title) }
                style { (PreEscaped(&style)) }
            }
            body {
                (shown)
                script type="application/json" id="data" { (PreEscaped(json)) }
                script { (PreEscaped(&script)) }
            }
        }
    };
    clean::whole(&page.into_string())
}

/// Markup with the quotes left out that attributes do not need: there are more than a thousand of them. In texts the sign
/// is written otherwise.
fn unquoted(markup: &Markup) -> Markup {
    let mut parts = markup.0.split("=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (value, rest) = part.split_once('"').expect("the value of an attribute ends");
        let needs = |sign: char| sign.is_ascii_whitespace() || "=<>`'".contains(sign);
        let quote = if value.is_empty() || value.contains(needs) { "\"" } else { "" };
        // What ends an element at once would be a part of the value.
        let gap = if quote.is_empty() && rest.starts_with('/') { " " } else { "" };
        out.extend(["=", quote, value, quote, gap, rest]);
    }
    PreEscaped(out)
}

fn head(lesson: &Lesson<'_>) -> Markup {
    let material = lesson.material;
    let (dossier, scenario, style) = (material.dossier, material.scenario, material.style);
    html! {
        header {
            p.case { (dossier.title) @if dossier.fictional { " \u{b7} " (words::INVENTED) } }
            h1 id="name" lang=[material.their_language()] { (wording::plan_title(scenario)) }
            p.s id="whose" { (whose(wording::plan_line(scenario, style), wording::where_from(scenario))) }
            @for text in [hand_outs::counting(scenario.counted)].into_iter().flatten() { p.s { (text) } }
            p.asof id="asof" { (words::AS_OF) " " (wording::date(scenario.as_of, style)) }
        }
    }
}

/// The buttons, which mean nothing without the script.
fn tools(lesson: &Lesson<'_>) -> Markup {
    let days = &lesson.days;
    html! {
        div.tools id="tools" role="region" aria-label=(words::TOOLS) hidden {
            span.days hidden[days.len() < 2] {
                button type="button" id="earlier" aria-label=(words::EARLIER) { "\u{2039}" }
                label { (words::AS_OF) " " select id="day" autocomplete="off" {} }
                button type="button" id="later" aria-label=(words::LATER) { "\u{203a}" }
            }
            button type="button" id="hide" { (words::HIDE) }
            button type="button" id="reveal" hidden { (words::REVEAL_NEXT) }
            button type="button" id="changes" aria-pressed="false" { (words::SHOW_CHANGES) }
            button type="button" id="reset" { (words::RESET) }
            button type="button" id="copy" { (words::COPY) }
            button type="button" id="print" { (words::PRINT) }
        }
    }
}

fn why() -> Markup {
    html! {
        aside id="why" aria-labelledby="why-head" hidden {
            div.bar {
                h2 id="why-head" tabindex="-1" { (words::WHY) }
                button type="button" id="close" aria-label=(words::CLOSE) { "\u{d7}" }
            }
            div id="cards" { p.s { (words::CHOOSE) } }
        }
    }
}

/// The plan as a text and as a link.
fn copy(file_name: &str) -> Markup {
    html! {
        dialog id="mine" aria-labelledby="mine-head" {
            h2 id="mine-head" { (words::MY_PLAN) }
            p.s { (words::COPY_HELP) }
            label { (words::PLAN_TEXT) textarea id="text" rows="12" readonly spellcheck="false" {} }
            label { (words::PLAN_LINK) input id="link" readonly spellcheck="false"; }
            p id="copied" role="status" aria-live="polite" {}
            div.row {
                button type="button" id="copy-text" { (words::COPY_TEXT) }
                button type="button" id="copy-link" { (words::COPY_LINK) }
                a.button id="save" download=(file_name) { (words::SAVE) }
                button type="button" id="done" { (words::CLOSE) }
            }
        }
    }
}
