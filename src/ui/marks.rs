//! Which painted shape stands for which mark, and what stands in a cell.

use crate::{
    analysis::{Cell, Change, Mark},
    app::{Label, State},
    domain::{PartyIx, TermIx},
};

use super::{
    view::View,
    widgets::mark::{Look, Mark as Shown},
};
use crate::ui::shape::MarkShape;

/// The shape of a mark.
#[must_use]
pub(crate) fn shape(mark: Mark) -> MarkShape {
    match mark {
        Mark::RedLine => MarkShape::Bar,
        Mark::Mixed => MarkShape::Diamond,
        Mark::Opposed => MarkShape::Triangle,
        Mark::Otherwise => MarkShape::OpenTriangle,
        Mark::Supported => MarkShape::Disc,
        Mark::InLine => MarkShape::Ring,
        Mark::OnFile => MarkShape::DottedDash,
        Mark::Silent => MarkShape::Dash,
        Mark::Empty => MarkShape::Empty,
    }
}

/// What a cell shows: the would-be mark while an option is tried, else the mark, else what is on file but not counted;
/// a question mark for a party whose verdicts are hidden.
#[must_use]
pub(crate) fn cell_mark(view: &View<'_>, term: TermIx, party: PartyIx) -> Shown {
    let state = view.state;
    let in_plan = state.plan().get(term).is_some();
    let Some(cell) = state.cell(party, term) else { return hidden_mark(in_plan) };
    let is_here = |change: &&Change| change.party == party && change.term == term;
    let preview = state.previewed_cells().find(is_here).map(|change| change.after);
    let nothing_counts = cell.mark.is_blank();
    let uncounted = cell.greyed.filter(|greyed| nothing_counts && *greyed != Mark::Empty);
    let (shown, look) = match (preview, uncounted) {
        (Some(preview), _) => (preview, Look::Preview),
        (None, Some(uncounted)) => (uncounted, Look::Uncounted),
        (None, None) => (cell.mark, Look::Plain),
    };
    let shown = state.replayed(party, term).unwrap_or(shown);
    // A term in the plan may still show dots: then the badges say that something is on file, tied to other terms.
    let in_plan = shown != Mark::Empty || in_plan;
    Shown {
        look,
        count: if in_plan { usize::from(cell.n_statements) } else { 0 },
        linked: in_plan && cell.linked,
        dated: cell.other_day,
        changed: is_framed(state) && state.changed_cells().any(|change| is_here(&change)),
        ..Shown::new(shape(shown))
    }
}

/// True if a cell that may be seen shows something that is on file but does not count.
#[must_use]
pub(crate) fn has_uncounted(view: &View<'_>) -> bool {
    let grey = |cell: &Cell| cell.mark.is_blank() && cell.greyed.is_some_and(|mark| mark != Mark::Empty);
    let terms = TermIx::all(view.dossier().terms.len());
    let mut cells = terms.flat_map(|term| view.columns.iter().map(move |column| (column.party, term)));
    cells.any(|(party, term)| view.state.cell(party, term).is_some_and(grey))
}

/// What stands where a verdict is hidden: a question mark, or dots where the plan says nothing that could be judged.
fn hidden_mark(in_plan: bool) -> Shown {
    let look = if in_plan { Look::Hidden } else { Look::Plain };
    Shown { look, ..Shown::new(MarkShape::Empty) }
}

/// True if what the last action changed is framed: a plan that was just opened is new as a whole.
fn is_framed(state: &State) -> bool {
    let change = state.results.last_change.as_ref();
    change.is_some_and(|change| change.undone || !matches!(change.label, Label::Opened(_) | Label::New))
}
