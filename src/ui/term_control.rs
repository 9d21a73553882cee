//! The options of a term as its controls want them.

use crate::{
    domain::{TermIx, TermValue, ValueIx},
    wording::{self, ui as words},
};

use super::{
    view::View,
    widgets::control::{ControlTexts, OptionSpec},
};

/// The words of the controls.
pub(super) const TEXTS: ControlTexts = ControlTexts {
    not_in_plan: words::NOT_IN_PLAN,
    nothing_chosen: words::NOT_IN_PLAN_SHORT,
    previous: words::PREVIOUS_VALUE,
    next: words::NEXT_VALUE,
    all_values: words::ALL_VALUES,
    place: words::place,
    range: words::range,
};

/// What each value of a term means, or since when it has been put forward if it is not yet.
#[must_use]
pub(super) fn meanings(view: &View<'_>, ix: TermIx) -> Vec<String> {
    let values = view.dossier().term(ix).values.iter().enumerate();
    let meaning = |(place, value): (usize, &TermValue)| match value.since {
        Some(since) if !view.state.is_put_forward(ix, ValueIx::at(place)) => {
            words::not_put_forward(&wording::date(since, view.dates))
        }
        _ => value.meaning.clone(),
    };
    values.map(meaning).collect()
}

/// The values of a term as options, with what [`meanings`] says of them.
#[must_use]
pub(super) fn options<'a>(view: &View<'a>, ix: TermIx, meanings: &'a [String]) -> Vec<OptionSpec<'a>> {
    let values = view.dossier().term(ix).values.iter().zip(meanings).enumerate();
    let option = |(place, (value, tooltip)): (usize, (&'a TermValue, &'a String))| OptionSpec {
        name: &value.name,
        full: value.in_full(),
        available: view.state.is_put_forward(ix, ValueIx::at(place)),
        tooltip,
    };
    values.map(option).collect()
}
