//! The stated ranges of a number term, as the Why panel and the tab of alternatives show them.

use eframe::egui::{RichText, Ui};
use strum::IntoEnumIterator as _;

use crate::{
    analysis::{Mark, PartyRanges, PositionRange, Ranges, runs},
    app::{Action, WhySubject},
    domain::{PartyIx, Strength, TermIx, TermKind, ValueIx, grouped},
    wording,
};

use super::{
    marks::shape,
    view::View,
    widgets::range_strip::{Bar, Lane, Pattern, Stop, StripSpec, range_strip, swatch},
};

/// Draws the strip of a number term with its legend and, in words, the parties that are not drawn. Nothing for other terms:
/// their values have no distances.
pub(super) fn strip(ui: &mut Ui, view: &View<'_>, term: TermIx, out: &mut Vec<Action>) {
    let dossier = view.dossier();
    if !matches!(dossier.term(term).kind, TermKind::Number { .. }) {
        return;
    }
    let ranges = view.state.ranges(term);
    let lanes = drawn(view, &ranges);
    // On the wall the room is that of all parties from the beginning: nothing moves when one is revealed.
    if !lanes.is_empty() || view.state.presenter.is_on {
        let chosen = draw(ui, view, &ranges, &lanes);
        legend(ui, view, &lanes);
        out.extend(chosen.map(|party| Action::Why(WhySubject::Cell(party, term))));
    }
    let without: Vec<PartyIx> =
        in_order(view, |party| ranges.parties.iter().any(|found| found.party == party && found.ranges.is_empty()));
    let silent: Vec<PartyIx> = in_order(view, |party| ranges.silent.contains(&party));
    let words = [wording::ranges_without(dossier, &without), wording::ranges_silent(dossier, &silent)];
    for text in words.into_iter().flatten() {
        ui.label(RichText::new(text).small().color(view.tokens.ink_weak));
    }
}

fn in_order(view: &View<'_>, keep: impl Fn(PartyIx) -> bool) -> Vec<PartyIx> {
    view.columns.iter().map(|column| column.party).filter(|party| keep(*party)).collect()
}

/// The parties with a range, in the order of the columns.
fn drawn<'r>(view: &View<'_>, ranges: &'r Ranges) -> Vec<&'r PartyRanges> {
    let of = |party: PartyIx| ranges.parties.iter().find(|found| found.party == party && !found.ranges.is_empty());
    view.columns.iter().filter_map(|column| of(column.party)).collect()
}

fn draw(ui: &mut Ui, view: &View<'_>, ranges: &Ranges, parties: &[&PartyRanges]) -> Option<PartyIx> {
    let (dossier, term) = (view.dossier(), ranges.term);
    let plan = view.state.plan().get(term);
    let values = &dossier.term(term).values;
    let numbers: Vec<Option<String>> = values.iter().map(|value| value.number.map(grouped)).collect();
    let stops: Vec<Stop<'_>> = values
        .iter()
        .zip(&numbers)
        .map(|(value, number)| Stop { name: &value.name, number: number.as_deref() })
        .collect();
    let bars: Vec<Vec<Same<'_>>> = parties.iter().map(|party| same(view, term, party)).collect();
    let lanes: Vec<Lane<'_>> =
        parties.iter().zip(&bars).map(|(party, bars)| lane(view, term, party.party, bars)).collect();
    let is_projected = view.state.presenter.is_on;
    let codes: Vec<&str> = view.columns.iter().map(|column| dossier.party(column.party).code.as_str()).collect();
    let spec = StripSpec {
        id: ui.make_persistent_id(("strip", term)),
        name: &wording::ranges_summary(dossier, ranges, plan),
        stops: &stops,
        plan: plan.map(ValueIx::get),
        plan_text: &wording::plan_value(dossier, term, plan),
        lanes: &lanes,
        room: is_projected.then(|| (view.state.n_ranges(term), codes.as_slice())),
    };
    range_strip(ui, &spec).map(|place| parties[place].party)
}

/// Positions of one party that say the same, just as firmly: one bar.
struct Same<'r> {
    range: &'r PositionRange,
    name: String,
}

/// The bars of a party, the firmest first.
fn same<'r>(view: &View<'_>, term: TermIx, party: &'r PartyRanges) -> Vec<Same<'r>> {
    let dossier = view.dossier();
    let strength = |range: &PositionRange| range.strength;
    let mut bars: Vec<Same<'r>> = Vec::new();
    for range in &party.ranges {
        let is_alike = |bar: &&mut Same<'r>| {
            let known = (bar.range.meets, bar.range.depends, bar.range.counts, strength(bar.range));
            known == (range.meets, range.depends, range.counts, strength(range))
        };
        match bars.iter_mut().find(is_alike) {
            Some(bar) => bar.name = wording::and_also(&bar.name, dossier, range.position, view.dates),
            None => bars.push(Same { range, name: wording::range_name(dossier, term, range, view.dates) }),
        }
    }
    bars.sort_by_key(|bar| (!bar.range.counts, strength(bar.range)));
    bars
}

fn lane<'a>(view: &View<'a>, term: TermIx, party: PartyIx, bars: &'a [Same<'_>]) -> Lane<'a> {
    let mark = view.state.cell(party, term).map_or(Mark::Empty, |cell| cell.mark);
    let places = |values| runs(values).into_iter().map(|(first, last)| (first.get(), last.get())).collect();
    let bar = |Same { range, name }: &'a Same<'_>| Bar {
        name,
        runs: places(range.meets),
        depends: places(range.depends),
        open_below: range.open_below,
        open_above: range.open_above,
        pattern: pattern(range.strength),
        counts: range.counts,
    };
    let mark = (mark != Mark::Empty).then(|| shape(mark));
    Lane { code: &view.dossier().party(party).code, mark, bars: bars.iter().map(bar).collect() }
}

fn pattern(strength: Strength) -> Pattern {
    match strength {
        Strength::RedLine => Pattern::Walled,
        Strength::Opposes => Pattern::Striped,
        Strength::Prefers => Pattern::Hollow,
        Strength::Offers => Pattern::Broken,
    }
}

/// The patterns that occur, each with its word; on the wall all of them.
fn legend(ui: &mut Ui, view: &View<'_>, parties: &[&PartyRanges]) {
    let ranges = || parties.iter().flat_map(|party| &party.ranges);
    let strength = |pattern| {
        let strengths = [Strength::RedLine, Strength::Opposes, Strength::Prefers, Strength::Offers];
        strengths.into_iter().find(|strength| self::pattern(*strength) == pattern)
    };
    let all = view.state.presenter.is_on;
    let occurs = |wanted: Strength| all || ranges().any(|range| range.strength == wanted);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal_wrapped(|ui| {
            for (pattern, strength) in Pattern::iter().filter_map(|pattern| Some((pattern, strength(pattern)?))) {
                if occurs(strength) {
                    swatch(ui, pattern, true);
                    ui.label(RichText::new(wording::strength(strength)).small());
                }
            }
            if all || ranges().any(|range| !range.counts) {
                swatch(ui, Pattern::Hollow, false);
                ui.label(RichText::new(wording::RANGE_NOT_COUNTED).small());
            }
        });
    });
}
