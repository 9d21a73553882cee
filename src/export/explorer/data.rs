//! What the script looks things up in.

use std::sync::Arc;

use serde::Serialize;
use strum::IntoEnumIterator as _;

use super::{
    Lesson,
    packed::{self, Values, Ways},
    table,
};
use crate::{
    analysis::{Fork, Mark, MarkRule, Next, Situation, Walks},
    app::Column,
    domain::{Demand, Original, Plan, PositionIx, Scenario, TermIx},
    export::{Material, clean},
    format::{WrittenFor, write_scenario},
    wording::{self, lesson as words},
};

/// Everything that the script knows. Parties stand in the order of the columns, statements and forks in that of the
/// dossier and the walks, positions newest first.
#[derive(Debug, Serialize)]
pub(super) struct Data<'a> {
    words: &'static words::ScriptWords,
    /// The name of each mark, and 1 if it says nothing about the plan.
    marks: Vec<(&'static str, u8)>,
    /// The places of the marks "not in the plan" and "this page cannot follow".
    empty: usize,
    lost: usize,
    /// What an effect on a position of a strength adds to its cell; the mark and the figure of each sum, first where
    /// nothing is on file.
    adds: Vec<[u8; 4]>,
    rule: [Vec<usize>; 2],
    figures: [Vec<usize>; 2],
    parties: Vec<[String; 2]>,
    /// The place of each party in the dossier.
    columns: Vec<usize>,
    /// Id and name.
    terms: Vec<[String; 2]>,
    /// What the list of a term offers; nothing where the table has buttons.
    values: Vec<Vec<Values>>,
    days: Vec<[String; 2]>,
    /// For each statement the first day on which it had been made.
    said: Vec<usize>,
    uncounted: Vec<String>,
    positions: Vec<PositionEntry>,
    /// A term, then where a walk goes on if it is not in the plan, then for each value; below 0 it ends.
    forks: Vec<Vec<Ways>>,
    rules: Vec<Option<i64>>,
    case: &'a str,
    print: &'a str,
    plan: Vec<i64>,
    day: usize,
    /// The text of a scenario file in front of the day, between day and plan, behind the plan, and behind one that was
    /// changed.
    file: [String; 4],
    /// Whose plan it is, as long as it is as it was put forward; `None` for one that is its owner's to change.
    heads: Option<Heads>,
}

/// Title and line over the page: a changed plan is nobody else's.
#[derive(Debug, Serialize)]
struct Heads {
    /// The plan as it was put forward.
    plan: Vec<i64>,
    /// Over that plan, and where one term is another; where more are, their number stands between two parts.
    same: [Vec<String>; 2],
    one: [Vec<String>; 2],
    more: [Vec<String>; 2],
}

/// Stands for a number, in a place where letters are nobody's.
const NUMBER: char = '\u{e000}';

/// The line about whose plan it is, and where it comes from.
pub(super) fn whose(line: Option<String>, origin: &str) -> String {
    let parts = [line.map(|line| format!("{}.", line.trim_end_matches('.'))), Some(origin.to_owned())];
    parts.into_iter().flatten().filter(|part| !part.is_empty() && part != ".").collect::<Vec<_>>().join(" ")
}

/// The plan that a changed one was changed from; `None` for a plan that is its owner's to change.
fn original(scenario: &Scenario) -> Option<Arc<Original>> {
    (scenario.is_attributed() || scenario.changed_from.is_some()).then(|| Original::of(scenario))
}

fn heads(material: &Material<'_>) -> Option<Heads> {
    let (scenario, style) = (material.scenario, material.style);
    let original = original(scenario)?;
    let title = if scenario.changed_from.is_some() { scenario.title.as_str() } else { "" };
    let parts = |[title, line]: [String; 2]| {
        let line = whose(Some(line), &original.origin);
        [title, line].map(|text| clean::line(&text).split(NUMBER).map(str::to_owned).collect())
    };
    let changed = |terms: &str| parts(wording::changed_heads(&original, title, terms, style));
    let Original { title, author, date, origin, form, kind, plan } = (*original).clone();
    let before = Scenario { title, author, date, origin, form, kind, plan, changed_from: None, ..scenario.clone() };
    let line = wording::plan_line(&before, style).unwrap_or_default();
    Some(Heads {
        plan: plan_places(&before.plan),
        same: parts([wording::plan_title(&before), line]),
        one: changed(&wording::count(1, "term", "terms")),
        more: changed(&format!("{NUMBER} terms")),
    })
}

/// Id, column, term, strength; where its walk begins, `None` if this page cannot follow it; days from which it stands
/// otherwise, each with how: 0 not in force, 1 counts, from 2 on why it does not; its statements; the terms of its demand.
type PositionEntry = (usize, usize, usize, u8, Option<i64>, Vec<[usize; 2]>, Vec<usize>, Vec<usize>);

fn next(next: Next) -> i64 {
    let number = |place: usize| i64::try_from(place).expect("a dossier has fewer forks than that");
    match next {
        Next::Fork(at) => number(at),
        Next::End(end) => -1 - i64::from(end),
    }
}

fn plan_places(plan: &Plan) -> Vec<i64> {
    plan.iter().map(|(_, value)| value.map_or(-1, |value| i64::from(value.0))).collect()
}

