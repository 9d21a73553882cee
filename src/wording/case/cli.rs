//! What `new` says.

use crate::wording::count;

/// What it does.
pub const ABOUT: &str = "Begin a case of your own: from a template, empty, or as a copy";
/// Where the case goes.
pub(crate) const HELP_FOLDER: &str =
    "The folder for dossier.ron; made if it is not there. Its name becomes the case's id";
/// The title.
pub(crate) const HELP_TITLE: &str =
    "The title of the case; a copy keeps its own without it, otherwise the folder's name";
/// What is copied.
pub(crate) const HELP_FROM: &str =
    "Copy a dossier at hand (an id that \"list\" prints) with its plans, or a dossier's file";
/// As little as can be.
pub(crate) const HELP_EMPTY: &str = "One party and one term to write over, in place of the template";
/// Examples under the help.
pub(crate) const EXAMPLES: &str = "\
Examples:
  peace-plan-explorer new my-cases/pool --title \"Swimming pool\"     three parties and four terms to write over
  peace-plan-explorer new my-cases/pool --empty                     one of each
  peace-plan-explorer new my-cases/trip --from school-trip          a copy with its plans
  peace-plan-explorer my-cases/pool/dossier.ron                     open it; the tab Case has forms

Exit codes: 0 made, 2 there is a case already, or a file cannot be read or written.";
/// A plan in the place of a dossier.
pub(crate) const NOT_TO_BE_COPIED: &str = "only a dossier can be copied; a plan belongs to one";

/// There is a case already.
#[must_use]
pub fn is_there(path: &str) -> String {
    format!("{path} is there already and was not changed; choose another folder")
}

/// What was made.
#[must_use]
pub fn made(path: &str, n_plans: usize) -> String {
    let plans = if n_plans == 0 { String::new() } else { format!(" and {}", count(n_plans, "plan", "plans")) };
    format!("Made {path}{plans}.\n")
}
