//! The answer sheet as a file.

use std::path::Path;

use crate::{
    app::{Action, State},
    storage::{self, SaveError},
    wording::{DateStyle, activities as texts},
};

/// Writes the guesses against the file: as comma-separated values if the name says so, else as text.
///
/// # Errors
/// If it cannot be written, or there is another file of that name.
pub(super) fn save(state: &State, path: &Path, overwrite: bool) -> Result<Vec<Action>, SaveError> {
    let (dossier, scenario) = (state.dossier(), &state.document.scenario);
    let predict = &state.activities.predict;
    let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let text = if is_table {
        texts::answer_table(dossier, &predict.table)
    } else {
        let style = if state.settings.iso_dates { DateStyle::Iso } else { DateStyle::Words };
        texts::answer_sheet(dossier, scenario, &predict.table, predict.mode, style)
    };
    storage::save(path, &text, None, overwrite)?;
    Ok(vec![Action::SheetSaved(path.to_path_buf())])
}