impl<'a> Data<'a> {
    /// Everything for a page.
    pub(super) fn new(lesson: &Lesson<'a>) -> Self {
        let material = lesson.material;
        let (dossier, scenario, style) = (material.dossier, material.scenario, material.style);
        let rule = MarkRule::new();
        let place = |mark: &Mark| Mark::iter().position(|other| other == *mark).expect("the list has every mark");
        let mark = |mark: Mark| (words::mark(mark), u8::from(mark.is_blank()));
        let marks: Vec<(&str, u8)> = Mark::iter().map(mark).chain([(words::LOST, 0)]).collect();
        let walks = material.walks();
        let (positions, uncounted) = positions(lesson, &walks);
        let fork = |fork: &Fork| {
            let ways = packed::ways(fork.next.iter().map(|to| next(*to)));
            std::iter::once(Ways::One(i64::from(fork.term.0))).chain(ways).collect()
        };
        let party = |column: &Column| {
            let party = dossier.party(column.party);
            [clean::line(&party.code), clean::line(&party.name)]
        };
        Self {
            words: &words::SCRIPT,
            lost: marks.len() - 1,
            marks,
            empty: place(&Mark::Empty),
            adds: rule.adds,
            rule: rule.marks.map(|marks| marks.iter().map(place).collect()),
            figures: rule.figures,
            parties: material.columns.iter().map(party).collect(),
            columns: material.columns.iter().map(|column| column.party.get()).collect(),
            terms: dossier.terms.iter().map(|term| [term.id.clone(), clean::line(&term.name)]).collect(),
            values: dossier.terms.iter().map(|term| table::list(term).map_or_else(Vec::new, packed::values)).collect(),
            days: lesson.days.iter().map(|day| [day.to_string(), wording::date(*day, style)]).collect(),
            said: dossier.statements.iter().map(|statement| lesson.day(statement.said)).collect(),
            uncounted,
            positions,
            forks: walks.forks.iter().map(fork).collect(),
            rules: walks.rules.iter().map(|root| root.map(next)).collect(),
            case: &dossier.id,
            print: material.fingerprint,
            plan: plan_places(&scenario.plan),
            day: lesson.day(scenario.as_of),
            file: file(lesson),
            heads: heads(material),
        }
    }
}

/// The positions that mark a cell, newest first, and the reasons why some do not count.
fn positions(lesson: &Lesson<'_>, walks: &Walks) -> (Vec<PositionEntry>, Vec<String>) {
    let material = lesson.material;
    let (dossier, counted) = (material.dossier, material.scenario.counted);
    let situations: Vec<Situation> = lesson.days.iter().map(|day| Situation::new(dossier, *day, counted)).collect();
    let mut reasons: Vec<String> = Vec::new();
    let mut runs = |ix: PositionIx| {
        let mut runs: Vec<[usize; 2]> = Vec::new();
        for (day, situation) in situations.iter().enumerate() {
            let standing = match situation.uncounted(ix) {
                _ if !situation.in_force(ix) => 0,
                None => 1,
                Some(reason) => {
                    let reason = wording::uncounted(reason);
                    2 + reasons.iter().position(|known| *known == reason).unwrap_or_else(|| {
                        reasons.push(reason);
                        reasons.len() - 1
                    })
                }
            };
            if runs.last().map_or(0, |[_, standing]| *standing) != standing {
                runs.push([day, standing]);
            }
        }
        runs
    };
    let mut all: Vec<PositionIx> = PositionIx::all(dossier.positions.len()).collect();
    all.sort_by_key(|ix| std::cmp::Reverse(dossier.first_day(*ix)));
    let column = |party| material.columns.iter().position(|column| column.party == party);
    let entry = |ix: PositionIx| {
        let position = dossier.position(ix);
        let terms = position.demand.as_ref().map_or_else(Vec::new, Demand::terms);
        Some((
            ix.get(),
            column(position.party)?,
            position.about?.get(),
            counted.reading.strength(position) as u8,
            walks.positions[ix.get()].map(next),
            runs(ix),
            position.statements.iter().map(|ix| ix.get()).collect(),
            terms.into_iter().map(TermIx::get).collect(),
        ))
    };
    (all.into_iter().filter_map(entry).collect(), reasons)
}

/// The text of a scenario file, without its day and its plan.
fn file(lesson: &Lesson<'_>) -> [String; 4] {
    let material = lesson.material;
    let (dossier, fingerprint) = (material.dossier, material.fingerprint);
    let mut empty = Scenario::empty(dossier, material.scenario.title.clone());
    empty.counted = material.scenario.counted;
    empty.changed_from.clone_from(&material.scenario.changed_from);
    let mut parts = || {
        let text = write_scenario(&empty, WrittenFor { dossier, fingerprint, embedded: None }, None);
        // Quotation marks inside texts are written otherwise, so that these stand in one place only.
        let (front, rest) = text.split_once("    as_of: \"").expect("a scenario has a day");
        let (_, behind) = rest.split_once("plan: {},").expect("an empty plan is written so");
        // What is written next is about the same plan, changed.
        empty.changed_from = original(material.scenario);
        (format!("{front}    as_of: \""), format!("    }},{behind}"))
    };
    let ((front, behind), (_, changed)) = (parts(), parts());
    [front, "\",\n    plan: {\n".to_owned(), behind, changed]
}
