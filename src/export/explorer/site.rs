//! A site of lesson pages: a start page with all cases, and a page for each. It needs no server: every address in it is
//! that of a file beside it.

use std::collections::BTreeMap;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Lesson, look, page, policy};
use crate::{
    analysis::{Index, Judged},
    app::Paper,
    domain::{Counted, Dossier, Scenario},
    export::{
        clean,
        material::{Made, Material},
    },
    wording::{self, DateStyle, lesson as words},
};

const STYLE: &str = include_str!("../../../assets/lesson/site.css");

/// A case with the plans that come with it.
#[derive(Debug)]
pub struct SiteCase<'a> {
    /// The case.
    pub dossier: &'a Dossier,
    /// Its fingerprint.
    pub fingerprint: &'a str,
    /// Its plans.
    pub scenarios: Vec<Scenario>,
}

/// The files of a site, by name: `index.html` first, then the pages.
#[must_use]
pub fn site(cases: &[SiteCase<'_>], style: DateStyle, paper: Paper) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    let mut cards = Vec::new();
    for case in cases {
        let (card, mut files) = case_pages(case, style, paper);
        cards.push(card);
        pages.append(&mut files);
    }
    pages.insert(0, ("index.html".to_owned(), start_page(&cards)));
    pages
}

/// The card of a case, and its pages: one that opens empty, to which most plans are links, and one for each plan that
/// counts other statements than usual, since what counts is a matter of the page.
fn case_pages(case: &SiteCase<'_>, style: DateStyle, paper: Paper) -> (Markup, Vec<(String, String)>) {
    let SiteCase { dossier, fingerprint, .. } = *case;
    let days: Vec<_> = case.scenarios.iter().map(|scenario| scenario.as_of).collect();
    let index = Index::new(dossier);
    let material = |scenario| {
        let judged = Judged::with_index(dossier, &index, scenario);
        Material::new(judged, fingerprint, Made::Shipped, style)
    };
    let make = |scenario| page(&Lesson::new(&material(scenario), &days), paper);
    let empty = Scenario::empty(dossier, words::EMPTY_PLAN.to_owned());
    let name = format!("case-{}.html", dossier.id);
    let mut files = vec![(name.clone(), make(&empty))];
    let mut scenarios: Vec<&Scenario> = case.scenarios.iter().collect();
    scenarios.sort_by(|a, b| a.title.cmp(&b.title));
    let material = material(&empty);
    let lesson = Lesson::new(&material, &days);
    let mut plans = Vec::new();
    for (place, scenario) in scenarios.into_iter().enumerate() {
        let address = if scenario.counted == Counted::default() {
            format!("{name}#plan={}", fragment(&lesson, scenario))
        } else {
            let own = format!("case-{}.plan-{}.html", dossier.id, place + 1);
            files.push((own.clone(), make(scenario)));
            own
        };
        plans.push((address, scenario));
    }
    (card(dossier, &name, &plans, style), files)
}

/// A plan as the script writes it into the address of the page.
fn fragment(lesson: &Lesson<'_>, scenario: &Scenario) -> String {
    let Material { fingerprint, .. } = lesson.material;
    let dossier = lesson.material.dossier;
    let set = scenario.plan.iter().filter_map(|(term, value)| {
        let term = dossier.term(term);
        Some((term.id.as_str(), term.values[value?.get()].id.as_str()))
    });
    let plan: BTreeMap<&str, &str> = set.collect();
    let day = lesson.days[lesson.day(scenario.as_of)].to_string();
    let link = serde_json::json!({ "case": dossier.id, "print": fingerprint, "day": day, "plan": plan });
    policy::for_address(link.to_string().as_bytes())
}

fn card(dossier: &Dossier, name: &str, plans: &[(String, &Scenario)], style: DateStyle) -> Markup {
    html! {
        article {
            h2 { a href=(name) { (dossier.title) } }
            p.s { (words::case_line(dossier, style)) @if dossier.fictional { " \u{b7} " (words::INVENTED) } }
            p { (dossier.about.purpose) }
            @if !plans.is_empty() {
                details {
                    summary { (wording::count(plans.len(), "plan", "plans")) }
                    ul {
                        @for (address, scenario) in plans {
                            li { a href=(address) { (wording::plan_title(scenario)) }
                                @if let Some(line) = wording::plan_line(scenario, style) { " " span.s { (line) } } }
                        }
                    }
                }
            }
        }
    }
}

fn start_page(cards: &[Markup]) -> String {
    let style = look::style(false, 0) + &look::plain(&[STYLE]);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta http-equiv="Content-Security-Policy" content=(policy::policy(None, &style));
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(wording::ui::PROGRAM);
                title { (wording::ui::PROGRAM) }
                style { (PreEscaped(&style)) }
            }
            body {
                header { h1 { (wording::ui::PROGRAM) } p { (words::SITE) } }
                main.cases { @for card in cards { (card) } }
                footer { p { (words::SITE_FOOT) } }
            }
        }
    };
    clean::whole(&page.into_string())
}
